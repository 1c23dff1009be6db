//! What a label's words propose to declare, for a person to confirm with the pack in hand.

use super::{Evidence, Finding, Findings, Trust};
use crate::domain::diet::{Allergen, Because, Declared, Known};

/// Why somebody should look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The label's words are stricter than what was declared.
    Contradicts,
    /// It was declared free, and the text was edited since.
    Changed,
    /// Nobody has declared it, and the label says something.
    Undeclared,
}

/// One thing to look at: a product's allergen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Which allergen.
    pub allergen: Allergen,
    /// Why.
    pub why: Why,
    /// What the words propose; [`Declared::Unknown`] where they only ask.
    pub proposed: Declared,
    /// How far the reading believes itself, 0 to 100.
    pub confidence: u8,
    /// The words it rests on; empty where the text was edited and says nothing of it.
    pub evidence: Vec<Evidence>,
}

impl Proposal {
    /// The confidence as a word; `None` where no words propose anything.
    #[must_use]
    pub fn trust(&self) -> Option<Trust> {
        (!self.evidence.is_empty()).then(|| Trust::of(self.confidence))
    }
}

/// What is to be looked at of one product, the most pressing first.
#[must_use]
pub fn propose(
    findings: &Findings,
    known: &Known,
    allergens: impl Iterator<Item = Allergen>,
) -> Vec<Proposal> {
    let mut proposals: Vec<Proposal> = allergens
        .filter_map(|allergen| proposal(findings.allergen(allergen), known, allergen))
        .collect();
    proposals.sort_by_key(|of| (of.why, std::cmp::Reverse(of.confidence), of.allergen));
    proposals
}

fn proposal(finding: Option<&Finding>, known: &Known, allergen: Allergen) -> Option<Proposal> {
    let why = match (&known.of(allergen).because, finding) {
        (Because::Reads(_, Some(_)), _) => Why::Contradicts,
        (Because::ChangedSince(_), _) => Why::Changed,
        (Because::Reads(_, None) | Because::Usually(_) | Because::Nobody, Some(_)) => {
            Why::Undeclared
        }
        _ => return None,
    };
    Some(Proposal {
        allergen,
        why,
        proposed: finding.map_or(Declared::Unknown, |finding| finding.state),
        confidence: finding.map_or(0, |finding| finding.confidence),
        evidence: finding.map_or_else(Vec::new, |finding| finding.evidence.clone()),
    })
}
