//! What moved a product.

use super::find::{SEARCH_ID, Shelf, first};
use super::{Action, Context, clean};
use crate::domain::{BusinessDay, ProductId};
use crate::store::stock::Moves;

/// The most movements that are laid out at once.
pub(super) const SHOWN_MAX: usize = 60;
/// Days back that can be asked for.
pub(super) const SPANS: [i64; 4] = [7, 30, 90, 365];

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The search was typed into.
    QueryTyped(String),
    /// A product was found or pressed.
    ProductPressed(ProductId),
    /// How many days back.
    DaysChosen(i64),
    /// To another page of the list.
    PageTurned(usize),
    /// Save what is shown.
    SavePressed,
}

/// The state of the movements.
#[derive(Debug)]
pub(super) struct Moving {
    pub(super) query: String,
    pub(super) product: Option<ProductId>,
    pub(super) days: i64,
    pub(super) page: usize,
    since: Option<BusinessDay>,
    moves: Option<Moves>,
}

impl Default for Moving {
    fn default() -> Self {
        Self {
            query: String::new(),
            product: None,
            days: 30,
            page: 0,
            since: None,
            moves: None,
        }
    }
}

impl Moving {
    pub(super) fn are(&mut self, product: ProductId, since: BusinessDay, moves: Moves) {
        if self.product == Some(product) && self.since == Some(since) {
            self.moves = Some(moves);
        }
    }

    pub(super) fn shown(&self) -> Option<(ProductId, &Moves)> {
        Some((self.product?, self.moves.as_ref()?))
    }

    pub(super) fn is_open(&self) -> bool {
        self.product.is_some() || !self.query.is_empty()
    }

    pub(super) fn update(
        &mut self,
        message: Message,
        shelf: Option<&Shelf>,
        context: &Context<'_>,
    ) -> Action {
        match message {
            Message::QueryTyped(query) => {
                self.query = query;
                Action::None
            }
            Message::ProductPressed(product) => {
                let known = shelf.is_some_and(|shelf| shelf.get(product).is_some());
                match known {
                    true => self.choose(product, context),
                    false => Action::None,
                }
            }
            Message::DaysChosen(days) => {
                self.days = days;
                self.read(context)
            }
            Message::PageTurned(page) => {
                self.page = page;
                Action::None
            }
            Message::SavePressed if self.moves.is_some() => Action::SaveMoves,
            Message::SavePressed => Action::None,
        }
    }

    pub(super) fn choose(&mut self, product: ProductId, context: &Context<'_>) -> Action {
        self.query.clear();
        self.product = Some(product);
        self.read(context)
    }

    /// Reads it anew: nothing of before is shown meanwhile.
    pub(super) fn read(&mut self, context: &Context<'_>) -> Action {
        let Some(product) = self.product else {
            return Action::None;
        };
        let since = context.now.day().days_before(self.days - 1);
        self.since = Some(since);
        self.moves = None;
        self.page = 0;
        Action::ReadMoves(product, since)
    }

    pub(super) fn entered(&mut self, shelf: Option<&Shelf>, context: &Context<'_>) -> Action {
        match first(shelf, &self.query) {
            Some(product) => self.choose(product, context),
            None => Action::Focus(SEARCH_ID),
        }
    }

    pub(super) fn escape(&mut self) -> Action {
        if self.query.is_empty() {
            self.product = None;
            self.moves = None;
        }
        self.query.clear();
        Action::None
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        clean([&mut self.query], letters);
    }
}
