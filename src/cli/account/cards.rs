//! Cards: what a pupil has, and what is done with them.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::Desk;
use crate::cli::{Context, Outcome, Refusal, day_said};
use crate::domain::card::{Act, Change};
use crate::domain::student::Card;
use crate::domain::user::Right;
use crate::domain::{BusinessDay, CardNumber};
use crate::store::{self, CardSaid};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// A pupil's cards, and what was done with them
    List(List),
    /// Gives out a card
    Issue(Issue),
    /// Puts another card in the place of one: the old one dies, the balance stays
    Replace(Replace),
    /// A card that was lost opens nothing any more
    Block(Plain),
    /// A card that was blocked works again
    Unblock(Plain),
    /// Gives a card its last day, or takes it away
    Expire(Expire),
}

#[derive(Debug, Args)]
struct List {
    /// The pupil's card, or # and their number
    pupil: String,
    /// Says the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct Issue {
    /// The pupil: # and their number, or a card they have
    pupil: String,
    /// The new card's number
    number: String,
    /// The last day on which it works
    #[arg(long, value_name = "DAY")]
    expires: Option<String>,
    #[command(flatten)]
    by: By,
}

#[derive(Debug, Args)]
struct Replace {
    /// The old card's number
    number: String,
    /// The new card's number
    by: String,
    /// The last day on which the new one works
    #[arg(long, value_name = "DAY")]
    expires: Option<String>,
    #[command(flatten)]
    approved: By,
}

#[derive(Debug, Args)]
struct Plain {
    /// The card's number
    number: String,
    #[command(flatten)]
    by: By,
}

#[derive(Debug, Args)]
struct Expire {
    /// The card's number
    number: String,
    /// The last day on which it works; without it the card works for ever
    #[arg(long, value_name = "DAY")]
    last: Option<String>,
    #[command(flatten)]
    by: By,
}

#[derive(Debug, Args)]
struct By {
    /// Why
    #[arg(long)]
    reason: Option<String>,
    /// The PIN of whoever may change cards
    #[arg(long)]
    pin: String,
    /// Says the result as JSON
    #[arg(long)]
    json: bool,
}

impl Arguments {
    pub const fn json(&self) -> bool {
        match &self.what {
            What::List(of) => of.json,
            What::Issue(of) => of.by.json,
            What::Replace(of) => of.approved.json,
            What::Block(of) | What::Unblock(of) => of.by.json,
            What::Expire(of) => of.by.json,
        }
    }
}

pub fn run(context: &Context, desk: &Desk, arguments: Arguments) -> Result<Outcome, Refusal> {
    match arguments.what {
        What::List(of) => list(context, desk, &of),
        What::Issue(of) => {
            let student = desk.pupil(&of.pupil)?.student.id;
            let expires = last(of.expires.as_deref())?;
            let act = Act::Issue { student, expires };
            change(context, desk, &of.number, act, &of.by)
        }
        What::Replace(of) => {
            let act = Act::Replace {
                by: number(&of.by)?,
                expires: last(of.expires.as_deref())?,
            };
            change(context, desk, &of.number, act, &of.approved)
        }
        What::Block(of) => change(context, desk, &of.number, Act::Block, &of.by),
        What::Unblock(of) => change(context, desk, &of.number, Act::Unblock, &of.by),
        What::Expire(of) => {
            let last = last(of.last.as_deref())?;
            change(context, desk, &of.number, Act::Expire { last }, &of.by)
        }
    }
}

fn change(
    context: &Context,
    desk: &Desk,
    said: &str,
    act: Act,
    by: &By,
) -> Result<Outcome, Refusal> {
    let number = number(said)?;
    let code = act.code();
    let usual = context.words.text(&format!("card-said-{code}"));
    let reason = by.reason.clone().unwrap_or(usual);
    let (approval, at) = desk.approved(&by.pin, Right::Cards, &reason)?;
    let change = Change::new(number.clone(), act, approval, at).map_err(store::Error::from)?;
    desk.till.change_card(change).wait()??;
    let told = [
        ("number", number.to_string().into()),
        (
            "what",
            context.words.text(&format!("card-said-{code}")).into(),
        ),
    ];
    context.say(&match by.json {
        true => json!({ "card": number.as_str(), "done": code, "reason": reason }).to_string(),
        false => context.words.text_with("cli-account-card", &told),
    })?;
    Ok(Outcome::Done)
}

fn list(context: &Context, desk: &Desk, of: &List) -> Result<Outcome, Refusal> {
    let pupil = desk.pupil(&of.pupil)?;
    let account = desk
        .till
        .account(pupil.student.id, desk.now.day())
        .wait()??;
    let cards = &account.cards;
    if of.json {
        let said = json!({
            "pupil": super::pupil_json(&pupil),
            "cards": cards.cards.iter().map(card_json).collect::<Vec<_>>(),
            "history": cards.history.iter().map(said_json).collect::<Vec<_>>(),
        });
        context.say(&said.to_string())?;
        return Ok(Outcome::Done);
    }
    let words = &context.words;
    for card in &cards.cards {
        let state = words.text(&format!("card-state-{}", card.state.code()));
        let last = card.expires.map(|day| format!(" ({})", words.date(day)));
        context.say(&format!(
            "{}  {state}{}",
            card.number,
            last.unwrap_or_default()
        ))?;
    }
    Ok(Outcome::Done)
}

fn card_json(card: &Card) -> Value {
    json!({
        "number": card.number.as_str(),
        "state": card.state.code(),
        "expires": card.expires.map(|day| day.to_string()),
    })
}

fn said_json(said: &CardSaid) -> Value {
    json!({
        "number": said.number,
        "what": said.what,
        "other": said.other,
        "expires": said.expires.map(|day| day.to_string()),
        "reason": said.reason,
        "at": said.at,
        "user": said.by,
    })
}

fn number(said: &str) -> Result<CardNumber, Refusal> {
    CardNumber::parse(said).map_err(|_| Refusal::new("bad_card"))
}

fn last(said: Option<&str>) -> Result<Option<BusinessDay>, Refusal> {
    said.map(day_said).transpose()
}
