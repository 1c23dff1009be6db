//! The SQLite file: connection, migrations, one file an aggregate. It decides no rule: what may be
//! sold, charged or voided is asked of [`crate::domain`], here once more inside the transaction.

mod account;
pub mod bench;
mod catalogue;
mod check;
mod connection;
mod day;
mod error;
mod held;
mod old;
mod past;
pub mod pin;
mod print;
mod row;
mod sale;
mod student;
mod user;
mod void;

pub use check::{Broken, SelfCheck};
pub use connection::Store;
pub use day::DaySale;
pub use error::Error;
pub use held::Held;
pub use old::{OldLine, OldSale};
pub use past::Past;
pub use print::PrintJob;
pub use sale::{Recorded, Ticketing};

#[cfg(test)]
mod tests;
