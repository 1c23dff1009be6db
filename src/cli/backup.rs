//! `cantina backup`: makes, lists, verifies, deletes and brings back backups, also while a till sells.

use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::backup_json::{
    bad_as_json, entry_as_json, good_as_json, made_as_json, pruned_as_json, restored_as_json,
};
use super::backup_schedule;
use super::{Context, Outcome, Refusal};
use crate::backup::{self, Control, Entry, Error, Keeper, Manifest, Reason, Restored, Standing};
use crate::settings::Config;
use crate::store::Stamp;
use crate::till::{backups, now};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Makes a backup and proves that it restores
    Now(NowArguments),
    /// Lists the backups, oldest first
    List(Bare),
    /// Unpacks a backup and compares all of it with what was written
    Verify(VerifyArguments),
    /// Says what is in a backup, without restoring it
    Show(FileArguments),
    /// Deletes backups that are older than they are kept
    Prune(PruneArguments),
    /// Brings a backup back, after a backup of the present
    Restore(RestoreArguments),
    /// Brings back what there was before the last restore
    UndoRestore(UndoArguments),
    /// Has the system's own scheduler make a backup every day
    Schedule(backup_schedule::Arguments),
}

#[derive(Debug, Args)]
struct Bare {
    /// Says the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct NowArguments {
    /// Only if none was made since the time of the daily one
    #[arg(long)]
    if_due: bool,
    /// Says the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct VerifyArguments {
    /// A backup: a path, or its name in the folder
    #[arg(required_unless_present = "all")]
    file: Option<PathBuf>,
    /// Every backup in the folder
    #[arg(long, conflicts_with = "file")]
    all: bool,
    /// Says the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct FileArguments {
    /// A backup: a path, or its name in the folder
    file: PathBuf,
    /// Says the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct PruneArguments {
    /// Only says which would go
    #[arg(long)]
    dry_run: bool,
    /// Says the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct RestoreArguments {
    /// A backup: a path, or its name in the folder
    file: PathBuf,
    /// Does not ask
    #[arg(long)]
    yes: bool,
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
            What::Now(of) => of.json,
            What::List(of) => of.json,
            What::Verify(of) => of.json,
            What::Show(of) => of.json,
            What::Prune(of) => of.json,
            What::Restore(of) => of.json,
            What::UndoRestore(of) => of.json,
            What::Schedule(of) => of.json(),
        }
    }
}

pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let keeper = keeper(context)?;
    match &arguments.what {
        What::Now(of) => make(context, &keeper, of),
        What::List(of) => list(context, &keeper, of.json),
        What::Verify(of) => verify(context, &keeper, of),
        What::Show(of) => show(context, &keeper, of),
        What::Prune(of) => prune(context, &keeper, of),
        What::Restore(of) => {
            let file = keeper.find(&of.file);
            restore(context, &keeper, &file, of.yes, of.json)
        }
        What::UndoRestore(of) => {
            let file = keeper.undo().map_err(|error| refusal(context, &error))?;
            restore(context, &keeper, &file, of.yes, of.json)
        }
        What::Schedule(of) => backup_schedule::run(context, &keeper, of),
    }
}

fn keeper(context: &Context) -> Result<Keeper, Refusal> {
    let folder = context.folder()?;
    let config = Config::load(&folder.config())?;
    Ok(backups::keeper(&folder, &config))
}

/// Its code for programs, its sentence in the language of the answer.
pub(super) fn refusal(context: &Context, error: &Error) -> Refusal {
    let sentence = error.sentence(&context.words);
    Refusal::new(error.code())
        .said("backup-said")
        .told("what", sentence)
}

fn make(context: &Context, keeper: &Keeper, of: &NowArguments) -> Result<Outcome, Refusal> {
    let now = now();
    let last = keeper.state().last_good.map(|seen| seen.at);
    if of.if_due && !backup::is_due(last, keeper.settings(), now) {
        return say(
            context,
            of.json,
            &json!({ "ok": true, "made": false }),
            || context.words.text("backup-not-due"),
        );
    }
    let reason = if of.if_due {
        Reason::Daily
    } else {
        Reason::Asked
    };
    let control = Arc::new(Control::quiet());
    match keeper.make(reason, now, &control) {
        // Somebody else is at it: the till at its own time, as a rule.
        Err(Error::Busy) if of.if_due => Ok(Outcome::Done),
        Err(error) => Err(refusal(context, &error)),
        Ok(made) => say(context, of.json, &made_as_json(&made), || {
            let told = [
                ("path", made.path.display().to_string().into()),
                ("size", backup::megabytes(made.bytes).into()),
                (
                    "what",
                    backup::contents(&made.manifest.contents, &context.words).into(),
                ),
            ];
            context.words.text_with("backup-made", &told)
        }),
    }
}

