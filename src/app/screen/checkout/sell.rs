//! Filling the cart: scans, tiles, lines, and what the machine answers.

use std::sync::Arc;

use super::super::Context;
use super::dialog::{Dialog, Discounting, Quantifying};
use super::entry::{Figure, key_of};
use super::message::{Action, Part, Shortcut, Target, Way};
use super::{Notice, SEARCH_ID, Screen, Shelf, TILES_ID, alert, find, words};
use crate::app::widget::Mood;
use crate::app::widget::keypad::Key;
use crate::domain::cart::{Line, LineId};
use crate::domain::catalogue::{Product, Unit};
use crate::domain::checkout::{Effect, Event, Refusal};
use crate::domain::code::Code;
use crate::domain::scanner::take_back;
use crate::domain::ticket::TicketCode;
use crate::domain::{CardNumber, CartId, ProductId, Quantity};

/// What was just added or identified, to be looked at for what is blocked.
pub(super) enum Watched {
    Product(ProductId),
    Pupil,
    Nothing,
}

impl Screen {
    /// What happened, and what that decides of what an alert has shown.
    pub(super) fn step(&mut self, event: Event, context: &Context<'_>) -> Action {
        let was_open = self.has_alert();
        let outcome = alert::outcome_of(&event);
        let watched = Watched::of(&event);
        let action = self.happen(event, context);
        self.settle(outcome, was_open, context);
        self.tell_blocked(&watched, context);
        action
    }

    /// Feeds the machine and turns its effects into dialogs, notices and actions.
    pub(super) fn happen(&mut self, event: Event, context: &Context<'_>) -> Action {
        let effects = self.machine.step(event, context.rules);
        self.follow(effects, context)
    }

    fn follow(&mut self, effects: Vec<Effect>, context: &Context<'_>) -> Action {
        let mut reading = self.reading();
        let refused = effects
            .iter()
            .any(|effect| matches!(effect, Effect::Refuse(_)));
        if !refused {
            self.notice = None;
            // An alert stays only as long as the machine raises it.
            if matches!(self.dialog, Some(Dialog::Alert(_))) {
                self.dialog = None;
            }
        }
        let actions = effects.into_iter().map(|effect| match effect {
            Effect::Keep(cart) => Action::Keep(Box::new(cart)),
            Effect::Forget(cart) => Action::Forget(cart),
            Effect::Hold(cart, name) => Action::Hold(Box::new(cart), name),
            Effect::Commit(sale) => Action::Commit(sale),
            Effect::AskPayment => Action::None,
            Effect::Alert(conflicts) => {
                self.alert_raised(conflicts, reading.take());
                Action::None
            }
            Effect::Refuse(refusal) => {
                self.refuse(&refusal, context);
                Action::None
            }
        });
        Action::all(actions.collect())
    }

    /// While a sale is being written a second press is expected and needs no words.
    fn refuse(&mut self, refusal: &Refusal, context: &Context<'_>) {
        if let Some((what, more)) = words::refusal(refusal, context.words) {
            self.say(Mood::Error, what, Some(more));
        }
    }

    pub(super) fn say(&mut self, mood: Mood, what: String, more: Option<String>) {
        self.notice = Some(Notice { mood, what, more });
    }

    pub(super) fn open(&mut self, dialog: Dialog) -> Action {
        if self.is_committing() || self.machine.paying().is_some() {
            return Action::None;
        }
        self.notice = None;
        let has_field = matches!(
            dialog,
            Dialog::Pupils(_) | Dialog::Note(..) | Dialog::Hold(_)
        );
        self.dialog = Some(dialog);
        if has_field {
            Action::Focus(super::view::FIELD_ID)
        } else {
            Action::None
        }
    }

    /// A scan is a product or a card; with a dialog open it is neither, and never a figure of its keypad.
    pub(super) fn scanned(&mut self, code: &Code, context: &Context<'_>) -> Action {
        let looks_for_pupil = matches!(self.dialog, Some(Dialog::Pupils(_)));
        if self.dialog.is_some() && !looks_for_pupil || self.is_committing() {
            let words = context.words;
            let more = Some(words.text("scan-not-taken-todo"));
            self.say(Mood::Warn, words.text("scan-not-taken"), more);
            return Action::None;
        }
        if let Some(ticket) = TicketCode::parse(code.as_str()) {
            return self.ticket_scanned(ticket);
        }
        self.done = None;
        self.search.clear();
        if let Some(product) = context.catalogue.by_code(code) {
            self.dialog = None;
            return self.add(Arc::clone(product), context);
        }
        let list = self.cart().price_list();
        if let Some((product, quantity)) = context.catalogue.by_label(code, list) {
            // A scale has weighed it: nothing is left to ask.
            self.dialog = None;
            return self.step(Event::Added(Arc::clone(product), quantity), context);
        }
        match CardNumber::parse(code.as_str()) {
            Ok(card) => Action::FindCustomer(card),
            Err(_) => self.unknown_code(code.as_str(), context),
        }
    }

