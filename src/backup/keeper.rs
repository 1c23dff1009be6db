//! Whoever keeps the backups of one canteen: makes, lists, verifies and deletes them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

use super::control::Control;
use super::folder::{self, Entry, Standing};
use super::keep::{self, Dated};
use super::make::{self, Order};
use super::manifest::{self, Manifest, Reason};
use super::read::{self, Places};
use super::work::{self, Turn};
use super::{Error, Seen, State, name, said, second};
use crate::domain::Moment;
use crate::i18n::I18n;
use crate::settings::{Backup, DataFolder, sync_folder_of};
use crate::store::Source;

/// The oldest backup and another one are verified again after so long, in milliseconds: a week.
const RECHECK_MS: i64 = 7 * 24 * 3_600_000;

/// Keeps the backups of one canteen, whether a till has it open or not.
#[derive(Clone)]
pub struct Keeper {
    pub(super) data: DataFolder,
    pub(super) settings: Backup,
    pub(super) words: I18n,
    log: Arc<dyn Fn(&str) + Send + Sync>,
}

/// A backup that was made and found good.
#[derive(Debug, Clone)]
pub struct Made {
    /// Where it is.
    pub path: PathBuf,
    /// Its length.
    pub bytes: u64,
    /// What is in it.
    pub manifest: Manifest,
    /// How many backups were copied to the second destination; `None` where it is not there or failed.
    pub copied: Option<usize>,
    /// Old backups that were deleted.
    pub pruned: Vec<Pruned>,
    /// The number of the last sale in it.
    pub(super) last_sale: i64,
}

/// A backup that was unpacked and found good.
#[derive(Debug, Clone)]
pub struct Verified {
    /// Where it is.
    pub path: PathBuf,
    /// What is in it.
    pub manifest: Manifest,
}

/// A backup that is too old to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pruned {
    /// Where it was.
    pub path: PathBuf,
    /// Its length.
    pub bytes: u64,
}

impl Keeper {
    /// Keeps the backups of this folder; `log` gets one line of each event, in these words.
    #[must_use]
    pub fn new(
        data: DataFolder,
        settings: Backup,
        words: I18n,
        log: impl Fn(&str) + Send + Sync + 'static,
    ) -> Self {
        Self {
            data,
            settings,
            words,
            log: Arc::new(log),
        }
    }

    pub(super) fn log(&self, key: &str, told: &[(&str, crate::i18n::Value)]) {
        (self.log)(&self.words.text_with(key, told));
    }

