//! Which backups are kept: all of the last days, and one a month for a year.

use chrono::{Datelike, NaiveDate, TimeDelta};

/// So many months back one of each month is kept.
const MONTHS: i32 = 12;

/// A backup, as far as keeping it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    /// The local day it was made.
    pub(super) day: NaiveDate,
    /// Whether it was verified and found good.
    pub(super) good: bool,
    /// Whether it stays whatever its age: the last good one, what a restore is undone with.
    pub(super) stays: bool,
}

/// Which of these, oldest first, are to go. A day that is still to come is of a clock that was wrong: it stays.
pub(super) fn outdated(backups: &[Dated], keep_days: u16, today: NaiveDate) -> Vec<usize> {
    let first = today.checked_sub_signed(TimeDelta::days(i64::from(keep_days)));
    let first = first.unwrap_or(NaiveDate::MIN);
    let last_good = backups.iter().rposition(|backup| backup.good);
    let of_month = |at: usize| {
        let month = month(backups[at].day);
        let same = |(_, other): &(usize, &Dated)| other.good && self::month(other.day) == month;
        let kept = backups.iter().enumerate().find(same).map(|(at, _)| at);
        backups[at].good && month >= self::month(today) - MONTHS && kept == Some(at)
    };
    let goes = |at: &usize| {
        let backup = backups[*at];
        backup.day < first && !backup.stays && Some(*at) != last_good && !of_month(*at)
    };
    (0..backups.len()).filter(goes).collect()
}

/// Months since the year 0.
fn month(day: NaiveDate) -> i32 {
    day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(number: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() + TimeDelta::days(number)
    }

    fn good(number: i64) -> Dated {
        Dated {
            day: day(number),
            good: true,
            stays: false,
        }
    }

    #[test]
    fn of_two_years_of_days_thirty_stay_and_one_of_each_month_for_a_year() {
        let all: Vec<Dated> = (-730..=0).map(good).collect();
        let gone = outdated(&all, 30, day(0));
        let kept: Vec<NaiveDate> = (0..all.len())
            .filter(|at| !gone.contains(at))
            .map(|at| all[at].day)
            .collect();
        let recent = kept.iter().filter(|kept| **kept >= day(-30)).count();
        assert_eq!(recent, 31);
        let months: Vec<_> = kept.iter().filter(|kept| **kept < day(-30)).collect();
        assert_eq!(months.len(), 12, "{months:?}");
        assert!(months.iter().all(|kept| kept.day() == 1));
    }

    #[test]
    fn the_last_good_one_stays_however_old_and_bad_ones_after_it_do_not_count() {
        let bad = |number| Dated {
            good: false,
            ..good(number)
        };
        let all = [good(-900), good(-800), bad(-700), bad(-1)];
        assert_eq!(outdated(&all, 30, day(0)), [0, 2]);
    }

    proptest! {
        #[test]
        fn a_good_one_is_left_and_nothing_recent_goes(
            ages in proptest::collection::vec((0_i64..1_000, any::<bool>(), any::<bool>()), 0..60),
            keep in 1_u16..100,
        ) {
            let mut all: Vec<Dated> = ages
                .iter()
                .map(|(age, good, stays)| Dated { day: day(-age), good: *good, stays: *stays })
                .collect();
            all.sort_by_key(|backup| backup.day);
            let gone = outdated(&all, keep, day(0));
            for at in &gone {
                prop_assert!(all[*at].day < day(-i64::from(keep)) && !all[*at].stays);
            }
            let any_good = all.iter().any(|backup| backup.good);
            let left = all.iter().enumerate().any(|(at, backup)| backup.good && !gone.contains(&at));
            prop_assert_eq!(any_good, left);
            // Pruning twice takes nothing more.
            let rest: Vec<Dated> = all
                .iter()
                .enumerate()
                .filter(|(at, _)| !gone.contains(at))
                .map(|(_, backup)| *backup)
                .collect();
            prop_assert!(outdated(&rest, keep, day(0)).is_empty());
        }
    }
}