fn say(
    context: &Context,
    json: bool,
    value: &Value,
    sentence: impl FnOnce() -> String,
) -> Result<Outcome, Refusal> {
    context.say(&match json {
        true => value.to_string(),
        false => sentence(),
    })?;
    Ok(Outcome::Done)
}

fn list(context: &Context, keeper: &Keeper, json: bool) -> Result<Outcome, Refusal> {
    let all = keeper.list().map_err(|error| refusal(context, &error))?;
    let state = keeper.state();
    let health = backup::Health::of(&state, keeper.settings(), now());
    if json {
        let failures = state.failures.iter();
        let failures =
            failures.map(|failure| json!({ "at": failure.at.local, "why": failure.why }));
        let value = json!({
            "folder": keeper.folder(),
            "health": format!("{health:?}").to_lowercase(),
            "backups": all.iter().map(|entry| entry_as_json(entry, context)).collect::<Vec<_>>(),
            "failures": failures.collect::<Vec<_>>(),
        });
        context.say(&value.to_string())?;
    } else if all.is_empty() {
        context.say(&context.words.text("backup-none"))?;
    } else {
        for entry in &all {
            context.say(&line(entry, context))?;
        }
    }
    Ok(match all.iter().any(Entry::is_bad) {
        true => Outcome::Failed,
        false => Outcome::Done,
    })
}

/// `✓ cantina-….backup  22/11/2026 22:00  1,8 MB  252 sales …`
fn line(entry: &Entry, context: &Context) -> String {
    let words = &context.words;
    let manifest = entry.manifest.as_ref();
    let made = manifest.map_or_else(String::new, |of| backup::moment(of, words));
    let what = manifest.map_or_else(String::new, |of| backup::contents(&of.contents, words));
    let (mark, what) = match &entry.standing {
        Standing::Good(_) => ("✓", what),
        Standing::Unverified => ("?", format!("{} {what}", words.text("backup-unverified"))),
        Standing::Bad(_, why) => ("✗", why.clone()),
        Standing::Unreadable(flaw) => ("✗", flaw.sentence(words)),
    };
    let size = backup::megabytes(entry.bytes);
    let parts = [mark.to_owned(), entry.name(), made, size, what];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("  ")
}

fn verify(context: &Context, keeper: &Keeper, of: &VerifyArguments) -> Result<Outcome, Refusal> {
    // On a computer without a canteen a backup is unpacked in the folder that one would have.
    context.folder()?.prepare()?;
    let control = Control::quiet();
    let mut found = Vec::new();
    let mut all_good = true;
    let mut bad = Vec::new();
    let mut told = |path: &Path, verified: Result<backup::Verified, Error>| {
        let value = match &verified {
            Ok(verified) => good_as_json(path, &verified.manifest),
            Err(error) => bad_as_json(path, error, context),
        };
        let line = match &verified {
            Ok(verified) => {
                let what = backup::contents(&verified.manifest.contents, &context.words);
                format!("✓  {}  {what}", path.display())
            }
            Err(error) => format!("✗  {}", error.sentence(&context.words)),
        };
        if let Err(error) = &verified {
            bad.push(error.sentence(&context.words));
        }
        all_good &= verified.is_ok();
        found.push((value, line));
    };
    match &of.file {
        Some(file) => {
            let file = keeper.find(file);
            match keeper.verify(&file, now(), &control) {
                Err(error) if !matches!(error, Error::Bad { .. }) => {
                    return Err(refusal(context, &error));
                }
                verified => told(&file, verified),
            }
        }
        None => keeper
            .verify_all(now(), &control, &mut told)
            .map_err(|error| refusal(context, &error))?,
    }
    if of.json {
        let single = of.file.is_some();
        let mut values: Vec<Value> = found.into_iter().map(|(value, _)| value).collect();
        let value = match (single, values.pop()) {
            (true, Some(value)) => value,
            (_, last) => {
                values.extend(last);
                json!({ "ok": all_good, "backups": values })
            }
        };
        context.say(&value.to_string())?;
    } else {
        for (_, line) in &found {
            context.say(line)?;
        }
    }
    // One line, whatever was found: the first says what to do.
    if let Some(first) = bad.first() {
        context.complain(first);
    }
    Ok(match all_good {
        true => Outcome::Done,
        false => Outcome::Failed,
    })
}

