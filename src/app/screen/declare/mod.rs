//! Restrictions, the products' side: what is in each, filled in fast; what labels propose; what to
//! declare first.
//!
//! Nothing is read or written here: the screen asks for what is on file, shows what was declared at
//! once, and takes back what the store refuses.

mod desk;
mod matrix;
mod message;
mod product;
mod queue;
mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use desk::{Desk, Entry};
pub use matrix::Filter;
pub use message::{Action, Change, Key, Message, Page, ProductMessage};
pub use product::Tab;
pub use view::SEARCH_ID;

use matrix::{Matrix, Pending};
use product::Open;

use crate::domain::detect::Evidence;
use crate::domain::diet::{Allergen, Declared, Known, Source};
use crate::domain::search::fold;
use crate::domain::{Moment, ProductId};
use crate::i18n::I18n;
use crate::store::diet::Said;

/// So long after an answer another one is taken for a bounce of it: nobody has read what it would answer.
const BOUNCE_MILLIS: i64 = 700;

/// So many days back what was sold counts.
pub const PERIOD_DAYS: i64 = 30;

/// The state of the screen.
#[derive(Debug, Clone)]
pub struct Declare {
    desk: Option<Desk>,
    page: Page,
    matrix: Matrix,
    queue_at: usize,
    /// Whether a cell or a proposal was chosen in this visit, by an arrow or by touch: before that letters
    /// are no answers, somebody may mean the search.
    chosen: bool,
    /// The time by the program's clock, and when something was last declared.
    now: Option<Moment>,
    answered_at: Option<Moment>,
    open: Option<Open>,
    dialog: Option<Dialog>,
    /// Where what is declared is read: chosen once, kept until somebody signs out.
    source: Source,
    pending: Pending,
    /// What these are made of is not known until it is read again: a change of it was refused, or gave it a
    /// part that is new. Until then nothing is composed of them.
    unsettled: BTreeSet<ProductId>,
    reading: Reading,
    /// Why nothing could be read, as a sentence.
    not_read: Option<String>,
    /// Why something was not written, as a sentence.
    refused: Option<String>,
    note: Option<Note>,
}

/// What is read from the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// Nothing is being read.
    Idle,
    /// They are being read.
    Now,
    /// They are being read, and something was written meanwhile.
    Stale,
}

/// What is open over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Dialog {
    /// A state for the cell in hand.
    Chooser,
    /// A category.
    Categories,
    /// A source.
    Sources,
    /// The open product's text was typed and not saved.
    Unsaved,
    /// The label says more: declared all the same?
    Confirm {
        product: ProductId,
        allergen: Allergen,
        state: Declared,
        words: Evidence,
    },
}

/// What came of the last key, for the line below the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Note {
    /// So many are free now; and whether something is left to look at.
    Rest(usize, bool),
    /// A part decides it.
    Part(String),
    /// So many proposals were accepted at once.
    Accepted(usize),
}

impl Declare {
    /// The screen before anything is read; ask for [`Action::Read`] with it.
    #[must_use]
    pub fn new() -> Self {
        Self {
            desk: None,
            page: Page::default(),
            matrix: Matrix::default(),
            queue_at: 0,
            chosen: false,
            now: None,
            answered_at: None,
            open: None,
            dialog: None,
            source: Source::Label,
            pending: Pending::default(),
            unsettled: BTreeSet::new(),
            reading: Reading::Now,
            not_read: None,
            refused: None,
            note: None,
        }
    }

    /// Somebody came back to it: as it was left, but that letters are for the search first.
    pub fn opened_again(&mut self) -> Action {
        self.chosen = false;
        let read = self.read_again();
        match self.page {
            Page::Matrix if self.open.is_none() => {
                Action::Batch(vec![Action::Focus(SEARCH_ID), read])
            }
            _ => read,
        }
    }

    /// What is on file now. What was written after it was asked for is read once more.
    pub fn files_are(&mut self, desk: Desk) -> Action {
        let stale = self.reading == Reading::Stale || !self.pending.is_empty();
        self.reading = Reading::Idle;
        self.not_read = None;
        if stale && self.desk.is_some() {
            return self.read_again();
        }
        self.unsettled.clear();
        let kept = std::mem::take(&mut self.matrix.rows);
        self.matrix.rows.clone_from(&kept);
        self.matrix.arrange(&desk, &kept);
        let in_hand = self.entry().cloned();
        let first = self.desk.replace(desk).is_none();
        self.find_entry(in_hand.as_ref());
        self.refresh_open();
        if first && self.page == Page::Matrix {
            Action::Focus(SEARCH_ID)
        } else {
            Action::None
        }
    }

    /// The files could not be read; `why` is a sentence for the user.
    pub fn not_read(&mut self, why: String) {
        self.reading = Reading::Idle;
        self.not_read = Some(why);
    }

