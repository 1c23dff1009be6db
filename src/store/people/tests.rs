//! Forms, the end of the year, and a person who is erased without breaking the books.

use super::*;
use crate::domain::Moment;
use crate::domain::diet::{Allergen, Restriction, Severity};
use crate::domain::people::{Becomes, Step};
use crate::domain::student::{NewGuardian, NewStudent};
use crate::domain::user::Role;

fn now() -> Moment {
    let time = chrono::DateTime::parse_from_rfc3339("2026-11-23T11:38:00-03:00");
    Moment::new(time.unwrap())
}

fn a_store() -> (Store, Stamp) {
    let mut store = Store::in_memory().unwrap();
    let user = store.add_user("Tita", Role::Administrator, "x").unwrap();
    (store, Stamp::by(user, now()))
}

fn profile(name: &str, grade: &str) -> Profile {
    Profile {
        name: name.into(),
        grade: grade.into(),
        ..Profile::default()
    }
}

fn contact(name: &str) -> Contact {
    Contact {
        name: name.into(),
        phone: "0981 123 456".into(),
        email: "carmen@example.com".into(),
        ..Contact::default()
    }
}

fn add(store: &mut Store, profile: Profile, card: Option<&str>, stamp: Stamp) -> StudentId {
    let card = card.map(|card| CardNumber::parse(card).unwrap());
    store.add_person(profile, card.as_ref(), stamp).unwrap()
}

#[test]
fn a_form_comes_back_as_it_was_kept_and_what_changed_is_a_fact_without_a_name() {
    let (mut store, stamp) = a_store();
    let mut sofia = profile("Sofía Benítez", "5.º grado");
    sofia.section = "B".into();
    sofia.guardians = vec![contact("Carmen"), contact("Hugo")];
    let id = add(&mut store, sofia, Some("00414"), stamp);
    let mut kept = store.person(id).unwrap();
    assert_eq!(kept.profile.whole_grade(), "5.º grado B");
    assert_eq!(kept.cards.len(), 1);
    let names: Vec<_> = kept.profile.guardians.iter().map(|one| &one.name).collect();
    assert_eq!(names, ["Carmen", "Hugo"]);
    kept.profile.guardians.reverse();
    kept.profile.notes = "Llega tarde los lunes".into();
    let fields = store.change_person(id, kept.profile, stamp).unwrap();
    assert_eq!(fields, ["notes", "guardians"]);
    let customer = store.customer(id, now().day()).unwrap();
    assert_eq!(
        customer.student.guardian.unwrap().name,
        "Hugo",
        "the first pays"
    );
    assert_eq!(store.verify_chain(None).unwrap().named, []);
}

#[test]
fn one_guardian_of_two_pupils_stays_when_one_of_them_is_erased() {
    let (mut store, stamp) = a_store();
    let mut sofia = profile("Sofía", "5.º grado");
    sofia.guardians = vec![contact("Carmen")];
    let sofia = add(&mut store, sofia, None, stamp);
    let carmen = store.person(sofia).unwrap().profile.guardians;
    let mut mateo = profile("Mateo", "2.º grado");
    mateo.guardians.clone_from(&carmen);
    mateo.guardians.push(contact("Abuela"));
    let mateo = add(&mut store, mateo, None, stamp);
    let names = pseudonyms();
    let erased = store.erase_person(mateo, &names, "Lo pidió la madre", stamp);
    let erased = erased.unwrap();
    assert_eq!((erased.guardians, erased.guardians_kept), (1, 1));
    assert_eq!(store.person(sofia).unwrap().profile.guardians, carmen);
    let left = store.person(mateo).unwrap();
    assert_eq!(
        (left.profile.name.as_str(), left.active),
        ("Persona 2", false)
    );
    let again = store.erase_person(mateo, &names, "otra vez", stamp);
    assert!(matches!(again, Err(Error::People(Refused::Erased))));
}

fn pseudonyms() -> Pseudonyms {
    Pseudonyms {
        pupil: "Persona 2".into(),
        guardian: "Responsable".into(),
    }
}

