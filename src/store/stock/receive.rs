//! Goods that come in, with their supplier and their document.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{Error, Reader, shelf, shift};
use crate::domain::metrics::Span;
use crate::domain::ruc::Ruc;
use crate::domain::sale::At;
use crate::domain::search::fold;
use crate::domain::stock::{
    MoveKind, Purchase, PurchaseLine, Refused, Supplier, SupplierId, Whose, document_key,
};
use crate::domain::stock::{moved, one_line};
use crate::domain::{BusinessDay, Money, ProductId};
use crate::store::{Stamp, Store, row};

/// A purchase that was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// From whom.
    pub supplier: Supplier,
    /// What its lines come to.
    pub cost: Money,
    /// How many lines.
    pub lines: usize,
    /// Products that cost another sum now, before and after.
    pub costs: Vec<(ProductId, Option<Money>, Money)>,
}

/// A purchase as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastPurchase {
    /// On which day.
    pub day: BusinessDay,
    /// From whom.
    pub supplier: String,
    /// The document's number.
    pub document: String,
    /// What the document says it cost.
    pub total: Money,
    /// What its lines come to.
    pub cost: Money,
    /// How many lines.
    pub lines: i64,
    /// Who received it.
    pub who: String,
}

impl Store {
    /// Writes a purchase down with its movements and the new costs, and forgets the draft of it. The same
    /// one twice is one.
    ///
    /// # Errors
    /// [`Refused::SameDocument`], [`Refused::OtherSupplier`], [`Error::NotFound`]; nothing is written.
    pub fn receive(&mut self, purchase: &Purchase, at: At) -> Result<Received, Error> {
        self.transact(|db| {
            if let Some(before) = known(db, purchase)? {
                return Ok(before);
            }
            let supplier = supplier(db, purchase.whose())?;
            refuse_twice(db, &supplier, purchase.document())?;
            let seq = insert(db, purchase, &supplier, at)?;
            write_lines(db, seq, purchase, &supplier, at)?;
            let costs = write_costs(db, seq, purchase, at)?;
            db.prepare_cached("DELETE FROM purchase_draft")?
                .execute(())?;
            Ok(Received {
                supplier,
                cost: purchase.sum(),
                lines: purchase.lines().len(),
                costs,
            })
        })
    }
}

impl Reader {
    /// The purchases of some days, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn purchases(&self, span: Span) -> Result<Vec<PastPurchase>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT p.day, p.name, p.document, p.total, p.cost,
                 (SELECT count(*) FROM purchase_line WHERE purchase = p.seq), u.name
             FROM purchase p JOIN user u ON u.id = p.user
             WHERE p.day BETWEEN ?1 AND ?2 ORDER BY p.seq DESC",
        )?;
        let mut rows = select.query((span.from().number(), span.to().number()))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(PastPurchase {
                day: row::day(row.get(0)?)?,
                supplier: row.get(1)?,
                document: row.get(2)?,
                total: Money::guaranies(row.get(3)?),
                cost: Money::guaranies(row.get(4)?),
                lines: row.get(5)?,
                who: row.get(6)?,
            });
        }
        Ok(found)
    }
}

/// The same purchase, if it was written before: a second press, or an answer that got lost.
fn known(db: &Connection, purchase: &Purchase) -> Result<Option<Received>, Error> {
    let mut select = db.prepare_cached("SELECT supplier, name, ruc FROM purchase WHERE id = ?1")?;
    let supplier = select.query_row([purchase.id().0.as_bytes()], |row| {
        let ruc: Option<String> = row.get(2)?;
        Ok(Supplier {
            id: SupplierId(row.get(0)?),
            name: row.get(1)?,
            ruc: ruc.and_then(|ruc| ruc.try_into().ok()),
        })
    });
    let supplier = supplier.optional()?;
    Ok(supplier.map(|supplier| Received {
        supplier,
        cost: purchase.sum(),
        lines: purchase.lines().len(),
        costs: Vec::new(),
    }))
}

/// Who it is: by number, by RUC, or by name; somebody new is put on file.
fn supplier(db: &Connection, whose: &Whose) -> Result<Supplier, Error> {
    let (name, ruc) = match whose {
        Whose::Known(id) => return of_number(db, *id),
        Whose::Named { name, ruc } => (one_line(name), *ruc),
    };
    let by_name = by(
        db,
        "SELECT id FROM supplier WHERE folded = ?1",
        &fold(&name),
    )?;
    let by_ruc = match ruc {
        Some(ruc) => by(
            db,
            "SELECT id FROM supplier WHERE ruc = ?1",
            &ruc.to_string(),
        )?,
        None => None,
    };
    match (by_name, by_ruc) {
        (Some(one), Some(other)) if one.id == other.id => Ok(one),
        // The RUC is somebody else's.
        (_, Some(other)) => Err(Refused::OtherSupplier(other.name).into()),
        (Some(one), None) => match (one.ruc, ruc) {
            (None, Some(ruc)) => learn_ruc(db, one, ruc),
            (Some(_), Some(_)) => Err(Refused::OtherSupplier(one.name).into()),
            (_, None) => Ok(one),
        },
        (None, None) => add(db, name, ruc),
    }
}

