//! What is said is only ever added, and the latest word holds.

use super::*;

/// One fact in each table, and nobody can change it or take it out again.
#[test]
fn facts_about_food_are_only_ever_added() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Free);
    canteen.restrict(Severity::Severe);
    let number = canteen.sell(CHIPA).unwrap();
    assert_eq!(number, 1);
    canteen.declare(CHIPA, Declared::Contains);
    let stamp = canteen.stamp();
    let store = &mut canteen.store;
    store.suit(CHIPA, Diet::VEGAN, Some(false), stamp).unwrap();
    store.compose(CHEESE, &[CHIPA], stamp).unwrap();
    let wish = Wish {
        diet: Diet::VEGAN,
        said_by: "su madre".into(),
        note: None,
        until: None,
    };
    store.wish(SOFIA, &wish, true, stamp).unwrap();
    store.set_policy(&Policy::standard(), stamp).unwrap();
    let alerted = Alerted {
        student: SOFIA,
        product: CHIPA,
        shown: Vec::new(),
        outcome: Outcome::Removed,
    };
    store.note_alerts(&[alerted], UserId(1), stamp).unwrap();
    store.note_check(&Looked::default(), stamp).unwrap();
    let met = canteen.look_back().met.remove(0);
    let store = &mut canteen.store;
    store
        .look_at(&met, "se llamó a la madre", UserId(1), stamp)
        .unwrap();
    for table in [
        "product_text",
        "declared",
        "suited",
        "recipe",
        "recipe_part",
        "restricted",
        "wished",
        "rulebook",
        "alert",
        "looked_at",
        "audit",
    ] {
        let before = canteen.count(table);
        assert!(before > 0, "{table} has a fact");
        let column = match table {
            "recipe_part" => "part = part + 0",
            _ => "id = randomblob(16)",
        };
        for sql in [
            format!("UPDATE {table} SET {column}"),
            format!("DELETE FROM {table}"),
            format!("REPLACE INTO {table} SELECT * FROM {table}"),
        ] {
            assert!(canteen.store.db.execute_batch(&sql).is_err(), "{sql}");
        }
        assert_eq!(canteen.count(table), before, "{table}");
    }
}

#[test]
fn the_latest_word_on_an_allergen_holds_and_unknown_takes_it_back() {
    let mut canteen = a_canteen();
    assert_eq!(canteen.state(CHIPA), Declared::Unknown);
    for state in [
        Declared::Free,
        Declared::Contains,
        Declared::MayContain,
        Declared::Free,
    ] {
        canteen.declare(CHIPA, state);
        assert_eq!(canteen.state(CHIPA), state);
    }
    canteen.declare(CHIPA, Declared::Unknown);
    assert_eq!(canteen.state(CHIPA), Declared::Unknown);
    let canteen = canteen.reopen();
    let knowledge = canteen.knowledge(CHIPA);
    assert_eq!(knowledge.state, Declared::Unknown);
    assert!(!matches!(knowledge.because, Because::Said(_)));
    assert_eq!(
        canteen.count("declared"),
        5,
        "each word is a fact of its own"
    );
    let said = canteen.store.history_of(CHIPA).unwrap();
    assert_eq!(said[0].by.as_deref(), Some("Rosa A."));
}

#[test]
fn a_word_that_says_nothing_new_is_not_noted_twice() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Free);
    canteen.declare(CHIPA, Declared::Free);
    assert_eq!(canteen.count("declared"), 1);
    canteen.restrict(Severity::Severe);
    canteen.restrict(Severity::Severe);
    assert_eq!(canteen.count("restricted"), 1);
}

