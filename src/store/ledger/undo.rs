//! Top-ups as whoever undoes one finds them: whether their shift is closed, and whether they are undone.

use rusqlite::{Connection, OptionalExtension};

use super::super::{Error, Store, row, shift};
use crate::domain::ledger::{Kind, Stands, ToppedUp, undoing};
use crate::domain::tender::TenderKind;
use crate::domain::{AccountId, MovementId, StudentId, TenderId};

/// The word of a kind in the table of movements: an undoing is a top-up of less than nothing.
pub(super) const fn stored(kind: Kind) -> &'static str {
    match kind {
        Kind::Undo => Kind::TopUp.code(),
        kind => kind.code(),
    }
}

/// The kind of a row of that table.
pub(super) fn kind_of(code: &str, amount: i64) -> Option<Kind> {
    let kind = Kind::from_code(code)?;
    Some(match kind {
        Kind::TopUp if amount < 0 => Kind::Undo,
        kind => kind,
    })
}

/// Up to where drawers are counted: what was booked in another shift than the open one, or without a shift
/// up to that entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    open: Option<i64>,
    counted_to: i64,
}

impl Edge {
    pub(super) fn read(db: &Connection) -> Result<Self, Error> {
        let sql = "SELECT h.entry_to FROM shift h JOIN shift_closed c ON c.shift = h.seq
            ORDER BY h.seq DESC LIMIT 1";
        let counted: Option<i64> = db.query_row(sql, (), |row| row.get(0)).optional()?;
        Ok(Self {
            open: shift::open_seq(db)?,
            counted_to: counted.unwrap_or(0),
        })
    }

    /// Whether the top-up of that entry, booked in that shift, can still be undone.
    pub(super) fn stands(
        &self,
        db: &Connection,
        top_up: MovementId,
        entry: i64,
        shift: Option<i64>,
    ) -> Result<Stands, Error> {
        let counted = match shift {
            Some(_) => shift != self.open,
            None => entry <= self.counted_to,
        };
        let mut undone = db.prepare_cached("SELECT 1 FROM movement WHERE id = ?1")?;
        Ok(if undone.exists([undoing(top_up).0.as_bytes()])? {
            Stands::Undone
        } else if counted {
            Stands::Counted
        } else {
            Stands::Open
        })
    }
}

impl Store {
    /// The top-up of that number.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is none.
    pub fn topped_up(&self, number: i64) -> Result<ToppedUp, Error> {
        topped_up(&self.db, number)
    }
}

fn topped_up(db: &Connection, number: i64) -> Result<ToppedUp, Error> {
    let mut select = db.prepare_cached(
        "SELECT m.id, m.student, m.account, m.amount, m.tender, t.kind AS tender_kind, m.entry, e.shift
         FROM movement m JOIN entry e ON e.seq = m.entry JOIN tender t ON t.id = m.tender
         WHERE m.seq = ?1 AND m.kind = 'top_up' AND m.amount > 0",
    )?;
    let mut rows = select.query([number])?;
    let Some(found) = rows.next()? else {
        return Err(Error::NotFound(format!("top-up {number}")));
    };
    let id = MovementId(row::uuid(found.get("id")?));
    let kind: String = found.get("tender_kind")?;
    let kind = TenderKind::from_code(&kind).ok_or_else(|| row::unexpected("tender", &kind))?;
    let edge = Edge::read(db)?;
    Ok(ToppedUp {
        id,
        number,
        student: StudentId(found.get("student")?),
        account: AccountId(found.get("account")?),
        amount: row::money(found, "amount")?,
        tender: TenderId(found.get("tender")?),
        kind,
        stands: edge.stands(db, id, found.get("entry")?, found.get("shift")?)?,
    })
}

/// Asks once more, in the transaction that undoes it.
pub(super) fn still(db: &Connection, top_up: MovementId) -> Result<(), Error> {
    let mut select = db.prepare_cached("SELECT seq FROM movement WHERE id = ?1")?;
    let number: Option<i64> = select
        .query_row([top_up.0.as_bytes()], |row| row.get(0))
        .optional()?;
    let number = number.ok_or_else(|| Error::NotFound(top_up.to_string()))?;
    Ok(topped_up(db, number)?.stands.ask()?)
}
