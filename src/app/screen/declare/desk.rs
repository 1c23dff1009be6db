//! Everything on file of the products, ready to be looked through: made beside the screen.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::domain::ProductId;
use crate::domain::detect::{self, Evidence, Place, Proposal, Trust, Why};
use crate::domain::diet::coverage::{Coverage, missing};
use crate::domain::diet::{Allergen, Declared, Diet, Known, OwnNames};
use crate::domain::search::fold;
use crate::store::diet::{Filed, Files};

/// The products as they are filed, what is to be looked at, and how much is declared.
#[derive(Debug, Clone)]
pub struct Desk {
    products: Vec<Filed>,
    places: HashMap<ProductId, usize>,
    /// Name and category of each, folded.
    folded: Vec<String>,
    categories: Vec<String>,
    names: OwnNames,
    allergens: Vec<Allergen>,
    coverage: Coverage,
    first: Vec<ProductId>,
    queue: Vec<Entry>,
}

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Of which product.
    pub product: ProductId,
    /// What, and why.
    pub proposal: Proposal,
}

/// By what the queue is sorted: the least comes first.
type Weight = (Why, Reverse<(i64, i64)>, ProductId, Reverse<u8>, Allergen);

/// What stands against declaring something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Objection {
    /// Words of the label say more.
    Words(Evidence),
    /// A part of it says more: it is to be declared there.
    Part(String),
}

impl Desk {
    /// Of what is on file.
    #[must_use]
    pub fn new(files: Files, names: OwnNames) -> Self {
        let Files {
            products,
            coverage,
            declare_first,
        } = files;
        let categories: BTreeSet<&str> = products.iter().map(|of| of.category.as_str()).collect();
        let mut desk = Self {
            places: products
                .iter()
                .enumerate()
                .map(|(at, of)| (of.product, at))
                .collect(),
            folded: products
                .iter()
                .map(|of| fold(&format!("{} {}", of.text.name, of.category)))
                .collect(),
            categories: categories.into_iter().map(str::to_owned).collect(),
            allergens: names.allergens().collect(),
            names,
            coverage,
            first: declare_first,
            queue: Vec::new(),
            products,
        };
        let mut queue: Vec<Entry> = desk
            .products
            .iter()
            .flat_map(|of| desk.entries(of))
            .collect();
        queue.sort_by_cached_key(|entry| desk.weight(entry));
        desk.queue = queue;
        desk
    }

    /// Every product on file.
    #[must_use]
    pub fn products(&self) -> &[Filed] {
        &self.products
    }

    /// What is known of a product.
    #[must_use]
    pub fn known(&self, product: ProductId) -> Option<&Arc<Known>> {
        self.product(product).map(|of| &of.known)
    }

    pub(super) fn product(&self, id: ProductId) -> Option<&Filed> {
        self.places.get(&id).map(|at| &self.products[*at])
    }

    pub(super) fn allergens(&self) -> &[Allergen] {
        &self.allergens
    }

    pub(super) fn diets(&self) -> impl Iterator<Item = Diet> {
        self.names.diets()
    }

    pub(super) fn categories(&self) -> &[String] {
        &self.categories
    }

    pub(super) const fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// What to declare first.
    pub(super) fn first(&self) -> &[ProductId] {
        &self.first
    }

    /// What is to be looked at, the most pressing first.
    pub(super) fn queue(&self) -> &[Entry] {
        &self.queue
    }

    /// How many allergens of it nobody has declared.
    pub(super) fn missing(&self, of: &Filed) -> usize {
        missing(&of.known, &self.allergens).count()
    }

