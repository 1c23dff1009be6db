//! Which products the tiles show.

use std::sync::Arc;

use super::super::Context;
use super::{Screen, Shelf};
use crate::domain::Money;
use crate::domain::cart::{Conflict, LineId};
use crate::domain::catalogue::{Product, Unit};
use crate::domain::diet::{self, Declared, Response};

/// The most tiles that are laid out at once: the rest is on further pages.
pub(super) const TILES_MAX: usize = 48;
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
                .filter(|product| product.favourite);
            // What has a place is in it; then what sells at this hour; then what else always is here.
            let place = |product: &&Arc<Product>| catalogue.look(product.id).place;
            let mut placed: Vec<_> = fixed.clone().filter(|of| place(of).is_some()).collect();
            placed.sort_by_key(|of| place(of));
            let free = |of: &&Arc<Product>| !(of.favourite && place(of).is_some());
            let other = fixed.filter(|of| !context.favourites.contains(&of.id));
            let rest = learnt.chain(other).filter(free);
            placed.into_iter().chain(rest).collect()
        }
    }
}

/// The products that a query finds, best first.
pub(super) fn hits<'a>(query: &str, context: &Context<'a>) -> Vec<&'a Arc<Product>> {
    context.catalogue.search(query, FOUND_MAX)
}

/// The most products that an alert offers instead.
const OFFERED_MAX: usize = 3;

/// What to offer instead of products that stand in the way: of their categories, in stock, declared free of
/// all that this pupil must not eat and against none of their diets; nearest in price first.
pub(super) fn alternatives<'a>(
    screen: &Screen,
    conflicts: &[Conflict],
    context: &Context<'a>,
) -> Vec<&'a Arc<Product>> {
    let mut offers: Vec<_> = context
        .catalogue
        .products()
        .iter()
        .filter(|product| product.stock.in_thousandths() > 0 && product.unit == Unit::Each)
        .filter_map(|product| Some((nearest(screen, conflicts, product)?, product)))
        .filter(|(_, product)| is_safe(screen, product, context))
        .collect();
    offers.sort_by_key(|((further, _), _)| *further);
    let offers = offers.into_iter().map(|(_, product)| product);
    offers.take(OFFERED_MAX).collect()
}

/// The line that a product would be taken instead of: of its category, nearest in price.
pub(super) fn replaced(
    screen: &Screen,
    conflicts: &[Conflict],
    product: &Product,
) -> Option<LineId> {
    nearest(screen, conflicts, product).map(|(_, line)| line)
}

/// How much further in price, and from which line.
fn nearest(screen: &Screen, conflicts: &[Conflict], product: &Product) -> Option<(Money, LineId)> {
    let list = screen.cart().price_list();
    let price = product.price(list)?.amount();
    let same = conflicts
        .iter()
        .filter(|conflict| conflict.product.category == product.category);
    let further = same.filter_map(|conflict| {
        let stands = conflict.product.price(list)?.amount();
        Some((stands.max(price) - stands.min(price), conflict.line))
    });
    further.min_by_key(|(further, _)| *further)
}

/// A policy may allow what nobody has declared; an offer of ours rests on a declaration.
fn is_safe(screen: &Screen, product: &Product, context: &Context<'_>) -> bool {
    let Some(customer) = screen.cart().customer() else {
        return false;
    };
    let (needs, day) = (customer.student.needs(), context.rules.day);
    let mut held = needs.restrictions.iter().filter(|of| of.holds_on(day));
    let response = diet::response(&product.known, needs, &context.rules.policy, day);
    response == Response::Allow && held.all(|of| product.known.state(of.allergen) == Declared::Free)
}
