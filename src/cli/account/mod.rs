//! `cantina account`: pupils' accounts without a screen, through the same rules, store and printer.

mod cards;
mod list;
mod moves;
mod shown;

use std::time::Duration;

use clap::{Args, Subcommand};
use serde_json::json;

use super::{Context, Outcome, Refusal};
use crate::domain::sale::At;
use crate::domain::student::Customer;
use crate::domain::tender::{Tender, TenderKind};
use crate::domain::user::{Approval, Pin, Right};
use crate::domain::{BusinessDay, CardNumber, Moment, Money, StudentId, UserId};
use crate::till::{PinRefused, Till, now};

/// How long the printer may finish the paper it is at.
const LAST_PAPER: Duration = Duration::from_secs(3);

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Puts money onto a pupil's account
    TopUp(moves::TopUp),
    /// What was booked on an account in a period
    Statement(shown::Statement),
    /// Puts a mistake right
    Correct(moves::Correct),
    /// Undoes a top-up of the open shift: account and drawer both follow
    Undo(moves::Undo),
    /// Moves money from one pupil to another
    Transfer(moves::Transfer),
    /// Gives back all that is on the account of whoever leaves
    Refund(moves::Refund),
    /// Lets a pupil use a sibling's account, or their own again
    Share(moves::Share),
    /// Gives out, replaces, blocks and lists cards
    Cards(cards::Arguments),
    /// The accounts with little on them
    Low(shown::Low),
    /// Top-ups of many pupils from a list, all or nothing
    Import(list::Arguments),
}

impl Arguments {
    /// Whether the answer is wanted as JSON.
    pub const fn json(&self) -> bool {
        match &self.what {
            What::TopUp(of) => of.json,
            What::Statement(of) => of.json,
            What::Correct(of) => of.json,
            What::Undo(of) => of.json,
            What::Transfer(of) => of.json,
            What::Refund(of) => of.json,
            What::Share(of) => of.json,
            What::Cards(of) => of.json(),
            What::Low(of) => of.json,
            What::Import(of) => of.json,
        }
    }
}

/// Does what the arguments say.
pub fn run(context: &Context, arguments: Arguments) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    let desk = Desk::new(till.clone())?;
    let outcome = match arguments.what {
        What::TopUp(of) => moves::top_up(context, &desk, &of),
        What::Statement(of) => shown::statement(context, &desk, &of),
        What::Correct(of) => moves::correct(context, &desk, &of),
        What::Undo(of) => moves::undo(context, &desk, &of),
        What::Transfer(of) => moves::transfer(context, &desk, of),
        What::Refund(of) => moves::refund(context, &desk, &of),
        What::Share(of) => moves::share(context, &desk, of),
        What::Cards(of) => cards::run(context, &desk, of),
        What::Low(of) => shown::low(context, &desk, &of),
        What::Import(of) => list::run(context, &desk, &of),
    };
    till.let_print(LAST_PAPER);
    till.close(LAST_PAPER);
    outcome
}

/// An open till with what every command asks of it.
struct Desk {
    till: Till,
    now: Moment,
    /// Who works where no PIN says it.
    first: UserId,
}

impl Desk {
    fn new(till: Till) -> Result<Self, Refusal> {
        let users = till.users().wait()??;
        let first = users.iter().find(|user| user.active);
        Ok(Self {
            first: first.ok_or(Refusal::new("nobody_works_here"))?.id,
            now: now(),
            till,
        })
    }

    /// Who works: whoever's PIN it is, if they may; without one the first active user.
    fn at(&self, cashier: Option<&str>, right: Right) -> Result<At, Refusal> {
        let user = match cashier {
            None => self.first,
            Some(typed) => {
                let signed = self.till.sign_in(None, right, pin(typed)?, self.now);
                signed.wait()?.map_err(refused)?.id
            }
        };
        Ok(At {
            till: self.till.id(),
            user,
            moment: self.now,
        })
    }

    /// The approval of whoever's PIN it is, who is then also the one who did it.
    fn approved(&self, typed: &str, right: Right, reason: &str) -> Result<(Approval, At), Refusal> {
        if reason.trim().chars().count() < 3 {
            return Err(Refusal::new("account_needs_reason"));
        }
        let at = self.at(Some(typed), right)?;
        let approval = self
            .till
            .approve(right, pin(typed)?, reason.to_owned(), self.now);
        Ok((approval.wait()?.map_err(refused)?, at))
    }

    /// The pupil of a card, whatever its state, or with `#` of that number.
    fn pupil(&self, said: &str) -> Result<Customer, Refusal> {
        let unknown = || Refusal::new("account_unknown").told("code", said);
        let day = self.now.day();
        if let Some(number) = said.strip_prefix('#') {
            let number = number.parse().map_err(|_| unknown())?;
            return self.customer(StudentId(number), day).map_err(|_| unknown());
        }
        let card = CardNumber::parse(said).map_err(|_| unknown())?;
        let student = self.till.student_of_card(card).wait()??;
        self.customer(student.ok_or_else(unknown)?, day)
    }

    fn customer(&self, student: StudentId, day: BusinessDay) -> Result<Customer, Refusal> {
        Ok(self.till.customer(student, day).wait()??)
    }

    fn tender(&self, code: &str) -> Result<Tender, Refusal> {
        let unknown = || Refusal::new("account_no_tender").told("tender", code);
        let kind = TenderKind::from_code(code).ok_or_else(unknown)?;
        let tenders = self.till.tenders().wait()??;
        tenders
            .into_iter()
            .find(|tender| tender.kind == kind)
            .ok_or_else(unknown)
    }
}

fn pin(typed: &str) -> Result<Pin, Refusal> {
    Pin::parse(typed).map_err(|_| Refusal::new("wrong_pin").said("cli-account-wrong-pin"))
}

/// Nothing was sold here: the sentence is another.
fn refused(why: PinRefused) -> Refusal {
    match why {
        PinRefused::Wrong { .. } | PinRefused::NotApproved(_) => {
            Refusal::new("wrong_pin").said("cli-account-wrong-pin")
        }
        why => why.into(),
    }
}

fn amount(text: &str) -> Result<Money, Refusal> {
    Money::parse(text).map_err(|_| Refusal::new("bad_amount").said("cli-account-bad-amount"))
}

/// A pupil in JSON.
fn pupil_json(customer: &Customer) -> serde_json::Value {
    let student = &customer.student;
    json!({ "student": student.id.0, "name": student.name, "grade": student.grade })
}
