use chrono::NaiveDate;
use proptest::prelude::*;

use super::super::{
    Allergen, Because, Declaration, Diet, Place, Quote, Severity, Source, TextVersion,
};
use super::*;

fn day(day: u32) -> BusinessDay {
    BusinessDay(NaiveDate::from_ymd_opt(2026, 11, day).unwrap())
}

fn allergic_to(allergen: Allergen, severity: Severity) -> Restriction {
    Restriction {
        allergen,
        severity,
        said_by: "su madre".into(),
        document: None,
        contact: None,
        phone: None,
        note: None,
        until: None,
    }
}

fn declared(allergen: Allergen, state: Declared) -> Known {
    let mut known = Known::nothing();
    let said = Declaration {
        state,
        source: Source::Label,
        quote: None,
        by: None,
        day: day(1),
        text: TextVersion(1),
        against: None,
    };
    if state != Declared::Unknown {
        known.learn(allergen, Knowledge::said(said));
    }
    known
}

fn judged(known: &Known, restrictions: &[Restriction]) -> Verdict {
    let needs = Needs {
        restrictions,
        wishes: &[],
    };
    judge(known, needs, &Policy::standard(), day(23))
}

fn verdict(state: Declared, severity: Severity) -> Verdict {
    let peanut = Allergen::PEANUT;
    judged(&declared(peanut, state), &[allergic_to(peanut, severity)])
}

#[test]
fn severe_is_sold_only_what_is_declared_free() {
    for severity in [Severity::Severe, Severity::Critical] {
        for state in Declared::ALL {
            let refused = matches!(verdict(state, severity), Verdict::Refuse(_));
            assert_eq!(refused, state != Declared::Free, "{state:?} × {severity:?}");
        }
    }
}

#[test]
fn moderate_needs_a_supervisor_and_mild_a_confirmation() {
    assert_eq!(
        verdict(Declared::Contains, Severity::Moderate).response(),
        Response::Approve
    );
    assert_eq!(
        verdict(Declared::Contains, Severity::Mild).response(),
        Response::Confirm
    );
    assert_eq!(verdict(Declared::Free, Severity::Moderate), Verdict::Allow);
}

#[test]
fn a_restriction_that_has_ended_does_not_act_and_holds_on_its_last_day() {
    let mut ended = allergic_to(Allergen::MILK, Severity::Severe);
    ended.until = Some(day(22));
    let milk = declared(Allergen::MILK, Declared::Contains);
    let on = |day| {
        let needs = Needs {
            restrictions: std::slice::from_ref(&ended),
            wishes: &[],
        };
        judge(&milk, needs, &Policy::standard(), day)
    };
    assert!(matches!(on(day(22)), Verdict::Refuse(_)));
    assert_eq!(on(day(23)), Verdict::Allow);
}

fn keeps(diet: Diet) -> Wish {
    Wish {
        diet,
        said_by: "su padre".into(),
        note: None,
        until: None,
    }
}

#[test]
fn a_diet_warns_and_never_refuses_and_what_is_unknown_of_it_says_nothing() {
    let mut known = Known::nothing();
    let pork = Quote {
        place: Place::Ingredients,
        text: "grasa de cerdo".into(),
    };
    known.learn_diet(
        Diet::NO_PORK,
        DietKnowledge::Conflicts(DietBecause::Reads(pork)),
    );
    let on = |diet| {
        let wishes = [keeps(diet)];
        let needs = Needs {
            restrictions: &[],
            wishes: &wishes,
        };
        judge(&known, needs, &Policy::standard(), day(23))
    };
    assert_eq!(on(Diet::NO_PORK).response(), Response::Confirm);
    assert_eq!(on(Diet::VEGAN), Verdict::Allow);
}

#[test]
fn a_child_who_reacts_to_one_nut_may_have_another_only_if_their_own_is_declared_free() {
    let [(almond, _), (hazelnut, _), ..] = Allergen::EACH_NUT;
    let severe = [allergic_to(hazelnut, Severity::Severe)];
    let mut known = declared(Allergen::NUTS, Declared::Contains);
    assert!(matches!(judged(&known, &severe), Verdict::Refuse(_)));
    known.learn(
        almond,
        declared(almond, Declared::Contains).of(almond).clone(),
    );
    assert!(matches!(judged(&known, &severe), Verdict::Refuse(_)));
    known.learn(
        hazelnut,
        declared(hazelnut, Declared::Free).of(hazelnut).clone(),
    );
    assert_eq!(judged(&known, &severe), Verdict::Allow);
    let all = [allergic_to(Allergen::NUTS, Severity::Mild)];
    assert_eq!(judged(&known, &all).response(), Response::Confirm);
}

#[test]
fn nuts_are_never_better_than_the_worst_of_them() {
    let (almond, _) = Allergen::EACH_NUT[0];
    let mut known = declared(Allergen::NUTS, Declared::Free);
    known.learn(
        almond,
        declared(almond, Declared::MayContain).of(almond).clone(),
    );
    assert_eq!(known.state(Allergen::NUTS), Declared::MayContain);
}

#[test]
fn only_what_nobody_has_read_can_be_settled_by_reading_the_label() {
    for (state, wants) in [
        (Declared::Unknown, true),
        (Declared::MayContain, false),
        (Declared::Contains, false),
    ] {
        let verdict = verdict(state, Severity::Severe);
        assert_eq!(
            verdict.reasons()[0].wants_the_label_read(),
            wants,
            "{state:?}"
        );
    }
    let nobody = judged(
        &Known::nothing(),
        &[allergic_to(Allergen::EGG, Severity::Mild)],
    );
    let Against::Allergy(_, knowledge) = &nobody.reasons()[0].against else {
        panic!("an allergy");
    };
    assert_eq!(knowledge.because, Because::Nobody);
}

proptest! {
    #[test]
    fn one_more_restriction_never_makes_a_verdict_milder(
        states in proptest::collection::vec((1_u16..15, 0_usize..4), 0..10),
        restrictions in proptest::collection::vec((1_u16..15, 0_usize..4), 1..6),
    ) {
        let mut known = Known::nothing();
        for (allergen, state) in states {
            let allergen = Allergen(allergen);
            known.learn(allergen, declared(allergen, Declared::ALL[state]).of(allergen).clone());
        }
        let restrictions: Vec<_> = restrictions
            .into_iter()
            .map(|(allergen, severity)| allergic_to(Allergen(allergen), Severity::ALL[severity]))
            .collect();
        let fewer = judged(&known, &restrictions[1..]).response();
        let more = judged(&known, &restrictions);
        prop_assert!(more.response() >= fewer);
        let needs = Needs { restrictions: &restrictions, wishes: &[] };
        let quick = response(&known, needs, &Policy::standard(), day(23));
        prop_assert_eq!(quick, more.response());
    }
}
