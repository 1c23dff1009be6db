//! The sales of a day, or found by ticket or pupil: see one's ticket, print it again, void it, give it back.
//!
//! Also the question that only a person can answer: did the ticket come out?

mod find;
mod names;
mod returning;
mod returning_view;
mod view;

pub use find::{Shown, ticket_number};
use names::Names;
pub use returning::Message as ReturnMessage;
use returning::Returning;

use super::pin::PinEntry;
use crate::app::widget::keypad::Key;
use crate::domain::refund::Wanted;
use crate::domain::scanner::take_back;
use crate::domain::tender::{Tender, TenderKind};
use crate::domain::ticket::TicketCode;
use crate::domain::user::Pin;
use crate::domain::{BusinessDay, Moment, Money, PrintJobId, SaleId};

/// The fewest letters of a reason.
const REASON_MIN: usize = 3;
/// The most letters of a reason.
const REASON_MAX: usize = 120;

/// A sale or a void, as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, read side by side"
)]
pub struct Row {
    /// Which.
    pub id: SaleId,
    /// The number on its ticket.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// The pupil, if one was identified.
    pub buyer: Option<String>,
    /// What was paid; of a void, what was given back.
    pub total: Money,
    /// How it was paid.
    pub tenders: Vec<TenderKind>,
    /// Whether this is itself the void of another.
    pub void: bool,
    /// Whether this is money back for another.
    pub refund: bool,
    /// Whether this was voided.
    pub voided: bool,
    /// What was given back of it.
    pub given_back: Money,
    /// Whether anything of it can still be given back.
    pub has_left: bool,
    /// The ticket as text, if there is one.
    pub ticket: Option<String>,
}

/// A ticket of which nobody knows whether it came out of the printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncertain {
    /// The job in the printer's queue.
    pub job: PrintJobId,
    /// The number on the ticket; none for a page that is no ticket.
    pub number: Option<i64>,
    /// Whether this user may print it again: a page that is no ticket may tell of a pupil's health.
    pub may_reprint: bool,
}

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct Sales {
    rows: Vec<Row>,
    uncertain: Vec<Uncertain>,
    chosen: Option<SaleId>,
    voiding: Option<Voiding>,
    returning: Option<Returning>,
    shown: Shown,
    query: String,
    /// Something was looked for and is not read yet: one sale found is opened.
    looking: bool,
    today: Option<BusinessDay>,
    names: Names,
}

/// The dialog in which a sale is voided.
#[derive(Debug, Clone)]
struct Voiding {
    sale: SaleId,
    reason: String,
    entry: PinEntry,
    asked: bool,
    refused: Option<String>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A row was pressed.
    Chosen(SaleId),
    /// The ticket was put away.
    Closed,
    /// The ticket again, marked as a copy.
    ReprintPressed,
    /// Void the chosen sale.
    VoidPressed,
    /// The reason was typed, or one of the usual ones pressed.
    ReasonChanged(String),
    /// A character from the keyboard that is for the PIN.
    Typed(char),
    /// A key of the keypad on the screen, or backspace.
    KeyPressed(Key),
    /// The void is wanted.
    VoidConfirmed,
    /// The void is not wanted.
    VoidDismissed,
    /// A day was chosen.
    DayPressed(BusinessDay),
    /// What is looked for was typed.
    QueryChanged(String),
    /// Look for it.
    QuerySubmitted,
    /// Something of the chosen sale is to go back.
    RefundPressed,
    /// Something of the chosen sale is to be exchanged.
    ExchangePressed,
    /// In the dialog in which something goes back.
    Returning(ReturnMessage),
    /// The uncertain ticket is there.
    CameOut(PrintJobId),
    /// The uncertain ticket is not there.
    DidNotComeOut(PrintJobId),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Print the ticket again, marked as a copy.
    Reprint(SaleId),
    /// Void the sale if this PIN is of somebody who may; answer with [`Sales::voided`] or
    /// [`Sales::void_refused`].
    Void {
        /// Which.
        sale: SaleId,
        /// Of whoever approves.
        pin: Pin,
        /// Why.
        reason: String,
    },
    /// Read these sales; answer with [`Sales::refreshed`].
    Read(Shown),
    /// Read the sale as it stands; answer with [`Sales::opened`].
    Open {
        /// Which.
        sale: SaleId,
        /// Whether another sale follows.
        exchange: bool,
    },
    /// Read the sale of this ticket as it stands; answer with [`Sales::opened`].
    OpenTicket {
        /// Which.
        code: TicketCode,
        /// Whether another sale follows.
        exchange: bool,
    },
    /// Give that back if this PIN is of somebody who may; answer with [`Sales::returned`] or
    /// [`Sales::return_refused`].
    GiveBack {
        /// Of which sale.
        sale: SaleId,
        /// What.
        wanted: Vec<Wanted>,
        /// Of whoever approves.
        pin: Pin,
        /// Why.
        reason: String,
        /// Whether another sale follows.
        exchange: bool,
    },
    /// The job came out.
    Printed(PrintJobId),
    /// The job did not come out: print it again.
    PrintAgain(PrintJobId),
}

