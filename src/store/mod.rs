//! The SQLite file: connection, migrations, one file an aggregate. It decides no rule: what may be
//! sold, charged or voided is asked of [`crate::domain`], here once more inside the transaction.

mod account;
pub mod audit;
pub mod bench;
mod cancel;
mod card;
mod catalogue;
pub mod chain;
mod check;
mod checked;
mod connection;
mod copy;
mod day;
pub mod diet;
mod error;
mod first_day;
mod glance;
pub mod goods;
mod held;
mod language;
mod ledger;
mod limits;
pub mod lunch;
mod metrics;
mod old;
mod past;
pub mod people;
pub mod pin;
mod price;
mod print;
mod queue;
mod reader;
mod refund;
mod row;
mod sale;
mod setting;
mod shift;
mod stamp;
pub mod stock;
mod student;
mod tender;
mod training;
mod user;
mod user_change;
mod user_right;
mod void;
mod whole;

pub use cancel::Cancel;
pub use card::{CardSaid, CardsOf};
pub use check::{Broken, SelfCheck};
pub use checked::{LastCheck, Looked};
pub use connection::Store;
pub use copy::{Copy, Mark};
pub use day::DaySale;
pub use error::Error;
pub use first_day::Begun;
pub use glance::{Glance, is_held, schema};
pub use held::Held;
pub use ledger::{
    Account, Imported, Low, Member, Posted, Printing, Statement, StatementLine, TopUpRow, Unread,
    Wanted, What,
};
pub use limits::PastLimits;
pub use metrics::{Head, KeptAlert, PaymentLine, ProductLine, SaleLine, Slice, Summed, Watched};
pub use old::{OldLine, OldSale};
pub use past::Past;
pub use price::PastPrice;
pub use print::PrintJob;
pub use reader::Reader;
pub use sale::{Recorded, Ticketing};
pub use setting::was_and_is;
pub use shift::{Close, Count, Desk, NewMove, OldZ, ZPaper};
pub use stamp::Stamp;
pub use user_change::StaffChange;
pub use user_right::StaffCard;
pub use whole::{Closed, Contents, Fault, Restore, Source, make_ready};

use catalogue::category_named;

#[cfg(test)]
mod histories_tests;
#[cfg(test)]
mod limits_tests;
#[cfg(test)]
mod tests;
