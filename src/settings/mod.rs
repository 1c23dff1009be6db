//! The data folder and `config.toml`.
//!
//! Knows where things are kept and how this till is set up; what is sold and to whom is in the store.

mod accounts;
mod backup;
mod bundle;
mod config;
mod days;
mod entry;
mod first_day;
mod folder;
mod printer;
mod replace;
mod reports;
mod scale;
mod scanner;
mod shift;

pub use accounts::{Accounts, Guaranies};
pub use backup::{Backup, BadTime, DailyAt, KeepDays};
pub use bundle::{BREAKS_KEY, BadBundle, Plan, bundle, is_of_machine, plan};
pub use config::{
    Appearance, BadRange, CodePage, Columns, Config, LockAfter, Printer, Scale, Theme, Till,
    TouchKeyboard,
};
pub use entry::{Change, ENTRIES, Entry, Fault, Group, Kind, SEPARATOR, changes};
pub use first_day::FirstDay;
pub use folder::DataFolder;
pub use printer::{Answers, Cut, LineFeed};
pub use replace::{replace_file, sync_folder_of};
pub use reports::Reports;
pub use scale::LEAST;
pub use scanner::{Gap, Scanner};
pub use shift::Shift;

use std::io;
use std::path::PathBuf;

/// What is wrong with the data folder or with `config.toml`. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system does not say where this user's data belongs.
    #[error("no home folder is known; name a data folder with --data-dir or CANTINA_DATA_DIR")]
    NoHome,
    /// There is a file where the folder should be.
    #[error("{} is a file, not a folder; name another data folder", .0.display())]
    NotAFolder(PathBuf),
    /// The folder, or one inside it, cannot be made.
    #[error("{} cannot be made: {cause}", folder.display())]
    NotMade {
        /// Which.
        folder: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// The folder is there, but nothing can be written into it.
    #[error("{} cannot be written to: {cause}", folder.display())]
    NotWritable {
        /// Which.
        folder: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// The settings are there, but cannot be read.
    #[error("{} cannot be read: {cause}", file.display())]
    NotReadable {
        /// Which.
        file: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// The settings say something that makes no sense. The file is kept as it is.
    #[error("{}, line {line}, {text:?}: {reason}", file.display())]
    Broken {
        /// Which.
        file: PathBuf,
        /// Counted from 1.
        line: usize,
        /// The line itself, shortened.
        text: String,
        /// What the reader expected, in English: for the log.
        reason: String,
    },
    /// The settings could not be written; those of before still hold.
    #[error("{} was not saved, the settings of before still hold: {cause}", file.display())]
    NotSaved {
        /// Which.
        file: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
}

impl Error {
    /// The key of the sentence for the user.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoHome => "settings-no-home",
            Self::NotAFolder(_) => "settings-not-a-folder",
            Self::NotMade { .. } => "settings-not-made",
            Self::NotWritable { .. } => "settings-not-writable",
            Self::NotReadable { .. } => "settings-not-readable",
            Self::Broken { .. } => "settings-broken",
            Self::NotSaved { .. } => "settings-not-saved",
        }
    }
}
