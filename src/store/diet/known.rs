//! From facts to what is known: the latest text, declarations and recipe of products, weighed together.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;
use std::sync::Arc;

use rusqlite::{Connection, Row};

use super::labels::Labels;
use crate::domain::ProductId;
use crate::domain::diet::{
    Allergen, Declaration, Declarations, Diet, Dossier, Hints, Known, Part, Suitabilities,
    Suitability, TextVersion,
};
use crate::store::{Error, row};

/// What is on file of one product at one time.
#[derive(Debug, Clone, Default)]
pub(super) struct OnFile {
    pub text: i64,
    pub name: String,
    pub category: i64,
    pub category_name: String,
    pub ingredients: Option<String>,
    pub statement: Option<String>,
    pub kitchen: bool,
    pub active: bool,
    pub said: Declarations,
    pub suits: Suitabilities,
    pub parts: Vec<ProductId>,
    pub hints: Arc<Hints>,
}

/// How many products are weighed before their files are put away.
const AT_A_TIME: usize = 256;

/// What is on file of products at one time, and what was worked out from it.
pub(super) struct Filing {
    files: HashMap<ProductId, OnFile>,
    known: HashMap<ProductId, Arc<Known>>,
}

impl Filing {
    /// Of every product, by the facts up to an instant.
    pub(super) fn of_all(db: &Connection, labels: &Labels, at: i64) -> Result<Self, Error> {
        let mut filing = Self::empty();
        filing.read(db, labels, 0..=i64::MAX, at)?;
        Ok(filing)
    }

