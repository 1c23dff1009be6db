//! A chart laid out: what is drawn where, what is written where, and what can be pressed.
//!
//! Pure: no theme, no renderer. A chart of the same data and size has the same plan.

use iced::{Point, Rectangle, Size, Vector};

/// How wide a text is in letters of that size, in logical pixels.
pub type Measure<'a> = &'a dyn Fn(&str, f32) -> f32;

/// The size of letters in charts, in logical pixels.
pub const LETTERS: f32 = 13.0;
/// The height of a line of them.
pub const LINE: f32 = 18.0;
/// What can be pressed at once is at least as wide; narrower ones are chosen first.
pub const PRESSABLE: f32 = 44.0;

/// A chart laid out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// Of the whole chart.
    pub size: Size,
    /// In the order in which they are drawn.
    pub shapes: Vec<Shape>,
    /// Written over the shapes.
    pub labels: Vec<Label>,
    /// What can be pressed, in the order in which the keyboard goes.
    pub targets: Vec<Target>,
    /// How many targets are beside each other: up and down move by so many.
    pub across: usize,
}

/// A colour by what it is for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ink {
    /// Of the series of that number.
    Series(usize),
    /// The same, faint enough to lie beneath lines.
    Faint(usize),
    /// Hairlines.
    Line,
    /// The line at zero.
    Strong,
    /// Secondary words.
    Muted,
    /// Words.
    Text,
    /// What is to be looked at.
    Caution,
    /// The ground.
    Ground,
    /// So much of the heat map's colour, 0 to 1.
    Heat(f32),
    /// What can be read on that of the series.
    OnSeries(usize),
    /// What can be read on so much heat.
    OnHeat(f32),
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Through these points.
    Line {
        /// In order.
        points: Vec<Point>,
        /// Its colour.
        ink: Ink,
        /// In logical pixels.
        width: f32,
        /// Whether it is broken: the second of two lines is told by it, not by colour alone.
        dashed: bool,
    },
    /// The ground between these points.
    Area {
        /// Around it.
        points: Vec<Point>,
        /// Its colour.
        ink: Ink,
    },
    /// A point of a line, or the sign of a series.
    Mark {
        /// Its middle.
        at: Point,
        /// Its form.
        form: Form,
        /// Its colour.
        ink: Ink,
        /// Half its side, in logical pixels.
        radius: f32,
    },
    /// A bar or a cell.
    Block {
        /// Where.
        bounds: Rectangle,
        /// Its colour.
        ink: Ink,
        /// Whether it is only framed.
        hollow: bool,
    },
    /// A part of a ring.
    Slice(Slice, Ink),
}

/// A part of a ring.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slice {
    /// The ring's middle.
    pub centre: Point,
    /// The outer radius, in logical pixels.
    pub outer: f32,
    /// The inner one.
    pub inner: f32,
    /// Where it begins, in radians clockwise from the top.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
}

impl Slice {
    /// At that angle and radius.
    #[must_use]
    pub fn point(&self, angle: f32, radius: f32) -> Point {
        self.centre + Vector::new(angle.sin() * radius, -angle.cos() * radius)
    }

    /// In the middle of its angle, between both radii.
    #[must_use]
    pub fn middle(&self) -> Point {
        self.point(
            f32::midpoint(self.from, self.to),
            f32::midpoint(self.inner, self.outer),
        )
    }

    fn contains(&self, at: Point) -> bool {
        let (x, y) = (at.x - self.centre.x, at.y - self.centre.y);
        let angle = x.atan2(-y).rem_euclid(std::f32::consts::TAU);
        let far = x.hypot(y);
        (self.inner..=self.outer).contains(&far) && (self.from..self.to).contains(&angle)
    }
}

/// The form that a series' mark has, so that it is told without its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// ●
    Disc,
    /// ■
    Square,
    /// ▲
    Triangle,
    /// ◆
    Diamond,
    /// ▼
    Down,
    /// ✚
    Cross,
}

impl Form {
    /// Of the series of that number.
    #[must_use]
    pub const fn of(series: usize) -> Self {
        match series % 6 {
            0 => Self::Disc,
            1 => Self::Square,
            2 => Self::Triangle,
            3 => Self::Diamond,
            4 => Self::Down,
            _ => Self::Cross,
        }
    }
}

/// A text and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// What is written.
    pub text: String,
    /// What it takes up.
    pub bounds: Rectangle,
    /// The size of its letters, in logical pixels.
    pub size: f32,
    /// Its colour.
    pub ink: Ink,
    /// Whether it is a figure that counts.
    pub bold: bool,
}

/// At which side of its place a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Label {
    /// A text of one line whose middle height is at `at`.
    pub fn at(
        text: String,
        at: Point,
        side: Side,
        size: f32,
        ink: Ink,
        measure: Measure<'_>,
    ) -> Self {
        let width = measure(&text, size);
        let x = match side {
            Side::Start => at.x,
            Side::Middle => at.x - width / 2.0,
            Side::End => at.x - width,
        };
        let height = size * LINE / LETTERS;
        let bounds = Rectangle::new(Point::new(x, at.y - height / 2.0), Size::new(width, height));
        Self {
            text,
            bounds,
            size,
            ink,
            bold: false,
        }
    }

    /// The same in bold.
    #[must_use]
    pub const fn bold(mut self) -> Self {
        self.bold = true;
        self
    }
}

/// What can be pressed or reached by the arrows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// Where it is pressed.
    pub area: Area,
    /// What its words point at.
    pub anchor: Point,
}

