//! Bringing a backup back: it is unpacked and proved, the present is backed up, and only then one name
//! changes: the canteen is the one of before or the one of the backup, and never anything between.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::control::{Control, Stage};
use super::keeper::{Keeper, name_of};
use super::manifest::{self, Manifest, Reason};
use super::read::{self, Places};
use super::work::{self, Turn};
use super::{Error, Flaw, said};
use crate::domain::Money;
use crate::settings::{DataFolder, sync_folder_of};
use crate::store::{self, Closed, Restore, Source, Stamp};

/// The unpacked database until it takes its place.
const FRESH: &str = "fresh.db";
/// The unpacked settings and photos.
const REST: &str = "rest";

/// What is on file now and not in a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loss {
    /// Sales and voids.
    pub sales: i64,
    /// What they come to.
    pub total: Money,
    /// Restrictions of pupils that were noted, changed or ended since.
    pub restrictions: i64,
    /// The present file cannot be read: nobody knows.
    pub unknown: bool,
}

/// A backup that is ready to take the canteen's place. Nobody else makes or restores one meanwhile.
#[derive(Debug)]
pub struct Ready {
    data: DataFolder,
    turn: Turn,
    file: PathBuf,
    manifest: Manifest,
    before: Option<PathBuf>,
    /// Where the present file goes that is too damaged to be backed up.
    aside: Option<PathBuf>,
    last_sale: Option<i64>,
}

/// A backup that was brought back.
#[derive(Debug, Clone)]
pub struct Restored {
    /// Which.
    pub file: PathBuf,
    /// What is in it.
    pub manifest: Manifest,
    /// The backup of what there was before; `None` where there was nothing, or nothing that could be read.
    pub before: Option<PathBuf>,
    /// Where the damaged file of before lies.
    pub aside: Option<PathBuf>,
}

impl Keeper {
    /// What would be lost by bringing that backup back.
    ///
    /// # Errors
    /// Why the backup cannot be read.
    pub fn loss(&self, file: &Path) -> Result<Loss, Error> {
        if !file.is_file() {
            return Err(Error::NotThere(file.to_owned()));
        }
        let manifest = read::manifest(file).map_err(|flaw| Error::bad(file, flaw))?;
        let database = self.data.database();
        let unknown = Loss {
            sales: 0,
            total: Money::ZERO,
            restrictions: 0,
            unknown: database.exists(),
        };
        let since = Source::open(&database).and_then(|source| {
            let (sales, total) = source.sold_since(&manifest.contents)?;
            let restrictions = source.restrictions_since(manifest.made().at)?;
            Ok(Loss {
                sales,
                total,
                restrictions,
                unknown: false,
            })
        });
        Ok(since.unwrap_or(unknown))
    }

    /// The backup of what there was before the last restore.
    ///
    /// # Errors
    /// [`Error::NothingToUndo`].
    pub fn undo(&self) -> Result<PathBuf, Error> {
        let restore = Source::open(&self.data.database()).and_then(|source| source.last_restore());
        let before = restore.ok().flatten().and_then(|restore| restore.before);
        before
            .filter(|file| file.is_file())
            .ok_or(Error::NothingToUndo)
    }

    /// Unpacks a backup, proves it, brings it up to this version and backs the present up. The canteen is
    /// not touched.
    ///
    /// # Errors
    /// [`Error`]: the backup is not good, or the present could not be backed up.
    pub fn ready(&self, file: &Path, stamp: Stamp, control: &Arc<Control>) -> Result<Ready, Error> {
        let ready = self.make_ready(file, stamp, control);
        if let Err(error) = &ready {
            self.log_error("backup-log-not-restored", error);
        }
        ready
    }

    fn make_ready(
        &self,
        file: &Path,
        stamp: Stamp,
        control: &Arc<Control>,
    ) -> Result<Ready, Error> {
        let turn = Turn::take(&self.data)?;
        let fresh = turn.path(FRESH);
        let into = Places {
            database: &fresh,
            rest: Some(&turn.path(REST)),
        };
        let manifest = read::unpack(file, &into, control)?;
        let (before, last_sale) = self.back_up_present(stamp, &turn, control)?;
        let aside = (before.is_none() && self.data.database().exists()).then(|| {
            let time = stamp.moment.local.format("%Y-%m-%dT%H%M%S");
            self.data.root().join(format!("damaged-{time}"))
        });
        control.tell(Stage::Restoring, 0, 1);
        let restore = Restore {
            backup: name_of(file),
            before: before.clone(),
        };
        store::make_ready(&fresh, &restore, stamp)?;
        control.check()?;
        Ok(Ready {
            data: self.data.clone(),
            file: file.to_owned(),
            turn,
            manifest,
            before,
            aside,
            last_sale,
        })
    }

