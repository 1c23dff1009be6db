//! A list of pupils that brings the file up to date: what is on file now, and what is written once
//! somebody has seen the difference.

use rusqlite::Connection;

use super::note;
use crate::domain::people::Refused;
use crate::domain::student::{NewGuardian, NewStudent};
use crate::domain::{CardNumber, Money, PriceListId, StudentId};
use crate::store::{Error, Stamp, Store, diet, student};

/// A pupil as the file has them, for comparing with a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnFile {
    /// Who.
    pub student: StudentId,
    /// Their name.
    pub name: String,
    /// Grade and section.
    pub grade: String,
    /// Their own CI.
    pub document: Option<String>,
    /// Every card of theirs, whatever its state.
    pub cards: Vec<CardNumber>,
    /// Who pays.
    pub guardian: Option<NewGuardian>,
    /// The prices they pay.
    pub price_list: PriceListId,
    /// The most they may spend a day.
    pub daily_limit: Option<Money>,
    /// How far the account may go below zero.
    pub credit_limit: Money,
    /// What they must not eat.
    pub restrictions: Vec<crate::domain::diet::Restriction>,
    /// Diets and conditions.
    pub wishes: Vec<crate::domain::diet::Wish>,
    /// False once they have left.
    pub active: bool,
    /// Whether they were erased.
    pub erased: bool,
}

/// A row of a list, and whom it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// The pupil on file; `None` for a new one.
    pub known: Option<StudentId>,
    /// What it says.
    pub new: NewStudent,
    /// Their own CI, if it says so.
    pub document: Option<String>,
}

/// What a list wrote.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TakenUp {
    /// So many are new.
    pub new: usize,
    /// So many were changed.
    pub changed: usize,
}

impl Store {
    /// Everybody as the file has them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn on_file_people(&self) -> Result<Vec<OnFile>, Error> {
        on_file(&self.db)
    }

    /// Takes over what a list says, each row of the pupil that it means or of a new one, in one
    /// transaction. `before` is what the difference was shown against: a file that says something else by
    /// now is not changed.
    ///
    /// # Errors
    /// [`Refused::Changed`], or what the file says; nothing is written.
    pub fn take_people(
        &mut self,
        rows: &[ListRow],
        before: &[OnFile],
        stamp: Stamp,
    ) -> Result<TakenUp, Error> {
        self.transact(|db| {
            if on_file(db)? != before {
                return Err(Refused::Changed.into());
            }
            let mut taken = TakenUp::default();
            // What a list says of restrictions stands beside what somebody said in person.
            let listed = Stamp::at(stamp.moment);
            for row in rows {
                let known = row.known;
                let id = student::take(db, known, &row.new, listed)?;
                match known {
                    Some(_) => taken.changed += 1,
                    None => taken.new += 1,
                }
                if let Some(document) = &row.document {
                    db.prepare_cached("UPDATE student SET document = ?2 WHERE id = ?1")?
                        .execute((id.0, document))?;
                }
                let gone = |one: &OnFile| one.student == id && !one.active;
                let was_gone = known.is_some() && before.iter().any(gone);
                let what = match (known, was_gone) {
                    (None, _) => "created",
                    (_, true) => "restored",
                    _ => "changed",
                };
                note(db, id, what, "list", None, stamp)?;
            }
            Ok(taken)
        })
    }
}

fn on_file(db: &Connection) -> Result<Vec<OnFile>, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.id, s.name, s.grade, s.document, s.price_list, s.daily_limit, s.credit_limit, s.active,
             s.erased, g.name AS guardian, g.phone, g.document AS guardian_document,
             (SELECT group_concat(number, ' ') FROM
                 (SELECT number FROM card WHERE student = s.id ORDER BY state, number)) AS cards,
             EXISTS (SELECT 1 FROM restricted WHERE student = s.id)
                 OR EXISTS (SELECT 1 FROM wished WHERE student = s.id) AS minded
         FROM student s LEFT JOIN guardian g ON g.id = s.guardian ORDER BY s.id",
    )?;
    let mut rows = select.query(())?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let id = StudentId(row.get("id")?);
        let cards: Option<String> = row.get("cards")?;
        let cards = cards.unwrap_or_default();
        let cards = cards.split_whitespace();
        let guardian: Option<String> = row.get("guardian")?;
        let guardian = match guardian {
            None => None,
            Some(name) => Some(NewGuardian {
                name,
                phone: row.get("phone")?,
                document: row.get("guardian_document")?,
            }),
        };
        let minded: bool = row.get("minded")?;
        let (restrictions, wishes) = match minded {
            true => (
                diet::restrictions(db, id, i64::MAX)?,
                diet::wishes(db, id, i64::MAX)?,
            ),
            false => (Vec::new(), Vec::new()),
        };
        found.push(OnFile {
            student: id,
            name: row.get("name")?,
            grade: row.get("grade")?,
            document: row.get("document")?,
            cards: cards
                .filter_map(|card| CardNumber::parse(card).ok())
                .collect(),
            guardian,
            price_list: PriceListId(row.get("price_list")?),
            daily_limit: crate::store::row::maybe_money(row, "daily_limit")?,
            credit_limit: crate::store::row::money(row, "credit_limit")?,
            restrictions,
            wishes,
            active: row.get("active")?,
            erased: row.get("erased")?,
        });
    }
    Ok(found)
}