    /// What is known of every product, by the facts of now.
    ///
    /// Only a few files are in memory at a time: a large catalogue is weighed when the till opens, and
    /// what that takes for a moment stays with the program for the day.
    pub(super) fn known_of_all(
        db: &Connection,
        labels: &Labels,
    ) -> Result<HashMap<ProductId, Arc<Known>>, Error> {
        let mut select =
            db.prepare_cached("SELECT DISTINCT product FROM product_text ORDER BY product")?;
        let all: Vec<i64> = select
            .query_map((), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut filing = Self::empty();
        for some in all.chunks(AT_A_TIME) {
            let (Some(first), Some(last)) = (some.first(), some.last()) else {
                continue;
            };
            filing.files.clear();
            filing.read(db, labels, *first..=*last, i64::MAX)?;
            filing.read_what_is_missing(db, labels)?;
            for product in some {
                filing.known(ProductId(*product));
            }
        }
        Ok(filing.known)
    }

    /// The files of the parts, and of their parts.
    fn read_what_is_missing(&mut self, db: &Connection, labels: &Labels) -> Result<(), Error> {
        let files = self.files.values();
        let mut wanted: Vec<ProductId> = files.flat_map(|file| &file.parts).copied().collect();
        while let Some(part) = wanted.pop() {
            if !self.files.contains_key(&part) {
                self.read(db, labels, part.0..=part.0, i64::MAX)?;
                wanted.extend(&self.files.entry(part).or_default().parts);
            }
        }
        Ok(())
    }

    /// Of one product and all that it is made of, by the facts up to an instant.
    pub(super) fn of_one(
        db: &Connection,
        labels: &Labels,
        product: ProductId,
        at: i64,
    ) -> Result<Self, Error> {
        let mut filing = Self::empty();
        let mut wanted = vec![product];
        while let Some(next) = wanted.pop() {
            if !filing.files.contains_key(&next) {
                filing.read(db, labels, next.0..=next.0, at)?;
                let file = filing.files.entry(next).or_default();
                wanted.extend(&file.parts);
            }
        }
        Ok(filing)
    }

    fn empty() -> Self {
        Self {
            files: HashMap::new(),
            known: HashMap::new(),
        }
    }

    /// Every product of which there is a text.
    pub(super) fn products(&self) -> Vec<ProductId> {
        let mut products: Vec<_> = self.files.keys().copied().collect();
        products.sort_unstable();
        products
    }

    /// What is on file of a product.
    pub(super) fn file(&self, product: ProductId) -> Option<&OnFile> {
        self.files.get(&product)
    }

    /// What is known of a product; of one that is not on file, nothing.
    pub(super) fn known(&mut self, product: ProductId) -> Arc<Known> {
        self.resolve(product, &mut HashSet::new())
    }

    /// A product that is, by whatever way, a part of itself is known no further there: unknown.
    fn resolve(&mut self, product: ProductId, within: &mut HashSet<ProductId>) -> Arc<Known> {
        if let Some(known) = self.known.get(&product) {
            return Arc::clone(known);
        }
        let Some(file) = self.files.get(&product).cloned() else {
            return Arc::default();
        };
        if !within.insert(product) {
            return Arc::default();
        }
        let parts = file.parts.iter().map(|part| {
            let known = self.resolve(*part, within);
            let name = self.files.get(part).map(|part| part.name.clone());
            Part {
                name: name.unwrap_or_default(),
                known,
            }
        });
        let dossier = Dossier {
            text: TextVersion(file.text),
            parts: parts.collect(),
            said: file.said,
            suits: file.suits,
            hints: (*file.hints).clone(),
        };
        within.remove(&product);
        let known = Arc::new(dossier.known());
        self.known.insert(product, Arc::clone(&known));
        known
    }

    fn read(
        &mut self,
        db: &Connection,
        labels: &Labels,
        products: RangeInclusive<i64>,
        at: i64,
    ) -> Result<(), Error> {
        let range = (*products.start(), *products.end(), at);
        self.read_texts(db, labels, range)?;
        self.read_said(db, range)?;
        self.read_suits(db, range)?;
        self.read_parts(db, range)
    }

    fn read_texts(&mut self, db: &Connection, labels: &Labels, range: Range) -> Result<(), Error> {
        let mut select = db.prepare_cached(
            "SELECT t.product, t.name, t.ingredients, t.statement, max(t.seq) AS seq,
                 p.category, c.name AS category_name, p.kitchen, p.active
             FROM product_text t JOIN product p ON p.id = t.product
             JOIN category c ON c.id = p.category
             WHERE t.product BETWEEN ?1 AND ?2 AND t.at <= ?3 GROUP BY t.product",
        )?;
        let mut rows = select.query(range)?;
        while let Some(row) = rows.next()? {
            let mut file = OnFile {
                text: row.get("seq")?,
                name: row.get("name")?,
                category: row.get("category")?,
                category_name: row.get("category_name")?,
                ingredients: row.get("ingredients")?,
                statement: row.get("statement")?,
                kitchen: row.get("kitchen")?,
                active: row.get("active")?,
                ..OnFile::default()
            };
            file.hints = labels.hints(&file);
            self.files.insert(ProductId(row.get("product")?), file);
        }
        Ok(())
    }

    fn read_said(&mut self, db: &Connection, range: Range) -> Result<(), Error> {
        let mut select = db.prepare_cached(
            "SELECT d.product, d.allergen, d.state, d.source, d.quote, d.text, d.against, d.day,
                 u.name AS by, max(d.seq)
             FROM declared d LEFT JOIN user u ON u.id = d.user
             WHERE d.product BETWEEN ?1 AND ?2 AND d.at <= ?3 GROUP BY d.product, d.allergen",
        )?;
        let mut rows = select.query(range)?;
        while let Some(row) = rows.next()? {
            if let Some(file) = self.files.get_mut(&ProductId(row.get("product")?)) {
                file.said
                    .declare(Allergen(row.get("allergen")?), declaration(row)?);
            }
        }
        Ok(())
    }

    fn read_suits(&mut self, db: &Connection, range: Range) -> Result<(), Error> {
        let mut select = db.prepare_cached(
            "SELECT s.product, s.diet, s.suits, s.text, s.day, u.name AS by, max(s.seq)
             FROM suited s LEFT JOIN user u ON u.id = s.user
             WHERE s.product BETWEEN ?1 AND ?2 AND s.at <= ?3 GROUP BY s.product, s.diet",
        )?;
        let mut rows = select.query(range)?;
        while let Some(row) = rows.next()? {
            let (file, suits): (_, Option<bool>) = (
                self.files.get_mut(&ProductId(row.get("product")?)),
                row.get("suits")?,
            );
            if let (Some(file), Some(suits)) = (file, suits) {
                let suitability = Suitability {
                    suits,
                    by: row.get("by")?,
                    day: row::day(row.get("day")?)?,
                    text: TextVersion(row.get("text")?),
                };
                file.suits.insert(Diet(row.get("diet")?), suitability);
            }
        }
        Ok(())
    }

    fn read_parts(&mut self, db: &Connection, range: Range) -> Result<(), Error> {
        let mut select = db.prepare_cached(
            "SELECT r.product, p.part FROM recipe_part p
             JOIN (SELECT product, max(seq) AS seq FROM recipe
                   WHERE product BETWEEN ?1 AND ?2 AND at <= ?3 GROUP BY product) r
               ON r.seq = p.recipe ORDER BY r.product, p.part",
        )?;
        let mut rows = select.query(range)?;
        while let Some(row) = rows.next()? {
            if let Some(file) = self.files.get_mut(&ProductId(row.get("product")?)) {
                file.parts.push(ProductId(row.get("part")?));
            }
        }
        Ok(())
    }
}

/// Which products, from and to, by the facts up to which instant.
type Range = (i64, i64, i64);

/// A declaration as a row has it; a state or a source that cannot be read is never «free».
pub(super) fn declaration(row: &Row<'_>) -> Result<Declaration, Error> {
    let (state, source): (String, String) = (row.get("state")?, row.get("source")?);
    Ok(Declaration {
        state: row::declared(&state),
        source: row::source(&source),
        quote: row.get("quote")?,
        by: row.get("by")?,
        day: row::day(row.get("day")?)?,
        text: TextVersion(row.get("text")?),
        against: row.get("against")?,
    })
}
