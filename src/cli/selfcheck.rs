//! `cantina selfcheck`: whether a child could be harmed, and whether the books hold. Writes nothing to the
//! canteen.

use clap::Args;
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal};
use crate::domain::selfcheck::Wrong;
use crate::i18n::I18n;
use crate::store::diet::{LookBack, Met};
use crate::store::{Broken, SelfCheck};
use crate::till::checks::{Data, Failure, Line, PARTS, Report, Rules, Tried, met};
use crate::till::now;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Checks the four parts and says what does not hold.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    // Nothing is printed while the books are looked through.
    let till = context.without_printer().open()?;
    let words = context.words.clone().naming(till.own_names().wait()??);
    let report = till.check(now(), |_| {}).wait()??;
    if arguments.json {
        context.say(&as_json(&report, &words).to_string())?;
    } else {
        say_found(context, &report, &words)?;
    }
    Ok(match report.is_good() {
        true => Outcome::Done,
        false => Outcome::Failed,
    })
}

fn say_found(context: &Context, report: &Report, words: &I18n) -> Result<(), Refusal> {
    for line in report.lines(words) {
        let told = [
            ("part", u32::from(line.part).into()),
            ("what", (&line.what).into()),
        ];
        context.say(&match line.holds {
            true => words.text_with("check-line-good", &told),
            false => words.text_with("check-line-bad", &told),
        })?;
        for more in line.found.iter().chain(&line.todo) {
            context.say(&format!("      {more}"))?;
        }
    }
    context.say(&match report.is_good() {
        true => words.text("check-good"),
        false => words.text("check-bad"),
    })
}

fn as_json(report: &Report, words: &I18n) -> Value {
    let books = report.data.as_ref().map(|data| data.books.clone());
    let SelfCheck {
        sales,
        broken,
        altered,
    } = books.unwrap_or_default();
    let details = [
        report.data.as_ref().ok().map(data),
        report.rules.as_ref().ok().map(rules),
        report.sales.as_ref().ok().map(tried),
        report.history.as_ref().ok().map(|of| history(of, words)),
    ];
    let lines = report.lines(words);
    let parts = lines.iter().zip(details);
    let parts: Vec<Value> = parts.map(|(line, more)| part(line, more)).collect();
    json!({
        "ok": report.is_good(),
        "sales": sales,
        "broken": broken.iter().map(promise).collect::<Vec<_>>(),
        "altered": altered.iter().map(super::audit::altered).collect::<Vec<_>>(),
        "parts": parts,
    })
}

fn promise(broken: &Broken) -> Value {
    json!({ "promise": broken.promise, "rows": broken.rows })
}

/// What every part says, and what it alone says.
fn part(line: &Line, more: Option<Value>) -> Value {
    let mut part = json!({
        "part": line.part,
        "of": PARTS,
        "ok": line.holds,
        "what": line.what,
        "found": line.found,
        "todo": line.todo,
    });
    if let (Some(part), Some(Value::Object(more))) = (part.as_object_mut(), more) {
        part.extend(more);
    }
    part
}

fn data(data: &Data) -> Value {
    let of = &data.coverage;
    json!({
        "pupils": data.pupils,
        "products": of.products,
        "declared": of.declared,
        "coverage_percent": of.percent(),
        "declare_first": data.declare_first,
    })
}

fn rules(rules: &Rules) -> Value {
    let wrong = rules.wrong.iter().map(|wrong| match wrong {
        Wrong::Label {
            name,
            allergen,
            expected,
            read,
        } => json!({
            "label": name, "allergen": allergen.code(), "expected": expected.code(),
            "read": read.code(),
        }),
        Wrong::Cell {
            state,
            severity,
            expected,
            is,
        } => json!({
            "state": state.code(), "severity": severity.code(), "expected": expected.code(),
            "is": is.code(),
        }),
    });
    json!({ "cases": rules.cases, "wrong": wrong.collect::<Vec<_>>() })
}

fn tried(tried: &Tried) -> Value {
    let failures = tried.failures.iter().map(|of: &Failure| {
        json!({
            "state": of.state.code(), "severity": of.severity.code(),
            "expected": of.expected.code(), "took": of.took.code(), "late": of.late,
        })
    });
    json!({
        "tried": tried.sales,
        "failures": failures.collect::<Vec<_>>(),
        "untouched": tried.untouched,
    })
}

fn history(history: &LookBack, words: &I18n) -> Value {
    let open = history.open().map(|of: &Met| {
        let harm = of.harm.code();
        json!({
            "ticket": of.number, "day": of.day, "student": of.student, "product": of.product.0,
            "name": of.name, "harm": harm, "reasons": of.reasons, "says": met(of, words),
        })
    });
    json!({
        "lines": history.lines,
        "pupils": history.pupils,
        "met": history.met.len(),
        "open": open.collect::<Vec<_>>(),
    })
}
