//! A keyboard on the screen, for whoever has none but a finger.
//!
//! It stands below all the rest, which gives it the room. A key of it is handed to what lies above as if it
//! came from a real one, so that whatever has the focus gets it; a press on it never gets there, so that the
//! focus stays. It shows itself where a finger pressed a field, and goes once nothing has the focus.

mod draw;
mod gaze;
mod plan;
#[cfg(test)]
mod tests;

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer;
use iced::advanced::widget::operation::Outcome;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, overlay};
use iced::keyboard::key::{NativeCode, Physical};
use iced::keyboard::{self as keys, Location, Modifiers};
use iced::mouse::{self, Button};
use iced::time::{Duration, Instant};
use iced::{Event, Length, Point, Rectangle, Size, Vector, event, touch, window};

pub use plan::Key;

use super::press::{Passed, Veil};
use super::{Element, reveal};
use crate::app::theme::{Theme, space, target};
use gaze::{Focus, Gaze};
use plan::{Plan, Shift};

/// What lies above is never lower: what is found below a field has room too. Where there is less it is moved so
/// far that the field is seen.
const CONTENT_MIN: f32 = 480.0;
/// Between the field and the keyboard.
const BETWEEN: f32 = space::L;
/// Backspace is pressed again while it is held: first, and then each time.
const HELD_FIRST: Duration = Duration::from_millis(500);
const HELD_AGAIN: Duration = Duration::from_millis(70);

/// When the keyboard shows itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum When {
    /// A finger pressed a field, or its button was pressed.
    #[default]
    Automatic,
    /// Whenever a field has the focus.
    Always,
    /// Never, and it has no button.
    Never,
}

/// What is written on the keys that write no letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// On Enter.
    pub enter: String,
    /// On the key that goes to the next field.
    pub next: String,
    /// On the key that hides the keyboard.
    pub hide: String,
    /// On the space bar.
    pub space: String,
}

/// `content` with a keyboard below it; `on_key` is told of each key, and whether a field took it.
pub struct Keyboard<'a, Message> {
    content: Element<'a, Message>,
    on_key: fn(Event, event::Status) -> Message,
    when: When,
    words: Words,
    has_button: bool,
    begins_shown: bool,
}

/// Puts a keyboard below `content`.
pub fn keyboard<'a, Message>(
    content: impl Into<Element<'a, Message>>,
    on_key: fn(Event, event::Status) -> Message,
) -> Keyboard<'a, Message> {
    Keyboard {
        content: content.into(),
        on_key,
        when: When::Automatic,
        words: Words::default(),
        has_button: true,
        begins_shown: false,
    }
}

impl<Message> Keyboard<'_, Message> {
    /// When it shows itself.
    #[must_use]
    pub fn when(mut self, when: When) -> Self {
        self.when = when;
        self
    }

    /// What is written on its keys.
    #[must_use]
    pub fn words(mut self, words: Words) -> Self {
        self.words = words;
        self
    }

    /// Whether the button that shows and hides it lies at the upper right, beside the corner's own.
    #[must_use]
    pub fn button(mut self, has: bool) -> Self {
        self.has_button = has;
        self
    }

    /// It is there from the first moment on: for pictures.
    #[must_use]
    pub fn begins_shown(mut self, shown: bool) -> Self {
        self.begins_shown = shown;
        self
    }

    fn has_button(&self) -> bool {
        self.has_button && self.when != When::Never
    }
}

/// A finger or the pointer, as long as it is down.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Down {
    /// `None` is the pointer.
    finger: Option<touch::Finger>,
    at: Point,
}

/// What is held on the keyboard.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Held {
    Key(Key),
    Button,
    Nothing,
}

#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is the answer to a question of its own"
)]
struct State {
    /// The last press came from a finger.
    finger: bool,
    /// Its button was pressed: it stays until it is sent away.
    asked: bool,
    /// It showed itself.
    open: bool,
    /// As the last layout had it.
    shown: bool,
    shift: Shift,
    second: bool,
    held: Vec<(Option<touch::Finger>, Held)>,
    again: Option<Instant>,
    /// What is down on the content.
    down: Option<Down>,
    /// The field that had the focus last.
    field: Option<usize>,
    /// What lies above is moved up so far.
    moved: f32,
    /// The field is still to be brought into sight.
    reveals: bool,
}

