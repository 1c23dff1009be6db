//! The backups of one canteen, made and brought back beside whoever sells.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Reply, Till};
use crate::backup::{Control, Entry, Error, Keeper, Made, Reason, Restored, State, Verified};
use crate::domain::Moment;
use crate::i18n::I18n;
use crate::printing::journal::Journal;
use crate::settings::{Config, DataFolder};
use crate::store::{self, Stamp};

/// How backups stand, with all that there are.
#[derive(Debug, Clone)]
pub struct Overview {
    /// What is remembered of them.
    pub state: State,
    /// Those in the folder, oldest first; or why it cannot be read.
    pub backups: Result<Vec<Entry>, Error>,
    /// The backup of what there was before the last restore, if it is there.
    pub undo: Option<PathBuf>,
    /// Whether the second destination is there; `None` without one.
    pub second_is_there: Option<bool>,
}

/// Whoever keeps the backups of a data folder, whether a till has it open or not; what happens is told in
/// `logs/backup.log`, in the canteen's own language.
#[must_use]
pub fn keeper(folder: &DataFolder, config: &Config) -> Keeper {
    let log = Journal::at(&folder.logs().join("backup.log"));
    let words = I18n::new(config.locale);
    let settings = config.backup.clone();
    Keeper::new(folder.clone(), settings, words, move |event| {
        log.write(event);
    })
}

impl Till {
    /// Whoever keeps this canteen's backups.
    #[must_use]
    pub fn keeper(&self) -> Keeper {
        keeper(self.folder(), &self.config())
    }

    /// Makes a backup, on a thread of its own.
    pub fn back_up(
        &self,
        reason: Reason,
        now: Moment,
        control: Arc<Control>,
    ) -> Reply<Result<Made, Error>> {
        let keeper = self.keeper();
        Reply::aside(move || keeper.make(reason, now, &control))
    }

    /// How backups stand.
    pub fn backups(&self) -> Reply<Overview> {
        let keeper = self.keeper();
        Reply::aside(move || overview(&keeper))
    }

    /// Unpacks a backup and compares all of it with what was written.
    pub fn verify_backup(
        &self,
        file: PathBuf,
        now: Moment,
        control: Arc<Control>,
    ) -> Reply<Result<Verified, Error>> {
        let keeper = self.keeper();
        Reply::aside(move || keeper.verify(&file, now, &control))
    }

    /// Once a week verifies the oldest backup and another one again.
    pub fn recheck_backups(&self, now: Moment) -> Reply<Result<Vec<Verified>, Error>> {
        let keeper = self.keeper();
        Reply::aside(move || keeper.recheck_if_due(now, &Control::quiet()))
    }

    /// Brings a backup back under this open till, after a backup of the present. Everything that was read
    /// from the till before is of another canteen then.
    pub fn restore(
        &self,
        file: PathBuf,
        stamp: Stamp,
        control: Arc<Control>,
    ) -> Reply<Result<Restored, Error>> {
        let till = self.clone();
        Reply::aside(move || till.restore_now(&file, stamp, &control))
    }

    fn restore_now(
        &self,
        file: &std::path::Path,
        stamp: Stamp,
        control: &Arc<Control>,
    ) -> Result<Restored, Error> {
        let keeper = self.keeper();
        let ready = keeper.ready(file, stamp, control)?;
        let closing = |closing: super::Closing| store::Error::Unexpected(closing.to_string());
        let replaced = self.writer.ask(move |store| {
            // Between the backup of the present and this moment nothing may have been sold.
            if let Some(last) = ready.last_sale()
                && store.last_sale()? != last
            {
                return Err(Error::SoldMeanwhile);
            }
            store.replace(|| ready.put())?;
            Ok(ready)
        });
        let ready = replaced.wait().map_err(closing)??;
        self.reports.forget();
        Ok(keeper.restored(ready))
    }
}

fn overview(keeper: &Keeper) -> Overview {
    Overview {
        state: keeper.state(),
        backups: keeper.list(),
        undo: keeper.undo().ok(),
        second_is_there: keeper.settings().second().map(std::path::Path::is_dir),
    }
}
