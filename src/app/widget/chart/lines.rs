//! Lines over time: one axis at the left, another at the right, a faint band for what is usual.

use iced::{Point, Rectangle, Size};

use super::plan::{
    Area, Form, Ink, LETTERS, LINE, Label, Measure, Plan, Shape, Side, Target, along, widest,
};
use super::scale::{Scale, Span, nth, paired, single, whole};

/// How an axis writes a value.
pub type Written = Box<dyn Fn(i64) -> String>;

/// Which axis a line is read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// At the left.
    Left,
    /// At the right.
    Right,
}

/// A line: a value for each place, or none.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// In the order of the places.
    pub values: Vec<Option<i64>>,
    /// Where it is read.
    pub axis: Axis,
    /// The number of its colour and form.
    pub number: usize,
    /// Whether it is broken.
    pub dashed: bool,
}

/// What is usual: from which value to which, for each place.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// In the order of the places.
    pub usual: Vec<Option<(i64, i64)>>,
    /// Where it is read.
    pub axis: Axis,
}

/// A chart of lines.
pub struct Lines {
    /// What stands below each place.
    pub names: Vec<String>,
    /// The lines.
    pub series: Vec<Series>,
    /// What is usual.
    pub band: Option<Band>,
    /// How the left axis writes.
    pub left: Written,
    /// How the right one does; without it there is none.
    pub right: Option<Written>,
    /// Whether a line goes on over places without a value, as over days without school.
    pub bridged: bool,
    /// Places to be looked at: they get a sign.
    pub flagged: Vec<usize>,
}

/// Where the lines are, and by which scales.
struct Field {
    area: Rectangle,
    count: usize,
    left: Scale,
    right: Scale,
}

impl Field {
    fn x(&self, place: usize) -> f32 {
        if self.count < 2 {
            return self.area.center_x();
        }
        self.area.x + self.area.width * nth(place) / nth(self.count - 1)
    }

    fn at(&self, place: usize, value: i64, axis: Axis) -> Point {
        let scale = match axis {
            Axis::Left => self.left,
            Axis::Right => self.right,
        };
        let height = self.area.height * scale.place(value).clamp(0.0, 1.0);
        Point::new(self.x(place), self.area.y + self.area.height - height)
    }
}

impl Lines {
    /// Lays it out.
    pub fn plan(&self, size: Size, measure: Measure<'_>) -> Plan {
        let mut plan = Plan {
            size,
            across: usize::MAX,
            ..Plan::default()
        };
        let [left, right] = self.scales(size.height);
        let written = |scale: Scale, write: &Written| scale.lines().map(write).collect::<Vec<_>>();
        let mut at_left = written(left, &self.left);
        let mut at_right = match &self.right {
            Some(write) => written(right, write),
            None => Vec::new(),
        };
        let room = |names: &[String]| match names {
            [] => LETTERS,
            names => widest(names, measure) + 8.0,
        };
        // In a narrow place the lines come before what stands beside them.
        if size.width - room(&at_left) - room(&at_right) < 80.0 {
            at_right.clear();
        }
        if size.width - room(&at_left) - room(&at_right) < 60.0 {
            at_left.clear();
        }
        let (from, to) = (room(&at_left), size.width - room(&at_right));
        let area = Rectangle::new(
            Point::new(from, LINE / 2.0),
            Size::new((to - from).max(1.0), (size.height - LINE * 2.0).max(1.0)),
        );
        let count = self.names.len();
        let field = Field {
            area,
            count,
            left,
            right,
        };
        self.grid(&field, &mut plan);
        axis(
            &at_left,
            &area,
            (area.x - 8.0, Side::End),
            measure,
            &mut plan,
        );
        let end = area.x + area.width + 8.0;
        axis(&at_right, &area, (end, Side::Start), measure, &mut plan);
        let below = size.height - LINE / 2.0;
        let names = along(
            &self.names,
            |at| field.x(at),
            (0.0, size.width),
            below,
            measure,
        );
        plan.labels.extend(names);
        self.band(&field, &mut plan);
        // The first line lies over the others.
        for series in self.series.iter().rev() {
            draw(series, &field, self.bridged, &mut plan);
        }
        self.flags(&field, &mut plan);
        self.targets(&field, &mut plan);
        plan
    }

