//! The steps of something done once, and how far one is.

use iced::widget::{Space, container, responsive};
use iced::{Alignment, Length};

use super::text::IntoFragment;
use super::{Element, Row, card, fit};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Theme, radius, size, space, style};

/// The side of a step's disc, in logical pixels.
const DISC: f32 = 36.0;
/// The height of the strip inside its card, in logical pixels.
const HEIGHT: f32 = 42.0;
/// Below this width only the step at hand says its name, in logical pixels.
const NARROW: f32 = 760.0;

/// The steps beside each other; those before `here`, counted from 0, are done.
#[must_use]
pub fn steps<'a, M: 'a, const N: usize>(names: [String; N], here: usize) -> Element<'a, M> {
    let strip = responsive(move |place| {
        let narrow = place.width < NARROW;
        let all = names.iter().enumerate().map(|(at, name)| {
            let label = (!narrow || at == here).then(|| name.clone());
            step(at, here, label)
        });
        Row::with_children(all).spacing(space::S).into()
    });
    card(container(strip).height(HEIGHT))
        .width(Length::Fill)
        .into()
}

fn step<'a, M: 'a>(at: usize, here: usize, label: Option<impl IntoFragment<'a>>) -> Element<'a, M> {
    let look: fn(&Theme) -> container::Style = if at <= here { done } else { to_come };
    let sign: Element<'a, M> = if at < here {
        icon(Icon::Check, size::ICON).into()
    } else {
        super::text::lead((at + 1).to_string()).into()
    };
    let disc = container(sign).center(DISC).style(look);
    let width = match label {
        Some(_) => Length::Fill,
        None => Length::Shrink,
    };
    let name: Element<'a, M> = match label {
        Some(label) if at == here => fit::strong(label).into(),
        Some(label) => container(fit::body(label)).style(style::quiet).into(),
        None => Space::new().into(),
    };
    Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .width(width)
        .push(disc)
        .push(name)
        .into()
}

fn done(theme: &Theme) -> container::Style {
    style::filled(theme.tokens().accent, radius::PILL)
}

fn to_come(theme: &Theme) -> container::Style {
    style::filled(theme.tokens().sunken, radius::PILL)
}
