//! A month: its trend, what turns over and what lies, and what was lost.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::calendar::Calendar;
use super::cards::{Figures, Margin};
use super::dashboard::{Compared, TenderPart};
use super::period::Span;
use super::rows::{DayRow, Item, LossRow, MovedRow, ProductRow};
use crate::domain::{BusinessDay, Money, ProductId, Quantity};

/// A month, against the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Monthly {
    /// Its days, until today if it runs.
    pub period: Span,
    /// The figures.
    pub figures: Figures,
    /// The same days of the month before.
    pub compared: Compared,
    /// Every day of it, earliest first.
    pub days: Vec<DayTotal>,
    /// Every day compared with.
    pub days_before: Vec<DayTotal>,
    /// By tender, largest amount first.
    pub tenders: Vec<TenderPart>,
    /// The tender that paid most sales.
    pub most_used: Option<TenderPart>,
    /// Products that are sold or lie in stock: what must be reordered first, dead stock last.
    pub rotation: Vec<Rotation>,
    /// What went without a sale, dearest first.
    pub shrinkage: Vec<Shrinkage>,
    /// Over cost; `None` if no cost is known.
    pub margin: Option<Margin>,
}

/// What a day came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DayTotal {
    /// Which.
    pub day: BusinessDay,
    /// Whether there is school.
    pub open: bool,
    /// Sales less voids.
    pub sales: i64,
    /// What was paid.
    pub income: Money,
}

/// How a product turns over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rotation {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// Whether it is sold by weight.
    pub weighed: bool,
    /// How much there is, in thousandths.
    #[serde(rename = "stock_thousandths")]
    pub stock: Quantity,
    /// How much there should be at least.
    #[serde(rename = "minimum_thousandths")]
    pub minimum: Quantity,
    /// How much was sold in the last four weeks.
    #[serde(rename = "sold_thousandths")]
    pub sold: Quantity,
    /// School days that the stock lasts at that pace, rounded down; `None` if nothing sells.
    pub days_left: Option<i64>,
    /// How it moves.
    pub moving: Moving,
    /// How much to order so that it lasts two school weeks and the minimum stays; nothing if none.
    #[serde(rename = "order_thousandths")]
    pub order: Quantity,
}

/// How a product moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moving {
    /// At or under its minimum, or gone within three school days.
    Reorder,
    /// It sells.
    Fine,
    /// It sells, but there is stock for more than forty school days.
    Slow,
    /// Stock and no sale in four weeks.
    Dead,
}

/// Stock that went without a sale: waste, theft, counts that found less.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shrinkage {
    /// Of which product.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// How much.
    #[serde(rename = "quantity_thousandths")]
    pub quantity: Quantity,
    /// What it cost, if known.
    pub cost: Option<Money>,
}

/// Days that the pace of a product is taken from.
pub const PACE_DAYS: i64 = 28;
/// School days that an order should last.
const ORDER_DAYS: i64 = 10;
/// Gone in so few school days: order now.
const SOON_DAYS: i64 = 3;
/// Stock for more school days than this lies.
const SLOW_DAYS: i64 = 40;

/// Every day of a span, with what it came to.
#[must_use]
pub fn day_totals(span: Span, rows: &[DayRow], calendar: &Calendar) -> Vec<DayTotal> {
    let total = |day: BusinessDay| {
        let row = rows.iter().find(|row| row.day == day);
        DayTotal {
            day,
            open: calendar.is_open(day),
            sales: row.map_or(0, |row| row.sales),
            income: row.map_or(Money::ZERO, |row| row.amount),
        }
    };
    span.days().map(total).collect()
}

/// The tender that paid most sales; of two alike the one that paid more.
#[must_use]
pub fn most_used(tenders: &[TenderPart]) -> Option<TenderPart> {
    let used = tenders.iter().filter(|part| part.sales > 0);
    used.max_by_key(|part| (part.sales, part.amount)).copied()
}

