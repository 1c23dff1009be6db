//! The products of the house, found by code, by name or by what is typed.

use std::collections::HashMap;

use crate::domain::ProductId;
use crate::domain::code::Code;
use crate::domain::search::{Index, Item};
use crate::store::stock::StockItem;

/// The field in which a product is looked for.
pub const SEARCH_ID: &str = "stock-search";
/// The field in which a quantity is typed.
pub const QUANTITY_ID: &str = "stock-quantity";
/// The most products that are offered for what was typed.
pub(super) const HITS_MAX: usize = 6;

/// The products of the house.
#[derive(Debug)]
pub struct Shelf {
    items: Vec<StockItem>,
    places: HashMap<ProductId, usize>,
    codes: HashMap<String, ProductId>,
    index: Index<ProductId>,
}

impl Shelf {
    pub(super) fn new(items: Vec<StockItem>) -> Self {
        let places = items.iter().enumerate();
        let codes = items.iter().flat_map(|item| {
            let codes = item.codes.iter();
            codes.map(|code| (code.clone(), item.product))
        });
        let parsed: Vec<Vec<&str>> = items
            .iter()
            .map(|item| item.codes.iter().map(String::as_str).collect())
            .collect();
        let index = items.iter().zip(&parsed).map(|(item, codes)| Item {
            id: item.product,
            name: &item.name,
            category: &item.category_name,
            codes,
        });
        Self {
            places: places.map(|(at, item)| (item.product, at)).collect(),
            codes: codes.collect(),
            index: Index::new(index),
            items,
        }
    }

    /// A product.
    #[must_use]
    pub fn get(&self, product: ProductId) -> Option<&StockItem> {
        self.places.get(&product).map(|at| &self.items[*at])
    }

    /// All of them, by name.
    #[must_use]
    pub fn items(&self) -> &[StockItem] {
        &self.items
    }

    pub(super) fn by_code(&self, code: &Code) -> Option<ProductId> {
        self.codes.get(code.as_str()).copied()
    }

    /// The best hits for what was typed.
    pub(super) fn find(&self, query: &str) -> Vec<&StockItem> {
        let found = self.index.find(query, HITS_MAX);
        found.into_iter().filter_map(|id| self.get(id)).collect()
    }
}

/// The first hit for what was typed.
pub(super) fn first(shelf: Option<&Shelf>, query: &str) -> Option<ProductId> {
    let hits = shelf?.find(query);
    hits.first().map(|item| item.product)
}