#[test]
fn what_is_edited_after_it_was_declared_free_asks_for_a_new_look() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Free);
    canteen.describe(CHIPA, "Bollo grande", None);
    let knowledge = canteen.knowledge(CHIPA);
    assert_eq!(knowledge.state, Declared::Unknown);
    assert!(matches!(knowledge.because, Because::ChangedSince(_)));
    canteen.declare(CHIPA, Declared::Free);
    assert_eq!(canteen.state(CHIPA), Declared::Free);
    canteen.declare(CHIPA, Declared::Contains);
    canteen.describe(CHIPA, "Bollo", None);
    assert_eq!(
        canteen.state(CHIPA),
        Declared::Contains,
        "an edit makes nothing milder"
    );
}

#[test]
fn words_on_the_label_raise_caution_and_whoever_was_shown_them_decides() {
    let mut canteen = a_canteen();
    canteen.describe(CHIPA, "Bollo", Some("harina, leche en polvo"));
    canteen.declare(CHIPA, Declared::Free);
    assert_eq!(canteen.state(CHIPA), Declared::Contains);
    let stamp = canteen.stamp();
    let knowing = Word {
        against: Some("leche".into()),
        ..word(Declared::Free)
    };
    canteen
        .store
        .declare(CHIPA, &[(MILK, knowing)], stamp)
        .unwrap();
    assert_eq!(canteen.state(CHIPA), Declared::Free);
}

#[test]
fn what_a_dish_is_made_of_decides_and_no_dish_is_a_part_of_itself() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Contains);
    let stamp = canteen.stamp();
    let filling = Text {
        name: "Relleno".into(),
        ingredients: None,
        statement: None,
    };
    let filling = canteen
        .store
        .add_ingredient(&filling, "Cocina", stamp)
        .unwrap();
    canteen.store.compose(filling, &[CHIPA], stamp).unwrap();
    canteen.store.compose(CHEESE, &[filling], stamp).unwrap();
    canteen.declare(CHEESE, Declared::Free);
    let knowledge = canteen.knowledge(CHEESE);
    assert_eq!(knowledge.state, Declared::Contains);
    assert!(matches!(&knowledge.because, Because::Part(name, _) if name == "Relleno"));
    let before = canteen.count("recipe");
    for (product, part) in [(CHIPA, CHIPA), (CHIPA, CHEESE), (filling, CHEESE)] {
        let refused = canteen.store.compose(product, &[part], stamp);
        assert!(matches!(refused, Err(Error::PartOfItself(_))));
    }
    assert_eq!(canteen.count("recipe"), before, "nothing was written");
    let sold = canteen.store.catalogue().unwrap();
    assert!(
        sold.get(filling).is_none(),
        "what is only used in the kitchen is not sold"
    );
    canteen.store.compose(CHEESE, &[], stamp).unwrap();
    assert_eq!(
        canteen.state(CHEESE),
        Declared::Free,
        "a dish without parts has no recipe"
    );
}

#[test]
fn a_restriction_that_was_ended_holds_no_longer_and_is_remembered() {
    let mut canteen = a_canteen();
    canteen.restrict(Severity::Critical);
    assert_eq!(canteen.restrictions().len(), 1);
    assert!(canteen.sell(CHIPA).is_err(), "nobody has read it");
    let stamp = canteen.stamp();
    canteen
        .store
        .end_restriction(SOFIA, MILK, "su médica", stamp)
        .unwrap();
    let mut canteen = canteen.reopen();
    assert_eq!(canteen.restrictions(), []);
    assert_eq!(canteen.store.minded().unwrap(), []);
    canteen.sell(CHIPA).unwrap();
    let again = canteen
        .store
        .end_restriction(SOFIA, MILK, "su médica", stamp);
    assert!(matches!(again, Err(Error::NotFound(_))));
    let said = canteen.store.history_of_pupil(SOFIA).unwrap();
    let severities: Vec<_> = said.iter().map(|of| of.allergy.unwrap().1).collect();
    assert_eq!(severities, [None, Some(Severity::Critical)]);
    assert_eq!(
        canteen
            .store
            .reader()
            .unwrap()
            .restricted_pupils(morning().day())
            .unwrap(),
        0
    );
}

