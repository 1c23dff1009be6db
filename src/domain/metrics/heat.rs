//! Hour by weekday: when the queue is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use serde::Serialize;

use super::cards::average;
use super::period::Span;
use super::rows::DayHourRow;
use crate::domain::{BusinessDay, Money};

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

/// Every hour of every weekday, out of the hours of each day.
#[must_use]
pub fn heat_map(period: Span, rows: &[DayHourRow]) -> HeatMap {
    let mut seen: [BTreeSet<BusinessDay>; 7] = Default::default();
    let mut sums: BTreeMap<(u32, u32), (i64, Money)> = BTreeMap::new();
    for row in rows {
        let weekday = row.day.0.weekday().num_days_from_monday();
        if let Some(days) = usize::try_from(weekday)
            .ok()
            .and_then(|of| seen.get_mut(of))
        {
            days.insert(row.day);
        }
        let sum = sums.entry((weekday, row.hour)).or_default();
        sum.0 += row.sales;
        sum.1 += row.amount;
    }
    let days = seen.map(|days| i64::try_from(days.len()).unwrap_or(0));
    let cells = sums.into_iter().map(|((weekday, hour), (sales, income))| {
        let of = usize::try_from(weekday).ok().and_then(|of| days.get(of));
        let days = of.copied().unwrap_or(0);
        let a_day = |amount: i64| average(Money::guaranies(amount), days).unwrap_or_default();
        Cell {
            weekday,
            hour,
            sales,
            income,
            sales_a_day_tenths: a_day(10 * sales).amount(),
            income_a_day: a_day(income.amount()),
        }
    });
    HeatMap {
        period,
        days,
        cells: cells.collect(),
    }
}
