//! A pupil's prepaid account: what may be charged to it now.

use serde::{Deserialize, Serialize};

use super::Money;

/// How an account stands when a sale is made: the balance and what limits it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Prepaid money; negative where something is owed. Never clamped: a debt is a debt.
    pub balance: Money,
    /// How far below zero the balance may go.
    pub credit_limit: Money,
    /// The most that may be spent in a day, if the guardian set it.
    pub daily_limit: Option<Money>,
    /// What was charged to the account today, voids taken off.
    pub spent_today: Money,
}

/// Why an amount cannot be charged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The balance, with the credit allowed, does not reach.
    #[error("the balance does not reach: {available} available")]
    InsufficientBalance {
        /// What could be charged.
        available: Money,
    },
    /// The guardian's limit for the day would be passed.
    #[error("the daily limit would be passed: {left} left today")]
    OverDailyLimit {
        /// What may still be spent today.
        left: Money,
    },
}

impl Standing {
    /// What the balance and the credit allow, never less than nothing.
    #[must_use]
    pub fn available(&self) -> Money {
        (self.balance + self.credit_limit).or_zero()
    }

    /// What the guardian's limit leaves for today; `None` without a limit.
    #[must_use]
    pub fn left_today(&self) -> Option<Money> {
        self.daily_limit
            .map(|limit| (limit - self.spent_today).or_zero())
    }

    /// The most that can be charged now.
    #[must_use]
    pub fn chargeable(&self) -> Money {
        let available = self.available();
        self.left_today()
            .map_or(available, |left| left.min(available))
    }

    /// Whether `amount` can be charged.
    ///
    /// # Errors
    /// [`Refused`], the balance before the limit.
    pub fn charge(&self, amount: Money) -> Result<(), Refused> {
        let available = self.available();
        if amount > available {
            return Err(Refused::InsufficientBalance { available });
        }
        match self.left_today() {
            Some(left) if amount > left => Err(Refused::OverDailyLimit { left }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(balance: i64, credit: i64, limit: Option<i64>, spent: i64) -> Standing {
        Standing {
            balance: Money::guaranies(balance),
            credit_limit: Money::guaranies(credit),
            daily_limit: limit.map(Money::guaranies),
            spent_today: Money::guaranies(spent),
        }
    }

    #[test]
    fn a_charge_stays_within_balance_credit_and_limit() {
        let amount = Money::guaranies(10_000);
        assert_eq!(standing(10_000, 0, None, 0).charge(amount), Ok(()));
        assert_eq!(standing(4_000, 6_000, None, 0).charge(amount), Ok(()));
        assert_eq!(
            standing(9_999, 0, None, 0).charge(amount),
            Err(Refused::InsufficientBalance {
                available: Money::guaranies(9_999)
            })
        );
        assert_eq!(
            standing(50_000, 0, Some(20_000), 15_000).charge(amount),
            Err(Refused::OverDailyLimit {
                left: Money::guaranies(5_000)
            })
        );
    }

    #[test]
    fn a_debt_is_a_debt_and_leaves_nothing_to_charge() {
        let indebted = standing(-3_000, 2_000, None, 0);
        assert_eq!(indebted.available(), Money::ZERO);
        assert_eq!(indebted.balance, Money::guaranies(-3_000));
    }
}
