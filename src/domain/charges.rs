//! What a pupil's account was charged, as limits count it.

use std::collections::{BTreeMap, HashMap};

use super::Money;

/// What a sale charged, less what was taken back of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charge {
    /// The sale's number.
    pub sale: i64,
    /// The number of the sale that it was exchanged for.
    pub came_of: Option<i64>,
    /// The minute on the wall.
    pub minute: i64,
    /// How much; less than nothing where more was taken back, as of what was exchanged.
    pub amount: Money,
}

/// What charges come to, the earliest sale first. Sales that were made in exchange for one another are one: giving
/// back the last gives back what the first charged, maybe on an older day, and never lets more be spent than if
/// nothing had been bought.
#[must_use]
pub fn standing<'a>(charges: impl IntoIterator<Item = &'a Charge>) -> Money {
    let mut roots: HashMap<i64, i64> = HashMap::new();
    let mut sums: BTreeMap<i64, Money> = BTreeMap::new();
    // The sale that came of another is the later one.
    for charge in charges {
        let before = charge.came_of.unwrap_or(charge.sale);
        let root = roots.get(&before).copied().unwrap_or(before);
        roots.insert(charge.sale, root);
        *sums.entry(root).or_insert(Money::ZERO) += charge.amount;
    }
    sums.into_values().map(Money::or_zero).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spent(charges: &[(i64, Option<i64>, i64)]) -> i64 {
        let charges = charges.iter().map(|(sale, came_of, amount)| Charge {
            sale: *sale,
            came_of: *came_of,
            minute: 0,
            amount: Money::guaranies(*amount),
        });
        let charges: Vec<Charge> = charges.collect();
        standing(charges.iter()).amount()
    }

    #[test]
    fn sales_count_each_and_what_was_taken_back_of_one_no_more() {
        assert_eq!(spent(&[]), 0);
        assert_eq!(
            spent(&[(1, None, 5_000), (2, None, 0), (3, None, 2_000)]),
            7_000
        );
    }

    #[test]
    fn giving_back_what_was_exchanged_for_a_sale_of_an_older_day_lets_no_more_be_spent() {
        // Of 8,000 that go back, 5,000 were spent the day before.
        assert_eq!(spent(&[(7, Some(2), -5_000), (8, None, 4_000)]), 4_000);
        assert_eq!(
            spent(&[(7, Some(2), -6_000), (9, Some(7), 500), (8, None, 4_000)]),
            4_000
        );
    }

    #[test]
    fn giving_back_what_was_exchanged_on_the_same_day_leaves_nothing_spent() {
        assert_eq!(spent(&[(1, None, 5_000), (7, Some(1), -5_000)]), 0);
        assert_eq!(
            spent(&[(1, None, 5_000), (7, Some(1), 3_000), (9, Some(7), -8_000)]),
            0
        );
    }
}
