//! The restrictions' screen in the whole program, on a real folder: what keys write, and what follows.

use std::cell::Cell;

use chrono::DateTime;
use iced::keyboard::{self, Location, Modifiers, key};
use iced::{Event, event};
use tempfile::TempDir;

use super::*;
use crate::app::screen::declare::{Message as Declare, Page, ProductMessage};
use crate::app::screen::login;
use crate::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use crate::domain::diet::{
    Allergen, Because, Declarations, Declared, Restriction, Severity, Source, Verdict,
};
use crate::domain::student::NewStudent;
use crate::domain::tax::Rate;
use crate::domain::user::{Pin, Role};
use crate::domain::{CardNumber, Moment, Money, Quantity};
use crate::settings::DataFolder;
use crate::store::diet::SaidWhat;

thread_local! {
    /// Milliseconds that the clock of this test was moved by.
    static MOVED: Cell<i64> = const { Cell::new(0) };
}

fn clock() -> Moment {
    let time = DateTime::parse_from_rfc3339("2026-11-23T11:42:00-03:00").unwrap();
    Moment::new(time).plus_millis(MOVED.get())
}

fn product(name: &str, code: &str, ingredients: Option<&str>) -> NewProduct {
    NewProduct {
        name: name.into(),
        category: "Kiosco".into(),
        codes: vec![Code::parse(code).unwrap()],
        price: Price::new(Money::guaranies(4_000)).unwrap(),
        staff_price: None,
        cost: None,
        rate: Rate::Ten,
        unit: Unit::Each,
        stock: None,
        stock_rule: StockRule::Allow,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: ingredients.map(str::to_owned),
        statement: None,
        declarations: Declarations::none(),
    }
}

fn sofia() -> NewStudent {
    NewStudent {
        name: "Sofía Benítez".into(),
        grade: "5.º B".into(),
        card: Some(CardNumber::parse("00414").unwrap()),
        guardian: None,
        price_list: None,
        balance: Money::guaranies(26_000),
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: vec![Restriction::new(
            Allergen::PEANUT,
            Severity::Severe,
            "su madre",
        )],
        wishes: Vec::new(),
    }
}

const PEAR_CODE: &str = "7840000000012";

/// A canteen with three products and a pupil with a severe allergy, and somebody at its till.
struct Canteen {
    _folder: TempDir,
    till: Till,
    program: Program,
}

impl Canteen {
    fn with(role: Role) -> Self {
        MOVED.set(0);
        let folder = tempfile::tempdir().unwrap();
        let till = Till::open(DataFolder::at(folder.path().to_owned()), Some("")).unwrap();
        let pin = Pin::parse("2580").unwrap();
        let user = till.add_user("Rosa".into(), role, pin.clone());
        let user = user.wait().unwrap().unwrap();
        let products = vec![
            product("Pera", PEAR_CODE, Some("Pera.")),
            product("Flan", "901", Some("Azúcar, leche en polvo.")),
            product("Combo", "902", None),
        ];
        let imported = till.import_products(products, Stamp::at(clock()));
        imported.wait().unwrap().unwrap();
        let imported = till.import_students(vec![sofia()], Stamp::at(clock()));
        imported.wait().unwrap().unwrap();
        let mut program = Program::played(&till, clock);
        program.play(Message::Login(login::Message::UserChosen(user)));
        for digit in pin.digits().chars() {
            program.play(Message::Login(login::Message::Typed(digit)));
        }
        program.play(Message::Login(login::Message::Confirmed));
        Self {
            _folder: folder,
            till,
            program,
        }
    }

    /// At the restrictions, with the cell of this product and allergen in hand.
    fn at(role: Role, name: &str, allergen: Allergen) -> Self {
        let mut canteen = Self::with(role);
        canteen.program.play(Message::Went(Place::Declare));
        canteen.find(name);
        canteen.named(key::Named::Home);
        for (other, _) in Allergen::LISTED {
            if other == allergen {
                break;
            }
            canteen.named(key::Named::ArrowRight);
        }
        canteen
    }

    fn tell(&mut self, message: Declare) {
        self.program.play(Message::Declare(message));
    }

    fn find(&mut self, name: &str) {
        let product = self.id(name);
        self.tell(Declare::RowPressed(product));
    }

    fn id(&self, name: &str) -> ProductId {
        self.program.product(name).unwrap()
    }

    fn named(&mut self, named: key::Named) {
        self.press(keyboard::Key::Named(named), None, Modifiers::empty());
    }

    fn letter(&mut self, letter: char) {
        self.letter_with(letter, Modifiers::empty());
    }

