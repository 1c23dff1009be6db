//! Money onto accounts, off them and between them.

use clap::Args;
use serde_json::json;
use uuid::Uuid;

use super::{Desk, amount};
use crate::cli::{Context, Outcome, Refusal};
use crate::domain::ledger::{Kind, Movement, Way};
use crate::domain::tender::Reference;
use crate::domain::user::Right;
use crate::domain::{Money, MovementId};
use crate::printing::account::word;
use crate::store::{self, Posted, Stamp};

#[derive(Debug, Args)]
pub struct TopUp {
    /// The pupil's card, or # and their number
    pupil: String,
    /// How much, in guaraníes
    amount: String,
    /// How it is paid: cash, debit, credit, qr, transfer or giro
    #[arg(long, default_value = "cash")]
    tender: String,
    /// The number of the voucher or operation
    #[arg(long)]
    reference: Option<String>,
    /// The movement's name; the same one again is the same movement
    #[arg(long, value_name = "UUID")]
    id: Option<Uuid>,
    /// Who takes the money [default: the first active user]
    #[arg(long, value_name = "PIN")]
    cashier: Option<String>,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Correct {
    /// The pupil's card, or # and their number
    pupil: String,
    /// How much goes onto the account; with - before it, off it
    #[arg(allow_negative_numbers = true)]
    amount: String,
    /// Why
    #[arg(long)]
    reason: String,
    /// The PIN of whoever may correct accounts
    #[arg(long)]
    pin: String,
    /// The movement's name; the same one again is the same movement
    #[arg(long, value_name = "UUID")]
    id: Option<Uuid>,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Undo {
    /// The number of the top-up, as its receipt and the statement say it
    number: i64,
    /// Why
    #[arg(long)]
    reason: String,
    /// The PIN of whoever may correct accounts
    #[arg(long)]
    pin: String,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Transfer {
    /// Whose money it is: their card, or # and their number
    from: String,
    /// Who gets it: their card, or # and their number
    to: String,
    /// How much, in guaraníes
    amount: String,
    /// Why; may be left out between siblings
    #[arg(long)]
    reason: Option<String>,
    /// The PIN of whoever may move money between accounts
    #[arg(long)]
    pin: String,
    /// The movement's name; the same one again is the same movement
    #[arg(long, value_name = "UUID")]
    id: Option<Uuid>,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Refund {
    /// The pupil's card, or # and their number
    pupil: String,
    /// How it is given back: cash, debit, credit, qr, transfer or giro
    #[arg(long, default_value = "cash")]
    tender: String,
    /// The number of the voucher or operation
    #[arg(long)]
    reference: Option<String>,
    /// Why
    #[arg(long)]
    reason: String,
    /// The pupil leaves the school: nothing more is sold to them
    #[arg(long)]
    leaves: bool,
    /// The PIN of whoever may pay out accounts
    #[arg(long)]
    pin: String,
    /// The movement's name; the same one again is the same movement
    #[arg(long, value_name = "UUID")]
    id: Option<Uuid>,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Share {
    /// The pupil's card, or # and their number
    pupil: String,
    /// The sibling whose account they use from now on; without it one of their own again
    #[arg(long)]
    with: Option<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
    /// The PIN of whoever may change accounts
    #[arg(long)]
    pin: String,
    /// The movement's name; the same one again is the same movement
    #[arg(long, value_name = "UUID")]
    id: Option<Uuid>,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

pub fn top_up(context: &Context, desk: &Desk, of: &TopUp) -> Result<Outcome, Refusal> {
    let pupil = desk.pupil(&of.pupil)?;
    let at = desk.at(of.cashier.as_deref(), Right::TopUp)?;
    let way = way(desk, &of.tender, of.reference.as_deref())?;
    let minimum = desk.till.config().accounts.minimum_top_up.money();
    let amount = amount(&of.amount)?;
    let movement = Movement::top_up(name(of.id), pupil.student.id, amount, way, minimum, at);
    done(
        context,
        desk,
        movement.map_err(store::Error::from)?,
        of.json,
    )
}

pub fn correct(context: &Context, desk: &Desk, of: &Correct) -> Result<Outcome, Refusal> {
    let pupil = desk.pupil(&of.pupil)?;
    let amount = amount(&of.amount)?;
    let (approval, at) = desk.approved(&of.pin, Right::Accounts, &of.reason)?;
    let movement = Movement::correction(name(of.id), pupil.student.id, amount, approval, at);
    done(
        context,
        desk,
        movement.map_err(store::Error::from)?,
        of.json,
    )
}

pub fn undo(context: &Context, desk: &Desk, of: &Undo) -> Result<Outcome, Refusal> {
    let top_up = desk.till.topped_up(of.number).wait()??;
    top_up.stands.ask().map_err(store::Error::from)?;
    let (approval, at) = desk.approved(&of.pin, Right::Accounts, &of.reason)?;
    let movement = Movement::undo(&top_up, approval, at);
    done(
        context,
        desk,
        movement.map_err(store::Error::from)?,
        of.json,
    )
}

pub fn transfer(context: &Context, desk: &Desk, of: Transfer) -> Result<Outcome, Refusal> {
    let (from, to) = (desk.pupil(&of.from)?.student, desk.pupil(&of.to)?.student);
    let guardian = |of: &crate::domain::student::Student| of.guardian.as_ref().map(|of| of.id);
    let family = guardian(&from).is_some() && guardian(&from) == guardian(&to);
    let siblings = context.words.text("accounts-reason-siblings");
    let reason = of.reason.unwrap_or_else(|| match family {
        true => siblings,
        false => String::new(),
    });
    let amount = amount(&of.amount)?;
    let (approval, at) = desk.approved(&of.pin, Right::Accounts, &reason)?;
    let movement = Movement::transfer(name(of.id), from.id, to.id, amount, approval, at);
    done(
        context,
        desk,
        movement.map_err(store::Error::from)?,
        of.json,
    )
}

pub fn refund(context: &Context, desk: &Desk, of: &Refund) -> Result<Outcome, Refusal> {
    let pupil = desk.pupil(&of.pupil)?;
    let way = way(desk, &of.tender, of.reference.as_deref())?;
    let (approval, at) = desk.approved(&of.pin, Right::Accounts, &of.reason)?;
    let movement = Movement::payout(name(of.id), pupil.student.id, way, approval, at);
    let paid = done(
        context,
        desk,
        movement.map_err(store::Error::from)?,
        of.json,
    )?;
    if of.leaves {
        let stamp = Stamp::by(at.user, at.moment);
        let left = desk.till.set_person_active(pupil.student.id, false, stamp);
        left.wait()??;
    }
    Ok(paid)
}

pub fn share(context: &Context, desk: &Desk, of: Share) -> Result<Outcome, Refusal> {
    let pupil = desk.pupil(&of.pupil)?.student.id;
    let with = of
        .with
        .as_deref()
        .map(|said| desk.pupil(said))
        .transpose()?;
    let with = with.map(|with| with.student.id);
    let siblings = context.words.text("accounts-reason-siblings");
    let reason = of.reason.unwrap_or(siblings);
    let (approval, at) = desk.approved(&of.pin, Right::Accounts, &reason)?;
    let movement = Movement::share(name(of.id), pupil, with, approval, at);
    done(
        context,
        desk,
        movement.map_err(store::Error::from)?,
        of.json,
    )
}

fn name(given: Option<Uuid>) -> MovementId {
    MovementId(given.unwrap_or_else(Uuid::now_v7))
}

fn way(desk: &Desk, tender: &str, reference: Option<&str>) -> Result<Way, Refusal> {
    let reference = reference.map(Reference::parse).transpose();
    let reference = reference.map_err(|_| Refusal::new("bad_reference"))?;
    Ok(Way::new(&desk.tender(tender)?, reference).map_err(store::Error::from)?)
}

fn done(
    context: &Context,
    desk: &Desk,
    movement: Movement,
    json: bool,
) -> Result<Outcome, Refusal> {
    let posted = desk.till.move_money(movement).wait()??;
    context.say(&match json {
        true => as_json(&posted).to_string(),
        false => sentence(context, &posted),
    })?;
    Ok(Outcome::Done)
}

fn as_json(posted: &Posted) -> serde_json::Value {
    let slip = &posted.slip;
    json!({
        "id": slip.id.0,
        "number": slip.number,
        "kind": slip.kind.code(),
        "name": slip.pupil,
        "amount": slip.amount.amount(),
        "rounding": slip.rounding.amount(),
        "before": slip.before.amount(),
        "balance": slip.after.amount(),
        "tender": slip.tender.map(crate::domain::tender::TenderKind::code),
        "reference": slip.reference,
        "reason": slip.reason,
        "other": slip.other,
        "again": posted.again,
        "print_job": posted.print_job.map(|job| job.0),
    })
}

fn sentence(context: &Context, posted: &Posted) -> String {
    let slip = &posted.slip;
    let amount: Money = match slip.kind {
        Kind::Payout | Kind::Transfer | Kind::Share => slip.handed(),
        Kind::TopUp | Kind::Correction | Kind::Undo => slip.amount,
    };
    let told = [
        ("number", slip.number.into()),
        (
            "what",
            context
                .words
                .text(&format!("movement-{}", word(slip.kind)))
                .into(),
        ),
        ("name", (&slip.pupil).into()),
        ("amount", amount.into()),
        ("balance", slip.after.into()),
    ];
    let key = match posted.again {
        true => "cli-account-again",
        false => "cli-account-done",
    };
    context.words.text_with(key, &told)
}
