//! What is on file, ready to be searched, sorted and filtered without a disk.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::alphabet::sort_by_name;
use crate::domain::catalogue::Category;
use crate::domain::code::Code;
use crate::domain::search::{Index, Item, fold};
use crate::domain::{CategoryId, ProductId};
use crate::store::goods::{Good, Shelf};

/// Every product that is or was sold, by name. Made beside the screen, and shared by what is made of it.
#[derive(Debug, Clone, Default)]
pub struct Files {
    categories: Arc<[Category]>,
    goods: Arc<[Good]>,
    places: Arc<HashMap<ProductId, usize>>,
    /// Made after the list is shown; until then what is typed is looked for name by name.
    index: Option<Arc<Index>>,
}

impl Files {
    /// Sorts what was read.
    #[must_use]
    pub fn new(shelf: Shelf) -> Self {
        let Shelf {
            mut categories,
            mut goods,
        } = shelf;
        sort_by_name(&mut goods, |good| &good.name);
        sort_by_name(&mut categories, |category| &category.name);
        let places = goods.iter().enumerate().map(|(at, good)| (good.id, at));
        Self {
            places: Arc::new(places.collect()),
            categories: categories.into(),
            goods: goods.into(),
            index: None,
        }
    }

    /// The same with its index, which takes its time.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        let categories = self.categories.iter();
        let names: HashMap<CategoryId, &str> =
            categories.map(|of| (of.id, of.name.as_str())).collect();
        let codes: Vec<Vec<&str>> = self
            .goods
            .iter()
            .map(|good| good.codes.iter().map(Code::as_str).collect())
            .collect();
        let index = Index::new(self.goods.iter().zip(&codes).map(|(good, codes)| Item {
            id: good.id,
            name: &good.name,
            category: names.get(&good.category).copied().unwrap_or_default(),
            codes,
        }));
        self.index = Some(Arc::new(index));
        self
    }

    /// Whether both are of one reading.
    #[must_use]
    pub fn is_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.goods, &other.goods)
    }

    /// The categories, by name.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// The name of a category.
    #[must_use]
    pub fn category(&self, id: CategoryId) -> &str {
        let mut all = self.categories.iter();
        all.find(|of| of.id == id).map_or("", |of| &of.name)
    }

    /// All products, by name.
    #[must_use]
    pub fn goods(&self) -> &[Good] {
        &self.goods
    }

    /// A product by its number.
    #[must_use]
    pub fn get(&self, id: ProductId) -> Option<&Good> {
        self.places.get(&id).map(|at| &self.goods[*at])
    }

    /// Whose code that is.
    #[must_use]
    pub fn owner(&self, code: &Code) -> Option<&Good> {
        self.goods.iter().find(|good| good.codes.contains(code))
    }

    /// The places in [`goods`](Self::goods) of what is to be shown, in order.
    #[must_use]
    pub fn found(&self, query: &str, filter: &Filter, sort: Sort) -> Vec<usize> {
        let wanted = |at: &usize| filter.lets(&self.goods[*at]);
        match &self.index {
            _ if query.trim().is_empty() => {}
            Some(index) => {
                // Best first, whatever the order of the list.
                let found = index.find(query, self.goods.len()).into_iter();
                let places = found.filter_map(|id| self.places.get(&id).copied());
                return places.filter(wanted).collect();
            }
            None => {
                let query = fold(query);
                return self.looked_for(&query).filter(wanted).collect();
            }
        }
        let mut rows: Vec<usize> = (0..self.goods.len()).filter(wanted).collect();
        let goods = &self.goods;
        match sort.by {
            // As they are.
            By::Name => {}
            // The categories stand by name.
            By::Category => rows.sort_by_cached_key(|at| {
                let mut all = self.categories.iter();
                all.position(|of| of.id == goods[*at].category)
            }),
            By::Price => rows.sort_by_key(|at| goods[*at].price),
            By::Stock => rows.sort_by_key(|at| goods[*at].stock),
        }
        match (sort.by, sort.down) {
            (_, false) => {}
            (By::Name | By::Category, true) => rows.reverse(),
            (By::Price, true) => rows.sort_by_key(|at| Reverse(goods[*at].price)),
            (By::Stock, true) => rows.sort_by_key(|at| Reverse(goods[*at].stock)),
        }
        rows
    }
}

impl Files {
    /// The places of products that have every word of this in their name, or the whole of it in a code.
    fn looked_for<'a>(&'a self, query: &'a str) -> impl Iterator<Item = usize> + 'a {
        let query = query.trim();
        let goods = self.goods.iter().enumerate();
        let found = goods.filter(move |(_, good)| {
            let name = fold(&good.name);
            let mut words = query.split_whitespace();
            let coded = |code: &Code| fold(code.as_str()).contains(query);
            words.all(|word| name.contains(word)) || good.codes.iter().any(coded)
        });
        found.map(|(at, _)| at)
    }
}

/// Which products are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this category alone.
    pub category: Option<CategoryId>,
    /// Sold, not sold any more, or both.
    pub sold: Sold,
    /// Only those that are all of these.
    pub only: Only,
}

/// What else a product must be to be shown.
#[allow(clippy::struct_excessive_bools)] // four chips of the screen
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Only {
    /// Always among the favourites.
    pub favourite: bool,
    /// Without any code.
    pub without_code: bool,
    /// Nobody has declared what it contains.
    pub undeclared: bool,
    /// No more left than the minimum.
    pub low: bool,
}

/// Whether what is not sold any more is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sold {
    /// Only what is sold.
    #[default]
    Yes,
    /// Only what is not.
    No,
    /// Everything.
    Either,
}

impl Filter {
    fn lets(&self, good: &Good) -> bool {
        let sold = match self.sold {
            Sold::Yes => good.active,
            Sold::No => !good.active,
            Sold::Either => true,
        };
        let Only {
            favourite,
            without_code,
            undeclared,
            low,
        } = self.only;
        sold && self.category.is_none_or(|of| of == good.category)
            && (!favourite || good.favourite)
            && (!without_code || good.codes.is_empty())
            && (!undeclared || !good.declared)
            && (!low || good.is_low())
    }

    /// How many ways of narrowing are in force.
    #[must_use]
    pub fn narrows(&self) -> usize {
        let Only {
            favourite,
            without_code,
            undeclared,
            low,
        } = self.only;
        let only = [favourite, without_code, undeclared, low];
        let only = only.into_iter().filter(|on| *on).count();
        only + usize::from(self.category.is_some()) + usize::from(self.sold != Sold::Yes)
    }
}

/// By what the list is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub by: By,
    /// The largest first.
    pub down: bool,
}

/// A column to sort by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum By {
    /// The name.
    #[default]
    Name,
    /// The category's name.
    Category,
    /// The general price.
    Price,
    /// What is left.
    Stock,
}
