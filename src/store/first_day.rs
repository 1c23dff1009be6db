//! What a new canteen has on file already.

use super::{Error, Reader};
use crate::domain::BusinessDay;

/// What there is of everything that a first day needs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Begun {
    /// Active users.
    pub users: u32,
    /// Products that can be sold.
    pub products: u32,
    /// Active pupils.
    pub pupils: u32,
    /// Whether anything was ever sold.
    pub sold: bool,
    /// Whether something was sold on a day before this one: the first day is over.
    pub over: bool,
}

impl Reader {
    /// Counts what there is.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn begun(&self, today: BusinessDay) -> Result<Begun, Error> {
        Ok(self.db.query_row(
            "SELECT (SELECT count(*) FROM user WHERE active = 1),
                 (SELECT count(*) FROM product WHERE active = 1),
                 (SELECT count(*) FROM student WHERE active = 1),
                 EXISTS (SELECT 1 FROM sale WHERE kind = 0),
                 EXISTS (SELECT 1 FROM sale WHERE kind = 0 AND day < ?1)",
            [today.number()],
            |row| {
                Ok(Begun {
                    users: row.get(0)?,
                    products: row.get(1)?,
                    pupils: row.get(2)?,
                    sold: row.get(3)?,
                    over: row.get(4)?,
                })
            },
        )?)
    }
}
