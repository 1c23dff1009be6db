//! The place of the stock, through the whole program on a real folder.

use super::super::tests::Canteen;
use super::super::*;
use super::Told;
use crate::app::screen::stock::{
    CountMessage, Message as Screen, ReceiveField, ReceiveMessage, Stock, Tab,
};
use crate::domain::Quantity;
use crate::domain::user::{Pin, Role};

fn at(canteen: &mut Canteen, message: Screen) {
    canteen.program.play(Message::Stock(Told::Screen(message)));
}

fn receive(canteen: &mut Canteen, message: ReceiveMessage) {
    at(canteen, Screen::Receive(message));
}

fn count(canteen: &mut Canteen, message: CountMessage) {
    at(canteen, Screen::Count(message));
}

fn place(canteen: &Canteen) -> &Stock {
    let super::super::Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    work.stock.as_ref().expect("the place is open")
}

/// As the tiles show it.
fn apples(canteen: &Canteen) -> Quantity {
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.program.catalogue.get(apple).unwrap().stock
}

fn type_a_purchase(canteen: &mut Canteen, total: &str) {
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.program.play(Message::Went(Place::Stock));
    for (field, text) in [
        (ReceiveField::Supplier, "Abasto"),
        (ReceiveField::Document, "001-001-0000077"),
        (ReceiveField::Total, total),
    ] {
        receive(canteen, ReceiveMessage::Typed(field, text.into()));
    }
    receive(canteen, ReceiveMessage::ProductPressed(apple));
    receive(canteen, ReceiveMessage::QuantityTyped(0, "12".into()));
    receive(canteen, ReceiveMessage::CostTyped(0, "18.000".into()));
}

#[test]
fn a_purchase_that_is_typed_is_kept_and_received_once() {
    let mut canteen = Canteen::with(Role::Supervisor);
    type_a_purchase(&mut canteen, "18.000");
    let kept = canteen.till.purchase_draft().wait().unwrap().unwrap();
    assert_eq!((kept.supplier.as_str(), kept.lines.len()), ("Abasto", 1));
    canteen.program.play(Message::Went(Place::Checkout));
    canteen.program.play(Message::Went(Place::Stock));
    assert_eq!(place(&canteen).purchase(), &kept, "leaving forgets nothing");
    receive(&mut canteen, ReceiveMessage::ReceivePressed);
    assert_eq!(apples(&canteen), Quantity::pieces(12));
    assert!(place(&canteen).purchase().is_empty());
    type_a_purchase(&mut canteen, "18.000");
    receive(&mut canteen, ReceiveMessage::ReceivePressed);
    assert_eq!(apples(&canteen), Quantity::pieces(12), "the same document");
    assert!(!place(&canteen).purchase().is_empty(), "it can be mended");
}

#[test]
fn another_total_is_received_only_by_whoever_has_seen_it() {
    let mut canteen = Canteen::with(Role::Supervisor);
    type_a_purchase(&mut canteen, "17.500");
    receive(&mut canteen, ReceiveMessage::ReceivePressed);
    assert!(place(&canteen).asks());
    at(&mut canteen, Screen::Escaped);
    assert_eq!(apples(&canteen), Quantity::ZERO);
    receive(&mut canteen, ReceiveMessage::ReceivePressed);
    at(&mut canteen, Screen::Entered);
    assert_eq!(apples(&canteen), Quantity::pieces(12));
}

#[test]
fn a_supervisor_counts_and_a_manager_posts() {
    let mut canteen = Canteen::with(Role::Supervisor);
    let pin = Pin::parse("3791").unwrap();
    let added = canteen.till.add_user("Jorge".into(), Role::Manager, pin);
    added.wait().unwrap().unwrap();
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.program.play(Message::Went(Place::Stock));
    at(&mut canteen, Screen::TabChosen(Tab::Count));
    count(&mut canteen, CountMessage::BeginPressed);
    count(&mut canteen, CountMessage::ProductPressed(apple));
    count(&mut canteen, CountMessage::QuantityTyped("7".into()));
    at(&mut canteen, Screen::Entered);
    count(&mut canteen, CountMessage::ReviewPressed);
    count(&mut canteen, CountMessage::ReasonTyped("recuento".into()));
    at(&mut canteen, Screen::Entered);
    assert_eq!(
        apples(&canteen),
        Quantity::ZERO,
        "without a PIN nothing is posted"
    );
    for digit in "2580".chars() {
        at(&mut canteen, Screen::Typed(digit));
    }
    at(&mut canteen, Screen::Entered);
    assert_eq!(
        apples(&canteen),
        Quantity::ZERO,
        "a supervisor's lends nothing"
    );
    for digit in "3791".chars() {
        at(&mut canteen, Screen::Typed(digit));
    }
    at(&mut canteen, Screen::Entered);
    assert_eq!(apples(&canteen), Quantity::pieces(7));
    assert!(!place(&canteen).asks());
}

#[test]
fn a_card_at_the_stock_throws_nobody_out_and_a_cashier_does_not_get_in() {
    let mut canteen = Canteen::with(Role::Supervisor);
    canteen.program.play(Message::Went(Place::Stock));
    canteen.card_read(|typed| {
        let typed = ReceiveMessage::QueryTyped(typed);
        Message::Stock(Told::Screen(Screen::Receive(typed)))
    });
    let super::super::Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    assert_eq!(work.place, Place::Stock);
    assert!(canteen.program.notice.is_some());
    let mut cashier = Canteen::with(Role::Cashier);
    cashier.program.play(Message::Went(Place::Stock));
    let super::super::Screen::Work(work) = &cashier.program.screen else {
        panic!("somebody works");
    };
    assert_ne!(work.place, Place::Stock);
}
