//! `logs/printer.log` and `logs/till.log`: one line an event, for the technician who comes after the failure.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, Local, NaiveDate, SecondsFormat};

use super::log::Event;
use crate::i18n::I18n;

/// Past this a log becomes `printer.log.1`, and the one before that is gone.
const MAX_BYTES: u64 = 1 << 20;
/// Stands before what somebody should look at.
const ERROR_MARK: &str = "! ";

/// A log that never fails its writer: a full disk must not stop a ticket.
#[derive(Debug, Clone)]
pub struct Journal {
    path: Option<PathBuf>,
    words: Option<I18n>,
}

/// One line of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When, by the clock on the wall.
    pub at: DateTime<FixedOffset>,
    /// Whether somebody should look at it.
    pub error: bool,
    /// What happened.
    pub text: String,
}

impl Journal {
    /// A log in this file, whose folder is made when it is needed.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self {
            path: Some(path.to_owned()),
            words: None,
        }
    }

    /// The same, telling of the printer in these words.
    #[must_use]
    pub fn in_words(self, words: I18n) -> Self {
        Self {
            words: Some(words),
            ..self
        }
    }

    /// A log that keeps nothing.
    #[must_use]
    pub const fn nowhere() -> Self {
        Self {
            path: None,
            words: None,
        }
    }

    /// Adds what happened to the printer, in the words of the screen.
    pub fn tell(&self, event: &Event) {
        let Some(words) = &self.words else {
            return self.write(&format!("{event:?}"));
        };
        let mark = if event.is_error() { ERROR_MARK } else { "" };
        self.write(&format!("{mark}{}", event.sentence(words)));
    }

    /// The lines of a log, oldest first: of the file put aside too. Lines that make no sense are left out.
    ///
    /// # Errors
    /// What the system says of a file that is there and cannot be read.
    pub fn read(path: &Path, since: Option<NaiveDate>) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for file in [older(path), path.to_owned()] {
            let text = match fs::read(&file) {
                Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            let wanted = |entry: &Entry| since.is_none_or(|day| entry.at.date_naive() >= day);
            entries.extend(text.lines().filter_map(entry).filter(wanted));
        }
        Ok(entries)
    }

    /// Adds one line, with the local time before it.
    pub fn write(&self, event: &str) {
        if let Some(path) = &self.path {
            // There is nobody to tell: the log is where failures are told.
            let _lost = append(path, event);
        }
    }
}

fn entry(line: &str) -> Option<Entry> {
    let (at, text) = line.split_once(' ')?;
    let at = DateTime::parse_from_rfc3339(at).ok()?;
    let told = text.strip_prefix(ERROR_MARK);
    Some(Entry {
        at,
        error: told.is_some(),
        text: told.unwrap_or(text).to_owned(),
    })
}

/// Where a log is put aside.
fn older(path: &Path) -> PathBuf {
    let mut older = path.as_os_str().to_owned();
    older.push(".1");
    PathBuf::from(older)
}

fn append(path: &Path, event: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if fs::metadata(path).is_ok_and(|file| file.len() >= MAX_BYTES) {
        fs::rename(path, older(path))?;
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
    fn what_was_told_is_read_back_in_the_words_of_the_screen() {
        use crate::domain::{Locale, PrintJobId};
        use crate::printing::status::State;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("printer.log");
        let words = I18n::new(Locale::EsPy);
        let journal = Journal::at(&path).in_words(words.clone());
        journal.tell(&Event::State(State::NoPaper(Some(PrintJobId(7)))));
        journal.tell(&Event::State(State::Ready));
        fs::write(older(&path), "noise\n2020-01-02T03:04:05-03:00 old\n").unwrap();
        let all = Journal::read(&path, None).unwrap();
        let seen: Vec<_> = all.iter().map(|of| (of.error, of.text.as_str())).collect();
        let no_paper = State::NoPaper(Some(PrintJobId(7))).sentence(&words);
        let ready = words.text("printer-ready");
        assert_eq!(seen, [(false, "old"), (true, &no_paper), (false, &ready)]);
        let today = Local::now().date_naive();
        assert_eq!(Journal::read(&path, Some(today)).unwrap().len(), 2);
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
