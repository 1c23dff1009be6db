//! The end of the school year: a whole school goes up one grade, and the last grade leaves.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{set_active, works};
use crate::domain::people::{Becomes, Grade, Refused, Step};
use crate::domain::{Money, StudentId};
use crate::store::{Error, Reader, Stamp, Store, card, row, user};

/// What would become of a pupil, or became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub student: StudentId,
    /// Their name.
    pub name: String,
    /// Grade and section before.
    pub from: String,
    /// After; `None` for who leaves.
    pub to: Option<String>,
    /// What is on their account.
    pub balance: Money,
}

/// What a promotion did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promoted {
    /// Its number.
    pub number: i64,
    /// So many went on to another grade.
    pub moved: usize,
    /// So many left.
    pub left: usize,
}

/// The last promotion, as long as it was not undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastPromotion {
    /// Its number.
    pub number: i64,
    /// Its day, as a number.
    pub day: crate::domain::BusinessDay,
    /// So many went on.
    pub moved: i64,
    /// So many left.
    pub left: i64,
}

/// The grades of the school with how many are in each, and the last promotion that holds.
pub type Grades = (Vec<(String, usize)>, Option<LastPromotion>);

/// Somebody who left, with what is on their account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaver {
    /// Who.
    pub student: StudentId,
    /// Their name.
    pub name: String,
    /// Grade and section.
    pub grade: String,
    /// Who pays for them.
    pub guardian: Option<String>,
    /// The guardian's phone.
    pub phone: Option<String>,
    /// To be paid out, or owed where it is below zero.
    pub balance: Money,
    /// Whether somebody who is still here uses the same account: then it is theirs.
    pub shared: bool,
}

impl Reader {
    /// Everybody who left and whose account is not empty, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn leavers(&self) -> Result<Vec<Leaver>, Error> {
        let mut select = self.db.prepare(
            "SELECT s.id, s.name, s.grade, a.balance, g.name AS guardian, g.phone,
                 EXISTS (SELECT 1 FROM student o WHERE o.account = s.account AND o.active = 1) AS shared
             FROM student s JOIN account a ON a.id = s.account LEFT JOIN guardian g ON g.id = s.guardian
             WHERE s.active = 0 AND a.balance <> 0 ORDER BY s.name COLLATE spanish, s.id",
        )?;
        let rows = select.query_map((), |row| {
            Ok(Leaver {
                student: StudentId(row.get("id")?),
                name: row.get("name")?,
                grade: row.get("grade")?,
                guardian: row.get("guardian")?,
                phone: row.get("phone")?,
                balance: row::money(row, "balance")?,
                shared: row.get("shared")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Store {
    /// The grades of those who are here, without their sections, in the order of their numbers.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn grades(&self) -> Result<Vec<(String, usize)>, Error> {
        let mut found: Vec<(String, usize)> = Vec::new();
        for (_, _, grade) in self.roll()? {
            let grade = Grade::of(&grade).grade;
            match found.iter_mut().find(|(of, _)| *of == grade) {
                Some((_, count)) => *count += 1,
                None => found.push((grade, 1)),
            }
        }
        let number = |grade: &str| {
            let digits: String = grade.chars().take_while(char::is_ascii_digit).collect();
            digits.parse::<u32>().ok()
        };
        found.sort_by(|(one, _), (other, _)| {
            let kind = |grade: &str| grade.to_lowercase().contains("curso");
            (kind(one), number(one), one).cmp(&(kind(other), number(other), other))
        });
        Ok(found)
    }

    /// Who would go where. Nothing is written.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plan_promotion(&self, steps: &[Step]) -> Result<Vec<Move>, Error> {
        moves(&self.db, steps)
    }

    /// Promotes a whole school in one transaction. `expected` is what was shown: a school that changed since
    /// is not promoted by what somebody saw before.
    ///
    /// # Errors
    /// [`Error::People`]; nothing is written.
    pub fn promote(
        &mut self,
        steps: &[Step],
        expected: &[(StudentId, Option<String>)],
        stamp: Stamp,
    ) -> Result<Promoted, Error> {
        self.transact(|db| {
            let moves = moves(db, steps)?;
            let same = moves.len() == expected.len()
                && moves
                    .iter()
                    .zip(expected)
                    .all(|(of, (student, to))| of.student == *student && of.to == *to);
            if !same {
                return Err(Refused::Changed.into());
            }
            if moves.is_empty() {
                return Err(Refused::NobodyMoved.into());
            }
            let left = moves.iter().filter(|of| of.to.is_none()).count();
            let moved = moves.len() - left;
            let number = enter(db, moved, left, stamp)?;
            let mut line = db.prepare_cached(
                "INSERT INTO promotion_line (promotion, student, from_grade, to_grade)
                 VALUES (?1, ?2, ?3, ?4)",
            )?;
            for of in &moves {
                line.execute((number, of.student.0, &of.from, &of.to))?;
                match &of.to {
                    Some(to) => set_grade(db, of.student, to)?,
                    None => set_active(db, of.student, false)?,
                }
            }
            let (subject, detail) = (number.to_string(), format!("{moved} · {left}"));
            let (at, by) = (stamp.moment, stamp.by);
            user::audit(db, at, by, "year_promoted", Some(&subject), Some(&detail))?;
            Ok(Promoted {
                number,
                moved,
                left,
            })
        })
    }

    /// The last promotion that was not undone.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_promotion(&self) -> Result<Option<LastPromotion>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT seq, day, moved, leavers FROM promotion p
             WHERE NOT EXISTS (SELECT 1 FROM promotion_undone u WHERE u.promotion = p.seq)
             ORDER BY seq DESC LIMIT 1",
        )?;
        let found = select.query_row((), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        });
        let Some((number, day, moved, left)) = found.optional()? else {
            return Ok(None);
        };
        Ok(Some(LastPromotion {
            number,
            day: row::day(day)?,
            moved,
            left,
        }))
    }

