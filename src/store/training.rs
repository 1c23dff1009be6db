//! A copy of a canteen to practise on: a file of its own, from which nothing leads back.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::connection::about;
use super::{Error, Store};

impl Store {
    /// Copies the file at `from` as it is now to `into`, where none may be yet, beside whoever sells on it.
    ///
    /// What waits for the printer does not wait in the copy: nobody's ticket is printed by an exercise.
    ///
    /// # Errors
    /// When the one cannot be read or the other not be written.
    pub fn copy_for_training(from: &Path, into: &Path) -> Result<(), Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db =
            Connection::open_with_flags(from, flags).map_err(|error| about(from, error.into()))?;
        db.execute_batch("PRAGMA busy_timeout = 5000")?;
        db.execute("VACUUM INTO ?1", [into.to_string_lossy()])
            .map_err(|error| about(into, error.into()))?;
        drop(db);
        let mut copy = Self::open(into)?;
        copy.transact(|db| {
            db.execute(
                "UPDATE print_job SET state = 'cancelled'
                 WHERE state IN ('waiting', 'sending', 'uncertain')",
                (),
            )?;
            Ok(())
        })
    }
}
