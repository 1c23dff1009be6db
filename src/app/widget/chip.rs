//! Chips: categories to choose from, and small statements about the state of things.

use iced::widget::{Column, Row, container, space as gap};
use iced::{Alignment, Length};

use super::{Element, Status, press, text};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Pair, Theme, radius, size, space, style, target};

/// What is left and right of a choice's words, in logical pixels.
const INSET: f32 = 14.0;
/// The side of a mark, in logical pixels.
const MARK: f32 = 40.0;

/// What a status chip or a banner says, besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// All is well.
    Ok,
    /// Neither good nor bad.
    Neutral,
    /// To be looked at.
    Warn,
    /// Broken or refused.
    Error,
}

impl Mood {
    /// The colours of this mood.
    #[must_use]
    pub fn pair(self, theme: &Theme) -> Pair {
        let tokens = theme.tokens();
        let tone = match self {
            Mood::Neutral => return tokens.sunken,
            Mood::Ok => tokens.ok_soft,
            Mood::Warn => tokens.caution_soft,
            Mood::Error => tokens.danger_soft,
        };
        Pair {
            fill: tone.fill,
            ink: tone.ink,
        }
    }

    /// The icon that says the mood without its colour.
    #[must_use]
    pub fn icon(self) -> Icon {
        match self {
            Mood::Ok => Icon::CircleCheck,
            Mood::Neutral => Icon::Info,
            Mood::Warn => Icon::TriangleAlert,
            Mood::Error => Icon::Ban,
        }
    }
}

/// A choice among a few, such as a category: filled green when chosen.
pub fn choice<'a, M: Clone + 'a>(
    label: impl text::IntoFragment<'a>,
    chosen: bool,
    on_press: M,
) -> Element<'a, M> {
    // Also the shortest word is as wide as a finger asks.
    let label = Column::new()
        .align_x(Alignment::Center)
        .push(text::small(label))
        .push(gap().width(target::MIN - 2.0 * INSET));
    press(container(label).center_y(Length::Fill))
        .on_press(on_press)
        .height(target::MIN)
        .padding([0.0, INSET])
        .style(move |theme, status| choice_look(theme, chosen, status))
        .into()
}

/// The same with a picture before the words.
pub fn choice_with<'a, M: Clone + 'a>(
    picture: Icon,
    label: impl text::IntoFragment<'a>,
    chosen: bool,
    on_press: M,
) -> Element<'a, M> {
    let row = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(icon(picture, size::SMALL))
        .push(text::small(label));
    press(container(row).center_y(Length::Fill))
        .on_press(on_press)
        .height(target::MIN)
        .padding([0.0, INSET])
        .style(move |theme, status| choice_look(theme, chosen, status))
        .into()
}

fn choice_look(theme: &Theme, chosen: bool, status: Status) -> container::Style {
    let tokens = theme.tokens();
    let pair = match (chosen, status) {
        (true, _) => tokens.accent,
        (false, Status::Pressed) => tokens.accent_soft,
        (false, _) => tokens.surface,
    };
    container::Style {
        border: style::outline(
            if chosen { pair.fill } else { tokens.line },
            1.0,
            radius::PILL,
        ),
        ..style::filled(pair, radius::PILL)
    }
}

/// A statement: icon and words in the colours of its mood.
pub fn status<'a, M: 'a>(
    mood: Mood,
    picture: Icon,
    label: impl text::IntoFragment<'a>,
) -> Element<'a, M> {
    statement(picture, label)
        .style(move |theme| style::filled(mood.pair(theme), radius::PILL))
        .into()
}

/// A statement that leads somewhere when pressed. It keeps the look of a chip in a target of 48 px.
pub fn status_button<'a, M: Clone + 'a>(
    mood: Mood,
    picture: Icon,
    label: impl text::IntoFragment<'a>,
    on_press: M,
) -> Element<'a, M> {
    let chip =
        statement(picture, label).style(move |theme| style::filled(mood.pair(theme), radius::PILL));
    press(container(chip).center_y(Length::Fill))
        .on_press(on_press)
        .height(target::MIN)
        .into()
}

/// A statement of a picture alone, before words that say the same.
#[must_use]
pub fn mark<'a, M: 'a>(mood: Mood, picture: Icon) -> Element<'a, M> {
    container(icon(picture, size::ICON))
        .center(MARK)
        .style(move |theme: &Theme| style::filled(mood.pair(theme), radius::PILL))
        .into()
}

/// The same in a target of 48 px that leads somewhere.
pub fn mark_button<'a, M: Clone + 'a>(mood: Mood, picture: Icon, on_press: M) -> Element<'a, M> {
    press(container(mark(mood, picture)).center(Length::Fill))
        .on_press(on_press)
        .width(target::MIN)
        .height(target::MIN)
        .into()
}

/// Statements beside each other, on as many lines as they need: none is ever cut.
pub fn flow<'a, M: 'a>(chips: impl IntoIterator<Item = Element<'a, M>>) -> Element<'a, M> {
    Row::with_children(chips)
        .spacing(space::S)
        .wrap()
        .vertical_spacing(space::XS)
        .into()
}

/// A key cap that says which key does the same, such as `F2`.
pub fn key<'a, M: 'a>(label: impl text::IntoFragment<'a>) -> Element<'a, M> {
    container(text::caption(label))
        .padding([3.0, space::M])
        .style(|theme: &Theme| style::filled(theme.tokens().sunken, radius::PILL))
        .into()
}

fn statement<'a, M: 'a>(
    picture: Icon,
    label: impl text::IntoFragment<'a>,
) -> container::Container<'a, M, Theme> {
    let row = Row::new()
        .spacing(6)
        .align_y(Alignment::Center)
        .push(icon(picture, size::SMALL))
        .push(text::small(label).wrapping(iced::widget::text::Wrapping::None));
    container(row).padding([5.0, space::M])
}