    /// The present, backed up; nothing where there is none, or none that can be read.
    fn back_up_present(
        &self,
        stamp: Stamp,
        turn: &Turn,
        control: &Arc<Control>,
    ) -> Result<(Option<PathBuf>, Option<i64>), Error> {
        if !self.data.database().exists() {
            return Ok((None, None));
        }
        let make = |folder: &Path| {
            self.make_in(folder, Reason::BeforeRestore, stamp.moment, turn, control)
        };
        let made = match make(&self.folder()) {
            // A stick that is not there must not keep anybody from going on.
            Err(Error::Destination { .. } | Error::Bad { .. })
                if self.folder() != self.data.backups() =>
            {
                make(&self.data.backups())
            }
            made => made,
        };
        match made {
            Ok(made) => Ok((Some(made.path), Some(made.last_sale))),
            // Only a file that is damaged itself may go without; a disk that cannot keep a backup is no reason.
            Err(
                Error::Store(store::Error::Corrupt | store::Error::NotADatabase(_))
                | Error::Bad {
                    flaw: Flaw::Database(_),
                    ..
                },
            ) => Ok((None, None)),
            Err(error) => Err(error),
        }
    }

    /// Brings a backup back into a canteen that no till has open, or into an empty folder.
    ///
    /// # Errors
    /// [`Error`]; the canteen is as it was.
    pub fn restore_closed(
        &self,
        file: &Path,
        stamp: Stamp,
        control: &Arc<Control>,
    ) -> Result<Restored, Error> {
        work::be_modest();
        let closed = Closed::hold(&self.data.database())?;
        let ready = self.ready(file, stamp, control)?;
        match closed.replace(|| ready.put()) {
            Err(store::Error::Corrupt | store::Error::NotADatabase(_)) => ready
                .put()
                .map_err(|cause| Error::data(self.data.root(), cause))?,
            replaced => replaced?,
        }
        Ok(self.restored(ready))
    }

    /// What comes after the backup has taken its place: photos and settings that are not there come back.
    pub fn restored(&self, ready: Ready) -> Restored {
        if let Err(cause) = ready.bring_back_rest() {
            self.log_error("backup-log-rest", &Error::data(self.data.root(), cause));
        }
        let mut state = self.state();
        if self
            .list()
            .is_ok_and(|all| all.iter().all(|entry| !entry.own))
        {
            // A new computer takes up the backups of the old one.
            state.canteen = ready.manifest.canteen;
        }
        // Without it all backups are unknown here, and found good again by verifying them.
        let _ = state.save(&self.data);
        let before = ready.before.as_deref().map(name_of).unwrap_or_default();
        self.log(
            "backup-log-restored",
            &[
                ("name", name_of(&ready.file).into()),
                ("made", said::moment(&ready.manifest, &self.words).into()),
                ("before", before.into()),
            ],
        );
        Restored {
            file: ready.file,
            manifest: ready.manifest,
            before: ready.before,
            aside: ready.aside,
        }
    }
}

impl Ready {
    /// The number of the last sale that is in the backup of the present.
    #[must_use]
    pub const fn last_sale(&self) -> Option<i64> {
        self.last_sale
    }

    /// Puts the backup's file in the place of the present one, which nobody has open.
    ///
    /// # Errors
    /// What the system said; the file of before is in its place.
    pub fn put(&self) -> io::Result<()> {
        // Where the name is a link, the file it leads to is the canteen's.
        let database = self.data.database();
        let database = fs::canonicalize(&database).unwrap_or(database);
        if let Some(aside) = &self.aside {
            set_aside(&database, aside)?;
        }
        for end in ["-wal", "-shm"] {
            // What belongs to the file of before must never be read into this one.
            match fs::remove_file(beside(&database, end)) {
                Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
                _ => {}
            }
        }
        fs::rename(self.turn.path(FRESH), &database)?;
        // It has happened: that a folder of the network cannot be synced does not take it back.
        let _ = sync_folder_of(&database);
        Ok(())
    }

    /// What is not there comes back; what is there stays, as it may be newer.
    fn bring_back_rest(&self) -> io::Result<()> {
        let rest = self.turn.path(REST);
        let config = rest.join(manifest::CONFIG);
        if config.exists() && !self.data.config().exists() {
            fs::rename(config, self.data.config())?;
        }
        let photos = rest.join(manifest::PHOTOS);
        if !photos.is_dir() {
            return Ok(());
        }
        fs::create_dir_all(self.data.photos())?;
        for photo in fs::read_dir(photos)? {
            let photo = photo?;
            let place = self.data.photos().join(photo.file_name());
            if !place.exists() {
                fs::rename(photo.path(), place)?;
            }
        }
        Ok(())
    }
}

/// A damaged file is kept for whoever can still read something in it.
fn set_aside(database: &Path, aside: &Path) -> io::Result<()> {
    fs::create_dir_all(aside)?;
    for end in ["", "-wal"] {
        let from = beside(database, end);
        if let (true, Some(name)) = (from.exists(), from.file_name()) {
            let copy = aside.join(name);
            fs::copy(&from, &copy)?;
            File::options().write(true).open(&copy)?.sync_all()?;
            sync_folder_of(&copy)?;
        }
    }
    sync_folder_of(aside)
}

fn beside(database: &Path, end: &str) -> PathBuf {
    let mut name: OsString = database.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
