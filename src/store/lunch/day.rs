//! A day at the lunch counter: who is expected, who has eaten, and whom a dish cannot be given to.

use std::collections::HashMap;

use rusqlite::Connection;

use super::{menu, plan, serve, subscribe};
use crate::domain::alphabet::compare;
use crate::domain::diet::{Allergen, Declared, Needs, Response};
use crate::domain::lunch::verdict::{conflicts, subscribed};
use crate::domain::lunch::{Dish, Menu, ServingId, Subscription};
use crate::domain::{BusinessDay, ProductId, StudentId, Timestamp};
use crate::store::diet::Minded;
use crate::store::{Error, Store, diet, row};

/// A day at the counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LunchDay {
    /// Which.
    pub day: BusinessDay,
    /// What there is; without dishes nobody has said.
    pub dishes: Vec<DishFile>,
    /// Everybody who is expected or has eaten, by class and name.
    pub seats: Vec<Seat>,
}

/// A dish of the day, and whom it cannot be given to without a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DishFile {
    /// Which product.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// What it is declared to contain.
    pub contains: Vec<Allergen>,
    /// What it may contain.
    pub may_contain: Vec<Allergen>,
    /// How many of the listed allergens nobody has declared.
    pub unknown: usize,
    /// Pupils of the day to whom it is refused.
    pub refused: Vec<String>,
    /// Pupils of the day of whom somebody has to answer first.
    pub asked: Vec<String>,
}

/// A pupil at the day's lunch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub student: StudentId,
    /// Their name.
    pub name: String,
    /// Their class.
    pub grade: String,
    /// Whether they have lunch on that day.
    pub expected: bool,
    /// What they ate, and when.
    pub served: Option<(ServingId, Timestamp)>,
    /// Dishes that were left out for them.
    pub left_out: Vec<String>,
}

impl LunchDay {
    /// Those who have eaten.
    #[must_use]
    pub fn eaten(&self) -> usize {
        self.seats
            .iter()
            .filter(|seat| seat.served.is_some())
            .count()
    }

    /// Those who have lunch today.
    #[must_use]
    pub fn expected(&self) -> usize {
        self.seats.iter().filter(|seat| seat.expected).count()
    }

    /// Those who have lunch today and have not eaten, by class and name.
    pub fn missing(&self) -> impl Iterator<Item = &Seat> {
        let missing = |seat: &&Seat| seat.expected && seat.served.is_none();
        self.seats.iter().filter(missing)
    }

    /// The lunch that was registered last.
    #[must_use]
    pub fn last(&self) -> Option<(&Seat, ServingId, Timestamp)> {
        let served = self.seats.iter().filter_map(|seat| {
            let (id, at) = seat.served?;
            Some((seat, id, at))
        });
        served.max_by_key(|(_, id, at)| (*at, id.0))
    }
}

impl Store {
    /// A day at the counter, as it stands.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lunch_day(&self, day: BusinessDay) -> Result<LunchDay, Error> {
        let seats = seats(&self.db, day)?;
        let (_, menu) = menu::of_day(&self.db, &self.labels, day)?;
        let expected = |pupil: &Minded| {
            let mut seats = seats.iter();
            seats.any(|seat| seat.student == pupil.student && seat.expected)
        };
        let minded: Vec<Minded> = match menu.dishes.is_empty() {
            true => Vec::new(),
            false => self.minded()?.into_iter().filter(expected).collect(),
        };
        let policy = diet::policy(&self.db)?;
        let file = |dish: &Dish| {
            let alone = Menu {
                dishes: vec![dish.clone()],
            };
            let of = |wanted: fn(Response) -> bool| {
                let stands = |pupil: &&Minded| {
                    let needs = Needs {
                        restrictions: &pupil.restrictions,
                        wishes: &pupil.wishes,
                    };
                    let found = conflicts(&alone, needs, &policy, day);
                    found.iter().any(|conflict| wanted(conflict.response()))
                };
                let names = minded.iter().filter(stands);
                names.map(|pupil| pupil.name.clone()).collect()
            };
            let in_state = |state| {
                let listed = Allergen::LISTED.into_iter().map(|(allergen, _)| allergen);
                listed.filter(move |allergen| dish.known.state(*allergen) == state)
            };
            DishFile {
                product: dish.product,
                name: dish.name.clone(),
                contains: in_state(Declared::Contains).collect(),
                may_contain: in_state(Declared::MayContain).collect(),
                unknown: in_state(Declared::Unknown).count(),
                refused: of(|response| response == Response::Refuse),
                asked: of(|response| response < Response::Refuse),
            }
        };
        Ok(LunchDay {
            day,
            dishes: menu.dishes.iter().map(file).collect(),
            seats,
        })
    }
}

fn seats(db: &Connection, day: BusinessDay) -> Result<Vec<Seat>, Error> {
    let plans = plan::now(db)?;
    let mut of_pupils: HashMap<StudentId, Vec<Subscription>> = HashMap::new();
    for subscription in subscribe::all(db)? {
        of_pupils
            .entry(subscription.student)
            .or_default()
            .push(subscription);
    }
    let mut eaten = eaten(db, day)?;
    let mut students: Vec<StudentId> = of_pupils.keys().copied().collect();
    students.extend(
        eaten
            .keys()
            .filter(|student| !of_pupils.contains_key(student)),
    );
    let mut seats = Vec::new();
    for student in students {
        let own = of_pupils.get(&student).map_or(&[][..], Vec::as_slice);
        let expected = subscribed(day, own, &plans).is_ok();
        let served = eaten.remove(&student);
        if !expected && served.is_none() {
            continue;
        }
        let Some((name, grade)) = subscribe::pupil(db, student)? else {
            continue;
        };
        seats.push(Seat {
            student,
            name,
            grade,
            expected,
            left_out: match &served {
                Some((seq, ..)) => serve::left_out(db, *seq)?,
                None => Vec::new(),
            },
            served: served.map(|(_, id, at)| (id, at)),
        });
    }
    seats.sort_by(|one, other| {
        let grades = one.grade.cmp(&other.grade);
        grades.then_with(|| compare(&one.name, &other.name))
    });
    Ok(seats)
}

type Eaten = HashMap<StudentId, (i64, ServingId, Timestamp)>;

fn eaten(db: &Connection, day: BusinessDay) -> Result<Eaten, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.seq, s.id, s.student, s.at FROM lunch_served s WHERE s.day = ?1
             AND NOT EXISTS (SELECT 1 FROM lunch_taken_back t WHERE t.served = s.seq)",
    )?;
    let rows = select.query_map([day.number()], |row| {
        let id = ServingId(row::uuid(row.get("id")?));
        let at = Timestamp(row.get("at")?);
        Ok((StudentId(row.get("student")?), (row.get("seq")?, id, at)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
