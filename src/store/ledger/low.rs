//! Accounts with little on them, and below what each is low.

use uuid::Uuid;

use super::super::{Error, Store, row};
use crate::domain::sale::At;
use crate::domain::{Money, StudentId};

/// An account with little on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Low {
    /// The first of the pupils who use it.
    pub student: StudentId,
    /// Everybody who uses it: «Sofía Benítez, Mateo Benítez».
    pub names: String,
    /// The class of the first.
    pub grade: String,
    /// What is on it; less than nothing where something is owed.
    pub balance: Money,
    /// Below this it is low.
    pub mark: Money,
    /// Who answers for them.
    pub guardian: Option<String>,
    /// Their phone.
    pub phone: Option<String>,
}

impl Store {
    /// Every account of active pupils below its threshold, the least first; `house` is the threshold of
    /// those who have none of their own.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn low(&self, house: Money) -> Result<Vec<Low>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT min(s.id) AS id, group_concat(s.name, ', ') AS names, s.grade, a.balance,
                 max(coalesce((SELECT m.amount FROM low_mark m WHERE m.student = s.id
                     ORDER BY m.seq DESC LIMIT 1), ?1)) AS mark,
                 g.name AS guardian, g.phone
             FROM student s JOIN account a ON a.id = s.account
             LEFT JOIN guardian g ON g.id = s.guardian
             WHERE s.active = 1 GROUP BY s.account HAVING a.balance < mark
             ORDER BY a.balance, names COLLATE spanish",
        )?;
        let low = select.query_map([house.amount()], |row| {
            Ok(Low {
                student: StudentId(row.get("id")?),
                names: row.get("names")?,
                grade: row.get("grade")?,
                balance: row::money(row, "balance")?,
                mark: row::money(row, "mark")?,
                guardian: row.get("guardian")?,
                phone: row.get("phone")?,
            })
        })?;
        Ok(low.collect::<Result<_, _>>()?)
    }

    /// Below this the pupil's balance is low from now on; `None` for the house's threshold.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn set_low_mark(
        &mut self,
        student: StudentId,
        mark: Option<Money>,
        at: At,
    ) -> Result<(), Error> {
        self.transact(|db| {
            super::holder(db, student)?;
            db.prepare_cached(
                "INSERT INTO low_mark (id, student, amount, at, day, user)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((
                Uuid::now_v7().as_bytes(),
                student.0,
                mark.map(Money::amount),
                at.moment.at.0,
                at.moment.day().number(),
                at.user.0,
            ))?;
            Ok(())
        })
    }
}
