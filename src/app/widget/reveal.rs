//! The keyboard's place, brought into sight: a list scrolls to what Tab has come to.

use iced::advanced::widget::operation::scrollable::AbsoluteOffset;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable};
use iced::advanced::widget::{Id, operate};
use iced::{Rectangle, Task, Vector};

/// The room left between what has the focus and the edge of its list, in logical pixels.
const ROOM: f32 = 16.0;

/// Scrolls whatever has the focus into sight, in the list that it is in.
pub fn reveal<M: Send + 'static>() -> Task<M> {
    operate(Find::default()).discard()
}

/// The same, to be done by a widget on what it holds.
pub(super) fn look() -> Box<dyn Operation> {
    Box::new(Find::default())
}

/// A list that scrolls: its place among all of them, its window, and how far it is scrolled.
#[derive(Debug, Clone, Copy)]
struct List {
    number: usize,
    bounds: Rectangle,
    scrolled: f32,
}

impl List {
    /// How far it must be scrolled so that `place` is in sight; `None` where it is.
    fn to(&self, place: Rectangle) -> Option<f32> {
        let top = place.y - self.bounds.y;
        let above = top - ROOM;
        let below = top + place.height + ROOM - self.bounds.height;
        if above < self.scrolled {
            Some(above.max(0.0))
        } else if below > self.scrolled {
            Some(below)
        } else {
            None
        }
    }
}

/// Looks for what has the focus, and the innermost list around it.
#[derive(Debug, Default)]
struct Find {
    seen: usize,
    /// The list whose content comes next.
    entering: Option<List>,
    around: Vec<List>,
    scroll: Option<Scroll>,
}

impl Operation<()> for Find {
    fn traverse(&mut self, next: &mut dyn FnMut(&mut dyn Operation<()>)) {
        let entered = self.entering.take();
        self.around.extend(entered);
        next(self);
        if entered.is_some() {
            self.around.pop();
        }
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        _content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.entering = Some(List {
            number: self.seen,
            bounds,
            scrolled: translation.y,
        });
        self.seen += 1;
    }

    fn focusable(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        if let (true, Some(list)) = (state.is_focused(), self.around.last()) {
            let to = list.to(bounds);
            self.scroll = to.map(|to| Scroll {
                number: list.number,
                to,
                seen: 0,
            });
        }
    }

    fn finish(&self) -> Outcome<()> {
        match self.scroll {
            Some(scroll) => Outcome::Chain(Box::new(scroll)),
            None => Outcome::None,
        }
    }
}

/// Scrolls the list of that number.
#[derive(Debug, Clone, Copy)]
struct Scroll {
    number: usize,
    to: f32,
    seen: usize,
}

impl Operation<()> for Scroll {
    fn traverse(&mut self, next: &mut dyn FnMut(&mut dyn Operation<()>)) {
        next(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        _bounds: Rectangle,
        _content: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        if self.seen == self.number {
            let y = Some(self.to);
            state.scroll_to(AbsoluteOffset { x: None, y });
        }
        self.seen += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(scrolled: f32) -> List {
        let bounds = Rectangle::new(iced::Point::new(0.0, 100.0), iced::Size::new(300.0, 200.0));
        List {
            number: 0,
            bounds,
            scrolled,
        }
    }

    /// A field 40 high, so far below the beginning of the list's content.
    fn field(below: f32) -> Rectangle {
        Rectangle::new(
            iced::Point::new(0.0, 100.0 + below),
            iced::Size::new(300.0, 40.0),
        )
    }

    #[test]
    fn what_is_in_sight_moves_nothing_and_the_rest_is_brought_to_the_nearer_edge() {
        assert_eq!(list(0.0).to(field(50.0)), None);
        assert_eq!(list(0.0).to(field(300.0)), Some(156.0));
        assert_eq!(list(156.0).to(field(300.0)), None);
        assert_eq!(list(156.0).to(field(100.0)), Some(84.0));
        assert_eq!(list(156.0).to(field(0.0)), Some(0.0));
    }
}
