//! Lunches: plans, who is subscribed to one, what is eaten on a day, and what a month comes to.
//!
//! A lunch is not a sale: registering one moves no money. What a family owes follows from what was eaten
//! ([`account`]); whether a child may be served follows from the subscription, the day and what is in the
//! dishes ([`verdict`]).

pub mod account;
pub mod leaving;
pub mod payment;
pub mod verdict;

use std::fmt;
use std::sync::Arc;

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::catalogue::Price;
use super::diet::Known;
use super::{BusinessDay, Money, ProductId, StudentId};

pub use account::{Month, MonthAccount};
pub use payment::Payment;
pub use verdict::{Answered, Conflict, Counter, Refusal, Serve, Verdict};

/// A plan that pupils subscribe to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlanId(pub i64);

/// One pupil's subscription to a plan, between two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SubscriptionId(pub Uuid);

/// One lunch eaten. Made before it is written: writing it twice is one lunch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ServingId(pub Uuid);

/// Days of the week, at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Weekdays(u8);

/// No day of the week, or more than there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("at least one day of the week")]
pub struct BadWeekdays;

impl Weekdays {
    /// Monday to Friday.
    pub const SCHOOL: Self = Self(0b001_1111);
    /// Every day.
    pub const ALL: Self = Self(0b111_1111);
    /// The days in the order of a week here.
    pub const WEEK: [Weekday; 7] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];

    /// A bit a day, Monday the lowest.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether the day of the week is one of them.
    #[must_use]
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// Whether the day falls on one of them.
    #[must_use]
    pub fn hold_on(self, day: BusinessDay) -> bool {
        self.contains(day.0.weekday())
    }

    /// With that day, or without it; unchanged where none would be left.
    #[must_use]
    pub fn toggled(self, day: Weekday) -> Self {
        Self::try_from(self.0 ^ bit(day)).unwrap_or(self)
    }

    /// The days of both; `None` where they share none.
    #[must_use]
    pub fn and(self, other: Self) -> Option<Self> {
        Self::try_from(self.0 & other.0).ok()
    }

    /// In the order of a week.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        Self::WEEK
            .into_iter()
            .filter(move |day| self.contains(*day))
    }

    /// Reads days by their figures, Monday 1: `12345`.
    ///
    /// ```
    /// # use cantina::domain::lunch::Weekdays;
    /// assert_eq!(Weekdays::parse("12345"), Ok(Weekdays::SCHOOL));
    /// assert_eq!(Weekdays::parse("135").unwrap().to_string(), "135");
    /// assert!(Weekdays::parse("08").is_err());
    /// ```
    ///
    /// # Errors
    /// [`BadWeekdays`] for none, or another letter than 1 to 7.
    pub fn parse(text: &str) -> Result<Self, BadWeekdays> {
        let mut bits = 0;
        for letter in text.trim().chars() {
            let figure = letter.to_digit(10).filter(|day| (1..=7).contains(day));
            bits |= 1 << (figure.ok_or(BadWeekdays)? - 1);
        }
        Self::try_from(bits)
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

impl TryFrom<u8> for Weekdays {
    type Error = BadWeekdays;

    fn try_from(bits: u8) -> Result<Self, BadWeekdays> {
        match bits {
            1..=0b111_1111 => Ok(Self(bits)),
            _ => Err(BadWeekdays),
        }
    }
}

impl From<Weekdays> for u8 {
    fn from(days: Weekdays) -> Self {
        days.0
    }
}

/// As [`Weekdays::parse`] reads them.
impl fmt::Display for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter()
            .try_for_each(|day| write!(f, "{}", day.number_from_monday()))
    }
}

/// How a plan is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pricing {
    /// So much for each day on which a lunch was eaten.
    PerDay(Price),
    /// So much a month, however many are eaten.
    PerMonth(Price),
}

impl Pricing {
    /// The amount.
    #[must_use]
    pub const fn price(self) -> Price {
        match self {
            Self::PerDay(price) | Self::PerMonth(price) => price,
        }
    }

