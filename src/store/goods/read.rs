//! What is on file of products, sold or not.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::catalogue::{Category, GENERAL, Price, STAFF, StockRule, Unit};
use crate::domain::code::Code;
use crate::domain::goods::{Holds, Look, Scale, TileColour};
use crate::domain::tax::Rate;
use crate::domain::{BusinessDay, CategoryId, Money, ProductId, Quantity};
use crate::store::catalogue::{Grouped, Prices, codes_of};
use crate::store::price::{self, PastPrice};
use crate::store::{Error, Reader, Store, diet, row};

/// A product as a list shows it, at the prices of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Good {
    /// Which.
    pub id: ProductId,
    /// «Empanada de carne».
    pub name: String,
    /// Its group.
    pub category: CategoryId,
    /// Barcodes and short codes.
    pub codes: Vec<Code>,
    /// The general price; `None` if it never had one.
    pub price: Option<Price>,
    /// The price for staff, if another.
    pub staff_price: Option<Price>,
    /// What it costs the canteen, if known.
    pub cost: Option<Money>,
    /// IVA.
    pub rate: Rate,
    /// Piece or kilogram.
    pub unit: Unit,
    /// How much there is, as the till knows it.
    pub stock: Quantity,
    /// What to do when there is none.
    pub stock_rule: StockRule,
    /// Warn at and below.
    pub stock_minimum: Quantity,
    /// Always among the favourites.
    pub favourite: bool,
    /// Its tile, and its labels.
    pub look: Look,
    /// Whether it is sold.
    pub active: bool,
    /// Whether anything is declared of what it contains.
    pub declared: bool,
}

impl Good {
    /// Whether its stock is counted and no more than the minimum is left.
    #[must_use]
    pub fn is_low(&self) -> bool {
        let counted = self.stock_rule == StockRule::Refuse || self.stock_minimum > Quantity::ZERO;
        counted && self.stock <= self.stock_minimum
    }
}

/// Every product that is or was sold, by name; what is only used in the kitchen is not among them.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    /// All categories, by number.
    pub categories: Vec<Category>,
    /// The products.
    pub goods: Vec<Good>,
}

/// All that is on file of one product.
#[derive(Debug, Clone)]
pub struct Detail {
    /// As in the list.
    pub good: Good,
    /// The name of its category.
    pub category: String,
    /// As on the label.
    pub ingredients: Option<String>,
    /// What was ever said of its prices, latest first.
    pub prices: Vec<PastPrice>,
    /// Its picture, as PNG.
    pub photo: Option<Vec<u8>>,
}

