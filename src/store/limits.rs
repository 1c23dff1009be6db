//! What guardians asked for, as facts; how much of it is used; the breaks of the school day.

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::{Error, Stamp, Store, row, user};
use crate::domain::charges::{Charge, standing};
use crate::domain::limits::{
    BREAKS_MAX, Hours, Limited, Limits, LimitsSaid, MealBreak, Minute, Spent,
};
use crate::domain::{BusinessDay, CategoryId, Money, ProductId, StudentId};

/// What was asked for at some time, for the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastLimits {
    /// What was to hold from then on.
    pub limits: Limits,
    /// How far the account might go below zero.
    pub credit: Money,
    /// Who asked for it; `None` for a list.
    pub said_by: Option<String>,
    /// What else they said.
    pub note: Option<String>,
    /// When, in UTC milliseconds.
    pub at: i64,
    /// Who wrote it down.
    pub by: Option<String>,
}

impl Store {
    /// Notes what a guardian asked for: it is the whole of what holds from now on.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown pupil.
    pub fn limit(
        &mut self,
        student: StudentId,
        said: &LimitsSaid,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let kept = db
                .prepare_cached(
                    "UPDATE student SET daily_limit = ?2, credit_limit = ?3 WHERE id = ?1",
                )?
                .execute((
                    student.0,
                    said.limits.daily.map(Money::amount),
                    said.credit.amount(),
                ))?;
            if kept == 0 {
                return Err(Error::NotFound(format!("pupil {}", student.0)));
            }
            let (said_by, note) = (Some(said.said_by.as_str()), said.note.as_deref());
            insert(
                db,
                student,
                &said.limits,
                said.credit,
                (said_by, note),
                stamp,
            )?;
            let subject = student.0.to_string();
            user::audit(
                db,
                stamp.moment,
                stamp.by,
                "limits",
                Some(&subject),
                said_by,
            )
        })
    }

    /// What was ever asked for about a pupil, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn past_limits(&self, student: StudentId) -> Result<Vec<PastLimits>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT l.*, u.name AS by FROM pupil_limit l LEFT JOIN user u ON u.id = l.user
             WHERE l.student = ?1 ORDER BY l.seq DESC",
        )?;
        let rows = select.query_map([student.0], |row| {
            let past = PastLimits {
                limits: numbers(row)?,
                credit: row::money(row, "credit")?,
                said_by: row.get("said_by")?,
                note: row.get("note")?,
                at: row.get("at")?,
                by: row.get("by")?,
            };
            Ok((row.get::<_, i64>("seq")?, past))
        })?;
        let rows: Vec<(i64, PastLimits)> = rows.collect::<Result<_, _>>()?;
        rows.into_iter()
            .map(|(seq, mut past)| {
                blocks(&self.db, seq, &mut past.limits)?;
                Ok(past)
            })
            .collect()
    }

    /// The breaks of the school day, earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn meal_breaks(&self) -> Result<Vec<MealBreak>, Error> {
        meal_breaks(&self.db)
    }

    /// Says which breaks there are from now on.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_meal_breaks(&mut self, breaks: &[MealBreak], stamp: Stamp) -> Result<(), Error> {
        self.transact(|db| put_meal_breaks(db, breaks, stamp))
    }
}

/// Says which breaks there are, within the transaction of whoever asks.
pub(super) fn put_meal_breaks(
    db: &Connection,
    breaks: &[MealBreak],
    stamp: Stamp,
) -> Result<(), Error> {
    db.execute("DELETE FROM meal_break", ())?;
    let mut insert =
        db.prepare_cached("INSERT INTO meal_break (name, starts, ends) VALUES (?1, ?2, ?3)")?;
    for of in breaks.iter().take(BREAKS_MAX) {
        let (from, to) = (of.hours.from().number(), of.hours.to().number());
        insert.execute((&of.name, from, to))?;
    }
    let said = breaks.iter().map(|of| format!("{} {}", of.name, of.hours));
    let said: Vec<String> = said.collect();
    let detail = said.join(", ");
    let (moment, by) = (stamp.moment, stamp.by);
    user::audit(db, moment, by, "meal_breaks", None, Some(&detail))
}

