//! The dashboard read, exported and written: joins the metrics of the domain to the store and to files.

mod base;
mod csv_file;
mod export;
mod file;
mod html;
pub mod person;
mod read;
pub mod svg;
pub mod words;
mod xlsx_file;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::Money;
use crate::domain::metrics::{Comparison, Period};
use crate::store;

pub use base::Bases;
pub use export::export;
pub use html::{page_name, write_html};
pub use read::Reading;

/// What is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ask {
    /// Which days.
    pub period: Period,
    /// Compared with which.
    pub comparison: Comparison,
}

/// Why there is no report. Nothing on file was changed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum NoReport {
    /// Nobody wanted it any more.
    #[error("cancelled")]
    Cancelled,
    /// The file cannot be read.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The program is closing.
    #[error("the till is closing")]
    Closing,
    /// What was to be written could not be; what was there before is there still.
    #[error("{file} could not be written: {cause}")]
    NotWritten {
        /// Which file.
        file: PathBuf,
        /// Why.
        cause: Arc<io::Error>,
    },
    /// More rows than Excel has: fewer days, or CSV.
    #[error("more rows than Excel has")]
    TooManyRows,
}

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// One row a sale, void or refund.
    Sales,
    /// One row a line of them.
    Lines,
    /// One row a payment of them.
    Payments,
}

/// What was exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// So many rows.
    pub rows: u64,
    /// Their amounts together: the income of the dashboard for sales and payments, income and rounding
    /// for lines.
    pub total: Money,
    /// Where.
    pub file: PathBuf,
}