    fn scales(&self, height: f32) -> [Scale; 2] {
        let of = |axis| {
            let series = self.series.iter().filter(move |series| series.axis == axis);
            let values = series.flat_map(|series| series.values.iter().flatten().copied());
            let band = self.band.iter().filter(move |band| band.axis == axis);
            let usual = band.flat_map(|band| band.usual.iter().flatten());
            let usual = usual.flat_map(|(low, high)| [*low, *high]);
            Span::of(values.chain(usual))
        };
        let most = whole(height / (LINE * 2.0)).clamp(2, 5);
        paired([of(Axis::Left), of(Axis::Right)], most)
    }

    fn grid(&self, field: &Field, plan: &mut Plan) {
        let area = field.area;
        for value in field.left.lines() {
            let y = field.at(0, value, Axis::Left).y;
            let zero = value == 0 && self.has_negative();
            plan.shapes.push(Shape::Line {
                points: vec![Point::new(area.x, y), Point::new(area.x + area.width, y)],
                ink: if zero { Ink::Strong } else { Ink::Line },
                width: 1.0,
                dashed: false,
            });
        }
    }

    fn has_negative(&self) -> bool {
        let mut values = self.series.iter().flat_map(|series| &series.values);
        values.any(|value| value.is_some_and(|value| value < 0))
    }

    /// One ground for each run of places that have a usual day.
    fn band(&self, field: &Field, plan: &mut Plan) {
        let Some(band) = &self.band else { return };
        let number = self
            .series
            .iter()
            .find(|series| series.axis == band.axis)
            .map_or(0, |series| series.number);
        let known = |place: &usize| band.usual[*place].is_some();
        let places: Vec<usize> = (0..band.usual.len().min(field.count)).collect();
        for run in places.chunk_by(|one, other| known(one) == known(other)) {
            let usual = run
                .iter()
                .filter_map(|place| Some((*place, band.usual[*place]?)));
            let (mut upper, mut lower) = (Vec::new(), Vec::new());
            for (place, (low, high)) in thinned(usual.collect(), field) {
                upper.push(field.at(place, high, band.axis));
                lower.push(field.at(place, low, band.axis));
            }
            lower.reverse();
            upper.extend(lower);
            if upper.len() > 2 {
                plan.shapes.push(Shape::Area {
                    points: upper,
                    ink: Ink::Faint(number),
                });
            }
        }
    }

    /// A sign above what is to be looked at.
    fn flags(&self, field: &Field, plan: &mut Plan) {
        for place in &self.flagged {
            let value = self.series.first().and_then(|first| {
                let value = first.values.get(*place).copied().flatten()?;
                Some(field.at(*place, value, first.axis))
            });
            if let Some(at) = value {
                plan.shapes.push(Shape::Mark {
                    at: Point::new(at.x, (at.y - 12.0).max(5.0)),
                    form: Form::Down,
                    ink: Ink::Caution,
                    radius: 5.0,
                });
            }
        }
    }

    fn targets(&self, field: &Field, plan: &mut Plan) {
        let area = field.area;
        let half = match field.count {
            0 | 1 => area.width / 2.0,
            count => area.width / nth(count - 1) / 2.0,
        };
        for place in 0..field.count {
            let x = field.x(place);
            let from = (x - half).max(0.0);
            let to = (x + half).min(plan.size.width);
            let shown = self.series.iter().find_map(|series| {
                let value = series.values.get(place).copied().flatten()?;
                Some(field.at(place, value, series.axis).y)
            });
            plan.targets.push(Target {
                area: Area::Block(Rectangle::new(
                    Point::new(from, 0.0),
                    Size::new(to - from, plan.size.height),
                )),
                anchor: Point::new(x, shown.unwrap_or(area.y + area.height)),
            });
        }
    }
}

