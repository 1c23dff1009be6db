//! Which days are looked at, and which they are compared with.

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;

use super::calendar::Calendar;
use crate::domain::{BusinessDay, Moment};

/// Days from one to another, both counted; never the wrong way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Span {
    from: BusinessDay,
    to: BusinessDay,
}

/// What a user chooses to look at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Period {
    /// Today, until now.
    #[default]
    Today,
    /// The day before, by the calendar.
    Yesterday,
    /// From Monday until today.
    Week,
    /// From the first of the month until today.
    Month,
    /// From the first of January until today.
    Year,
    /// The school term that runs until today, or the last one that ended.
    Term,
    /// Any days.
    Range(Span),
}

/// What it is compared with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// The period before: of one day the last school day before it, of a week, month, year or term the
    /// same part of the one before, of any range as many days just before.
    #[default]
    Previous,
    /// The same one last year: of one day the same weekday 52 weeks before.
    LastYear,
    /// Chosen days.
    Chosen(Span),
}

/// How far into a day that has not ended: facts of later hours do not count, nor those of this hour from
/// `millis` on. What is compared with today is cut at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Until {
    /// The local hour, 0 to 23.
    pub hour: u32,
    /// Milliseconds into it, up to and with this one.
    pub millis: i64,
}

impl Until {
    /// The time of day of a moment.
    #[must_use]
    pub fn of(now: Moment) -> Self {
        Self {
            hour: now.hour(),
            millis: now.at.0.rem_euclid(3_600_000),
        }
    }

    /// How much of its hour has passed, in thousandths.
    #[must_use]
    pub const fn permille(self) -> i64 {
        self.millis / 3_600
    }
}

impl Span {
    /// The longest that is looked at: ten years and a little.
    pub const MAX_DAYS: i64 = 3_700;

    /// From one day to another; `None` the wrong way round.
    #[must_use]
    pub fn new(from: BusinessDay, to: BusinessDay) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// One day.
    #[must_use]
    pub const fn day(day: BusinessDay) -> Self {
        Self { from: day, to: day }
    }

    /// The first day.
    #[must_use]
    pub const fn from(self) -> BusinessDay {
        self.from
    }

    /// The last day.
    #[must_use]
    pub const fn to(self) -> BusinessDay {
        self.to
    }

    /// How many days, at least 1.
    #[must_use]
    pub fn len(self) -> i64 {
        self.to.number() - self.from.number() + 1
    }

    /// A span is never empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        false
    }

    /// Whether it is one day.
    #[must_use]
    pub fn is_day(self) -> bool {
        self.from == self.to
    }

    /// Whether that day is in it.
    #[must_use]
    pub fn contains(self, day: BusinessDay) -> bool {
        self.from <= day && day <= self.to
    }

    /// Every day of it, earliest first.
    pub fn days(self) -> impl Iterator<Item = BusinessDay> {
        (self.from.number()..=self.to.number()).filter_map(BusinessDay::from_number)
    }

    fn moved(self, by: impl Fn(NaiveDate) -> Option<NaiveDate>) -> Self {
        let from = by(self.from.0).unwrap_or(self.from.0);
        let to = by(self.to.0).unwrap_or(self.to.0);
        Self {
            from: BusinessDay(from.min(to)),
            to: BusinessDay(to),
        }
    }

    fn before(self, days: i64) -> Self {
        Self {
            from: self.from.days_before(days),
            to: self.to.days_before(days),
        }
    }
}

impl Period {
    /// Which days they are.
    #[must_use]
    pub fn span(self, today: BusinessDay, calendar: &Calendar) -> Span {
        let until_today = |from| Span { from, to: today };
        match self {
            Self::Today => Span::day(today),
            Self::Yesterday => Span::day(today.days_before(1)),
            Self::Week => until_today(today.monday()),
            Self::Month => until_today(today.first_of_month()),
            Self::Year => until_today(today.days_before(i64::from(today.0.ordinal0()))),
            Self::Term => calendar.term_of(today),
            Self::Range(span) => span,
        }
    }
}

impl Comparison {
    /// Which days are compared with those of the period.
    #[must_use]
    pub fn span(self, period: Period, today: BusinessDay, calendar: &Calendar) -> Span {
        let span = period.span(today, calendar);
        match self {
            Self::Chosen(chosen) => chosen,
            Self::LastYear if span.is_day() => span.before(364),
            Self::LastYear => span.moved(|day| day.checked_sub_months(Months::new(12))),
            Self::Previous => previous(period, span, calendar),
        }
    }
}

fn previous(period: Period, span: Span, calendar: &Calendar) -> Span {
    match period {
        Period::Week => span.before(7),
        Period::Month => span.moved(|day| day.checked_sub_months(Months::new(1))),
        Period::Year => span.moved(|day| day.checked_sub_months(Months::new(12))),
        Period::Term => calendar.term_before(span),
        Period::Today | Period::Yesterday | Period::Range(_) if span.is_day() => {
            Span::day(calendar.last_open_before(span.from))
        }
        Period::Range(_) if is_whole_month(span) => {
            let to = span.from.days_before(1);
            let from = to.first_of_month();
            Span { from, to }
        }
        _ => span.before(span.len()),
    }
}

fn is_whole_month(span: Span) -> bool {
    let next = BusinessDay::from_number(span.to.number() + 1);
    let next = next.unwrap_or(span.to);
    span.from.first_of_month() == span.from
        && next.first_of_month() == next
        && next.days_before(1).first_of_month() == span.from
}