    fn letter_with(&mut self, letter: char, modifiers: Modifiers) {
        let text = letter.to_string();
        let key = keyboard::Key::Character(text.as_str().into());
        self.press(key, Some(text.as_str()), modifiers);
    }

    /// A key, as slowly as a person presses them.
    fn press(&mut self, key: keyboard::Key, text: Option<&str>, modifiers: Modifiers) {
        MOVED.set(MOVED.get() + 1_000);
        self.event(key, text, modifiers);
        MOVED.set(MOVED.get() + 200);
        self.program.play(Message::Tick);
    }

    fn event(&mut self, key: keyboard::Key, text: Option<&str>, modifiers: Modifiers) {
        self.event_with(key, text, modifiers, false, event::Status::Ignored);
    }

    fn event_with(
        &mut self,
        key: keyboard::Key,
        text: Option<&str>,
        modifiers: Modifiers,
        repeat: bool,
        status: event::Status,
    ) {
        let pressed = Event::Keyboard(keyboard::Event::KeyPressed {
            modified_key: key.clone(),
            key,
            physical_key: key::Physical::Unidentified(key::NativeCode::Unidentified),
            location: Location::Standard,
            modifiers,
            text: text.map(Into::into),
            repeat,
        });
        self.program.play(Message::Event(pressed, status));
    }

    /// A burst of letters, as a scanner types it.
    fn burst(&mut self, letters: &str) {
        MOVED.set(MOVED.get() + 1_000);
        for letter in letters.chars() {
            MOVED.set(MOVED.get() + 5);
            let text = letter.to_string();
            let key = keyboard::Key::Character(text.as_str().into());
            self.event(key, Some(text.as_str()), Modifiers::empty());
        }
        MOVED.set(MOVED.get() + 5);
        self.event(
            keyboard::Key::Named(key::Named::Enter),
            None,
            Modifiers::empty(),
        );
        MOVED.set(MOVED.get() + 400);
        self.program.play(Message::Tick);
    }

    /// What was declared of a product, latest first.
    fn said(&self, name: &str) -> Vec<(Allergen, Declared, Source)> {
        let said = self.till.history_of(self.id(name)).wait().unwrap().unwrap();
        said.into_iter()
            .filter_map(|said| match said.what {
                SaidWhat::Allergen(allergen, state, source, _) => {
                    assert_eq!(said.by.as_deref(), Some("Rosa"));
                    Some((allergen, state, source))
                }
                _ => None,
            })
            .collect()
    }

    fn known(&self, name: &str, allergen: Allergen) -> (Declared, Because) {
        let product = self.program.catalogue.get(self.id(name)).unwrap();
        let knowledge = product.known.of(allergen);
        (knowledge.state, knowledge.because.clone())
    }

    fn verdict(&self, name: &str) -> Verdict {
        let product = self.program.catalogue.get(self.id(name)).unwrap();
        let rules = &self.program.rules;
        self.program
            .cart()
            .verdict(product, &rules.policy, rules.day)
    }
}

#[test]
fn a_row_is_filled_from_the_keyboard_and_every_key_is_a_fact() {
    let mut canteen = Canteen::at(Role::Supervisor, "Pera", Allergen::GLUTEN);
    canteen.letter('c');
    canteen.letter('2');
    canteen.letter('S');
    canteen.letter_with('S', Modifiers::SHIFT);
    let said = canteen.said("Pera");
    assert_eq!(said.len(), Allergen::LISTED.len());
    for (allergen, state, source) in said {
        let wanted = match allergen {
            Allergen::GLUTEN => Declared::Contains,
            Allergen::CRUSTACEANS => Declared::MayContain,
            _ => Declared::Free,
        };
        assert_eq!((state, source), (wanted, Source::Label), "{allergen:?}");
        assert_eq!(
            canteen.known("Pera", allergen).0,
            wanted,
            "in the catalogue"
        );
    }
}

#[test]
fn what_was_said_is_taken_back_with_one_key() {
    let mut canteen = Canteen::at(Role::Supervisor, "Pera", Allergen::EGG);
    canteen.letter('s');
    canteen.named(key::Named::ArrowLeft);
    canteen.letter('n');
    let latest = canteen.said("Pera")[0];
    assert_eq!(latest, (Allergen::EGG, Declared::Unknown, Source::Label));
    assert_eq!(canteen.known("Pera", Allergen::EGG).0, Declared::Unknown);
}

