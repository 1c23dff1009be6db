//! From all that a label's words say to one finding a subject.

use super::finding::{DietFinding, Evidence, Finding, Findings, Place};
use super::meaning::{Mask, Subject, Subjects};
use super::read::{Mention, Strength};
use crate::domain::diet::{Allergen, Declared, Diet};

/// More words say no more to who reads them.
const MOST_EVIDENCE: usize = 8;

/// What the pack says of its contents.
const ON_THE_PACK: u8 = 95;
/// What an explicit word of a name says.
const IN_A_NAME: u8 = 75;
/// A word on the pack that is too vague.
const VAGUE: u8 = 60;
/// A type of product, or a category.
const BY_TYPE: u8 = 50;

/// A mention with the text that its span is of.
pub(super) struct Said<'a> {
    pub(super) mention: Mention,
    /// The text of the words.
    pub(super) text: &'a str,
    /// Where in the field they stand.
    pub(super) span: (usize, usize),
}

/// Puts together what was said.
pub(super) fn judge(subjects: &Subjects, said: &[Said<'_>]) -> Findings {
    let all = said.iter().fold(0, |all, said| all | said.mention.subjects);
    let mut findings = Findings::default();
    let spoken_of = subjects.iter().filter(|(_, bit)| all & bit != 0);
    for (subject, bit) in spoken_of {
        match subject {
            Subject::Allergen(allergen) => {
                let found = allergen_finding(said, bit);
                findings
                    .allergens
                    .extend(found.map(|found| (allergen, found)));
            }
            Subject::Diet(_) => {}
        }
    }
    for (subject, bit) in subjects.iter() {
        if let Subject::Diet(diet) = subject {
            let against = animals(subjects, diet);
            // Milk without its sugar is milk all the same, and suits who does not bear the sugar.
            let relieved = diet == Diet::LACTOSE && says(said, bit, Strength::Free);
            let against = if relieved { 0 } else { against };
            let found = diet_finding(said, bit, against);
            findings.diets.extend(found.map(|found| (diet, found)));
        }
    }
    findings
}

/// The allergens that are against a diet.
fn animals(subjects: &Subjects, diet: Diet) -> Mask {
    const SWIMMING: [Allergen; 3] = [Allergen::FISH, Allergen::CRUSTACEANS, Allergen::MOLLUSCS];
    const GIVEN: [Allergen; 2] = [Allergen::MILK, Allergen::EGG];
    let of = |allergens: &[Allergen]| {
        let bits = allergens
            .iter()
            .map(|allergen| subjects.mask_of(Subject::Allergen(*allergen)));
        bits.fold(0, |all, bit| all | bit)
    };
    match diet {
        Diet::VEGAN => of(&SWIMMING) | of(&GIVEN),
        Diet::VEGETARIAN => of(&SWIMMING),
        Diet::LACTOSE => of(&[Allergen::MILK]),
        _ => 0,
    }
}

fn allergen_finding(said: &[Said<'_>], subject: Mask) -> Option<Finding> {
    let is_free = says(said, subject, Strength::Free);
    let hard = says(said, subject, Strength::Contains);
    let soft = says(said, subject, Strength::Soft);
    let kind = says(said, subject, Strength::Kind);
    let (state, deciding): (Declared, &[Strength]) = if hard || (soft || kind) && !is_free {
        (
            Declared::Contains,
            &[
                Strength::Contains,
                Strength::Soft,
                Strength::Kind,
                Strength::May,
            ],
        )
    } else if says(said, subject, Strength::May) {
        (Declared::MayContain, &[Strength::May, Strength::Soft])
    } else if soft {
        (Declared::Unknown, &[Strength::Soft, Strength::Free])
    } else if is_free {
        (Declared::Free, &[Strength::Free])
    } else {
        (Declared::Unknown, &[Strength::Asks])
    };
    let (confidence, evidence) = evidence(said, subject, deciding);
    let asks = state == Declared::Unknown;
    (!evidence.is_empty()).then_some(Finding {
        state,
        confidence: if asks {
            confidence.min(VAGUE)
        } else {
            confidence
        },
        evidence,
    })
}

fn diet_finding(said: &[Said<'_>], subject: Mask, animals: Mask) -> Option<DietFinding> {
    const AGAINST: [Strength; 3] = [Strength::Contains, Strength::Soft, Strength::Kind];
    let of_itself = evidence(said, subject, &AGAINST);
    let of_animals = evidence(said, animals, &AGAINST);
    let confidence = of_itself.0.max(of_animals.0);
    let mut against = of_itself.1;
    against.extend(of_animals.1);
    against.truncate(MOST_EVIDENCE);
    if !against.is_empty() {
        return Some(DietFinding {
            conflict: true,
            confidence,
            evidence: against,
        });
    }
    let conflict = !says(said, subject, Strength::Free);
    let deciding = match conflict {
        true => Strength::Asks,
        false => Strength::Free,
    };
    let (confidence, evidence) = evidence(said, subject, &[deciding]);
    (!evidence.is_empty()).then_some(DietFinding {
        conflict,
        confidence,
        evidence,
    })
}

fn says(said: &[Said<'_>], subject: Mask, strength: Strength) -> bool {
    said.iter()
        .any(|said| said.mention.strength == strength && said.mention.subjects & subject != 0)
}

/// The words of these strengths, in their order, and how sure the surest of the first is.
fn evidence(said: &[Said<'_>], subject: Mask, strengths: &[Strength]) -> (u8, Vec<Evidence>) {
    let mut confidence = 0;
    let mut found: Vec<Evidence> = Vec::new();
    for strength in strengths {
        let speaking = said.iter().filter(|said| {
            said.mention.strength == *strength && said.mention.subjects & subject != 0
        });
        for said in speaking.take(MOST_EVIDENCE - found.len().min(MOST_EVIDENCE)) {
            confidence = confidence.max(sureness(&said.mention));
            found.push(Evidence {
                place: said.mention.place,
                text: said.text.to_owned(),
                span: said.span,
            });
        }
    }
    (confidence, found)
}

const fn sureness(mention: &Mention) -> u8 {
    match (mention.place, mention.strength) {
        (Place::Type | Place::Category, _) => BY_TYPE,
        (_, Strength::Asks) => VAGUE,
        (Place::Name, _) => IN_A_NAME,
        (Place::Ingredients | Place::Declaration | Place::Claim, _) => ON_THE_PACK,
    }
}
