//! Choosing days: by pressing them in a calendar, or by typing them.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::BusinessDay;
use crate::domain::metrics::Span;
use crate::domain::scanner::take_back;

/// What the days are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// To be looked at.
    Period,
    /// To be compared with.
    Comparison,
}

/// The state of the picker.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What the days are for.
    pub purpose: For,
    /// As typed.
    pub from: String,
    /// As typed.
    pub to: String,
    /// The first of the month that is shown.
    pub month: BusinessDay,
    /// Whether the next press begins a new range.
    begins: bool,
    today: BusinessDay,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The first day was typed.
    FromTyped(String),
    /// The last day was typed.
    ToTyped(String),
    /// A day of the calendar was pressed.
    DayPressed(BusinessDay),
    /// So many months further, or back.
    MonthStepped(i32),
    /// Those days.
    Confirmed,
}

/// What the typed days are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Days that can be looked at.
    Days(Span),
    /// One of them is no day yet.
    NoDay,
    /// The last is before the first.
    Backwards,
    /// More days than are looked at.
    TooLong,
}

impl Picker {
    /// With those days in it.
    #[must_use]
    pub fn new(purpose: For, span: Span, today: BusinessDay) -> Self {
        Self {
            purpose,
            from: written(span.from()),
            to: written(span.to()),
            month: span.to().first_of_month(),
            begins: true,
            today,
        }
    }

    /// What is typed.
    #[must_use]
    pub fn typed(&self) -> Typed {
        let days = (
            BusinessDay::written(&self.from),
            BusinessDay::written(&self.to),
        );
        let (Ok(from), Ok(to)) = days else {
            return Typed::NoDay;
        };
        match Span::new(from, to) {
            None => Typed::Backwards,
            Some(span) if span.len() > Span::MAX_DAYS => Typed::TooLong,
            Some(span) => Typed::Days(span),
        }
    }

    /// The days, if they can be looked at.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match self.typed() {
            Typed::Days(span) => Some(span),
            Typed::NoDay | Typed::Backwards | Typed::TooLong => None,
        }
    }

    /// Whether that day is among those chosen.
    #[must_use]
    pub fn holds(&self, day: BusinessDay) -> bool {
        self.span().is_some_and(|span| span.contains(day))
    }

    /// Whether that day can be chosen: it has been.
    #[must_use]
    pub fn is_past(&self, day: BusinessDay) -> bool {
        day <= self.today
    }

    /// Takes in what happened; the days when they are confirmed.
    pub fn update(&mut self, message: Message) -> Option<Span> {
        match message {
            Message::FromTyped(text) => self.from = shortened(&text),
            Message::ToTyped(text) => self.to = shortened(&text),
            Message::DayPressed(day) => self.press(day),
            Message::MonthStepped(months) => self.month = stepped(self.month, months),
            Message::Confirmed => return self.span(),
        }
        if let Some(span) = self.span()
            && self.month > span.to()
        {
            self.month = span.to().first_of_month();
        }
        None
    }

    /// The first press is a day, the second the other end, in whichever order.
    fn press(&mut self, day: BusinessDay) {
        if self.begins {
            (self.from, self.to) = (written(day), written(day));
        } else if let Ok(from) = BusinessDay::written(&self.from) {
            self.from = written(from.min(day));
            self.to = written(from.max(day));
        }
        self.begins = !self.begins;
    }

    /// Takes the letters of a scan out of the fields.
    pub fn take_back(&mut self, letters: &str) {
        for field in [&mut self.from, &mut self.to] {
            if let Some(without) = take_back(field, letters) {
                *field = without;
            }
        }
    }

    /// The weeks of the month that is shown, from Monday; `None` outside it.
    #[must_use]
    pub fn weeks(&self) -> Vec<[Option<BusinessDay>; 7]> {
        let first = self.month;
        let month = first.0.month();
        let mut weeks = Vec::new();
        let mut day = first.monday();
        for _ in 0..6 {
            let week: [Option<BusinessDay>; 7] = std::array::from_fn(|index| {
                let index = i64::try_from(index).unwrap_or_default();
                BusinessDay::from_number(day.number() + index).filter(|day| day.0.month() == month)
            });
            if week.iter().any(Option::is_some) {
                weeks.push(week);
            }
            day = BusinessDay::from_number(day.number() + 7).unwrap_or(day);
        }
        weeks
    }
}

fn written(day: BusinessDay) -> String {
    day.0.format("%d/%m/%Y").to_string()
}

/// A day has ten letters; a little more may be typed and taken away again.
fn shortened(text: &str) -> String {
    text.chars().take(16).collect()
}

/// The first of the month so many months on.
#[must_use]
pub fn stepped(month: BusinessDay, months: i32) -> BusinessDay {
    let first = month.first_of_month();
    let by = Months::new(months.unsigned_abs());
    let moved: Option<NaiveDate> = if months < 0 {
        first.0.checked_sub_months(by)
    } else {
        first.0.checked_add_months(by)
    };
    moved.map_or(first, BusinessDay)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> BusinessDay {
        BusinessDay::written(text).expect("a day")
    }

    fn picker() -> Picker {
        let today = day("23/11/2026");
        Picker::new(For::Period, Span::day(today), today)
    }

    #[test]
    fn two_presses_are_a_range_in_whichever_order() {
        let mut picker = picker();
        for pressed in ["20/11/2026", "02/11/2026"] {
            assert_eq!(picker.update(Message::DayPressed(day(pressed))), None);
        }
        let span = Span::new(day("02/11/2026"), day("20/11/2026"));
        assert_eq!(picker.update(Message::Confirmed), span);
        let _ = picker.update(Message::DayPressed(day("05/11/2026")));
        assert_eq!(
            picker.span(),
            Some(Span::day(day("05/11/2026"))),
            "begins anew"
        );
    }

    #[test]
    fn typed_days_that_are_none_or_backwards_are_not_confirmed() {
        for (from, to, typed) in [
            ("31/02/2026", "01/03/2026", Typed::NoDay),
            ("", "", Typed::NoDay),
            ("02/11/2026", "01/11/2026", Typed::Backwards),
            ("01/01/1900", "01/01/2026", Typed::TooLong),
        ] {
            let mut picker = picker();
            let _ = picker.update(Message::FromTyped(from.to_owned()));
            let _ = picker.update(Message::ToTyped(to.to_owned()));
            assert_eq!(picker.typed(), typed, "{from} {to}");
            assert_eq!(picker.update(Message::Confirmed), None);
        }
    }

    #[test]
    fn a_month_is_shown_in_weeks_from_monday_and_steps_over_the_year() {
        let mut picker = picker();
        let weeks = picker.weeks();
        assert_eq!(weeks.len(), 6, "November 2026 begins on a Sunday");
        assert_eq!(weeks[0][6], Some(day("01/11/2026")));
        assert_eq!(weeks[5][0], Some(day("30/11/2026")));
        let _ = picker.update(Message::MonthStepped(-11));
        assert_eq!(picker.month, day("01/12/2025"));
        assert!(
            !picker.is_past(day("24/11/2026")),
            "what has not been cannot be looked at"
        );
    }
}
