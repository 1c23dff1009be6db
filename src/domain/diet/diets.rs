//! Diets and conditions: what a family wishes or a doctor advises, apart from allergies.
//!
//! A diet warns and never refuses; it is never mixed with an allergy, whose words may be the same
//! («vegano» says nothing of traces of milk).

use serde::{Deserialize, Serialize};

/// A diet or condition: one of the five that the till knows, or one the canteen added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Diet(pub u16);

impl Diet {
    /// No meat and no fish.
    pub const VEGETARIAN: Self = Self(1);
    /// Nothing of animals: no egg, milk or honey either.
    pub const VEGAN: Self = Self(2);
    /// Diabetes: no sugar added.
    pub const DIABETES: Self = Self(3);
    /// Hypertension: nothing salty.
    pub const HYPERTENSION: Self = Self(4);
    /// No pork.
    pub const NO_PORK: Self = Self(5);

    /// Lactose intolerance: «sin lactosa» helps here, and does not help an allergy to milk.
    pub const LACTOSE: Self = Self(6);

    /// The first number that a canteen's own diet may have.
    pub const FIRST_OWN: u16 = 100;

    /// Those the till knows, with the codes that lists and i18n keys use.
    pub const LISTED: [(Self, &'static str); 6] = [
        (Self::VEGETARIAN, "vegetariano"),
        (Self::VEGAN, "vegano"),
        (Self::DIABETES, "diabetes"),
        (Self::HYPERTENSION, "hipertension"),
        (Self::NO_PORK, "no_cerdo"),
        (Self::LACTOSE, "lactosa"),
    ];

    /// The code in lists and i18n keys; `None` for one the canteen added.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        let found = Self::LISTED.iter().find(|(of, _)| *of == self);
        found.map(|(_, code)| *code)
    }

    /// The listed diet of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let found = Self::LISTED.iter().find(|(_, of)| *of == code);
        found.map(|(diet, _)| *diet)
    }
}
