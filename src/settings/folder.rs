//! Where this till keeps its things.

use std::env;
use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::Error;

/// The variable that names the data folder where `--data-dir` does not.
const VARIABLE: &str = "CANTINA_DATA_DIR";

/// The folder with everything one till keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFolder {
    root: PathBuf,
}

impl DataFolder {
    /// Finds the folder: the argument, else `CANTINA_DATA_DIR`, else where the system keeps this user's data.
    ///
    /// Touches no disk; [`DataFolder::prepare`] does.
    ///
    /// # Errors
    /// [`Error::NoHome`] if nothing says where.
    pub fn locate(argument: Option<PathBuf>) -> Result<Self, Error> {
        let own = || {
            let dirs = ProjectDirs::from("", "", "Cantina")?;
            Some(dirs.data_local_dir().to_owned())
        };
        choose(argument, env::var_os(VARIABLE), own)
            .map(Self::at)
            .ok_or(Error::NoHome)
    }

    /// This very folder.
    #[must_use]
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Makes the folder and what belongs in it, and tries that it can be written to.
    ///
    /// # Errors
    /// [`Error::NotAFolder`], [`Error::NotMade`] or [`Error::NotWritable`].
    pub fn prepare(&self) -> Result<(), Error> {
        let folders = [self.backups(), self.logs(), self.photos()];
        make(&self.root)?;
        try_writing(&self.root)?;
        folders.iter().try_for_each(|folder| make(folder))
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The `SQLite` file.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.root.join("cantina.db")
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> PathBuf {
        self.root.join("config.toml")
    }

    /// Where backups go unless told otherwise.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// What the technician reads.
    #[must_use]
    pub fn logs(&self) -> PathBuf {
        self.root.join("logs")
    }

    /// The tones of alerts, made when they are first heard.
    #[must_use]
    pub fn sounds(&self) -> PathBuf {
        self.root.join("sounds")
    }

    /// Profiles of printers that the house does not know; made by whoever writes one.
    #[must_use]
    pub fn printers(&self) -> PathBuf {
        self.root.join("printers")
    }

    /// Pupils' photos.
    #[must_use]
    pub fn photos(&self) -> PathBuf {
        self.root.join("photos")
    }
}

/// An empty argument or variable says nothing.
fn choose(
    argument: Option<PathBuf>,
    variable: Option<OsString>,
    own: impl FnOnce() -> Option<PathBuf>,
) -> Option<PathBuf> {
    [argument, variable.map(PathBuf::from)]
        .into_iter()
        .flatten()
        .find(|folder| !folder.as_os_str().is_empty())
        .or_else(own)
}

fn make(folder: &Path) -> Result<(), Error> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(file) = folder.ancestors().find(|above| above.is_file()) {
        return Err(Error::NotAFolder(file.to_owned()));
    }
    private_folder().create(folder).map_err(|cause| {
        let folder = folder.to_owned();
        Error::NotMade { folder, cause }
    })
}

/// The folder holds names, allergies and debts of children: nobody else on the machine reads it.
fn private_folder() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Asking the system for rights says less than trying (read-only mounts, full disks, Windows).
fn try_writing(folder: &Path) -> Result<(), Error> {
    let trial = folder.join(format!(".trial-{}", std::process::id()));
    let written = File::create(&trial).and_then(|mut file| io::Write::write_all(&mut file, b"x"));
    let _left_behind_it_harms_nobody = fs::remove_file(&trial);
    written.map_err(|cause| {
        let folder = folder.to_owned();
        Error::NotWritable { folder, cause }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "as `choose` asks the system")]
    fn own() -> Option<PathBuf> {
        Some("own".into())
    }

    #[test]
    fn the_argument_wins_over_the_variable_and_that_over_the_systems_choice() {
        let (argument, variable) = (|| Some("arg".into()), || Some("var".into()));
        assert_eq!(choose(argument(), variable(), own), Some("arg".into()));
        assert_eq!(choose(None, variable(), own), Some("var".into()));
        assert_eq!(choose(None, None, own), own());
        assert_eq!(choose(Some("".into()), Some("".into()), own), own());
        assert_eq!(choose(None, None, || None), None);
    }

    #[test]
    fn a_new_folder_gets_all_that_belongs_in_it() {
        let outer = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(outer.path().join("a/b"));
        folder.prepare().unwrap();
        folder.prepare().unwrap();
        for inner in [folder.backups(), folder.logs(), folder.photos()] {
            assert!(inner.is_dir());
        }
        assert_eq!(fs::read_dir(folder.root()).unwrap().count(), 3);
    }

    #[test]
    fn a_file_in_the_folders_place_is_named() {
        let outer = tempfile::tempdir().unwrap();
        let file = outer.path().join("file");
        fs::write(&file, "").unwrap();
        for place in [file.clone(), file.join("inside")] {
            let refused = DataFolder::at(place).prepare();
            assert!(matches!(refused, Err(Error::NotAFolder(named)) if named == file));
        }
    }

    #[test]
    fn a_file_in_the_place_of_an_inner_folder_is_named() {
        let outer = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(outer.path());
        fs::write(folder.backups(), "").unwrap();
        assert!(
            matches!(folder.prepare(), Err(Error::NotAFolder(named)) if named == folder.backups())
        );
    }

    /// `/proc` can be written to by nobody, root included.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_cannot_be_written_to_is_named() {
        let refused = DataFolder::at("/proc").prepare();
        assert!(
            matches!(refused, Err(Error::NotWritable { .. })),
            "{refused:?}"
        );
        let refused = DataFolder::at("/proc/cantina").prepare();
        assert!(matches!(refused, Err(Error::NotMade { .. })), "{refused:?}");
    }
}
