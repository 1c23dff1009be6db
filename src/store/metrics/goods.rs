//! Products as they stand, when they were last sold, and what was lost.

use rusqlite::{OptionalExtension, Row};

use super::super::{Error, Reader, row};
use super::read::{day, quantity};
use crate::domain::metrics::Span;
use crate::domain::metrics::rows::{DifferenceRow, Item, MovedRow, ProductDayRow, ShelfRow};
use crate::domain::{BusinessDay, Money, ProductId, Quantity, UserId};

fn item(row: &Row<'_>) -> rusqlite::Result<Item> {
    Ok(Item {
        product: ProductId(row.get(0)?),
        name: row.get(1)?,
        weighed: row.get(2)?,
        cost: row.get::<_, Option<i64>>(3)?.map(Money::guaranies),
        stock: quantity(row, 4)?,
        minimum: quantity(row, 5)?,
        active: row.get(6)?,
    })
}

impl Reader {
    /// A product as it stands.
    ///
    /// # Errors
    /// [`Error::NotFound`], or when the file cannot be read.
    pub fn item(&self, product: ProductId) -> Result<Item, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT p.id, p.name, p.unit = 'kilogram', p.cost, coalesce(s.quantity, 0), p.stock_minimum, p.active
             FROM product p LEFT JOIN stock s ON s.product = p.id WHERE p.id = ?1",
        )?;
        let found = select.query_row([product.0], item).optional()?;
        found.ok_or_else(|| Error::NotFound(format!("product {}", product.0)))
    }

    /// Every product.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn items(&self) -> Result<Vec<Item>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT p.id, p.name, p.unit = 'kilogram', p.cost, coalesce(s.quantity, 0), p.stock_minimum, p.active
             FROM product p LEFT JOIN stock s ON s.product = p.id ORDER BY p.id",
        )?;
        let rows = select.query_map((), item)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// On which days of a span each product was sold, by product and day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn product_days(&self, span: Span) -> Result<Vec<ProductDayRow>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT product, start FROM product_total
             WHERE grain = 0 AND start BETWEEN ?1 AND ?2 AND quantity > 0 ORDER BY product, start",
        )?;
        let rows = select.query_map((span.from().number(), span.to().number()), |row| {
            Ok(ProductDayRow {
                product: ProductId(row.get(0)?),
                day: day(row.get(1)?)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What was sold on that day, with how it stands now.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn shelf_rows(&self, of: BusinessDay) -> Result<Vec<ShelfRow>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT t.product, p.name, t.quantity, t.last_hour, s.quantity, p.stock_rule, p.active
             FROM product_total t JOIN product p ON p.id = t.product LEFT JOIN stock s ON s.product = t.product
             WHERE t.grain = 0 AND t.start = ?1 ORDER BY t.product",
        )?;
        let rows = select.query_map([of.number()], |row| {
            Ok(ShelfRow {
                product: ProductId(row.get(0)?),
                name: row.get(1)?,
                sold: quantity(row, 2)?,
                last_hour: row.get(3)?,
                stock: row.get::<_, Option<i64>>(4)?.map(Quantity::thousandths),
                rule: row::stock_rule(&row.get::<_, String>(5)?),
                active: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What went in a span, by product and by why.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn moved_rows(&self, span: Span) -> Result<Vec<MovedRow>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT product, kind, -sum(quantity) FROM stock_movement
             WHERE day BETWEEN ?1 AND ?2 AND quantity < 0 GROUP BY product, kind",
        )?;
        let rows = select.query_map((span.from().number(), span.to().number()), |row| {
            Ok(MovedRow {
                product: ProductId(row.get(0)?),
                kind: row.get(1)?,
                gone: quantity(row, 2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What closed shifts differed by in cash, in a span.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn differences(&self, span: Span) -> Result<Vec<DifferenceRow>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT z.user, u.name, z.day, sum(z.difference) FROM z_tender z
             JOIN user u ON u.id = z.user JOIN tender t ON t.id = z.tender AND t.kind = 'cash'
             WHERE z.day BETWEEN ?1 AND ?2 GROUP BY z.shift ORDER BY z.day DESC, z.shift DESC",
        )?;
        let rows = select.query_map((span.from().number(), span.to().number()), |row| {
            Ok(DifferenceRow {
                user: UserId(row.get(0)?),
                name: row.get(1)?,
                day: day(row.get(2)?)?,
                difference: Money::guaranies(row.get(3)?),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
