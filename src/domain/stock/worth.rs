//! What stock is worth: the weighted average, day by day.
//!
//! All that comes in on a day is averaged with what lay there in the morning, and all that goes out on it
//! goes out at that average. So the order within a day changes nothing, a clock set back neither, and value
//! is never made: what came in at cost is what went out and what lies there, to the guaraní. The last cost
//! would make value: one dear purchase of one piece would raise all that lies there. (Averages are also what
//! NIC 2 allows; the last cost is not.)
//!
//! Stock below nothing (sold before it was received) is worth nothing; what arrives fills the hole first.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::domain::{Money, Quantity};

/// What moved of a product on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DayFlow {
    /// What came in for money.
    pub bought: Quantity,
    /// What was paid for it.
    pub paid: Money,
    /// What came in without a document: found by a count, given back.
    pub found: Quantity,
    /// What went out, as more than nothing.
    pub out: Quantity,
    /// What one cost last, as known on that day: what is found is worth that where nothing lies there.
    pub cost: Option<Money>,
}

/// What lies there, and what it is worth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Worth {
    /// How much; less than nothing where more was sold than received.
    pub quantity: Quantity,
    /// What it cost.
    pub value: Money,
    /// Whether some of it came without a known cost, and is in the value with nothing.
    pub unpriced: bool,
}

/// A day, with what it did to the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// In the evening.
    pub worth: Worth,
    /// What was found is worth.
    pub found: Money,
    /// What went out was worth.
    pub out: Money,
}

impl Worth {
    /// The day that followed.
    #[must_use]
    pub fn day(self, flow: DayFlow) -> Step {
        let (lay, hole) = parts(self.quantity);
        let (found, unpriced) = self.found(flow);
        let bought = flow.bought.in_thousandths().max(0);
        let gained = flow.found.in_thousandths().max(0);
        let pool = lay.saturating_add(bought).saturating_add(gained);
        let value = self.value + flow.paid + found;
        let gone = flow.out.in_thousandths().max(0).saturating_add(hole);
        let left = pool.saturating_sub(gone);
        let out = match left > 0 {
            true => share(value, gone, pool),
            false => value,
        };
        let worth = Self {
            quantity: Quantity::thousandths(left),
            value: value - out,
            unpriced: unpriced && left > 0,
        };
        Step { worth, found, out }
    }

    /// What one of it is worth on average; `None` of nothing.
    #[must_use]
    pub fn average(self) -> Option<Money> {
        let there = self.quantity > Quantity::ZERO;
        let each = there.then(|| super::unit_cost(self.value, self.quantity));
        each.flatten()
    }

    /// What is found is worth what lies there, else what came that day, else the last cost.
    fn found(self, flow: DayFlow) -> (Money, bool) {
        let gained = flow.found.in_thousandths().max(0);
        if gained == 0 {
            return (Money::ZERO, self.unpriced);
        }
        let (lay, bought) = (
            self.quantity.in_thousandths(),
            flow.bought.in_thousandths().max(0),
        );
        if lay > 0 && !self.unpriced {
            (share(self.value, gained, lay), false)
        } else if bought > 0 && !self.unpriced {
            (share(flow.paid, gained, bought), false)
        } else {
            let cost = flow.cost.unwrap_or_default();
            let value = cost.times(Quantity::thousandths(gained).decimal());
            (value, self.unpriced || flow.cost.is_none())
        }
    }
}

/// What lies there, and what is missing below nothing.
fn parts(quantity: Quantity) -> (i64, i64) {
    let all = quantity.in_thousandths();
    (all.max(0), all.min(0).saturating_neg())
}

/// `part` of `whole` of an amount, rounded half up to the guaraní.
fn share(amount: Money, part: i64, whole: i64) -> Money {
    let exact = Decimal::from(amount.amount())
        .checked_mul(Decimal::from(part))
        .and_then(|product| product.checked_div(Decimal::from(whole)));
    let rounded =
        exact.map(|exact| exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
    rounded
        .and_then(|whole| whole.to_i64())
        .map_or(amount, Money::guaranies)
}
