//! Products × allergens: which rows are shown, where the cursor is, what its keys declare.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::{Desk, Objection};
use super::message::{Action, Change, Key};
use super::{Declare, Dialog, Note};
use crate::domain::ProductId;
use crate::domain::diet::{Allergen, Declared};
use crate::store::diet::{Filed, Word};

/// How far a page key goes.
const PAGE_ROWS: isize = 8;

/// Which products are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those with something that nobody declared, or that asks for a look.
    Open,
    /// Those that pupils with a restriction bought, most first.
    Restricted,
}

/// The rows that are shown, and the cell in hand.
#[derive(Debug, Clone, Default)]
pub(super) struct Matrix {
    pub(super) search: String,
    pub(super) filter: Filter,
    pub(super) category: Option<String>,
    pub(super) rows: Vec<ProductId>,
    pub(super) row: usize,
    pub(super) column: usize,
}

/// What was declared and not yet answered: shown at once.
#[derive(Debug, Clone, Default)]
pub(super) struct Pending {
    states: BTreeMap<(ProductId, Allergen), Declared>,
    writes: BTreeMap<ProductId, usize>,
}

impl Pending {
    pub(super) fn begins(&mut self, product: ProductId, words: &[(Allergen, Word)]) {
        *self.writes.entry(product).or_default() += 1;
        let states = words.iter().map(|(allergen, word)| (*allergen, word.state));
        self.states
            .extend(states.map(|(allergen, state)| ((product, allergen), state)));
    }

    /// One write of this product was answered; with the last of them nothing of it is pending.
    pub(super) fn ends(&mut self, product: ProductId) {
        let left = self.writes.get(&product).copied().unwrap_or_default();
        if left > 1 {
            self.writes.insert(product, left - 1);
        } else {
            self.writes.remove(&product);
            self.states.retain(|(of, _), _| *of != product);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.writes.is_empty()
    }

    /// Whether a write of this product is on its way.
    pub(super) fn has(&self, product: ProductId) -> bool {
        self.writes.contains_key(&product)
    }

    pub(super) fn state(&self, product: ProductId, allergen: Allergen) -> Option<Declared> {
        self.states.get(&(product, allergen)).copied()
    }
}

impl Matrix {
    /// Which rows there are, by what is chosen; `kept` stay even if they no longer belong there, so that
    /// no row goes away under the hand that fills it.
    pub(super) fn arrange(&mut self, desk: &Desk, kept: &[ProductId]) {
        let here = self.rows.get(self.row).copied();
        let kept: BTreeSet<ProductId> = kept.iter().copied().collect();
        let mut rows: Vec<&Filed> = desk
            .search(&self.search)
            .filter(|of| kept.contains(&of.product) || self.shows(desk, of))
            .collect();
        match self.filter {
            Filter::Restricted => {
                rows.sort_by_key(|of| std::cmp::Reverse((of.to_restricted, of.sold)));
            }
            Filter::All | Filter::Open => {
                rows.sort_by(|one, other| {
                    (one.kitchen, &one.category).cmp(&(other.kitchen, &other.category))
                });
            }
        }
        self.rows = rows.into_iter().map(|of| of.product).collect();
        let found = here.and_then(|here| self.rows.iter().position(|row| *row == here));
        let last = self.rows.len().saturating_sub(1);
        self.row = found.unwrap_or(if kept.is_empty() {
            0
        } else {
            self.row.min(last)
        });
    }

    fn shows(&self, desk: &Desk, of: &Filed) -> bool {
        let in_category = self
            .category
            .as_ref()
            .is_none_or(|name| *name == of.category);
        let passes = match self.filter {
            Filter::All => true,
            Filter::Open => desk.missing(of) > 0 || asks(desk, of),
            Filter::Restricted => of.to_restricted > 0,
        };
        in_category && passes
    }

    pub(super) fn go_to(&mut self, product: ProductId) {
        if let Some(row) = self.rows.iter().position(|row| *row == product) {
            self.row = row;
        }
    }

    pub(super) fn step(&mut self, rows: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.row = self.row.saturating_add_signed(rows).min(last);
    }

    fn key(&mut self, key: Key, columns: usize) {
        let last = columns.saturating_sub(1);
        match key {
            Key::Up => self.step(-1),
            Key::Down => self.step(1),
            Key::PageUp => self.step(-PAGE_ROWS),
            Key::PageDown => self.step(PAGE_ROWS),
            Key::Left => self.column = self.column.saturating_sub(1),
            Key::Right => self.column = (self.column + 1).min(last),
            Key::Home => self.column = 0,
            Key::End => self.column = last,
            Key::Enter | Key::Escape | Key::Search | Key::TakeBack => {}
        }
    }
}

fn asks(desk: &Desk, of: &Filed) -> bool {
    let mut all = desk.allergens().iter();
    all.any(|allergen| of.known.of(*allergen).asks_for_a_look())
}

impl Declare {
    /// The product and the allergen of the cell in hand.
    pub(super) fn cell(&self) -> Option<(&Filed, Allergen)> {
        let desk = self.desk.as_ref()?;
        let product = desk.product(*self.matrix.rows.get(self.matrix.row)?)?;
        Some((product, *desk.allergens().get(self.matrix.column)?))
    }

    pub(super) fn matrix_key(&mut self, key: Key) -> Action {
        let Some(desk) = &self.desk else {
            return Action::None;
        };
        self.note = None;
        self.chosen = true;
        self.matrix.key(key, desk.allergens().len());
        Action::None
    }

