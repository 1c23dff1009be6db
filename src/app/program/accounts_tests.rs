use super::super::tests::Canteen;
use super::super::*;
use super::Told;
use crate::app::screen::accounts::{Field, FormMessage, Message as Screen, Purpose};
use crate::domain::code::Code;
use crate::domain::user::{Pin, Role};
use crate::domain::{Money, StudentId};

fn at(canteen: &mut Canteen, message: Screen) {
    canteen
        .program
        .play(Message::Accounts(Told::Screen(message)));
}

fn fill(canteen: &mut Canteen, message: FormMessage) {
    at(canteen, Screen::Form(message));
}

fn balance(canteen: &Canteen) -> i64 {
    let day = canteen.program.now.day();
    let read = canteen.till.customer(StudentId(1), day).wait();
    read.unwrap().unwrap().standing.balance.amount()
}

fn accounts(canteen: &Canteen) -> &accounts_screen::Accounts {
    let super::super::Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    work.accounts.as_ref().expect("the place is open")
}

fn scan(canteen: &mut Canteen, code: &str) {
    let code = Code::parse(code).unwrap();
    let task = canteen.program.scanned_to_accounts(&code);
    let task = task.expect("the place takes it");
    canteen.program.end(task);
}

#[test]
fn a_parent_in_the_queue_takes_a_scan_an_amount_and_enter() {
    let mut canteen = Canteen::with(Role::Cashier);
    canteen.program.play(Message::Went(Place::Accounts));
    scan(&mut canteen, "00414");
    assert_eq!(accounts(&canteen).open(), Some(StudentId(1)));
    at(&mut canteen, Screen::Entered);
    let amount = Money::guaranies(50_000);
    fill(&mut canteen, FormMessage::AmountChosen(amount));
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), 76_000);
    assert!(!accounts(&canteen).is_writing(), "the next card may come");
    let jobs = canteen.till.open_jobs().wait().unwrap().unwrap();
    let drawers = jobs.iter().filter(|job| job.is_drawer()).count();
    assert_eq!((jobs.len(), drawers), (2, 1), "a receipt and the pulse");
    // Enter bounces: nothing is put on twice.
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), 76_000);
}

#[test]
fn a_correction_by_a_cashier_needs_the_pin_of_a_manager() {
    let mut canteen = Canteen::with(Role::Cashier);
    let pin = Pin::parse("3791").unwrap();
    let added = canteen.till.add_user("Jorge".into(), Role::Manager, pin);
    added.wait().unwrap().unwrap();
    canteen.program.play(Message::Went(Place::Accounts));
    at(&mut canteen, Screen::PersonPressed(StudentId(1)));
    at(&mut canteen, Screen::Pressed(Purpose::Correct));
    fill(&mut canteen, FormMessage::MinusChosen(true));
    fill(
        &mut canteen,
        FormMessage::AmountChosen(Money::guaranies(30_000)),
    );
    let reason = "cargado dos veces".to_owned();
    fill(
        &mut canteen,
        FormMessage::TextChanged(Field::Reason, reason),
    );
    at(&mut canteen, Screen::Entered);
    for digit in "2580".chars() {
        at(&mut canteen, Screen::Typed(digit));
    }
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), 26_000, "a cashier's PIN lends nothing");
    for digit in "3791".chars() {
        at(&mut canteen, Screen::Typed(digit));
    }
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), -4_000, "a debt is a debt");
    assert!(!accounts(&canteen).asks());
}

#[test]
fn a_lost_card_is_replaced_by_the_one_that_is_scanned() {
    let mut canteen = Canteen::with(Role::Supervisor);
    canteen.program.play(Message::Went(Place::Accounts));
    scan(&mut canteen, "00414");
    let old = CardNumber::parse("00414").unwrap();
    at(&mut canteen, Screen::Pressed(Purpose::Replace(old)));
    scan(&mut canteen, "00901");
    at(&mut canteen, Screen::Entered);
    let day = canteen.program.now.day();
    let by = |card: &str| {
        let card = CardNumber::parse(card).unwrap();
        canteen.till.customer_by_card(card, day).wait().unwrap()
    };
    assert_eq!(by("00414").unwrap_err().code(), "card_replaced");
    assert_eq!(
        by("00901").unwrap().standing.balance,
        Money::guaranies(26_000)
    );
}

#[test]
fn whoever_is_paid_out_can_be_let_go_from_there_and_cannot_buy_then() {
    let mut canteen = Canteen::with(Role::Manager);
    canteen.program.play(Message::Went(Place::Accounts));
    at(&mut canteen, Screen::PersonPressed(StudentId(1)));
    at(&mut canteen, Screen::Pressed(Purpose::Payout));
    // Before there is a receipt there is nobody to let go.
    fill(&mut canteen, FormMessage::Left);
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), 0);
    let active = |canteen: &Canteen| {
        let read = canteen.till.person(StudentId(1)).wait();
        read.unwrap().unwrap().active
    };
    assert!(active(&canteen), "paid out alone lets nobody go");
    fill(&mut canteen, FormMessage::Left);
    assert!(!active(&canteen));
    assert!(!accounts(&canteen).asks());
    assert_eq!(accounts(&canteen).open(), None);
}
