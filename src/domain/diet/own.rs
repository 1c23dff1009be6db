//! Allergens and diets that the canteen added.

use serde::{Deserialize, Serialize};

use super::{Allergen, Diet};

/// Something the canteen added to the allergens or the diets that the till knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own<T> {
    /// Its number, from 100 on.
    pub id: T,
    /// Its code in lists and words files: lower case, without spaces.
    pub code: String,
    /// As people read it: «Frutilla».
    pub name: String,
}

/// Why something cannot be added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadOwn {
    /// No name, or one without a letter.
    #[error("it needs a name with a letter")]
    NoName,
    /// There is one already that is called so.
    #[error("there is already {0}")]
    Taken(String),
}

/// The code of something the canteen names: «Colorante rojo» is `colorante_rojo`.
///
/// # Errors
/// [`BadOwn::NoName`] where no letter is left of it.
pub fn own_code(name: &str) -> Result<String, BadOwn> {
    let folded = crate::domain::search::fold(name);
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let code = words.join("_");
    if code.chars().any(char::is_alphabetic) {
        Ok(code)
    } else {
        Err(BadOwn::NoName)
    }
}

/// All that the canteen added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnNames {
    /// Allergens.
    pub allergens: Vec<Own<Allergen>>,
    /// Diets and conditions.
    pub diets: Vec<Own<Diet>>,
}

impl OwnNames {
    /// The allergens that a product is declared about: the fourteen, then the canteen's own.
    pub fn allergens(&self) -> impl Iterator<Item = Allergen> {
        let listed = Allergen::LISTED.into_iter().map(|(allergen, _)| allergen);
        listed.chain(self.allergens.iter().map(|own| own.id))
    }

    /// What a pupil may be restricted by: those, and each nut by itself.
    pub fn restrictable(&self) -> impl Iterator<Item = Allergen> {
        let nuts = Allergen::EACH_NUT.into_iter().map(|(nut, _)| nut);
        self.allergens().chain(nuts)
    }

    /// The diets that the till knows, then the canteen's own.
    pub fn diets(&self) -> impl Iterator<Item = Diet> {
        let listed = Diet::LISTED.into_iter().map(|(diet, _)| diet);
        listed.chain(self.diets.iter().map(|own| own.id))
    }

    /// What people call an allergen that the canteen added.
    #[must_use]
    pub fn allergen(&self, id: Allergen) -> Option<&str> {
        let found = self.allergens.iter().find(|own| own.id == id);
        found.map(|own| own.name.as_str())
    }

    /// What people call a diet that the canteen added.
    #[must_use]
    pub fn diet(&self, id: Diet) -> Option<&str> {
        let found = self.diets.iter().find(|own| own.id == id);
        found.map(|own| own.name.as_str())
    }

    /// Whether an allergen or a diet has that code: words files name both by it.
    fn knows(&self, code: &str) -> bool {
        Allergen::from_code(code).is_some()
            || Diet::from_code(code).is_some()
            || self.allergens.iter().any(|own| own.code == code)
            || self.diets.iter().any(|own| own.code == code)
    }

    /// Names a new allergen: its number is one more than the last.
    ///
    /// # Errors
    /// [`BadOwn`] without a name, or with one that there is.
    pub fn new_allergen(&self, name: &str) -> Result<Own<Allergen>, BadOwn> {
        let code = own_code(name)?;
        if self.knows(&code) {
            return Err(BadOwn::Taken(name.trim().to_owned()));
        }
        let last = self.allergens.iter().map(|own| own.id.0).max();
        let id = last.map_or(Allergen::FIRST_OWN, |last| last.saturating_add(1));
        let name = name.trim().to_owned();
        Ok(Own {
            id: Allergen(id),
            code,
            name,
        })
    }

    /// Names a new diet: its number is one more than the last.
    ///
    /// # Errors
    /// [`BadOwn`] without a name, or with one that there is.
    pub fn new_diet(&self, name: &str) -> Result<Own<Diet>, BadOwn> {
        let code = own_code(name)?;
        if self.knows(&code) {
            return Err(BadOwn::Taken(name.trim().to_owned()));
        }
        let last = self.diets.iter().map(|own| own.id.0).max();
        let id = last.map_or(Diet::FIRST_OWN, |last| last.saturating_add(1));
        let name = name.trim().to_owned();
        Ok(Own {
            id: Diet(id),
            code,
            name,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_canteen_adds_gets_a_number_of_its_own_and_no_name_twice() {
        let mut names = OwnNames::default();
        let first = names.new_allergen("Frutilla").unwrap();
        assert_eq!((first.id, first.code.as_str()), (Allergen(100), "frutilla"));
        names.allergens.push(first);
        assert_eq!(names.new_allergen("Kiwi").unwrap().id, Allergen(101));
        for taken in ["frutilla", "MANÍ", "Frutos secos", "Lactosa"] {
            assert!(
                matches!(names.new_allergen(taken), Err(BadOwn::Taken(_))),
                "{taken}"
            );
        }
        assert_eq!(names.new_diet("Halal").unwrap().id, Diet(100));
        for taken in ["Vegano", "frutilla", "leche"] {
            assert!(
                matches!(names.new_diet(taken), Err(BadOwn::Taken(_))),
                "{taken}"
            );
        }
    }

    #[test]
    fn a_name_makes_a_code_without_accents_or_spaces() {
        assert_eq!(
            own_code(" Colorante  rojo (E-120)").unwrap(),
            "colorante_rojo_e_120"
        );
        assert_eq!(own_code("Ají").unwrap(), "aji");
        for empty in ["", "  ", "—", "123"] {
            assert_eq!(own_code(empty), Err(BadOwn::NoName), "{empty}");
        }
    }
}
