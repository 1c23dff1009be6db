//! `cantina printer jobs` and `print`.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal, finish};
use crate::domain::PrintJobId;
use crate::domain::print::JobState;
use crate::printing::decode;
use crate::printing::queue::Kind;
use crate::store::PrintJob;
use crate::till::now;

#[derive(Debug, Args)]
pub(super) struct List {
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 20)]
    most: u32,
    /// Only those that wait or that somebody has to look at
    #[arg(long)]
    open: bool,
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Answers for a job in doubt
    Answer(Answer),
}

#[derive(Debug, Args)]
struct Answer {
    /// The job's number, as `jobs` says it
    #[arg(long, value_name = "N")]
    job: i64,
    /// All of it came out
    #[arg(
        long,
        required_unless_present = "not_printed",
        conflicts_with = "not_printed"
    )]
    printed: bool,
    /// It did not: it is printed again, marked as a copy
    #[arg(long)]
    not_printed: bool,
}

#[derive(Debug, Args)]
pub(super) struct Print {
    /// The job's number, as `jobs` says it
    #[arg(long, value_name = "N")]
    job: i64,
}

/// The last jobs.
pub(super) fn list(context: &Context, list: &List, json: bool) -> Result<Outcome, Refusal> {
    if let Some(What::Answer(answer)) = &list.what {
        return say_answer(context, answer, json);
    }
    let quiet = context.without_printer();
    let till = quiet.open()?;
    let jobs = if list.open {
        till.open_jobs().wait()??
    } else {
        till.jobs(list.most as usize).wait()??
    };
    if json {
        let all: Vec<Value> = jobs.iter().map(job_json).collect();
        context.say(&json!({ "jobs": all }).to_string())?;
        return Ok(Outcome::Done);
    }
    for job in &jobs {
        let state = state_of(context, job);
        let copy = if job.copy {
            context.words.text("cli-printer-copy")
        } else {
            String::new()
        };
        let told = [
            ("job", job.id.0.into()),
            ("title", (&job.title).into()),
            ("state", state.into()),
            ("copy", copy.into()),
        ];
        context.say(context.words.text_with("cli-printer-job", &told).trim_end())?;
    }
    Ok(Outcome::Done)
}

/// How far it is: no more than is known.
fn state_of(context: &Context, job: &PrintJob) -> String {
    let code = match job.state {
        JobState::Printed if job.unconfirmed => "sent",
        state => state.code(),
    };
    context.words.text(&format!("printer-job-{code}"))
}

/// «Sí, salió», or it is printed again; a drawer is only answered for.
fn say_answer(context: &Context, answer: &Answer, json: bool) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    let id = PrintJobId(answer.job);
    let job = till.job(id).wait()??;
    if job.state != JobState::Uncertain {
        return Err(Refusal::new("printer_not_in_doubt")
            .told("job", answer.job)
            .told("state", state_of(context, &job)));
    }
    let (state, key) = match (answer.printed, job.is_drawer()) {
        (true, _) => (JobState::Printed, "printed"),
        (false, true) => (JobState::Cancelled, "drawer"),
        (false, false) => (JobState::Waiting, "not-printed"),
    };
    till.settle_job(id, state).wait()??;
    let sentence = context.words.text_with(
        &format!("cli-printer-answered-{key}"),
        &[("job", answer.job.into())],
    );
    if state == JobState::Waiting {
        if !json {
            context.say(&sentence)?;
        }
        return finish(context, &till, id, json);
    }
    till.close(super::STATE_LIMIT);
    context.say(&if json {
        json!({ "job": id.0, "result": state.code(), "message": sentence }).to_string()
    } else {
        sentence
    })?;
    Ok(Outcome::Done)
}

fn job_json(job: &PrintJob) -> Value {
    json!({
        "job": job.id.0,
        "title": job.title,
        "state": job.state.code(),
        "sale_id": job.sale.map(|sale| sale.0),
        "bytes": job.bytes.len(),
        "made_at_ms": job.made_at.0,
        "copy": job.copy,
        "confirmed": job.state == JobState::Printed && !job.unconfirmed,
        "drawer": decode::kind(&job.bytes) == Kind::Drawer,
    })
}

/// Prints a job: one that waits goes out as it is, any other again as a copy.
pub(super) fn print(context: &Context, print: &Print, json: bool) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    let id = PrintJobId(print.job);
    let job = till.job(id).wait()??;
    if decode::kind(&job.bytes) == Kind::Drawer {
        return Err(Refusal::new("printer_pulse"));
    }
    let wanted = match (job.state, job.sale) {
        (JobState::Waiting | JobState::Sending, _) => id,
        (_, Some(sale)) => till.reprint(sale, now().at).wait()??,
        (_, None) => till.print_copy(job.title, job.bytes).wait()??,
    };
    if wanted != id && job.state == JobState::Uncertain {
        // Answered: the copy says that it is one.
        till.settle_job(id, JobState::Cancelled).wait()??;
    }
    finish(context, &till, wanted, json)
}
