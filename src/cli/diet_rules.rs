//! `cantina diet policy` and `cantina diet words`: the rules in force, as the files they are.
//!
//! A bad file changes nothing: the last good one stays in force.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::{Context, Outcome, Refusal};
use crate::domain::diet::{Declared, Policy, Severity};
use crate::domain::user::{Pin, Right, User};
use crate::store::Stamp;
use crate::till::{PinRefused, Till, now};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
    /// Says the result as JSON
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Shows what is in force, as a file
    Show,
    /// Puts a file in force; a bad one changes nothing
    Load(Load),
}

#[derive(Debug, Args)]
struct Load {
    /// The file
    file: PathBuf,
    /// The PIN of who does it
    #[arg(long, value_name = "PIN")]
    cashier: String,
}

/// Shows or changes the policy.
pub fn policy(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    if let Some(What::Load(load)) = &arguments.what {
        let text = read(&load.file)?;
        let user = allowed(&till, &load.cashier)?;
        till.load_policy(&text, &user, now())?.wait()??;
    }
    let policy = till.policy().wait()??;
    let said = match (&arguments.what, arguments.json) {
        (_, true) => json!({ "policy": table(&policy), "text": policy.to_string() }).to_string(),
        (Some(What::Load(load)), false) => {
            let path = [("path", load.file.display().to_string().into())];
            context.words.text_with("cli-diet-policy-loaded", &path)
        }
        (_, false) => policy.to_string().trim_end().to_owned(),
    };
    context.say(&said)?;
    Ok(Outcome::Done)
}

/// Shows or changes the canteen's own words.
pub fn words(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    if let Some(What::Load(load)) = &arguments.what {
        let text = read(&load.file)?;
        let user = allowed(&till, &load.cashier)?;
        let stamp = Stamp::by(user.id, now());
        till.set_own_words(text, stamp).wait()??;
    }
    let text = till.own_words().wait()??;
    let lines = text.as_deref().map_or(0, |text| text.lines().count());
    let said = match (&arguments.what, arguments.json) {
        (_, true) => json!({ "text": text, "lines": lines }).to_string(),
        (Some(What::Load(load)), false) => {
            let path = load.file.display().to_string();
            let told = [("path", path.into()), ("lines", lines.into())];
            context.words.text_with("cli-diet-words-loaded", &told)
        }
        (_, false) => text.map_or_else(
            || context.words.text("cli-diet-no-words"),
            |text| text.trim_end().to_owned(),
        ),
    };
    context.say(&said)?;
    Ok(Outcome::Done)
}

fn read(file: &Path) -> Result<String, Refusal> {
    fs::read_to_string(file).map_err(|cause| {
        let path = file.display().to_string();
        Refusal::new("diet_no_file")
            .told("path", path)
            .told("cause", &cause)
    })
}

/// Whoever this PIN is of, if they may change what the till does about restrictions.
fn allowed(till: &Till, typed: &str) -> Result<User, Refusal> {
    let wrong = || Refusal::new("wrong_pin").said("cli-diet-wrong-pin");
    let pin = Pin::parse(typed).map_err(|_| wrong())?;
    let user = match till.sign_in(None, Right::Sell, pin, now()).wait()? {
        Err(PinRefused::Wrong { .. }) => return Err(wrong()),
        user => user?,
    };
    match user.may(Right::Policy) {
        true => Ok(user),
        false => Err(Refusal::new("diet_no_right")),
    }
}

fn table(policy: &Policy) -> Value {
    let row = |state: Declared| {
        let cells = Severity::ALL.map(|severity| {
            let response = policy.response(state, severity).code();
            (severity.code().to_owned(), Value::from(response))
        });
        Value::Object(Map::from_iter(cells))
    };
    let rows = Declared::ALL.map(|state| (state.code().to_owned(), row(state)));
    Value::Object(Map::from_iter(rows))
}
