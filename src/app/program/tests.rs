//! The whole program without its window, on a real folder: what it says when something is wrong.

use std::cell::Cell;

use chrono::DateTime;
use tempfile::TempDir;

use super::*;
use crate::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use crate::domain::code::Code;
use crate::domain::diet::{Declarations, Restriction};
use crate::domain::student::NewStudent;
use crate::domain::tax::Rate;
use crate::domain::user::{Pin, Role};
use crate::domain::{CardNumber, Money, Quantity};
use crate::settings::DataFolder;
use crate::store::Stamp;

thread_local! {
    /// Minutes that the clock of this test was moved by.
    pub(super) static MOVED: Cell<i64> = const { Cell::new(0) };
}

pub(super) fn clock() -> Moment {
    let time = DateTime::parse_from_rfc3339("2026-11-23T11:42:00-03:00").unwrap();
    Moment::new(time).plus_millis(MOVED.get() * 60_000)
}

pub(super) fn apple() -> NewProduct {
    NewProduct {
        name: "Manzana".into(),
        category: "Frutas".into(),
        codes: Vec::new(),
        price: Price::new(Money::guaranies(4_000)).unwrap(),
        staff_price: None,
        cost: None,
        rate: Rate::Ten,
        unit: Unit::Each,
        stock: None,
        stock_rule: StockRule::Allow,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: None,
        statement: None,
        declarations: Declarations::none(),
    }
}

/// A canteen with one product, one pupil, and a cashier at its till.
pub(super) struct Canteen {
    pub(super) folder: TempDir,
    pub(super) till: Till,
    pub(super) program: Program,
}

impl Canteen {
    pub(super) fn new() -> Self {
        Self::with(Role::Manager)
    }

    /// As [`Canteen::new`], with somebody of this role at the till.
    pub(super) fn with(role: Role) -> Self {
        Self::made(role, vec![apple()], Vec::new())
    }

    /// With these products, and a pupil who must not eat that.
    pub(super) fn selling(products: Vec<NewProduct>, restrictions: Vec<Restriction>) -> Self {
        Self::made(Role::Manager, products, restrictions)
    }

    fn made(role: Role, products: Vec<NewProduct>, restrictions: Vec<Restriction>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let till = Till::open(DataFolder::at(folder.path().to_owned()), None).unwrap();
        let pin = Pin::parse("2580").unwrap();
        let user = till.add_user("María".into(), role, pin.clone());
        let user = user.wait().unwrap().unwrap();
        let sofia = NewStudent {
            name: "Sofía Benítez".into(),
            grade: "5.º B".into(),
            card: Some(CardNumber::parse("00414").unwrap()),
            guardian: None,
            price_list: None,
            balance: Money::guaranies(26_000),
            daily_limit: None,
            credit_limit: Some(Money::ZERO),
            restrictions,
            wishes: Vec::new(),
        };
        let imported = till.import_products(products, Stamp::at(clock()));
        imported.wait().unwrap().unwrap();
        let imported = till.import_students(vec![sofia], Stamp::at(clock()));
        imported.wait().unwrap().unwrap();
        let mut program = Program::played(&till, clock);
        program.play(Message::Login(login::Message::UserChosen(user)));
        let mut canteen = Self {
            folder,
            till,
            program,
        };
        canteen.sign_in();
        canteen
    }

    /// Whoever is chosen at the login types their PIN.
    pub(super) fn sign_in(&mut self) {
        for digit in "2580".chars() {
            let typed = login::Message::Typed(digit);
            self.program.play(Message::Login(typed));
        }
        let confirmed = login::Message::Confirmed;
        self.program.play(Message::Login(confirmed));
        assert!(self.program.user().is_some());
    }

    pub(super) fn sell(&mut self, message: checkout::Message) {
        self.program.play(Message::Checkout(message));
    }

    pub(super) fn scan(&mut self, code: &str) {
        self.sell(checkout::Message::Scanned(Code::parse(code).unwrap()));
    }

