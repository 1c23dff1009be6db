//! The floor under a durable sale: the rows that [`Store::record`] leaves, written bare.
//!
//! The same schema, indices, triggers and settings of the connection; nothing is read, judged, laid
//! out or encoded. What `record` takes beyond it is what its promises cost. For `cantina bench`.

use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

use super::account::{SALES, of_tender};
use super::{Error, Store, row};
use crate::domain::receipt::Receipt;
use crate::domain::sale::Sale;
use crate::domain::tender::TenderKind;

/// Writes bare rows into a store of its own.
#[derive(Debug)]
pub struct Floor(Store);

/// The rows of one sale, ready to be bound.
#[derive(Debug)]
pub struct Rows<'a> {
    sale: &'a Sale,
    receipt: &'a Receipt,
    json: String,
    ticket: &'a [u8],
}

impl<'a> Rows<'a> {
    /// Of a sale that was recorded, with its ticket.
    ///
    /// # Errors
    /// [`Error::Unexpected`] for a receipt that cannot be kept.
    pub fn of(sale: &'a Sale, receipt: &'a Receipt, ticket: &'a [u8]) -> Result<Self, Error> {
        Ok(Self {
            sale,
            receipt,
            json: serde_json::to_string(receipt)
                .map_err(|error| row::unexpected("receipt", error))?,
            ticket,
        })
    }
}

impl Floor {
    /// On a store with the same canteen as the one it is compared with.
    #[must_use]
    pub const fn new(store: Store) -> Self {
        Self(store)
    }

    /// Writes the rows in one transaction, as durable as a sale.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write(&mut self, rows: &Rows<'_>) -> Result<(), Error> {
        let immediate = TransactionBehavior::Immediate;
        let db = self.0.db.transaction_with_behavior(immediate)?;
        let seq = sale(&db, rows)?;
        lines_and_stock(&db, seq, rows.sale)?;
        payments_and_postings(&db, seq, rows.sale)?;
        db.prepare_cached(
            "INSERT INTO print_job (sale, title, state, bytes, receipt, made_at, copy)
             VALUES (?1, ?2, 'waiting', ?3, ?4, ?5, 0)",
        )?
        .execute((
            seq,
            rows.receipt.number.to_string(),
            rows.ticket,
            &rows.json,
            rows.receipt.at.at.0,
        ))?;
        Ok(db.commit()?)
    }
}

fn sale(db: &Connection, rows: &Rows<'_>) -> Result<i64, Error> {
    let (sale, receipt) = (rows.sale, rows.receipt);
    let (at, totals) = (sale.at(), sale.totals());
    db.prepare_cached(
        "INSERT INTO sale (id, cart, till, number, kind, at, day, hour, user, student, subtotal,
             discount, total, rounding, change, balance_before, balance_after)
         VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )?
    .execute(rusqlite::params![
        sale.id().0.as_bytes(),
        sale.cart().id().0.as_bytes(),
        at.till.0,
        receipt.number,
        at.moment.at.0,
        at.moment.day().number(),
        at.moment.hour(),
        at.user.0,
        sale.customer().map(|customer| customer.student.id.0),
        totals.subtotal.amount(),
        totals.discount.amount(),
        totals.total.amount(),
        receipt.rounding.amount(),
        receipt.change.amount(),
        receipt.balance.map(|balance| balance.before.amount()),
        receipt.balance.map(|balance| balance.after.amount()),
    ])?;
    Ok(db.last_insert_rowid())
}

fn lines_and_stock(db: &Connection, seq: i64, sale: &Sale) -> Result<(), Error> {
    let mut insert = db.prepare_cached(
        "INSERT INTO sale_line (sale, line, product, name, unit, quantity, price, discount, net,
             paid, rate) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    let mut stock =
        db.prepare_cached("UPDATE stock SET quantity = quantity - ?2 WHERE product = ?1")?;
    let lines = sale.cart().lines().iter().zip(&sale.totals().nets);
    for (n, (line, paid)) in (1_i64..).zip(lines) {
        let (product, sold) = (line.product(), line.quantity().in_thousandths());
        insert.execute(rusqlite::params![
            seq,
            n,
            product.id.0,
            product.name,
            row::unit_code(product.unit),
            sold,
            line.price().amount().amount(),
            line.reduction().amount(),
            line.net().amount(),
            paid.amount(),
            product.rate.percent(),
        ])?;
        stock.execute((product.id.0, sold))?;
    }
    Ok(())
}

fn payments_and_postings(db: &Connection, seq: i64, sale: &Sale) -> Result<(), Error> {
    let (at, settlement) = (sale.at(), sale.settlement());
    db.prepare_cached(
        "INSERT INTO entry (id, kind, sale, at, day, user) VALUES (?1, 'sale', ?2, ?3, ?4, ?5)",
    )?
    .execute((
        Uuid::now_v7().as_bytes(),
        seq,
        at.moment.at.0,
        at.moment.day().number(),
        at.user.0,
    ))?;
    let entry = db.last_insert_rowid();
    let mut pay = db.prepare_cached(
        "INSERT INTO payment (sale, n, tender, kind, amount, received) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let mut post = db.prepare_cached(
        "INSERT INTO posting (entry, account, amount, day) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let day = at.moment.day().number();
    let mut balance =
        db.prepare_cached("UPDATE account SET balance = balance + ?2 WHERE id = ?1")?;
    let mut income = 0;
    for (n, payment) in (1_i64..).zip(settlement.payments()) {
        let (amount, received) = (payment.amount.amount(), payment.received.amount());
        let kind = payment.kind.code();
        pay.execute((seq, n, payment.tender.0, kind, amount, received))?;
        let account = match (payment.kind, sale.customer()) {
            (TenderKind::Account, Some(pupil)) => pupil.student.account,
            _ => of_tender(payment.tender),
        };
        post.execute((entry, account.0, -amount, day))?;
        balance.execute((account.0, -amount))?;
        income += amount;
    }
    post.execute((entry, SALES.0, income, day))?;
    balance.execute((SALES.0, income))?;
    Ok(())
}
