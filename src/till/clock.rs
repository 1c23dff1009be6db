//! The clock on the wall: the only place that reads it.

use chrono::Local;

use crate::domain::Moment;

/// Now, with the local date and time.
#[must_use]
pub fn now() -> Moment {
    Moment::new(Local::now().fixed_offset())
}
