//! The checkout as a machine of events and effects: selling → paying → committing → selling.
//!
//! Pure: no clock, no disk. Feeding the same events gives the same effects, so that a seeded
//! simulation can play thousands of lunch breaks through the code that the screen runs.
//!
//! While a sale is being committed every other event is refused with [`Refusal::Committing`]: a second
//! press, a bounce or a late scan cannot change what is being written or write it again.

use std::sync::Arc;

use super::account::{Lifted, Refused};
use super::cart::{
    Cart, CartError, CheckedCart, Conflict, Decision, Discount, LineId, SavedCart, Unready,
};
use super::catalogue::Product;
use super::diet::Policy;
use super::sale::{At, Sale};
use super::student::Customer;
use super::tender::{Excess, Offer, Settlement, Unsettled};
use super::user::Approved;
use super::{BusinessDay, CartId, Moment, Money, Quantity, SaleId};

/// Where the checkout is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Phase {
    Selling,
    Paying {
        id: SaleId,
        checked: Box<CheckedCart>,
    },
    Committing {
        sale: Box<Sale>,
    },
}

/// What happened at the till.
#[derive(Debug, Clone)]
pub enum Event {
    /// A product was scanned or touched.
    Added(Arc<Product>, Quantity),
    /// A line's quantity was set.
    QuantitySet(LineId, Quantity),
    /// A line was taken out.
    Removed(LineId),
    /// A line's price was lowered, or the discount taken back.
    LineDiscounted(LineId, Option<Discount>),
    /// The ticket's price was lowered, or the discount taken back.
    TicketDiscounted(Option<Discount>),
    /// Something was noted on a line.
    LineNoted(LineId, String),
    /// Something was noted on the ticket.
    TicketNoted(String),
    /// A pupil was identified, or sent away.
    Identified(Option<Box<Customer>>),
    /// A product is not what it was: declarations, price or stock changed.
    ProductChanged(Arc<Product>),
    /// The policy is not what it was, or another day has begun.
    RulesChanged,
    /// Somebody answered for a reason of an alert.
    Decided(Box<Decision>),
    /// Payment starts, under the id that its sale will have.
    PaymentStarted(SaleId),
    /// Payment was given up; the cart stays.
    PaymentCancelled,
    /// Somebody with the right lets this much be charged to the account, and the cart be bought, beyond
    /// the pupil's limits as they stand at that moment, for this payment.
    LimitLifted(Money, Approved, Moment),
    /// The change of this payment goes back, or to the pupil's account.
    ChangeKept(Excess),
    /// The customer hands over.
    Tendered(Vec<Offer>, At),
    /// The store has written the sale; the next cart has this name.
    Recorded(CartId),
    /// The store has refused; nothing was written.
    NotRecorded,
    /// The cart is put on hold under a name; the next one has this id.
    Held(String, CartId),
    /// A held cart is taken up; it must be brought back by [`Cart::restore`].
    Resumed(Box<Cart>),
    /// The cart is thrown away; the next one has this id.
    Cleared(CartId),
}

/// What has to be done now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Keep the cart, so that it survives a crash.
    Keep(SavedCart),
    /// Forget a kept cart.
    Forget(CartId),
    /// Put a cart on hold.
    Hold(SavedCart, String),
    /// Show why lines cannot be sold as they are; before the sale, never after it.
    Alert(Vec<Conflict>),
    /// Ask for payment.
    AskPayment,
    /// Write the sale down.
    Commit(Box<Sale>),
    /// Say why it cannot be done; the cart is as it was.
    Refuse(Refusal),
}

/// Why an event changed nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The cart does not take it.
    #[error(transparent)]
    Cart(#[from] CartError),
    /// The cart may not be paid yet.
    #[error(transparent)]
    Unready(#[from] Unready),
    /// What is offered does not pay it.
    #[error(transparent)]
    Unsettled(#[from] Unsettled),
    /// A sale is being written down.
    #[error("a sale is being written down")]
    Committing,
    /// The event belongs to another phase.
    #[error("this cannot be done now")]
    NotNow,
    /// There is already something in the cart.
    #[error("put the present cart on hold first")]
    CartInUse,
}

/// What the checkout judges by.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The policy on restrictions.
    pub policy: Policy,
    /// Today.
    pub day: BusinessDay,
}

/// One till's checkout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkout {
    cart: Cart,
    phase: Phase,
}

