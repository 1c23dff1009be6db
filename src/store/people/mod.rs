//! People's forms: pupils, staff, guardians and photos. What was done is a fact without a name.

mod erase;
mod export;
mod taken;
#[cfg(test)]
mod tests;
mod year;

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::{Error, Reader, Stamp, Store, card, row, user};
use crate::domain::alphabet::sort_by_name;
use crate::domain::catalogue::{GENERAL, STAFF};
use crate::domain::people::{Contact, Grade, Listed, Profile, Refused};
use crate::domain::student::{Card, CardState};
use crate::domain::{BusinessDay, CardNumber, GuardianId, Money, StudentId};

pub use erase::{Erased, Pseudonyms};
pub use export::{Cell, Dossier, Section};
pub use taken::{ListRow, OnFile, TakenUp};
pub use year::{Grades, LastPromotion, Leaver, Move, Promoted};

/// A photo is at most so long as it is kept.
pub const PHOTO_BYTES_MAX: usize = 131_072;

/// Everybody, also those who left; the newest word of each in one reading.
const LIST: &str = "SELECT s.id, s.name, s.grade, s.document, s.birthday, s.active, s.erased, a.balance,
        g.name AS guardian, substr(k.best, 2) AS card, m.amount AS low_mark,
        CASE WHEN :health THEN
            EXISTS (SELECT 1 FROM restriction r WHERE r.student = s.id AND r.severity IS NOT NULL)
            OR EXISTS (SELECT 1 FROM wished w WHERE w.student = s.id AND w.active = 1
                AND w.seq = (SELECT max(seq) FROM wished WHERE student = s.id AND diet = w.diet)) END AS minded
    FROM student s JOIN account a ON a.id = s.account
    LEFT JOIN guardian g ON g.id = s.guardian
    LEFT JOIN (SELECT student, max(CASE state WHEN 'active' THEN '1' ELSE '0' END || number) AS best
        FROM card GROUP BY student) k ON k.student = s.id
    LEFT JOIN (SELECT student, amount, max(seq) FROM low_mark GROUP BY student) m ON m.student = s.id
    ORDER BY s.id";

/// A pupil whose form is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// Who.
    pub student: StudentId,
    /// What the form says.
    pub profile: Profile,
    /// What is on their account.
    pub balance: Money,
    /// Their cards, those that work first.
    pub cards: Vec<Card>,
    /// Others with the same name: their grade and birthday.
    pub namesakes: Vec<(StudentId, String, Option<BusinessDay>)>,
    /// Their photo, as PNG.
    pub photo: Option<Vec<u8>>,
    /// False once they have left.
    pub active: bool,
    /// Whether they were erased.
    pub erased: bool,
}

impl Reader {
    /// Everybody by name, also those who left. `health` says whether to tell who must not eat something:
    /// whoever asks for it has noted the look.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn people(&self, health: bool) -> Result<Vec<Listed>, Error> {
        people(&self.db, health)
    }
}

