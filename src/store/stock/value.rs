//! What stock was worth on a day, reckoned from the facts; and what is needed to say what to order.

use std::collections::{BTreeMap, BTreeSet};

use super::{Error, Reader};
use crate::domain::metrics::Span;
use crate::domain::metrics::rows::ProductRow;
use crate::domain::stock::{DayFlow, SupplierId, Worth};
use crate::domain::{BusinessDay, Money, ProductId, Quantity};

/// What a product was worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Valued {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: String,
    /// How much there was, and what it had cost.
    pub worth: Worth,
}

/// What was sold lately, from whom what is bought, and what is made here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sold {
    /// What was sold of each product.
    pub products: Vec<ProductRow>,
    /// On how many days something was sold.
    pub days: i64,
    /// From whom each product came last.
    pub suppliers: BTreeMap<ProductId, SupplierId>,
    /// What the kitchen makes: sold whatever its stock, or with a recipe; and never bought.
    pub made_here: BTreeSet<ProductId>,
}

/// Costs that were known, by product: since which day, and how much.
type Costs = BTreeMap<i64, Vec<(i64, i64)>>;

impl Reader {
    /// What every product was worth on the evening of a day, by category and name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn stock_worth(&self, on: BusinessDay) -> Result<Vec<Valued>, Error> {
        let _one_view = self.db.unchecked_transaction()?;
        let costs = self.costs()?;
        let mut worths: BTreeMap<i64, Worth> = BTreeMap::new();
        let mut select = self.db.prepare_cached(
            "SELECT product, day, sum(bought), sum(paid), sum(delivered), sum(found), sum(gone) FROM (
                 SELECT m.product, m.day,
                     CASE WHEN l.purchase IS NOT NULL THEN m.quantity ELSE 0 END AS bought,
                     coalesce(l.cost, 0) AS paid,
                     CASE WHEN l.purchase IS NULL AND m.kind = 'purchase' THEN max(m.quantity, 0) ELSE 0 END
                         AS delivered,
                     CASE WHEN l.purchase IS NULL AND m.kind <> 'purchase' THEN max(m.quantity, 0) ELSE 0 END
                         AS found,
                     CASE WHEN l.purchase IS NULL THEN max(-m.quantity, 0) ELSE 0 END AS gone
                 FROM stock_movement m LEFT JOIN purchase_line l ON l.movement = m.seq WHERE m.day <= ?1
                 UNION ALL
                 SELECT product, start, 0, 0, 0, max(-quantity, 0), max(quantity, 0)
                 FROM product_total WHERE grain = 0 AND start <= ?1)
             GROUP BY product, day ORDER BY product, day",
        )?;
        let mut rows = select.query([on.number()])?;
        while let Some(row) = rows.next()? {
            let (product, day): (i64, i64) = (row.get(0)?, row.get(1)?);
            let known = cost_on(&costs, product, day);
            let delivered = Quantity::thousandths(row.get(4)?);
            let bought = Quantity::thousandths(row.get(2)?);
            let (paid, found) = (
                Money::guaranies(row.get(3)?),
                Quantity::thousandths(row.get(5)?),
            );
            // What came without a document came at the cost that was known, if one was.
            let (bought, paid, found) = match known {
                Some(cost) => (
                    sum(bought, delivered),
                    paid + cost.times(delivered.decimal()),
                    found,
                ),
                None => (bought, paid, sum(found, delivered)),
            };
            let worth = worths.entry(product).or_default();
            *worth = worth
                .day(DayFlow {
                    bought,
                    paid,
                    found,
                    out: Quantity::thousandths(row.get(6)?),
                    cost: known,
                })
                .worth;
        }
        self.named(worths)
    }

    fn named(&self, mut worths: BTreeMap<i64, Worth>) -> Result<Vec<Valued>, Error> {
        worths.retain(|_, worth| worth.quantity != Quantity::ZERO);
        let mut select = self.db.prepare_cached(
            "SELECT p.id, p.name, c.name FROM product p JOIN category c ON c.id = p.category
             ORDER BY c.name COLLATE spanish, p.name COLLATE spanish, p.id",
        )?;
        let mut rows = select.query(())?;
        let mut valued = Vec::with_capacity(worths.len());
        while let Some(row) = rows.next()? {
            let product: i64 = row.get(0)?;
            if let Some(worth) = worths.remove(&product) {
                valued.push(Valued {
                    product: ProductId(product),
                    name: row.get(1)?,
                    category: row.get(2)?,
                    worth,
                });
            }
        }
        Ok(valued)
    }

    fn costs(&self) -> Result<Costs, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT product, day, cost FROM product_cost ORDER BY product, day, seq",
        )?;
        let mut rows = select.query(())?;
        let mut costs = Costs::new();
        while let Some(row) = rows.next()? {
            let of: &mut Vec<(i64, i64)> = costs.entry(row.get(0)?).or_default();
            of.push((row.get(1)?, row.get(2)?));
        }
        Ok(costs)
    }

    /// What is needed to say what to order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sold_lately(&self, span: Span) -> Result<Sold, Error> {
        let days = i64::try_from(self.day_rows(span)?.len()).unwrap_or(1);
        let mut select = self.db.prepare_cached(
            "SELECT l.product, p.supplier FROM purchase_line l JOIN purchase p ON p.seq = l.purchase
             WHERE l.purchase = (SELECT max(purchase) FROM purchase_line WHERE product = l.product)",
        )?;
        let suppliers = select.query_map((), |row| {
            Ok((ProductId(row.get(0)?), SupplierId(row.get(1)?)))
        })?;
        let mut made = self.db.prepare_cached(
            "SELECT p.id FROM product p
             WHERE NOT EXISTS (SELECT 1 FROM purchase_line WHERE product = p.id) AND p.stock_minimum <= 0
                 AND (p.stock_rule = 'allow' OR EXISTS (SELECT 1 FROM recipe WHERE product = p.id))",
        )?;
        let made_here = made.query_map((), |row| row.get(0).map(ProductId))?;
        Ok(Sold {
            products: self.product_rows(span)?,
            days,
            suppliers: suppliers.collect::<Result<_, _>>()?,
            made_here: made_here.collect::<Result<_, _>>()?,
        })
    }
}

fn sum(one: Quantity, other: Quantity) -> Quantity {
    one.checked_add(other).unwrap_or(one)
}

/// The cost that was known on a day; before the first that is known, that one.
fn cost_on(costs: &Costs, product: i64, day: i64) -> Option<Money> {
    let known = costs.get(&product)?;
    let by_then = known.partition_point(|(since, _)| *since <= day);
    let (_, cost) = known.get(by_then.saturating_sub(1))?;
    Some(Money::guaranies(*cost))
}
