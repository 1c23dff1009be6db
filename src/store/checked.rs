//! What the self-check found, kept: the last result outlives the program, and none is ever changed.

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};

use super::{Error, Reader, Stamp, Store, row, user};
use crate::domain::{BusinessDay, Timestamp};

/// What was found, in short: what a status bar has room for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looked {
    /// The parts that did not hold, from 1 on.
    pub failed: Vec<u8>,
    /// Past sales for which nobody has answered.
    pub open: usize,
}

/// The last self-check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastCheck {
    /// When.
    pub at: Timestamp,
    /// On which day.
    pub day: BusinessDay,
    /// What was found.
    pub looked: Looked,
}

impl LastCheck {
    /// Whether all of it held.
    #[must_use]
    pub const fn is_good(&self) -> bool {
        self.looked.failed.is_empty()
    }
}

const ACTION: &str = "self_check";

impl Store {
    /// Keeps what a self-check found, as a fact in the audit.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn note_check(&mut self, looked: &Looked, stamp: Stamp) -> Result<(), Error> {
        let detail =
            serde_json::to_string(looked).map_err(|error| row::unexpected("self-check", error))?;
        let result = match looked.failed.is_empty() {
            true => "ok",
            false => "failed",
        };
        let (moment, by) = (stamp.moment, stamp.by);
        self.transact(|db| user::audit(db, moment, by, ACTION, Some(result), Some(&detail)))
    }

    /// The last self-check that was kept; `None` if there never was one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_check(&self) -> Result<Option<LastCheck>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT at, day, detail FROM audit WHERE action = ?1 ORDER BY seq DESC LIMIT 1",
        )?;
        let last = select.query_row([ACTION], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))
        });
        let Some((at, day, detail)) = last.optional()? else {
            return Ok(None);
        };
        // What a later version wrote in another way says that it has to be done again, not that all is well.
        let unreadable = || Looked {
            failed: vec![1, 2, 3, 4],
            open: 0,
        };
        Ok(Some(LastCheck {
            at: Timestamp(at),
            day: row::day(day)?,
            looked: serde_json::from_str(&detail).unwrap_or_else(|_| unreadable()),
        }))
    }
}

impl Reader {
    /// Active pupils with a restriction that holds on that day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn restricted_pupils(&self, day: BusinessDay) -> Result<i64, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT count(DISTINCT r.student) FROM restriction r JOIN student s ON s.id = r.student
             WHERE s.active = 1 AND r.severity IS NOT NULL AND (r.until IS NULL OR r.until >= ?1)",
        )?;
        Ok(select.query_row([day.number()], |row| row.get(0))?)
    }
}
