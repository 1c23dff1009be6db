//! What the canteen sells.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::code::Code;
use super::diet::{Declarations, Known};
use super::goods::{Label, Look};
use super::search::{Index, Item};
use super::tax::Rate;
use super::{CategoryId, Money, PriceListId, ProductId, Quantity};

/// A price: 1 to 1.000.000.000 guaraníes for one piece or one kilogram. Nothing is sold for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Price(Money);

/// A price is 1 to 1.000.000.000 guaraníes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a price is 1 to 1.000.000.000 guaraníes")]
pub struct BadPrice;

impl Price {
    const MAX: Money = Money::guaranies(1_000_000_000);

    /// Checks a price.
    ///
    /// # Errors
    /// [`BadPrice`] for zero, less than zero, or beyond a thousand million.
    pub fn new(amount: Money) -> Result<Self, BadPrice> {
        if amount.is_positive() && amount <= Self::MAX {
            Ok(Self(amount))
        } else {
            Err(BadPrice)
        }
    }

    /// The amount for one piece or one kilogram.
    #[must_use]
    pub const fn amount(self) -> Money {
        self.0
    }

    /// The amount for a quantity, rounded half up to the guaraní.
    #[must_use]
    pub fn times(self, quantity: Quantity) -> Money {
        self.0.times(quantity.decimal())
    }
}

impl TryFrom<i64> for Price {
    type Error = BadPrice;

    fn try_from(amount: i64) -> Result<Self, BadPrice> {
        Self::new(Money::guaranies(amount))
    }
}

impl From<Price> for i64 {
    fn from(price: Price) -> Self {
        price.0.amount()
    }
}

/// What one unit of a product is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A piece.
    Each,
    /// A kilogram, sold to the gram.
    Kilogram,
}

/// What to do when the stock says there is none left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StockRule {
    /// Do not sell.
    Refuse,
    /// Sell: the count is behind (what the kitchen makes).
    Allow,
}

/// The general price list, which every product has a price in.
pub const GENERAL: PriceListId = PriceListId(1);

/// The price list of the school's own staff.
pub const STAFF: PriceListId = PriceListId(2);

/// A thing the canteen sells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Which.
    pub id: ProductId,
    /// «Empanada de carne».
    pub name: String,
    /// Its group.
    pub category: CategoryId,
    /// Barcodes and short codes; may be none.
    pub codes: Vec<Code>,
    /// Prices by list.
    pub prices: BTreeMap<PriceListId, Price>,
    /// The IVA its price includes.
    pub rate: Rate,
    /// Piece or kilogram.
    pub unit: Unit,
    /// How much is left, as the till knows it.
    pub stock: Quantity,
    /// What to do when that is nothing.
    pub stock_rule: StockRule,
    /// At and below this the tile warns.
    pub stock_minimum: Quantity,
    /// Always among the favourites.
    pub favourite: bool,
    /// As on the label.
    pub ingredients: Option<String>,
    /// What the till knows of it, and why.
    pub known: Arc<Known>,
    /// False once it is no longer sold.
    pub active: bool,
}

impl Product {
    /// The price in a list, else in the general one.
    #[must_use]
    pub fn price(&self, list: PriceListId) -> Option<Price> {
        self.prices
            .get(&list)
            .or_else(|| self.prices.get(&GENERAL))
            .copied()
    }
}

/// A product as a list gives it, before the store has named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProduct {
    /// Name.
    pub name: String,
    /// The category by name; made if it is new.
    pub category: String,
    /// Barcodes and short codes.
    pub codes: Vec<Code>,
    /// The general price.
    pub price: Price,
    /// The price for staff, if another.
    pub staff_price: Option<Price>,
    /// What it costs the canteen, if known.
    pub cost: Option<Money>,
    /// IVA.
    pub rate: Rate,
    /// Piece or kilogram.
    pub unit: Unit,
    /// How much there is, counted; `None` leaves what is on file.
    pub stock: Option<Quantity>,
    /// What to do when there is none.
    pub stock_rule: StockRule,
    /// Warn at and below.
    pub stock_minimum: Quantity,
    /// Always among the favourites.
    pub favourite: bool,
    /// As on the label.
    pub ingredients: Option<String>,
    /// The label's own sentence: «Contiene … Puede contener …».
    pub statement: Option<String>,
    /// What is declared.
    pub declarations: Declarations,
}

/// A group of products.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Which.
    pub id: CategoryId,
    /// «Panadería».
    pub name: String,
}

/// Everything that can be sold now, found by number or by code.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    categories: Vec<Category>,
    products: Vec<Arc<Product>>,
    by_id: HashMap<ProductId, usize>,
    by_code: HashMap<Code, usize>,
    index: Index,
    looks: HashMap<ProductId, Look>,
    /// By prefix and PLU of a scale's labels.
    by_label: HashMap<(u8, u32), ProductId>,
}

