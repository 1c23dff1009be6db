//! Catalogue and pupil lists, as schools have them: spreadsheets saved as text by Excel in Spanish.
//!
//! Reading is a dry run: it gives a [`Plan`] with every row that could be taken over and every problem
//! with its line. Taking over is all or nothing: [`Plan::into_rows`] gives the rows only if there is no
//! problem. What is ambiguous is a problem, never a guess; what speaks of allergies is never skipped.

mod allergen;
mod cell;
mod diet;
mod difference;
mod header;
mod problem;
mod product;
mod starter;
pub mod stock;
mod student;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod top_up;

use crate::domain::BusinessDay;
use crate::domain::catalogue::NewProduct;
use crate::domain::diet::OwnNames;
use crate::domain::student::NewStudent;

pub use difference::{Change, Difference, Field, differ};
pub use problem::{Problem, Reason};
pub use starter::STARTER;
pub use student::ListedPupil;
pub use top_up::ListedTopUp;

/// A list is at most this long; a longer one is not a list of pupils or products.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Rows of a list, headings not counted.
pub const MOST_ROWS: usize = 50_000;

/// What reading a list gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<T> {
    /// The rows that can be taken over, in the order of the list.
    pub rows: Vec<T>,
    /// The line of each of those rows in the file, counted from 1.
    pub lines: Vec<u64>,
    /// What stands in the way, by line.
    pub problems: Vec<Problem>,
    /// Headings of columns that the till has no use for. Show them: one may be misspelt.
    pub ignored: Vec<String>,
}

impl<T> Plan<T> {
    /// All rows, or all problems.
    ///
    /// # Errors
    /// The problems, if there is even one.
    pub fn into_rows(self) -> Result<Vec<T>, Vec<Problem>> {
        if self.problems.is_empty() {
            Ok(self.rows)
        } else {
            Err(self.problems)
        }
    }
}

/// Reads a list of products; README tells its columns.
///
/// What the list declares of allergens is recorded as said on `day`.
#[must_use]
pub fn products(bytes: &[u8], day: BusinessDay) -> Plan<NewProduct> {
    table::read(bytes, &product::COLUMNS, |row| product::read(row, day))
}

/// Reads a list of pupils; README tells its columns.
#[must_use]
pub fn students(bytes: &[u8]) -> Plan<NewStudent> {
    students_naming(bytes, &OwnNames::default())
}

/// The same, where pupils may keep off what the canteen added to allergens and diets.
#[must_use]
pub fn students_naming(bytes: &[u8], names: &OwnNames) -> Plan<NewStudent> {
    table::read(bytes, &student::COLUMNS, |row| student::read(row, names))
}

/// Reads a list of pupils that brings the file up to date: with their own documents, and grades that were
/// merged in the spreadsheet.
#[must_use]
pub fn pupils(bytes: &[u8], names: &OwnNames) -> Plan<ListedPupil> {
    table::read_merged(bytes, &student::COLUMNS, &student::MERGED, |row| {
        student::read_listed(row, names)
    })
}

/// Reads a list of top-ups; README tells its columns. Who is meant is looked up by the till.
#[must_use]
pub fn top_ups(bytes: &[u8]) -> Plan<ListedTopUp> {
    table::read(bytes, &top_up::COLUMNS, top_up::read)
}
