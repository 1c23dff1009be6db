//! `cantina selfcheck`: whether what is kept beside the facts still agrees with them.

use clap::Args;
use serde_json::json;

use super::{Context, Outcome, Refusal};
use crate::store::SelfCheck;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Checks the data and says what does not hold.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    // Nothing is printed while the books are looked through.
    let quiet = Context {
        data_dir: context.data_dir.clone(),
        printer: Some(String::new()),
        locale: context.locale,
        words: context.words.clone(),
    };
    let found = quiet.open()?.self_check().wait()??;
    if arguments.json {
        context.say(&as_json(&found).to_string())?;
    } else {
        say_found(context, &found)?;
    }
    Ok(match found.broken.is_empty() {
        true => Outcome::Done,
        false => Outcome::Failed,
    })
}

fn as_json(found: &SelfCheck) -> serde_json::Value {
    let broken = found.broken.iter();
    let broken: Vec<_> = broken
        .map(|broken| json!({ "promise": broken.promise, "rows": broken.rows }))
        .collect();
    json!({ "ok": broken.is_empty(), "sales": found.sales, "broken": broken })
}

fn say_found(context: &Context, found: &SelfCheck) -> Result<(), Refusal> {
    let words = &context.words;
    for broken in &found.broken {
        let told = [
            ("promise", broken.promise.into()),
            ("rows", broken.rows.into()),
        ];
        context.say(&words.text_with("cli-promise-broken", &told))?;
    }
    let sales = [("sales", found.sales.into())];
    context.say(&match found.broken.is_empty() {
        true => words.text_with("cli-selfcheck-holds", &sales),
        false => words.text_with("cli-selfcheck-broken", &sales),
    })
}
