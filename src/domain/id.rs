//! Names of things. Each kind has a type of its own, so that a product can never be taken for a pupil.
//!
//! Entities carry the row number of this till's file; facts carry a `UUIDv7`, so that the facts of
//! several tills can be merged later without renaming any.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ticket::TicketCode;

macro_rules! entity {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub i64);
    )+};
}

macro_rules! fact {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

entity! {
    /// A thing the canteen sells.
    ProductId,
    /// A group of products, as the chips above the tiles show them.
    CategoryId,
    /// A pupil (or a member of staff who buys): the holder of a card.
    StudentId,
    /// The grown-up who answers for pupils and their debts («responsable»).
    GuardianId,
    /// Somebody who works at the till.
    UserId,
    /// A way to pay.
    TenderId,
    /// One side of the double-entry ledger.
    AccountId,
    /// A list of prices («alumnos», «personal»).
    PriceListId,
    /// A job in the printer's queue.
    PrintJobId,
    /// A till; its number is on every fact it makes.
    TillId,
    /// A shift of a till's drawer.
    ShiftId,
}

fact! {
    /// A sale, a void or a refund. Made when payment starts: committing it twice is one sale.
    SaleId,
    /// A cart, from its first line on.
    CartId,
    /// A movement of the ledger that is no sale (a top-up, a correction).
    MovementId,
}

/// The number on a pupil's card, as the reader sends it: 4 to 20 letters or digits, in capitals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CardNumber(String);

impl CardNumber {
    /// Reads a card number; spaces around it do not count, small letters become capitals.
    ///
    /// # Errors
    /// [`BadCardNumber`] unless it is 4 to 20 ASCII letters or digits, and no ticket's code.
    pub fn parse(text: &str) -> Result<Self, BadCardNumber> {
        let text = text.trim().to_ascii_uppercase();
        let ticket = TicketCode::parse(&text).is_some();
        let fits = (4..=20).contains(&text.len()) && !ticket;
        if fits && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            Ok(Self(text))
        } else {
            Err(BadCardNumber)
        }
    }

    /// The number as it is printed on the card.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A card number is 4 to 20 letters or digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a card number is 4 to 20 letters or digits")]
pub struct BadCardNumber;

impl TryFrom<String> for CardNumber {
    type Error = BadCardNumber;

    fn try_from(text: String) -> Result<Self, BadCardNumber> {
        Self::parse(&text)
    }
}

impl From<CardNumber> for String {
    fn from(card: CardNumber) -> Self {
        card.0
    }
}

impl fmt::Display for CardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_number_is_read_as_the_reader_sends_it() {
        assert_eq!(CardNumber::parse(" 00414 ").unwrap().as_str(), "00414");
        assert_eq!(CardNumber::parse("ab12").unwrap().as_str(), "AB12");
        for bad in ["", "123", "12 34", "ñandú1", "123456789012345678901"] {
            assert_eq!(CardNumber::parse(bad), Err(BadCardNumber), "{bad}");
        }
    }
}
