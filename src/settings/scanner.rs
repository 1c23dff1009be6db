//! `[scanner]`: how a scanner that types like a keyboard is told from a person.

use serde::{Deserialize, Serialize};

use super::BadRange;
use crate::domain::scanner::GAP_MILLIS;

/// How a scanner is told from a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scanner {
    /// Its keys come less than this apart.
    pub gap_ms: Gap,
}

/// The time between two keys of a scanner: 20 to 200 milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Gap(i64);

impl Gap {
    /// In milliseconds.
    #[must_use]
    pub const fn in_millis(self) -> i64 {
        self.0
    }
}

impl Default for Gap {
    fn default() -> Self {
        Self(GAP_MILLIS)
    }
}

impl TryFrom<i64> for Gap {
    type Error = BadRange;

    fn try_from(millis: i64) -> Result<Self, BadRange> {
        let allowed = "20 to 200 milliseconds";
        let in_range = (20..=200).contains(&millis).then_some(Self(millis));
        in_range.ok_or(BadRange {
            found: millis,
            allowed,
        })
    }
}

impl From<Gap> for i64 {
    fn from(gap: Gap) -> Self {
        gap.0
    }
}
