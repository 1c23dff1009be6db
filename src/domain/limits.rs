//! What a guardian lets a pupil buy: how much, how often, when, and what not.
//!
//! Limits of money hold for what goes to the pupil's account. What is blocked, the number of items and
//! the hours hold for whatever is bought in the pupil's name, however it is paid.

use std::fmt;

use chrono::Timelike;
use serde::{Deserialize, Serialize};

use super::account::{Lifted, Refused};
use super::cart::Line;
use super::catalogue::Unit;
use super::student::Customer;
use super::user::Approved;
use super::{CategoryId, Moment, Money, ProductId};

/// The most breaks a day has.
pub const BREAKS_MAX: usize = 12;

/// A minute of the day on the wall, from 0 to 1440, the midnight that ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minute(u16);

/// Why a time or a span of time is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadHours {
    /// No time of the day, such as 9:30.
    #[error("a time is written as 9:30")]
    NotATime,
    /// It ends before it begins.
    #[error("the end is after the beginning")]
    Backwards,
}

impl Minute {
    /// The minute of that number.
    ///
    /// # Errors
    /// [`BadHours::NotATime`] beyond 1440.
    pub fn new(minute: i64) -> Result<Self, BadHours> {
        let minute = u16::try_from(minute).map_err(|_| BadHours::NotATime)?;
        if minute <= 1_440 {
            Ok(Self(minute))
        } else {
            Err(BadHours::NotATime)
        }
    }

    /// The minute of the day at that moment, on the wall of where it is.
    #[must_use]
    pub fn of(moment: Moment) -> Self {
        let time = moment.time_of_day();
        Self(u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(0))
    }

    /// Reads `9:30`, `09.30` or `9`.
    ///
    /// # Errors
    /// [`BadHours::NotATime`].
    pub fn parse(text: &str) -> Result<Self, BadHours> {
        let text = text.trim();
        let (hour, minute) = text.split_once([':', '.', 'h']).unwrap_or((text, "0"));
        let number = |text: &str| {
            let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            let number: Option<i64> = digits.then(|| text.parse().ok()).flatten();
            number.ok_or(BadHours::NotATime)
        };
        let (hour, minute) = (number(hour)?, number(minute)?);
        if minute > 59 {
            return Err(BadHours::NotATime);
        }
        Self::new(hour * 60 + minute)
    }

    /// Since midnight.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A span of the day: from a minute on, until the minute before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hours {
    from: Minute,
    to: Minute,
}

impl Hours {
    /// From `from` until before `to`.
    ///
    /// # Errors
    /// [`BadHours::Backwards`].
    pub fn new(from: Minute, to: Minute) -> Result<Self, BadHours> {
        if from < to {
            Ok(Self { from, to })
        } else {
            Err(BadHours::Backwards)
        }
    }

    /// The first minute.
    #[must_use]
    pub const fn from(self) -> Minute {
        self.from
    }

    /// The minute after the last.
    #[must_use]
    pub const fn to(self) -> Minute {
        self.to
    }

    /// Whether that minute is among them.
    #[must_use]
    pub fn holds(self, minute: Minute) -> bool {
        self.from <= minute && minute < self.to
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.from, self.to)
    }
}

/// A break of the school day, by the name people call it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MealBreak {
    /// «Recreo de la mañana».
    pub name: String,
    /// When.
    pub hours: Hours,
}

/// What a guardian asked for. `None` and empty is no limit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The most that goes to the account in a day.
    pub daily: Option<Money>,
    /// In a week, from Monday on.
    pub weekly: Option<Money>,
    /// In a month.
    pub monthly: Option<Money>,
    /// In a break.
    pub meal: Option<Money>,
    /// The most items in a day; what is weighed is one.
    pub items: Option<u32>,
    /// When anything may be bought.
    pub hours: Option<Hours>,
    /// Products they may not buy.
    pub products: Vec<ProductId>,
    /// Categories of which they may not buy.
    pub categories: Vec<CategoryId>,
}

