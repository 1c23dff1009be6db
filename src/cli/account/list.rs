//! Top-ups of many pupils from a list.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::Desk;
use crate::cli::{Context, Outcome, Refusal};
use crate::domain::user::Right;
use crate::import::MOST_BYTES;
use crate::till::accounts::{ListPlan, Unplanned};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The list: text with separators, as a spreadsheet saves it
    file: PathBuf,
    /// How the lines are paid that do not say it
    #[arg(long, default_value = "transfer")]
    tender: String,
    /// Reads the list, says what is wrong with it and takes nothing over
    #[arg(long)]
    dry_run: bool,
    /// Takes it over although a list that says the same was taken over before
    #[arg(long)]
    again: bool,
    /// Who takes it over [default: the first active user]
    #[arg(long, value_name = "PIN")]
    cashier: Option<String>,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

impl From<Unplanned> for Refusal {
    fn from(why: Unplanned) -> Self {
        match why {
            Unplanned::Store(error) => error.into(),
            Unplanned::Closing(closing) => closing.into(),
        }
    }
}

pub fn run(context: &Context, desk: &Desk, of: &Arguments) -> Result<Outcome, Refusal> {
    let unreadable = |cause: crate::i18n::Value| {
        let refusal = Refusal::new("no_file").told("path", of.file.display().to_string());
        refusal.told("cause", cause)
    };
    let size = fs::metadata(&of.file).map_err(|cause| unreadable((&cause).into()))?;
    if size.len() > MOST_BYTES as u64 {
        let most = MOST_BYTES / 1024 / 1024;
        return Err(unreadable(format!("> {most} MiB").into()));
    }
    let bytes = fs::read(&of.file).map_err(|cause| unreadable((&cause).into()))?;
    let tender = desk.tender(&of.tender)?.kind;
    let at = desk.at(of.cashier.as_deref(), Right::TopUp)?;
    let plan = desk.till.plan_top_ups(&bytes, tender, at)?;
    if !plan.problems.is_empty() {
        return problems(context, &plan, of.json);
    }
    let (rows, total, before) = (plan.rows.len(), plan.total, plan.before);
    let taken_before = before.filter(|_| !of.again);
    let imported = match of.dry_run {
        true => 0,
        false => {
            desk.till
                .take_top_ups(plan.clone(), of.again, at)
                .wait()??
                .lines
        }
    };
    let told = [
        ("rows", rows.into()),
        ("total", total.into()),
        ("day", before.map_or_else(|| "".into(), Into::into)),
    ];
    let key = match (taken_before, of.dry_run) {
        (Some(_), _) => "cli-top-ups-before",
        (None, true) => "cli-top-ups-good",
        (None, false) => "cli-top-ups-done",
    };
    context.say(&match of.json {
        true => json!({
            "rows": rows, "total": total.amount(), "imported": imported, "dry_run": of.dry_run,
            "before": before.map(|day| day.to_string()), "problems": [], "ignored": plan.ignored,
        })
        .to_string(),
        false => context.words.text_with(key, &told),
    })?;
    Ok(Outcome::Done)
}

/// Every line that is wrong, so that all can be mended at once.
fn problems(context: &Context, plan: &ListPlan, json: bool) -> Result<Outcome, Refusal> {
    let refusal = Refusal::new("bad_list").told("count", plan.problems.len());
    if json {
        let mut said = refusal.json(&context.words);
        let problems = plan.problems.iter().map(|problem| {
            json!({
                "line": problem.line, "column": problem.column, "value": problem.value,
                "reason": problem.reason.code(), "message": problem.sentence(&context.words),
            })
        });
        said["problems"] = problems.collect::<Vec<Value>>().into();
        said["ignored"] = plan.ignored.clone().into();
        context.say(&said.to_string())?;
    } else {
        for problem in &plan.problems {
            context.say(&problem.sentence(&context.words))?;
        }
    }
    writeln!(io::stderr(), "cantina: {}", refusal.message(&context.words))?;
    Ok(Outcome::Failed)
}
