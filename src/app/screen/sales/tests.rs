use chrono::DateTime;
use uuid::Uuid;

use super::*;

fn row(number: u128) -> Row {
    Row {
        id: SaleId(Uuid::from_u128(number)),
        number: i64::try_from(number).unwrap(),
        at: Moment::new(DateTime::parse_from_rfc3339("2026-11-23T09:41:00-03:00").unwrap()),
        buyer: Some("Sofía Benítez".into()),
        total: Money::guaranies(18_000),
        tenders: vec![TenderKind::Account],
        void: false,
        refund: false,
        voided: false,
        given_back: Money::ZERO,
        has_left: true,
        ticket: None,
    }
}

fn voiding() -> Sales {
    let mut sales = Sales::new(vec![row(1)], vec![]);
    let _ = sales.update(Message::Chosen(row(1).id));
    let _ = sales.update(Message::VoidPressed);
    sales
}

fn with_reason_and_pin() -> Sales {
    let mut sales = voiding();
    let _ = sales.update(Message::ReasonChanged(" Error de carga ".into()));
    for digit in "2580".chars() {
        let _ = sales.update(Message::Typed(digit));
    }
    sales
}

#[test]
fn a_void_needs_a_reason_and_a_pin_and_is_asked_once() {
    let mut sales = voiding();
    assert_eq!(sales.update(Message::VoidConfirmed), Action::None);
    let mut sales_ready = with_reason_and_pin();
    let void = Action::Void {
        sale: row(1).id,
        pin: Pin::parse("2580").unwrap(),
        reason: "Error de carga".into(),
    };
    assert_eq!(sales_ready.update(Message::VoidConfirmed), void);
    assert_eq!(sales_ready.update(Message::VoidConfirmed), Action::None);
    let _ = sales_ready.update(Message::VoidDismissed);
    assert!(sales_ready.asks_for_pin(), "the answer finds its dialog");
}

#[test]
fn a_refused_void_keeps_the_reason_and_forgets_the_pin() {
    let mut sales = with_reason_and_pin();
    let _ = sales.update(Message::VoidConfirmed);
    sales.void_refused("PIN incorrecto".into());
    let voiding = sales.voiding.as_ref().unwrap();
    assert_eq!(voiding.reason, " Error de carga ");
    assert!(voiding.entry.is_empty());
}

#[test]
fn what_is_void_already_is_not_voided_again() {
    let voided = Row {
        voided: true,
        ..row(1)
    };
    let void = Row {
        void: true,
        ..row(2)
    };
    let mut sales = Sales::new(vec![voided, void], vec![]);
    for number in [1, 2] {
        let _ = sales.update(Message::Chosen(row(number).id));
        let _ = sales.update(Message::VoidPressed);
        assert!(!sales.asks_for_pin());
    }
}

#[test]
fn an_uncertain_ticket_is_answered_once() {
    let job = PrintJobId(4);
    let uncertain = Uncertain {
        job,
        number: Some(1),
        may_reprint: true,
    };
    let mut sales = Sales::new(vec![], vec![uncertain]);
    let again = sales.update(Message::DidNotComeOut(job));
    assert_eq!(again, Action::PrintAgain(job));
    assert_eq!(sales.update(Message::DidNotComeOut(job)), Action::None);
}

#[test]
fn a_page_about_a_pupil_is_printed_again_only_by_whoever_may_read_it() {
    let job = PrintJobId(4);
    let page = Uncertain {
        job,
        number: None,
        may_reprint: false,
    };
    let mut sales = Sales::new(vec![], vec![page]);
    assert_eq!(sales.update(Message::DidNotComeOut(job)), Action::None);
    assert_eq!(sales.update(Message::CameOut(job)), Action::Printed(job));
}
