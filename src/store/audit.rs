//! Who did what, and when: the audit, read by pages and whole.

use rusqlite::{Row, named_params};

use super::{Error, Reader, Stamp, Store, row, user};
use crate::domain::{BusinessDay, Timestamp, UserId};

/// One thing that somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its row: later ones are higher.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// On which day.
    pub day: BusinessDay,
    /// Who; `None` where nobody was known, as with a wrong PIN.
    pub who: Option<String>,
    /// What, in a word.
    pub action: String,
    /// Of what: a ticket's number, a pupil's name, a file.
    pub subject: Option<String>,
    /// Why, or what of it.
    pub detail: Option<String>,
}

/// Which of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this person alone.
    pub user: Option<UserId>,
    /// Of this action alone.
    pub action: Option<String>,
    /// From this day on.
    pub from: Option<BusinessDay>,
    /// Up to this day.
    pub to: Option<BusinessDay>,
}

/// Some of them, latest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// These.
    pub entries: Vec<Entry>,
    /// Whether there are older ones.
    pub more: bool,
}

/// An index serves the narrowest thing that is asked for; the rest is looked at row by row.
macro_rules! page {
    ($from:literal, $narrow:literal, $order:literal) => {
        concat!(
            "SELECT a.seq, a.at, a.day, u.name AS who, a.action, a.detail,
                 CASE WHEN a.action IN ('health_seen', 'limits') OR a.action GLOB 'account_*' OR a.action GLOB 'pupil_*'
                         THEN (SELECT name FROM student WHERE id = a.subject)
                     WHEN a.action IN ('rights', 'user_added', 'user_let_in', 'user_let_out', 'pin_reset',
                         'pin_changed', 'user_renamed', 'user_role', 'card_given', 'card_blocked', 'card_opened')
                         THEN (SELECT name FROM user WHERE id = a.subject)
                     ELSE a.subject END AS subject
             FROM audit a ",
            $from,
            " LEFT JOIN user u ON u.id = a.user WHERE ",
            $narrow,
            " AND (:user IS NULL OR a.user = :user) AND (:action IS NULL OR a.action = :action)
              AND (:from IS NULL OR a.day >= :from) AND (:to IS NULL OR a.day <= :to)
              AND a.seq < :before ",
            $order
        )
    };
}

const BY_DAY: &str = page!(
    "INDEXED BY audit_day",
    "a.day = :from",
    "ORDER BY a.seq DESC LIMIT :most"
);
const BY_ACTION: &str = page!(
    "INDEXED BY audit_action",
    "a.action = :action",
    "ORDER BY a.seq DESC LIMIT :most"
);
const BY_USER: &str = page!(
    "INDEXED BY audit_user",
    "a.user = :user",
    "ORDER BY a.seq DESC LIMIT :most"
);
const ALL: &str = page!("NOT INDEXED", "1", "ORDER BY a.seq DESC LIMIT :most");
const OLDEST_FIRST: &str = page!("NOT INDEXED", "1", "ORDER BY a.seq LIMIT :most");

impl Reader {
    /// A page of the audit, latest first: at most `most`, of those before the row `before`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn audit(&self, filter: &Filter, before: Option<i64>, most: usize) -> Result<Page, Error> {
        let one_day = filter.from.is_some() && filter.from == filter.to;
        let sql = match (one_day, &filter.action, filter.user) {
            (true, ..) => BY_DAY,
            (false, Some(_), _) => BY_ACTION,
            (false, None, Some(_)) => BY_USER,
            (false, None, None) => ALL,
        };
        let mut entries = Vec::new();
        self.each(sql, filter, before, most.saturating_add(1), |entry| {
            entries.push(entry);
            Ok(())
        })?;
        let more = entries.len() > most;
        entries.truncate(most);
        Ok(Page { entries, more })
    }

    /// All of it, oldest first, one after the other; returns how many.
    ///
    /// # Errors
    /// When the file cannot be read, or what `take` says.
    pub fn audit_all(
        &self,
        filter: &Filter,
        mut take: impl FnMut(Entry) -> Result<(), Error>,
    ) -> Result<usize, Error> {
        let mut count = 0;
        self.each(OLDEST_FIRST, filter, None, usize::MAX, |entry| {
            count += 1;
            take(entry)
        })?;
        Ok(count)
    }

    /// Every action that was ever noted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn audit_actions(&self) -> Result<Vec<String>, Error> {
        // From one to the next through the index, however many there are of each.
        let mut select = self.db.prepare_cached(
            "WITH RECURSIVE noted (action) AS (SELECT min(action) FROM audit
                 UNION ALL SELECT (SELECT min(action) FROM audit WHERE action > noted.action)
                 FROM noted WHERE noted.action IS NOT NULL)
             SELECT action FROM noted WHERE action IS NOT NULL",
        )?;
        let rows = select.query_map((), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn each(
        &self,
        sql: &str,
        filter: &Filter,
        before: Option<i64>,
        most: usize,
        mut take: impl FnMut(Entry) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut select = self.db.prepare_cached(sql)?;
        let mut rows = select.query(named_params! {
            ":user": filter.user.map(|user| user.0),
            ":action": filter.action,
            ":from": filter.from.map(BusinessDay::number),
            ":to": filter.to.map(BusinessDay::number),
            ":before": before.unwrap_or(i64::MAX),
            ":most": i64::try_from(most).unwrap_or(i64::MAX),
        })?;
        while let Some(row) = rows.next()? {
            take(entry(row)?)?;
        }
        Ok(())
    }
}

impl Store {
    /// Notes that the audit was written into a file: what leaves the till is known.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn note_audit_export(
        &mut self,
        file: &str,
        entries: usize,
        stamp: Stamp,
    ) -> Result<(), Error> {
        let (moment, by, count) = (stamp.moment, stamp.by, entries.to_string());
        self.transact(|db| user::audit(db, moment, by, "audit_export", Some(file), Some(&count)))
    }
}

impl Store {
    /// Notes that rows or a page were written into a file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn note_export(&mut self, file: &str, stamp: Stamp) -> Result<(), Error> {
        let (moment, by) = (stamp.moment, stamp.by);
        self.transact(|db| user::audit(db, moment, by, "export", Some(file), None))
    }
}

fn entry(row: &Row<'_>) -> Result<Entry, Error> {
    Ok(Entry {
        seq: row.get("seq")?,
        at: Timestamp(row.get("at")?),
        day: row::day(row.get("day")?)?,
        who: row.get("who")?,
        action: row.get("action")?,
        subject: row.get("subject")?,
        detail: row.get("detail")?,
    })
}

#[cfg(test)]
#[path = "audit_tests.rs"]
mod tests;
