//! Whether this computer is fit for a till: each check says how it stands and what to do about it.
//!
//! Nothing is changed: a trial file is written and taken away again, and that is all.

mod data;
mod machine;
mod open;
mod printer;

use std::path::Path;

use crate::domain::Moment;
use crate::i18n::{I18n, Value};
use crate::settings::{Config, DataFolder, Error};

/// How a check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be.
    Good,
    /// Worth knowing; nothing has to be done.
    Note,
    /// Something should be done; the till sells all the same.
    Warning,
    /// The till does not work, or not safely.
    Bad,
}

impl State {
    /// A word for programs: stable once landed.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Bad => "bad",
        }
    }
}

/// What one check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// A word for programs: stable once landed.
    pub check: &'static str,
    /// How it stands.
    pub state: State,
    /// What was found, as a sentence.
    pub says: String,
    /// What to do, as a sentence; nothing where all is well.
    pub todo: Option<String>,
}

/// What all checks found, in the order in which they matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Check by check.
    pub lines: Vec<Line>,
}

impl Report {
    /// Whether the till works here.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.worst() < State::Bad
    }

    /// The worst that was found.
    #[must_use]
    pub fn worst(&self) -> State {
        let states = self.lines.iter().map(|line| line.state);
        states.max().unwrap_or(State::Good)
    }
}

/// Whose computer is looked at.
#[derive(Debug)]
pub struct Patient<'a> {
    /// The data folder, which may not be there yet.
    pub folder: &'a DataFolder,
    /// The settings, or why they cannot be read.
    pub config: Result<Config, Error>,
    /// The time by this computer's clock.
    pub now: Moment,
    /// Whether it is the open till itself that looks: it has a window, and its own lock is no other's.
    pub inside: bool,
    /// The words to answer in.
    pub words: &'a I18n,
}

/// Looks at everything. Takes as long as the disk takes to write some pages; at most some seconds.
#[must_use]
pub fn examine(patient: &Patient<'_>) -> Report {
    let (display, libraries) = match patient.inside {
        true => (machine::shown(patient.words), None),
        false => (
            machine::display(patient.words),
            machine::libraries(patient.words),
        ),
    };
    let mut lines = vec![display];
    lines.extend(libraries);
    lines.push(machine::fonts(patient.words));
    lines.push(data::folder(patient));
    lines.push(data::settings(patient));
    lines.push(data::database(patient));
    lines.extend(data::other_copy(patient));
    lines.push(data::space(patient));
    lines.push(data::disk(patient));
    lines.push(data::backups(patient));
    lines.push(machine::scheduler(patient.words));
    lines.push(printer::printer(patient));
    lines.extend(printer::group(patient.words));
    lines.push(machine::clock(patient));
    lines.push(machine::zone(patient.words));
    lines.push(machine::memory(patient.words));
    Report { lines }
}

/// Says what a check found: its sentence is `doctor-` and the key, what to do has `-todo` behind it.
fn line(
    check: &'static str,
    state: State,
    key: &str,
    told: &[(&str, Value)],
    words: &I18n,
) -> Line {
    let key = format!("doctor-{key}");
    let todo = format!("{key}-todo");
    Line {
        check,
        state,
        says: words.text_with(&key, told),
        todo: words.knows(&todo).then(|| words.text_with(&todo, told)),
    }
}

fn shown(path: &Path) -> Value {
    path.display().to_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use crate::store::Store;
    use crate::till::now;

    fn examined(root: &Path, locale: Locale, inside: bool) -> Report {
        let folder = DataFolder::at(root);
        let config = Config::load(&folder.config());
        examine(&Patient {
            folder: &folder,
            config,
            now: now(),
            inside,
            words: &I18n::new(locale),
        })
    }

    fn found<'a>(report: &'a Report, check: &str) -> &'a Line {
        let line = report.lines.iter().find(|line| line.check == check);
        line.unwrap_or_else(|| panic!("no check {check}"))
    }

    #[test]
    fn every_check_speaks_every_language_and_says_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        for locale in Locale::ALL {
            let report = examined(&folder.path().join("new"), locale, false);
            assert!(report.lines.len() >= 13);
            for line in &report.lines {
                assert!(!line.says.contains(['⟦', '{']), "{}", line.says);
                assert!(
                    line.state <= State::Note || line.todo.is_some(),
                    "{locale}: {} says nothing to do",
                    line.check
                );
            }
        }
    }

    #[test]
    fn looking_makes_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("new");
        let report = examined(&root, Locale::EsPy, false);
        assert!(!root.exists());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        assert_eq!(found(&report, "data_folder").state, State::Note);
        assert_eq!(found(&report, "database").state, State::Note);
    }

    #[test]
    fn a_till_that_has_the_canteen_open_is_seen_from_outside_and_is_no_other_to_itself() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("cantina.db")).unwrap();
        let outside = examined(folder.path(), Locale::EsPy, false);
        assert_eq!(found(&outside, "other_copy").state, State::Note);
        let inside = examined(folder.path(), Locale::EsPy, true);
        assert!(inside.lines.iter().all(|line| line.check != "other_copy"));
        assert_eq!(found(&inside, "display").state, State::Good);
        assert_eq!(found(&inside, "database").state, State::Good);
        drop(store);
    }

    #[test]
    fn a_file_of_a_newer_program_is_bad_and_a_clock_behind_the_last_sale_too() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cantina.db");
        drop(Store::open(&path).unwrap());
        let mut file = std::fs::read(&path).unwrap();
        // The schema's number stands in the header of every SQLite file.
        file[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
        std::fs::write(&path, file).unwrap();
        let report = examined(folder.path(), Locale::EsPy, false);
        assert_eq!(found(&report, "database").state, State::Bad);
        assert!(!report.is_good());
    }

    #[test]
    fn settings_that_make_no_sense_are_said_with_their_line() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("config.toml"), "locale = 7\n").unwrap();
        let report = examined(folder.path(), Locale::EsPy, false);
        assert_eq!(found(&report, "settings").state, State::Bad);
    }
}
