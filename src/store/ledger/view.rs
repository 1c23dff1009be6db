//! An account as the screen shows it: who uses it, their family and cards, what was booked last.

use rusqlite::{Connection, OptionalExtension};

use super::super::card::{CardsOf, cards_of};
use super::super::{Error, Store, lunch, row, student};
use super::statement::{Statement, statement};
use crate::domain::lunch::leaving::Leaving;
use crate::domain::student::Customer;
use crate::domain::{AccountId, BusinessDay, Money, StudentId};

/// Somebody of the same family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub student: StudentId,
    /// Their name.
    pub name: String,
    /// Their class.
    pub grade: String,
    /// What is on their account.
    pub balance: Money,
    /// Whether they use the same account as the pupil that was asked for.
    pub shares: bool,
}

/// A pupil's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The pupil, and how the account stands.
    pub customer: Customer,
    /// The pupil's own threshold; `None` where the house's holds.
    pub own_mark: Option<Money>,
    /// Siblings, and whoever else uses the account.
    pub family: Vec<Member>,
    /// Their cards.
    pub cards: CardsOf,
    /// How lunches would stand if they left today.
    pub lunches: Leaving,
    /// What was booked last.
    pub last: Statement,
}

/// So many of the last lines are shown with the account.
const LAST_LINES: usize = 12;

impl Store {
    /// A pupil's account with all that is shown of it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn account(&self, student: StudentId, day: BusinessDay) -> Result<Account, Error> {
        let db = &self.db;
        // Whoever left has an account still: what is on it is paid out here.
        let customer = student::anybody(db, student, day)?;
        let ever = BusinessDay::from_number(0).unwrap_or(day);
        // A clock that was set back hides nothing: what is dated later is shown too.
        let end = BusinessDay::from_number(1_000_000).unwrap_or(day);
        Ok(Account {
            own_mark: customer.student.low_mark,
            family: family(db, &customer)?,
            cards: cards_of(db, student)?,
            lunches: lunch::leaver(db, student, day)?,
            last: statement(db, student, (ever, end), 0, LAST_LINES)?,
            customer,
        })
    }
}

fn family(db: &Connection, customer: &Customer) -> Result<Vec<Member>, Error> {
    let of = &customer.student;
    let mut select = db.prepare_cached(
        "SELECT s.id, s.name, s.grade, a.balance, s.account = ?2 AS shares
         FROM student s JOIN account a ON a.id = s.account
         WHERE s.active = 1 AND s.id <> ?1 AND (s.account = ?2 OR s.guardian = ?3)
         ORDER BY s.name COLLATE spanish",
    )?;
    let guardian = of.guardian.as_ref().map(|guardian| guardian.id.0);
    let members = select.query_map((of.id.0, of.account.0, guardian), |row| {
        Ok(Member {
            student: StudentId(row.get("id")?),
            name: row.get("name")?,
            grade: row.get("grade")?,
            balance: row::money(row, "balance")?,
            shares: row.get("shares")?,
        })
    })?;
    Ok(members.collect::<Result<_, _>>()?)
}

/// The name and the phone of a grown-up.
type Guardian = (String, Option<String>);

/// Who uses an account, and who answers for the pupil that was asked for.
pub(super) fn holders(
    db: &Connection,
    account: AccountId,
    student: StudentId,
) -> Result<(Vec<String>, Option<Guardian>), Error> {
    let mut select = db.prepare_cached(
        "SELECT name, grade FROM student WHERE account = ?1 AND (active = 1 OR id = ?2)
         ORDER BY id <> ?2, name COLLATE spanish",
    )?;
    let names = select.query_map((account.0, student.0), |row| {
        let (name, grade): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(if grade.is_empty() {
            name
        } else {
            format!("{name}, {grade}")
        })
    })?;
    let names = names.collect::<Result<_, _>>()?;
    let mut select = db.prepare_cached(
        "SELECT g.name, g.phone FROM student s JOIN guardian g ON g.id = s.guardian WHERE s.id = ?1",
    )?;
    let guardian = select.query_row([student.0], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok((names, guardian.optional()?))
}
