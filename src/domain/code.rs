//! Codes from the reader: barcodes and card numbers.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a reader or a hand sent: 1 to 32 printable ASCII letters, digits, dots, dashes or slashes, in capitals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code(String);

/// A code is 1 to 32 letters, digits, dots, dashes or slashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a code is 1 to 32 letters, digits, dots, dashes or slashes")]
pub struct BadCode;

impl Code {
    /// Reads a code; spaces around it do not count, small letters become capitals.
    ///
    /// # Errors
    /// [`BadCode`] for anything that no reader sends.
    pub fn parse(text: &str) -> Result<Self, BadCode> {
        let text = text.trim().to_ascii_uppercase();
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".-/".contains(&byte);
        if (1..=32).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text))
        } else {
            Err(BadCode)
        }
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is an EAN-8, UPC-A or EAN-13 whose check digit is right.
    #[must_use]
    pub fn is_ean(&self) -> bool {
        matches!(self.0.len(), 8 | 12 | 13)
            && self.0.bytes().all(|byte| byte.is_ascii_digit())
            && ean_check_digit(&self.0[..self.0.len() - 1])
                == self.0.bytes().last().map(|byte| u32::from(byte - b'0'))
    }
}

/// The check digit of an EAN or UPC without it; `None` if there is anything but digits.
///
/// Weights 3 and 1 in turn from the right (GS1 General Specifications, 7.9).
///
/// ```
/// # use cantina::domain::code::ean_check_digit;
/// assert_eq!(ean_check_digit("779205201462"), Some(5));
/// assert_eq!(ean_check_digit("77x"), None);
/// ```
#[must_use]
pub fn ean_check_digit(body: &str) -> Option<u32> {
    let digits: Option<Vec<u32>> = body.chars().map(|digit| digit.to_digit(10)).collect();
    let weights = [3, 1].into_iter().cycle();
    let sum: u32 = digits?
        .iter()
        .rev()
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    Some((10 - sum % 10) % 10)
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Code {
    type Error = BadCode;

    fn try_from(text: String) -> Result<Self, BadCode> {
        Self::parse(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_barcodes_are_eans_and_a_flipped_digit_is_not() {
        for ean in [
            "7792052014625",
            "8412600028124",
            "8480000634603",
            "8480000634511",
        ] {
            assert!(Code::parse(ean).unwrap().is_ean(), "{ean}");
        }
        assert!(!Code::parse("7792052014626").unwrap().is_ean());
        assert!(!Code::parse("00414").unwrap().is_ean());
    }

    #[test]
    fn what_no_reader_sends_is_no_code() {
        for bad in [
            "",
            "  ",
            "ñ",
            "a b",
            "x\u{1b}p",
            "123456789012345678901234567890123",
        ] {
            assert_eq!(Code::parse(bad), Err(BadCode), "{bad:?}");
        }
    }
}
