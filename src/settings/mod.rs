//! The data folder and `config.toml`.
//!
//! Knows where things are kept and how this till is set up; what is sold and to whom is in the store.

mod config;
mod folder;
mod replace;

pub use config::{
    Appearance, BadRange, CodePage, Columns, Config, LockAfter, Printer, Scale, Theme, Till,
};
pub use folder::DataFolder;
pub use replace::replace_file;

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
    #[error("{}, line {line}: {reason}", file.display())]
    Broken {
        /// Which.
        file: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What the reader expected, in English: it quotes the file.
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
    /// The key of the sentence for the user; [`Error::details`] is what it is told.
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

    /// The variables of the sentence: `path`, `cause`, `line`.
    #[must_use]
    pub fn details(&self) -> Vec<(&'static str, String)> {
        let path = |path: &PathBuf| ("path", path.display().to_string());
        match self {
            Self::NoHome => Vec::new(),
            Self::NotAFolder(folder) => vec![path(folder)],
            Self::NotMade { folder, cause } | Self::NotWritable { folder, cause } => {
                vec![path(folder), ("cause", cause.to_string())]
            }
            Self::NotReadable { file, cause } | Self::NotSaved { file, cause } => {
                vec![path(file), ("cause", cause.to_string())]
            }
            Self::Broken { file, line, reason } => vec![
                path(file),
                ("line", line.to_string()),
                ("cause", reason.clone()),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_its_sentence_and_tells_it_all_its_variables() {
        let words = include_str!("../../i18n/es-PY/errors.ftl");
        let (file, cause) = (PathBuf::from("x"), || io::Error::other("y"));
        for error in [
            Error::NoHome,
            Error::NotAFolder(file.clone()),
            Error::NotMade {
                folder: file.clone(),
                cause: cause(),
            },
            Error::NotWritable {
                folder: file.clone(),
                cause: cause(),
            },
            Error::NotReadable {
                file: file.clone(),
                cause: cause(),
            },
            Error::Broken {
                file: file.clone(),
                line: 1,
                reason: String::new(),
            },
            Error::NotSaved {
                file: file.clone(),
                cause: cause(),
            },
        ] {
            let begins = format!("{} = ", error.key());
            let sentence = words
                .lines()
                .find(|line| line.starts_with(&begins))
                .unwrap();
            let told = error.details();
            assert_eq!(sentence.matches('$').count(), told.len(), "{sentence}");
            assert!(
                told.iter()
                    .all(|(name, _)| sentence.contains(&format!("${name}")))
            );
        }
    }
}
