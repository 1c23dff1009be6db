//! `cantina import`: lists of products and pupils, all or nothing.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal};
use crate::i18n;
use crate::import::{self, Plan, Problem};
use crate::store::{self, Stamp};
use crate::till::{Reply, Till, now};

#[derive(Debug, Args)]
pub struct Arguments {
    /// What the list is of
    what: What,
    /// The list: text with separators, as a spreadsheet saves it
    file: PathBuf,
    /// Reads the list, says what is wrong with it and takes nothing over
    #[arg(long)]
    dry_run: bool,
    /// Brings pupils on file up to date, known by card, document or name, and says what differs
    #[arg(long)]
    update: bool,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    Products,
    Students,
}

/// Reads a list and takes it over if nothing at all is wrong with it.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let bytes = bytes(&arguments.file)?;
    let stamp = Stamp::at(now());
    if arguments.update {
        if !matches!(arguments.what, What::Students) {
            let refusal = Refusal::new("only_students").said("cli-import-only-students");
            return Err(refusal.for_wrong_usage());
        }
        let till = context.open()?;
        let how = (arguments.dry_run, arguments.json);
        return super::import_update::run(context, &till, bytes, stamp, how);
    }
    match arguments.what {
        What::Products => take(
            context,
            arguments,
            import::products(&bytes, stamp.moment.day()),
            |till, products| till.import_products(products, stamp),
        ),
        What::Students => take(
            context,
            arguments,
            import::students(&bytes),
            |till, students| till.import_students(students, stamp),
        ),
    }
}

pub(super) fn bytes(file: &Path) -> Result<Vec<u8>, Refusal> {
    let told = |cause: i18n::Value| {
        let refusal = Refusal::new("no_file").told("path", file.display().to_string());
        refusal.told("cause", cause)
    };
    let size = fs::metadata(file).map_err(|cause| told((&cause).into()))?;
    if size.len() > import::MOST_BYTES as u64 {
        let most = import::MOST_BYTES / 1024 / 1024;
        return Err(told(format!("> {most} MiB").into()));
    }
    fs::read(file).map_err(|cause| told((&cause).into()))
}

fn take<T>(
    context: &Context,
    arguments: &Arguments,
    plan: Plan<T>,
    import: impl FnOnce(&Till, Vec<T>) -> Reply<Result<usize, store::Error>>,
) -> Result<Outcome, Refusal> {
    let (read, ignored) = (plan.rows.len(), plan.ignored.clone());
    let rows = match plan.into_rows() {
        Ok(rows) => rows,
        Err(problems) => return say_problems(context, &problems, &ignored, arguments.json),
    };
    let imported = if arguments.dry_run {
        0
    } else {
        import(&context.open()?, rows).wait()??
    };
    let result = json!({
        "rows": read, "imported": imported, "dry_run": arguments.dry_run,
        "problems": [], "ignored": ignored,
    });
    let told = [
        ("rows", read.into()),
        ("ignored", ignored.join(", ").into()),
    ];
    context.say(&match (arguments.json, arguments.dry_run) {
        (true, _) => result.to_string(),
        (false, true) => context.words.text_with("cli-list-is-good", &told),
        (false, false) => context.words.text_with("cli-imported", &told),
    })?;
    Ok(Outcome::Done)
}

/// Every line that is wrong, so that all can be mended at once.
pub(super) fn say_problems(
    context: &Context,
    problems: &[Problem],
    ignored: &[String],
    json: bool,
) -> Result<Outcome, Refusal> {
    let refusal = Refusal::new("bad_list").told("count", problems.len());
    if json {
        let mut said = refusal.json(&context.words);
        said["problems"] = problems
            .iter()
            .map(|problem| as_json(context, problem))
            .collect();
        said["ignored"] = ignored.into();
        context.say(&said.to_string())?;
    } else {
        for problem in problems {
            context.say(&problem.sentence(&context.words))?;
        }
    }
    let message = refusal.message(&context.words);
    writeln!(io::stderr(), "cantina: {message}")?;
    Ok(Outcome::Failed)
}

fn as_json(context: &Context, problem: &Problem) -> Value {
    json!({
        "line": problem.line,
        "column": problem.column,
        "value": problem.value,
        "reason": problem.reason.code(),
        "message": problem.sentence(&context.words),
    })
}
