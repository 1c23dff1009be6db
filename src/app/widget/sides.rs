//! The two sides of the window: the places at the left, and what is at the place. A key jumps from one to the other.

use iced::advanced::widget::operation::{Focusable, Operation, Outcome};
use iced::advanced::widget::{Id, operate};
use iced::{Rectangle, Task};

/// The name of the side where places are.
pub const PLACES: &str = "side-places";
/// The name of the side that shows the place.
pub const CONTENT: &str = "side-content";
/// The name of the place where somebody is.
pub const HERE: &str = "side-here";

/// The keyboard goes from the places to the first thing of the place, and from anywhere else to the places: to
/// the one where somebody is. Where a dialog waits for its answer it goes to the first thing of that.
pub fn jump<M: Send + 'static>() -> Task<M> {
    operate(Find::default()).discard()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Places,
    Content,
}

/// Counts what the keyboard can come to, and notes where it is and where it can go.
#[derive(Debug, Default)]
struct Find {
    seen: usize,
    entering: Option<Side>,
    inside: Option<Side>,
    is_at_places: bool,
    places: Option<usize>,
    here: Option<usize>,
    content: Option<usize>,
}

impl Operation<()> for Find {
    fn traverse(&mut self, next: &mut dyn FnMut(&mut dyn Operation<()>)) {
        let around = self.inside;
        self.inside = self.entering.take().or(around);
        next(self);
        self.inside = around;
    }

    fn container(&mut self, id: Option<&Id>, _bounds: Rectangle) {
        let is = |name| id.is_some_and(|id| *id == Id::new(name));
        self.entering = match (is(PLACES), is(CONTENT)) {
            (true, _) => Some(Side::Places),
            (_, true) => Some(Side::Content),
            _ => None,
        };
    }

    fn focusable(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        match self.inside {
            Some(Side::Places) => {
                self.is_at_places |= state.is_focused();
                self.places.get_or_insert(self.seen);
                if id.is_some_and(|id| *id == Id::new(HERE)) {
                    self.here = Some(self.seen);
                }
            }
            Some(Side::Content) => {
                self.content.get_or_insert(self.seen);
            }
            None => {}
        }
        self.seen += 1;
    }

    fn finish(&self) -> Outcome<()> {
        let places = self.here.or(self.places);
        let target = match self.is_at_places {
            true => self.content,
            false => places.or(self.content),
        };
        match target {
            Some(target) => Outcome::Chain(Box::new(Go { target, seen: 0 })),
            None => Outcome::None,
        }
    }
}

/// Gives the keyboard to what has that number.
#[derive(Debug, Clone, Copy)]
struct Go {
    target: usize,
    seen: usize,
}

impl Operation<()> for Go {
    fn traverse(&mut self, next: &mut dyn FnMut(&mut dyn Operation<()>)) {
        next(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        match self.seen == self.target {
            true => state.focus(),
            false => state.unfocus(),
        }
        self.seen += 1;
    }
}
