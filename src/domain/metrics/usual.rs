//! The usual day of a weekday.

use std::collections::BTreeMap;

use serde::Serialize;

use super::calendar::Calendar;
use super::cards::{Permille, average, share};
use super::period::Until;
use super::rows::{DayHourRow, DayTenderRow};
use crate::domain::{BusinessDay, Money, TenderId};

/// What is usual: between `low` and `high` (the quarters of the days), `mean` on the average.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Band {
    /// A quarter of the days had this or less.
    pub low: i64,
    /// The average, rounded half up.
    pub mean: i64,
    /// A quarter of the days had this or more.
    pub high: i64,
}

/// One hour of the usual day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct UsualHour {
    /// 0 to 23.
    pub hour: u32,
    /// Sales in it.
    pub sales: Band,
    /// Income in it, in guaraníes.
    pub income: Band,
}

/// The usual day: the same weekday of the last eight weeks, without days off and days without sales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Usual {
    /// The days it was taken from, latest first; at least one, at most eight.
    pub days: Vec<BusinessDay>,
    /// Sales of a whole day.
    pub sales: Band,
    /// Income of a whole day, in guaraníes.
    pub income: Band,
    /// Sales of a day until this time of day; of the whole day if the day is over.
    pub sales_until: i64,
    /// Income of a day until this time of day.
    pub income_until: Money,
    /// Hour by hour, no hour between left out.
    pub hours: Vec<UsualHour>,
    /// How much of what is paid is paid with which tender, until this time of day.
    pub tenders: Vec<(TenderId, Permille)>,
}

impl Usual {
    /// So few days say nothing yet: below this no alert is given.
    pub const FIRM: usize = 4;

    /// Whether there are days enough for an alert.
    #[must_use]
    pub fn is_firm(&self) -> bool {
        self.days.len() >= Self::FIRM
    }
}

/// How many weeks are looked back on.
const WEEKS: i64 = 8;

/// The days that may say what is usual on that day: the same weekday of the last eight weeks, latest first,
/// without days off. Which of them had no sales is not known yet.
#[must_use]
pub fn days_to_ask(day: BusinessDay, calendar: &Calendar) -> Vec<BusinessDay> {
    let weeks = (1..=WEEKS).map(|weeks| day.days_before(7 * weeks));
    weeks.filter(|day| !calendar.is_day_off(*day)).collect()
}

/// What is usual on that day, from the hours of the days that were asked.
#[must_use]
pub fn usual(
    days: &[BusinessDay],
    hours: &[DayHourRow],
    tenders: &[DayTenderRow],
    until: Option<Until>,
) -> Option<Usual> {
    let days = with_sales(days, hours);
    if days.is_empty() {
        return None;
    }
    let of_day = |day: BusinessDay| hours.iter().filter(move |row| row.day == day);
    let total = |what: fn(&DayHourRow) -> i64| -> Vec<i64> {
        days.iter()
            .map(|day| of_day(*day).map(what).sum())
            .collect()
    };
    let so_far = |what: fn(&DayHourRow) -> i64| -> i64 {
        let known = hours.iter().filter(|row| days.contains(&row.day));
        mean(
            known.map(|row| passed(what(row), row.hour, until)).sum(),
            1_000 * days.len(),
        )
    };
    Some(Usual {
        sales: band(total(|row| row.sales)),
        income: band(total(|row| row.amount.amount())),
        sales_until: so_far(|row| row.sales),
        income_until: Money::guaranies(so_far(|row| row.amount.amount())),
        hours: usual_hours(&days, hours),
        tenders: usual_tenders(&days, tenders, until),
        days,
    })
}

/// Those of the days that had sales.
pub(super) fn with_sales(days: &[BusinessDay], hours: &[DayHourRow]) -> Vec<BusinessDay> {
    let sold = |day: &BusinessDay| -> i64 {
        let hours = hours.iter().filter(|row| row.day == *day);
        hours.map(|row| row.sales).sum()
    };
    days.iter().copied().filter(|day| sold(day) > 0).collect()
}

/// How much of an hour has passed by then, in thousandths of the value. Within an hour sales are taken to
/// come evenly.
pub(super) fn passed(value: i64, hour: u32, until: Option<Until>) -> i64 {
    match until {
        Some(until) if hour > until.hour => 0,
        Some(until) if hour == until.hour => value.saturating_mul(until.permille()),
        _ => value.saturating_mul(1_000),
    }
}

/// Rounded half up; nothing over nothing is nothing.
pub(super) fn mean(sum: i64, count: usize) -> i64 {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    average(Money::guaranies(sum), count).map_or(0, Money::amount)
}

fn band(mut values: Vec<i64>) -> Band {
    values.sort_unstable();
    let (Some(last), sum) = (values.len().checked_sub(1), values.iter().sum()) else {
        return Band::default();
    };
    Band {
        low: values[last / 4],
        mean: mean(sum, values.len()),
        high: values[last - last / 4],
    }
}

fn usual_hours(days: &[BusinessDay], hours: &[DayHourRow]) -> Vec<UsualHour> {
    let known = || hours.iter().filter(|row| days.contains(&row.day));
    let first = known().map(|row| row.hour).min();
    let last = known().map(|row| row.hour).max();
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    let values = |hour: u32, what: fn(&DayHourRow) -> i64| -> Vec<i64> {
        let of = |day: &BusinessDay| known().find(|row| row.day == *day && row.hour == hour);
        days.iter().map(|day| of(day).map_or(0, what)).collect()
    };
    let hour = |hour| UsualHour {
        hour,
        sales: band(values(hour, |row| row.sales)),
        income: band(values(hour, |row| row.amount.amount())),
    };
    (first..=last).map(hour).collect()
}

/// The share of each tender until then; of the whole day where nothing is usual until then.
fn usual_tenders(
    days: &[BusinessDay],
    tenders: &[DayTenderRow],
    until: Option<Until>,
) -> Vec<(TenderId, Permille)> {
    let known = || tenders.iter().filter(|of| days.contains(&of.day));
    let sums = |until| -> BTreeMap<TenderId, i64> {
        let mut sums = BTreeMap::new();
        for of in known() {
            let amount = passed(of.row.amount.amount(), of.row.hour, until);
            *sums.entry(of.row.tender).or_default() += amount;
        }
        sums
    };
    let mut found = sums(until);
    if found.values().sum::<i64>() <= 0 {
        found = sums(None);
    }
    let whole = found.values().sum();
    let shares = found.into_iter();
    shares
        .filter_map(|(tender, amount)| Some((tender, share(amount, whole)?)))
        .collect()
}
