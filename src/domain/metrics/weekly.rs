//! A week: weekdays side by side, with what was unusual and why.

use serde::Serialize;

use super::cards::Permille;
use super::usual::Band;
use crate::domain::{BusinessDay, Money};

/// A week from its Monday, with the weeks before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Weekly {
    /// Its Monday.
    pub monday: BusinessDay,
    /// Monday to Sunday; days to come have nothing.
    pub days: Vec<Weekday>,
    /// The last twelve weeks, oldest first, this one last.
    pub trend: Vec<WeekTotal>,
}

/// One day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Weekday {
    /// Which.
    pub day: BusinessDay,
    /// Whether there is school.
    pub open: bool,
    /// Sales less voids.
    pub sales: i64,
    /// What was paid.
    pub income: Money,
    /// The usual income of this weekday in guaraníes, if known.
    pub usual_income: Option<Band>,
    /// The usual sales of this weekday, if known.
    pub usual_sales: Option<Band>,
    /// The days that the usual was taken from, latest first.
    pub usual_days: Vec<BusinessDay>,
    /// Why it is marked; empty for a usual day, and for a day that has not ended.
    pub why: Vec<Why>,
}

/// Why a day is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Far less than usual: so much of it.
    Low(Permille),
    /// Far more than usual: so much of it.
    High(Permille),
    /// A school day without a sale.
    NoSales,
    /// Sales on a day without school.
    DayOff,
    /// Refunds of a tenth of the income or more: so much.
    Refunds(Money),
}

/// What a week came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct WeekTotal {
    /// Its Monday.
    pub monday: BusinessDay,
    /// Sales less voids.
    pub sales: i64,
    /// What was paid.
    pub income: Money,
    /// School days of it until today.
    pub open_days: i64,
}
