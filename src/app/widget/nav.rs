//! The sidebar: where one can go.

use iced::widget::{Column, container, scrollable, space as gap};
use iced::{Alignment, Length};

use super::text::IntoFragment;
use super::{Element, Status, fit, press};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Pair, Theme, radius, size, space, style};

/// The width of the sidebar, in logical pixels.
pub const WIDTH: f32 = 88.0;
/// The height of an item, in logical pixels.
const ITEM_HEIGHT: f32 = 68.0;

/// A place to go; `active` is where we are.
pub fn item<'a, M: Clone + 'a>(
    picture: Icon,
    label: impl IntoFragment<'a>,
    active: bool,
    on_press: M,
) -> Element<'a, M> {
    let face = Column::new()
        .spacing(space::XS)
        .align_x(Alignment::Center)
        .push(icon(picture, size::ICON_LARGE))
        .push(fit::caption(label));
    press(container(face).center(Length::Fill))
        .on_press(on_press)
        .width(Length::Fill)
        .height(ITEM_HEIGHT)
        .style(move |theme, status| look(theme, active, status))
        .into()
}

fn look(theme: &Theme, active: bool, status: Status) -> container::Style {
    let tokens = theme.tokens();
    if active || status == Status::Pressed {
        style::filled(tokens.nav_active, radius::M)
    } else {
        style::filled(
            Pair {
                fill: iced::Color::TRANSPARENT,
                ink: tokens.nav.ink,
            },
            radius::M,
        )
    }
}

/// The sidebar: `places` from the top, scrolling if the window is low, `services` at the bottom.
pub fn sidebar<'a, M: Clone + 'a>(
    places: Vec<Element<'a, M>>,
    services: Vec<Element<'a, M>>,
) -> Element<'a, M> {
    let stacked = |items| {
        Column::with_children(items)
            .spacing(space::S)
            .width(Length::Fill)
    };
    let places = scrollable(stacked(places))
        .direction(scrollable::Direction::Vertical(
            scrollable::Scrollbar::hidden(),
        ))
        .height(Length::Fill);
    container(
        Column::new()
            .push(places)
            .push(gap().height(space::S))
            .push(stacked(services)),
    )
    .width(WIDTH)
    .height(Length::Fill)
    .padding([space::M, space::S])
    .style(style::nav)
    .into()
}
