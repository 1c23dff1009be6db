//! A copy of the file, to try on it what must never be tried on the file itself.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Error, Reader, Store};
use crate::domain::detect::Detector;
use crate::domain::diet::Policy;

/// A copy beside the file. It is taken away when it is dropped, whatever happened on it.
#[derive(Debug)]
pub struct Copy {
    path: PathBuf,
}

/// How far the file has come: two that are equal say that nobody has written in between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    version: i64,
    rows: [i64; 8],
}

impl Copy {
    /// Opens the copy as a canteen of its own.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(&self) -> Result<Store, Error> {
        Store::open(&self.path)
    }

    fn remove(path: &Path) {
        for end in ["", "-wal", "-shm", "-journal", ".lock"] {
            let mut name = path.as_os_str().to_owned();
            name.push(end);
            // What is not there need not go; what cannot go is taken away before the next copy.
            let _ = fs::remove_file(PathBuf::from(name));
        }
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        Self::remove(&self.path);
    }
}

impl Reader {
    /// Copies the file as it is now to `path`, over what a program that died has left there.
    ///
    /// # Errors
    /// When it cannot be read, or the copy not be written; nothing is left of it then.
    pub fn copy_to(&self, path: &Path) -> Result<Copy, Error> {
        Copy::remove(path);
        let copy = Copy {
            path: path.to_owned(),
        };
        // The connection stays one that cannot write to its own file; the copy is another.
        self.db.execute_batch("PRAGMA query_only = OFF")?;
        let copied = self.db.execute("VACUUM INTO ?1", [path.to_string_lossy()]);
        self.db.execute_batch("PRAGMA query_only = ON")?;
        copied?;
        Ok(copy)
    }

    /// How far the file has come.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn mark(&self) -> Result<Mark, Error> {
        let db = self.db.unchecked_transaction()?;
        let rows = db.query_row(
            "SELECT (SELECT count(*) FROM sale), (SELECT count(*) FROM student),
                 (SELECT count(*) FROM product), (SELECT count(*) FROM declared),
                 (SELECT count(*) FROM restricted), (SELECT count(*) FROM rulebook),
                 (SELECT count(*) FROM audit), (SELECT count(*) FROM user)",
            (),
            |row| {
                let mut rows = [0; 8];
                for (at, count) in rows.iter_mut().enumerate() {
                    *count = row.get(at)?;
                }
                Ok(rows)
            },
        )?;
        let version = db.query_row("PRAGMA data_version", (), |row| row.get(0))?;
        Ok(Mark { version, rows })
    }

    /// Whether anything in the file is called by that name: a trace of what was tried on a copy.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn has_trace_of(&self, name: &str) -> Result<bool, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM student WHERE name = ?1 OR grade = ?1)
                 OR EXISTS (SELECT 1 FROM category WHERE name = ?1)
                 OR EXISTS (SELECT 1 FROM user WHERE name = ?1)",
        )?;
        Ok(select.query_row([name], |row| row.get(0))?)
    }

    /// The policy in force.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn policy(&self) -> Result<Policy, Error> {
        super::diet::policy(&self.db)
    }

    /// What reads labels, with the canteen's own words.
    #[must_use]
    pub fn detector(&self) -> &Detector {
        self.labels.detector()
    }
}