    /// Takes a promotion back on its day: everybody is in the grade they came from, and who left is here
    /// again. Whoever was changed in between stays as they are.
    ///
    /// # Errors
    /// [`Error::People`] on another day, or where it was undone before; nothing is written.
    pub fn undo_promotion(&mut self, number: i64, stamp: Stamp) -> Result<usize, Error> {
        let last = self.last_promotion()?;
        let today = stamp.moment.day();
        if last.is_none_or(|last| last.number != number || last.day != today) {
            return Err(Refused::CannotUndo.into());
        }
        self.transact(|db| {
            let back = db
                .prepare_cached(
                    "UPDATE student SET grade = l.from_grade, active = 1 FROM promotion_line l
                     WHERE l.promotion = ?1 AND student.id = l.student AND student.erased = 0
                         AND ((l.to_grade IS NULL AND student.active = 0)
                             OR (student.active = 1 AND student.grade = l.to_grade))",
                )?
                .execute([number])?;
            db.prepare_cached(
                "INSERT INTO promotion_undone (id, promotion, at, day, user) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((
                Uuid::now_v7().as_bytes(),
                number,
                stamp.moment.at.0,
                today.number(),
                stamp.by.map(|user| user.0),
            ))?;
            let (subject, detail) = (number.to_string(), back.to_string());
            let (at, by) = (stamp.moment, stamp.by);
            user::audit(db, at, by, "year_undone", Some(&subject), Some(&detail))?;
            Ok(back)
        })
    }
}

fn enter(db: &Connection, moved: usize, left: usize, stamp: Stamp) -> Result<i64, Error> {
    let count = |of: usize| i64::try_from(of).unwrap_or(i64::MAX);
    db.prepare_cached(
        "INSERT INTO promotion (id, moved, leavers, at, day, user) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        Uuid::now_v7().as_bytes(),
        count(moved),
        count(left),
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|user| user.0),
    ))?;
    Ok(db.last_insert_rowid())
}

fn set_grade(db: &Connection, student: StudentId, grade: &str) -> Result<(), Error> {
    db.prepare_cached("UPDATE student SET grade = ?2 WHERE id = ?1")?
        .execute((student.0, grade))?;
    Ok(())
}

/// Everybody who goes on or leaves, by grade and name.
fn moves(db: &Connection, steps: &[Step]) -> Result<Vec<Move>, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.id, s.name, s.grade, a.balance FROM student s JOIN account a ON a.id = s.account
         WHERE s.active = 1 AND s.erased = 0 ORDER BY s.grade, s.name COLLATE spanish, s.id",
    )?;
    let mut rows = select.query(())?;
    let mut moves = Vec::new();
    while let Some(row) = rows.next()? {
        let from: String = row.get("grade")?;
        let Grade { grade, section } = Grade::of(&from);
        let step = steps.iter().find(|step| step.from == grade);
        let to = match step.map(|step| &step.to) {
            None | Some(Becomes::Stays) => continue,
            Some(Becomes::Leaves) => None,
            Some(Becomes::Goes(grade)) => {
                let grade = grade.trim().to_owned();
                Some(Grade { grade, section }.whole())
            }
        };
        if to.as_ref() == Some(&from) {
            continue;
        }
        moves.push(Move {
            student: StudentId(row.get("id")?),
            name: row.get("name")?,
            from,
            to,
            balance: row::money(row, "balance")?,
        });
    }
    Ok(moves)
}

/// Blocks every card of somebody that still works; says how many.
pub(super) fn block_cards(
    db: &Connection,
    student: StudentId,
    stamp: Stamp,
) -> Result<usize, Error> {
    let cards = card::cards_of(db, student)?.cards;
    let working: Vec<_> = cards.into_iter().filter(works).collect();
    for of in &working {
        card::take_out(db, of, stamp)?;
    }
    Ok(working.len())
}
