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

/// The words that say more than what somebody is about to declare: who declares it all the same must
/// have been shown them.
#[must_use]
pub fn against(findings: &Findings, allergen: Allergen, said: Declared) -> Option<&Finding> {
    let finding = findings.allergen(allergen)?;
    let speaks = finding.state > Declared::Unknown && said != Declared::Unknown;
    (speaks && finding.state > said).then_some(finding)
}

/// What may be declared free in one go, as the rest of a product: nobody knows it, no word speaks for it
/// and no part decides it.
pub fn silent<'a>(
    findings: &'a Findings,
    known: &'a Known,
    allergens: impl Iterator<Item = Allergen> + 'a,
) -> impl Iterator<Item = Allergen> + 'a {
    allergens.filter(|allergen| {
        let knowledge = known.of(*allergen);
        let open = matches!(
            knowledge.because,
            Because::Nobody | Because::ChangedSince(_)
        );
        let found = findings.allergen(*allergen);
        let unspoken = found.is_none_or(|finding| finding.state == Declared::Free);
        knowledge.state == Declared::Unknown && open && unspoken
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::detect::{Detector, Label};
    use crate::domain::diet::{Dossier, Hints};

    fn biscuit() -> (Findings, Known) {
        let ingredients = Some("Harina de trigo, azúcar. Puede contener trazas de maní.");
        let label = Label {
            name: "Galletita",
            ingredients,
            ..Label::default()
        };
        let findings = Detector::standard().read(&label);
        let dossier = Dossier {
            hints: Hints::from(&findings),
            ..Dossier::default()
        };
        let known = dossier.known();
        (findings, known)
    }

    #[test]
    fn the_rest_of_a_product_leaves_out_whatever_its_label_speaks_of() {
        let (findings, known) = biscuit();
        let rest: Vec<_> = silent(
            &findings,
            &known,
            Allergen::LISTED.into_iter().map(|(allergen, _)| allergen),
        )
        .collect();
        assert!(!rest.contains(&Allergen::GLUTEN) && !rest.contains(&Allergen::PEANUT));
        assert!(rest.contains(&Allergen::MOLLUSCS));
    }

    #[test]
    fn only_what_is_milder_than_the_words_stands_against_them() {
        let (findings, _) = biscuit();
        let stands = |allergen, said| against(&findings, allergen, said).is_some();
        assert!(stands(Allergen::GLUTEN, Declared::Free));
        assert!(stands(Allergen::GLUTEN, Declared::MayContain));
        assert!(stands(Allergen::PEANUT, Declared::Free));
        assert!(!stands(Allergen::PEANUT, Declared::Contains));
        assert!(!stands(Allergen::GLUTEN, Declared::Unknown));
        assert!(!stands(Allergen::MOLLUSCS, Declared::Free));
    }
}
