//! Some days, cut into whole months, single days, and a last day that is read until a time of it.

use rusqlite::Connection;

use super::super::Error;
use crate::domain::BusinessDay;
use crate::domain::metrics::{Span, Until};

/// Days to sum up; with `until`, only that part of the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    /// The days.
    pub span: Span,
    /// How far into the last one.
    pub until: Option<Until>,
}

impl From<Span> for Slice {
    fn from(span: Span) -> Self {
        Self { span, until: None }
    }
}

/// The rows of the rollups that make up whole days: days, months, days; an empty range is 1 to 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ranges {
    pub head: (i64, i64),
    pub months: (i64, i64),
    pub tail: (i64, i64),
}

const NONE: (i64, i64) = (1, 0);

impl Slice {
    /// The last day, if it is cut.
    pub(super) fn cut(self) -> Option<(i64, Until)> {
        self.until.map(|until| (self.span.to().number(), until))
    }

    /// What is whole of it.
    pub(super) fn ranges(self, db: &Connection) -> Result<Ranges, Error> {
        let from = self.span.from();
        let last = self.span.to().number() - i64::from(self.until.is_some());
        if last < from.number() {
            return Ok(Ranges {
                head: NONE,
                months: NONE,
                tail: NONE,
            });
        }
        let mut select = db.prepare_cached("SELECT start FROM month_open")?;
        let open: i64 = select.query_row((), |row| row.get(0))?;
        Ok(split(from, last, open))
    }
}

/// Months are whole and over where they begin in the span and end in it, before the one that runs.
fn split(from: BusinessDay, last: i64, open: i64) -> Ranges {
    let first = from.first_of_month();
    let first = match first == from {
        true => first,
        false => next_month(first),
    };
    // The month in which the day after the last one lies is not whole.
    let after = BusinessDay::from_number(last + 1).map_or(from, BusinessDay::first_of_month);
    let end = after.number().min(open);
    if first.number() >= end {
        return Ranges {
            head: (from.number(), last),
            months: NONE,
            tail: NONE,
        };
    }
    Ranges {
        head: (from.number(), first.number() - 1),
        months: (first.number(), end - 1),
        tail: (end, last),
    }
}

fn next_month(first: BusinessDay) -> BusinessDay {
    // Every month has ended 31 days after its first.
    let inside = BusinessDay::from_number(first.number() + 31).unwrap_or(first);
    inside.first_of_month()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> BusinessDay {
        BusinessDay::written(text).unwrap()
    }

    #[test]
    fn whole_months_that_are_over_are_read_as_months() {
        let open = day("01/11/2026").number();
        let found = split(day("15/08/2026"), day("23/11/2026").number(), open);
        assert_eq!(
            found.head,
            (day("15/08/2026").number(), day("31/08/2026").number())
        );
        assert_eq!(
            found.months,
            (day("01/09/2026").number(), day("31/10/2026").number())
        );
        assert_eq!(
            found.tail,
            (day("01/11/2026").number(), day("23/11/2026").number())
        );
    }

    proptest! {
        #[test]
        fn every_day_is_read_once(from in 19_000_i64..21_000, len in 0_i64..900, open in 19_000_i64..22_000) {
            let from = BusinessDay::from_number(from).unwrap();
            let open = BusinessDay::from_number(open).unwrap().first_of_month().number();
            let last = from.number() + len;
            let found = split(from, last, open);
            let days = |(low, high): (i64, i64)| (low..=high).collect::<Vec<_>>();
            let all = [days(found.head), days(found.months), days(found.tail)].concat();
            prop_assert_eq!(all, days((from.number(), last)));
            for start in [found.months.0, found.months.1 + 1].into_iter().filter(|_| found.months != NONE) {
                let start = BusinessDay::from_number(start).unwrap();
                prop_assert_eq!(start, start.first_of_month());
            }
        }
    }
}
