//! Looking back: every past sale to a pupil with restrictions is judged again, by what was known on
//! its day and by what is known today.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::known::Filing;
use super::labels::Labels;
use super::{pupil, rules};
use crate::domain::detect::{self, Detector};
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

impl Harm {
    /// The word for it in the store and in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::RefusedThen => "refused_then",
            Self::Unanswered => "unanswered",
            Self::KnownToday => "known_today",
        }
    }
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
        self.transact(|db| {
            db.execute(
                "INSERT INTO looked_at (id, sale, product, harm, note, at, day, user)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
                (
                    Uuid::now_v7().as_bytes(),
                    met.sale,
                    met.product.0,
                    met.harm.code(),
                    note,
                    stamp.moment.at.0,
                    stamp.moment.day().number(),
                    user.0,
                ),
            )?;
            Ok(())
        })
    }
}

impl Reader {
    /// Judges every past sale to a pupil with restrictions again.
    ///
    /// Sales are read one after the other: what is kept meanwhile grows with products, pupils and what was
    /// found, not with sales.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn look_back(&self) -> Result<LookBack, Error> {
        let db = self.db.unchecked_transaction()?;
        let mut then = Then::open(&db, self)?;
        let mut found = LookBack::default();
        let mut pupils = HashSet::new();
        let mut select = db.prepare(LINES)?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            let line = Line::of(row)?;
            let held = then.held(line.student, line.at)?;
            if held.needs().is_empty() {
                continue;
            }
            found.lines += 1;
            pupils.insert(line.student);
            if let Some((harm, reasons)) = then.judge(&line, held.needs())? {
                found.met.push(Met {
                    sale: line.sale,
                    number: line.number,
                    day: line.day,
                    student: row.get("student_name")?,
                    product: line.product,
                    name: row.get("name")?,
                    harm,
                    reasons,
                    looked_at: line.looked_at.split(',').any(|code| code == harm.code()),
                });
            }
        }
        found.pupils = pupils.len();
        Ok(found)
    }
}

/// Lines that were sold to a pupil who has, or had, something to look out for.
const LINES: &str = "
    SELECT s.seq, s.number, s.at, s.day, s.student, p.name AS student_name, l.product, l.name,
        EXISTS (SELECT 1 FROM decision d WHERE d.sale = s.seq AND d.product = l.product) AS answered,
        coalesce((SELECT group_concat(harm) FROM looked_at k
            WHERE k.sale = s.seq AND k.product = l.product), '') AS looked_at
    FROM sale s JOIN sale_line l ON l.sale = s.seq JOIN student p ON p.id = s.student
    WHERE s.kind = 0 AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.reverses = s.seq AND v.kind = 1)
        AND s.student IN (SELECT student FROM restricted UNION SELECT student FROM wished)
    ORDER BY s.seq, l.line";

/// When anything was noted that what is known of a product, or of what it was ever made of, rests on; and
/// when labels began to be read by other words.
const CHANGES: &str = "
    WITH RECURSIVE its (product) AS (SELECT ?1 UNION
        SELECT p.part FROM its JOIN recipe r ON r.product = its.product
        JOIN recipe_part p ON p.recipe = r.seq)
    SELECT at FROM product_text WHERE product IN its UNION SELECT at FROM declared WHERE product IN its
    UNION SELECT at FROM suited WHERE product IN its UNION SELECT at FROM recipe WHERE product IN its
    UNION SELECT at FROM rulebook WHERE kind = 'words' ORDER BY 1";

struct Line {
    sale: i64,
    number: i64,
    at: i64,
    day: BusinessDay,
    student: StudentId,
    product: ProductId,
    answered: bool,
    /// The harms that somebody has answered for, by their codes.
    looked_at: String,
}

impl Line {
    fn of(row: &Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            sale: row.get("seq")?,
            number: row.get("number")?,
            at: row.get("at")?,
            day: row::day(row.get("day")?)?,
            student: StudentId(row.get("student")?),
            product: ProductId(row.get("product")?),
            answered: row.get("answered")?,
            looked_at: row.get("looked_at")?,
        })
    }
}

/// What a pupil had to look out for.
#[derive(Default)]
struct Held {
    restrictions: Vec<Restriction>,
    wishes: Vec<Wish>,
}

impl Held {
    fn needs(&self) -> Needs<'_> {
        Needs {
            restrictions: &self.restrictions,
            wishes: &self.wishes,
        }
    }
}

/// Something that facts change, as it was in the stretch between two of them that was asked for last.
struct Stretch<T> {
    changes: Vec<i64>,
    at: Option<usize>,
    then: Arc<T>,
}

impl<T: Default> Stretch<T> {
    fn of(changes: Vec<i64>) -> Self {
        Self {
            changes,
            at: None,
            then: Arc::default(),
        }
    }

    /// As it was at an instant; read anew where another stretch begins.
    fn at(
        &mut self,
        at: i64,
        read: impl FnOnce() -> Result<Arc<T>, Error>,
    ) -> Result<Arc<T>, Error> {
        let stretch = self.changes.partition_point(|change| *change <= at);
        if self.at != Some(stretch) {
            self.then = read()?;
            self.at = Some(stretch);
        }
        Ok(Arc::clone(&self.then))
    }
}

