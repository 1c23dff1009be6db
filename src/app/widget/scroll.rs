//! Lists longer than their place: dragged by a finger anywhere, by the pointer at their rail.

use iced::advanced::widget::Id;
use iced::widget::container;
use iced::widget::scrollable::{Direction, Scrollable, Scrollbar, Status, Style, Viewport};
use iced::{Length, Padding};

use super::Element;
use super::whole::Whole;
use crate::app::theme::{Theme, space};

/// The width of a rail, in logical pixels.
const RAIL: f32 = 8.0;

/// The same below a strip: it is there to be seen, as the strip is dragged anywhere.
const STRIP_RAIL: f32 = 5.0;

/// What scrolls, before it becomes a part of a screen.
#[must_use]
pub struct Scroll<'a, M>(Scrollable<'a, M, Theme>);

impl<'a, M: 'a> Scroll<'a, M> {
    /// By which name it is scrolled from elsewhere.
    pub fn id(self, id: impl Into<Id>) -> Self {
        Self(self.0.id(id))
    }

    /// How wide.
    pub fn width(self, width: impl Into<Length>) -> Self {
        Self(self.0.width(width))
    }

    /// How high.
    pub fn height(self, height: impl Into<Length>) -> Self {
        Self(self.0.height(height))
    }

    /// Between what it shows and its rail, in logical pixels; without it the rail lies on top.
    pub fn spacing(self, spacing: f32) -> Self {
        Self(self.0.spacing(spacing))
    }

    /// Where to, and by which rail.
    pub fn direction(self, direction: impl Into<Direction>) -> Self {
        Self(self.0.direction(direction))
    }

    /// How it looks.
    pub fn style(self, style: impl Fn(&Theme, Status) -> Style + 'a) -> Self {
        Self(self.0.style(style))
    }

    /// What is told when it was scrolled.
    pub fn on_scroll(self, told: impl Fn(Viewport) -> M + 'a) -> Self {
        Self(self.0.on_scroll(told))
    }
}

impl<'a, M: 'a> From<Scroll<'a, M>> for Element<'a, M> {
    fn from(scroll: Scroll<'a, M>) -> Self {
        Self::new(Whole::new(scroll.0))
    }
}

/// A page that scrolls up and down: what has the focus keeps its ring, and the rail its own place.
pub fn scroll_page<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Scroll<'a, M> {
    let room = Padding::new(space::S).right(space::L).vertical(space::XS);
    scroll(container(content).padding(room))
}

/// A list that scrolls up and down.
pub fn scroll<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Scroll<'a, M> {
    Scroll(Scrollable::with_direction(
        content,
        Direction::Vertical(rail()),
    ))
}

/// A strip that scrolls sideways, dragged by a finger or by its rail, which is below it as soon as
/// not all of it is in sight: for chips.
pub fn strip<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Scroll<'a, M> {
    let rail = Scrollbar::new()
        .width(STRIP_RAIL)
        .scroller_width(STRIP_RAIL);
    let direction = Direction::Horizontal(rail.spacing(STRIP_RAIL));
    Scroll(Scrollable::with_direction(content, direction))
}

/// The rail: clear of round corners.
fn rail() -> Scrollbar {
    Scrollbar::new().width(RAIL).scroller_width(RAIL).margin(3)
}
