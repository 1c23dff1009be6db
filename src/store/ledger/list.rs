//! Top-ups of many pupils from one list: all of it, or nothing; the same list again is nothing.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::super::{Error, Store, row, student};
use super::write;
use crate::domain::ledger::Movement;
use crate::domain::sale::At;
use crate::domain::{BusinessDay, CardNumber, Money, StudentId};

/// Whom a line of a list means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The pupil of that card, whatever its state.
    Card(CardNumber),
    /// The only active pupil of that name and, if one is said, of that class.
    Named(String, Option<String>),
}

/// Why a line means nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// No card of that number, or no pupil of that name.
    Nobody,
    /// Several pupils of that name.
    Several,
    /// They have left.
    Left,
}

/// A line of a list that may be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopUpRow {
    /// Its line in the file.
    pub line: u64,
    /// What it does.
    pub movement: Movement,
}

/// What came of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// How many top-ups were written; none of a list that was taken over before.
    pub lines: usize,
    /// What they come to.
    pub total: Money,
    /// The day on which the same list was taken over before.
    pub before: Option<BusinessDay>,
}

impl Store {
    /// Whom each line means, in their order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn who(&self, wanted: &[Wanted]) -> Result<Vec<Result<StudentId, Unread>>, Error> {
        wanted.iter().map(|one| who(&self.db, one)).collect()
    }

    /// The day on which a list of this hash was taken over, if one was.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn list_taken(&self, hash: &[u8; 32]) -> Result<Option<BusinessDay>, Error> {
        taken(&self.db, hash)
    }

    /// Writes every top-up of a list in one transaction. A list of the same hash was taken over before:
    /// nothing is written then, unless `again` says that it is another one that says the same.
    ///
    /// # Errors
    /// [`Error::Unmoved`], [`Error::NotFound`]; nothing is written.
    pub fn take_top_ups(
        &mut self,
        rows: &[TopUpRow],
        hash: &[u8; 32],
        again: bool,
        at: At,
    ) -> Result<Imported, Error> {
        self.transact(|db| {
            let before = taken(db, hash)?;
            if before.is_some() && !again {
                return Ok(Imported {
                    lines: 0,
                    total: Money::ZERO,
                    before,
                });
            }
            let list = enter(db, rows.len(), hash, at)?;
            let mut total = Money::ZERO;
            for row in rows {
                let line = i64::try_from(row.line).unwrap_or(i64::MAX);
                total += write(db, &row.movement, Some((list, line)))?.amount;
            }
            Ok(Imported {
                lines: rows.len(),
                total,
                before,
            })
        })
    }
}

fn enter(db: &Connection, lines: usize, hash: &[u8; 32], at: At) -> Result<i64, Error> {
    db.prepare_cached(
        "INSERT INTO top_up_list (id, hash, lines, at, day, user) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        Uuid::now_v7().as_bytes(),
        hash,
        i64::try_from(lines).unwrap_or(i64::MAX),
        at.moment.at.0,
        at.moment.day().number(),
        at.user.0,
    ))?;
    Ok(db.last_insert_rowid())
}

fn taken(db: &Connection, hash: &[u8; 32]) -> Result<Option<BusinessDay>, Error> {
    let mut select = db
        .prepare_cached("SELECT day FROM top_up_list WHERE hash = ?1 ORDER BY seq DESC LIMIT 1")?;
    let day: Option<i64> = select.query_row([hash], |row| row.get(0)).optional()?;
    day.map(row::day).transpose()
}

fn who(db: &Connection, wanted: &Wanted) -> Result<Result<StudentId, Unread>, Error> {
    match wanted {
        Wanted::Card(number) => {
            let card = student::card(db, number)?;
            card.map_or(Ok(Err(Unread::Nobody)), |card| active(db, card.student))
        }
        Wanted::Named(name, grade) => named(db, name, grade.as_deref()),
    }
}

fn active(db: &Connection, student: StudentId) -> Result<Result<StudentId, Unread>, Error> {
    let mut select = db.prepare_cached("SELECT active FROM student WHERE id = ?1")?;
    let active: bool = select.query_row([student.0], |row| row.get(0))?;
    Ok(active.then_some(student).ok_or(Unread::Left))
}

fn named(
    db: &Connection,
    name: &str,
    grade: Option<&str>,
) -> Result<Result<StudentId, Unread>, Error> {
    let mut select = db.prepare_cached(
        "SELECT id FROM student WHERE name = ?1 AND (?2 IS NULL OR grade = ?2) AND active = 1 LIMIT 2",
    )?;
    let found = select.query_map((name, grade), |row| row.get(0).map(StudentId))?;
    let found: Vec<StudentId> = found.collect::<Result<_, _>>()?;
    Ok(match found[..] {
        [one] => Ok(one),
        [] => Err(Unread::Nobody),
        _ => Err(Unread::Several),
    })
}
