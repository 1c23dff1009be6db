//! What is scrolled is painted as one place.
//!
//! The software renderer paints anew what is another than before, each such place for itself with all that lies
//! in it, and of places it makes one only where little lies between them. In a list that moved every letter is
//! another: a hundred places, which cost ten times as much as the list (`cantina bench lists`). A layer whose
//! own bounds are others than before is painted at once, so a list that moved ends a hair higher or lower.

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer;
use iced::advanced::widget::operation::{Operation, Scrollable};
use iced::advanced::widget::{Id, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse, overlay};
use iced::{Event, Length, Rectangle, Size, Vector, window};

use super::Element;
use crate::app::theme::Theme;

/// The hair, in logical pixels: no row of pixels is another for it, and f32 tells its steps apart.
const HAIR: f32 = 0.02;
/// After so many logical pixels the hair is as it was. No hand scrolls by a multiple of it.
const ROUND: f32 = 97.3;

/// A list, or whatever scrolls.
pub(super) struct Whole<'a, Message> {
    content: Element<'a, Message>,
}

impl<'a, Message> Whole<'a, Message> {
    pub(super) fn new(content: impl Into<Element<'a, Message>>) -> Self {
        let content = content.into();
        Self { content }
    }
}

/// How far the list is scrolled in the frame that is to be drawn.
#[derive(Debug, Clone, Copy, Default)]
struct Scrolled(Vector);

impl Scrolled {
    /// What of `viewport` a list in `bounds` is drawn in.
    fn seen(self, bounds: Rectangle, viewport: &Rectangle) -> Rectangle {
        let Self(by) = self;
        let hair = HAIR * ((by.x + by.y).abs() % ROUND) / ROUND;
        let bottom = (bounds.y + bounds.height).min(viewport.y + viewport.height);
        let height = match hair > 0.0 {
            true => bottom - hair - viewport.y,
            false => viewport.height,
        };
        Rectangle {
            height: height.max(0.0),
            ..*viewport
        }
    }
}

/// Asks a list how far it is scrolled, and nothing of what is in it.
impl Operation for Scrolled {
    fn traverse(&mut self, _operate: &mut dyn FnMut(&mut dyn Operation)) {}

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        _bounds: Rectangle,
        _content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.0 = translation;
    }
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Whole<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Scrolled>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Scrolled::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let content = self.content.as_widget_mut();
        content.layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let content = self.content.as_widget_mut();
        content.operate(&mut tree.children[0], layout, renderer, operation);
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let content = self.content.as_widget_mut();
        let inside = &mut tree.children[0];
        content.update(
            inside, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
        // It comes before each frame.
        if matches!(event, Event::Window(window::Event::RedrawRequested(_))) {
            let mut scrolled = Scrolled::default();
            content.operate(inside, layout, renderer, &mut scrolled);
            *tree.state.downcast_mut::<Scrolled>() = scrolled;
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let scrolled = tree.state.downcast_ref::<Scrolled>();
        let seen = scrolled.seen(layout.bounds(), viewport);
        let inside = &tree.children[0];
        let content = self.content.as_widget();
        content.draw(inside, renderer, theme, style, layout, cursor, &seen);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let inside = &tree.children[0];
        let content = self.content.as_widget();
        content.mouse_interaction(inside, layout, cursor, viewport, renderer)
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, iced::Renderer>> {
        let content = self.content.as_widget_mut();
        content.overlay(
            &mut tree.children[0],
            layout,
            renderer,
            viewport,
            translation,
        )
    }
}

#[cfg(test)]
mod tests {
    use iced::Point;

    use super::*;

    #[test]
    fn a_list_that_moved_ends_a_hair_elsewhere_and_one_that_stands_where_it_is() {
        let bounds = Rectangle::new(Point::new(10.0, 100.0), Size::new(400.0, 500.0));
        let window = Rectangle::new(Point::ORIGIN, Size::new(1_024.0, 768.0));
        let ends = |y: f32| {
            let seen = Scrolled(Vector::new(0.0, y)).seen(bounds, &window);
            bounds.intersection(&seen).expect("it is in the window")
        };
        assert_eq!(ends(0.0), bounds);
        for y in 1_u16..2_000 {
            let (one, next) = (ends(f32::from(y)), ends(f32::from(y) + 1.0));
            assert_ne!(one, next, "scrolled by {y}");
            assert!(bounds.height - one.height < 0.05);
        }
    }
}
