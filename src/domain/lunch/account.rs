//! What a month of lunches comes to for one pupil: worked out from facts, never kept beside them.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Plan, PlanId, Pricing, Subscription};
use crate::domain::{BusinessDay, Money};

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month(BusinessDay);

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: BusinessDay) -> Self {
        Self(day.first_of_month())
    }

    /// Reads `2026-11`.
    ///
    /// ```
    /// # use cantina::domain::lunch::Month;
    /// assert_eq!(Month::parse("2026-11").unwrap().next().to_string(), "2026-12");
    /// assert!(Month::parse("2026-13").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.trim().split_once('-')?;
        let first = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)?;
        Some(Self(BusinessDay(first)))
    }

    /// Its first day; also its name in the store.
    #[must_use]
    pub const fn first(self) -> BusinessDay {
        self.0
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> BusinessDay {
        self.next().0.days_before(1)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        let day = self.0.0;
        let (year, month) = match day.month() {
            12 => (day.year().saturating_add(1), 1),
            month => (day.year(), month + 1),
        };
        // Where the calendar ends, its last month follows itself.
        let next = NaiveDate::from_ymd_opt(year, month, 1);
        next.map_or(self, |first| Self(BusinessDay(first)))
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::of(self.0.days_before(1))
    }

    /// Its number in the year, 1 to 12.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0.0.month()
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.0.year()
    }

    /// Its days, in order.
    pub fn days(self) -> impl Iterator<Item = BusinessDay> {
        let last = self.last();
        let days = self.0.0.iter_days().map(BusinessDay);
        days.take_while(move |day| *day <= last)
    }
}

/// `2026-11`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

/// A lunch that was eaten and not taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Eaten {
    /// When.
    pub day: BusinessDay,
    /// What it adds to the month.
    pub price: Money,
}

/// A plan's versions, oldest first, each with the day on which it was said.
pub type Versions = [(BusinessDay, Plan)];

/// A month's account of one pupil.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MonthAccount {
    /// Lunches eaten.
    pub eaten: usize,
    /// What they come to.
    pub owed: Money,
    /// What was paid for this month, payments taken back taken off.
    pub paid: Money,
}

impl MonthAccount {
    /// What is still to be paid; negative where more was paid. Never clamped: a debt is a debt.
    #[must_use]
    pub fn due(&self) -> Money {
        self.owed - self.paid
    }
}

/// What a month comes to: the lunches eaten at the price of their day, and the month's price where a plan
/// by the month held on at least one of its days of lunch.
///
/// The month's price is the one that was in force when the month, or the subscription in it, began: a new
/// price counts from the next month. Of several plans by the month in one month the dearest is owed once.
#[must_use]
pub fn month_account(
    month: Month,
    eaten: &[Eaten],
    subscriptions: &[Subscription],
    versions: &Versions,
    paid: Money,
) -> MonthAccount {
    let of_month = |of: &&Eaten| Month::of(of.day) == month;
    let eaten: Vec<_> = eaten.iter().filter(of_month).collect();
    let by_day: Money = eaten.iter().map(|of| of.price).sum();
    let by_month = subscriptions
        .iter()
        .filter_map(|of| monthly(month, of, versions));
    MonthAccount {
        eaten: eaten.len(),
        owed: by_day + by_month.max().unwrap_or(Money::ZERO),
        paid,
    }
}

/// The month's price of a subscription that held on one of the month's days of lunch.
fn monthly(month: Month, subscription: &Subscription, versions: &Versions) -> Option<Money> {
    let begins = subscription.first.max(month.first());
    let plan = plan_on(versions, subscription.plan, begins)?;
    let Pricing::PerMonth(price) = plan.pricing else {
        return None;
    };
    let mut days = month.days();
    days.any(|day| is_lunch(plan, subscription, &day))
        .then(|| price.amount())
}

/// So many days of lunch a subscription by the month still has in that month, after `day`.
pub(super) fn lunches_in(
    month: Month,
    subscription: &Subscription,
    versions: &Versions,
    day: BusinessDay,
) -> usize {
    let begins = subscription.first.max(month.first());
    let plan = plan_on(versions, subscription.plan, begins);
    let Some(plan) = plan.filter(|plan| matches!(plan.pricing, Pricing::PerMonth(_))) else {
        return 0;
    };
    let after = month.days().filter(|of| *of > day);
    after.filter(|of| is_lunch(plan, subscription, of)).count()
}

fn is_lunch(plan: &Plan, subscription: &Subscription, day: &BusinessDay) -> bool {
    let days = plan.weekdays.and(subscription.weekdays);
    let held = days.is_some_and(|days| days.hold_on(*day));
    held && subscription.covers(*day) && !plan.days_off.contains(day)
}

/// A plan as it was on a day; the first there was, before anything was said of it.
#[must_use]
pub fn plan_on(versions: &Versions, plan: PlanId, day: BusinessDay) -> Option<&Plan> {
    let of_plan = || versions.iter().filter(|(_, of)| of.id == plan);
    let said = of_plan().rfind(|(since, _)| *since <= day);
    said.or_else(|| of_plan().next()).map(|(_, plan)| plan)
}
