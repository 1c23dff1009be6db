//! Looks over a screen as it is drawn: contrast, size of what is pressed, order of the keyboard, cut text.
//!
//! It reads what the renderer was told to draw, so that what is measured is what is seen.

use std::any::Any;

use iced::advanced::widget::Id;
use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::{Focusable, Scrollable};
use iced::{Background, Color, Point, Rectangle, Vector};
use iced_graphics::text::Text;

use super::theme::target;
use super::widget::Passed;

/// The least contrast of text: WCAG 2.1, 1.4.3 (AA).
const CONTRAST_MIN: f32 = 4.5;
/// The same of large text, and how large that is, in logical pixels.
const CONTRAST_MIN_LARGE: f32 = 3.0;
const LARGE: f32 = 24.0;
/// Less than this is rounding, in logical pixels.
const SLACK: f32 = 1.0;

/// What is wrong with a screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Text that is too much like its ground: the words and the contrast.
    Faint(String, f32),
    /// Something to press that a finger does not find: where it is.
    Small(Rectangle),
    /// The keyboard goes up and back: from where to where.
    Order(Rectangle, Rectangle),
    /// The keyboard comes to the same place twice.
    Twice(Rectangle),
    /// Something to press that the keyboard neither comes to nor has a key for: where it is.
    Unreached(Point),
    /// So many presses of Tab did not lead to the next of all that can have the keyboard.
    Round(usize),
    /// Text that does not fit: the words, and by how much, in logical pixels.
    Cut(String, f32),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let at =
            |of: &Rectangle| format!("{:.0},{:.0} {:.0}×{:.0}", of.x, of.y, of.width, of.height);
        match self {
            Self::Faint(words, contrast) => write!(f, "faint {contrast:.2}: {words:?}"),
            Self::Small(place) => write!(f, "small: {}", at(place)),
            Self::Order(from, to) => write!(f, "order: {} then {}", at(from), at(to)),
            Self::Twice(place) => write!(f, "twice: {}", at(place)),
            Self::Unreached(place) => write!(f, "no keyboard: {:.0},{:.0}", place.x, place.y),
            Self::Round(presses) => write!(f, "round: after {presses} presses of Tab"),
            Self::Cut(words, by) => write!(f, "cut by {by:.0}: {words:?}"),
        }
    }
}

/// Walks the widgets: what the keyboard comes to, what text there is, what scrolls.
#[derive(Debug, Default)]
pub(super) struct Walk {
    stops: Vec<Rectangle>,
    texts: Vec<(Rectangle, String)>,
    /// What scrolls, and whether sideways.
    scrolls: Vec<(Rectangle, bool)>,
    /// Where on the screen the keyboard comes to, or has another key for.
    reached: Vec<Rectangle>,
    /// How far what comes next is scrolled, and what is around it.
    entering: Option<Vector>,
    scrolled: Vector,
}

impl Operation for Walk {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let outside = self.scrolled;
        if let Some(by) = self.entering.take() {
            self.scrolled = outside + by;
        }
        operate(self);
        self.scrolled = outside;
    }

    fn focusable(&mut self, _id: Option<&Id>, bounds: Rectangle, _state: &mut dyn Focusable) {
        self.stops.push(bounds);
        self.reached.push(bounds - self.scrolled);
    }

    fn custom(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        if state.is::<Passed>() {
            self.reached.push(bounds - self.scrolled);
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
        self.entering = Some(translation);
        self.scrolls
            .push((bounds, content.width > bounds.width + SLACK));
    }

    fn text(&mut self, _id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.texts.push((bounds, text.to_owned()));
    }
}

