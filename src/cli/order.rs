//! What `sell` is asked for: the same on the command line and in a line of a file.

use serde::{Deserialize, Deserializer};
use uuid::Uuid;

/// One sale to be made.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The sale's name; the same name twice is the same sale. Made if missing.
    pub sale_id: Option<Uuid>,
    /// The cart's name; that of the sale if missing.
    pub cart_id: Option<Uuid>,
    /// The buyer's card.
    pub card: Option<String>,
    /// What is bought.
    #[serde(default)]
    pub items: Vec<Item>,
    /// What is handed over.
    #[serde(default)]
    pub tenders: Vec<Payment>,
    /// The voucher's number, for tenders that say none of their own.
    pub reference: Option<String>,
    /// The PIN of who sells; the first active user if missing.
    pub cashier: Option<String>,
    /// Who lets it go beyond the pupil's limits, for this sale only.
    pub approval: Option<Approval>,
    /// Whether the change goes to the pupil's account.
    #[serde(default)]
    pub change_to_account: bool,
}

/// Somebody with the right says yes, and why.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Theirs.
    pub pin: String,
    /// At least 3 letters.
    pub reason: String,
}

/// Without the digits.
impl std::fmt::Debug for Approval {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Approval(••••, {:?})", self.reason)
    }
}

/// A product by its code, `#` and its number, or its exact name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Which.
    pub code: String,
    /// How much, as people write it; one if missing.
    #[serde(default = "one", deserialize_with = "text_or_number")]
    pub qty: String,
}

/// A part of the payment.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// The tender's word: `cash`, `card`, …
    pub tender: String,
    /// Guaraníes, as people write them.
    #[serde(deserialize_with = "text_or_number")]
    pub amount: String,
    /// The voucher's number.
    pub reference: Option<String>,
}

fn one() -> String {
    "1".to_owned()
}

/// A number is taken as it is written: no float is made of it.
fn text_or_number<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Text(String),
        Number(serde_json::Number),
    }
    Ok(match Either::deserialize(from)? {
        Either::Text(text) => text,
        Either::Number(number) => number.to_string(),
    })
}

impl Item {
    /// Reads `CODE` or `CODE=QTY`.
    pub fn parse(text: &str) -> Self {
        let (code, qty) = text.rsplit_once('=').unwrap_or((text, "1"));
        Self {
            code: code.to_owned(),
            qty: qty.to_owned(),
        }
    }
}

impl Payment {
    /// Reads `TENDER=AMOUNT`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (tender, amount) = text.split_once('=').ok_or("TENDER=AMOUNT")?;
        Ok(Self {
            tender: tender.to_owned(),
            amount: amount.to_owned(),
            reference: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_a_code_with_or_without_a_quantity() {
        let item = |text| {
            let item = Item::parse(text);
            (item.code, item.qty)
        };
        assert_eq!(item("414"), ("414".to_owned(), "1".to_owned()));
        assert_eq!(item("102=0,350"), ("102".to_owned(), "0,350".to_owned()));
    }

    #[test]
    fn an_amount_beyond_every_number_is_still_read_as_it_is_written() {
        let line = r#"{"items":[{"code":"1","qty":2}],"tenders":[{"tender":"cash","amount":9223372036854775807}]}"#;
        let order: Order = serde_json::from_str(line).expect("it is an order");
        assert_eq!(order.items[0].qty, "2");
        assert_eq!(order.tenders[0].amount, "9223372036854775807");
    }

    #[test]
    fn a_word_that_nobody_knows_is_not_passed_over() {
        assert!(serde_json::from_str::<Order>(r#"{"crad":"00414"}"#).is_err());
    }
}
