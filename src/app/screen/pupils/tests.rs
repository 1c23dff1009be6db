//! The list of the pupils, without a till.

use super::*;
use crate::domain::diet::Severity;

fn person(number: i64, name: &str, grade: &str) -> Person {
    Person {
        student: StudentId(number),
        name: name.into(),
        grade: grade.into(),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    }
}

fn school() -> Pupils {
    let mut people = vec![
        person(1, "Sofía Benítez", "5.º grado B"),
        person(2, "José Núñez", "5.º grado A"),
        person(3, "Ana Giménez", "2.º curso"),
    ];
    let milk = Restriction::new(Allergen::MILK, Severity::Mild, "su madre");
    people[2].restrictions.push(milk);
    Pupils::new(people)
}

fn found(pupils: &mut Pupils, query: &str) -> Vec<String> {
    let _ = pupils.search(query.into());
    let found = pupils.found();
    found.iter().map(|person| person.name.clone()).collect()
}

#[test]
fn a_pupil_is_found_without_accents_by_class_and_in_spite_of_one_typo() {
    let mut pupils = school();
    assert_eq!(found(&mut pupils, "nunez jose"), ["José Núñez"]);
    assert_eq!(found(&mut pupils, "benitex"), ["Sofía Benítez"]);
    assert_eq!(found(&mut pupils, "curso"), ["Ana Giménez"]);
    assert_eq!(found(&mut pupils, "grado").len(), 2);
    assert_eq!(found(&mut pupils, " ").len(), 3, "everybody");
    assert!(found(&mut pupils, "kriptonita").is_empty());
}

#[test]
fn only_those_with_something_to_look_out_for_are_listed_if_asked_for() {
    let mut pupils = school();
    let _ = pupils.show(true);
    assert_eq!(found(&mut pupils, ""), ["Ana Giménez"]);
    assert!(found(&mut pupils, "sofia").is_empty());
}

#[test]
fn enter_opens_the_best_hit_and_nobody_without_a_query() {
    let mut pupils = school();
    assert_eq!(pupils.open_best(), Action::None);
    let _ = pupils.search("gimenez".into());
    assert_eq!(pupils.open_best(), Action::Open(StudentId(3)));
}
