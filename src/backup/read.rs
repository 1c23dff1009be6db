//! Reading a backup: its manifest alone, or all of it, and whether it is what was written.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use zstd::stream::read::Decoder;

use super::control::{Control, Stage};
use super::manifest::{self, Manifest, Part};
use super::{Error, Flaw, seal};
use crate::store::{self, Source};

/// Read at once.
const CHUNK: usize = 1 << 16;
/// The most memory that unpacking may take, as a power of two: what level 3 needs and more.
const WINDOW_LOG_MAX: u32 = 24;

/// The manifest, without looking at the rest.
///
/// # Errors
/// What is wrong with it.
pub(super) fn manifest(path: &Path) -> Result<Manifest, Flaw> {
    let mut file = File::open(path).map_err(Flaw::of_reading)?;
    let inside = seal::inside(&mut file)?;
    // Whatever stands before the manifest cannot be longer than it may be itself.
    let decoder = unpacking(inside).map_err(Flaw::of_reading)?;
    let mut tar = tar::Archive::new(decoder.take(manifest::MOST_BYTES + (1 << 16)));
    let mut entries = tar.entries().map_err(Flaw::of_reading)?;
    match entries.next() {
        Some(entry) => manifest_in(entry),
        None => Err(Flaw::NotABackup),
    }
}

fn unpacking<R: Read>(inside: R) -> io::Result<Decoder<'static, io::BufReader<R>>> {
    let mut decoder = Decoder::new(inside)?;
    decoder.window_log_max(WINDOW_LOG_MAX)?;
    Ok(decoder)
}

fn manifest_in<R: Read>(entry: io::Result<tar::Entry<'_, R>>) -> Result<Manifest, Flaw> {
    /// What every version of the format says first.
    #[derive(serde::Deserialize)]
    struct Format {
        format: u32,
    }
    let entry = entry.map_err(Flaw::of_reading)?;
    let named = entry
        .path()
        .is_ok_and(|path| path == Path::new(manifest::NAME));
    if !named || entry.size() > manifest::MOST_BYTES {
        return Err(Flaw::NotABackup);
    }
    let mut text = Vec::new();
    let mut entry = entry;
    entry.read_to_end(&mut text).map_err(Flaw::of_reading)?;
    let format: Format = serde_json::from_slice(&text).map_err(|_| Flaw::NotABackup)?;
    if format.format != manifest::FORMAT {
        return Err(Flaw::Newer);
    }
    serde_json::from_slice(&text).map_err(|_| Flaw::Damaged)
}

/// Where the parts of a backup go.
pub(super) struct Places<'a> {
    /// The database.
    pub(super) database: &'a Path,
    /// Settings and photos; without it they are only looked at.
    pub(super) rest: Option<&'a Path>,
}

/// Unpacks a backup and compares all of it with what was written: the whole file with its seal, each part
/// with its hash, and the database with what the manifest says of it.
///
/// # Errors
/// [`Error::Bad`] says what is wrong with it; [`Error::NotThere`], [`Error::Data`], [`Error::Cancelled`].
pub(super) fn unpack(path: &Path, into: &Places<'_>, control: &Control) -> Result<Manifest, Error> {
    let bad = |flaw| Error::bad(path, flaw);
    let mut file = match File::open(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            return Err(Error::NotThere(path.to_owned()));
        }
        opened => opened.map_err(|cause| bad(Flaw::of_reading(cause)))?,
    };
    seal::check(&mut file, control)?.map_err(bad)?;
    let inside = seal::inside(&mut file).map_err(bad)?;
    let manifest = unpacked(inside, into, control).map_err(|stopped| match stopped {
        Stopped::Flaw(flaw) => bad(flaw),
        Stopped::Error(error) => error,
    })?;
    control.tell(Stage::Checking, 500, 1_000);
    database(into.database, &manifest).map_err(bad)?;
    control.check()?;
    control.tell(Stage::Checking, 1_000, 1_000);
    Ok(manifest)
}

/// The backup is not good, or something else got in the way.
enum Stopped {
    Flaw(Flaw),
    Error(Error),
}

