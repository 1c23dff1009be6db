//! A reason and a PIN of somebody who may: for one lunch, or for one payment that is taken back.

use crate::app::screen::pin::PinEntry;
use crate::domain::scanner::take_back;
use crate::domain::user::Pin;

/// The most letters of a reason.
pub(super) const REASON_MAX: usize = 120;
/// The fewest.
const REASON_MIN: usize = 3;

/// What is typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Approval {
    pub(super) reason: String,
    pub(super) entry: PinEntry,
    pub(super) asked: bool,
    pub(super) refused: Option<String>,
}

impl Approval {
    pub(super) fn reason_typed(&mut self, reason: &str) {
        if !self.asked {
            self.reason = reason.chars().take(REASON_MAX).collect();
        }
    }

    pub(super) fn enter(&mut self, press: impl FnOnce(&mut PinEntry)) {
        if !self.asked {
            press(&mut self.entry);
        }
    }

    /// Whether reason and PIN are long enough, and nobody was asked yet.
    pub(super) fn is_ready(&self) -> bool {
        says_why(&self.reason) && !self.asked && self.entry.pin().is_some()
    }

    /// Reason and PIN, once: a second press finds it asked already.
    pub(super) fn ask(&mut self) -> Option<(Pin, String)> {
        let pin = self.entry.pin().filter(|_| self.is_ready())?;
        self.asked = true;
        self.refused = None;
        Some((pin, self.reason.trim().to_owned()))
    }

    pub(super) fn refused(&mut self, why: String) {
        self.asked = false;
        self.entry.clear();
        self.refused = Some(why);
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        if let Some(without) = take_back(&self.reason, letters) {
            self.reason = without;
        }
    }
}

/// Whether it says why.
pub(super) fn says_why(reason: &str) -> bool {
    reason.trim().chars().count() >= REASON_MIN
}
