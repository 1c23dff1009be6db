//! What a pupil must not eat, what they had better not, and who said so.

use serde::{Deserialize, Serialize};

use super::{Allergen, Diet};
use crate::domain::BusinessDay;

/// How badly a pupil reacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// «Leve».
    Mild,
    /// «Moderada».
    Moderate,
    /// «Severa».
    Severe,
    /// «Crítica».
    Critical,
}

impl Severity {
    /// Every severity, mildest first.
    pub const ALL: [Self; 4] = [Self::Mild, Self::Moderate, Self::Severe, Self::Critical];

    /// The word for it in the store and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
            Self::Critical => "critical",
        }
    }

    /// The severity of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|severity| severity.code() == code)
    }
}

/// What a pupil must not eat, and who said so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// What.
    pub allergen: Allergen,
    /// How badly.
    pub severity: Severity,
    /// Who said so: «su madre, Carmen Rodríguez».
    pub said_by: String,
    /// The paper it rests on: «certificado del Dr. Ayala, 03/2026».
    #[serde(default)]
    pub document: Option<String>,
    /// Whom to call in an emergency, if not who said so.
    #[serde(default)]
    pub contact: Option<String>,
    /// The number to call.
    pub phone: Option<String>,
    /// What else the till should say.
    pub note: Option<String>,
    /// The last day on which it holds, if it ends.
    pub until: Option<BusinessDay>,
}

impl Restriction {
    /// Of an allergen, as somebody said, without an end.
    #[must_use]
    pub fn new(allergen: Allergen, severity: Severity, said_by: impl Into<String>) -> Self {
        Self {
            allergen,
            severity,
            said_by: said_by.into(),
            document: None,
            contact: None,
            phone: None,
            note: None,
            until: None,
        }
    }

    /// Whether it holds on that day.
    #[must_use]
    pub fn holds_on(&self, day: BusinessDay) -> bool {
        self.until.is_none_or(|last| day <= last)
    }

    /// What a list says beside what is on file: the worse severity holds, and what the list leaves out
    /// stays. Only somebody on the screen makes a restriction milder.
    #[must_use]
    pub fn beside(self, on_file: &Self) -> Self {
        let until = match (self.until, on_file.until) {
            (Some(new), Some(old)) => Some(new.max(old)),
            _ => None,
        };
        Self {
            severity: self.severity.max(on_file.severity),
            document: self.document.or_else(|| on_file.document.clone()),
            contact: self.contact.or_else(|| on_file.contact.clone()),
            phone: self.phone.or_else(|| on_file.phone.clone()),
            note: self.note.or_else(|| on_file.note.clone()),
            until,
            ..self
        }
    }
}

/// A diet or condition that a pupil keeps. It warns and never refuses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Which.
    pub diet: Diet,
    /// Who said so.
    pub said_by: String,
    /// What else the till should say.
    pub note: Option<String>,
    /// The last day on which it holds, if it ends.
    pub until: Option<BusinessDay>,
}

impl Wish {
    /// Whether it holds on that day.
    #[must_use]
    pub fn holds_on(&self, day: BusinessDay) -> bool {
        self.until.is_none_or(|last| day <= last)
    }
}
