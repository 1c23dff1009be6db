//! What a product's label says: a proposal of what is in it, for a person to confirm.
//!
//! Nothing here declares anything. The till may only grow more careful by what is read here; that a label
//! «says free» is a proposal for somebody with the pack in hand. What the words mean is data, in
//! `assets/words/`; the rules of reading them are here.

mod bundled;
mod finding;
mod hints;
mod judge;
mod lexicon;
mod meaning;
mod phrase;
mod propose;
mod read;
mod scope;
pub mod score;
#[cfg(test)]
mod tests;
mod token;
mod words;

use std::sync::LazyLock;

pub use finding::{DietFinding, Evidence, Finding, Findings, Place, Trust};
pub use meaning::Subject;
pub use propose::{Proposal, Why, against, propose, silent};
pub use words::{BadWord, BadWords, Words};

use judge::Said;
use lexicon::Lexicon;
use scope::Field;

/// The texts of a product's label. What is not known is left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Label<'a> {
    /// The product's name.
    pub name: &'a str,
    /// The category that the canteen keeps it in.
    pub category: Option<&'a str>,
    /// The list of ingredients, with all that stands beside it.
    pub ingredients: Option<&'a str>,
    /// The pack's own sentence about allergens, with or without its «contiene».
    pub declaration: Option<&'a str>,
    /// Claims on the pack: `sin_gluten`, «Sin TACC», «vegano».
    pub claims: &'a [&'a str],
}

/// Reads labels. Compiled once; share it by reference or in an `Arc`.
#[derive(Debug, Clone)]
pub struct Detector {
    lexicon: Lexicon,
}

static STANDARD: LazyLock<Detector> = LazyLock::new(|| Detector {
    lexicon: Lexicon::new(bundled::words()),
});

impl Detector {
    /// The one that knows the words that come with the till.
    #[must_use]
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// One that knows the canteen's own words too.
    #[must_use]
    pub fn with(own: &Words) -> Self {
        let all = bundled::words().clone().joined(own.clone());
        Self {
            lexicon: Lexicon::new(&all),
        }
    }

    /// Reads a label. Never fails: what is not understood is left unknown.
    ///
    /// ```
    /// # use cantina::domain::detect::{Detector, Label};
    /// # use cantina::domain::diet::{Allergen, Declared};
    /// let ingredients = Some("Maíz, aceite de girasol, sal. Puede contener trazas de maní.");
    /// let label = Label { name: "Tutuca", ingredients, ..Label::default() };
    /// let findings = Detector::standard().read(&label);
    /// assert_eq!(findings.state(Allergen::PEANUT), Declared::MayContain);
    /// assert_eq!(findings.state(Allergen::MILK), Declared::Unknown);
    /// ```
    #[must_use]
    pub fn read(&self, label: &Label<'_>) -> Findings {
        let mut said = Vec::new();
        let mut field = |text, field, offset| self.field(text, field, offset, &mut said);
        field(label.declaration.unwrap_or_default(), Field::Declaration, 0);
        field(label.ingredients.unwrap_or_default(), Field::Ingredients, 0);
        let mut offset = 0;
        for claim in label.claims {
            field(claim, Field::Claim, offset);
            offset += claim.len() + 1;
        }
        field(label.name, Field::Name, 0);
        field(label.category.unwrap_or_default(), Field::Category, 0);
        // What foods of its kind have in them matters only as long as nobody knows this one's ingredients.
        if label
            .ingredients
            .is_some_and(|text| !text.trim().is_empty())
        {
            for said in &mut said {
                said.mention.guess_less();
            }
        }
        judge::judge(&self.lexicon.subjects, &said)
    }

    fn field<'a>(&self, text: &'a str, field: Field, offset: usize, said: &mut Vec<Said<'a>>) {
        read::read(&self.lexicon, text, field, |mention| {
            let (start, end) = mention.span;
            said.push(Said {
                mention,
                text: &text[start..end],
                span: (start + offset, end + offset),
            });
        });
    }
}
