//! What holds for every text.

use proptest::prelude::*;

use super::super::{Detector, Evidence, Findings, Label, Place, Words, bundled};
use crate::domain::diet::{Allergen, Declared};

/// Any text, or one put together of what labels are made of.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        label_text(),
        "[a-zñáéE0-9 .,;:()%'/\n-]{0,60}"
    ]
}

fn label_text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("leche"),
        Just("maní"),
        Just("sin"),
        Just("gluten"),
        Just("puede contener"),
        Just("contiene"),
        Just("libre de"),
        Just("y"),
        Just("ni"),
        Just(","),
        Just("."),
        Just("("),
        Just(")"),
        Just(";"),
        Just("de coco"),
        Just("E"),
        Just("322"),
        Just("INS 220,"),
        Just("0 %"),
        Just("lactosa"),
        Just("sabor"),
        Just("harina"),
        Just("que"),
        Just("T.A.C.C."),
        Just("s/"),
        Just("avena"),
        Just("Ñandutí"),
        Just("mandi’o"),
        Just("\u{301}"),
        Just("sul- fitos"),
        Just("free"),
    ];
    prop::collection::vec(pieces, 0..25).prop_map(|pieces| pieces.join(" "))
}

fn spans_hold(findings: &Findings, texts: &[(Place, &str)]) -> Result<(), TestCaseError> {
    let evidence = findings.iter().flat_map(|(_, found)| &found.evidence);
    let of_diets = findings.diets().flat_map(|(_, found)| &found.evidence);
    for Evidence { place, text, span } in evidence.chain(of_diets) {
        let of = texts
            .iter()
            .find(|(of, _)| of == place)
            .map(|(_, text)| *text);
        prop_assert_eq!(
            of.and_then(|of| of.get(span.0..span.1)),
            Some(text.as_str())
        );
    }
    Ok(())
}

/// Every phrase that by itself contains this allergen wherever it is read.
fn contained_words() -> Vec<(Allergen, String)> {
    let words: &Words = bundled::words();
    let mut found = Vec::new();
    for phrase in words.phrases.values() {
        for (allergen, _) in Allergen::LISTED {
            let bit = words
                .subjects
                .mask_of(super::super::Subject::Allergen(allergen));
            let sense = &phrase.meaning.sense;
            if (sense.whole | sense.contains) & bit != 0 {
                found.push((allergen, phrase.text.clone()));
            }
        }
    }
    found
}

proptest! {
    #[test]
    fn no_text_panics_and_every_span_lies_in_its_text(
        name in text(), category in text(), ingredients in text(), declaration in text(), one in text(), two in text(),
    ) {
        let claims = [one.as_str(), two.as_str()];
        let joined = claims.join(",");
        let findings = Detector::standard().read(&Label {
            name: &name,
            category: Some(&category),
            ingredients: Some(&ingredients),
            declaration: Some(&declaration),
            claims: &claims,
        });
        spans_hold(&findings, &[
            (Place::Name, &name), (Place::Type, &name), (Place::Category, &category),
            (Place::Ingredients, &ingredients), (Place::Declaration, &declaration), (Place::Claim, &joined),
        ])?;
        for (_, found) in findings.iter() {
            prop_assert!(!found.evidence.is_empty());
            prop_assert!(found.confidence <= 100);
        }
    }

    #[test]
    fn no_file_of_words_panics(text in text()) {
        let _ = Words::parse(&text);
        let _ = Words::parse(&format!("[= leche]\n{text}"));
    }

    #[test]
    fn a_sentence_that_says_sin_never_makes_anything_contained(
        before in label_text(), at in any::<prop::sample::Index>(),
    ) {
        let words = contained_words();
        let (allergen, word) = &words[at.index(words.len())];
        let read = |ingredients: &str| {
            let label = Label { ingredients: Some(ingredients), ..Label::default() };
            Detector::standard().read(&label).state(*allergen)
        };
        let after = read(&format!("{before}. Sin {word}."));
        if after == Declared::Contains {
            prop_assert_eq!(read(&before), Declared::Contains);
        }
    }

    #[test]
    fn a_declaration_never_lowers_what_the_rest_says(
        name in label_text(), ingredients in label_text(), at in any::<prop::sample::Index>(),
    ) {
        let words = contained_words();
        let (allergen, word) = &words[at.index(words.len())];
        let declaration = format!("Contiene {word}");
        let label = Label { name: &name, ingredients: Some(&ingredients), ..Label::default() };
        let declared = Label { declaration: Some(&declaration), ..label };
        let (before, after) = (Detector::standard().read(&label), Detector::standard().read(&declared));
        prop_assert_eq!(after.state(*allergen), Declared::Contains);
        for (other, _) in Allergen::LISTED {
            prop_assert!(after.state(other) >= before.state(other));
        }
    }

    #[test]
    fn a_claim_never_lowers_contains_or_traces_of_the_ingredients(
        ingredients in label_text(), at in any::<prop::sample::Index>(),
    ) {
        let words = contained_words();
        let (allergen, word) = &words[at.index(words.len())];
        let plain = format!("{ingredients}. Contiene {word}. ");
        let claim = format!("sin {word}");
        let label = Label { ingredients: Some(&plain), claims: &[&claim], ..Label::default() };
        prop_assert_eq!(Detector::standard().read(&label).state(*allergen), Declared::Contains);
    }
}