/// Where a target is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Area {
    /// In a rectangle.
    Block(Rectangle),
    /// In a part of a ring.
    Slice(Slice),
}

impl Target {
    /// Whether that point is in it.
    #[must_use]
    pub fn contains(&self, at: Point) -> bool {
        match &self.area {
            Area::Block(bounds) => bounds.contains(at),
            Area::Slice(slice) => slice.contains(at),
        }
    }

    /// Whether a finger hits it without help.
    fn is_large(&self) -> bool {
        match &self.area {
            Area::Block(bounds) => bounds.width >= PRESSABLE && bounds.height >= PRESSABLE,
            Area::Slice(slice) => (slice.to - slice.from) * slice.outer >= PRESSABLE,
        }
    }
}

impl Plan {
    /// The target at that point.
    #[must_use]
    pub fn hit(&self, at: Point) -> Option<usize> {
        self.targets.iter().position(|target| target.contains(at))
    }

    /// Whether that one is large enough to be pressed at once.
    #[must_use]
    pub fn is_large(&self, target: usize) -> bool {
        self.targets.get(target).is_some_and(Target::is_large)
    }
}

/// Writes `names` at places in a row, leaving out what would touch its neighbour: every second, every
/// third … so that what stands there is evenly spaced.
pub fn along(
    names: &[String],
    place: impl Fn(usize) -> f32,
    within: (f32, f32),
    y: f32,
    measure: Measure<'_>,
) -> Vec<Label> {
    const APART: f32 = 10.0;
    let widest = widest(names, measure);
    let spacing = if names.len() > 1 {
        (place(1) - place(0)).abs()
    } else {
        f32::INFINITY
    };
    let stride = super::scale::whole(((widest + APART) / spacing.max(f32::MIN_POSITIVE)).ceil());
    let mut labels: Vec<Label> = Vec::new();
    for (index, name) in names.iter().enumerate().step_by(stride.max(1)) {
        let at = Point::new(place(index), y);
        let mut label = Label::at(name.clone(), at, Side::Middle, LETTERS, Ink::Muted, measure);
        let last = (within.1 - label.bounds.width).max(within.0);
        label.bounds.x = label.bounds.x.clamp(within.0, last);
        let clear = labels.last().is_none_or(|before| {
            before.bounds.x + before.bounds.width + APART / 2.0 <= label.bounds.x
        });
        let fits = label.bounds.x + label.bounds.width <= within.1 + 0.5;
        if clear && fits {
            labels.push(label);
        }
    }
    labels
}

/// The width of the widest; only the longest are measured, as figures are equally wide.
pub fn widest(names: &[String], measure: Measure<'_>) -> f32 {
    let longest = names.iter().map(|name| name.chars().count()).max();
    let longest = longest.unwrap_or_default();
    let long = names
        .iter()
        .filter(|name| name.chars().count() + 1 >= longest);
    long.take(24)
        .map(|name| measure(name, LETTERS))
        .fold(0.0, f32::max)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Letters of one width.
    pub fn measure(text: &str, size: f32) -> f32 {
        super::super::scale::nth(text.chars().count()) * size * 0.6
    }

    /// What holds of every chart, whatever it shows.
    pub fn check(plan: &Plan) {
        let page = Rectangle::with_size(plan.size).expand(0.6);
        for label in &plan.labels {
            assert!(
                label.bounds.is_within(&page),
                "{label:?} on {:?}",
                plan.size
            );
        }
        for (index, one) in plan.labels.iter().enumerate() {
            for other in &plan.labels[index + 1..] {
                let over = one.bounds.intersection(&other.bounds);
                let touching = over.filter(|over| over.width > 0.01 && over.height > 0.01);
                assert_eq!(touching, None, "{one:?} over {other:?}");
            }
        }
        let inside = |at: &Point| {
            assert!(at.x.is_finite() && at.y.is_finite(), "{at:?}");
            assert!(page.contains(*at), "{at:?} on {:?}", plan.size);
        };
        for shape in &plan.shapes {
            match shape {
                Shape::Line { points, .. } | Shape::Area { points, .. } => {
                    points.iter().for_each(inside);
                }
                Shape::Mark { at, .. } => inside(at),
                Shape::Block { bounds, .. } => {
                    assert!(bounds.is_within(&page), "{bounds:?} on {:?}", plan.size);
                }
                Shape::Slice(slice, _) => {
                    assert!(slice.inner <= slice.outer && slice.from <= slice.to);
                    inside(&slice.middle());
                }
            }
        }
        for target in &plan.targets {
            inside(&target.anchor);
            let found = match &target.area {
                Area::Block(bounds) => plan.hit(bounds.center()),
                Area::Slice(slice) if slice.to - slice.from > 0.01 => plan.hit(slice.middle()),
                Area::Slice(_) => continue,
            };
            assert!(found.is_some(), "{target:?}");
        }
    }

    #[test]
    fn names_that_would_touch_are_left_out_evenly() {
        let names: Vec<String> = (0..31).map(|day| format!("{day}/11")).collect();
        let labels = along(
            &names,
            |at| 20.0 + 15.0 * super::super::scale::nth(at),
            (0.0, 500.0),
            9.0,
            &measure,
        );
        let written: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
        assert_eq!(written[..3], ["0/11", "4/11", "8/11"]);
        let few = along(
            &names[..3],
            |at| 90.0 * super::super::scale::nth(at),
            (0.0, 500.0),
            9.0,
            &measure,
        );
        assert_eq!(few.len(), 3);
    }
}
