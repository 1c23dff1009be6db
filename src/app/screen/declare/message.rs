//! What happens on the screen, and what it wants done.

use crate::domain::ProductId;
use crate::domain::diet::{Allergen, Declared, Diet, Source};
use crate::store::diet::{Text, Word};

use super::matrix::Filter;
use super::product::Tab;

/// A part of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// Products × allergens.
    #[default]
    Matrix,
    /// What labels propose and edits ask for.
    Queue,
    /// What to declare first.
    First,
}

/// A key that writes no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A row up.
    Up,
    /// A row down.
    Down,
    /// A column to the left.
    Left,
    /// A column to the right.
    Right,
    /// The first column.
    Home,
    /// The last column.
    End,
    /// Some rows up.
    PageUp,
    /// Some rows down.
    PageDown,
    /// Open, or confirm.
    Enter,
    /// Back.
    Escape,
    /// To the search: F2.
    Search,
    /// Take back what was said: Backspace.
    TakeBack,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another page was chosen.
    PageChosen(Page),
    /// The search was typed into.
    SearchChanged(String),
    /// The search is done: keys are for its rows.
    SearchSubmitted,
    /// Which products are shown was chosen.
    FilterChosen(Filter),
    /// The categories are wanted.
    CategoryPressed,
    /// A category was chosen, or all.
    CategoryChosen(Option<String>),
    /// The sources are wanted.
    SourcePressed,
    /// Where declarations of this session are read was chosen.
    SourceChosen(Source),
    /// A cell was pressed: a row of those shown, and a column.
    CellPressed(usize, usize),
    /// So many rows further, or back.
    Turned(isize),
    /// To this column.
    ColumnTurned(usize),
    /// A state for the cell or proposal in hand.
    StatePressed(Declared),
    /// The rest of the row is free.
    RestPressed,
    /// What the label says against it was read; it is declared all the same.
    ConfirmPressed,
    /// What was typed of the open product is not wanted.
    DiscardPressed,
    /// The dialog was sent away.
    DialogClosed,
    /// A product was opened.
    ProductPressed(ProductId),
    /// A product is to be found in the matrix.
    RowPressed(ProductId),
    /// A row of the queue was pressed.
    EntryPressed(usize),
    /// What is proposed is right.
    AcceptPressed,
    /// All that is proposed of this product for sure is right.
    AcceptAllPressed,
    /// Not now.
    SkipPressed,
    /// Read again what could not be read.
    RetryPressed,
    /// The reason of a refusal was read.
    RefusalClosed,
    /// In the open product.
    Product(ProductMessage),
    /// A letter from the keyboard, and whether Shift was held.
    Typed(char, bool),
    /// Another key.
    Pressed(Key),
}

/// What happened in the open product.
#[derive(Debug, Clone)]
pub enum ProductMessage {
    /// It was closed.
    Closed,
    /// A part of it was chosen.
    TabChosen(Tab),
    /// Its name was typed.
    NameTyped(String),
    /// Its ingredients were edited.
    IngredientsEdited(iced::widget::text_editor::Action),
    /// The label's sentence was edited.
    StatementEdited(iced::widget::text_editor::Action),
    /// The text is to count.
    SavePressed,
    /// The text is to be as it was.
    UndoPressed,
    /// Whether it goes with a diet; `None` takes it back.
    DietChosen(Diet, Option<bool>),
    /// What might be a part of it was typed.
    PartTyped(String),
    /// A part was added.
    PartAdded(ProductId),
    /// A part was taken out.
    PartRemoved(ProductId),
    /// Something of the kitchen with the typed name is new, and a part of it.
    IngredientPressed,
}

/// A change of what is on file of a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// What is in it.
    Declare(Vec<(Allergen, Word)>),
    /// Whether it goes with a diet.
    Suit(Diet, Option<bool>),
    /// What is written about it.
    Describe(Text),
    /// What it is made of.
    Compose(Vec<ProductId>),
    /// Something new of the kitchen that it is made of, beside these parts.
    Ingredient {
        /// Its name.
        name: String,
        /// The category of what is used in the kitchen.
        category: String,
        /// The other parts.
        parts: Vec<ProductId>,
    },
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Read everything on file; answer with [`Declare::files_are`](super::Declare::files_are) or
    /// [`Declare::not_read`](super::Declare::not_read).
    Read,
    /// Write a change; answer with [`Declare::written`](super::Declare::written) or
    /// [`Declare::refused`](super::Declare::refused).
    Write(ProductId, Change),
    /// Read what was said of a product; answer with [`Declare::history_is`](super::Declare::history_is).
    ReadHistory(ProductId),
    /// Give the focus to a field.
    Focus(&'static str),
    /// Take the focus from every field: keys are for the matrix.
    Unfocus,
    /// Leave for the checkout.
    Leave,
    /// Several, in this order.
    Batch(Vec<Action>),
}
