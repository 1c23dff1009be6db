//! Facts about pupils: what they must not eat, and what they had better not.

use rusqlite::{Connection, Row, named_params};
use uuid::Uuid;

use crate::domain::StudentId;
use crate::domain::diet::{Allergen, Diet, Restriction, Severity, Wish};
use crate::store::{Error, Stamp, Store, row};

/// A pupil with something to look out for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minded {
    /// Who.
    pub student: StudentId,
    /// Their name.
    pub name: String,
    /// Their class.
    pub grade: String,
    /// What they must not eat.
    pub restrictions: Vec<Restriction>,
    /// What they had better not.
    pub wishes: Vec<Wish>,
}

/// What was said of a pupil at some time, for the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PupilSaid {
    /// When, in UTC milliseconds.
    pub at: i64,
    /// By whom; `None` for a list.
    pub by: Option<String>,
    /// Which allergen, and how badly; `None` ended it.
    pub allergy: Option<(Allergen, Option<Severity>)>,
    /// Which diet, and whether it is kept.
    pub diet: Option<(Diet, bool)>,
    /// Who said so to the canteen.
    pub said_by: String,
}

impl Store {
    /// Notes what a pupil must not eat; it replaces what was said of that allergen before.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown pupil.
    pub fn restrict(
        &mut self,
        student: StudentId,
        restriction: &Restriction,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            must_exist(db, student)?;
            restrict(db, student, restriction, stamp)
        })
    }

    /// Ends a restriction: somebody says that it holds no longer.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown pupil, or one without that restriction.
    pub fn end_restriction(
        &mut self,
        student: StudentId,
        allergen: Allergen,
        said_by: &str,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let holds = restrictions(db, student, i64::MAX)?;
            if !holds.iter().any(|of| of.allergen == allergen) {
                return Err(Error::NotFound(format!("pupil {}", student.0)));
            }
            let ended = Restriction::new(allergen, Severity::Mild, said_by);
            note(db, student, &ended, None, stamp)
        })
    }

    /// Notes a diet or condition that a pupil keeps, or with `keeps` false no longer keeps.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown pupil.
    pub fn wish(
        &mut self,
        student: StudentId,
        wish: &Wish,
        keeps: bool,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            must_exist(db, student)?;
            add_wish(db, student, wish, keeps, stamp)
        })
    }

    /// Every active pupil with something to look out for, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn minded(&self) -> Result<Vec<Minded>, Error> {
        let mut select = self.db.prepare(
            "SELECT id, name, grade FROM student WHERE active = 1 AND
                 (id IN (SELECT student FROM restricted) OR id IN (SELECT student FROM wished))
             ORDER BY name COLLATE spanish",
        )?;
        let mut rows = select.query(())?;
        let mut minded = Vec::new();
        while let Some(row) = rows.next()? {
            let student = StudentId(row.get("id")?);
            let pupil = Minded {
                student,
                name: row.get("name")?,
                grade: row.get("grade")?,
                restrictions: restrictions(&self.db, student, i64::MAX)?,
                wishes: wishes(&self.db, student, i64::MAX)?,
            };
            if !(pupil.restrictions.is_empty() && pupil.wishes.is_empty()) {
                minded.push(pupil);
            }
        }
        Ok(minded)
    }

    /// Notes that somebody looked at a pupil's health data, or with `None` at the list of all pupils.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn note_health_seen(
        &mut self,
        student: Option<StudentId>,
        stamp: Stamp,
    ) -> Result<(), Error> {
        let subject = student.map(|student| student.0.to_string());
        let subject = subject.as_deref();
        self.transact(|db| {
            crate::store::user::audit(db, stamp.moment, stamp.by, "health_seen", subject, None)
        })
    }

    /// What was said of a pupil, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history_of_pupil(&self, student: StudentId) -> Result<Vec<PupilSaid>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT f.at, u.name AS by, f.allergen, f.severity, NULL AS diet, NULL AS active, f.said_by,
                 f.id
             FROM restricted f LEFT JOIN user u ON u.id = f.user WHERE f.student = ?1
             UNION ALL
             SELECT f.at, u.name, NULL, NULL, f.diet, f.active, f.said_by, f.id
             FROM wished f LEFT JOIN user u ON u.id = f.user WHERE f.student = ?1
             ORDER BY 1 DESC, 8 DESC",
        )?;
        let rows = select.query_map([student.0], |row| {
            let (allergen, severity): (Option<u16>, Option<String>) =
                (row.get("allergen")?, row.get("severity")?);
            let (diet, active): (Option<u16>, Option<bool>) =
                (row.get("diet")?, row.get("active")?);
            let severity = severity.map(|code| severity_of(&code));
            Ok(PupilSaid {
                at: row.get("at")?,
                by: row.get("by")?,
                allergy: allergen.map(|allergen| (Allergen(allergen), severity)),
                diet: diet.map(|diet| (Diet(diet), active.unwrap_or(true))),
                said_by: row.get("said_by")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn must_exist(db: &Connection, student: StudentId) -> Result<(), Error> {
    let found: i64 = db
        .prepare_cached("SELECT count(*) FROM student WHERE id = ?1")?
        .query_row([student.0], |row| row.get(0))?;
    match found {
        0 => Err(Error::NotFound(format!("pupil {}", student.0))),
        _ => Ok(()),
    }
}

/// Notes a restriction, unless it is what is on file.
pub(in crate::store) fn restrict(
    db: &Connection,
    student: StudentId,
    restriction: &Restriction,
    stamp: Stamp,
) -> Result<(), Error> {
    let on_file = restrictions(db, student, i64::MAX)?;
    let known = on_file
        .iter()
        .find(|of| of.allergen == restriction.allergen);
    let said = match (known, stamp.by) {
        (Some(known), None) => restriction.clone().beside(known),
        _ => restriction.clone(),
    };
    if known == Some(&said) {
        return Ok(());
    }
    note(db, student, &said, Some(said.severity), stamp)
}

fn note(
    db: &Connection,
    student: StudentId,
    restriction: &Restriction,
    severity: Option<Severity>,
    stamp: Stamp,
) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO restricted (id, student, allergen, severity, said_by, document, contact, phone,
             note, until, at, day, user)
         VALUES (:id, :student, :allergen, :severity, :said_by, :document, :contact, :phone,
             :note, :until, :at, :day, :user)",
    )?
    .execute(named_params! {
        ":id": Uuid::now_v7().as_bytes(), ":student": student.0,
        ":allergen": restriction.allergen.0, ":severity": severity.map(Severity::code),
        ":said_by": restriction.said_by, ":document": restriction.document,
        ":contact": restriction.contact, ":phone": restriction.phone, ":note": restriction.note,
        ":until": restriction.until.map(crate::domain::BusinessDay::number),
        ":at": stamp.moment.at.0, ":day": stamp.moment.day().number(),
        ":user": stamp.by.map(|user| user.0),
    })?;
    Ok(())
}

/// Notes a diet, kept or given up, unless it is what is on file.
pub(in crate::store) fn add_wish(
    db: &Connection,
    student: StudentId,
    wish: &Wish,
    keeps: bool,
    stamp: Stamp,
) -> Result<(), Error> {
    let on_file = wishes(db, student, i64::MAX)?;
    if keeps && on_file.contains(wish) {
        return Ok(());
    }
    db.prepare_cached(
        "INSERT INTO wished (id, student, diet, active, said_by, note, until, at, day, user)
         VALUES (:id, :student, :diet, :active, :said_by, :note, :until, :at, :day, :user)",
    )?
    .execute(named_params! {
        ":id": Uuid::now_v7().as_bytes(), ":student": student.0, ":diet": wish.diet.0,
        ":active": keeps, ":said_by": wish.said_by, ":note": wish.note,
        ":until": wish.until.map(crate::domain::BusinessDay::number),
        ":at": stamp.moment.at.0, ":day": stamp.moment.day().number(),
        ":user": stamp.by.map(|user| user.0),
    })?;
    Ok(())
}

/// What a pupil must not eat, by the facts up to an instant.
pub(in crate::store) fn restrictions(
    db: &Connection,
    student: StudentId,
    at: i64,
) -> Result<Vec<Restriction>, Error> {
    let mut select = db.prepare_cached(
        "SELECT allergen, severity, said_by, document, contact, phone, note, until, max(seq)
         FROM restricted WHERE student = ?1 AND at <= ?2 GROUP BY allergen ORDER BY allergen",
    )?;
    let mut rows = select.query((student.0, at))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.extend(restriction(row)?);
    }
    Ok(found)
}

fn restriction(row: &Row<'_>) -> Result<Option<Restriction>, Error> {
    let severity: Option<String> = row.get("severity")?;
    let Some(severity) = severity else {
        return Ok(None);
    };
    Ok(Some(Restriction {
        allergen: Allergen(row.get("allergen")?),
        severity: severity_of(&severity),
        said_by: row.get("said_by")?,
        document: row.get("document")?,
        contact: row.get("contact")?,
        phone: row.get("phone")?,
        note: row.get("note")?,
        until: row::maybe_day(row, "until")?,
    }))
}

/// What cannot be read is judged as the worst, never as nothing.
fn severity_of(code: &str) -> Severity {
    Severity::from_code(code).unwrap_or(Severity::Critical)
}

/// The diets that a pupil keeps, by the facts up to an instant.
pub(in crate::store) fn wishes(
    db: &Connection,
    student: StudentId,
    at: i64,
) -> Result<Vec<Wish>, Error> {
    let mut select = db.prepare_cached(
        "SELECT diet, active, said_by, note, until, max(seq)
         FROM wished WHERE student = ?1 AND at <= ?2 GROUP BY diet ORDER BY diet",
    )?;
    let mut rows = select.query((student.0, at))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if row.get("active")? {
            found.push(Wish {
                diet: Diet(row.get("diet")?),
                said_by: row.get("said_by")?,
                note: row.get("note")?,
                until: row::maybe_day(row, "until")?,
            });
        }
    }
    Ok(found)
}
