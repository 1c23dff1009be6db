//! A long list a page at a time.

use iced::widget::container;
use iced::{Alignment, Length};

use super::{Element, Row, button, text};
use crate::app::icon::Icon;
use crate::app::theme::style;
use crate::i18n::I18n;

/// To the page before and after, and which it is; nothing where there is one page.
pub fn pages<'a, M: Clone + 'a>(
    page: usize,
    shown: usize,
    all: usize,
    words: &I18n,
    on_turn: impl Fn(usize) -> M,
) -> Option<Element<'a, M>> {
    let last = all.saturating_sub(1) / shown;
    let from = page * shown + 1;
    let told = [
        ("from", from.into()),
        ("to", all.min(from + shown - 1).into()),
        ("all", all.into()),
    ];
    let which = text::small(words.text_with("pupils-page", &told)).style(style::muted);
    let back = (page > 0).then(|| on_turn(page - 1));
    let on = (page < last).then(|| on_turn(page + 1));
    let row = Row::new()
        .align_y(Alignment::Center)
        .push(button::icon_only(Icon::ChevronLeft).on_press_maybe(back))
        .push(container(which).center_x(Length::Fill))
        .push(button::icon_only(Icon::ChevronRight).on_press_maybe(on));
    (last > 0).then(|| row.into())
}
