//! Bars side by side: weekdays, and beside each what it is compared with.

use iced::{Point, Rectangle, Size};

use super::lines::Written;
use super::plan::{
    Area, Form, Ink, LETTERS, LINE, Label, Measure, Plan, Shape, Side, Target, along, widest,
};
use super::scale::{Scale, Span, nth, paired, whole};

/// The part of a group that is left free between it and the next.
const FREE: f32 = 0.28;

/// A chart of bars.
pub struct Bars {
    /// What stands below each group.
    pub names: Vec<String>,
    /// The value of each bar of each group, the first filled, the others framed only.
    pub groups: Vec<Vec<Option<i64>>>,
    /// What is usual for each group: a line across it.
    pub usual: Vec<Option<i64>>,
    /// Groups to be looked at: they get a sign.
    pub flagged: Vec<usize>,
    /// How the axis writes.
    pub axis: Written,
}

impl Bars {
    /// Lays it out. Its targets are the bars, group by group.
    pub fn plan(&self, size: Size, measure: Measure<'_>) -> Plan {
        let mut plan = Plan {
            size,
            across: usize::MAX,
            ..Plan::default()
        };
        let values = self.groups.iter().flatten().flatten().copied();
        let usual = self.usual.iter().flatten().copied();
        let most = whole(size.height / (LINE * 2.0)).clamp(2, 5);
        let [scale] = paired([Span::of(values.chain(usual))], most);
        let mut lines: Vec<String> = scale.lines().map(&self.axis).collect();
        let mut from = widest(&lines, measure) + 8.0;
        if size.width - from < 60.0 {
            lines.clear();
            from = 0.0;
        }
        let area = Rectangle::new(
            Point::new(from, LINE / 2.0),
            Size::new(
                (size.width - from).max(1.0),
                (size.height - LINE * 2.0).max(1.0),
            ),
        );
        grid(scale, &lines, &area, measure, &mut plan);
        let each = area.width / nth(self.names.len().max(1));
        let middle = |group: usize| area.x + each * (nth(group) + 0.5);
        for (group, bars) in self.groups.iter().enumerate().take(self.names.len()) {
            let room = Rectangle::new(
                Point::new(area.x + each * nth(group) + each * FREE / 2.0, area.y),
                Size::new(each * (1.0 - FREE), area.height),
            );
            self.group(group, bars, room, scale, &mut plan);
        }
        let below = size.height - LINE / 2.0;
        let names = along(&self.names, middle, (0.0, size.width), below, measure);
        plan.labels.extend(names);
        plan
    }

    fn group(
        &self,
        group: usize,
        bars: &[Option<i64>],
        room: Rectangle,
        scale: Scale,
        plan: &mut Plan,
    ) {
        let y = |value: i64| room.y + room.height * (1.0 - scale.place(value).clamp(0.0, 1.0));
        let each = room.width / nth(bars.len().max(1));
        let mut top = y(0);
        for (number, value) in bars.iter().enumerate() {
            let x = room.x + each * nth(number);
            let (zero, end) = (y(0), y(value.unwrap_or(0)));
            let bounds = Rectangle::new(
                Point::new(x, zero.min(end)),
                Size::new((each - 2.0).max(each * 0.6), (zero - end).abs()),
            );
            top = top.min(bounds.y);
            if value.is_some_and(|value| value != 0) {
                plan.shapes.push(Shape::Block {
                    bounds,
                    ink: Ink::Series(number),
                    hollow: number > 0,
                });
            }
            plan.targets.push(Target {
                area: Area::Block(Rectangle::new(
                    Point::new(x, 0.0),
                    Size::new(each, plan.size.height),
                )),
                anchor: Point::new(x + each / 2.0, bounds.y),
            });
        }
        if let Some(usual) = self.usual.get(group).copied().flatten() {
            let at = y(usual);
            top = top.min(at);
            plan.shapes.push(Shape::Line {
                points: vec![
                    Point::new(room.x - 2.0_f32.min(room.x), at),
                    Point::new((room.x + room.width + 2.0).min(plan.size.width), at),
                ],
                ink: Ink::Text,
                width: 2.0,
                dashed: true,
            });
        }
        if self.flagged.contains(&group) {
            plan.shapes.push(Shape::Mark {
                at: Point::new(room.center_x(), (top - 10.0).max(5.0)),
                form: Form::Down,
                ink: Ink::Caution,
                radius: 6.0,
            });
        }
    }
}

fn grid(scale: Scale, names: &[String], area: &Rectangle, measure: Measure<'_>, plan: &mut Plan) {
    let below_zero = scale.lines().next().is_some_and(|line| line < 0);
    for (index, value) in scale.lines().enumerate() {
        let y = area.y + area.height * (1.0 - scale.place(value).clamp(0.0, 1.0));
        plan.shapes.push(Shape::Line {
            points: vec![Point::new(area.x, y), Point::new(area.x + area.width, y)],
            ink: if value == 0 && below_zero {
                Ink::Strong
            } else {
                Ink::Line
            },
            width: 1.0,
            dashed: false,
        });
        if let Some(name) = names.get(index) {
            let at = Point::new(area.x - 8.0, y);
            let label = Label::at(name.clone(), at, Side::End, LETTERS, Ink::Muted, measure);
            let free = plan
                .labels
                .iter()
                .all(|other| other.bounds.intersection(&label.bounds).is_none());
            if free {
                plan.labels.push(label);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan::tests::{check, measure};
    use super::*;
    use proptest::prelude::*;

    fn bars(groups: Vec<Vec<Option<i64>>>) -> Bars {
        Bars {
            names: (0..groups.len()).map(|at| format!("día {at}")).collect(),
            usual: groups
                .iter()
                .map(|bars| bars.first().copied().flatten())
                .collect(),
            flagged: vec![0],
            groups,
            axis: Box::new(|value| value.to_string()),
        }
    }

    const ROOM: Size = Size::new(560.0, 220.0);

    #[test]
    fn a_bar_below_zero_hangs_from_it_and_one_of_nothing_is_not_drawn() {
        let plan = bars(vec![vec![Some(10), Some(-5)], vec![Some(0), None]]).plan(ROOM, &measure);
        check(&plan);
        let blocks: Vec<_> = plan
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Block { bounds, hollow, .. } => Some((bounds, *hollow)),
                _ => None,
            })
            .collect();
        let [(above, false), (under, true)] = blocks[..] else {
            panic!("{blocks:?}");
        };
        assert!(
            (above.y + above.height - under.y).abs() < 0.01,
            "they meet at zero"
        );
        assert_eq!(plan.targets.len(), 4);
    }

    #[test]
    fn a_week_beside_another_is_wide_enough_to_be_pressed() {
        let wide = bars(vec![vec![Some(5), Some(4)]; 5]).plan(ROOM, &measure);
        assert!(wide.targets.len() == 10 && !wide.is_large(9));
        let one = bars(vec![vec![Some(5)]; 5]).plan(ROOM, &measure);
        assert!(one.is_large(4));
        assert_eq!(
            wide.hit(Point::new(559.0, 100.0)),
            None,
            "free ground at the side"
        );
    }

    proptest! {
        #[test]
        fn no_words_touch_and_no_bar_leaves_the_chart(
            groups in prop::collection::vec(
                prop::collection::vec(prop::option::of(any::<i64>()), 1..4), 0..40),
            width in 40.0_f32..1_900.0,
            height in 40.0_f32..900.0,
        ) {
            check(&bars(groups).plan(Size::new(width, height), &measure));
        }
    }
}
