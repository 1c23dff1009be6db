//! The cash drawer: its shift at a glance, what moves in it beside sales, its count and its close.
//!
//! Its dialogs lie over any place: a shift is asked for where somebody wants to sell.

mod asked;
mod dialog;
mod view;

use super::pin::PinEntry;
use crate::app::widget::keypad::Key;
use crate::domain::scanner::take_back;
use crate::domain::shift::{CashCount, Counted, MoveKind, Report};
use crate::domain::user::Pin;
use crate::domain::{Moment, Money, TenderId};
use crate::settings;
use crate::store::{Desk, OldZ};

use dialog::{Closing, Counting, Dialog, HandOver, Moving, Opening, Purpose};
pub use dialog::{Edited, Shown};

/// How the drawer stands, as it was read.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Whether a shift is open, and what waits.
    pub desk: Desk,
    /// The open shift's X.
    pub report: Option<Box<Report>>,
    /// The last Zs, newest first.
    pub zs: Vec<OldZ>,
}

/// What the right half shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Side {
    /// Cash that moved beside sales.
    #[default]
    Moves,
    /// The Zs.
    Zs,
}

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Cash {
    standing: Option<Standing>,
    /// As the open shift began with.
    rules: settings::Shift,
    /// As they are set now, for the next shift.
    next_rules: settings::Shift,
    side: Side,
    dialog: Option<Dialog>,
    /// Whether the store is asked: a second press finds it so.
    asked: bool,
    refused: Option<String>,
    /// It was confirmed before all that it asks for was said.
    lacks: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A shift is to be opened.
    OpenPressed,
    /// Cash is to be moved.
    MovePressed(MoveKind),
    /// The drawer is to be opened without a sale.
    DrawerPressed,
    /// The drawer goes to another cashier.
    HandOverPressed,
    /// The shift is to be closed.
    ClosePressed,
    /// The X is wanted.
    XPressed,
    /// A Z was chosen.
    ZChosen(i64),
    /// How the drawer is kept is to be set.
    RulesPressed,
    /// The other side of the right half.
    SideChosen(Side),
    /// A key of the keypad, or backspace.
    KeyPressed(Key),
    /// A character from the keyboard that is for a figure.
    Typed(char),
    /// A reason or an explanation was typed or chosen.
    ReasonChanged(String),
    /// A row of the count was chosen.
    RowChosen(usize),
    /// On to the next row, or back.
    RowMoved(bool),
    /// A choice between yes and no was made.
    Switched(Switch, bool),
    /// Count again.
    CountAgain,
    /// What the dialog offers is wanted.
    Confirmed,
    /// The amount is meant, unusual as it is.
    Sure,
    /// The dialog is not wanted.
    Dismissed,
    /// On paper.
    PrintPressed,
}

/// What is on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// Whether selling asks for a shift.
    Required,
    /// Whether what is expected is hidden until the count is confirmed.
    Blind,
    /// Whether the drawer is counted when it is handed over.
    CountFirst,
}

/// What is to be done; [`Cash::done`] or [`Cash::refused`] answers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Open a shift.
    Open(Money),
    /// Move cash.
    Move(MoveKind, Money, String),
    /// Note a count; [`Cash::counted`] answers.
    Count(CashCount, Vec<(TenderId, Money)>),
    /// Close the shift with the last count.
    Close {
        /// Why it differs.
        explanation: Option<String>,
        /// Of whoever approves the difference.
        pin: Option<Pin>,
        /// What is proposed to the next shift.
        next_float: Money,
    },
    /// Whoever has this PIN takes over; `counted` if somebody counted.
    HandOver {
        /// Of who takes over.
        pin: Pin,
        /// Whether a count was made for it.
        counted: bool,
    },
    /// Open the drawer; with a PIN, if who works here may not.
    OpenDrawer {
        /// Why.
        reason: String,
        /// Of whoever may.
        pin: Option<Pin>,
    },
    /// Read the X; [`Cash::shows`] answers.
    ReadX,
    /// Read a Z; [`Cash::shows`] answers.
    ReadZ(i64),
    /// Print the X.
    PrintX,
    /// Print a Z again.
    PrintZ(i64),
    /// Keep the drawer like this.
    Configure(settings::Shift),
}

impl Cash {
    /// How the drawer stands now, how it is kept in this shift, and how from the next one on.
    pub fn stands(&mut self, standing: Standing, rules: settings::Shift, next: settings::Shift) {
        self.standing = Some(standing);
        self.rules = rules;
        self.next_rules = next;
    }

