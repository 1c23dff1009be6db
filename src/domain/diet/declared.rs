//! What somebody has said of a product, and where they read it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Allergen, Diet};
use crate::domain::BusinessDay;

/// What is declared of a product and an allergen. Ordered: a later one asks for more caution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Declared {
    /// Somebody has said that it is not in it.
    Free,
    /// Nobody has said anything. Never shown or treated as free.
    Unknown,
    /// Traces are possible.
    MayContain,
    /// It is in it.
    Contains,
}

impl Declared {
    /// Every state, in the order of the policy's rows.
    pub const ALL: [Self; 4] = [Self::Free, Self::Unknown, Self::MayContain, Self::Contains];

    /// The word for it in JSON, in words files and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Unknown => "unknown",
            Self::MayContain => "may_contain",
            Self::Contains => "contains",
        }
    }

    /// The state of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Where a declaration comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The pack's label.
    Label,
    /// The supplier's sheet.
    Supplier,
    /// The kitchen's recipe.
    Recipe,
    /// Somebody of the staff.
    Staff,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 4] = [Self::Label, Self::Supplier, Self::Recipe, Self::Staff];

    /// The word for it in the store and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Supplier => "supplier",
            Self::Recipe => "recipe",
            Self::Staff => "staff",
        }
    }

    /// The source of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.code() == code)
    }
}

/// A version of what is written about a product: its name, ingredients and the label's sentence.
///
/// A higher one is later. A declaration is of one version: what is edited after it asks for a new look.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct TextVersion(pub i64);

/// What was declared, where it was read, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// The state; [`Declared::Unknown`] takes back what was said before.
    pub state: Declared,
    /// Where it comes from.
    pub source: Source,
    /// The words it rests on, if any: «puede contener trazas de maní».
    pub quote: Option<String>,
    /// Who said so, as people call them; `None` for a list that was imported.
    #[serde(default)]
    pub by: Option<String>,
    /// When it was said.
    pub day: BusinessDay,
    /// The text that it was said of.
    #[serde(default)]
    pub text: TextVersion,
    /// The words of the label that stood against it and that were shown to whoever said so.
    ///
    /// It holds against those words alone: others that are read later ask for a new look.
    #[serde(default)]
    pub against: Option<String>,
}

impl Declaration {
    /// A word on the first text, said by a list rather than by somebody.
    #[must_use]
    pub const fn new(state: Declared, source: Source, day: BusinessDay) -> Self {
        Self {
            state,
            source,
            quote: None,
            by: None,
            day,
            text: TextVersion(0),
            against: None,
        }
    }

    /// Resting on these words.
    #[must_use]
    pub fn quoting(mut self, words: Option<String>) -> Self {
        self.quote = words;
        self
    }
}

/// All that was said of one product, the latest word on each allergen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Declarations(BTreeMap<Allergen, Declaration>);

impl Declarations {
    /// Nothing declared: everything unknown.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Records a declaration, replacing the one before.
    pub fn declare(&mut self, allergen: Allergen, declaration: Declaration) {
        if declaration.state == Declared::Unknown {
            self.0.remove(&allergen);
        } else {
            self.0.insert(allergen, declaration);
        }
    }

    /// The state for an allergen; unknown where nobody said anything.
    #[must_use]
    pub fn state(&self, allergen: Allergen) -> Declared {
        self.0
            .get(&allergen)
            .map_or(Declared::Unknown, |said| said.state)
    }

    /// What was said of an allergen.
    #[must_use]
    pub fn of(&self, allergen: Allergen) -> Option<&Declaration> {
        self.0.get(&allergen)
    }

    /// Everything that was said, by allergen.
    pub fn iter(&self) -> impl Iterator<Item = (Allergen, &Declaration)> {
        self.0.iter().map(|(allergen, said)| (*allergen, said))
    }

    /// Whether nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What somebody said of a product and a diet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suitability {
    /// Whether somebody on that diet may have it.
    pub suits: bool,
    /// Who said so.
    pub by: Option<String>,
    /// When.
    pub day: BusinessDay,
    /// The text that it was said of.
    pub text: TextVersion,
}

/// What was said of one product, by diet.
pub type Suitabilities = BTreeMap<Diet, Suitability>;
