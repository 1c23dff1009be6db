use chrono::NaiveDate;
use proptest::prelude::*;

use super::super::{Declaration, Place, Source, Suitability};
use super::*;
use crate::domain::BusinessDay;

const MILK: Allergen = Allergen::MILK;

fn day() -> BusinessDay {
    BusinessDay(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
}

fn said(state: Declared, text: i64, knowing: bool) -> Declaration {
    Declaration {
        state,
        source: Source::Label,
        quote: None,
        by: Some("Rosa".into()),
        day: day(),
        text: TextVersion(text),
        against: knowing.then(|| "leche en polvo".into()),
    }
}

fn reads(seems: Seems) -> Hint {
    let quote = Quote {
        place: Place::Ingredients,
        text: "leche en polvo".into(),
    };
    Hint { seems, quote }
}

fn dossier(milk: Option<Declaration>, hint: Option<Seems>) -> Dossier {
    let mut dossier = Dossier {
        text: TextVersion(2),
        ..Dossier::default()
    };
    if let Some(milk) = milk {
        dossier.said.declare(MILK, milk);
    }
    if let Some(seems) = hint {
        dossier.hints.allergens.insert(MILK, reads(seems));
    }
    dossier
}

fn part(name: &str, milk: Declared) -> Part {
    let known = dossier(Some(said(milk, 2, false)), None).known();
    Part {
        name: name.into(),
        known: Arc::new(known),
    }
}

#[test]
fn what_is_free_asks_for_a_new_look_once_the_text_is_edited() {
    let edited = dossier(Some(said(Declared::Free, 1, false)), None).known();
    assert_eq!(edited.state(MILK), Declared::Unknown);
    assert!(edited.of(MILK).asks_for_a_look());
    let present = dossier(Some(said(Declared::Free, 2, false)), None).known();
    assert_eq!(present.state(MILK), Declared::Free);
}

#[test]
fn what_contains_stays_so_whatever_is_edited() {
    for state in [Declared::MayContain, Declared::Contains] {
        let edited = dossier(Some(said(state, 1, false)), None).known();
        assert_eq!(edited.state(MILK), state);
    }
}

#[test]
fn words_on_the_label_stand_against_free_until_somebody_who_saw_them_says_so() {
    let unseen = dossier(Some(said(Declared::Free, 2, false)), Some(Seems::Contains));
    assert_eq!(unseen.known().state(MILK), Declared::Contains);
    let seen = dossier(Some(said(Declared::Free, 2, true)), Some(Seems::Contains));
    assert_eq!(seen.known().state(MILK), Declared::Free);
    let edited = dossier(Some(said(Declared::Free, 1, true)), Some(Seems::Contains));
    assert_eq!(edited.known().state(MILK), Declared::Contains);
}

#[test]
fn the_kind_of_thing_it_is_only_asks() {
    let known = dossier(None, Some(Seems::Usual)).known();
    assert_eq!(known.state(MILK), Declared::Unknown);
    assert!(matches!(known.of(MILK).because, Because::Usually(_)));
    let free = dossier(Some(said(Declared::Free, 2, false)), Some(Seems::Usual));
    assert_eq!(free.known().state(MILK), Declared::Free);
}

#[test]
fn a_recipe_holds_what_its_parts_hold_and_is_free_only_of_what_all_are_free_of() {
    let made_of = |parts: &[Declared]| {
        let parts = parts.iter().map(|state| part("queso", *state));
        Dossier {
            parts: parts.collect(),
            ..Dossier::default()
        }
        .known()
        .state(MILK)
    };
    assert_eq!(made_of(&[Declared::Free, Declared::Free]), Declared::Free);
    assert_eq!(
        made_of(&[Declared::Free, Declared::Unknown]),
        Declared::Unknown
    );
    assert_eq!(
        made_of(&[Declared::Free, Declared::Contains]),
        Declared::Contains
    );
    assert_eq!(
        made_of(&[Declared::MayContain, Declared::Unknown]),
        Declared::MayContain
    );
}

#[test]
fn free_said_of_the_dish_does_not_clear_a_part() {
    let mut dish = dossier(Some(said(Declared::Free, 2, true)), None);
    dish.parts.push(part("salsa", Declared::Unknown));
    assert_eq!(dish.known().state(MILK), Declared::Unknown);
    dish.parts[0] = part("salsa", Declared::Contains);
    assert_eq!(dish.known().state(MILK), Declared::Contains);
    let known = dish.known();
    let Because::Part(name, _) = &known.of(MILK).because else {
        panic!("because of a part");
    };
    assert_eq!(name, "salsa");
}

#[test]
fn words_about_nuts_stand_against_each_of_them() {
    let (almond, _) = Allergen::EACH_NUT[0];
    let mut dossier = Dossier {
        text: TextVersion(2),
        ..Dossier::default()
    };
    dossier.said.declare(almond, said(Declared::Free, 2, false));
    let hint = reads(Seems::Contains);
    dossier.hints.allergens.insert(Allergen::NUTS, hint);
    assert_eq!(dossier.known().state(almond), Declared::Contains);
}

#[test]
fn what_somebody_said_of_a_diet_decides_until_the_text_is_edited() {
    let pork = Quote {
        place: Place::Ingredients,
        text: "jamón".into(),
    };
    let suits = |text| Suitability {
        suits: true,
        by: None,
        day: day(),
        text: TextVersion(text),
    };
    let mut dossier = dossier(None, None);
    dossier.hints.diets.insert(Diet::NO_PORK, pork);
    let conflicts =
        |known: &Known| matches!(known.diet(Diet::NO_PORK), Some(DietKnowledge::Conflicts(_)));
    assert!(conflicts(&dossier.known()));
    dossier.suits.insert(Diet::NO_PORK, suits(2));
    assert!(!conflicts(&dossier.known()));
    dossier.suits.insert(Diet::NO_PORK, suits(1));
    assert!(conflicts(&dossier.known()));
}

fn any_state() -> impl Strategy<Value = Option<Declared>> {
    proptest::option::of((0_usize..4).prop_map(|of| Declared::ALL[of]))
}

fn any_hint() -> impl Strategy<Value = Option<Seems>> {
    proptest::option::of(prop_oneof![
        Just(Seems::Usual),
        Just(Seems::MayContain),
        Just(Seems::Contains)
    ])
}

proptest! {
    #[test]
    fn nothing_but_a_person_or_the_parts_makes_it_free(
        state in any_state(), text in 1_i64..4, knowing: bool, hint in any_hint(),
        parts in proptest::collection::vec(any_state(), 0..4),
    ) {
        let mut dossier = dossier(state.map(|state| said(state, text, knowing)), hint);
        dossier.parts = parts.iter().map(|of| part("parte", of.unwrap_or(Declared::Unknown))).collect();
        let free = dossier.known().state(MILK) == Declared::Free;
        let said_free = state == Some(Declared::Free) && text >= 2;
        let unsaid = state.is_none() || state == Some(Declared::Unknown);
        let parts_free = !parts.is_empty() && parts.iter().all(|of| *of == Some(Declared::Free));
        prop_assert!(!free || said_free || (unsaid && parts_free));
    }

    #[test]
    fn a_hint_or_a_part_never_makes_it_milder(
        state in any_state(), text in 1_i64..4, knowing: bool, hint in any_hint(), added in any_state(),
    ) {
        let declaration = state.map(|state| said(state, text, knowing));
        let plain = dossier(declaration.clone(), None);
        let hinted = dossier(declaration, hint);
        prop_assert!(hinted.known().state(MILK) >= plain.known().state(MILK));
        let mut with_part = hinted.clone();
        with_part.parts.push(part("una", Declared::Free));
        let before = with_part.known().state(MILK);
        with_part.parts.push(part("otra", added.unwrap_or(Declared::Unknown)));
        prop_assert!(with_part.known().state(MILK) >= before);
    }
}

#[test]
fn who_was_shown_some_words_was_not_shown_others() {
    let mut dossier = dossier(Some(said(Declared::Free, 2, true)), Some(Seems::Contains));
    assert_eq!(dossier.known().state(MILK), Declared::Free);
    let mut other = reads(Seems::Contains);
    other.quote.text = "suero de leche".into();
    dossier.hints.allergens.insert(MILK, other);
    assert_eq!(dossier.known().state(MILK), Declared::Contains);
}

#[test]
fn what_was_said_of_nuts_on_a_dish_counts_for_a_nut_that_its_parts_know() {
    let (almond, _) = Allergen::EACH_NUT[0];
    let mut part = Dossier::default();
    part.said.declare(almond, said(Declared::Free, 2, false));
    let mut dish = Dossier {
        parts: vec![Part {
            name: "masa".into(),
            known: Arc::new(part.known()),
        }],
        ..Dossier::default()
    };
    dish.said
        .declare(Allergen::NUTS, said(Declared::Contains, 2, false));
    assert_eq!(dish.known().state(almond), Declared::Contains);
}

#[test]
fn a_nut_that_nobody_knows_is_as_bad_as_the_nuts() {
    let (almond, _) = Allergen::EACH_NUT[0];
    let mut dossier = Dossier {
        text: TextVersion(2),
        ..Dossier::default()
    };
    dossier.said.declare(almond, said(Declared::Free, 1, false));
    dossier
        .said
        .declare(Allergen::NUTS, said(Declared::MayContain, 2, false));
    assert_eq!(dossier.known().state(almond), Declared::MayContain);
}
