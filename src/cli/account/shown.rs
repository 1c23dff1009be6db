//! What accounts say: statements and low balances.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::{Desk, pupil_json};
use crate::cli::{Context, Outcome, Refusal, day_said};
use crate::domain::BusinessDay;
use crate::domain::Money;
use crate::domain::ledger::Stands;
use crate::printing::account::{more, what};
use crate::store::{Low as Account, StatementLine, What};
use crate::till::accounts::{low_csv, statement_csv};

#[derive(Debug, Args)]
pub struct Statement {
    /// The pupil's card, or # and their number
    pupil: String,
    /// The first day, as 23/11/2026 or 2026-11-23 [default: the first of this month]
    #[arg(long)]
    from: Option<String>,
    /// The last day [default: today]
    #[arg(long)]
    to: Option<String>,
    /// The page, from 1; without it the whole period
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    page: Option<u32>,
    /// How many lines a page has
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=1000))]
    lines: u32,
    /// Writes it as CSV into this file
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// Prints it
    #[arg(long)]
    print: bool,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Low {
    /// Writes the list as CSV into this file
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// Prints it
    #[arg(long)]
    print: bool,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

pub fn statement(context: &Context, desk: &Desk, of: &Statement) -> Result<Outcome, Refusal> {
    let pupil = desk.pupil(&of.pupil)?;
    let student = pupil.student.id;
    let period = period(desk, of)?;
    let statement = match of.page {
        None => desk.till.whole_statement(student, period),
        Some(page) => {
            let page = usize::try_from(page - 1).unwrap_or(usize::MAX);
            let lines = usize::try_from(of.lines).unwrap_or(usize::MAX);
            desk.till.statement(student, period, page, lines)
        }
    };
    let statement = statement.wait()??;
    if let Some(file) = &of.csv {
        let whole = desk.till.whole_statement(student, period).wait()??;
        save(file, &statement_csv(&whole, &context.words, desk.now))?;
    }
    let printed = match of.print {
        true => {
            let job = desk
                .till
                .print_statement(student, period, desk.now)
                .wait()??;
            Some(job.ok_or(Refusal::new("statement_too_long"))?)
        }
        false => None,
    };
    if of.json {
        let lines: Vec<Value> = statement.lines.iter().map(line_json).collect();
        let said = json!({
            "pupil": pupil_json(&pupil),
            "holders": statement.holders,
            "from": statement.from.to_string(),
            "to": statement.to.to_string(),
            "opening": statement.opening.amount(),
            "closing": statement.closing.amount(),
            "credits": statement.credits.amount(),
            "debits": statement.debits.amount(),
            "count": statement.count,
            "lines": lines,
            "print_job": printed.map(|job| job.0),
        });
        context.say(&said.to_string())?;
        return Ok(Outcome::Done);
    }
    let words = &context.words;
    let edge = |key: &str, amount: Money| format!("{}: {}", words.text(key), words.money(amount));
    context.say(&statement.holders.join("; "))?;
    context.say(&edge("statement-opening", statement.opening))?;
    for line in statement.lines.iter().rev() {
        let at = desk.now.plus_millis(line.at.0 - desk.now.at.0);
        let more = more(line, words).map_or_else(String::new, |more| format!(" ({more})"));
        context.say(&format!(
            "{}  {}{more}  {}  {}",
            words.date_time(at),
            what(line, words),
            words.amount(line.amount),
            words.amount(line.balance),
        ))?;
    }
    context.say(&edge("statement-closing", statement.closing))?;
    Ok(Outcome::Done)
}

fn period(desk: &Desk, of: &Statement) -> Result<(BusinessDay, BusinessDay), Refusal> {
    let today = desk.now.day();
    let to = of.to.as_deref().map(day_said).transpose()?.unwrap_or(today);
    let from = of.from.as_deref().map(day_said).transpose()?;
    let from = from.unwrap_or_else(|| to.first_of_month());
    match from <= to {
        true => Ok((from, to)),
        false => Err(Refusal::new("bad_period")),
    }
}

fn line_json(line: &StatementLine) -> Value {
    let mut said = json!({
        "at": line.at.0,
        "day": line.day.to_string(),
        "amount": line.amount.amount(),
        "balance": line.balance.amount(),
        "pupil": line.pupil,
        "user": line.user,
    });
    match &line.what {
        What::Sale { number, bought } => {
            said["kind"] = "sale".into();
            said["number"] = (*number).into();
            said["bought"] = bought.as_str().into();
        }
        What::Undone { number, of, whole } => {
            said["kind"] = if *whole { "void" } else { "refund" }.into();
            said["number"] = (*number).into();
            said["of"] = (*of).into();
        }
        What::Movement {
            kind,
            number,
            tender,
            reference,
            reason,
            other,
            stands,
        } => {
            said["kind"] = kind.code().into();
            said["number"] = (*number).into();
            said["tender"] = tender.map(crate::domain::tender::TenderKind::code).into();
            said["reference"] = reference.clone().into();
            said["reason"] = reason.clone().into();
            said["other"] = other.clone().into();
            said["can_be_undone"] = (*stands == Some(Stands::Open)).into();
        }
        What::Opening => said["kind"] = "opening".into(),
        What::Other(kind) => said["kind"] = kind.as_str().into(),
    }
    said
}

pub fn low(context: &Context, desk: &Desk, of: &Low) -> Result<Outcome, Refusal> {
    let low = desk.till.low().wait()??;
    if let Some(file) = &of.csv {
        save(file, &low_csv(&low, &context.words))?;
    }
    if of.print {
        let _job = desk.till.print_low(desk.now).wait()??;
    }
    let words = &context.words;
    if of.json {
        let all: Vec<Value> = low.iter().map(low_json).collect();
        context.say(&json!({ "low": all }).to_string())?;
        return Ok(Outcome::Done);
    }
    for account in &low {
        let call = [account.guardian.as_deref(), account.phone.as_deref()];
        let call: Vec<&str> = call.into_iter().flatten().collect();
        let balance = words.money(account.balance);
        context.say(&format!(
            "{}, {}  {balance}  {}",
            account.names,
            account.grade,
            call.join(", ")
        ))?;
    }
    context.say(&words.text_with("low-count", &[("count", low.len().into())]))?;
    Ok(Outcome::Done)
}

fn low_json(account: &Account) -> Value {
    json!({
        "student": account.student.0,
        "names": account.names,
        "grade": account.grade,
        "balance": account.balance.amount(),
        "threshold": account.mark.amount(),
        "guardian": account.guardian,
        "phone": account.phone,
    })
}

fn save(file: &Path, text: &str) -> Result<(), Refusal> {
    fs::write(file, text).map_err(|cause| {
        Refusal::new("csv_not_saved")
            .told("path", file.display().to_string())
            .told("cause", &cause)
    })
}
