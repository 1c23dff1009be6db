//! `cantina lunch`: the lunch counter without a screen, through the same rules and store.

mod counter;
mod money;
mod plans;

use clap::{Args, Subcommand};

use super::{Context, Outcome, Refusal};
use crate::domain::lunch::Weekdays;
use crate::domain::sale::At;
use crate::domain::user::{Pin, Right, User};
use crate::domain::{CardNumber, Moment, StudentId};
use crate::store;
use crate::till::lunch::LunchRefused;
use crate::till::{Till, now};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
    /// The PIN of who does it [default: the first active user]
    #[arg(long, value_name = "PIN", global = true)]
    cashier: Option<String>,
    /// Says the result as JSON
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Registers a lunch, or says why not
    Serve(counter::Serve),
    /// Takes a lunch back that was not eaten
    TakeBack(counter::TakeBack),
    /// Who has not eaten
    Missing(counter::Missing),
    /// Shows or says what there is on a day
    Menu(plans::Menu),
    /// Shows the plans, or makes or changes one
    Plans(plans::Plans),
    /// Subscribes pupils to a plan, all or none
    Subscribe(plans::Subscribe),
    /// Ends a pupil's subscription
    End(plans::End),
    /// A month's accounts
    Month(money::Of),
    /// Takes what is paid for a month
    Pay(money::Pay),
}

pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let till = context.without_printer().open()?;
    let desk = Desk {
        context,
        now: now(),
        user: user(&till, arguments.cashier.as_deref())?,
        json: arguments.json,
        till,
    };
    match &arguments.what {
        What::Serve(serve) => desk.serve(serve),
        What::TakeBack(back) => desk.take_back(back),
        What::Missing(missing) => desk.missing(missing),
        What::Menu(menu) => desk.menu(menu),
        What::Plans(plans) => desk.plans(plans),
        What::Subscribe(subscribe) => desk.subscribe(subscribe),
        What::End(end) => desk.end(end),
        What::Month(month) => desk.month(month),
        What::Pay(pay) => desk.pay(pay),
    }?;
    Ok(Outcome::Done)
}

/// An open canteen, who works at it, and how the answer is said.
struct Desk<'a> {
    context: &'a Context,
    till: Till,
    user: User,
    now: Moment,
    json: bool,
}

impl Desk<'_> {
    fn at(&self) -> At {
        At {
            till: self.till.id(),
            user: self.user.id,
            moment: self.now,
        }
    }

    /// The JSON, or the lines for people.
    fn say(&self, json: &serde_json::Value, lines: &[String]) -> Result<(), Refusal> {
        if self.json {
            return self.context.say(&json.to_string());
        }
        lines.iter().try_for_each(|line| self.context.say(line))
    }

    fn text(&self, key: &str, told: &[(&str, crate::i18n::Value)]) -> String {
        self.context.words.text_with(key, told)
    }

    /// The pupil of a card.
    fn pupil(&self, card: &str) -> Result<StudentId, Refusal> {
        let unknown = || Refusal::new("unknown_card").told("code", card);
        let number = CardNumber::parse(card).map_err(|_| unknown())?;
        match self.till.customer_by_card(number, self.now.day()).wait()? {
            Err(store::Error::NotFound(_)) => Err(unknown()),
            customer => Ok(customer?.student.id),
        }
    }
}

fn user(till: &Till, pin: Option<&str>) -> Result<User, Refusal> {
    let Some(pin) = pin else {
        let users = till.users().wait()??;
        let first = users.into_iter().find(|user| user.active);
        return first.ok_or(Refusal::new("nobody_works_here"));
    };
    let pin = Pin::parse(pin).map_err(|_| Refusal::new("wrong_pin"))?;
    Ok(till.sign_in(None, Right::Lunch, pin, now()).wait()??)
}

fn weekdays(text: &str) -> Result<Weekdays, String> {
    Weekdays::parse(text).map_err(|_| "12345".to_owned())
}

impl From<LunchRefused> for Refusal {
    fn from(refused: LunchRefused) -> Self {
        match refused {
            LunchRefused::NoRight => Self::new("lunch_no_right"),
            LunchRefused::Pin(refused) => refused.into(),
            LunchRefused::Store(error) => error.into(),
            LunchRefused::Closing(closing) => closing.into(),
        }
    }
}
