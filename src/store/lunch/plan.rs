//! Plans and their versions.

use std::collections::HashMap;

use rusqlite::Connection;
use uuid::Uuid;

use crate::domain::BusinessDay;
use crate::domain::catalogue::Price;
use crate::domain::diet::BadOwn;
use crate::domain::lunch::{NewPlan, Plan, PlanId, Pricing, Weekdays};
use crate::store::{Error, Stamp, Store, row, user};

/// A plan as it is now, with how many pupils are subscribed to it today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFile {
    /// The plan.
    pub plan: Plan,
    /// Pupils whose subscription holds on the day that was asked for.
    pub subscribed: i64,
}

impl Store {
    /// Every plan as it is now, and how many are subscribed on a day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lunch_plans(&self, day: BusinessDay) -> Result<Vec<PlanFile>, Error> {
        let mut held: HashMap<PlanId, i64> = HashMap::new();
        // Whoever left today is on no list any more, though their subscription still says today.
        for of in super::subscribe::all(&self.db)? {
            if of.covers(day) && super::subscribe::pupil(&self.db, of.student)?.is_some() {
                *held.entry(of.plan).or_default() += 1;
            }
        }
        let file = |plan: Plan| PlanFile {
            subscribed: held.get(&plan.id).copied().unwrap_or(0),
            plan,
        };
        Ok(now(&self.db)?.into_iter().map(file).collect())
    }

    /// Says how a plan is from now on; a new one if none is named.
    ///
    /// # Errors
    /// [`Error::Own`] without a name, [`Error::Taken`] if another active plan has it, [`Error::NotFound`].
    pub fn save_lunch_plan(
        &mut self,
        plan: Option<PlanId>,
        new: &NewPlan,
        stamp: Stamp,
    ) -> Result<PlanId, Error> {
        self.transact(|db| {
            let saved = save(db, plan, new, stamp)?;
            let price = new.pricing.price().amount().amount();
            let detail = format!("{price} {}", new.pricing.code());
            let name = Some(new.name.trim());
            let (at, by) = (stamp.moment, stamp.by);
            user::audit(db, at, by, "lunch_plan", name, Some(&detail))?;
            Ok(saved)
        })
    }
}

pub(super) fn save(
    db: &Connection,
    plan: Option<PlanId>,
    new: &NewPlan,
    stamp: Stamp,
) -> Result<PlanId, Error> {
    let name = new.name.trim();
    if !name.chars().any(char::is_alphabetic) {
        return Err(BadOwn::NoName.into());
    }
    let plans = now(db)?;
    let mut others = plans.iter().filter(|other| Some(other.id) != plan);
    if others.any(|other| other.name == name && other.active) {
        return Err(Error::Taken(name.to_owned()));
    }
    let id = match plan {
        Some(id) if plans.iter().any(|of| of.id == id) => id,
        Some(id) => return Err(Error::NotFound(format!("lunch plan {}", id.0))),
        None => {
            db.execute("INSERT INTO lunch_plan DEFAULT VALUES", ())?;
            PlanId(db.last_insert_rowid())
        }
    };
    db.prepare_cached(
        "INSERT INTO lunch_plan_version (id, plan, name, per, price, days, active, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(rusqlite::params![
        Uuid::now_v7().as_bytes(),
        id.0,
        name,
        new.pricing.code(),
        new.pricing.price().amount().amount(),
        new.weekdays.bits(),
        new.active,
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|user| user.0),
    ])?;
    let version = db.last_insert_rowid();
    let mut off =
        db.prepare_cached("INSERT OR IGNORE INTO lunch_day_off (version, off) VALUES (?1, ?2)")?;
    for day in &new.days_off {
        off.execute((version, day.number()))?;
    }
    Ok(id)
}

/// Every version of every plan, oldest first, with the day on which it was said.
pub(super) fn versions(db: &Connection) -> Result<Vec<(BusinessDay, Plan)>, Error> {
    let mut days_off = db.prepare_cached("SELECT off FROM lunch_day_off WHERE version = ?1")?;
    let mut select = db.prepare_cached(
        "SELECT seq, plan, name, per, price, days, active, day FROM lunch_plan_version ORDER BY seq",
    )?;
    let mut rows = select.query(())?;
    let mut versions = Vec::new();
    while let Some(row) = rows.next()? {
        let off = days_off.query_map([row.get::<_, i64>("seq")?], |row| row.get(0))?;
        let off: Vec<i64> = off.collect::<Result<_, _>>()?;
        let (per, price): (String, i64) = (row.get("per")?, row.get("price")?);
        let price = Price::try_from(price).map_err(|_| row::unexpected("price", price))?;
        let days: u8 = row.get("days")?;
        let plan = Plan {
            id: PlanId(row.get("plan")?),
            name: row.get("name")?,
            pricing: match per.as_str() {
                "day" => Pricing::PerDay(price),
                _ => Pricing::PerMonth(price),
            },
            weekdays: weekdays(days)?,
            days_off: off.into_iter().map(row::day).collect::<Result<_, _>>()?,
            active: row.get("active")?,
        };
        versions.push((row::day(row.get("day")?)?, plan));
    }
    Ok(versions)
}

/// Every plan as it is now, in the order in which they were made.
pub(super) fn now(db: &Connection) -> Result<Vec<Plan>, Error> {
    let mut plans: Vec<Plan> = Vec::new();
    for (_, version) in versions(db)? {
        match plans.iter_mut().find(|plan| plan.id == version.id) {
            Some(plan) => *plan = version,
            None => plans.push(version),
        }
    }
    Ok(plans)
}

pub(super) fn weekdays(bits: u8) -> Result<Weekdays, Error> {
    Weekdays::try_from(bits).map_err(|_| row::unexpected("days of the week", bits))
}
