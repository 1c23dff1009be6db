//! When a backup is due, and how backups stand. Pure: the time is an argument.

use chrono::{NaiveDateTime, TimeDelta};

use super::State;
use crate::domain::Moment;
use crate::settings::Backup;

/// A backup that failed is tried again after so long, in milliseconds: a quarter of an hour.
pub const RETRY_MS: i64 = 15 * 60_000;
/// Longer than so many hours after it was due, a backup that is missing is old: two days.
const OLD_HOURS: i64 = 48;
/// A clock may be corrected by so much without anything being due for it, in milliseconds.
const SLACK_MS: i64 = 60_000;

/// How backups stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Health {
    /// None was made yet.
    Never,
    /// The last one is good and not older than it may be.
    Protected,
    /// The last try failed, and none was made since.
    Failed,
    /// One was due and was not made.
    Missed,
    /// The last good one is more than two days old.
    Old,
}

impl Health {
    /// As remembered.
    #[must_use]
    pub fn of(state: &State, settings: &Backup, now: Moment) -> Self {
        let failed_at = state.failures.last().map(|failure| failure.at.at);
        let Some(good) = &state.last_good else {
            return match failed_at {
                Some(_) => Self::Failed,
                None => Self::Never,
            };
        };
        let age = now.at.millis_since(good.at.at);
        if failed_at.is_some_and(|at| at > good.at.at) {
            Self::Failed
        } else if age > OLD_HOURS * 3_600_000 {
            Self::Old
        } else if is_due(Some(good.at), settings, now) {
            Self::Missed
        } else {
            Self::Protected
        }
    }

    /// Whether nothing has to be done.
    #[must_use]
    pub const fn is_good(&self) -> bool {
        matches!(self, Self::Protected)
    }
}

/// When the last daily one was due.
#[must_use]
pub fn latest_slot(settings: &Backup, now: Moment) -> NaiveDateTime {
    let today = now.local.date().and_time(settings.time.time());
    match today <= now.local {
        true => today,
        false => today - TimeDelta::days(1),
    }
}

/// When the next daily one is due.
#[must_use]
pub fn next_slot(settings: &Backup, now: Moment) -> NaiveDateTime {
    latest_slot(settings, now) + TimeDelta::days(1)
}

/// Whether a daily one is due, and was not made since; one from a time that is still to come, by a clock
/// that was wrong, does not count.
#[must_use]
pub fn is_due(last_good: Option<Moment>, settings: &Backup, now: Moment) -> bool {
    let Some(last) = last_good else {
        return true;
    };
    let from_the_future = last.at.0 > now.at.0.saturating_add(SLACK_MS);
    from_the_future || last.local < latest_slot(settings, now)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use chrono::DateTime;

    use super::*;
    use crate::backup::Seen;

    fn at(text: &str) -> Moment {
        Moment::new(DateTime::parse_from_rfc3339(&format!("2026-11-{text}:00-03:00")).unwrap())
    }

    #[test]
    fn one_a_day_at_its_time_and_at_the_next_start_if_it_was_missed() {
        let settings = Backup::default();
        for (last, now, due) in [
            ("22T22:00", "23T21:59", false),
            ("22T22:00", "23T22:00", true),
            ("23T22:00", "23T22:01", false),
            ("22T12:00", "23T07:00", true),
            ("23T07:00", "23T12:00", false),
            // The clock was set back, or was wrong.
            ("23T22:00", "22T09:00", true),
            ("23T22:00", "23T21:59", false),
        ] {
            assert_eq!(
                is_due(Some(at(last)), &settings, at(now)),
                due,
                "{last} {now}"
            );
        }
        assert!(is_due(None, &settings, at("23T12:00")));
        assert_eq!(next_slot(&settings, at("23T12:00")), at("23T22:00").local);
        assert_eq!(next_slot(&settings, at("23T22:00")), at("24T22:00").local);
    }

    #[test]
    fn a_failure_an_absence_and_an_old_one_are_told_apart() {
        let settings = Backup::default();
        let good = |text| {
            let at = at(text);
            let path = PathBuf::from("x");
            State {
                last_good: Some(Seen { path, at }),
                ..State::default()
            }
        };
        let failed = |mut state: State, text| {
            state.failed(at(text), "why".to_owned());
            state
        };
        let now = at("23T12:00");
        for (state, health) in [
            (State::default(), Health::Never),
            (failed(State::default(), "22T22:00"), Health::Failed),
            (good("22T22:00"), Health::Protected),
            (good("22T12:00"), Health::Missed),
            (good("20T12:00"), Health::Old),
            (failed(good("21T22:00"), "22T22:00"), Health::Failed),
            (failed(good("22T22:15"), "22T22:00"), Health::Protected),
        ] {
            assert_eq!(Health::of(&state, &settings, now), health, "{state:?}");
        }
    }
}
