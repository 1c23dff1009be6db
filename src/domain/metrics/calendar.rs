//! The school's calendar: open weekdays, days off, terms.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::period::Span;
use crate::domain::BusinessDay;

/// When the school is open. As a setting: `[calendar]` with `weekdays`, `days_off` and `terms`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Calendar {
    /// Weekdays with school, Monday 1 to Sunday 7.
    pub weekdays: Vec<u8>,
    /// Holidays and vacations.
    pub days_off: Vec<DaysOff>,
    /// The terms of a year, in their order.
    pub terms: Vec<Term>,
}

/// Days without school: `2026-04-03`, `2026-07-13..2026-07-24`, or every year `12-08`, `12-20..12-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum DaysOff {
    /// Once.
    Once(Span),
    /// Every year, month and day; not over the new year.
    Yearly((u32, u32), (u32, u32)),
}

/// A term of every year, first and last day as month and day: `02-23..07-10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Term {
    from: (u32, u32),
    to: (u32, u32),
}

/// What is written is no day, or no days in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "days are written as 2026-04-03, 2026-07-13..2026-07-24, 12-08 or 02-23..07-10, the earlier first"
)]
pub struct BadCalendar;

/// Paraguay's holidays of fixed date, and the Teachers' Day of 30 April, on which schools close.
///
/// Source: Ley 8/90 and its later additions. Those that move (Easter, decrees) are added year by year.
const HOLIDAYS: [(u32, u32); 11] = [
    (1, 1),
    (3, 1),
    (4, 30),
    (5, 1),
    (5, 14),
    (5, 15),
    (6, 12),
    (8, 15),
    (9, 29),
    (12, 8),
    (12, 25),
];

/// Paraguay's two semesters, about as the Ministry sets them year by year; the winter's two weeks are
/// between them.
const SEMESTERS: [Term; 2] = [
    Term {
        from: (2, 20),
        to: (7, 10),
    },
    Term {
        from: (7, 25),
        to: (11, 30),
    },
];

impl Default for Calendar {
    fn default() -> Self {
        Self {
            weekdays: vec![1, 2, 3, 4, 5],
            days_off: HOLIDAYS.map(|day| DaysOff::Yearly(day, day)).to_vec(),
            terms: SEMESTERS.to_vec(),
        }
    }
}

/// So far back a school day is looked for: longer than any vacation.
const BACK_DAYS: i64 = 120;

impl Calendar {
    /// Whether there is school on that day.
    #[must_use]
    pub fn is_open(&self, day: BusinessDay) -> bool {
        let weekday = day.0.weekday().number_from_monday();
        self.weekdays.iter().any(|open| u32::from(*open) == weekday) && !self.is_day_off(day)
    }

    /// Whether it is a holiday or in a vacation, whatever its weekday.
    #[must_use]
    pub fn is_day_off(&self, day: BusinessDay) -> bool {
        self.days_off.iter().any(|off| off.covers(day))
    }

    /// The school days before that day, latest first: at most `count`, as far as a year back.
    #[must_use]
    pub fn open_days_before(&self, day: BusinessDay, count: usize) -> Vec<BusinessDay> {
        let back = (1..=366).map(|days| day.days_before(days));
        back.filter(|day| self.is_open(*day)).take(count).collect()
    }

    /// The last school day before; the day before if there is none in sight.
    #[must_use]
    pub fn last_open_before(&self, day: BusinessDay) -> BusinessDay {
        let mut back = (1..=BACK_DAYS).map(|days| day.days_before(days));
        back.find(|day| self.is_open(*day))
            .unwrap_or_else(|| day.days_before(1))
    }

    /// The term that runs on that day, until that day; or the whole of the last one that ended.
    #[must_use]
    pub fn term_of(&self, today: BusinessDay) -> Span {
        let begun = self.last_begun(today);
        let cut = |span: Span| Span::new(span.from(), span.to().min(today));
        begun.and_then(cut).unwrap_or_else(|| since_january(today))
    }

