//! A week: weekdays side by side, with what was unusual and why.

use serde::Serialize;

use super::calendar::Calendar;
use super::cards::{Permille, share};
use super::period::Span;
use super::rows::DayRow;
use super::usual::{Band, Usual};
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
    /// Of a day that has not ended: the usual income until this time of day, as the summary compares it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual_so_far: Option<Money>,
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

/// How many weeks the trend shows.
pub const TREND_WEEKS: i64 = 12;

/// What was unusual: half or less, double or more of the usual.
const FAR: (Permille, Permille) = (500, 2_000);

/// The week from its Monday, out of the days of it and of the weeks before.
///
/// `usual` gives what is usual on a day; `today` has not ended and is not judged.
#[must_use]
pub fn weekly(
    monday: BusinessDay,
    today: BusinessDay,
    rows: &[DayRow],
    calendar: &Calendar,
    usual: impl Fn(BusinessDay) -> Option<Usual>,
) -> Weekly {
    let day = |n: i64| BusinessDay::from_number(monday.number() + n).unwrap_or(monday);
    let of = |day: BusinessDay| rows.iter().find(|row| row.day == day);
    let days = (0..7).map(|n| {
        let day = day(n);
        let normal = usual(day);
        weekday(day, today, of(day), calendar, normal.as_ref())
    });
    let trend = (0..TREND_WEEKS).rev().map(|weeks| {
        let monday = monday.days_before(7 * weeks);
        week_total(monday, today, rows, calendar)
    });
    Weekly {
        monday,
        days: days.collect(),
        trend: trend.collect(),
    }
}

fn weekday(
    day: BusinessDay,
    today: BusinessDay,
    row: Option<&DayRow>,
    calendar: &Calendar,
    usual: Option<&Usual>,
) -> Weekday {
    let open = calendar.is_open(day);
    let (sales, income) = row.map_or((0, Money::ZERO), |row| (row.sales, row.amount));
    let mut why = Vec::new();
    if day < today {
        why = whys(open, row, usual.filter(|usual| usual.is_firm()));
    }
    Weekday {
        day,
        open,
        sales,
        income,
        usual_income: usual.map(|usual| usual.income),
        usual_so_far: usual
            .filter(|_| day == today)
            .map(|usual| usual.income_until),
        usual_sales: usual.map(|usual| usual.sales),
        usual_days: usual.map_or_else(Vec::new, |usual| usual.days.clone()),
        why,
    }
}

fn whys(open: bool, row: Option<&DayRow>, usual: Option<&Usual>) -> Vec<Why> {
    let mut why = Vec::new();
    let income = row.map_or(Money::ZERO, |row| row.amount);
    let sales = row.map_or(0, |row| row.sales);
    let refunded = row.map_or(Money::ZERO, |row| row.refunded);
    let of_usual = usual.and_then(|usual| share(income.amount(), usual.income.mean));
    match (open, sales > 0) {
        (true, false) => why.push(Why::NoSales),
        (false, true) => why.push(Why::DayOff),
        _ => {}
    }
    if let Some(share) = of_usual.filter(|_| open && sales > 0) {
        if share <= FAR.0 {
            why.push(Why::Low(share));
        } else if share >= FAR.1 {
            why.push(Why::High(share));
        }
    }
    let taken = (income + refunded).amount();
    if refunded.is_positive() && refunded.amount().saturating_mul(10) >= taken {
        why.push(Why::Refunds(refunded));
    }
    why
}

fn week_total(
    monday: BusinessDay,
    today: BusinessDay,
    rows: &[DayRow],
    calendar: &Calendar,
) -> WeekTotal {
    let sunday = BusinessDay::from_number(monday.number() + 6).unwrap_or(monday);
    let week = Span::new(monday, sunday).unwrap_or(Span::day(monday));
    let rows = || rows.iter().filter(|row| week.contains(row.day));
    let open = week
        .days()
        .filter(|day| *day <= today && calendar.is_open(*day));
    WeekTotal {
        monday,
        sales: rows().map(|row| row.sales).sum(),
        income: rows().map(|row| row.amount).sum(),
        open_days: i64::try_from(open.count()).unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::metrics::Calendar;

    fn usual() -> Usual {
        Usual {
            days: Vec::new(),
            sales: Band::default(),
            income: Band {
                low: 900,
                mean: 1_000,
                high: 1_100,
            },
            sales_until: 4,
            income_until: Money::guaranies(400),
            hours: Vec::new(),
            tenders: Vec::new(),
        }
    }

    #[test]
    fn a_day_that_has_not_ended_is_compared_with_the_usual_until_now_and_the_others_with_all_of_it()
    {
        let monday = BusinessDay::written("23/11/2026").expect("a day");
        let today = BusinessDay::from_number(monday.number() + 1).expect("a day");
        let calendar = Calendar::default();
        let week = weekly(monday, today, &[], &calendar, |_| Some(usual()));
        let so_far = |day: usize| week.days[day].usual_so_far;
        assert_eq!([so_far(0), so_far(1)], [None, Some(Money::guaranies(400))]);
        assert_eq!(week.days[0].usual_income.map(|band| band.mean), Some(1_000));
    }
}