    /// Letters as a scanner sends them: the field that has the focus receives each, then comes the Enter.
    pub(super) fn card_read(&mut self, field: impl Fn(String) -> Message) {
        let mut typed = String::new();
        for letter in "00414".chars() {
            typed.push(letter);
            self.program.play(field(typed.clone()));
            let key = iced_test::simulator::press_key(
                iced::keyboard::Key::Character(letter.to_string().into()),
                Some(letter.to_string().into()),
            );
            self.program
                .play(Message::Event(key, event::Status::Captured));
        }
        let enter = iced_test::simulator::press_key(iced::keyboard::key::Named::Enter, None);
        self.program
            .play(Message::Event(enter, event::Status::Ignored));
    }

    /// From now on the database does not answer about cards and pupils.
    fn break_pupils(&self) {
        let db = rusqlite::Connection::open(self.folder.path().join("cantina.db")).unwrap();
        db.execute_batch("ALTER TABLE card RENAME TO gone").unwrap();
    }

    /// What the checkout says.
    pub(super) fn said(&self) -> String {
        self.program.checkout.said()
    }

    pub(super) fn text(&self, key: &str) -> String {
        self.program.words.text(key)
    }
}

#[test]
fn a_card_that_the_disk_does_not_give_is_not_an_unknown_card() {
    let mut canteen = Canteen::new();
    canteen.scan("99999");
    assert!(canteen.said().contains("99999"), "{}", canteen.said());
    canteen.break_pupils();
    canteen.scan("00414");
    assert!(canteen.said().starts_with(&canteen.text("card-not-read")));
    assert!(!canteen.said().contains("no such table"));
    let _ = canteen.till.held().wait().unwrap();
    let log = std::fs::read_to_string(canteen.folder.path().join("logs/till.log")).unwrap();
    assert!(log.contains("no such table"), "{log}");
}

#[test]
fn a_held_cart_whose_pupil_cannot_be_read_stays_on_hold() {
    let mut canteen = Canteen::new();
    canteen.scan("00414");
    canteen.sell(checkout::Message::HoldPressed);
    canteen.sell(checkout::Message::DialogConfirmed);
    let cart = canteen.program.held[0].id;
    canteen.break_pupils();
    canteen.sell(checkout::Message::HoldPressed);
    canteen.sell(checkout::Message::HeldPressed(cart));
    assert!(canteen.said().starts_with(&canteen.text("held-not-taken")));
    assert_eq!(canteen.program.held.len(), 1);
    assert!(canteen.program.cart().is_untouched());
}

#[test]
fn a_warning_goes_by_itself_once_it_is_read_and_is_gone_where_somebody_goes() {
    let mut canteen = Canteen::new();
    let warn = |canteen: &mut Canteen| {
        canteen.program.play(Message::Went(Place::Pupils));
        let code = Code::parse("99999").unwrap();
        let task = canteen.program.scanned(code, "99999");
        canteen.program.end(task);
        assert!(matches!(canteen.program.notice, Some((Mood::Warn, _))));
    };
    warn(&mut canteen);
    canteen.program.play(Message::Tick);
    assert!(canteen.program.notice.is_some(), "not read yet");
    MOVED.set(1);
    canteen.program.play(Message::Tick);
    assert!(canteen.program.notice.is_none());
    warn(&mut canteen);
    canteen.program.play(Message::Went(Place::Cash));
    assert!(canteen.program.notice.is_none());
    MOVED.set(0);
}

#[test]
fn a_clock_set_back_is_said_once_and_selling_goes_on() {
    let mut canteen = Canteen::new();
    MOVED.set(-120);
    canteen.program.play(Message::Tick);
    let (mood, said) = canteen.program.notice.clone().unwrap();
    assert_eq!(mood, Mood::Warn);
    assert!(said.contains("09:42") && said.contains("11:42"), "{said}");
    canteen.program.play(Message::NoticeClosed);
    canteen.program.play(Message::Tick);
    assert!(canteen.program.notice.is_none(), "once");
    assert!(canteen.program.watch.behind().is_some(), "the chip stays");
    canteen.scan("00414");
    assert!(canteen.program.cart().customer().is_some());
    MOVED.set(0);
    canteen.program.play(Message::Tick);
    assert!(canteen.program.watch.behind().is_none());
}

