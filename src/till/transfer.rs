//! All settings of a canteen, written into one file and taken over from one: whole or not at all.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Closing, Error, Reply, Till, failure, setting};
use crate::i18n::I18n;
use crate::settings::{self, BadBundle, Plan};
use crate::store::{self, Stamp};

/// Why settings were not written into a file, or not taken over from one. Nothing was changed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum NotMoved {
    /// There is a file of that name already.
    #[error("{} is there already", .0.display())]
    There(PathBuf),
    /// The file cannot be read or written.
    #[error("{path}: {cause}", path = .0.display(), cause = .1)]
    File(PathBuf, Arc<io::Error>),
    /// It makes no sense.
    #[error("{path}: {why}", path = .0.display(), why = .1)]
    Bad(PathBuf, BadBundle),
    /// The till does not take them over.
    #[error(transparent)]
    Till(Arc<Error>),
}

impl NotMoved {
    /// What happened, what was kept, what to do.
    #[must_use]
    pub fn sentence(&self, words: &I18n) -> String {
        let told = |key: &str, path: &Path, why: Option<String>| {
            let mut values = vec![("path", path.display().to_string().into())];
            values.extend(why.map(|why| ("why", why.into())));
            words.text_with(key, &values)
        };
        match self {
            Self::There(path) => told("transfer-there", path, None),
            Self::File(path, cause) => {
                let cause = [("cause", (&**cause).into())];
                let why = words.text_with("transfer-io", &cause);
                told("transfer-file", path, Some(why))
            }
            Self::Bad(path, bad) => told("transfer-bad", path, Some(bad_word(bad, words))),
            Self::Till(error) => failure::of_till(error).sentence(words),
        }
    }
}

fn bad_word(bad: &BadBundle, words: &I18n) -> String {
    match bad {
        BadBundle::Broken { line, .. } => {
            let line = i64::try_from(*line).unwrap_or(i64::MAX);
            words.text_with("transfer-bad-line", &[("line", line.into())])
        }
        BadBundle::NotOurs => words.text("transfer-bad-not-ours"),
        BadBundle::Newer(_) => words.text("transfer-bad-newer"),
        BadBundle::Unknown(key) => words.text_with("transfer-bad-unknown", &[("key", key.into())]),
        BadBundle::Wrong { key, fault } => {
            let (what, why) = (setting::label(key, words), setting::fault(*fault, words));
            let told = [("what", what.into()), ("why", why.into())];
            words.text_with("transfer-bad-value", &told)
        }
        BadBundle::Breaks => words.text("transfer-bad-breaks"),
    }
}

impl From<store::Error> for NotMoved {
    fn from(error: store::Error) -> Self {
        Self::Till(Arc::new(error.into()))
    }
}

impl From<Error> for NotMoved {
    fn from(error: Error) -> Self {
        Self::Till(Arc::new(error))
    }
}

impl From<Closing> for NotMoved {
    fn from(closing: Closing) -> Self {
        Self::Till(Arc::new(Error::Closing(closing)))
    }
}

impl Till {
    /// Writes all settings into a new file.
    pub fn export_settings(&self, path: PathBuf) -> Reply<Result<(), NotMoved>> {
        let (till, breaks) = (self.clone(), self.meal_breaks());
        Reply::aside(move || {
            let text = settings::bundle(&till.config(), &breaks.wait()??);
            // Not over what somebody has there already; and only what was begun here is taken away.
            let mut file = File::create_new(&path).map_err(|cause| match cause.kind() {
                io::ErrorKind::AlreadyExists => NotMoved::There(path.clone()),
                _ => failed(&path, cause),
            })?;
            let written = file
                .write_all(text.as_bytes())
                .and_then(|()| file.sync_all());
            written.map_err(|cause| {
                let _already_failing = std::fs::remove_file(&path);
                failed(&path, cause)
            })
        })
    }

    /// What the settings of a file would change; nothing is changed.
    pub fn plan_settings(&self, path: PathBuf) -> Reply<Result<Plan, NotMoved>> {
        let (till, breaks) = (self.clone(), self.meal_breaks());
        Reply::aside(move || {
            let text = read(&path)?;
            let plan = settings::plan(&text, &till.config(), &breaks.wait()??);
            plan.map_err(|bad| NotMoved::Bad(path, bad))
        })
    }

    /// Takes over the settings of a file, all or nothing, and says what was changed.
    pub fn import_settings(&self, path: PathBuf, stamp: Stamp) -> Reply<Result<Plan, NotMoved>> {
        let till = self.clone();
        Reply::aside(move || {
            let text = read(&path)?;
            let kept = till.clone();
            let done = till.writer.ask(move |store| {
                let before = kept.config();
                let plan = settings::plan(&text, &before, &store.meal_breaks()?)
                    .map_err(|bad| NotMoved::Bad(path, bad))?;
                let breaks = plan.breaks.as_deref();
                if !plan.changes.is_empty() {
                    kept.keep_noted(store, &before, &plan.config, breaks, stamp)?;
                }
                Ok::<_, NotMoved>(plan)
            });
            done.wait()?
        })
    }
}

/// A file of settings is small; what is longer is none.
const BYTES_MAX: u64 = 1 << 20;

fn read(path: &Path) -> Result<String, NotMoved> {
    let size = std::fs::metadata(path)
        .map_err(|cause| failed(path, cause))?
        .len();
    if size > BYTES_MAX {
        return Err(NotMoved::Bad(path.to_owned(), BadBundle::NotOurs));
    }
    std::fs::read_to_string(path).map_err(|cause| match cause.kind() {
        io::ErrorKind::InvalidData => NotMoved::Bad(path.to_owned(), BadBundle::NotOurs),
        _ => failed(path, cause),
    })
}

fn failed(path: &Path, cause: io::Error) -> NotMoved {
    NotMoved::File(path.to_owned(), Arc::new(cause))
}
