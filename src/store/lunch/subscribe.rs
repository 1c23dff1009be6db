//! Who is subscribed to lunch, from when to when.

use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::plan;
use crate::domain::alphabet::compare;
use crate::domain::lunch::{
    CannotSubscribe, PlanId, Subscription, SubscriptionId, Weekdays, may_subscribe,
};
use crate::domain::{BusinessDay, StudentId};
use crate::store::{Error, Stamp, Store, row, user};

/// What is wished when pupils are subscribed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// To which plan.
    pub plan: PlanId,
    /// From which day on.
    pub first: BusinessDay,
    /// Until which day, if it is known.
    pub last: Option<BusinessDay>,
    /// On which days; those without lunch in the plan are left out.
    pub weekdays: Weekdays,
}

/// A subscription as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// The subscription.
    pub subscription: Subscription,
    /// The pupil's name.
    pub name: String,
    /// Their class.
    pub grade: String,
}

/// A subscription with the last day that was said last; of whoever has left no later than the day they left.
/// Who is back has it back.
const SUBSCRIPTIONS: &str = "SELECT s.id, s.student, s.plan, s.first, s.days,
    CASE WHEN s.left IS NULL OR s.said <= s.left THEN s.said ELSE s.left END AS last
    FROM (SELECT b.seq, b.id, b.student, b.plan, b.first, b.days,
        coalesce((SELECT e.last FROM lunch_ended e WHERE e.subscription = b.seq ORDER BY e.seq DESC LIMIT 1),
            b.last) AS said,
        CASE (SELECT active FROM student WHERE id = b.student) WHEN 0 THEN (SELECT max(day) FROM (
            SELECT c.day FROM pupil_change c WHERE c.student = b.student AND c.what = 'archived'
            UNION ALL SELECT p.day FROM promotion p JOIN promotion_line l ON l.promotion = p.seq
                WHERE l.student = b.student AND l.to_grade IS NULL
            UNION ALL SELECT x.day FROM erasure x WHERE x.student = b.student)) END AS left
        FROM lunch_subscribed b WHERE ?1 IS NULL OR b.student = ?1) s
    ORDER BY s.seq";

impl Store {
    /// Subscribes pupils to a plan, all or none.
    ///
    /// # Errors
    /// [`Error::Lunch`] names the pupil who has a subscription on one of these days, or says what is
    /// wrong with the days; [`Error::NotFound`] for an unknown plan or pupil.
    pub fn subscribe_lunch(
        &mut self,
        students: &[StudentId],
        wish: &Wish,
        stamp: Stamp,
    ) -> Result<Vec<SubscriptionId>, Error> {
        self.transact(|db| {
            let mut made = Vec::with_capacity(students.len());
            for student in students {
                made.push(subscribe(db, *student, wish, stamp)?);
                note(db, "pupil_lunch", *student, wish.plan, None, stamp)?;
            }
            Ok(made)
        })
    }

    /// Ends a subscription with a day, which may be before its first: then it never held.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn end_lunch(
        &mut self,
        subscription: SubscriptionId,
        last: BusinessDay,
        reason: Option<&str>,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let changed = db.execute(
                "INSERT INTO lunch_ended (id, subscription, last, reason, at, day, user)
                 SELECT ?1, seq, ?3, ?4, ?5, ?6, ?7 FROM lunch_subscribed WHERE id = ?2",
                rusqlite::params![
                    Uuid::now_v7().as_bytes(),
                    subscription.0.as_bytes(),
                    last.number(),
                    reason,
                    stamp.moment.at.0,
                    stamp.moment.day().number(),
                    stamp.by.map(|user| user.0),
                ],
            )?;
            let ended: Option<(i64, i64)> = db
                .query_row(
                    "SELECT student, plan FROM lunch_subscribed WHERE id = ?1",
                    [subscription.0.as_bytes()],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .optional()?;
            let Some((student, plan)) = ended.filter(|_| changed > 0) else {
                return Err(Error::NotFound(subscription.0.to_string()));
            };
            let (student, plan) = (StudentId(student), PlanId(plan));
            note(db, "pupil_lunch_ended", student, plan, reason, stamp)
        })
    }

    /// Every subscription that holds on the day or later, by class and name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lunch_bookings(&self, day: BusinessDay) -> Result<Vec<Booking>, Error> {
        let mut bookings = Vec::new();
        for subscription in all(&self.db)? {
            let over = subscription
                .last
                .is_some_and(|last| last < day || last < subscription.first);
            let pupil = pupil(&self.db, subscription.student)?;
            if let Some((name, grade)) = pupil.filter(|_| !over) {
                bookings.push(Booking {
                    subscription,
                    name,
                    grade,
                });
            }
        }
        bookings.sort_by(|one, other| {
            let grades = one.grade.cmp(&other.grade);
            grades.then_with(|| compare(&one.name, &other.name))
        });
        Ok(bookings)
    }
}