    /// Whether selling asks for a shift.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.rules.required
    }

    /// How it stands, if it was read.
    #[must_use]
    pub const fn standing(&self) -> Option<&Standing> {
        self.standing.as_ref()
    }

    /// Whether a dialog waits for its answer.
    #[must_use]
    pub const fn asks(&self) -> bool {
        self.dialog.is_some()
    }

    /// Whether the keyboard writes words here, and a scan is out of place.
    #[must_use]
    pub const fn is_counting(&self) -> bool {
        matches!(self.dialog, Some(Dialog::Count(_)))
    }

    /// Somebody wants to sell: asks for a shift, or for the close of one that was left open.
    pub fn ask_for_shift(&mut self, now: Moment) {
        let Some(standing) = self.standing.as_ref().filter(|_| self.dialog.is_none()) else {
            return;
        };
        match &standing.desk.shift {
            None => self.open_pressed(),
            Some(shift) if shift.was_left_open(now) => self.show(Dialog::LeftOpen),
            Some(_) => {}
        }
    }

    /// What was asked is done: the dialog goes.
    pub fn done(&mut self) {
        self.dialog = None;
        self.asked = false;
        self.refused = None;
        self.lacks = false;
    }

    /// What was asked was refused; `why` is a sentence for the user.
    pub fn refused(&mut self, why: String) {
        self.asked = false;
        self.refused = Some(why);
        self.lacks = false;
        self.ask_no_more();
        if let Some(entry) = self.dialog.as_mut().and_then(Dialog::entry) {
            entry.clear();
        }
    }

    /// The count was noted: what it differs by.
    pub fn counted(&mut self, counted: Vec<Counted>) {
        let Some(Dialog::Count(counting)) = &self.dialog else {
            return;
        };
        match counting.purpose {
            Purpose::HandOver => self.show(Dialog::HandOver(HandOver::after(counted))),
            Purpose::Close => {
                let float = self.proposed_float();
                self.show(Dialog::Close(Closing::new(
                    counted,
                    self.rules.tolerance,
                    float,
                )));
            }
        }
    }

    /// A report is there to be looked at.
    pub fn shows(&mut self, shown: Shown) {
        self.show(Dialog::Paper(shown));
    }

    /// Takes the letters of a scan out of what is being written.
    pub fn take_back(&mut self, letters: &str) {
        if let Some(reason) = self.dialog.as_mut().and_then(Dialog::reason)
            && let Some(without) = take_back(reason, letters)
        {
            *reason = without;
        }
    }

    fn show(&mut self, dialog: Dialog) {
        self.dialog = Some(dialog);
        self.asked = false;
        self.refused = None;
        self.lacks = false;
    }

    fn proposed_float(&self) -> Money {
        let fixed = self.next_rules.next_float;
        if fixed.is_positive() {
            return fixed;
        }
        let standing = self.standing.as_ref();
        let shift = standing.and_then(|standing| standing.desk.shift.as_ref());
        shift.map(|shift| shift.float).unwrap_or_default()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, may_open_drawer: bool) -> Action {
        match message {
            Message::OpenPressed => self.open_pressed(),
            Message::MovePressed(kind) => self.show(Dialog::Move(Moving::new(kind))),
            Message::DrawerPressed => {
                self.show(Dialog::Drawer(Opening::new(!may_open_drawer)));
            }
            Message::HandOverPressed => self.show(Dialog::HandOver(HandOver::default())),
            Message::ClosePressed | Message::CountAgain => self.count_for(Purpose::Close),
            Message::XPressed => return Action::ReadX,
            Message::ZChosen(number) => return Action::ReadZ(number),
            Message::RulesPressed => self.show(Dialog::Rules(Edited::of(self.next_rules))),
            Message::SideChosen(side) => self.side = side,
            Message::KeyPressed(key) => self.key(key),
            Message::Typed(letter) => self.typed(letter),
            Message::ReasonChanged(reason) => self.reason_changed(&reason),
            Message::RowChosen(row) => self.count_row(|counting| counting.choose(row)),
            Message::RowMoved(on) => self.count_row(|counting| counting.go(on)),
            Message::Switched(switch, on) => return self.switched(switch, on),
            Message::Confirmed => return self.confirmed(),
            Message::Sure => return self.sure(),
            Message::Dismissed => self.dismissed(),
            Message::PrintPressed => return self.print(),
        }
        Action::None
    }

    fn open_pressed(&mut self) {
        let standing = self.standing.as_ref();
        let float = standing.map(|standing| standing.desk.next_float);
        self.show(Dialog::Open(super::checkout::Figure::of(
            float.unwrap_or_default(),
        )));
    }

    fn count_for(&mut self, purpose: Purpose) {
        let report = self.standing.as_ref().and_then(|of| of.report.as_deref());
        let drawers = report.map(|report| report.drawers.as_slice());
        let counting = Counting::new(purpose, drawers.unwrap_or_default());
        self.show(Dialog::Count(counting));
    }

    fn key(&mut self, key: Key) {
        if let Some(dialog) = self.dialog.as_mut().filter(|_| !self.asked) {
            dialog.key(key);
        }
    }

    fn typed(&mut self, letter: char) {
        match letter
            .to_digit(10)
            .and_then(|digit| u8::try_from(digit).ok())
        {
            Some(digit) => self.key(Key::Digit(digit)),
            None if letter == '+' => self.key(Key::Thousand),
            None => {}
        }
    }

    fn reason_changed(&mut self, text: &str) {
        if let Some(reason) = self.dialog.as_mut().and_then(Dialog::reason)
            && !self.asked
        {
            *reason = text.chars().take(dialog::REASON_MAX).collect();
        }
    }

    fn count_row(&mut self, change: impl FnOnce(&mut Counting)) {
        if let Some(Dialog::Count(counting)) = &mut self.dialog {
            change(counting);
        }
    }

    /// Not while the store is at it: the answer must find its dialog.
    fn dismissed(&mut self) {
        if !self.asked && !self.ask_no_more() {
            self.done();
        }
    }

    /// Back from the question about an unusual amount to what was typed; whether it was asked.
    fn ask_no_more(&mut self) -> bool {
        match &mut self.dialog {
            Some(Dialog::Move(moving)) => std::mem::take(&mut moving.asks),
            _ => false,
        }
    }

    fn print(&mut self) -> Action {
        match &self.dialog {
            Some(Dialog::Paper(shown)) => {
                let number = shown.number;
                self.done();
                number.map_or(Action::PrintX, Action::PrintZ)
            }
            _ => Action::None,
        }
    }
}

#[cfg(test)]
mod tests;
