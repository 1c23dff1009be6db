//! By whom and when a fact was noted.

use crate::domain::{Moment, UserId};

/// By whom and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// When.
    pub moment: Moment,
    /// By whom; `None` for a list or a program.
    pub by: Option<UserId>,
}

impl Stamp {
    /// Noted by nobody in particular.
    #[must_use]
    pub const fn at(moment: Moment) -> Self {
        Self { moment, by: None }
    }

    /// Noted by somebody.
    #[must_use]
    pub const fn by(user: UserId, moment: Moment) -> Self {
        Self {
            moment,
            by: Some(user),
        }
    }
}