    /// A ticket is neither a product nor a card: it is said what it is, and the cart stays as it is.
    fn ticket_scanned(&mut self, ticket: TicketCode) -> Action {
        self.search.clear();
        self.dialog = None;
        self.open(Dialog::Scanned(ticket))
    }

    pub(super) fn ticket_opened(&mut self, ticket: TicketCode) -> Action {
        self.dialog = None;
        Action::OpenTicket(ticket)
    }

    pub(super) fn unknown_code(&mut self, code: &str, context: &Context<'_>) -> Action {
        let words = context.words;
        let what = words.text_with("unknown-code", &[("code", code.into())]);
        self.say(Mood::Error, what, Some(words.text("unknown-code-todo")));
        Action::None
    }

    pub(super) fn product_pressed(&mut self, id: ProductId, context: &Context<'_>) -> Action {
        self.done = None;
        match context.catalogue.get(id) {
            Some(product) => self.add(Arc::clone(product), context),
            None => Action::None,
        }
    }

    /// What is weighed asks for its weight first, unless it may not be had at all.
    pub(super) fn add(&mut self, product: Arc<Product>, context: &Context<'_>) -> Action {
        if product.unit == Unit::Kilogram {
            return self.open(Dialog::Quantity(Quantifying {
                of: product,
                line: None,
                figure: Figure::default(),
            }));
        }
        self.step(Event::Added(product, Quantity::ONE), context)
    }

    pub(super) fn stepped(&mut self, line: LineId, step: i32, context: &Context<'_>) -> Action {
        let Some(now) = self.cart().line(line).map(Line::quantity) else {
            return Action::None;
        };
        match now.checked_add(Quantity::pieces(step)) {
            Some(then) if then > Quantity::ZERO => {
                self.step(Event::QuantitySet(line, then), context)
            }
            _ => self.step(Event::Removed(line), context),
        }
    }

    pub(super) fn removed(&mut self, lines: &[LineId], context: &Context<'_>) -> Action {
        if matches!(self.dialog, Some(Dialog::Line(_))) {
            self.dialog = None;
        }
        let mut actions: Vec<Action> = lines
            .iter()
            .map(|line| self.step(Event::Removed(*line), context))
            .collect();
        // Only the last state is worth keeping.
        actions.pop().unwrap_or(Action::None)
    }
}

impl Screen {
    pub(super) fn part_pressed(&mut self, part: Part) -> Action {
        let dialog = match part {
            Part::Quantity(line) => self.cart().line(line).map(|of| {
                let thousandths = of.quantity().in_thousandths();
                let shown = match of.product().unit {
                    Unit::Each => thousandths / 1_000,
                    Unit::Kilogram => thousandths,
                };
                Dialog::Quantity(Quantifying {
                    of: Arc::clone(of.product()),
                    line: Some(line),
                    figure: Figure::offered(u64::try_from(shown).unwrap_or(0)),
                })
            }),
            Part::Note(target) => Some(Dialog::Note(target, self.note(target))),
            Part::Discount(target) => Some(Dialog::Discount(Discounting {
                target,
                percent: true,
                figure: Figure::default(),
            })),
        };
        dialog.map_or(Action::None, |dialog| self.open(dialog))
    }

    fn note(&self, target: Target) -> String {
        let note = match target {
            Target::Line(line) => self.cart().line(line).and_then(|line| line.note()),
            Target::Ticket => self.cart().note(),
        };
        note.unwrap_or_default().to_owned()
    }

    pub(super) fn discount_taken_back(&mut self, of: Target, context: &Context<'_>) -> Action {
        self.dialog = None;
        self.step(discounted(of, None), context)
    }

    pub(super) fn quantity_confirmed(&mut self, context: &Context<'_>) -> Action {
        let Some(Dialog::Quantity(typed)) = &self.dialog else {
            return Action::None;
        };
        let quantity = typed.quantity();
        let event = match typed.line {
            Some(line) => Event::QuantitySet(line, quantity),
            None => Event::Added(Arc::clone(&typed.of), quantity),
        };
        self.dialog = None;
        self.step(event, context)
    }

    pub(super) fn note_confirmed(&mut self, context: &Context<'_>) -> Action {
        let Some(Dialog::Note(target, text)) = self.dialog.take() else {
            return Action::None;
        };
        let event = match target {
            Target::Line(line) => Event::LineNoted(line, text),
            Target::Ticket => Event::TicketNoted(text),
        };
        self.step(event, context)
    }

    pub(super) fn text_changed(&mut self, typed: String) -> Action {
        if let Some(text) = self.dialog.as_mut().and_then(Dialog::text_mut) {
            *text = typed;
        }
        Action::None
    }

