//! A month: its trend, what turns over and what lies, and what was lost.

use serde::Serialize;

use super::cards::{Figures, Margin};
use super::dashboard::{Compared, TenderPart};
use super::period::Span;
use crate::domain::{BusinessDay, Money, ProductId, Quantity};

/// A month, against the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Monthly {
    /// Its days, until today if it runs.
    pub period: Span,
    /// The figures.
    pub figures: Figures,
    /// The same days of the month before.
    pub compared: Compared,
    /// Every day of it, earliest first.
    pub days: Vec<DayTotal>,
    /// Every day compared with.
    pub days_before: Vec<DayTotal>,
    /// By tender, largest amount first.
    pub tenders: Vec<TenderPart>,
    /// The tender that paid most sales.
    pub most_used: Option<TenderPart>,
    /// Products that are sold or lie in stock: what must be reordered first, dead stock last.
    pub rotation: Vec<Rotation>,
    /// What went without a sale, dearest first.
    pub shrinkage: Vec<Shrinkage>,
    /// Over cost; `None` if no cost is known.
    pub margin: Option<Margin>,
}

/// What a day came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DayTotal {
    /// Which.
    pub day: BusinessDay,
    /// Whether there is school.
    pub open: bool,
    /// Sales less voids.
    pub sales: i64,
    /// What was paid.
    pub income: Money,
}

/// How a product turns over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rotation {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// Whether it is sold by weight.
    pub weighed: bool,
    /// How much there is, in thousandths.
    #[serde(rename = "stock_thousandths")]
    pub stock: Quantity,
    /// How much there should be at least.
    #[serde(rename = "minimum_thousandths")]
    pub minimum: Quantity,
    /// How much was sold in the last four weeks.
    #[serde(rename = "sold_thousandths")]
    pub sold: Quantity,
    /// School days that the stock lasts at that pace, rounded down; `None` if nothing sells.
    pub days_left: Option<i64>,
    /// How it moves.
    pub moving: Moving,
    /// How much to order so that it lasts two school weeks and the minimum stays; nothing if none.
    #[serde(rename = "order_thousandths")]
    pub order: Quantity,
}

/// How a product moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moving {
    /// At or under its minimum, or gone within three school days.
    Reorder,
    /// It sells.
    Fine,
    /// It sells, but there is stock for more than forty school days.
    Slow,
    /// Stock and no sale in four weeks.
    Dead,
}

/// Stock that went without a sale: waste, theft, counts that found less.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shrinkage {
    /// Of which product.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// How much.
    #[serde(rename = "quantity_thousandths")]
    pub quantity: Quantity,
    /// What it cost, if known.
    pub cost: Option<Money>,
}