impl Limits {
    /// Whether there is none.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// What was bought, as far as limits look at it; what was voided is taken off.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// Charged to the account in this week.
    pub week: Money,
    /// In this month.
    pub month: Money,
    /// Items bought today.
    pub items: u32,
    /// Charged today in each break there is.
    pub meals: Vec<(MealBreak, Money)>,
}

/// A pupil's limits, and how much of them is used.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limited {
    /// What was asked for.
    pub limits: Limits,
    /// What is used of it.
    pub spent: Spent,
}

/// A limit of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// This break.
    Meal,
}

/// Something that is bought, as limits look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bought {
    /// What.
    pub product: ProductId,
    /// Its group.
    pub category: CategoryId,
    /// How many items; what is weighed is one.
    pub items: u32,
}

impl Bought {
    /// A line of a cart.
    #[must_use]
    pub fn of(line: &Line) -> Self {
        let product = line.product();
        let items = match product.unit {
            Unit::Each => line.quantity().in_thousandths() / 1_000,
            Unit::Kilogram => 1,
        };
        Self {
            product: product.id,
            category: product.category,
            items: u32::try_from(items.max(1)).unwrap_or(u32::MAX),
        }
    }
}

impl Limited {
    /// What stands against buying this product at all.
    #[must_use]
    pub fn blocks(&self, product: ProductId, category: CategoryId) -> Option<Refused> {
        let limits = &self.limits;
        if limits.products.contains(&product) {
            Some(Refused::BlockedProduct { product })
        } else if limits.categories.contains(&category) {
            Some(Refused::BlockedCategory { product, category })
        } else {
            None
        }
    }

    /// What this break's limit leaves; `None` outside of breaks and without such a limit.
    #[must_use]
    pub fn left_in_meal(&self, minute: Minute) -> Option<Money> {
        let limit = self.limits.meal?;
        let mut meals = self.spent.meals.iter();
        let (_, spent) = meals.find(|(of, _)| of.hours.holds(minute))?;
        Some((limit - *spent).or_zero())
    }

    fn left_in_week(&self) -> Option<Money> {
        let limit = self.limits.weekly?;
        Some((limit - self.spent.week).or_zero())
    }

    fn left_in_month(&self) -> Option<Money> {
        let limit = self.limits.monthly?;
        Some((limit - self.spent.month).or_zero())
    }

    /// How many items may still be bought today.
    #[must_use]
    pub fn items_left(&self) -> Option<u32> {
        Some(self.limits.items?.saturating_sub(self.spent.items))
    }

    /// What stands against charging `amount`, apart from the balance and the day's limit.
    fn over(&self, amount: Money, minute: Minute) -> impl Iterator<Item = Refused> {
        let beyond = move |left: Option<Money>| left.filter(|left| amount > *left);
        let meal = beyond(self.left_in_meal(minute)).map(|left| Refused::OverMealLimit { left });
        let week = beyond(self.left_in_week()).map(|left| Refused::OverWeeklyLimit { left });
        let month = beyond(self.left_in_month()).map(|left| Refused::OverMonthlyLimit { left });
        meal.into_iter().chain(week).chain(month)
    }

    /// What stands against buying these, however they are paid.
    #[must_use]
    pub fn bars(&self, buys: &[Bought], minute: Minute) -> Vec<Refused> {
        let mut bars: Vec<Refused> = Vec::new();
        for bought in buys {
            let blocked = self.blocks(bought.product, bought.category);
            bars.extend(blocked.filter(|blocked| !bars.contains(blocked)));
        }
        let wanted: u32 = buys.iter().fold(0, |sum, of| sum.saturating_add(of.items));
        let left = self.items_left().filter(|left| wanted > *left);
        bars.extend(left.map(|left| Refused::TooManyItems { left }));
        let hours = self.limits.hours.filter(|hours| !hours.holds(minute));
        bars.extend(hours.map(|hours| Refused::OutsideHours { hours }));
        bars
    }
}

