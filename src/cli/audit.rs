//! `cantina audit`: who did what and when, whether the facts are as they were written, and a file of it.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal, day_said, text_or_null};
use crate::domain::UserId;
use crate::domain::user::{NotApproved, Pin, Right, User};
use crate::store::Stamp;
use crate::store::audit::{Entry, Filter};
use crate::store::chain::{Altered, Head};
use crate::till::audit::{local, reason, said};
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
    /// Lists who did what, latest first
    List(List),
    /// Proves that every fact is as it was written
    Verify(Verify),
    /// Writes all of it into a CSV file
    Export(Export),
}

#[derive(Debug, Args)]
struct Which {
    /// Of this person alone
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// Of this action alone
    #[arg(long, value_name = "ACTION")]
    action: Option<String>,
    /// From this day on
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Up to this day
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

#[derive(Debug, Args)]
struct List {
    #[command(flatten)]
    which: Which,
    /// The most that are listed
    #[arg(long, value_name = "N", default_value_t = 50)]
    most: usize,
    /// Only what was done before this one
    #[arg(long, value_name = "SEQ")]
    before: Option<i64>,
}

#[derive(Debug, Args)]
struct Verify {
    /// A head that was noted before, as on a Z report
    #[arg(long, value_name = "HEAD")]
    head: Option<String>,
}

#[derive(Debug, Args)]
struct Export {
    /// The file; it must not be there yet
    file: PathBuf,
    #[command(flatten)]
    which: Which,
    /// The PIN of who does it
    #[arg(long, value_name = "PIN")]
    cashier: String,
}

/// Lists, verifies or exports.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let till = context.without_printer().open()?;
    match &arguments.what {
        What::List(list) => listed(context, &till, list, arguments.json),
        What::Verify(verify) => verified(context, &till, verify, arguments.json),
        What::Export(export) => exported(context, &till, export, arguments.json),
    }
}

fn listed(context: &Context, till: &Till, list: &List, json: bool) -> Result<Outcome, Refusal> {
    let filter = filter(till, &list.which)?;
    let page = till.audit(filter, list.before, list.most).wait()??;
    if json {
        let entries: Vec<Value> = page.entries.iter().map(|of| entry(of, context)).collect();
        context.say(&json!({ "entries": entries, "more": page.more }).to_string())?;
        return Ok(Outcome::Done);
    }
    let words = &context.words;
    for of in &page.entries {
        let at = local(of.at, now());
        let who = of.who.clone().unwrap_or_else(|| words.text("audit-nobody"));
        let why = reason(of)
            .map(|why| format!(" · {why}"))
            .unwrap_or_default();
        let (day, time) = (words.date(at.day()), words.time(at));
        context.say(&format!("{day} {time}  {who}: {}{why}", said(of, words)))?;
    }
    if page.entries.is_empty() {
        context.say(&words.text("audit-none"))?;
    }
    Ok(Outcome::Done)
}

fn entry(of: &Entry, context: &Context) -> Value {
    json!({
        "seq": of.seq, "at": of.at.0, "day": of.day, "who": text_or_null(of.who.clone()),
        "action": of.action, "subject": text_or_null(of.subject.clone()),
        "detail": text_or_null(of.detail.clone()), "says": said(of, &context.words),
    })
}

fn verified(
    context: &Context,
    till: &Till,
    verify: &Verify,
    json: bool,
) -> Result<Outcome, Refusal> {
    let known: Option<Head> = match &verify.head {
        None => None,
        Some(text) => {
            let head = text.parse();
            Some(head.map_err(|_| Refusal::new("bad_head").told("text", text))?)
        }
    };
    let chained = till.verify_chain(known).wait()??;
    let good = chained.altered == 0;
    if json {
        let named: Vec<Value> = chained.named.iter().map(altered).collect();
        let said = json!({
            "ok": good, "facts": chained.facts, "head": chained.head.to_string(),
            "altered": chained.altered, "named": named,
        });
        context.say(&said.to_string())?;
    } else {
        let told = [
            ("facts", chained.facts.into()),
            ("altered", chained.altered.into()),
            ("head", chained.head.to_string().into()),
        ];
        let key = match good {
            true => "audit-verified",
            false => "audit-not-verified",
        };
        context.say(&context.words.text_with(key, &told))?;
        for of in &chained.named {
            let of = crate::till::audit::altered(of, &context.words);
            context.say(&format!("  {of}"))?;
        }
    }
    Ok(match good {
        true => Outcome::Done,
        false => Outcome::Failed,
    })
}

/// A fact that is not as it was written.
pub(super) fn altered(of: &Altered) -> Value {
    json!({ "table": of.table, "seq": of.seq, "ticket": of.number, "how": of.how.code() })
}

fn exported(
    context: &Context,
    till: &Till,
    export: &Export,
    json: bool,
) -> Result<Outcome, Refusal> {
    let filter = filter(till, &export.which)?;
    let user = allowed(till, &export.cashier)?;
    let stamp = Stamp::by(user.id, now());
    let path = export.file.display().to_string();
    if export.file.exists() {
        return Err(Refusal::new("file_there").told("path", path));
    }
    let words = context.words.clone();
    let count = till
        .export_audit(export.file.clone(), filter, words, stamp)
        .wait()??;
    let said = if json {
        json!({ "file": path, "entries": count }).to_string()
    } else {
        let told = [("path", path.into()), ("count", count.into())];
        context.words.text_with("audit-exported", &told)
    };
    context.say(&said)?;
    Ok(Outcome::Done)
}

/// Whoever this PIN is of, if they may see who did what.
fn allowed(till: &Till, typed: &str) -> Result<User, Refusal> {
    let wrong = || Refusal::new("wrong_pin").said("cli-diet-wrong-pin");
    let pin = Pin::parse(typed).map_err(|_| wrong())?;
    match till.sign_in(None, Right::Audit, pin, now()).wait()? {
        Err(PinRefused::Wrong { .. }) => Err(wrong()),
        Err(PinRefused::NotApproved(NotApproved::NoRight)) => Err(Refusal::new("audit_no_right")),
        user => Ok(user?),
    }
}

fn filter(till: &Till, which: &Which) -> Result<Filter, Refusal> {
    let user = match &which.user {
        None => None,
        Some(name) => Some(user_named(till, name)?),
    };
    Ok(Filter {
        user,
        action: which.action.clone(),
        from: which.from.as_deref().map(day_said).transpose()?,
        to: which.to.as_deref().map(day_said).transpose()?,
    })
}

fn user_named(till: &Till, name: &str) -> Result<UserId, Refusal> {
    let users = till.users().wait()??;
    let user = users.into_iter().find(|user| user.name == name);
    let user = user.ok_or_else(|| Refusal::new("no_such_user").told("name", name))?;
    Ok(user.id)
}
