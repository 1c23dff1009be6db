//! What is on file of products, sold or not.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row};

use crate::domain::catalogue::{Category, GENERAL, Price, STAFF, StockRule, Unit};
use crate::domain::code::Code;
use crate::domain::goods::{Holds, Look, Scale, TileColour};
use crate::domain::tax::Rate;
use crate::domain::{BusinessDay, CategoryId, Money, ProductId, Quantity};
use crate::store::catalogue::{Prices, codes_of};
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
    let mut select = db.prepare_cached(
        "SELECT p.id, p.name, p.category, p.cost, p.rate, p.unit, p.stock_rule, p.stock_minimum,
             p.favourite, p.place, p.colour, p.active, coalesce(s.quantity, 0) AS stock,
             EXISTS (SELECT 1 FROM product_photo f WHERE f.product = p.id) AS photo,
             EXISTS (SELECT 1 FROM declared d WHERE d.product = p.id) AS declared,
             l.prefix, l.plu, l.holds
         FROM product p LEFT JOIN stock s ON s.product = p.id LEFT JOIN product_scale l ON l.product = p.id
         WHERE p.kitchen = 0 AND p.id BETWEEN ?1 AND ?2 ORDER BY p.id",
    )?;
    let mut rows = select.query(ids)?;
    let mut goods = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let codes: Result<Vec<Code>, _> =
            codes.of(id).iter().map(|code| Code::parse(code)).collect();
        let prices = prices.of(id);
        goods.push(Good {
            id: ProductId(id),
            name: row.get(1)?,
            category: CategoryId(row.get(2)?),
            codes: codes?,
            price: prices.get(&GENERAL).copied(),
            staff_price: prices.get(&STAFF).copied(),
            cost: row.get::<_, Option<i64>>(3)?.map(Money::guaranies),
            rate: row::rate(row.get(4)?)?,
            unit: row::unit(row.get_ref(5)?.as_str().unwrap_or_default()),
            stock_rule: row::stock_rule(row.get_ref(6)?.as_str().unwrap_or_default()),
            stock_minimum: Quantity::thousandths(row.get(7)?),
            favourite: row.get(8)?,
            look: look(row, 9, 13)?,
            active: row.get(11)?,
            stock: Quantity::thousandths(row.get(12)?),
            declared: row.get(14)?,
        });
    }
    Ok(goods)
}

/// Place and colour from one column on, then the picture and, two further, the scale.
fn look(row: &Row<'_>, place: usize, photo: usize) -> Result<Look, Error> {
    let colour: Option<u8> = row.get(place + 1)?;
    let prefix: Option<u8> = row.get(photo + 2)?;
    let scale = match prefix {
        Some(prefix) => {
            let holds = Holds::from_code(row.get_ref(photo + 4)?.as_str().unwrap_or_default());
            let scale = Scale::new(prefix, row.get(photo + 3)?, holds.unwrap_or(Holds::Weight));
            Some(scale.map_err(|bad| row::unexpected("scale", bad))?)
        }
        None => None,
    };
    Ok(Look {
        place: row.get(place)?,
        colour: colour.and_then(TileColour::new),
        photo: row.get(photo)?,
        scale,
    })
}

/// How products look on tiles, where something was said of it.
pub(in crate::store) fn looks(db: &Connection) -> Result<HashMap<ProductId, Look>, Error> {
    let mut select = db.prepare_cached(
        "SELECT p.id, p.place, p.colour, f.product IS NOT NULL, 0, l.prefix, l.plu, l.holds
         FROM product p LEFT JOIN product_photo f ON f.product = p.id
             LEFT JOIN product_scale l ON l.product = p.id
         WHERE p.active = 1 AND p.kitchen = 0 AND (p.place IS NOT NULL OR p.colour IS NOT NULL
             OR f.product IS NOT NULL OR l.product IS NOT NULL)",
    )?;
    let mut rows = select.query(())?;
    let mut looks = HashMap::new();
    while let Some(row) = rows.next()? {
        looks.insert(ProductId(row.get(0)?), look(row, 1, 3)?);
    }
    Ok(looks)
}
