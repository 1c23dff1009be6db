//! All that the file knows of a person, as they may ask for it (Ley 6534/2020): by sections, each a table.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde::Serialize;

use crate::domain::StudentId;
use crate::store::{Error, Reader};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Nothing is known.
    Empty(()),
    /// A number: an amount in guaraníes, a count, thousandths where the column says so.
    Number(i64),
    /// Text, a day as 2026-11-23, an instant in UTC as 2026-11-23 10:00:00.
    Text(String),
}

/// A table of what is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What it is of: the key in JSON and, after `person-section-`, in i18n.
    pub key: &'static str,
    /// The names of its columns: the keys in JSON and, after `person-column-`, in i18n.
    pub columns: Vec<String>,
    /// What is known, oldest first.
    pub rows: Vec<Vec<Cell>>,
}

/// All that is known of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Who.
    pub student: StudentId,
    /// Their name.
    pub name: String,
    /// Section by section.
    pub sections: Vec<Section>,
    /// Their photo, as PNG.
    pub photo: Option<Vec<u8>>,
}

/// Sections with their statements; `?1` is the pupil. Allergens and diets come as codes where they are the
/// program's own numbers, and whoever writes the page gives them their names.
const SECTIONS: &[(&str, &str)] = &[
    (
        "person",
        "SELECT s.id AS number, s.name, s.grade, s.document, date(s.birthday * 86400, 'unixepoch') AS birthday,
             s.notes, CASE s.price_list WHEN 1 THEN 'pupil' ELSE 'staff' END AS kind,
             CASE s.active WHEN 1 THEN 'yes' ELSE 'no' END AS active, a.balance, s.daily_limit, s.credit_limit
         FROM student s JOIN account a ON a.id = s.account WHERE s.id = ?1",
    ),
    (
        "guardians",
        "SELECT g.name, l.relation, g.phone, g.other_phone, g.email, g.document
         FROM pupil_guardian l JOIN guardian g ON g.id = l.guardian WHERE l.student = ?1
         ORDER BY l.place, g.id",
    ),
    (
        "cards",
        "SELECT number, what, other, date(expires * 86400, 'unixepoch') AS expires, reason,
             datetime(at / 1000, 'unixepoch') AS at FROM card_fact WHERE student = ?1 ORDER BY seq",
    ),
    (
        "restrictions",
        "SELECT allergen, coalesce(severity, 'ended') AS severity, said_by, document, contact, phone, note,
             date(until * 86400, 'unixepoch') AS until, datetime(at / 1000, 'unixepoch') AS at
         FROM restricted WHERE student = ?1 ORDER BY seq",
    ),
    (
        "diets",
        "SELECT diet, CASE active WHEN 1 THEN 'yes' ELSE 'no' END AS active, said_by, note,
             date(until * 86400, 'unixepoch') AS until, datetime(at / 1000, 'unixepoch') AS at
         FROM wished WHERE student = ?1 ORDER BY seq",
    ),
    (
        "limits",
        "SELECT daily AS daily_limit, weekly, monthly, meal, items, credit AS credit_limit, said_by, note,
             datetime(at / 1000, 'unixepoch') AS at FROM pupil_limit WHERE student = ?1 ORDER BY seq",
    ),
    (
        "account",
        "SELECT date(p.day * 86400, 'unixepoch') AS day, e.kind, p.amount, s.number AS ticket, m.reference,
             m.reason
         FROM student w JOIN posting p ON p.account = w.account JOIN entry e ON e.seq = p.entry
         LEFT JOIN sale s ON s.seq = e.sale LEFT JOIN movement m ON m.entry = e.seq
         WHERE w.id = ?1 AND (s.student IS NULL OR s.student = ?1)
             AND (m.student IS NULL OR m.student = ?1 OR m.to_student = ?1) ORDER BY e.seq",
    ),
    (
        "purchases",
        "SELECT date(s.day * 86400, 'unixepoch') AS day, s.number AS ticket,
             CASE s.kind WHEN 0 THEN 'sale' WHEN 1 THEN 'void' ELSE 'refund' END AS kind,
             l.name AS product, l.quantity AS thousandths, l.paid AS amount, coalesce(l.note, s.note) AS note
         FROM sale s JOIN sale_line l ON l.sale = s.seq WHERE s.student = ?1 ORDER BY s.seq, l.line",
    ),
    (
        "alerts",
        "SELECT date(a.day * 86400, 'unixepoch') AS day, p.name AS product, a.response, a.outcome, a.reason
         FROM alert a JOIN product p ON p.id = a.product WHERE a.student = ?1 ORDER BY a.seq",
    ),
    (
        "lunches",
        "SELECT date(v.day * 86400, 'unixepoch') AS day, v.price AS amount, v.reason,
             CASE WHEN t.seq IS NULL THEN 'yes' ELSE 'no' END AS active
         FROM lunch_served v LEFT JOIN lunch_taken_back t ON t.served = v.seq
         WHERE v.student = ?1 ORDER BY v.seq",
    ),
    (
        "looks",
        "SELECT datetime(a.at / 1000, 'unixepoch') AS at, u.name AS who, a.action, a.detail
         FROM audit a LEFT JOIN user u ON u.id = a.user
         WHERE a.subject = CAST(?1 AS TEXT) AND (a.action IN ('health_seen', 'limits')
             OR a.action GLOB 'account_*' OR a.action GLOB 'pupil_*') ORDER BY a.seq",
    ),
];

impl Reader {
    /// All that is known of a person, health data among it: whoever asks has noted the look.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn dossier(&self, student: StudentId) -> Result<Dossier, Error> {
        // One reading: nothing is half of before and half of after.
        let db = self.db.unchecked_transaction()?;
        let name = "SELECT name FROM student WHERE id = ?1";
        let name =
            db.query_row(name, [student.0], |row| row.get(0))
                .map_err(|error| match error {
                    rusqlite::Error::QueryReturnedNoRows => {
                        Error::NotFound(format!("pupil {}", student.0))
                    }
                    other => other.into(),
                })?;
        let photo = "SELECT (SELECT image FROM photo WHERE student = ?1)";
        let photo = db.query_row(photo, [student.0], |row| row.get(0))?;
        let sections = SECTIONS
            .iter()
            .map(|(key, sql)| section(&db, key, sql, student));
        Ok(Dossier {
            student,
            name,
            sections: sections.collect::<Result<_, _>>()?,
            photo,
        })
    }
}

fn section(
    db: &Connection,
    key: &'static str,
    sql: &str,
    student: StudentId,
) -> Result<Section, Error> {
    let mut select = db.prepare(sql)?;
    let columns: Vec<String> = select
        .column_names()
        .into_iter()
        .map(ToOwned::to_owned)
        .collect();
    let mut found = select.query([student.0])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let cell = |at: usize| -> Result<Cell, Error> {
            Ok(match row.get_ref(at)? {
                ValueRef::Integer(whole) => Cell::Number(whole),
                ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
                _ => Cell::Empty(()),
            })
        };
        rows.push((0..columns.len()).map(cell).collect::<Result<_, _>>()?);
    }
    Ok(Section { key, columns, rows })
}