#[test]
fn free_against_the_labels_words_is_written_only_once_they_were_read() {
    let mut canteen = Canteen::at(Role::Supervisor, "Flan", Allergen::MILK);
    canteen.letter('s');
    assert_eq!(canteen.said("Flan"), []);
    canteen.named(key::Named::Escape);
    assert_eq!(canteen.said("Flan"), []);
    assert_eq!(canteen.known("Flan", Allergen::MILK).0, Declared::Contains);
    canteen.letter('s');
    canteen.named(key::Named::Enter);
    let wanted = [(Allergen::MILK, Declared::Free, Source::Label)];
    assert_eq!(canteen.said("Flan"), wanted);
    let (state, because) = canteen.known("Flan", Allergen::MILK);
    assert_eq!(state, Declared::Free);
    assert!(matches!(because, Because::Said(said) if said.against.is_some()));
}

#[test]
fn the_rest_of_a_row_never_frees_what_the_label_speaks_of() {
    let mut canteen = Canteen::at(Role::Supervisor, "Flan", Allergen::GLUTEN);
    canteen.letter_with('s', Modifiers::SHIFT);
    let said = canteen.said("Flan");
    assert!(said.len() > 5);
    assert!(said.iter().all(|(of, ..)| *of != Allergen::MILK));
}

#[test]
fn an_edited_text_asks_for_a_new_look() {
    let mut canteen = Canteen::at(Role::Supervisor, "Pera", Allergen::PEANUT);
    canteen.letter('s');
    assert_eq!(canteen.known("Pera", Allergen::PEANUT).0, Declared::Free);
    let pear = canteen.id("Pera");
    let typed = ProductMessage::NameTyped("Pera bañada".into());
    for message in [
        Declare::ProductPressed(pear),
        Declare::Product(typed),
        Declare::Product(ProductMessage::SavePressed),
    ] {
        canteen.tell(message);
    }
    let (state, because) = canteen.known("Pera bañada", Allergen::PEANUT);
    assert_eq!(state, Declared::Unknown);
    assert!(matches!(because, Because::ChangedSince(_)));
}

#[test]
fn a_circle_in_a_recipe_is_refused_and_said() {
    let mut canteen = Canteen::at(Role::Supervisor, "Combo", Allergen::GLUTEN);
    let (combo, pear) = (canteen.id("Combo"), canteen.id("Pera"));
    let add = |canteen: &mut Canteen, product, part| {
        canteen.tell(Declare::ProductPressed(product));
        canteen.tell(Declare::Product(ProductMessage::PartAdded(part)));
    };
    add(&mut canteen, combo, pear);
    add(&mut canteen, pear, combo);
    let told = [("what", "Combo".into())];
    let wanted = canteen
        .program
        .words
        .text_with("failed-part-of-itself", &told);
    assert_eq!(
        canteen.program.desk().unwrap().told(),
        Some(wanted.as_str())
    );
    let today = clock().day();
    let files = canteen.till.files(today, today).wait().unwrap().unwrap();
    let parts = |id| {
        let mut products = files.products.iter();
        products.find(|of| of.product == id).unwrap().parts.clone()
    };
    assert_eq!((parts(combo), parts(pear)), (vec![pear], vec![]));
}

#[test]
fn what_a_combo_is_made_of_decides_for_it_at_once() {
    let mut canteen = Canteen::at(Role::Supervisor, "Combo", Allergen::GLUTEN);
    let (combo, pear) = (canteen.id("Combo"), canteen.id("Pera"));
    canteen.tell(Declare::ProductPressed(combo));
    canteen.tell(Declare::Product(ProductMessage::PartAdded(pear)));
    canteen.tell(Declare::Product(ProductMessage::Closed));
    canteen.find("Pera");
    canteen.named(key::Named::Home);
    canteen.letter('c');
    assert_eq!(
        canteen.known("Combo", Allergen::GLUTEN).0,
        Declared::Contains
    );
    canteen.find("Combo");
    canteen.named(key::Named::Home);
    canteen.letter('s');
    assert_eq!(canteen.said("Combo"), [], "its recipe decides");
}

#[test]
fn something_new_of_the_kitchen_becomes_a_part() {
    let mut canteen = Canteen::at(Role::Supervisor, "Combo", Allergen::GLUTEN);
    let combo = canteen.id("Combo");
    canteen.tell(Declare::ProductPressed(combo));
    let typed = ProductMessage::PartTyped("Pan rallado".into());
    canteen.tell(Declare::Product(typed));
    canteen.tell(Declare::Product(ProductMessage::IngredientPressed));
    let (state, because) = canteen.known("Combo", Allergen::SOY);
    assert_eq!(state, Declared::Unknown);
    assert!(matches!(because, Because::Part(name, _) if name == "Pan rallado"));
}

#[test]
fn a_cashier_is_refused_and_reads_nothing() {
    let mut canteen = Canteen::with(Role::Cashier);
    canteen.program.play(Message::Went(Place::Declare));
    assert!(!canteen.program.is_declaring());
    assert!(canteen.program.desk().is_none());
    let (_, said) = canteen.program.notice.clone().unwrap();
    assert_eq!(said, canteen.program.words.text("declare-no-right"));
}