impl Walk {
    /// What is wrong with what can be pressed, and with the order in which the keyboard comes to it.
    fn faults(&self, faults: &mut Vec<Fault>) {
        for stop in &self.stops {
            let small = |side: f32| side < target::MIN - SLACK;
            if small(stop.width) || small(stop.height) {
                faults.push(Fault::Small(*stop));
            }
        }
        for pair in self.stops.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let above = to.y + to.height <= from.y + SLACK;
            let not_beside = to.x < from.x + from.width - SLACK;
            if above && not_beside {
                faults.push(Fault::Order(from, to));
            }
            if from == to {
                faults.push(Fault::Twice(to));
            }
        }
    }

    /// Whether the keyboard comes to what is there, or has a key for it.
    pub(super) fn reaches(&self, at: Point) -> bool {
        self.reached.iter().any(|place| place.contains(at))
    }

    /// How many stops the keyboard has.
    pub(super) fn stops(&self) -> usize {
        self.stops.len()
    }

    fn scrolls(&self, place: &Rectangle, sideways: bool) -> bool {
        let within = |bounds: &Rectangle| bounds.intersects(place);
        let mut scrolls = self.scrolls.iter();
        scrolls.any(|(bounds, of)| within(bounds) && (*of || !sideways))
    }

    /// How much wider a text is than the room its widget has.
    fn wider(&self, place: &Rectangle, words: &str) -> Option<f32> {
        let same = |one: f32, other: f32| (one - other).abs() < SLACK;
        let (room, _) = self
            .texts
            .iter()
            .find(|(room, text)| same(room.x, place.x) && same(room.y, place.y) && text == words)?;
        let over = place.width - room.width;
        (over > SLACK).then_some(over)
    }
}

/// What is wrong with what was drawn on a ground of that colour.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the types are not named by their crates"
)]
pub(super) fn judge(renderer: &mut iced::Renderer, walk: &Walk, ground: Color) -> Vec<Fault> {
    let mut faults = Vec::new();
    walk.faults(&mut faults);
    let layers = renderer.layers();
    for (depth, layer) in layers.iter().enumerate() {
        for text in layer.text.iter().flat_map(|item| item.as_slice()) {
            let Text::Paragraph {
                paragraph,
                position,
                color,
                clip_bounds,
                ..
            } = text
            else {
                continue;
            };
            let Some(shaped) = paragraph.upgrade() else {
                continue;
            };
            let buffer = shaped.buffer();
            let size = buffer.metrics().font_size;
            let words: Vec<_> = buffer.lines.iter().map(|line| line.text()).collect();
            let words = words.join("\n");
            if words.trim().is_empty() {
                continue;
            }
            let place = placed(*position, paragraph);
            let seen = clip_bounds
                .intersection(&layer.bounds)
                .and_then(|clip| clip.intersection(&place));
            let Some(seen) = seen.filter(|seen| seen.width > 1.0 && seen.height > 1.0) else {
                continue;
            };
            let sideways = walk.scrolls(&place, true);
            let sides = (place.width - seen.width).max(0.0);
            let foot = (place.height - seen.height).max(0.0);
            if sides > SLACK && !sideways {
                faults.push(Fault::Cut(words.clone(), sides));
            } else if foot > SLACK && !walk.scrolls(&place, false) {
                faults.push(Fault::Cut(words.clone(), foot));
            } else if let Some(over) = walk.wider(&place, &words) {
                faults.push(Fault::Cut(words.clone(), over));
            }
            let middle = seen.center();
            let covered = layers[depth + 1..].iter().any(|above| {
                let mut quads = above.quads.iter();
                above.bounds.contains(middle)
                    && quads.any(|(quad, fill)| {
                        quad.bounds.contains(middle) && solid(*fill).is_some_and(|of| of.a > 0.05)
                    })
            });
            if covered {
                continue;
            }
            let mut below = ground;
            for under in &layers[..=depth] {
                if !under.bounds.contains(middle) {
                    continue;
                }
                for (quad, fill) in &under.quads {
                    if quad.bounds.contains(middle)
                        && let Some(fill) = solid(*fill)
                    {
                        below = over(fill, below);
                    }
                }
            }
            let contrast = contrast(over(*color, below), below);
            let least = match size >= LARGE {
                true => CONTRAST_MIN_LARGE,
                false => CONTRAST_MIN,
            };
            if contrast < least {
                faults.push(Fault::Faint(words, contrast));
            }
        }
    }
    faults
}

