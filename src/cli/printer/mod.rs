//! `cantina printer`: ports, setup, state, test page, jobs, log and drawer, through the same worker as the
//! tickets of the window.

mod jobs;
mod logo;
mod preview;
mod setup;

use std::thread;
use std::time::{Duration, Instant};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal, day, text_or_null};
use crate::domain::{BusinessDay, PrintJobId};
use crate::printing::journal::Journal;
use crate::printing::ports::{self, Port};
use crate::printing::{Outcome as Ended, State, Status};
use crate::store::Stamp;
use crate::till::{Till, now};

/// How long a command waits for its own page.
const PAGE_LIMIT: Duration = Duration::from_secs(15);
/// How long a printer may take to be found.
const STATE_LIMIT: Duration = Duration::from_secs(3);
const LOOK: Duration = Duration::from_millis(10);

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
    /// The ports of this computer, the likeliest first
    Ports,
    /// Sets the printer up: asks on the terminal, or takes all from its options
    Setup(setup::Arguments),
    /// What the printer does, and what to do about it
    Status,
    /// Prints a page with accents, widths and the cut
    Test,
    /// Prints a job again, marked as a copy
    Print(jobs::Print),
    /// Shows a sale's ticket without printing it
    Preview(preview::Arguments),
    /// The last jobs, newest first
    Jobs(jobs::List),
    /// The picture above the tickets
    Logo(logo::Arguments),
    /// What happened to the printer
    Log(Log),
    /// Opens the drawer
    Drawer,
}

#[derive(Debug, Args)]
struct Log {
    /// Only what somebody should look at
    #[arg(long)]
    errors: bool,
    /// From this day on
    #[arg(long, value_name = "DATE", value_parser = day)]
    since: Option<BusinessDay>,
}

/// Does what is asked of the printer.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let json = arguments.json;
    match &arguments.what {
        What::Ports => say_ports(context, json),
        What::Setup(options) => setup::run(context, options, json),
        What::Status => status(context, json),
        What::Test => test(context, json),
        What::Print(print) => jobs::print(context, print, json),
        What::Preview(preview) => preview::run(context, preview, json),
        What::Jobs(list) => jobs::list(context, list, json),
        What::Logo(logo) => logo::run(context, logo, json),
        What::Log(log) => say_log(context, log, json),
        What::Drawer => drawer(context, json),
    }
}

fn say_ports(context: &Context, json: bool) -> Result<Outcome, Refusal> {
    let ports = ports::look();
    if json {
        let all: Vec<Value> = ports.iter().map(|port| port_json(context, port)).collect();
        context.say(&json!({ "ports": all }).to_string())?;
    } else if ports.is_empty() {
        context.say(&context.words.text("cli-printer-no-ports"))?;
    }
    for port in ports.iter().filter(|_| !json) {
        let likely = if port.likely { "* " } else { "  " };
        let told = port.told(&context.words);
        context.say(&format!("{likely}{}  {told}  {}", port.path, port.address))?;
    }
    Ok(Outcome::Done)
}

fn port_json(context: &Context, port: &Port) -> Value {
    json!({
        "path": port.path,
        "address": port.address.to_string(),
        "usb": text_or_null(port.usb.as_ref().map(ToString::to_string)),
        "adapter": port.adapter.map(ports::Adapter::name),
        "product": port.product,
        "likely": port.likely,
        "held_by": port.holder,
        "what": port.told(&context.words),
    })
}

fn status(context: &Context, json: bool) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    let status = settled(&till);
    if json {
        context.say(&status_json(context, &till, &status).to_string())?;
    } else {
        let told = status.told(&context.words, now().at);
        for line in [told.what, told.todo, told.waiting] {
            if !line.is_empty() {
                context.say(&line)?;
            }
        }
        if let Some(job) = status.uncertain {
            let job = [("job", job.0.into())];
            context.say(&context.words.text_with("printer-uncertain", &job))?;
        }
    }
    // A ticket that waited is on its way now: who only looks must not cut it off.
    till.let_print(STATE_LIMIT);
    till.close(STATE_LIMIT);
    Ok(Outcome::Done)
}

