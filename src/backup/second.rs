//! The second destination, such as a USB stick: kept in step with the first whenever it is there.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;

use super::control::{Control, Stage};
use super::folder::{self, Entry};
use super::make::private_file;
use super::{Error, State, name, seal};
use crate::settings::sync_folder_of;

/// Read at once.
const CHUNK: usize = 1 << 16;

/// Copies every good backup that the second destination lacks, the latest first; how many those were.
///
/// # Errors
/// [`Error::Destination`], [`Error::Cancelled`]; what was copied before stays.
pub(super) fn keep_in_step(
    backups: &[Entry],
    second: &Path,
    state: &State,
    control: &Arc<Control>,
) -> Result<usize, Error> {
    folder::clear_partial(second);
    let there = folder::list(second, state)?;
    let has = |entry: &&Entry| !there.iter().any(|other| other.name() == entry.name());
    let missing: Vec<_> = backups
        .iter()
        .rev()
        .filter(|entry| entry.own && entry.is_good())
        .filter(has)
        .collect();
    for entry in &missing {
        copy(entry, second, control)?;
    }
    Ok(missing.len())
}

fn copy(entry: &Entry, second: &Path, control: &Control) -> Result<(), Error> {
    let whole = second.join(entry.name());
    let partial = name::partial(&whole);
    let copied = copy_whole(entry, &partial, control).and_then(|()| {
        fs::rename(&partial, &whole)
            .and_then(|()| sync_folder_of(&whole))
            .map_err(|cause| Error::destination(second, cause))
    });
    if copied.is_err() {
        // What cannot go now goes another time; it is never taken for a backup.
        let _ = fs::remove_file(&partial);
    }
    copied
}

/// The copy is compared with its seal before it gets its name.
fn copy_whole(entry: &Entry, partial: &Path, control: &Control) -> Result<(), Error> {
    let second = partial.parent().unwrap_or(partial);
    let failed = |cause| Error::destination(second, cause);
    let of_first = |cause| Error::destination(entry.path.parent().unwrap_or(&entry.path), cause);
    let mut from = File::open(&entry.path).map_err(of_first)?;
    let mut to = private_file(partial).map_err(failed)?;
    let mut chunk = vec![0; CHUNK];
    let mut done = 0;
    loop {
        control.check()?;
        let count = from.read(&mut chunk).map_err(of_first)?;
        if count == 0 {
            break;
        }
        to.write_all(&chunk[..count]).map_err(failed)?;
        done += count as u64;
        control.tell(Stage::Second, done, entry.bytes);
    }
    to.sync_all().map_err(failed)?;
    seal::check(&mut to, &Control::quiet())?.map_err(|flaw| Error::bad(partial, flaw))
}
