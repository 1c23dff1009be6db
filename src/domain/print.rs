//! Jobs of the printer's queue.

use serde::{Deserialize, Serialize};

/// How far a job is. A screen never claims more than this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// No byte has left.
    Waiting,
    /// Bytes are leaving; found after a crash, it is uncertain.
    Sending,
    /// Every byte was accepted.
    Printed,
    /// Some bytes left and the end is not known: somebody has to look at the paper.
    Uncertain,
    /// Not wanted any more.
    Cancelled,
}

impl JobState {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Sending,
        Self::Printed,
        Self::Uncertain,
        Self::Cancelled,
    ];

    /// The word for it in the store and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Printed => "printed",
            Self::Uncertain => "uncertain",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}
