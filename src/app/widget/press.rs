//! Something to press that can stand in a list dragged by a finger.
//!
//! iced's button captures the press, so a list under it never scrolls by touch. This one lets the
//! press pass, fires when the finger lifts where it went down, and gives up once it travelled
//! further than a tap does. Hover looks like rest: after a touch the pointer stays where it was.

use std::any::Any;

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad};
use iced::advanced::widget::operation::Outcome;
use iced::advanced::widget::{Id, Operation, Tree, operate, tree};
use iced::advanced::{Clipboard, Shell, Widget, overlay};
use iced::keyboard::{self, key::Named};
use iced::mouse;
use iced::widget::container;
use iced::{
    Background, Border, Color, Event, Length, Padding, Rectangle, Size, Task, Vector, window,
};

use super::Element;
use super::tap::Tap;
use crate::app::theme::{Theme, radius, style};

/// How far outside its bounds the focus ring is drawn, in logical pixels.
const RING: f32 = 3.0;

/// What a [`Press`] looks like it is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It can be pressed.
    Rest,
    /// A finger or the pointer holds it down.
    Pressed,
    /// It cannot be pressed now.
    Disabled,
}

/// The look of a [`Press`], by theme and status.
type Look<'a> = Box<dyn Fn(&Theme, Status) -> container::Style + 'a>;

/// Content that can be pressed, by touch, pointer or, once focused, the space bar.
///
/// Not by Enter itself: a scanner ends its burst with Enter wherever the focus is. Who has told a person's
/// Enter from it presses what has the focus with [`press_focused`].
pub struct Press<'a, Message> {
    content: Element<'a, Message>,
    message: Option<Message>,
    id: Option<Id>,
    focusable: bool,
    ground: bool,
    width: Length,
    height: Length,
    padding: Padding,
    look: Look<'a>,
}

/// Makes `content` pressable. It is disabled until it has an [`on_press`](Press::on_press).
pub fn press<'a, Message>(content: impl Into<Element<'a, Message>>) -> Press<'a, Message> {
    Press {
        content: content.into(),
        message: None,
        id: None,
        focusable: true,
        ground: false,
        width: Length::Shrink,
        height: Length::Shrink,
        padding: Padding::ZERO,
        look: Box::new(|theme, _| style::bare(theme)),
    }
}

impl<'a, Message> Press<'a, Message> {
    /// What happened when it is pressed.
    #[must_use]
    pub fn on_press(self, message: Message) -> Self {
        self.on_press_maybe(Some(message))
    }

    /// As [`on_press`](Self::on_press); `None` disables it.
    #[must_use]
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.message = message;
        self
    }

    /// A name to focus it by.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Passed over by the keyboard: for what another key does as well.
    #[must_use]
    pub fn unfocusable(mut self) -> Self {
        self.focusable = false;
        self
    }

    /// What lies around something, such as the dimmed screen beside a dialog: a press on it is heard, but it
    /// offers none, and the keyboard passes it by.
    #[must_use]
    pub fn ground(mut self) -> Self {
        self.ground = true;
        self.unfocusable()
    }

    /// Its width.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Its height.
    #[must_use]
    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.height = height.into();
        self
    }

    /// The space around its content.
    #[must_use]
    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.padding = padding.into();
        self
    }

    /// Its look.
    #[must_use]
    pub fn style(mut self, look: impl Fn(&Theme, Status) -> container::Style + 'a) -> Self {
        self.look = Box::new(look);
        self
    }

    fn status(&self, state: &Tap) -> Status {
        if self.message.is_none() {
            Status::Disabled
        } else if state.is_down() {
            Status::Pressed
        } else {
            Status::Rest
        }
    }
}

/// Presses what has the keyboard, if that can be pressed; tells whether it was.
pub fn press_focused() -> Task<bool> {
    operate(PressFocused(false))
}

/// Looks for what has the focus and can be pressed.
struct PressFocused(bool);

impl Operation<bool> for PressFocused {
    fn traverse(&mut self, next: &mut dyn FnMut(&mut dyn Operation<bool>)) {
        next(self);
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        if let Some(tap) = state.downcast_mut::<Tap>().filter(|tap| tap.focused) {
            tap.asked = true;
            self.0 = true;
        }
    }

    fn finish(&self) -> Outcome<bool> {
        Outcome::Some(self.0)
    }
}

/// What a walk over the widgets is told of something that is pressed though the keyboard passes it by: another
/// key does the same.
pub(in crate::app) struct Passed;

