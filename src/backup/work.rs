//! Whose turn it is, and the folder in which copies are made and backups unpacked.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Error;
use crate::settings::DataFolder;

/// How often the lock is tried, and how long is waited in between: half a second in all.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(25);

/// Held by whoever makes, checks, deletes or restores backups of one canteen: one at a time, also between
/// programs. What a program that died has left is gone when it is taken.
#[derive(Debug)]
pub(super) struct Turn {
    folder: PathBuf,
    _lock: File,
}

impl Turn {
    /// # Errors
    /// [`Error::Busy`], or what the disk says.
    pub(super) fn take(data: &DataFolder) -> Result<Self, Error> {
        let path = data.root().join("backup.lock");
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|cause| Error::data(&path, cause))?;
        locked(&lock, &path)?;
        let folder = data.root().join("backup.work");
        let turn = Self {
            folder,
            _lock: lock,
        };
        turn.clear()
            .and_then(|()| fs::create_dir(&turn.folder))
            .map_err(|cause| Error::data(&turn.folder, cause))?;
        Ok(turn)
    }

    /// A file or folder to work with, gone when the turn is over.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Takes away a file and what `SQLite` put beside it.
    pub(super) fn remove(&self, name: &str) {
        for end in ["", "-journal", "-wal", "-shm", ".lock"] {
            // What cannot go now goes when the next turn is taken.
            let _ = fs::remove_file(self.path(&format!("{name}{end}")));
        }
    }

    fn clear(&self) -> io::Result<()> {
        match fs::remove_dir_all(&self.folder) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cause),
            _ => Ok(()),
        }
    }
}

/// A program that is just being started by another thread holds the lock for a moment: it is tried again.
fn locked(lock: &File, path: &Path) -> Result<(), Error> {
    for _ in 0..TRIES {
        match lock.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(cause)) => return Err(Error::data(path, cause)),
        }
    }
    Err(Error::Busy)
}

impl Drop for Turn {
    fn drop(&mut self) {
        // What is left goes when the next turn is taken.
        let _ = self.clear();
    }
}

/// Makes this thread yield to whoever sells: of a backup, of a report.
#[cfg(target_os = "linux")]
pub(crate) fn be_modest() {
    // Linux keeps this for each thread. Whoever may not, works as usual.
    let _ = rustix::process::setpriority_process(None, 10);
}

/// Windows starts scheduled tasks below the usual priority by itself; of a thread no safe call says it.
#[cfg(not(target_os = "linux"))]
pub(crate) const fn be_modest() {}

/// A destination that is there, or can be made where its folder above is: a stick that was pulled out is
/// never replaced by a folder of its name.
///
/// # Errors
/// [`Error::Destination`].
pub(super) fn reach(folder: &Path) -> Result<(), Error> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir(folder).map_err(|cause| Error::destination(folder, cause))
}