/// How every product turns over that sells or lies in stock: `sold` is of the last [`PACE_DAYS`] days, in
/// which there was school on `open_days`.
#[must_use]
pub fn rotation(items: &[Item], sold: &[ProductRow], open_days: i64) -> Vec<Rotation> {
    let sold: BTreeMap<ProductId, Quantity> =
        sold.iter().map(|row| (row.product, row.quantity)).collect();
    let turning = |item: &Item| {
        let sold = sold.get(&item.product).copied().unwrap_or_default();
        let moves = sold > Quantity::ZERO;
        let lies = item.stock > Quantity::ZERO;
        (item.active && (moves || lies)).then(|| turn(item, sold, open_days.max(1)))
    };
    let mut rotation: Vec<Rotation> = items.iter().filter_map(turning).collect();
    rotation.sort_by_key(|of| (of.moving, of.days_left.unwrap_or(i64::MAX), of.product));
    rotation
}

fn turn(item: &Item, sold: Quantity, open_days: i64) -> Rotation {
    let (stock, sells) = (item.stock.in_thousandths(), sold.in_thousandths());
    let days_left = (sells > 0).then(|| stock.max(0).saturating_mul(open_days) / sells.max(1));
    let moving = match days_left {
        None => Moving::Dead,
        Some(days) if days < SOON_DAYS || item.stock <= item.minimum => Moving::Reorder,
        Some(days) if days > SLOW_DAYS => Moving::Slow,
        Some(_) => Moving::Fine,
    };
    let wanted = sells
        .max(0)
        .saturating_mul(ORDER_DAYS)
        .div_euclid(open_days);
    let missing = wanted + item.minimum.in_thousandths().max(0) - stock.max(0);
    let order = match moving {
        Moving::Reorder => whole(missing.max(0), item.weighed),
        _ => 0,
    };
    Rotation {
        product: item.product,
        name: item.name.clone(),
        weighed: item.weighed,
        stock: item.stock,
        minimum: item.minimum,
        sold,
        days_left,
        moving,
        order: Quantity::thousandths(order),
    }
}

/// Pieces are ordered whole, and one more rather than a part less.
const fn whole(thousandths: i64, weighed: bool) -> i64 {
    if weighed {
        thousandths
    } else {
        (thousandths + 999) / 1_000 * 1_000
    }
}

/// What went without a sale: every movement but a purchase that was taken back. What a count found more is
/// not set against it: the first count of a product is its stock.
#[must_use]
pub fn losses(moved: &[MovedRow]) -> Vec<LossRow> {
    let mut lost: BTreeMap<ProductId, i64> = BTreeMap::new();
    for row in moved.iter().filter(|row| row.kind != "purchase") {
        *lost.entry(row.product).or_default() += row.gone.in_thousandths();
    }
    let lost = lost.into_iter().map(|(product, quantity)| LossRow {
        product,
        quantity: Quantity::thousandths(quantity),
    });
    lost.collect()
}

/// What was lost, dearest first; what has no known cost last, by quantity.
#[must_use]
pub fn shrinkage(losses: &[LossRow], items: &[Item]) -> Vec<Shrinkage> {
    let known: BTreeMap<ProductId, &Item> = items.iter().map(|item| (item.product, item)).collect();
    let lost = losses.iter().filter_map(|loss| {
        let item = known.get(&loss.product)?;
        let cost = item.cost.map(|cost| cost.times(loss.quantity.decimal()));
        Some(Shrinkage {
            product: loss.product,
            name: item.name.clone(),
            quantity: loss.quantity,
            cost,
        })
    });
    let mut lost: Vec<Shrinkage> = lost.collect();
    lost.sort_by_key(|of| (Reverse(of.cost), Reverse(of.quantity), of.product));
    lost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lost_is_all_that_went_but_purchases_taken_back() {
        let row = |product, kind: &str, gone| MovedRow {
            product: ProductId(product),
            kind: kind.to_owned(),
            gone: Quantity::pieces(gone),
        };
        let moved = [
            row(1, "count", 2),
            row(1, "spoiled", 3),
            row(1, "purchase", 50),
            row(2, "purchase", 7),
            row(3, "count", 1),
        ];
        let lost: Vec<_> = losses(&moved)
            .into_iter()
            .map(|row| (row.product.0, row.quantity))
            .collect();
        assert_eq!(lost, [(1, Quantity::pieces(5)), (3, Quantity::pieces(1))]);
    }
}
