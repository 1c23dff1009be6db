//! A naive account of what was said: no label is read, nothing is cached, nothing is weighed but that what
//! was said of an older text, or of only some of the parts, is not said of the product.

use std::collections::BTreeMap;

use cantina::domain::diet::{Allergen, Declared, Restriction, Severity};
use cantina::domain::{BusinessDay, ProductId, StudentId};
use cantina::store::Store;
use cantina::store::diet::SaidWhat;

/// What was said of one product.
#[derive(Debug, Clone, Default)]
pub struct Product {
    /// Grows with every edit.
    pub text: u32,
    /// The latest word on each allergen, and on which text.
    pub said: BTreeMap<Allergen, (Declared, u32)>,
    pub parts: Vec<ProductId>,
}

#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub products: BTreeMap<ProductId, Product>,
    pub pupils: BTreeMap<StudentId, BTreeMap<Allergen, Restriction>>,
}

impl Facts {
    /// What a store that was filled at one time says of these products.
    pub fn read(store: &Store, products: &[(ProductId, Vec<ProductId>)]) -> Self {
        let mut facts = Self::default();
        for (id, parts) in products {
            let product = facts.products.entry(*id).or_default();
            product.parts.clone_from(parts);
            for said in store.history_of(*id).unwrap() {
                if let SaidWhat::Allergen(allergen, state, ..) = said.what {
                    product.said.entry(allergen).or_insert((state, 0));
                }
            }
        }
        facts
    }

    /// Whether somebody said, of what it is now, that it is free.
    pub fn is_free(&self, id: ProductId, allergen: Allergen) -> bool {
        self.free_within(id, allergen, &mut Vec::new())
    }

    fn free_within(&self, id: ProductId, allergen: Allergen, within: &mut Vec<ProductId>) -> bool {
        let Some(product) = self.products.get(&id) else {
            return false;
        };
        if within.contains(&id) {
            return false;
        }
        within.push(id);
        let parts = product.parts.iter();
        let parts_are_free = parts
            .clone()
            .all(|part| self.free_within(*part, allergen, within));
        within.pop();
        let nuts_are_free = Allergen::EACH_NUT.iter().all(|(nut, _)| {
            let said = product.said_of(*nut);
            nut.whole() != Some(allergen) || said.is_none_or(|free| free)
        });
        let said = product.said_of(allergen);
        let said = said.or_else(|| product.said_of(allergen.whole()?));
        let made_of_free = parts.len() > 0 && parts_are_free;
        parts_are_free && nuts_are_free && said.unwrap_or(made_of_free)
    }

    /// What a pupil reacts to severely on that day.
    pub fn grave(&self, pupil: StudentId, day: BusinessDay) -> Vec<Allergen> {
        let restrictions = self.pupils.get(&pupil).into_iter().flatten();
        restrictions
            .filter(|(_, of)| of.severity >= Severity::Severe && of.holds_on(day))
            .map(|(allergen, _)| *allergen)
            .collect()
    }
}

impl Product {
    /// Whether what was said still holds and says free; `None` if nothing was, or it was taken back.
    fn said_of(&self, allergen: Allergen) -> Option<bool> {
        let (state, text) = self.said.get(&allergen)?;
        match state {
            Declared::Unknown => None,
            Declared::Free => Some(*text == self.text),
            Declared::MayContain | Declared::Contains => Some(false),
        }
    }
}
