//! The checkout: from a scan to a paid sale.
//!
//! What may happen when is decided by [`domain::checkout`](crate::domain::checkout); this screen turns presses,
//! keys and scans into its events, and its effects into dialogs, notices and [`Action`]s.

mod alert;
#[cfg(test)]
mod alert_tests;
mod answer;
mod dialog;
mod entry;
mod find;
mod limit;
#[cfg(test)]
mod limit_tests;
mod limits;
mod message;
mod pay;
mod people;
#[cfg(test)]
mod pictures;
mod sell;
#[cfg(test)]
mod tests;
mod view;
mod words;

use crate::domain::cart::Cart;
use crate::domain::checkout::Checkout;
use crate::domain::{CartId, CategoryId, Money};

use super::Context;
use dialog::Dialog;
pub(in crate::app::screen) use entry::{AMOUNT_MAX, Figure};
pub use message::{
    Action, ApprovalRequest, Denied, Held, Key, Message, NoCustomer, Part, Shortcut, Target, Way,
};
pub use view::{ALERT_ID, SEARCH_ID, TILES_ID};
pub(in crate::app) use words::reason;

/// The checkout's state.
#[derive(Debug)]
pub struct Screen {
    machine: Checkout,
    search: String,
    shelf: Shelf,
    /// Which page of tiles, from 0.
    page: usize,
    dialog: Option<Dialog>,
    held: Vec<Held>,
    notice: Option<Notice>,
    done: Option<Done>,
    /// How many approvals were asked for: an answer to an older one answers nothing.
    asked: u64,
    /// What alerts have shown, and what was decided.
    watch: alert::Watch,
}

/// Which products the tiles show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// Everything.
    All,
    /// What sells at this hour, and what always is a favourite.
    Favourites,
    /// One category.
    Of(CategoryId),
}

/// What the cashier is told, until they close it or go on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Notice {
    mood: super::super::widget::Mood,
    what: String,
    more: Option<String>,
}

/// The sale that was just written down.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Done {
    ticket: String,
    total: Money,
    change: Money,
    by_cash: bool,
    balance: Option<(String, Money)>,
}

impl Screen {
    /// With an empty cart of that name.
    #[must_use]
    pub const fn new(cart: CartId) -> Self {
        Self {
            machine: Checkout::new(cart),
            search: String::new(),
            shelf: Shelf::All,
            page: 0,
            dialog: None,
            held: Vec::new(),
            notice: None,
            done: None,
            asked: 0,
            watch: alert::Watch::new(),
        }
    }

    /// The cart as it is.
    #[must_use]
    pub const fn cart(&self) -> &Cart {
        self.machine.cart()
    }

    /// Whether a sale is being written down: the till must not be left meanwhile.
    #[must_use]
    pub const fn is_committing(&self) -> bool {
        self.machine.committing().is_some()
    }

    /// Whether an answer is awaited that a lock would lose: a sale, a PIN that is checked, a label that is
    /// written down.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        let checks = matches!(
            &self.dialog,
            Some(Dialog::Approval(asking)) if asking.checking.is_some()
        );
        self.is_committing() || checks || self.watch.is_declaring()
    }

    /// What stands in the search field.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.search
    }

    /// Whether a dialog is open: digits typed are for its keypad.
    #[must_use]
    pub const fn has_dialog(&self) -> bool {
        self.dialog.is_some()
    }

    /// What it tells the cashier, with all that is added to it.
    #[cfg(test)]
    pub(crate) fn said(&self) -> String {
        let said = self.notice.iter().flat_map(|notice| {
            let more = notice.more.clone();
            std::iter::once(notice.what.clone()).chain(more)
        });
        said.collect::<Vec<_>>().join(" ")
    }

    /// Takes what happened and says what has to be done.
    pub fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        let action = self.take(message, context);
        Action::all(vec![action, self.told(context)])
    }

    fn take(&mut self, message: Message, context: &Context<'_>) -> Action {
        match message {
            Message::Scanned(code) => self.scanned(&code, context),
            Message::Typed(figure) => self.typed(figure),
            Message::Shortcut(shortcut) => self.shortcut(shortcut, context),
            Message::CustomerFound(found) => self.customer_found(found, context),
            Message::StudentsFound(found) => self.students_found(found),
            Message::HeldListed(held) => self.held_listed(held),
            Message::HeldTaken(saved, customer) => self.held_taken(*saved, customer, context),
            Message::HeldNotTaken(why) => self.held_not_taken(why, context),
            Message::Approved(number, answer) => self.approved(number, answer, context),
            Message::ProductChanged(product) => self.product_changed(product, context),
            Message::CustomerChanged(customer) => self.customer_changed(customer, context),
            Message::RulesChanged => self.rules_changed(context),
            Message::Recorded(ticket) => self.recorded(ticket, context),
            Message::NotRecorded(why) => self.not_recorded(&why, context),
            Message::SearchChanged(query) => self.search_changed(query),
            Message::SearchSubmitted => self.search_submitted(context),
            Message::ShelfPressed(chosen) => self.shelf_pressed(chosen),
            Message::PagePressed(page) => self.page_pressed(page),
            Message::ProductPressed(id) => self.product_pressed(id, context),
            Message::LinePressed(line) => self.open(Dialog::Line(line)),
            Message::StepPressed(line, step) => self.stepped(line, step, context),
            Message::RemovePressed(lines) => self.removed(&lines, context),
            Message::TicketPressed => self.open(Dialog::Ticket),
            Message::PartPressed(part) => self.part_pressed(part),
            Message::DiscountTakenBack(target) => self.discount_taken_back(target, context),
            Message::PupilPressed => self.open(Dialog::pupils()),
            Message::PupilTyped(query) => self.pupil_typed(query),
            Message::PupilChosen(at) => self.pupil_chosen(at, context),
            Message::PupilDismissed => self.identify(None, context),
            Message::LabelPressed(line) => self.label_pressed(line),
            Message::LabelSaid(line, allergen, state) => self.label_said(line, allergen, state),
            Message::LabelNoted(product, noted) => self.label_noted(product, noted, context),
            Message::ConfirmPressed => self.alert_confirmed(context),
            Message::LimitPressed => self.limit_pressed(context),
            Message::KeepChangePressed => self.keep_change_pressed(context),
            Message::AuthorisePressed => self.authorise_pressed(context),
            Message::AlternativePressed(id) => self.alternative_pressed(id, context),
            Message::TextChanged(text) => self.text_changed(text),
            Message::PercentChosen(percent) => self.percent_chosen(percent),
            Message::KeyPressed(key) => self.key_pressed(key),
            Message::CashPressed(amount) => self.cash_pressed(amount),
            Message::TenderChosen(tender) => self.tender_chosen(tender, context),
            Message::OfferRemoved(at) => self.offer_removed(at),
            Message::PayPressed(way) => self.pay_pressed(way, context),
            Message::DialogConfirmed => self.confirmed(context),
            Message::DialogClosed => self.closed(context),
            Message::NoticeClosed => self.quiet(),
            Message::NextPressed => self.next(),
            Message::HoldPressed => self.hold_pressed(),
            Message::HeldPressed(id) => self.held_pressed(id, context),
            Message::ClearPressed => self.clear_pressed(),
            Message::SalesPressed => Action::OpenSales,
            Message::ReprintPressed => Action::ReprintLast,
        }
    }
}
