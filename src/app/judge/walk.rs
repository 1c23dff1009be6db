//! Walks the widgets: what the keyboard comes to, what text there is, what scrolls.

use std::any::Any;

use iced::advanced::widget::Id;
use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::{Focusable, Scrollable, TextInput};
use iced::{Color, Point, Rectangle, Size, Vector};

use super::ink::Ink;
use super::{Fault, SLACK, Side};
use crate::app::theme::target;
use crate::app::widget::{FLOATS, Painted, Passed, Veil};

/// What scrolls is in sight where so much of it is, in logical pixels.
const SIGHT: f32 = 24.0;

/// Goes through the widgets in the order of the keyboard.
#[derive(Debug)]
pub(in crate::app) struct Walk {
    /// The container that is walked through, below the ones around it; first the window.
    rooms: Vec<Room>,
    /// What the next container scrolls, if it does.
    next: Option<Scroll>,
    /// Whether the next container floats over the others.
    floats: bool,
    texts: Vec<Told>,
    fields: Vec<(Rectangle, String)>,
    scrolls: Vec<Scroll>,
    faults: Vec<Fault>,
    /// Where in the window the keyboard comes to, or has another key for.
    reached: Vec<Rectangle>,
    /// How many stops the keyboard has.
    stops: usize,
    /// What lies over the others until it is sent away.
    veils: Vec<Rectangle>,
    /// Pictures with letters on colours of their own.
    painted: Vec<Rectangle>,
    last: Option<Rectangle>,
    /// What an empty field says is written in it.
    hint: Color,
}

/// A container.
#[derive(Debug)]
struct Room {
    /// What the keyboard comes to in each of its parts, as one place.
    stops: Vec<Rectangle>,
    /// How far what is in it is moved, by scrolling.
    moved: Vector,
    /// What is seen of it.
    sight: Rectangle,
    /// Where something in it is seen, or may be after scrolling.
    reach: Rectangle,
    /// Whether it cuts what is in it.
    scrolls: bool,
    /// Whether it floats over the others, and so has no place among them: its turn is the last.
    floats: bool,
}

/// Text as a widget tells it.
#[derive(Debug)]
struct Told {
    words: String,
    /// Its place, if something of it is in sight.
    room: Rectangle,
    sight: Rectangle,
}

/// Something that scrolls, in the window.
#[derive(Debug, Clone, Copy)]
struct Scroll {
    /// Its place.
    bounds: Rectangle,
    /// How far it may yet go, by the side from which something comes in then.
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Scroll {
    fn to(&self, side: Side) -> f32 {
        match side {
            Side::Left => self.left,
            Side::Top => self.top,
            Side::Right => self.right,
            Side::Bottom => self.bottom,
        }
    }
}

impl Operation for Walk {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let room = self.enter();
        self.rooms.push(room);
        operate(self);
        self.leave();
    }

    fn container(&mut self, id: Option<&Id>, _bounds: Rectangle) {
        self.next = None;
        self.floats = id == Some(&Id::new(FLOATS));
    }

    fn focusable(&mut self, _id: Option<&Id>, bounds: Rectangle, _state: &mut dyn Focusable) {
        let place = self.placed(bounds);
        let small = |side: f32| side < target::MIN - SLACK;
        if small(place.width) || small(place.height) {
            self.faults.push(Fault::Small(place));
        }
        if self.last == Some(place) {
            self.faults.push(Fault::Twice(place));
        }
        self.last = Some(place);
        self.reached.push(place);
        self.stops += 1;
        if !within(&place, &self.room().reach) {
            self.faults.push(Fault::Beyond(place));
        }
        if let Some(room) = self.rooms.last_mut() {
            room.stops.push(place);
        }
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        let scroll = Scroll {
            bounds: self.placed(bounds),
            left: translation.x,
            top: translation.y,
            right: (content.width - bounds.width - translation.x).max(0.0),
            bottom: (content.height - bounds.height - translation.y).max(0.0),
        };
        self.scrolls.push(scroll);
        self.next = Some(scroll);
        self.floats = false;
    }

    fn custom(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        let place = self.placed(bounds);
        if state.is::<Passed>() {
            self.reached.push(place);
        } else if state.is::<Veil>() {
            self.veils.push(place);
        } else if state.is::<Painted>() {
            self.painted.push(place);
        }
    }

