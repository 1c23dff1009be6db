//! An empty place says what to do first.

use iced::widget::{Column, container};
use iced::{Alignment, Length};

use super::text::IntoFragment;
use super::{Element, text};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style};

/// The greatest width of its sentence, in logical pixels.
const SENTENCE_WIDTH_MAX: f32 = 360.0;

/// A picture, what is missing, what to do about it and, perhaps, the button that does it.
pub fn empty<'a, M: 'a>(
    picture: Icon,
    what: impl IntoFragment<'a>,
    todo: impl IntoFragment<'a>,
    action: Option<Element<'a, M>>,
) -> Element<'a, M> {
    let words = Column::new()
        .spacing(space::S)
        .align_x(Alignment::Center)
        .max_width(SENTENCE_WIDTH_MAX)
        .push(icon(picture, size::ICON_HERO).style(style::muted))
        .push(text::lead(what).center())
        .push(text::body(todo).center().style(style::muted))
        .push(action.map(|action| container(action).padding([space::S, 0.0])));
    container(words)
        .center(Length::Fill)
        .padding(space::L)
        .into()
}
