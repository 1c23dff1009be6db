//! What lies beneath a dialog: seen, but neither pressed, typed into, nor reached by the keyboard.

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer;
use iced::advanced::widget::operation::Scrollable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, overlay};
use iced::{Event, Length, Rectangle, Size, Vector, mouse};

use super::Element;
use super::press::Passed;
use crate::app::theme::Theme;

/// How much of what is done reaches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// All of it.
    All,
    /// All but that the keyboard goes past it.
    Pointer,
    /// None.
    Nothing,
}

/// `content`, cut off from as much as `reach` says. Its state lives on either way, so that a list is where
/// it was when the dialog closes.
pub(super) struct Inert<'a, Message> {
    pub(super) content: Element<'a, Message>,
    pub(super) reach: Reach,
}

/// The keyboard goes past it while `past` is true: what has to be answered comes first.
pub fn passed_by<'a, M: 'a>(content: impl Into<Element<'a, M>>, past: bool) -> Element<'a, M> {
    let reach = if past { Reach::Pointer } else { Reach::All };
    let content = content.into();
    Element::new(Inert { content, reach })
}

/// Cut off from everything while `cut` is true; its state lives on.
pub fn covered<'a, M: 'a>(content: impl Into<Element<'a, M>>, cut: bool) -> Element<'a, M> {
    let reach = if cut { Reach::Nothing } else { Reach::All };
    let content = content.into();
    Element::new(Inert { content, reach })
}

impl<M> Inert<'_, M> {
    fn is_cut(&self) -> bool {
        self.reach == Reach::Nothing
    }
}

/// Says of widgets what they show and scroll, and nothing of what the keyboard would come to.
struct Unfocused<'a>(&'a mut dyn Operation);

impl Operation for Unfocused<'_> {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        self.0
            .traverse(&mut |operation| operate(&mut Unfocused(operation)));
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        self.0.container(id, bounds);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        self.0.scrollable(id, bounds, content, translation, state);
    }

    fn text(&mut self, id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.0.text(id, bounds, text);
    }
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Inert<'_, Message> {
    fn tag(&self) -> tree::Tag {
        self.content.as_widget().tag()
    }

    fn state(&self) -> tree::State {
        self.content.as_widget().state()
    }

    fn children(&self) -> Vec<Tree> {
        self.content.as_widget().children()
    }

    fn diff(&self, tree: &mut Tree) {
        self.content.as_widget().diff(tree);
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
        self.content.as_widget_mut().layout(tree, renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let content = self.content.as_widget_mut();
        match self.reach {
            Reach::All => content.operate(tree, layout, renderer, operation),
            // Esc leads back to it.
            Reach::Pointer => {
                operation.custom(None, layout.bounds(), &mut Passed);
                content.operate(tree, layout, renderer, &mut Unfocused(operation));
            }
            Reach::Nothing => {}
        }
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
        let cursor = if self.is_cut() {
            mouse::Cursor::Unavailable
        } else {
            cursor
        };
        // A window's event is no input: redraws must reach what is still seen.
        if !self.is_cut() || matches!(event, Event::Window(_)) {
            self.content.as_widget_mut().update(
                tree, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
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
        let cursor = if self.is_cut() {
            mouse::Cursor::Unavailable
        } else {
            cursor
        };
        self.content
            .as_widget()
            .draw(tree, renderer, theme, style, layout, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        if self.is_cut() {
            mouse::Interaction::None
        } else {
            self.content
                .as_widget()
                .mouse_interaction(tree, layout, cursor, viewport, renderer)
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, iced::Renderer>> {
        if self.is_cut() {
            return None;
        }
        self.content
            .as_widget_mut()
            .overlay(tree, layout, renderer, viewport, translation)
    }
}
