//! A person: their photo, or without one their initials.

use iced::widget::image::Handle;
use iced::widget::{container, image, text as raw};

use super::Element;
use crate::app::font;
use crate::app::theme::style;

/// The initials of `name` on a square of `side` logical pixels.
pub fn avatar<'a, M: 'a>(name: &str, side: f32) -> Element<'a, M> {
    let letters = raw(initials(name)).font(font::BOLD).size(side * 0.36);
    container(letters)
        .center(side)
        .style(style::accent_soft)
        .into()
}

/// The photo on a square of `side` logical pixels; without one the initials of `name`.
#[must_use]
pub fn portrait<'a, M: 'a>(photo: Option<&Handle>, name: &str, side: f32) -> Element<'a, M> {
    match photo {
        Some(photo) => image(photo.clone()).width(side).height(side).into(),
        None => avatar(name, side),
    }
}

/// The first letters of the first and the last word, in capitals; a question mark for nobody.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let Some(first) = words.next() else {
        return "?".to_owned();
    };
    [Some(first), words.next_back()]
        .into_iter()
        .flatten()
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_first_and_the_last_name() {
        for (name, expected) in [
            ("Sofía Benítez", "SB"),
            ("Ángel María ñandutí", "ÁÑ"),
            ("Madonna", "M"),
            ("  (Juan)  ", "J"),
            ("", "?"),
        ] {
            assert_eq!(initials(name), expected, "{name:?}");
        }
    }
}
