//! Sales of long ago, many at once: their rows are written bare, about a hundred times as fast as a sale
//! of today.
//!
//! Nothing is judged again, and of the tickets only stands that they were printed.
//! Balances and stock move with each sale, so that the self-check holds at any moment.

use std::sync::Arc;

use uuid::Uuid;

use super::account::{self, Entry};
use super::sale::next_number;
use super::{Error, Past, row};
use crate::domain::catalogue::Product;
use crate::domain::sale::At;
use crate::domain::tender::{Settlement, TenderKind};
use crate::domain::{AccountId, CartId, Money, Quantity, SaleId, StudentId};

/// A sale of long ago, without discounts, notes or decisions.
#[derive(Debug, Clone)]
pub struct OldSale {
    /// Its name.
    pub id: SaleId,
    /// The name of its cart.
    pub cart: CartId,
    /// Where, by whom and when.
    pub at: At,
    /// Who bought, if known.
    pub student: Option<StudentId>,
    /// What was bought.
    pub lines: Vec<OldLine>,
    /// The sum of the lines.
    pub total: Money,
    /// How it was paid.
    pub settlement: Settlement,
}

/// A line of a sale of long ago.
#[derive(Debug, Clone)]
pub struct OldLine {
    /// What.
    pub product: Arc<Product>,
    /// How much.
    pub quantity: Quantity,
    /// The price of one.
    pub price: Money,
    /// The price of all.
    pub net: Money,
}

impl Past<'_> {
    /// Writes a sale of long ago.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown pupil, or what the disk says.
    pub fn old_sale(&self, sale: &OldSale) -> Result<(), Error> {
        let pupil = match sale.student {
            Some(student) => Some(account::of_student(&self.db, student)?),
            None => None,
        };
        let seq = self.old_head(sale, pupil)?;
        self.old_lines(seq, sale)?;
        self.old_payments(seq, sale, pupil)?;
        self.old_ticket(seq)
    }

    /// That it was printed; what it was made of is gone.
    fn old_ticket(&self, seq: i64) -> Result<(), Error> {
        self.db
            .prepare_cached(
                "INSERT INTO print_job (sale, title, state, bytes, made_at, copy)
                 SELECT seq, number, 'printed', x'', at, 0 FROM sale WHERE seq = ?1",
            )?
            .execute([seq])?;
        Ok(())
    }

    fn old_head(&self, sale: &OldSale, pupil: Option<AccountId>) -> Result<i64, Error> {
        let charged = sale.settlement.charged_to_account();
        let before = match pupil.filter(|_| charged.is_positive()) {
            Some(account) => Some(account::balance(&self.db, account)?),
            None => None,
        };
        let at = sale.at;
        self.db
            .prepare_cached(
                "INSERT INTO sale (id, cart, till, number, kind, at, day, hour, user, student, subtotal,
                     discount, total, rounding, change, balance_before, balance_after)
                 VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8, ?9, ?10, 0, ?10, ?11, ?12, ?13, ?14)",
            )?
            .execute(rusqlite::params![
                sale.id.0.as_bytes(),
                sale.cart.0.as_bytes(),
                at.till.0,
                next_number(&self.db, at.till)?,
                at.moment.at.0,
                at.moment.day().number(),
                at.moment.hour(),
                at.user.0,
                sale.student.map(|student| student.0),
                sale.total.amount(),
                sale.settlement.rounding().amount(),
                sale.settlement.change().amount(),
                before.map(Money::amount),
                before.map(|before| (before - charged).amount()),
            ])?;
        Ok(self.db.last_insert_rowid())
    }

    fn old_lines(&self, seq: i64, sale: &OldSale) -> Result<(), Error> {
        let mut insert = self.db.prepare_cached(
            "INSERT INTO sale_line (sale, line, product, name, unit, quantity, price, discount, net,
                 paid, rate) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?8, ?9)",
        )?;
        let mut stock = self
            .db
            .prepare_cached("UPDATE stock SET quantity = quantity - ?2 WHERE product = ?1")?;
        for (n, line) in (1_i64..).zip(&sale.lines) {
            let (product, sold) = (&line.product, line.quantity.in_thousandths());
            insert.execute(rusqlite::params![
                seq,
                n,
                product.id.0,
                product.name,
                row::unit_code(product.unit),
                sold,
                line.price.amount(),
                line.net.amount(),
                product.rate.percent(),
            ])?;
            stock.execute((product.id.0, sold))?;
        }
        Ok(())
    }

    fn old_payments(
        &self,
        seq: i64,
        sale: &OldSale,
        pupil: Option<AccountId>,
    ) -> Result<(), Error> {
        let mut insert = self.db.prepare_cached(
            "INSERT INTO payment (sale, n, tender, kind, amount, received, reference)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        let mut postings = Vec::with_capacity(2);
        let mut income = Money::ZERO;
        for (n, payment) in (1_i64..).zip(sale.settlement.payments()) {
            insert.execute((
                seq,
                n,
                payment.tender.0,
                payment.kind.code(),
                payment.amount.amount(),
                payment.received.amount(),
                payment.reference.as_ref().map(ToString::to_string),
            ))?;
            let account = match (payment.kind, pupil) {
                (TenderKind::Account, Some(pupil)) => pupil,
                _ => account::of_tender(payment.tender),
            };
            postings.push((account, -payment.amount));
            income += payment.amount;
        }
        postings.push((account::SALES, income));
        let entry = Entry {
            id: Uuid::now_v7(),
            kind: "sale",
            sale: Some(seq),
            at: sale.at.moment.at.0,
            day: sale.at.moment.day().number(),
            user: Some(sale.at.user.0),
        };
        account::post(&self.db, &entry, &postings)
    }
}
