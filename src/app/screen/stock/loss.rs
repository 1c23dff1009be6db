//! What goes without a sale.

use super::find::{QUANTITY_ID, SEARCH_ID, Shelf, first};
use super::{Action, Context, clean};
use crate::domain::stock::{Loss, LossKind, LossReason, StockId, TEXT_MAX};
use crate::domain::{Money, ProductId, Quantity};

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The search was typed into.
    QueryTyped(String),
    /// A product was found or pressed.
    ProductPressed(ProductId),
    /// Thrown away, or used.
    KindChosen(LossKind),
    /// Why.
    ReasonChosen(LossReason),
    /// How much.
    QuantityTyped(String),
    /// More about it.
    NoteTyped(String),
    /// That is it.
    Confirmed,
}

/// The state of a loss.
#[derive(Debug)]
pub(super) struct Losing {
    pub(super) query: String,
    pub(super) product: Option<ProductId>,
    pub(super) kind: LossKind,
    pub(super) reason: Option<LossReason>,
    pub(super) quantity: String,
    pub(super) note: String,
    /// Its name, once it was to be written down: a second press is the same.
    id: Option<StockId>,
    pub(super) tried: bool,
    pub(super) busy: bool,
    pub(super) refused: Option<String>,
}

impl Default for Losing {
    fn default() -> Self {
        Self {
            query: String::new(),
            product: None,
            kind: LossKind::Spoiled,
            reason: None,
            quantity: String::new(),
            note: String::new(),
            id: None,
            tried: false,
            busy: false,
            refused: None,
        }
    }
}

impl Losing {
    /// The kind stays: what is thrown away comes in rows.
    pub(super) fn lost(&mut self) {
        *self = Self {
            kind: self.kind,
            reason: self.reason,
            ..Self::default()
        };
    }

    pub(super) fn refused(&mut self, why: String) {
        self.busy = false;
        self.refused = Some(why);
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
        if self.busy {
            return Action::None;
        }
        match message {
            Message::QueryTyped(query) => self.set(|of| of.query = query),
            Message::ProductPressed(product) => self.choose(product),
            Message::KindChosen(kind) => self.set(|of| {
                of.kind = kind;
                of.reason = of.reason.filter(|reason| kind.reasons().contains(reason));
            }),
            Message::ReasonChosen(reason) => self.set(|of| of.reason = Some(reason)),
            Message::QuantityTyped(text) => self.set(|of| of.quantity = text),
            Message::NoteTyped(note) => {
                self.set(|of| of.note = note.chars().take(TEXT_MAX).collect())
            }
            Message::Confirmed => self.confirm(shelf, context),
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Self)) -> Action {
        change(self);
        self.refused = None;
        Action::None
    }

    pub(super) fn choose(&mut self, product: ProductId) -> Action {
        if self.busy {
            return Action::None;
        }
        let quantity = match self.product == Some(product) {
            // Scanned again: one more of it.
            true => {
                let before = Quantity::parse(&self.quantity).unwrap_or_default();
                before.checked_add(Quantity::ONE).unwrap_or(before)
            }
            false => Quantity::ONE,
        };
        self.query.clear();
        self.product = Some(product);
        self.quantity = quantity.to_string();
        Action::Focus(QUANTITY_ID)
    }

    /// What it cost, as far as that is known.
    pub(super) fn cost(&self, shelf: Option<&Shelf>) -> Option<Money> {
        let item = shelf?.get(self.product?)?;
        let quantity = Quantity::parse(&self.quantity).ok()?;
        item.cost.map(|cost| cost.times(quantity.decimal()))
    }

    /// The loss, if it is whole; the name is put in when it is asked for.
    pub(super) fn whole(&self, shelf: Option<&Shelf>, id: StockId) -> Option<Loss> {
        let item = shelf?.get(self.product?)?;
        let quantity = Quantity::parse(&self.quantity).ok()?;
        let why = (self.kind, self.reason?);
        Loss::new(id, (item.product, item.unit), quantity, why, &self.note).ok()
    }

    fn confirm(&mut self, shelf: Option<&Shelf>, context: &Context<'_>) -> Action {
        self.tried = true;
        let id = self.id.unwrap_or_else(|| StockId((context.ids)()));
        let Some(loss) = self.whole(shelf, id) else {
            return Action::None;
        };
        self.id = Some(id);
        self.busy = true;
        self.refused = None;
        Action::Lose(Box::new(loss))
    }

    pub(super) fn entered(&mut self, shelf: Option<&Shelf>, context: &Context<'_>) -> Action {
        match (first(shelf, &self.query), self.product) {
            (Some(product), _) => self.choose(product),
            (None, Some(_)) => self.update(Message::Confirmed, shelf, context),
            (None, None) => Action::Focus(SEARCH_ID),
        }
    }

    pub(super) fn escape(&mut self) -> Action {
        if self.query.is_empty() && !self.busy {
            self.lost();
        }
        self.query.clear();
        Action::None
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        clean(
            [&mut self.query, &mut self.quantity, &mut self.note],
            letters,
        );
    }
}
