//! Hands on the whole program without its window: every press goes through the widgets as a window's would.
//!
//! A finger only presses what is seen, where it is seen; a keyboard has no pointer at all. What they do is
//! written down in `tests/journeys/`, line by line, in the words that are on the screen.

use std::cell::Cell;

use chrono::DateTime;
use iced::advanced::renderer::Headless;
use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable, TextInput};
use iced::advanced::{clipboard, mouse};
use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced::keyboard::{self, Key, key::Named};
use iced::{Event, Pixels, Point, Rectangle, Size, Task, Vector, event, touch, window};
use iced_runtime::Action;
use iced_runtime::task::into_stream;
use iced_runtime::user_interface::{Cache, UserInterface};

use super::{Message, Program};
use crate::app::font;
use crate::app::theme::size;
use crate::domain::Moment;
use crate::till::Till;

/// The smallest window.
const WINDOW: Size = Size::new(1024.0, 600.0);
/// Between two things that a hand does: no reader is as slow.
const BETWEEN: i64 = 200;
/// So often a list is dragged, or Tab is pressed, until something is given up.
const DRAGS_MAX: usize = 40;
const TABS_MAX: usize = 400;

thread_local! {
    static ELAPSED: Cell<i64> = const { Cell::new(0) };
}

pub(super) fn clock() -> Moment {
    let time = DateTime::parse_from_rfc3339("2026-11-23T11:42:00-03:00").unwrap();
    Moment::new(time).plus_millis(ELAPSED.get())
}

/// The program and what touches it.
pub(super) struct Hands {
    pub(super) program: Program,
    renderer: iced::Renderer,
    cache: Cache,
    cursor: mouse::Cursor,
}

/// Something on the screen.
#[derive(Debug, Clone)]
struct Part {
    what: What,
    /// Where it is, though a list may hide it.
    place: Rectangle,
    /// What of it is seen.
    seen: Option<Rectangle>,
}

#[derive(Debug, Clone, PartialEq)]
enum What {
    Text(String),
    Field(String),
    Stop(bool),
    Named(Id),
    List,
}

/// All that is on the screen.
#[derive(Debug, Default)]
struct Sight {
    parts: Vec<Part>,
    entering: Option<(Vector, Rectangle)>,
    scrolled: Vector,
    clip: Option<Rectangle>,
}

impl Sight {
    fn add(&mut self, what: What, bounds: Rectangle) {
        let place = bounds - self.scrolled;
        let window = Rectangle::with_size(WINDOW);
        let seen = place.intersection(&self.clip.unwrap_or(window));
        let seen = seen.filter(|seen| seen.height >= 1.0 && seen.width >= 1.0);
        self.parts.push(Part { what, place, seen });
    }
}

impl Operation for Sight {
    fn traverse(&mut self, next: &mut dyn FnMut(&mut dyn Operation)) {
        let (scrolled, clip) = (self.scrolled, self.clip);
        if let Some((by, bounds)) = self.entering.take() {
            let window = clip.unwrap_or(Rectangle::with_size(WINDOW));
            let bounds = bounds - scrolled;
            self.clip = Some(window.intersection(&bounds).unwrap_or_default());
            self.scrolled = scrolled + by;
        }
        next(self);
        (self.scrolled, self.clip) = (scrolled, clip);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        _content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.add(What::List, bounds);
        self.entering = Some((translation, bounds));
    }

    fn text(&mut self, _id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.add(What::Text(text.to_owned()), bounds);
    }

    fn text_input(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn TextInput) {
        self.add(What::Field(state.text().to_owned()), bounds);
    }

    fn focusable(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        self.add(What::Stop(state.is_focused()), bounds);
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, _state: &mut dyn std::any::Any) {
        if let Some(id) = id {
            self.add(What::Named(id.clone()), bounds);
        }
    }
}