#[test]
fn a_diet_that_is_given_up_warns_no_longer() {
    let mut canteen = a_canteen();
    let wish = Wish {
        diet: Diet::VEGAN,
        said_by: "su madre".into(),
        note: None,
        until: None,
    };
    let stamp = canteen.stamp();
    canteen.store.wish(SOFIA, &wish, true, stamp).unwrap();
    assert_eq!(canteen.store.minded().unwrap().len(), 1);
    canteen
        .store
        .suit(CHIPA, Diet::VEGAN, Some(false), stamp)
        .unwrap();
    assert!(canteen.sell(CHIPA).is_err(), "somebody has to confirm it");
    canteen.store.wish(SOFIA, &wish, false, stamp).unwrap();
    canteen.sell(CHIPA).unwrap();
    assert_eq!(canteen.count("wished"), 2);
}

#[test]
fn what_was_rolled_back_is_not_remembered() {
    let mut canteen = a_canteen();
    let (stamp, labels) = (
        canteen.stamp(),
        std::sync::Arc::clone(&canteen.store.labels),
    );
    let lost: Result<(), Error> = canteen.store.transact(|db| {
        declare(db, CHIPA, MILK, &word(Declared::Free), stamp)?;
        assert_eq!(labels.known(db, CHIPA)?.state(MILK), Declared::Free);
        Err(Error::DiskFull)
    });
    assert!(lost.is_err());
    assert_eq!(canteen.state(CHIPA), Declared::Unknown);
    // The next fact takes the number of the one that was lost: it is not taken for it.
    canteen.declare(CHIPA, Declared::Contains);
    assert_eq!(canteen.state(CHIPA), Declared::Contains);
}

#[test]
fn own_words_change_what_is_read_and_bad_ones_change_nothing() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Free);
    let stamp = canteen.stamp();
    canteen
        .store
        .set_own_words("[= leche]\nbollo\n", stamp)
        .unwrap();
    assert_eq!(canteen.state(CHIPA), Declared::Contains);
    let bad = canteen
        .store
        .set_own_words("[= kriptonita]\nbollo\n", stamp);
    assert!(matches!(bad, Err(Error::Words(bad)) if bad.line == 1));
    let mut canteen = canteen.reopen();
    assert_eq!(
        canteen.state(CHIPA),
        Declared::Contains,
        "the last good ones hold"
    );
    canteen.store.set_own_words("# nada\n", stamp).unwrap();
    assert_eq!(canteen.state(CHIPA), Declared::Free);
    assert_eq!(canteen.count("rulebook"), 2);
}

#[test]
fn the_latest_policy_is_in_force_and_every_one_is_remembered() {
    let mut canteen = a_canteen();
    assert_eq!(canteen.store.policy().unwrap(), Policy::standard());
    let stricter = Policy::standard()
        .with(Declared::Contains, Severity::Moderate, Response::Refuse)
        .unwrap();
    let stamp = canteen.stamp();
    canteen.store.set_policy(&stricter, stamp).unwrap();
    let mut canteen = canteen.reopen();
    assert_eq!(canteen.store.policy().unwrap(), stricter);
    let stamp = canteen.stamp();
    canteen
        .store
        .set_policy(&Policy::standard(), stamp)
        .unwrap();
    let all = canteen.store.policies().unwrap();
    let all: Vec<_> = all.iter().map(|of| &of.policy).collect();
    assert_eq!(all, [&stricter, &Policy::standard()]);
    let garbage = "INSERT INTO rulebook (id, kind, text, at, day) VALUES (randomblob(16), 'policy', 'x', 0, 0)";
    canteen.store.db.execute(garbage, ()).unwrap();
    let policy = canteen.store.policy().unwrap();
    assert_eq!(
        policy,
        Policy::standard(),
        "what cannot be read is the house's own"
    );
}
