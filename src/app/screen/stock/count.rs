//! Counting: begun, product by product from the scanner or the keyboard, looked at, posted.

use super::find::{QUANTITY_ID, SEARCH_ID, Shelf, first};
use super::{Action, Context, clean};
use crate::app::screen::pin::PinEntry;
use crate::domain::stock::{
    CountLine, Counted, NotCounted, StockId, TEXT_MAX, read_counted, says_why,
};
use crate::domain::{CategoryId, ProductId, Quantity};
use crate::store::stock::Posting;
use crate::till::stock::{CountState, POST};

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// What is to be counted: a category, or everything.
    ScopeChosen(Option<CategoryId>),
    /// Whether what is expected is hidden.
    BlindChosen(bool),
    /// Begin.
    BeginPressed,
    /// The search was typed into.
    QueryTyped(String),
    /// A product was found or pressed.
    ProductPressed(ProductId),
    /// How much was found of it.
    QuantityTyped(String),
    /// That is it.
    QuantityConfirmed,
    /// A product was counted by mistake.
    LinePressedAway(ProductId),
    /// The count is to be given up.
    DropPressed,
    /// What the count differs by is to be seen.
    ReviewPressed,
    /// What becomes of what nobody counted.
    RestChosen(NotCounted),
    /// Why there are differences.
    ReasonTyped(String),
    /// Post it, or give it up.
    Confirmed,
    /// Not yet.
    Dismissed,
}

/// What is asked before the count ends.
#[derive(Debug, Clone, Default)]
pub(super) struct Review {
    pub(super) rest: Option<NotCounted>,
    pub(super) reason: String,
    pub(super) entry: PinEntry,
}

/// A dialog.
#[derive(Debug)]
pub(super) enum Open {
    Review(Review),
    Drop,
}

/// The state of a count.
#[derive(Debug, Default)]
pub(super) struct Counting {
    /// Whether it was read whether a count is under way.
    pub(super) known: bool,
    pub(super) state: Option<CountState>,
    pub(super) scope: Option<CategoryId>,
    pub(super) shown: bool,
    pub(super) query: String,
    /// The product whose quantity is typed.
    pub(super) current: Option<ProductId>,
    pub(super) quantity: String,
    pub(super) open: Option<Open>,
    pub(super) busy: bool,
    pub(super) refused: Option<String>,
}

impl Counting {
    pub(super) fn is(&mut self, state: Option<CountState>) {
        self.known = true;
        self.busy = false;
        self.refused = None;
        if state.is_none() {
            self.open = None;
            self.current = None;
            self.quantity.clear();
        }
        self.state = state;
        if let Some(line) = self.current.and_then(|product| self.line(product)) {
            self.quantity = line.counted.to_string();
        }
    }

    pub(super) fn refused(&mut self, why: String) {
        self.busy = false;
        self.refused = Some(why);
        if let Some(Open::Review(review)) = &mut self.open {
            review.entry.clear();
        }
    }

    pub(super) const fn asks(&self) -> bool {
        self.open.is_some()
    }

    pub(super) fn is_open(&self) -> bool {
        self.current.is_some() || !self.query.is_empty()
    }

    pub(super) fn line(&self, product: ProductId) -> Option<&CountLine> {
        let mut lines = self.state.as_ref()?.draft.lines.iter();
        lines.find(|line| line.product == product)
    }

    pub(super) fn update(
        &mut self,
        message: Message,
        shelf: Option<&Shelf>,
        context: &Context<'_>,
    ) -> Action {
        if self.busy {
            return Action::None;
        }
        match message {
            Message::ScopeChosen(scope) => self.set(|of| of.scope = scope),
            Message::BlindChosen(blind) => self.set(|of| of.shown = !blind),
            Message::BeginPressed => self.begin(context),
            Message::QueryTyped(query) => self.set(|of| of.query = query),
            Message::ProductPressed(product) => self.choose(product),
            Message::QuantityTyped(text) => self.set(|of| of.quantity = text),
            Message::QuantityConfirmed => self.confirm_quantity(shelf),
            Message::LinePressedAway(product) => self.ask(Action::Uncount(product)),
            Message::DropPressed => self.set(|of| of.open = Some(Open::Drop)),
            Message::ReviewPressed => self.review(),
            Message::RestChosen(rest) => self.answer(|review| review.rest = Some(rest)),
            Message::ReasonTyped(reason) => {
                let reason = reason.chars().take(TEXT_MAX).collect();
                self.answer(|review| review.reason = reason)
            }
            Message::Confirmed => self.confirm(context),
            Message::Dismissed => self.set(|of| of.open = None),
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Self)) -> Action {
        change(self);
        self.refused = None;
        Action::None
    }

    fn ask(&mut self, action: Action) -> Action {
        self.busy = true;
        self.refused = None;
        action
    }

    fn answer(&mut self, change: impl FnOnce(&mut Review)) -> Action {
        if let Some(Open::Review(review)) = &mut self.open {
            change(review);
        }
        Action::None
    }

    fn begin(&mut self, context: &Context<'_>) -> Action {
        if self.state.is_some() || !self.known {
            return Action::None;
        }
        let (category, blind) = (self.scope, !self.shown);
        let id = StockId((context.ids)());
        self.ask(Action::BeginCount {
            id,
            category,
            blind,
        })
    }

