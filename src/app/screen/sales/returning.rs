//! The dialog in which something that was sold goes back: what, and what becomes of it; then why, and by
//! whose PIN.

use super::{Action, PinEntry, REASON_MAX, REASON_MIN, Sales};
use crate::domain::catalogue::Unit;
use crate::domain::refund::{CannotRefund, Goods, Original, Plan, SoldLine, Wanted};
use crate::domain::{Quantity, SaleId};

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// What goes back.
    Lines,
    /// Why, and who allows it.
    Approval,
}

/// What is to go back of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pick {
    pub(super) line: i64,
    pub(super) quantity: Quantity,
    /// What somebody said becomes of it.
    pub(super) said: Option<Goods>,
}

/// The state of the dialog.
#[derive(Debug, Clone)]
pub(super) struct Returning {
    pub(super) of: Original,
    pub(super) exchange: bool,
    pub(super) picks: Vec<Pick>,
    pub(super) step: Step,
    pub(super) reason: String,
    /// Whether the reason is that it went bad: it is not sold again then, unless somebody says so.
    pub(super) went_bad: bool,
    pub(super) entry: PinEntry,
    pub(super) asked: bool,
    pub(super) refused: Option<String>,
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// More or less of a line.
    Stepped(i64, i8),
    /// All that can still go back.
    AllPressed,
    /// What becomes of a line's goods.
    GoodsChosen(i64, Goods),
    /// On to the reason, or back to what goes back.
    StepPressed,
    /// The reason was typed, or one of the usual ones pressed.
    ReasonChanged(String),
    /// The usual reason was pressed that it went bad, in these words.
    WentBad(String),
    /// It is wanted.
    Confirmed,
    /// Not any more, or one step back.
    Dismissed,
}

impl Sales {
    /// The sale that was asked for by [`Action::Open`]: its dialog opens.
    pub fn opened(&mut self, of: Original, exchange: bool) {
        if self.voiding.is_none() {
            self.returning = Some(Returning::new(of, exchange));
        }
    }

    /// What was to go back is back.
    pub fn returned(&mut self) {
        self.returning = None;
    }

    /// It was refused; `why` is a sentence for the user.
    pub fn return_refused(&mut self, why: String) {
        if let Some(returning) = &mut self.returning {
            returning.asked = false;
            returning.entry.clear();
            returning.refused = Some(why);
        }
    }

    /// Whether it is being said what goes back, and for an exchange: nothing is asked of the store yet.
    #[must_use]
    pub fn asks_what_goes_back(&self) -> Option<bool> {
        let open = self.returning.as_ref();
        let open = open.filter(|open| open.step == Step::Lines && !open.asked);
        open.map(|open| open.exchange)
    }

    /// The sale of which something is to go back.
    #[cfg(test)]
    pub(crate) fn goes_back_of(&self) -> Option<SaleId> {
        self.returning.as_ref().map(Returning::sale)
    }

    pub(super) fn open_return(&self, exchange: bool) -> Action {
        let row = self.chosen_row().filter(|row| row.has_left);
        row.map_or(Action::None, |row| Action::Open {
            sale: row.id,
            exchange,
        })
    }

    pub(super) fn return_told(&mut self, message: Message) -> Action {
        let Some(open) = self.returning.as_mut().filter(|open| !open.asked) else {
            return Action::None;
        };
        match message {
            Message::Stepped(line, by) => open.step_line(line, by),
            Message::AllPressed => open.pick_all(),
            Message::GoodsChosen(line, goods) => open.choose(line, goods),
            Message::StepPressed => open.go_on(),
            Message::ReasonChanged(reason) => open.reason_is(&reason, false),
            Message::WentBad(reason) => open.reason_is(&reason, true),
            Message::Confirmed => return open.confirm(),
            Message::Dismissed if open.step == Step::Approval => open.step = Step::Lines,
            Message::Dismissed => self.returning = None,
        }
        Action::None
    }