#[test]
fn a_photo_named_after_the_card_is_shown_and_a_bad_file_is_not() {
    let mut canteen = Canteen::new();
    let photos = canteen.folder.path().join("photos");
    let ours = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/wide.jpg");
    std::fs::copy(ours, photos.join("00414.jpg")).unwrap();
    canteen.scan("00414");
    let sofia = canteen.program.cart().customer().unwrap().student.id;
    assert!(canteen.program.photos.of(sofia).is_some());

    let mut canteen = Canteen::new();
    let photos = canteen.folder.path().join("photos");
    std::fs::write(photos.join("00414.jpg"), "no picture").unwrap();
    canteen.scan("00414");
    assert!(canteen.program.cart().customer().is_some());
    assert!(canteen.program.photos.of(sofia).is_none());
}

#[test]
fn after_a_void_by_keyboard_the_pupil_in_hand_has_their_money_again() {
    use sales::Message as Sales;
    let mut canteen = Canteen::new();
    canteen.scan("00414");
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.sell(checkout::Message::ProductPressed(apple));
    canteen.sell(checkout::Message::PayPressed(checkout::Way::Account));
    canteen.sell(checkout::Message::DialogConfirmed);
    canteen.scan("00414");
    let balance = |canteen: &Canteen| canteen.program.cart().customer().unwrap().standing.balance;
    assert_eq!(balance(&canteen), Money::guaranies(22_000));
    canteen.program.play(Message::Went(Place::Sales));
    let sold = canteen
        .till
        .sales_of(clock().day())
        .wait()
        .unwrap()
        .unwrap();
    let reason = Sales::ReasonChanged("error de carga".into());
    for message in [Sales::Chosen(sold[0].id), Sales::VoidPressed, reason] {
        canteen.program.play(Message::Sales(message));
    }
    for digit in "2580".chars() {
        canteen.program.play(Message::Sales(Sales::Typed(digit)));
    }
    MOVED.set(1);
    let enter = iced_test::simulator::press_key(iced::keyboard::key::Named::Enter, None);
    canteen
        .program
        .play(Message::Event(enter, event::Status::Ignored));
    assert_eq!(balance(&canteen), Money::guaranies(26_000));
}

#[test]
fn a_wrong_ruc_is_said_in_the_users_words() {
    let mut canteen = Canteen::new();
    let draft = settings::Draft {
        name: "Cantina Tita".into(),
        ruc: "80009735-2".into(),
        ..canteen.program.draft()
    };
    let _ = canteen.program.save(draft);
    let (_, said) = canteen.program.notice.clone().unwrap();
    let english = ["should be", "digit of this"];
    assert!(!english.iter().any(|word| said.contains(word)), "{said}");
    assert!(said.contains("No se guardó nada"), "{said}");
}

#[test]
fn a_card_read_into_a_dialogs_field_answers_nothing_and_leaves_no_letters() {
    let mut canteen = Canteen::new();
    canteen.scan("00414");
    canteen.sell(checkout::Message::HoldPressed);
    canteen.card_read(|text| Message::Checkout(checkout::Message::TextChanged(text)));
    assert!(canteen.program.checkout.has_dialog());
    assert!(
        canteen
            .till
            .held()
            .wait()
            .unwrap()
            .unwrap()
            .iter()
            .all(|of| of.name.is_none())
    );
    // Enter by hand answers with what is left in the field: not the card.
    canteen.sell(checkout::Message::Shortcut(checkout::Shortcut::Enter));
    let held = canteen.till.held().wait().unwrap().unwrap();
    let names: Vec<_> = held.iter().filter_map(|of| of.name.as_deref()).collect();
    assert!(!names.contains(&"00414"), "{names:?}");
}
