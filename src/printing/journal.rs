//! `logs/printer.log` and `logs/till.log`: one line an event, for the technician who comes after the failure.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{Local, SecondsFormat};

/// Past this a log becomes `printer.log.1`, and the one before that is gone.
const MAX_BYTES: u64 = 1 << 20;

/// A log that never fails its writer: a full disk must not stop a ticket.
#[derive(Debug, Clone)]
pub struct Journal {
    path: Option<PathBuf>,
}

impl Journal {
    /// A log in this file, whose folder is made when it is needed.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self {
            path: Some(path.to_owned()),
        }
    }

    /// A log that keeps nothing.
    #[must_use]
    pub const fn nowhere() -> Self {
        Self { path: None }
    }

    /// Adds one line, with the local time before it.
    pub fn write(&self, event: &str) {
        if let Some(path) = &self.path {
            // There is nobody to tell: the log is where failures are told.
            let _lost = append(path, event);
        }
    }
}

fn append(path: &Path, event: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if fs::metadata(path).is_ok_and(|file| file.len() >= MAX_BYTES) {
        let mut older = path.as_os_str().to_owned();
        older.push(".1");
        fs::rename(path, older)?;
    }
    let time = Local::now().to_rfc3339_opts(SecondsFormat::Millis, false);
    let event = event.replace(char::is_control, " ");
    let line = format!("{time} {event}\n");
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    file.write_all(line.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_one_line_whatever_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("logs").join("printer.log");
        let journal = Journal::at(&path);
        journal.write("job 1 printed");
        journal.write("COM3: two\nlines");
        let log = fs::read_to_string(&path).unwrap();
        assert_eq!(log.lines().count(), 2);
        assert!(log.ends_with("COM3: two lines\n"));
    }

    #[test]
    fn a_log_that_grew_too_large_is_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("printer.log");
        fs::write(&path, vec![b'x'; usize::try_from(MAX_BYTES).unwrap()]).unwrap();
        Journal::at(&path).write("job 1 printed");
        assert!(fs::metadata(&path).unwrap().len() < 100);
        let older = fs::metadata(folder.path().join("printer.log.1")).unwrap();
        assert_eq!(older.len(), MAX_BYTES);
    }
}
