//! Cards: how each stands now, and what was ever done with it.

use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::{Error, Stamp, Store, row, student};
use crate::domain::card::{Act, Change, Unchanged};
use crate::domain::student::{Card, CardState};
use crate::domain::{BusinessDay, CardNumber, StudentId};

/// What was done with a card, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardSaid {
    /// Which.
    pub number: String,
    /// `issued`, `replaced`, `blocked`, `unblocked` or `expiry`.
    pub what: String,
    /// The card that took its place.
    pub other: Option<String>,
    /// The last day that it was given.
    pub expires: Option<BusinessDay>,
    /// Why.
    pub reason: Option<String>,
    /// When, in milliseconds; 0 for what was there before.
    pub at: i64,
    /// Who did it.
    pub by: Option<String>,
}

/// The cards of a pupil.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CardsOf {
    /// As they stand, those that work first.
    pub cards: Vec<Card>,
    /// What was done, latest first.
    pub history: Vec<CardSaid>,
}

impl Store {
    /// Does that with a card, and notes it.
    ///
    /// # Errors
    /// [`Error::CardUnchanged`], [`Error::NotFound`] for a card that nobody has; nothing is written.
    pub fn change_card(&mut self, change: &Change) -> Result<(), Error> {
        self.transact(|db| {
            let known = student::card(db, change.number())?;
            let after = change
                .apply(known.as_ref())?
                .ok_or_else(|| Error::NotFound(change.number().to_string()))?;
            if let Act::Replace { by, expires } = change.act() {
                if student::card(db, by)?.is_some() {
                    return Err(Unchanged::Taken.into());
                }
                let new = Card {
                    number: by.clone(),
                    student: after.student,
                    state: CardState::Active,
                    expires: *expires,
                };
                write(db, &new)?;
                note(db, &new, &Said::of(change, "issued"))?;
            }
            write(db, &after)?;
            note(db, &after, &Said::of(change, change.act().code()))
        })
    }

    /// The pupil of a card, whatever its state.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn student_of_card(&self, number: &CardNumber) -> Result<Option<StudentId>, Error> {
        let card = student::card(&self.db, number)?;
        Ok(card.map(|card| card.student))
    }

    /// The cards of a pupil, and what was done with them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn cards_of(&self, student: StudentId) -> Result<CardsOf, Error> {
        cards_of(&self.db, student)
    }
}

pub(super) fn cards_of(db: &Connection, student: StudentId) -> Result<CardsOf, Error> {
    let mut select = db.prepare_cached(
        "SELECT number, state, expires FROM card WHERE student = ?1
         ORDER BY CASE state WHEN 'active' THEN 0 WHEN 'blocked' THEN 1 ELSE 2 END, number DESC",
    )?;
    let cards = select.query_map([student.0], |row| {
        let (number, state): (String, String) = (row.get(0)?, row.get(1)?);
        let expires = row::maybe_day(row, "expires")?;
        Ok(CardNumber::parse(&number).ok().map(|number| Card {
            number,
            student,
            state: CardState::from_code(&state),
            expires,
        }))
    })?;
    let cards: Vec<Option<Card>> = cards.collect::<Result<_, _>>()?;
    let mut select = db.prepare_cached(
        "SELECT f.number, f.what, f.other, f.expires, f.reason, f.at, u.name
         FROM card_fact f LEFT JOIN user u ON u.id = f.user
         WHERE f.student = ?1 ORDER BY f.seq DESC LIMIT 200",
    )?;
    let history = select.query_map([student.0], said)?;
    Ok(CardsOf {
        cards: cards.into_iter().flatten().collect(),
        history: history.collect::<Result<_, _>>()?,
    })
}

fn said(row: &Row<'_>) -> rusqlite::Result<CardSaid> {
    Ok(CardSaid {
        number: row.get("number")?,
        what: row.get("what")?,
        other: row.get("other")?,
        expires: row::maybe_day(row, "expires")?,
        reason: row.get("reason")?,
        at: row.get("at")?,
        by: row.get("name")?,
    })
}