impl Customer {
    /// All that stands against buying these with `charged` of it going to the account, at that minute.
    #[must_use]
    pub fn refusals(&self, buys: &[Bought], charged: Money, minute: Minute) -> Vec<Refused> {
        let mut refusals = if charged.is_positive() {
            self.standing.refusals(charged)
        } else {
            Vec::new()
        };
        if charged.is_positive() {
            refusals.extend(self.limits.over(charged, minute));
        }
        refusals.extend(self.limits.bars(buys, minute));
        refusals
    }

    /// Whether these can be bought so, beyond the limits as far as `lifted` covers it.
    ///
    /// # Errors
    /// The first of [`Customer::refusals`] that is not covered.
    pub fn judge(
        &self,
        buys: &[Bought],
        charged: Money,
        minute: Minute,
        lifted: Option<&Lifted>,
    ) -> Result<(), Refused> {
        let refusals = self.refusals(buys, charged, minute);
        let covered =
            |refused: &Refused| lifted.is_some_and(|lifted| lifted.covers(refused, charged));
        let mut open = refusals.into_iter();
        open.find(|refused| !covered(refused)).map_or(Ok(()), Err)
    }

    /// Lets these be bought once, whatever stands against it now; `None` if nothing does.
    #[must_use]
    pub fn lift(
        &self,
        buys: &[Bought],
        charged: Money,
        minute: Minute,
        approved: Approved,
    ) -> Option<Lifted> {
        Lifted::of(self.refusals(buys, charged, minute), charged, approved)
    }

    /// The limit of money that leaves least at that minute, and what it leaves.
    #[must_use]
    pub fn next_limit(&self, minute: Minute) -> Option<(Per, Money)> {
        let lefts = [
            (Per::Meal, self.limits.left_in_meal(minute)),
            (Per::Day, self.standing.left_today()),
            (Per::Week, self.limits.left_in_week()),
            (Per::Month, self.limits.left_in_month()),
        ];
        let lefts = lefts.into_iter();
        let lefts = lefts.filter_map(|(per, left)| left.map(|left| (per, left)));
        lefts.min_by_key(|(_, left)| *left)
    }
}

/// What somebody wrote down of a guardian's wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitsSaid {
    /// What is to hold from now on.
    pub limits: Limits,
    /// How far the account may go below zero.
    pub credit: Money,
    /// Who asked for it.
    pub said_by: String,
    /// What else they said.
    pub note: Option<String>,
}

#[cfg(test)]
mod tests {
    use chrono::{FixedOffset, TimeZone};

    use super::*;
    use crate::domain::account::Standing;
    use crate::domain::student::Student;
    use crate::domain::{AccountId, PriceListId, StudentId, UserId};

    fn g(amount: i64) -> Money {
        Money::guaranies(amount)
    }

    fn minute(text: &str) -> Minute {
        Minute::parse(text).unwrap()
    }

    fn hours(from: &str, to: &str) -> Hours {
        Hours::new(minute(from), minute(to)).unwrap()
    }

    fn pupil(limits: Limits, spent: Spent) -> Customer {
        Customer {
            student: Student {
                id: StudentId(1),
                name: "Sofía Benítez".into(),
                grade: "5.º B".into(),
                guardian: None,
                account: AccountId(20),
                price_list: PriceListId(1),
                daily_limit: None,
                credit_limit: Money::ZERO,
                low_mark: None,
                restrictions: Vec::new(),
                wishes: Vec::new(),
                photo: None,
                active: true,
            },
            card: None,
            standing: Standing {
                balance: g(100_000),
                credit_limit: Money::ZERO,
                daily_limit: None,
                spent_today: Money::ZERO,
            },
            limits: Limited { limits, spent },
        }
    }