/// Who subscribed whom to what is in the audit: the pupil by number, so that no name stays where it cannot be
/// taken out.
fn note(
    db: &Connection,
    action: &str,
    student: StudentId,
    plan: PlanId,
    reason: Option<&str>,
    stamp: Stamp,
) -> Result<(), Error> {
    let plans = plan::now(db)?;
    let name = plans.iter().find(|of| of.id == plan);
    let name = name.map_or("", |of| of.name.as_str());
    let detail = match reason {
        Some(reason) => format!("{name} · {reason}"),
        None => name.to_owned(),
    };
    let subject = student.0.to_string();
    let (at, by) = (stamp.moment, stamp.by);
    user::audit(db, at, by, action, Some(&subject), Some(&detail))
}

/// Name and class of an active pupil.
pub(super) fn pupil(
    db: &Connection,
    student: StudentId,
) -> Result<Option<(String, String)>, Error> {
    let mut select =
        db.prepare_cached("SELECT name, grade FROM student WHERE id = ?1 AND active = 1")?;
    let found = select.query_row([student.0], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}

pub(super) fn subscribe(
    db: &Connection,
    student: StudentId,
    wish: &Wish,
    stamp: Stamp,
) -> Result<SubscriptionId, Error> {
    let plans = plan::now(db)?;
    let plan = plans.iter().find(|plan| plan.id == wish.plan);
    let plan = plan.ok_or_else(|| Error::NotFound(format!("lunch plan {}", wish.plan.0)))?;
    let weekdays = may_subscribe(plan, wish.weekdays, wish.first, wish.last)?;
    let (name, _) =
        pupil(db, student)?.ok_or_else(|| Error::NotFound(format!("pupil {}", student.0)))?;
    let taken = of_pupil(db, student)?;
    if taken.iter().any(|other| other.meets(wish.first, wish.last)) {
        return Err(CannotSubscribe::Already { name }.into());
    }
    write(db, student, wish, weekdays, stamp)
}

/// Writes a subscription that was judged.
pub(super) fn write(
    db: &Connection,
    student: StudentId,
    wish: &Wish,
    weekdays: Weekdays,
    stamp: Stamp,
) -> Result<SubscriptionId, Error> {
    let id = Uuid::now_v7();
    db.prepare_cached(
        "INSERT INTO lunch_subscribed (id, student, plan, first, last, days, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(rusqlite::params![
        id.as_bytes(),
        student.0,
        wish.plan.0,
        wish.first.number(),
        wish.last.map(BusinessDay::number),
        weekdays.bits(),
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|user| user.0),
    ])?;
    Ok(SubscriptionId(id))
}

/// Every subscription there ever was, oldest first.
pub(super) fn all(db: &Connection) -> Result<Vec<Subscription>, Error> {
    read(db, None)
}

/// Every subscription of a pupil, oldest first.
pub(super) fn of_pupil(db: &Connection, student: StudentId) -> Result<Vec<Subscription>, Error> {
    read(db, Some(student))
}

fn read(db: &Connection, student: Option<StudentId>) -> Result<Vec<Subscription>, Error> {
    let mut select = db.prepare_cached(SUBSCRIPTIONS)?;
    let mut rows = select.query([student.map(|student| student.0)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(of_row(row)?);
    }
    Ok(found)
}

fn of_row(row: &Row<'_>) -> Result<Subscription, Error> {
    let days: u8 = row.get("days")?;
    Ok(Subscription {
        id: SubscriptionId(row::uuid(row.get("id")?)),
        student: StudentId(row.get("student")?),
        plan: PlanId(row.get("plan")?),
        first: row::day(row.get("first")?)?,
        last: row::maybe_day(row, "last")?,
        weekdays: plan::weekdays(days)?,
    })
}
