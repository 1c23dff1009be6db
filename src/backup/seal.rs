//! The last bytes of a backup: a hash of all before them.
//!
//! zstd has a checksum of what it packs, but not of each bit of its own: one flipped in a header may unpack
//! the same. The seal is a frame that zstd skips (RFC 8878, 3.1.2), so that common tools open the file.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use super::control::{Control, Stage};
use super::{Error, Flaw};

/// Frame's magic number 0x184D2A5C and length 40, little-endian; then whose it is, and the hash.
const HEAD: [u8; 16] = *b"\x5c\x2a\x4d\x18\x28\0\0\0CANTINA1";
const HASH: usize = blake3::OUT_LEN;
const SEAL: u64 = (HEAD.len() + HASH) as u64;
/// How a zstd frame begins.
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
/// Read at once.
const CHUNK: usize = 1 << 16;

/// Passes on what is written, and remembers its hash.
pub(super) struct Sealing<W> {
    inner: W,
    hash: blake3::Hasher,
}

impl<W: Write> Sealing<W> {
    pub(super) fn over(inner: W) -> Self {
        Self {
            inner,
            hash: blake3::Hasher::new(),
        }
    }

    /// Writes the seal.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.inner.write_all(&HEAD)?;
        self.inner.write_all(self.hash.finalize().as_bytes())?;
        Ok(self.inner)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// What is inside the seal, from its beginning; looks at no more than the file's ends.
///
/// # Errors
/// [`Flaw::NotABackup`], [`Flaw::Cut`] or [`Flaw::Unreadable`].
pub(super) fn inside(file: &mut File) -> Result<io::Take<&mut File>, Flaw> {
    let body = body(file).map_err(Flaw::of_reading)??;
    Ok(file.take(body))
}

fn body(file: &mut File) -> io::Result<Result<u64, Flaw>> {
    let length = file.metadata()?.len();
    let mut begins = [0; ZSTD.len()];
    file.seek(SeekFrom::Start(0))?;
    if length < SEAL || file.read_exact(&mut begins).is_err() || begins != ZSTD {
        return Ok(Err(match length < SEAL && begins == ZSTD {
            true => Flaw::Cut,
            false => Flaw::NotABackup,
        }));
    }
    let mut head = [0; HEAD.len()];
    file.seek(SeekFrom::Start(length - SEAL))?;
    file.read_exact(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(match head == HEAD {
        true => Ok(length - SEAL),
        false => Err(Flaw::Cut),
    })
}

/// Reads all of the file and compares it with its seal.
///
/// # Errors
/// As [`inside`], and [`Flaw::Damaged`], as a [`Result`] of its own; [`Error::Cancelled`].
pub(super) fn check(file: &mut File, control: &Control) -> Result<Result<(), Flaw>, Error> {
    let mut inside = match inside(file) {
        Ok(inside) => inside,
        Err(flaw) => return Ok(Err(flaw)),
    };
    let length = inside.limit();
    let mut hash = blake3::Hasher::new();
    let mut chunk = vec![0; CHUNK];
    let mut done: u64 = 0;
    loop {
        control.check()?;
        let read = match inside.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => read,
            Err(cause) => return Ok(Err(Flaw::of_reading(cause))),
        };
        hash.update(&chunk[..read]);
        done += read as u64;
        control.tell(Stage::Checking, done / 10, length);
    }
    let mut sealed = [0; HASH];
    let sealed_at = SeekFrom::Start(length + HEAD.len() as u64);
    let read = file
        .seek(sealed_at)
        .and_then(|_| file.read_exact(&mut sealed));
    if let Err(cause) = read {
        return Ok(Err(Flaw::of_reading(cause)));
    }
    Ok(match done == length && hash.finalize() == sealed {
        true => Ok(()),
        false => Err(Flaw::Damaged),
    })
}
