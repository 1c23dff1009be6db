//! The SQLite file: connection, migrations, one file an aggregate. It decides no rule: what may be
//! sold, charged or voided is asked of [`crate::domain`], here once more inside the transaction.

mod account;
pub mod bench;
mod cancel;
mod catalogue;
mod check;
mod checked;
mod connection;
mod copy;
mod day;
pub mod diet;
mod error;
mod held;
mod metrics;
mod old;
mod past;
pub mod pin;
mod print;
mod queue;
mod reader;
mod row;
mod sale;
mod stamp;
mod student;
mod user;
mod void;
mod whole;

pub use cancel::Cancel;
pub use check::{Broken, SelfCheck};
pub use checked::{LastCheck, Looked};
pub use connection::Store;
pub use copy::{Copy, Mark};
pub use day::DaySale;
pub use error::Error;
pub use held::Held;
pub use metrics::{Head, KeptAlert, PaymentLine, ProductLine, SaleLine, Slice, Summed, Watched};
pub use old::{OldLine, OldSale};
pub use past::Past;
pub use print::PrintJob;
pub use reader::Reader;
pub use sale::{Recorded, Ticketing};
pub use stamp::Stamp;
pub use whole::{Closed, Contents, Fault, Restore, Source, make_ready};

use catalogue::category_named;

#[cfg(test)]
mod tests;
