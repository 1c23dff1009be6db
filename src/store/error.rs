//! What can go wrong with the file, or be refused by a rule when a fact is written.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::card::Unchanged;
use crate::domain::cart::Conflict;
use crate::domain::detect::BadWords;
use crate::domain::diet::BadOwn;
use crate::domain::ledger::Unmoved;
use crate::domain::lunch::CannotSubscribe;
use crate::domain::people;
use crate::domain::refund::CannotRefund;
use crate::domain::sale::CannotVoid;
use crate::domain::shift;
use crate::domain::stock;
use crate::domain::student::CardRefused;
use crate::domain::{Quantity, account, code};

/// Why the store did not do it. Nothing was written.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// Another Cantina has the file open.
    #[error("another Cantina is using {0}")]
    AlreadyOpen(PathBuf),
    /// The file is something else.
    #[error("{0} is not a Cantina database")]
    NotADatabase(PathBuf),
    /// A newer Cantina wrote it.
    #[error("the database has schema {found}, this Cantina knows up to {known}")]
    NewerSchema {
        /// In the file.
        found: i64,
        /// In this program.
        known: i64,
    },
    /// The file or its folder cannot be written.
    #[error("the database cannot be written: read only")]
    ReadOnly,
    /// No room left.
    #[error("the disk is full")]
    DiskFull,
    /// Somebody else holds the file for longer than we wait.
    #[error("the database is locked by another program")]
    Locked,
    /// Its pages are damaged.
    #[error("the database is damaged")]
    Corrupt,
    /// The account refuses the charge.
    #[error(transparent)]
    Account(#[from] account::Refused),
    /// The accounts as they stand do not allow the movement.
    #[error(transparent)]
    Unmoved(#[from] Unmoved),
    /// The card as it stands does not allow that.
    #[error(transparent)]
    CardUnchanged(#[from] Unchanged),
    /// The card does not open its account.
    #[error(transparent)]
    Card(#[from] CardRefused),
    /// A restriction stands against the sale.
    #[error("a restriction of the pupil stands against the sale")]
    Restricted(Vec<Conflict>),
    /// A product is out of stock.
    #[error("{name}: only {left} left")]
    OutOfStock {
        /// The product.
        name: String,
        /// How much is left.
        left: Quantity,
    },
    /// A tender's commission is not what the customer was shown.
    #[error("the terms of a tender have changed")]
    TermsChanged,
    /// The price of a product is not what the customer was shown.
    #[error("the price of {name} has changed")]
    PriceChanged {
        /// The product.
        name: String,
    },
    /// The last who may make users would lose that.
    #[error("the last administrator keeps every right")]
    LastAdministrator,
    /// Whoever acts is not trusted with as much as is to be changed.
    #[error("this takes a higher role")]
    BeyondRole,
    /// Nobody changes their own role or single rights.
    #[error("nobody changes their own rights")]
    OwnRights,
    /// Of this cart a sale was made before.
    #[error("this cart was sold before, ticket {number}")]
    AlreadySold {
        /// The ticket's number.
        number: i64,
    },
    /// The pupil cannot be subscribed to lunch.
    #[error(transparent)]
    Lunch(#[from] CannotSubscribe),
    /// The sale cannot be voided.
    #[error(transparent)]
    CannotVoid(#[from] CannotVoid),
    /// The drawer's shift does not allow it.
    #[error(transparent)]
    Shift(#[from] shift::Refused),
    /// Stock cannot be moved like that.
    #[error(transparent)]
    Stock(#[from] stock::Refused),
    /// Nothing, or not that much, can be given back.
    #[error(transparent)]
    CannotRefund(#[from] CannotRefund),
    /// A form about people, or what is asked of one, is refused.
    #[error(transparent)]
    People(#[from] people::Refused),
    /// No such thing on file.
    #[error("not on file: {0}")]
    NotFound(String),
    /// Two things with one code, card or name.
    #[error("{0} is taken")]
    Taken(String),
    /// A product would be a part of itself.
    #[error("{0} is made of this product")]
    PartOfItself(String),
    /// The canteen's own words are not good; the last good ones stay in force.
    #[error(transparent)]
    Words(BadWords),
    /// What the canteen wants to add has no name, or one that there is.
    #[error(transparent)]
    Own(#[from] BadOwn),
    /// A stored value that no version of Cantina writes.
    #[error("the database holds something unexpected: {0}")]
    Unexpected(String),
    /// Anything else that SQLite says.
    #[error("database: {0}")]
    Sqlite(Arc<rusqlite::Error>),
    /// Anything else that the file system says.
    #[error("file: {0}")]
    Io(Arc<std::io::Error>),
}

impl Error {
    /// The number that `SQLite` gave it, with its extended code; 0 where it gave none.
    #[must_use]
    pub fn number(&self) -> i32 {
        match self {
            Self::Sqlite(error) => error.sqlite_error().map_or(0, |error| error.extended_code),
            _ => 0,
        }
    }

    /// An answer of `SQLite` that is none of the above, by its extended code.
    #[must_use]
    pub fn other(code: i32) -> Self {
        let error = rusqlite::ffi::Error::new(code);
        Self::Sqlite(Arc::new(rusqlite::Error::SqliteFailure(error, None)))
    }

    /// A word for programs: stable once landed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AlreadyOpen(_) => "already_open",
            Self::NotADatabase(_) => "not_a_database",
            Self::NewerSchema { .. } => "newer_schema",
            Self::ReadOnly => "read_only",
            Self::DiskFull => "disk_full",
            Self::Locked => "locked",
            Self::Corrupt => "corrupt",
            Self::Account(refused) => refused.code(),
            Self::TermsChanged => "terms_changed",
            Self::PriceChanged { .. } => "price_changed",
            Self::LastAdministrator => "last_administrator",
            Self::BeyondRole => "beyond_role",
            Self::OwnRights => "own_rights",
            Self::Card(CardRefused::Blocked) => "card_blocked",
            Self::Card(CardRefused::Expired(_)) => "card_expired",
            Self::Card(CardRefused::Replaced) => "card_replaced",
            Self::Unmoved(why) => why.code(),
            Self::CardUnchanged(why) => why.code(),
            Self::Restricted(_) => "restricted",
            Self::OutOfStock { .. } => "out_of_stock",
            Self::AlreadySold { .. } => "already_sold",
            Self::Lunch(_) => "cannot_subscribe",
            Self::CannotVoid(_) => "cannot_void",
            Self::Shift(shift::Refused::NoneOpen) => "no_shift",
            Self::Shift(shift::Refused::OneOpen) => "shift_open",
            Self::Shift(shift::Refused::BadAmount) => "bad_amount",
            Self::Shift(shift::Refused::NoReason) => "no_reason",
            Self::Shift(shift::Refused::NotCounted) => "not_counted",
            Self::Shift(shift::Refused::CountedBefore) => "counted_before",
            Self::Shift(shift::Refused::Explain) => "explain_difference",
            Self::Shift(shift::Refused::Approve) => "approve_difference",
            Self::CannotRefund(_) => "cannot_refund",
            Self::People(why) => why.code(),
            Self::Stock(refused) => refused.code(),
            Self::NotFound(_) => "not_found",
            Self::PartOfItself(_) => "part_of_itself",
            Self::Words(_) => "bad_words",
            Self::Own(BadOwn::NoName) => "no_name",
            Self::Taken(_) | Self::Own(BadOwn::Taken(_)) => "taken",
            Self::Unexpected(_) => "unexpected",
            Self::Sqlite(_) => "database",
            Self::Io(_) => "io",
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt) => Self::Corrupt,
            Some(ErrorCode::NotADatabase) => Self::NotADatabase(PathBuf::new()),
            // The disk failed under SQLite: it is no more a matter of the database than of any file.
            Some(ErrorCode::SystemIoFailure) => Self::Io(Arc::new(std::io::Error::other(error))),
            _ => Self::Sqlite(Arc::new(error)),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull => Self::DiskFull,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io(Arc::new(error)),
        }
    }
}

impl From<code::BadCode> for Error {
    fn from(error: code::BadCode) -> Self {
        Self::Unexpected(error.to_string())
    }
}
