//! One line that is written smaller rather than cut: an amount must be read whole.

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer;
use iced::advanced::text::{self, Paragraph as _, paragraph::Plain};
use iced::advanced::widget::{Operation, Tree, text as drawing, tree};
use iced::advanced::{Widget, mouse};
use iced::{Font, Length, Pixels, Rectangle, Size};

use super::Element;
use super::text::{Fragment, IntoFragment, Paragraph};
use crate::app::font;
use crate::app::theme::{Theme, size};

/// It is never written smaller than this part of its size.
const SHRINK_MAX: f32 = 0.55;

/// One line of text that shrinks into its place. It takes the colour around it.
pub struct Fit<'a> {
    content: Fragment<'a>,
    size: f32,
    font: Font,
}

/// In the letters of [`text::strong`](super::text::strong).
pub fn strong<'a>(content: impl IntoFragment<'a>) -> Fit<'a> {
    fit(content, size::BODY, font::SEMIBOLD)
}

/// In the letters of [`text::body`](super::text::body).
pub fn body<'a>(content: impl IntoFragment<'a>) -> Fit<'a> {
    fit(content, size::BODY, font::REGULAR)
}

/// In the letters of [`text::caption`](super::text::caption).
pub fn caption<'a>(content: impl IntoFragment<'a>) -> Fit<'a> {
    fit(content, size::CAPTION, font::REGULAR)
}

/// In the letters of [`text::small`](super::text::small).
pub fn small<'a>(content: impl IntoFragment<'a>) -> Fit<'a> {
    fit(content, size::SMALL, font::REGULAR)
}

/// In the letters of [`text::lead`](super::text::lead).
pub fn lead<'a>(content: impl IntoFragment<'a>) -> Fit<'a> {
    fit(content, size::LEAD, font::SEMIBOLD)
}

/// In the letters of [`text::title`](super::text::title).
pub fn title<'a>(content: impl IntoFragment<'a>) -> Fit<'a> {
    fit(content, size::TITLE, font::BOLD)
}

/// In the letters of [`text::figure`](super::text::figure).
pub fn figure<'a>(content: impl IntoFragment<'a>) -> Fit<'a> {
    fit(content, size::FIGURE, font::BOLD)
}

/// In the letters of [`text::headline`](super::text::headline).
pub fn headline<'a>(content: impl IntoFragment<'a>) -> Fit<'a> {
    fit(content, size::HEADLINE, font::BOLD)
}

/// In the letters of [`text::display`](super::text::display).
pub fn display<'a>(content: impl IntoFragment<'a>) -> Fit<'a> {
    fit(content, size::DISPLAY, font::BOLD)
}

fn fit<'a>(content: impl IntoFragment<'a>, size: f32, font: Font) -> Fit<'a> {
    Fit {
        content: content.into_fragment(),
        size,
        font,
    }
}

impl Fit<'_> {
    /// The text.
    pub(super) fn words(&self) -> &str {
        &self.content
    }

    /// The size for letters that would be `wide` where there is `room`.
    fn sized(&self, wide: f32, room: f32) -> f32 {
        if wide <= room {
            return self.size;
        }
        (self.size * (room / wide).max(SHRINK_MAX)).floor()
    }

    fn text(&self, size: f32) -> text::Text<&str, Font> {
        text::Text {
            content: &self.content,
            bounds: Size::INFINITE,
            size: Pixels(size),
            line_height: text::LineHeight::default(),
            font: self.font,
            align_x: text::Alignment::Default,
            align_y: iced::alignment::Vertical::Top,
            shaping: text::Shaping::Auto,
            wrapping: text::Wrapping::None,
        }
    }
}

/// The text in its full size, which is measured, and written smaller where that has no room.
#[derive(Default)]
pub(super) struct State {
    full: Plain<Paragraph>,
    smaller: Option<Plain<Paragraph>>,
}

impl State {
    /// The text as it is drawn.
    pub(super) fn paragraph(&self) -> &Paragraph {
        self.smaller.as_ref().unwrap_or(&self.full).raw()
    }

    /// Shapes the text for so much room, unless it is shaped already, and says how large it is.
    pub(super) fn lay_out(&mut self, fit: &Fit<'_>, room: f32) -> Size {
        let _ = self.full.update(fit.text(fit.size));
        let size = fit.sized(self.full.min_width(), room);
        if size < fit.size {
            let smaller = self.smaller.get_or_insert_default();
            let _ = smaller.update(fit.text(size));
        } else {
            self.smaller = None;
        }
        self.paragraph().min_bounds()
    }
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Fit<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Shrink, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        _renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        layout::sized(limits, Length::Shrink, Length::Shrink, |limits| {
            state.lay_out(self, limits.max().width)
        })
    }

    fn operate(
        &mut self,
        _tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.text(None, layout.bounds(), &self.content);
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        _theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let paragraph = tree.state.downcast_ref::<State>().paragraph();
        drawing::draw(
            renderer,
            style,
            layout.bounds(),
            paragraph,
            drawing::Style::default(),
            viewport,
        );
    }
}

impl<'a, Message: 'a> From<Fit<'a>> for Element<'a, Message> {
    fn from(fit: Fit<'a>) -> Self {
        Element::new(fit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_with_room_keeps_its_size_and_one_without_shrinks_into_it() {
        font::load();
        let amount = display("₲ 1.118.000");
        let width = |size| Paragraph::with_text(amount.text(size)).min_bounds().width;
        let full = width(size::DISPLAY);
        assert!((amount.sized(full, full + 1.0) - size::DISPLAY).abs() < f32::EPSILON);
        assert!(width(amount.sized(full, full * 0.7)) <= full * 0.7);
    }
}
