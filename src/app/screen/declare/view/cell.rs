//! How a state looks: an icon, a letter and a colour, the same everywhere on the screen.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use crate::app::icon::{Icon, icon};
use crate::app::theme::{Pair, Theme, radius, size, space, style, target};
use crate::app::widget::{Element, Row, Status, press, text};
use crate::domain::diet::{Allergen, Declared};
use crate::i18n::I18n;

use super::super::Message;
use super::Room;

/// The side of the dot that asks for a look, in logical pixels.
const DOT: f32 = 10.0;
/// The line around the cell in hand, in logical pixels.
const FOCUS: f32 = 3.0;

/// The picture of a state.
pub(super) const fn picture(state: Declared) -> Icon {
    match state {
        Declared::Contains => Icon::X,
        Declared::MayContain => Icon::TriangleAlert,
        Declared::Free => Icon::Check,
        Declared::Unknown => Icon::CircleQuestionMark,
    }
}

/// The colours of a state.
pub(super) fn pair(theme: &Theme, state: Declared) -> Pair {
    let tokens = theme.tokens();
    let tone = match state {
        Declared::Contains => tokens.danger_soft,
        Declared::MayContain => tokens.caution_soft,
        Declared::Free => tokens.ok_soft,
        Declared::Unknown => return tokens.sunken,
    };
    Pair {
        fill: tone.fill,
        ink: tone.ink,
    }
}

/// The letter of the key that sets a state.
pub(super) fn letter(state: Declared, words: &I18n) -> String {
    words.text(match state {
        Declared::Contains => "declare-key-contains",
        Declared::MayContain => "declare-key-may-contain",
        Declared::Free => "declare-key-free",
        Declared::Unknown => "declare-key-unknown",
    })
}

/// The word for a state: «Contiene».
pub(super) fn word(state: Declared, words: &I18n) -> String {
    words.text(match state {
        Declared::Contains => "declare-contains",
        Declared::MayContain => "declare-may-contain",
        Declared::Free => "declare-free",
        Declared::Unknown => "declare-unknown",
    })
}

/// The sentence of a state and an allergen: «Contiene maní».
pub(super) fn sentence(state: Declared, allergen: Allergen, words: &I18n) -> String {
    let told = [("allergen", words.allergen(allergen).into())];
    words.text_with(
        match state {
            Declared::Contains => "declared-contains",
            Declared::MayContain => "declared-may-contain",
            Declared::Free => "declared-free",
            Declared::Unknown => "declare-not-known",
        },
        &told,
    )
}

/// A cell of the matrix.
pub(super) fn cell<'a>(
    state: Declared,
    asks: bool,
    here: bool,
    words: &I18n,
) -> Element<'a, Message> {
    let known = state != Declared::Unknown;
    let row = Row::new()
        .spacing(3)
        .align_y(Alignment::Center)
        .push(icon(picture(state), size::SMALL))
        .push(known.then(|| text::caption(letter(state, words))));
    let face = container(row)
        .center(Length::Fill)
        .style(move |theme: &Theme| container::Style {
            border: style::outline(
                theme.tokens().accent_ink,
                if here { FOCUS } else { 0.0 },
                radius::S,
            ),
            ..style::filled(pair(theme, state), radius::S)
        });
    let dot = asks.then(|| {
        let dot = container(gap())
            .width(DOT)
            .height(DOT)
            .style(|theme: &Theme| style::filled(dot_pair(theme), radius::PILL));
        container(dot)
            .width(Length::Fill)
            .align_x(Alignment::End)
            .padding(3)
            .into()
    });
    let layers = iced::widget::Stack::new().push(face);
    let layers: Element<'a, Message> = match dot {
        Some(dot) => {
            let dot: Element<'a, Message> = dot;
            layers.push(dot).into()
        }
        None => layers.into(),
    };
    container(layers)
        .padding(2)
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}

fn dot_pair(theme: &Theme) -> Pair {
    let tokens = theme.tokens();
    Pair {
        fill: tokens.caution_soft.line,
        ink: tokens.surface.ink,
    }
}

/// A button that declares a state, with the key that does the same.
pub(super) fn state_button<'a>(state: Declared, room: Room, words: &I18n) -> Element<'a, Message> {
    let picture = (!room.is_narrow()).then(|| icon(picture(state), size::ICON));
    let row = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(picture)
        .push(key_cap(letter(state, words)))
        .push(crate::app::widget::fit::strong(word(state, words)));
    press(container(row).center(Length::Fill))
        .on_press(Message::StatePressed(state))
        .width(Length::Fill)
        .height(target::MIN)
        .padding([0.0, space::S])
        .style(move |theme, status| button_look(theme, state, status))
        .into()
}

/// The key that does the same, on ground of any colour.
fn key_cap<'a>(key: String) -> Element<'a, Message> {
    container(text::caption(key))
        .padding([3.0, space::S])
        .style(|theme: &Theme| style::filled(theme.tokens().surface, radius::S))
        .into()
}

fn button_look(theme: &Theme, state: Declared, status: Status) -> container::Style {
    let pair = pair(theme, state);
    let fill = match status {
        Status::Pressed => style::deeper(pair.fill),
        Status::Rest | Status::Disabled => pair.fill,
    };
    container::Style {
        border: style::outline(theme.tokens().line, 1.0, radius::M),
        ..style::filled(Pair { fill, ..pair }, radius::M)
    }
}

/// A state as a chip: «✕ Contiene».
pub(super) fn state_chip<'a, M: 'a>(state: Declared, words: &I18n) -> Element<'a, M> {
    let row = Row::new()
        .spacing(6)
        .align_y(Alignment::Center)
        .push(icon(picture(state), size::SMALL))
        .push(text::small(word(state, words)).wrapping(iced::widget::text::Wrapping::None));
    container(row)
        .padding([5.0, space::M])
        .style(move |theme: &Theme| style::filled(pair(theme, state), radius::PILL))
        .into()
}