impl Store {
    /// The same on the connection that writes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn people(&self, health: bool) -> Result<Vec<Listed>, Error> {
        people(&self.db, health)
    }

    /// The form of a pupil.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn person(&self, student: StudentId) -> Result<Opened, Error> {
        opened(&self.db, student)
    }

    /// Makes a pupil with an account and, if one is given, a card.
    ///
    /// # Errors
    /// [`Error::People`], [`Error::Taken`] for a card that somebody has; nothing is written.
    pub fn add_person(
        &mut self,
        profile: Profile,
        number: Option<&CardNumber>,
        stamp: Stamp,
    ) -> Result<StudentId, Error> {
        let profile = profile.checked(stamp.moment.day())?;
        self.transact(|db| {
            if let Some(number) = number
                && super::student::card(db, number)?.is_some()
            {
                return Err(Error::Taken(number.to_string()));
            }
            db.execute("INSERT INTO account (kind) VALUES ('student')", ())?;
            let account = db.last_insert_rowid();
            db.prepare_cached(
                "INSERT INTO student (name, grade, account, price_list, credit_limit)
                 VALUES ('', '', ?1, ?2, 0)",
            )?
            .execute((account, GENERAL.0))?;
            let student = StudentId(db.last_insert_rowid());
            write(db, student, &profile)?;
            if let Some(number) = number {
                card::listed(db, number, student, stamp)?;
            }
            note(db, student, "created", "", None, stamp)?;
            Ok(student)
        })
    }

    /// Changes a pupil's form; says which fields changed. Guardians who are named no longer answer for
    /// this pupil; they stay on file for others.
    ///
    /// # Errors
    /// [`Error::People`], [`Error::NotFound`]; nothing is written.
    pub fn change_person(
        &mut self,
        student: StudentId,
        profile: Profile,
        stamp: Stamp,
    ) -> Result<Vec<&'static str>, Error> {
        let profile = profile.checked(stamp.moment.day())?;
        self.transact(|db| {
            let before = opened(db, student)?;
            if before.erased {
                return Err(Refused::Erased.into());
            }
            let fields = changed(&before.profile, &profile);
            if fields.is_empty() {
                return Ok(fields);
            }
            write(db, student, &profile)?;
            note(db, student, "changed", &fields.join(" "), None, stamp)?;
            Ok(fields)
        })
    }

    /// Lets a pupil go, or takes them back. Whoever left cannot buy; their history stays.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::People`] for somebody who was erased; nothing is written.
    pub fn set_person_active(
        &mut self,
        student: StudentId,
        active: bool,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let before = opened(db, student)?;
            if before.erased {
                return Err(Refused::Erased.into());
            }
            if before.active == active {
                return Ok(());
            }
            set_active(db, student, active)?;
            let what = if active { "restored" } else { "archived" };
            note(db, student, what, "", None, stamp)
        })
    }

    /// Keeps a photo, or takes it away.
    ///
    /// # Errors
    /// [`Error::People`] where it is too large, [`Error::NotFound`]; nothing is written.
    pub fn set_photo(
        &mut self,
        student: StudentId,
        image: Option<&[u8]>,
        stamp: Stamp,
    ) -> Result<(), Error> {
        if image.is_some_and(|image| image.is_empty() || image.len() > PHOTO_BYTES_MAX) {
            return Err(Refused::BadPhoto.into());
        }
        self.transact(|db| {
            if opened(db, student)?.erased {
                return Err(Refused::Erased.into());
            }
            match image {
                Some(image) => db
                    .prepare_cached(
                        "INSERT OR REPLACE INTO photo (student, image) VALUES (?1, ?2)",
                    )?
                    .execute((student.0, image))?,
                None => db
                    .prepare_cached("DELETE FROM photo WHERE student = ?1")?
                    .execute([student.0])?,
            };
            note(db, student, "photo", "", None, stamp)
        })
    }

    /// The photos of these pupils, those that there are.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn photos(&self, students: &[StudentId]) -> Result<Vec<(StudentId, Vec<u8>)>, Error> {
        let mut select = self
            .db
            .prepare_cached("SELECT image FROM photo WHERE student = ?1")?;
        let mut found = Vec::new();
        for student in students {
            let image: Option<Vec<u8>> =
                select.query_row([student.0], |row| row.get(0)).optional()?;
            found.extend(image.map(|image| (*student, image)));
        }
        Ok(found)
    }

    /// Guardians on file whose name begins like that, for a pupil's form: at most twenty.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn guardians(&self, query: &str) -> Result<Vec<Contact>, Error> {
        use crate::domain::search::fold;
        let wanted = fold(query);
        let mut select = self
            .db
            .prepare("SELECT *, '' AS relation FROM guardian ORDER BY name COLLATE spanish, id")?;
        let rows = select.query_map((), contact)?;
        let mut found = Vec::new();
        for one in rows {
            let one = one?;
            let is_wanted = fold(&one.name).contains(&wanted) || one.document == query.trim();
            if is_wanted && found.len() < 20 {
                found.push(one);
            }
        }
        Ok(found)
    }
}

fn people(db: &Connection, health: bool) -> Result<Vec<Listed>, Error> {
    let mut select = db.prepare_cached(LIST)?;
    let rows = select.query_map(named_params! { ":health": health }, listed)?;
    let mut people: Vec<Listed> = rows.collect::<Result<_, _>>()?;
    // Here and not in SQL: it takes each name apart once, not with each comparison.
    sort_by_name(&mut people, |one| &one.name);
    // They stand beside each other, as the list is by name.
    for at in 1..people.len() {
        if people[at].name == people[at - 1].name {
            people[at].namesake = true;
            people[at - 1].namesake = true;
        }
    }
    Ok(people)
}

