//! Menus, plans and subscriptions.

use clap::{ArgGroup, Args};
use serde_json::{Value, json};

use super::{Desk, Refusal, weekdays};
use crate::cli::day;
use crate::domain::catalogue::Price;
use crate::domain::lunch::{NewPlan, PlanId, Pricing, Weekdays};
use crate::domain::{BusinessDay, Money, ProductId, StudentId};
use crate::printing::lunch::{day_words, weekdays_words};
use crate::store::lunch::{PlanFile, Wish};

#[derive(Debug, Args)]
pub struct Menu {
    /// Of which day [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    day: Option<BusinessDay>,
    /// A product that is on it, by its number; replaces what was said
    #[arg(long = "set", value_name = "NUMBER")]
    dishes: Vec<i64>,
    /// Takes the day's menu back
    #[arg(long, conflicts_with = "dishes")]
    clear: bool,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("price").args(["per_day", "per_month"]))]
pub struct Plans {
    /// Makes or changes a plan of this name
    #[arg(long, value_name = "NAME", requires = "price")]
    save: Option<String>,
    /// The number of the plan that is changed
    #[arg(long, value_name = "NUMBER", requires = "save")]
    plan: Option<i64>,
    /// Guaraníes for each lunch
    #[arg(long, value_name = "AMOUNT")]
    per_day: Option<String>,
    /// Guaraníes a month
    #[arg(long, value_name = "AMOUNT")]
    per_month: Option<String>,
    /// On which days of the week, Monday 1
    #[arg(long, value_name = "12345", value_parser = weekdays)]
    days: Option<Weekdays>,
    /// A day without lunch
    #[arg(long = "off", value_name = "DAY", value_parser = day)]
    days_off: Vec<BusinessDay>,
    /// It is not offered any more
    #[arg(long)]
    inactive: bool,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("who").args(["cards", "grade"]).required(true))]
pub struct Subscribe {
    /// The number of the plan
    #[arg(long, value_name = "NUMBER")]
    plan: i64,
    /// A pupil's card
    #[arg(long = "card", value_name = "CODE")]
    cards: Vec<String>,
    /// All pupils of a class
    #[arg(long)]
    grade: Option<String>,
    /// From which day on [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    from: Option<BusinessDay>,
    /// Until which day
    #[arg(long, value_name = "DAY", value_parser = day)]
    until: Option<BusinessDay>,
    /// On which days of the week, Monday 1 [default: those of the plan]
    #[arg(long, value_name = "12345", value_parser = weekdays)]
    days: Option<Weekdays>,
}

#[derive(Debug, Args)]
pub struct End {
    /// The pupil's card
    #[arg(long, value_name = "CODE")]
    card: String,
    /// The last day [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    last: Option<BusinessDay>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

impl Desk<'_> {
    pub(super) fn menu(&self, menu: &Menu) -> Result<(), Refusal> {
        let of = menu.day.unwrap_or(self.now.day());
        if menu.clear || !menu.dishes.is_empty() {
            let dishes = menu.dishes.iter().copied().map(ProductId).collect();
            let written = self.till.set_lunch_menu(of, dishes, &self.user, self.now);
            written.wait()??;
        }
        let day = self.till.lunch_day(of).wait()??;
        let dishes: Vec<Value> = day
            .dishes
            .iter()
            .map(|dish| {
                json!({
                    "product": dish.product.0,
                    "name": dish.name,
                    "refused": dish.refused.len(),
                    "asked": dish.asked.len(),
                    "unknown": dish.unknown,
                })
            })
            .collect();
        let json = json!({ "day": of.to_string(), "dishes": dishes });
        let mut lines = vec![day_words(of, &self.context.words)];
        lines.extend(day.dishes.iter().map(|dish| {
            let told = [
                ("number", dish.product.0.into()),
                ("name", dish.name.as_str().into()),
                ("refused", dish.refused.len().into()),
                ("asked", dish.asked.len().into()),
            ];
            self.text("cli-lunch-dish", &told)
        }));
        if day.dishes.is_empty() {
            lines.push(self.text("lunch-no-menu-today", &[]));
        }
        self.say(&json, &lines)
    }

