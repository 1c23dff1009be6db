//! What the dashboard says of days, tenders and changes.

use chrono::Datelike;

use crate::app::icon::Icon;
use crate::domain::metrics::{Comparison, Period, Permille, Span, change};
use crate::domain::tender::TenderKind;
use crate::domain::{BusinessDay, Moment};
use crate::i18n::I18n;
use crate::report::Ask;

/// The short word for a tender.
pub fn tender(kind: TenderKind, words: &I18n) -> String {
    words.text(&format!("sales-tender-{}", kind.code()))
}

/// «los lunes», Monday 0.
pub const fn weekdays(weekday: u32) -> &'static str {
    match weekday {
        0 => "dash-mondays",
        1 => "dash-tuesdays",
        2 => "dash-wednesdays",
        3 => "dash-thursdays",
        4 => "dash-fridays",
        5 => "dash-saturdays",
        _ => "dash-sundays",
    }
}

/// «lun», Monday 0.
pub const fn short_weekday(weekday: u32) -> &'static str {
    match weekday {
        0 => "dash-mon",
        1 => "dash-tue",
        2 => "dash-wed",
        3 => "dash-thu",
        4 => "dash-fri",
        5 => "dash-sat",
        _ => "dash-sun",
    }
}

const fn month(month: u32) -> &'static str {
    match month {
        1 => "dash-january",
        2 => "dash-february",
        3 => "dash-march",
        4 => "dash-april",
        5 => "dash-may",
        6 => "dash-june",
        7 => "dash-july",
        8 => "dash-august",
        9 => "dash-september",
        10 => "dash-october",
        11 => "dash-november",
        _ => "dash-december",
    }
}

/// «noviembre 2026».
pub fn month_of(day: BusinessDay, words: &I18n) -> String {
    format!("{} {}", words.text(month(day.0.month())), day.0.year())
}

fn weekday_of(day: BusinessDay) -> u32 {
    day.0.weekday().num_days_from_monday()
}

/// «los lunes» of that day.
pub fn weekdays_of(day: BusinessDay, words: &I18n) -> String {
    words.text(weekdays(weekday_of(day)))
}

/// `lun 23`.
pub fn short_day(day: BusinessDay, words: &I18n) -> String {
    let weekday = words.text(short_weekday(weekday_of(day)));
    format!("{weekday} {}", day.0.day())
}

/// `lun 23/11/2026`.
pub fn long_day(day: BusinessDay, words: &I18n) -> String {
    let weekday = words.text(short_weekday(weekday_of(day)));
    format!("{weekday} {}", words.date(day))
}

/// `23/11`.
pub fn day_month(day: BusinessDay) -> String {
    day.0.format("%d/%m").to_string()
}

/// `23`.
pub fn day_number(day: BusinessDay) -> String {
    day.0.day().to_string()
}

/// `lun 23/11/2026`, or from one day to another.
pub fn span(span: Span, words: &I18n) -> String {
    if span.is_day() {
        return long_day(span.from(), words);
    }
    format!("{} – {}", words.date(span.from()), words.date(span.to()))
}

/// Tenths: `12,5`, and `12` where there is nothing behind the comma.
pub fn tenths(tenths: i64) -> String {
    let sign = if tenths < 0 { "−" } else { "" };
    let tenths = tenths.unsigned_abs();
    match tenths % 10 {
        0 => format!("{sign}{}", tenths / 10),
        rest => format!("{sign}{},{rest}", tenths / 10),
    }
}

/// A share in whole per cent, rounded half up.
pub const fn percent(permille: Permille) -> i64 {
    (permille + 5).div_euclid(10)
}

/// How long ago something was read.
pub fn age(read: Moment, now: Moment, words: &I18n) -> String {
    let minutes = now.at.millis_since(read.at).max(0) / 60_000;
    match minutes {
        0 => words.text("dash-age-now"),
        1..120 => words.text_with("dash-age-minutes", &[("count", minutes.into())]),
        _ => words.text_with("dash-age-hours", &[("count", (minutes / 60).into())]),
    }
}

/// What is compared with, beside «que»: a day by its date, days by what they are.
pub fn compared(ask: &Ask, days: Span, today: BusinessDay, words: &I18n) -> String {
    if days.is_day() {
        let yesterday = days.from() == today.days_before(1);
        if ask.period == Period::Today && yesterday {
            return words.text("dash-than-yesterday");
        }
        let weekday = words.text(short_weekday(weekday_of(days.from())));
        let day = format!("{weekday} {}", day_month(days.from()));
        return words.text_with("dash-than-day", &[("day", day.into())]);
    }
    words.text(match ask.comparison {
        Comparison::Previous => "dash-than-previous",
        Comparison::LastYear => "dash-than-last-year",
        Comparison::Chosen(_) => "dash-than-chosen",
    })
}

/// More, less or the same: an arrow, and words that say it without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The arrow.
    pub arrow: Icon,
    /// What it says.
    pub said: String,
    /// Less (`Less`), equal or more than before.
    pub order: std::cmp::Ordering,
}

/// How much more or less than `than` it is.
pub fn change_of(now: i64, before: i64, than: &str, words: &I18n) -> Change {
    let order = now.cmp(&before);
    let (arrow, key) = match order {
        std::cmp::Ordering::Less => (Icon::TrendingDown, "dash-less"),
        std::cmp::Ordering::Equal => (Icon::Minus, "dash-same"),
        std::cmp::Ordering::Greater => (Icon::TrendingUp, "dash-more"),
    };
    let said = match (change(now, before), order) {
        (_, std::cmp::Ordering::Equal) => words.text_with(key, &[("than", than.into())]),
        (Some(permille), _) => {
            let percent = percent(permille.saturating_abs());
            // Less than half a per cent is not nothing.
            let percent = match percent {
                0 => "< 1".to_owned(),
                percent => crate::domain::Money::guaranies(percent).to_string(),
            };
            words.text_with(key, &[("percent", percent.into()), ("than", than.into())])
        }
        (None, _) => words.text_with("dash-nothing-before", &[("than", than.into())]),
    };
    Change { arrow, said, order }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn a_change_is_said_in_words_with_its_arrow() {
        let words = I18n::new(Locale::EsPy);
        let said = |now, before| change_of(now, before, "ayer", &words);
        assert_eq!(said(112, 100).said, "12 % más que ayer");
        assert_eq!(said(98, 100).said, "2 % menos que ayer");
        assert_eq!(said(1_001, 1_000).said, "< 1 % más que ayer");
        assert_eq!(said(100, 100).said, "igual que ayer");
        assert_eq!(said(5, 0).said, "sin ventas ayer");
        assert_eq!(said(90, 100).arrow, Icon::TrendingDown);
    }

    #[test]
    fn the_age_of_what_is_shown_is_said_in_minutes_and_hours() {
        let words = I18n::new(Locale::EsPy);
        let read = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:41:00-03:00");
        let read = Moment::new(read.expect("a time"));
        let age = |minutes: i64| age(read, read.plus_millis(minutes * 60_000), &words);
        assert_eq!(age(0), "recién");
        assert_eq!(age(2), "hace 2 min");
        assert_eq!(age(180), "hace 3 h");
    }

    #[test]
    fn tenths_are_written_with_a_comma_where_they_need_one() {
        assert_eq!([125, 120, -5, 0].map(tenths), ["12,5", "12", "−0,5", "0"]);
    }
}
