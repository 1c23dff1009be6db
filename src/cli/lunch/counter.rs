//! Serving, taking back, and who is still to come.

use clap::Args;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Desk, Refusal};
use crate::cli::day;
use crate::domain::lunch::{Answered, Conflict, Refusal as NotServed, ServingId};
use crate::domain::user::Pin;
use crate::domain::{BusinessDay, CardNumber, ProductId, Timestamp};
use crate::store;
use crate::store::lunch::{Attempt, Outcome, Served, Wanted, Who};
use crate::till::lunch::LunchRefused;

#[derive(Debug, Args)]
pub struct Serve {
    /// The pupil's card
    #[arg(long, value_name = "CODE")]
    card: String,
    /// The lunch's name; the same one again is the same lunch
    #[arg(long, value_name = "UUID")]
    id: Option<Uuid>,
    /// A product of the menu that is not put on the plate, by its number
    #[arg(long = "without", value_name = "NUMBER")]
    left_out: Vec<i64>,
    /// What is asked about was read, and is served
    #[arg(long)]
    confirm: bool,
    /// The PIN of who approves it
    #[arg(long, value_name = "PIN", requires = "reason")]
    approve: Option<String>,
    /// Why it is approved
    #[arg(long)]
    reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct TakeBack {
    /// The lunch's name
    #[arg(long, value_name = "UUID")]
    id: Uuid,
    /// Why it is taken back
    #[arg(long)]
    reason: String,
}

#[derive(Debug, Args)]
pub struct Missing {
    /// Of which day [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    day: Option<BusinessDay>,
}

impl Desk<'_> {
    pub(super) fn serve(&self, serve: &Serve) -> Result<(), Refusal> {
        let unknown = || Refusal::new("unknown_card").told("code", &serve.card);
        let card = CardNumber::parse(&serve.card).map_err(|_| unknown())?;
        let wanted = Wanted {
            id: ServingId(serve.id.unwrap_or_else(Uuid::now_v7)),
            who: Who::Card(card),
            left_out: serve.left_out.iter().copied().map(ProductId).collect(),
            answered: None,
        };
        let first = self.attempt(wanted.clone(), &serve.card)?;
        let shown = match &first.outcome {
            Outcome::Ask(shown) if serve.confirm || serve.approve.is_some() => shown.clone(),
            _ => return self.answer(&first),
        };
        let attempt = if let (Some(pin), Some(reason)) = (&serve.approve, &serve.reason) {
            let pin = Pin::parse(pin).map_err(|_| Refusal::new("wrong_pin"))?;
            let approval = (pin, reason.clone());
            let till = &self.till;
            let reply = till.serve_lunch_approved(wanted, shown, approval, self.at());
            reply.wait()??
        } else {
            let answered = Answered::of(shown, None);
            self.attempt(Wanted { answered, ..wanted }, &serve.card)?
        };
        self.answer(&attempt)
    }

    fn attempt(&self, wanted: Wanted, card: &str) -> Result<Attempt, Refusal> {
        match self
            .till
            .serve_lunch(wanted, &self.user, self.at())
            .wait()?
        {
            Err(LunchRefused::Store(store::Error::NotFound(_))) => {
                Err(Refusal::new("unknown_card").told("code", card))
            }
            attempt => Ok(attempt?),
        }
    }

    fn answer(&self, attempt: &Attempt) -> Result<(), Refusal> {
        let name = attempt.customer.student.name.clone();
        match &attempt.outcome {
            Outcome::Served(served) => self.say_served(attempt, served),
            Outcome::Ask(conflicts) => Err(self.stands("lunch_ask", &name, conflicts)),
            Outcome::Refused(refusal) => Err(self.refusal(refusal, &name)),
        }
    }

    fn say_served(&self, attempt: &Attempt, served: &Served) -> Result<(), Refusal> {
        let student = &attempt.customer.student;
        let json = json!({
            "serving_id": served.id.0,
            "student": student.id.0,
            "name": student.name,
            "grade": student.grade,
            "day": served.day.to_string(),
            "at": served.at.0,
            "left_out": served.left_out,
        });
        let told = [
            ("name", student.name.as_str().into()),
            ("grade", student.grade.as_str().into()),
        ];
        self.say(&json, &[self.text("cli-lunch-served", &told)])
    }

