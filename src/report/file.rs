//! A file that is there whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::NoReport;

/// Beside the file until it is whole.
pub(super) fn unfinished(file: &Path) -> PathBuf {
    let mut name = file.file_name().map_or_else(OsString::new, OsString::from);
    name.push(".part");
    file.with_file_name(name)
}

/// Has `write` write beside the file, and puts what it wrote in its place.
pub(super) fn whole<T>(
    file: &Path,
    write: impl FnOnce(&Path) -> Result<T, NoReport>,
) -> Result<T, NoReport> {
    let part = unfinished(file);
    let written = write(&part).and_then(|done| {
        let put = || -> io::Result<()> {
            File::options().write(true).open(&part)?.sync_all()?;
            fs::rename(&part, file)
        };
        put().map_err(|cause| not_written(file, cause))?;
        Ok(done)
    });
    if written.is_err() {
        // What cannot be taken away is written over the next time.
        let _ = fs::remove_file(&part);
    }
    written
}

pub(super) fn not_written(file: &Path, cause: io::Error) -> NoReport {
    NoReport::NotWritten {
        file: file.to_owned(),
        cause: Arc::new(cause),
    }
}