/// What stands beside the lines of an axis.
fn axis(
    names: &[String],
    area: &Rectangle,
    (x, side): (f32, Side),
    measure: Measure<'_>,
    plan: &mut Plan,
) {
    let steps = names.len().saturating_sub(1).max(1);
    for (index, name) in names.iter().enumerate() {
        let y = area.y + area.height * (1.0 - nth(index) / nth(steps));
        let at = Point::new(x, y);
        let label = Label::at(name.clone(), at, side, LETTERS, Ink::Muted, measure);
        let free = plan
            .labels
            .iter()
            .all(|other| other.bounds.intersection(&label.bounds).is_none());
        if free {
            plan.labels.push(label);
        }
    }
}

/// A line, broken where nothing is known, with a mark at each value where there is room.
fn draw(series: &Series, field: &Field, bridged: bool, plan: &mut Plan) {
    let spacing = field.area.width / nth(field.count.max(2) - 1);
    let places: Vec<usize> = (0..series.values.len().min(field.count)).collect();
    let known = |place: &usize| bridged || series.values[*place].is_some();
    let ink = Ink::Series(series.number);
    for run in places.chunk_by(|one, other| known(one) == known(other)) {
        let values = run
            .iter()
            .filter_map(|place| Some((*place, series.values[*place]?)));
        let values = thinned(values.collect(), field);
        let points = values
            .iter()
            .map(|(place, value)| field.at(*place, *value, series.axis));
        let points: Vec<Point> = points.collect();
        // One value alone is no line: its mark shows it.
        let alone = points.len() == 1;
        if spacing >= 14.0 || alone {
            plan.shapes.extend(points.iter().map(|at| Shape::Mark {
                at: *at,
                form: Form::of(series.number),
                ink,
                radius: 4.5,
            }));
        }
        if !alone && !points.is_empty() {
            plan.shapes.push(Shape::Line {
                points,
                ink,
                width: 2.5,
                dashed: series.dashed,
            });
        }
    }
}

/// A value that can be compared by its height.
trait Height: Copy {
    fn heights(self) -> (i64, i64);
}

impl Height for i64 {
    fn heights(self) -> (i64, i64) {
        (self, self)
    }
}

impl Height for (i64, i64) {
    fn heights(self) -> (i64, i64) {
        self
    }
}