/// What an event is to the keyboard.
enum Meant {
    /// It is for what lies above.
    Above,
    /// It is for nobody else.
    Own,
    /// A key went down.
    Key(Key),
    /// The button did.
    Button,
}

impl State {
    fn height(&self, window: Size) -> f32 {
        match self.shown {
            true => plan::height(window),
            false => 0.0,
        }
    }

    /// Where the keyboard is.
    fn panel(&self, bounds: Rectangle) -> Option<Rectangle> {
        let height = self.height(bounds.size());
        self.shown.then_some(Rectangle {
            y: bounds.y + bounds.height - height,
            height,
            ..bounds
        })
    }

    fn lift(&mut self, finger: Option<touch::Finger>) -> bool {
        let before = self.held.len();
        self.held.retain(|(by, _)| *by != finger);
        self.again = None;
        before != self.held.len()
    }

    fn holds(&self, what: Held) -> bool {
        self.held.iter().any(|(_, held)| *held == what)
    }

    fn hide(&mut self) {
        self.asked = false;
        self.open = false;
    }
}

/// Where its button is: left of the corner, which has one of its own.
fn button_at(bounds: Rectangle) -> Rectangle {
    let right = bounds.x + bounds.width - space::L;
    Rectangle {
        x: right - 2.0 * target::MIN - space::S,
        y: bounds.y + space::XS,
        width: target::MIN,
        height: target::MIN,
    }
}

