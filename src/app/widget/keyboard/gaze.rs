//! Looks for what has the focus: whether it is written into, and where on the screen it is.

use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Focusable, Operation, Scrollable, TextInput};
use iced::{Rectangle, Vector};

use crate::app::widget::field::EDITORS;

/// What has the focus.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Focus {
    /// Its number among all that can have it.
    pub(super) number: usize,
    /// Whether letters go into it.
    pub(super) writes: bool,
    /// Where it is seen, also where a list hides it.
    pub(super) place: Rectangle,
}

/// Walks the widgets once.
#[derive(Debug, Default)]
pub(super) struct Gaze {
    pub(super) found: Option<Focus>,
    seen: usize,
    /// The next that can have the focus is a field.
    field: bool,
    /// The list whose content comes next, by how far it is scrolled.
    entering: Option<Vector>,
    scrolled: Vector,
}

impl Operation for Gaze {
    fn traverse(&mut self, next: &mut dyn FnMut(&mut dyn Operation)) {
        let outside = self.scrolled;
        if let Some(by) = self.entering.take() {
            self.scrolled = outside + by;
        }
        next(self);
        self.scrolled = outside;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        _bounds: Rectangle,
        _content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.entering = Some(translation);
    }

    fn text_input(&mut self, _id: Option<&Id>, _bounds: Rectangle, _state: &mut dyn TextInput) {
        self.field = true;
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let editor = id.is_some_and(|id| EDITORS.contains(id));
        let writes = std::mem::take(&mut self.field) || editor;
        if state.is_focused() {
            self.found = Some(Focus {
                number: self.seen,
                writes,
                place: bounds - self.scrolled,
            });
        }
        self.seen += 1;
    }
}