    /// What one lunch adds to the month: nothing where the month is paid.
    #[must_use]
    pub fn of_a_lunch(self) -> Money {
        match self {
            Self::PerDay(price) => price.amount(),
            Self::PerMonth(_) => Money::ZERO,
        }
    }

    /// The word for it in the store and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PerDay(_) => "day",
            Self::PerMonth(_) => "month",
        }
    }
}

/// A plan as it is from one day on, until it is changed again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Which.
    pub id: PlanId,
    /// «Almuerzo mensual».
    pub name: String,
    /// How it is paid.
    pub pricing: Pricing,
    /// On which days there is lunch.
    pub weekdays: Weekdays,
    /// Days on which there is none although the weekday says so, in order.
    pub days_off: Vec<BusinessDay>,
    /// Whether pupils can be subscribed to it.
    pub active: bool,
}

/// What is said of a plan when it is made or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPlan {
    /// Its name; not empty.
    pub name: String,
    /// How it is paid.
    pub pricing: Pricing,
    /// On which days there is lunch.
    pub weekdays: Weekdays,
    /// Days without.
    pub days_off: Vec<BusinessDay>,
    /// Whether pupils can be subscribed to it.
    pub active: bool,
}

/// A pupil's subscription, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Which.
    pub id: SubscriptionId,
    /// Whose.
    pub student: StudentId,
    /// To which plan.
    pub plan: PlanId,
    /// From which day on.
    pub first: BusinessDay,
    /// The last day; open if not said.
    pub last: Option<BusinessDay>,
    /// On which days they eat.
    pub weekdays: Weekdays,
}

impl Subscription {
    /// Whether the day is between its first and its last.
    #[must_use]
    pub fn covers(&self, day: BusinessDay) -> bool {
        day >= self.first && self.last.is_none_or(|last| day <= last)
    }

    /// Whether some day is in both.
    #[must_use]
    pub fn meets(&self, first: BusinessDay, last: Option<BusinessDay>) -> bool {
        let begins = self.last.is_none_or(|own| first <= own);
        let ends = last.is_none_or(|last| self.first <= last);
        // One that ended before it began never held.
        let held = self.last.is_none_or(|own| own >= self.first);
        held && begins && ends
    }
}

/// Why a pupil is not subscribed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotSubscribe {
    /// They have a subscription on one of these days.
    #[error("{name} is subscribed already")]
    Already {
        /// Who.
        name: String,
    },
    /// The last day is before the first.
    #[error("the last day is before the first")]
    Backwards,
    /// The plan is not offered any more.
    #[error("the plan is not offered")]
    Inactive,
    /// No day of the plan is among the pupil's.
    #[error("the plan has none of these weekdays")]
    NoDay,
}

/// Whether pupils can be subscribed to that plan on those days.
///
/// # Errors
/// [`CannotSubscribe`], but for what others of the pupil say.
pub fn may_subscribe(
    plan: &Plan,
    weekdays: Weekdays,
    first: BusinessDay,
    last: Option<BusinessDay>,
) -> Result<Weekdays, CannotSubscribe> {
    if !plan.active {
        return Err(CannotSubscribe::Inactive);
    } else if last.is_some_and(|last| last < first) {
        return Err(CannotSubscribe::Backwards);
    }
    plan.weekdays.and(weekdays).ok_or(CannotSubscribe::NoDay)
}

/// A dish of a menu: a product of the catalogue or the kitchen, with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dish {
    /// Which product.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// What is known of it now.
    pub known: Arc<Known>,
}

/// What there is for lunch on a day; without dishes nobody has said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Menu {
    /// In the order in which they were said.
    pub dishes: Vec<Dish>,
}

impl Menu {
    /// The same without some of it.
    #[must_use]
    pub fn without(&self, left_out: &[ProductId]) -> Self {
        let kept = self
            .dishes
            .iter()
            .filter(|dish| !left_out.contains(&dish.product));
        Self {
            dishes: kept.cloned().collect(),
        }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
