//! An empty place says what to do first.

use iced::Length;
use iced::widget::container;

use super::place::spare;
use super::text::IntoFragment;
use super::{Element, text};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style};

/// The greatest width of its sentence, in logical pixels.
const SENTENCE_WIDTH_MAX: f32 = 360.0;

/// A picture, what is missing, what to do about it and, perhaps, the button that does it. In a low place the
/// picture is left out, then what is to be done.
pub fn empty<'a, M: 'a>(
    picture: Icon,
    what: impl IntoFragment<'a>,
    todo: impl IntoFragment<'a>,
    action: Option<Element<'a, M>>,
) -> Element<'a, M> {
    let mut parts: Vec<Element<'a, M>> = vec![
        icon(picture, size::ICON_HERO).style(style::muted).into(),
        text::lead(what).center().into(),
        text::body(todo).center().style(style::muted).into(),
    ];
    parts.extend(action.map(|action| container(action).padding([space::S, 0.0]).into()));
    let words = container(spare(parts, &[0, 2])).max_width(SENTENCE_WIDTH_MAX);
    container(words)
        .center(Length::Fill)
        .padding([space::S, space::L])
        .into()
}