    /// Where backups go.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.settings.folder(&self.data)
    }

    /// The words it speaks.
    #[must_use]
    pub const fn words(&self) -> &I18n {
        &self.words
    }

    /// How backups are made.
    #[must_use]
    pub const fn settings(&self) -> &Backup {
        &self.settings
    }

    /// What is remembered of backups.
    #[must_use]
    pub fn state(&self) -> State {
        State::load(&self.data)
    }

    /// Makes a backup, proves that it restores, copies it to the second destination and deletes what is too
    /// old. Selling goes on meanwhile.
    ///
    /// # Errors
    /// [`Error`]; no backup was made, those of before are as they were.
    pub fn make(&self, reason: Reason, now: Moment, control: &Arc<Control>) -> Result<Made, Error> {
        work::be_modest();
        let made = Turn::take(&self.data).and_then(|turn| {
            let mut made = self.make_in(&self.folder(), reason, now, &turn, control)?;
            self.follow_up(&mut made, now, control);
            Ok(made)
        });
        if let Err(error) = &made {
            self.note_failure(error, now);
        }
        made
    }

    /// A backup in that folder, and nothing besides.
    pub(super) fn make_in(
        &self,
        folder: &Path,
        reason: Reason,
        now: Moment,
        turn: &Turn,
        control: &Arc<Control>,
    ) -> Result<Made, Error> {
        if !self.data.database().exists() {
            return Err(Error::NoCanteen(self.data.root().to_owned()));
        }
        work::reach(folder)?;
        folder::clear_partial(folder);
        let mut state = self.state();
        let made_at = manifest::with_offset(now);
        let whole = name::free_in(folder, made_at);
        let order = Order {
            data: &self.data,
            canteen: state.canteen,
            made_at,
            reason,
        };
        let (manifest, last_sale) = make::make(&order, &whole, turn, control)?;
        Self::prove(&whole, turn, control)?;
        let bytes = fs::metadata(&whole).map_or(0, |file| file.len());
        state.checked(&whole, &manifest, now, None);
        state.last_good = Some(Seen {
            path: whole.clone(),
            at: manifest.made(),
        });
        state.save(&self.data)?;
        self.log(
            "backup-log-made",
            &[
                ("name", name_of(&whole).into()),
                ("size", said::megabytes(bytes).into()),
                ("sales", manifest.contents.sales.into()),
            ],
        );
        Ok(Made {
            path: whole,
            bytes,
            manifest,
            copied: None,
            pruned: Vec::new(),
            last_sale,
        })
    }

    /// Only what was unpacked and found good is ever called a backup.
    fn prove(whole: &Path, turn: &Turn, control: &Control) -> Result<(), Error> {
        let partial = name::partial(whole);
        let into = Places {
            database: &turn.path("proof.db"),
            rest: None,
        };
        let proved = read::unpack(&partial, &into, control).and_then(|_| {
            let named = fs::rename(&partial, whole).and_then(|()| sync_folder_of(whole));
            named.map_err(|cause| Error::destination(whole.parent().unwrap_or(whole), cause))
        });
        turn.remove("proof.db");
        if proved.is_err() {
            // What cannot go now goes another time; it is never taken for a backup.
            let _ = fs::remove_file(&partial);
        }
        proved.map_err(|error| match error {
            Error::Bad { flaw, .. } => Error::bad(whole, flaw),
            Error::NotThere(_) => {
                let gone = std::io::ErrorKind::NotFound.into();
                Error::destination(whole.parent().unwrap_or(whole), gone)
            }
            other => other,
        })
    }

    /// What comes after a backup is no part of it: what fails here is said, and tried again the next time.
    fn follow_up(&self, made: &mut Made, now: Moment, control: &Arc<Control>) {
        made.copied = self.copy_to_second(now, control);
        match self.prune_now(now, false) {
            Ok(pruned) => made.pruned = pruned,
            Err(error) => self.log_error("backup-log-not-pruned", &error),
        }
    }

    fn copy_to_second(&self, now: Moment, control: &Arc<Control>) -> Option<usize> {
        let second = self.settings.second()?;
        if !second.is_dir() {
            let told = [("folder", second.display().to_string().into())];
            self.log("backup-log-second-absent", &told);
            return None;
        }
        let copied = self.list().and_then(|backups| {
            let copied = second::keep_in_step(&backups, second, &self.state(), control)?;
            let mut state = self.state();
            state.second = Some(Seen {
                path: second.to_owned(),
                at: now,
            });
            state.save(&self.data)?;
            Ok(copied)
        });
        match copied {
            Ok(copied) => {
                let told = [
                    ("count", copied.into()),
                    ("folder", second.display().to_string().into()),
                ];
                self.log("backup-log-second", &told);
                Some(copied)
            }
            Err(error) => {
                self.log_error("backup-log-second-failed", &error);
                None
            }
        }
    }

    fn note_failure(&self, error: &Error, now: Moment) {
        match error {
            // Whoever is at it says how it ends.
            Error::Busy => {}
            Error::Cancelled => self.log("backup-log-cancelled", &[]),
            _ => {
                let mut state = self.state();
                state.failed(now, error.sentence(&self.words));
                // The log has it too.
                let _ = state.save(&self.data);
                self.log_error("backup-log-failed", error);
            }
        }
    }

    pub(super) fn log_error(&self, key: &str, error: &Error) {
        self.log(key, &[("why", error.sentence(&self.words).into())]);
    }

    /// The backups in the folder, oldest first.
    ///
    /// # Errors
    /// [`Error::Destination`]; a folder that was never made has none.
    pub fn list(&self) -> Result<Vec<Entry>, Error> {
        let folder = self.folder();
        match folder == self.data.backups() && !folder.exists() {
            true => Ok(Vec::new()),
            false => folder::list(&folder, &self.state()),
        }
    }

    /// The file that somebody named: a path, or the name of a backup in the folder.
    #[must_use]
    pub fn find(&self, named: &Path) -> PathBuf {
        let is_name = named
            .parent()
            .is_some_and(|folder| folder.as_os_str().is_empty());
        match is_name && !named.exists() {
            true => self.folder().join(named),
            false => named.to_owned(),
        }
    }

    /// How that backup stands, without unpacking it.
    ///
    /// # Errors
    /// [`Error::NotThere`].
    pub fn look(&self, file: &Path) -> Result<Entry, Error> {
        match file.is_file() {
            true => Ok(folder::entry(file.to_owned(), &self.state())),
            false => Err(Error::NotThere(file.to_owned())),
        }
    }

    /// Unpacks a backup and compares all of it with what was written.
    ///
    /// # Errors
    /// [`Error::Bad`] says what is wrong with it; [`Error::NotThere`], [`Error::Busy`] and others, that it
    /// could not be found out.
    pub fn verify(&self, file: &Path, now: Moment, control: &Control) -> Result<Verified, Error> {
        let turn = Turn::take(&self.data)?;
        self.verify_now(file, now, &turn, control)
    }

    /// Verifies every backup in the folder; `told` hears of each.
    ///
    /// # Errors
    /// What keeps it from finding out; of a bad one only `told` hears.
    pub fn verify_all(
        &self,
        now: Moment,
        control: &Control,
        mut told: impl FnMut(&Path, Result<Verified, Error>),
    ) -> Result<(), Error> {
        let turn = Turn::take(&self.data)?;
        for entry in self.list()? {
            match self.verify_now(&entry.path, now, &turn, control) {
                Err(error) if !matches!(error, Error::Bad { .. }) => return Err(error),
                found => told(&entry.path, found),
            }
        }
        Ok(())
    }

    fn verify_now(
        &self,
        file: &Path,
        now: Moment,
        turn: &Turn,
        control: &Control,
    ) -> Result<Verified, Error> {
        let into = Places {
            database: &turn.path("proof.db"),
            rest: None,
        };
        let found = read::unpack(file, &into, control);
        turn.remove("proof.db");
        let (manifest, flaw) = match &found {
            Ok(manifest) => (Some(manifest.clone()), None),
            Err(Error::Bad { flaw, .. }) => {
                let why = (flaw.code().to_owned(), flaw.sentence(&self.words));
                (read::manifest(file).ok(), Some(why))
            }
            Err(_) => (None, None),
        };
        if let Some(why) = &flaw {
            let told = [
                ("name", name_of(file).into()),
                ("why", why.1.clone().into()),
            ];
            self.log("backup-log-bad", &told);
        }
        if let Some(manifest) = manifest {
            let mut state = self.state();
            state.checked(file, &manifest, now, flaw);
            state.save(&self.data)?;
        }
        let manifest = found?;
        let told = [
            ("name", name_of(file).into()),
            ("sales", manifest.contents.sales.into()),
        ];
        self.log("backup-log-good", &told);
        Ok(Verified {
            path: file.to_owned(),
            manifest,
        })
    }

    /// Once a week verifies the oldest backup and another one again. The first that is bad ends it.
    ///
    /// # Errors
    /// As [`Keeper::verify`].
    pub fn recheck_if_due(&self, now: Moment, control: &Control) -> Result<Vec<Verified>, Error> {
        let last = self.state().rechecked_at;
        let due = last.is_none_or(|last| (now.at.0 - last.0).abs() > RECHECK_MS);
        if !due {
            return Ok(Vec::new());
        }
        work::be_modest();
        let turn = Turn::take(&self.data)?;
        let mut chosen: Vec<Entry> = self.list()?.into_iter().filter(|entry| entry.own).collect();
        if chosen.len() > 2 {
            // The last bits of a name are dealt at random.
            let other = 1 + Uuid::now_v7().as_u128() % (chosen.len() as u128 - 1);
            chosen.swap(1, usize::try_from(other).unwrap_or(1));
            chosen.truncate(2);
        }
        let checked = chosen
            .iter()
            .map(|entry| self.verify_now(&entry.path, now, &turn, control))
            .collect();
        let mut state = self.state();
        state.rechecked_at = Some(now.at);
        state.save(&self.data)?;
        checked
    }

    /// Deletes the backups that are older than they are kept; with `dry`, only says which those are.
    ///
    /// # Errors
    /// [`Error::Busy`], or why the folder cannot be read or written.
    pub fn prune(&self, now: Moment, dry: bool) -> Result<Vec<Pruned>, Error> {
        let _turn = Turn::take(&self.data)?;
        self.prune_now(now, dry)
    }

    fn prune_now(&self, now: Moment, dry: bool) -> Result<Vec<Pruned>, Error> {
        let folder = self.folder();
        let mut pruned = self.prune_in(&folder, now, dry)?;
        if let Some(second) = self.settings.second().filter(|second| second.is_dir()) {
            pruned.extend(self.prune_in(second, now, dry)?);
        }
        Ok(pruned)
    }

    fn prune_in(&self, folder: &Path, now: Moment, dry: bool) -> Result<Vec<Pruned>, Error> {
        let state = self.state();
        // What this canteen did not write is not even looked at.
        let own = folder::list(folder, &state)?
            .into_iter()
            .filter(|entry| entry.own);
        let own: Vec<Entry> = own.collect();
        let needed = self.needed(&state);
        let dated = own.iter().map(|entry| Dated {
            day: entry
                .manifest
                .as_ref()
                .map_or(now.local.date(), |of| of.made_at.date_naive()),
            good: entry.is_good(),
            // What nobody has tried yet may be all there is, as on a new computer.
            stays: needed.contains(&entry.name()) || matches!(entry.standing, Standing::Unverified),
        });
        let dated: Vec<Dated> = dated.collect();
        let days = self.settings.keep_days.in_days();
        let mut pruned = Vec::new();
        for at in keep::outdated(&dated, days, now.local.date()) {
            let entry = &own[at];
            if !dry {
                fs::remove_file(&entry.path).map_err(|cause| Error::destination(folder, cause))?;
                self.log("backup-log-pruned", &[("name", entry.name().into())]);
            }
            pruned.push(Pruned {
                path: entry.path.clone(),
                bytes: entry.bytes,
            });
        }
        Ok(pruned)
    }

    /// The names of backups that stay whatever their age.
    fn needed(&self, state: &State) -> Vec<String> {
        let restore = Source::open(&self.data.database())
            .and_then(|source| source.last_restore())
            .ok()
            .flatten();
        let before = restore.and_then(|restore| restore.before);
        let last = state.last_good.as_ref().map(|seen| seen.path.clone());
        before
            .into_iter()
            .chain(last)
            .map(|path| name_of(&path))
            .collect()
    }
}

impl std::fmt::Debug for Keeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut keeper = f.debug_struct("Keeper");
        keeper.field("data", &self.data).finish_non_exhaustive()
    }
}

pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
