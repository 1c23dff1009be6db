//! Looking back: every past sale to a pupil with restrictions is judged again, by what was known on
//! its day and by what is known today.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rusqlite::Connection;
use uuid::Uuid;

use super::known::Filing;
use super::{pupil, rules};
use crate::domain::diet::{
    Against, Declared, Known, Needs, Policy, Reason, Restriction, Verdict, Wish, judge,
};
use crate::domain::{BusinessDay, ProductId, StudentId, UserId};
use crate::store::{Error, Reader, Stamp, Store, row};

/// In which way a sale should not have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Harm {
    /// By what was known on that day it was to be refused.
    RefusedThen,
    /// By what was known on that day somebody had to answer, and nobody did.
    Unanswered,
    /// By what is known today it holds what the pupil must not eat.
    KnownToday,
}

/// A past sale that should not have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// The sale's row.
    pub sale: i64,
    /// The ticket's number.
    pub number: i64,
    /// When.
    pub day: BusinessDay,
    /// To whom.
    pub student: String,
    /// What.
    pub product: ProductId,
    /// Its name on the ticket.
    pub name: String,
    /// In which way.
    pub harm: Harm,
    /// Why, strictest first.
    pub reasons: Vec<Reason>,
    /// Whether somebody has answered for it since.
    pub looked_at: bool,
}

/// What the look back found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LookBack {
    /// Lines that were judged again.
    pub lines: usize,
    /// Pupils whose purchases they were.
    pub pupils: usize,
    /// What should not have been.
    pub met: Vec<Met>,
}

impl LookBack {
    /// Those for which nobody has answered.
    pub fn open(&self) -> impl Iterator<Item = &Met> {
        self.met.iter().filter(|met| !met.looked_at)
    }
}

impl Store {
    /// Notes that somebody has answered for a sale that the look back found.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn look_at(
        &mut self,
        met: &Met,
        note: &str,
        user: UserId,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.db.execute(
            "INSERT INTO looked_at (id, sale, product, note, at, day, user)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING",
            (
                Uuid::now_v7().as_bytes(),
                met.sale,
                met.product.0,
                note,
                stamp.moment.at.0,
                stamp.moment.day().number(),
                user.0,
            ),
        )?;
        Ok(())
    }
}

impl Reader {
    /// Judges every past sale to a pupil with restrictions again.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn look_back(&self) -> Result<LookBack, Error> {
        let db = self.db.unchecked_transaction()?;
        let mut then = Then::open(&db, self)?;
        let (answered, looked_at) = (pairs(&db, ANSWERED)?, pairs(&db, LOOKED_AT)?);
        let mut found = LookBack::default();
        let mut pupils = HashSet::new();
        for line in lines(&db)? {
            let needs = then.needs(&db, line.student, line.at)?;
            if needs.restrictions.is_empty() && needs.wishes.is_empty() {
                continue;
            }
            found.lines += 1;
            pupils.insert(line.student);
            let key = (line.sale, line.product.0);
            if let Some((harm, reasons)) =
                then.judge(&db, &line, &needs, answered.contains(&key))?
            {
                found.met.push(Met {
                    sale: line.sale,
                    number: line.number,
                    day: line.day,
                    student: line.student_name,
                    product: line.product,
                    name: line.name,
                    harm,
                    reasons,
                    looked_at: looked_at.contains(&key),
                });
            }
        }
        found.pupils = pupils.len();
        Ok(found)
    }
}

const ANSWERED: &str = "SELECT sale, product FROM decision";
const LOOKED_AT: &str = "SELECT sale, product FROM looked_at";

fn pairs(db: &Connection, sql: &'static str) -> Result<HashSet<(i64, i64)>, Error> {
    let mut select = db.prepare(sql)?;
    let rows = select.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A line that was sold to a pupil who has, or had, something to look out for.
struct Line {
    sale: i64,
    number: i64,
    at: i64,
    day: BusinessDay,
    student: StudentId,
    student_name: String,
    product: ProductId,
    name: String,
}

fn lines(db: &Connection) -> Result<Vec<Line>, Error> {
    let mut select = db.prepare(
        "SELECT s.seq, s.number, s.at, s.day, s.student, p.name AS student_name, l.product, l.name
         FROM sale s JOIN sale_line l ON l.sale = s.seq JOIN student p ON p.id = s.student
         WHERE s.kind = 0 AND s.student IN
             (SELECT student FROM restricted UNION SELECT student FROM wished)
         ORDER BY s.seq, l.line",
    )?;
    let mut rows = select.query(())?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push(Line {
            sale: row.get("seq")?,
            number: row.get("number")?,
            at: row.get("at")?,
            day: row::day(row.get("day")?)?,
            student: StudentId(row.get("student")?),
            student_name: row.get("student_name")?,
            product: ProductId(row.get("product")?),
            name: row.get("name")?,
        });
    }
    Ok(lines)
}