impl Reader {
    /// Every product that is or was sold, at the prices of a day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn shelf(&self, day: BusinessDay) -> Result<Shelf, Error> {
        let db = &*self.db.unchecked_transaction()?;
        let mut select = db.prepare_cached("SELECT id, name FROM category ORDER BY id")?;
        let categories = select.query_map((), |row| {
            Ok(Category {
                id: CategoryId(row.get(0)?),
                name: row.get(1)?,
            })
        })?;
        Ok(Shelf {
            categories: categories.collect::<Result<_, _>>()?,
            goods: goods(db, (0, i64::MAX), day)?,
        })
    }

    /// The pictures of at most so many products, those with a place first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn product_photos(&self, most: u32) -> Result<Vec<(ProductId, Vec<u8>)>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT f.product, f.png FROM product_photo f JOIN product p ON p.id = f.product
             WHERE p.active = 1 ORDER BY p.favourite DESC, p.place IS NULL, p.place, p.id LIMIT ?1",
        )?;
        let rows = select.query_map([most], |row| Ok((ProductId(row.get(0)?), row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Store {
    /// All that is on file of one product, at the prices of a day.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is not on file.
    pub fn good(&self, id: ProductId, day: BusinessDay) -> Result<Detail, Error> {
        detail(&self.db, id, day)
    }
}

pub(super) fn detail(db: &Connection, id: ProductId, day: BusinessDay) -> Result<Detail, Error> {
    let good = goods(db, (id.0, id.0), day)?.pop();
    let good = good.ok_or_else(|| Error::NotFound(format!("product {}", id.0)))?;
    let category = db
        .prepare_cached("SELECT name FROM category WHERE id = ?1")?
        .query_row([good.category.0], |row| row.get(0))?;
    let text = diet::text_of(db, id).ok();
    let photo = db
        .prepare_cached("SELECT png FROM product_photo WHERE product = ?1")?
        .query_row([id.0], |row| row.get(0));
    Ok(Detail {
        category,
        ingredients: text.and_then(|(_, text)| text.ingredients),
        prices: price::history(db, id)?,
        photo: photo.optional()?,
        good,
    })
}

fn goods(db: &Connection, ids: (i64, i64), day: BusinessDay) -> Result<Vec<Good>, Error> {
    let mut codes = codes_of(db, ids)?;
    let mut prices = Prices::on(db, ids, day)?;
    let mut left = left(db, ids)?;
    let mut looks = Looks::of(db, ids)?;
    let mut select = db.prepare_cached(
        "SELECT p.id, p.name, p.category, p.cost, p.rate, p.unit, p.stock_rule, p.stock_minimum,
             p.favourite, p.place, p.colour, p.active,
             EXISTS (SELECT 1 FROM declared d WHERE d.product = p.id) AS declared
         FROM product p WHERE p.kitchen = 0 AND p.id BETWEEN ?1 AND ?2 ORDER BY p.id",
    )?;
    let mut rows = select.query(ids)?;
    let mut goods = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let prices = prices.of(id);
        goods.push(Good {
            id: ProductId(id),
            name: row.get(1)?,
            category: CategoryId(row.get(2)?),
            codes: codes.of(id),
            price: prices.get(&GENERAL).copied(),
            staff_price: prices.get(&STAFF).copied(),
            cost: row.get::<_, Option<i64>>(3)?.map(Money::guaranies),
            rate: row::rate(row.get(4)?)?,
            unit: row::unit(row.get_ref(5)?.as_str().unwrap_or_default()),
            stock_rule: row::stock_rule(row.get_ref(6)?.as_str().unwrap_or_default()),
            stock_minimum: Quantity::thousandths(row.get(7)?),
            favourite: row.get(8)?,
            look: looks.next(id, row.get(9)?, row.get(10)?)?,
            active: row.get(11)?,
            stock: left.next_of(id).unwrap_or(Quantity::ZERO),
            declared: row.get(12)?,
        });
    }
    Ok(goods)
}

/// How much is left of products between two numbers.
fn left(db: &Connection, ids: (i64, i64)) -> Result<Grouped<Quantity>, Error> {
    let sql =
        "SELECT product, quantity FROM stock WHERE product BETWEEN ?1 AND ?2 ORDER BY product";
    Grouped::read(db, sql, ids, |row| Ok(Quantity::thousandths(row.get(1)?)))
}

/// Pictures and labels of products, asked for in the order of the products' numbers: few have any.
struct Looks {
    photos: Grouped<()>,
    scales: Grouped<(u8, u32, Holds)>,
}

impl Looks {
    fn of(db: &Connection, ids: (i64, i64)) -> Result<Self, Error> {
        let photos =
            "SELECT product FROM product_photo WHERE product BETWEEN ?1 AND ?2 ORDER BY product";
        let scales = "SELECT product, prefix, plu, holds FROM product_scale
             WHERE product BETWEEN ?1 AND ?2 ORDER BY product";
        Ok(Self {
            photos: Grouped::read(db, photos, ids, |_| Ok(()))?,
            scales: Grouped::read(db, scales, ids, |row| {
                let holds = Holds::from_code(row.get_ref(3)?.as_str().unwrap_or_default());
                Ok((row.get(1)?, row.get(2)?, holds.unwrap_or(Holds::Weight)))
            })?,
        })
    }

    fn next(&mut self, id: i64, place: Option<u16>, colour: Option<u8>) -> Result<Look, Error> {
        let scale = self.scales.next_of(id);
        let scale = scale.map(|(prefix, plu, holds)| Scale::new(prefix, plu, holds));
        Ok(Look {
            place,
            colour: colour.and_then(TileColour::new),
            photo: self.photos.next_of(id).is_some(),
            scale: scale
                .transpose()
                .map_err(|bad| row::unexpected("scale", bad))?,
        })
    }
}

/// How products look on tiles, where something was said of it.
pub(in crate::store) fn looks(db: &Connection) -> Result<HashMap<ProductId, Look>, Error> {
    let mut looks = Looks::of(db, (0, i64::MAX))?;
    let mut select = db.prepare_cached(
        "SELECT id, place, colour FROM product WHERE active = 1 AND kitchen = 0 ORDER BY id",
    )?;
    let mut rows = select.query(())?;
    let mut said = HashMap::new();
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        let look = looks.next(id, row.get(1)?, row.get(2)?)?;
        if look != Look::default() {
            said.insert(ProductId(id), look);
        }
    }
    Ok(said)
}
