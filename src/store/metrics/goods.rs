//! Products as they stand, when they were last sold, and what was lost.

use rusqlite::{OptionalExtension, Row};

use super::super::{Error, Reader};
use super::read::{day, quantity};
use crate::domain::metrics::Span;
use crate::domain::metrics::rows::{DifferenceRow, Item, LossRow, ProductDayRow, RanOutRow};
use crate::domain::{BusinessDay, Money, ProductId, UserId};

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

    /// Products of which there is nothing left and which were sold on that day, where the till refuses to
    /// sell what is not there.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn ran_out(&self, of: BusinessDay) -> Result<Vec<RanOutRow>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT t.product, p.name, t.last_hour FROM product_total t
             JOIN stock s ON s.product = t.product AND s.quantity <= 0
             JOIN product p ON p.id = t.product AND p.active = 1 AND p.stock_rule = 'refuse'
             WHERE t.grain = 0 AND t.start = ?1 AND t.quantity > 0 AND t.last_hour IS NOT NULL
             ORDER BY t.last_hour, t.product",
        )?;
        let rows = select.query_map([of.number()], |row| {
            Ok(RanOutRow {
                product: ProductId(row.get(0)?),
                name: row.get(1)?,
                hour: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Stock that went without a sale in a span. What a count found more is not set against it: the first
    /// count of a product is its stock.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn losses(&self, span: Span) -> Result<Vec<LossRow>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT product, -sum(quantity) FROM stock_movement
             WHERE day BETWEEN ?1 AND ?2 AND kind <> 'purchase' AND quantity < 0 GROUP BY product",
        )?;
        let rows = select.query_map((span.from().number(), span.to().number()), |row| {
            Ok(LossRow {
                product: ProductId(row.get(0)?),
                quantity: quantity(row, 1)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What closed shifts differed by in cash, in a span.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn differences(&self, span: Span) -> Result<Vec<DifferenceRow>, Error> {
        // A canteen that never closed a shift has no such list.
        let there = "SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'table') AND name = 'z_tender'";
        let there: i64 = self.db.query_row(there, (), |row| row.get(0))?;
        if there == 0 {
            return Ok(Vec::new());
        }
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
