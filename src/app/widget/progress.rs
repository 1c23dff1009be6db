//! Long work: how far it is, and a way out.

use iced::widget::{Column, Row, progress_bar};
use iced::{Alignment, Length};

use super::text::IntoFragment;
use super::{Element, button, text};
use crate::app::theme::{space, style};

/// Work that is `done` of 1 far; `cancel` is the label and the message of its button.
pub fn progress<'a, M: Clone + 'a>(
    what: impl IntoFragment<'a>,
    detail: impl IntoFragment<'a>,
    done: f32,
    cancel: Option<(text::Fragment<'a>, M)>,
) -> Element<'a, M> {
    let bar = Column::new()
        .spacing(6)
        .width(Length::Fill)
        .push(text::strong(what))
        .push(progress_bar(0.0..=1.0, done).girth(10))
        .push(text::small(detail).style(style::muted));
    let cancel =
        cancel.map(|(label, message)| Element::from(button::secondary(label).on_press(message)));
    Row::new()
        .spacing(space::L)
        .align_y(Alignment::Center)
        .push(bar)
        .push(cancel)
        .into()
}