/// What a pupil had to look out for.
struct Held {
    restrictions: Vec<Restriction>,
    wishes: Vec<Wish>,
}

/// What was known and in force at any time; worked out once for each stretch between two facts.
struct Then<'a> {
    reader: &'a Reader,
    /// When facts about products were noted, in order.
    changes: Vec<i64>,
    filings: HashMap<usize, Filing>,
    today: Filing,
    policies: Vec<rules::Rulebook>,
    pupil_changes: HashMap<StudentId, Vec<i64>>,
    needs: HashMap<(StudentId, usize), Arc<Held>>,
}

impl<'a> Then<'a> {
    fn open(db: &Connection, reader: &'a Reader) -> Result<Self, Error> {
        let mut pupil_changes: HashMap<StudentId, Vec<i64>> = HashMap::new();
        let mut select = db.prepare(
            "SELECT student, at FROM restricted UNION SELECT student, at FROM wished ORDER BY 2",
        )?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            let changes = pupil_changes.entry(StudentId(row.get(0)?)).or_default();
            changes.push(row.get(1)?);
        }
        let mut select = db.prepare(
            "SELECT at FROM product_text UNION SELECT at FROM declared UNION SELECT at FROM suited
             UNION SELECT at FROM recipe ORDER BY 1",
        )?;
        let changes = select.query_map((), |row| row.get(0))?;
        Ok(Self {
            changes: changes.collect::<Result<_, _>>()?,
            filings: HashMap::new(),
            today: Filing::of_all(db, &reader.labels, i64::MAX)?,
            policies: rules::policies(db)?,
            pupil_changes,
            needs: HashMap::new(),
            reader,
        })
    }

    fn needs(&mut self, db: &Connection, student: StudentId, at: i64) -> Result<Arc<Held>, Error> {
        let changes = self.pupil_changes.get(&student);
        let stretch = changes.map_or(0, |changes| changes.partition_point(|change| *change <= at));
        if let Some(held) = self.needs.get(&(student, stretch)) {
            return Ok(Arc::clone(held));
        }
        let held = Arc::new(Held {
            restrictions: pupil::restrictions(db, student, at)?,
            wishes: pupil::wishes(db, student, at)?,
        });
        self.needs.insert((student, stretch), Arc::clone(&held));
        Ok(held)
    }

    fn judge(
        &mut self,
        db: &Connection,
        line: &Line,
        held: &Held,
        answered: bool,
    ) -> Result<Option<(Harm, Vec<Reason>)>, Error> {
        let needs = Needs {
            restrictions: &held.restrictions,
            wishes: &held.wishes,
        };
        let policy = self.policy(line.at);
        let known = self.known(db, line.product, line.at)?;
        match judge(&known, needs, &policy, line.day) {
            Verdict::Refuse(reasons) => return Ok(Some((Harm::RefusedThen, reasons))),
            Verdict::Ask(reasons) if !answered => return Ok(Some((Harm::Unanswered, reasons))),
            Verdict::Ask(_) | Verdict::Allow => {}
        }
        let today = self.today.known(line.product);
        let refused = match judge(&today, needs, &policy, line.day) {
            Verdict::Refuse(reasons) => reasons,
            Verdict::Ask(_) | Verdict::Allow => return Ok(None),
        };
        let harmful: Vec<Reason> = refused.into_iter().filter(is_in_it).collect();
        Ok((!harmful.is_empty()).then_some((Harm::KnownToday, harmful)))
    }

    fn policy(&self, at: i64) -> Policy {
        let in_force = self.policies.iter().rev().find(|of| of.at <= at);
        in_force.map(|of| of.policy.clone()).unwrap_or_default()
    }

    fn known(&mut self, db: &Connection, product: ProductId, at: i64) -> Result<Arc<Known>, Error> {
        let stretch = self.changes.partition_point(|change| *change <= at);
        if stretch == self.changes.len() {
            return Ok(self.today.known(product));
        }
        if !self.filings.contains_key(&stretch) {
            let filing = Filing::of_all(db, &self.reader.labels, at)?;
            self.filings.insert(stretch, filing);
        }
        let filing = self.filings.get_mut(&stretch);
        Ok(filing
            .map(|filing| filing.known(product))
            .unwrap_or_default())
    }
}

/// What was edited since, or never read, is no news of harm; what is in it, is.
fn is_in_it(reason: &Reason) -> bool {
    match &reason.against {
        Against::Allergy(_, knowledge) => knowledge.state >= Declared::MayContain,
        Against::Diet(..) => false,
    }
}
