//! What an update of the program did to the data, and taking it back.
//!
//! Before a newer program changes the schema it leaves a whole copy of the file beside it. Taking the update
//! back puts that copy in the canteen's place, after a backup of the present; the program of before is then
//! installed again, for this one would only bring the file up to date once more.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::backup::{self, Control, Keeper, Made, Reason};
use crate::domain::Moment;
use crate::settings::{DataFolder, sync_folder_of};
use crate::store::{self, Closed, Glance};

/// The copy that was made before the last change of the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made, by its file.
    pub made: Option<SystemTime>,
    /// What it says of itself.
    pub was: Glance,
}

/// How the data stand towards this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The file as it is; `None` where there is none yet.
    pub is: Option<Glance>,
    /// What an undo would bring back.
    pub before: Option<Before>,
}

impl Standing {
    /// Sales and voids that the copy does not have.
    #[must_use]
    pub fn sold_since(&self) -> i64 {
        match (&self.is, &self.before) {
            (Some(is), Some(before)) => (is.sales - before.was.sales).max(0),
            _ => 0,
        }
    }
}

/// An update that was taken back.
#[derive(Debug)]
pub struct Undone {
    /// What the file is again.
    pub was: Glance,
    /// The backup of what there was.
    pub backup: Made,
}

/// Why an update was not taken back. The canteen is as it was.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no copy of an older schema.
    #[error("there is no copy from before an update")]
    NothingToUndo,
    /// The canteen is open, or its file cannot be read.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The present could not be backed up.
    #[error(transparent)]
    Backup(#[from] backup::Error),
}

/// Looks at the file and at the copy from before the last change of the schema.
///
/// # Errors
/// What is wrong with the file; a copy that cannot be read is none.
pub fn standing(folder: &DataFolder) -> Result<Standing, store::Error> {
    let database = folder.database();
    let is = match database.exists() {
        true => Some(Glance::at(&database)?),
        false => None,
    };
    let now = is.map_or_else(store::schema, |is| is.schema);
    let before = copies(folder).into_iter().filter_map(|path| {
        let was = Glance::at(&path).ok()?;
        let made = fs::metadata(&path).and_then(|of| of.modified()).ok();
        (was.schema < now).then_some(Before { path, made, was })
    });
    Ok(Standing {
        is,
        before: before.max_by_key(|before| before.was.schema),
    })
}

/// Backs the present up and puts the copy from before the update in its place.
///
/// # Errors
/// [`Error`]; the canteen is as it was.
pub fn undo(folder: &DataFolder, keeper: &Keeper, now: Moment) -> Result<Undone, Error> {
    let database = folder.database();
    // Whoever would open the canteen meanwhile is kept out.
    let closed = Closed::hold(&database)?;
    let before = standing(folder)?.before.ok_or(Error::NothingToUndo)?;
    let backup = keeper.make(Reason::BeforeRestore, now, &Arc::new(Control::quiet()))?;
    closed.replace(|| put(&before.path, &database))?;
    Ok(Undone {
        was: before.was,
        backup,
    })
}

/// `cantina.before-schema-N.db` of every N.
fn copies(folder: &DataFolder) -> Vec<PathBuf> {
    let inside = fs::read_dir(folder.root()).into_iter().flatten().flatten();
    let named = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str());
        let number = name.and_then(|name| name.strip_prefix("cantina.before-schema-"));
        let number = number.and_then(|rest| rest.strip_suffix(".db"));
        number.is_some_and(|number| number.parse::<u32>().is_ok())
    };
    let paths = inside.map(|entry| entry.path());
    paths.filter(|path| named(path)).collect()
}

/// The copy stays: only a copy of it takes the canteen's name.
fn put(copy: &Path, database: &Path) -> io::Result<()> {
    let fresh = database.with_extension("undo");
    fs::copy(copy, &fresh)?;
    File::options().write(true).open(&fresh)?.sync_all()?;
    fs::rename(&fresh, database)?;
    sync_folder_of(database)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Config;
    use crate::store::Store;
    use crate::till::{backups, now};

    fn canteen() -> (tempfile::TempDir, DataFolder, Keeper) {
        let outer = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(outer.path());
        folder.prepare().unwrap();
        drop(Store::open(&folder.database()).unwrap());
        let keeper = backups::keeper(&folder, &Config::default());
        (outer, folder, keeper)
    }

    /// A copy as an older program's file was: its schema's number stands in the header.
    fn copy_of_before(folder: &DataFolder, schema: u32) -> PathBuf {
        let place = folder.root().join("cantina.before-schema-16.db");
        let mut file = fs::read(folder.database()).unwrap();
        file[60..64].copy_from_slice(&schema.to_be_bytes());
        fs::write(&place, file).unwrap();
        place
    }

    #[test]
    fn without_a_copy_there_is_nothing_to_undo() {
        let (_outer, folder, keeper) = canteen();
        assert_eq!(standing(&folder).unwrap().before, None);
        let refused = undo(&folder, &keeper, now());
        assert!(matches!(refused, Err(Error::NothingToUndo)));
    }

    #[test]
    fn an_open_canteen_is_not_touched() {
        let (_outer, folder, keeper) = canteen();
        copy_of_before(&folder, 9);
        let store = Store::open(&folder.database()).unwrap();
        let refused = undo(&folder, &keeper, now());
        assert!(matches!(
            refused,
            Err(Error::Store(store::Error::AlreadyOpen(_)))
        ));
        drop(store);
    }

    #[test]
    fn an_update_is_taken_back_after_a_backup_and_the_copy_stays() {
        let (_outer, folder, keeper) = canteen();
        let copy = copy_of_before(&folder, 9);
        let undone = undo(&folder, &keeper, now()).unwrap();
        assert_eq!(undone.was.schema, 9);
        assert_eq!(Glance::at(&folder.database()).unwrap().schema, 9);
        assert!(undone.backup.path.exists());
        assert!(copy.exists());
    }
}
