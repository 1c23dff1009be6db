//! Replacing a file so that a power cut leaves the old one or the new one, never a half.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes the whole file beside its place, waits for the disk, then puts it in its place.
///
/// The name used meanwhile is the file's own with `.new` at its end; what a crash left there is overwritten.
///
/// # Errors
/// What the system said; the file of before is untouched.
pub fn replace_file(file: &Path, contents: &[u8]) -> io::Result<()> {
    let mut name = file
        .file_name()
        .ok_or(io::ErrorKind::InvalidInput)?
        .to_owned();
    name.push(".new");
    let beside = file.with_file_name(name);
    let written = write_durably(&beside, contents).and_then(|()| fs::rename(&beside, file));
    if let Err(cause) = written {
        let _already_failing = fs::remove_file(&beside);
        return Err(cause);
    }
    sync_folder_of(file)
}

fn write_durably(file: &Path, contents: &[u8]) -> io::Result<()> {
    let mut file = File::create(file)?;
    file.write_all(contents)?;
    file.sync_all()
}

/// Makes a file's new name durable: on Unix it is so only once its folder is synced.
///
/// # Errors
/// What the system said.
#[cfg(unix)]
pub fn sync_folder_of(file: &Path) -> io::Result<()> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => File::open(folder)?.sync_all(),
        _ => File::open(".")?.sync_all(),
    }
}

/// NTFS journals names; a folder cannot be synced there.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn sync_folder_of(_file: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        replace_file(&file, b"one").unwrap();
        replace_file(&file, b"two").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_replaced_is_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        fs::create_dir_all(file.join("in the way")).unwrap();
        assert!(replace_file(&file, b"two").is_err());
        assert!(file.join("in the way").is_dir());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
