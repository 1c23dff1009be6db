//! IVA: the tax that Paraguayan prices already include.

use serde::{Deserialize, Serialize};

use super::Money;

/// The rate of IVA that a product carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rate {
    /// The general rate, 10 %.
    Ten,
    /// Basic foods, 5 %.
    Five,
    /// «Exenta»: no IVA.
    Exempt,
}

impl Rate {
    /// Every rate, in the order a ticket shows them.
    pub const ALL: [Self; 3] = [Self::Ten, Self::Five, Self::Exempt];

    /// In whole per cent, as stored and as lists of products write it.
    #[must_use]
    pub const fn percent(self) -> i64 {
        match self {
            Self::Ten => 10,
            Self::Five => 5,
            Self::Exempt => 0,
        }
    }

    /// The rate of so many per cent, if there is one.
    #[must_use]
    pub const fn from_percent(percent: i64) -> Option<Self> {
        match percent {
            10 => Some(Self::Ten),
            5 => Some(Self::Five),
            0 => Some(Self::Exempt),
            _ => None,
        }
    }

    /// IVA contained in a price that already includes it.
    ///
    /// Paraguay quotes prices with IVA: a total at 10 % holds `total / 11`, at 5 % `total / 21`.
    /// Rounded half up to the guaraní, once per ticket and rate, so that lines never disagree with the total.
    ///
    /// ```
    /// # use cantina::domain::{Money, tax::Rate};
    /// assert_eq!(Rate::Ten.included_in(Money::guaranies(18_000)), Money::guaranies(1_636));
    /// ```
    #[must_use]
    pub fn included_in(self, total: Money) -> Money {
        let divisor: u64 = match self {
            Self::Ten => 11,
            Self::Five => 21,
            Self::Exempt => return Money::ZERO,
        };
        let magnitude = (total.amount().unsigned_abs() * 2 + divisor) / (2 * divisor);
        let tax = i64::try_from(magnitude).unwrap_or(i64::MAX);
        Money::guaranies(if total.is_negative() { -tax } else { tax })
    }
}

/// What was sold at one rate, and the IVA in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Included {
    /// The rate.
    pub rate: Rate,
    /// The total sold at this rate, IVA included.
    pub total: Money,
    /// The IVA in it.
    pub tax: Money,
}

/// Splits amounts by rate, in the order of [`Rate::ALL`]; rates with nothing sold are left out.
#[must_use]
pub fn by_rate(amounts: &[(Rate, Money)]) -> Vec<Included> {
    Rate::ALL
        .into_iter()
        .filter(|rate| amounts.iter().any(|(of, _)| of == rate))
        .map(|rate| {
            let at_rate = amounts.iter().filter(|(of, _)| *of == rate);
            let total = at_rate.map(|(_, amount)| *amount).sum();
            let tax = rate.included_in(total);
            Included { rate, total, tax }
        })
        .collect()
}

