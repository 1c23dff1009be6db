//! How much of a product: pieces, or kilograms to the gram.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A quantity in thousandths of the product's unit: `1000` is one piece or one kilogram.
///
/// Exact by construction; a float never enters. What a cart may hold lies in
/// `0 < q ≤` [`Quantity::MAX`]; stock may be any sum of quantities, also negative.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Quantity(i64);

/// Why a text is no quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadQuantity {
    /// Not a number, or with more than three decimals.
    #[error("a quantity is a number such as 2 or 0,350")]
    NotANumber,
    /// Nothing, or less than nothing.
    #[error("a quantity is more than 0")]
    NotPositive,
    /// More than [`Quantity::MAX`].
    #[error("a quantity is at most 10.000")]
    TooLarge,
    /// A part of a thing that is sold by the piece.
    #[error("this product is sold by the piece: whole numbers only")]
    NotWhole,
}

impl Quantity {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// One piece or one kilogram.
    pub const ONE: Self = Self(1_000);
    /// The most that one line of a cart may hold: ten thousand.
    pub const MAX: Self = Self(10_000_000);

    /// So many whole pieces.
    #[must_use]
    pub const fn pieces(count: i32) -> Self {
        Self(count as i64 * 1_000)
    }

    /// So many thousandths: grams of a thing sold by the kilogram.
    #[must_use]
    pub const fn thousandths(count: i64) -> Self {
        Self(count)
    }

    /// In thousandths of the unit.
    #[must_use]
    pub const fn in_thousandths(self) -> i64 {
        self.0
    }

    /// As an exact decimal, for multiplying a price.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0, 3)
    }

    /// Whether it is a whole number of pieces.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.0 % 1_000 == 0
    }

    /// Checks what a line of a cart may hold.
    ///
    /// # Errors
    /// [`BadQuantity::NotPositive`] or [`BadQuantity::TooLarge`].
    pub const fn sellable(self) -> Result<Self, BadQuantity> {
        if self.0 <= 0 {
            Err(BadQuantity::NotPositive)
        } else if self.0 > Self::MAX.0 {
            Err(BadQuantity::TooLarge)
        } else {
            Ok(self)
        }
    }

    /// Reads a quantity to sell: `2`, `0,350`, `0.35`; a comma or a dot begins the decimals.
    ///
    /// ```
    /// # use cantina::domain::Quantity;
    /// assert_eq!(Quantity::parse("0,350"), Ok(Quantity::thousandths(350)));
    /// ```
    ///
    /// # Errors
    /// [`BadQuantity`] for what is no number, not positive or too large.
    pub fn parse(text: &str) -> Result<Self, BadQuantity> {
        let text = text.trim();
        let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
        let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if text.is_empty() || !digits_only(whole) || !digits_only(decimals) || decimals.len() > 3 {
            return match text.strip_prefix(['-', '−']) {
                Some(rest) if Self::parse(rest).is_ok() => Err(BadQuantity::NotPositive),
                _ => Err(BadQuantity::NotANumber),
            };
        }
        let padded = format!("{whole}{decimals:0<3}");
        let thousandths = padded.parse().map_err(|_| BadQuantity::TooLarge)?;
        Self(thousandths).sellable()
    }

    /// The sum, or `None` beyond `i64`.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }
}

impl std::ops::Neg for Quantity {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

/// `2` for whole pieces, else with three decimals after a comma: `0,350`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "−" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 1_000, self.0.unsigned_abs() % 1_000);
        if rest == 0 {
            f.pad(&format!("{sign}{whole}"))
        } else {
            f.pad(&format!("{sign}{whole},{rest:03}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quantities_are_read_with_comma_or_dot() {
        assert_eq!(Quantity::parse("2"), Ok(Quantity::pieces(2)));
        assert_eq!(Quantity::parse("0.35"), Ok(Quantity(350)));
        assert_eq!(Quantity::parse(",5"), Ok(Quantity(500)));
        assert_eq!(Quantity::parse("10000"), Ok(Quantity::MAX));
    }

    #[test]
    fn zero_a_million_and_nonsense_are_refused_each_with_its_reason() {
        assert_eq!(Quantity::parse("0"), Err(BadQuantity::NotPositive));
        assert_eq!(Quantity::parse("-1"), Err(BadQuantity::NotPositive));
        assert_eq!(Quantity::parse("1000000"), Err(BadQuantity::TooLarge));
        assert_eq!(
            Quantity::parse("99999999999999999999"),
            Err(BadQuantity::TooLarge)
        );
        for text in ["", "a", "1,2345", "1,2,3", "1e3", "."] {
            let wrong = Quantity::parse(text);
            assert!(wrong.is_err(), "{text} was read as {wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_read_back(thousandths in 1..=10_000_000_i64) {
            let quantity = Quantity(thousandths);
            prop_assert_eq!(Quantity::parse(&quantity.to_string()), Ok(quantity));
        }
    }
}
