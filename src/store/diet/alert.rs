//! What alerts showed at the till, and what was done about each.

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use crate::domain::diet::{Reason, Response};
use crate::domain::{BusinessDay, ProductId, StudentId, UserId};
use crate::store::{Error, Stamp, Store, row};

/// What was done about an alert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The product was taken out.
    Removed,
    /// Another was taken instead.
    Swapped(ProductId),
    /// The cashier read it and sold.
    Confirmed,
    /// A supervisor approved it, for a reason.
    Approved(UserId, String),
    /// Somebody read the label and said what it says.
    Declared,
    /// The pupil or the cart was sent away.
    Left,
}

/// What an alert showed of one product, and what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alerted {
    /// For whom.
    pub student: StudentId,
    /// About what.
    pub product: ProductId,
    /// What was shown.
    pub shown: Vec<Reason>,
    /// What was done.
    pub outcome: Outcome,
}

/// An alert of the past, as a sheet lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastAlert {
    /// When, in UTC milliseconds.
    pub at: i64,
    /// On which day.
    pub day: BusinessDay,
    /// About what.
    pub product: String,
    /// How strict it was.
    pub response: Response,
    /// What was shown.
    pub shown: Vec<Reason>,
    /// What was done, by its code.
    pub outcome: String,
    /// What was taken instead.
    pub instead: Option<String>,
    /// Who was at the till.
    pub by: String,
    /// Who approved.
    pub approved_by: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

impl Outcome {
    /// The word for it in the store and in i18n keys.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::Swapped(_) => "swapped",
            Self::Confirmed => "confirmed",
            Self::Approved(..) => "approved",
            Self::Declared => "declared",
            Self::Left => "left",
        }
    }
}

impl Store {
    /// Notes what alerts showed and what was done: facts, never changed.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn note_alerts(
        &mut self,
        alerts: &[Alerted],
        user: UserId,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            alerts
                .iter()
                .try_for_each(|alert| note(db, alert, user, stamp))
        })
    }
}

pub(in crate::store) fn note(
    db: &Connection,
    alert: &Alerted,
    user: UserId,
    stamp: Stamp,
) -> Result<(), Error> {
    let shown =
        serde_json::to_string(&alert.shown).map_err(|error| row::unexpected("alert", error))?;
    let strictest = alert.shown.iter().map(|reason| reason.response).max();
    let instead = match &alert.outcome {
        Outcome::Swapped(instead) => Some(instead.0),
        _ => None,
    };
    let (approved_by, reason) = match &alert.outcome {
        Outcome::Approved(by, reason) => (Some(by.0), Some(reason.as_str())),
        _ => (None, None),
    };
    db.prepare_cached(
        "INSERT INTO alert (id, student, product, response, shown, outcome, instead, approved_by,
             reason, at, day, user)
         VALUES (:id, :student, :product, :response, :shown, :outcome, :instead, :approved_by,
             :reason, :at, :day, :user)",
    )?
    .execute(named_params! {
        ":id": Uuid::now_v7().as_bytes(), ":student": alert.student.0, ":product": alert.product.0,
        ":response": strictest.unwrap_or(Response::Allow).code(), ":shown": shown,
        ":outcome": alert.outcome.code(), ":instead": instead, ":approved_by": approved_by,
        ":reason": reason, ":at": stamp.moment.at.0, ":day": stamp.moment.day().number(),
        ":user": user.0,
    })?;
    Ok(())
}

/// The alerts about a pupil between two days, oldest first.
pub(super) fn of_pupil(
    db: &Connection,
    student: StudentId,
    from: BusinessDay,
    to: BusinessDay,
) -> Result<Vec<PastAlert>, Error> {
    let mut select = db.prepare_cached(
        "SELECT a.*, p.name AS product_name, i.name AS instead_name, u.name AS by_name,
             s.name AS approver FROM alert a
         JOIN product p ON p.id = a.product LEFT JOIN product i ON i.id = a.instead
         JOIN user u ON u.id = a.user LEFT JOIN user s ON s.id = a.approved_by
         WHERE a.student = ?1 AND a.day BETWEEN ?2 AND ?3 ORDER BY a.seq",
    )?;
    let mut rows = select.query((student.0, from.number(), to.number()))?;
    let mut alerts = Vec::new();
    while let Some(row) = rows.next()? {
        let (shown, response): (String, String) = (row.get("shown")?, row.get("response")?);
        alerts.push(PastAlert {
            at: row.get("at")?,
            day: row::day(row.get("day")?)?,
            product: row.get("product_name")?,
            // What a later version cannot read of it is shown without its reasons, not lost.
            shown: serde_json::from_str(&shown).unwrap_or_default(),
            response: Response::from_code(&response).unwrap_or(Response::Refuse),
            outcome: row.get("outcome")?,
            instead: row.get("instead_name")?,
            by: row.get("by_name")?,
            approved_by: row.get("approver")?,
            reason: row.get("reason")?,
        });
    }
    Ok(alerts)
}