impl Checkout {
    /// With an empty cart of that name.
    #[must_use]
    pub const fn new(cart: CartId) -> Self {
        Self {
            cart: Cart::new(cart),
            phase: Phase::Selling,
        }
    }

    /// The cart as it is.
    #[must_use]
    pub const fn cart(&self) -> &Cart {
        &self.cart
    }

    /// The checked cart, while payment is asked for.
    #[must_use]
    pub const fn paying(&self) -> Option<&CheckedCart> {
        match &self.phase {
            Phase::Paying { checked, .. } => Some(checked),
            Phase::Selling | Phase::Committing { .. } => None,
        }
    }

    /// The sale, while it is being written down.
    #[must_use]
    pub const fn committing(&self) -> Option<&Sale> {
        match &self.phase {
            Phase::Committing { sale } => Some(sale),
            Phase::Selling | Phase::Paying { .. } => None,
        }
    }

    /// The charge beyond the account's limits that was approved for the payment under way.
    #[must_use]
    pub const fn lifted(&self) -> Option<&Lifted> {
        match &self.phase {
            Phase::Selling => None,
            Phase::Paying { checked, .. } => checked.lifted(),
            Phase::Committing { sale } => sale.lifted(),
        }
    }

    /// Whether what is offered pays the cart as it is; `None` while no payment is asked for.
    #[must_use]
    pub fn settle(&self, offers: &[Offer], now: Moment) -> Option<Result<Settlement, Unsettled>> {
        match &self.phase {
            Phase::Selling => None,
            Phase::Paying { checked, .. } => Some(checked.settle(offers, now)),
            Phase::Committing { sale } => Some(Ok(sale.settlement().clone())),
        }
    }

    /// What stands against buying the cart with `charged` of it going to the account, and that nobody
    /// has let through.
    #[must_use]
    pub fn stands_against(&self, charged: Money, now: Moment) -> Vec<Refused> {
        let lifted = self.lifted();
        let covered = |of: &Refused| lifted.is_some_and(|lifted| lifted.covers(of, charged));
        let mut refusals = self.cart.refusals(charged, now);
        refusals.retain(|of| !covered(of));
        refusals
    }

    /// Where the change of the payment under way goes.
    #[must_use]
    pub fn excess(&self) -> Excess {
        self.paying().map_or(Excess::Back, CheckedCart::excess)
    }

    /// Takes an event and says what has to be done.
    pub fn step(&mut self, event: Event, rules: &Rules) -> Vec<Effect> {
        self.take(event, rules)
            .unwrap_or_else(|refusal| match refusal {
                Refusal::Unready(Unready::Restricted(conflicts)) => vec![Effect::Alert(conflicts)],
                refusal => vec![Effect::Refuse(refusal)],
            })
    }

    fn take(&mut self, event: Event, rules: &Rules) -> Result<Vec<Effect>, Refusal> {
        match (&self.phase, event) {
            (Phase::Committing { .. }, Event::Recorded(next)) => Ok(self.recorded(next)),
            (Phase::Committing { .. }, Event::NotRecorded) => Ok(self.not_recorded()),
            (Phase::Committing { .. }, _) => Err(Refusal::Committing),
            (Phase::Paying { .. }, Event::Tendered(offers, at)) => self.tendered(&offers, at),
            (Phase::Paying { .. }, Event::PaymentCancelled) => Ok(self.back_to_selling()),
            (Phase::Paying { .. }, Event::LimitLifted(charged, approved, now)) => {
                Ok(self.limit_lifted(charged, approved, now))
            }
            (Phase::Paying { .. }, Event::ChangeKept(excess)) => Ok(self.change_kept(excess)),
            (Phase::Selling, Event::PaymentStarted(id)) => self.payment_started(id, rules),
            (Phase::Selling, event) => self.sell(event, rules),
            // What is judged by changes while somebody pays: the cart is judged again before the sale.
            (Phase::Paying { .. }, event @ (Event::ProductChanged(_) | Event::RulesChanged)) => {
                self.phase = Phase::Selling;
                self.sell(event, rules)
            }
            (Phase::Paying { .. }, _) => Err(Refusal::NotNow),
        }
    }

