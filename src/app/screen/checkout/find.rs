//! Which products the tiles show.

use std::sync::Arc;

use super::super::Context;
use super::{Screen, Shelf};
use crate::domain::ProductId;
use crate::domain::catalogue::Product;

/// The most tiles that are laid out at once: the rest is on further pages.
pub(super) const TILES_MAX: usize = 60;
/// The most products that a search finds: ten pages.
const FOUND_MAX: usize = 10 * TILES_MAX;

/// A page of tiles.
pub(super) struct Shown<'a> {
    pub(super) tiles: Vec<&'a Arc<Product>>,
    /// Which page, from 0.
    pub(super) page: usize,
    /// How many products there are on all pages.
    pub(super) all: usize,
}

impl Shown<'_> {
    /// The first and the last of this page, counted from 1.
    pub(super) const fn range(&self) -> (usize, usize) {
        let before = self.page * TILES_MAX;
        (before + 1, before + self.tiles.len())
    }

    pub(super) const fn has_more(&self) -> bool {
        self.range().1 < self.all
    }
}

impl Screen {
    /// The page of products to show, best first.
    pub(super) fn shown<'a>(&self, context: &Context<'a>) -> Shown<'a> {
        let found = if self.search.trim().is_empty() {
            shelved(self.shelf, context)
        } else {
            hits(&self.search, context)
        };
        let all = found.len();
        let page = self.page.min(all.saturating_sub(1) / TILES_MAX);
        let tiles = found.into_iter().skip(page * TILES_MAX).take(TILES_MAX);
        Shown {
            tiles: tiles.collect(),
            page,
            all,
        }
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
    context.catalogue.search(query, FOUND_MAX)
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
