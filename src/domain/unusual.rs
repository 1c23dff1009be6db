//! Amounts that are asked about once more before they are booked: a nought too many is typed in a moment,
//! and found at the close.

use super::Money;

/// More than this is asked about whoever brings it.
pub const HOUSE: Money = Money::guaranies(500_000);
/// Less than this is never asked about.
const FLOOR: Money = Money::guaranies(100_000);
/// So many times what somebody brought before is much for them.
const TIMES: i64 = 5;

/// Whether an amount is asked about once more; `before` is the most that was brought lately, if anything was.
///
/// ```
/// # use cantina::domain::{Money, unusual::is_unusual};
/// let gs = Money::guaranies;
/// assert!(is_unusual(gs(200_000), Some(gs(20_000))), "a nought too many");
/// assert!(!is_unusual(gs(200_000), None));
/// assert!(is_unusual(gs(500_050), None));
/// ```
#[must_use]
pub fn is_unusual(amount: Money, before: Option<Money>) -> bool {
    let much = |before: Money| {
        let usual = Money::guaranies(before.amount().saturating_mul(TIMES));
        amount > FLOOR && amount > usual
    };
    amount > HOUSE || before.is_some_and(much)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn much_for_the_house_or_for_whoever_brings_it_is_asked_about() {
        let gs = Money::guaranies;
        let cases = [
            (500_000, None, false),
            (500_001, None, true),
            (100_000, Some(5_000), false),
            (100_001, Some(5_000), true),
            (200_000, Some(20_000), true),
            (200_000, Some(40_000), false),
            (600_000, Some(400_000), true),
        ];
        for (amount, before, asked) in cases {
            let found = is_unusual(gs(amount), before.map(gs));
            assert_eq!(found, asked, "{amount} after {before:?}");
        }
    }
}