impl<Message> Keyboard<'_, Message> {
    /// Whose an event is; what went down and up is kept.
    fn meant(
        &self,
        state: &mut State,
        event: &Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> Meant {
        match event {
            Event::Touch(touch::Event::FingerPressed { id, position }) => {
                self.pressed(state, Some(*id), *position, bounds)
            }
            Event::Mouse(mouse::Event::ButtonPressed(Button::Left)) => match cursor.position() {
                Some(at) => self.pressed(state, None, at, bounds),
                None => Meant::Above,
            },
            Event::Touch(
                touch::Event::FingerLifted { id, .. } | touch::Event::FingerLost { id, .. },
            ) if state.lift(Some(*id)) => Meant::Own,
            Event::Mouse(mouse::Event::ButtonReleased(Button::Left)) if state.lift(None) => {
                Meant::Own
            }
            Event::Touch(touch::Event::FingerMoved { id, .. })
                if state.held.iter().any(|(by, _)| *by == Some(*id)) =>
            {
                Meant::Own
            }
            Event::Mouse(
                mouse::Event::ButtonPressed(_)
                | mouse::Event::ButtonReleased(_)
                | mouse::Event::WheelScrolled { .. },
            ) if state
                .panel(bounds)
                .is_some_and(|panel| cursor.is_over(panel))
                && state.down.is_none() =>
            {
                Meant::Own
            }
            _ => Meant::Above,
        }
    }

    fn pressed(
        &self,
        state: &mut State,
        finger: Option<touch::Finger>,
        at: Point,
        bounds: Rectangle,
    ) -> Meant {
        if self.has_button() && button_at(bounds).contains(at) {
            state.held.push((finger, Held::Button));
            return Meant::Button;
        }
        if state.panel(bounds).is_some_and(|panel| panel.contains(at)) {
            let key = Plan::new(bounds, state.second).at(at);
            let held = key.map_or(Held::Nothing, Held::Key);
            state.held.push((finger, held));
            return key.map_or(Meant::Own, Meant::Key);
        }
        state.finger = finger.is_some();
        state.down = Some(Down { finger, at });
        Meant::Above
    }

    /// Whether what was down on the content has come up with this event: where it went down.
    fn lifted(state: &mut State, event: &Event) -> Option<Point> {
        let finger = match event {
            Event::Touch(
                touch::Event::FingerLifted { id, .. } | touch::Event::FingerLost { id, .. },
            ) => Some(*id),
            Event::Mouse(mouse::Event::ButtonReleased(Button::Left)) => None,
            _ => return None,
        };
        let down = state.down.take_if(|down| down.finger == finger)?;
        Some(down.at)
    }

    fn gaze(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
    ) -> Option<Focus> {
        let mut gaze = Gaze::default();
        let content = self.content.as_widget_mut();
        content.operate(tree, layout, renderer, &mut gaze);
        gaze.found
    }

    /// Shows itself or goes, as what has the focus wants it. Not while a finger is down: nothing moves
    /// away from under it.
    fn settle(
        &self,
        state: &mut State,
        focus: Option<Focus>,
        pressed: Option<Point>,
        shell: &mut Shell<'_, Message>,
    ) {
        let field = focus.filter(|of| of.writes);
        let came = field.map(|of| of.number);
        let gained = came.is_some() && came != state.field;
        state.field = came;
        let touched = field.zip(pressed).is_some_and(|(of, at)| {
            let seen = of.place.expand(1.0);
            seen.contains(at)
        });
        match (focus, self.when) {
            (None, _) => state.open = false,
            (_, When::Always) if gained || touched => state.open = true,
            (_, When::Automatic) if touched && state.finger => state.open = true,
            _ => {}
        }
        let shown = self.when != When::Never && (state.asked || state.open);
        if shown != state.shown {
            state.shown = shown;
            state.reveals = shown;
            state.second = false;
            state.shift = Shift::Off;
            if !shown {
                state.moved = 0.0;
                state.held.clear();
                state.again = None;
            }
            shell.invalidate_layout();
            shell.request_redraw();
        }
    }

    /// How far what lies above has to be moved up, so that the field with the focus is over the keyboard.
    fn move_up(
        state: &mut State,
        focus: Option<Focus>,
        bounds: Rectangle,
        shell: &mut Shell<'_, Message>,
    ) {
        let Some(panel) = state.panel(bounds) else {
            return;
        };
        let place = focus.filter(|of| of.writes).map(|of| of.place);
        let wanted = place.map_or(0.0, |place| {
            let y = place.y + state.moved;
            let below = y + place.height + BETWEEN - panel.y;
            // Never so far that its head is out of sight.
            below.min(y - bounds.y - BETWEEN).max(0.0)
        });
        if (wanted - state.moved).abs() > 1.0 {
            state.moved = wanted;
            shell.invalidate_layout();
            shell.request_redraw();
        }
    }
}

/// What a real key would have sent: down, and up again.
fn events(key: Key, shift: Shift) -> Option<[Event; 2]> {
    let (key, text) = key.heard(shift)?;
    let modified_key = match (&key, &text) {
        (keys::Key::Character(_), Some(text)) => keys::Key::Character(text.as_str().into()),
        _ => key.clone(),
    };
    let physical_key = Physical::Unidentified(NativeCode::Unidentified);
    let down = keys::Event::KeyPressed {
        key: key.clone(),
        modified_key: modified_key.clone(),
        physical_key,
        location: Location::Standard,
        modifiers: Modifiers::default(),
        text: text.map(|text| text.as_str().into()),
        repeat: false,
    };
    let up = keys::Event::KeyReleased {
        key,
        modified_key,
        physical_key,
        location: Location::Standard,
        modifiers: Modifiers::default(),
    };
    Some([Event::Keyboard(down), Event::Keyboard(up)])
}

/// What lies above, and how it is reached.
struct Above<'a, 'b> {
    tree: &'a mut Tree,
    layout: Layout<'b>,
    renderer: &'a iced::Renderer,
    viewport: &'a Rectangle,
}

