//! Head, body and foot below each other, where the body alone gives way: a dialog's buttons stay
//! in sight however low the window is.

use iced::advanced::layout::{self, Layout, Limits, Node};
use iced::advanced::renderer;
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Shell, Widget, overlay};
use iced::{Event, Length, Point, Rectangle, Size, Vector, mouse};

use super::Element;
use crate::app::theme::Theme;

/// The parts, from the top; an absent one is an empty space.
pub(super) struct Sheet<'a, Message> {
    parts: [Element<'a, Message>; 3],
}

/// Where the body stands among the parts.
const BODY: usize = 1;

impl<'a, Message: 'a> Sheet<'a, Message> {
    pub(super) fn new(
        head: Option<Element<'a, Message>>,
        body: Element<'a, Message>,
        foot: Option<Element<'a, Message>>,
    ) -> Self {
        let or_nothing = |part: Option<Element<'a, Message>>| {
            part.unwrap_or_else(|| iced::widget::space().into())
        };
        Self {
            parts: [or_nothing(head), body, or_nothing(foot)],
        }
    }
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Sheet<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        self.parts.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.parts);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &iced::Renderer, limits: &Limits) -> Node {
        let room = limits.max();
        let mut nodes = [const { None }; 3];
        let mut left = room.height;
        // The body last: it gets what the others leave.
        for index in [0, 2, BODY] {
            let limits = Limits::new(Size::ZERO, Size::new(room.width, left));
            let node: Node = self.parts[index].as_widget_mut().layout(
                &mut tree.children[index],
                renderer,
                &limits,
            );
            left = (left - node.size().height).max(0.0);
            nodes[index] = Some(node);
        }
        let mut bottom = 0.0;
        let placed = nodes.into_iter().flatten().map(|node| {
            let node = node.move_to(Point::new(0.0, bottom));
            bottom += node.size().height;
            node
        });
        let placed = placed.collect();
        layout::Node::with_children(Size::new(room.width, bottom), placed)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            for ((part, tree), layout) in self
                .parts
                .iter_mut()
                .zip(&mut tree.children)
                .zip(layout.children())
            {
                part.as_widget_mut()
                    .operate(tree, layout, renderer, operation);
            }
        });
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
        for ((part, tree), layout) in self
            .parts
            .iter_mut()
            .zip(&mut tree.children)
            .zip(layout.children())
        {
            part.as_widget_mut().update(
                tree, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        self.parts
            .iter()
            .zip(&tree.children)
            .zip(layout.children())
            .map(|((part, tree), layout)| {
                part.as_widget()
                    .mouse_interaction(tree, layout, cursor, viewport, renderer)
            })
            .max()
            .unwrap_or_default()
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
        for ((part, tree), layout) in self.parts.iter().zip(&tree.children).zip(layout.children()) {
            part.as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
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
        overlay::from_children(
            &mut self.parts,
            tree,
            layout,
            renderer,
            viewport,
            translation,
        )
    }
}