#[test]
fn a_scanner_finds_a_product_and_never_declares() {
    let mut canteen = Canteen::at(Role::Supervisor, "Combo", Allergen::GLUTEN);
    canteen.burst(PEAR_CODE);
    assert!(canteen.program.is_declaring());
    canteen.burst("1234");
    canteen.burst("cps");
    for name in ["Pera", "Flan", "Combo"] {
        assert_eq!(canteen.said(name), [], "{name}");
    }
    canteen.program.play(Message::Went(Place::Declare));
    canteen.burst(PEAR_CODE);
    canteen.letter('c');
    assert_eq!(canteen.said("Pera").len(), 1, "its row is in hand");
}

#[test]
fn a_cart_in_hand_is_judged_by_what_was_just_declared() {
    let mut canteen = Canteen::with(Role::Supervisor);
    let card = Code::parse("00414").unwrap();
    let sell = |canteen: &mut Canteen, message| {
        canteen.program.play(Message::Checkout(message));
    };
    sell(&mut canteen, checkout::Message::Scanned(card));
    assert!(
        matches!(canteen.verdict("Pera"), Verdict::Refuse(_)),
        "unknown"
    );
    canteen.program.play(Message::Went(Place::Declare));
    canteen.find("Pera");
    canteen.letter_with('s', Modifiers::SHIFT);
    assert!(matches!(canteen.verdict("Pera"), Verdict::Allow));
    let pear = canteen.id("Pera");
    sell(&mut canteen, checkout::Message::ProductPressed(pear));
    assert_eq!(canteen.program.cart().lines().len(), 1);
    canteen.find("Pera");
    for _ in 0..4 {
        canteen.named(key::Named::ArrowRight);
    }
    canteen.letter('c');
    let rules = &canteen.program.rules;
    let conflicts = canteen.program.cart().conflicts(&rules.policy, rules.day);
    assert_eq!(conflicts.len(), 1, "at once, while it is in the cart");
}

#[test]
fn the_queue_is_answered_from_the_keyboard() {
    let mut canteen = Canteen::with(Role::Supervisor);
    canteen.program.play(Message::Went(Place::Declare));
    canteen.tell(Declare::PageChosen(Page::Queue));
    canteen.letter('a');
    let said = canteen.said("Flan");
    assert_eq!(said, [(Allergen::MILK, Declared::Contains, Source::Label)]);
}

#[test]
fn a_key_that_is_held_declares_nothing_more() {
    let mut canteen = Canteen::at(Role::Supervisor, "Pera", Allergen::GLUTEN);
    canteen.letter('c');
    canteen.named(key::Named::ArrowLeft);
    let keys = [
        (keyboard::Key::Named(key::Named::Backspace), None),
        (keyboard::Key::Character("c".into()), Some("c")),
    ];
    for (key, text) in keys {
        MOVED.set(MOVED.get() + 1_000);
        let (none, ignored) = (Modifiers::empty(), event::Status::Ignored);
        canteen.event_with(key, text, none, true, ignored);
        MOVED.set(MOVED.get() + 400);
        canteen.program.play(Message::Tick);
    }
    assert_eq!(canteen.said("Pera").len(), 1);
}

#[test]
fn a_burst_that_a_field_began_to_take_declares_nothing() {
    let mut canteen = Canteen::at(Role::Supervisor, "Pera", Allergen::GLUTEN);
    let letters = [
        ("s", event::Status::Captured),
        ("c", event::Status::Ignored),
    ];
    MOVED.set(MOVED.get() + 1_000);
    for (letter, status) in letters {
        MOVED.set(MOVED.get() + 5);
        let key = keyboard::Key::Character(letter.into());
        canteen.event_with(key, Some(letter), Modifiers::empty(), false, status);
    }
    MOVED.set(MOVED.get() + 400);
    canteen.program.play(Message::Tick);
    assert_eq!(canteen.said("Pera"), []);
    canteen.letter('c');
    assert_eq!(
        canteen.said("Pera").len(),
        1,
        "the next burst is no field's"
    );
}

#[test]
fn what_was_saved_and_not_read_again_is_said_to_be_saved() {
    let mut canteen = Canteen::at(Role::Supervisor, "Pera", Allergen::GLUTEN);
    let pear = canteen.id("Pera");
    let answer = Answer::Written(pear, Ok(Err(Failed::Closing)), false);
    let _reads = canteen.program.declared(answer);
    let told = canteen.program.desk().unwrap().told().unwrap();
    assert!(told.starts_with("Se guardó"), "{told}");
}
