//! The sales of a day, and what sells at this hour.

use rusqlite::{OptionalExtension, Row};

use super::{Error, Store, row};
use crate::domain::tender::TenderKind;
use crate::domain::{BusinessDay, Money, ProductId, SaleId, StudentId, Timestamp};

/// How many days favourites learn from.
const LEARNING_DAYS: i64 = 30;

/// One row of the day's list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, read side by side"
)]
pub struct DaySale {
    /// Which.
    pub id: SaleId,
    /// Its number.
    pub number: i64,
    /// When.
    pub at: Timestamp,
    /// On which day.
    pub day: BusinessDay,
    /// Who bought, if known.
    pub buyer: Option<String>,
    /// What was paid, rounding taken off; negative for a void or a refund.
    pub paid: Money,
    /// How.
    pub tenders: Vec<TenderKind>,
    /// Whether it is a void.
    pub is_void: bool,
    /// Whether it is money back for another.
    pub is_refund: bool,
    /// Whether it was voided.
    pub voided: bool,
    /// What was given back of it.
    pub given_back: Money,
    /// Whether anything of it can still be given back.
    pub has_left: bool,
}

/// So many of the latest sales are looked at for the latest time: a clock may have been set back since.
const LATEST: i64 = 500;

/// A list of sales: which of them, and in which order.
macro_rules! of {
    ($which:literal) => {
        concat!(
            "SELECT s.id, s.number, s.at, s.day, s.kind, s.total - s.rounding AS paid, p.name AS buyer,
                 EXISTS (SELECT 1 FROM sale v WHERE v.reverses = s.seq AND v.kind = 1) AS voided,
                 (SELECT coalesce(sum(r.rounding - r.total), 0) FROM sale r
                     WHERE r.reverses = s.seq AND r.kind = 2) AS given_back,
                 s.kind = 0 AND (SELECT sum(quantity) FROM sale_line WHERE sale = s.seq)
                     > -coalesce((SELECT sum(b.quantity) FROM sale r JOIN sale_line b ON b.sale = r.seq
                         WHERE r.reverses = s.seq), 0) AS has_left,
                 (SELECT group_concat(kind) FROM payment WHERE sale = s.seq) AS tenders
             FROM sale s LEFT JOIN student p ON p.id = s.student WHERE ",
            $which
        )
    };
}

fn listed(row: &Row<'_>) -> rusqlite::Result<DaySale> {
    let tenders: Option<String> = row.get("tenders")?;
    let tenders = tenders.unwrap_or_default();
    let kind: i64 = row.get("kind")?;
    Ok(DaySale {
        id: SaleId(row::uuid(row.get("id")?)),
        number: row.get("number")?,
        at: Timestamp(row.get("at")?),
        day: row::maybe_day(row, "day")?.ok_or(rusqlite::Error::InvalidQuery)?,
        buyer: row.get("buyer")?,
        paid: row::money(row, "paid")?,
        tenders: tenders
            .split(',')
            .filter_map(TenderKind::from_code)
            .collect(),
        is_void: kind == 1,
        is_refund: kind == 2,
        voided: row.get("voided")?,
        given_back: row::money(row, "given_back")?,
        has_left: row.get("has_left")?,
    })
}

impl Store {
    /// The latest time that the last sales carry; `None` before the first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn latest_sale_at(&self) -> Result<Option<Timestamp>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT max(at) FROM (SELECT at FROM sale ORDER BY seq DESC LIMIT ?1)",
        )?;
        let latest: Option<i64> = select.query_row([LATEST], |row| row.get(0))?;
        Ok(latest.map(Timestamp))
    }

    /// The sales, voids and refunds of a day, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sales_of(&self, day: BusinessDay) -> Result<Vec<DaySale>, Error> {
        let mut select = self
            .db
            .prepare_cached(of!("s.day = ?1 ORDER BY s.seq DESC"))?;
        let rows = select.query_map([day.number()], listed)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The sales, voids and refunds with that number, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sales_numbered(&self, number: i64) -> Result<Vec<DaySale>, Error> {
        let mut select = self
            .db
            .prepare_cached(of!("s.till = ?2 AND s.number = ?1 ORDER BY s.seq DESC"))?;
        let rows = select.query_map((number, self.till.0), listed)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The last of what these pupils bought, latest first: at most `most` of each.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sales_to(&self, pupils: &[StudentId], most: usize) -> Result<Vec<DaySale>, Error> {
        let mut select = self.db.prepare_cached(of!(
            "s.student = ?1 ORDER BY s.day DESC, s.seq DESC LIMIT ?2"
        ))?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut found = Vec::new();
        for pupil in pupils {
            let rows = select.query_map((pupil.0, most), listed)?;
            found.extend(rows.collect::<Result<Vec<_>, _>>()?);
        }
        found.sort_by_key(|sale| std::cmp::Reverse((sale.day, sale.number)));
        Ok(found)
    }

    /// The sale of that number on this till.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn sale_numbered(&self, number: i64) -> Result<SaleId, Error> {
        let sql = "SELECT id FROM sale WHERE till = ?1 AND number = ?2";
        let id = self
            .db
            .query_row(sql, (self.till.0, number), |row| row.get(0));
        id.map(|id| SaleId(row::uuid(id)))
            .map_err(|error| match error {
                rusqlite::Error::QueryReturnedNoRows => Error::NotFound(number.to_string()),
                other => other.into(),
            })
    }

    /// When the last sale or void was written down, and on which day; `None` before the first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_sale_at(&self) -> Result<Option<(Timestamp, BusinessDay)>, Error> {
        let sql = "SELECT at, day FROM sale ORDER BY seq DESC LIMIT 1";
        let last = self.db.query_row(sql, (), |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
        });
        match last.optional()? {
            Some((at, day)) => Ok(Some((Timestamp(at), row::day(day)?))),
            None => Ok(None),
        }
    }

    /// What sold best around this hour in the last days: at most `limit` products, best first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn favourites(
        &self,
        day: BusinessDay,
        hour: u32,
        limit: usize,
    ) -> Result<Vec<ProductId>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT l.product FROM sale s JOIN sale_line l ON l.sale = s.seq
             JOIN product p ON p.id = l.product AND p.active = 1
             WHERE s.kind <> 2 AND s.day BETWEEN ?1 - ?2 AND ?1 AND s.hour BETWEEN ?3 - 1 AND ?3 + 1
             GROUP BY l.product ORDER BY sum(l.quantity > 0) - sum(l.quantity < 0) DESC, l.product
             LIMIT ?4",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = select.query_map((day.number(), LEARNING_DAYS, hour, limit), |row| {
            row.get(0).map(ProductId)
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
