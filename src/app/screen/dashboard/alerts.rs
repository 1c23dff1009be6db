//! The alerts in their dialog: each with what is usual and where that was taken from, and a note.

use super::message::Action;
use crate::domain::metrics::{Acknowledged, Alert};
use crate::domain::scanner::take_back;

/// The most letters of a note.
const NOTE_MAX: usize = 200;

/// The alerts as they were when they were opened: nothing moves under the finger.
#[derive(Debug, Clone)]
pub struct Alerts {
    /// All of them.
    pub alerts: Vec<Alert>,
    /// The one that is being acknowledged.
    pub note: Option<Note>,
    changed: bool,
}

/// A note about an alert.
#[derive(Debug, Clone)]
pub struct Note {
    /// About which.
    pub index: usize,
    /// What is said.
    pub text: String,
    /// Whether it is being kept.
    pub asked: bool,
    /// Why it was not.
    pub refused: Option<String>,
}

impl Note {
    /// Whether it says anything.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.asked && !self.text.trim().is_empty()
    }
}

impl Alerts {
    /// With these alerts.
    #[must_use]
    pub const fn new(alerts: Vec<Alert>) -> Self {
        Self {
            alerts,
            note: None,
            changed: false,
        }
    }

    /// Whether any was acknowledged here.
    #[must_use]
    pub const fn is_changed(&self) -> bool {
        self.changed
    }

    /// One is to be acknowledged.
    pub fn choose(&mut self, index: usize) -> Action {
        let open = self.alerts.get(index);
        let open = open.is_some_and(|alert| alert.acknowledged.is_none());
        if open && self.note.as_ref().is_none_or(|note| !note.asked) {
            self.note = Some(Note {
                index,
                text: String::new(),
                asked: false,
                refused: None,
            });
        }
        Action::None
    }

    /// The note was typed.
    pub fn change(&mut self, text: &str) -> Action {
        if let Some(note) = self.note.as_mut().filter(|note| !note.asked) {
            note.text = text.chars().take(NOTE_MAX).collect();
        }
        Action::None
    }

    /// A second press finds it asked already.
    pub fn confirm(&mut self) -> Action {
        let Some(note) = self.note.as_mut().filter(|note| note.is_ready()) else {
            return Action::None;
        };
        let Some(alert) = self.alerts.get(note.index) else {
            return Action::None;
        };
        note.asked = true;
        note.refused = None;
        Action::Acknowledge(Box::new(alert.clone()), note.text.trim().to_owned())
    }

    /// It was kept, or not; an error is a sentence for the user.
    pub fn kept(&mut self, kept: Result<Acknowledged, String>) {
        let Some(note) = &mut self.note else { return };
        match kept {
            Ok(kept) => {
                if let Some(alert) = self.alerts.get_mut(note.index) {
                    alert.acknowledged = Some(kept);
                }
                self.changed = true;
                self.note = None;
            }
            Err(why) => {
                note.asked = false;
                note.refused = Some(why);
            }
        }
    }

    /// Out of the note: whether there was one, or it is waited for.
    pub fn leave_note(&mut self) -> bool {
        let waits = self.note.as_ref().is_some_and(|note| note.asked);
        waits || self.note.take().is_some()
    }

    /// Takes the letters of a scan out of the note.
    pub fn take_back(&mut self, letters: &str) {
        if let Some(note) = &mut self.note
            && let Some(without) = take_back(&note.text, letters)
        {
            note.text = without;
        }
    }
}
