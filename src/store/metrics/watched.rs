//! A reader whose questions can be given up, for reports.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::super::{Cancel, Error, Reader};

/// So many steps of SQLite's machine between two looks at whether anybody still waits: well under a
/// millisecond.
const STEPS: i32 = 2_000;

/// Statements that a report runs again and again.
const STATEMENTS: usize = 64;

/// A reader kept for reports.
#[derive(Debug)]
pub struct Watched {
    reader: Reader,
    asked: Arc<Mutex<Option<Cancel>>>,
}

impl Watched {
    /// Takes a reader for reports alone.
    ///
    /// # Errors
    /// When SQLite cannot.
    pub fn new(reader: Reader) -> Result<Self, Error> {
        let asked: Arc<Mutex<Option<Cancel>>> = Arc::default();
        let seen = Arc::clone(&asked);
        let given_up = move || held(&seen).as_ref().is_some_and(Cancel::is_cancelled);
        reader.db.progress_handler(STEPS, Some(given_up))?;
        reader.db.set_prepared_statement_cache_capacity(STATEMENTS);
        reader.db.execute_batch("PRAGMA cache_size = -16384;")?;
        Ok(Self { reader, asked })
    }

    /// Reads one view of the file, until it is done or `cancel` says that nobody wants it.
    ///
    /// # Errors
    /// What `read` returns; after `cancel` that means nothing.
    pub fn read<T, E: From<Error>>(
        &self,
        cancel: &Cancel,
        read: impl FnOnce(&Reader) -> Result<T, E>,
    ) -> Result<T, E> {
        *held(&self.asked) = Some(cancel.clone());
        let done = self.in_one_view(read);
        *held(&self.asked) = None;
        done
    }

    fn in_one_view<T, E: From<Error>>(
        &self,
        read: impl FnOnce(&Reader) -> Result<T, E>,
    ) -> Result<T, E> {
        let view = self.reader.db.unchecked_transaction();
        let _view = view.map_err(|error| E::from(Error::from(error)))?;
        read(&self.reader)
    }
}

fn held(asked: &Mutex<Option<Cancel>>) -> MutexGuard<'_, Option<Cancel>> {
    asked.lock().unwrap_or_else(PoisonError::into_inner)
}
