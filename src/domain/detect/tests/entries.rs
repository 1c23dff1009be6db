//! Every word that comes with the till, walked: each alone says what its heading says.

use super::super::bundled;
use super::super::meaning::{Mask, Subject};
use super::super::words::{Phrase, Words};
use super::{by_claim, by_ingredients, by_name};
use crate::domain::detect::Findings;
use crate::domain::diet::Declared;

/// How a subject stands in findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stand {
    Free,
    Nothing,
    Asks,
    May,
    Contains,
}

fn stand(findings: &Findings, subject: Subject) -> Stand {
    match subject {
        Subject::Allergen(allergen) => match findings.allergen(allergen).map(|found| found.state) {
            None => Stand::Nothing,
            Some(Declared::Unknown) => Stand::Asks,
            Some(Declared::Free) => Stand::Free,
            Some(Declared::MayContain) => Stand::May,
            Some(Declared::Contains) => Stand::Contains,
        },
        Subject::Diet(diet) => match findings.diet(diet) {
            None => Stand::Nothing,
            Some(found) if !found.conflict => Stand::Free,
            Some(found) if found.confidence <= 60 => Stand::Asks,
            Some(_) => Stand::Contains,
        },
    }
}

/// Goes through every phrase and each subject of a mask of it; collects those that do not hold.
fn walk(mask: impl Fn(&Phrase) -> Mask, holds: impl Fn(&Phrase, Subject) -> bool) {
    let words: &Words = bundled::words();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for phrase in words.phrases.values() {
        for (subject, bit) in words.subjects.iter() {
            if mask(phrase) & bit != 0 {
                seen += 1;
                if !holds(phrase, subject) {
                    wrong.push(format!("{} ({}): {subject:?}", phrase.text, phrase.line));
                }
            }
        }
    }
    assert!(seen > 0, "there is no such entry");
    assert!(
        wrong.is_empty(),
        "{} of {seen}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_bundled_file_can_be_read() {
    for (locale, text) in bundled::FILES {
        if let Err(bad) = Words::parse_bundled(text) {
            panic!("{locale}.words: {bad}");
        }
    }
}

#[test]
fn what_is_contained_is_found_in_ingredients() {
    walk(
        |phrase| phrase.meaning.sense.contained(),
        |phrase, subject| stand(&by_ingredients(&phrase.text), subject) == Stand::Contains,
    );
}

#[test]
fn an_explicit_word_is_found_in_a_name() {
    let explicit = |phrase: &Phrase| {
        let sense = &phrase.meaning.sense;
        sense.whole | sense.contains | sense.soft | sense.kind
    };
    walk(explicit, |phrase, subject| {
        stand(&by_name(&phrase.text), subject) == Stand::Contains
    });
}

#[test]
fn a_vague_or_typical_word_makes_a_name_ask() {
    let asking = |phrase: &Phrase| {
        let sense = &phrase.meaning.sense;
        sense.listed | sense.vague | sense.typed
    };
    walk(asking, |phrase, subject| {
        stand(&by_name(&phrase.text), subject) >= Stand::Asks
    });
}

#[test]
fn a_type_of_product_alone_never_says_more_than_ask() {
    let only_typed = |phrase: &Phrase| {
        let sense = &phrase.meaning.sense;
        let words = phrase.text.split([' ', '-', '\'']).count();
        if words == 1 {
            sense.typed & !sense.contained()
        } else {
            0
        }
    };
    walk(only_typed, |phrase, subject| {
        stand(&by_name(&phrase.text), subject) == Stand::Asks
            && stand(&by_ingredients(&phrase.text), subject) <= Stand::Asks
    });
}

#[test]
fn a_false_friend_says_nothing_of_what_it_hides() {
    let hidden = |phrase: &Phrase| {
        let sense = &phrase.meaning.sense;
        sense.hides & !sense.contained()
    };
    walk(hidden, |phrase, subject| {
        // «gelatina de pescado» is not of meat, but vegetarian it is not.
        let by_allergen =
            matches!(subject, Subject::Diet(_)) && phrase.meaning.sense.contained() != 0;
        by_allergen
            || stand(&by_ingredients(&phrase.text), subject) <= Stand::Asks
                && stand(&by_name(&phrase.text), subject) <= Stand::Asks
    });
}

#[test]
fn what_says_free_is_free_in_a_claim() {
    walk(
        |phrase| phrase.meaning.sense.free,
        |phrase, subject| stand(&by_claim(&phrase.text), subject) == Stand::Free,
    );
}

#[test]
fn sin_before_a_whole_name_is_free_and_never_contains() {
    walk(
        |phrase| phrase.meaning.sense.whole,
        |phrase, subject| {
            let text = format!("sin {}", phrase.text);
            stand(&by_claim(&text), subject) == Stand::Free
        },
    );
}

#[test]
fn sin_before_any_word_never_makes_it_contained() {
    walk(
        |phrase| phrase.meaning.sense.contained(),
        |phrase, subject| {
            let text = format!("agua, sin {}", phrase.text);
            stand(&by_ingredients(&text), subject) <= Stand::Asks
        },
    );
}
