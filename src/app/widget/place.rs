//! Parts that make do with their place: below each other where there is no room beside each other, left out
//! where there is none at all, scrolled where the place is too low.

use iced::advanced::layout::{self, Layout, Limits};
use iced::advanced::renderer;
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse, overlay};
use iced::widget::{container, responsive};
use iced::{Event, Length, Point, Rectangle, Size, Vector};

use super::{Element, scroll};
use crate::app::theme::{Theme, space};

/// How parts share a place.
#[derive(Debug, Clone, Copy)]
enum Plan {
    /// One of two takes what the other leaves, and the whole width where that is less than so much.
    Beside { wide: usize, least: f32 },
    /// Below each other in the middle; the first of these that has no room is left out.
    Spare(&'static [usize]),
}

struct Parts<'a, Message> {
    plan: Plan,
    each: Vec<Element<'a, Message>>,
    spacing: f32,
}

/// `wide` takes what `narrow`, at its right, leaves; where that is less than `least` logical pixels, `narrow`
/// goes below.
pub fn beside<'a, Message: 'a>(
    wide: impl Into<Element<'a, Message>>,
    least: f32,
    narrow: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Parts {
        plan: Plan::Beside { wide: 0, least },
        each: vec![wide.into(), narrow.into()],
        spacing: space::S,
    })
}

/// `wide` takes what `narrow`, at its left, leaves; where that is less than `least` logical pixels, it goes
/// below.
pub fn after<'a, Message: 'a>(
    narrow: impl Into<Element<'a, Message>>,
    wide: impl Into<Element<'a, Message>>,
    least: f32,
) -> Element<'a, Message> {
    Element::new(Parts {
        plan: Plan::Beside { wide: 1, least },
        each: vec![narrow.into(), wide.into()],
        spacing: space::S,
    })
}

/// Parts below each other, each in the middle; where not all have room, those of `spared` are left out, the
/// first first.
#[must_use]
pub fn spare<'a, Message: 'a>(
    parts: Vec<Element<'a, Message>>,
    spared: &'static [usize],
) -> Element<'a, Message> {
    Element::new(Parts {
        plan: Plan::Spare(spared),
        each: parts,
        spacing: space::S,
    })
}

/// `content` as it is where its place has `least` logical pixels of height; in a lower one it is `high` and
/// scrolls.
pub fn roomy<'a, Message: 'a>(
    least: f32,
    high: f32,
    content: impl Fn() -> Element<'a, Message> + 'a,
) -> Element<'a, Message> {
    responsive(move |place| {
        // The same widgets in both: a field keeps its focus when the keyboard on the screen makes its place low.
        let (height, beside_rail) = match place.height >= least {
            true => (place.height, 0.0),
            false => (high, space::M),
        };
        let content = container(content())
            .height(height)
            .padding(iced::Padding::ZERO.right(beside_rail));
        scroll(content).height(Length::Fill).into()
    })
    .into()
}

impl<Message> Parts<'_, Message> {
    fn part(
        &mut self,
        at: usize,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        room: Size,
    ) -> layout::Node {
        let limits = Limits::new(Size::ZERO, room);
        let part = self.each[at].as_widget_mut();
        part.layout(&mut tree.children[at], renderer, &limits)
    }

    fn lay_beside(
        &mut self,
        (wide, least): (usize, f32),
        tree: &mut Tree,
        renderer: &iced::Renderer,
        room: Size,
    ) -> layout::Node {
        let narrow = self.part(1 - wide, tree, renderer, room);
        let left = room.width - narrow.size().width - self.spacing;
        let is_below = left < least;
        let width = if is_below { room.width } else { left };
        let wide_node = self.part(wide, tree, renderer, Size::new(width, room.height));
        let mut nodes = [wide_node, narrow];
        if wide == 1 {
            nodes.reverse();
        }
        let [first, second] = nodes;
        let (one, other) = (first.size(), second.size());
        if is_below {
            let at = Point::new(0.0, one.height + self.spacing);
            let whole = Size::new(room.width, at.y + other.height);
            return layout::Node::with_children(whole, vec![first, second.move_to(at)]);
        }
        let high = one.height.max(other.height);
        let at = |x: f32, own: Size| Point::new(x, (high - own.height) / 2.0);
        let nodes = vec![
            first.move_to(at(0.0, one)),
            second.move_to(at(room.width - other.width, other)),
        ];
        layout::Node::with_children(Size::new(room.width, high), nodes)
    }

    fn lay_spare(
        &mut self,
        spared: &[usize],
        tree: &mut Tree,
        renderer: &iced::Renderer,
        room: Size,
    ) -> layout::Node {
        let free = Size::new(room.width, f32::INFINITY);
        let mut nodes: Vec<layout::Node> = (0..self.each.len())
            .map(|at| self.part(at, tree, renderer, free))
            .collect();
        let gap = self.spacing;
        let shown = |node: &&layout::Node| node.size().height > 0.0;
        let high = |nodes: &[layout::Node]| {
            let parts = nodes.iter().filter(shown);
            let all: f32 = parts.map(|node| node.size().height + gap).sum();
            (all - gap).max(0.0)
        };
        for at in spared {
            if high(&nodes) <= room.height {
                break;
            }
            nodes[*at] = layout::Node::new(Size::ZERO);
        }
        let whole = Size::new(
            nodes
                .iter()
                .map(|node| node.size().width)
                .fold(0.0, f32::max),
            high(&nodes),
        );
        let mut y = 0.0;
        let nodes = nodes.into_iter().map(|node| {
            let size = node.size();
            let at = Point::new((whole.width - size.width) / 2.0, y);
            if size.height > 0.0 {
                y += size.height + gap;
            }
            node.move_to(at)
        });
        layout::Node::with_children(whole, nodes.collect())
    }
}

