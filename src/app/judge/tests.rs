//! Each fault is found, and what is right is not taken for one.

use super::*;
use crate::app::icon::{Icon, icon};
use crate::app::offscreen::Stage;
use crate::app::theme::Theme;
use crate::app::widget::{Element, field, press, scroll, text};
use iced::Length;
use iced::widget::text::Wrapping;
use iced::widget::{column, container, row, space};

fn faults<'a>(view: impl Into<Element<'a, ()>>) -> Vec<Fault> {
    let size = iced::Size::new(300.0, 200.0);
    Stage::new().judge(view, size, &Theme::Light)
}

fn good<'a>(view: impl Into<Element<'a, ()>>) {
    let found = faults(view);
    assert!(found.is_empty(), "{found:?}");
}

fn key(words: &str) -> Element<'_, ()> {
    press(text::body(words))
        .on_press(())
        .width(64)
        .height(64)
        .into()
}

fn is_cut(found: &[Fault]) -> bool {
    found.iter().any(|of| matches!(of, Fault::Cut(..)))
}

fn is_out_of_order(found: &[Fault]) -> bool {
    found.iter().any(|of| matches!(of, Fault::Order(..)))
}

/// Twenty lines of 40 px.
fn many<'a>() -> Element<'a, ()> {
    let lines = (0..20).map(|n| container(text::body(n.to_string())).height(40).into());
    iced::widget::Column::with_children(lines).into()
}

#[test]
fn black_on_white_is_21_and_a_colour_on_itself_1() {
    assert!((contrast(Color::BLACK, Color::WHITE) - 21.0).abs() < 0.01);
    assert!((contrast(Color::WHITE, Color::WHITE) - 1.0).abs() < 0.01);
}

#[test]
fn what_is_right_is_no_fault() {
    good(column![
        key("Entrar"),
        text::body(
            "una frase que no entra en un renglón y por eso ocupa más de uno, como debe ser"
        ),
    ]);
}

#[test]
fn faint_words_are_found_and_an_icon_needs_less() {
    let grey = Color::from_rgb8(0xd0, 0xd0, 0xd0);
    let found = faults(text::body("pálido").color(grey));
    assert!(matches!(found[..], [Fault::Faint(..)]), "{found:?}");
    let found = faults(icon(Icon::Bell, 20.0).color(grey));
    assert!(matches!(found[..], [Fault::Faint(..)]), "{found:?}");
    // 3.5 on white.
    let middle = Color::from_rgb8(0x88, 0x88, 0x88);
    good(icon(Icon::Bell, 20.0).color(middle));
    let found = faults(text::body("a medias").color(middle));
    assert!(matches!(found[..], [Fault::Faint(..)]), "{found:?}");
}

#[test]
fn what_a_finger_does_not_find_is_small() {
    let small = |side: f32| press(text::body("x")).on_press(()).width(side).height(60);
    good(Element::from(small(48.0)));
    let found = faults(Element::from(small(46.0)));
    assert!(matches!(found[..], [Fault::Small(..)]), "{found:?}");
}

#[test]
fn words_cut_by_their_frame_are_found_on_every_side() {
    let wide = || text::body("ancho de verdad, más que la caja").wrapping(Wrapping::None);
    assert!(is_cut(&faults(container(wide()).width(60).clip(true))));
    let low = container(text::body("bajo")).height(10).clip(true);
    assert!(is_cut(&faults(low)));
    // The air above and below the letters may be cut, the letters not.
    good(container(text::body("justo")).height(18).clip(true));
    // Beside the window.
    assert!(is_cut(&faults(row![space().width(290), wide()])));
    assert!(is_cut(&faults(column![
        space().height(195),
        text::body("fuera")
    ])));
}

#[test]
fn words_wider_than_their_place_are_found() {
    let found = faults(row![text::body("Transferencia").width(40), key("al lado")]);
    assert!(
        found.iter().any(|of| matches!(of, Fault::Over(..))),
        "{found:?}"
    );
}

#[test]
fn what_scrolls_is_not_cut_but_what_its_frame_cuts_beside_it_is() {
    let list = |content| scroll(content).width(Length::Fill).height(130);
    good(list(many()));
    let wide = text::body("ancho de verdad, más que la caja").wrapping(Wrapping::None);
    let inside = column![container(wide).width(60).clip(true), many()];
    assert!(is_cut(&faults(list(inside.into()))));
}

#[test]
fn what_scrolls_below_the_window_is_out_of_reach() {
    let low = |content| column![space().height(190), scroll(content).width(Length::Fill)];
    assert!(is_cut(&faults(low(many()))));
    let found = faults(low(key("debajo")));
    assert!(
        found.iter().any(|of| matches!(of, Fault::Beyond(..))),
        "{found:?}"
    );
}

#[test]
fn words_that_are_not_drawn_are_missed() {
    use iced::advanced::widget::Operation;
    let place = Rectangle::new(iced::Point::new(20.0, 20.0), iced::Size::new(80.0, 20.0));
    let mut walk = Walk::new(iced::Size::new(300.0, 200.0), Color::BLACK);
    walk.text(None, place, "nadie lo ve");
    assert!(is_cut(&walk.unseen(&[], &[])));
    let drawn = ("nadie lo ve", place.position());
    assert!(walk.unseen(&[], &[drawn]).is_empty());
}

#[test]
fn a_field_scrolls_what_is_typed_and_not_what_it_asks_for() {
    let long = "algo mucho más largo de lo que cabe en un campo tan angosto";
    let typed = |asks: &str, value: &str| field(asks, value).on_input(|_| ()).width(120);
    good(typed("Nombre", long));
    good(typed("Nombre", ""));
    assert!(is_cut(&faults(typed(long, ""))));
}

#[test]
fn a_keyboard_that_goes_back_is_found_and_columns_beside_each_other_are_right() {
    good(row![
        column![key("a"), key("b")],
        column![key("c"), key("d")]
    ]);
    // The last of what scrolls is far below, and what follows it still comes after it.
    let list = iced::widget::Column::with_children((0..9).map(|_| key("x"))).spacing(8);
    good(column![scroll(list).height(100), key("y")].height(Length::Fill));
    let upside_down = iced::widget::Stack::new()
        .push(container(key("abajo")).align_bottom(Length::Fill))
        .push(key("arriba"));
    assert!(is_out_of_order(&faults(upside_down)));
    let backwards = iced::widget::Stack::new()
        .push(container(key("después")).align_right(Length::Fill))
        .push(key("antes"));
    assert!(is_out_of_order(&faults(backwards)));
}

#[test]
fn what_the_keyboard_passes_by_is_found_unless_another_key_does_it() {
    let button = || {
        press(text::body("Entrar"))
            .on_press(())
            .width(120)
            .height(64)
    };
    let lost = |faults: Vec<Fault>| {
        let mut faults = faults.iter();
        faults.any(|of| matches!(of, Fault::Unreached(_) | Fault::Round(_)))
    };
    assert!(!lost(faults(Element::from(button()))));
    assert!(!lost(faults(Element::from(button().unfocusable()))));
    let area = iced::widget::mouse_area(container(text::body("Entrar")).padding(30));
    let area = area.interaction(iced::mouse::Interaction::Pointer);
    assert!(lost(faults(area.on_press(()))));
}
