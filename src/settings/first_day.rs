//! What is remembered of the list of the first day: what is on it is computed from what is there.

use serde::{Deserialize, Serialize};

/// The list of the first day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FirstDay {
    /// Whether it was sent away: it is then only shown when asked for.
    pub dismissed: bool,
}