    /// The products with every word of the query in their name or category, as they are filed.
    pub(super) fn search<'a>(&'a self, query: &str) -> impl Iterator<Item = &'a Filed> {
        let query = fold(query);
        let words: Vec<String> = query.split_whitespace().map(str::to_owned).collect();
        let named = self.products.iter().zip(&self.folded);
        named
            .filter(move |(_, folded)| words.iter().all(|word| folded.contains(word.as_str())))
            .map(|(of, _)| of)
    }

    /// What the rest of a product's row is: see [`detect::silent`].
    pub(super) fn rest(&self, of: &Filed) -> Vec<Allergen> {
        let allergens = self.allergens.iter().copied();
        detect::silent(&of.findings, &of.known, allergens).collect()
    }

    /// What stands against declaring this of a product.
    pub(super) fn objection(
        &self,
        of: &Filed,
        allergen: Allergen,
        said: Declared,
    ) -> Option<Objection> {
        let parts = of.parts.iter().filter_map(|part| self.product(*part));
        let worst = parts.max_by_key(|part| part.known.state(allergen));
        if let Some(part) = worst
            && said != Declared::Unknown
            && part.known.state(allergen) > said
        {
            return Some(Objection::Part(part.text.name.clone()));
        }
        let finding = detect::against(&of.findings, allergen, said)?;
        finding.evidence.first().cloned().map(Objection::Words)
    }

    /// What of a product can be accepted at once: what its label says for sure.
    pub(super) fn sure(&self, product: ProductId) -> Vec<&Proposal> {
        let of_it = self.queue.iter().filter(|entry| entry.product == product);
        let sure = of_it.filter(|entry| {
            let proposal = &entry.proposal;
            proposal.proposed != Declared::Unknown && proposal.trust() == Some(Trust::High)
        });
        sure.map(|entry| &entry.proposal).collect()
    }

    /// Changes what a product is made of, at once: the next change is of these parts and loses none of
    /// them. Says what they are now.
    pub(super) fn compose(
        &mut self,
        product: ProductId,
        change: impl FnOnce(&mut Vec<ProductId>),
    ) -> Option<Vec<ProductId>> {
        let of = &mut self.products[*self.places.get(&product)?];
        change(&mut of.parts);
        Some(of.parts.clone())
    }

    /// Takes over what is known of a product now, without reading all files again.
    pub(super) fn learn(&mut self, product: ProductId, known: Arc<Known>) {
        let Some(at) = self.places.get(&product).copied() else {
            return;
        };
        let declared = |desk: &Self| desk.missing(&desk.products[at]) == 0;
        let before = declared(self);
        self.products[at].known = known;
        let after = declared(self);
        self.recount(at, before, after);
        self.queue.retain(|entry| entry.product != product);
        let entries: Vec<Entry> = self.entries(&self.products[at]).collect();
        for entry in entries {
            let weight = self.weight(&entry);
            let place = self
                .queue
                .partition_point(|other| self.weight(other) < weight);
            self.queue.insert(place, entry);
        }
    }

    fn recount(&mut self, at: usize, before: bool, after: bool) {
        let of = &self.products[at];
        if of.kitchen || before == after {
            return;
        }
        if after {
            self.coverage.declared += 1;
            self.coverage.lines_declared += of.sold;
            self.first.retain(|first| *first != of.product);
        } else {
            self.coverage.declared = self.coverage.declared.saturating_sub(1);
            self.coverage.lines_declared -= of.sold;
            self.first.insert(0, of.product);
        }
    }

    fn entries(&self, of: &Filed) -> impl Iterator<Item = Entry> + use<> {
        let product = of.product;
        let proposals = of.proposals(&self.names).into_iter();
        proposals.map(move |proposal| Entry { product, proposal })
    }

    /// Contradictions, edits, then what nobody declared; within these what restricted pupils buy most.
    fn weight(&self, entry: &Entry) -> Weight {
        let of = self.product(entry.product);
        let (restricted, sold) = of.map_or((0, 0), |of| (of.to_restricted, of.sold));
        let proposal = &entry.proposal;
        (
            proposal.why,
            Reverse((restricted, sold)),
            entry.product,
            Reverse(proposal.confidence),
            proposal.allergen,
        )
    }
}

/// The text in which words of a label stand.
pub(super) fn text_at(of: &Filed, place: Place) -> Option<&str> {
    match place {
        Place::Ingredients => of.text.ingredients.as_deref(),
        Place::Declaration => of.text.statement.as_deref(),
        Place::Name | Place::Type => Some(&of.text.name),
        Place::Category => Some(&of.category),
        Place::Claim => None,
    }
}