fn meal_breaks(db: &Connection) -> Result<Vec<MealBreak>, Error> {
    let mut select =
        db.prepare_cached("SELECT name, starts, ends FROM meal_break ORDER BY starts, ends")?;
    let rows = select.query_map((), |row| {
        let hours = hours(row.get("starts")?, row.get("ends")?);
        Ok((row.get("name")?, hours))
    })?;
    let rows: Vec<(String, Option<Hours>)> = rows.collect::<Result<_, _>>()?;
    let whole = |(name, hours): (String, Option<Hours>)| {
        Some(MealBreak {
            name,
            hours: hours?,
        })
    };
    Ok(rows.into_iter().filter_map(whole).collect())
}

fn hours(from: i64, to: i64) -> Option<Hours> {
    Hours::new(Minute::new(from).ok()?, Minute::new(to).ok()?).ok()
}

/// What holds for a pupil on that day, and how much of it is used by then.
pub(super) fn limited(
    db: &Connection,
    student: StudentId,
    daily: Option<Money>,
    day: BusinessDay,
) -> Result<Limited, Error> {
    let limits = latest(db, student)?.map_or_else(Limits::default, |(_, limits)| limits);
    let spent = spent(db, student, &limits, day)?;
    let limits = Limits { daily, ..limits };
    Ok(Limited { limits, spent })
}

fn latest(db: &Connection, student: StudentId) -> Result<Option<(Money, Limits)>, Error> {
    let mut select = db
        .prepare_cached("SELECT * FROM pupil_limit WHERE student = ?1 ORDER BY seq DESC LIMIT 1")?;
    let found = select.query_row([student.0], |row| {
        let credit = row::money(row, "credit")?;
        Ok((row.get::<_, i64>("seq")?, credit, numbers(row)?))
    });
    let Some((seq, credit, mut limits)) = found.optional()? else {
        return Ok(None);
    };
    blocks(db, seq, &mut limits)?;
    Ok(Some((credit, limits)))
}

fn numbers(row: &Row<'_>) -> rusqlite::Result<Limits> {
    let from: Option<i64> = row.get("hours_from")?;
    let to: Option<i64> = row.get("hours_to")?;
    Ok(Limits {
        daily: row::maybe_money(row, "daily")?,
        weekly: row::maybe_money(row, "weekly")?,
        monthly: row::maybe_money(row, "monthly")?,
        meal: row::maybe_money(row, "meal")?,
        items: row.get("items")?,
        hours: from.zip(to).and_then(|(from, to)| hours(from, to)),
        products: Vec::new(),
        categories: Vec::new(),
    })
}

