//! What the drawer's screen does with what happens.

use super::*;
use crate::domain::tender::TenderKind;

fn g(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn off_by(amount: i64) -> Vec<Counted> {
    vec![Counted {
        tender: TenderId(2),
        kind: TenderKind::Cash,
        expected: g(100_000),
        counted: g(100_000 + amount),
    }]
}

fn typed(cash: &mut Cash, figures: &str) {
    for figure in figures.chars() {
        let _ = cash.update(Message::Typed(figure), true);
    }
}

/// Counted with that difference, of which ₲ 10.000 may pass.
fn counted(amount: i64) -> Cash {
    let mut cash = Cash::default();
    let _ = cash.update(Message::ClosePressed, true);
    let _ = cash.update(Message::Confirmed, true);
    cash.counted(off_by(amount));
    cash
}

#[test]
fn a_count_is_keyed_from_row_to_row_and_confirmed_once() {
    let mut cash = Cash::default();
    let _ = cash.update(Message::ClosePressed, true);
    typed(&mut cash, "3");
    assert_eq!(cash.entered(), Action::None, "on to the next row");
    typed(&mut cash, "12");
    let Action::Count(count, others) = cash.update(Message::Confirmed, true) else {
        panic!("it is confirmed");
    };
    assert_eq!((count.total(), others.len()), (g(900_000), 0));
    assert_eq!(cash.update(Message::Confirmed, true), Action::None);
}

#[test]
fn what_fits_is_closed_at_once_and_a_difference_waits_for_its_words() {
    let mut cash = counted(0);
    assert!(matches!(cash.entered(), Action::Close { pin: None, .. }));
    let mut cash = counted(-2_000);
    assert_eq!(cash.entered(), Action::None);
    assert!(cash.lacks, "and it is said that something is missing");
    let _ = cash.update(Message::ReasonChanged("vuelto mal dado".into()), true);
    let closed = cash.entered();
    assert!(
        matches!(&closed, Action::Close { explanation: Some(why), pin: None, .. } if why == "vuelto mal dado"),
        "{closed:?}"
    );
}

#[test]
fn a_large_difference_waits_for_a_pin_too_and_a_wrong_one_is_typed_again() {
    let mut cash = counted(10_050);
    let _ = cash.update(Message::ReasonChanged("no aparece".into()), true);
    assert_eq!(cash.entered(), Action::None);
    typed(&mut cash, "3333");
    assert!(matches!(cash.entered(), Action::Close { pin: Some(_), .. }));
    cash.refused("El PIN no es de nadie.".into());
    assert_eq!(cash.entered(), Action::None, "the PIN is gone");
    typed(&mut cash, "3333");
    assert!(matches!(cash.entered(), Action::Close { .. }));
}

#[test]
fn cash_moves_with_an_amount_and_a_reason_and_a_scan_is_no_reason() {
    let mut cash = Cash::default();
    let _ = cash.update(Message::MovePressed(MoveKind::PaidOut), true);
    typed(&mut cash, "45");
    let _ = cash.update(Message::KeyPressed(Key::Thousand), true);
    assert_eq!(cash.entered(), Action::None, "it has no reason");
    let _ = cash.update(Message::ReasonChanged("pan7840001".into()), true);
    cash.take_back("7840001");
    let moved = Action::Move(MoveKind::PaidOut, g(45_000), "pan".into());
    assert_eq!(cash.entered(), moved);
    let _ = cash.update(Message::Dismissed, true);
    assert!(cash.asks(), "the answer must find its dialog");
    cash.done();
    assert!(!cash.asks());
}

#[test]
fn who_may_not_open_the_drawer_asks_somebody_who_may() {
    for (may, pin) in [(true, false), (false, true)] {
        let mut cash = Cash::default();
        let _ = cash.update(Message::DrawerPressed, may);
        let _ = cash.update(Message::ReasonChanged("cambiar un billete".into()), may);
        typed(&mut cash, "2222");
        let Action::OpenDrawer { pin: asked, .. } = cash.entered() else {
            panic!("it opens");
        };
        assert_eq!(asked.is_some(), pin);
    }
}

#[test]
fn an_unusual_amount_is_asked_about_and_enter_is_no_answer() {
    let mut cash = Cash::default();
    let _ = cash.update(Message::MovePressed(MoveKind::PaidOut), true);
    typed(&mut cash, "4500000");
    let _ = cash.update(Message::ReasonChanged("pan".into()), true);
    assert_eq!(cash.entered(), Action::None);
    assert_eq!(cash.entered(), Action::None, "a second press is no answer");
    typed(&mut cash, "1");
    let _ = cash.update(Message::Dismissed, true);
    assert!(cash.asks(), "back to what was typed");
    let _ = cash.update(Message::KeyPressed(Key::Backspace), true);
    let moved = Action::Move(MoveKind::PaidOut, g(450_000), "pan".into());
    assert_eq!(cash.entered(), moved);
    let mut cash = Cash::default();
    let _ = cash.update(Message::MovePressed(MoveKind::Drop), true);
    typed(&mut cash, "800000");
    let _ = cash.update(Message::ReasonChanged("mucho".into()), true);
    assert_eq!(
        cash.update(Message::Sure, true),
        Action::None,
        "nothing was asked"
    );
    assert_eq!(cash.update(Message::Confirmed, true), Action::None);
    let moved = Action::Move(MoveKind::Drop, g(800_000), "mucho".into());
    assert_eq!(cash.update(Message::Sure, true), moved);
    assert_eq!(cash.update(Message::Sure, true), Action::None);
}
