//! Which products the tiles show.

use std::sync::Arc;

use super::super::Context;
use super::{Screen, Shelf};
use crate::domain::ProductId;
use crate::domain::catalogue::Product;

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

/// The products that a query finds, best first.
pub(super) fn hits<'a>(query: &str, context: &Context<'a>) -> Vec<&'a Arc<Product>> {
    context.catalogue.search(query, TILES_MAX)
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
            product.known.state(restriction.allergen) == crate::domain::diet::Declared::Free
        })
}
