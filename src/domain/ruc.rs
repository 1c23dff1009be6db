//! RUC: the taxpayer number of Paraguay, with its check digit.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A taxpayer number such as `80009735-1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ruc(u32);

/// Why a text is no RUC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadRuc {
    /// Not digits, a dash and a digit.
    #[error("a RUC is digits, a dash and a check digit, such as 80009735-1")]
    Form,
    /// The check digit does not fit the number.
    #[error("the check digit of this RUC should be {0}")]
    CheckDigit(u32),
}

impl Ruc {
    /// Reads a RUC; dots between thousands do not count.
    ///
    /// # Errors
    /// [`BadRuc`]; for a wrong check digit it says the right one.
    pub fn parse(text: &str) -> Result<Self, BadRuc> {
        let (number, check) = text.trim().split_once('-').ok_or(BadRuc::Form)?;
        let number = number.replace('.', "");
        let digits_only = number.bytes().all(|byte| byte.is_ascii_digit());
        if number.is_empty() || number.len() > 8 || !digits_only {
            return Err(BadRuc::Form);
        }
        let number = number.parse().map_err(|_| BadRuc::Form)?;
        let check: u32 = match check.trim().as_bytes() {
            [digit @ b'0'..=b'9'] => u32::from(digit - b'0'),
            _ => return Err(BadRuc::Form),
        };
        match check_digit(number) {
            right if right == check => Ok(Self(number)),
            right => Err(BadRuc::CheckDigit(right)),
        }
    }
}

/// Weights 2, 3, 4 … from the right; `k` = sum mod 11; the digit is 0 if `k` < 2, else 11 − `k`.
///
/// Source: SET, algorithm «módulo 11» for the RUC's dígito verificador.
#[must_use]
pub fn check_digit(number: u32) -> u32 {
    let digits = number.to_string();
    let weighted = digits.bytes().rev().zip(2..);
    let sum: u32 = weighted
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    match sum % 11 {
        0 | 1 => 0,
        k => 11 - k,
    }
}

impl fmt::Display for Ruc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, check_digit(self.0))
    }
}

impl TryFrom<String> for Ruc {
    type Error = BadRuc;

    fn try_from(text: String) -> Result<Self, BadRuc> {
        Self::parse(&text)
    }
}

impl From<Ruc> for String {
    fn from(ruc: Ruc) -> Self {
        ruc.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_taxpayers_are_right() {
        for right in [
            "80009735-1",
            "80028061-0",
            "999160-3",
            "2660-3",
            "80000035-8",
        ] {
            assert_eq!(
                Ruc::parse(right).map(|ruc| ruc.to_string()),
                Ok(right.to_owned())
            );
        }
    }

    #[test]
    fn a_wrong_digit_is_named_and_nonsense_refused() {
        assert_eq!(Ruc::parse("80009735-2"), Err(BadRuc::CheckDigit(1)));
        for bad in [
            "",
            "80009735",
            "-1",
            "8000973x-1",
            "999999999-1",
            "1-",
            "1-12",
        ] {
            assert_eq!(Ruc::parse(bad), Err(BadRuc::Form), "{bad}");
        }
    }
}
