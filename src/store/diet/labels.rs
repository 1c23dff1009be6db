//! What is known of each product, kept as long as no fact changes it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use super::known::{Filing, OnFile};
use crate::domain::ProductId;
use crate::domain::detect::{Detector, Label};
use crate::domain::diet::{Hints, Known};
use crate::store::Error;

/// The latest fact of each kind that changes what is known of products.
pub(super) type Generation = [i64; 4];

/// Reads labels and remembers what is known of products.
///
/// What it remembers holds for one generation of facts: a fact more, and it is worked out anew.
#[derive(Debug)]
pub(in crate::store) struct Labels {
    detector: Arc<Detector>,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    generation: Generation,
    known: HashMap<ProductId, Arc<Known>>,
    /// Whether that is every product.
    complete: bool,
    /// By text and category, which never change what they say.
    hints: HashMap<(i64, i64), Arc<Hints>>,
}

impl Labels {
    pub(in crate::store) fn new(detector: Arc<Detector>) -> Self {
        Self {
            detector,
            kept: Mutex::default(),
        }
    }

    /// What is known of a product now, inside the caller's transaction.
    pub(in crate::store) fn known(
        &self,
        db: &Connection,
        product: ProductId,
    ) -> Result<Arc<Known>, Error> {
        let generation = generation(db)?;
        if let Some(known) = self.of(generation).known.get(&product) {
            return Ok(Arc::clone(known));
        }
        let known = Filing::of_one(db, self, product, i64::MAX)?.known(product);
        let mut kept = self.of(generation);
        kept.known.insert(product, Arc::clone(&known));
        Ok(known)
    }

    /// What is known of every product now.
    pub(in crate::store) fn all(
        &self,
        db: &Connection,
    ) -> Result<HashMap<ProductId, Arc<Known>>, Error> {
        let generation = generation(db)?;
        let kept = self.of(generation);
        if kept.complete {
            return Ok(kept.known.clone());
        }
        drop(kept);
        let known = Filing::known_of_all(db, self)?;
        let mut kept = self.of(generation);
        kept.known.clone_from(&known);
        kept.complete = true;
        Ok(known)
    }

    /// Forgets what was worked out from facts that were not written after all.
    pub(in crate::store) fn forget(&self) {
        let mut kept = self.lock();
        kept.known.clear();
        kept.complete = false;
    }

    /// What the words of a label seem to say.
    pub(super) fn hints(&self, of: &OnFile) -> Arc<Hints> {
        let key = (of.text, of.category);
        if let Some(hints) = self.lock().hints.get(&key) {
            return Arc::clone(hints);
        }
        let label = Label {
            name: &of.name,
            category: Some(&of.category_name),
            ingredients: of.ingredients.as_deref(),
            declaration: of.statement.as_deref(),
            claims: &[],
        };
        let hints = Arc::new(Hints::from(&self.detector.read(&label)));
        self.lock().hints.insert(key, Arc::clone(&hints));
        hints
    }

    /// The whole reading of a label, for those who look at a proposal.
    pub(in crate::store) const fn detector(&self) -> &Arc<Detector> {
        &self.detector
    }

    fn of(&self, generation: Generation) -> MutexGuard<'_, Kept> {
        let mut kept = self.lock();
        if kept.generation != generation {
            kept.known.clear();
            kept.complete = false;
            kept.generation = generation;
        }
        kept
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn generation(db: &Connection) -> Result<Generation, Error> {
    let mut select = db.prepare_cached(
        "SELECT (SELECT max(seq) FROM product_text), (SELECT max(seq) FROM declared),
             (SELECT max(seq) FROM suited), (SELECT max(seq) FROM recipe)",
    )?;
    Ok(select.query_row((), |row| {
        let latest = |of| row.get::<_, Option<i64>>(of).map(Option::unwrap_or_default);
        Ok([latest(0)?, latest(1)?, latest(2)?, latest(3)?])
    })?)
}
