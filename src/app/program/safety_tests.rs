//! The self-check in the window: once a day by itself, kept, and answered for from its page.

use std::sync::Arc;

use uuid::Uuid;

use super::Told;
use crate::app::program::tests::{Canteen, MOVED, apple, clock};
use crate::app::program::{Message, Place, Screen};
use crate::app::screen::settings::{self, SafetyMessage};
use crate::app::widget::Mood;
use crate::domain::cart::Cart;
use crate::domain::diet::{Allergen, Declared, Policy, Restriction, Severity, Source};
use crate::domain::sale::At;
use crate::domain::tender::{Offer, TenderKind};
use crate::domain::{CartId, ProductId, Quantity, SaleId, StudentId, UserId};
use crate::store::diet::Word;
use crate::store::{LastCheck, Stamp};

fn a_canteen() -> Canteen {
    let allergic = Restriction::new(Allergen::PEANUT, Severity::Severe, "su madre");
    Canteen::selling(vec![apple()], vec![allergic])
}

impl Canteen {
    fn last(&self) -> Option<LastCheck> {
        self.till.last_check().wait().unwrap().unwrap()
    }

    /// As when the window opens.
    fn read_last(&mut self) {
        let last = self.last();
        self.program.play(Message::Safety(Told::LastRead(Ok(last))));
    }

    fn on_the_page(&mut self, message: SafetyMessage) {
        let message = settings::Message::Safety(message);
        self.program.play(Message::Settings(message));
    }

    fn declare(&self, state: Declared, minutes: i64) {
        let word = Word {
            state,
            source: Source::Label,
            quote: None,
            against: None,
        };
        let stamp = Stamp::by(UserId(1), clock().plus_millis(minutes * 60_000));
        let words = vec![(Allergen::PEANUT, word)];
        let declared = self.till.declare(ProductId(1), words, stamp);
        declared.wait().unwrap().unwrap();
    }

    fn sell_an_apple(&self, minutes: i64) {
        let at = At {
            till: self.till.id(),
            user: UserId(1),
            moment: clock().plus_millis(minutes * 60_000),
        };
        let day = at.moment.day();
        let sofia = self.till.customer(StudentId(1), day);
        let apple = self.till.product(ProductId(1)).wait().unwrap().unwrap();
        let mut cart = Cart::new(CartId(Uuid::now_v7()));
        cart.identify(Some(sofia.wait().unwrap().unwrap()));
        cart.add(&Arc::new(apple), Quantity::ONE).unwrap();
        let checked = cart.check(&Policy::standard(), day).unwrap();
        let mut tenders = self.till.tenders().wait().unwrap().unwrap().into_iter();
        let offer = Offer {
            tender: tenders.find(|of| of.kind == TenderKind::Cash).unwrap(),
            amount: checked.totals().total,
            reference: None,
        };
        let sale = checked.pay(SaleId(Uuid::now_v7()), &[offer], at).unwrap();
        let recorded = self.till.record(Box::new(sale));
        recorded.wait().unwrap().unwrap();
    }
}

#[test]
fn the_till_checks_itself_once_a_day_and_keeps_what_it_found() {
    let mut canteen = a_canteen();
    canteen.program.play(Message::Tick);
    assert_eq!(canteen.last(), None, "before the last is known none is due");
    canteen.read_last();
    canteen.program.play(Message::Tick);
    let first = canteen.last().expect("it was checked");
    assert!(first.is_good());
    MOVED.set(5);
    canteen.program.play(Message::Tick);
    assert_eq!(canteen.last(), Some(first.clone()), "once a day");
    MOVED.set(24 * 60);
    canteen.program.play(Message::Tick);
    assert!(canteen.last().unwrap().at > first.at);
    MOVED.set(0);
}

#[test]
fn a_restart_on_the_same_day_checks_again_only_what_was_not_well() {
    let mut canteen = a_canteen();
    canteen.read_last();
    canteen.program.play(Message::Tick);
    let first = canteen.last();
    canteen.program.safety.begun = None;
    MOVED.set(5);
    canteen.program.play(Message::Tick);
    assert_eq!(canteen.last(), first);
    canteen.program.safety.checked.last.as_mut().unwrap().failed = vec![4];
    canteen.program.play(Message::Tick);
    assert_ne!(canteen.last(), first);
    MOVED.set(0);
}

#[test]
fn a_past_sale_that_is_found_turns_the_bar_red_until_somebody_answers_for_it() {
    let mut canteen = a_canteen();
    canteen.declare(Declared::Free, 0);
    canteen.sell_an_apple(1);
    canteen.declare(Declared::Contains, 2);
    canteen.program.play(Message::Went(Place::Settings));
    canteen.on_the_page(SafetyMessage::CheckPressed);
    assert!(matches!(canteen.program.notice, Some((Mood::Error, _))));
    let checked = &canteen.program.safety.checked;
    assert_eq!(checked.last.as_ref().unwrap().failed, [4]);
    assert_eq!(checked.open.len(), 1);
    assert!(checked.open[0].1.contains("Sofía Benítez"));
    for message in [
        SafetyMessage::AnswerPressed(0),
        SafetyMessage::NoteTyped("no".into()),
        SafetyMessage::NoteConfirmed,
    ] {
        canteen.on_the_page(message);
    }
    let open = canteen.program.safety.checked.open.len();
    assert_eq!(open, 1, "two letters say nothing of what was done");
    for message in [
        SafetyMessage::NoteTyped("se llamó a la madre".into()),
        SafetyMessage::NoteConfirmed,
    ] {
        canteen.on_the_page(message);
    }
    let checked = &canteen.program.safety.checked;
    assert_eq!(checked.open, []);
    assert!(checked.last.as_ref().unwrap().failed.is_empty());
    assert!(canteen.last().unwrap().is_good());
}

#[test]
fn the_chip_leads_whoever_may_to_the_page() {
    let mut canteen = a_canteen();
    canteen.program.play(Message::Safety(Told::ChipPressed));
    let Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    assert_eq!(work.place, Place::Settings);
}
