//! Undoing a sale of the open day: a new fact that points at the old one.

use rusqlite::{Connection, OptionalExtension};

use super::account::{self, Entry};
use super::sale::{Ticketing, next_number, seq_of, till_and_cashier};
use super::{Error, Recorded, Store, print, row, shift, user};
use crate::domain::receipt::{Balance, Kind, Receipt};
use crate::domain::sale::{CannotVoid, OnFile, Void};
use crate::domain::{AccountId, Money, ProductId, Quantity, SaleId, TillId};

impl Store {
    /// What the till must know of a sale to undo it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn on_file(&self, sale: SaleId) -> Result<OnFile, Error> {
        on_file(&self.db, sale)
    }

    /// Undoes a sale: number, stock, payments and balance go back as new facts, with a ticket.
    ///
    /// The same id twice is one void.
    ///
    /// # Errors
    /// [`Error::CannotVoid`] or [`Error::NotFound`]; nothing is written.
    pub fn void(&mut self, void: &Void, ticketing: &Ticketing<'_>) -> Result<Recorded, Error> {
        let till = self.till;
        self.transact(|db| match print::receipt(db, void.id)? {
            Some(receipt) => {
                let balance = receipt.balance.map(|balance| balance.after);
                Ok(Recorded {
                    receipt,
                    print_job: None,
                    balance,
                    stocks: Vec::new(),
                })
            }
            None => write(db, till, void, ticketing),
        })
    }
}

pub(super) fn on_file(db: &Connection, sale: SaleId) -> Result<OnFile, Error> {
    let mut select = db.prepare_cached(
        "SELECT kind, day, EXISTS (SELECT 1 FROM sale v WHERE v.reverses = s.seq AND v.kind = 1) AS voided,
             EXISTS (SELECT 1 FROM sale r WHERE r.reverses = s.seq AND r.kind = 2) AS refunded,
             EXISTS (SELECT 1 FROM payment p WHERE p.sale = s.seq AND p.kind = 'exchange') AS exchanged
         FROM sale s WHERE id = ?1",
    )?;
    let found = select.query_row([sale.0.as_bytes()], |row| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, i64>(1)?,
            row.get::<_, bool>(2)?,
            row.get::<_, bool>(3)?,
            row.get::<_, bool>(4)?,
        ))
    });
    let (kind, day, voided, refunded, exchanged) = found
        .optional()?
        .ok_or_else(|| Error::NotFound(sale.to_string()))?;
    Ok(OnFile {
        id: sale,
        day: row::day(day)?,
        is_void: kind == 1,
        is_refund: kind == 2,
        voided,
        refunded,
        exchanged,
    })
}

pub(super) fn write(
    db: &Connection,
    till: TillId,
    void: &Void,
    ticketing: &Ticketing<'_>,
) -> Result<Recorded, Error> {
    let file = on_file(db, void.of)?;
    if file.voided {
        return Err(CannotVoid::Already.into());
    } else if file.refunded {
        return Err(CannotVoid::Refunded.into());
    } else if file.exchanged {
        return Err(CannotVoid::Exchanged.into());
    }
    let of = seq_of(db, void.of)?;
    let pupil = pupil_account(db, of)?;
    let charged = charged(db, of)?;
    let receipt = receipt_of(
        db,
        till,
        void,
        pupil.filter(|_| !charged.is_zero()),
        charged,
        ticketing,
    )?;
    let seq = insert(db, void, of, &receipt)?;
    negate_lines_and_payments(db, seq, of)?;
    let stocks = put_back(db, of)?;
    post(db, seq, of, void)?;
    let subject = receipt.number.to_string();
    let approved = &void.approved;
    user::audit(
        db,
        void.at.moment,
        Some(approved.by),
        "void",
        Some(&subject),
        Some(&approved.reason),
    )?;
    let job = print::add(
        db,
        seq,
        &receipt,
        &(ticketing.render)(&receipt),
        void.at.moment.at,
    )?;
    let balance = receipt.balance.map(|balance| balance.after);
    Ok(Recorded {
        receipt,
        print_job: Some(job),
        balance,
        stocks,
    })
}

/// The account and balance of the pupil who bought, if one was identified.
pub(super) fn pupil_account(db: &Connection, of: i64) -> Result<Option<(AccountId, Money)>, Error> {
    let mut select = db.prepare_cached(
        "SELECT a.id, a.balance FROM sale s JOIN student p ON p.id = s.student
         JOIN account a ON a.id = p.account WHERE s.seq = ?1",
    )?;
    let row = select.query_row([of], |row| {
        Ok((AccountId(row.get(0)?), Money::guaranies(row.get(1)?)))
    });
    Ok(row.optional()?)
}

