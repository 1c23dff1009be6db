//! What the self-check found, as the user reads it: on the screen and on the command line the same.

use super::{Data, Failure, Report, Rules, Tried};
use crate::domain::diet::{Against, Declared, Reason, Response, Severity};
use crate::domain::selfcheck::Wrong;
use crate::i18n::I18n;
use crate::store::diet::{Harm, LookBack, Met};
use crate::store::{self, Broken};
use crate::till::audit::altered;
use crate::till::failure;

/// The most findings that a part lists; more are counted.
const MOST_LISTED: usize = 20;

/// One part of a report, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which part, from 1 on.
    pub part: u8,
    /// Whether it holds.
    pub holds: bool,
    /// What was looked at, and what came of it.
    pub what: String,
    /// What was found, one sentence each; empty where all is well.
    pub found: Vec<String>,
    /// What to do now.
    pub todo: Option<String>,
}

impl Report {
    /// Its parts in words, in their order.
    #[must_use]
    pub fn lines(&self, words: &I18n) -> Vec<Line> {
        let [data, rules, sales, history] = self.holds();
        vec![
            line(1, data, &self.data, words, data_line),
            line(2, rules, &self.rules, words, rules_line),
            line(3, sales, &self.sales, words, sales_line),
            line(4, history, &self.history, words, history_line),
        ]
    }
}

/// What was looked at, what was found, and what to do.
type Told = (String, Vec<String>, Option<String>);

fn line<T>(
    part: u8,
    holds: bool,
    found: &Result<T, store::Error>,
    words: &I18n,
    told: impl Fn(&T, bool, &I18n) -> Told,
) -> Line {
    let (what, found, todo) = match found {
        Ok(found) => told(found, holds, words),
        Err(error) => not_done(error, words),
    };
    Line {
        part,
        holds,
        what,
        found,
        todo,
    }
}

fn not_done(error: &store::Error, words: &I18n) -> Told {
    let why = failure::of_store(error).sentence(words);
    (words.text("check-not-done"), vec![why], None)
}

fn data_line(data: &Data, holds: bool, words: &I18n) -> Told {
    let coverage = &data.coverage;
    let percent = u32::try_from(coverage.percent()).unwrap_or_default();
    let values = [
        ("pupils", data.pupils.into()),
        ("declared", coverage.declared.into()),
        ("products", coverage.products.into()),
        ("percent", words.percent(percent.into()).into()),
        ("sales", data.books.sales.into()),
    ];
    let what = words.text_with("check-data", &values);
    if !holds {
        let broken = data.books.broken.iter().map(|of| promise(of, words));
        let sales = [("sales", data.books.sales.into())];
        let todo = words.text_with("cli-selfcheck-broken", &sales);
        let altered = data.books.altered.iter().map(|of| altered(of, words));
        return (what, listed(broken.chain(altered), words), Some(todo));
    }
    let first = (!data.declare_first.is_empty()).then(|| {
        let names = [("names", data.declare_first.join(", ").into())];
        words.text_with("check-data-first", &names)
    });
    (what, Vec::new(), first)
}

/// «No se cumple …: 2 filas.»
fn promise(broken: &Broken, words: &I18n) -> String {
    let values = [
        ("promise", broken.promise.into()),
        ("rows", broken.rows.into()),
    ];
    words.text_with("cli-promise-broken", &values)
}

fn rules_line(rules: &Rules, holds: bool, words: &I18n) -> Told {
    let what = words.text_with("check-rules", &[("count", rules.cases.into())]);
    let found = listed(rules.wrong.iter().map(|of| wrong(of, words)), words);
    (
        what,
        found,
        (!holds).then(|| words.text("check-rules-todo")),
    )
}

fn wrong(of: &Wrong, words: &I18n) -> String {
    match of {
        Wrong::Label {
            name,
            allergen,
            expected,
            read,
        } => words.text_with(
            "check-wrong-label",
            &[
                ("name", name.into()),
                ("allergen", words.allergen(*allergen).into()),
                ("expected", state(*expected, words).into()),
                ("read", state(*read, words).into()),
            ],
        ),
        Wrong::Cell {
            state,
            severity,
            expected,
            is,
        } => cell("check-wrong-cell", *state, *severity, *expected, *is, words),
    }
}

