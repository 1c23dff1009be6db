//! An amount to be read across a counter: a label at the left, the figure at the right.

use iced::widget::{Row, container};
use iced::{Alignment, Length};

use super::fit::{self, Fit};
use super::text::IntoFragment;
use super::{Element, text};
use crate::app::theme::{Theme, radius, space, style};

/// An amount being typed. `active` frames it as the one that the keypad writes to.
pub fn amount<'a, M: 'a>(
    label: impl IntoFragment<'a>,
    figure: impl IntoFragment<'a>,
    active: bool,
) -> Element<'a, M> {
    let row = line(
        text::lead(label).style(style::muted),
        fit::headline(figure),
        Alignment::Center,
    );
    container(row)
        .height(68)
        .padding([0.0, space::L])
        .center_y(68)
        .style(move |theme: &Theme| {
            let tokens = theme.tokens();
            let (color, width) = if active {
                (tokens.accent_ink, 2.0)
            } else {
                (tokens.line_strong, 1.0)
            };
            container::Style {
                border: style::outline(color, width, radius::M),
                ..style::filled(tokens.surface, radius::M)
            }
        })
        .into()
}

/// What comes of it, in the largest letters: the change.
pub fn result<'a, M: 'a>(
    label: impl IntoFragment<'a>,
    figure: impl IntoFragment<'a>,
) -> Element<'a, M> {
    container(line(
        text::figure(label),
        fit::display(figure),
        Alignment::Center,
    ))
    .padding([0.0, space::L])
    .center_y(90)
    .style(style::accent_soft)
    .into()
}

/// The total of a cart.
pub fn total<'a, M: 'a>(
    label: impl IntoFragment<'a>,
    figure: impl IntoFragment<'a>,
) -> Element<'a, M> {
    line(text::figure(label), fit::display(figure), Alignment::End)
}

/// A label and its value at the far end, as a line of a summary.
pub fn pair<'a, M: 'a>(
    label: impl IntoFragment<'a>,
    value: impl IntoFragment<'a>,
) -> Element<'a, M> {
    line(
        text::body(label).style(style::muted),
        fit::lead(value),
        Alignment::Center,
    )
}

/// The same of what somebody has left: a debt is red.
pub fn balance<'a, M: 'a>(
    label: impl IntoFragment<'a>,
    value: impl IntoFragment<'a>,
    owed: bool,
) -> Element<'a, M> {
    if !owed {
        return pair(label, value);
    }
    Row::new()
        .width(Length::Fill)
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(text::body(label).style(style::muted).width(Length::Fill))
        .push(text::lead(value).style(style::danger_ink))
        .into()
}

fn line<'a, M: 'a>(
    label: text::Text<'a, Theme>,
    figure: Fit<'a>,
    align: Alignment,
) -> Element<'a, M> {
    Row::new()
        .width(Length::Fill)
        .spacing(space::M)
        .align_y(align)
        .push(label.wrapping(iced::widget::text::Wrapping::None))
        .push(
            container(figure)
                .width(Length::Fill)
                .align_x(Alignment::End),
        )
        .into()
}
