//! Looking through the chain: every fact is hashed again, and every one that differs is named.

use rusqlite::{Connection, OptionalExtension};

use super::erased::Erased;
use super::facts::{self, FACTS, Shapes, Table};
use super::{Head, NOTHING, PART, TAG, add, head, unreadable};
use crate::store::Error;

/// The most that is named; more is counted.
const MOST_NAMED: usize = 100;

/// What became of a fact since it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// It says something else, or something that belongs to it does.
    Changed,
    /// It is gone.
    Deleted,
    /// It was put in beside the program.
    Inserted,
    /// The chain ends before a head that was noted.
    CutOff,
}

impl How {
    /// The word for it in JSON and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Deleted => "deleted",
            Self::Inserted => "inserted",
            Self::CutOff => "cut_off",
        }
    }
}

/// A fact that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Altered {
    /// Its table; `link` for the chain itself.
    pub table: &'static str,
    /// Its row.
    pub seq: i64,
    /// Of a sale, a void or a refund: the number of its ticket, if that can still be read.
    pub number: Option<i64>,
    /// What became of it.
    pub how: How,
}

/// What looking through the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chained {
    /// Facts that were looked at.
    pub facts: i64,
    /// The end of the chain.
    pub head: Head,
    /// How many facts and links are not as they were written.
    pub altered: i64,
    /// The first of them.
    pub named: Vec<Altered>,
}

/// Rows of a table that are in the chain: as good as always one stretch.
#[derive(Debug, Default)]
struct Runs(Vec<(i64, i64)>);

impl Runs {
    fn add(&mut self, seq: i64) {
        match self.0.last_mut() {
            Some((_, to)) if to.checked_add(1) == Some(seq) => *to = seq,
            _ => self.0.push((seq, seq)),
        }
    }

    fn has(&self, seq: i64) -> bool {
        let after = self.0.partition_point(|(from, _)| *from <= seq);
        after > 0 && self.0[after - 1].1 >= seq
    }
}

/// The code of a table, a row, and its hash.
type Digested = (u8, i64, [u8; 32]);

struct Looking<'a> {
    db: &'a Connection,
    shapes: Shapes,
    erased: Erased,
    linked: Vec<Runs>,
    facts: i64,
    altered: i64,
    named: Vec<Altered>,
}

/// Looks through the whole chain, and through every table for what is not in it.
pub(super) fn verify(db: &Connection, known: Option<&Head>) -> Result<Chained, Error> {
    let mut looking = Looking {
        db,
        shapes: Shapes::default(),
        erased: Erased::read(db)?,
        linked: FACTS.iter().map(|_| Runs::default()).collect(),
        facts: 0,
        altered: 0,
        named: Vec::new(),
    };
    looking.links()?;
    looking.strangers()?;
    if let Some(known) = known {
        looking.compare(known)?;
    }
    Ok(Chained {
        facts: looking.facts,
        head: head(db)?,
        altered: looking.altered,
        named: looking.named,
    })
}

