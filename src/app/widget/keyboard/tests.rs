//! Fingers on the keyboard, and what a field above it gets.

use iced::keyboard::key::Named;
use iced::widget::{column, space as gap};
use iced::{Event, Length, Point, Size, event, touch};
use iced_test::Simulator;
use iced_test::simulator::tap_key;

use super::*;
use crate::app::widget::{button, field, scroll};

#[derive(Debug, Clone, PartialEq)]
enum Told {
    Typed(String),
    Pressed,
    Key(Event, event::Status),
}

const WINDOW: Size = Size::new(1024.0, 600.0);

fn ui<'a>(content: impl Into<Element<'a, Told>>, when: When) -> Simulator<'a, Told, Theme> {
    crate::app::font::load();
    let whole = keyboard(content, Told::Key).when(when);
    Simulator::with_size(iced::Settings::default(), WINDOW, Element::from(whole))
}

/// A field at the top, a button below it, and another field at the very foot of a list.
fn form<'a>() -> Element<'a, Told> {
    let one = field("nombre", "").on_input(Told::Typed);
    let other = field("motivo", "").id("other").on_input(Told::Typed);
    let save = button::primary("Guardar").on_press(Told::Pressed);
    let list = column![one, Element::from(save), gap().height(900.0), other];
    scroll(list).width(Length::Fill).height(Length::Fill).into()
}

fn touch(ui: &mut Simulator<'_, Told, Theme>, at: Point) {
    let id = touch::Finger(1);
    ui.point_at(at);
    let down = Event::Touch(touch::Event::FingerPressed { id, position: at });
    let up = Event::Touch(touch::Event::FingerLifted { id, position: at });
    let _ = ui.simulate([down, up]);
    redraw(ui);
}

fn redraw(ui: &mut Simulator<'_, Told, Theme>) {
    for _ in 0..3 {
        let now = iced::time::Instant::now();
        let _ = ui.simulate([Event::Window(window::Event::RedrawRequested(now))]);
    }
}

fn place(ui: &mut Simulator<'_, Told, Theme>, name: &str) -> Option<Point> {
    let id = Id::from(name.to_owned());
    let found = ui.find(iced_test::selector::id(id)).ok()?;
    Some(found.bounds().center())
}

fn is_shown(ui: &mut Simulator<'_, Told, Theme>) -> bool {
    place(ui, "key-hide").is_some()
}

fn press(ui: &mut Simulator<'_, Told, Theme>, names: &[&str]) {
    for name in names {
        let at = place(ui, name).unwrap_or_else(|| panic!("{name} is not there"));
        touch(ui, at);
    }
}

fn typed(ui: Simulator<'_, Told, Theme>) -> Vec<String> {
    let typed = ui.into_messages().filter_map(|told| match told {
        Told::Typed(text) => Some(text),
        _ => None,
    });
    typed.collect()
}

const FIELD: Point = Point::new(200.0, 28.0);

#[test]
fn a_finger_in_a_field_brings_the_keyboard_and_its_letters_go_there() {
    let mut ui = ui(form(), When::Automatic);
    assert!(!is_shown(&mut ui));
    touch(&mut ui, FIELD);
    assert!(is_shown(&mut ui));
    press(
        &mut ui,
        &["key-shift", "key-ñ", "key-a", "key-space", "key-é"],
    );
    press(&mut ui, &["key-7", "key-backspace"]);
    assert_eq!(typed(ui).last().map(String::as_str), Some("Ña é"));
}

#[test]
fn a_second_shift_locks_capitals_and_the_other_layer_has_what_guarani_needs() {
    let mut ui = ui(form(), When::Automatic);
    touch(&mut ui, FIELD);
    press(
        &mut ui,
        &[
            "key-shift",
            "key-shift",
            "key-a",
            "key-b",
            "key-shift",
            "key-c",
        ],
    );
    press(&mut ui, &["key-layer", "key-ỹ", "key-layer", "key-d"]);
    assert_eq!(typed(ui).last().map(String::as_str), Some("ABcỹd"));
}

