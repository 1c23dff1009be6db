//! What lies on the shelves: what comes in, what goes without a sale, what is counted, what it is worth
//! and what to order.

mod count;
mod loss;
mod purchase;
mod reorder;
mod worth;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Quantity;
use super::catalogue::Unit;

pub use count::{CountLine, Counted, NotCounted, was_shown};
pub use loss::{Loss, LossKind, LossReason};
pub use purchase::{
    BadLine, BadPurchase, CostOf, DraftLine, LINES_MAX, Purchase, PurchaseDraft, PurchaseLine,
    Supplier, SupplierId, Whose, document_key, unit_cost,
};
pub use reorder::{Need, NeedList, needs};
pub use worth::{DayFlow, Step, Worth};

/// A purchase, a count or a loss. Made when it is begun: writing it twice is once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StockId(pub Uuid);

/// The fewest letters of a reason.
pub const REASON_MIN: usize = 3;
/// The most letters of a reason, a note or a document's number.
pub const TEXT_MAX: usize = 120;
/// The most that is counted of one product: a million.
const COUNT_MAX: i64 = 1_000_000_000;

/// What moved a product's stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoveKind {
    /// Sold.
    Sale,
    /// A sale undone.
    Void,
    /// Given back.
    Refund,
    /// Came in.
    Purchase,
    /// A count differed.
    Count,
    /// Thrown away.
    Spoiled,
    /// Used by the canteen itself.
    OwnUse,
    /// What another version wrote.
    Other,
}

impl MoveKind {
    const ALL: [Self; 7] = [
        Self::Sale,
        Self::Void,
        Self::Refund,
        Self::Purchase,
        Self::Count,
        Self::Spoiled,
        Self::OwnUse,
    ];

    /// The word for it in the store, in JSON and, with `-` for `_`, in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sale => "sale",
            Self::Void => "void",
            Self::Refund => "refund",
            Self::Purchase => "purchase",
            Self::Count => "count",
            Self::Spoiled => "spoiled",
            Self::OwnUse => "own_use",
            Self::Other => "other",
        }
    }

    /// What that word stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.code() == code).unwrap_or(Self::Other)
    }
}

/// Why stock was not moved; nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// This document of this supplier was received before.
    #[error("{document} of {supplier} was received before")]
    SameDocument {
        /// Whose.
        supplier: String,
        /// Its number.
        document: String,
    },
    /// There is a supplier of that name with another RUC, or of that RUC with another name.
    #[error("there is a supplier {0} already")]
    OtherSupplier(String),
    /// Nobody has begun a count.
    #[error("no count is open")]
    NoCount,
    /// A count is open already.
    #[error("a count is open already")]
    CountOpen,
    /// Nothing was counted.
    #[error("nothing was counted")]
    NothingCounted,
    /// The product is not of the category that is counted.
    #[error("the product is not part of this count")]
    NotInCount,
    /// It needs a reason of some letters.
    #[error("it needs a reason")]
    NoReason,
    /// The differences are not those that were shown.
    #[error("the differences have changed")]
    Changed,
    /// Somebody who may must approve the differences.
    #[error("the differences need an approval")]
    NotApproved,
    /// No such quantity.
    #[error("no quantity that can be moved")]
    BadQuantity,
}

impl Refused {
    /// A word for programs: stable once landed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SameDocument { .. } => "same_document",
            Self::OtherSupplier(_) => "other_supplier",
            Self::NoCount => "no_count",
            Self::CountOpen => "count_open",
            Self::NothingCounted => "nothing_counted",
            Self::NotInCount => "not_in_count",
            Self::NoReason => "no_reason",
            Self::Changed => "count_changed",
            Self::NotApproved => "approve_difference",
            Self::BadQuantity => "bad_quantity",
        }
    }
}

/// A quantity that moves: more than nothing, whole for what goes by the piece.
///
/// # Errors
/// [`Refused::BadQuantity`].
pub fn moved(quantity: Quantity, unit: Unit) -> Result<Quantity, Refused> {
    match quantity.sellable() {
        Ok(good) if unit == Unit::Kilogram || good.is_whole() => Ok(good),
        _ => Err(Refused::BadQuantity),
    }
}

/// A quantity that was counted: nothing or more, whole for what goes by the piece.
///
/// # Errors
/// [`Refused::BadQuantity`].
pub fn counted(quantity: Quantity, unit: Unit) -> Result<Quantity, Refused> {
    let fits = (0..=COUNT_MAX).contains(&quantity.in_thousandths());
    match fits && (unit == Unit::Kilogram || quantity.is_whole()) {
        true => Ok(quantity),
        false => Err(Refused::BadQuantity),
    }
}

/// Reads what was counted as it is typed: a quantity, or nothing at all as `0`.
///
/// # Errors
/// [`Refused::BadQuantity`].
pub fn read_counted(text: &str, unit: Unit) -> Result<Quantity, Refused> {
    let zero = text.trim().bytes().all(|byte| b"0,.".contains(&byte)) && text.contains('0');
    let quantity = match zero {
        true => Quantity::ZERO,
        false => Quantity::parse(text).map_err(|_| Refused::BadQuantity)?,
    };
    counted(quantity, unit)
}

/// Whether it says why.
#[must_use]
pub fn says_why(reason: &str) -> bool {
    reason.trim().chars().count() >= REASON_MIN
}

/// One line without control characters, of at most [`TEXT_MAX`] letters.
#[must_use]
pub fn one_line(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(TEXT_MAX).collect()
}
