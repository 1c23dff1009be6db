//! The list shows whom it says, and lays out only what is in sight.

use super::list::{List, ROW, Whom};
use super::*;
use crate::domain::people::Listed;

fn listed(n: i64, name: &str, grade: &str) -> Listed {
    Listed {
        student: StudentId(n),
        name: name.to_owned(),
        grade: grade.to_owned(),
        card: Some(format!("{n:05}")),
        document: None,
        guardian: None,
        balance: Money::guaranies(n * 1_000),
        low_mark: None,
        active: true,
        erased: false,
        namesake: false,
        birthday: None,
        minded: None,
    }
}

fn a_school(pupils: i64) -> List {
    let people = (1..=pupils).map(|n| {
        listed(
            n,
            &format!("Alumno {n}"),
            &format!("{}.º grado A", n % 6 + 1),
        )
    });
    let mut list = List::default();
    list.are(people.collect(), Money::guaranies(5_000));
    list
}

#[test]
fn of_five_thousand_only_those_in_sight_are_laid_out() {
    let mut list = a_school(5_000);
    let (above, shown, below) = list.in_sight(600.0);
    assert!(shown.len() < 25, "{}", shown.len());
    assert!(above.abs() < f32::EPSILON && below > 4_900.0 * ROW);
    let _ = list.scrolled(2_500.0 * ROW);
    let (above, shown, below) = list.in_sight(600.0);
    assert!(shown.contains(&2_500) && shown.contains(&2_509));
    let rows = f32::from(u16::try_from(shown.len()).unwrap());
    assert!((above + below + rows * ROW - 5_000.0 * ROW).abs() < ROW);
    let _ = list.scrolled(1.0e9);
    assert_eq!(
        list.in_sight(600.0).1.last(),
        Some(&4_999),
        "never past the end"
    );
}

#[test]
fn search_grade_and_balance_narrow_the_list() {
    let house = Money::guaranies(5_000);
    let mut list = a_school(60);
    let _ = list.choose(Whom::Low, house);
    assert_eq!(list.shown.len(), 4, "below 5.000");
    let _ = list.choose(Whom::Here, house);
    let _ = list.of_grade(Some("2.º grado".to_owned()), house);
    assert_eq!(list.shown.len(), 10);
    let _ = list.of_grade(None, house);
    let _ = list.search("00042".to_owned(), house);
    assert_eq!(list.best(), Some(StudentId(42)), "by the card's number");
    let _ = list.choose(Whom::Left, house);
    assert!(list.shown.is_empty());
}

#[test]
fn who_must_not_eat_something_is_read_only_when_it_is_asked_for() {
    let mut list = a_school(6);
    let asked = list.mind(Money::ZERO);
    assert!(matches!(asked, Action::ReadMinded));
    assert!(
        list.shown.is_empty(),
        "nothing is known until the look is noted"
    );
}
