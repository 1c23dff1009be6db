//! The days on which the demo's school is open.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::BusinessDay;
use crate::domain::metrics::{Calendar, DaysOff, Span};

/// Paraguay's holidays of fixed date, and the Teachers' Day of 30 April, on which schools close.
///
/// Source: Ley 8/90 and its later additions; the dates themselves, as the decrees that move some of
/// them to a Monday come year by year.
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

/// Whether the school is open: neither a weekend nor a holiday.
///
/// Long holidays are left out on purpose: the demo must have a recent past in January too.
#[must_use]
pub fn is_school_day(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let fixed = HOLIDAYS.contains(&(day.month(), day.day()));
    let easter = easter_sunday(day.year());
    let holy = [2, 3].iter().any(|before| {
        easter.and_then(|sunday| sunday.checked_sub_days(Days::new(*before))) == Some(day)
    });
    !(weekend || fixed || holy)
}

/// The demo's school as the dashboard is told of it: the holidays of fixed date, and Easter of the years
/// that the demo's past may reach.
#[must_use]
pub fn school_calendar(today: BusinessDay) -> Calendar {
    let mut calendar = Calendar::default();
    for year in today.0.year() - 4..=today.0.year() + 1 {
        let easter = easter_sunday(year).map(BusinessDay);
        let holy =
            easter.and_then(|sunday| Span::new(sunday.days_before(3), sunday.days_before(2)));
        calendar.days_off.extend(holy.map(DaysOff::Once));
    }
    calendar
}

/// The last `count` school days before `today`, earliest first.
#[must_use]
pub fn school_days_before(today: BusinessDay, count: usize) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = std::iter::successors(today.0.pred_opt(), NaiveDate::pred_opt)
        .filter(|day| is_school_day(*day))
        .take(count)
        .collect();
    days.reverse();
    days
}

/// Easter of the Gregorian calendar (Meeus, Jones and Butcher), in whole numbers.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let epact =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let correction = (golden + 11 * epact + 22 * weekday) / 451;
    let march_based = epact + weekday - 7 * correction + 114;
    let month = u32::try_from(march_based / 31).ok()?;
    let day = u32::try_from(march_based % 31).ok()? + 1;
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28)] {
            assert_eq!(easter_sunday(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn weekends_and_holidays_are_no_school_days() {
        for closed in [
            date(2026, 11, 22),
            date(2026, 11, 21),
            date(2026, 4, 3),
            date(2026, 4, 2),
            date(2026, 5, 14),
            date(2026, 12, 8),
        ] {
            assert!(!is_school_day(closed), "{closed}");
        }
        assert!(is_school_day(date(2026, 11, 23)));
    }

    #[test]
    fn sixty_school_days_end_before_today() {
        let days = school_days_before(BusinessDay(date(2026, 11, 23)), 60);
        assert_eq!(days.len(), 60);
        assert_eq!(days.last(), Some(&date(2026, 11, 20)));
        assert!(days.is_sorted());
    }
}
