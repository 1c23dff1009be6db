//! The place of the stock: purchases, counts, losses, movements, what to order and what it is worth.

mod count;
mod find;
mod loss;
mod moves;
mod order;
mod receive;
mod view;
mod worth;

use super::Context;
use super::pin::PinEntry;
use crate::app::widget::keypad::Key;
use crate::domain::code::Code;
use crate::domain::stock::{Loss, NeedList, Purchase, PurchaseDraft, StockId, Supplier};
use crate::domain::user::Pin;
use crate::domain::{BusinessDay, CategoryId, ProductId, Quantity};
use crate::store::stock::{Moves, PastPurchase, Posting, StockItem, Valued};
use crate::till::stock::CountState;

pub use count::Message as CountMessage;
pub use find::{QUANTITY_ID, SEARCH_ID, Shelf};
pub use loss::Message as LossMessage;
pub use moves::Message as MovesMessage;
pub use order::Message as OrderMessage;
pub use receive::{Field as ReceiveField, Message as ReceiveMessage};
pub use worth::Message as WorthMessage;

/// A part of the place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// Goods that come in.
    #[default]
    Receive,
    /// Counting.
    Count,
    /// What goes without a sale.
    Loss,
    /// What moved a product.
    Moves,
    /// What to order.
    Order,
    /// What it is worth.
    Worth,
}

/// The state of the screen.
#[derive(Debug)]
pub struct Stock {
    tab: Tab,
    shelf: Option<Shelf>,
    receive: receive::Receive,
    count: count::Counting,
    loss: loss::Losing,
    moves: moves::Moving,
    order: order::Ordering,
    worth: worth::Valuing,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another part.
    TabChosen(Tab),
    /// A code was read.
    Scanned(Code),
    /// At a purchase.
    Receive(ReceiveMessage),
    /// At a count.
    Count(CountMessage),
    /// At a loss.
    Loss(LossMessage),
    /// At the movements.
    Moves(MovesMessage),
    /// At what to order.
    Order(OrderMessage),
    /// At the value.
    Worth(WorthMessage),
    /// A character from the keyboard that no field took.
    Typed(char),
    /// A key of a keypad on the screen, or backspace.
    KeyPressed(Key),
    /// Enter, and no scanner's.
    Entered,
    /// Escape: away with what is on top.
    Escaped,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// The keyboard goes to this field.
    Focus(&'static str),
    /// No product has this code.
    Unknown(Code),
    /// Read what a part shows; answer with what it is of.
    Read(Tab),
    /// Keep the purchase that is being typed.
    Keep(Box<PurchaseDraft>),
    /// Write the purchase down; answer with [`Stock::received`] or [`Stock::refused`].
    Receive(Box<Purchase>),
    /// Begin a count; answer with [`Stock::count_is`] or [`Stock::refused`], as for the next three.
    BeginCount {
        /// Its name.
        id: StockId,
        /// Of this category alone.
        category: Option<CategoryId>,
        /// Whether what is expected is hidden.
        blind: bool,
    },
    /// Note how much of a product was found.
    CountProduct {
        /// Which.
        product: ProductId,
        /// How much.
        found: Quantity,
        /// On top of what was counted before.
        more: bool,
    },
    /// Take a product out of the count.
    Uncount(ProductId),
    /// Give the count up.
    DropCount,
    /// Post the count; answer with [`Stock::count_posted`] or [`Stock::refused`].
    PostCount(Box<Posting>, Option<Pin>),
    /// Write the loss down; answer with [`Stock::lost`] or [`Stock::refused`].
    Lose(Box<Loss>),
    /// Read what moved a product; answer with [`Stock::moves_are`].
    ReadMoves(ProductId, BusinessDay),
    /// Save the movements that are shown as CSV.
    SaveMoves,
    /// Print what to order.
    PrintOrder,
    /// Save what to order as CSV.
    SaveOrder,
    /// Read what stock was worth on that day; answer with [`Stock::worth_is`].
    ReadWorth(BusinessDay),
    /// Save what is shown of it as CSV.
    SaveWorth,
}

impl Stock {
    /// The place on that day, with the purchase that was being typed.
    #[must_use]
    pub fn new(today: BusinessDay) -> Self {
        Self {
            tab: Tab::default(),
            shelf: None,
            receive: receive::Receive::default(),
            count: count::Counting::default(),
            loss: loss::Losing::default(),
            moves: moves::Moving::default(),
            order: order::Ordering::default(),
            worth: worth::Valuing::new(today),
        }
    }

