//! Pupils, guardians, cards and restrictions.

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use super::account::{self, Entry};
use super::{Error, Stamp, Store, diet, limits, row};
use crate::domain::account::Standing;
use crate::domain::catalogue::GENERAL;
use crate::domain::limits::Limited;
use crate::domain::people;
use crate::domain::student::{
    Card, CardState, Customer, Guardian, NewGuardian, NewStudent, Student,
};
use crate::domain::{
    AccountId, BusinessDay, CardNumber, GuardianId, Money, PriceListId, StudentId,
};

impl Store {
    /// The pupil of a card, and how their account stands on that day.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown card, [`Error::Card`] for a blocked or expired one.
    pub fn customer_by_card(
        &self,
        number: &CardNumber,
        day: BusinessDay,
    ) -> Result<Customer, Error> {
        let card = card(&self.db, number)?.ok_or_else(|| Error::NotFound(number.to_string()))?;
        card.usable_on(day)?;
        let mut customer = customer(&self.db, card.student, day)?;
        customer.card = Some(card.number);
        Ok(customer)
    }

    /// A pupil chosen by name, and how their account stands on that day.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn customer(&self, student: StudentId, day: BusinessDay) -> Result<Customer, Error> {
        customer(&self.db, student, day)
    }

    /// Every active pupil: number, name and grade, for the search.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn roll(&self) -> Result<Vec<(StudentId, String, String)>, Error> {
        let mut select = self.db.prepare(
            "SELECT id, name, grade FROM student WHERE active = 1 ORDER BY name COLLATE spanish",
        )?;
        let rows = select.query_map((), |row| {
            Ok((StudentId(row.get(0)?), row.get(1)?, row.get(2)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes over a list of pupils, all or nothing. A pupil on file, known by their card or
    /// else by name and grade, is brought up to date; their balance stays, as it has facts of its own.
    ///
    /// # Errors
    /// When the file cannot be written; nothing is written then.
    pub fn import_students(
        &mut self,
        students: &[NewStudent],
        stamp: Stamp,
    ) -> Result<Vec<StudentId>, Error> {
        self.transact(|db| {
            students
                .iter()
                .map(|student| upsert(db, student, stamp))
                .collect()
        })
    }

    /// Takes over a card as it stands, from whatever kept it before.
    ///
    /// # Errors
    /// [`Error::Taken`] if another pupil has that card.
    pub fn issue_card(&mut self, card: &Card) -> Result<(), Error> {
        self.transact(|db| super::card::take_over(db, card))
    }
}

pub(super) fn card(db: &Connection, number: &CardNumber) -> Result<Option<Card>, Error> {
    let mut select =
        db.prepare_cached("SELECT student, state, expires FROM card WHERE number = ?1")?;
    let card = select.query_row([number.as_str()], |row| {
        let state: String = row.get("state")?;
        Ok(Card {
            number: number.clone(),
            student: StudentId(row.get("student")?),
            state: CardState::from_code(&state),
            expires: row::maybe_day(row, "expires")?,
        })
    });
    Ok(card.optional()?)
}

/// A pupil as they stand now, read inside the caller's transaction.
///
/// What of an older day goes back today was spent then: it is no more to spend today.
pub(super) fn customer(
    db: &Connection,
    id: StudentId,
    day: BusinessDay,
) -> Result<Customer, Error> {
    let found = anybody(db, id, day)?;
    match found.student.active {
        true => Ok(found),
        false => Err(Error::NotFound(format!("pupil {}", id.0))),
    }
}

/// The same of somebody who may have left: they buy nothing, and their account is still theirs.
pub(super) fn anybody(db: &Connection, id: StudentId, day: BusinessDay) -> Result<Customer, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.*, a.balance, g.name AS guardian_name, g.phone AS guardian_phone,
             g.document AS guardian_document,
             (SELECT c.number FROM card c WHERE c.student = s.id AND c.state = 'active'
              AND (c.expires IS NULL OR c.expires >= :day) ORDER BY c.number DESC LIMIT 1) AS card,
             (SELECT m.amount FROM low_mark m WHERE m.student = s.id ORDER BY m.seq DESC LIMIT 1)
              AS low_mark
         FROM student s JOIN account a ON a.id = s.account LEFT JOIN guardian g ON g.id = s.guardian
         WHERE s.id = :id",
    )?;
    let found = select.query_row(named_params! { ":id": id.0, ":day": day.number() }, |row| {
        let credit_limit = row::money(row, "credit_limit")?;
        let daily_limit = row::maybe_money(row, "daily_limit")?;
        let card: Option<String> = row.get("card")?;
        Ok(Customer {
            student: student(row, id, daily_limit, credit_limit)?,
            card: card.and_then(|card| CardNumber::parse(&card).ok()),
            standing: Standing {
                balance: row::money(row, "balance")?,
                credit_limit,
                daily_limit,
                spent_today: Money::ZERO,
            },
            limits: Limited::default(),
        })
    });
    let mut found = found
        .optional()?
        .ok_or_else(|| Error::NotFound(format!("pupil {}", id.0)))?;
    found.standing.spent_today = limits::charged_since(db, id, day, day)?;
    found.student.restrictions = diet::restrictions(db, id, i64::MAX)?;
    found.student.wishes = diet::wishes(db, id, i64::MAX)?;
    found.limits = limits::limited(db, id, found.student.daily_limit, day)?;
    Ok(found)
}

fn student(
    row: &rusqlite::Row<'_>,
    id: StudentId,
    daily_limit: Option<Money>,
    credit_limit: Money,
) -> rusqlite::Result<Student> {
    let guardian: Option<i64> = row.get("guardian")?;
    let guardian = match guardian {
        Some(id) => Some(Guardian {
            id: GuardianId(id),
            name: row.get("guardian_name")?,
            phone: row.get("guardian_phone")?,
            document: row.get("guardian_document")?,
        }),
        None => None,
    };
    Ok(Student {
        id,
        name: row.get("name")?,
        grade: row.get("grade")?,
        guardian,
        account: AccountId(row.get("account")?),
        price_list: PriceListId(row.get("price_list")?),
        daily_limit,
        credit_limit,
        low_mark: row::maybe_money(row, "low_mark")?,
        restrictions: Vec::new(),
        wishes: Vec::new(),
        photo: row.get("photo")?,
        active: row.get("active")?,
    })
}

fn upsert(db: &Connection, new: &NewStudent, stamp: Stamp) -> Result<StudentId, Error> {
    let known = known(db, new)?;
    let guardian = new
        .guardian
        .as_ref()
        .map(|new| guardian(db, new))
        .transpose()?;
    put(db, known, new, guardian, stamp)
}

/// A row of a list of which it is known whom it means. A guardian of the same name or document is the
/// same one, whose phone or document the list brings up to date.
pub(super) fn take(
    db: &Connection,
    known: Option<StudentId>,
    new: &NewStudent,
    stamp: Stamp,
) -> Result<StudentId, Error> {
    let same = match (known, &new.guardian) {
        (Some(id), Some(said)) => same_guardian(db, id, said)?,
        _ => None,
    };
    let guardian = match (same, &new.guardian) {
        (Some(id), Some(said)) => {
            db.prepare_cached(
                "UPDATE guardian SET name = ?2, phone = coalesce(?3, phone),
                     document = coalesce(?4, document) WHERE id = ?1",
            )?
            .execute((id, &said.name, &said.phone, &said.document))?;
            Some(id)
        }
        (None, Some(said)) => Some(guardian(db, said)?),
        (_, None) => None,
    };
    put(db, known, new, guardian, stamp)
}

fn same_guardian(db: &Connection, id: StudentId, said: &NewGuardian) -> Result<Option<i64>, Error> {
    let mut select = db.prepare_cached(
        "SELECT g.id FROM student s JOIN guardian g ON g.id = s.guardian
         WHERE s.id = ?1 AND (g.name = ?2 OR g.document = ?3)",
    )?;
    let key = (id.0, &said.name, &said.document);
    Ok(select.query_row(key, |row| row.get(0)).optional()?)
}

fn put(
    db: &Connection,
    known: Option<StudentId>,
    new: &NewStudent,
    guardian: Option<i64>,
    stamp: Stamp,
) -> Result<StudentId, Error> {
    let id = match known {
        Some(id) => update(db, id, new, guardian)?,
        None => insert(db, new, guardian, stamp.moment.day())?,
    };
    limits::note_list(db, id, stamp)?;
    if let Some(card) = &new.card {
        super::card::listed(db, card, id, stamp)?;
    }
    for restriction in &new.restrictions {
        diet::restrict(db, id, restriction, stamp)?;
    }
    for wish in &new.wishes {
        diet::add_wish(db, id, wish, true, stamp)?;
    }
    Ok(id)
}

/// The pupil on file that the list means: by card, else by name and grade.
///
/// Two children may share name and grade, so a new card is never hung on one who has another.
fn known(db: &Connection, new: &NewStudent) -> Result<Option<StudentId>, Error> {
    let number = new.card.as_ref();
    let by_card = number.map(|number| card(db, number)).transpose()?.flatten();
    if let Some(card) = by_card {
        let erased: bool = db
            .prepare_cached("SELECT erased FROM student WHERE id = ?1")?
            .query_row([card.student.0], |row| row.get(0))?;
        // Nobody takes on the account and the history of somebody who was erased.
        return match erased {
            true => Err(people::Refused::Erased.into()),
            false => Ok(Some(card.student)),
        };
    }
    let mut select = db.prepare_cached(
        "SELECT id FROM student s WHERE name = ?1 AND grade = ?2 AND erased = 0
             AND (?3 IS NULL OR NOT EXISTS (SELECT 1 FROM card WHERE student = s.id))
         ORDER BY id LIMIT 1",
    )?;
    let key = (&new.name, &new.grade, number.map(CardNumber::as_str));
    let id = select.query_row(key, |row| row.get(0)).optional()?;
    Ok(id.map(StudentId))
}

fn update(
    db: &Connection,
    id: StudentId,
    new: &NewStudent,
    guardian: Option<i64>,
) -> Result<StudentId, Error> {
    db.prepare_cached(
        "UPDATE student SET name = ?2, grade = ?3, guardian = coalesce(?4, guardian),
             price_list = coalesce(?5, price_list), daily_limit = coalesce(?6, daily_limit),
             credit_limit = coalesce(?7, credit_limit), active = 1
         WHERE id = ?1",
    )?
    .execute((
        id.0,
        &new.name,
        &new.grade,
        guardian,
        new.price_list.map(|list| list.0),
        new.daily_limit.map(Money::amount),
        new.credit_limit.map(Money::amount),
    ))?;
    Ok(id)
}

fn insert(
    db: &Connection,
    new: &NewStudent,
    guardian: Option<i64>,
    day: BusinessDay,
) -> Result<StudentId, Error> {
    db.execute("INSERT INTO account (kind) VALUES ('student')", ())?;
    let account = AccountId(db.last_insert_rowid());
    db.prepare_cached(
        "INSERT INTO student (name, grade, guardian, account, price_list, daily_limit, credit_limit)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        &new.name,
        &new.grade,
        guardian,
        account.0,
        new.price_list.unwrap_or(GENERAL).0,
        new.daily_limit.map(Money::amount),
        new.credit_limit.unwrap_or(Money::ZERO).amount(),
    ))?;
    let id = StudentId(db.last_insert_rowid());
    if !new.balance.is_zero() {
        let (kind, at, day) = ("opening", day.number() * 86_400_000, day.number());
        let entry = Entry {
            id: Uuid::now_v7(),
            kind,
            sale: None,
            at,
            day,
            user: None,
        };
        let postings = [(account, new.balance), (account::OPENING, -new.balance)];
        account::post(db, &entry, &postings)?;
    }
    Ok(id)
}

/// By document if there is one, else by name and phone.
fn guardian(db: &Connection, new: &NewGuardian) -> Result<i64, Error> {
    let mut select = db.prepare_cached(
        "SELECT id FROM guardian WHERE (?1 IS NOT NULL AND document = ?1)
             OR (?1 IS NULL AND name = ?2 AND phone IS ?3) LIMIT 1",
    )?;
    let known: Option<i64> = select
        .query_row((&new.document, &new.name, &new.phone), |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    db.prepare_cached("INSERT INTO guardian (name, phone, document) VALUES (?1, ?2, ?3)")?
        .execute((&new.name, &new.phone, &new.document))?;
    Ok(db.last_insert_rowid())
}
