//! What the till knows of a product, and why: what judgements are made by.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::few::Few;
use super::{Allergen, Declaration, Declarations, Declared, Diet, Suitability};

/// Where on a product words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Among the ingredients.
    Ingredients,
    /// In the pack's own sentence: «Contiene …», «Puede contener …».
    Declaration,
    /// In a claim: «sin gluten».
    Claim,
    /// In its name.
    Name,
    /// In its category.
    Category,
    /// In the kind of thing that its name says it is: bread, biscuit, yogurt.
    Type,
}

impl Place {
    /// The word for it in JSON and i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ingredients => "ingredients",
            Self::Declaration => "declaration",
            Self::Claim => "claim",
            Self::Name => "name",
            Self::Category => "category",
            Self::Type => "type",
        }
    }
}

/// Words on a product, as they stand there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Where.
    pub place: Place,
    /// What: «leche en polvo». Shared: what is read of a label stands in all that follows from it.
    pub text: Arc<str>,
}

/// Why a state is what it is; an alert says it in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// Nobody has said anything.
    Nobody,
    /// Nobody has said anything, but things of this kind usually hold it.
    Usually(Quote),
    /// Somebody said so.
    Said(Declaration),
    /// It was declared free, and what is written about it has changed since.
    ChangedSince(Declaration),
    /// Its label seems to say so; whoever declared something milder was not shown these words.
    Reads(Quote, Option<Declaration>),
    /// A part of it says so.
    Part(String, Box<Because>),
}

/// A state and why it is so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowledge {
    /// The state.
    pub state: Declared,
    /// Why.
    pub because: Because,
}

impl Knowledge {
    /// Nobody knows.
    pub const NOTHING: Self = Self {
        state: Declared::Unknown,
        because: Because::Nobody,
    };

    /// What somebody said.
    #[must_use]
    pub fn said(declaration: Declaration) -> Self {
        Self {
            state: declaration.state,
            because: Because::Said(declaration),
        }
    }

    /// Whether it asks for a new look: words or an edit stand against what was declared.
    #[must_use]
    pub const fn asks_for_a_look(&self) -> bool {
        matches!(self.because, Because::ChangedSince(_) | Because::Reads(..))
    }
}

/// Why a product does not go with a diet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DietBecause {
    /// Somebody said so.
    Said(Suitability),
    /// Its label seems to say so.
    Reads(Quote),
    /// A part of it says so.
    Part(String, Box<DietBecause>),
}

/// What the till knows of a product and a diet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DietKnowledge {
    /// It goes with the diet: somebody said so.
    Suits(DietBecause),
    /// It does not.
    Conflicts(DietBecause),
}

/// All that is known of one product. What is not in it is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    allergens: Few<Allergen, Knowledge>,
    diets: Few<Diet, DietKnowledge>,
}

impl Known {
    /// Nothing known: everything unknown.
    #[must_use]
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Learns something of an allergen, replacing what was known.
    pub fn learn(&mut self, allergen: Allergen, knowledge: Knowledge) {
        self.allergens.insert(allergen, knowledge);
    }

    /// Learns something of a diet, replacing what was known.
    pub fn learn_diet(&mut self, diet: Diet, knowledge: DietKnowledge) {
        self.diets.insert(diet, knowledge);
    }

    /// The state for an allergen; unknown where nobody said anything.
    #[must_use]
    pub fn state(&self, allergen: Allergen) -> Declared {
        self.of(allergen).state
    }

    /// What is known of an allergen, and why.
    ///
    /// What nobody said of one nut is what is known of the nuts, and one of which nobody knows is as bad
    /// as they are; nuts are never better than the worst of them.
    #[must_use]
    pub fn of(&self, allergen: Allergen) -> &Knowledge {
        let own = self.allergens.get(&allergen);
        let whole = allergen.whole();
        let whole = whole.and_then(|whole| self.allergens.get(&whole));
        let own = match (own, whole) {
            (Some(own), Some(whole)) if own.state == Declared::Unknown => {
                if whole.state > own.state { whole } else { own }
            }
            (None, Some(whole)) => whole,
            (own, _) => own.unwrap_or(&Knowledge::NOTHING),
        };
        let parts = allergen.parts();
        let parts = parts.filter_map(|part| self.allergens.get(&part));
        let worst = parts.max_by_key(|knowledge| knowledge.state);
        match worst {
            Some(worst) if worst.state > own.state => worst,
            _ => own,
        }
    }

    /// What a word that something is free of an allergen is a word about: the allergen, and of the nuts each
    /// one that is on file and not known. «Sin frutos secos» is said of almonds too.
    #[must_use]
    pub fn unread(&self, allergen: Allergen) -> Vec<Allergen> {
        let nuts = self.allergens.iter().filter(|(nut, knowledge)| {
            nut.whole() == Some(allergen) && knowledge.state == Declared::Unknown
        });
        let nuts = nuts.map(|(nut, _)| *nut);
        std::iter::once(allergen).chain(nuts).collect()
    }

    /// What is known of a diet; `None` is unknown.
    #[must_use]
    pub fn diet(&self, diet: Diet) -> Option<&DietKnowledge> {
        self.diets.get(&diet)
    }

    /// Everything that is known of allergens.
    pub fn iter(&self) -> impl Iterator<Item = (Allergen, &Knowledge)> {
        self.allergens
            .iter()
            .map(|(allergen, knowledge)| (*allergen, knowledge))
    }

    /// Everything that is known of diets.
    pub fn diets(&self) -> impl Iterator<Item = (Diet, &DietKnowledge)> {
        self.diets
            .iter()
            .map(|(diet, knowledge)| (*diet, knowledge))
    }
}

impl From<&Declarations> for Known {
    /// What is known if nothing but what was said counts.
    fn from(said: &Declarations) -> Self {
        let mut known = Self::nothing();
        for (allergen, declaration) in said.iter() {
            known.learn(allergen, Knowledge::said(declaration.clone()));
        }
        known
    }
}
