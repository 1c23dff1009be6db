//! Making a backup: the database copied beside whoever sells, then packed with the settings and the photos.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;
use zstd::stream::write::Encoder;

use super::control::{Control, Stage};
use super::manifest::{self, Manifest, Part, Reason};
use super::seal::Sealing;
use super::work::Turn;
use super::{Error, name};
use crate::settings::DataFolder;
use crate::store::Source;
use crate::store::chain::Head;

/// As measured on a canteen's file: higher levels take several times as long for a tenth less.
const LEVEL: i32 = 3;
/// Read at once.
const CHUNK: usize = 1 << 16;

/// What a backup is of.
pub(super) struct Order<'a> {
    pub(super) data: &'a DataFolder,
    pub(super) canteen: Uuid,
    pub(super) made_at: DateTime<FixedOffset>,
    pub(super) reason: Reason,
}

/// A file that goes into the backup.
struct Goods {
    path: PathBuf,
    part: Part,
}

/// Writes a backup under a name of its own beside `whole`, and waits for the disk. It is not called a
/// backup yet. The number of the last sale in it is returned with its manifest.
///
/// # Errors
/// [`Error`]; nothing is left of it.
pub(super) fn make(
    order: &Order<'_>,
    whole: &Path,
    turn: &Turn,
    control: &Arc<Control>,
) -> Result<(Manifest, i64), Error> {
    let copy = turn.path(manifest::DATABASE);
    let (contents, chain, last_sale) = copied(order.data, &copy, control)?;
    let sources = sources(order.data, &copy, control)?;
    let manifest = Manifest {
        format: manifest::FORMAT,
        canteen: order.canteen,
        made_at: order.made_at,
        reason: order.reason,
        app: env!("CARGO_PKG_VERSION").to_owned(),
        contents,
        chain,
        parts: sources.iter().map(|source| source.part.clone()).collect(),
    };
    let partial = name::partial(whole);
    let packed = pack(&manifest, &sources, &partial, control);
    turn.remove(manifest::DATABASE);
    if packed.is_err() {
        // What cannot go now goes when the next turn is taken.
        let _ = fs::remove_file(&partial);
    }
    packed.map(|()| (manifest, last_sale))
}

fn copied(
    data: &DataFolder,
    copy: &Path,
    control: &Arc<Control>,
) -> Result<(crate::store::Contents, Option<Head>, i64), Error> {
    let source = Source::open(&data.database())?;
    let before = source.last_sale()?;
    let teller = Arc::clone(control);
    let copied = source.copy_to(copy, move |done, of| {
        teller.tell(Stage::Copying, done, of);
        !teller.is_cancelled()
    });
    control.check()?;
    copied?;
    let copy = Source::open(copy)?;
    let (last, after) = (copy.last_sale()?, source.last_sale()?);
    if last < before || after < last {
        return Err(Error::Lacking);
    }
    Ok((copy.contents()?, copy.chain_head()?, last))
}

/// Everything that goes in, with its hash.
fn sources(data: &DataFolder, copy: &Path, control: &Control) -> Result<Vec<Goods>, Error> {
    let mut files = vec![(copy.to_owned(), manifest::DATABASE.to_owned())];
    if data.config().is_file() {
        files.push((data.config(), manifest::CONFIG.to_owned()));
    }
    files.extend(photos(&data.photos())?);
    let hashed = files.into_iter().map(|(path, name)| {
        let (bytes, hash) = hashed(&path, control)?;
        let part = Part {
            name,
            bytes,
            blake3: hash.to_hex().to_string(),
        };
        Ok(Goods { path, part })
    });
    hashed.collect()
}

/// The photos in their folder, by name. What has no name in letters is no card's photo.
fn photos(folder: &Path) -> Result<Vec<(PathBuf, String)>, Error> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(cause) => return Err(Error::data(folder, cause)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|cause| Error::data(folder, cause))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if let Some(name) = name.filter(|_| path.is_file()) {
            let name = format!("{}{name}", manifest::PHOTOS);
            found.push((path, name));
        }
    }
    found.sort();
    Ok(found)
}