/// By place, as in [`LIST`]: to look each name up takes longer than to read the row.
fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        student: StudentId(row.get(0)?),
        name: row.get(1)?,
        grade: row.get(2)?,
        document: row.get(3)?,
        birthday: row
            .get::<_, Option<i64>>(4)?
            .and_then(BusinessDay::from_number),
        active: row.get(5)?,
        erased: row.get(6)?,
        balance: Money::guaranies(row.get(7)?),
        guardian: row.get(8)?,
        card: row.get(9)?,
        low_mark: row.get::<_, Option<i64>>(10)?.map(Money::guaranies),
        namesake: false,
        minded: row.get(11)?,
    })
}

fn opened(db: &Connection, student: StudentId) -> Result<Opened, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.*, a.balance FROM student s JOIN account a ON a.id = s.account WHERE s.id = ?1",
    )?;
    let found = select.query_row([student.0], |row| {
        let grade: String = row.get("grade")?;
        let Grade { grade, section } = Grade::of(&grade);
        let profile = Profile {
            name: row.get("name")?,
            grade,
            section,
            document: row
                .get::<_, Option<String>>("document")?
                .unwrap_or_default(),
            birthday: row::maybe_day(row, "birthday")?,
            notes: row.get("notes")?,
            staff: row.get::<_, i64>("price_list")? == STAFF.0,
            guardians: Vec::new(),
        };
        let standing: (Money, bool, bool) = (
            row::money(row, "balance")?,
            row.get("active")?,
            row.get("erased")?,
        );
        Ok((profile, standing))
    });
    let found = found.optional()?;
    let (mut profile, (balance, active, erased)) =
        found.ok_or_else(|| Error::NotFound(format!("pupil {}", student.0)))?;
    profile.guardians = guardians_of(db, student)?;
    Ok(Opened {
        student,
        balance,
        cards: card::cards_of(db, student)?.cards,
        namesakes: namesakes(db, student, &profile.name)?,
        photo: db
            .prepare_cached("SELECT image FROM photo WHERE student = ?1")?
            .query_row([student.0], |row| row.get(0))
            .optional()?,
        profile,
        active,
        erased,
    })
}

/// Who pays comes first, the others in the order in which they are called.
fn guardians_of(db: &Connection, student: StudentId) -> Result<Vec<Contact>, Error> {
    let mut select = db.prepare_cached(
        "SELECT g.*, l.relation FROM pupil_guardian l JOIN guardian g ON g.id = l.guardian
         JOIN student s ON s.id = l.student
         WHERE l.student = ?1 ORDER BY g.id IS NOT s.guardian, l.place, g.id",
    )?;
    let rows = select.query_map([student.0], contact)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn contact(row: &Row<'_>) -> rusqlite::Result<Contact> {
    let text = |column: &str| -> rusqlite::Result<String> {
        Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default())
    };
    Ok(Contact {
        id: Some(GuardianId(row.get("id")?)),
        name: text("name")?,
        relation: text("relation")?,
        phone: text("phone")?,
        other_phone: text("other_phone")?,
        email: text("email")?,
        document: text("document")?,
    })
}