fn blocks(db: &Connection, seq: i64, limits: &mut Limits) -> Result<(), Error> {
    let mut select = db
        .prepare_cached("SELECT product, category FROM pupil_block WHERE limits = ?1 ORDER BY n")?;
    let rows = select.query_map([seq], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for row in rows {
        let (product, category): (Option<i64>, Option<i64>) = row?;
        limits.products.extend(product.map(ProductId));
        limits.categories.extend(category.map(CategoryId));
    }
    Ok(())
}

/// What is used of these limits; what no limit asks about is not counted.
fn spent(
    db: &Connection,
    student: StudentId,
    limits: &Limits,
    day: BusinessDay,
) -> Result<Spent, Error> {
    let since = |wanted: bool, first: BusinessDay| match wanted {
        true => charged_since(db, student, first, day),
        false => Ok(Money::ZERO),
    };
    Ok(Spent {
        week: since(limits.weekly.is_some(), day.monday())?,
        month: since(limits.monthly.is_some(), day.first_of_month())?,
        items: match limits.items {
            Some(_) => items_of(db, student, day)?,
            None => 0,
        },
        meals: match limits.meal {
            Some(_) => meals_of(db, student, day)?,
            None => Vec::new(),
        },
    })
}

/// What the account was charged for sales of these days. What is taken back counts on the day of its sale.
///
/// The minute on the wall is that of the hour that was kept with the sale; zones whose offset is no whole
/// hour are not Paraguay's.
fn charges(
    db: &Connection,
    student: StudentId,
    first: BusinessDay,
    day: BusinessDay,
) -> Result<Vec<Charge>, Error> {
    let mut select = db.prepare_cached(
        "SELECT o.seq, was.reverses, o.hour * 60 + o.at / 60000 % 60, sum(p.amount)
         FROM sale f JOIN payment p ON p.sale = f.seq JOIN sale o ON o.seq = coalesce(f.reverses, f.seq)
             LEFT JOIN sale was ON was.seq = o.exchanges
         WHERE f.student = :student AND f.day BETWEEN :first AND :day AND o.day >= :first AND p.kind = 'card'
         GROUP BY o.seq ORDER BY o.seq",
    )?;
    let of =
        named_params! { ":student": student.0, ":first": first.number(), ":day": day.number() };
    let rows = select.query_map(of, |row| {
        Ok(Charge {
            sale: row.get(0)?,
            came_of: row.get(1)?,
            minute: row.get(2)?,
            amount: Money::guaranies(row.get(3)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a pupil spent since a day.
pub(super) fn charged_since(
    db: &Connection,
    student: StudentId,
    first: BusinessDay,
    day: BusinessDay,
) -> Result<Money, Error> {
    Ok(standing(&charges(db, student, first, day)?))
}

/// What is weighed is one item, and one less once all of it is taken back: see the view.
fn items_of(db: &Connection, student: StudentId, day: BusinessDay) -> Result<u32, Error> {
    let mut select = db.prepare_cached(
        "SELECT coalesce(sum(l.items), 0)
         FROM sale f JOIN line_items l ON l.sale = f.seq LEFT JOIN sale o ON o.seq = f.reverses
         WHERE f.student = ?1 AND f.day = ?2 AND coalesce(o.day, f.day) = ?2",
    )?;
    let items: i64 = select.query_row((student.0, day.number()), |row| row.get(0))?;
    Ok(u32::try_from(items.max(0)).unwrap_or(u32::MAX))
}

/// A sale counts in the break in which it was made, and what is taken back of it there too.
fn meals_of(
    db: &Connection,
    student: StudentId,
    day: BusinessDay,
) -> Result<Vec<(MealBreak, Money)>, Error> {
    let charges = charges(db, student, day, day)?;
    let breaks = meal_breaks(db)?.into_iter();
    let spent = |of: &MealBreak| {
        let within = |minute: i64| Minute::new(minute).is_ok_and(|minute| of.hours.holds(minute));
        standing(charges.iter().filter(|of| within(of.minute)))
    };
    Ok(breaks.map(|of| (of.clone(), spent(&of))).collect())
}

/// A list that brings another daily limit or credit is a fact too; what else holds goes on.
pub(super) fn note_list(db: &Connection, student: StudentId, stamp: Stamp) -> Result<(), Error> {
    let mut select =
        db.prepare_cached("SELECT daily_limit, credit_limit FROM student WHERE id = ?1")?;
    let (daily, credit) = select.query_row([student.0], |row| {
        Ok((
            row::maybe_money(row, "daily_limit")?,
            row::money(row, "credit_limit")?,
        ))
    })?;
    let held = latest(db, student)?;
    let (old_credit, limits) = held.unwrap_or_default();
    if limits.daily == daily && old_credit == credit {
        return Ok(());
    }
    let limits = Limits { daily, ..limits };
    insert(db, student, &limits, credit, (None, None), stamp)
}

fn insert(
    db: &Connection,
    student: StudentId,
    limits: &Limits,
    credit: Money,
    (said_by, note): (Option<&str>, Option<&str>),
    stamp: Stamp,
) -> Result<(), Error> {
    let minute = |minute: Option<Minute>| minute.map(Minute::number);
    db.prepare_cached(
        "INSERT INTO pupil_limit (id, student, daily, weekly, monthly, meal, items, hours_from, hours_to,
             credit, said_by, note, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?
    .execute(rusqlite::params![
        Uuid::now_v7().as_bytes(),
        student.0,
        limits.daily.map(Money::amount),
        limits.weekly.map(Money::amount),
        limits.monthly.map(Money::amount),
        limits.meal.map(Money::amount),
        limits.items,
        minute(limits.hours.map(Hours::from)),
        minute(limits.hours.map(Hours::to)),
        credit.amount(),
        said_by,
        note,
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|by| by.0),
    ])?;
    let seq = db.last_insert_rowid();
    let mut block = db.prepare_cached(
        "INSERT INTO pupil_block (limits, n, product, category) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let products = limits.products.iter().map(|of| (Some(of.0), None));
    let categories = limits.categories.iter().map(|of| (None, Some(of.0)));
    for (n, (product, category)) in (1_i64..).zip(products.chain(categories)) {
        block.execute((seq, n, product, category))?;
    }
    Ok(())
}
