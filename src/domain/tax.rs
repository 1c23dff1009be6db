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
