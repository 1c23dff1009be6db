//! What is on file of every product, for those who declare: matrix, queue and coverage read from here.

use std::collections::HashMap;
use std::sync::Arc;

use super::known::Filing;
use super::product::Text;
use crate::domain::detect::{Findings, Label, Proposal, propose};
use crate::domain::diet::coverage::{Coverage, SoldProduct, declare_first};
use crate::domain::diet::{Allergen, Known, OwnNames};
use crate::domain::{BusinessDay, ProductId};
use crate::store::{Error, Reader, Store};

/// One product as it is filed.
#[derive(Debug, Clone, PartialEq)]
pub struct Filed {
    /// Which.
    pub product: ProductId,
    /// Its category.
    pub category: String,
    /// What is written about it.
    pub text: Text,
    /// Only used in the kitchen.
    pub kitchen: bool,
    /// What is known of it, and why.
    pub known: Arc<Known>,
    /// What its label seems to say.
    pub findings: Findings,
    /// What it is made of.
    pub parts: Vec<ProductId>,
    /// How often it was sold in the period.
    pub sold: i64,
    /// How often to a pupil with a restriction.
    pub to_restricted: i64,
}

impl Filed {
    /// What of it somebody should look at, the most pressing first.
    #[must_use]
    pub fn proposals(&self, names: &OwnNames) -> Vec<Proposal> {
        propose(&self.findings, &self.known, names.allergens())
    }
}

/// Every product as it is filed, and what follows for those who declare.
#[derive(Debug, Clone, PartialEq)]
pub struct Files {
    /// The products that are sold or used in the kitchen, by number.
    pub products: Vec<Filed>,
    /// How much of what was sold is declared.
    pub coverage: Coverage,
    /// What to declare first.
    pub declare_first: Vec<ProductId>,
}

impl Reader {
    /// Everything that is on file of the products, with what was sold of each between two days.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn files(&self, from: BusinessDay, to: BusinessDay) -> Result<Files, Error> {
        let db = self.db.unchecked_transaction()?;
        let names = super::rules::own_names(&db)?;
        let mut filing = Filing::of_all(&db, &self.labels, i64::MAX)?;
        let sold = sold(&db, from, to)?;
        let mut products = Vec::new();
        for product in filing.products() {
            let known = filing.known(product);
            let Some(file) = filing.file(product).filter(|file| file.active) else {
                continue;
            };
            let (lines, to_restricted) = sold.get(&product).copied().unwrap_or_default();
            let text = Text {
                name: file.name.clone(),
                ingredients: file.ingredients.clone(),
                statement: file.statement.clone(),
            };
            products.push(Filed {
                product,
                findings: self.labels.detector().read(&Label {
                    name: &text.name,
                    category: Some(&file.category_name),
                    ingredients: text.ingredients.as_deref(),
                    declaration: text.statement.as_deref(),
                    claims: &[],
                }),
                category: file.category_name.clone(),
                kitchen: file.kitchen,
                parts: file.parts.clone(),
                sold: lines,
                to_restricted,
                known,
                text,
            });
        }
        Ok(summed(products, &names))
    }
}

impl Store {
    /// What is known of a product now, also of one that is only used in the kitchen.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn known(&self, product: ProductId) -> Result<Arc<Known>, Error> {
        self.labels.known(&self.db, product)
    }
}

fn summed(products: Vec<Filed>, names: &OwnNames) -> Files {
    let allergens: Vec<Allergen> = names.allergens().collect();
    let sold: Vec<SoldProduct<'_>> = products
        .iter()
        .filter(|of| !of.kitchen)
        .map(|of| SoldProduct {
            product: of.product,
            known: &of.known,
            sold: of.sold,
            to_restricted: of.to_restricted,
        })
        .collect();
    let coverage = Coverage::of(&sold, &allergens);
    let declare_first = declare_first(&sold, &allergens);
    Files {
        products,
        coverage,
        declare_first,
    }
}

/// How often each product was sold, and how often to a pupil with a restriction.
fn sold(
    db: &rusqlite::Connection,
    from: BusinessDay,
    to: BusinessDay,
) -> Result<HashMap<ProductId, (i64, i64)>, Error> {
    let mut select = db.prepare_cached(
        "SELECT l.product, count(*),
             sum(s.student IS NOT NULL AND s.student IN (SELECT student FROM restricted))
         FROM sale s JOIN sale_line l ON l.sale = s.seq
         WHERE s.kind = 0 AND s.day BETWEEN ?1 AND ?2 GROUP BY l.product",
    )?;
    let rows = select.query_map((from.number(), to.number()), |row| {
        Ok((ProductId(row.get(0)?), (row.get(1)?, row.get(2)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
