//! What goes without a sale: thrown away, or used by the canteen itself.

use super::{MoveKind, Refused, StockId, moved, one_line, says_why};
use crate::domain::catalogue::Unit;
use crate::domain::{ProductId, Quantity};

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LossKind {
    /// Thrown away.
    Spoiled,
    /// Used by the canteen itself.
    OwnUse,
}

/// Why it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LossReason {
    /// Past its date.
    Expired,
    /// Broken or crushed.
    Damaged,
    /// Gone bad before its date.
    GoneBad,
    /// What the kitchen had left at the end of the day.
    Leftover,
    /// Not there any more.
    Missing,
    /// Eaten by whoever works here.
    StaffMeal,
    /// Used in the kitchen.
    Kitchen,
    /// For the school: an event, a meeting.
    School,
    /// To taste or as a present.
    Sample,
    /// Something else, in words.
    Other,
}

impl LossKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Spoiled, Self::OwnUse];

    /// The word for it in the store and, with `-` for `_`, in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.moves().code()
    }

    /// The kind of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// How its movement is called.
    #[must_use]
    pub const fn moves(self) -> MoveKind {
        match self {
            Self::Spoiled => MoveKind::Spoiled,
            Self::OwnUse => MoveKind::OwnUse,
        }
    }

    /// The reasons to choose from.
    #[must_use]
    pub const fn reasons(self) -> &'static [LossReason] {
        match self {
            Self::Spoiled => &[
                LossReason::Expired,
                LossReason::Damaged,
                LossReason::GoneBad,
                LossReason::Leftover,
                LossReason::Missing,
                LossReason::Other,
            ],
            Self::OwnUse => &[
                LossReason::StaffMeal,
                LossReason::Kitchen,
                LossReason::School,
                LossReason::Sample,
                LossReason::Other,
            ],
        }
    }
}

impl LossReason {
    /// Every reason.
    pub const ALL: [Self; 10] = [
        Self::Expired,
        Self::Damaged,
        Self::GoneBad,
        Self::Leftover,
        Self::Missing,
        Self::StaffMeal,
        Self::Kitchen,
        Self::School,
        Self::Sample,
        Self::Other,
    ];

    /// The word for it in the store and, with `-` for `_`, in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Damaged => "damaged",
            Self::GoneBad => "gone_bad",
            Self::Leftover => "leftover",
            Self::Missing => "missing",
            Self::StaffMeal => "staff_meal",
            Self::Kitchen => "kitchen",
            Self::School => "school",
            Self::Sample => "sample",
            Self::Other => "other",
        }
    }

    /// The reason of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// A loss that can be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    id: StockId,
    product: ProductId,
    quantity: Quantity,
    kind: LossKind,
    reason: LossReason,
    note: Option<String>,
}

impl Loss {
    /// Checks a loss.
    ///
    /// # Errors
    /// [`Refused::BadQuantity`]; [`Refused::NoReason`] for a reason of the other kind, or for something
    /// else without a word.
    pub fn new(
        id: StockId,
        (product, unit): (ProductId, Unit),
        quantity: Quantity,
        (kind, reason): (LossKind, LossReason),
        note: &str,
    ) -> Result<Self, Refused> {
        let note = one_line(note);
        let said = reason != LossReason::Other || says_why(&note);
        if !said || !kind.reasons().contains(&reason) {
            return Err(Refused::NoReason);
        }
        Ok(Self {
            id,
            product,
            quantity: moved(quantity, unit)?,
            kind,
            reason,
            note: Some(note).filter(|note| !note.is_empty()),
        })
    }

    /// Its name.
    #[must_use]
    pub const fn id(&self) -> StockId {
        self.id
    }

    /// Of which product.
    #[must_use]
    pub const fn product(&self) -> ProductId {
        self.product
    }

    /// How much went.
    #[must_use]
    pub const fn quantity(&self) -> Quantity {
        self.quantity
    }

    /// How.
    #[must_use]
    pub const fn kind(&self) -> LossKind {
        self.kind
    }

    /// Why.
    #[must_use]
    pub const fn reason(&self) -> LossReason {
        self.reason
    }

    /// More about it.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }
}
