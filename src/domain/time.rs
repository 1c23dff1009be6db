//! Instants and business days. Nothing here reads a clock: the time is always an argument.

use std::fmt;

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike,
};
use serde::{Deserialize, Serialize};

/// An instant: milliseconds since 1970-01-01 00:00 UTC.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Milliseconds from `earlier` to this instant; 0 if the clock was set back between them.
    #[must_use]
    pub const fn millis_since(self, earlier: Self) -> i64 {
        let passed = self.0.saturating_sub(earlier.0);
        if passed > 0 { passed } else { 0 }
    }
}

/// How far a clock may step back unremarked: networks correct it by seconds.
const STEP_MILLIS: i64 = 60_000;

/// Notices a clock that was set back: the time now against the latest time anything was seen at.
///
/// It stops nothing: a sale carries the time that the clock says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ClockWatch {
    latest: Option<Timestamp>,
    behind: bool,
}

impl ClockWatch {
    /// Something was done at that time: the last sale on file, or a moment ago.
    #[must_use]
    pub fn seen(self, at: Timestamp) -> Self {
        let latest = self.latest.max(Some(at));
        Self { latest, ..self }
    }

    /// What the clock says now; whether this is the first time that it is behind.
    pub fn tell(&mut self, now: Timestamp) -> bool {
        let was_behind = self.behind;
        self.behind = self
            .latest
            .is_some_and(|latest| latest.millis_since(now) > STEP_MILLIS);
        self.latest = self.latest.max(Some(now));
        self.behind && !was_behind
    }

    /// Whether the clock is behind, and since when it should be later.
    #[must_use]
    pub fn behind(self) -> Option<Timestamp> {
        self.latest.filter(|_| self.behind)
    }
}

/// A local calendar day, stored beside the instant when a fact is made.
///
/// A later change of clock or zone never moves yesterday's sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BusinessDay(pub NaiveDate);

impl BusinessDay {
    /// Days since 1970-01-01, as the store keeps it.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
            .signed_duration_since(NaiveDate::default())
            .num_days()
    }

    /// The day of that number, if the calendar reaches so far.
    #[must_use]
    pub fn from_number(days: i64) -> Option<Self> {
        NaiveDate::default()
            .checked_add_signed(TimeDelta::try_days(days)?)
            .map(Self)
    }

    /// Reads a day as people of this country write it: `23/11/2026`.
    ///
    /// ```
    /// # use cantina::domain::{BadDay, BusinessDay};
    /// let day = BusinessDay::written(" 1/3/2027 ").unwrap();
    /// assert_eq!(day.to_string(), "2027-03-01");
    /// assert_eq!(BusinessDay::written("31/02/2027"), Err(BadDay::NoSuchDay));
    /// assert_eq!(BusinessDay::written("1/3/27"), Err(BadDay::Form));
    /// ```
    ///
    /// # Errors
    /// [`BadDay`]: the year in four figures, and a day that the calendar has.
    pub fn written(text: &str) -> Result<Self, BadDay> {
        let parts: Vec<&str> = text.trim().split('/').collect();
        let [day, month, year] = parts[..] else {
            return Err(BadDay::Form);
        };
        let figures = |part: &str, most: usize| {
            let sound =
                (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            sound.then(|| part.parse::<u32>().ok()).flatten()
        };
        let (day, month) = (figures(day, 2), figures(month, 2));
        let year = figures(year, 4).filter(|_| year.len() == 4);
        let (Some(day), Some(month), Some(year)) = (day, month, year) else {
            return Err(BadDay::Form);
        };
        let year = i32::try_from(year).map_err(|_| BadDay::Form)?;
        let found = NaiveDate::from_ymd_opt(year, month, day);
        found.map(Self).ok_or(BadDay::NoSuchDay)
    }

    /// The Monday of its week: weeks start on Monday here.
    #[must_use]
    pub fn monday(self) -> Self {
        let since = i64::from(self.0.weekday().num_days_from_monday());
        self.days_before(since)
    }

    /// The first day of its month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        self.days_before(i64::from(self.0.day0()))
    }

    /// So many days before; the first day there is, where the calendar begins.
    #[must_use]
    pub fn days_before(self, days: i64) -> Self {
        let back = TimeDelta::try_days(days);
        let day = back.and_then(|back| self.0.checked_sub_signed(back));
        Self(day.unwrap_or(NaiveDate::MIN))
    }
}

