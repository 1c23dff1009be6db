//! What the checkout does about limits, surcharges and kept change.

use super::dialog::Dialog;
use super::tests::{Canteen, press, pupil};
use super::*;
use crate::domain::account::Refused;
use crate::domain::limits::{Limited, Limits, Spent};
use crate::domain::tender::TenderKind;
use crate::domain::user::{Approved, Right};
use crate::domain::{CategoryId, Money, UserId};

/// Sofía, whose mother wants no drinks: product 5 is one.
fn no_drinks() -> Message {
    let mut sofia = pupil(&[]);
    sofia.limits = Limited {
        limits: Limits {
            categories: vec![CategoryId(2)],
            ..Limits::default()
        },
        spent: Spent::default(),
    };
    Message::CustomerFound(Ok(Box::new(sofia)))
}

fn drink(canteen: &Canteen) -> Message {
    canteen.told(|context| {
        let mut products = context.catalogue.products().iter();
        let drink = products.find(|of| of.category == CategoryId(2));
        press(drink.expect("there is one").id.0)
    })
}

#[test]
fn what_is_blocked_is_said_when_it_is_added_and_when_the_pupil_comes_after_it() {
    let canteen = Canteen::new();
    let added = canteen.after([no_drinks(), drink(&canteen)]);
    assert!(added.said().contains("no permite"), "{}", added.said());
    let late = canteen.after([drink(&canteen), no_drinks()]);
    assert!(late.said().contains("no permite"), "{}", late.said());
    let other = canteen.after([no_drinks(), press(12)]);
    assert_eq!(other.said(), "");
}

/// The way to pay of that kind.
fn tender(canteen: &Canteen, kind: TenderKind) -> Message {
    canteen.told(|context| {
        let mut tenders = context.tenders.iter();
        Message::TenderChosen(tenders.find(|of| of.kind == kind).expect("it is taken").id)
    })
}

fn parts(screen: &Screen) -> (Vec<TenderKind>, TenderKind) {
    let Some(Dialog::Mixed(mixed)) = &screen.dialog else {
        panic!("it is being paid in parts");
    };
    let kinds = mixed.offers.iter().map(|offer| offer.tender.kind);
    (kinds.collect(), mixed.next.tender.kind)
}

#[test]
fn a_part_that_the_account_does_not_allow_is_refused_when_it_is_typed_and_never_added() {
    let canteen = Canteen::new();
    let mut sofia = pupil(&[]);
    sofia.standing.balance = Money::guaranies(1_000);
    sofia.standing.credit_limit = Money::ZERO;
    let mut screen = canteen.after([
        Message::CustomerFound(Ok(Box::new(sofia))),
        press(12),
        press(12),
        Message::PayPressed(Way::Mixed),
        tender(&canteen, TenderKind::Account),
    ]);
    for digit in "2000".chars() {
        let _ = canteen.tell(&mut screen, Message::Typed(digit));
    }
    assert!(
        canteen.reads(&screen, "Autorizar con PIN…"),
        "the reason, and the way through"
    );
    let _ = canteen.tell(&mut screen, Message::DialogConfirmed);
    assert_eq!(parts(&screen), (Vec::new(), TenderKind::Account));
}

#[test]
fn a_way_to_pay_that_has_paid_its_part_makes_room_for_the_next() {
    let canteen = Canteen::new();
    let mut screen = canteen.after([
        press(12),
        press(12),
        Message::PayPressed(Way::Mixed),
        Message::Typed('1'),
        Message::Typed('0'),
        Message::Typed('0'),
        Message::Typed('0'),
        Message::DialogConfirmed,
    ]);
    assert_eq!(parts(&screen), (vec![TenderKind::Qr], TenderKind::Cash));
    let _ = canteen.tell(&mut screen, Message::Typed('5'));
    let _ = canteen.tell(&mut screen, Message::Typed('0'));
    let _ = canteen.tell(&mut screen, Message::DialogConfirmed);
    let (paid, next) = parts(&screen);
    assert_eq!(paid, [TenderKind::Qr, TenderKind::Cash]);
    assert!(
        !paid.contains(&next) && next != TenderKind::Account,
        "{next:?}"
    );
}

#[test]
fn what_is_blocked_is_not_paid_in_cash_either_but_with_a_supervisors_approval() {
    let canteen = Canteen::new();
    let mut screen = canteen.after([
        no_drinks(),
        drink(&canteen),
        Message::PayPressed(Way::Cash),
        Message::CashPressed(Money::guaranies(50_000)),
    ]);
    let refused = canteen.tell(&mut screen, Message::DialogConfirmed);
    assert!(!matches!(refused, Action::Commit(_)), "{refused:?}");
    let _ = canteen.tell(&mut screen, Message::LimitPressed);
    for letter in "2580".chars() {
        let _ = canteen.tell(&mut screen, Message::Typed(letter));
    }
    let _ = canteen.tell(&mut screen, Message::TextChanged("su madre llamó".into()));
    let Action::Approve(request) = canteen.tell(&mut screen, Message::DialogConfirmed) else {
        panic!("it asks for a PIN");
    };
    assert_eq!(request.right, Right::ApproveLimit);
    let (by, reason) = (UserId(2), request.reason);
    let approved = Message::Approved(request.number, Ok(Approved { by, reason }));
    let _ = canteen.tell(&mut screen, approved);
    assert!(matches!(screen.dialog, Some(Dialog::Cash(_))));
    let Action::Commit(sale) = canteen.tell(&mut screen, Message::DialogConfirmed) else {
        panic!("it is sold");
    };
    let shown = sale.lifted().expect("an approval").shown();
    assert!(matches!(shown, [Refused::BlockedCategory { .. }]));
}

#[test]
fn change_goes_to_the_account_once_it_is_said_and_not_without_a_pupil() {
    let canteen = Canteen::new();
    let pay = [
        Message::PayPressed(Way::Cash),
        Message::CashPressed(Money::guaranies(20_000)),
        Message::KeepChangePressed,
    ];
    let sell = |first: Option<Message>| {
        let told = first.into_iter().chain([press(12)]).chain(pay.clone());
        let mut screen = canteen.after(told);
        match canteen.tell(&mut screen, Message::DialogConfirmed) {
            Action::Commit(sale) => sale,
            other => panic!("{other:?}"),
        }
    };
    let sofia = Message::CustomerFound(Ok(Box::new(pupil(&[]))));
    let kept = sell(Some(sofia));
    let settlement = kept.settlement();
    assert_eq!(settlement.change(), Money::ZERO);
    assert_eq!(settlement.to_account(), Money::guaranies(16_000));
    let nobody = sell(None);
    assert_eq!(nobody.settlement().change(), Money::guaranies(16_000));
    let cash = nobody.settlement().payments()[0].kind;
    assert_eq!(cash, TenderKind::Cash);
}