    pub(super) fn plans(&self, plans: &Plans) -> Result<(), Refusal> {
        if let Some(name) = &plans.save {
            let new = NewPlan {
                name: name.clone(),
                pricing: plans.pricing()?,
                weekdays: plans.days.unwrap_or(Weekdays::SCHOOL),
                days_off: plans.days_off.clone(),
                active: !plans.inactive,
            };
            let plan = plans.plan.map(PlanId);
            self.till
                .save_lunch_plan(plan, new, &self.user, self.now)
                .wait()??;
        }
        let files = self.till.lunch_plans(self.now.day()).wait()??;
        let json = json!({ "plans": files.iter().map(of_plan).collect::<Vec<_>>() });
        let lines: Vec<String> = files.iter().map(|file| self.plan_line(file)).collect();
        self.say(&json, &lines)
    }

    fn plan_line(&self, file: &PlanFile) -> String {
        let plan = &file.plan;
        let key = match plan.pricing {
            Pricing::PerDay(_) => "lunch-price-day",
            Pricing::PerMonth(_) => "lunch-price-month",
        };
        let price = [("price", plan.pricing.price().amount().into())];
        let told = [
            ("number", plan.id.0.into()),
            ("name", plan.name.as_str().into()),
            ("price", self.text(key, &price).into()),
            (
                "days",
                weekdays_words(plan.weekdays, &self.context.words).into(),
            ),
            ("count", file.subscribed.into()),
        ];
        self.text("cli-lunch-plan", &told)
    }

    pub(super) fn subscribe(&self, subscribe: &Subscribe) -> Result<(), Refusal> {
        let mut students: Vec<StudentId> = Vec::new();
        for card in &subscribe.cards {
            students.push(self.pupil(card)?);
        }
        if let Some(grade) = &subscribe.grade {
            let roll = self.till.roll().wait()??;
            let of_grade = roll.iter().filter(|(_, _, of)| of == grade);
            students.extend(of_grade.map(|(student, ..)| *student));
        }
        if students.is_empty() {
            return Err(Refusal::new("lunch_nobody"));
        }
        let wish = Wish {
            plan: PlanId(subscribe.plan),
            first: subscribe.from.unwrap_or(self.now.day()),
            last: subscribe.until,
            weekdays: subscribe.days.unwrap_or(Weekdays::ALL),
        };
        let count = students.len();
        let reply = self
            .till
            .subscribe_lunch(students, wish, &self.user, self.now);
        reply.wait()??;
        let told = [("count", count.into())];
        self.say(
            &json!({ "subscribed": count }),
            &[self.text("cli-lunch-subscribed", &told)],
        )
    }

    pub(super) fn end(&self, end: &End) -> Result<(), Refusal> {
        let student = self.pupil(&end.card)?;
        let bookings = self.till.lunch_bookings(self.now.day()).wait()??;
        let mut own = bookings
            .iter()
            .filter(|of| of.subscription.student == student);
        let booking = own.next().ok_or_else(|| Refusal::new("lunch_nobody"))?;
        let last = end.last.unwrap_or(self.now.day());
        let (id, reason) = (booking.subscription.id, end.reason.clone());
        self.till
            .end_lunch(id, last, reason, &self.user, self.now)
            .wait()??;
        let told = [("name", booking.name.as_str().into()), ("day", last.into())];
        let json = json!({ "student": student.0, "last": last.to_string() });
        self.say(&json, &[self.text("cli-lunch-end-done", &told)])
    }
}

impl Plans {
    fn pricing(&self) -> Result<Pricing, Refusal> {
        let price = |text: &str| {
            let amount = Money::parse(text).ok();
            let price = amount.and_then(|amount| Price::new(amount).ok());
            price.ok_or(Refusal::new("lunch_bad_price"))
        };
        match (&self.per_day, &self.per_month) {
            (Some(day), _) => price(day).map(Pricing::PerDay),
            (None, Some(month)) => price(month).map(Pricing::PerMonth),
            (None, None) => Err(Refusal::new("lunch_bad_price")),
        }
    }
}

fn of_plan(file: &PlanFile) -> Value {
    let plan = &file.plan;
    json!({
        "plan": plan.id.0,
        "name": plan.name,
        "per": plan.pricing.code(),
        "price": plan.pricing.price().amount().amount(),
        "days": plan.weekdays.to_string(),
        "days_off": plan.days_off.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "active": plan.active,
        "subscribed": file.subscribed,
    })
}
