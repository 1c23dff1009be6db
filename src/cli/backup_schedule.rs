//! `cantina backup schedule`: the system's own scheduler makes a backup every day, also while no till runs.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal};
use crate::backup::schedule::{Error, Job, Plan, Scheduler, Step};
use crate::backup::{self, Keeper};
use crate::till::now;

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Sets the schedule; what others scheduled stays
    Install(Change),
    /// Says whether it is set, when it runs next and how the last backup went
    Status(Look),
    /// Takes it away
    Remove(Change),
}

#[derive(Debug, Args)]
struct Change {
    /// Only says what would be written and run
    #[arg(long)]
    dry_run: bool,
    /// Says the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct Look {
    /// Says the result as JSON
    #[arg(long)]
    json: bool,
}

impl Arguments {
    pub const fn json(&self) -> bool {
        match &self.what {
            What::Install(of) | What::Remove(of) => of.json,
            What::Status(of) => of.json,
        }
    }
}

pub fn run(context: &Context, keeper: &Keeper, of: &Arguments) -> Result<Outcome, Refusal> {
    let scheduler = Scheduler::of_system().map_err(|error| refusal(&error))?;
    match &of.what {
        What::Install(change) => {
            let plan = scheduler.install(&job(context, keeper)?);
            let plan = plan.map_err(|error| refusal(&error))?;
            carry_out(
                context,
                scheduler,
                &plan,
                change,
                "backup-schedule-installed",
            )
        }
        What::Remove(change) => {
            let plan = scheduler.remove().map_err(|error| refusal(&error))?;
            carry_out(context, scheduler, &plan, change, "backup-schedule-removed")
        }
        What::Status(look) => status(context, keeper, scheduler, look.json),
    }
}

fn job(context: &Context, keeper: &Keeper) -> Result<Job, Refusal> {
    let folder = context.folder()?;
    if !folder.database().exists() {
        let place = folder.root().display().to_string();
        return Err(Refusal::new("no_canteen").told("path", place));
    }
    Ok(Job {
        program: std::env::current_exe()?,
        data: std::path::absolute(folder.root())?,
        time: keeper.settings().time,
    })
}

fn refusal(error: &Error) -> Refusal {
    match error {
        Error::NoScheduler => Refusal::new("no_scheduler").said("backup-no-scheduler"),
        Error::NoHome => Refusal::new("settings").said("settings-no-home"),
        Error::BadPath => Refusal::new("bad_path").said("backup-bad-path"),
        Error::Io { path, cause } => Refusal::new("schedule_failed")
            .said("backup-data-failed")
            .told("path", path.display().to_string())
            .told("cause", cause),
        Error::Refused { command, said } => Refusal::new("schedule_failed")
            .said("backup-schedule-refused")
            .told("command", command)
            .told("said", said),
    }
}

/// What is to be done is said first, as it is.
fn carry_out(
    context: &Context,
    scheduler: Scheduler,
    plan: &Plan,
    change: &Change,
    done: &'static str,
) -> Result<Outcome, Refusal> {
    if !change.json {
        for step in &plan.0 {
            say_step(context, step)?;
        }
    }
    if !change.dry_run {
        plan.carry_out().map_err(|error| refusal(&error))?;
    }
    let key = if change.dry_run {
        "backup-schedule-dry"
    } else {
        done
    };
    context.say(&match change.json {
        true => {
            let steps: Vec<Value> = plan.0.iter().map(step_as_json).collect();
            let (by, dry_run) = (scheduler.code(), change.dry_run);
            json!({ "ok": true, "scheduler": by, "dry_run": dry_run, "steps": steps }).to_string()
        }
        false => context.words.text(key),
    })?;
    Ok(Outcome::Done)
}

fn say_step(context: &Context, step: &Step) -> Result<(), Refusal> {
    let (head, text) = match step {
        Step::Write(path, text) => (format!("> {}", path.display()), Some(text)),
        Step::Delete(path) => (format!("✗ {}", path.display()), None),
        Step::Run { command, input, .. } => (format!("$ {}", command.join(" ")), input.as_ref()),
    };
    context.say(&head)?;
    for line in text.iter().flat_map(|text| text.lines()) {
        context.say(&format!("    {line}"))?;
    }
    Ok(())
}

fn step_as_json(step: &Step) -> Value {
    match step {
        Step::Write(path, text) => json!({ "write": path, "text": text }),
        Step::Delete(path) => json!({ "delete": path }),
        Step::Run { command, input, .. } => json!({ "run": command, "input": input }),
    }
}

fn status(
    context: &Context,
    keeper: &Keeper,
    scheduler: Scheduler,
    json: bool,
) -> Result<Outcome, Refusal> {
    let installed = scheduler.is_installed().map_err(|error| refusal(&error))?;
    let (state, now) = (keeper.state(), now());
    let next = backup::next_slot(keeper.settings(), now);
    let health = backup::Health::of(&state, keeper.settings(), now);
    let failure = state.failures.last();
    let good = state.last_good.as_ref();
    let failed_last = failure.filter(|of| good.is_none_or(|good| of.at.at > good.at.at));
    let last_run = failed_last.map(|of| of.at).or(good.map(|good| good.at));
    if json {
        let value = json!({
            "scheduler": scheduler.code(),
            "installed": installed,
            "next_run": installed.then_some(next),
            "last_run": last_run.map(|at| at.local),
            "last_result": match (failed_last, good) {
                (Some(failure), _) => failure.why.as_str(),
                (None, Some(_)) => "ok",
                (None, None) => "never",
            },
            "health": format!("{health:?}").to_lowercase(),
        });
        context.say(&value.to_string())?;
        return Ok(Outcome::Done);
    }
    let words = &context.words;
    let never = || words.text("backup-never");
    let told = [
        ("scheduler", words.text(scheduler.key()).into()),
        ("next", next.format("%d/%m/%Y %H:%M").to_string().into()),
    ];
    let key = if installed {
        "backup-schedule-on"
    } else {
        "backup-schedule-off"
    };
    context.say(&words.text_with(key, &told))?;
    let result = match (failed_last, good) {
        (Some(failure), _) => failure.why.clone(),
        (None, Some(_)) => words.text("backup-last-good"),
        (None, None) => never(),
    };
    let told = [
        (
            "last",
            last_run.map_or_else(never, |at| words.date_time(at)).into(),
        ),
        ("result", result.into()),
    ];
    context.say(&words.text_with("backup-schedule-last", &told))?;
    Ok(Outcome::Done)
}
