//! Parts beside each other, all as high as the highest: cards in a row end at the same line.

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer;
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse, overlay};
use iced::{Event, Length, Point, Rectangle, Size, Vector};

use super::Element;
use crate::app::theme::Theme;

/// Parts beside each other, each with its portion of the width.
struct Even<'a, Message> {
    portions: Vec<u16>,
    parts: Vec<Element<'a, Message>>,
    spacing: f32,
}

/// Parts beside each other by these portions of the width, `spacing` between them, all as high as the
/// highest. A part must take the least height that it is given, as cards do.
pub fn even<'a, Message: 'a>(
    parts: impl IntoIterator<Item = (u16, Element<'a, Message>)>,
    spacing: f32,
) -> Element<'a, Message> {
    let (portions, parts) = parts.into_iter().unzip();
    Element::new(Even {
        portions,
        parts,
        spacing,
    })
}

/// Where each part begins and how wide it is.
fn shares(portions: &[u16], width: f32, spacing: f32) -> Vec<(f32, f32)> {
    let gaps = portions.iter().skip(1).map(|_| spacing).sum::<f32>();
    let all = portions
        .iter()
        .map(|portion| f32::from(*portion))
        .sum::<f32>();
    let room = (width - gaps).max(0.0);
    let mut x = 0.0;
    let share = |portion: &u16| {
        let wide = room * f32::from(*portion) / all.max(1.0);
        let place = (x, wide);
        x += wide + spacing;
        place
    };
    portions.iter().map(share).collect()
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Even<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        self.parts.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.parts);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let width = limits.max().width;
        let shares = shares(&self.portions, width, self.spacing);
        let mut lay_out = |least: f32| -> Vec<layout::Node> {
            let parts = self.parts.iter_mut().zip(&mut tree.children).zip(&shares);
            let parts = parts.map(|((part, tree), (x, wide))| {
                let room = layout::Limits::new(
                    Size::new(*wide, least),
                    Size::new(*wide, limits.max().height),
                );
                let node = part.as_widget_mut().layout(tree, renderer, &room);
                node.move_to(Point::new(*x, 0.0))
            });
            parts.collect()
        };
        let highest = |nodes: &[layout::Node]| {
            let heights = nodes.iter().map(|node| node.size().height);
            heights.fold(0.0, f32::max)
        };
        let high = highest(&lay_out(0.0));
        let nodes = lay_out(high);
        layout::Node::with_children(Size::new(width, highest(&nodes)), nodes)
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
            let parts = self.parts.iter_mut().zip(&mut tree.children);
            for ((part, tree), layout) in parts.zip(layout.children()) {
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
        let parts = self.parts.iter_mut().zip(&mut tree.children);
        for ((part, tree), layout) in parts.zip(layout.children()) {
            part.as_widget_mut().update(
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
        let parts = self.parts.iter().zip(&tree.children);
        for ((part, tree), layout) in parts.zip(layout.children()) {
            part.as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
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
        let parts = self.parts.iter().zip(&tree.children);
        let told = parts.zip(layout.children()).map(|((part, tree), layout)| {
            part.as_widget()
                .mouse_interaction(tree, layout, cursor, viewport, renderer)
        });
        told.max().unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widget::{card, text};
    use iced_test::Simulator;

    #[test]
    fn parts_share_the_width_by_their_portions() {
        let places = shares(&[1, 3], 410.0, 10.0);
        assert_eq!(places, [(0.0, 100.0), (110.0, 300.0)]);
        assert!(shares(&[], 100.0, 10.0).is_empty());
    }

    #[test]
    fn a_low_card_is_as_high_as_the_one_beside_it() {
        crate::app::font::load();
        let low: Element<'_, ()> = card(text::body("uno")).width(Length::Fill).into();
        let high: Element<'_, ()> = card(text::body("uno\ndos\ntres").width(Length::Fill)).into();
        let row = even([(1, low), (1, high)], 12.0);
        let mut ui: Simulator<'_, (), Theme> =
            Simulator::with_size(iced::Settings::default(), Size::new(400.0, 300.0), row);
        let _ = ui.find("uno").expect("on screen");
    }
}
