//! Which products the tiles show.

use std::sync::Arc;

use super::super::Context;
use super::{Screen, Shelf};
use crate::domain::ProductId;
use crate::domain::catalogue::{Category, Product};

/// The most tiles that are laid out: more are found by typing, not by scrolling.
pub(super) const TILES_MAX: usize = 60;

impl Screen {
    /// The products to show, best first, and how many there are in all.
    pub(super) fn shown<'a>(&self, context: &Context<'a>) -> (Vec<&'a Arc<Product>>, usize) {
        let mut found = if self.search.trim().is_empty() {
            shelved(self.shelf, context)
        } else {
            hits(&self.search, context)
        };
        let all = found.len();
        found.truncate(TILES_MAX);
        (found, all)
    }
}

fn shelved<'a>(shelf: Shelf, context: &Context<'a>) -> Vec<&'a Arc<Product>> {
    let catalogue = context.catalogue;
    match shelf {
        Shelf::All => catalogue.products().iter().collect(),
        Shelf::Of(category) => catalogue
            .products()
            .iter()
            .filter(|product| product.category == category)
            .collect(),
        Shelf::Favourites => {
            let learnt = context
                .favourites
                .iter()
                .filter_map(|id| catalogue.get(*id));
            let fixed = catalogue
                .products()
                .iter()
                .filter(|product| product.favourite && !context.favourites.contains(&product.id));
            learnt.chain(fixed).collect()
        }
    }
}

/// The products that a query finds, best first: every word of it begins a word of the name, the category or a code.
pub(super) fn hits<'a>(query: &str, context: &Context<'a>) -> Vec<&'a Arc<Product>> {
    let query = folded(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut found: Vec<(u8, &Arc<Product>)> = context
        .catalogue
        .products()
        .iter()
        .filter_map(|product| rank(product, &words, context).map(|rank| (rank, product)))
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, product)| product).collect()
}

/// How well a product fits, 0 best; `None` if it does not.
fn rank(product: &Product, words: &[&str], context: &Context<'_>) -> Option<u8> {
    let [whole] = words else {
        return fits(product, words, context).then_some(3);
    };
    let code = product
        .codes
        .iter()
        .any(|code| code.as_str().to_lowercase() == *whole);
    if code {
        return Some(0);
    }
    let begins = folded(&product.name).starts_with(whole);
    fits(product, words, context).then_some(if begins { 1 } else { 2 })
}

fn fits(product: &Product, words: &[&str], context: &Context<'_>) -> bool {
    let categories = context.catalogue.categories();
    let category = categories
        .iter()
        .find(|category: &&Category| category.id == product.category);
    let category = category.map_or(String::new(), |category| folded(&category.name));
    let name = folded(&product.name);
    words.iter().all(|word| {
        let begins = |text: &str| text.split_whitespace().any(|of| of.starts_with(word));
        let in_code = |code: &crate::domain::code::Code| {
            word.len() >= 3 && code.as_str().to_lowercase().contains(word)
        };
        begins(&name) || begins(&category) || product.codes.iter().any(in_code)
    })
}

/// Small letters without accents; `ñ` counts as `n`, as people type it.
pub(super) fn folded(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .map(|letter| match letter {
            'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' | 'ẽ' => 'e',
            'í' | 'ì' | 'î' | 'ï' | 'ĩ' => 'i',
            'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
            'ú' | 'ù' | 'û' | 'ü' | 'ũ' => 'u',
            'ý' | 'ỹ' => 'y',
            'ñ' => 'n',
            'ç' => 'c',
            other => other,
        })
        .collect()
}

/// What to offer instead of refused products: of their categories, declared free for this pupil, in stock.
pub(super) fn alternatives<'a>(
    screen: &Screen,
    refused: &[ProductId],
    context: &Context<'a>,
) -> Vec<&'a Arc<Product>> {
    use crate::domain::diet::Verdict;
    let catalogue = context.catalogue;
    let categories: Vec<_> = refused
        .iter()
        .filter_map(|id| catalogue.get(*id))
        .map(|product| product.category)
        .collect();
    let (policy, day) = (&context.rules.policy, context.rules.day);
    catalogue
        .products()
        .iter()
        .filter(|product| categories.contains(&product.category))
        .filter(|product| product.stock.in_thousandths() > 0)
        .filter(|product| product.unit == crate::domain::catalogue::Unit::Each)
        .filter(|product| screen.cart().verdict(product, policy, day) == Verdict::Allow)
        .filter(|product| declared_free(screen, product, day))
        .take(3)
        .collect()
}

/// A policy may allow what nobody has declared; an offer of ours rests on a declaration.
fn declared_free(screen: &Screen, product: &Product, day: crate::domain::BusinessDay) -> bool {
    let restrictions = screen
        .cart()
        .customer()
        .map_or(&[][..], |customer| &customer.student.restrictions);
    restrictions
        .iter()
        .filter(|restriction| restriction.holds_on(day))
        .all(|restriction| {
            product.declarations.state(restriction.allergen) == crate::domain::diet::Declared::Free
        })
}