fn cell(
    key: &str,
    of: Declared,
    how: Severity,
    expected: Response,
    is: Response,
    words: &I18n,
) -> String {
    let values = [
        ("state", state(of, words).into()),
        ("severity", severity(how, words).into()),
        ("expected", response(expected, words).into()),
        ("is", response(is, words).into()),
    ];
    words.text_with(key, &values)
}

fn sales_line(tried: &Tried, holds: bool, words: &I18n) -> Told {
    let what = words.text_with("check-sales", &[("count", tried.sales.into())]);
    let touched = (!tried.untouched).then(|| words.text("check-touched"));
    let failures = tried.failures.iter().map(|of| failed(*of, words));
    let found = listed(failures.chain(touched), words);
    (
        what,
        found,
        (!holds).then(|| words.text("check-sales-todo")),
    )
}

fn failed(of: Failure, words: &I18n) -> String {
    let key = match of.late {
        false => "check-tried-wrong",
        true => "check-tried-late",
    };
    cell(key, of.state, of.severity, of.expected, of.took, words)
}

fn history_line(history: &LookBack, holds: bool, words: &I18n) -> Told {
    let values = [
        ("lines", history.lines.into()),
        ("pupils", history.pupils.into()),
    ];
    let what = words.text_with("check-history", &values);
    let found = listed(history.open().map(|of| met(of, words)), words);
    let todo = (!holds).then(|| words.text("check-history-todo"));
    (what, found, todo)
}

/// «Ticket 12 del 23/11/2026: Sofía Benítez · Chipa. Contiene leche (severa). Hoy se sabe que lo tiene.»
#[must_use]
pub fn met(of: &Met, words: &I18n) -> String {
    let harm = words.text(match of.harm {
        Harm::RefusedThen => "check-harm-refused-then",
        Harm::Unanswered => "check-harm-unanswered",
        Harm::KnownToday => "check-harm-known-today",
    });
    let why: Vec<String> = of.reasons.iter().map(|of| reason(of, words)).collect();
    let values = [
        ("number", of.number.into()),
        ("day", of.day.into()),
        ("student", (&of.student).into()),
        ("name", (&of.name).into()),
        ("why", why.join(", ").into()),
        ("harm", harm.into()),
    ];
    words.text_with("check-met", &values)
}

/// «contiene leche (severa)», without what it rests on: that is for the alert.
fn reason(of: &Reason, words: &I18n) -> String {
    match &of.against {
        Against::Allergy(restriction, knowledge) => {
            let values = [
                ("state", state(knowledge.state, words).into()),
                ("allergen", words.allergen(restriction.allergen).into()),
                ("severity", severity(restriction.severity, words).into()),
            ];
            words.text_with("check-reason", &values)
        }
        Against::Diet(wish, _) => {
            let diet = words.diet(wish.diet);
            words.text_with("diet-conflicts", &[("diet", diet.into())])
        }
    }
}

fn listed(found: impl Iterator<Item = String>, words: &I18n) -> Vec<String> {
    let mut all: Vec<String> = found.collect();
    let more = all.len().saturating_sub(MOST_LISTED);
    if more > 0 {
        all.truncate(MOST_LISTED);
        all.push(words.text_with("check-more", &[("count", more.into())]));
    }
    all
}

fn state(of: Declared, words: &I18n) -> String {
    words.text(match of {
        Declared::Free => "check-state-free",
        Declared::Unknown => "check-state-unknown",
        Declared::MayContain => "check-state-may-contain",
        Declared::Contains => "check-state-contains",
    })
}

fn response(of: Response, words: &I18n) -> String {
    words.text(match of {
        Response::Allow => "check-response-allow",
        Response::Confirm => "check-response-confirm",
        Response::Approve => "check-response-approve",
        Response::Refuse => "check-response-refuse",
    })
}

fn severity(of: Severity, words: &I18n) -> String {
    words.text(&format!("severity-{}", of.code()))
}
