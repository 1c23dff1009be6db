//! Hour by weekday: when the queue is.

use serde::Serialize;

use super::period::Span;
use crate::domain::Money;

/// What an hour of a weekday has on the average.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeatMap {
    /// Taken from these days.
    pub period: Span,
    /// How many days with sales each weekday had, Monday first.
    pub days: [i64; 7],
    /// Every hour with sales, Monday first, then by hour; others have none.
    pub cells: Vec<Cell>,
}

/// One hour of one weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Monday 0 to Sunday 6.
    pub weekday: u32,
    /// 0 to 23.
    pub hour: u32,
    /// Sales of all those days.
    pub sales: i64,
    /// Income of all those days.
    pub income: Money,
    /// Sales on a day, rounded half up, in tenths: 125 is 12.5.
    pub sales_a_day_tenths: i64,
    /// Income on a day.
    pub income_a_day: Money,
}
