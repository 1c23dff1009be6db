//! `[accounts]` in `config.toml`: what top-ups are usual, and when a balance is low.

use serde::{Deserialize, Serialize};

use super::BadRange;
use crate::domain::Money;

/// How pupils' accounts are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Accounts {
    /// The least that is taken onto an account.
    pub minimum_top_up: Guaranies,
    /// Below this a balance is low, for pupils without a threshold of their own; 0 marks only debts.
    pub low_balance: Guaranies,
    /// What parents usually bring, as the buttons offer it.
    pub usual_top_ups: Vec<Guaranies>,
}

/// A whole amount from 0 to a thousand million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Guaranies(i64);

/// The most that a setting may be.
const MOST: i64 = 1_000_000_000;

impl Guaranies {
    /// As money.
    #[must_use]
    pub const fn money(self) -> Money {
        Money::guaranies(self.0)
    }
}

impl TryFrom<i64> for Guaranies {
    type Error = BadRange;

    fn try_from(amount: i64) -> Result<Self, BadRange> {
        (0..=MOST)
            .contains(&amount)
            .then_some(Self(amount))
            .ok_or(BadRange {
                found: amount,
                allowed: "an amount from 0 to 1000000000",
            })
    }
}

impl From<Guaranies> for i64 {
    fn from(amount: Guaranies) -> Self {
        amount.0
    }
}

impl Default for Accounts {
    fn default() -> Self {
        Self {
            minimum_top_up: Guaranies(1_000),
            low_balance: Guaranies(10_000),
            usual_top_ups: [20_000, 50_000, 100_000, 200_000].map(Guaranies).to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_no_sense_is_refused_and_the_rest_is_as_usual() {
        let read = |text: &str| toml::from_str::<Accounts>(text);
        let own = read("minimum_top_up = 5000").unwrap();
        assert_eq!(own.minimum_top_up.money(), Money::guaranies(5_000));
        assert_eq!(own.low_balance, Accounts::default().low_balance);
        assert!(read("low_balance = -1").is_err());
        assert!(read("usual_top_ups = [20000, 2.5]").is_err());
    }
}
