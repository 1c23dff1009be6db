//! A count while the till sells: what is expected of a product is taken when it is counted, and what is
//! sold afterwards takes nothing from the difference.

use serde::Serialize;

use crate::domain::{Money, ProductId, Quantity, Timestamp};

/// A product that was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountLine {
    /// Which.
    pub product: ProductId,
    /// How much was found.
    pub counted: Quantity,
    /// How much there was by the books when it was counted last.
    pub expected: Quantity,
    /// When that was.
    pub at: Timestamp,
}

impl CountLine {
    /// What was found more than expected; less than nothing is missing.
    #[must_use]
    pub const fn difference(&self) -> Quantity {
        let found = self.counted.in_thousandths();
        Quantity::thousandths(found.saturating_sub(self.expected.in_thousandths()))
    }
}

/// What becomes of the products that nobody has counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NotCounted {
    /// Their stock stays as it is.
    Leave,
    /// There is none of them.
    Zero,
}

/// Whether nothing of what nobody has counted came since it was shown: that much may be said to be gone. What was
/// sold meanwhile is no matter.
#[must_use]
pub fn was_shown(now: &[(ProductId, Quantity)], shown: &[(ProductId, Quantity)]) -> bool {
    now.iter().all(|(product, there)| {
        let before = shown.iter().find(|(of, _)| of == product);
        before.is_some_and(|(_, before)| there <= before)
    })
}

/// What a count came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// Products that were counted, or of which there is none.
    pub products: usize,
    /// Of how many there was more or less than expected.
    pub differences: usize,
    /// What was found more, at cost.
    pub more: Money,
    /// What is missing, at cost: more than nothing.
    pub missing: Money,
    /// Differences of products without a known cost.
    pub without_cost: usize,
}

impl Counted {
    /// Takes in one more product, whose cost each may be known.
    #[must_use]
    pub fn and(mut self, difference: Quantity, cost: Option<Money>) -> Self {
        self.products += 1;
        if difference == Quantity::ZERO {
            return self;
        }
        self.differences += 1;
        match cost.map(|cost| cost.times(difference.decimal())) {
            None => self.without_cost += 1,
            Some(value) if value.is_negative() => self.missing += -value,
            Some(value) => self.more += value,
        }
        self
    }
}