    /// The rows as they are chosen now.
    pub(super) fn arrange(&mut self) -> Action {
        if let Some(desk) = &self.desk {
            self.matrix.arrange(desk, &[]);
        }
        Action::None
    }

    /// Declares the cell in hand, unless something stands against it.
    pub(super) fn declare_cell(&mut self, state: Declared) -> Action {
        self.dialog = None;
        let Some((of, allergen)) = self.cell() else {
            return Action::None;
        };
        let product = of.product;
        self.declare(product, allergen, state)
    }

    /// What was said of the cell or proposal in hand is taken back, and that stays in hand: whoever presses
    /// once more takes back nothing else.
    pub(super) fn take_back(&mut self) -> Action {
        let in_hand = match self.page {
            super::Page::Matrix => self.cell().map(|(of, allergen)| (of.product, allergen)),
            super::Page::Queue => self
                .entry()
                .map(|entry| (entry.product, entry.proposal.allergen)),
            super::Page::First => None,
        };
        let Some((product, allergen)) = in_hand.filter(|_| self.chosen) else {
            return Action::None;
        };
        let on_file = self.desk.as_ref().and_then(|desk| desk.known(product));
        let on_file = on_file.map_or(Declared::Unknown, |known| known.state(allergen));
        let shown = self.pending.state(product, allergen).unwrap_or(on_file);
        if shown == Declared::Unknown {
            return Action::None;
        }
        let word = self.word_of(product, allergen, Declared::Unknown, None);
        self.note = None;
        self.write(product, Change::Declare(vec![(allergen, word)]))
    }

    /// Declares, or says what stands against it first.
    pub(super) fn declare(
        &mut self,
        product: ProductId,
        allergen: Allergen,
        state: Declared,
    ) -> Action {
        let Some(desk) = &self.desk else {
            return Action::None;
        };
        let Some(of) = desk.product(product) else {
            return Action::None;
        };
        match desk.objection(of, allergen, state) {
            Some(Objection::Words(words)) => {
                self.dialog = Some(Dialog::Confirm {
                    product,
                    allergen,
                    state,
                    words,
                });
                Action::None
            }
            Some(Objection::Part(part)) => {
                self.note = Some(Note::Part(part));
                Action::None
            }
            None => self.say(product, allergen, state, None),
        }
    }

    /// The words against it were read.
    pub(super) fn confirm(&mut self) -> Action {
        match self.dialog.take() {
            Some(Dialog::Confirm {
                product,
                allergen,
                state,
                words,
            }) => self.say(product, allergen, state, Some(words.text)),
            other => {
                self.dialog = other;
                Action::None
            }
        }
    }

    fn say(
        &mut self,
        product: ProductId,
        allergen: Allergen,
        state: Declared,
        against: Option<String>,
    ) -> Action {
        let word = self.word_of(product, allergen, state, against);
        self.advance();
        self.answered_at = self.now;
        self.write(product, Change::Declare(vec![(allergen, word)]))
    }

    /// What is said, and the words that were shown and stood `against` it.
    fn word_of(
        &self,
        product: ProductId,
        allergen: Allergen,
        state: Declared,
        against: Option<String>,
    ) -> Word {
        Word {
            state,
            source: self.source,
            quote: self.quote(product, allergen, state),
            against,
        }
    }

    /// The label's words, where they say what is declared.
    fn quote(&self, product: ProductId, allergen: Allergen, state: Declared) -> Option<String> {
        let of = self.desk.as_ref()?.product(product)?;
        let finding = of.findings.allergen(allergen)?;
        let says_so = finding.state == state && state != Declared::Unknown;
        let first = says_so.then(|| finding.evidence.first())??;
        Some(first.text.clone())
    }

    /// To the next cell of the row; the queue advances by itself.
    fn advance(&mut self) {
        self.note = None;
        if self.page == super::Page::Matrix {
            let columns = self.desk.as_ref().map_or(0, |desk| desk.allergens().len());
            self.matrix.key(Key::Right, columns);
        }
    }

    /// What nothing speaks of in this row is free. Then on to the next row, or to what was left out.
    pub(super) fn declare_rest(&mut self) -> Action {
        self.dialog = None;
        let (Some(desk), Some((of, _))) = (&self.desk, self.cell()) else {
            return Action::None;
        };
        let open = |allergen: &Allergen| {
            let pending = self.pending.state(of.product, *allergen);
            pending.is_none_or(|state| state == Declared::Unknown)
        };
        let rest: Vec<Allergen> = desk.rest(of).into_iter().filter(open).collect();
        let left = desk.allergens().iter().position(|allergen| {
            let unknown = of.known.state(*allergen) == Declared::Unknown && open(allergen);
            let asks = of.known.of(*allergen).asks_for_a_look() && open(allergen);
            (unknown || asks) && !rest.contains(allergen)
        });
        let word = Word {
            state: Declared::Free,
            source: self.source,
            quote: None,
            against: None,
        };
        let said = rest.iter().map(|allergen| (*allergen, word.clone()));
        let (product, said): (_, Vec<_>) = (of.product, said.collect());
        let count = said.len();
        if let Some(column) = left {
            self.matrix.column = column;
        } else {
            self.matrix.step(1);
            self.matrix.column = 0;
        }
        self.note = Some(Note::Rest(count, left.is_some()));
        if said.is_empty() {
            Action::None
        } else {
            self.write(product, Change::Declare(said))
        }
    }
}