fn namesakes(
    db: &Connection,
    student: StudentId,
    name: &str,
) -> Result<Vec<(StudentId, String, Option<BusinessDay>)>, Error> {
    let mut select = db.prepare_cached(
        "SELECT id, grade, birthday FROM student
         WHERE name = ?1 AND id <> ?2 AND active = 1 ORDER BY id LIMIT 5",
    )?;
    let rows = select.query_map((name, student.0), |row| {
        Ok((
            StudentId(row.get(0)?),
            row.get(1)?,
            row::maybe_day(row, "birthday")?,
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes what the form says, and who answers for the pupil.
fn write(db: &Connection, student: StudentId, profile: &Profile) -> Result<(), Error> {
    let mut guardians = Vec::with_capacity(profile.guardians.len());
    for one in &profile.guardians {
        guardians.push((keep_guardian(db, one)?, &one.relation));
    }
    let first = guardians.first().map(|(guardian, _)| *guardian);
    db.prepare_cached(
        "UPDATE student SET name = :name, grade = :grade, document = nullif(:document, ''),
             birthday = :birthday, notes = :notes, guardian = :guardian,
             price_list = CASE WHEN :staff THEN :staff_list WHEN price_list = :staff_list THEN :general
                 ELSE price_list END
         WHERE id = :id",
    )?
    .execute(named_params! {
        ":id": student.0, ":name": profile.name, ":grade": profile.whole_grade(),
        ":document": profile.document, ":birthday": profile.birthday.map(BusinessDay::number),
        ":notes": profile.notes, ":guardian": first, ":staff": profile.staff,
        ":staff_list": STAFF.0, ":general": GENERAL.0,
    })?;
    db.prepare_cached("DELETE FROM pupil_guardian WHERE student = ?1")?
        .execute([student.0])?;
    let mut link = db.prepare_cached(
        "INSERT INTO pupil_guardian (student, guardian, place, relation) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET place = excluded.place, relation = excluded.relation",
    )?;
    for (place, (guardian, relation)) in (0_i64..).zip(guardians) {
        link.execute((student.0, guardian, place, relation))?;
    }
    Ok(())
}

fn keep_guardian(db: &Connection, one: &Contact) -> Result<i64, Error> {
    let row = named_params! {
        ":id": one.id.map(|id| id.0), ":name": one.name, ":phone": one.phone,
        ":other": one.other_phone, ":email": one.email, ":document": one.document,
    };
    if let Some(id) = one.id {
        let kept = db
            .prepare_cached(
                "UPDATE guardian SET name = :name, phone = nullif(:phone, ''),
                     other_phone = nullif(:other, ''), email = nullif(:email, ''),
                     document = nullif(:document, '') WHERE id = :id",
            )?
            .execute(row)?;
        return match kept {
            0 => Err(Error::NotFound(format!("guardian {}", id.0))),
            _ => Ok(id.0),
        };
    }
    db.prepare_cached(
        "INSERT INTO guardian (id, name, phone, other_phone, email, document)
         VALUES (:id, :name, nullif(:phone, ''), nullif(:other, ''), nullif(:email, ''),
             nullif(:document, ''))",
    )?
    .execute(row)?;
    Ok(db.last_insert_rowid())
}

/// The names of the fields that differ: what the audit keeps of a change.
fn changed(before: &Profile, after: &Profile) -> Vec<&'static str> {
    let fields = [
        ("name", before.name != after.name),
        ("grade", before.whole_grade() != after.whole_grade()),
        ("document", before.document != after.document),
        ("birthday", before.birthday != after.birthday),
        ("notes", before.notes != after.notes),
        ("staff", before.staff != after.staff),
        ("guardians", before.guardians != after.guardians),
    ];
    fields
        .into_iter()
        .filter_map(|(name, differs)| differs.then_some(name))
        .collect()
}

fn set_active(db: &Connection, student: StudentId, active: bool) -> Result<(), Error> {
    db.prepare_cached("UPDATE student SET active = ?2 WHERE id = ?1")?
        .execute((student.0, active))?;
    Ok(())
}

/// The fact of what was done, and its entry in the audit: a number, never a name.
fn note(
    db: &Connection,
    student: StudentId,
    what: &str,
    fields: &str,
    reason: Option<&str>,
    stamp: Stamp,
) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO pupil_change (id, student, what, fields, reason, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        Uuid::now_v7().as_bytes(),
        student.0,
        what,
        fields,
        reason,
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|user| user.0),
    ))?;
    let (subject, detail) = (
        student.0.to_string(),
        (!fields.is_empty()).then_some(fields),
    );
    let action = format!("pupil_{what}");
    user::audit(db, stamp.moment, stamp.by, &action, Some(&subject), detail)
}

/// Whether a card works, for cards that are taken out of use.
const fn works(card: &Card) -> bool {
    matches!(card.state, CardState::Active)
}

impl Store {
    /// Notes that a person's data, health among it, were written out for them.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn note_person_export(
        &mut self,
        student: StudentId,
        reason: &str,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            opened(db, student)?;
            let (at, by, subject) = (stamp.moment, stamp.by, student.0.to_string());
            user::audit(db, at, by, "health_seen", Some(&subject), None)?;
            let reason = Some(reason);
            user::audit(db, at, by, "pupil_exported", Some(&subject), reason)
        })
    }
}
