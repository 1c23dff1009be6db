//! The usual day of a weekday.

use serde::Serialize;

use super::cards::Permille;
use crate::domain::{BusinessDay, Money, TenderId};

/// What is usual: between `low` and `high` (the quarters of the days), `mean` on the average.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Band {
    /// A quarter of the days had this or less.
    pub low: i64,
    /// The average, rounded half up.
    pub mean: i64,
    /// A quarter of the days had this or more.
    pub high: i64,
}

/// One hour of the usual day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct UsualHour {
    /// 0 to 23.
    pub hour: u32,
    /// Sales in it.
    pub sales: Band,
    /// Income in it, in guaraníes.
    pub income: Band,
}

/// The usual day: the same weekday of the last eight weeks, without days off and days without sales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Usual {
    /// The days it was taken from, latest first; at least one, at most eight.
    pub days: Vec<BusinessDay>,
    /// Sales of a whole day.
    pub sales: Band,
    /// Income of a whole day, in guaraníes.
    pub income: Band,
    /// Sales of a day until this time of day; of the whole day if the day is over.
    pub sales_until: i64,
    /// Income of a day until this time of day.
    pub income_until: Money,
    /// Hour by hour, no hour between left out.
    pub hours: Vec<UsualHour>,
    /// How much of what is paid is paid with which tender, until this time of day.
    pub tenders: Vec<(TenderId, Permille)>,
}

impl Usual {
    /// So few days say nothing yet: below this no alert is given.
    pub const FIRM: usize = 4;

    /// Whether there are days enough for an alert.
    #[must_use]
    pub fn is_firm(&self) -> bool {
        self.days.len() >= Self::FIRM
    }
}
