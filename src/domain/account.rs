//! A pupil's prepaid account: what may be charged to it now.

use serde::{Deserialize, Serialize};

use super::limits::Hours;
use super::user::Approved;
use super::{CategoryId, Money, ProductId};

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

/// Why an amount cannot be charged, or something not be bought, without somebody's approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
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
    /// The guardian's limit for the week would be passed.
    #[error("the weekly limit would be passed: {left} left this week")]
    OverWeeklyLimit {
        /// What may still be spent until Sunday.
        left: Money,
    },
    /// The guardian's limit for the month would be passed.
    #[error("the monthly limit would be passed: {left} left this month")]
    OverMonthlyLimit {
        /// What may still be spent in this month.
        left: Money,
    },
    /// The guardian's limit for a break would be passed.
    #[error("the limit of the break would be passed: {left} left in this break")]
    OverMealLimit {
        /// What may still be spent in this break.
        left: Money,
    },
    /// More items than the guardian lets them buy in a day.
    #[error("more items than they may buy: {left} left today")]
    TooManyItems {
        /// How many they may still buy today.
        left: u32,
    },
    /// Not at the hours at which they may buy.
    #[error("they may buy at {hours} only")]
    OutsideHours {
        /// When they may.
        hours: Hours,
    },
    /// The guardian does not want them to have this product.
    #[error("product {} is blocked", .product.0)]
    BlockedProduct {
        /// Which.
        product: ProductId,
    },
    /// The guardian does not want them to have anything of this category.
    #[error("category {} is blocked", .category.0)]
    BlockedCategory {
        /// Which product.
        product: ProductId,
        /// Its category.
        category: CategoryId,
    },
}

impl Refused {
    /// The word for it: for programs, and in i18n keys with `-` for `_`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::InsufficientBalance { .. } => "insufficient_balance",
            Self::OverDailyLimit { .. } => "over_daily_limit",
            Self::OverWeeklyLimit { .. } => "over_weekly_limit",
            Self::OverMonthlyLimit { .. } => "over_monthly_limit",
            Self::OverMealLimit { .. } => "over_meal_limit",
            Self::TooManyItems { .. } => "too_many_items",
            Self::OutsideHours { .. } => "outside_hours",
            Self::BlockedProduct { .. } | Self::BlockedCategory { .. } => "blocked_product",
        }
    }
}

/// A charge beyond the limits that somebody with the right lets through, for one sale.
///
/// It covers exactly what was shown when it was given, up to that amount: if the account changes, or
/// more is charged, it covers nothing. The only way to get one is to ask who buys: [`Standing::lift`] or
/// [`Customer::lift`](super::student::Customer::lift).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifted {
    shown: Vec<Refused>,
    up_to: Money,
    approved: Approved,
}

impl Lifted {
    /// What stood against the charge.
    #[must_use]
    pub fn shown(&self) -> &[Refused] {
        &self.shown
    }

    /// The charge that was approved.
    #[must_use]
    pub const fn up_to(&self) -> Money {
        self.up_to
    }

    /// Who approved it and why.
    #[must_use]
    pub const fn approved(&self) -> &Approved {
        &self.approved
    }

    /// Of what stood against it; `None` if nothing did.
    pub(super) fn of(shown: Vec<Refused>, up_to: Money, approved: Approved) -> Option<Self> {
        (!shown.is_empty()).then_some(Self {
            shown,
            up_to,
            approved,
        })
    }

    pub(super) fn covers(&self, refused: &Refused, amount: Money) -> bool {
        amount <= self.up_to && self.shown.contains(refused)
    }
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

    /// All that stands against charging `amount`, the balance before the limit.
    #[must_use]
    pub fn refusals(&self, amount: Money) -> Vec<Refused> {
        let available = self.available();
        let balance = (amount > available).then_some(Refused::InsufficientBalance { available });
        let left = self.left_today().filter(|left| amount > *left);
        let limit = left.map(|left| Refused::OverDailyLimit { left });
        balance.into_iter().chain(limit).collect()
    }

    /// Whether `amount` can be charged, beyond the limits as far as `lifted` covers it.
    ///
    /// # Errors
    /// The first of [`Standing::refusals`] that is not covered.
    pub fn charge(&self, amount: Money, lifted: Option<&Lifted>) -> Result<(), Refused> {
        let covered =
            |refused: &Refused| lifted.is_some_and(|lifted| lifted.covers(refused, amount));
        let mut refusals = self.refusals(amount).into_iter();
        refusals
            .find(|refused| !covered(refused))
            .map_or(Ok(()), Err)
    }

    /// Lets `amount` be charged once, whatever stands against it now; `None` if nothing does.
    #[must_use]
    pub fn lift(&self, amount: Money, approved: Approved) -> Option<Lifted> {
        Lifted::of(self.refusals(amount), amount, approved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::UserId;

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
        assert_eq!(standing(10_000, 0, None, 0).charge(amount, None), Ok(()));
        assert_eq!(standing(4_000, 6_000, None, 0).charge(amount, None), Ok(()));
        assert_eq!(
            standing(9_999, 0, None, 0).charge(amount, None),
            Err(Refused::InsufficientBalance {
                available: Money::guaranies(9_999)
            })
        );
        assert_eq!(
            standing(50_000, 0, Some(20_000), 15_000).charge(amount, None),
            Err(Refused::OverDailyLimit {
                left: Money::guaranies(5_000)
            })
        );
    }

    #[test]
    fn an_approval_covers_what_was_shown_up_to_its_amount_and_nothing_else() {
        let amount = Money::guaranies(10_000);
        let approved = || Approved {
            by: UserId(2),
            reason: "su madre llamó".into(),
        };
        let both = standing(3_000, 0, Some(20_000), 15_000);
        let lifted = both.lift(amount, approved()).unwrap();
        assert_eq!(lifted.shown().len(), 2);
        assert_eq!(both.charge(amount, Some(&lifted)), Ok(()));
        let more = both.charge(Money::guaranies(10_001), Some(&lifted));
        assert!(more.is_err(), "more than was approved");
        let spent_meanwhile = standing(3_000, 0, Some(20_000), 16_000);
        assert_eq!(
            spent_meanwhile.charge(amount, Some(&lifted)),
            Err(Refused::OverDailyLimit {
                left: Money::guaranies(4_000)
            })
        );
        assert!(
            spent_meanwhile
                .lift(Money::guaranies(3_000), approved())
                .is_none()
        );
    }

    #[test]
    fn a_debt_is_a_debt_and_leaves_nothing_to_charge() {
        let indebted = standing(-3_000, 2_000, None, 0);
        assert_eq!(indebted.available(), Money::ZERO);
        assert_eq!(indebted.balance, Money::guaranies(-3_000));
    }
}
