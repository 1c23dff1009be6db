//! Messages: a banner stands in the screen until its reason is gone, a toast floats and goes.

use iced::widget::{Column, Row, Stack, container};
use iced::{Alignment, Length, Padding};

use super::text::IntoFragment;
use super::{Element, Mood, beside, nav, press, text};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Theme, radius, size, space, style, target};

/// What floats over a screen, by this name: the keyboard comes to it last, wherever it is.
pub const FLOATS: &str = "floats";

/// The greatest width of a toast, in logical pixels.
const TOAST_WIDTH_MAX: f32 = 560.0;

/// The same aside, where a small window has the tiles.
const TOAST_WIDTH_ASIDE: f32 = 480.0;

/// Words that have less room beside what can be done about them have it below, in logical pixels.
const WORDS_WIDTH_MIN: f32 = 180.0;

/// A message in the screen: what, and what more there is to it; `actions` at its end.
pub fn banner<'a, M: Clone + 'a>(
    mood: Mood,
    what: impl IntoFragment<'a>,
    more: Option<text::Fragment<'a>>,
    actions: Vec<Element<'a, M>>,
) -> Element<'a, M> {
    container(message(mood, what, more, actions))
        .width(Length::Fill)
        .padding([space::S, space::L])
        .style(move |theme: &Theme| style::filled(mood.pair(theme), radius::M))
        .into()
}

/// A message that floats over the screen, with a cross to send it away.
pub fn toast<'a, M: Clone + 'a>(
    mood: Mood,
    what: impl IntoFragment<'a>,
    more: Option<text::Fragment<'a>>,
    on_close: M,
) -> Element<'a, M> {
    let close = press(container(icon(Icon::X, size::ICON)).center(Length::Fill))
        .on_press(on_close)
        .width(target::MIN)
        .height(target::MIN);
    container(message(mood, what, more, vec![close.into()]))
        .max_width(TOAST_WIDTH_MAX)
        .padding([space::S, space::L])
        // Without a shadow: the software renderer lays it anew over the whole toast, and darkens it,
        // each time something beneath is drawn.
        .style(move |theme: &Theme| container::Style {
            border: style::outline(mood.pair(theme).ink, 1.5, radius::M),
            ..style::filled(mood.pair(theme), radius::M)
        })
        .into()
}

/// `base`, and a toast over its lower edge if there is one. The rest of the screen stays alive.
pub fn toasted<'a, M: 'a>(
    base: impl Into<Element<'a, M>>,
    toast: Option<Element<'a, M>>,
) -> Element<'a, M> {
    let edge = (Alignment::Center, Alignment::End);
    floating(base, toast, edge, Padding::new(space::XL))
}

/// The same at the left of the upper edge, over the screen's own title: it hides nothing that is pressed.
pub fn toasted_aside<'a, M: 'a>(
    base: impl Into<Element<'a, M>>,
    toast: Option<Element<'a, M>>,
) -> Element<'a, M> {
    let room = Padding::new(space::XS).left(nav::WIDTH + space::S);
    let toast = toast.map(|toast| container(toast).max_width(TOAST_WIDTH_ASIDE).into());
    floating(base, toast, (Alignment::Start, Alignment::Start), room)
}

fn floating<'a, M: 'a>(
    base: impl Into<Element<'a, M>>,
    toast: Option<Element<'a, M>>,
    (across, down): (Alignment, Alignment),
    room: Padding,
) -> Element<'a, M> {
    let floating = toast.map(|toast| {
        container(toast)
            .id(FLOATS)
            .width(Length::Fill)
            .height(Length::Fill)
            .align_x(across)
            .align_y(down)
            .padding(room)
    });
    let layers = Stack::new()
        .push(base)
        .width(Length::Fill)
        .height(Length::Fill);
    match floating {
        Some(floating) => layers.push(floating).into(),
        None => layers.into(),
    }
}

fn message<'a, M: Clone + 'a>(
    mood: Mood,
    what: impl IntoFragment<'a>,
    more: Option<text::Fragment<'a>>,
    actions: Vec<Element<'a, M>>,
) -> Element<'a, M> {
    let words = Column::new()
        .push(text::strong(what))
        .push(more.map(text::small))
        .width(Length::Fill);
    let said = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(icon(mood.icon(), size::ICON_LARGE))
        .push(words);
    if actions.is_empty() {
        return said.into();
    }
    let actions = Row::with_children(actions).spacing(space::M);
    beside(said, WORDS_WIDTH_MIN, actions)
}
