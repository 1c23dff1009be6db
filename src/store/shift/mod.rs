//! Shifts of the cash drawer: opened, moved, counted, handed over and closed, each a fact.
//!
//! What a shift expects is what the books say of each tender while it was open ([`report`]). Every entry
//! joins the open shift where it is written ([`super::account::post`]).

mod beside;
mod close;
mod past;
mod report;
#[cfg(test)]
mod tests;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::account::{self, Entry};
use super::{Error, Reader, Stamp, Store, row};
use crate::domain::sale::At;
use crate::domain::shift::{self, Counted, MoveKind, Refused, Shift, WithoutShift};
use crate::domain::{
    AccountId, BusinessDay, Moment, Money, MovementId, ShiftId, TillId, Timestamp, UserId,
};

pub use close::{Close, Count, OldZ, ZPaper};

/// Where what is not in the drawer is kept.
pub(super) const SAFE: AccountId = AccountId(7);
/// Where cash that is put in comes from.
pub(super) const CASH_IN: AccountId = AccountId(6);
/// Where cash that is taken out goes.
pub(super) const CASH_OUT: AccountId = AccountId(5);
/// What counts were more or less than the books.
pub(super) const DIFFERENCE: AccountId = AccountId(3);

/// Cash to be moved beside sales. The same id twice is one movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMove {
    /// Its name.
    pub id: MovementId,
    /// How.
    pub kind: MoveKind,
    /// How much.
    pub amount: Money,
    /// Why.
    pub reason: String,
}

/// How the drawer stands, for whoever opens, watches or closes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The shift that is open.
    pub shift: Option<Shift>,
    /// A count that still holds: nothing was booked since.
    pub counted: Option<Vec<Counted>>,
    /// What the last one left for the next float.
    pub next_float: Money,
    /// What was booked since without a shift: the next one looks after it.
    pub waiting: WithoutShift,
}

impl Store {
    /// Opens a shift with a float, which comes from the safe. The same id twice is one shift.
    ///
    /// # Errors
    /// [`Refused::OneOpen`], [`Refused::BadAmount`], or what the disk says.
    pub fn open_shift(&mut self, id: MovementId, float: Money, at: At) -> Result<Shift, Error> {
        self.transact(|db| open(db, id, float, at))
    }

    /// Moves cash beside sales.
    ///
    /// # Errors
    /// [`Refused::NoneOpen`], [`Refused::BadAmount`], [`Refused::NoReason`], or what the disk says.
    pub fn move_cash(&mut self, moved: &NewMove, at: At) -> Result<(), Error> {
        self.transact(|db| move_cash(db, moved, at))
    }

    /// The drawer goes from `from` to whoever is at it now; `count` is one that was just made.
    ///
    /// # Errors
    /// [`Refused::NoneOpen`], or what the disk says.
    pub fn hand_over(
        &mut self,
        id: MovementId,
        from: UserId,
        counted: bool,
        at: At,
    ) -> Result<(), Error> {
        self.transact(|db| {
            if known(db, "SELECT 1 FROM handed_over WHERE id = ?1", id)? {
                return Ok(());
            }
            let shift = open_seq(db)?.ok_or(Refused::NoneOpen)?;
            let count = match counted {
                true => close::standing(db, shift)?.map(|(count, _)| count),
                false => None,
            };
            db.execute(
                "INSERT INTO handed_over (id, shift, from_user, count, at, day, user)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (
                    id.0.as_bytes(),
                    shift,
                    from.0,
                    count,
                    at.moment.at.0,
                    at.moment.day().number(),
                    at.user.0,
                ),
            )?;
            Ok(())
        })
    }

    /// How the drawer stands.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn desk(&self, now: Moment) -> Result<Desk, Error> {
        desk(&self.db, self.till, now)
    }

    /// The shift that is open.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn shift(&self, now: Moment) -> Result<Option<Shift>, Error> {
        Ok(match open_seq(&self.db)? {
            Some(seq) => Some(by_seq(&self.db, seq, now)?),
            None => None,
        })
    }
}

impl Reader {
    /// How the drawer stands, read beside whoever sells.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn desk(&self, now: Moment) -> Result<Desk, Error> {
        desk(&*self.db.unchecked_transaction()?, TillId(1), now)
    }
}

