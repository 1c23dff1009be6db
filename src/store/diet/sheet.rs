//! The sheet for a family: what their child bought, and what was refused.

use super::alert::{self, PastAlert};
use super::pupil;
use crate::domain::diet::{Restriction, Wish};
use crate::domain::{BusinessDay, Money, Quantity, StudentId};
use crate::store::{Error, Reader, row};

/// One thing that was bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine {
    /// When, in UTC milliseconds.
    pub at: i64,
    /// On which day.
    pub day: BusinessDay,
    /// What.
    pub name: String,
    /// How much of it, less what went back.
    pub quantity: Quantity,
    /// What was paid for it.
    pub paid: Money,
    /// Whether the sale was undone, or all of this went back.
    pub voided: bool,
}

/// The sheet of one pupil between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Who.
    pub name: String,
    /// Their class.
    pub grade: String,
    /// The first day.
    pub from: BusinessDay,
    /// The last day.
    pub to: BusinessDay,
    /// What they must not eat now.
    pub restrictions: Vec<Restriction>,
    /// Diets they keep now.
    pub wishes: Vec<Wish>,
    /// What was bought, oldest first.
    pub bought: Vec<SheetLine>,
    /// What was warned of or refused, oldest first.
    pub alerts: Vec<PastAlert>,
}

impl Reader {
    /// The sheet of one pupil between two days.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown pupil.
    pub fn sheet(
        &self,
        student: StudentId,
        from: BusinessDay,
        to: BusinessDay,
    ) -> Result<Sheet, Error> {
        let db = self.db.unchecked_transaction()?;
        let who = db.query_row(
            "SELECT name, grade FROM student WHERE id = ?1",
            [student.0],
            |row| Ok((row.get(0)?, row.get(1)?)),
        );
        let (name, grade) = match who {
            Err(rusqlite::Error::QueryReturnedNoRows) => {
                return Err(Error::NotFound(format!("pupil {}", student.0)));
            }
            who => who?,
        };
        Ok(Sheet {
            name,
            grade,
            from,
            to,
            restrictions: pupil::restrictions(&db, student, i64::MAX)?,
            wishes: pupil::wishes(&db, student, i64::MAX)?,
            bought: bought(&db, student, from, to)?,
            alerts: alert::of_pupil(&db, student, from, to)?,
        })
    }
}

fn bought(
    db: &rusqlite::Connection,
    student: StudentId,
    from: BusinessDay,
    to: BusinessDay,
) -> Result<Vec<SheetLine>, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.at, s.day, l.name, l.quantity + coalesce(sum(b.quantity), 0) AS kept,
             l.paid + coalesce(sum(b.paid), 0) AS paid, l.quantity, l.paid AS sold_for,
             EXISTS (SELECT 1 FROM sale v WHERE v.reverses = s.seq AND v.kind = 1) AS voided
         FROM sale s JOIN sale_line l ON l.sale = s.seq
         LEFT JOIN sale r ON r.reverses = s.seq AND r.kind = 2
         LEFT JOIN sale_line b ON b.sale = r.seq AND b.of_line = l.line
         WHERE s.student = ?1 AND s.kind = 0 AND s.day BETWEEN ?2 AND ?3
         GROUP BY s.seq, l.line ORDER BY s.seq, l.line",
    )?;
    let mut rows = select.query((student.0, from.number(), to.number()))?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        // What went back whole is shown as it was sold, and as undone.
        let kept = row::quantity(row, "kept")?;
        let all_back = kept <= Quantity::ZERO;
        lines.push(SheetLine {
            at: row.get("at")?,
            day: row::day(row.get("day")?)?,
            name: row.get("name")?,
            quantity: match all_back {
                true => row::quantity(row, "quantity")?,
                false => kept,
            },
            paid: match all_back {
                true => row::money(row, "sold_for")?,
                false => row::money(row, "paid")?,
            },
            voided: row.get::<_, bool>("voided")? || all_back,
        });
    }
    Ok(lines)
}