/// What a walk over the widgets is told of a place that lies over others until it is sent away: what it cuts is
/// whole then.
pub(in crate::app) struct Veil;

/// What a walk is told of a picture whose letters stand on its own colours: it has chosen them for each ground.
pub(in crate::app) struct Painted;

/// The first press of the space bar; one held down does not repeat an action.
fn is_space(event: &Event) -> bool {
    matches!(
        event,
        Event::Keyboard(keyboard::Event::KeyPressed {
            key: keyboard::Key::Named(Named::Space),
            repeat: false,
            ..
        })
    )
}

/// It is about to be drawn: the first that is heard after something was asked of it.
const fn is_drawn(event: &Event) -> bool {
    matches!(event, Event::Window(window::Event::RedrawRequested(_)))
}

impl<'a, Message: Clone + 'a> Widget<Message, Theme, iced::Renderer> for Press<'a, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Tap>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Tap::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, self.height)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::padded(limits, self.width, self.height, self.padding, |limits| {
            self.content
                .as_widget_mut()
                .layout(&mut tree.children[0], renderer, limits)
        })
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.container(self.id.as_ref(), layout.bounds());
        if self.focusable && self.message.is_some() {
            operation.focusable(
                self.id.as_ref(),
                layout.bounds(),
                tree.state.downcast_mut::<Tap>(),
            );
            operation.custom(None, layout.bounds(), tree.state.downcast_mut::<Tap>());
        } else if self.message.is_some() && !self.ground {
            operation.custom(None, layout.bounds(), &mut Passed);
        }
        let Some(inner) = layout.children().next() else {
            return;
        };
        operation.traverse(&mut |operation| {
            self.content
                .as_widget_mut()
                .operate(&mut tree.children[0], inner, renderer, operation);
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
        if let Some(inner) = layout.children().next() {
            self.content.as_widget_mut().update(
                &mut tree.children[0],
                event,
                inner,
                cursor,
                renderer,
                clipboard,
                shell,
                viewport,
            );
        }

        let state = tree.state.downcast_mut::<Tap>();
        let before = *state;
        match &self.message {
            None => *state = Tap::default(),
            Some(_) if shell.is_event_captured() => state.lose(event),
            Some(message) => {
                let over = cursor.is_over(layout.bounds());
                let asked = is_drawn(event) && std::mem::take(&mut state.asked);
                if asked || state.follow(event, over) || (state.focused && is_space(event)) {
                    shell.publish(message.clone());
                    shell.capture_event();
                }
            }
        }
        if before != *state {
            shell.request_redraw();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        inherited: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<Tap>();
        let bounds = layout.bounds();
        let look = (self.look)(theme, self.status(state));
        container::draw_background(renderer, &look, bounds);

        if let Some(inner) = layout.children().next() {
            let style = renderer::Style {
                text_color: look.text_color.unwrap_or(inherited.text_color),
            };
            self.content.as_widget().draw(
                &tree.children[0],
                renderer,
                theme,
                &style,
                inner,
                cursor,
                viewport,
            );
        }
        if state.focused {
            draw_ring(renderer, theme, bounds, look.border);
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
        let inner = layout
            .children()
            .next()
            .map_or(mouse::Interaction::None, |inner| {
                self.content.as_widget().mouse_interaction(
                    &tree.children[0],
                    inner,
                    cursor,
                    viewport,
                    renderer,
                )
            });
        if inner == mouse::Interaction::None
            && self.message.is_some()
            && !self.ground
            && cursor.is_over(layout.bounds())
        {
            mouse::Interaction::Pointer
        } else {
            inner
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
        self.content.as_widget_mut().overlay(
            &mut tree.children[0],
            layout.children().next()?,
            renderer,
            viewport,
            translation,
        )
    }
}

/// Shows where the keyboard is: a dark and a light ring, so that one stands out on any ground.
pub(super) fn draw_ring(
    renderer: &mut iced::Renderer,
    theme: &Theme,
    bounds: Rectangle,
    border: Border,
) {
    use iced::advanced::Renderer as _;

    let canvas = theme.tokens().canvas;
    let corner = border.radius.top_left.max(radius::S);
    for (outset, color) in [(RING, canvas.ink), (RING * 2.0, canvas.fill)] {
        renderer.fill_quad(
            Quad {
                bounds: bounds.expand(outset),
                border: style::outline(color, RING, corner + outset),
                ..Quad::default()
            },
            Background::Color(Color::TRANSPARENT),
        );
    }
}

impl<'a, Message: Clone + 'a> From<Press<'a, Message>> for Element<'a, Message> {
    fn from(press: Press<'a, Message>) -> Self {
        Element::new(press)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widget::text;
    use iced::widget::{Column, scrollable};
    use iced::{Point, touch};
    use iced_test::Simulator;

    /// Where, and what the finger does there.
    type Touch = (f32, f32, fn(f32, f32) -> Event);

    const FINGER: touch::Finger = touch::Finger(1);

    fn down(x: f32, y: f32) -> Event {
        Event::Touch(touch::Event::FingerPressed {
            id: FINGER,
            position: Point::new(x, y),
        })
    }

    fn moved(x: f32, y: f32) -> Event {
        Event::Touch(touch::Event::FingerMoved {
            id: FINGER,
            position: Point::new(x, y),
        })
    }

    fn up(x: f32, y: f32) -> Event {
        Event::Touch(touch::Event::FingerLifted {
            id: FINGER,
            position: Point::new(x, y),
        })
    }

    /// A list of forty things to press, each 50 px high.
    fn list<'a>() -> Simulator<'a, usize, Theme> {
        crate::app::font::load();
        let rows = (0..40).map(|n| {
            press(text::body(n.to_string()))
                .width(Length::Fill)
                .height(50.0)
                .on_press(n)
                .into()
        });
        Simulator::with_size(
            iced::Settings::default(),
            Size::new(300.0, 400.0),
            scrollable(Column::with_children(rows)),
        )
    }

    /// Plays touches with the pointer where the finger is, as the window does.
    fn touch(ui: &mut Simulator<'_, usize, Theme>, events: &[Touch]) {
        for (x, y, event) in events {
            ui.point_at(Point::new(*x, *y));
            let _ = ui.simulate([event(*x, *y)]);
        }
    }

    #[test]
    fn a_tap_presses_what_it_is_on() {
        let mut ui = list();
        touch(
            &mut ui,
            &[(50.0, 120.0, down), (52.0, 125.0, moved), (52.0, 125.0, up)],
        );
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn a_drag_scrolls_the_list_and_presses_nothing() {
        let mut ui = list();
        touch(
            &mut ui,
            &[
                (50.0, 320.0, down),
                (50.0, 300.0, moved),
                (50.0, 120.0, moved),
                (50.0, 120.0, up),
            ],
        );
        touch(&mut ui, &[(50.0, 10.0, down), (50.0, 10.0, up)]);
        assert_eq!(
            ui.into_messages().collect::<Vec<_>>(),
            [4],
            "200 px up: the fifth is now first"
        );
    }

    #[test]
    fn a_drag_that_comes_back_presses_nothing() {
        let mut ui = list();
        touch(
            &mut ui,
            &[
                (50.0, 120.0, down),
                (50.0, 140.0, moved),
                (50.0, 120.0, moved),
                (50.0, 120.0, up),
            ],
        );
        assert_eq!(ui.into_messages().count(), 0);
    }

    #[test]
    fn a_second_finger_does_not_press_for_the_first() {
        let mut ui = list();
        touch(&mut ui, &[(50.0, 120.0, down)]);
        let other = touch::Event::FingerLifted {
            id: touch::Finger(2),
            position: Point::new(50.0, 120.0),
        };
        let _ = ui.simulate([Event::Touch(other)]);
        assert_eq!(ui.into_messages().count(), 0);
    }

    #[test]
    fn a_click_presses_and_a_disabled_one_stays_silent() {
        crate::app::font::load();
        let column = iced::widget::column![
            Element::from(press(text::body("yes")).on_press(1)),
            Element::from(press(text::body("no"))),
        ];
        let mut ui: Simulator<'_, i32, Theme> = Simulator::new(column);
        let _ = ui.click("yes").expect("on screen");
        let _ = ui.click("no").expect("on screen");
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn a_press_inside_a_press_fires_only_the_inner() {
        crate::app::font::load();
        let inner: Element<'_, &str> = press(text::body("inner")).on_press("inner").into();
        let mut ui = Simulator::new(Element::from(press(inner).padding(20).on_press("outer")));
        let _ = ui.click("inner").expect("on screen");
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), ["inner"]);
    }

    #[test]
    fn space_presses_what_has_the_focus_and_the_scanners_enter_does_not() {
        let enter = iced_test::simulator::press_key(Named::Enter, None);
        let space = iced_test::simulator::press_key(Named::Space, None);
        assert!(!is_space(&enter) && is_space(&space));
    }
}
