//! A map of hours and weekdays: the more, the deeper; the figure stands in the cell where it fits.

use iced::{Point, Rectangle, Size};

use super::plan::{
    Area, Ink, LETTERS, LINE, Label, Measure, Plan, Shape, Side, Target, along, widest,
};
use super::scale::{nth, single};

/// Between two cells, in logical pixels.
const GAP: f32 = 2.0;

/// A heat map.
#[derive(Debug, Clone, PartialEq)]
pub struct Heat {
    /// What stands above each column.
    pub columns: Vec<String>,
    /// What stands beside each row.
    pub rows: Vec<String>,
    /// The value of each cell, row by row; none is drawn as an empty cell.
    pub values: Vec<Option<i64>>,
    /// How each is written in its cell.
    pub written: Vec<String>,
}

impl Heat {
    /// Lays it out. Its targets are the cells, row by row.
    pub fn plan(&self, size: Size, measure: Measure<'_>) -> Plan {
        let mut plan = Plan {
            size,
            across: self.columns.len().max(1),
            ..Plan::default()
        };
        let mut from = widest(&self.rows, measure) + 8.0;
        if size.width - from < 60.0 {
            from = 0.0;
        }
        let area = Rectangle::new(
            Point::new(from, LINE + 2.0),
            Size::new(
                (size.width - from).max(1.0),
                (size.height - LINE - 2.0).max(1.0),
            ),
        );
        let cell = Size::new(
            area.width / nth(self.columns.len().max(1)),
            area.height / nth(self.rows.len().max(1)),
        );
        let highest = self.values.iter().flatten().copied().max().unwrap_or(0);
        for row in 0..self.rows.len() {
            for column in 0..self.columns.len() {
                let corner = Point::new(
                    area.x + cell.width * nth(column),
                    area.y + cell.height * nth(row),
                );
                self.cell(
                    row * self.columns.len() + column,
                    Rectangle::new(corner, cell),
                    highest,
                    measure,
                    &mut plan,
                );
            }
        }
        let middle = |column: usize| area.x + cell.width * (nth(column) + 0.5);
        let above = along(
            &self.columns,
            middle,
            (0.0, size.width),
            LINE / 2.0,
            measure,
        );
        plan.labels.extend(above);
        if from > 0.0 && cell.height >= LINE {
            for (row, name) in self.rows.iter().enumerate() {
                let at = Point::new(0.0, area.y + cell.height * (nth(row) + 0.5));
                let label = Label::at(name.clone(), at, Side::Start, LETTERS, Ink::Muted, measure);
                plan.labels.push(label);
            }
        }
        plan
    }

    fn cell(
        &self,
        index: usize,
        place: Rectangle,
        highest: i64,
        measure: Measure<'_>,
        plan: &mut Plan,
    ) {
        let value = self.values.get(index).copied().flatten();
        let part = value.map_or(0.0, |value| part(value, highest));
        let gap = GAP.min(place.width / 4.0).min(place.height / 4.0);
        let bounds = Rectangle::new(
            Point::new(place.x, place.y),
            Size::new(place.width - gap, place.height - gap),
        );
        plan.shapes.push(Shape::Block {
            bounds,
            ink: if value.is_some() {
                Ink::Heat(part)
            } else {
                Ink::Line
            },
            hollow: value.is_none(),
        });
        if let (Some(_), Some(text)) = (value, self.written.get(index)) {
            let ink = Ink::OnHeat(part);
            let label = Label::at(
                text.clone(),
                bounds.center(),
                Side::Middle,
                LETTERS,
                ink,
                measure,
            );
            let fits = label.bounds.width + 4.0 <= bounds.width && LINE <= bounds.height;
            if fits && !text.is_empty() {
                plan.labels.push(label);
            }
        }
        plan.targets.push(Target {
            area: Area::Block(place),
            anchor: bounds.center(),
        });
    }
}

/// How much of the highest it is; what is negative is nothing.
fn part(value: i64, highest: i64) -> f32 {
    if highest <= 0 {
        return 0.0;
    }
    // Exact enough for a shade, and total: a thousandth of any amount fits.
    let thousandths = i128::from(value.max(0)) * 1_000 / i128::from(highest);
    single(f64::from(i32::try_from(thousandths).unwrap_or(1_000)) / 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::super::plan::tests::{check, measure};
    use super::*;
    use proptest::prelude::*;

    fn heat(columns: usize, rows: usize, values: Vec<Option<i64>>) -> Heat {
        Heat {
            columns: (0..columns).map(|at| format!("{at}h")).collect(),
            rows: (0..rows).map(|at| format!("día {at}")).collect(),
            written: values
                .iter()
                .map(|value| value.map_or(String::new(), |value| value.to_string()))
                .collect(),
            values,
        }
    }

    #[test]
    fn the_highest_is_the_deepest_and_a_closed_hour_is_only_framed() {
        let plan = heat(2, 1, vec![Some(50), None]).plan(Size::new(300.0, 80.0), &measure);
        check(&plan);
        let cells: Vec<_> = plan
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Block { ink, hollow, .. } => Some((*ink, *hollow)),
                _ => None,
            })
            .collect();
        assert_eq!(cells, [(Ink::Heat(1.0), false), (Ink::Line, true)]);
        assert_eq!(plan.across, 2, "down goes to the next weekday");
    }

    proptest! {
        #[test]
        fn any_map_is_laid_out_inside_its_place(
            columns in 0_usize..25,
            rows in 0_usize..8,
            values in prop::collection::vec(prop::option::of(any::<i64>()), 0..200),
            width in 40.0_f32..1_900.0,
            height in 40.0_f32..900.0,
        ) {
            check(&heat(columns, rows, values).plan(Size::new(width, height), &measure));
        }
    }
}
