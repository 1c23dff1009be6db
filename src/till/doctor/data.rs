//! The data folder, what is in it and what it lies on.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sysinfo::{DiskRefreshKind, Disks};

use super::{Line, Patient, State, line, shown};
use crate::backup::{Health, State as BackupState};
use crate::store::{self, Glance};
use crate::till::failure;

/// A canteen's file, its copy before an update and some backups fit into it: half a gigabyte.
const LEAST_SPACE_MB: u64 = 512;
/// Below this it will be full in a season.
const GOOD_SPACE_MB: u64 = 2_048;
/// Above this a cashier feels every sale, in microseconds.
const SLOW_SYNC_US: u64 = 50_000;
/// Above this the queue waits for the disk.
const TOO_SLOW_SYNC_US: u64 = 500_000;
/// So many pages are written to find it out.
const ROUNDS: usize = 30;
/// A disk that takes longer in all has said enough.
const PATIENCE: Duration = Duration::from_secs(3);
/// A page of the database.
const PAGE: [u8; 4096] = [0x5a; 4096];
const MEGABYTE: u64 = 1024 * 1024;

/// Whether the folder can be written to. It is made at the first start, so one that is missing is none yet.
pub fn folder(patient: &Patient<'_>) -> Line {
    let root = patient.folder.root();
    let say = |state, key: &str, cause: String| {
        let told = [("path", shown(root)), ("cause", cause.into())];
        line("data_folder", state, key, &told, patient.words)
    };
    if root.exists() && !root.is_dir() {
        return say(State::Bad, "folder-is-a-file", String::new());
    }
    match (try_writing(&standing(root)), root.is_dir()) {
        (Err(cause), _) => say(State::Bad, "folder-not-writable", cause.to_string()),
        (Ok(()), true) => say(State::Good, "folder-good", String::new()),
        (Ok(()), false) => say(State::Note, "folder-none", String::new()),
    }
}

/// Whether `config.toml` can be read.
pub fn settings(patient: &Patient<'_>) -> Line {
    let words = patient.words;
    match &patient.config {
        Ok(_) => line("settings", State::Good, "settings-good", &[], words),
        Err(error) => {
            let told = [("why", failure::of_settings(error).sentence(words).into())];
            line("settings", State::Bad, "settings-bad", &told, words)
        }
    }
}

/// Which version the file is of.
pub fn database(patient: &Patient<'_>) -> Line {
    let path = patient.folder.database();
    let words = patient.words;
    if !path.exists() {
        return line("database", State::Note, "database-none", &[], words);
    }
    match Glance::at(&path) {
        Ok(seen) => {
            let told = [
                ("found", seen.schema.into()),
                ("known", store::schema().into()),
                ("sales", seen.sales.into()),
            ];
            match seen.schema == store::schema() {
                true => line("database", State::Good, "database-good", &told, words),
                false => line("database", State::Note, "database-old", &told, words),
            }
        }
        Err(error) => {
            let told = [("why", failure::of_store(&error).sentence(words).into())];
            line("database", State::Bad, "database-bad", &told, words)
        }
    }
}

/// Whether another Cantina has the canteen open; the open till itself does not ask.
pub fn other_copy(patient: &Patient<'_>) -> Option<Line> {
    if patient.inside {
        return None;
    }
    let words = patient.words;
    let found = match store::is_held(&patient.folder.database()) {
        Ok(false) => line("other_copy", State::Good, "other-none", &[], words),
        Ok(true) => line("other_copy", State::Note, "other-open", &[], words),
        Err(error) => {
            let told = [("why", error.to_string().into())];
            line("other_copy", State::Warning, "other-unknown", &told, words)
        }
    };
    Some(found)
}

/// How much room is left where the folder lies.
pub fn space(patient: &Patient<'_>) -> Line {
    let words = patient.words;
    let Some(left) = space_left_mb(&standing(patient.folder.root())) else {
        return line("disk_space", State::Note, "space-unknown", &[], words);
    };
    let left_shown = i64::try_from(left).unwrap_or(i64::MAX);
    let told = [("left", left_shown.into())];
    let (state, key) = match left {
        left if left < LEAST_SPACE_MB => (State::Bad, "space-none"),
        left if left < GOOD_SPACE_MB => (State::Warning, "space-little"),
        _ => (State::Good, "space-good"),
    };
    line("disk_space", state, key, &told, words)
}

