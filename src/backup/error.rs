//! Why a backup was not made, is not good, or was not brought back.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::store::{self, Fault};

/// Why it was not done. The canteen is as it was.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// Another backup, or a restore, is under way.
    #[error("another backup is under way")]
    Busy,
    /// It was called off.
    #[error("called off")]
    Cancelled,
    /// There is no canteen to back up.
    #[error("no canteen in {}", .0.display())]
    NoCanteen(PathBuf),
    /// The canteen's own file.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Where backups go cannot be written or read.
    #[error("{}: {cause}", folder.display())]
    Destination {
        /// Which folder.
        folder: PathBuf,
        /// What the system said.
        #[source]
        cause: Arc<io::Error>,
    },
    /// The data folder, where a backup is copied and unpacked, cannot be written or read.
    #[error("{}: {cause}", path.display())]
    Data {
        /// Which file or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        cause: Arc<io::Error>,
    },
    /// A photo or the settings changed while they were packed.
    #[error("{0} changed while it was packed")]
    Changed(String),
    /// The copy has fewer sales than there are.
    #[error("the copy lacks sales")]
    Lacking,
    /// There is no such backup.
    #[error("there is no backup {}", .0.display())]
    NotThere(PathBuf),
    /// The backup is not good.
    #[error("{}: {flaw}", file.display())]
    Bad {
        /// Which.
        file: PathBuf,
        /// What is wrong with it.
        flaw: Flaw,
    },
    /// Something was sold while a backup was about to take its place.
    #[error("something was sold meanwhile")]
    SoldMeanwhile,
    /// Nothing was restored here, or what there was before is gone.
    #[error("no restore can be undone")]
    NothingToUndo,
}

/// What is wrong with a backup.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Flaw {
    /// It is none, whatever its name says.
    #[error("not a backup of Cantina")]
    NotABackup,
    /// Its end is missing.
    #[error("cut short")]
    Cut,
    /// It is not what was written.
    #[error("damaged")]
    Damaged,
    /// A part is missing, or is not what was written.
    #[error("damaged: {0}")]
    Part(String),
    /// The system cannot read it.
    #[error("cannot be read: {0}")]
    Unreadable(Arc<io::Error>),
    /// The database in it is damaged.
    #[error("its database: {0:?}")]
    Database(Option<Fault>),
    /// What is in it is not what its manifest says.
    #[error("not what its manifest says")]
    Contents,
    /// A newer Cantina wrote it.
    #[error("of a newer Cantina")]
    Newer,
}

impl Error {
    pub(super) fn destination(folder: &Path, cause: io::Error) -> Self {
        Self::Destination {
            folder: folder.to_owned(),
            cause: Arc::new(cause),
        }
    }

    pub(super) fn data(path: &Path, cause: io::Error) -> Self {
        Self::Data {
            path: path.to_owned(),
            cause: Arc::new(cause),
        }
    }

    pub(super) fn bad(file: &Path, flaw: Flaw) -> Self {
        Self::Bad {
            file: file.to_owned(),
            flaw,
        }
    }

    /// A word for programs: stable once landed.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Busy => "backup_busy",
            Self::Cancelled => "cancelled",
            Self::NoCanteen(_) => "no_canteen",
            Self::Store(error) => error.code(),
            Self::Destination { cause, .. } => match cause.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "destination_full",
                io::ErrorKind::NotFound => "destination_missing",
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    "destination_read_only"
                }
                _ => "destination",
            },
            Self::Data { cause, .. } => match cause.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk_full",
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "read_only",
                _ => "io",
            },
            Self::Changed(_) => "changed_meanwhile",
            Self::Lacking => "copy_lacks_sales",
            Self::NotThere(_) => "no_such_backup",
            Self::Bad { flaw, .. } => flaw.code(),
            Self::SoldMeanwhile => "sold_meanwhile",
            Self::NothingToUndo => "nothing_to_undo",
        }
    }
}

impl Flaw {
    /// A word for programs: stable once landed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotABackup => "not_a_backup",
            Self::Cut => "backup_cut",
            Self::Damaged | Self::Part(_) => "backup_damaged",
            Self::Unreadable(_) => "backup_unreadable",
            Self::Database(_) => "backup_database",
            Self::Contents => "backup_contents",
            Self::Newer => "backup_newer",
        }
    }

    /// What reading it said: the system's own trouble, or bytes that make no sense.
    pub(super) fn of_reading(cause: io::Error) -> Self {
        match cause.raw_os_error() {
            Some(_) => Self::Unreadable(Arc::new(cause)),
            None => Self::Damaged,
        }
    }
}