/// Where there are more values than pixels: of each column the first, the lowest, the highest and the
/// last, in their order. What is drawn looks the same.
fn thinned<T: Height>(values: Vec<(usize, T)>, field: &Field) -> Vec<(usize, T)> {
    let columns = f64::from(field.area.width.max(1.0));
    if nth(values.len()) <= field.area.width * 2.0 {
        return values;
    }
    let all = f64::from(nth(field.count.max(2) - 1));
    let column = |place: usize| whole(single(f64::from(nth(place)) / all * columns));
    let mut kept = Vec::new();
    for run in values.chunk_by(|(one, _), (other, _)| column(*one) == column(*other)) {
        let lowest = run.iter().min_by_key(|(_, value)| value.heights().0);
        let highest = run.iter().max_by_key(|(_, value)| value.heights().1);
        let mut some = [run.first(), lowest, highest, run.last()];
        some.sort_by_key(|value| value.map(|(place, _)| *place));
        let before = kept.len();
        for value in some.into_iter().flatten() {
            if kept[before..]
                .last()
                .is_none_or(|(place, _): &(usize, T)| *place != value.0)
            {
                kept.push(*value);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::super::plan::tests::{check, measure};
    use super::*;
    use proptest::prelude::*;

    fn lines(values: Vec<Option<i64>>) -> Lines {
        let names = (0..values.len()).map(|at| format!("{at}h")).collect();
        let amounts = values
            .iter()
            .map(|value| Some(value.as_ref()?.saturating_mul(9_000)));
        let usual = values
            .iter()
            .map(|value| value.map(|value| (value / 2, value)));
        Lines {
            names,
            band: Some(Band {
                usual: usual.collect(),
                axis: Axis::Left,
            }),
            series: vec![
                Series {
                    axis: Axis::Right,
                    number: 1,
                    dashed: true,
                    values: amounts.collect(),
                },
                Series {
                    axis: Axis::Left,
                    number: 0,
                    dashed: false,
                    values,
                },
            ],
            left: Box::new(|value| value.to_string()),
            right: Some(Box::new(|value| format!("₲ {value}"))),
            bridged: false,
            flagged: vec![0],
        }
    }

    const ROOM: Size = Size::new(640.0, 230.0);

    fn points(plan: &Plan) -> usize {
        let count = |shape: &Shape| match shape {
            Shape::Line {
                points,
                ink: Ink::Series(_),
                ..
            } => points.len(),
            _ => 0,
        };
        plan.shapes.iter().map(count).sum()
    }

    #[test]
    fn nothing_and_one_value_are_laid_out_too() {
        for values in [vec![], vec![Some(0)], vec![Some(7)], vec![None, None]] {
            let plan = lines(values).plan(ROOM, &measure);
            check(&plan);
        }
        let one = lines(vec![Some(7)]).plan(ROOM, &measure);
        let marks = one
            .shapes
            .iter()
            .filter(|shape| matches!(shape, Shape::Mark { .. }));
        assert_eq!(marks.count(), 3, "two values and a sign");
    }

    #[test]
    fn ten_thousand_points_are_thinned_to_what_can_be_seen() {
        let values: Vec<_> = (0..10_000_i64).map(|at| Some(at * 7_919 % 1_000)).collect();
        let plan = lines(values).plan(ROOM, &measure);
        check(&plan);
        assert!(points(&plan) <= 2 * 4 * 641, "{}", points(&plan));
        assert_eq!(plan.targets.len(), 10_000);
    }

    #[test]
    fn a_gap_breaks_the_line() {
        let values = vec![Some(1), Some(2), None, Some(3), Some(4)];
        let plan = lines(values).plan(ROOM, &measure);
        let broken = plan.shapes.iter().filter(|shape| {
            matches!(
                shape,
                Shape::Line {
                    ink: Ink::Series(0),
                    ..
                }
            )
        });
        assert_eq!(broken.count(), 2);
    }

    #[test]
    fn a_bridged_line_goes_on_over_a_gap() {
        let values = vec![Some(1), Some(2), None, Some(3), Some(4)];
        let mut lines = lines(values);
        lines.bridged = true;
        let plan = lines.plan(ROOM, &measure);
        let whole = plan.shapes.iter().filter(|shape| {
            matches!(
                shape,
                Shape::Line {
                    ink: Ink::Series(0),
                    ..
                }
            )
        });
        assert_eq!(whole.count(), 1);
    }

    #[test]
    fn a_point_of_a_day_is_wide_enough_for_a_finger_and_one_of_a_year_is_not() {
        let hours = lines(vec![Some(3); 10]).plan(ROOM, &measure);
        assert!(hours.is_large(4));
        let days = lines(vec![Some(3); 365]).plan(ROOM, &measure);
        assert!(!days.is_large(4));
    }

    proptest! {
        #[test]
        fn no_words_touch_and_nothing_leaves_the_chart(
            values in prop::collection::vec(prop::option::of(any::<i64>()), 0..60),
            width in 40.0_f32..1_900.0,
            height in 40.0_f32..900.0,
        ) {
            check(&lines(values).plan(Size::new(width, height), &measure));
        }
    }
}