/// How long the disk takes until what was written is there for good.
pub fn disk(patient: &Patient<'_>) -> Line {
    let words = patient.words;
    let measured = sync_us(&standing(patient.folder.root()));
    let (median, worst) = match measured {
        Ok(measured) => measured,
        Err(cause) => {
            let told = [("cause", cause.to_string().into())];
            return line("disk_sync", State::Bad, "sync-failed", &told, words);
        }
    };
    let told = [
        ("median", millis(median).into()),
        ("worst", millis(worst).into()),
    ];
    let (state, key) = match median {
        us if us > TOO_SLOW_SYNC_US => (State::Bad, "sync-too-slow"),
        us if us > SLOW_SYNC_US => (State::Warning, "sync-slow"),
        _ => (State::Good, "sync-good"),
    };
    line("disk_sync", state, key, &told, words)
}

/// Whether backups can be made, and how those stand that were.
pub fn backups(patient: &Patient<'_>) -> Line {
    let words = patient.words;
    let Ok(config) = &patient.config else {
        return line("backups", State::Warning, "backups-unknown", &[], words);
    };
    let folder = config.backup.folder(patient.folder);
    let own = folder == patient.folder.backups();
    let told = |cause: String| [("path", shown(&folder)), ("cause", cause.into())];
    if !own && !folder.is_dir() {
        let told = told(String::new());
        return line("backups", State::Warning, "backups-no-folder", &told, words);
    }
    if let Err(cause) = try_writing(&standing(&folder)) {
        let told = told(cause.to_string());
        return line("backups", State::Bad, "backups-not-writable", &told, words);
    }
    let told = told(String::new());
    if !patient.folder.database().exists() {
        return line("backups", State::Good, "backups-ready", &told, words);
    }
    let state = BackupState::load(patient.folder);
    match Health::of(&state, &config.backup, patient.now) {
        Health::Protected => line("backups", State::Good, "backups-good", &told, words),
        Health::Never => line("backups", State::Warning, "backups-never", &told, words),
        Health::Failed => line("backups", State::Warning, "backups-failed", &told, words),
        Health::Missed | Health::Old => {
            line("backups", State::Warning, "backups-old", &told, words)
        }
    }
}

/// The folder itself, or the nearest one above it that is there.
fn standing(folder: &Path) -> PathBuf {
    let above = folder.ancestors().find(|above| above.is_dir());
    above.unwrap_or(Path::new(".")).to_owned()
}

fn trial_in(folder: &Path) -> PathBuf {
    folder.join(format!(".doctor-{}", std::process::id()))
}

fn try_writing(folder: &Path) -> io::Result<()> {
    let trial = trial_in(folder);
    let written = File::create(&trial).and_then(|mut file| file.write_all(b"x"));
    let _left_behind_it_harms_nobody = fs::remove_file(&trial);
    written
}

/// The median and the longest time to write a page for good, in microseconds.
fn sync_us(folder: &Path) -> io::Result<(u64, u64)> {
    let trial = trial_in(folder);
    let measured = measure(&trial);
    let _left_behind_it_harms_nobody = fs::remove_file(&trial);
    measured
}

fn measure(trial: &Path) -> io::Result<(u64, u64)> {
    let mut file = OpenOptions::new()
        .create(true)
        .truncate(true)
        .write(true)
        .open(trial)?;
    let began = Instant::now();
    let mut times = Vec::with_capacity(ROUNDS);
    while times.len() < ROUNDS && (times.is_empty() || began.elapsed() < PATIENCE) {
        let one = Instant::now();
        file.write_all(&PAGE)?;
        file.sync_all()?;
        times.push(u64::try_from(one.elapsed().as_micros()).unwrap_or(u64::MAX));
    }
    times.sort_unstable();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    Ok((median, times.last().copied().unwrap_or_default()))
}

/// `12,3` for 12,345 microseconds.
fn millis(us: u64) -> String {
    format!("{},{}", us / 1_000, us % 1_000 / 100)
}

/// The room on the disk whose mount point is the longest beginning of the path.
fn space_left_mb(folder: &Path) -> Option<u64> {
    let place = fs::canonicalize(folder).ok()?;
    let place = without_verbatim(&place);
    let kinds = DiskRefreshKind::nothing().with_storage();
    let disks = Disks::new_with_refreshed_list_specifics(kinds);
    disks
        .iter()
        .filter(|disk| place.starts_with(disk.mount_point()))
        .max_by_key(|disk| disk.mount_point().components().count())
        .map(|disk| disk.available_space() / MEGABYTE)
}

/// Windows answers `\\?\C:\…`, its disks are called `C:\`.
fn without_verbatim(path: &Path) -> PathBuf {
    let text = path.to_string_lossy();
    match text.strip_prefix(r"\\?\") {
        Some(plain) => PathBuf::from(plain),
        None => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_in_milliseconds() {
        assert_eq!(millis(12_345), "12,3");
        assert_eq!(millis(40), "0,0");
    }

    #[test]
    fn a_page_is_written_for_good_and_the_file_goes() {
        let folder = tempfile::tempdir().unwrap();
        let (median, worst) = sync_us(folder.path()).unwrap();
        assert!(median <= worst);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