/// The IVA in each amount, so that the amounts of a rate agree with [`by_rate`] to the guaraní.
///
/// The IVA of a rate is rounded once, on its total; each amount gets its exact share rounded down, and
/// what is left goes, a guaraní each, to the largest remainders, the first of equal ones first.
///
/// ```
/// # use cantina::domain::{Money, tax::{Rate, by_amount}};
/// let g = Money::guaranies;
/// let lines = [(Rate::Ten, g(5)), (Rate::Ten, g(6)), (Rate::Five, g(21))];
/// assert_eq!(by_amount(&lines), [g(0), g(1), g(1)]);
/// ```
#[must_use]
pub fn by_amount(amounts: &[(Rate, Money)]) -> Vec<Money> {
    let mut taxes = vec![Money::ZERO; amounts.len()];
    for included in by_rate(amounts) {
        let divisor = match included.rate {
            Rate::Ten => 11,
            Rate::Five => 21,
            Rate::Exempt => continue,
        };
        let at_rate = amounts.iter().enumerate();
        let at_rate = at_rate.filter(|(_, (rate, _))| *rate == included.rate);
        let mut remainders: Vec<(usize, i64)> = Vec::new();
        let mut left = included.tax;
        for (at, (_, amount)) in at_rate {
            let share = Money::guaranies(amount.amount().div_euclid(divisor));
            taxes[at] = share;
            left -= share;
            remainders.push((at, amount.amount().rem_euclid(divisor)));
        }
        remainders.sort_by_key(|(_, remainder)| std::cmp::Reverse(*remainder));
        let left = usize::try_from(left.amount()).unwrap_or(0);
        for (at, _) in remainders.into_iter().take(left) {
            taxes[at] += Money::guaranies(1);
        }
    }
    taxes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SET (Paraguay's tax office): IVA 10 % = price / 11, IVA 5 % = price / 21.
    #[test]
    fn iva_is_an_eleventh_or_a_twenty_first_rounded_half_up() {
        for (rate, total, tax) in [
            (Rate::Ten, 18_000, 1_636),
            (Rate::Ten, 11_000, 1_000),
            (Rate::Ten, 5, 0),
            (Rate::Ten, 6, 1),
            (Rate::Five, 21_000, 1_000),
            (Rate::Five, 10_000, 476),
            (Rate::Exempt, 10_000, 0),
        ] {
            assert_eq!(
                rate.included_in(Money::guaranies(total)),
                Money::guaranies(tax)
            );
        }
    }

    /// Worked out by hand from the SET's rule: exact shares, a guaraní each to the largest remainders.
    #[test]
    fn iva_by_line_and_by_ticket_agree_to_the_guarani() {
        type Case<'a> = (&'a [(Rate, i64)], &'a [i64]);
        let cases: [Case<'_>; 6] = [
            (&[(Rate::Ten, 11_000)], &[1_000]),
            // 3 × 5 = 15: 1,36 → 1; shares 0,45 each: one guaraní to the first.
            (
                &[(Rate::Ten, 5), (Rate::Ten, 5), (Rate::Ten, 5)],
                &[1, 0, 0],
            ),
            // 20.000 at 10 %: 1.818; shares 363,6 and 1.454,5.
            (&[(Rate::Ten, 4_000), (Rate::Ten, 16_000)], &[364, 1_454]),
            // 10.000 at 5 %: 476; shares 190,5, 142,9 and 142,9.
            (
                &[
                    (Rate::Five, 4_000),
                    (Rate::Five, 3_000),
                    (Rate::Five, 3_000),
                ],
                &[190, 143, 143],
            ),
            (
                &[
                    (Rate::Ten, 18_000),
                    (Rate::Exempt, 5_000),
                    (Rate::Five, 21_000),
                ],
                &[1_636, 0, 1_000],
            ),
            (&[], &[]),
        ];
        for (lines, taxes) in cases {
            let lines: Vec<_> = lines
                .iter()
                .map(|(rate, of)| (*rate, Money::guaranies(*of)))
                .collect();
            let taxes: Vec<_> = taxes.iter().copied().map(Money::guaranies).collect();
            assert_eq!(by_amount(&lines), taxes, "{lines:?}");
            let by_ticket: Money = by_rate(&lines).iter().map(|of| of.tax).sum();
            assert_eq!(taxes.iter().copied().sum::<Money>(), by_ticket);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_line_is_a_guarani_off_its_own_iva(
            lines in proptest::collection::vec((0_usize..3, 1_i64..2_000_000), 0..40),
        ) {
            let lines: Vec<_> = lines
                .into_iter()
                .map(|(rate, amount)| (Rate::ALL[rate], Money::guaranies(amount)))
                .collect();
            let taxes = by_amount(&lines);
            for rate in Rate::ALL {
                let own = lines.iter().zip(&taxes).filter(|((of, _), _)| *of == rate);
                let sum: Money = own.map(|(_, tax)| *tax).sum();
                let ticket = by_rate(&lines).into_iter().find(|of| of.rate == rate);
                proptest::prop_assert_eq!(sum, ticket.map_or(Money::ZERO, |of| of.tax));
            }
            for ((rate, amount), tax) in lines.iter().zip(&taxes) {
                let off = rate.included_in(*amount) - *tax;
                proptest::prop_assert!(off.amount().abs() <= 1);
            }
        }
    }

    #[test]
    fn iva_is_rounded_once_per_ticket_and_rate() {
        let lines = [
            (Rate::Ten, Money::guaranies(5)),
            (Rate::Ten, Money::guaranies(6)),
        ];
        let split = by_rate(&lines);
        assert_eq!(split.len(), 1);
        assert_eq!(split[0].tax, Money::guaranies(1));
    }
}
