//! The number of a ticket as a code to scan: `TKT0001234` is ticket 123.
//!
//! Letters and digits only, so that no keyboard layout spoils it. It cannot be taken for anything else:
//! an EAN has digits only, no card may have a number of this shape ([`CardNumber`](super::CardNumber)),
//! and a check digit keeps what only looks like one apart.

use std::fmt;

use super::code::ean_check_digit;

const PREFIX: &str = "TKT";
/// The digits of a number, without the check digit: as many as a ticket shows, or more where it needs them.
const DIGITS: usize = 6;
/// The most that is read: more tickets than a till prints in its life.
const DIGITS_MAX: usize = 12;

/// The code of a ticket.
///
/// ```
/// # use cantina::domain::ticket::TicketCode;
/// let code = TicketCode::of(123);
/// assert_eq!(code.to_string(), "TKT0001236");
/// assert_eq!(TicketCode::parse("tkt0001236"), Some(code));
/// assert_eq!(TicketCode::parse("TKT0001237"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TicketCode(i64);

impl TicketCode {
    /// Of the ticket of that number.
    #[must_use]
    pub const fn of(number: i64) -> Self {
        Self(if number < 0 { 0 } else { number })
    }

    /// Reads one as a reader or a hand sends it; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let digits = text.strip_prefix(PREFIX)?;
        let fits = (DIGITS + 1..=DIGITS_MAX + 1).contains(&digits.len());
        let figures = digits.bytes().all(|byte| byte.is_ascii_digit());
        let code = Self(digits.get(..digits.len().checked_sub(1)?)?.parse().ok()?);
        (fits && figures && code.to_string() == text).then_some(code)
    }

    /// Whether it has the shape of one, and is none: a reader caught only a part, or a letter wrong.
    #[must_use]
    pub fn is_misread(text: &str) -> bool {
        let text = text.trim().to_ascii_uppercase();
        let digits = text.strip_prefix(PREFIX).unwrap_or_default();
        let shaped = digits.len() > 1 && digits.bytes().all(|byte| byte.is_ascii_digit());
        shaped && Self::parse(&text).is_none()
    }

    /// The ticket's number.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }
}

impl fmt::Display for TicketCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = format!("{:0DIGITS$}", self.0);
        let check = ean_check_digit(&number).unwrap_or_default();
        write!(f, "{PREFIX}{number}{check}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::CardNumber;
    use crate::domain::code::Code;

    #[test]
    fn a_misread_ticket_is_told_from_a_ticket_and_from_everything_else() {
        assert!(TicketCode::is_misread("TKT0001237"));
        assert!(TicketCode::is_misread("tkt00012"));
        for other in ["TKT0001236", "TKT", "TKTA001237", "7792052014625", ""] {
            assert!(!TicketCode::is_misread(other), "{other}");
        }
    }

    #[test]
    fn what_is_no_tickets_code_is_refused() {
        for other in [
            "",
            "TKT",
            "TKT6",
            "000123",
            "7792052014625",
            "00414",
            "TKT001236",
            "TKT00001236",
            "TKT00012A6",
            "TKT0001235",
            "XTKT0001236",
        ] {
            assert_eq!(TicketCode::parse(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn a_code_is_its_ticket_and_nothing_else(number in 0_i64..1_000_000_000_000) {
            let said = TicketCode::of(number).to_string();
            prop_assert_eq!(TicketCode::parse(&said).map(TicketCode::number), Some(number));
            prop_assert!(!Code::parse(&said).unwrap().is_ean());
            prop_assert!(CardNumber::parse(&said).is_err());
        }
    }
}