    /// A change is written, and this is known of the product now.
    pub fn written(&mut self, product: ProductId, known: Arc<Known>) -> Action {
        self.pending.ends(product);
        let in_hand = self.entry().cloned();
        if let Some(desk) = &mut self.desk {
            desk.learn(product, known);
        }
        self.find_entry(in_hand.as_ref());
        self.refused = None;
        let read = self.read_again();
        match &self.open {
            Some(open) if open.product == product => {
                Action::Batch(vec![read, Action::ReadHistory(product)])
            }
            _ => read,
        }
    }

    /// A change is written, and what is known now could not be read; `told` is a sentence for the user.
    pub fn written_unread(&mut self, product: ProductId, told: String) -> Action {
        self.pending.ends(product);
        self.refused = Some(told);
        self.read_again()
    }

    /// A change was not written; `why` is a sentence for the user.
    pub fn refused(&mut self, product: ProductId, why: String) -> Action {
        self.pending.ends(product);
        self.unsettled.insert(product);
        self.put_back(product);
        self.refused = Some(why);
        self.read_again()
    }

    /// What it says of what was not written or read.
    #[must_use]
    pub fn told(&self) -> Option<&str> {
        self.refused.as_deref().or(self.not_read.as_deref())
    }

    /// What was said of a product.
    pub fn history_is(&mut self, product: ProductId, said: Vec<Said>) {
        if let Some(open) = &mut self.open
            && open.product == product
        {
            open.history = Some(said);
        }
    }

    /// A product whose code was read by the scanner is the one in hand.
    pub fn scanned(&mut self, product: ProductId) -> Action {
        if self.dialog.is_some() || self.open.is_some() {
            return Action::None;
        }
        self.find_row(product)
    }

    /// The time it is; a second press of a key that comes at once is known by it.
    pub const fn time_is(&mut self, now: Moment) {
        self.now = Some(now);
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, words: &I18n) -> Action {
        match message {
            Message::PageChosen(page) => self.turn_to(page),
            Message::SearchChanged(search) => self.search(search),
            Message::SearchSubmitted => Action::Unfocus,
            Message::FilterChosen(filter) => self.filter(filter),
            Message::CategoryPressed => self.show(Dialog::Categories),
            Message::CategoryChosen(category) => self.choose_category(category),
            Message::SourcePressed => self.show(Dialog::Sources),
            Message::SourceChosen(source) => self.choose_source(source),
            Message::CellPressed(row, column) => self.press_cell(row, column),
            Message::Turned(rows) => self.turn(rows),
            Message::ColumnTurned(column) => self.turn_column(column),
            Message::StatePressed(state) => self.state(state),
            Message::RestPressed => self.declare_rest(),
            Message::ConfirmPressed => self.confirm(),
            Message::DiscardPressed => self.discard(),
            Message::DialogClosed => self.close_dialog(),
            Message::ProductPressed(product) => self.open(product),
            Message::RowPressed(product) => self.find_row(product),
            Message::EntryPressed(at) => self.choose_entry(at),
            Message::AcceptPressed => self.accept(),
            Message::AcceptAllPressed => self.accept_all(),
            Message::SkipPressed => self.choose_entry(self.queue_at + 1),
            Message::RetryPressed => self.read_again(),
            Message::RefusalClosed => self.forgive(),
            Message::Product(message) => self.product(message, words),
            Message::Typed(letter, shift) => self.typed(letter, shift, words),
            Message::Pressed(key) => self.pressed(key),
        }
    }

    fn read_again(&mut self) -> Action {
        if self.reading != Reading::Idle {
            self.reading = Reading::Stale;
            return Action::None;
        }
        self.reading = Reading::Now;
        Action::Read
    }

    fn write(&mut self, product: ProductId, change: Change) -> Action {
        let words = match &change {
            Change::Declare(words) => words.as_slice(),
            _ => &[],
        };
        self.pending.begins(product, words);
        Action::Write(product, change)
    }

    fn show(&mut self, dialog: Dialog) -> Action {
        self.dialog = Some(dialog);
        Action::Unfocus
    }

    fn close_dialog(&mut self) -> Action {
        self.dialog = None;
        Action::None
    }

    fn forgive(&mut self) -> Action {
        self.refused = None;
        Action::None
    }

    fn turn_to(&mut self, page: Page) -> Action {
        if self.page != page {
            self.queue_at = 0;
        }
        self.page = page;
        // The proposal in hand is the one that is shown.
        self.chosen = page == Page::Queue;
        self.note = None;
        Action::Unfocus
    }

    pub(super) fn search(&mut self, search: String) -> Action {
        self.matrix.search = search;
        self.chosen = false;
        self.arrange()
    }

    fn filter(&mut self, filter: Filter) -> Action {
        self.matrix.filter = filter;
        self.matrix.row = 0;
        self.matrix.rows.clear();
        self.arrange()
    }

    fn choose_category(&mut self, category: Option<String>) -> Action {
        self.dialog = None;
        self.matrix.category = category;
        self.arrange()
    }