    fn refusal(&self, refusal: &NotServed, name: &str) -> Refusal {
        let time = |at: Timestamp| {
            let moment = self.now.plus_millis(at.0 - self.now.at.0);
            self.context.words.time(moment)
        };
        match refusal {
            NotServed::AlreadyEaten { at } => Refusal::new("lunch_already_eaten")
                .told("name", name)
                .told("time", time(*at)),
            NotServed::NotSubscribed => Refusal::new("lunch_not_subscribed").told("name", name),
            NotServed::StartsOn(day) => Refusal::new("lunch_not_yet")
                .told("name", name)
                .told("day", *day),
            NotServed::EndedOn(day) => Refusal::new("lunch_ended")
                .told("name", name)
                .told("day", *day),
            NotServed::NotToday(days) => {
                let days = crate::printing::lunch::weekdays_words(*days, &self.context.words);
                Refusal::new("lunch_not_today")
                    .told("name", name)
                    .told("days", days)
            }
            NotServed::DayOff => Refusal::new("lunch_day_off").told("name", name),
            NotServed::Restricted(conflicts) => {
                let code = match conflicts.first() {
                    Some(Conflict::NoMenu(_)) => "lunch_no_menu",
                    _ => "lunch_restricted",
                };
                self.stands(code, name, conflicts)
            }
        }
    }

    fn stands(&self, code: &'static str, name: &str, conflicts: &[Conflict]) -> Refusal {
        let dishes = conflicts.iter().map(|conflict| match conflict {
            Conflict::Dish { name, .. } => name.clone(),
            Conflict::NoMenu(_) => self.text("lunch-no-menu-today", &[]),
        });
        let dishes = dishes.collect::<Vec<_>>().join(", ");
        Refusal::new(code)
            .told("name", name)
            .told("dishes", dishes)
            .against(conflicts.iter().map(of_conflict).collect())
    }

    pub(super) fn take_back(&self, back: &TakeBack) -> Result<(), Refusal> {
        let (id, at) = (ServingId(back.id), self.at());
        let reply = self
            .till
            .take_back_lunch(id, back.reason.clone(), &self.user, at);
        reply.wait()??;
        let json = json!({ "serving_id": back.id, "taken_back": true });
        self.say(&json, &[self.text("cli-lunch-taken-back", &[])])
    }

    pub(super) fn missing(&self, missing: &Missing) -> Result<(), Refusal> {
        let of = missing.day.unwrap_or(self.now.day());
        let day = self.till.lunch_day(of).wait()??;
        let seats: Vec<Value> = day
            .missing()
            .map(
                |seat| json!({ "student": seat.student.0, "name": seat.name, "grade": seat.grade }),
            )
            .collect();
        let json = json!({
            "day": of.to_string(),
            "expected": day.expected(),
            "eaten": day.eaten(),
            "missing": seats,
        });
        let told = [
            ("eaten", day.eaten().into()),
            ("expected", day.expected().into()),
        ];
        let mut lines = vec![self.text("lunch-paper-count", &told)];
        lines.extend(
            day.missing()
                .map(|seat| format!("{} · {}", seat.grade, seat.name)),
        );
        self.say(&json, &lines)
    }
}

/// What stands against it, as with a sale; without a product where nobody has said what there is.
fn of_conflict(conflict: &Conflict) -> Value {
    let (product, name) = match conflict {
        Conflict::Dish { product, name, .. } => (json!(product.0), json!(name)),
        Conflict::NoMenu(_) => (Value::Null, Value::Null),
    };
    let reasons = conflict.reasons().iter();
    json!({
        "product": product,
        "name": name,
        "response": conflict.response().code(),
        "reasons": reasons.map(crate::cli::refusal::reason_json).collect::<Vec<_>>(),
    })
}
