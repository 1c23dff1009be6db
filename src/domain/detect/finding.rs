//! What the detector says of a label, and the words it rests on.

use serde::{Deserialize, Serialize};

pub use crate::domain::diet::Place;
use crate::domain::diet::{Allergen, Declared, Diet};

/// A word or phrase of the label that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Where it was read.
    pub place: Place,
    /// As it stands there.
    pub text: String,
    /// Its bytes in that field's text: in the name for [`Place::Type`], in the claims joined by `,` for
    /// [`Place::Claim`]. Always between characters.
    pub span: (usize, usize),
}

/// How far the detector believes itself. It decides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// «Baja»: under 70.
    Low,
    /// «Media»: from 70.
    Medium,
    /// «Alta»: from 90.
    High,
}

impl Trust {
    /// Of a confidence.
    #[must_use]
    pub const fn of(confidence: u8) -> Self {
        match confidence {
            90.. => Self::High,
            70.. => Self::Medium,
            _ => Self::Low,
        }
    }

    /// The word for it in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

/// What a label says of one allergen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// A proposal, never a declaration. [`Declared::Unknown`] with evidence asks: somebody should look.
    pub state: Declared,
    /// From 0 to 100: how sure the reading is.
    pub confidence: u8,
    /// The words it rests on, those that decide first. Never empty.
    pub evidence: Vec<Evidence>,
}

impl Finding {
    /// Whether the words are too vague to say more than that somebody should look.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.state == Declared::Unknown && !self.evidence.is_empty()
    }

    /// The confidence as a word.
    #[must_use]
    pub const fn trust(&self) -> Trust {
        Trust::of(self.confidence)
    }
}

/// What a label says of one diet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DietFinding {
    /// Whether it is against the diet; `false` only where a claim says that it fits and nothing else differs.
    pub conflict: bool,
    /// From 0 to 100: how sure the reading is.
    pub confidence: u8,
    /// The words it rests on. Never empty.
    pub evidence: Vec<Evidence>,
}

impl DietFinding {
    /// The confidence as a word.
    #[must_use]
    pub const fn trust(&self) -> Trust {
        Trust::of(self.confidence)
    }
}

/// All that a label says. What is not in here is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    pub(super) allergens: Vec<(Allergen, Finding)>,
    pub(super) diets: Vec<(Diet, DietFinding)>,
}

impl Findings {
    /// What it says of an allergen; `None` if no word speaks of it: it is unknown.
    #[must_use]
    pub fn allergen(&self, allergen: Allergen) -> Option<&Finding> {
        let found = self.allergens.iter().find(|(of, _)| *of == allergen);
        found.map(|(_, finding)| finding)
    }

    /// The state that it proposes for an allergen; unknown where no word speaks of it.
    #[must_use]
    pub fn state(&self, allergen: Allergen) -> Declared {
        let found = self.allergen(allergen);
        found.map_or(Declared::Unknown, |finding| finding.state)
    }

    /// What it says of a diet; `None` if no word speaks of it: it is unknown.
    #[must_use]
    pub fn diet(&self, diet: Diet) -> Option<&DietFinding> {
        let found = self.diets.iter().find(|(of, _)| *of == diet);
        found.map(|(_, finding)| finding)
    }

    /// Every allergen that some word speaks of.
    pub fn iter(&self) -> impl Iterator<Item = (Allergen, &Finding)> {
        self.allergens.iter().map(|(of, finding)| (*of, finding))
    }

    /// Every diet that some word speaks of.
    pub fn diets(&self) -> impl Iterator<Item = (Diet, &DietFinding)> {
        self.diets.iter().map(|(of, finding)| (*of, finding))
    }

    /// Whether no word speaks of any allergen or diet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.allergens.is_empty() && self.diets.is_empty()
    }
}
