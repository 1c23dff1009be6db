//! Who buys, and carts that wait.

use std::sync::Arc;

use super::super::Context;
use super::dialog::Dialog;
use super::message::{Action, Held, NoCustomer};
use super::{Screen, words};
use crate::app::widget::Mood;
use crate::domain::CartId;
use crate::domain::cart::{Cart, SavedCart};
use crate::domain::catalogue::Product;
use crate::domain::checkout::{Event, Refusal};
use crate::domain::student::Customer;

/// The longest name of a cart on hold, in letters.
const NAME_MAX: usize = 40;

impl Screen {
    pub(super) fn customer_found(
        &mut self,
        found: Result<Box<Customer>, NoCustomer>,
        context: &Context<'_>,
    ) -> Action {
        match found {
            Ok(customer) => self.identify(Some(customer), context),
            Err(NoCustomer::Unknown(code)) => self.unknown_code(&code, context),
            Err(NoCustomer::Card(refused)) => {
                let (what, more) = words::card(refused, context.words);
                self.say(Mood::Error, what, Some(more));
                Action::None
            }
            Err(NoCustomer::NotRead(why)) => {
                let why = [("why", why.into())];
                let more = context.words.text_with("card-not-read-todo", &why);
                let what = context.words.text("card-not-read");
                self.say(Mood::Error, what, Some(more));
                Action::None
            }
        }
    }

    pub(super) fn identify(
        &mut self,
        customer: Option<Box<Customer>>,
        context: &Context<'_>,
    ) -> Action {
        if matches!(self.dialog, Some(Dialog::Pupils(_))) {
            self.dialog = None;
        }
        self.done = None;
        self.step(Event::Identified(customer), context)
    }

    pub(super) fn students_found(&mut self, found: Vec<Customer>) -> Action {
        if let Some(Dialog::Pupils(pupils)) = &mut self.dialog {
            pupils.found = found;
        }
        Action::None
    }

    pub(super) fn pupil_typed(&mut self, query: String) -> Action {
        let Some(Dialog::Pupils(pupils)) = &mut self.dialog else {
            return Action::None;
        };
        pupils.query.clone_from(&query);
        if query.trim().is_empty() {
            pupils.found.clear();
            return Action::None;
        }
        Action::SearchStudents(query)
    }

    pub(super) fn pupil_chosen(&mut self, at: usize, context: &Context<'_>) -> Action {
        match &self.dialog {
            Some(Dialog::Pupils(pupils)) => match pupils.found.get(at).cloned() {
                Some(customer) => self.identify(Some(Box::new(customer)), context),
                None => Action::None,
            },
            _ => Action::None,
        }
    }

    pub(super) fn product_changed(
        &mut self,
        product: Arc<Product>,
        context: &Context<'_>,
    ) -> Action {
        if !self.is_in_hand(&product) {
            return Action::None;
        }
        let notice = self.notice.clone();
        let action = self.step(Event::ProductChanged(product), context);
        // It is nobody's answer to what the cashier was told: unless it stops them, they may read on.
        if self.notice.is_none() && !self.has_alert() {
            self.notice = notice;
        }
        action
    }

    /// Whether it is in the cart, so that the cart must be judged again by what it is now.
    pub(super) fn is_in_hand(&mut self, product: &Product) -> bool {
        let mut lines = self.cart().lines().iter();
        let in_cart = lines.any(|line| line.product().id == product.id);
        if self.is_committing() || !in_cart {
            return false;
        }
        self.payment_taken_back();
        true
    }

    /// The machine takes payment back, so that the cart is judged as it is now.
    fn payment_taken_back(&mut self) {
        if self.dialog.as_ref().is_some_and(Dialog::is_payment) {
            self.dialog = None;
        }
    }

    /// The pupil as they stand now; somebody else is not looked at.
    pub(super) fn customer_changed(
        &mut self,
        mut customer: Box<Customer>,
        context: &Context<'_>,
    ) -> Action {
        let Some(identified) = self.cart().customer() else {
            return Action::None;
        };
        // The card stays the one that was scanned.
        customer.card = identified.card.clone().or(customer.card);
        let known = &identified.student;
        let now = &customer.student;
        let limits = identified.limits.limits == customer.limits.limits;
        let harmless =
            limits && known.restrictions == now.restrictions && known.wishes == now.wishes;
        let busy = harmless && self.has_dialog();
        if known.id != now.id || self.is_committing() || busy {
            return Action::None;
        }
        if self.machine.paying().is_some() {
            self.payment_taken_back();
            let _nothing_to_keep = self.happen(Event::PaymentCancelled, context);
        }
        self.step(Event::Identified(Some(customer)), context)
    }

    /// What is judged by is not what it was.
    pub(super) fn rules_changed(&mut self, context: &Context<'_>) -> Action {
        if self.is_committing() {
            return Action::None;
        }
        self.payment_taken_back();
        self.step(Event::RulesChanged, context)
    }

    pub(super) fn hold_pressed(&mut self) -> Action {
        let name = self.cart().customer();
        let name = name.map_or(String::new(), |customer| customer.student.name.clone());
        self.open(Dialog::Hold(name))
    }

    pub(super) fn hold_confirmed(&mut self, context: &Context<'_>) -> Action {
        let Some(Dialog::Hold(name)) = self.dialog.take() else {
            return Action::None;
        };
        let name: String = name.trim().chars().take(NAME_MAX).collect();
        let name = if name.is_empty() {
            self.unnamed(context)
        } else {
            name
        };
        self.step(Event::Held(name, CartId((context.ids)())), context)
    }

    fn unnamed(&self, context: &Context<'_>) -> String {
        let time = context.words.time(context.now);
        let number = self.held.len() + 1;
        let of = [("number", number.into()), ("time", time.into())];
        context.words.text_with("hold-unnamed", &of)
    }

    pub(super) fn held_listed(&mut self, held: Vec<Held>) -> Action {
        self.held = held;
        Action::None
    }

    /// A held cart is asked for only where there is room for it.
    pub(super) fn held_pressed(&mut self, cart: CartId, context: &Context<'_>) -> Action {
        if self.cart().is_untouched() {
            self.dialog = None;
            return Action::TakeHeld(cart);
        }
        let (what, more) = words::refusal(&Refusal::CartInUse, context.words).unwrap_or_default();
        self.say(Mood::Error, what, Some(more));
        Action::None
    }

    pub(super) fn held_not_taken(&mut self, why: String, context: &Context<'_>) -> Action {
        let what = context.words.text("held-not-taken");
        self.say(Mood::Error, what, Some(why));
        Action::None
    }

    pub(super) fn held_taken(
        &mut self,
        saved: SavedCart,
        customer: Option<Box<Customer>>,
        context: &Context<'_>,
    ) -> Action {
        if !self.cart().is_untouched() || self.is_committing() {
            // Something was scanned meanwhile: back on hold with it, nothing is lost.
            return Action::Hold(Box::new(saved), self.unnamed(context));
        }
        self.done = None;
        let find = |id| context.catalogue.get(id).cloned();
        let (cart, gone) = Cart::restore(saved, customer.map(|customer| *customer), find);
        let action = self.step(Event::Resumed(Box::new(cart)), context);
        if !gone.is_empty() {
            let count = [("count", gone.len().into())];
            let what = context.words.text_with("held-gone", &count);
            self.say(Mood::Warn, what, Some(context.words.text("held-gone-todo")));
        }
        action
    }
}