impl Hands {
    pub(super) fn on(till: &Till) -> Self {
        font::load();
        ELAPSED.set(0);
        let renderer = <iced::Renderer as Headless>::new(font::REGULAR, Pixels(size::BODY), None);
        let renderer = block_on(renderer).unwrap();
        let mut hands = Self {
            program: Program::played(till, clock),
            renderer,
            cache: Cache::default(),
            cursor: mouse::Cursor::Unavailable,
        };
        hands.draw();
        hands
    }

    /// Takes in an event as the window does: first the widgets, then the program.
    fn happen(&mut self, event: Event) {
        ELAPSED.set(ELAPSED.get() + BETWEEN / 2);
        let (status, messages) = self.update(&event);
        for message in messages {
            self.tell(message);
        }
        if let Some(message) = super::keys::interesting(event, status, window::Id::unique()) {
            self.tell(message);
        }
        self.draw();
    }

    fn update(&mut self, event: &Event) -> (event::Status, Vec<Message>) {
        let mut messages = Vec::new();
        let cache = std::mem::take(&mut self.cache);
        let mut shown =
            UserInterface::build(self.program.view(), WINDOW, cache, &mut self.renderer);
        let (_, statuses) = shown.update(
            std::slice::from_ref(event),
            self.cursor,
            &mut self.renderer,
            &mut clipboard::Null,
            &mut messages,
        );
        let cache = shown.into_cache();
        self.cache = cache;
        (statuses[0], messages)
    }

    fn tell(&mut self, message: Message) {
        let task = self.program.update(message);
        self.follow(task);
    }

    /// What a task does, one thing after the other, as the window lets it.
    fn follow(&mut self, task: Task<Message>) {
        let Some(mut stream) = into_stream(task) else {
            return;
        };
        while let Some(action) = block_on(stream.next()) {
            match action {
                Action::Output(message) => self.tell(message),
                Action::Widget(operation) => self.operate(operation),
                _ => {}
            }
        }
    }

    fn operate(&mut self, mut operation: Box<dyn Operation>) {
        let cache = std::mem::take(&mut self.cache);
        let mut shown =
            UserInterface::build(self.program.view(), WINDOW, cache, &mut self.renderer);
        loop {
            shown.operate(&self.renderer, operation.as_mut());
            match operation.finish() {
                Outcome::Chain(next) => operation = next,
                Outcome::None | Outcome::Some(()) => break,
            }
        }
        let cache = shown.into_cache();
        self.cache = cache;
    }

    /// A few frames, and what was waited for meanwhile.
    fn draw(&mut self) {
        for _ in 0..4 {
            let now = iced::time::Instant::now();
            let drawn = Event::Window(window::Event::RedrawRequested(now));
            let (_, messages) = self.update(&drawn);
            for message in messages {
                self.tell(message);
            }
        }
        if self.program.scanner.waits_until().is_some() {
            ELAPSED.set(ELAPSED.get() + BETWEEN);
            self.tell(Message::Tick);
            self.draw();
        }
    }

    fn sight(&mut self) -> Vec<Part> {
        let mut sight = Sight::default();
        let cache = std::mem::take(&mut self.cache);
        let mut shown =
            UserInterface::build(self.program.view(), WINDOW, cache, &mut self.renderer);
        shown.operate(&self.renderer, &mut sight);
        let cache = shown.into_cache();
        self.cache = cache;
        sight.parts
    }