fn hashed(path: &Path, control: &Control) -> Result<(u64, blake3::Hash), Error> {
    let failed = |cause| Error::data(path, cause);
    let mut file = File::open(path).map_err(failed)?;
    let mut hash = blake3::Hasher::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        control.check()?;
        match file.read(&mut chunk).map_err(failed)? {
            0 => return Ok((hash.count(), hash.finalize())),
            read => hash.update(&chunk[..read]),
        };
    }
}

fn pack(
    manifest: &Manifest,
    sources: &[Goods],
    partial: &Path,
    control: &Control,
) -> Result<(), Error> {
    let folder = partial.parent().unwrap_or(partial);
    let failed = |cause| Error::destination(folder, cause);
    let file = private_file(partial).map_err(failed)?;
    let sealing = Sealing::over(BufWriter::new(file));
    let mut zstd = Encoder::new(sealing, LEVEL).map_err(failed)?;
    zstd.include_checksum(true).map_err(failed)?;
    let mut tar = tar::Builder::new(zstd);
    let text = serde_json::to_vec(manifest).map_err(|error| failed(error.into()))?;
    let made_at = u64::try_from(manifest.made_at.timestamp()).unwrap_or(0);
    let mut head = head(text.len() as u64, made_at);
    tar.append_data(&mut head, manifest::NAME, text.as_slice())
        .map_err(failed)?;
    let of: u64 = sources.iter().map(|source| source.part.bytes).sum();
    let mut done = 0;
    for source in sources {
        append(&mut tar, source, made_at, &mut |read| {
            done += read;
            control.tell(Stage::Packing, done, of);
            control.is_cancelled()
        })
        .map_err(|error| match error {
            Error::Destination { cause, .. } if control.is_cancelled() => {
                drop(cause);
                Error::Cancelled
            }
            Error::Destination { cause, .. } => Error::Destination {
                folder: folder.to_owned(),
                cause,
            },
            other => other,
        })?;
    }
    let sealing = tar.into_inner().and_then(Encoder::finish).map_err(failed)?;
    let file = sealing
        .finish()
        .and_then(|buffer| buffer.into_inner().map_err(io::IntoInnerError::into_error))
        .map_err(failed)?;
    file.sync_all().map_err(failed)
}

/// Appends a file as it was when it was hashed.
///
/// Reading and writing fail on different disks: which one it was is found out by who said it.
fn append<W: Write>(
    tar: &mut tar::Builder<W>,
    source: &Goods,
    made_at: u64,
    read: &mut dyn FnMut(u64) -> bool,
) -> Result<(), Error> {
    let failed = |cause| Error::data(&source.path, cause);
    let mut reading = Reading {
        file: File::open(&source.path)
            .map_err(failed)?
            .take(source.part.bytes),
        hash: blake3::Hasher::new(),
        failed: None,
        read,
    };
    let mut head = head(source.part.bytes, made_at);
    let appended = tar.append_data(&mut head, &source.part.name, &mut reading);
    if let Some(cause) = reading.failed {
        return Err(failed(cause));
    }
    appended.map_err(|cause| Error::destination(Path::new(""), cause))?;
    match reading.hash.finalize().to_hex().as_str() == source.part.blake3 {
        true => Ok(()),
        false => Err(Error::Changed(source.part.name.clone())),
    }
}

/// A file that is hashed while it is read.
struct Reading<'a> {
    file: io::Take<File>,
    hash: blake3::Hasher,
    failed: Option<io::Error>,
    read: &'a mut dyn FnMut(u64) -> bool,
}

impl Read for Reading<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = match self.file.read(into) {
            Ok(count) => count,
            Err(cause) => {
                let kind = cause.kind();
                self.failed = Some(cause);
                return Err(kind.into());
            }
        };
        self.hash.update(&into[..count]);
        match (self.read)(count as u64) {
            true => Err(io::ErrorKind::Other.into()),
            false => Ok(count),
        }
    }
}

fn head(bytes: u64, made_at: u64) -> tar::Header {
    let mut head = tar::Header::new_gnu();
    head.set_size(bytes);
    head.set_mode(0o600);
    head.set_mtime(made_at);
    head.set_entry_type(tar::EntryType::Regular);
    head
}

/// It holds names, allergies and debts of children: nobody else on the machine reads it.
pub(super) fn private_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