    /// Each scan is one more.
    pub(super) fn scanned(&mut self, product: ProductId) -> Action {
        if self.state.is_none() || self.busy {
            return Action::None;
        }
        self.query.clear();
        self.current = Some(product);
        self.ask(Action::CountProduct {
            product,
            found: Quantity::ONE,
            more: true,
        })
    }

    fn choose(&mut self, product: ProductId) -> Action {
        self.query.clear();
        self.current = Some(product);
        self.quantity = self
            .line(product)
            .map_or_else(String::new, |line| line.counted.to_string());
        Action::Focus(QUANTITY_ID)
    }

    /// What was typed, if it can be counted.
    pub(super) fn typed(&self, shelf: Option<&Shelf>) -> Option<(ProductId, Quantity)> {
        let item = shelf?.get(self.current?)?;
        let found = read_counted(&self.quantity, item.unit).ok()?;
        Some((item.product, found))
    }

    fn confirm_quantity(&mut self, shelf: Option<&Shelf>) -> Action {
        let Some((product, found)) = self.typed(shelf) else {
            return Action::None;
        };
        self.current = None;
        self.quantity.clear();
        self.ask(Action::CountProduct {
            product,
            found,
            more: false,
        })
    }

    fn review(&mut self) -> Action {
        let counted = self.state.as_ref().map(|state| state.draft.lines.len());
        if counted.unwrap_or(0) > 0 || self.state.as_ref().is_some_and(|of| !of.rest.is_empty()) {
            self.open = Some(Open::Review(Review::default()));
        }
        Action::None
    }

    /// What would be posted, by what was answered so far.
    pub(super) fn lines(&self, review: &Review) -> Vec<CountLine> {
        let Some(state) = &self.state else {
            return Vec::new();
        };
        let mut lines = state.draft.lines.clone();
        if review.rest == Some(NotCounted::Zero) {
            let none = state.rest.iter().map(|(product, expected)| CountLine {
                product: *product,
                counted: Quantity::ZERO,
                expected: *expected,
                at: state.draft.since,
            });
            lines.extend(none);
        }
        lines
    }

    /// What that comes to, at cost.
    pub(super) fn sum(lines: &[CountLine], shelf: Option<&Shelf>) -> Counted {
        lines.iter().fold(Counted::default(), |sum, line| {
            let item = shelf.and_then(|shelf| shelf.get(line.product));
            sum.and(line.difference(), item.and_then(|item| item.cost))
        })
    }

    /// Whether everything was answered.
    pub(super) fn is_ready(&self, review: &Review, may_post: bool) -> bool {
        let Some(state) = &self.state else {
            return false;
        };
        let lines = self.lines(review);
        let differs = lines.iter().any(|line| line.difference() != Quantity::ZERO);
        let approved = may_post || review.entry.pin().is_some();
        let rest = state.rest.is_empty() || review.rest.is_some();
        rest && !lines.is_empty() && (!differs || (says_why(&review.reason) && approved))
    }

    fn confirm(&mut self, context: &Context<'_>) -> Action {
        let may_post = context.user.may(POST);
        match &self.open {
            Some(Open::Drop) => self.ask(Action::DropCount),
            Some(Open::Review(review)) if self.is_ready(review, may_post) => {
                let Some(state) = &self.state else {
                    return Action::None;
                };
                let posting = Posting {
                    id: state.draft.id,
                    not_counted: review.rest.unwrap_or(NotCounted::Leave),
                    reason: review.reason.trim().to_owned(),
                    approved: None,
                    shown: state.draft.lines.clone(),
                    rest: state.rest.clone(),
                };
                let pin = review.entry.pin().filter(|_| !may_post);
                self.ask(Action::PostCount(Box::new(posting), pin))
            }
            None | Some(Open::Review(_)) => Action::None,
        }
    }

    pub(super) fn enter(&mut self, press: impl FnOnce(&mut PinEntry)) {
        if let Some(Open::Review(review)) = self.open.as_mut().filter(|_| !self.busy) {
            press(&mut review.entry);
        }
    }

    pub(super) fn entered(&mut self, shelf: Option<&Shelf>, context: &Context<'_>) -> Action {
        if self.busy {
            return Action::None;
        } else if self.asks() {
            return self.confirm(context);
        } else if self.state.is_none() {
            return self.begin(context);
        }
        match (first(shelf, &self.query), self.current) {
            (Some(product), _) => self.choose(product),
            (None, Some(_)) => self.confirm_quantity(shelf),
            (None, None) => Action::Focus(SEARCH_ID),
        }
    }

    pub(super) fn escape(&mut self) -> Action {
        if self.open.is_some() && !self.busy {
            self.open = None;
        } else if self.query.is_empty() {
            self.current = None;
            self.quantity.clear();
        } else {
            self.query.clear();
        }
        Action::None
    }

    pub(super) fn leave(&mut self) {
        self.open = None;
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        let reason = match &mut self.open {
            Some(Open::Review(review)) => Some(&mut review.reason),
            _ => None,
        };
        let texts = [&mut self.query, &mut self.quantity];
        clean(texts.into_iter().chain(reason), letters);
    }
}
