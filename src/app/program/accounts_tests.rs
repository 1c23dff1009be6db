use super::super::tests::Canteen;
use super::super::*;
use super::Told;
use crate::app::screen::accounts::{Field, FormMessage, Message as Screen, Purpose, Undoing};
use crate::domain::code::Code;
use crate::domain::ledger::Stands;
use crate::domain::tender::TenderKind;
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

/// A cashier, and a manager who lends their PIN.
fn cashier() -> Canteen {
    let mut canteen = Canteen::with(Role::Cashier);
    let pin = Pin::parse("3791").unwrap();
    let added = canteen.till.add_user("Jorge".into(), Role::Manager, pin);
    added.wait().unwrap().unwrap();
    canteen.program.play(Message::Went(Place::Accounts));
    at(&mut canteen, Screen::PersonPressed(StudentId(1)));
    canteen
}

fn press(canteen: &mut Canteen, purpose: Purpose) {
    at(canteen, Screen::Pressed(purpose));
}

fn type_amount(canteen: &mut Canteen, amount: i64) {
    let amount = Money::guaranies(amount);
    fill(canteen, FormMessage::AmountChosen(amount));
}

fn type_pin(canteen: &mut Canteen) {
    for digit in "3791".chars() {
        at(canteen, Screen::Typed(digit));
    }
    at(canteen, Screen::Entered);
}

/// The words of the dialog as it is drawn.
fn shows(canteen: &mut Canteen, words: &str) -> bool {
    let mut screen = iced_test::Simulator::with_size(
        iced::Settings::default(),
        [1280.0, 800.0],
        canteen.program.view(),
    );
    screen.find(words).is_ok()
}

#[test]
fn a_top_up_typed_wrong_is_undone_from_its_receipt_with_a_reason_and_a_pin() {
    let mut canteen = cashier();
    let opened = canteen.till.open_shift(
        crate::domain::MovementId(uuid::Uuid::now_v7()),
        Money::guaranies(100_000),
        canteen.program.at(canteen.program.user().unwrap()),
    );
    opened.wait().unwrap().unwrap();
    press(&mut canteen, Purpose::TopUp);
    type_amount(&mut canteen, 200_000);
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), 226_000);
    fill(&mut canteen, FormMessage::UndoPressed);
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), 226_000, "a reason is asked for");
    let reason = "Error de carga".to_owned();
    fill(
        &mut canteen,
        FormMessage::TextChanged(Field::Reason, reason),
    );
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), 226_000, "and a PIN");
    type_pin(&mut canteen);
    assert_eq!(balance(&canteen), 26_000);
    let x = canteen.till.x(canteen.program.now).wait().unwrap().unwrap();
    assert_eq!(x.cash().unwrap().expected(), Money::guaranies(100_000));
}

#[test]
fn a_top_up_of_a_closed_shift_says_what_to_do_before_anybody_is_asked() {
    let mut canteen = cashier();
    let of = Undoing {
        number: 1,
        amount: Money::guaranies(50_000),
        tender: TenderKind::Cash,
        stands: Stands::Counted,
    };
    press(&mut canteen, Purpose::Undo(of));
    let reason = "Error de carga".to_owned();
    fill(
        &mut canteen,
        FormMessage::TextChanged(Field::Reason, reason),
    );
    at(&mut canteen, Screen::Entered);
    let said = canteen.program.words.text("failed-moved-counted");
    assert!(shows(&mut canteen, &said));
}

#[test]
fn an_unusual_top_up_is_asked_about_and_enter_is_no_answer() {
    let mut canteen = cashier();
    press(&mut canteen, Purpose::TopUp);
    type_amount(&mut canteen, 600_000);
    at(&mut canteen, Screen::Entered);
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), 26_000);
    at(&mut canteen, Screen::Escaped);
    type_amount(&mut canteen, 60_000);
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), 86_000);
    at(&mut canteen, Screen::Entered);
    // Five times what they brought, and more.
    press(&mut canteen, Purpose::TopUp);
    type_amount(&mut canteen, 350_000);
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), 86_000);
    fill(&mut canteen, FormMessage::Sure);
    assert_eq!(balance(&canteen), 436_000);
}

#[test]
fn cash_that_no_coins_make_is_refused_with_a_line() {
    let mut canteen = cashier();
    press(&mut canteen, Purpose::TopUp);
    type_amount(&mut canteen, 20_020);
    at(&mut canteen, Screen::Entered);
    assert_eq!(balance(&canteen), 26_000);
    let said = canteen.program.words.text("failed-moved-coins");
    assert!(shows(&mut canteen, &said));
}

#[test]
fn what_is_certain_to_be_refused_is_refused_before_a_pin_is_asked_for() {
    let mut canteen = cashier();
    press(&mut canteen, Purpose::Transfer);
    let other = FormMessage::OtherChosen(StudentId(2), "Mateo".into());
    fill(&mut canteen, other);
    type_amount(&mut canteen, 30_000);
    let reason = "lo pidió la madre".to_owned();
    fill(
        &mut canteen,
        FormMessage::TextChanged(Field::Reason, reason),
    );
    at(&mut canteen, Screen::Entered);
    let pin = canteen.program.words.text("accounts-approval-title");
    assert!(!shows(&mut canteen, &pin));
    at(&mut canteen, Screen::Escaped);
    let all = FormMessage::AmountChosen(Money::guaranies(26_000));
    press(&mut canteen, Purpose::Correct);
    fill(&mut canteen, FormMessage::MinusChosen(true));
    fill(&mut canteen, all);
    let reason = "error de carga".to_owned();
    fill(
        &mut canteen,
        FormMessage::TextChanged(Field::Reason, reason),
    );
    at(&mut canteen, Screen::Entered);
    type_pin(&mut canteen);
    assert_eq!(balance(&canteen), 0);
    press(&mut canteen, Purpose::Payout);
    at(&mut canteen, Screen::Entered);
    assert!(!shows(&mut canteen, &pin));
    let said = canteen.program.words.text("failed-moved-empty");
    assert!(shows(&mut canteen, &said));
}

#[test]
fn a_cashier_who_paid_out_with_a_pin_lets_them_go_with_a_pin() {
    let mut canteen = cashier();
    press(&mut canteen, Purpose::Payout);
    at(&mut canteen, Screen::Entered);
    type_pin(&mut canteen);
    assert_eq!(balance(&canteen), 0);
    fill(&mut canteen, FormMessage::Left);
    let active = |canteen: &Canteen| {
        let read = canteen.till.person(StudentId(1)).wait();
        read.unwrap().unwrap().active
    };
    for digit in "2580".chars() {
        at(&mut canteen, Screen::Typed(digit));
    }
    at(&mut canteen, Screen::Entered);
    assert!(active(&canteen), "a cashier's PIN lends nothing");
    assert!(accounts(&canteen).asks());
    type_pin(&mut canteen);
    assert!(!active(&canteen));
    assert!(!accounts(&canteen).asks());
}
