//! The keyboard on the whole program: what Enter means, how one gets from the places to what they show, and what
//! is no scan though it is heard all at once.

use std::time::Duration;

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::time::Instant;

use super::hands::Hands;
use super::journeys::shop;
use super::tests::Canteen;
use super::*;

const SIGNED_IN: &str = "
go Ana
press Enter
type 2580
press Enter
see ¿Con cuánto efectivo empieza el cajón?
type 50000
press Enter
miss ¿Con cuánto efectivo empieza el cajón?";

#[test]
fn enter_chooses_the_name_that_the_keyboard_is_at_and_then_takes_the_pin() {
    let shop = shop();
    let mut hands = Hands::on(&shop.till);
    hands.travel(SIGNED_IN);
    assert!(hands.program.user().is_some_and(|user| user.name == "Ana"));
}

#[test]
fn enter_presses_what_tab_has_come_to_but_what_was_typed_since_is_for_the_screen() {
    let shop = shop();
    let mut hands = Hands::on(&shop.till);
    hands.travel(SIGNED_IN);
    hands.travel(
        "
go Ventas
press Enter
see Todavía no hay ventas
go Venta
press Enter
press F2
type Manz
press Enter
go QR · mixto
press Enter
go Efectivo
press Enter
type 4000
press Enter
see Venta cobrada",
    );
}

#[test]
fn f6_goes_from_the_places_to_what_they_show_and_back() {
    let shop = shop();
    let mut hands = Hands::on(&shop.till);
    hands.travel(SIGNED_IN);
    hands.travel(
        "
press F6
here Venta
press F6
type Manz
press Enter
see 1 producto
press F6
here Venta
go Caja
press Enter
press F6
press F6
here Caja",
    );
}

#[test]
fn enter_at_the_drawer_closes_its_shift_or_opens_one_and_asks_first() {
    let shop = shop();
    let mut hands = Hands::on(&shop.till);
    hands.travel(SIGNED_IN);
    hands.travel("pick Caja\npress Enter\nsee ¿Qué hay en el cajón?\npress Escape\nmiss ¿Qué hay en el cajón?");
}

/// Figures struck so long after each other, and an Enter, of which the program hears all at once.
fn heard_at_once(canteen: &mut Canteen, figures: &str, gap: Duration) {
    let press = Event::Mouse(iced::mouse::Event::ButtonPressed(iced::mouse::Button::Left));
    let keys = figures.chars().map(|figure| {
        let text = figure.to_string();
        (Key::Character(text.as_str().into()), text)
    });
    let keys: Vec<_> = keys
        .chain([(Key::Named(Named::Enter), "\r".to_owned())])
        .collect();
    let began = gap * u32::try_from(keys.len()).unwrap();
    let mut struck = Instant::now().checked_sub(began).unwrap();
    canteen
        .program
        .play(Message::Struck(press, event::Status::Ignored, struck));
    for (key, text) in keys {
        struck += gap;
        let key = iced_test::simulator::press_key(key, Some(text.into()));
        canteen
            .program
            .play(Message::Struck(key, event::Status::Ignored, struck));
    }
}

#[test]
fn keys_have_the_time_at_which_they_were_struck_and_not_that_of_a_busy_program() {
    let mut canteen = Canteen::new();
    heard_at_once(&mut canteen, "00414", Duration::from_millis(130));
    assert!(canteen.program.cart().customer().is_none(), "typed by hand");
    let mut canteen = Canteen::new();
    heard_at_once(&mut canteen, "00414", Duration::from_millis(8));
    assert!(canteen.program.cart().customer().is_some(), "read");
}
