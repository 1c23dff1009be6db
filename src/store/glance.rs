//! A look at a canteen's file from outside, before anybody opens it.

use std::fs::{OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use rusqlite::OptionalExtension;

use super::connection::MIGRATIONS;
use super::{Error, Source};
use crate::domain::Timestamp;

/// The schema that this program writes.
#[must_use]
pub fn schema() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// What a file says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glance {
    /// Its schema: older than [`schema`] is brought up to date when the till opens it.
    pub schema: i64,
    /// Sales and voids in it.
    pub sales: i64,
    /// The time that the last sale carries.
    pub last_sale_at: Option<Timestamp>,
}

impl Glance {
    /// Looks at the file and changes nothing; whoever sells meanwhile goes on selling.
    ///
    /// # Errors
    /// As [`Source::open`]: a file that is no canteen's, one of a newer program, or what the disk says.
    pub fn at(path: &Path) -> Result<Self, Error> {
        let source = Source::open(path)?;
        let db = source.db();
        let last = "SELECT at FROM sale ORDER BY seq DESC LIMIT 1";
        let last: Option<i64> = db.query_row(last, (), |row| row.get(0)).optional()?;
        Ok(Self {
            schema: db.query_row("PRAGMA user_version", (), |row| row.get(0))?,
            sales: db.query_row("SELECT count(*) FROM sale", (), |row| row.get(0))?,
            last_sale_at: last.map(Timestamp),
        })
    }
}

/// Whether a Cantina has the file open. One that has never been opened is held by nobody.
///
/// # Errors
/// What the system says of the lock beside the file.
pub fn is_held(path: &Path) -> Result<bool, Error> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let lock = PathBuf::from(name);
    if !lock.exists() {
        return Ok(false);
    }
    let file = OpenOptions::new().write(true).open(lock)?;
    match file.try_lock() {
        Ok(()) => Ok(false),
        Err(TryLockError::WouldBlock) => Ok(true),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn a_file_is_looked_at_without_being_opened_or_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cantina.db");
        assert!(!is_held(&path).unwrap());
        let store = Store::open(&path).unwrap();
        assert!(is_held(&path).unwrap());
        let seen = Glance::at(&path).unwrap();
        assert_eq!((seen.schema, seen.sales), (schema(), 0));
        assert_eq!(seen.last_sale_at, None);
        drop(store);
        assert!(!is_held(&path).unwrap());
    }

    #[test]
    fn a_file_that_is_no_canteens_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cantina.db");
        std::fs::write(&path, "no database, but long enough to be looked at").unwrap();
        assert!(matches!(Glance::at(&path), Err(Error::NotADatabase(_))));
    }
}
