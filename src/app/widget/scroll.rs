//! Lists longer than their place: dragged by a finger anywhere, by the pointer at their rail.

use iced::Padding;
use iced::widget::container;
use iced::widget::scrollable::{Direction, Scrollable, Scrollbar};

use super::Element;
use crate::app::theme::{Theme, space};

/// The width of a rail, in logical pixels.
const RAIL: f32 = 8.0;

/// The same below a strip: it is there to be seen, as the strip is dragged anywhere.
const STRIP_RAIL: f32 = 5.0;

/// A page that scrolls up and down: what has the focus keeps its ring, and the rail its own place.
pub fn scroll_page<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Scrollable<'a, M, Theme> {
    let room = Padding::new(space::S).right(space::L).vertical(space::XS);
    scroll(container(content).padding(room))
}

/// A list that scrolls up and down.
pub fn scroll<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Scrollable<'a, M, Theme> {
    Scrollable::with_direction(content, Direction::Vertical(rail()))
}

/// A strip that scrolls sideways, dragged by a finger or by its rail, which is below it as soon as
/// not all of it is in sight: for chips.
pub fn strip<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Scrollable<'a, M, Theme> {
    let rail = Scrollbar::new()
        .width(STRIP_RAIL)
        .scroller_width(STRIP_RAIL);
    Scrollable::with_direction(content, Direction::Horizontal(rail.spacing(STRIP_RAIL)))
}

/// The rail: clear of round corners.
fn rail() -> Scrollbar {
    Scrollbar::new().width(RAIL).scroller_width(RAIL).margin(3)
}