    fn choose_source(&mut self, source: Source) -> Action {
        self.dialog = None;
        self.source = source;
        Action::None
    }

    fn press_cell(&mut self, row: usize, column: usize) -> Action {
        self.matrix.row = row;
        self.matrix.column = column;
        self.chosen = true;
        self.note = None;
        self.show(Dialog::Chooser)
    }

    fn turn(&mut self, rows: isize) -> Action {
        self.matrix.step(rows);
        self.chosen = true;
        Action::Unfocus
    }

    fn turn_column(&mut self, column: usize) -> Action {
        self.matrix.column = column;
        self.chosen = true;
        Action::Unfocus
    }

    fn find_row(&mut self, product: ProductId) -> Action {
        if self.has_unsaved_text() {
            return self.show(Dialog::Unsaved);
        }
        self.page = Page::Matrix;
        self.open = None;
        self.note = None;
        self.matrix.search.clear();
        if !self.matrix.rows.contains(&product) {
            self.matrix.filter = Filter::All;
            self.matrix.category = None;
        }
        let _arranged = self.arrange();
        self.matrix.go_to(product);
        self.matrix.column = self.first_open_column(product);
        self.chosen = true;
        Action::Unfocus
    }

    fn first_open_column(&self, product: ProductId) -> usize {
        let desk = self.desk.as_ref();
        let found = desk.and_then(|desk| {
            let of = desk.product(product)?;
            let mut allergens = desk.allergens().iter();
            allergens.position(|allergen| of.known.state(*allergen) == Declared::Unknown)
        });
        found.unwrap_or_default()
    }

    fn state(&mut self, state: Declared) -> Action {
        match self.page {
            Page::Matrix => self.declare_cell(state),
            Page::Queue => self.declare_entry(state),
            Page::First => Action::None,
        }
    }

    fn pressed(&mut self, key: Key) -> Action {
        if self.dialog.is_some() {
            return match key {
                Key::Escape => self.close_dialog(),
                Key::Enter => self.confirm(),
                _ => Action::None,
            };
        }
        if self.open.is_some() {
            return match key {
                Key::Escape => self.close_product(),
                _ => Action::None,
            };
        }
        match (key, self.page) {
            (Key::Escape, _) => self.escape(),
            (Key::Search, _) => {
                self.page = Page::Matrix;
                self.chosen = false;
                Action::Focus(SEARCH_ID)
            }
            (Key::TakeBack, _) => self.take_back(),
            (Key::Enter, Page::Matrix) => self.enter_matrix(),
            (Key::Enter, Page::Queue) => match self.entry().map(|entry| entry.product) {
                Some(product) => self.open(product),
                None => Action::None,
            },
            (key, Page::Matrix) => self.matrix_key(key),
            (key, Page::Queue) => self.queue_key(key),
            (_, Page::First) => Action::None,
        }
    }

    fn escape(&mut self) -> Action {
        if self.matrix.search.is_empty() || self.page != Page::Matrix {
            return Action::Leave;
        }
        Action::Batch(vec![Action::Unfocus, self.search(String::new())])
    }

    fn enter_matrix(&mut self) -> Action {
        match self.cell().map(|(of, _)| of.product) {
            Some(product) => self.open(product),
            None => Action::None,
        }
    }

    fn typed(&mut self, letter: char, shift: bool, words: &I18n) -> Action {
        let choosing = matches!(self.dialog, None | Some(Dialog::Chooser));
        if self.open.is_some() || !choosing || !self.chosen {
            return Action::None;
        }
        if self.page == Page::Queue && is_key(letter, "declare-key-accept", words) {
            return if shift {
                self.accept_all()
            } else {
                self.accept()
            };
        }
        match key_state(letter, words) {
            Some(Declared::Free) if shift && self.page == Page::Matrix => self.declare_rest(),
            Some(state) => self.state(state),
            None => Action::None,
        }
    }
}

impl Default for Declare {
    fn default() -> Self {
        Self::new()
    }
}

/// The states in the order of their figures, 1 to 4, with the names of their letters' keys.
const STATES: [(Declared, &str); 4] = [
    (Declared::Contains, "declare-key-contains"),
    (Declared::MayContain, "declare-key-may-contain"),
    (Declared::Free, "declare-key-free"),
    (Declared::Unknown, "declare-key-unknown"),
];

fn key_state(letter: char, words: &I18n) -> Option<Declared> {
    if let Some(figure) = letter.to_digit(10) {
        let at = usize::try_from(figure).ok()?.checked_sub(1)?;
        return STATES.get(at).map(|(state, _)| *state);
    }
    let found = STATES
        .into_iter()
        .find(|(_, key)| is_key(letter, key, words));
    found.map(|(state, _)| state)
}

fn is_key(letter: char, key: &str, words: &I18n) -> bool {
    fold(&letter.to_string()) == fold(&words.text(key))
}