    /// Which part is shown.
    #[must_use]
    pub const fn tab(&self) -> Tab {
        self.tab
    }

    /// The products and suppliers as they are now.
    pub fn shelf_is(&mut self, items: Vec<StockItem>, suppliers: Vec<Supplier>) {
        self.shelf = Some(Shelf::new(items));
        self.receive.suppliers = suppliers;
    }

    /// The purchase that was being typed, and what came in before.
    pub fn receiving_is(&mut self, draft: PurchaseDraft, past: Vec<PastPurchase>) {
        self.receive.past = past;
        self.receive.restore(draft);
    }

    /// The purchase as it is typed, to be kept.
    #[must_use]
    pub const fn purchase(&self) -> &PurchaseDraft {
        &self.receive.draft
    }

    /// The purchase is written down.
    pub fn received(&mut self) {
        self.receive.received();
    }

    /// The count as it stands.
    pub fn count_is(&mut self, state: Option<CountState>) {
        self.count.is(state);
    }

    /// The count is posted.
    pub fn count_posted(&mut self) {
        self.count.is(None);
    }

    /// The loss is written down.
    pub fn lost(&mut self) {
        self.loss.lost();
    }

    /// What was asked in that part is refused, whichever is in sight by now; `why` is a sentence.
    pub fn refused(&mut self, of: Tab, why: String) {
        match of {
            Tab::Receive => self.receive.refused(why),
            Tab::Count => self.count.refused(why),
            Tab::Loss => self.loss.refused(why),
            Tab::Moves | Tab::Order | Tab::Worth => {}
        }
    }

    /// What moved a product; of another than is shown it comes too late.
    pub fn moves_are(&mut self, product: ProductId, since: BusinessDay, moves: Moves) {
        self.moves.are(product, since, moves);
    }

    /// The movements that are shown, with the product's name.
    #[must_use]
    pub fn moves(&self) -> Option<(&str, &Moves)> {
        let (product, moves) = self.moves.shown()?;
        Some((self.shelf.as_ref()?.get(product)?.name.as_str(), moves))
    }

    /// What to order.
    pub fn order_is(&mut self, list: NeedList) {
        self.order.list = Some(list);
    }

    /// What to order, as it is shown.
    #[must_use]
    pub const fn order(&self) -> Option<&NeedList> {
        self.order.list.as_ref()
    }

    /// What stock was worth on a day; of another than is shown it comes too late.
    pub fn worth_is(&mut self, day: BusinessDay, valued: Vec<Valued>) {
        self.worth.is(day, valued);
    }

    /// What is shown of the value, and of which day.
    #[must_use]
    pub fn worth(&self) -> Option<(BusinessDay, &[Valued])> {
        Some((self.worth.day, self.worth.valued.as_deref()?))
    }

    /// The product whose movements are shown.
    #[must_use]
    pub const fn product_of_moves(&self) -> Option<ProductId> {
        self.moves.product
    }

    /// The day whose value is shown.
    #[must_use]
    pub const fn day_of_worth(&self) -> BusinessDay {
        self.worth.day
    }

    /// Whether a dialog waits for its answer.
    #[must_use]
    pub const fn asks(&self) -> bool {
        match self.tab {
            Tab::Receive => self.receive.asks(),
            Tab::Count => self.count.asks(),
            _ => false,
        }
    }

    /// Whether digits that no field took are for a PIN.
    #[must_use]
    pub const fn asks_for_pin(&self) -> bool {
        matches!(self.tab, Tab::Count) && self.count.asks()
    }