impl Sales {
    /// The screen with these sales, the latest first.
    #[must_use]
    pub fn new(rows: Vec<Row>, uncertain: Vec<Uncertain>) -> Self {
        Self {
            rows,
            uncertain,
            ..Self::default()
        }
    }

    /// The sales and the queue as they are now; what is chosen stays so, and the only one that was
    /// found is chosen.
    pub fn refreshed(&mut self, rows: Vec<Row>, uncertain: Vec<Uncertain>) {
        self.rows = rows;
        self.uncertain = uncertain;
        if std::mem::take(&mut self.looking)
            && let [only] = &self.rows[..]
        {
            self.chosen = Some(only.id);
        }
    }

    /// The ways to pay as they are called here.
    pub fn tenders_are(&mut self, tenders: &[Tender]) {
        self.names = Names::of(tenders);
    }

    /// The void is done.
    pub fn voided(&mut self) {
        self.voiding = None;
    }

    /// The void was refused; `why` is a sentence for the user.
    pub fn void_refused(&mut self, why: String) {
        if let Some(voiding) = &mut self.voiding {
            voiding.asked = false;
            voiding.entry.clear();
            voiding.refused = Some(why);
        }
    }

    /// Whether digits from the keyboard are for a PIN, and no scanner's.
    #[must_use]
    pub fn asks_for_pin(&self) -> bool {
        self.voiding.is_some() || self.returning.is_some()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Chosen(sale) => self.choose(Some(sale)),
            Message::Closed => self.choose(None),
            Message::ReprintPressed => self.chosen.map_or(Action::None, Action::Reprint),
            Message::VoidPressed => self.open_void(),
            Message::ReasonChanged(reason) => self.change_reason(&reason),
            Message::Typed(letter) => self.enter(|entry| entry.typed(letter)),
            Message::KeyPressed(key) => self.enter(|entry| entry.pressed(key)),
            Message::VoidConfirmed if self.returning.is_some() => {
                self.return_told(ReturnMessage::Confirmed)
            }
            Message::VoidConfirmed => self.confirm_void(),
            Message::VoidDismissed if self.returning.is_some() => {
                self.return_told(ReturnMessage::Dismissed)
            }
            Message::VoidDismissed => self.dismiss_void(),
            Message::DayPressed(day) => self.turn_to(day),
            Message::QueryChanged(query) => self.write(query),
            Message::QuerySubmitted => self.find(),
            Message::RefundPressed => self.open_return(false),
            Message::ExchangePressed => self.open_return(true),
            Message::Returning(message) => self.return_told(message),
            Message::CameOut(job) => self.answer(job, Action::Printed),
            Message::DidNotComeOut(job) if self.may_reprint(job) => {
                self.answer(job, Action::PrintAgain)
            }
            Message::DidNotComeOut(_) => Action::None,
        }
    }

    fn choose(&mut self, sale: Option<SaleId>) -> Action {
        self.chosen = sale;
        Action::None
    }

    /// Which sale is chosen.
    #[cfg(test)]
    pub(crate) const fn chosen(&self) -> Option<SaleId> {
        self.chosen
    }

    fn chosen_row(&self) -> Option<&Row> {
        self.rows.iter().find(|row| Some(row.id) == self.chosen)
    }

    /// Whether a void of the chosen sale gives back cash.
    #[must_use]
    pub fn voids_cash(&self) -> bool {
        let row = self.chosen_row();
        row.is_some_and(|row| self.can_be_voided(row) && row.tenders.contains(&TenderKind::Cash))
    }

    fn open_void(&mut self) -> Action {
        let sale = self.chosen_row().filter(|row| self.can_be_voided(row));
        self.voiding = sale.map(|row| Voiding {
            sale: row.id,
            reason: String::new(),
            entry: PinEntry::default(),
            asked: false,
            refused: None,
        });
        Action::None
    }

    /// Takes the letters of a scan out of the reason.
    pub fn take_back(&mut self, letters: &str) {
        let of_void = self.voiding.as_mut().map(|open| &mut open.reason);
        let of_return = self.returning.as_mut().map(|open| &mut open.reason);
        let texts = of_void.into_iter().chain(of_return);
        for text in texts.chain([&mut self.query]) {
            if let Some(without) = take_back(text, letters) {
                *text = without;
            }
        }
    }

    /// Only today's: what is of another day is given back.
    fn can_be_voided(&self, row: &Row) -> bool {
        let today = self.today.is_none_or(|today| row.at.day() == today);
        today && row.can_be_voided()
    }

    fn change_reason(&mut self, reason: &str) -> Action {
        if let Some(voiding) = self.voiding.as_mut().filter(|voiding| !voiding.asked) {
            voiding.reason = reason.chars().take(REASON_MAX).collect();
        }
        Action::None
    }

    fn enter(&mut self, press: impl FnOnce(&mut PinEntry)) -> Action {
        if self.returning.is_some() {
            self.return_entered(press);
        } else if let Some(voiding) = self.voiding.as_mut().filter(|voiding| !voiding.asked) {
            press(&mut voiding.entry);
        }
        Action::None
    }

    /// A second press finds it asked already.
    fn confirm_void(&mut self) -> Action {
        let Some(voiding) = self.voiding.as_mut().filter(|voiding| voiding.is_ready()) else {
            return Action::None;
        };
        let Some(pin) = voiding.entry.pin() else {
            return Action::None;
        };
        voiding.asked = true;
        voiding.refused = None;
        Action::Void {
            sale: voiding.sale,
            pin,
            reason: voiding.reason.trim().to_owned(),
        }
    }

    /// Not while the store is at it: the answer must find its dialog.
    fn dismiss_void(&mut self) -> Action {
        self.voiding = self.voiding.take().filter(|voiding| voiding.asked);
        Action::None
    }

    fn may_reprint(&self, job: PrintJobId) -> bool {
        let mut all = self.uncertain.iter();
        all.any(|uncertain| uncertain.job == job && uncertain.may_reprint)
    }

    fn answer(&mut self, job: PrintJobId, action: impl FnOnce(PrintJobId) -> Action) -> Action {
        let before = self.uncertain.len();
        self.uncertain.retain(|uncertain| uncertain.job != job);
        if self.uncertain.len() < before {
            action(job)
        } else {
            Action::None
        }
    }
}

impl Row {
    fn can_be_voided(&self) -> bool {
        !self.void && !self.refund && !self.voided && self.given_back.is_zero()
    }
}

impl Voiding {
    fn is_ready(&self) -> bool {
        let says_why = self.reason.trim().chars().count() >= REASON_MIN;
        says_why && !self.asked && self.entry.pin().is_some()
    }
}

#[cfg(test)]
mod tests;