#[test]
fn what_was_typed_about_an_erased_person_is_in_no_fact_and_the_chain_holds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cantina.db");
    let mut store = Store::open(&path).unwrap();
    let user = store.add_user("Tita", Role::Administrator, "x").unwrap();
    let stamp = Stamp::by(user, now());
    let listed = NewStudent {
        name: "Zoraida Quiñonez".into(),
        grade: "5.º grado B".into(),
        card: Some(CardNumber::parse("00777").unwrap()),
        guardian: Some(NewGuardian {
            name: "Eulalia Zorrilla".into(),
            phone: Some("0971 777 333".into()),
            document: Some("4777333".into()),
        }),
        price_list: None,
        balance: Money::ZERO,
        daily_limit: None,
        credit_limit: None,
        restrictions: vec![Restriction {
            note: Some("xantina brillante".into()),
            phone: Some("0971 777 333".into()),
            ..Restriction::new(Allergen::PEANUT, Severity::Severe, "Eulalia Zorrilla")
        }],
        wishes: Vec::new(),
    };
    let id = store
        .import_students(std::slice::from_ref(&listed), stamp)
        .unwrap()[0];
    store.set_photo(id, Some(b"\x89PNG a face"), stamp).unwrap();
    let before = store.chain_head().unwrap();
    let erased = store.erase_person(id, &pseudonyms(), "pedido escrito", stamp);
    assert!(erased.unwrap().facts > 0);
    let chained = store.verify_chain(Some(&before)).unwrap();
    assert_eq!(
        chained.named,
        [],
        "the facts are as they were, but for what was taken out"
    );
    assert!(store.self_check().unwrap().broken.is_empty());
    assert!(store.customer(id, now().day()).is_err());
    let again = store.import_students(&[listed], stamp);
    assert!(
        matches!(again, Err(Error::People(Refused::Erased))),
        "a list brings nobody back"
    );
    assert!(
        store
            .customer_by_card(&CardNumber::parse("00777").unwrap(), now().day())
            .is_err()
    );
    drop(store);
    let words = [
        "Zoraida",
        "Eulalia",
        "0971 777 333",
        "4777333",
        "xantina",
        "a face",
    ];
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap().path();
        let bytes = std::fs::read(&file).unwrap();
        for word in words {
            let found = bytes
                .windows(word.len())
                .any(|part| part == word.as_bytes());
            assert!(!found, "{word} is still in {}", file.display());
        }
    }
    // Whoever changes it beside the program after that is found.
    let db = Connection::open(&path).unwrap();
    db.execute_batch("DROP TRIGGER restricted_kept; UPDATE restricted SET note = 'x';")
        .unwrap();
    drop(db);
    let store = Store::open(&path).unwrap();
    assert_eq!(store.verify_chain(None).unwrap().named.len(), 1);
}

#[test]
fn nobody_with_money_on_their_account_is_erased() {
    let (mut store, stamp) = a_store();
    let rich = NewStudent {
        name: "Ana".into(),
        grade: "6.º grado".into(),
        card: None,
        guardian: None,
        price_list: None,
        balance: Money::guaranies(5_000),
        daily_limit: None,
        credit_limit: None,
        restrictions: Vec::new(),
        wishes: Vec::new(),
    };
    let ana = store.import_students(&[rich], stamp).unwrap()[0];
    let refused = store.erase_person(ana, &pseudonyms(), "pedido", stamp);
    let left = Refused::BalanceLeft(Money::guaranies(5_000));
    assert!(matches!(refused, Err(Error::People(why)) if why == left));
    assert_eq!(store.person(ana).unwrap().profile.name, "Ana");
}

fn steps() -> Vec<Step> {
    let step = |from: &str, to| Step {
        from: from.into(),
        to,
    };
    vec![
        step("5.º grado", Becomes::Goes("6.º grado".into())),
        step("6.º grado", Becomes::Leaves),
    ]
}

#[test]
fn a_school_goes_up_at_once_and_comes_back_on_the_same_day() {
    let (mut store, stamp) = a_store();
    let mut sofia = profile("Sofía", "5.º grado");
    sofia.section = "B".into();
    let sofia = add(&mut store, sofia, None, stamp);
    let ana = add(&mut store, profile("Ana", "6.º grado"), None, stamp);
    let plan = store.plan_promotion(&steps()).unwrap();
    let shown: Vec<_> = plan.iter().map(|of| (of.student, of.to.clone())).collect();
    let promoted = store.promote(&steps(), &shown, stamp).unwrap();
    assert_eq!((promoted.moved, promoted.left), (1, 1));
    let grade = |store: &Store, id| store.person(id).unwrap().profile.whole_grade();
    assert_eq!(grade(&store, sofia), "6.º grado B");
    assert!(
        store.customer(ana, now().day()).is_err(),
        "who left cannot buy"
    );
    let stale = store.promote(&steps(), &shown, stamp);
    assert!(matches!(stale, Err(Error::People(Refused::Changed))));
    assert_eq!(store.undo_promotion(promoted.number, stamp).unwrap(), 2);
    assert_eq!(grade(&store, sofia), "5.º grado B");
    assert!(store.customer(ana, now().day()).is_ok());
    let again = store.undo_promotion(promoted.number, stamp);
    assert!(matches!(again, Err(Error::People(Refused::CannotUndo))));
    assert_eq!(store.verify_chain(None).unwrap().named, []);
}

#[test]
fn two_of_the_same_name_are_told_apart() {
    let (mut store, stamp) = a_store();
    let one = add(&mut store, profile("Juan Pérez", "1.º grado"), None, stamp);
    let other = add(&mut store, profile("Juan Pérez", "4.º grado"), None, stamp);
    let people = store.people(false).unwrap();
    assert!(
        people
            .iter()
            .all(|one| one.namesake && one.minded.is_none())
    );
    let opened = store.person(one).unwrap();
    assert_eq!(opened.namesakes, [(other, "4.º grado".to_owned(), None)]);
}