    fn text_input(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn TextInput) {
        let place = self.placed(bounds);
        self.fields.push((place, state.text().to_owned()));
    }

    fn text(&mut self, _id: Option<&Id>, bounds: Rectangle, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let room = self.placed(bounds);
        let of = self.room();
        let beyond = outside(&room, &of.reach);
        let sight = of.sight;
        if beyond > room.height.min(room.width) / 2.0 {
            self.faults.push(Fault::Cut(text.to_owned(), beyond));
            return;
        }
        self.texts.push(Told {
            words: text.to_owned(),
            room,
            sight,
        });
    }
}

impl Walk {
    /// A walk through what a window of that size shows; an empty field says in `hint` what it wants.
    pub(in crate::app) fn new(window: Size, hint: Color) -> Self {
        let window = Rectangle::new(Point::ORIGIN, window);
        let room = Room {
            stops: Vec::new(),
            moved: Vector::ZERO,
            sight: window,
            reach: window,
            scrolls: false,
            floats: false,
        };
        Self {
            rooms: vec![room],
            next: None,
            floats: false,
            texts: Vec::new(),
            fields: Vec::new(),
            scrolls: Vec::new(),
            faults: Vec::new(),
            reached: Vec::new(),
            stops: 0,
            veils: Vec::new(),
            painted: Vec::new(),
            last: None,
            hint,
        }
    }

    /// Whether the keyboard comes to what is there, or has a key for it.
    pub(in crate::app) fn reaches(&self, at: Point) -> bool {
        self.reached.iter().any(|place| place.contains(at))
    }

    /// How many stops the keyboard has.
    pub(in crate::app) const fn stops(&self) -> usize {
        self.stops
    }

    /// Whether what lies over the others cuts this, until it is sent away.
    pub(super) fn is_veiled(&self, ink: &Ink) -> bool {
        let foot = ink.place.y + ink.place.height;
        self.veils.iter().any(|veil| foot > veil.y - SLACK)
    }

    /// Whether it stands in a picture that chooses its colours.
    pub(super) fn is_painted(&self, ink: &Ink) -> bool {
        self.painted.iter().any(|of| of.contains(ink.middle()))
    }

    fn room(&self) -> &Room {
        self.rooms.last().expect("the window is never left")
    }

    /// Where in the window something is.
    fn placed(&self, bounds: Rectangle) -> Rectangle {
        bounds - self.room().moved
    }

    /// The container to be walked through next.
    fn enter(&mut self) -> Room {
        let floats = std::mem::take(&mut self.floats);
        let next = self.next.take();
        let around = self.room();
        let Some(scroll) = next else {
            return Room {
                stops: Vec::new(),
                scrolls: false,
                floats,
                ..*around
            };
        };
        let nothing = Rectangle::new(scroll.bounds.position(), Size::ZERO);
        let inside = |of: &Rectangle| scroll.bounds.intersection(of).unwrap_or(nothing);
        let opening = inside(&around.reach);
        let open = opening.width.min(opening.height) >= SIGHT;
        let grown = Rectangle {
            x: opening.x - scroll.left,
            y: opening.y - scroll.top,
            width: opening.width + scroll.left + scroll.right,
            height: opening.height + scroll.top + scroll.bottom,
        };
        Room {
            stops: Vec::new(),
            moved: around.moved + Vector::new(scroll.left, scroll.top),
            sight: inside(&around.sight),
            reach: if open { grown } else { opening },
            scrolls: true,
            floats: false,
        }
    }

    /// Judges the order in the container that was walked through; for the one around it, all of it is one.
    fn leave(&mut self) {
        let Some(room) = self.rooms.pop() else {
            return;
        };
        for pair in room.stops.windows(2) {
            if goes_back(&pair[0], &pair[1]) {
                self.faults.push(Fault::Order(pair[0], pair[1]));
            }
        }
        let all = room
            .stops
            .into_iter()
            .reduce(|one, other| one.union(&other));
        let seen = all.and_then(|all| match room.scrolls {
            true => all.intersection(&room.sight),
            false => Some(all),
        });
        let seen = seen.filter(|_| !room.floats);
        if let (Some(around), Some(seen)) = (self.rooms.last_mut(), seen) {
            around.stops.push(seen);
        }
    }

