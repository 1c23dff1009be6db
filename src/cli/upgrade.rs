//! `cantina upgrade`: which version the data are of, and taking the last update back.

use std::time::UNIX_EPOCH;

use clap::{Args, Subcommand};
use serde_json::json;

use super::{Context, Outcome, Refusal, backup};
use crate::domain::Moment;
use crate::settings::Config;
use crate::store;
use crate::till::upgrade::{self, Before, Error, Standing};
use crate::till::{backups, now};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Says which version the data are of, and whether the last update can be taken back
    Status(Bare),
    /// Puts the data back as they were before the last update, after a backup
    Undo(UndoArguments),
}

#[derive(Debug, Args)]
struct Bare {
    /// Says the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct UndoArguments {
    /// Does not ask
    #[arg(long)]
    yes: bool,
    /// Says the result as JSON
    #[arg(long)]
    json: bool,
}

impl Arguments {
    pub const fn json(&self) -> bool {
        match &self.what {
            What::Status(of) => of.json,
            What::Undo(of) => of.json,
        }
    }
}

pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let standing = upgrade::standing(&context.folder()?)?;
    match &arguments.what {
        What::Status(of) => status(context, &standing, of.json),
        What::Undo(of) => undo(context, &standing, of),
    }
}

fn status(context: &Context, standing: &Standing, json: bool) -> Result<Outcome, Refusal> {
    let before = standing.before.as_ref();
    if json {
        let value = json!({
            "program": env!("CARGO_PKG_VERSION"),
            "schema_of_program": store::schema(),
            "schema": standing.is.map(|is| is.schema),
            "undo": before.map(|before| json!({
                "file": before.path,
                "schema": before.was.schema,
                "sales_since": standing.sold_since(),
            })),
        });
        context.say(&value.to_string())?;
        return Ok(Outcome::Done);
    }
    let told = [
        ("program", env!("CARGO_PKG_VERSION").into()),
        ("known", store::schema().into()),
        ("found", standing.is.map_or(0, |is| is.schema).into()),
    ];
    let key = match &standing.is {
        None => "upgrade-none",
        Some(is) if is.schema == store::schema() => "upgrade-current",
        Some(_) => "upgrade-old",
    };
    context.say(&context.words.text_with(key, &told))?;
    context.say(&match before {
        Some(before) => what_is_lost(context, standing, before),
        None => context.words.text("upgrade-no-undo"),
    })?;
    Ok(Outcome::Done)
}

fn undo(context: &Context, standing: &Standing, of: &UndoArguments) -> Result<Outcome, Refusal> {
    let before = standing.before.as_ref();
    let before = before.ok_or_else(|| Refusal::new("nothing_to_undo").said("upgrade-no-undo"))?;
    let what = what_is_lost(context, standing, before);
    if !of.yes && !backup::agreed(context, &what, of.json)? {
        return Err(Refusal::new("needs_yes").said("upgrade-needs-yes"));
    }
    let folder = context.folder()?;
    let config = Config::load(&folder.config())?;
    let keeper = backups::keeper(&folder, &config);
    let undone = upgrade::undo(&folder, &keeper, now()).map_err(|error| match error {
        Error::NothingToUndo => Refusal::new("nothing_to_undo").said("upgrade-no-undo"),
        Error::Store(error) => error.into(),
        Error::Backup(error) => backup::refusal(context, &error),
    })?;
    let path = undone.backup.path.display().to_string();
    if of.json {
        let value = json!({
            "ok": true,
            "schema": undone.was.schema,
            "sales_since": standing.sold_since(),
            "backup": path,
        });
        context.say(&value.to_string())?;
    } else {
        let told = [("schema", undone.was.schema.into()), ("path", path.into())];
        context.say(&context.words.text_with("upgrade-undone", &told))?;
    }
    Ok(Outcome::Done)
}

fn what_is_lost(context: &Context, standing: &Standing, before: &Before) -> String {
    let made = before
        .made
        .and_then(|made| made.duration_since(UNIX_EPOCH).ok());
    let made = made.and_then(|since| i64::try_from(since.as_millis()).ok());
    let now = now();
    let made: Option<Moment> = made.map(|at| now.plus_millis(at - now.at.0));
    let told = [
        (
            "made",
            made.map_or_else(String::new, |made| context.words.date_time(made))
                .into(),
        ),
        ("schema", before.was.schema.into()),
        ("sales", standing.sold_since().into()),
    ];
    context.words.text_with("upgrade-can-undo", &told)
}
