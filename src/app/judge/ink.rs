//! What is written on a screen, and how much of it the frames around it let through.

use iced::{Color, Point, Rectangle};
use iced_graphics::text::Text;
use iced_tiny_skia::Layer;

use super::SLACK;

/// Words as they were drawn.
#[derive(Debug, Clone)]
pub(super) struct Ink {
    /// The words, or a single icon.
    pub(super) words: String,
    /// Where its letters are, without the air above and below them.
    pub(super) place: Rectangle,
    /// The same with that air.
    pub(super) lines: Rectangle,
    /// What is outside of this is not drawn.
    pub(super) frame: Rectangle,
    /// The height of its letters, in logical pixels.
    pub(super) size: f32,
    /// Its colour.
    pub(super) color: Color,
    /// The layer that it is in.
    pub(super) layer: usize,
}

impl Ink {
    /// Whether it is no word but a picture out of the icons' font.
    pub(super) fn is_icon(&self) -> bool {
        self.words
            .chars()
            .all(|letter| ('\u{e000}'..='\u{f8ff}').contains(&letter))
    }

    /// The middle of what is seen of it.
    pub(super) fn middle(&self) -> Point {
        self.seen().unwrap_or(self.place).center()
    }

    /// What is seen of it.
    pub(super) fn seen(&self) -> Option<Rectangle> {
        let seen = self.frame.intersection(&self.place);
        seen.filter(|seen| seen.width > SLACK && seen.height > SLACK)
    }
}

/// Every text of which something is seen.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the types are not named by their crates"
)]
pub(super) fn all(layers: &[Layer]) -> Vec<Ink> {
    let mut inks = Vec::new();
    for (layer, of) in layers.iter().enumerate() {
        for item in &of.text {
            let moved = item.transformation();
            for text in item.as_slice() {
                let Text::Paragraph {
                    paragraph,
                    position,
                    color,
                    clip_bounds,
                    transformation,
                } = text
                else {
                    continue;
                };
                let Some(shaped) = paragraph.upgrade() else {
                    continue;
                };
                let buffer = shaped.buffer();
                let words: Vec<_> = buffer.lines.iter().map(|line| line.text()).collect();
                let moved = moved * *transformation;
                let Some(frame) = (*clip_bounds * moved).intersection(&of.bounds) else {
                    continue;
                };
                let lines = Rectangle::new(*position, paragraph.min_bounds) * moved;
                let metrics = buffer.metrics();
                let air = ((metrics.line_height - metrics.font_size) / 2.0).max(0.0);
                let ink = Ink {
                    words: words.join("\n"),
                    place: Rectangle {
                        y: lines.y + air,
                        height: lines.height - 2.0 * air,
                        ..lines
                    },
                    lines,
                    frame,
                    size: metrics.font_size,
                    color: *color,
                    layer,
                };
                if !ink.words.trim().is_empty() && ink.seen().is_some() {
                    inks.push(ink);
                }
            }
        }
    }
    inks
}

/// The words on charts, which say no more of their place than where it begins.
pub(super) fn on_canvas(layers: &[Layer]) -> Vec<(&str, Point)> {
    let mut words = Vec::new();
    for item in layers.iter().flat_map(|layer| &layer.text) {
        for text in item.as_slice() {
            if let Text::Cached {
                content, bounds, ..
            } = text
            {
                let at = (*bounds * item.transformation()).position();
                words.push((content.as_str(), at));
            }
        }
    }
    words
}
