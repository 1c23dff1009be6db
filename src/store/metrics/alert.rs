//! Alerts of which somebody took note.

use super::super::{Error, Reader, Stamp, Store, user};
use super::read::day;
use crate::domain::metrics::alert::Seen;
use crate::domain::metrics::{Acknowledged, Span};
use crate::domain::{BusinessDay, Timestamp};

/// An alert that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAlert {
    /// The day it was of.
    pub day: BusinessDay,
    /// [`crate::domain::metrics::Rule::code`].
    pub rule: String,
    /// The tender, user or product that it was about; empty where it was about none.
    pub subject: String,
    /// What was found, as the JSON of [`crate::domain::metrics::Finding`].
    pub finding: String,
    /// Who took note, when, and what they said.
    pub acknowledged: Acknowledged,
}

impl Store {
    /// Keeps that somebody took note of an alert, one fact a subject.
    ///
    /// # Errors
    /// [`Error::NotFound`] without a user, or what the disk says; nothing is written then.
    pub fn acknowledge(
        &mut self,
        rule: &str,
        subjects: &[String],
        finding: &str,
        note: &str,
        stamp: Stamp,
    ) -> Result<Acknowledged, Error> {
        let by_user = stamp.by.ok_or_else(|| Error::NotFound("user".to_owned()))?;
        let now = stamp.moment;
        self.transact(|db| {
            let mut insert = db.prepare_cached(
                "INSERT INTO alert_seen (id, rule, subject, finding, note, at, day, user)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?;
            for subject in subjects {
                insert.execute((
                    uuid::Uuid::now_v7().as_bytes(),
                    rule,
                    subject,
                    finding,
                    note,
                    now.at.0,
                    now.day().number(),
                    by_user.0,
                ))?;
            }
            let (at, note) = (stamp.moment, (!note.is_empty()).then_some(note));
            user::audit(db, at, stamp.by, "alert_seen", Some(rule), note)?;
            let by = db.query_row("SELECT name FROM user WHERE id = ?1", [by_user.0], |row| {
                row.get(0)
            })?;
            Ok(Acknowledged {
                by,
                at: now.at,
                note: note.unwrap_or_default().to_owned(),
            })
        })
    }
}

impl Reader {
    /// The alerts of which somebody took note in those days, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn kept_alerts(&self, span: Span) -> Result<Vec<KeptAlert>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT a.day, a.rule, a.subject, a.finding, u.name, a.at, a.note FROM alert_seen a
             JOIN user u ON u.id = a.user WHERE a.day BETWEEN ?1 AND ?2 ORDER BY a.seq DESC",
        )?;
        let rows = select.query_map((span.from().number(), span.to().number()), |row| {
            Ok(KeptAlert {
                day: day(row.get(0)?)?,
                rule: row.get(1)?,
                subject: row.get(2)?,
                finding: row.get(3)?,
                acknowledged: Acknowledged {
                    by: row.get(4)?,
                    at: Timestamp(row.get(5)?),
                    note: row.get(6)?,
                },
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl From<KeptAlert> for Seen {
    fn from(kept: KeptAlert) -> Self {
        Self {
            day: kept.day,
            rule: kept.rule,
            subject: kept.subject,
            acknowledged: kept.acknowledged,
        }
    }
}