/// The open shift's row: only the last one can be open.
pub(super) fn open_seq(db: &Connection) -> Result<Option<i64>, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.seq FROM shift s WHERE s.seq = (SELECT max(seq) FROM shift)
         AND NOT EXISTS (SELECT 1 FROM shift_closed c WHERE c.shift = s.seq)",
    )?;
    Ok(select.query_row((), |row| row.get(0)).optional()?)
}

pub(super) fn by_seq(db: &Connection, seq: i64, now: Moment) -> Result<Shift, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.till, s.at, s.day, s.user, u.name, s.float
         FROM shift s JOIN user u ON u.id = s.user WHERE s.seq = ?1",
    )?;
    let found = select.query_row([seq], |row| {
        let day: i64 = row.get(2)?;
        let shift = Shift {
            id: ShiftId(seq),
            till: TillId(row.get(0)?),
            opened: on_the_wall(now, row.get(1)?),
            day: now.day(),
            by: UserId(row.get(3)?),
            by_name: row.get(4)?,
            float: Money::guaranies(row.get(5)?),
        };
        Ok((shift, day))
    });
    let found = found.optional()?;
    let (shift, day) = found.ok_or_else(|| Error::NotFound(format!("shift {seq}")))?;
    Ok(Shift {
        day: row::day(day)?,
        ..shift
    })
}

/// An instant on the wall of today's zone: rows keep no zone.
pub(super) fn on_the_wall(now: Moment, millis: i64) -> Moment {
    let then = now.plus_millis(millis.saturating_sub(now.at.0));
    Moment {
        at: Timestamp(millis),
        ..then
    }
}

pub(super) fn open(db: &Connection, id: MovementId, float: Money, at: At) -> Result<Shift, Error> {
    let float = shift::float(float)?;
    let again = "SELECT seq FROM shift WHERE id = ?1";
    let again: Option<i64> = db
        .query_row(again, [id.0.as_bytes()], |row| row.get(0))
        .optional()?;
    if let Some(seq) = again {
        return by_seq(db, seq, at.moment);
    } else if open_seq(db)?.is_some() {
        return Err(Refused::OneOpen.into());
    }
    let window = Window::waiting(db, at.moment.day())?;
    db.execute(
        "INSERT INTO shift (id, till, float, sale_after, sale_to, entry_after, entry_to, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        rusqlite::params![
            id.0.as_bytes(),
            at.till.0,
            float.amount(),
            window.sale_after,
            window.sale_to,
            window.entry_after,
            window.entry_to,
            at.moment.at.0,
            at.moment.day().number(),
            at.user.0,
        ],
    )?;
    let seq = db.last_insert_rowid();
    if float.is_positive() {
        let cash = cash_account(db)?;
        book(db, "float", at, &[(cash, -float), (SAFE, float)])?;
    }
    by_seq(db, seq, at.moment)
}

/// Rows of sales and entries that were written without a shift since the one before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window {
    sale_after: i64,
    sale_to: i64,
    pub(super) entry_after: i64,
    pub(super) entry_to: i64,
}

impl Window {
    /// What waits for the next shift. The first of all looks after its own day alone: before it nobody
    /// counted, and what was sold then is no longer in the drawer.
    fn waiting(db: &Connection, day: BusinessDay) -> Result<Self, Error> {
        let last = "SELECT sale_to, entry_to FROM shift ORDER BY seq DESC LIMIT 1";
        let last = db.query_row(last, (), |row| Ok((row.get(0)?, row.get(1)?)));
        let before = |sql: &str| -> Result<i64, Error> {
            let found = db.query_row(sql, [day.number()], |row| row.get(0));
            Ok(found.optional()?.unwrap_or(0))
        };
        let (sale_after, entry_after) = match last.optional()? {
            Some(last) => last,
            None => (
                before("SELECT seq FROM sale WHERE day < ?1 ORDER BY seq DESC LIMIT 1")?,
                before("SELECT seq FROM entry WHERE day < ?1 ORDER BY seq DESC LIMIT 1")?,
            ),
        };
        let ends = "SELECT (SELECT coalesce(max(seq), 0) FROM sale),
            (SELECT coalesce(max(seq), 0) FROM entry)";
        let (sale_to, entry_to) = db.query_row(ends, (), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self {
            sale_after,
            sale_to,
            entry_after,
            entry_to,
        })
    }
}