/// What went from the account, less the change that went to it.
fn charged(db: &Connection, of: i64) -> Result<Money, Error> {
    let mut select = db.prepare_cached(
        "SELECT coalesce((SELECT sum(amount) FROM payment WHERE sale = ?1 AND kind = 'card'), 0)
             - (SELECT to_account FROM sale WHERE seq = ?1)",
    )?;
    Ok(select.query_row([of], |row| row.get(0).map(Money::guaranies))?)
}

fn receipt_of(
    db: &Connection,
    till: TillId,
    void: &Void,
    pupil: Option<(AccountId, Money)>,
    charged: Money,
    ticketing: &Ticketing<'_>,
) -> Result<Receipt, Error> {
    let undone =
        print::receipt(db, void.of)?.ok_or_else(|| Error::NotFound(void.of.to_string()))?;
    let (till_name, cashier) = till_and_cashier(db, void.at)?;
    Ok(Receipt {
        sale: void.id,
        kind: Kind::Void { of: undone.number },
        shop: ticketing.shop.clone(),
        number: next_number(db, till)?,
        at: void.at.moment,
        till: till_name,
        cashier,
        balance: pupil.map(|(_, before)| Balance {
            before,
            after: before + charged,
        }),
        note: Some(void.approved.reason.clone()),
        copy: false,
        ..undone
    })
}

fn insert(db: &Connection, void: &Void, of: i64, receipt: &Receipt) -> Result<i64, Error> {
    let moment = void.at.moment;
    db.prepare_cached(
        "INSERT INTO sale (id, till, number, kind, reverses, at, day, hour, user, student, subtotal,
             discount, total, rounding, change, balance_before, balance_after, note, shift, to_account)
         SELECT ?1, ?2, ?3, 1, seq, ?4, ?5, ?6, ?7, student, -subtotal, -discount, -total, -rounding,
             -change, ?8, ?9, ?10, ?12, -to_account FROM sale WHERE seq = ?11",
    )?
    .execute(rusqlite::params![
        void.id.0.as_bytes(),
        void.at.till.0,
        receipt.number,
        moment.at.0,
        moment.day().number(),
        moment.hour(),
        void.at.user.0,
        receipt.balance.map(|balance| balance.before.amount()),
        receipt.balance.map(|balance| balance.after.amount()),
        receipt.note,
        of,
        shift::open_seq(db)?,
    ])?;
    Ok(db.last_insert_rowid())
}

fn negate_lines_and_payments(db: &Connection, seq: i64, of: i64) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO sale_line (sale, line, product, name, unit, quantity, price, discount, net, paid,
             rate, note, cost)
         SELECT ?1, line, product, name, unit, -quantity, price, -discount, -net, -paid, rate, note, cost
         FROM sale_line WHERE sale = ?2",
    )?
    .execute((seq, of))?;
    db.prepare_cached(
        "INSERT INTO payment (sale, n, tender, kind, amount, received, reference, commission, surcharge)
         SELECT ?1, n, tender, kind, -amount, -received, reference, -commission, -surcharge
         FROM payment WHERE sale = ?2",
    )?
    .execute((seq, of))?;
    Ok(())
}

fn put_back(db: &Connection, of: i64) -> Result<Vec<(ProductId, Quantity)>, Error> {
    let sold: Vec<(i64, i64)> = db
        .prepare_cached("SELECT product, quantity FROM sale_line WHERE sale = ?1")?
        .query_map([of], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let mut update = db.prepare_cached(
        "UPDATE stock SET quantity = quantity + ?2 WHERE product = ?1 RETURNING quantity",
    )?;
    let back = |(product, quantity)| {
        let now: i64 = update.query_row((product, quantity), |row| row.get(0))?;
        Ok((ProductId(product), Quantity::thousandths(now)))
    };
    sold.into_iter().map(back).collect()
}

/// The postings of the sale, the other way round; what was charged goes to the account that the pupil
/// uses now.
fn post(db: &Connection, seq: i64, of: i64, void: &Void) -> Result<(), Error> {
    let postings: Vec<(AccountId, Money)> = db
        .prepare_cached(
            "SELECT coalesce((SELECT t.account FROM sale s JOIN student t ON t.id = s.student
                     WHERE s.seq = ?1 AND a.kind = 'student'), p.account), -p.amount
             FROM entry e JOIN posting p ON p.entry = e.seq JOIN account a ON a.id = p.account
             WHERE e.sale = ?1",
        )?
        .query_map([of], |row| {
            Ok((AccountId(row.get(0)?), Money::guaranies(row.get(1)?)))
        })?
        .collect::<Result<_, _>>()?;
    let entry = Entry {
        id: uuid::Uuid::now_v7(),
        kind: "void",
        sale: Some(seq),
        at: void.at.moment.at.0,
        day: void.at.moment.day().number(),
        user: Some(void.approved.by.0),
    };
    account::post(db, &entry, &postings)
}
