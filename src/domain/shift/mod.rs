//! A shift of the cash drawer: opened with a float, closed with a count.
//!
//! What must be there is what the books say of each tender ([`Drawer`]); what is there is counted
//! ([`CashCount`]); what lies between is explained, and beyond a set amount approved ([`Asks`]).

mod count;
mod drawer;
mod report;

use serde::{Deserialize, Serialize};

use super::{BusinessDay, Moment, Money, ShiftId, TillId, UserId};

pub use count::{BadCount, CashCount, MOST_PIECES};
pub use drawer::Drawer;
pub use report::{
    ByCashier, ByTender, CashMove, Closing, Counted, HandOver, Report, Tally, WithoutShift,
};

/// So long an evening may last past midnight without its shift being taken for a forgotten one.
const EVENING_MS: i64 = 8 * 3_600_000;

/// A shift that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// Its number on this till.
    pub id: ShiftId,
    /// The till.
    pub till: TillId,
    /// When, on the wall of today's zone.
    pub opened: Moment,
    /// The local day on which it was opened.
    pub day: BusinessDay,
    /// By whom.
    pub by: UserId,
    /// Their name.
    pub by_name: String,
    /// What it began with.
    pub float: Money,
}

impl Shift {
    /// Whether it was left open: it is of a day before, and not of an evening that went past midnight.
    #[must_use]
    pub fn was_left_open(&self, now: Moment) -> bool {
        self.day < now.day() && now.at.millis_since(self.opened.at) > EVENING_MS
    }
}

/// Cash that moves beside sales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoveKind {
    /// Put in: change from the bank.
    PaidIn,
    /// Taken out: bread was paid.
    PaidOut,
    /// Carried to the safe.
    Drop,
}

impl MoveKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::PaidIn, Self::PaidOut, Self::Drop];

    /// The word for it in the store and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PaidIn => "paid_in",
            Self::PaidOut => "paid_out",
            Self::Drop => "drop",
        }
    }

    /// The kind of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Why the drawer does not do it. Nothing is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No shift is open.
    #[error("no shift is open")]
    NoneOpen,
    /// A shift is open.
    #[error("a shift is open")]
    OneOpen,
    /// Not an amount of cash: nothing, or beyond [`Money::MAX`].
    #[error("not an amount of cash")]
    BadAmount,
    /// Cash that moves has a reason of at least three letters.
    #[error("a reason of at least three letters")]
    NoReason,
    /// Nobody has counted yet.
    #[error("the drawer was not counted")]
    NotCounted,
    /// Something was booked after the count.
    #[error("something was booked after the count")]
    CountedBefore,
    /// The count differs, and nobody said why.
    #[error("the difference is to be explained")]
    Explain,
    /// The count differs by more than may pass without an approval.
    #[error("the difference is to be approved")]
    Approve,
}

/// What a count asks for before the shift is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asks {
    /// It fits.
    Nothing,
    /// Somebody says why it differs.
    Explanation,
    /// Somebody with the right approves the difference as well.
    Approval,
}

/// What differences ask for: none of them nothing, one within `tolerance` an explanation, one beyond it an
/// approval. What is too much asks for the same as what is missing.
#[must_use]
pub fn asks(differences: impl IntoIterator<Item = Money>, tolerance: Money) -> Asks {
    let asked = differences.into_iter().map(|difference| {
        let size = difference.or_zero() + (-difference).or_zero();
        if size.is_zero() {
            Asks::Nothing
        } else if size <= tolerance {
            Asks::Explanation
        } else {
            Asks::Approval
        }
    });
    asked.max().unwrap_or(Asks::Nothing)
}

/// A reason or an explanation as it is kept: at least three letters, without spaces around it.
///
/// # Errors
/// [`Refused::NoReason`].
pub fn reason(text: &str) -> Result<&str, Refused> {
    let text = text.trim();
    match text.chars().count() {
        0..=2 => Err(Refused::NoReason),
        _ => Ok(text),
    }
}

/// An amount of cash that moves: more than nothing.
///
/// # Errors
/// [`Refused::BadAmount`].
pub fn moved(amount: Money) -> Result<Money, Refused> {
    match amount.is_positive() && amount <= Money::MAX {
        true => Ok(amount),
        false => Err(Refused::BadAmount),
    }
}

/// A float: nothing or more.
///
/// # Errors
/// [`Refused::BadAmount`].
pub fn float(amount: Money) -> Result<Money, Refused> {
    match amount.is_negative() || amount > Money::MAX {
        true => Err(Refused::BadAmount),
        false => Ok(amount),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_explained_and_beyond_the_set_amount_approved() {
        let g = Money::guaranies;
        let cases = [
            (vec![], Asks::Nothing),
            (vec![0, 0], Asks::Nothing),
            (vec![0, -50], Asks::Explanation),
            (vec![5_000], Asks::Explanation),
            (vec![-5_000], Asks::Explanation),
            (vec![5_001], Asks::Approval),
            (vec![0, -5_050, 50], Asks::Approval),
        ];
        for (differences, asked) in cases {
            let found = asks(differences.iter().copied().map(g), g(5_000));
            assert_eq!(found, asked, "{differences:?}");
        }
    }

    #[test]
    fn cash_moves_with_an_amount_and_a_reason() {
        assert_eq!(moved(Money::ZERO), Err(Refused::BadAmount));
        assert_eq!(moved(Money::guaranies(-1)), Err(Refused::BadAmount));
        assert_eq!(float(Money::ZERO), Ok(Money::ZERO));
        assert_eq!(reason("  pan "), Ok("pan"));
        assert_eq!(reason("ñ a"), Ok("ñ a"));
        assert_eq!(reason(" -  "), Err(Refused::NoReason));
    }
}