    /// As many days of the term before as the given part of one has.
    #[must_use]
    pub fn term_before(&self, part: Span) -> Span {
        let before = self.last_begun(part.from().days_before(1));
        let Some(before) = before else {
            let from = part.from().days_before(part.len());
            return Span::new(from, part.from().days_before(1)).unwrap_or(part);
        };
        let to = BusinessDay::from_number(before.from().number() + part.len() - 1);
        let to = to.unwrap_or(before.to()).min(before.to());
        Span::new(before.from(), to).unwrap_or(before)
    }

    /// The term that began last, on that day or before.
    fn last_begun(&self, day: BusinessDay) -> Option<Span> {
        let years = [day.0.year() - 1, day.0.year()];
        let terms = years
            .into_iter()
            .flat_map(|year| self.terms.iter().filter_map(move |term| term.of(year)));
        terms
            .filter(|term| term.from() <= day)
            .max_by_key(|term| term.from())
    }
}

fn since_january(today: BusinessDay) -> Span {
    let first = today.days_before(i64::from(today.0.ordinal0()));
    Span::new(first, today).unwrap_or(Span::day(today))
}

impl Term {
    fn of(self, year: i32) -> Option<Span> {
        Span::new(date(year, self.from)?, date(year, self.to)?)
    }
}

impl DaysOff {
    fn covers(self, day: BusinessDay) -> bool {
        match self {
            Self::Once(span) => span.contains(day),
            Self::Yearly(from, to) => {
                let this = (day.0.month(), day.0.day());
                from <= this && this <= to
            }
        }
    }
}

/// The 29th of February is the 28th where there is none.
fn date(year: i32, (month, day): (u32, u32)) -> Option<BusinessDay> {
    let exact = NaiveDate::from_ymd_opt(year, month, day);
    let leap = || NaiveDate::from_ymd_opt(year, month, day.checked_sub(1)?);
    exact.or_else(leap).map(BusinessDay)
}

fn month_day(text: &str) -> Result<(u32, u32), BadCalendar> {
    let (month, day) = text.trim().split_once('-').ok_or(BadCalendar)?;
    let figures = |text: &str| text.parse::<u32>().map_err(|_| BadCalendar);
    let found = (figures(month)?, figures(day)?);
    // A leap year has every day.
    match NaiveDate::from_ymd_opt(2024, found.0, found.1) {
        Some(_) => Ok(found),
        None => Err(BadCalendar),
    }
}

/// Both ends of `a..b`, or of `a` alone.
fn ends(text: &str) -> (&str, &str) {
    text.split_once("..").unwrap_or((text, text))
}

impl FromStr for DaysOff {
    type Err = BadCalendar;

    fn from_str(text: &str) -> Result<Self, BadCalendar> {
        let (from, to) = ends(text);
        let date = |text: &str| text.trim().parse::<NaiveDate>().map(BusinessDay);
        if let (Ok(from), Ok(to)) = (date(from), date(to)) {
            return Span::new(from, to).map(Self::Once).ok_or(BadCalendar);
        }
        let (from, to) = (month_day(from)?, month_day(to)?);
        match from <= to {
            true => Ok(Self::Yearly(from, to)),
            false => Err(BadCalendar),
        }
    }
}

impl FromStr for Term {
    type Err = BadCalendar;

    fn from_str(text: &str) -> Result<Self, BadCalendar> {
        let (from, to) = ends(text);
        let (from, to) = (month_day(from)?, month_day(to)?);
        match from <= to {
            true => Ok(Self { from, to }),
            false => Err(BadCalendar),
        }
    }
}

impl fmt::Display for DaysOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Once(span) if span.is_day() => span.from().fmt(f),
            Self::Once(span) => write!(f, "{}..{}", span.from(), span.to()),
            Self::Yearly(from, to) if from == to => write!(f, "{:02}-{:02}", from.0, from.1),
            Self::Yearly(from, to) => write_yearly(f, *from, *to),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_yearly(f, self.from, self.to)
    }
}

fn write_yearly(f: &mut fmt::Formatter<'_>, from: (u32, u32), to: (u32, u32)) -> fmt::Result {
    write!(f, "{:02}-{:02}..{:02}-{:02}", from.0, from.1, to.0, to.1)
}

macro_rules! as_text {
    ($($name:ident),+) => {$(
        impl TryFrom<String> for $name {
            type Error = BadCalendar;

            fn try_from(text: String) -> Result<Self, BadCalendar> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }
    )+};
}

as_text!(DaysOff, Term);
