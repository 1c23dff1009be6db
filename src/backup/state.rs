//! What is remembered of backups beside them: which were found good and when, what failed, what was seen.
//!
//! Nothing depends on it but words and what may be deleted: without it every backup is still good, and is
//! found so again by verifying it.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Error, Manifest};
use crate::domain::{Moment, Timestamp};
use crate::settings::{DataFolder, replace_file};

/// So many failures are remembered.
const FAILURES: usize = 20;
/// What was found of so many backups is remembered: of more than are ever kept.
const CHECKS: usize = 400;

/// What is remembered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// Whose backups those of this folder are.
    pub canteen: Uuid,
    /// What was found of each backup, by its name.
    pub(super) checks: BTreeMap<String, Check>,
    /// The last backup that was made and found good.
    pub last_good: Option<Seen>,
    /// Runs that failed, the latest last.
    pub failures: Vec<Failure>,
    /// When the second destination was last seen, and which it was.
    pub second: Option<Seen>,
    /// When backups were last verified again.
    pub rechecked_at: Option<Timestamp>,
}

/// What was found of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Check {
    /// Which backup of that name it was.
    pub(super) id: String,
    pub(super) bytes: u64,
    pub(super) at: Timestamp,
    /// What was wrong with it, as a word and as a sentence; `None` if it was good.
    pub(super) flaw: Option<(String, String)>,
}

/// Something that was seen, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Its path.
    pub path: PathBuf,
    /// When.
    pub at: Moment,
}

/// A run that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// When.
    pub at: Moment,
    /// Why, as a sentence for the user.
    pub why: String,
}

impl State {
    fn file(data: &DataFolder) -> PathBuf {
        data.root().join("backup.json")
    }

    /// What is remembered; nothing, where it makes no sense.
    #[must_use]
    pub fn load(data: &DataFolder) -> Self {
        let text = std::fs::read(Self::file(data));
        let read: io::Result<Self> = text.and_then(|text| Ok(serde_json::from_slice(&text)?));
        let mut state = read.unwrap_or_default();
        if state.canteen.is_nil() {
            state.canteen = Uuid::now_v7();
        }
        state
    }

    pub(super) fn save(&self, data: &DataFolder) -> Result<(), Error> {
        let file = Self::file(data);
        let text = serde_json::to_vec_pretty(self).map_err(io::Error::from);
        let saved = text.and_then(|text| replace_file(&file, &text));
        saved.map_err(|cause| Error::data(&file, cause))
    }

    pub(super) fn failed(&mut self, at: Moment, why: String) {
        self.failures.push(Failure { at, why });
        let over = self.failures.len().saturating_sub(FAILURES);
        self.failures.drain(..over);
    }

    /// What was found of this very backup, if it was looked at.
    pub(super) fn check_of(&self, name: &str, bytes: u64, manifest: &Manifest) -> Option<&Check> {
        let check = self.checks.get(name)?;
        (check.bytes == bytes && check.id == manifest.id()).then_some(check)
    }

    pub(super) fn checked(
        &mut self,
        path: &Path,
        manifest: &Manifest,
        at: Moment,
        flaw: Option<(String, String)>,
    ) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let check = Check {
            id: manifest.id(),
            bytes: std::fs::metadata(path).map_or(0, |file| file.len()),
            at: at.at,
            flaw,
        };
        self.found(name.into_owned(), check);
    }

    /// Of more than are ever kept the oldest is forgotten.
    fn found(&mut self, name: String, check: Check) {
        self.checks.insert(name, check);
        while self.checks.len() > CHECKS {
            let oldest = self.checks.iter().min_by_key(|(_, check)| check.at);
            let Some(oldest) = oldest.map(|(name, _)| name.clone()) else {
                return;
            };
            self.checks.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_of_backups_long_gone_is_forgotten_in_time() {
        let check = |at| Check {
            id: String::new(),
            bytes: 1,
            at: Timestamp(at),
            flaw: None,
        };
        let mut state = State::default();
        for at in 0..2_000 {
            state.found(format!("{at}.cantina"), check(at));
        }
        assert_eq!(state.checks.len(), CHECKS);
        assert!(state.checks.contains_key("1999.cantina"), "the newest stay");
    }
}
