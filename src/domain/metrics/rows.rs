//! The rows that the store aggregates; everything that the dashboard shows is made of them.

use crate::domain::catalogue::StockRule;
use crate::domain::tender::TenderKind;
use crate::domain::{
    BusinessDay, GuardianId, Money, ProductId, Quantity, StudentId, TenderId, UserId,
};

/// What was sold in an hour, of a day or of some days together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HourRow {
    /// The local hour, 0 to 23.
    pub hour: u32,
    /// Sales less voids.
    pub sales: i64,
    /// What was paid, rounding taken off.
    pub amount: Money,
    /// Refunds made.
    pub refunds: i64,
    /// What they gave back, as more than nothing.
    pub refunded: Money,
    /// Voids made.
    pub voids: i64,
    /// Pieces; a thing that was weighed is one.
    pub items: i64,
    /// What was taken off prices.
    pub discount: Money,
    /// What the rounding of cash took off.
    pub rounding: Money,
    /// Restrictions that somebody overrode.
    pub overrides: i64,
}

/// What was paid with a tender in an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TenderRow {
    /// The local hour.
    pub hour: u32,
    /// Which tender.
    pub tender: TenderId,
    /// Its kind.
    pub kind: TenderKind,
    /// Sales that it paid, or a part of, less voids.
    pub sales: i64,
    /// How much, less voids and refunds.
    pub amount: Money,
    /// What the canteen bears of its commissions: less what customers paid on top.
    pub commission: Money,
}

/// What was sold of a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductRow {
    /// Which.
    pub product: ProductId,
    /// How much, less what was given back.
    pub quantity: Quantity,
    /// What its lines came to.
    pub amount: Money,
    /// What it cost on the days of its sales, in thousandths of a guaraní; only of the part that is `costed`.
    pub cost_thousandths: i64,
    /// So much of the quantity has a cost of its day.
    pub costed: Quantity,
    /// What one costs now, if known: what has no cost of its day is taken for it.
    pub cost_now: Option<Money>,
}

/// A product as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// Whether it is sold by weight.
    pub weighed: bool,
    /// What one costs, if known.
    pub cost: Option<Money>,
    /// How much there is.
    pub stock: Quantity,
    /// How much there should be at least.
    pub minimum: Quantity,
    /// Whether it is still sold.
    pub active: bool,
}

/// A day on which a product was sold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProductDayRow {
    /// Which.
    pub product: ProductId,
    /// The day.
    pub day: BusinessDay,
}

/// A product that was sold on a day, with how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShelfRow {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// How much of it was sold that day, less what was given back.
    pub sold: Quantity,
    /// The hour of its last sale, undone or not.
    pub last_hour: Option<u32>,
    /// How much there is now; none where it is not counted.
    pub stock: Option<Quantity>,
    /// What the till does when there is none.
    pub rule: StockRule,
    /// Whether it is still sold.
    pub active: bool,
}

/// A product of which nothing is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RanOutRow {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// The hour of its last sale.
    pub hour: u32,
}

/// What a pupil bought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StudentRow {
    /// Who.
    pub student: StudentId,
    /// Who answers for them.
    pub guardian: Option<GuardianId>,
    /// Sales less voids.
    pub sales: i64,
    /// What was paid, less voids and refunds.
    pub amount: Money,
}

/// What a day came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRow {
    /// Which.
    pub day: BusinessDay,
    /// Sales less voids.
    pub sales: i64,
    /// What was paid.
    pub amount: Money,
    /// What refunds gave back.
    pub refunded: Money,
}

/// What was sold in one hour of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayHourRow {
    /// The day.
    pub day: BusinessDay,
    /// The hour.
    pub hour: u32,
    /// Sales less voids.
    pub sales: i64,
    /// What was paid.
    pub amount: Money,
    /// Restrictions that somebody overrode.
    pub overrides: i64,
}

/// What was paid with a tender in one hour of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayTenderRow {
    /// The day.
    pub day: BusinessDay,
    /// What.
    pub row: TenderRow,
}

/// How much of a product went and came in movements of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedRow {
    /// Which.
    pub product: ProductId,
    /// Why it moved, as it stands on file: `purchase`, `count`, `spoiled` …
    pub kind: String,
    /// What went, as more than nothing.
    pub gone: Quantity,
}

/// How much of a product was lost: stock that went without a sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LossRow {
    /// Which.
    pub product: ProductId,
    /// How much, as more than nothing.
    pub quantity: Quantity,
}

/// What a closed shift differed by, in cash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceRow {
    /// Who closed it.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// On which day.
    pub day: BusinessDay,
    /// Counted less expected: less than nothing is missing.
    pub difference: Money,
}
