//! Top-ups of many pupils from one list: all of it, or nothing; the same list again is nothing.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::super::{Error, Store, row, student};
use super::write;
use crate::domain::ledger::Movement;
use crate::domain::sale::At;
use crate::domain::search::fold;
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
        let named = wanted.iter().any(|one| matches!(one, Wanted::Named(..)));
        let roll = if named {
            folded(self.roll()?)
        } else {
            HashMap::new()
        };
        let who = |one: &Wanted| match one {
            Wanted::Card(number) => match student::card(&self.db, number)? {
                Some(card) => active(&self.db, card.student),
                None => Ok(Err(Unread::Nobody)),
            },
            Wanted::Named(name, grade) => Ok(of_name(&roll, name, grade.as_deref())),
        };
        wanted.iter().map(who).collect()
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
    let mut select =
        db.prepare_cached("SELECT day FROM top_up_list WHERE hash = ?1 ORDER BY seq DESC LIMIT 1")?;
    let day: Option<i64> = select.query_row([hash], |row| row.get(0)).optional()?;
    day.map(row::day).transpose()
}

fn active(db: &Connection, student: StudentId) -> Result<Result<StudentId, Unread>, Error> {
    let mut select = db.prepare_cached("SELECT active FROM student WHERE id = ?1")?;
    let active: bool = select.query_row([student.0], |row| row.get(0))?;
    Ok(active.then_some(student).ok_or(Unread::Left))
}

/// The pupils of each name, written without accents and capitals: number and class.
type Roll = HashMap<String, Vec<(StudentId, String)>>;

fn folded(roll: Vec<(StudentId, String, String)>) -> Roll {
    let mut names = Roll::new();
    for (student, name, grade) in roll {
        names
            .entry(fold(&name))
            .or_default()
            .push((student, fold(&grade)));
    }
    names
}

fn of_name(roll: &Roll, name: &str, grade: Option<&str>) -> Result<StudentId, Unread> {
    let grade = grade.map(fold);
    let named = roll.get(&fold(name)).into_iter().flatten();
    let mut found = named.filter(|(_, of)| grade.as_ref().is_none_or(|grade| grade == of));
    match (found.next(), found.next()) {
        (Some((student, _)), None) => Ok(*student),
        (None, _) => Err(Unread::Nobody),
        (Some(_), Some(_)) => Err(Unread::Several),
    }
}
