//! `cantina settings`: how everything is set, all of it as one file, and taken over from one.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal};
use crate::domain::user::{NotApproved, Pin, Right};
use crate::settings::{ENTRIES, Plan, is_of_machine};
use crate::store::Stamp;
use crate::till::setting::{label, told, value};
use crate::till::transfer::NotMoved;
use crate::till::{PinRefused, Till, now};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
    /// Says the result as JSON
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Lists every setting, as it is and as it is by default
    List,
    /// Writes all settings into a new file, without what belongs to this machine
    Export(Export),
    /// Takes over the settings of a file, all or nothing
    Import(Import),
}

#[derive(Debug, Args)]
struct Export {
    /// The file; it must not be there yet
    file: PathBuf,
}

#[derive(Debug, Args)]
struct Import {
    /// The file
    file: PathBuf,
    /// Shows what would differ, and changes nothing
    #[arg(long)]
    dry_run: bool,
    /// The PIN of who does it, for the audit
    #[arg(long, value_name = "PIN")]
    cashier: Option<String>,
}

/// Lists, exports or imports.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let till = context.without_printer().open()?;
    match &arguments.what {
        What::List => listed(context, &till, arguments.json),
        What::Export(export) => exported(context, &till, export, arguments.json),
        What::Import(import) => imported(context, &till, import, arguments.json),
    }
}

fn listed(context: &Context, till: &Till, json: bool) -> Result<Outcome, Refusal> {
    let (config, words) = (till.config(), &context.words);
    if json {
        let all = ENTRIES.iter().map(|entry| {
            json!({
                "key": entry.key, "name": label(entry.key, words), "value": entry.text(&config),
                "default": entry.usual(), "of_machine": is_of_machine(entry.key),
            })
        });
        let all: Vec<Value> = all.collect();
        context.say(&json!({ "settings": all }).to_string())?;
        return Ok(Outcome::Done);
    }
    for entry in &ENTRIES {
        let shown = |text: &str| value(entry.key, text, words);
        let line = [
            ("key", entry.key.into()),
            ("name", label(entry.key, words).into()),
            ("value", shown(&entry.text(&config)).into()),
            ("usual", shown(&entry.usual()).into()),
        ];
        context.say(&words.text_with("cli-settings-line", &line))?;
    }
    Ok(Outcome::Done)
}

fn exported(
    context: &Context,
    till: &Till,
    export: &Export,
    json: bool,
) -> Result<Outcome, Refusal> {
    let path = export.file.display().to_string();
    let done = till.export_settings(export.file.clone()).wait()?;
    done.map_err(|why| refused(context, &why))?;
    let said = match json {
        true => json!({ "file": path }).to_string(),
        false => context
            .words
            .text_with("transfer-exported", &[("path", path.into())]),
    };
    context.say(&said)?;
    Ok(Outcome::Done)
}

fn imported(
    context: &Context,
    till: &Till,
    import: &Import,
    json: bool,
) -> Result<Outcome, Refusal> {
    let stamp = stamp(till, import.cashier.as_deref())?;
    let file = import.file.clone();
    let plan = match import.dry_run {
        true => till.plan_settings(file).wait()?,
        false => till.import_settings(file, stamp).wait()?,
    };
    let plan = plan.map_err(|why| refused(context, &why))?;
    if json {
        context.say(&as_json(&plan, import.dry_run).to_string())?;
        return Ok(Outcome::Done);
    }
    let words = &context.words;
    for change in &plan.changes {
        context.say(&told(change, words))?;
    }
    if !plan.left_out.is_empty() {
        let what = [("what", plan.left_out.join(", ").into())];
        context.say(&words.text_with("transfer-left-out", &what))?;
    }
    let key = match import.dry_run {
        true => "transfer-plan",
        false => "transfer-imported",
    };
    context.say(&words.text_with(key, &[("count", plan.changes.len().into())]))?;
    Ok(Outcome::Done)
}

fn as_json(plan: &Plan, dry_run: bool) -> Value {
    let changes = plan.changes.iter();
    let changes =
        changes.map(|of| json!({ "key": of.key, "before": of.before, "after": of.after }));
    let changes: Vec<Value> = changes.collect();
    json!({ "applied": !dry_run, "changes": changes, "left_out": plan.left_out })
}

/// Whoever this PIN is of, if they may change settings; nobody in particular without one, as by hand in
/// the file.
fn stamp(till: &Till, typed: Option<&str>) -> Result<Stamp, Refusal> {
    let Some(typed) = typed else {
        return Ok(Stamp::at(now()));
    };
    let wrong = || Refusal::new("wrong_pin").said("cli-diet-wrong-pin");
    let pin = Pin::parse(typed).map_err(|_| wrong())?;
    match till.sign_in(None, Right::Settings, pin, now()).wait()? {
        Err(PinRefused::Wrong { .. }) => Err(wrong()),
        Err(PinRefused::NotApproved(NotApproved::NoRight)) => {
            Err(Refusal::new("no_right").said("no-right"))
        }
        user => Ok(Stamp::by(user?.id, now())),
    }
}

fn refused(context: &Context, why: &NotMoved) -> Refusal {
    let code = match why {
        NotMoved::There(_) => "file_there",
        NotMoved::File(..) => "settings_file",
        NotMoved::Bad(..) => "settings_bad_file",
        NotMoved::Till(_) => "settings_not_kept",
    };
    Refusal::new(code)
        .said("cli-settings-refused")
        .told("why", why.sentence(&context.words))
}
