//! `cantina doctor`: whether this computer is fit for the till. It works before there is a canteen, and while
//! a till is open.

use clap::Args;
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal, text_or_null};
use crate::settings::Config;
use crate::till::doctor::{self, Line, Patient, Report, State};
use crate::till::now;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Looks at everything; ends with 1 where the till would not work.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let folder = context.folder()?;
    let config = Config::load(&folder.config()).map(|mut config| {
        if let Some(named) = &context.printer {
            config.printer.address.clone_from(named);
        }
        config
    });
    let report = doctor::examine(&Patient {
        folder: &folder,
        config,
        now: now(),
        inside: false,
        words: &context.words,
    });
    match arguments.json {
        true => context.say(&as_json(&report).to_string())?,
        false => say_found(context, &report)?,
    }
    Ok(match report.is_good() {
        true => Outcome::Done,
        false => Outcome::Failed,
    })
}

fn say_found(context: &Context, report: &Report) -> Result<(), Refusal> {
    for line in &report.lines {
        let mark = mark(line.state);
        context.say(&format!("{mark}  {}", line.says))?;
        if let Some(todo) = &line.todo {
            context.say(&format!("   → {todo}"))?;
        }
    }
    let key = match report.worst() {
        State::Good | State::Note => "doctor-all-good",
        State::Warning => "doctor-all-warned",
        State::Bad => "doctor-all-bad",
    };
    context.say(&context.words.text(key))
}

const fn mark(state: State) -> &'static str {
    match state {
        State::Good => "✓",
        State::Note => "·",
        State::Warning => "!",
        State::Bad => "✗",
    }
}

fn as_json(report: &Report) -> Value {
    let line = |line: &Line| {
        json!({
            "check": line.check,
            "state": line.state.code(),
            "says": line.says,
            "todo": text_or_null(line.todo.clone()),
        })
    };
    json!({
        "ok": report.is_good(),
        "worst": report.worst().code(),
        "version": env!("CARGO_PKG_VERSION"),
        "checks": report.lines.iter().map(line).collect::<Vec<_>>(),
    })
}
