//! A ring of parts, the whole written in its middle.

use std::f32::consts::TAU;

use iced::{Point, Size};

use super::plan::{Area, Form, Ink, Label, Measure, Plan, Shape, Side, Slice, Target};
use super::scale::single;

/// The size of the figure in the middle, in logical pixels.
const FIGURE: f32 = 22.0;
/// Between two parts, in radians.
const GAP: f32 = 0.025;

/// A ring. A part of nothing or less is not drawn; its number stays its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Ring {
    /// In the order of the legend: the parts go around in it, from the top.
    pub parts: Vec<i64>,
    /// The number of each part's colour and sign.
    pub signs: Vec<usize>,
    /// The whole.
    pub total: String,
    /// What the whole is of.
    pub of: String,
}

impl Ring {
    /// Lays it out.
    pub fn plan(&self, size: Size, measure: Measure<'_>) -> Plan {
        let mut plan = Plan {
            size,
            across: usize::MAX,
            ..Plan::default()
        };
        let centre = Point::new(size.width / 2.0, size.height / 2.0);
        let outer = (size.width.min(size.height) / 2.0 - 2.0).max(1.0);
        let inner = outer * 0.66;
        let share = |part: i64| -> f64 { share(part.max(0)) };
        let whole: f64 = self.parts.iter().copied().map(share).sum();
        let count = self.parts.iter().filter(|part| **part > 0).count();
        let mut from = 0.0;
        for (number, part) in self.parts.iter().enumerate() {
            let turn = if whole > 0.0 {
                single(share(*part) / whole) * TAU
            } else {
                0.0
            };
            let slice = Slice {
                centre,
                outer,
                inner,
                from,
                to: (from + turn).min(TAU),
            };
            from = slice.to;
            plan.targets.push(Target {
                area: Area::Slice(slice),
                anchor: slice.middle(),
            });
            if *part <= 0 {
                continue;
            }
            let gap = if count > 1 { GAP.min(turn / 4.0) } else { 0.0 };
            let drawn = Slice {
                from: slice.from + gap / 2.0,
                to: slice.to - gap / 2.0,
                ..slice
            };
            let sign = self.signs.get(number).copied().unwrap_or(number);
            plan.shapes.push(Shape::Slice(drawn, Ink::Series(sign)));
            let radius = (outer - inner) / 6.0;
            if turn * inner > radius * 6.0 {
                plan.shapes.push(Shape::Mark {
                    at: slice.middle(),
                    form: Form::of(sign),
                    ink: Ink::OnSeries(sign),
                    radius: radius.min(6.0),
                });
            }
        }
        if count == 0 {
            let empty = Slice {
                centre,
                outer,
                inner,
                from: 0.0,
                to: TAU,
            };
            plan.shapes.push(Shape::Slice(empty, Ink::Line));
        }
        self.middle(centre, inner, measure, &mut plan);
        plan
    }

    /// The words shrink into the hole rather than touch the ring.
    fn middle(&self, centre: Point, inner: f32, measure: Measure<'_>, plan: &mut Plan) {
        let room = inner * 1.7;
        let fitting = |text: &str, size: f32| {
            let wide = measure(text, size);
            if wide > room {
                size * room / wide
            } else {
                size
            }
        };
        let (large, small) = (fitting(&self.total, FIGURE), fitting(&self.of, 13.0));
        let write = |text: &str, size, offset, ink| {
            let at = Point::new(centre.x, centre.y + offset);
            Label::at(text.to_owned(), at, Side::Middle, size, ink, measure)
        };
        let apart = (large + small) * 0.36;
        let total = write(&self.total, large, -apart * 0.72, Ink::Text).bold();
        let of = write(&self.of, small, apart * 1.28, Ink::Muted);
        let readable = large >= 9.0 && inner > 24.0;
        if readable {
            plan.labels.push(total);
        }
        let touching = |of: &Label| {
            plan.labels
                .iter()
                .any(|one| one.bounds.intersects(&of.bounds))
        };
        if readable && small >= 9.0 && !touching(&of) {
            plan.labels.push(of);
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "an angle needs no more figures than a float has"
)]
const fn share(part: i64) -> f64 {
    part as f64
}

/// How the parts are written beside the ring: in whole percent that add up to 100.
///
/// Rounded down, and what is missing goes to those that lost most by it.
#[must_use]
pub fn percents(parts: &[i64]) -> Vec<u8> {
    let parts: Vec<i128> = parts
        .iter()
        .map(|part| i128::from((*part).max(0)))
        .collect();
    let whole: i128 = parts.iter().sum();
    if whole == 0 {
        return vec![0; parts.len()];
    }
    let mut shares: Vec<i128> = parts.iter().map(|part| part * 100 / whole).collect();
    let mut lost: Vec<usize> = (0..parts.len()).collect();
    lost.sort_by_key(|index| std::cmp::Reverse(parts[*index] * 100 % whole));
    let missing = usize::try_from(100 - shares.iter().sum::<i128>()).unwrap_or_default();
    for index in lost.into_iter().take(missing) {
        shares[index] += 1;
    }
    let small = |share| u8::try_from(share).unwrap_or(100);
    shares.into_iter().map(small).collect()
}

#[cfg(test)]
mod tests {
    use super::super::plan::tests::{check, measure};
    use super::*;
    use proptest::prelude::*;

    fn ring(parts: &[i64]) -> Ring {
        Ring {
            parts: parts.to_vec(),
            signs: Vec::new(),
            total: "252".to_owned(),
            of: "ventas".to_owned(),
        }
    }

    const ROOM: Size = Size::new(180.0, 180.0);

    fn slices(plan: &Plan) -> usize {
        plan.shapes
            .iter()
            .filter(|shape| matches!(shape, Shape::Slice(_, Ink::Series(_))))
            .count()
    }

    #[test]
    fn the_parts_fill_the_ring_in_their_order() {
        let plan = ring(&[52, 31, 11, 6]).plan(ROOM, &measure);
        check(&plan);
        assert_eq!(slices(&plan), 4);
        let right = Point::new(90.0 + 75.0, 90.0);
        assert_eq!(
            plan.hit(right),
            Some(0),
            "a quarter turn is in the first half"
        );
        assert_eq!(
            plan.hit(Point::new(90.0, 90.0)),
            None,
            "the hole is no part"
        );
    }

    #[test]
    fn nothing_sold_is_an_empty_ring_with_its_total() {
        for parts in [&[][..], &[0, 0], &[-5]] {
            let plan = ring(parts).plan(ROOM, &measure);
            check(&plan);
            assert_eq!(slices(&plan), 0);
            assert_eq!(plan.shapes.len(), 1);
        }
    }

    #[test]
    fn percents_add_up() {
        assert_eq!(percents(&[131, 84, 24, 13]), [52, 33, 10, 5]);
        assert_eq!(percents(&[1, 1, 1]), [34, 33, 33]);
        assert_eq!(percents(&[0, 0]), [0, 0]);
    }

    proptest! {
        #[test]
        fn any_parts_make_a_ring(
            parts in prop::collection::vec(any::<i64>(), 0..12),
            side in 20.0_f32..600.0,
        ) {
            check(&ring(&parts).plan(Size::new(side, side * 0.8), &measure));
            let percents = percents(&parts);
            let whole: u32 = percents.iter().map(|share| u32::from(*share)).sum();
            prop_assert!(whole == 100 || parts.iter().all(|part| *part <= 0));
        }
    }
}