impl Looking<'_> {
    /// A link whose own hash is wrong is named; the next one is right if it follows what that link says it
    /// is, or what it should be.
    fn links(&mut self) -> Result<(), Error> {
        let db = self.db;
        let mut select = db.prepare("SELECT seq, parts, hash FROM link ORDER BY seq")?;
        let mut rows = select.query(())?;
        let mut before = vec![NOTHING];
        let mut next = 1;
        while let Some(row) = rows.next()? {
            let (seq, hash): (i64, [u8; 32]) = (row.get(0)?, row.get(2)?);
            let parts = row.get_ref(1)?.as_blob().map_err(|_| unreadable("parts"))?;
            let whole = seq == next;
            if !whole {
                self.found("link", next, How::Deleted)?;
            }
            next = seq.saturating_add(1);
            let all_as_written = self.parts(parts)?;
            let should = before
                .iter()
                .map(|before| expected(before, all_as_written.as_deref()));
            let should: Option<Vec<[u8; 32]>> = should.collect();
            before = vec![hash];
            let Some(should) = should else { continue };
            if whole && !should.contains(&hash) {
                self.found("link", seq, How::Changed)?;
                before.extend(should);
            }
        }
        Ok(())
    }

    /// The hashes of a link's facts, or of some of them nothing: those are named.
    fn parts(&mut self, parts: &[u8]) -> Result<Option<Vec<Digested>>, Error> {
        let mut hashed = Some(Vec::with_capacity(parts.len() / PART));
        let mut chunks = parts.chunks_exact(PART);
        for part in &mut chunks {
            let (seq, tag) = part[1..].split_at(8);
            let seq = i64::from_le_bytes(seq.try_into().map_err(|_| unreadable("row"))?);
            let Some(at) = facts::at_code(part[0]) else {
                // A table that this version does not know: the link's own hash tells.
                continue;
            };
            let table = &FACTS[at];
            self.facts += 1;
            self.linked[at].add(seq);
            let digest = facts::digest(self.db, table, seq, &mut self.shapes)?;
            // What was taken out when a person was erased: the link has the hash of what was there.
            let digest = digest.map(|now| self.erased.as_linked(table.code, seq, now));
            match digest {
                Some(digest) if digest[..TAG] == *tag => {
                    if let Some(hashed) = &mut hashed {
                        hashed.push((table.code, seq, digest));
                    }
                    continue;
                }
                Some(_) => self.found(table.name, seq, How::Changed)?,
                None => self.found(table.name, seq, How::Deleted)?,
            }
            hashed = None;
        }
        Ok(hashed)
    }

    /// Rows that are in no link.
    fn strangers(&mut self) -> Result<(), Error> {
        for (at, table) in FACTS.iter().enumerate() {
            self.linked[at].0.sort_unstable();
            self.strangers_of(at, table)?;
        }
        Ok(())
    }

    fn strangers_of(&mut self, at: usize, table: &Table) -> Result<(), Error> {
        let db = self.db;
        let mut select = db.prepare(table.seqs)?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            let seq: i64 = row.get(0)?;
            if !self.linked[at].has(seq) {
                self.found(table.name, seq, How::Inserted)?;
            }
        }
        Ok(())
    }

    /// A chain that was made anew, or cut, does not have the head that was noted.
    fn compare(&mut self, known: &Head) -> Result<(), Error> {
        let mut select = self.db.prepare("SELECT hash FROM link WHERE seq = ?1")?;
        let hash: Option<[u8; 32]> = select
            .query_row([known.links], |row| row.get(0))
            .optional()?;
        let hash = match known.links {
            0 => Some(NOTHING),
            _ => hash,
        };
        let hash = hash.map(|hash| blake3::Hash::from_bytes(hash).to_hex().to_string());
        match hash {
            Some(hash) if hash == known.hash => Ok(()),
            Some(_) => self.found("link", known.links, How::Changed),
            None => self.found("link", known.links, How::CutOff),
        }
    }

    fn found(&mut self, table: &'static str, seq: i64, how: How) -> Result<(), Error> {
        self.altered += 1;
        if self.named.len() >= MOST_NAMED {
            return Ok(());
        }
        let number = match table {
            "sale" => {
                let mut select = self
                    .db
                    .prepare_cached("SELECT number FROM sale WHERE seq = ?1")?;
                select.query_row([seq], |row| row.get(0)).optional()?
            }
            _ => None,
        };
        self.named.push(Altered {
            table,
            seq,
            number,
            how,
        });
        Ok(())
    }
}

/// What the hash of a link must be after `before`; `None` where a fact is not as it was written.
fn expected(before: &[u8; 32], facts: Option<&[Digested]>) -> Option<[u8; 32]> {
    let mut hash = blake3::Hasher::new();
    hash.update(before);
    for (code, seq, digest) in facts? {
        add(&mut hash, *code, *seq, digest);
    }
    Some(*hash.finalize().as_bytes())
}