impl From<Flaw> for Stopped {
    fn from(flaw: Flaw) -> Self {
        Self::Flaw(flaw)
    }
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

fn unpacked<R: Read>(inside: R, into: &Places<'_>, control: &Control) -> Result<Manifest, Stopped> {
    let decoder = unpacking(inside).map_err(Flaw::of_reading)?;
    let mut tar = tar::Archive::new(decoder);
    let mut entries = tar.entries().map_err(Flaw::of_reading)?;
    let first = entries.next().ok_or(Flaw::NotABackup)?;
    let manifest = manifest_in(first)?;
    let lengths = manifest.parts.iter().map(|part| part.bytes);
    let of = lengths.fold(0, u64::saturating_add);
    let mut done = 0;
    for part in &manifest.parts {
        let missing = || Flaw::Part(part.name.clone());
        let entry = entries.next().ok_or_else(missing)?;
        let entry = entry.map_err(Flaw::of_reading)?;
        let named = entry.path().is_ok_and(|path| path == Path::new(&part.name));
        if !named || entry.size() != part.bytes {
            return Err(missing().into());
        }
        let place = place(part, into)?;
        take_out(entry, part, place.as_deref(), &mut |read| {
            done += read;
            // A tenth was the seal, the other half is the database.
            control.tell(Stage::Checking, of / 10 + done * 4 / 10, of);
            control.check()
        })?;
    }
    if manifest.part(manifest::DATABASE).is_none() || entries.next().is_some() {
        return Err(Flaw::Damaged.into());
    }
    // To its very end, where zstd's own checksum is.
    let mut rest = tar.into_inner();
    io::copy(&mut rest, &mut io::sink()).map_err(Flaw::of_reading)?;
    Ok(manifest)
}

/// Where a part is put; `None` where it is only looked at. A name that leads elsewhere is nobody's.
fn place(part: &Part, into: &Places<'_>) -> Result<Option<PathBuf>, Flaw> {
    if part.name == manifest::DATABASE {
        return Ok(Some(into.database.to_owned()));
    }
    let photo = part.name.strip_prefix(manifest::PHOTOS);
    let plain = |name: &str| {
        let leads_away = name.contains(['/', '\\', ':']) || matches!(name, "" | "." | "..");
        !leads_away
    };
    match photo.map_or(part.name == manifest::CONFIG, plain) {
        true => Ok(into.rest.map(|folder| folder.join(&part.name))),
        false => Err(Flaw::Part(part.name.clone())),
    }
}

fn take_out<R: Read>(
    mut entry: tar::Entry<'_, R>,
    part: &Part,
    place: Option<&Path>,
    read: &mut dyn FnMut(u64) -> Result<(), Error>,
) -> Result<(), Stopped> {
    let mut out = match place {
        Some(path) => {
            let failed = |cause| Error::data(path, cause);
            fs::create_dir_all(path.parent().unwrap_or(path)).map_err(failed)?;
            Some(File::create(path).map_err(failed)?)
        }
        None => None,
    };
    let mut hash = blake3::Hasher::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        let count = entry.read(&mut chunk).map_err(Flaw::of_reading)?;
        if count == 0 {
            break;
        }
        hash.update(&chunk[..count]);
        if let (Some(out), Some(path)) = (&mut out, place) {
            out.write_all(&chunk[..count])
                .map_err(|cause| Error::data(path, cause))?;
        }
        read(count as u64)?;
    }
    match hash.finalize().to_hex().as_str() == part.blake3 {
        true => Ok(()),
        false => Err(Flaw::Part(part.name.clone()).into()),
    }
}

/// Whether the database is sound and holds what the manifest says.
fn database(path: &Path, manifest: &Manifest) -> Result<(), Flaw> {
    let broken = |error: store::Error| match error {
        store::Error::NewerSchema { .. } => Flaw::Newer,
        _ => Flaw::Database(None),
    };
    let source = Source::open(path).map_err(broken)?;
    if let Some(fault) = source.fault().map_err(broken)? {
        return Err(Flaw::Database(Some(fault)));
    }
    if source.contents().map_err(broken)? != manifest.contents {
        return Err(Flaw::Contents);
    }
    // A backup from before there was a chain says nothing of it.
    let head = source.chain_head().map_err(broken)?;
    match manifest.chain.is_none() || head == manifest.chain {
        true => Ok(()),
        false => Err(Flaw::Contents),
    }
}
