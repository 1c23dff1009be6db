//! `cantina import students --update`: a list of pupils that brings the file up to date, its difference first.

use serde_json::{Value, json};

use super::{Context, Outcome, Refusal};
use crate::import::{Change, Difference};
use crate::store::Stamp;
use crate::till::Till;

/// So many names are said of those who are missing; JSON has all of them.
const NAMED_MAX: usize = 20;

/// Compares, says what differs and, unless it is a trial, takes it over, all or nothing.
pub fn run(
    context: &Context,
    till: &Till,
    bytes: Vec<u8>,
    stamp: Stamp,
    (dry_run, json): (bool, bool),
) -> Result<Outcome, Refusal> {
    let list = till.plan_people(bytes, &context.words).wait()??;
    let difference = list.difference.clone();
    if !difference.problems.is_empty() {
        return super::import::say_problems(
            context,
            &difference.problems,
            &difference.ignored,
            json,
        );
    }
    if !dry_run && !difference.rows.is_empty() {
        till.take_people(list, stamp).wait()??;
    }
    if json {
        context.say(&as_json(&difference, dry_run).to_string())?;
    } else {
        say(context, &difference, dry_run)?;
    }
    Ok(Outcome::Done)
}

fn as_json(of: &Difference, dry_run: bool) -> Value {
    let change = |change: &Change| {
        let fields = change.fields.iter();
        let fields = fields
            .map(|(field, old, new)| json!({ "field": field.code(), "old": old, "new": new }));
        json!({
            "line": change.line, "student": change.student.0, "name": change.name,
            "fields": fields.collect::<Value>(),
        })
    };
    let new = |(line, name, grade): &(u64, String, String)| json!({ "line": line, "name": name, "grade": grade });
    let missing = of.missing.iter();
    let missing = missing.map(
        |(student, name, grade)| json!({ "student": student.0, "name": name, "grade": grade }),
    );
    json!({
        "dry_run": dry_run, "taken": !dry_run, "new": of.new.iter().map(new).collect::<Value>(),
        "changed": of.changed.iter().map(change).collect::<Value>(), "unchanged": of.unchanged,
        "missing": missing.collect::<Value>(), "problems": [], "ignored": of.ignored,
    })
}

fn say(context: &Context, of: &Difference, dry_run: bool) -> Result<(), Refusal> {
    let words = &context.words;
    for (line, name, grade) in &of.new {
        context.say(&format!("{line} + {name} · {grade}"))?;
    }
    for change in &of.changed {
        let fields = change.fields.iter().map(|(field, old, new)| {
            let name = words.text(&format!("people-field-{}", field.code().replace('_', "-")));
            format!("{name}: {old} → {new}")
        });
        let fields: Vec<String> = fields.collect();
        context.say(&format!(
            "{} ~ {} · {}",
            change.line,
            change.name,
            fields.join(" · ")
        ))?;
    }
    for (student, name, grade) in of.missing.iter().take(NAMED_MAX) {
        context.say(&format!("? #{} {name} · {grade}", student.0))?;
    }
    let told = [
        ("new", of.new.len().into()),
        ("changed", of.changed.len().into()),
        ("unchanged", of.unchanged.into()),
        ("missing", of.missing.len().into()),
        ("ignored", of.ignored.join(", ").into()),
    ];
    let key = if dry_run {
        "people-list-would"
    } else {
        "people-list-taken"
    };
    context.say(&words.text_with(key, &told))
}