fn desk(db: &Connection, till: TillId, now: Moment) -> Result<Desk, Error> {
    let next = "SELECT next_float FROM shift_closed WHERE till = ?1 ORDER BY z DESC LIMIT 1";
    let next: Option<i64> = db.query_row(next, [till.0], |row| row.get(0)).optional()?;
    let empty = Desk {
        shift: None,
        counted: None,
        next_float: next.map(Money::guaranies).unwrap_or_default(),
        waiting: WithoutShift::default(),
    };
    if let Some(seq) = open_seq(db)? {
        return Ok(Desk {
            shift: Some(by_seq(db, seq, now)?),
            counted: close::standing(db, seq)?.map(|(_, counted)| counted),
            ..empty
        });
    }
    let window = Window::waiting(db, now.day())?;
    Ok(Desk {
        waiting: report::waiting(db, window)?,
        ..empty
    })
}

pub(super) fn move_cash(db: &Connection, moved: &NewMove, at: At) -> Result<(), Error> {
    let amount = shift::moved(moved.amount)?;
    let reason = shift::reason(&moved.reason)?;
    if known(db, "SELECT 1 FROM cash_move WHERE id = ?1", moved.id)? {
        return Ok(());
    }
    let open = open_seq(db)?.ok_or(Refused::NoneOpen)?;
    let cash = cash_account(db)?;
    let postings = match moved.kind {
        MoveKind::PaidIn => [(cash, -amount), (CASH_IN, amount)],
        MoveKind::PaidOut => [(cash, amount), (CASH_OUT, -amount)],
        MoveKind::Drop => [(cash, amount), (SAFE, -amount)],
    };
    let entry = book(db, moved.kind.code(), at, &postings)?;
    db.execute(
        "INSERT INTO cash_move (id, shift, kind, amount, reason, entry, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        rusqlite::params![
            moved.id.0.as_bytes(),
            open,
            moved.kind.code(),
            amount.amount(),
            reason,
            entry,
            at.moment.at.0,
            at.moment.day().number(),
            at.user.0,
        ],
    )?;
    Ok(())
}

/// Notes that the drawer was opened without a sale.
pub(super) fn drawer_opened(
    db: &Connection,
    reason: Option<&str>,
    stamp: Stamp,
) -> Result<(), Error> {
    db.execute(
        "INSERT INTO drawer_opened (id, shift, reason, at, day, user) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            Uuid::now_v7().as_bytes(),
            open_seq(db)?,
            reason,
            stamp.moment.at.0,
            stamp.moment.day().number(),
            stamp.by.map(|user| user.0),
        ),
    )?;
    Ok(())
}

fn known(db: &Connection, sql: &str, id: MovementId) -> Result<bool, Error> {
    Ok(db.prepare_cached(sql)?.exists([id.0.as_bytes()])?)
}

/// The account of notes and coins.
fn cash_account(db: &Connection) -> Result<AccountId, Error> {
    let sql = "SELECT account FROM tender WHERE kind = 'cash' ORDER BY id LIMIT 1";
    let account = db.query_row(sql, (), |row| row.get(0)).optional()?;
    account
        .map(AccountId)
        .ok_or_else(|| row::unexpected("tenders", "without cash"))
}

/// Books what the drawer does beside sales; the entry's row.
fn book(
    db: &Connection,
    kind: &str,
    at: At,
    postings: &[(AccountId, Money)],
) -> Result<i64, Error> {
    let entry = Entry {
        id: Uuid::now_v7(),
        kind,
        sale: None,
        at: at.moment.at.0,
        day: at.moment.day().number(),
        user: Some(at.user.0),
    };
    account::post(db, &entry, postings)?;
    let sql = "SELECT seq FROM entry WHERE id = ?1";
    Ok(db.query_row(sql, [entry.id.as_bytes()], |row| row.get(0))?)
}
