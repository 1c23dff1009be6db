//! What is to be looked at: accept it, say otherwise, or come back later.

use super::desk::Entry;
use super::message::{Action, Change, Key};
use super::{BOUNCE_MILLIS, Declare, Note};
use crate::domain::ProductId;
use crate::domain::detect::Proposal;
use crate::domain::diet::{Allergen, Declared};
use crate::store::diet::Word;

impl Declare {
    /// The proposal in hand.
    pub(super) fn entry(&self) -> Option<&Entry> {
        let queue = self.desk.as_ref()?.queue();
        queue.get(self.queue_at.min(queue.len().checked_sub(1)?))
    }

    pub(super) fn choose_entry(&mut self, at: usize) -> Action {
        self.chosen = true;
        let last = self.desk.as_ref().map_or(0, |desk| desk.queue().len());
        self.queue_at = at.min(last.saturating_sub(1));
        self.note = None;
        Action::None
    }

    /// The queue is another now: what was in hand stays so, that no key answers what nobody has read. Once
    /// it is answered, the one that follows it is in hand.
    pub(super) fn find_entry(&mut self, in_hand: Option<&Entry>) {
        let (Some(desk), Some(entry)) = (&self.desk, in_hand) else {
            return;
        };
        let same = |other: &Entry| {
            let allergen = other.proposal.allergen;
            (other.product, allergen) == (entry.product, entry.proposal.allergen)
        };
        if let Some(at) = desk.queue().iter().position(same) {
            self.queue_at = at;
        }
    }

    pub(super) fn queue_key(&mut self, key: Key) -> Action {
        match key {
            Key::Up | Key::Left => self.choose_entry(self.queue_at.saturating_sub(1)),
            Key::Down | Key::Right => self.choose_entry(self.queue_at + 1),
            Key::PageUp => self.choose_entry(self.queue_at.saturating_sub(8)),
            Key::PageDown => self.choose_entry(self.queue_at + 8),
            Key::Home => self.choose_entry(0),
            Key::End => self.choose_entry(usize::MAX),
            Key::Enter | Key::Escape | Key::Search | Key::TakeBack => Action::None,
        }
    }

    /// A state for the proposal in hand.
    pub(super) fn declare_entry(&mut self, state: Declared) -> Action {
        let Some(entry) = self.entry() else {
            return Action::None;
        };
        let (product, allergen) = (entry.product, entry.proposal.allergen);
        if self.is_answered(product) {
            return Action::None;
        }
        self.declare(product, allergen, state)
    }

    /// Whether an answer of this product is on its way, or the last was given just now.
    fn is_answered(&self, product: ProductId) -> bool {
        let bounces = match (self.answered_at, self.now) {
            (Some(last), Some(now)) => (0..BOUNCE_MILLIS).contains(&now.at.millis_since(last.at)),
            _ => false,
        };
        bounces || self.pending.has(product)
    }

    pub(super) fn accept(&mut self) -> Action {
        match self.entry().map(|entry| entry.proposal.proposed) {
            None | Some(Declared::Unknown) => Action::None,
            Some(state) => self.declare_entry(state),
        }
    }

    /// Everything that the label of this product says for sure.
    pub(super) fn accept_all(&mut self) -> Action {
        let (Some(desk), Some(entry)) = (&self.desk, self.entry()) else {
            return Action::None;
        };
        let product = entry.product;
        if self.is_answered(product) {
            return Action::None;
        }
        let Some(of) = desk.product(product) else {
            return Action::None;
        };
        let sure = desk.sure(product).into_iter();
        let free_of_objections = sure.filter(|proposal| {
            let objection = desk.objection(of, proposal.allergen, proposal.proposed);
            objection.is_none()
        });
        let words: Vec<(Allergen, Word)> = free_of_objections
            .map(|proposal| (proposal.allergen, self.word(proposal)))
            .collect();
        if words.is_empty() {
            return Action::None;
        }
        self.note = Some(Note::Accepted(words.len()));
        self.answered_at = self.now;
        self.write(product, Change::Declare(words))
    }

    fn word(&self, proposal: &Proposal) -> Word {
        Word {
            state: proposal.proposed,
            source: self.source,
            quote: proposal.evidence.first().map(|words| words.text.clone()),
            against: None,
        }
    }
}
