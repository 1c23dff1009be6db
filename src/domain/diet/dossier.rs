//! From what is on file of a product to what is known of it: the only place where what was said, what
//! the label seems to say, later edits and recipes are weighed against each other.
//!
//! One rule runs through it: what a person said of the text as it stands decides, and everything else
//! may only ask for more caution. An edit, a word on the label or an unread part turns «free» into
//! something stricter; nothing turns anything into «free».

use std::collections::BTreeSet;
use std::sync::Arc;

use super::few::Few;
use super::{
    Allergen, Because, Declaration, Declarations, Declared, Diet, DietBecause, DietKnowledge,
    Knowledge, Known, Quote, Suitabilities, TextVersion,
};

/// How strongly the words of a label speak. Ordered: a later one asks for more caution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Seems {
    /// Things of its kind usually hold it.
    Usual,
    /// Traces are named.
    MayContain,
    /// It is named.
    Contains,
}

/// What the words of a label seem to say of an allergen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// How strongly.
    pub seems: Seems,
    /// The words.
    pub quote: Quote,
}

/// What the words of a product's label seem to say: read by the detector, never by a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    /// By allergen.
    pub allergens: Few<Allergen, Hint>,
    /// Words that stand against a diet.
    pub diets: Few<Diet, Quote>,
}

/// Something that a product is made of: an ingredient of its recipe, a component of a combo or lunch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub name: String,
    /// What is known of it.
    pub known: Arc<Known>,
}

/// All that is on file of one product.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dossier {
    /// The text that is in force.
    pub text: TextVersion,
    /// What was said, the latest word on each allergen.
    pub said: Declarations,
    /// What was said of diets.
    pub suits: Suitabilities,
    /// What its label seems to say.
    pub hints: Hints,
    /// What it is made of; empty for what is bought as it is.
    pub parts: Vec<Part>,
}

impl Dossier {
    /// What is known of the product.
    #[must_use]
    pub fn known(&self) -> Known {
        let mut known = Known::nothing();
        for allergen in self.allergens() {
            known.learn(allergen, self.weigh(allergen));
        }
        for diet in self.diets() {
            if let Some(knowledge) = self.weigh_diet(diet) {
                known.learn_diet(diet, knowledge);
            }
        }
        known
    }

    /// Every allergen of which anything is on file.
    fn allergens(&self) -> BTreeSet<Allergen> {
        let said = self.said.iter().map(|(allergen, _)| allergen);
        let hinted = self.hints.allergens.keys().copied();
        let parts = self.parts.iter().flat_map(|part| part.known.iter());
        let parts = parts.map(|(allergen, _)| allergen);
        said.chain(hinted).chain(parts).collect()
    }

    fn weigh(&self, allergen: Allergen) -> Knowledge {
        let said = self.said_of(allergen);
        let made = match self.of_the_parts(allergen) {
            Some(parts) if self.word(allergen).is_none() => parts,
            Some(parts) if parts.state > said.state => parts,
            _ => said,
        };
        self.warned(allergen, made)
    }

    /// What a person said of it, or else of the whole that it is a part of.
    fn word(&self, allergen: Allergen) -> Option<&Declaration> {
        let own = self.said.of(allergen);
        own.or_else(|| self.said.of(allergen.whole()?))
    }

    /// What a person said, as far as it still holds.
    fn said_of(&self, allergen: Allergen) -> Knowledge {
        match self.word(allergen) {
            None => Knowledge::NOTHING,
            Some(said) if said.state == Declared::Free && said.text < self.text => Knowledge {
                state: Declared::Unknown,
                because: Because::ChangedSince(said.clone()),
            },
            Some(said) => Knowledge::said(said.clone()),
        }
    }

    /// The worst of what is known of its parts; `None` if it has none.
    fn of_the_parts(&self, allergen: Allergen) -> Option<Knowledge> {
        let worst = self
            .parts
            .iter()
            .map(|part| (part, part.known.of(allergen)))
            .max_by_key(|(_, knowledge)| knowledge.state)?;
        let (part, knowledge) = worst;
        Some(Knowledge {
            state: knowledge.state,
            because: Because::Part(part.name.clone(), Box::new(knowledge.because.clone())),
        })
    }

    /// The label's words only ever make it stricter, and not against somebody who was shown them.
    fn warned(&self, allergen: Allergen, known: Knowledge) -> Knowledge {
        let said = self.word(allergen);
        let Some(hint) = self.hint(allergen) else {
            return known;
        };
        let shown = |said: &Declaration| said.against.as_deref() == Some(&*hint.quote.text);
        if said.is_some_and(|said| said.text == self.text && shown(said)) {
            return known;
        }
        let seems = match hint.seems {
            Seems::Usual => Declared::Unknown,
            Seems::MayContain => Declared::MayContain,
            Seems::Contains => Declared::Contains,
        };
        let quote = hint.quote.clone();
        if seems > known.state && hint.seems > Seems::Usual {
            Knowledge {
                state: seems,
                because: Because::Reads(quote, said.cloned()),
            }
        } else if known.because == Because::Nobody {
            Knowledge {
                because: Because::Usually(quote),
                ..known
            }
        } else {
            known
        }
    }

    /// Words about nuts are words about each of them.
    fn hint(&self, allergen: Allergen) -> Option<&Hint> {
        let own = self.hints.allergens.get(&allergen);
        own.or_else(|| self.hints.allergens.get(&allergen.whole()?))
    }

    fn diets(&self) -> BTreeSet<Diet> {
        let said = self.suits.keys().copied();
        let hinted = self.hints.diets.keys().copied();
        let parts = self.parts.iter().flat_map(|part| part.known.diets());
        let parts = parts.map(|(diet, _)| diet);
        said.chain(hinted).chain(parts).collect()
    }

    fn weigh_diet(&self, diet: Diet) -> Option<DietKnowledge> {
        let said = self.suits.get(&diet).filter(|said| said.text == self.text);
        if let Some(said) = said {
            let because = DietBecause::Said(said.clone());
            return Some(match said.suits {
                true => DietKnowledge::Suits(because),
                false => DietKnowledge::Conflicts(because),
            });
        }
        if let Some(quote) = self.hints.diets.get(&diet) {
            return Some(DietKnowledge::Conflicts(DietBecause::Reads(quote.clone())));
        }
        self.diet_of_the_parts(diet)
    }

    /// One part that does not go with a diet is enough; all must be said to go with it.
    fn diet_of_the_parts(&self, diet: Diet) -> Option<DietKnowledge> {
        let known = self
            .parts
            .iter()
            .map(|part| (part, part.known.diet(diet)))
            .collect::<Vec<_>>();
        let of = |part: &Part, because: &DietBecause| {
            DietBecause::Part(part.name.clone(), Box::new(because.clone()))
        };
        let conflict = known.iter().find_map(|(part, known)| match known {
            Some(DietKnowledge::Conflicts(because)) => {
                Some(DietKnowledge::Conflicts(of(part, because)))
            }
            _ => None,
        });
        let all_suit = || {
            let mut suits = None;
            for (part, known) in &known {
                let Some(DietKnowledge::Suits(because)) = known else {
                    return None;
                };
                suits = Some(DietKnowledge::Suits(of(part, because)));
            }
            suits
        };
        conflict.or_else(all_suit)
    }
}

#[cfg(test)]
#[path = "dossier_tests.rs"]
mod tests;