/// Whether a part has a place; one that was left out is neither seen, pressed nor reached.
fn is_there(layout: Layout<'_>) -> bool {
    layout.bounds().height > 0.0
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Parts<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        self.each.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.each);
    }

    fn size(&self) -> Size<Length> {
        match self.plan {
            Plan::Beside { .. } => Size::new(Length::Fill, Length::Shrink),
            Plan::Spare(_) => Size::new(Length::Shrink, Length::Shrink),
        }
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &Limits,
    ) -> layout::Node {
        let room = limits.max();
        match self.plan {
            Plan::Beside { wide, least } => self.lay_beside((wide, least), tree, renderer, room),
            Plan::Spare(spared) => self.lay_spare(spared, tree, renderer, room),
        }
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
            let parts = self.each.iter_mut().zip(&mut tree.children);
            for ((part, tree), layout) in parts.zip(layout.children()) {
                if is_there(layout) {
                    let part = part.as_widget_mut();
                    part.operate(tree, layout, renderer, operation);
                }
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
        let parts = self.each.iter_mut().zip(&mut tree.children);
        for ((part, tree), layout) in parts.zip(layout.children()) {
            if is_there(layout) {
                part.as_widget_mut().update(
                    tree, event, layout, cursor, renderer, clipboard, shell, viewport,
                );
            }
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
        let parts = self.each.iter().zip(&tree.children);
        for ((part, tree), layout) in parts.zip(layout.children()) {
            if is_there(layout) {
                let part = part.as_widget();
                part.draw(tree, renderer, theme, style, layout, cursor, viewport);
            }
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
        let parts = self.each.iter().zip(&tree.children);
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
            &mut self.each,
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
    use crate::app::widget::text;
    use iced::widget::Space;
    use iced_test::Simulator;

    fn shown<'a>(
        content: impl Into<Element<'a, ()>>,
        width: f32,
        height: f32,
    ) -> Simulator<'a, (), Theme> {
        crate::app::font::load();
        let content = container(content).width(width).height(height);
        Simulator::with_size(
            iced::Settings::default(),
            Size::new(width, height),
            Element::from(content),
        )
    }

    fn place(of: &str, ui: &mut Simulator<'_, (), Theme>) -> Rectangle {
        let found = ui.find(of).expect("on screen");
        found.bounds()
    }

    #[test]
    fn what_has_no_room_beside_goes_below() {
        let row = || {
            beside(
                text::body("uno").width(Length::Fill),
                200.0,
                text::body("dos"),
            )
        };
        let mut wide = shown(row(), 400.0, 200.0);
        assert!((place("uno", &mut wide).y - place("dos", &mut wide).y).abs() < 1.0);
        let mut narrow = shown(row(), 200.0, 200.0);
        assert!(place("dos", &mut narrow).y > place("uno", &mut narrow).y + 8.0);
        let row = after(
            text::body("uno"),
            text::body("dos").width(Length::Fill),
            200.0,
        );
        let mut narrow = shown(row, 200.0, 200.0);
        assert!(place("dos", &mut narrow).y > place("uno", &mut narrow).y + 8.0);
    }

    #[test]
    fn a_field_in_a_place_that_becomes_low_keeps_its_focus() {
        use iced_runtime::user_interface::{Cache, UserInterface};
        crate::app::font::load();
        let view = || {
            roomy::<String>(300.0, 400.0, || {
                let field = iced::widget::text_input("", "").id("field");
                container(field.on_input(|text| text)).into()
            })
        };
        let mut stage = crate::app::offscreen::Stage::new();
        let renderer = stage.renderer();
        let high = Size::new(300.0, 400.0);
        let mut high = UserInterface::build(view(), high, Cache::default(), renderer);
        let mut focus = iced::advanced::widget::operation::focusable::focus::<()>("field".into());
        high.operate(renderer, &mut focus);
        let low = Size::new(300.0, 120.0);
        let mut low = UserInterface::build(view(), low, high.into_cache(), renderer);
        let mut count = iced::advanced::widget::operation::focusable::count();
        let mut told = iced::advanced::widget::operation::black_box(&mut count);
        low.operate(renderer, &mut told);
        drop(told);
        let iced::advanced::widget::operation::Outcome::Some(count) =
            iced::advanced::widget::Operation::finish(&count)
        else {
            panic!("it counts");
        };
        assert_eq!(count.focused, Some(0));
    }

    #[test]
    fn what_may_be_spared_is_left_out_in_its_order() {
        let column = || {
            let parts = vec![
                Space::new().width(40).height(40).into(),
                text::body("uno").into(),
                text::body("dos").into(),
            ];
            spare(parts, &[0, 2])
        };
        let mut high = shown(column(), 200.0, 200.0);
        assert!(place("uno", &mut high).y > 40.0);
        let _ = place("dos", &mut high);
        let mut low = shown(column(), 200.0, 60.0);
        assert!(place("uno", &mut low).y < 1.0);
        let _ = place("dos", &mut low);
        let mut lowest = shown(column(), 200.0, 24.0);
        let _ = place("uno", &mut lowest);
        assert!(lowest.find("dos").is_err());
    }
}
