//! A shift asked for where somebody sells, and closed, by keyboard alone.

use iced::keyboard::key::Named;

use super::super::tests::{Canteen, MOVED, clock};
use super::super::*;
use super::{Told, told};
use crate::app::screen::checkout::Way;
use crate::domain::Money;
use crate::domain::user::{Pin, Role};

impl Canteen {
    /// With shifts required, counted open.
    fn with_shifts() -> Self {
        let mut canteen = Self::with(Role::Manager);
        let mut config = canteen.till.config();
        config.shift.required = true;
        config.shift.tolerance = Money::guaranies(1_000);
        canteen.till.configure(config).unwrap();
        canteen.program.play(Message::Went(Place::Cash));
        canteen.program.play(Message::Went(Place::Checkout));
        canteen
    }

    fn press_named(&mut self, key: Named) {
        let key = iced_test::simulator::press_key(key, None);
        self.program
            .play(Message::Event(key, event::Status::Ignored));
    }

    fn figures(&mut self, figures: &str) {
        for figure in figures.chars() {
            let typed = shift::Message::Typed(figure);
            self.program.play(told(Told::Screen(typed)));
        }
    }

    fn pays_in_cash(&mut self) {
        let apple = self.program.product("Manzana").unwrap();
        self.sell(checkout::Message::ProductPressed(apple));
        self.sell(checkout::Message::PayPressed(Way::Cash));
    }

    fn is_open(&self) -> bool {
        let desk = self.till.desk(clock()).wait().unwrap().unwrap();
        desk.shift.is_some()
    }
}

#[test]
fn where_a_shift_is_required_paying_asks_for_it_first_and_enter_opens_it() {
    let mut canteen = Canteen::with_shifts();
    canteen.pays_in_cash();
    assert!(canteen.program.cash.asks());
    assert!(!canteen.program.checkout.has_dialog());
    canteen.figures("50000");
    canteen.press_named(Named::Enter);
    assert!(canteen.is_open() && !canteen.program.cash.asks());
    canteen.sell(checkout::Message::PayPressed(Way::Cash));
    assert!(canteen.program.checkout.has_dialog());
}

#[test]
fn where_it_is_not_required_selling_goes_on_without_one() {
    let mut canteen = Canteen::with(Role::Cashier);
    canteen.pays_in_cash();
    assert!(!canteen.program.cash.asks());
    assert!(canteen.program.checkout.has_dialog());
}

#[test]
fn a_shift_left_open_is_counted_and_closed_before_anything_is_sold() {
    let mut canteen = Canteen::with_shifts();
    canteen.pays_in_cash();
    canteen.figures("500");
    canteen.press_named(Named::Enter);
    MOVED.set(20 * 60);
    canteen.pays_in_cash();
    assert!(canteen.program.cash.asks(), "the shift of yesterday");
    assert!(!canteen.program.checkout.has_dialog());
    canteen.press_named(Named::Enter);
    assert!(canteen.program.cash.is_counting());
    // One of ₲ 500: nine rows down for those of more, then to the end.
    for _ in 0..7 {
        canteen.press_named(Named::ArrowDown);
    }
    canteen.figures("1");
    for _ in 0..3 {
        canteen.press_named(Named::Enter);
    }
    canteen.press_named(Named::Enter);
    assert!(!canteen.is_open(), "it fits, so Enter closes it");
    let z = canteen.till.z(1).wait().unwrap().unwrap();
    assert_eq!(z.closing.unwrap().cash.total(), Money::guaranies(500));
    MOVED.set(0);
}

#[test]
fn a_cashier_who_takes_over_is_at_the_till_and_the_shift_stays() {
    let mut canteen = Canteen::with_shifts();
    canteen.pays_in_cash();
    canteen.press_named(Named::Enter);
    let pin = Pin::parse("7531").unwrap();
    let added = canteen.till.add_user("Liz".into(), Role::Cashier, pin);
    added.wait().unwrap().unwrap();
    canteen
        .program
        .play(told(Told::Screen(shift::Message::HandOverPressed)));
    canteen.figures("7531");
    canteen.press_named(Named::Enter);
    assert_eq!(canteen.program.user().unwrap().name, "Liz");
    assert!(canteen.is_open());
    let x = canteen.till.x(clock()).wait().unwrap().unwrap();
    assert_eq!(x.hand_overs[0].from, "María");
}