impl<Message> Keyboard<'_, Message> {
    /// A key went down: what lies above hears it, and then the program does.
    fn press(
        &mut self,
        key: Key,
        state: &mut State,
        above: &mut Above<'_, '_>,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        match key {
            Key::Shift => state.shift = state.shift.pressed(),
            Key::Layer => state.second = !state.second,
            Key::Hide => state.hide(),
            Key::Backspace => {
                let again = Instant::now() + HELD_FIRST;
                state.again = Some(again);
                shell.request_redraw_at(again);
            }
            Key::Letter(_) | Key::Space | Key::Enter | Key::Next => {}
        }
        self.send(key, state.shift, above, clipboard, shell);
        if let Key::Letter(_) = key {
            state.shift = state.shift.used();
        }
        shell.request_redraw();
    }

    fn send(
        &mut self,
        key: Key,
        shift: Shift,
        above: &mut Above<'_, '_>,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        let Some([down, up]) = events(key, shift) else {
            return;
        };
        let status = self.hand_on(&down, above, clipboard, shell);
        shell.publish((self.on_key)(down, status));
        self.hand_on(&up, above, clipboard, shell);
    }

    fn hand_on(
        &mut self,
        event: &Event,
        above: &mut Above<'_, '_>,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) -> event::Status {
        let mut told = Vec::new();
        let mut inner = Shell::new(&mut told);
        self.content.as_widget_mut().update(
            above.tree,
            event,
            above.layout,
            mouse::Cursor::Unavailable,
            above.renderer,
            clipboard,
            &mut inner,
            above.viewport,
        );
        let status = inner.event_status();
        shell.merge(inner, |message| message);
        status
    }

    /// A key that is held is pressed again when it is time.
    fn hold(
        &mut self,
        now: Instant,
        state: &mut State,
        above: &mut Above<'_, '_>,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        let Some(again) = state.again else {
            return;
        };
        if now >= again {
            self.send(Key::Backspace, state.shift, above, clipboard, shell);
            state.again = Some(now + HELD_AGAIN);
        }
        if let Some(again) = state.again {
            shell.request_redraw_at(again);
        }
    }

    /// The list around the field scrolls until the field is in sight.
    fn reveal(&mut self, above: &mut Above<'_, '_>) {
        let mut operation = reveal::look();
        loop {
            self.content.as_widget_mut().operate(
                above.tree,
                above.layout,
                above.renderer,
                operation.as_mut(),
            );
            match operation.finish() {
                Outcome::Chain(next) => operation = next,
                Outcome::None | Outcome::Some(()) => return,
            }
        }
    }
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Keyboard<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            asked: self.begins_shown,
            shown: self.begins_shown,
            ..State::default()
        })
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let window = limits.max();
        let state = tree.state.downcast_ref::<State>();
        let left = window.height - state.height(window);
        let room = Size::new(window.width, left.max(CONTENT_MIN.min(window.height)));
        let limits = layout::Limits::new(Size::ZERO, room);
        let content = self.content.as_widget_mut();
        let node = content.layout(&mut tree.children[0], renderer, &limits);
        let node = node.move_to(Point::new(0.0, -state.moved));
        layout::Node::with_children(window, vec![node])
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let Some(inner) = layout.children().next() else {
            return;
        };
        let content = self.content.as_widget_mut();
        operation.traverse(&mut |operation| {
            content.operate(&mut tree.children[0], inner, renderer, operation);
        });
        let state = tree.state.downcast_ref::<State>();
        let bounds = layout.bounds();
        if self.has_button() {
            let id = Id::new(BUTTON);
            operation.custom(Some(&id), button_at(bounds), &mut Passed);
        }
        if let Some(panel) = state.panel(bounds) {
            operation.custom(None, panel, &mut Veil);
        }
        if state.shown {
            for (key, place) in Plan::new(bounds, state.second).keys() {
                let id = Id::from(key.name());
                operation.custom(Some(&id), *place, &mut Passed);
            }
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
        let Some(inner) = layout.children().next() else {
            return;
        };
        let bounds = layout.bounds();
        let state = tree.state.downcast_mut::<State>();
        let mut above = Above {
            tree: &mut tree.children[0],
            layout: inner,
            renderer,
            viewport,
        };
        match self.meant(state, event, bounds, cursor) {
            Meant::Above => {
                let cursor = match state.panel(bounds) {
                    Some(panel) if cursor.is_over(panel) && state.down.is_none() => {
                        mouse::Cursor::Unavailable
                    }
                    _ => cursor,
                };
                self.content.as_widget_mut().update(
                    above.tree, event, inner, cursor, renderer, clipboard, shell, viewport,
                );
            }
            Meant::Own => {
                shell.capture_event();
                shell.request_redraw();
            }
            Meant::Key(key) => {
                self.press(key, state, &mut above, clipboard, shell);
                shell.capture_event();
            }
            Meant::Button => {
                match state.shown {
                    true => state.hide(),
                    false => state.asked = true,
                }
                shell.capture_event();
                shell.request_redraw();
            }
        }
        let drawn = match event {
            Event::Window(window::Event::RedrawRequested(now)) => Some(*now),
            _ => None,
        };
        if let Some(now) = drawn {
            self.hold(now, state, &mut above, clipboard, shell);
            if std::mem::take(&mut state.reveals) {
                self.reveal(&mut above);
            }
        }
        let lifted = Self::lifted(state, event);
        let input = matches!(
            event,
            Event::Keyboard(_) | Event::Mouse(_) | Event::Touch(_)
        );
        let moves = matches!(
            event,
            Event::Mouse(mouse::Event::CursorMoved { .. })
                | Event::Touch(touch::Event::FingerMoved { .. })
        );
        if state.down.is_some() || moves || !(input || drawn.is_some()) {
            return;
        }
        let focus = self.gaze(above.tree, inner, renderer);
        self.settle(state, focus, lifted, shell);
        if drawn.is_some() && !shell.is_layout_invalid() {
            Self::move_up(state, focus, bounds, shell);
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
        use iced::advanced::Renderer as _;

        let Some(inner) = layout.children().next() else {
            return;
        };
        let (bounds, state) = (layout.bounds(), tree.state.downcast_ref::<State>());
        let (content, below) = (self.content.as_widget(), &tree.children[0]);
        if let Some(panel) = state.panel(bounds) {
            let seen = Rectangle {
                height: panel.y - bounds.y,
                ..bounds
            };
            renderer.with_layer(seen, |renderer| {
                content.draw(below, renderer, theme, style, inner, cursor, &seen);
            });
            let plan = Plan::new(bounds, state.second);
            renderer.with_layer(panel, |renderer| {
                draw::keys(renderer, theme, panel, &plan, &self.words, |key| {
                    draw::Looks {
                        down: state.holds(Held::Key(key)),
                        shift: state.shift,
                        second: state.second,
                        wide: plan::is_wide(bounds.size()),
                    }
                });
            });
        } else {
            content.draw(below, renderer, theme, style, inner, cursor, viewport);
        }
        if self.has_button() {
            let place = button_at(bounds);
            let down = state.holds(Held::Button);
            renderer.with_layer(place, |renderer| {
                draw::button(renderer, theme, place, state.shown, down);
            });
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
        let bounds = layout.bounds();
        let state = tree.state.downcast_ref::<State>();
        if self.has_button() && cursor.is_over(button_at(bounds)) {
            return mouse::Interaction::Pointer;
        }
        let panel = state.panel(bounds);
        if let Some(at) = panel.and_then(|panel| cursor.position_over(panel)) {
            let plan = Plan::new(bounds, state.second);
            let mut keys = plan.keys().iter();
            return match keys.any(|(_, place)| place.contains(at)) {
                true => mouse::Interaction::Pointer,
                false => mouse::Interaction::Idle,
            };
        }
        layout
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
            })
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

/// The name of the button that shows and hides the keyboard.
pub const BUTTON: &str = "keyboard-button";

impl<'a, Message: 'a> From<Keyboard<'a, Message>> for Element<'a, Message> {
    fn from(keyboard: Keyboard<'a, Message>) -> Self {
        Element::new(keyboard)
    }
}
