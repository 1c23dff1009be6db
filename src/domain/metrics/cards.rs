//! The figures of the cards, and what is more or less than what.

use serde::Serialize;

use crate::domain::Money;

/// A share or a change in whole thousandths: 120 is 12 %.
pub type Permille = i64;

/// What came of some days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Sales less voids.
    pub sales: i64,
    /// What was paid, rounding taken off, less voids and refunds.
    pub income: Money,
    /// Refunds made.
    pub refunds: i64,
    /// What they gave back.
    pub refunded: Money,
    /// Voids made.
    pub voids: i64,
    /// Pieces sold less those given back; a thing that was weighed is one.
    pub items: i64,
    /// Different pupils who bought.
    pub pupils: i64,
    /// What was taken off prices.
    pub discount: Money,
    /// What the rounding of cash took off.
    pub rounding: Money,
    /// Restrictions that somebody overrode with an approval.
    pub overrides: i64,
}

impl Figures {
    /// What a sale comes to, rounded half up to the guaraní; `None` without sales.
    #[must_use]
    pub fn average(&self) -> Option<Money> {
        average(self.income, self.sales)
    }
}

/// What there is over cost, of the products whose cost is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Margin {
    /// What they sold for.
    pub sold: Money,
    /// What they cost on the day of each sale; what was sold before that was noted, by the cost of now.
    pub cost: Money,
    /// What products without a known cost sold for.
    pub unknown: Money,
}

impl Margin {
    /// What is left.
    #[must_use]
    pub fn left(&self) -> Money {
        self.sold - self.cost
    }

    /// What is left of what they sold for; `None` if they sold for nothing.
    #[must_use]
    pub fn permille(&self) -> Option<Permille> {
        share(self.left().amount(), self.sold.amount())
    }
}

/// An amount over a count, rounded half up; `None` if there is nothing to divide by.
pub(super) fn average(amount: Money, count: i64) -> Option<Money> {
    let of = |count: i64| {
        (2 * i128::from(amount.amount()) + i128::from(count)).div_euclid(2 * i128::from(count))
    };
    (count > 0).then(|| Money::guaranies(i64::try_from(of(count)).unwrap_or(i64::MAX)))
}

/// How much of the whole a part is; `None` where the whole is nothing or less.
#[must_use]
pub fn share(part: i64, whole: i64) -> Option<Permille> {
    let permille = || {
        let (part, whole) = (i128::from(part), i128::from(whole));
        (2_000 * part + whole).div_euclid(2 * whole)
    };
    (whole > 0).then(|| i64::try_from(permille()).unwrap_or(i64::MAX))
}

/// How much more or less one is than the other; `None` where there was nothing before.
#[must_use]
pub fn change(now: i64, before: i64) -> Option<Permille> {
    share(now.saturating_sub(before), before)
}
