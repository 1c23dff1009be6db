//! Stock with its documents: purchases, counts and losses, each one transaction with the movements it
//! makes; and what is read of them.

mod check;
mod count;
mod draft;
mod loss;
mod moves;
mod receive;
mod value;

#[cfg(test)]
mod tests;

use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::{Error, Reader, row};
use crate::domain::catalogue::Unit;
use crate::domain::sale::At;
use crate::domain::stock::{MoveKind, Supplier, SupplierId};
use crate::domain::{CategoryId, Money, ProductId, Quantity};

pub(super) use check::PROMISES;
pub use count::{CountDraft, Posted, Posting};
pub use moves::{Moved, Moves};
pub(super) use receive::say_cost;
pub use receive::{PastPurchase, Received};
pub use value::{Sold, Valued};

/// A product as whoever looks after the stock sees it; also one that only the kitchen uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StockItem {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: CategoryId,
    /// That category's name.
    pub category_name: String,
    /// Its codes.
    pub codes: Vec<String>,
    /// What one of it is.
    pub unit: Unit,
    /// How much there is.
    pub stock: Quantity,
    /// How much there should be at least.
    pub minimum: Quantity,
    /// What one cost last, if known.
    pub cost: Option<Money>,
}

/// What a product is, for whoever moves it.
#[derive(Debug, Clone, Copy)]
struct Shelf {
    unit: Unit,
    category: i64,
    cost: Option<Money>,
    stock: i64,
}

impl Reader {
    /// Every product in use, by name, with its stock.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn stock_items(&self) -> Result<Vec<StockItem>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT p.id, p.name, p.category, c.name, p.unit, coalesce(s.quantity, 0) AS stock,
                 p.stock_minimum, p.cost,
                 (SELECT group_concat(code, ' ') FROM product_code WHERE product = p.id)
             FROM product p JOIN category c ON c.id = p.category LEFT JOIN stock s ON s.product = p.id
             WHERE p.active = 1 ORDER BY p.name COLLATE spanish, p.id",
        )?;
        let rows = select.query_map((), item)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Everybody goods were bought from, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn suppliers(&self) -> Result<Vec<Supplier>, Error> {
        let mut select = self
            .db
            .prepare_cached("SELECT id, name, ruc FROM supplier ORDER BY name COLLATE spanish")?;
        let rows = select.query_map((), |row| {
            let ruc: Option<String> = row.get(2)?;
            Ok(Supplier {
                id: SupplierId(row.get(0)?),
                name: row.get(1)?,
                ruc: ruc.and_then(|ruc| ruc.try_into().ok()),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn item(row: &Row<'_>) -> rusqlite::Result<StockItem> {
    let (unit, codes): (String, Option<String>) = (row.get(4)?, row.get(8)?);
    let codes = codes.unwrap_or_default();
    Ok(StockItem {
        product: ProductId(row.get(0)?),
        name: row.get(1)?,
        category: CategoryId(row.get(2)?),
        category_name: row.get(3)?,
        codes: codes.split_whitespace().map(str::to_owned).collect(),
        unit: row::unit(&unit),
        stock: Quantity::thousandths(row.get(5)?),
        minimum: Quantity::thousandths(row.get(6)?),
        cost: row.get::<_, Option<i64>>(7)?.map(Money::guaranies),
    })
}

/// A product that is in use.
fn shelf(db: &Connection, product: ProductId) -> Result<Shelf, Error> {
    let mut select = db.prepare_cached(
        "SELECT p.unit, p.category, p.cost, coalesce(s.quantity, 0) FROM product p
         LEFT JOIN stock s ON s.product = p.id WHERE p.id = ?1 AND p.active = 1",
    )?;
    let found = select.query_row([product.0], |row| {
        Ok(Shelf {
            unit: row::unit(&row.get::<_, String>(0)?),
            category: row.get(1)?,
            cost: row.get::<_, Option<i64>>(2)?.map(Money::guaranies),
            stock: row.get(3)?,
        })
    });
    let found = found.optional()?;
    found.ok_or_else(|| Error::NotFound(format!("product {}", product.0)))
}

/// Moves stock: the fact and what is kept beside it. Says the fact's number.
fn shift(
    db: &Connection,
    product: ProductId,
    by: Quantity,
    kind: MoveKind,
    at: At,
    note: Option<&str>,
) -> Result<i64, Error> {
    db.prepare_cached(
        "INSERT INTO stock_movement (id, product, quantity, kind, at, day, user, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        Uuid::now_v7().as_bytes(),
        product.0,
        by.in_thousandths(),
        kind.code(),
        at.moment.at.0,
        at.moment.day().number(),
        at.user.0,
        note,
    ))?;
    let movement = db.last_insert_rowid();
    db.prepare_cached(
        "INSERT INTO stock (product, quantity) VALUES (?1, ?2)
         ON CONFLICT (product) DO UPDATE SET quantity = quantity + ?2",
    )?
    .execute((product.0, by.in_thousandths()))?;
    Ok(movement)
}
