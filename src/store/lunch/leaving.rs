//! How lunches stand with somebody whose account is paid out.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{plan, subscribe};
use crate::domain::lunch::Month;
use crate::domain::lunch::account::Eaten;
use crate::domain::lunch::leaving::{Leaving, leaving};
use crate::domain::{BusinessDay, Money, StudentId};
use crate::store::{Error, row};

/// As if they left today.
pub(in crate::store) fn leaver(
    db: &Connection,
    student: StudentId,
    today: BusinessDay,
) -> Result<Leaving, Error> {
    let subscriptions = subscribe::of_pupil(db, student)?;
    let paid = paid(db, student)?;
    if subscriptions.is_empty() && paid.is_empty() {
        return Ok(Leaving::default());
    }
    let eaten = eaten(db, student)?;
    let versions = plan::versions(db)?;
    Ok(leaving(today, &eaten, &subscriptions, &versions, &paid))
}

fn eaten(db: &Connection, student: StudentId) -> Result<Vec<Eaten>, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.day, s.price FROM lunch_served s WHERE s.student = ?1
             AND NOT EXISTS (SELECT 1 FROM lunch_taken_back t WHERE t.served = s.seq)
         ORDER BY s.day",
    )?;
    let mut rows = select.query([student.0])?;
    let mut eaten = Vec::new();
    while let Some(row) = rows.next()? {
        eaten.push(Eaten {
            day: row::day(row.get(0)?)?,
            price: Money::guaranies(row.get(1)?),
        });
    }
    Ok(eaten)
}

fn paid(db: &Connection, student: StudentId) -> Result<BTreeMap<Month, Money>, Error> {
    let mut select = db.prepare_cached(
        "SELECT month, sum(amount) FROM lunch_paid
         WHERE student = ?1 GROUP BY month",
    )?;
    let mut rows = select.query([student.0])?;
    let mut paid = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let month = Month::of(row::day(row.get(0)?)?);
        paid.insert(month, Money::guaranies(row.get(1)?));
    }
    Ok(paid)
}