impl Catalogue {
    /// Of these categories and products, in the order given; inactive products are left out.
    #[must_use]
    pub fn new(categories: Vec<Category>, products: Vec<Product>) -> Self {
        let products: Vec<Arc<Product>> = products
            .into_iter()
            .filter(|product| product.active)
            .map(Arc::new)
            .collect();
        let by_id = products
            .iter()
            .enumerate()
            .map(|(at, product)| (product.id, at))
            .collect();
        let by_code = products
            .iter()
            .enumerate()
            .flat_map(|(at, product)| product.codes.iter().map(move |code| (code.clone(), at)))
            .collect();
        let index = index(&categories, &products);
        Self {
            categories,
            products,
            by_id,
            by_code,
            index,
            looks: HashMap::new(),
            by_label: HashMap::new(),
        }
    }

    /// The same, with how products look on tiles and what scales print of them.
    #[must_use]
    pub fn looking(mut self, looks: HashMap<ProductId, Look>) -> Self {
        let scales = looks
            .iter()
            .filter_map(|(id, look)| Some((*id, look.scale?)));
        self.by_label = scales
            .map(|(id, scale)| ((scale.prefix(), scale.plu()), id))
            .collect();
        self.looks = looks;
        self
    }

    /// How a product looks on its tile.
    #[must_use]
    pub fn look(&self, id: ProductId) -> Look {
        self.looks.get(&id).copied().unwrap_or_default()
    }

    /// What a scale has weighed, by its label: which product, and how much of it by its price in that list.
    #[must_use]
    pub fn by_label(&self, code: &Code, list: PriceListId) -> Option<(&Arc<Product>, Quantity)> {
        let label = Label::read(code)?;
        let id = *self.by_label.get(&(label.prefix, label.plu))?;
        let (product, scale) = (self.get(id)?, self.look(id).scale?);
        let price = product.price(list)?;
        Some((product, label.quantity(scale.holds, price)))
    }

    /// The categories, in their order.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// The products, in their order.
    #[must_use]
    pub fn products(&self) -> &[Arc<Product>] {
        &self.products
    }

    /// The product of that number.
    #[must_use]
    pub fn get(&self, id: ProductId) -> Option<&Arc<Product>> {
        self.by_id.get(&id).map(|at| &self.products[*at])
    }

    /// The product with that code.
    #[must_use]
    pub fn by_code(&self, code: &Code) -> Option<&Arc<Product>> {
        self.by_code.get(code).map(|at| &self.products[*at])
    }

    /// The products that a typed query means, best first, one typo forgiven; at most `limit`.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Vec<&Arc<Product>> {
        let found = self.index.find(query, limit).into_iter();
        found.filter_map(|id| self.get(id)).collect()
    }

    /// Takes over what is known of a product now, without reading everything again.
    pub fn learn(&mut self, product: &Arc<Product>) {
        if let Some(at) = self.by_id.get(&product.id) {
            self.products[*at] = Arc::clone(product);
        }
    }

    /// Takes over the stock after a sale or a void, without reading everything again.
    pub fn set_stock(&mut self, id: ProductId, stock: Quantity) {
        if let Some(at) = self.by_id.get(&id) {
            Arc::make_mut(&mut self.products[*at]).stock = stock;
        }
    }

    /// Takes over what is known of a product now; says whether it differs from what was known.
    pub fn set_known(&mut self, id: ProductId, known: &Arc<Known>) -> bool {
        let Some(at) = self.by_id.get(&id) else {
            return false;
        };
        if self.products[*at].known == *known {
            return false;
        }
        Arc::make_mut(&mut self.products[*at]).known = Arc::clone(known);
        true
    }
}

fn index(categories: &[Category], products: &[Arc<Product>]) -> Index {
    let names: HashMap<CategoryId, &str> = categories
        .iter()
        .map(|category| (category.id, category.name.as_str()))
        .collect();
    let codes: Vec<Vec<&str>> = products
        .iter()
        .map(|product| product.codes.iter().map(Code::as_str).collect())
        .collect();
    let items = products.iter().zip(&codes).map(|(product, codes)| Item {
        id: product.id,
        name: &product.name,
        category: names.get(&product.category).copied().unwrap_or_default(),
        codes,
    });
    Index::new(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_of_nothing_or_of_too_much_does_not_exist() {
        for amount in [0, -1, 1_000_000_001, i64::MAX, i64::MIN] {
            assert_eq!(Price::try_from(amount), Err(BadPrice), "{amount}");
        }
        assert!(Price::try_from(1).is_ok());
    }

    #[test]
    fn weighed_goods_cost_their_grams_rounded_half_up() {
        let price = Price::try_from(45_000).unwrap();
        assert_eq!(
            price.times(Quantity::thousandths(350)),
            Money::guaranies(15_750)
        );
        let odd = Price::try_from(5).unwrap();
        assert_eq!(odd.times(Quantity::thousandths(500)), Money::guaranies(3));
    }
}
