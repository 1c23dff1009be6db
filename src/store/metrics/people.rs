//! The names of customers.

use rusqlite::OptionalExtension;

use super::super::{Error, Reader};
use crate::domain::StudentId;
use crate::domain::metrics::CustomerId;

impl Reader {
    /// What a customer is called; empty if they are not on file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn customer_name(&self, customer: CustomerId) -> Result<String, Error> {
        let (sql, id) = match customer {
            CustomerId::Guardian(guardian) => {
                ("SELECT name FROM guardian WHERE id = ?1", guardian.0)
            }
            CustomerId::Student(student) => ("SELECT name FROM student WHERE id = ?1", student.0),
        };
        let mut select = self.db.prepare_cached(sql)?;
        let name = select.query_row([id], |row| row.get(0)).optional()?;
        Ok(name.unwrap_or_default())
    }

    /// What a pupil is called; empty if they are not on file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn student_name(&self, student: StudentId) -> Result<String, Error> {
        self.customer_name(CustomerId::Student(student))
    }
}