    fn sell(&mut self, event: Event, rules: &Rules) -> Result<Vec<Effect>, Refusal> {
        match event {
            Event::Added(product, quantity) => drop(self.cart.add(&product, quantity)?),
            Event::QuantitySet(line, quantity) => self.cart.set_quantity(line, quantity)?,
            Event::Removed(line) => self.cart.remove(line)?,
            Event::LineDiscounted(line, discount) => self.cart.discount_line(line, discount)?,
            Event::TicketDiscounted(discount) => self.cart.discount_ticket(discount)?,
            Event::LineNoted(line, note) => self.cart.note_line(line, &note)?,
            Event::TicketNoted(note) => self.cart.note_ticket(&note),
            Event::Identified(customer) => self.cart.identify(customer.map(|boxed| *boxed)),
            Event::ProductChanged(product) => self.cart.refresh(&product),
            Event::RulesChanged => {}
            Event::Decided(decision) => self.cart.decide(*decision),
            Event::Held(name, next) => return self.held(name, next),
            Event::Resumed(cart) => return self.resumed(*cart, rules),
            Event::Cleared(next) => return Ok(self.start_over(next)),
            Event::PaymentStarted(_)
            | Event::PaymentCancelled
            | Event::LimitLifted(..)
            | Event::ChangeKept(_)
            | Event::Tendered(..)
            | Event::Recorded(_)
            | Event::NotRecorded => return Err(Refusal::NotNow),
        }
        Ok(self.changed(rules))
    }

    /// The cart is judged again after every change, whatever changed.
    fn changed(&self, rules: &Rules) -> Vec<Effect> {
        let mut effects = vec![Effect::Keep(self.cart.save())];
        let conflicts = self.cart.conflicts(&rules.policy, rules.day);
        if !conflicts.is_empty() {
            effects.push(Effect::Alert(conflicts));
        }
        effects
    }

    fn payment_started(&mut self, id: SaleId, rules: &Rules) -> Result<Vec<Effect>, Refusal> {
        let checked = Box::new(self.cart.check(&rules.policy, rules.day)?);
        self.phase = Phase::Paying { id, checked };
        Ok(vec![Effect::AskPayment])
    }

    fn limit_lifted(&mut self, charged: Money, approved: Approved, now: Moment) -> Vec<Effect> {
        if let Phase::Paying { checked, .. } = &mut self.phase {
            checked.lift(charged, approved, now);
        }
        Vec::new()
    }

    fn change_kept(&mut self, excess: Excess) -> Vec<Effect> {
        if let Phase::Paying { checked, .. } = &mut self.phase {
            checked.keep_change(excess);
        }
        Vec::new()
    }

    fn tendered(&mut self, offers: &[Offer], at: At) -> Result<Vec<Effect>, Refusal> {
        let Phase::Paying { id, checked } = &self.phase else {
            return Err(Refusal::NotNow);
        };
        let sale = Box::new(checked.pay(*id, offers, at)?);
        self.phase = Phase::Committing { sale: sale.clone() };
        Ok(vec![Effect::Commit(sale)])
    }

    fn recorded(&mut self, next: CartId) -> Vec<Effect> {
        *self = Self::new(next);
        Vec::new()
    }

    fn not_recorded(&mut self) -> Vec<Effect> {
        self.phase = Phase::Selling;
        vec![Effect::Keep(self.cart.save())]
    }

    fn back_to_selling(&mut self) -> Vec<Effect> {
        self.phase = Phase::Selling;
        Vec::new()
    }

    fn held(&mut self, name: String, next: CartId) -> Result<Vec<Effect>, Refusal> {
        if self.cart.is_untouched() {
            return Err(Unready::Empty.into());
        }
        let saved = self.cart.save();
        self.cart = Cart::new(next);
        Ok(vec![Effect::Hold(saved, name)])
    }

    fn resumed(&mut self, cart: Cart, rules: &Rules) -> Result<Vec<Effect>, Refusal> {
        if !self.cart.is_untouched() {
            return Err(Refusal::CartInUse);
        }
        self.cart = cart;
        Ok(self.changed(rules))
    }

    fn start_over(&mut self, next: CartId) -> Vec<Effect> {
        let old = self.cart.id();
        self.cart = Cart::new(next);
        vec![Effect::Forget(old)]
    }
}
