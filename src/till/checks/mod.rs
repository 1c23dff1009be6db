//! The self-check in four parts: data, rules, sales tried on a copy, and what was sold before.
//!
//! All of it reads on a connection and a thread of its own; nobody who sells waits for it.

mod said;
mod trial;

use std::path::Path;
use std::sync::{Arc, PoisonError};

pub use said::{Line, met};
pub use trial::{Failure, Tried};

use super::{Reply, Till};
use crate::domain::diet::coverage::Coverage;
use crate::domain::selfcheck::{Cases, Wrong};
use crate::domain::{BusinessDay, Moment};
use crate::store::diet::LookBack;
use crate::store::{self, LastCheck, Looked, Reader, SelfCheck, Stamp};

/// How far back «what is sold» looks, in days.
const MONTH: i64 = 30;
/// How many products are named that should be declared first.
const NAMED: usize = 5;
/// How many parts there are.
pub const PARTS: u8 = 4;

/// What is on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Data {
    /// Whether the books hold.
    pub books: SelfCheck,
    /// Pupils with a restriction that holds today.
    pub pupils: i64,
    /// How much of what was sold in the last month is declared.
    pub coverage: Coverage,
    /// The names of what to declare first.
    pub declare_first: Vec<String>,
}

/// What came of the known cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// How many there are.
    pub cases: usize,
    /// Those that are answered wrongly.
    pub wrong: Vec<Wrong>,
}

/// What was found; a part that could not be looked at says why.
#[derive(Debug, Clone)]
pub struct Report {
    /// When it was begun.
    pub at: Moment,
    /// [1/4]
    pub data: Result<Data, store::Error>,
    /// [2/4]
    pub rules: Result<Rules, store::Error>,
    /// [3/4]
    pub sales: Result<Tried, store::Error>,
    /// [4/4]
    pub history: Result<LookBack, store::Error>,
}

impl Report {
    /// Which parts hold, in their order.
    #[must_use]
    pub fn holds(&self) -> [bool; PARTS as usize] {
        let data = self.data.as_ref();
        let rules = self.rules.as_ref();
        let sales = self.sales.as_ref();
        let history = self.history.as_ref();
        [
            data.is_ok_and(|data| data.books.broken.is_empty()),
            rules.is_ok_and(|rules| rules.wrong.is_empty()),
            sales.is_ok_and(|tried| tried.failures.is_empty() && tried.untouched),
            history.is_ok_and(|history| history.open().next().is_none()),
        ]
    }

    /// Whether no child could have been harmed and the books hold.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.holds().iter().all(|holds| *holds)
    }

    /// In short.
    #[must_use]
    pub fn looked(&self) -> Looked {
        let parts = (1..).zip(self.holds());
        let open = self.history.as_ref().map(|history| history.open().count());
        Looked {
            failed: parts
                .filter_map(|(part, holds)| (!holds).then_some(part))
                .collect(),
            open: open.unwrap_or_default(),
        }
    }
}

impl Till {
    /// Looks through everything; `told` hears the number of each part when it begins.
    ///
    /// One check at a time: a second one waits for the first, on its own thread.
    pub fn check(
        &self,
        now: Moment,
        told: impl Fn(u8) + Send + 'static,
    ) -> Reply<Result<Report, store::Error>> {
        let (turn, database) = (Arc::clone(&self.checking), self.folder.database());
        self.beside(move |reader| {
            let _one_at_a_time = turn.lock().unwrap_or_else(PoisonError::into_inner);
            let copy = database.with_extension("selfcheck.db");
            Ok(report(reader, &copy, now, &told))
        })
    }

    /// The same, and keeps what was found.
    pub fn check_and_note(
        &self,
        now: Moment,
        told: impl Fn(u8) + Send + 'static,
    ) -> Reply<Result<Report, store::Error>> {
        let (till, checked) = (self.clone(), self.check(now, told));
        Reply::aside(move || {
            let closing = |closing: super::Closing| store::Error::Unexpected(closing.to_string());
            let report = checked.wait().map_err(closing)??;
            let looked = report.looked();
            let noted = till
                .writer
                .ask(move |store| store.note_check(&looked, Stamp::at(now)));
            if let Err(error) = noted.wait().map_err(closing)? {
                // What was found is shown all the same; tomorrow, or at the next start, it is done again.
                till.note(format!("the self-check was not kept: {error}"));
            }
            Ok(report)
        })
    }

    /// The last self-check that was kept.
    pub fn last_check(&self) -> Reply<Result<Option<LastCheck>, store::Error>> {
        self.writer.ask(|store| store.last_check())
    }
}

fn report(reader: &Reader, copy: &Path, now: Moment, told: &dyn Fn(u8)) -> Report {
    told(1);
    let data = data(reader, now.day());
    told(2);
    let rules = rules(reader, now.day());
    told(3);
    let sales = trial::run(reader, copy, now);
    told(4);
    let history = reader.look_back();
    Report {
        at: now,
        data,
        rules,
        sales,
        history,
    }
}

fn data(reader: &Reader, day: BusinessDay) -> Result<Data, store::Error> {
    let from = BusinessDay::from_number(day.number() - MONTH + 1).unwrap_or(day);
    let files = reader.files(from, day)?;
    let first = files.declare_first.iter().take(NAMED);
    let named = first.filter_map(|id| files.products.iter().find(|of| of.product == *id));
    Ok(Data {
        books: reader.self_check()?,
        pupils: reader.restricted_pupils(day)?,
        coverage: files.coverage,
        declare_first: named.map(|of| of.text.name.clone()).collect(),
    })
}

fn rules(reader: &Reader, day: BusinessDay) -> Result<Rules, store::Error> {
    reader.own_words_are_good()?;
    let cases = Cases::bundled();
    Ok(Rules {
        cases: cases.count(),
        wrong: cases.wrong(reader.detector(), &reader.policy()?, day),
    })
}