    /// What is wrong with what can be pressed, and with the order in which the keyboard comes to it.
    pub(super) fn faults(&self) -> Vec<Fault> {
        let mut faults = self.faults.clone();
        let last = self.rooms.iter().flat_map(|room| room.stops.windows(2));
        let last = last.filter(|pair| goes_back(&pair[0], &pair[1]));
        faults.extend(last.map(|pair| Fault::Order(pair[0], pair[1])));
        faults
    }

    /// Whether scrolling shows what is cut off on one side; what stands in a field is scrolled by its
    /// cursor, but nobody scrolls what an empty one says.
    pub(super) fn shows(&self, ink: &Ink, side: Side, by: f32) -> bool {
        let edge = |of: &Rectangle| match side {
            Side::Left => of.x,
            Side::Top => of.y,
            Side::Right => of.x + of.width,
            Side::Bottom => of.y + of.height,
        };
        let scrolled = self.scrolls.iter().any(|scroll| {
            (edge(&scroll.bounds) - edge(&ink.frame)).abs() <= SLACK
                && scroll.bounds.contains(ink.middle())
                && scroll.to(side) >= by - SLACK
        });
        let sideways = matches!(side, Side::Left | Side::Right);
        let typed = sideways
            && ink.color != self.hint
            && self
                .fields
                .iter()
                .any(|(place, value)| place.contains(ink.middle()) && *value == ink.words);
        scrolled || typed
    }

    /// How much larger a text is than the room its widget has.
    pub(super) fn over(&self, ink: &Ink) -> Option<f32> {
        let same = |told: &&Told| {
            let lies = |from: f32, size: f32, at: f32, over: f32| {
                let spare = size - over;
                [from, from + spare / 2.0, from + spare]
                    .iter()
                    .any(|start| (start - at).abs() <= SLACK)
            };
            let (room, place) = (told.room, ink.lines);
            told.words == ink.words
                && lies(room.x, room.width, place.x, place.width)
                && lies(room.y, room.height, place.y, place.height)
        };
        let room = self.texts.iter().find(same)?.room;
        let wide = ink.place.width - room.width;
        let high = ink.place.height - room.height;
        Some(wide.max(high)).filter(|over| *over > SLACK)
    }

    /// Texts that are in sight by their place, and of which nothing was drawn.
    pub(super) fn unseen(&self, inks: &[Ink], on_canvas: &[(&str, Point)]) -> Vec<Fault> {
        let missing = self.texts.iter().filter(|told| {
            let Some(seen) = told.room.intersection(&told.sight) else {
                return false;
            };
            let half = |seen: f32, whole: f32| seen > whole / 2.0;
            half(seen.width, told.room.width)
                && half(seen.height, told.room.height)
                && !self.veils.iter().any(|veil| veil.intersects(&told.room))
                && !inks.iter().any(|ink| ink.lines.intersects(&told.room))
                && !on_canvas.iter().any(|(words, at)| {
                    *words == told.words && told.room.expand(SLACK).contains(*at)
                })
        });
        missing
            .map(|told| Fault::Cut(told.words.clone(), told.room.height))
            .collect()
    }
}

/// Whether the keyboard goes up, or back in the same row.
fn goes_back(from: &Rectangle, to: &Rectangle) -> bool {
    let above = to.y + to.height <= from.y + SLACK;
    let beside = to.x >= from.x + from.width - SLACK;
    let same_row = to.y < from.y + from.height - SLACK && from.y < to.y + to.height - SLACK;
    let before = to.x + to.width <= from.x + SLACK;
    above && !beside || same_row && before
}

fn within(place: &Rectangle, around: &Rectangle) -> bool {
    outside(place, around) <= SLACK
}

/// How far something reaches out, at the side where it does most.
fn outside(place: &Rectangle, around: &Rectangle) -> f32 {
    let sides = [
        around.x - place.x,
        around.y - place.y,
        place.x + place.width - around.x - around.width,
        place.y + place.height - around.y - around.height,
    ];
    sides.into_iter().fold(0.0, f32::max)
}
