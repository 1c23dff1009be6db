//! The clock on the wall: the only place that reads it.

use chrono::Local;

use crate::domain::Moment;

/// Now, with the local date and time.
#[must_use]
pub fn now() -> Moment {
    Moment::new(Local::now().fixed_offset())
}

/// How far the local time is from UTC, in minutes: −180 in Paraguay.
pub(super) fn offset_minutes() -> i32 {
    Local::now().offset().local_minus_utc() / 60
}
