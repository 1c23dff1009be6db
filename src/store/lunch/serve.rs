//! Registering a lunch: judged again inside the transaction that writes it. No money moves.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, named_params};

use super::{menu, plan, subscribe};
use crate::domain::lunch::verdict::conflicts;
use crate::domain::lunch::{Answered, Conflict, Counter, Menu, Refusal, Serve, ServingId, Verdict};
use crate::domain::sale::At;
use crate::domain::student::Customer;
use crate::domain::{BusinessDay, CardNumber, ProductId, StudentId, Timestamp};
use crate::store::diet::{self, Alerted, Labels};
use crate::store::{Error, Stamp, Store, row, student};

/// Who stands at the counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// By their card.
    Card(CardNumber),
    /// Chosen by name.
    Student(StudentId),
}

/// A lunch that is to be registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its name: the same again is the same lunch.
    pub id: ServingId,
    /// For whom.
    pub who: Who,
    /// Dishes of the menu that are not put on the plate.
    pub left_out: Vec<ProductId>,
    /// What somebody has answered for.
    pub answered: Option<Answered>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Who it is.
    pub customer: Box<Customer>,
    /// Whether they eat.
    pub outcome: Outcome,
}

/// Whether they eat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is written down.
    Served(Served),
    /// Somebody has to answer first; nothing is written.
    Ask(Vec<Conflict>),
    /// No; nothing is written but that a restriction was why.
    Refused(Refusal),
}

/// A lunch that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// Which.
    pub id: ServingId,
    /// Whose.
    pub student: StudentId,
    /// When.
    pub at: Timestamp,
    /// On which day.
    pub day: BusinessDay,
    /// The names of the dishes that were left out.
    pub left_out: Vec<String>,
}

impl Store {
    /// Registers a lunch, or says why not. Subscription, day, menu and restrictions are read and judged
    /// inside the transaction: two scans within a moment are one lunch and one refusal.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown card or pupil, [`Error::Card`], or what the disk says.
    pub fn serve_lunch(&mut self, wanted: &Wanted, at: At) -> Result<Attempt, Error> {
        let labels = Arc::clone(&self.labels);
        self.transact(|db| attempt(db, &labels, wanted, at))
    }

    /// Takes a lunch back: it was not eaten. The same lunch twice is taken back once.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn take_back_lunch(
        &mut self,
        serving: ServingId,
        reason: &str,
        at: At,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let found: Option<i64> = db
                .prepare_cached("SELECT seq FROM lunch_served WHERE id = ?1")?
                .query_row([serving.0.as_bytes()], |row| row.get(0))
                .optional()?;
            let served = found.ok_or_else(|| Error::NotFound(serving.0.to_string()))?;
            db.prepare_cached(
                "INSERT INTO lunch_taken_back (id, served, reason, at, day, user)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (served) DO NOTHING",
            )?
            .execute((
                uuid::Uuid::now_v7().as_bytes(),
                served,
                reason,
                at.moment.at.0,
                at.moment.day().number(),
                at.user.0,
            ))?;
            Ok(())
        })
    }
}

fn attempt(db: &Connection, labels: &Labels, wanted: &Wanted, at: At) -> Result<Attempt, Error> {
    let day = at.moment.day();
    let customer = customer(db, &wanted.who, day)?;
    let known = served(db, wanted.id)?;
    if let Some(served) = known.filter(|served| served.student == customer.student.id) {
        let outcome = Outcome::Served(served);
        return Ok(Attempt { customer, outcome });
    }
    let (menu_fact, menu) = menu::of_day(db, labels, day)?;
    let plate = menu.without(&wanted.left_out);
    let policy = diet::policy(db)?;
    let counter = Counter {
        day,
        subscriptions: &subscribe::of_pupil(db, customer.student.id)?,
        plans: &plan::now(db)?,
        eaten: eaten(db, customer.student.id, day)?,
        menu: &plate,
        needs: customer.student.needs(),
        policy: &policy,
    };
    let write = |serve: Serve| {
        let writing = Writing {
            db,
            wanted,
            at,
            student: customer.student.id,
            menu: menu_fact,
        };
        writing.serving(serve)?;
        writing.left_out(&menu)?;
        let gone = Menu {
            dishes: menu
                .dishes
                .iter()
                .filter(|dish| !plate.dishes.contains(dish))
                .cloned()
                .collect(),
        };
        let gone = match gone.dishes.is_empty() {
            true => Vec::new(),
            false => conflicts(&gone, customer.student.needs(), &policy, day),
        };
        writing.note(&gone, &diet::Outcome::Removed)?;
        let answered = wanted.answered.as_ref();
        let decided = answered
            .and_then(Answered::approved)
            .map_or(diet::Outcome::Confirmed, |by| {
                diet::Outcome::Approved(by.by, by.reason.clone())
            });
        writing.note(answered.map_or(&[], Answered::shown), &decided)?;
        let written = served(db, wanted.id)?;
        let written = written.ok_or_else(|| Error::NotFound(wanted.id.0.to_string()))?;
        Ok::<_, Error>(Outcome::Served(written))
    };
    let outcome = match counter.judge() {
        Verdict::Serve(serve) => write(serve)?,
        Verdict::Ask(serve, conflicts) => match &wanted.answered {
            Some(answered) if answered.covers(&conflicts) => write(serve)?,
            _ => Outcome::Ask(conflicts),
        },
        Verdict::Refuse(refusal) => {
            if let Refusal::Restricted(conflicts) = &refusal {
                note_refused(db, customer.student.id, conflicts, at)?;
            }
            Outcome::Refused(refusal)
        }
    };
    Ok(Attempt { customer, outcome })
}

