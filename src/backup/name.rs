//! How a backup is called: `cantina-2026-11-22T2200-0300.backup`, and its next of the same minute
//! `cantina-2026-11-22T2200-0300-2.backup`. No letter that FAT or Windows forbids.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

const BEGINS: &str = "cantina-";
const ENDS: &str = ".backup";
const TIME: &str = "%Y-%m-%dT%H%M%z";
const PARTIAL: &str = ".partial";

/// A name that is not taken in that folder.
pub(super) fn free_in(folder: &Path, made_at: DateTime<FixedOffset>) -> PathBuf {
    let time = made_at.format(TIME);
    let first = folder.join(format!("{BEGINS}{time}{ENDS}"));
    let others = (2_u32..).map(|n| folder.join(format!("{BEGINS}{time}-{n}{ENDS}")));
    let mut names = std::iter::once(first.clone()).chain(others);
    names.find(|name| !name.exists()).unwrap_or(first)
}

/// The name of a backup until it is whole.
pub(super) fn partial(whole: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(whole.file_name().unwrap_or_default());
    name.push(PARTIAL);
    whole.with_file_name(name)
}

/// Whether a file is called as a backup is.
pub(super) fn is_ours(name: &str) -> bool {
    let inner = name
        .strip_prefix(BEGINS)
        .and_then(|rest| rest.strip_suffix(ENDS));
    inner.is_some_and(is_time)
}

/// Whether a file is called as a backup is that is not whole yet.
pub(super) fn is_partial(name: &str) -> bool {
    let whole = name
        .strip_prefix('.')
        .and_then(|rest| rest.strip_suffix(PARTIAL));
    whole.is_some_and(is_ours)
}

fn is_time(text: &str) -> bool {
    let length = "2026-11-22T2200-0300".len();
    let (Some(time), Some(rest)) = (text.get(..length), text.get(length..)) else {
        return false;
    };
    let counted = rest.is_empty()
        || rest.strip_prefix('-').is_some_and(|n| {
            !n.is_empty() && n.len() < 6 && n.bytes().all(|byte| byte.is_ascii_digit())
        });
    counted && DateTime::parse_from_str(time, TIME).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_called_by_its_time_and_nothing_else_is_called_so() {
        let folder = tempfile::tempdir().unwrap();
        let at = DateTime::parse_from_rfc3339("2026-11-22T22:00:31-03:00").unwrap();
        let mut taken = Vec::new();
        for expected in ["0300", "0300-2", "0300-3"] {
            let path = free_in(folder.path(), at);
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            assert_eq!(name, format!("cantina-2026-11-22T2200-{expected}.backup"));
            assert!(is_ours(&name) && !is_partial(&name));
            let partial = partial(&path)
                .file_name()
                .unwrap()
                .to_string_lossy()
                .into_owned();
            assert!(is_partial(&partial) && !is_ours(&partial));
            std::fs::write(&path, "").unwrap();
            taken.push(name);
        }
        for other in [
            "cantina.db",
            "cantina-.backup",
            "cantina-2026-11-22.backup",
            "cantina-2026-13-22T2200-0300.backup",
            "cantina-2026-11-22T2200-0300-.backup",
            "cantina-2026-11-22T2200-0300-x.backup",
            "cantina-2026-11-22T2200-0300.backup.txt",
            "cantina-ñ026-11-22T2200-0300.backup",
        ] {
            assert!(!is_ours(other) && !is_partial(other), "{other}");
        }
    }
}