/// What read labels at any time: the till's own words, and the canteen's as they were then.
struct Words {
    /// From when, and which.
    versions: Vec<(i64, Option<detect::Words>)>,
    today: Arc<Labels>,
    /// Those asked for last.
    then: Option<(usize, Arc<Labels>)>,
}

impl Words {
    fn of(db: &Connection, today: &Arc<Labels>) -> Result<Self, Error> {
        Ok(Self {
            versions: rules::words(db)?,
            today: Arc::clone(today),
            then: None,
        })
    }

    fn at(&mut self, at: i64) -> Arc<Labels> {
        let version = self.versions.partition_point(|(from, _)| *from <= at);
        if version == self.versions.len() {
            return Arc::clone(&self.today);
        }
        match &self.then {
            Some((then, labels)) if *then == version => Arc::clone(labels),
            _ => {
                let own = version.checked_sub(1);
                let own = own.and_then(|before| self.versions[before].1.as_ref());
                let detector = own.map_or_else(|| Detector::standard().clone(), Detector::with);
                let labels = Arc::new(Labels::new(Arc::new(detector)));
                self.then = Some((version, Arc::clone(&labels)));
                labels
            }
        }
    }
}

/// What was known and in force at any time.
struct Then<'a> {
    db: &'a Connection,
    words: Words,
    policies: Vec<rules::Rulebook>,
    pupils: HashMap<StudentId, Stretch<Held>>,
    products: HashMap<ProductId, Stretch<Known>>,
    today: HashMap<ProductId, Arc<Known>>,
}

impl<'a> Then<'a> {
    fn open(db: &'a Connection, reader: &'a Reader) -> Result<Self, Error> {
        let mut changes: HashMap<StudentId, Vec<i64>> = HashMap::new();
        let mut select = db.prepare(
            "SELECT student, at FROM restricted UNION SELECT student, at FROM wished ORDER BY 2",
        )?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            let of = changes.entry(StudentId(row.get(0)?)).or_default();
            of.push(row.get(1)?);
        }
        let pupils = changes.into_iter();
        Ok(Self {
            db,
            words: Words::of(db, &reader.labels)?,
            policies: rules::policies(db)?,
            pupils: pupils
                .map(|(student, changes)| (student, Stretch::of(changes)))
                .collect(),
            products: HashMap::new(),
            today: HashMap::new(),
        })
    }

    fn held(&mut self, student: StudentId, at: i64) -> Result<Arc<Held>, Error> {
        let db = self.db;
        let Some(pupil) = self.pupils.get_mut(&student) else {
            return Ok(Arc::default());
        };
        pupil.at(at, || {
            Ok(Arc::new(Held {
                restrictions: pupil::restrictions(db, student, at)?,
                wishes: pupil::wishes(db, student, at)?,
            }))
        })
    }

    fn judge(
        &mut self,
        line: &Line,
        needs: Needs<'_>,
    ) -> Result<Option<(Harm, Vec<Reason>)>, Error> {
        let policy = self.policy(line.at);
        let known = self.known(line.product, line.at)?;
        let unanswered = match judge(&known, needs, &policy, line.day) {
            Verdict::Refuse(reasons) => return Ok(Some((Harm::RefusedThen, reasons))),
            Verdict::Ask(reasons) if !line.answered => Some((Harm::Unanswered, reasons)),
            Verdict::Ask(_) | Verdict::Allow => None,
        };
        let today = self.today(line.product)?;
        let refused = match judge(&today, needs, &policy, line.day) {
            Verdict::Refuse(reasons) => reasons,
            Verdict::Ask(_) | Verdict::Allow => Vec::new(),
        };
        let harmful: Vec<Reason> = refused.into_iter().filter(is_in_it).collect();
        // What is known to be in it weighs more than that nobody was asked.
        let known_today = (!harmful.is_empty()).then_some((Harm::KnownToday, harmful));
        Ok(known_today.or(unanswered))
    }

    fn today(&mut self, product: ProductId) -> Result<Arc<Known>, Error> {
        if let Some(known) = self.today.get(&product) {
            return Ok(Arc::clone(known));
        }
        let known = self.words.today.known(self.db, product)?;
        self.today.insert(product, Arc::clone(&known));
        Ok(known)
    }

    fn policy(&self, at: i64) -> Policy {
        let in_force = self.policies.iter().rev().find(|of| of.at <= at);
        in_force.map(|of| of.policy.clone()).unwrap_or_default()
    }

    fn known(&mut self, product: ProductId, at: i64) -> Result<Arc<Known>, Error> {
        let (db, words) = (self.db, &mut self.words);
        let of = match self.products.entry(product) {
            Entry::Occupied(of) => of.into_mut(),
            Entry::Vacant(new) => {
                let mut select = db.prepare_cached(CHANGES)?;
                let changes = select.query_map([product.0], |row| row.get(0))?;
                new.insert(Stretch::of(changes.collect::<Result<_, _>>()?))
            }
        };
        of.at(at, || {
            let labels = words.at(at);
            Ok(Filing::of_one(db, &labels, product, at)?.known(product))
        })
    }
}

/// What was edited since, or never read, is no news of harm; what is in it, is.
fn is_in_it(reason: &Reason) -> bool {
    match &reason.against {
        Against::Allergy(_, knowledge) => knowledge.state >= Declared::MayContain,
        Against::Diet(..) => false,
    }
}