#[test]
fn the_pointer_of_a_mouse_brings_no_keyboard_but_its_button_does() {
    let mut ui = ui(form(), When::Automatic);
    ui.point_at(FIELD);
    let _ = ui.simulate(iced_test::simulator::click());
    assert!(!is_shown(&mut ui));
    let at = place(&mut ui, BUTTON).expect("there");
    ui.point_at(at);
    let _ = ui.simulate(iced_test::simulator::click());
    assert!(is_shown(&mut ui));
    press(&mut ui, &["key-x"]);
    let at = place(&mut ui, BUTTON).expect("there");
    ui.point_at(at);
    let _ = ui.simulate(iced_test::simulator::click());
    assert!(!is_shown(&mut ui));
    assert_eq!(typed(ui), ["x"], "the field kept the focus");
}

#[test]
fn where_it_is_never_wanted_it_has_no_button_and_where_always_a_focus_is_enough() {
    let mut never = ui(form(), When::Never);
    touch(&mut never, FIELD);
    assert!(!is_shown(&mut never) && place(&mut never, BUTTON).is_none());
    let mut always = ui(form(), When::Always);
    always.point_at(FIELD);
    let _ = always.simulate(iced_test::simulator::click());
    assert!(is_shown(&mut always));
}

#[test]
fn a_press_elsewhere_is_made_where_the_finger_was_and_then_the_keyboard_goes() {
    let mut ui = ui(form(), When::Automatic);
    touch(&mut ui, FIELD);
    touch(&mut ui, Point::new(60.0, 90.0));
    assert!(!is_shown(&mut ui));
    let told: Vec<_> = ui.into_messages().collect();
    assert_eq!(told, [Told::Pressed]);
}

#[test]
fn a_hidden_keyboard_stays_away_until_the_field_is_touched_again() {
    let mut ui = ui(form(), When::Automatic);
    touch(&mut ui, FIELD);
    press(&mut ui, &["key-hide"]);
    assert!(!is_shown(&mut ui));
    let _ = ui.simulate(tap_key(keys::Key::Character("a".into()), Some("a".into())));
    assert!(!is_shown(&mut ui));
    touch(&mut ui, FIELD);
    assert!(is_shown(&mut ui));
}

#[test]
fn enter_and_tab_are_told_to_the_program_as_keys_that_no_field_took() {
    let mut ui = ui(form(), When::Automatic);
    touch(&mut ui, FIELD);
    press(&mut ui, &["key-enter", "key-next", "key-q"]);
    let mut told = ui.into_messages().filter_map(|told| match told {
        Told::Key(Event::Keyboard(keys::Event::KeyPressed { key, .. }), status) => {
            Some((key, status))
        }
        _ => None,
    });
    let ignored = event::Status::Ignored;
    assert_eq!(told.next(), Some((keys::Key::Named(Named::Enter), ignored)));
    assert_eq!(told.next(), Some((keys::Key::Named(Named::Tab), ignored)));
    let letter = keys::Key::Character("q".into());
    assert_eq!(told.next(), Some((letter, event::Status::Captured)));
    assert_eq!(told.next(), None);
}

#[test]
fn what_is_written_stays_in_sight_in_a_list_and_where_nothing_scrolls() {
    // At the foot of a page that does not scroll.
    let low = field("motivo", "").on_input(Told::Typed);
    let page = column![gap().height(500.0), low];
    let mut ui = ui(page, When::Automatic);
    touch(&mut ui, Point::new(200.0, 528.0));
    let field = ui
        .find(iced_test::selector::is_focused())
        .expect("has the focus");
    let panel = plan::height(WINDOW);
    let at = field.bounds();
    assert!(at.y + at.height <= WINDOW.height - panel, "{at:?}");
    press(&mut ui, &["key-h", "key-i"]);
    assert_eq!(typed(ui), ["h", "hi"]);
}