fn customer(db: &Connection, who: &Who, day: BusinessDay) -> Result<Box<Customer>, Error> {
    let student = match who {
        Who::Student(student) => *student,
        Who::Card(number) => {
            let card = student::card(db, number)?;
            let card = card.ok_or_else(|| Error::NotFound(number.to_string()))?;
            card.usable_on(day)?;
            card.student
        }
    };
    Ok(Box::new(student::customer(db, student, day)?))
}

/// When a pupil ate on a day, if they did and it was not taken back.
fn eaten(
    db: &Connection,
    student: StudentId,
    day: BusinessDay,
) -> Result<Option<Timestamp>, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.at FROM lunch_served s WHERE s.student = ?1 AND s.day = ?2
             AND NOT EXISTS (SELECT 1 FROM lunch_taken_back t WHERE t.served = s.seq)",
    )?;
    let at = select.query_row((student.0, day.number()), |row| row.get(0));
    Ok(at.optional()?.map(Timestamp))
}

/// A lunch by its name.
fn served(db: &Connection, id: ServingId) -> Result<Option<Served>, Error> {
    let mut select =
        db.prepare_cached("SELECT seq, student, at, day FROM lunch_served WHERE id = ?1")?;
    let found = select.query_row([id.0.as_bytes()], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    });
    let found: Option<(i64, i64, i64, i64)> = found.optional()?;
    let Some((seq, student, at, day)) = found else {
        return Ok(None);
    };
    Ok(Some(Served {
        id,
        student: StudentId(student),
        at: Timestamp(at),
        day: row::day(day)?,
        left_out: left_out(db, seq)?,
    }))
}

/// The names of the dishes that were not put on the plate.
pub(super) fn left_out(db: &Connection, served: i64) -> Result<Vec<String>, Error> {
    let mut select = db.prepare_cached(
        "SELECT p.name FROM lunch_left_out o JOIN product p ON p.id = o.product
         WHERE o.served = ?1 ORDER BY p.id",
    )?;
    let names = select.query_map([served], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// What is written of one lunch.
struct Writing<'a> {
    db: &'a Connection,
    wanted: &'a Wanted,
    at: At,
    student: StudentId,
    menu: Option<i64>,
}

impl Writing<'_> {
    fn serving(&self, serve: Serve) -> Result<(), Error> {
        let answered = self.wanted.answered.as_ref();
        let shown = answered.map(|answered| serde_json::to_string(answered.shown()));
        let shown = shown
            .transpose()
            .map_err(|error| row::unexpected("conflicts", error))?;
        let approved = answered.and_then(Answered::approved);
        let day = self.at.moment.day().number();
        self.db
            .prepare_cached(
                "INSERT INTO lunch_served (id, student, turn, subscription, menu, price, shown, approved_by,
                     reason, at, day, user)
                 SELECT :id, :student,
                     (SELECT count(*) FROM lunch_served WHERE student = :student AND day = :day),
                     (SELECT seq FROM lunch_subscribed WHERE id = :subscription), :menu, :price, :shown,
                     :approved, :reason, :at, :day, :user",
            )?
            .execute(named_params! {
                ":id": self.wanted.id.0.as_bytes(), ":student": self.student.0,
                ":subscription": serve.subscription.0.as_bytes(), ":menu": self.menu,
                ":price": serve.price.amount(), ":shown": shown,
                ":approved": approved.map(|by| by.by.0), ":reason": approved.map(|by| &by.reason),
                ":at": self.at.moment.at.0, ":day": day, ":user": self.at.user.0,
            })?;
        Ok(())
    }

    fn left_out(&self, menu: &Menu) -> Result<(), Error> {
        let mut insert = self.db.prepare_cached(
            "INSERT OR IGNORE INTO lunch_left_out (served, product)
             SELECT seq, ?2 FROM lunch_served WHERE id = ?1",
        )?;
        for dish in &menu.dishes {
            if self.wanted.left_out.contains(&dish.product) {
                insert.execute((self.wanted.id.0.as_bytes(), dish.product.0))?;
            }
        }
        Ok(())
    }

    fn note(&self, shown: &[Conflict], outcome: &diet::Outcome) -> Result<(), Error> {
        note(self.db, self.student, shown, outcome, self.at)
    }
}

/// What was shown of each dish is an alert like one of the till; the family's sheet lists it.
fn note(
    db: &Connection,
    student: StudentId,
    shown: &[Conflict],
    outcome: &diet::Outcome,
    at: At,
) -> Result<(), Error> {
    for conflict in shown {
        let Conflict::Dish {
            product, reasons, ..
        } = conflict
        else {
            continue;
        };
        let alert = Alerted {
            student,
            product: *product,
            shown: reasons.clone(),
            outcome: outcome.clone(),
        };
        diet::note_alert(db, &alert, at.user, Stamp::by(at.user, at.moment))?;
    }
    Ok(())
}

/// A refusal is noted once a day, however often the card is held to the reader.
fn note_refused(
    db: &Connection,
    student: StudentId,
    conflicts: &[Conflict],
    at: At,
) -> Result<(), Error> {
    let mut noted = db.prepare_cached(
        "SELECT 1 FROM alert WHERE student = ?1 AND day = ?2 AND product = ?3 AND outcome = 'left'",
    )?;
    for conflict in conflicts {
        if let Conflict::Dish { product, .. } = conflict
            && !noted.exists((student.0, at.moment.day().number(), product.0))?
        {
            note(
                db,
                student,
                std::slice::from_ref(conflict),
                &diet::Outcome::Left,
                at,
            )?;
        }
    }
    Ok(())
}
