//! How this canteen keeps its cash drawer.

use serde::{Deserialize, Serialize};

use crate::domain::Money;

/// How the cash drawer is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Shift {
    /// Whether a shift must be open before the till sells on its screen.
    pub required: bool,
    /// Whether what is expected stays hidden until the count is confirmed.
    pub blind: bool,
    /// Differences up to so many guaraníes pass without a manager's PIN.
    pub tolerance: Money,
    /// What stays in the drawer for the next shift; 0 for as much as the last one began with.
    pub next_float: Money,
}

impl Shift {
    /// As a canteen begins: with shifts, counted blind.
    #[must_use]
    pub fn of_a_new_canteen() -> Self {
        Self {
            required: true,
            ..Self::default()
        }
    }
}

/// A canteen that was there before goes on as it was.
impl Default for Shift {
    fn default() -> Self {
        Self {
            required: false,
            blind: true,
            tolerance: Money::guaranies(10_000),
            next_float: Money::ZERO,
        }
    }
}