    /// Whether Escape has something to close here.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.asks()
            || match self.tab {
                Tab::Receive => !self.receive.query.is_empty(),
                Tab::Count => self.count.is_open(),
                Tab::Loss => self.loss.is_open(),
                Tab::Moves => self.moves.is_open(),
                Tab::Order | Tab::Worth => false,
            }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        match message {
            Message::TabChosen(tab) => self.turn_to(tab),
            Message::Scanned(code) => self.scanned(&code, context),
            Message::Receive(message) => self.receive.update(message, self.shelf.as_ref(), context),
            Message::Count(message) => self.count.update(message, self.shelf.as_ref(), context),
            Message::Loss(message) => self.loss.update(message, self.shelf.as_ref(), context),
            Message::Moves(message) => self.moves.update(message, self.shelf.as_ref(), context),
            Message::Order(message) => self.order.update(message),
            Message::Worth(message) => self.worth.update(message, context),
            Message::Typed(letter) => self.enter(|entry| entry.typed(letter)),
            Message::KeyPressed(key) => self.enter(|entry| entry.pressed(key)),
            Message::Entered => self.entered(context),
            Message::Escaped => self.escape(),
        }
    }

    fn turn_to(&mut self, tab: Tab) -> Action {
        if self.asks() {
            return Action::None;
        }
        self.tab = tab;
        Action::Read(tab)
    }

    /// A scan goes to the part that is shown; a list without products shows what moved it.
    fn scanned(&mut self, code: &Code, context: &Context<'_>) -> Action {
        let Some(shelf) = &self.shelf else {
            return Action::None;
        };
        if self.asks() {
            return Action::None;
        }
        let Some(product) = shelf.by_code(code) else {
            return Action::Unknown(code.clone());
        };
        let shelf = self.shelf.as_ref();
        match self.tab {
            Tab::Receive => self.receive.add(product, shelf),
            Tab::Count => self.count.scanned(product),
            Tab::Loss => self.loss.choose(product),
            Tab::Moves => self.moves.choose(product, context),
            Tab::Order | Tab::Worth => {
                self.tab = Tab::Moves;
                self.moves.choose(product, context)
            }
        }
    }

    fn enter(&mut self, press: impl FnOnce(&mut PinEntry)) -> Action {
        if self.asks_for_pin() {
            self.count.enter(press);
        }
        Action::None
    }

    fn entered(&mut self, context: &Context<'_>) -> Action {
        let shelf = self.shelf.as_ref();
        match self.tab {
            Tab::Receive => self.receive.entered(shelf, context),
            Tab::Count => self.count.entered(shelf, context),
            Tab::Loss => self.loss.entered(shelf, context),
            Tab::Moves => self.moves.entered(shelf, context),
            Tab::Order | Tab::Worth => Action::None,
        }
    }

    fn escape(&mut self) -> Action {
        match self.tab {
            Tab::Receive => self.receive.escape(),
            Tab::Count => self.count.escape(),
            Tab::Loss => self.loss.escape(),
            Tab::Moves => self.moves.escape(),
            Tab::Order | Tab::Worth => Action::None,
        }
    }

    /// Whoever goes away takes the PIN that was typed with them.
    pub fn leave(&mut self) {
        self.count.leave();
    }

    /// Takes the letters of a scan out of the field that received them.
    pub fn take_back(&mut self, letters: &str) {
        match self.tab {
            Tab::Receive => self.receive.take_back(letters),
            Tab::Count => self.count.take_back(letters),
            Tab::Loss => self.loss.take_back(letters),
            Tab::Moves => self.moves.take_back(letters),
            Tab::Order => {}
            Tab::Worth => self.worth.take_back(letters),
        }
    }
}

/// Takes the letters of a scan out of these texts.
fn clean<'a>(texts: impl IntoIterator<Item = &'a mut String>, letters: &str) {
    for text in texts {
        if let Some(without) = crate::domain::scanner::take_back(text, letters) {
            *text = without;
        }
    }
}
