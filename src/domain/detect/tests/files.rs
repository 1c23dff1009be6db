//! What a canteen's own file of words may and may not say.

use super::super::{BadWord, BadWords, Detector, Label, Words};
use crate::domain::diet::{Allergen, Declared, Diet};

fn bad(text: &str) -> (usize, BadWord) {
    let BadWords { line, reason } = Words::parse(text).expect_err(text);
    (line, reason)
}

#[test]
fn own_words_are_found_beside_those_of_the_till() {
    let words = Words::parse("# nuestra cantina\n[= mani ? leche]\nTurroncito Tía, bocadito\n");
    let detector = Detector::with(&words.expect("it is good"));
    let read = |name| {
        let label = Label {
            name,
            ..Label::default()
        };
        detector.read(&label)
    };
    assert_eq!(
        read("TURRONCITOS TIA").state(Allergen::PEANUT),
        Declared::Contains
    );
    assert!(
        read("Bocadito")
            .allergen(Allergen::MILK)
            .is_some_and(super::super::Finding::asks)
    );
    assert_eq!(read("Queso").state(Allergen::MILK), Declared::Contains);
}

#[test]
fn own_allergens_and_diets_are_named_by_the_codes_given() {
    let kiwi = Allergen(Allergen::FIRST_OWN);
    let low_fibre = Diet(Diet::FIRST_OWN);
    let text = "[* kiwi]\nkiwi\n[= poca_fibra]\nsalvado\n";
    let words = Words::parse_with_diets(text, &[("kiwi", kiwi)], &[("poca_fibra", low_fibre)]);
    let detector = Detector::with(&words.expect("it is good"));
    let read = |ingredients| {
        let label = Label {
            ingredients: Some(ingredients),
            ..Label::default()
        };
        detector.read(&label)
    };
    assert_eq!(read("pera, kiwis").state(kiwi), Declared::Contains);
    assert_eq!(
        read("puede contener kiwi").state(kiwi),
        Declared::MayContain
    );
    assert_eq!(read("sin kiwi").state(kiwi), Declared::Free);
    assert!(
        read("salvado")
            .diet(low_fibre)
            .is_some_and(|found| found.conflict)
    );
    assert_eq!(
        read("leche de coco").state(Allergen::MILK),
        Declared::Unknown
    );
    assert!(matches!(
        bad("[= kiwi]\nkiwi\n"),
        (1, BadWord::UnknownCode(_))
    ));
}

#[test]
fn a_bad_file_is_refused_with_line_and_reason() {
    assert!(matches!(bad("[= lech]\nx"), (1, BadWord::UnknownCode(code)) if code == "lech"));
    assert!(matches!(bad("\n[leche]\nx"), (2, BadWord::BadHeading(_))));
    assert!(matches!(bad("[= leche\nx"), (1, BadWord::BadHeading(_))));
    assert!(matches!(bad("[=]\nx"), (1, BadWord::BadHeading(_))));
    assert!(matches!(bad("[= ? leche]\nx"), (1, BadWord::BadHeading(_))));
    assert!(matches!(
        bad("[cue without]\nx"),
        (1, BadWord::BadHeading(_))
    ));
    assert_eq!(bad("queso\n"), (1, BadWord::NoHeading));
    assert_eq!(bad("[= leche]\na, , b"), (2, BadWord::Empty));
    assert_eq!(bad("[= leche]\n—\n"), (2, BadWord::Empty));
    assert!(matches!(
        bad("[= leche]\n4 cosas\n"),
        (2, BadWord::Number(_))
    ));
    assert!(matches!(
        bad("[= leche]\na b c d e f g h i j k l m\n"),
        (2, BadWord::TooLong(_))
    ));
    assert!(matches!(
        bad("[= leche]\nquesón\n[? leche]\nQUESONES\n"),
        (4, BadWord::Twice { first: 2, .. })
    ));
    assert!(matches!(
        bad("[= leche]\nquesón\n[! leche]\nquesón\n"),
        (4, BadWord::Contradiction(_))
    ));
}

#[test]
fn own_words_cannot_take_a_word_of_the_till_away() {
    assert!(matches!(
        bad("[! mani]\nmaní\n"),
        (2, BadWord::Contradiction(_))
    ));
    assert!(matches!(
        bad("[!]\nLeches\n"),
        (2, BadWord::Contradiction(_))
    ));
    assert!(matches!(
        bad("[+ gluten]\ntrigo\n"),
        (2, BadWord::Contradiction(_))
    ));
    assert!(matches!(
        bad("[= leche]\nsin\n"),
        (2, BadWord::Contradiction(_))
    ));
    assert!(
        Words::parse("[! leche]\nqueso de papa\n").is_ok(),
        "a false friend may be named"
    );
}
