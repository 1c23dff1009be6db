//! Text in the few shapes there are: a screen says what a text is, not how large.

pub use iced::widget::text::{Fragment, IntoFragment, Text};

use crate::app::font;
use crate::app::theme::{Theme, size};

/// Shaped text, for widgets that keep their own.
pub(super) type Paragraph = <iced::Renderer as iced::advanced::text::Renderer>::Paragraph;

/// Hints and small labels.
pub fn caption<'a>(text: impl IntoFragment<'a>) -> Text<'a, Theme> {
    shaped(text.into_fragment(), size::CAPTION, font::REGULAR)
}

/// Secondary lines.
pub fn small<'a>(text: impl IntoFragment<'a>) -> Text<'a, Theme> {
    shaped(text.into_fragment(), size::SMALL, font::REGULAR)
}

/// Running text.
pub fn body<'a>(text: impl IntoFragment<'a>) -> Text<'a, Theme> {
    shaped(text.into_fragment(), size::BODY, font::REGULAR)
}

/// A name or a word that counts, in running text.
pub fn strong<'a>(text: impl IntoFragment<'a>) -> Text<'a, Theme> {
    shaped(text.into_fragment(), size::BODY, font::SEMIBOLD)
}

/// The name of a card, a button, a person.
pub fn lead<'a>(text: impl IntoFragment<'a>) -> Text<'a, Theme> {
    shaped(text.into_fragment(), size::LEAD, font::SEMIBOLD)
}

/// An amount in a list or on a tile.
pub fn figure<'a>(text: impl IntoFragment<'a>) -> Text<'a, Theme> {
    shaped(text.into_fragment(), size::FIGURE, font::BOLD)
}

/// The title of a dialog or a screen.
pub fn title<'a>(text: impl IntoFragment<'a>) -> Text<'a, Theme> {
    shaped(text.into_fragment(), size::TITLE, font::BOLD)
}

/// A key figure.
pub fn headline<'a>(text: impl IntoFragment<'a>) -> Text<'a, Theme> {
    shaped(text.into_fragment(), size::HEADLINE, font::BOLD)
}

/// The total, the change.
pub fn display<'a>(text: impl IntoFragment<'a>) -> Text<'a, Theme> {
    shaped(text.into_fragment(), size::DISPLAY, font::BOLD)
}

/// Ports, codes, the paper: letters of one width.
pub fn mono<'a>(text: impl IntoFragment<'a>) -> Text<'a, Theme> {
    shaped(text.into_fragment(), size::SMALL, font::MONO)
}

fn shaped(text: Fragment<'_>, size: f32, font: iced::Font) -> Text<'_, Theme> {
    iced::widget::text(text).size(size).font(font)
}
