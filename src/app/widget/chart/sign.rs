//! The sign of a series in a legend: its form in its colour, as the chart has it.

use std::cell::Cell;

use iced::mouse;
use iced::widget::canvas::{self, Canvas};
use iced::{Length, Point, Rectangle};

use super::draw;
use super::plan::{Form, Ink};
use crate::app::theme::Theme;
use crate::app::widget::Element;

/// The side of a sign, in logical pixels.
const SIDE: f32 = 14.0;

struct Sign(usize);

/// What was drawn, kept until the theme is another one: what is drawn live is painted anew in every frame.
#[derive(Default)]
struct Kept {
    drawn: canvas::Cache,
    of: Cell<Option<(usize, Theme)>>,
}

impl<Message> canvas::Program<Message, Theme> for Sign {
    type State = Kept;

    fn draw(
        &self,
        kept: &Kept,
        renderer: &iced::Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<canvas::Geometry> {
        let of = Some((self.0, *theme));
        if kept.of.replace(of) != of {
            kept.drawn.clear();
        }
        vec![kept.drawn.draw(renderer, bounds.size(), |frame| {
            let at = Point::new(SIDE / 2.0, SIDE / 2.0);
            let form = draw::mark(at, Form::of(self.0), SIDE * 0.4);
            frame.fill(&form, draw::color(Ink::Series(self.0), theme.tokens()));
        })]
    }
}

/// The sign of the series of that number.
#[must_use]
pub fn sign<'a, Message: 'a>(number: usize) -> Element<'a, Message> {
    Canvas::new(Sign(number))
        .width(Length::Fixed(SIDE))
        .height(Length::Fixed(SIDE))
        .into()
}