    fn bought(product: i64, category: i64, items: u32) -> Bought {
        Bought {
            product: ProductId(product),
            category: CategoryId(category),
            items,
        }
    }

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (text, number) in [("9:30", 570), ("09.30", 570), ("9", 540), ("24:00", 1_440)] {
            assert_eq!(minute(text).number(), number, "{text}");
        }
        for text in ["", "9:60", "24:01", "25", "9:3x", "-1:00", "9:300"] {
            assert_eq!(Minute::parse(text), Err(BadHours::NotATime), "{text}");
        }
        assert_eq!(
            Hours::new(minute("10"), minute("9")),
            Err(BadHours::Backwards)
        );
        let zone = FixedOffset::west_opt(3 * 3_600).unwrap();
        let at = zone.with_ymd_and_hms(2026, 11, 26, 9, 35, 59).unwrap();
        assert_eq!(Minute::of(Moment::new(at)), minute("9:35"));
    }

    #[test]
    fn each_limit_of_money_is_reached_and_not_passed() {
        let morning = MealBreak {
            name: "Recreo".into(),
            hours: hours("9:30", "9:50"),
        };
        let limits = Limits {
            weekly: Some(g(50_000)),
            monthly: Some(g(150_000)),
            meal: Some(g(10_000)),
            ..Limits::default()
        };
        let spent = Spent {
            week: g(42_000),
            month: g(141_000),
            items: 0,
            meals: vec![(morning, g(4_000))],
        };
        let pupil = pupil(limits, spent);
        let against = |amount, at| pupil.refusals(&[], g(amount), minute(at));
        assert_eq!(against(6_000, "9:30"), []);
        assert_eq!(
            against(6_001, "9:49"),
            [Refused::OverMealLimit { left: g(6_000) }]
        );
        assert_eq!(against(8_000, "9:50"), [], "the break is over");
        assert_eq!(
            against(9_001, "10"),
            [
                Refused::OverWeeklyLimit { left: g(8_000) },
                Refused::OverMonthlyLimit { left: g(9_000) }
            ]
        );
        assert_eq!(
            pupil.next_limit(minute("9:40")),
            Some((Per::Meal, g(6_000)))
        );
        assert_eq!(pupil.next_limit(minute("11")), Some((Per::Week, g(8_000))));
    }

    #[test]
    fn what_is_blocked_is_blocked_however_it_is_paid() {
        let limits = Limits {
            items: Some(3),
            hours: Some(hours("9", "12")),
            products: vec![ProductId(7)],
            categories: vec![CategoryId(2)],
            ..Limits::default()
        };
        let spent = Spent {
            items: 1,
            ..Spent::default()
        };
        let pupil = pupil(limits, spent);
        let against = |buys: &[Bought], at| pupil.refusals(buys, Money::ZERO, minute(at));
        assert_eq!(against(&[bought(1, 1, 2)], "9:00"), []);
        assert_eq!(
            against(&[bought(7, 1, 1), bought(8, 2, 2)], "12:00"),
            [
                Refused::BlockedProduct {
                    product: ProductId(7)
                },
                Refused::BlockedCategory {
                    product: ProductId(8),
                    category: CategoryId(2)
                },
                Refused::TooManyItems { left: 2 },
                Refused::OutsideHours {
                    hours: hours("9", "12")
                },
            ]
        );
    }

    #[test]
    fn an_approval_covers_what_was_shown_and_nothing_that_comes_after_it() {
        let limits = Limits {
            products: vec![ProductId(7)],
            weekly: Some(g(5_000)),
            ..Limits::default()
        };
        let pupil = pupil(limits, Spent::default());
        let approved = Approved {
            by: UserId(2),
            reason: "su madre llamó".into(),
        };
        let (buys, at) = ([bought(7, 1, 1)], minute("10"));
        let lifted = pupil.lift(&buys, g(6_000), at, approved).unwrap();
        let judge = |buys: &[Bought], amount| pupil.judge(buys, g(amount), at, Some(&lifted));
        assert_eq!(judge(&buys, 6_000), Ok(()));
        assert_eq!(
            judge(&buys, 6_001),
            Err(Refused::OverWeeklyLimit { left: g(5_000) })
        );
    }
}