/// Why a day that somebody wrote is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadDay {
    /// It is not written as DD/MM/AAAA.
    #[error("it is not written as DD/MM/YYYY")]
    Form,
    /// The calendar has no such day.
    #[error("the calendar has no such day")]
    NoSuchDay,
}

/// ISO 8601: `2026-11-23`.
impl fmt::Display for BusinessDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An instant together with what the clock on the wall says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// Local date and time.
    pub local: NaiveDateTime,
}

impl Moment {
    /// From a date-time with its offset.
    #[must_use]
    pub fn new(time: DateTime<FixedOffset>) -> Self {
        Self {
            at: Timestamp(time.timestamp_millis()),
            local: time.naive_local(),
        }
    }

    /// The local day.
    #[must_use]
    pub fn day(self) -> BusinessDay {
        BusinessDay(self.local.date())
    }

    /// The local time of day.
    #[must_use]
    pub fn time_of_day(self) -> NaiveTime {
        self.local.time()
    }

    /// The local hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> u32 {
        self.local.hour()
    }

    /// This moment moved by so many milliseconds, saturating at the calendar's ends.
    #[must_use]
    pub fn plus_millis(self, millis: i64) -> Self {
        let delta = chrono::TimeDelta::try_milliseconds(millis).unwrap_or_default();
        Self {
            at: Timestamp(self.at.0.saturating_add(millis)),
            local: self.local.checked_add_signed(delta).unwrap_or(self.local),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written_and_nothing_else_is_a_day() {
        let day = BusinessDay(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
        assert_eq!(BusinessDay::written("24/11/2026"), Ok(day));
        for form in [
            "",
            "24-11-2026",
            "2026/11/24",
            "24/11/26",
            "+4/11/2026",
            "24/11",
            "a/b/2026",
        ] {
            assert_eq!(BusinessDay::written(form), Err(BadDay::Form), "{form}");
        }
        for none in ["29/02/2027", "0/1/2027", "1/13/2027"] {
            assert_eq!(BusinessDay::written(none), Err(BadDay::NoSuchDay), "{none}");
        }
    }

    #[test]
    fn a_week_starts_on_monday_and_a_month_on_its_first() {
        let tuesday = BusinessDay::written("24/11/2026").unwrap();
        assert_eq!(
            tuesday.monday(),
            BusinessDay::written("23/11/2026").unwrap()
        );
        assert_eq!(tuesday.monday().monday(), tuesday.monday());
        let first = BusinessDay::written("01/11/2026").unwrap();
        assert_eq!(tuesday.first_of_month(), first);
    }

    #[test]
    fn a_day_has_a_number_and_back() {
        let day = BusinessDay(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        assert_eq!(day.number(), 20_780);
        assert_eq!(BusinessDay::from_number(20_780), Some(day));
        assert_eq!(BusinessDay::from_number(i64::MAX), None);
    }

    #[test]
    fn the_day_is_the_local_one_even_when_utc_is_already_tomorrow() {
        let late = DateTime::parse_from_rfc3339("2026-11-22T22:30:00-03:00").unwrap();
        assert_eq!(Moment::new(late).day().to_string(), "2026-11-22");
        assert_eq!(Moment::new(late).hour(), 22);
    }

    #[test]
    fn a_clock_set_back_is_told_once_and_until_the_time_is_reached_again() {
        let minute = 60_000;
        let sale = Timestamp(100 * minute);
        let mut watch = ClockWatch::default().seen(sale);
        assert!(!watch.tell(Timestamp(101 * minute)));
        assert!(!watch.tell(Timestamp(101 * minute - 5_000)), "a correction");
        assert!(watch.tell(Timestamp(41 * minute)));
        assert_eq!(watch.behind(), Some(Timestamp(101 * minute)));
        assert!(!watch.tell(Timestamp(42 * minute)), "once");
        assert!(!watch.tell(Timestamp(101 * minute)));
        assert_eq!(watch.behind(), None);
        assert!(watch.tell(Timestamp(0)), "again, when it happens again");
    }

    #[test]
    fn a_clock_set_back_makes_no_negative_time() {
        assert_eq!(Timestamp(5).millis_since(Timestamp(9)), 0);
    }
}