/// The state once the printer was tried.
fn settled(till: &Till) -> Status {
    let end = Instant::now() + STATE_LIMIT;
    loop {
        let status = till.printer().status();
        if status.state != State::Connecting || Instant::now() >= end {
            return status;
        }
        thread::sleep(LOOK);
    }
}

fn status_json(context: &Context, till: &Till, status: &Status) -> Value {
    let told = status.told(&context.words, now().at);
    let (since, next_try) = match &status.state {
        State::NotConnected {
            since, next_try, ..
        } => (Some(since.0), Some(next_try.0)),
        State::Stalled { since, .. } => (Some(since.0), None),
        _ => (None, None),
    };
    let config = till.config().printer;
    json!({
        "state": status.state.code(),
        "works": status.state.works(),
        "what": told.what,
        "todo": told.todo,
        "waiting": status.waiting,
        "uncertain": status.uncertain.map(|job| job.0),
        "paper_low": status.paper_low,
        "since_ms": since,
        "next_try_ms": next_try,
        "address": context.printer.clone().unwrap_or(config.address),
        "profile": config.profile,
    })
}

fn test(context: &Context, json: bool) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    let title = context.words.text("test-page");
    let job = till.test_page(title, now().at).wait()??;
    finish(context, &till, job, json)
}

fn drawer(context: &Context, json: bool) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    let job = till.open_drawer_as(Stamp::at(now())).wait()??;
    finish(context, &till, job, json)
}

/// Waits for a job and says how it ended.
fn finish(context: &Context, till: &Till, job: PrintJobId, json: bool) -> Result<Outcome, Refusal> {
    let ended = wait_for(till, job);
    let status = till.printer().status();
    till.close(STATE_LIMIT);
    let code = match ended {
        Some(Ended::Printed) => "printed",
        Some(Ended::Sent) => "sent",
        Some(Ended::Uncertain) => "uncertain",
        Some(Ended::Dropped) => "dropped",
        Some(Ended::NotSent) | None => "waiting",
    };
    let told = [
        ("job", job.0.into()),
        ("reason", status.state.sentence(&context.words).into()),
    ];
    let sentence = context
        .words
        .text_with(&format!("cli-printer-{code}"), &told);
    let done = matches!(ended, Some(Ended::Printed | Ended::Sent));
    if json {
        context.say(
            &json!({ "job": job.0, "result": code, "state": status.state.code(), "message": sentence })
                .to_string(),
        )?;
    } else if done {
        context.say(&sentence)?;
    }
    if done {
        return Ok(Outcome::Done);
    }
    if !json {
        context.complain(&sentence);
    }
    Ok(Outcome::Failed)
}

/// How the job ended; `None` if it still waits.
fn wait_for(till: &Till, job: PrintJobId) -> Option<Ended> {
    let end = Instant::now() + PAGE_LIMIT;
    let found = Instant::now() + STATE_LIMIT;
    loop {
        let status = till.printer().status();
        let last = status.last.filter(|(last, _)| *last == job);
        match last {
            Some((_, Ended::NotSent)) | None => {}
            Some((_, ended)) => return Some(ended),
        }
        // A printer that is not there, or has no paper, is not waited for: the job is kept.
        let hopeless = !status.state.works() && status.state.job().is_none();
        if Instant::now() >= end || (hopeless && Instant::now() >= found) {
            return None;
        }
        thread::sleep(LOOK);
    }
}

fn say_log(context: &Context, log: &Log, json: bool) -> Result<Outcome, Refusal> {
    let file = context.folder()?.logs().join("printer.log");
    let entries = Journal::read(&file, log.since.map(|day| day.0))?;
    let wanted = entries.iter().filter(|entry| entry.error || !log.errors);
    if json {
        let lines: Vec<Value> = wanted
            .map(|of| json!({ "at": of.at.to_rfc3339(), "error": of.error, "text": of.text }))
            .collect();
        context.say(&json!({ "log": lines }).to_string())?;
        return Ok(Outcome::Done);
    }
    for entry in wanted {
        let mark = if entry.error { "!" } else { " " };
        let at = entry.at.format("%d/%m/%Y %H:%M:%S");
        context.say(&format!("{at} {mark} {}", entry.text))?;
    }
    Ok(Outcome::Done)
}
