//! `cantina printer jobs` and `print`.

use clap::Args;
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
}

#[derive(Debug, Args)]
pub(super) struct Print {
    /// The job's number, as `jobs` says it
    #[arg(long, value_name = "N")]
    job: i64,
}

/// The last jobs.
pub(super) fn list(context: &Context, list: &List, json: bool) -> Result<Outcome, Refusal> {
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
        let state = context
            .words
            .text(&format!("printer-job-{}", job.state.code()));
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

fn job_json(job: &PrintJob) -> Value {
    json!({
        "job": job.id.0,
        "title": job.title,
        "state": job.state.code(),
        "sale_id": job.sale.map(|sale| sale.0),
        "bytes": job.bytes.len(),
        "made_at_ms": job.made_at.0,
        "copy": job.copy,
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
