//! A destination: the backups in it, and what a program that died has left there.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Error, Flaw, Manifest, State, name, read};
use crate::domain::Timestamp;

/// A backup in its folder, as far as it is known without unpacking it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Where it is.
    pub path: PathBuf,
    /// Its length.
    pub bytes: u64,
    /// What it says of itself, where that can be read.
    pub manifest: Option<Manifest>,
    /// How it stands.
    pub standing: Standing,
    /// Whether this canteen made it.
    pub own: bool,
}

/// How a backup stands.
#[derive(Debug, Clone)]
pub enum Standing {
    /// It was unpacked and found good.
    Good(Timestamp),
    /// It was not unpacked by this program since it was made or brought here.
    Unverified,
    /// It was unpacked and found bad: a word and a sentence.
    Bad(String, String),
    /// Its beginning or end already says that it is not good.
    Unreadable(Flaw),
}

impl Entry {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }

    /// Whether it was verified and found good.
    #[must_use]
    pub const fn is_good(&self) -> bool {
        matches!(self.standing, Standing::Good(_))
    }

    /// Whether it is known not to be good.
    #[must_use]
    pub const fn is_bad(&self) -> bool {
        matches!(self.standing, Standing::Bad(..) | Standing::Unreadable(_))
    }
}

/// Every file in the folder that is called as a backup is, oldest first.
///
/// # Errors
/// [`Error::Destination`].
pub(super) fn list(folder: &Path, state: &State) -> Result<Vec<Entry>, Error> {
    let mut found: Vec<Entry> = named(folder, name::is_ours)?
        .into_iter()
        .filter(|path| path.is_file())
        .map(|path| entry(path, state))
        .collect();
    found.sort_by_cached_key(|entry| {
        let made_at = entry.manifest.as_ref().map(|manifest| manifest.made_at);
        (made_at, entry.path.clone())
    });
    Ok(found)
}

/// How one backup stands.
pub(super) fn entry(path: PathBuf, state: &State) -> Entry {
    let bytes = fs::metadata(&path).map_or(0, |file| file.len());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (manifest, standing) = match read::manifest(&path) {
        Err(flaw) => (None, Standing::Unreadable(flaw)),
        Ok(manifest) => {
            let check = state.check_of(&name, bytes, &manifest);
            let standing = match check.map(|check| (check.at, check.flaw.clone())) {
                None => Standing::Unverified,
                Some((at, None)) => Standing::Good(at),
                Some((_, Some((code, why)))) => Standing::Bad(code, why),
            };
            (Some(manifest), standing)
        }
    };
    let own = manifest
        .as_ref()
        .is_some_and(|of| of.canteen == state.canteen);
    Entry {
        path,
        bytes,
        manifest,
        standing,
        own,
    }
}

/// Takes away backups that never became whole.
pub(super) fn clear_partial(folder: &Path) {
    for path in named(folder, name::is_partial).unwrap_or_default() {
        // What cannot go now goes another time; it is never taken for a backup.
        let _ = fs::remove_file(path);
    }
}

fn named(folder: &Path, is: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, Error> {
    let failed = |cause| Error::destination(folder, cause);
    let mut found = Vec::new();
    for file in fs::read_dir(folder).map_err(failed)? {
        let file = file.map_err(failed)?;
        if file.file_name().to_str().is_some_and(&is) {
            found.push(file.path());
        }
    }
    Ok(found)
}
