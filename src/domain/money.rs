//! Money in whole guaraníes.
//!
//! The guaraní has no minor unit, so an amount is a whole number and no float ever touches it.
//! Amounts that come from outside are bounded by [`Money::MAX`]; prices, quantities and the number of
//! lines have bounds of their own ([`crate::domain::cart`]), so that no sum of them leaves an `i64`.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// An amount of guaraníes; negative where something is owed or taken back.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Money(i64);

/// Why a text or a number is no amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadMoney {
    /// Not a number at all, or a number with cents.
    #[error("an amount is a whole number of guaraníes, such as 18.000")]
    NotWhole,
    /// Beyond [`Money::MAX`] on either side.
    #[error("an amount is at most 1.000.000.000.000 guaraníes")]
    TooLarge,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The largest amount taken from outside: a million million guaraníes, about 130 million dollars.
    ///
    /// A thousand times that still fits an `i64` nine thousand times over.
    pub const MAX: Self = Self(1_000_000_000_000);

    /// An amount known when writing the program or read back from the store.
    #[must_use]
    pub const fn guaranies(amount: i64) -> Self {
        Self(amount)
    }

    /// The whole number of guaraníes.
    #[must_use]
    pub const fn amount(self) -> i64 {
        self.0
    }

    /// Takes an amount from outside.
    ///
    /// # Errors
    /// [`BadMoney::TooLarge`] beyond [`Money::MAX`] on either side.
    pub const fn bounded(amount: i64) -> Result<Self, BadMoney> {
        if amount > Self::MAX.0 || amount < -Self::MAX.0 {
            Err(BadMoney::TooLarge)
        } else {
            Ok(Self(amount))
        }
    }

    /// Reads an amount as people in Paraguay write it: `18000`, `18.000`, `₲ 18.000`, `Gs. 18.000`, `-500`.
    ///
    /// A dot (or a space) groups thousands and nothing else: `1.5` is refused, not read as 15.
    ///
    /// ```
    /// # use cantina::domain::{Money, money::BadMoney};
    /// assert_eq!(Money::parse("₲ 18.000"), Ok(Money::guaranies(18_000)));
    /// assert_eq!(Money::parse("1.5"), Err(BadMoney::NotWhole));
    /// ```
    ///
    /// # Errors
    /// [`BadMoney`] says whether it is no whole number or too large.
    pub fn parse(text: &str) -> Result<Self, BadMoney> {
        let text = text.trim();
        let (negative, text) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text),
        };
        let text = ["₲", "Gs.", "Gs", "PYG"]
            .iter()
            .find_map(|sign| text.strip_prefix(sign))
            .unwrap_or(text)
            .trim_start();
        let digits = ungroup(text).ok_or(BadMoney::NotWhole)?;
        let amount: i64 = digits.parse().map_err(|_| BadMoney::TooLarge)?;
        Self::bounded(if negative { -amount } else { amount })
    }

    /// `self` if positive, else nothing.
    #[must_use]
    pub const fn or_zero(self) -> Self {
        if self.0 > 0 { self } else { Self::ZERO }
    }

    /// Whether this is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether this is more than nothing.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Whether this is less than nothing.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The amount times an exact factor, rounded half away from zero to the guaraní.
    ///
    /// Saturates at the ends of `i64`, which the bounds on prices and quantities keep out of reach.
    #[must_use]
    pub fn times(self, factor: Decimal) -> Self {
        let product = Decimal::from(self.0)
            .checked_mul(factor)
            .map(|exact| exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
        let edge = if (self.0 < 0) == factor.is_sign_negative() {
            i64::MAX
        } else {
            i64::MIN
        };
        Self(product.and_then(|whole| whole.to_i64()).unwrap_or(edge))
    }

    /// What is cut off when rounding down to a multiple of `step` guaraníes.
    ///
    /// Cash in Paraguay is rounded to ₲ 50 in the customer's favour (SEDECO, Res. 1670/2022).
    ///
    /// ```
    /// # use cantina::domain::Money;
    /// assert_eq!(Money::guaranies(18_030).beyond_multiple_of(50), Money::guaranies(30));
    /// ```
    #[must_use]
    pub const fn beyond_multiple_of(self, step: i64) -> Self {
        if step <= 1 {
            Self::ZERO
        } else {
            Self(self.0.rem_euclid(step))
        }
    }
}

/// `18.000` → `18000`; `None` unless dots (or spaces) stand before each three digits.
fn ungroup(text: &str) -> Option<String> {
    let separator = if text.contains('.') { '.' } else { ' ' };
    let groups: Vec<&str> = text.split(separator).collect();
    let all_digits = groups
        .iter()
        .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let grouped = groups.len() == 1
        || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    (all_digits && grouped).then(|| groups.concat())
}

/// With thousands grouped by dots, without a sign for the currency: `18.000`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.unsigned_abs().to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
        if self.0 < 0 {
            grouped.push('−');
        }
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        f.pad(&grouped)
    }
}

const BOUNDED: &str =
    "amounts from outside are at most Money::MAX, so a sum that leaves i64 needs millions of them";

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.checked_add(other.0).expect(BOUNDED))
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.checked_sub(other.0).expect(BOUNDED))
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.checked_neg().expect(BOUNDED))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, amount) in [
            ("18000", 18_000),
            ("18.000", 18_000),
            ("1.234.567", 1_234_567),
            (" ₲ 500 ", 500),
            ("Gs. 7.000", 7_000),
            ("1 234", 1_234),
            ("-500", -500),
            ("0", 0),
        ] {
            assert_eq!(Money::parse(text), Ok(Money(amount)), "{text}");
        }
    }

    #[test]
    fn what_is_no_whole_amount_is_refused_and_never_guessed() {
        for text in [
            "",
            "1.5",
            "1,5",
            "12.34.567",
            "1..000",
            "abc",
            "1.0000",
            "--5",
            "0x10",
        ] {
            assert_eq!(Money::parse(text), Err(BadMoney::NotWhole), "{text}");
        }
        for text in ["1000000000001", "9223372036854775808"] {
            assert_eq!(Money::parse(text), Err(BadMoney::TooLarge), "{text}");
        }
    }

    #[test]
    fn a_product_rounds_half_away_from_zero() {
        let half = Decimal::new(5, 1);
        assert_eq!(Money(3).times(half), Money(2));
        assert_eq!(Money(-3).times(half), Money(-2));
        assert_eq!(Money(i64::MAX).times(Decimal::from(2)), Money(i64::MAX));
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_read_back(amount in -1_000_000_000_000..=1_000_000_000_000_i64) {
            prop_assert_eq!(Money::parse(&Money(amount).to_string()), Ok(Money(amount)));
        }

        #[test]
        fn reading_never_panics(text in "\\PC*") {
            let _ = Money::parse(&text);
        }
    }
}
