//! Every sale, line and payment of some days, one after the other.

use rusqlite::Row;

use super::super::{Error, Reader};
use super::drill::kind_of;
use super::read::{day, quantity};
use crate::domain::metrics::{SaleKind, Span};
use crate::domain::{BusinessDay, Money, Quantity};

/// What every row begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The business day.
    pub day: BusinessDay,
    /// The local time, in minutes of the day.
    pub minute: i64,
    /// The number of the ticket.
    pub number: i64,
    /// What it is.
    pub kind: SaleKind,
}

/// One sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleLine {
    /// Which.
    pub head: Head,
    /// The number of the sale that it undoes or gives back.
    pub of: Option<i64>,
    /// The pupil.
    pub buyer: Option<String>,
    /// Their grade.
    pub grade: Option<String>,
    /// Who answers for them.
    pub guardian: Option<String>,
    /// Who sold.
    pub cashier: String,
    /// What was taken off.
    pub discount: Money,
    /// What it came to.
    pub total: Money,
    /// What the rounding of cash took off.
    pub rounding: Money,
}

/// One line of a sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductLine {
    /// Of which sale.
    pub head: Head,
    /// The product, as it was called then.
    pub product: String,
    /// Its category now.
    pub category: String,
    /// How much.
    pub quantity: Quantity,
    /// The price of one.
    pub price: Money,
    /// What was paid for it.
    pub paid: Money,
    /// The rate of its tax, in per cent.
    pub rate: i64,
}

/// One payment of a sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentLine {
    /// Of which sale.
    pub head: Head,
    /// The kind of tender.
    pub tender: String,
    /// How much of the sale it paid.
    pub amount: Money,
    /// What was handed over.
    pub received: Money,
    /// The number of the operation.
    pub reference: Option<String>,
}

fn head(row: &Row<'_>) -> rusqlite::Result<Head> {
    let (hour, at): (i64, i64) = (row.get(1)?, row.get(2)?);
    Ok(Head {
        day: day(row.get(0)?)?,
        minute: hour * 60 + at.rem_euclid(3_600_000) / 60_000,
        number: row.get(3)?,
        kind: kind_of(row.get(4)?),
    })
}

impl Reader {
    /// Hands every sale, void and refund of some days to `take`, as they were made.
    ///
    /// # Errors
    /// What `take` returns, or when the file cannot be read.
    pub fn every_sale<E: From<Error>>(
        &self,
        span: Span,
        take: impl FnMut(SaleLine) -> Result<(), E>,
    ) -> Result<(), E> {
        self.every(
            "SELECT s.day, s.hour, s.at, s.number, s.kind,
                 (SELECT number FROM sale o WHERE o.seq = s.reverses), p.name, p.grade, g.name, u.name,
                 s.discount, s.total, s.rounding
             FROM sale s JOIN user u ON u.id = s.user LEFT JOIN student p ON p.id = s.student
             LEFT JOIN guardian g ON g.id = p.guardian
             WHERE s.day BETWEEN ?1 AND ?2 ORDER BY s.day, s.seq",
            span,
            |row| {
                Ok(SaleLine {
                    head: head(row)?,
                    of: row.get(5)?,
                    buyer: row.get(6)?,
                    grade: row.get(7)?,
                    guardian: row.get(8)?,
                    cashier: row.get(9)?,
                    discount: Money::guaranies(row.get(10)?),
                    total: Money::guaranies(row.get(11)?),
                    rounding: Money::guaranies(row.get(12)?),
                })
            },
            take,
        )
    }

    /// Hands every line of every sale of some days to `take`.
    ///
    /// # Errors
    /// As [`Reader::every_sale`].
    pub fn every_line<E: From<Error>>(
        &self,
        span: Span,
        take: impl FnMut(ProductLine) -> Result<(), E>,
    ) -> Result<(), E> {
        self.every(
            "SELECT s.day, s.hour, s.at, s.number, s.kind, l.name, c.name, l.quantity, l.price, l.paid, l.rate
             FROM sale s JOIN sale_line l ON l.sale = s.seq JOIN product p ON p.id = l.product
             JOIN category c ON c.id = p.category
             WHERE s.day BETWEEN ?1 AND ?2 ORDER BY s.day, s.seq, l.line",
            span,
            |row| {
                Ok(ProductLine {
                    head: head(row)?,
                    product: row.get(5)?,
                    category: row.get(6)?,
                    quantity: quantity(row, 7)?,
                    price: Money::guaranies(row.get(8)?),
                    paid: Money::guaranies(row.get(9)?),
                    rate: row.get(10)?,
                })
            },
            take,
        )
    }

    /// Hands every payment of every sale of some days to `take`.
    ///
    /// # Errors
    /// As [`Reader::every_sale`].
    pub fn every_payment<E: From<Error>>(
        &self,
        span: Span,
        take: impl FnMut(PaymentLine) -> Result<(), E>,
    ) -> Result<(), E> {
        self.every(
            "SELECT s.day, s.hour, s.at, s.number, s.kind, t.kind, p.amount, p.received, p.reference
             FROM sale s JOIN payment p ON p.sale = s.seq JOIN tender t ON t.id = p.tender
             WHERE s.day BETWEEN ?1 AND ?2 ORDER BY s.day, s.seq, p.n",
            span,
            |row| {
                Ok(PaymentLine {
                    head: head(row)?,
                    tender: row.get(5)?,
                    amount: Money::guaranies(row.get(6)?),
                    received: Money::guaranies(row.get(7)?),
                    reference: row.get(8)?,
                })
            },
            take,
        )
    }

    fn every<T, E: From<Error>>(
        &self,
        sql: &str,
        span: Span,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        mut take: impl FnMut(T) -> Result<(), E>,
    ) -> Result<(), E> {
        let failed = |error: rusqlite::Error| E::from(Error::from(error));
        let mut select = self.db.prepare_cached(sql).map_err(failed)?;
        let days = (span.from().number(), span.to().number());
        let mut rows = select.query(days).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            take(read(row).map_err(failed)?)?;
        }
        Ok(())
    }
}