fn of_number(db: &Connection, id: SupplierId) -> Result<Supplier, Error> {
    let mut select = db.prepare_cached("SELECT name, ruc FROM supplier WHERE id = ?1")?;
    let found = select.query_row([id.0], |row| {
        let ruc: Option<String> = row.get(1)?;
        Ok(Supplier {
            id,
            name: row.get(0)?,
            ruc: ruc.and_then(|ruc| ruc.try_into().ok()),
        })
    });
    let found = found.optional()?;
    found.ok_or_else(|| Error::NotFound(format!("supplier {}", id.0)))
}

fn by(db: &Connection, sql: &'static str, text: &str) -> Result<Option<Supplier>, Error> {
    let mut select = db.prepare_cached(sql)?;
    let id: Option<i64> = select.query_row([text], |row| row.get(0)).optional()?;
    id.map(|id| of_number(db, SupplierId(id))).transpose()
}

fn learn_ruc(db: &Connection, of: Supplier, ruc: Ruc) -> Result<Supplier, Error> {
    db.prepare_cached("UPDATE supplier SET ruc = ?2 WHERE id = ?1")?
        .execute((of.id.0, ruc.to_string()))?;
    Ok(Supplier {
        ruc: Some(ruc),
        ..of
    })
}

fn add(db: &Connection, name: String, ruc: Option<Ruc>) -> Result<Supplier, Error> {
    db.prepare_cached("INSERT INTO supplier (name, folded, ruc) VALUES (?1, ?2, ?3)")?
        .execute((&name, fold(&name), ruc.map(|ruc| ruc.to_string())))?;
    Ok(Supplier {
        id: SupplierId(db.last_insert_rowid()),
        name,
        ruc,
    })
}

fn refuse_twice(db: &Connection, supplier: &Supplier, document: &str) -> Result<(), Error> {
    let mut select = db.prepare_cached(
        "SELECT document FROM purchase WHERE supplier = ?1 AND document_key = ?2",
    )?;
    let before: Option<String> = select
        .query_row((supplier.id.0, document_key(document)), |row| row.get(0))
        .optional()?;
    match before {
        None => Ok(()),
        Some(document) => Err(Refused::SameDocument {
            supplier: supplier.name.clone(),
            document,
        }
        .into()),
    }
}

fn insert(db: &Connection, of: &Purchase, supplier: &Supplier, at: At) -> Result<i64, Error> {
    db.prepare_cached(
        "INSERT INTO purchase (id, supplier, name, ruc, document, document_key, total, cost, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute((
        of.id().0.as_bytes(),
        supplier.id.0,
        &supplier.name,
        supplier.ruc.map(|ruc| ruc.to_string()),
        of.document(),
        document_key(of.document()),
        of.total().amount(),
        of.sum().amount(),
        at.moment.at.0,
        at.moment.day().number(),
        at.user.0,
    ))?;
    // The audit's entry is written in between.
    let mut select = db.prepare_cached("SELECT seq FROM purchase WHERE id = ?1")?;
    Ok(select.query_row([of.id().0.as_bytes()], |row| row.get(0))?)
}

fn write_lines(
    db: &Connection,
    seq: i64,
    of: &Purchase,
    supplier: &Supplier,
    at: At,
) -> Result<(), Error> {
    let note = format!("{} · {}", supplier.name, of.document());
    let mut insert = db.prepare_cached(
        "INSERT INTO purchase_line (purchase, line, product, quantity, cost, movement)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (n, line) in (1_i64..).zip(of.lines()) {
        moved(line.quantity(), shelf(db, line.product())?.unit)?;
        let kind = MoveKind::Purchase;
        let movement = shift(db, line.product(), line.quantity(), kind, at, Some(&note))?;
        insert.execute((
            seq,
            n,
            line.product().0,
            line.quantity().in_thousandths(),
            line.cost().amount(),
            movement,
        ))?;
    }
    Ok(())
}

/// What each product costs from now on.
fn write_costs(
    db: &Connection,
    seq: i64,
    of: &Purchase,
    at: At,
) -> Result<Vec<(ProductId, Option<Money>, Money)>, Error> {
    let products: BTreeSet<ProductId> = of.lines().iter().map(PurchaseLine::product).collect();
    let mut changed = Vec::new();
    for product in products {
        let Some(cost) = of.cost_of(product) else {
            continue;
        };
        let before = shelf(db, product)?.cost;
        if before == Some(cost) {
            continue;
        }
        let stamp = Stamp::by(at.user, at.moment);
        say_cost(db, product, cost, Some(seq), stamp)?;
        db.prepare_cached("UPDATE product SET cost = ?2 WHERE id = ?1")?
            .execute((product.0, cost.amount()))?;
        changed.push((product, before, cost));
    }
    Ok(changed)
}

/// Says what one costs from now on, unless it is what was said last.
pub(in crate::store) fn say_cost(
    db: &Connection,
    product: ProductId,
    cost: Money,
    purchase: Option<i64>,
    stamp: Stamp,
) -> Result<(), Error> {
    let mut select = db.prepare_cached(
        "SELECT cost FROM product_cost WHERE product = ?1 ORDER BY seq DESC LIMIT 1",
    )?;
    let last: Option<i64> = select.query_row([product.0], |row| row.get(0)).optional()?;
    if last == Some(cost.amount()) {
        return Ok(());
    }
    db.prepare_cached(
        "INSERT INTO product_cost (id, product, cost, purchase, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        Uuid::now_v7().as_bytes(),
        product.0,
        cost.amount(),
        purchase,
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|by| by.0),
    ))?;
    Ok(())
}
