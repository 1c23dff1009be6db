//! Day by day, and hour by hour of each day.

use super::super::{Error, Reader};
use super::read::{day, tender_row};
use crate::domain::metrics::Span;
use crate::domain::metrics::rows::{DayHourRow, DayRow, DayTenderRow};
use crate::domain::{BusinessDay, Money};

impl Reader {
    /// Whether anything was ever sold.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn has_sales(&self) -> Result<bool, Error> {
        let mut select = self
            .db
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM sale)")?;
        Ok(select.query_row((), |row| row.get(0))?)
    }

    /// What each day came to that has anything, earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn day_rows(&self, span: Span) -> Result<Vec<DayRow>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT start, sum(sales), sum(amount), sum(refunded) FROM hour_total
             WHERE grain = 0 AND start BETWEEN ?1 AND ?2 AND tender = 0 GROUP BY start ORDER BY start",
        )?;
        let rows = select.query_map((span.from().number(), span.to().number()), |row| {
            Ok(DayRow {
                day: day(row.get(0)?)?,
                sales: row.get(1)?,
                amount: Money::guaranies(row.get(2)?),
                refunded: Money::guaranies(row.get(3)?),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Each hour of each day of a span, by day and hour.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn day_hours(&self, span: Span) -> Result<Vec<DayHourRow>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT start, hour, sales, amount, overrides FROM hour_total
             WHERE grain = 0 AND start BETWEEN ?1 AND ?2 AND tender = 0 ORDER BY start, hour",
        )?;
        let rows = select.query_map((span.from().number(), span.to().number()), |row| {
            Ok(DayHourRow {
                day: day(row.get(0)?)?,
                hour: row.get(1)?,
                sales: row.get(2)?,
                amount: Money::guaranies(row.get(3)?),
                overrides: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Each tender in each hour of a day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn day_tenders(&self, of: BusinessDay) -> Result<Vec<DayTenderRow>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT h.hour, h.tender, t.kind, h.sales, h.amount, h.commission FROM hour_total h JOIN tender t ON t.id = h.tender
             WHERE h.grain = 0 AND h.start = ?1 AND h.tender > 0 ORDER BY h.hour, h.tender",
        )?;
        let rows = select.query_map([of.number()], |row| {
            Ok(DayTenderRow {
                day: of,
                row: tender_row(row)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
