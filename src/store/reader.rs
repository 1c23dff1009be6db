//! A connection that only reads, so that no report delays a sale.

use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, OpenFlags};

use super::connection::know_order;
use super::diet::Labels;
use super::{Error, Store};

/// Reads the file beside the one that writes.
#[derive(Debug)]
pub struct Reader {
    pub(super) db: Connection,
    pub(super) labels: Arc<Labels>,
}

impl Store {
    /// A second connection to the same file, which only reads.
    ///
    /// # Errors
    /// When the file cannot be opened again, as one in memory.
    pub fn reader(&self) -> Result<Reader, Error> {
        let path = self.db.path().filter(|path| !path.is_empty());
        let path = path.ok_or_else(|| Error::NotFound("a file".to_owned()))?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(Path::new(path), flags)?;
        db.execute_batch("PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;")?;
        know_order(&db)?;
        Ok(Reader {
            db,
            labels: Arc::clone(&self.labels),
        })
    }
}