fn show(context: &Context, keeper: &Keeper, of: &FileArguments) -> Result<Outcome, Refusal> {
    let file = keeper.find(&of.file);
    let entry = keeper
        .look(&file)
        .map_err(|error| refusal(context, &error))?;
    if of.json {
        context.say(&entry_as_json(&entry, context).to_string())?;
    } else {
        context.say(&line(&entry, context))?;
        for part in entry.manifest.iter().flat_map(|manifest| &manifest.parts) {
            context.say(&format!(
                "      {}  {}",
                part.name,
                backup::megabytes(part.bytes)
            ))?;
        }
    }
    Ok(match entry.is_bad() {
        true => Outcome::Failed,
        false => Outcome::Done,
    })
}

fn prune(context: &Context, keeper: &Keeper, of: &PruneArguments) -> Result<Outcome, Refusal> {
    let pruned = keeper.prune(now(), of.dry_run);
    let pruned = pruned.map_err(|error| refusal(context, &error))?;
    if of.json {
        let removed: Vec<Value> = pruned.iter().map(pruned_as_json).collect();
        let value = json!({ "dry_run": of.dry_run, "removed": removed });
        context.say(&value.to_string())?;
        return Ok(Outcome::Done);
    }
    for gone in &pruned {
        context.say(&gone.path.display().to_string())?;
    }
    let key = if of.dry_run {
        "backup-would-prune"
    } else {
        "backup-pruned"
    };
    let told = [("count", pruned.len().into())];
    context.say(&context.words.text_with(key, &told))?;
    Ok(Outcome::Done)
}

fn restore(
    context: &Context,
    keeper: &Keeper,
    file: &Path,
    yes: bool,
    json: bool,
) -> Result<Outcome, Refusal> {
    let refused = |error: Error| refusal(context, &error);
    let manifest = keeper.look(file).map_err(refused)?.manifest;
    let loss = keeper.loss(file).map_err(refused)?;
    let what = loss_sentence(context, &loss, manifest.as_ref());
    if !yes && !agreed(context, &what, json)? {
        let why = match io::stdin().is_terminal() {
            true => "backup-not-wanted",
            false => "backup-needs-yes",
        };
        return Err(Refusal::new("needs_yes").said(why));
    }
    context.folder()?.prepare()?;
    let control = Arc::new(Control::quiet());
    let restored = keeper.restore_closed(file, Stamp::at(now()), &control);
    let restored = restored.map_err(refused)?;
    say(context, json, &restored_as_json(&restored, &loss), || {
        restored_sentence(context, &restored)
    })
}

fn loss_sentence(context: &Context, loss: &backup::Loss, manifest: Option<&Manifest>) -> String {
    let words = &context.words;
    let made = manifest.map_or_else(String::new, |of| backup::moment(of, words));
    let told = [
        ("made", made.into()),
        ("sales", loss.sales.into()),
        ("total", loss.total.into()),
        ("restrictions", loss.restrictions.into()),
    ];
    words.text_with(
        match loss.unknown {
            true => "backup-loss-unknown",
            false => "backup-loss",
        },
        &told,
    )
}

fn restored_sentence(context: &Context, restored: &Restored) -> String {
    let words = &context.words;
    let before = restored.before.as_ref().or(restored.aside.as_ref());
    let told = [
        ("made", backup::moment(&restored.manifest, words).into()),
        (
            "what",
            backup::contents(&restored.manifest.contents, words).into(),
        ),
        (
            "before",
            before
                .map(|path| path.display().to_string())
                .unwrap_or_default()
                .into(),
        ),
    ];
    words.text_with(
        match (&restored.before, &restored.aside) {
            (Some(_), _) => "backup-restored",
            (None, Some(_)) => "backup-restored-aside",
            (None, None) => "backup-restored-new",
        },
        &told,
    )
}

/// Whoever sits at a terminal is asked for the word; nobody else is waited for.
pub(super) fn agreed(context: &Context, what: &str, json: bool) -> Result<bool, Refusal> {
    if json || !io::stdin().is_terminal() {
        return Ok(false);
    }
    let word = context.words.text("backup-word");
    context.say(what)?;
    let told = [("word", (&word).into())];
    context.say(&context.words.text_with("backup-type-word", &told))?;
    let mut typed = String::new();
    io::stdin().lock().read_line(&mut typed)?;
    Ok(typed.trim().to_lowercase() == word.to_lowercase())
}