    /// A digit for the PIN, where one is asked for.
    pub(super) fn return_entered(&mut self, press: impl FnOnce(&mut PinEntry)) {
        let open = self.returning.as_mut();
        if let Some(open) = open.filter(|open| !open.asked && open.step == Step::Approval) {
            press(&mut open.entry);
        }
    }
}

impl Returning {
    fn new(of: Original, exchange: bool) -> Self {
        let picks = of.lines.iter().map(|line| Pick {
            line: line.line,
            quantity: Quantity::ZERO,
            said: None,
        });
        let mut open = Self {
            picks: picks.collect(),
            of,
            exchange,
            step: Step::Lines,
            reason: String::new(),
            went_bad: false,
            entry: PinEntry::default(),
            asked: false,
            refused: None,
        };
        if open.of.lines.len() == 1 {
            open.pick_all();
        }
        open
    }

    pub(super) fn sale(&self) -> SaleId {
        self.of.id
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = (&SoldLine, Pick)> {
        let picks = self.picks.iter().copied();
        self.of.lines.iter().zip(picks)
    }

    /// What is sold by weight goes back whole or not at all.
    fn step_line(&mut self, line: i64, by: i8) {
        let Some(sold) = self.of.lines.iter().find(|sold| sold.line == line) else {
            return;
        };
        let left = sold.left();
        let Some(pick) = self.picks.iter_mut().find(|pick| pick.line == line) else {
            return;
        };
        let stepped = match (sold.unit, by > 0) {
            (Unit::Kilogram, true) => left.in_thousandths(),
            (Unit::Kilogram, false) => 0,
            (Unit::Each, _) => pick.quantity.in_thousandths() + i64::from(by) * 1_000,
        };
        let stepped = stepped.clamp(0, left.in_thousandths());
        pick.quantity = Quantity::thousandths(stepped);
    }

    fn pick_all(&mut self) {
        for (pick, sold) in self.picks.iter_mut().zip(&self.of.lines) {
            pick.quantity = sold.left();
        }
    }

    fn choose(&mut self, line: i64, goods: Goods) {
        if let Some(pick) = self.picks.iter_mut().find(|pick| pick.line == line) {
            pick.said = Some(goods);
        }
    }

    fn reason_is(&mut self, reason: &str, went_bad: bool) {
        self.went_bad = went_bad;
        self.reason = reason.chars().take(REASON_MAX).collect();
    }

    /// What becomes of it: as somebody said, else as the reason proposes.
    pub(super) fn goods(&self, pick: Pick) -> Goods {
        pick.said.unwrap_or(match self.went_bad {
            true => Goods::Spoiled,
            false => Goods::Stock,
        })
    }

    fn go_on(&mut self) {
        self.refused = None;
        if self.step == Step::Lines && self.plan().is_ok() {
            self.step = Step::Approval;
        }
    }

    pub(super) fn wanted(&self) -> Vec<Wanted> {
        let picked = self.picks.iter();
        let picked = picked.filter(|pick| pick.quantity > Quantity::ZERO);
        picked
            .map(|pick| Wanted {
                line: pick.line,
                quantity: pick.quantity,
                goods: self.goods(*pick),
            })
            .collect()
    }

    /// What it comes to.
    pub(super) fn plan(&self) -> Result<Plan, CannotRefund> {
        self.of.plan(&self.wanted())
    }

    pub(super) fn is_ready(&self) -> bool {
        let says_why = self.reason.trim().chars().count() >= REASON_MIN;
        says_why && !self.asked && self.entry.pin().is_some() && self.plan().is_ok()
    }

    /// A second press finds it asked already.
    fn confirm(&mut self) -> Action {
        if self.step == Step::Lines {
            self.go_on();
            return Action::None;
        }
        let ready = self.is_ready();
        let Some(pin) = self.entry.pin().filter(|_| ready) else {
            return Action::None;
        };
        self.asked = true;
        self.refused = None;
        Action::GiveBack {
            sale: self.sale(),
            wanted: self.wanted(),
            pin,
            reason: self.reason.trim().to_owned(),
            exchange: self.exchange,
        }
    }
}