/// A card of a list of pupils; one that is on file stays as it is.
pub(super) fn listed(
    db: &Connection,
    number: &CardNumber,
    student: StudentId,
    stamp: Stamp,
) -> Result<(), Error> {
    let added = db
        .prepare_cached(
            "INSERT INTO card (number, student, state) VALUES (?1, ?2, 'active') ON CONFLICT DO NOTHING",
        )?
        .execute((number.as_str(), student.0))?;
    if added == 0 {
        return Ok(());
    }
    let card = Card {
        number: number.clone(),
        student,
        state: CardState::Active,
        expires: None,
    };
    let said = Said {
        at: stamp.moment.at.0,
        day: stamp.moment.day().number(),
        user: stamp.by.map(|by| by.0),
        ..Said::before("issued")
    };
    note(db, &card, &said)
}

/// A card as another book kept it.
pub(super) fn take_over(db: &Connection, card: &Card) -> Result<(), Error> {
    let known = student::card(db, &card.number)?;
    if known
        .as_ref()
        .is_some_and(|known| known.student != card.student)
    {
        return Err(Error::Taken(card.number.to_string()));
    }
    write(db, card)?;
    if known.is_none() {
        note(db, card, &Said::before("issued"))?;
    }
    let before = known.as_ref().map_or(CardState::Active, |card| card.state);
    match card.state {
        state if state == before => Ok(()),
        CardState::Active => note(db, card, &Said::before("unblocked")),
        CardState::Blocked => note(db, card, &Said::before("blocked")),
        CardState::Replaced => note(db, card, &Said::before("replaced")),
    }
}

fn write(db: &Connection, card: &Card) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO card (number, student, state, expires) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET state = excluded.state, expires = excluded.expires",
    )?
    .execute((
        card.number.as_str(),
        card.student.0,
        card.state.code(),
        card.expires.map(BusinessDay::number),
    ))?;
    Ok(())
}

/// What a fact says beside the card itself.
struct Said<'a> {
    what: &'a str,
    other: Option<&'a str>,
    reason: Option<&'a str>,
    approved_by: Option<i64>,
    at: i64,
    day: i64,
    user: Option<i64>,
}

impl<'a> Said<'a> {
    const fn before(what: &'a str) -> Self {
        Self {
            what,
            other: None,
            reason: None,
            approved_by: None,
            at: 0,
            day: 0,
            user: None,
        }
    }

    fn of(change: &'a Change, what: &'a str) -> Self {
        let (at, approved) = (change.at(), change.approved());
        let other = match change.act() {
            Act::Replace { by, .. } if what == "replaced" => Some(by.as_str()),
            _ => None,
        };
        Self {
            what,
            other,
            reason: Some(&approved.reason),
            approved_by: Some(approved.by.0),
            at: at.moment.at.0,
            day: at.moment.day().number(),
            user: Some(at.user.0),
        }
    }
}

fn note(db: &Connection, card: &Card, said: &Said<'_>) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO card_fact (id, number, student, what, other, expires, reason, approved_by, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(rusqlite::params![
        Uuid::now_v7().as_bytes(),
        card.number.as_str(),
        card.student.0,
        said.what,
        said.other,
        card.expires.map(BusinessDay::number),
        said.reason,
        said.approved_by,
        said.at,
        said.day,
        said.user,
    ])?;
    Ok(())
}

/// Blocks a card whose holder is gone, and notes it.
pub(super) fn take_out(db: &Connection, card: &Card, stamp: Stamp) -> Result<(), Error> {
    let blocked = Card {
        state: CardState::Blocked,
        ..card.clone()
    };
    write(db, &blocked)?;
    let said = Said {
        at: stamp.moment.at.0,
        day: stamp.moment.day().number(),
        user: stamp.by.map(|by| by.0),
        ..Said::before("blocked")
    };
    note(db, &blocked, &said)
}
