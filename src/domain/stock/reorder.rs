//! What to order, by the same pace and days as the dashboard's turnover.

use std::collections::{BTreeMap, BTreeSet};

use super::{Supplier, SupplierId};
use crate::domain::metrics::monthly::{self, Moving, Rotation};
use crate::domain::metrics::rows::{Item, ProductRow};
use crate::domain::{Money, ProductId, Quantity};

/// A product that should be ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// How much there is.
    pub stock: Quantity,
    /// How much there should be at least.
    pub minimum: Quantity,
    /// How much was sold in the last four weeks.
    pub sold: Quantity,
    /// School days that the stock lasts at that pace; `None` if nothing sells.
    pub days_left: Option<i64>,
    /// How much to order: it lasts two school weeks then, and the minimum stays.
    pub order: Quantity,
    /// What that will cost, by the last cost.
    pub cost: Option<Money>,
    /// From whom it came last.
    pub supplier: Option<SupplierId>,
}

/// What to order, and the suppliers it is grouped by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NeedList {
    /// What to order, by supplier.
    pub needs: Vec<Need>,
    /// Everybody goods were bought from.
    pub suppliers: Vec<Supplier>,
}

impl NeedList {
    /// The parts of it, each with the supplier, who is nobody for what was never bought with a document.
    pub fn parts(&self) -> impl Iterator<Item = (Option<&Supplier>, &[Need])> {
        let parts = self
            .needs
            .chunk_by(|one, other| one.supplier == other.supplier);
        parts.map(|part| {
            let of = part.first().and_then(|need| need.supplier);
            let supplier = self.suppliers.iter().find(|known| Some(known.id) == of);
            (supplier, part)
        })
    }

    /// What all of it will cost, by the last costs that are known.
    #[must_use]
    pub fn cost(&self) -> Money {
        self.needs.iter().filter_map(|need| need.cost).sum()
    }
}

/// What to order, by supplier and urgency; what nobody is known to sell comes last.
///
/// That is what the dashboard says (gone within three school days, or down to its minimum), and what is below
/// its minimum though nothing of it sells. `made_here` is what the kitchen makes: it is not bought.
#[must_use]
pub fn needs(
    items: &[Item],
    sold: &[ProductRow],
    open_days: i64,
    suppliers: &BTreeMap<ProductId, SupplierId>,
    made_here: &BTreeSet<ProductId>,
) -> Vec<Need> {
    let bought: Vec<Item> = items
        .iter()
        .filter(|item| !made_here.contains(&item.product))
        .cloned()
        .collect();
    let turning = monthly::rotation(&bought, sold, open_days);
    let urgent = |of: &&Rotation| of.moving == Moving::Reorder;
    let listed: BTreeMap<ProductId, &Rotation> = turning
        .iter()
        .filter(urgent)
        .map(|of| (of.product, of))
        .collect();
    let of = |item: &Item| {
        let supplier = suppliers.get(&item.product).copied();
        match listed.get(&item.product) {
            Some(turning) => Some(need(
                item,
                turning.sold,
                turning.days_left,
                turning.order,
                supplier,
            )),
            None if item.active && item.stock < item.minimum => {
                let stock = item.stock.in_thousandths().max(0);
                let order = Quantity::thousandths(item.minimum.in_thousandths() - stock);
                Some(need(item, Quantity::ZERO, None, order, supplier))
            }
            None => None,
        }
    };
    let mut needs: Vec<Need> = bought.iter().filter_map(of).collect();
    needs.retain(|need| need.order > Quantity::ZERO);
    needs.sort_by_key(|of| {
        let last = of.supplier.is_none();
        (
            last,
            of.supplier,
            of.days_left.unwrap_or(i64::MAX),
            of.product,
        )
    });
    needs
}

fn need(
    item: &Item,
    sold: Quantity,
    days_left: Option<i64>,
    order: Quantity,
    supplier: Option<SupplierId>,
) -> Need {
    Need {
        product: item.product,
        name: item.name.clone(),
        stock: item.stock,
        minimum: item.minimum,
        sold,
        days_left,
        order,
        cost: item.cost.map(|cost| cost.times(order.decimal())),
        supplier,
    }
}