    /// What a scan left in the dialog's field comes out of it again.
    pub fn take_scan_back(&mut self, letters: &str) {
        let text = match &mut self.dialog {
            Some(Dialog::Pupils(pupils)) => Some(&mut pupils.query),
            Some(dialog) => dialog.text_mut(),
            None => None,
        };
        if let Some(text) = text {
            if let Some(without) = take_back(text, letters) {
                *text = without;
            }
        } else if let Some(without) = take_back(&self.search, letters) {
            let _nothing = self.search_changed(without);
        }
    }

    pub(super) fn percent_chosen(&mut self, chosen: bool) -> Action {
        if let Some(Dialog::Discount(discount)) = &mut self.dialog {
            (discount.percent, discount.figure) = (chosen, Figure::default());
        }
        Action::None
    }

    pub(super) fn key_pressed(&mut self, key: Key) -> Action {
        if self.is_committing() {
            return Action::None;
        }
        match &mut self.dialog {
            Some(Dialog::Approval(approving)) => approving.press(key),
            Some(dialog) => {
                if let Some(figure) = dialog.figure_mut() {
                    figure.press(key);
                }
            }
            None => {}
        }
        Action::None
    }

    pub(super) fn typed(&mut self, figure: char) -> Action {
        key_of(figure).map_or(Action::None, |key| self.key_pressed(key))
    }

    pub(super) fn shortcut(&mut self, shortcut: Shortcut, context: &Context<'_>) -> Action {
        match (shortcut, self.dialog.is_some()) {
            (Shortcut::Escape, true) => self.escaped(context),
            (Shortcut::Escape, false) => self.quiet(),
            (Shortcut::Enter, true) => self.confirmed(context),
            (Shortcut::Enter, false) => self.next(),
            (Shortcut::Search, false) => Action::Focus(SEARCH_ID),
            (Shortcut::Account, false) => self.pay_pressed(Way::Account, context),
            (Shortcut::Cash, false) => self.pay_pressed(Way::Cash, context),
            (Shortcut::Search | Shortcut::Account | Shortcut::Cash, true) => Action::None,
        }
    }

    /// Esc sends away what need not be answered; in an alert, no more than a label that is being read.
    fn escaped(&mut self, context: &Context<'_>) -> Action {
        match &mut self.dialog {
            Some(Dialog::Alert(alert)) => {
                alert.reading = None;
                Action::None
            }
            _ => self.closed(context),
        }
    }

    pub(super) fn search_changed(&mut self, query: String) -> Action {
        self.search = query;
        self.page_pressed(0)
    }

    /// Enter takes a code as the reader would, else the best hit.
    pub(super) fn search_submitted(&mut self, context: &Context<'_>) -> Action {
        let query = std::mem::take(&mut self.search);
        if query.trim().is_empty() {
            return self.next();
        }
        self.done = None;
        let best = find::hits(&query, context).first().copied();
        match (best, Code::parse(&query)) {
            (_, Ok(code)) if is_exact(&code, context) => self.scanned(&code, context),
            (Some(product), _) => self.add(Arc::clone(product), context),
            (None, Ok(code)) => self.scanned(&code, context),
            (None, Err(_)) => self.unknown_code(&query, context),
        }
    }

    pub(super) fn shelf_pressed(&mut self, chosen: Shelf) -> Action {
        self.search.clear();
        self.shelf = chosen;
        self.page_pressed(0)
    }

    pub(super) fn page_pressed(&mut self, page: usize) -> Action {
        self.page = page;
        Action::ToTop(TILES_ID)
    }

    pub(super) fn quiet(&mut self) -> Action {
        self.notice = None;
        Action::None
    }

    pub(super) fn next(&mut self) -> Action {
        self.done = None;
        Action::None
    }

    pub(super) fn clear_pressed(&mut self) -> Action {
        if self.cart().is_untouched() && self.cart().exchange().is_none() {
            return Action::None;
        }
        self.open(Dialog::Clear)
    }

    pub(super) fn clear_confirmed(&mut self, context: &Context<'_>) -> Action {
        self.dialog = None;
        self.step(Event::Cleared(CartId((context.ids)())), context)
    }
}

/// What is found by what it is and not by what it is like.
fn is_exact(code: &Code, context: &Context<'_>) -> bool {
    context.catalogue.by_code(code).is_some() || TicketCode::parse(code.as_str()).is_some()
}

impl Quantifying {
    /// As typed: pieces, or grams.
    pub(super) fn quantity(&self) -> Quantity {
        let typed = self.figure.signed();
        Quantity::thousandths(match self.of.unit {
            Unit::Each => typed.saturating_mul(1_000),
            Unit::Kilogram => typed,
        })
    }
}

pub(super) fn discounted(target: Target, discount: Option<crate::domain::cart::Discount>) -> Event {
    match target {
        Target::Line(line) => Event::LineDiscounted(line, discount),
        Target::Ticket => Event::TicketDiscounted(discount),
    }
}
