//! `[backup]` in `config.toml`: when, for how long and where to.

use std::path::{Path, PathBuf};

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::{BadRange, DataFolder};

/// How backups are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Backup {
    /// The time of day of the daily one.
    pub time: DailyAt,
    /// For how many days each is kept.
    pub keep_days: KeepDays,
    /// Where they go; empty for `backups` in the data folder.
    pub folder: String,
    /// Where each is copied to besides, such as a USB stick; empty for nowhere.
    pub second: String,
}

/// A time of day, to the minute: `22:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DailyAt(NaiveTime);

/// For how many days a backup is kept: 1 to 3650.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct KeepDays(u16);

/// What is no time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a time of day such as 22:00")]
pub struct BadTime(String);

impl Default for Backup {
    fn default() -> Self {
        Self {
            time: DailyAt(NaiveTime::from_hms_opt(22, 0, 0).unwrap_or_default()),
            keep_days: KeepDays(30),
            folder: String::new(),
            second: String::new(),
        }
    }
}

impl Backup {
    /// Where backups go.
    #[must_use]
    pub fn folder(&self, data: &DataFolder) -> PathBuf {
        match self.folder.trim() {
            "" => data.backups(),
            folder => data.root().join(folder),
        }
    }

    /// Where they are copied to besides.
    #[must_use]
    pub fn second(&self) -> Option<&Path> {
        Some(self.second.trim())
            .filter(|folder| !folder.is_empty())
            .map(Path::new)
    }
}

impl DailyAt {
    /// Reads `22:00` or `9:30`.
    ///
    /// # Errors
    /// [`BadTime`].
    pub fn written(text: &str) -> Result<Self, BadTime> {
        let time = NaiveTime::parse_from_str(text.trim(), "%H:%M");
        time.map(Self).map_err(|_| BadTime(text.to_owned()))
    }

    /// The time itself.
    #[must_use]
    pub const fn time(self) -> NaiveTime {
        self.0
    }
}

impl std::fmt::Display for DailyAt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.format("%H:%M").fmt(f)
    }
}

impl KeepDays {
    /// Takes so many days.
    ///
    /// # Errors
    /// [`BadRange`] unless it is 1 to 3650.
    pub fn days(days: i64) -> Result<Self, BadRange> {
        let in_range = u16::try_from(days).ok();
        in_range
            .filter(|days| (1..=3_650).contains(days))
            .map(Self)
            .ok_or(BadRange {
                found: days,
                allowed: "1 to 3650 days",
            })
    }

    /// How many.
    #[must_use]
    pub const fn in_days(self) -> u16 {
        self.0
    }
}

impl TryFrom<String> for DailyAt {
    type Error = BadTime;

    fn try_from(text: String) -> Result<Self, BadTime> {
        Self::written(&text)
    }
}

impl From<DailyAt> for String {
    fn from(time: DailyAt) -> Self {
        time.to_string()
    }
}

impl TryFrom<i64> for KeepDays {
    type Error = BadRange;

    fn try_from(days: i64) -> Result<Self, BadRange> {
        Self::days(days)
    }
}

impl From<KeepDays> for i64 {
    fn from(days: KeepDays) -> Self {
        days.0.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_read_as_it_is_written_and_nothing_else_is_one() {
        for (text, time) in [("22:00", "22:00"), ("9:30", "09:30"), (" 00:05 ", "00:05")] {
            assert_eq!(DailyAt::written(text).unwrap().to_string(), time);
        }
        for text in ["", "22", "24:00", "22:60", "diez", "22:00:01"] {
            assert!(DailyAt::written(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_are_one_to_ten_years() {
        assert_eq!(KeepDays::days(30).unwrap().in_days(), 30);
        for days in [-1, 0, 3_651, i64::MAX] {
            assert!(KeepDays::days(days).is_err());
        }
    }
}
