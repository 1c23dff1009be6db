//! Personal text that was taken out of facts when a person was erased, and why the chain still holds.
//!
//! A link's hash is of whole hashes of facts. The fact that erases (itself in the chain) says of each row
//! its hash before and after: the row must now be as the last of them says, and counts as what it was when
//! it was linked. Whoever changes it again, or invents such a record beside the program, is found.

use std::collections::HashMap;

use rusqlite::Connection;

use super::facts::{self, FACTS, Shapes};
use crate::store::{Error, row};

/// The hashes of rows that were erased: as they were linked, and as they are left.
#[derive(Debug, Default)]
pub(super) struct Erased(HashMap<(u8, i64), ([u8; 32], [u8; 32])>);

impl Erased {
    /// Every row that was erased, by the facts that say so.
    pub(super) fn read(db: &Connection) -> Result<Self, Error> {
        let there = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'erasure_row')";
        let there: bool = db.query_row(there, (), |row| row.get(0))?;
        let mut known = HashMap::new();
        if !there {
            return Ok(Self(known));
        }
        let mut select =
            db.prepare("SELECT place, row, before, after FROM erasure_row ORDER BY erasure, n")?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            let (place, seq): (i64, i64) = (row.get(0)?, row.get(1)?);
            let (before, after): (Vec<u8>, Vec<u8>) = (row.get(2)?, row.get(3)?);
            // What cannot be read speaks for nothing: its fact is found to be changed.
            let (Ok(place), Ok(before), Ok(after)) =
                (u8::try_from(place), before.try_into(), after.try_into())
            else {
                continue;
            };
            let (_, left) = known.entry((place, seq)).or_insert((before, before));
            if *left == before {
                *left = after;
            }
        }
        Ok(Self(known))
    }

    /// The hash that stands in the link, if the row is as it was left when it was erased.
    pub(super) fn as_linked(&self, code: u8, seq: i64, now: [u8; 32]) -> [u8; 32] {
        match self.0.get(&(code, seq)) {
            Some((linked, left)) if *left == now => *linked,
            _ => now,
        }
    }
}

/// A row that was changed: its table's code, its number, its hash before and after.
pub(in crate::store) struct Kept {
    pub place: u8,
    pub row: i64,
    pub before: [u8; 32],
    pub after: [u8; 32],
}

/// Runs each change on each row that it is meant for, and says how their hashes changed.
///
/// `which` gives the numbers of the rows of `table` (a fact, not what belongs to one).
pub(in crate::store) fn erase_rows(
    db: &Connection,
    table: &str,
    rows: &[i64],
    change: impl Fn(i64) -> Result<(), Error>,
) -> Result<Vec<Kept>, Error> {
    let at = facts::at(table).ok_or_else(|| row::unexpected("table", table))?;
    let mut shapes = Shapes::default();
    let mut kept = Vec::new();
    for &seq in rows {
        let before = facts::digest(db, &FACTS[at], seq, &mut shapes)?;
        change(seq)?;
        let after = facts::digest(db, &FACTS[at], seq, &mut shapes)?;
        if let (Some(before), Some(after)) = (before, after)
            && before != after
        {
            let place = FACTS[at].code;
            kept.push(Kept {
                place,
                row: seq,
                before,
                after,
            });
        }
    }
    Ok(kept)
}