    /// All that can be read, for whoever looks why a journey stopped.
    pub(super) fn seen(&mut self) -> String {
        let parts = self.sight();
        let lines = parts.iter().filter_map(|part| {
            let at = part
                .seen
                .map(|seen| (seen.center_x().round(), seen.center_y().round()));
            let hidden = if at.is_none() { "  (out of sight)" } else { "" };
            let said = match &part.what {
                What::Text(text) if text.trim().is_empty() => return None,
                What::Text(text) => format!("{text:?}"),
                What::Field(text) => format!("[{text}]"),
                What::Stop(true) => "<-- focus".to_owned(),
                What::Stop(false) => "stop".to_owned(),
                What::Named(_) | What::List => return None,
            };
            Some(format!("{said} {:?}{hidden}", at.unwrap_or_default()))
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// What says that: the same words before such as only begin with them, and those before all that hold them.
    fn saying(parts: &[Part], words: &str) -> Vec<Part> {
        let (words, number) = match words.rsplit_once(" #") {
            Some((words, number)) if number.parse::<usize>().is_ok() => {
                (words, number.parse::<usize>().unwrap())
            }
            _ => (words, 0),
        };
        let ways: [fn(&str, &str) -> bool; 3] = [
            |text, words| text == words,
            |text, words| text.starts_with(words),
            |text, words| text.contains(words),
        ];
        for way in ways {
            let found = parts.iter().filter(|part| match &part.what {
                What::Text(text) | What::Field(text) => way(text, words),
                _ => false,
            });
            let mut found: Vec<_> = found.cloned().collect();
            // What is seen before what a list hides.
            found.sort_by_key(|part| part.seen.is_none());
            if number > 0 && found.len() >= number {
                return vec![found.swap_remove(number - 1)];
            }
            if number == 0 && !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    fn is_seen(&mut self, words: &str) -> bool {
        let parts = self.sight();
        !Self::saying(&parts, words).is_empty()
    }

    /// The field below those words, or the one of that number.
    fn field(parts: &[Part], label: &str) -> Option<Part> {
        let is_field = |part: &&Part| matches!(part.what, What::Field(_));
        if let Some(number) = label.strip_prefix('#') {
            let number: usize = number.parse().ok()?;
            let mut fields = parts.iter().filter(is_field);
            return fields.nth(number - 1).cloned();
        }
        let labels = Self::saying(parts, label);
        let near = |label: &Part, field: &Part| {
            let below = field.place.y - label.place.y - label.place.height;
            let beside = (field.place.x - label.place.x).abs();
            (-4.0..70.0).contains(&below) && beside < 60.0
        };
        let fields = parts.iter().filter(is_field);
        labels.iter().find_map(|label| {
            let mut near: Vec<_> = fields.clone().filter(|field| near(label, field)).collect();
            near.sort_by(|one, other| one.place.y.total_cmp(&other.place.y));
            near.first().map(|part| (*part).clone())
        })
    }
}

/// A finger and nothing else.
impl Hands {
    fn tap(&mut self, at: Point) {
        self.down(at);
        self.up(at);
    }

    fn down(&mut self, position: Point) {
        let id = touch::Finger(1);
        self.cursor = mouse::Cursor::Available(position);
        self.happen(Event::Touch(touch::Event::FingerPressed { id, position }));
    }

    fn up(&mut self, position: Point) {
        let id = touch::Finger(1);
        self.cursor = mouse::Cursor::Available(position);
        self.happen(Event::Touch(touch::Event::FingerLifted { id, position }));
        self.cursor = mouse::Cursor::Unavailable;
    }

    fn moved(&mut self, position: Point) {
        let id = touch::Finger(1);
        self.cursor = mouse::Cursor::Available(position);
        self.happen(Event::Touch(touch::Event::FingerMoved { id, position }));
    }

    fn drag(&mut self, from: Point, to: Point) {
        self.down(from);
        let middle = Point::new(f32::midpoint(from.x, to.x), f32::midpoint(from.y, to.y));
        self.moved(middle);
        self.moved(to);
        self.up(to);
    }

    /// Presses the middle of what is seen of it; what a list hides is dragged into sight.
    fn touch(&mut self, find: impl Fn(&[Part]) -> Option<Part>) -> Result<(), String> {
        for _ in 0..DRAGS_MAX {
            let parts = self.sight();
            let Some(part) = find(&parts) else {
                return Err("it is not there".to_owned());
            };
            if let Some(seen) = part
                .seen
                .filter(|seen| seen.height > part.place.height / 2.0)
            {
                self.tap(seen.center());
                return Ok(());
            }
            let lists = parts.iter().filter(|of| of.what == What::List);
            let list = lists
                .filter_map(|of| of.seen)
                .filter(|seen| seen.height > 60.0)
                .filter(|seen| part.place.center_x() >= seen.x)
                .filter(|seen| part.place.center_x() <= seen.x + seen.width)
                .min_by(|one, other| one.area().total_cmp(&other.area()));
            let Some(list) = list else {
                return Err(format!("no list leads to it at {:?}", part.place));
            };
            let middle = list.center();
            let step = (list.height / 2.0 - 20.0).min(160.0);
            let by = match part.place.center_y() > middle.y {
                true => -step,
                false => step,
            };
            let from = Point::new(middle.x, middle.y - by / 2.0);
            self.drag(from, Point::new(middle.x, middle.y + by / 2.0));
        }
        Err("it never came into sight".to_owned())
    }

    fn key(&mut self, name: &str) -> Result<(), String> {
        let id = Id::from(name.to_owned());
        self.touch(|parts| {
            let mut parts = parts.iter();
            parts.find(|of| of.what == What::Named(id.clone())).cloned()
        })
        .map_err(|why| format!("{name}: {why}"))
    }

    /// On the keyboard on the screen.
    fn write(&mut self, text: &str) -> Result<(), String> {
        for letter in text.chars() {
            match letter {
                ' ' => self.key("key-space")?,
                letter if letter.is_uppercase() => {
                    self.key("key-shift")?;
                    let small: String = letter.to_lowercase().collect();
                    self.key(&format!("key-{small}"))?;
                }
                letter => self.key(&format!("key-{letter}"))?,
            }
        }
        Ok(())
    }
}

/// A keyboard and nothing else.
impl Hands {
    fn strike(&mut self, key: Key, text: Option<&str>, shift: bool) {
        let modifiers = match shift {
            true => keyboard::Modifiers::SHIFT,
            false => keyboard::Modifiers::default(),
        };
        let physical =
            keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified);
        let location = keyboard::Location::Standard;
        if shift {
            self.happen(Event::Keyboard(keyboard::Event::ModifiersChanged(
                modifiers,
            )));
        }
        self.happen(Event::Keyboard(keyboard::Event::KeyPressed {
            key: key.clone(),
            modified_key: key.clone(),
            physical_key: physical,
            location,
            modifiers,
            text: text.map(Into::into),
            repeat: false,
        }));
        self.happen(Event::Keyboard(keyboard::Event::KeyReleased {
            key: key.clone(),
            modified_key: key,
            physical_key: physical,
            location,
            modifiers,
        }));
        if shift {
            let none = keyboard::Modifiers::default();
            self.happen(Event::Keyboard(keyboard::Event::ModifiersChanged(none)));
        }
    }

    fn press(&mut self, name: &str) -> Result<(), String> {
        let (name, shift) = match name.strip_prefix("Shift+") {
            Some(name) => (name, true),
            None => (name, false),
        };
        let (named, text) = match name {
            "Enter" => (Named::Enter, Some("\r")),
            "Tab" => (Named::Tab, Some("\t")),
            "Space" => (Named::Space, Some(" ")),
            "Escape" => (Named::Escape, Some("\u{1b}")),
            "Backspace" => (Named::Backspace, Some("\u{8}")),
            "Up" => (Named::ArrowUp, None),
            "Down" => (Named::ArrowDown, None),
            "Left" => (Named::ArrowLeft, None),
            "Right" => (Named::ArrowRight, None),
            "F1" => (Named::F1, None),
            "F2" => (Named::F2, None),
            "F3" => (Named::F3, None),
            "F4" => (Named::F4, None),
            "F5" => (Named::F5, None),
            "F6" => (Named::F6, None),
            _ => return Err(format!("no key is called {name}")),
        };
        self.strike(Key::Named(named), text, shift);
        Ok(())
    }

    fn type_in(&mut self, text: &str) {
        for letter in text.chars() {
            let text = letter.to_string();
            let key = match letter {
                ' ' => Key::Named(Named::Space),
                _ => Key::Character(text.as_str().into()),
            };
            self.strike(key, Some(&text), false);
        }
    }

    /// Tab, until the keyboard is at what says that.
    fn go(&mut self, holds: impl Fn(&[Part], &Rectangle) -> bool) -> Result<(), String> {
        for _ in 0..TABS_MAX {
            let parts = self.sight();
            let focus = parts.iter().find(|part| part.what == What::Stop(true));
            if let Some(focus) = focus
                && holds(&parts, &focus.place)
            {
                return match focus.seen {
                    Some(_) => Ok(()),
                    None => Err("the keyboard is there, but out of sight".to_owned()),
                };
            }
            self.press("Tab")?;
        }
        Err("the keyboard never comes there".to_owned())
    }
}

fn inside(place: &Rectangle, of: &Rectangle) -> bool {
    of.expand(1.0).contains(place.center())
}

/// Does what is written down.
impl Hands {
    /// Every line of a journey.
    ///
    /// # Panics
    /// With the line that could not be done, and what was on the screen.
    pub(super) fn travel(&mut self, journey: &str) {
        for (number, line) in journey.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Err(why) = self.step(line) {
                let seen = self.seen();
                panic!("line {}: {line}: {why}\n{seen}", number + 1);
            }
        }
    }

    fn step(&mut self, line: &str) -> Result<(), String> {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match (verb, rest.strip_prefix("field ")) {
            ("touch", Some(label)) => self.touch(|parts| Self::field(parts, label)),
            ("touch", None) => self.touch(|parts| Self::saying(parts, rest).first().cloned()),
            ("at", _) => {
                let (x, y) = rest.split_once(' ').ok_or("two numbers")?;
                let number = |text: &str| text.parse::<f32>().map_err(|why| why.to_string());
                self.tap(Point::new(number(x)?, number(y)?));
                Ok(())
            }
            ("figures", _) => rest.chars().try_for_each(|figure| {
                let figure = figure.to_string();
                // A keypad comes after what it writes.
                self.touch(|parts| Self::saying(parts, &figure).last().cloned())
            }),
            ("icon", _) => {
                let (name, number) = rest.split_once(' ').unwrap_or((rest, ""));
                let icons = crate::app::icon::Icon::ALL.iter();
                let icon = icons.clone().find(|of| format!("{of:?}") == name);
                let glyph = icon.ok_or("no such icon")?.glyph().to_string();
                let glyph = format!("{glyph} {number}");
                self.touch(|parts| Self::saying(parts, glyph.trim()).first().cloned())
            }
            ("write", _) => self.write(rest),
            ("key", _) => self.key(&format!("key-{rest}")),
            ("press", _) => rest.split(' ').try_for_each(|name| self.press(name)),
            ("type", _) => {
                self.type_in(rest);
                Ok(())
            }
            ("go", Some(label)) => self.go(|parts, place| {
                Self::field(parts, label).is_some_and(|field| inside(&field.place, place))
            }),
            ("go", None) => self.go(|parts, place| {
                let said = Self::saying(parts, rest);
                said.iter().any(|part| inside(&part.place, place))
            }),
            ("pick", _) => {
                self.step(&format!("go {rest}"))?;
                self.press("Space")
            }
            ("here", _) => {
                let parts = self.sight();
                let focus = parts.iter().find(|part| part.what == What::Stop(true));
                let focus = focus.ok_or("the keyboard is nowhere")?.place;
                let said = Self::saying(&parts, rest);
                said.iter()
                    .any(|part| inside(&part.place, &focus))
                    .then_some(())
                    .ok_or(format!("the keyboard is at {focus:?}"))
            }
            ("see", _) => self
                .is_seen(rest)
                .then_some(())
                .ok_or("not seen".to_owned()),
            ("miss", _) => (!self.is_seen(rest)).then_some(()).ok_or("seen".to_owned()),
            ("wait", _) => {
                let seconds: i64 = rest.parse().map_err(|_| "seconds")?;
                ELAPSED.set(ELAPSED.get() + seconds * 1_000);
                self.tell(Message::Tick);
                self.draw();
                Ok(())
            }
            ("show", _) => {
                println!("---- {rest}\n{}", self.seen());
                Ok(())
            }
            _ => Err("nobody knows how".to_owned()),
        }
    }
}
