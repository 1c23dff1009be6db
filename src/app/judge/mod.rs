//! Looks over a screen as it is drawn: contrast, size of what is pressed, order of the keyboard, cut text.
//!
//! It reads what the renderer was told to draw, so that what is measured is what is seen. Letters on a
//! chart are not among it: their colours are chosen by the chart, for each ground.

mod ink;
#[cfg(test)]
mod tests;
mod walk;

use std::fmt;

use iced::{Background, Color, Point, Rectangle};

use ink::Ink;
pub(super) use walk::Walk;

/// The least contrast of text: WCAG 2.1, 1.4.3 (AA).
const CONTRAST_MIN: f32 = 4.5;
/// The same of large text and of icons (1.4.11), and how large that is, in logical pixels.
const CONTRAST_MIN_LARGE: f32 = 3.0;
const LARGE: f32 = 24.0;
/// Less than this is rounding, in logical pixels.
const SLACK: f32 = 1.0;
/// What is laid over something and is fainter than this does not hide it.
const VEIL: f32 = 0.05;

/// What is wrong with a screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Text or an icon that is too much like its ground: the words and the contrast.
    Faint(String, f32),
    /// Something to press that a finger does not find: where it is.
    Small(Rectangle),
    /// The keyboard goes up or back: from where to where.
    Order(Rectangle, Rectangle),
    /// The keyboard comes to the same place twice.
    Twice(Rectangle),
    /// Something to press that the keyboard neither comes to nor has a key for: where it is.
    Unreached(Point),
    /// So many presses of Tab did not lead to the next of all that can have the keyboard.
    Round(usize),
    /// Something to press that is partly outside and that no scrolling brings in: where it is.
    Beyond(Rectangle),
    /// Text that is not wholly seen and that no scrolling shows: the words, and how much is missing, in
    /// logical pixels.
    Cut(String, f32),
    /// Text larger than the place it was given, so that it may lie on something else: the words, and by
    /// how much, in logical pixels.
    Over(String, f32),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at =
            |of: &Rectangle| format!("{:.0},{:.0} {:.0}×{:.0}", of.x, of.y, of.width, of.height);
        match self {
            Self::Faint(words, contrast) => write!(f, "faint {contrast:.2}: {words:?}"),
            Self::Small(place) => write!(f, "small: {}", at(place)),
            Self::Order(from, to) => write!(f, "order: {} then {}", at(from), at(to)),
            Self::Twice(place) => write!(f, "twice: {}", at(place)),
            Self::Unreached(place) => write!(f, "no keyboard: {:.0},{:.0}", place.x, place.y),
            Self::Round(presses) => write!(f, "round: after {presses} presses of Tab"),
            Self::Beyond(place) => write!(f, "beyond: {}", at(place)),
            Self::Cut(words, by) => write!(f, "cut by {by:.0}: {words:?}"),
            Self::Over(words, by) => write!(f, "over by {by:.0}: {words:?}"),
        }
    }
}

/// What is wrong with what was drawn on a ground of that colour.
pub(super) fn judge(renderer: &mut iced::Renderer, walk: &Walk, ground: Color) -> Vec<Fault> {
    let mut faults = walk.faults();
    let layers = renderer.layers();
    let inks = ink::all(layers);
    for ink in &inks {
        // What is behind a dialog cannot be scrolled; it is looked over where there is none.
        if covered(layers, ink) {
            continue;
        }
        if let Some(by) = cut(ink, walk) {
            if !walk.is_veiled(ink) {
                faults.push(Fault::Cut(ink.words.clone(), by));
            }
        } else if let Some(by) = walk.over(ink) {
            faults.push(Fault::Over(ink.words.clone(), by));
        }
        let below = below(layers, ink, ground);
        let contrast = contrast(over(ink.color, below), below);
        let large = ink.size >= LARGE || ink.is_icon();
        let least = match large {
            true => CONTRAST_MIN_LARGE,
            false => CONTRAST_MIN,
        };
        if contrast < least && !walk.is_painted(ink) {
            faults.push(Fault::Faint(ink.words.clone(), contrast));
        }
    }
    faults.extend(walk.unseen(&inks, &ink::on_canvas(layers)));
    faults
}

/// How much of a text is cut off on a side to which nothing scrolls.
fn cut(ink: &Ink, walk: &Walk) -> Option<f32> {
    let (place, seen) = (ink.place, ink.frame);
    let sides = [
        (Side::Left, seen.x - place.x),
        (Side::Top, seen.y - place.y),
        (Side::Right, place.x + place.width - seen.x - seen.width),
        (Side::Bottom, place.y + place.height - seen.y - seen.height),
    ];
    sides
        .into_iter()
        .filter(|(side, by)| *by > SLACK && !walk.shows(ink, *side, *by))
        .map(|(_, by)| by)
        .max_by(f32::total_cmp)
}

/// A side of a rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Top,
    Right,
    Bottom,
}

/// Whether something is drawn over the middle of a text: it is dimmed on purpose, or hidden.
fn covered(layers: &[iced_tiny_skia::Layer], ink: &Ink) -> bool {
    let middle = ink.middle();
    layers[ink.layer + 1..].iter().any(|above| {
        let mut quads = above.quads.iter();
        above.bounds.contains(middle)
            && quads.any(|(quad, fill)| {
                quad.bounds.contains(middle) && solid(*fill).is_some_and(|of| of.a > VEIL)
            })
    })
}

/// The colour that a text is written on.
fn below(layers: &[iced_tiny_skia::Layer], ink: &Ink, ground: Color) -> Color {
    let middle = ink.middle();
    layers[..=ink.layer]
        .iter()
        .filter(|under| under.bounds.contains(middle))
        .flat_map(|under| &under.quads)
        .filter(|(quad, _)| quad.bounds.contains(middle))
        .filter_map(|(_, fill)| solid(*fill))
        .fold(ground, |below, fill| over(fill, below))
}

const fn solid(fill: Background) -> Option<Color> {
    match fill {
        Background::Color(color) => Some(color),
        Background::Gradient(_) => None,
    }
}

/// One colour laid over another that is opaque.
fn over(top: Color, below: Color) -> Color {
    let mixed = |top_part: f32, below_part: f32| top_part * top.a + below_part * (1.0 - top.a);
    Color {
        r: mixed(top.r, below.r),
        g: mixed(top.g, below.g),
        b: mixed(top.b, below.b),
        a: 1.0,
    }
}

/// WCAG 2.1: from 1, the same, to 21, black on white.
fn contrast(one: Color, other: Color) -> f32 {
    let linear = |part: f32| match part <= 0.040_45 {
        true => part / 12.92,
        false => ((part + 0.055) / 1.055).powf(2.4),
    };
    let light = |of: Color| 0.2126 * linear(of.r) + 0.7152 * linear(of.g) + 0.0722 * linear(of.b);
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