fn placed(at: iced::Point, paragraph: &iced_graphics::text::paragraph::Weak) -> Rectangle {
    use iced::advanced::text::Alignment;
    use iced::alignment::Vertical;
    let size = paragraph.min_bounds;
    let x = match paragraph.align_x {
        Alignment::Center => at.x - size.width / 2.0,
        Alignment::Right => at.x - size.width,
        _ => at.x,
    };
    let y = match paragraph.align_y {
        Vertical::Top => at.y,
        Vertical::Center => at.y - size.height / 2.0,
        Vertical::Bottom => at.y - size.height,
    };
    Rectangle::new(iced::Point::new(x, y), size)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::offscreen::Stage;
    use crate::app::theme::Theme;
    use crate::app::widget::{Element, press, text};
    use iced::widget::text::Wrapping;
    use iced::widget::{column, container};

    fn faults<'a>(view: impl Into<Element<'a, ()>>) -> Vec<Fault> {
        let size = iced::Size::new(300.0, 200.0);
        Stage::new().judge(view, size, &Theme::Light)
    }

    #[test]
    fn black_on_white_is_21_and_a_colour_on_itself_1() {
        assert!((contrast(Color::BLACK, Color::WHITE) - 21.0).abs() < 0.01);
        assert!((contrast(Color::WHITE, Color::WHITE) - 1.0).abs() < 0.01);
    }

    #[test]
    fn each_fault_is_found_and_what_is_right_is_not() {
        let wide = text::body("ancho de verdad, más que la caja").wrapping(Wrapping::None);
        let small = press(text::body("x")).on_press(()).width(20).height(20);
        let faint = text::body("pálido").color(Color::from_rgb8(0xd0, 0xd0, 0xd0));
        let right = press(text::body("Entrar"))
            .on_press(())
            .width(120)
            .height(64);
        let good = faults(Element::from(right));
        assert!(good.is_empty(), "{good:?}");
        let bad = faults(column![
            container(wide).width(60).clip(true),
            Element::from(small),
            faint
        ]);
        assert!(bad.iter().any(|of| matches!(of, Fault::Cut(..))), "{bad:?}");
        assert!(bad.iter().any(|of| matches!(of, Fault::Small(_))));
        assert!(bad.iter().any(|of| matches!(of, Fault::Faint(..))));
    }

    #[test]
    fn what_the_keyboard_passes_by_is_found_unless_another_key_does_it() {
        let button = || {
            press(text::body("Entrar"))
                .on_press(())
                .width(120)
                .height(64)
        };
        let lost = |faults: Vec<Fault>| {
            let mut faults = faults.iter();
            faults.any(|of| matches!(of, Fault::Unreached(_) | Fault::Round(_)))
        };
        assert!(!lost(faults(Element::from(button()))));
        assert!(!lost(faults(Element::from(button().unfocusable()))));
        let area = iced::widget::mouse_area(container(text::body("Entrar")).padding(30));
        let area = area.interaction(iced::mouse::Interaction::Pointer);
        assert!(lost(faults(area.on_press(()))));
    }

    #[test]
    fn a_keyboard_that_goes_back_up_is_found() {
        let place = |x, y| Rectangle {
            x,
            y,
            width: 50.0,
            height: 50.0,
        };
        let walk = |stops| Walk {
            stops,
            ..Walk::default()
        };
        let mut faults = Vec::new();
        walk(vec![place(0.0, 0.0), place(60.0, 0.0), place(0.0, 60.0)]).faults(&mut faults);
        assert!(faults.is_empty());
        walk(vec![place(0.0, 60.0), place(0.0, 0.0)]).faults(&mut faults);
        assert!(matches!(faults[..], [Fault::Order(..)]));
    }
}
