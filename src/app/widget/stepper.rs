//! One less, how many, one more.

use iced::Alignment;
use iced::widget::{Row, container};

use super::{Element, button, text};
use crate::app::icon::Icon;

/// Room for the quantity, in logical pixels: `0,350 kg` fits.
const QUANTITY_WIDTH: f32 = 44.0;

/// A quantity between its two buttons; a `None` disables that button.
pub fn stepper<'a, M: Clone + 'a>(
    quantity: impl text::IntoFragment<'a>,
    on_less: Option<M>,
    on_more: Option<M>,
) -> Element<'a, M> {
    let figure = container(text::lead(quantity).wrapping(iced::widget::text::Wrapping::None))
        .center_x(iced::Length::Shrink);
    Row::new()
        .align_y(Alignment::Center)
        .push(button::icon_only(Icon::Minus).on_press_maybe(on_less))
        .push(container(figure).center_x(QUANTITY_WIDTH))
        .push(button::icon_only(Icon::Plus).on_press_maybe(on_more))
        .into()
}
