//! What a ticket says: facts only, no layout and no words of any language.

use serde::{Deserialize, Serialize};

use super::catalogue::Unit;
use super::ruc::Ruc;
use super::tax::Included;
use super::tender::Payment;
use super::{Moment, Money, Quantity, SaleId};

/// Whose ticket it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Shop {
    /// «Cantina Tita».
    pub name: String,
    /// Taxpayer number.
    pub ruc: Option<Ruc>,
    /// Street and city.
    pub address: String,
    /// Phone.
    pub phone: String,
    /// The last line of every ticket.
    pub footer: String,
}

/// What the paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A sale.
    Sale,
    /// The void of the ticket with that number.
    Void {
        /// The number of the ticket that is undone.
        of: i64,
    },
    /// Money back for what was sold on the ticket with that number.
    Refund {
        /// The number of the ticket of which something goes back.
        of: i64,
    },
}

/// One line as sold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The product's name when it was sold.
    pub name: String,
    /// Piece or kilogram.
    pub unit: Unit,
    /// How much; positive also on a void.
    pub quantity: Quantity,
    /// For one unit.
    pub price: Money,
    /// What the line's own discount took off.
    pub discount: Money,
    /// Price × quantity − discount.
    pub net: Money,
    /// What the cashier noted.
    pub note: Option<String>,
}

/// Who bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyer {
    /// Name.
    pub name: String,
    /// Grade.
    pub grade: String,
}

/// The pupil's balance around the sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// Before it.
    pub before: Money,
    /// After it.
    pub after: Money,
}

/// All that a ticket says. Amounts are positive also on a void, whose kind says that they go back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The sale or void.
    pub sale: SaleId,
    /// What the paper is.
    pub kind: Kind,
    /// Whose.
    pub shop: Shop,
    /// The short number people read; no two alike, none left out.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// «Caja 1».
    pub till: String,
    /// «María G.».
    pub cashier: String,
    /// Who bought, if known.
    pub buyer: Option<Buyer>,
    /// What.
    pub lines: Vec<Line>,
    /// What the ticket's discount took off.
    pub discount: Money,
    /// What was to be paid, before rounding.
    pub total: Money,
    /// What rounding cash let the customer off.
    pub rounding: Money,
    /// How it was paid.
    pub payments: Vec<Payment>,
    /// Given back in cash.
    pub change: Money,
    /// Change that went to the pupil's account.
    #[serde(default)]
    pub to_account: Money,
    /// IVA included.
    pub taxes: Vec<Included>,
    /// The pupil's balance, if the account was used.
    pub balance: Option<Balance>,
    /// The ticket's note, or the reason of a void.
    pub note: Option<String>,
    /// Whether the drawer opens.
    pub opens_drawer: bool,
    /// Whether this is printed again.
    pub copy: bool,
}
