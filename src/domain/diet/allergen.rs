//! The allergens that a product is declared about and a pupil is restricted by.

use serde::{Deserialize, Serialize};

/// An allergen: one of the fourteen that the EU lists (Regulation 1169/2011, annex II), one kind of
/// tree nut, or one the canteen added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Allergen(pub u16);

impl Allergen {
    /// Cereals with gluten.
    pub const GLUTEN: Self = Self(1);
    /// Crustaceans.
    pub const CRUSTACEANS: Self = Self(2);
    /// Egg.
    pub const EGG: Self = Self(3);
    /// Fish.
    pub const FISH: Self = Self(4);
    /// Peanut («maní»).
    pub const PEANUT: Self = Self(5);
    /// Soya.
    pub const SOY: Self = Self(6);
    /// Milk; an allergic child is not helped by «sin lactosa».
    pub const MILK: Self = Self(7);
    /// Tree nuts, all of them.
    pub const NUTS: Self = Self(8);
    /// Celery.
    pub const CELERY: Self = Self(9);
    /// Mustard.
    pub const MUSTARD: Self = Self(10);
    /// Sesame.
    pub const SESAME: Self = Self(11);
    /// Sulphites.
    pub const SULPHITES: Self = Self(12);
    /// Lupin.
    pub const LUPIN: Self = Self(13);
    /// Molluscs.
    pub const MOLLUSCS: Self = Self(14);

    /// The first number that an allergen of the canteen's own may have.
    pub const FIRST_OWN: u16 = 100;

    /// The fourteen, with the codes that lists of products use.
    pub const LISTED: [(Self, &'static str); 14] = [
        (Self::GLUTEN, "gluten"),
        (Self::CRUSTACEANS, "crustaceos"),
        (Self::EGG, "huevo"),
        (Self::FISH, "pescado"),
        (Self::PEANUT, "mani"),
        (Self::SOY, "soja"),
        (Self::MILK, "leche"),
        (Self::NUTS, "frutos_secos"),
        (Self::CELERY, "apio"),
        (Self::MUSTARD, "mostaza"),
        (Self::SESAME, "sesamo"),
        (Self::SULPHITES, "sulfitos"),
        (Self::LUPIN, "altramuz"),
        (Self::MOLLUSCS, "moluscos"),
    ];

    /// The tree nuts one by one, as the regulation names them: some children react to one only.
    pub const EACH_NUT: [(Self, &'static str); 8] = [
        (Self(81), "almendra"),
        (Self(82), "avellana"),
        (Self(83), "nuez"),
        (Self(84), "caju"),
        (Self(85), "pecan"),
        (Self(86), "nuez_de_brasil"),
        (Self(87), "pistacho"),
        (Self(88), "macadamia"),
    ];

    /// The code in lists and i18n keys; `None` for one the canteen added.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        let mut all = Self::LISTED.iter().chain(&Self::EACH_NUT);
        all.find(|(of, _)| *of == self).map(|(_, code)| *code)
    }

    /// The listed allergen, or single nut, of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let mut all = Self::LISTED.iter().chain(&Self::EACH_NUT);
        all.find(|(_, of)| *of == code)
            .map(|(allergen, _)| *allergen)
    }

    /// What it is a part of: a nut is one of the nuts.
    #[must_use]
    pub fn whole(self) -> Option<Self> {
        let nut = Self::EACH_NUT.iter().any(|(nut, _)| *nut == self);
        nut.then_some(Self::NUTS)
    }

    /// What it is the whole of: the nuts, of each nut.
    pub fn parts(self) -> impl Iterator<Item = Self> {
        let nuts = Self::EACH_NUT.into_iter().map(|(nut, _)| nut);
        nuts.filter(move |_| self == Self::NUTS)
    }

    /// Whether the canteen added it.
    #[must_use]
    pub const fn is_own(self) -> bool {
        self.0 >= Self::FIRST_OWN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_and_no_number_stands_twice() {
        let all: Vec<_> = Allergen::LISTED
            .into_iter()
            .chain(Allergen::EACH_NUT)
            .collect();
        for (allergen, code) in &all {
            assert_eq!(Allergen::from_code(code), Some(*allergen));
            assert_eq!(allergen.code(), Some(*code));
            assert!(!allergen.is_own());
            assert!(allergen.parts().all(|part| part.whole() == Some(*allergen)));
            assert!(
                allergen
                    .whole()
                    .is_none_or(|whole| whole.parts().any(|part| part == *allergen))
            );
        }
        let numbers: std::collections::BTreeSet<_> = all.iter().map(|(of, _)| of).collect();
        assert_eq!(numbers.len(), all.len());
    }
}
