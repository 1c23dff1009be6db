//! Facts chained by hash (BLAKE3), so that one that was changed, taken out or put in beside the program
//! shows.
//!
//! A transaction ends with one link: the hash of every fact that it wrote, after the hash of the link
//! before. Whoever can write the file can also make a new chain of it: that is why its head is noted
//! elsewhere, on paper and in backups, and compared ([`verify`]).

mod erased;
mod facts;
mod verify;

#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::hooks::Action;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::{Error, Reader, Source, Store, row};
pub(super) use erased::{Kept, erase_rows};
use facts::{FACTS, Shapes};
pub use verify::{Altered, Chained, How};

/// The end of the chain: everything before it is as it was when this was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// How many links there are.
    pub links: i64,
    /// The hash of the last, in hexadecimal; of no links, 64 zeros.
    pub hash: String,
}

/// `12:9f…`: as it is printed and typed.
impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.links, self.hash)
    }
}

/// A head is written as a number, a colon and 64 letters from 0 to f.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a head is written as 12:9f… with 64 hexadecimal letters")]
pub struct BadHead;

impl std::str::FromStr for Head {
    type Err = BadHead;

    fn from_str(text: &str) -> Result<Self, BadHead> {
        let (links, hash) = text.trim().split_once(':').ok_or(BadHead)?;
        let links = links.parse().map_err(|_| BadHead)?;
        let hash = blake3::Hash::from_hex(hash.to_ascii_lowercase()).map_err(|_| BadHead)?;
        let hash = hash.to_hex().to_string();
        Ok(Self { links, hash })
    }
}

/// What comes before the first link.
const NOTHING: [u8; 32] = [0; 32];
/// The most facts in one link; a transaction that writes more makes several.
const MOST: usize = 1_000;
/// The bytes of one fact in a link: its table, its row, the beginning of its hash.
const PART: usize = 1 + 8 + TAG;
/// So much of a fact's hash stands in the link, to name the one that changed; the link's hash has all of it.
const TAG: usize = 4;

/// A fact that was just written: its table's place in [`FACTS`], and its row.
type Fresh = (usize, i64);

/// Hears of every fact that a connection writes, and links them.
#[derive(Debug)]
pub(super) struct Chain {
    fresh: Arc<Mutex<Vec<Fresh>>>,
    shapes: RefCell<Shapes>,
}

impl Chain {
    /// Begins to listen to a connection.
    pub(super) fn on(db: &Connection) -> Result<Self, Error> {
        let fresh: Arc<Mutex<Vec<Fresh>>> = Arc::default();
        let heard = Arc::clone(&fresh);
        db.update_hook(Some(
            move |action: Action, _: &str, table: &str, seq: i64| {
                let insert = matches!(action, Action::SQLITE_INSERT);
                if let Some(at) = insert.then(|| facts::at(table)).flatten() {
                    heard
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push((at, seq));
                }
            },
        ))?;
        Ok(Self {
            fresh,
            shapes: RefCell::default(),
        })
    }

    /// Links what was written since; the last thing that a transaction does.
    pub(super) fn seal(&self, db: &Connection) -> Result<(), Error> {
        let fresh = self.take();
        if fresh.is_empty() {
            return Ok(());
        }
        let mut shapes = self.shapes.borrow_mut();
        link(db, &fresh, &mut shapes)
    }

    /// What was written is not to be: the transaction is rolled back.
    pub(super) fn forget(&self) {
        drop(self.take());
    }

    fn take(&self) -> Vec<Fresh> {
        mem::take(&mut *self.fresh.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Chains what was there before there was a chain, table by table.
pub(super) fn adopt(db: &Connection) -> Result<(), Error> {
    let mut shapes = Shapes::default();
    for (at, table) in FACTS.iter().enumerate() {
        let mut select = db.prepare(table.seqs)?;
        let mut rows = select.query(())?;
        let mut fresh = Vec::with_capacity(MOST);
        while let Some(row) = rows.next()? {
            fresh.push((at, row.get(0)?));
            if fresh.len() == MOST {
                link(db, &fresh, &mut shapes)?;
                fresh.clear();
            }
        }
        link(db, &fresh, &mut shapes)?;
    }
    Ok(())
}

fn link(db: &Connection, fresh: &[Fresh], shapes: &mut Shapes) -> Result<(), Error> {
    for fresh in fresh.chunks(MOST) {
        let mut hash = blake3::Hasher::new();
        hash.update(&last(db)?.1);
        let mut parts = Vec::with_capacity(fresh.len() * PART);
        for (at, seq) in fresh {
            let table = &FACTS[*at];
            // What was written and taken back within the transaction is no fact.
            if let Some(digest) = facts::digest(db, table, *seq, shapes)? {
                parts.push(table.code);
                parts.extend_from_slice(&seq.to_le_bytes());
                parts.extend_from_slice(&digest[..TAG]);
                add(&mut hash, table.code, *seq, &digest);
            }
        }
        if !parts.is_empty() {
            db.prepare_cached("INSERT INTO link (parts, hash) VALUES (?1, ?2)")?
                .execute((parts, hash.finalize().as_bytes()))?;
        }
    }
    Ok(())
}

fn add(hash: &mut blake3::Hasher, code: u8, seq: i64, digest: &[u8; 32]) {
    hash.update(&[code]);
    hash.update(&seq.to_le_bytes());
    hash.update(digest);
}

/// The number and the hash of the last link.
fn last(db: &Connection) -> Result<(i64, [u8; 32]), Error> {
    let mut select = db.prepare_cached("SELECT seq, hash FROM link ORDER BY seq DESC LIMIT 1")?;
    let last = select
        .query_row((), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(last.unwrap_or((0, NOTHING)))
}

fn head(db: &Connection) -> Result<Head, Error> {
    let (links, hash) = last(db)?;
    let hash = blake3::Hash::from_bytes(hash).to_hex().to_string();
    Ok(Head { links, hash })
}

impl Store {
    /// The end of the chain, to be noted where nobody who can write the file can: on paper, in a backup.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn chain_head(&self) -> Result<Head, Error> {
        head(&self.db)
    }

    /// Looks through the chain; `known` is a head that was noted before.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn verify_chain(&self, known: Option<&Head>) -> Result<Chained, Error> {
        verify::verify(&self.db, known)
    }
}

impl Reader {
    /// The same beside the one who writes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn verify_chain(&self, known: Option<&Head>) -> Result<Chained, Error> {
        verify::verify(&*self.db.unchecked_transaction()?, known)
    }
}

impl Source {
    /// The end of the chain; `None` in a file from before there was one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn chain_head(&self) -> Result<Option<Head>, Error> {
        let there =
            "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'link')";
        let db = self.db();
        let there: bool = db.query_row(there, (), |row| row.get(0))?;
        there.then(|| head(db)).transpose()
    }
}

/// What the self-check asks.
pub(super) fn check(db: &Connection) -> Result<Chained, Error> {
    verify::verify(db, None)
}

fn unreadable(what: &str) -> Error {
    row::unexpected("chain", what)
}
