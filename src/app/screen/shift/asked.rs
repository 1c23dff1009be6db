//! What a confirmed dialog asks for.

use super::dialog::{Dialog, Edited, Purpose, money};
use super::{Action, Cash, Switch};
use crate::domain::shift::{Asks, moved, reason};
use crate::domain::unusual::is_unusual;
use crate::settings;

impl Cash {
    /// Whether the dialog can be confirmed now.
    pub(super) fn is_ready(&self) -> bool {
        let ready = match &self.dialog {
            None => false,
            Some(Dialog::Move(moving)) => {
                moved(money(moving.amount)).is_ok() && reason(&moving.reason).is_ok()
            }
            Some(Dialog::Drawer(opening)) => {
                let allowed = !opening.needs_pin || opening.entry.pin().is_some();
                reason(&opening.reason).is_ok() && allowed
            }
            Some(Dialog::Close(closing)) => closing.is_ready(),
            Some(Dialog::HandOver(over)) => over.entry.pin().is_some(),
            Some(
                Dialog::Open(_)
                | Dialog::LeftOpen
                | Dialog::Count(_)
                | Dialog::Paper(_)
                | Dialog::Rules(_),
            ) => true,
        };
        ready && !self.asked
    }

    /// The key of what the open dialog still asks for, the first of it.
    pub(super) fn lacking(&self) -> Option<&'static str> {
        let no_reason = |said: &str| reason(said).is_err();
        match &self.dialog {
            Some(Dialog::Move(moving)) if moved(money(moving.amount)).is_err() => {
                Some("shift-lacks-amount")
            }
            Some(Dialog::Move(moving)) if no_reason(&moving.reason) => Some("shift-lacks-reason"),
            Some(Dialog::Drawer(opening)) if no_reason(&opening.reason) => {
                Some("shift-lacks-reason")
            }
            Some(Dialog::Close(closing)) if no_reason(&closing.explanation) => {
                Some("shift-lacks-explanation")
            }
            Some(Dialog::Drawer(_) | Dialog::Close(_) | Dialog::HandOver(_)) => {
                Some("shift-lacks-pin")
            }
            _ => None,
        }
    }

    /// Enter, or the main button.
    pub(super) fn confirmed(&mut self) -> Action {
        if !self.is_ready() {
            self.lacks = !self.asked;
            return Action::None;
        }
        // Enter answers no question about an amount: it was pressed a moment ago.
        if let Some(Dialog::Move(moving)) = &mut self.dialog
            && is_unusual(money(moving.amount), None)
        {
            moving.asks = true;
            return Action::None;
        }
        self.act()
    }

    /// The amount is meant, unusual as it is.
    pub(super) fn sure(&mut self) -> Action {
        let asks = matches!(&self.dialog, Some(Dialog::Move(moving)) if moving.asks);
        match asks && self.is_ready() {
            true => self.act(),
            false => Action::None,
        }
    }

    fn act(&mut self) -> Action {
        let action = match &self.dialog {
            None => Action::None,
            Some(Dialog::Open(float)) => Action::Open(float.money()),
            Some(Dialog::LeftOpen) => {
                self.count_for(Purpose::Close);
                return Action::None;
            }
            Some(Dialog::Move(moving)) => {
                let reason = moving.reason.trim().to_owned();
                Action::Move(moving.kind, money(moving.amount), reason)
            }
            Some(Dialog::Drawer(opening)) => Action::OpenDrawer {
                reason: opening.reason.trim().to_owned(),
                pin: opening.entry.pin().filter(|_| opening.needs_pin),
            },
            Some(Dialog::Count(counting)) => Action::Count(counting.cash(), counting.others()),
            Some(Dialog::Close(closing)) => Action::Close {
                explanation: reason(&closing.explanation).ok().map(str::to_owned),
                pin: match closing.asks {
                    Asks::Approval => closing.entry.pin(),
                    Asks::Nothing | Asks::Explanation => None,
                },
                next_float: closing.next_float,
            },
            Some(Dialog::HandOver(over)) => match over.entry.pin() {
                Some(pin) => Action::HandOver {
                    pin,
                    counted: over.counted.is_some(),
                },
                None => Action::None,
            },
            Some(Dialog::Paper(_)) => return self.print(),
            Some(Dialog::Rules(edited)) => Action::Configure(settings::Shift {
                required: edited.required,
                blind: edited.blind,
                tolerance: money(edited.tolerance),
                ..self.next_rules
            }),
        };
        self.asked = action != Action::None;
        self.refused = None;
        self.lacks = false;
        action
    }

    /// Enter on the keyboard: in a count it goes on to the next row, and past the last one it confirms.
    pub fn entered(&mut self) -> Action {
        match &mut self.dialog {
            Some(Dialog::Count(counting)) if !counting.is_at_end() => {
                counting.go(true);
                Action::None
            }
            _ => self.confirmed(),
        }
    }

    pub(super) fn switched(&mut self, switch: Switch, on: bool) -> Action {
        match (&mut self.dialog, switch) {
            (Some(Dialog::HandOver(_)), Switch::CountFirst) if on => {
                self.count_for(Purpose::HandOver);
            }
            (Some(Dialog::Rules(Edited { required, .. })), Switch::Required) => *required = on,
            (Some(Dialog::Rules(Edited { blind, .. })), Switch::Blind) => *blind = on,
            _ => {}
        }
        Action::None
    }
}
