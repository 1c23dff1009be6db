//! Scales: round numbers that hold every value, and where a value stands among them.
//!
//! All is whole numbers: an axis of amounts is exact up to the largest there are. Zero is always on
//! the scale, so that a height is an amount and never a difference in disguise.

/// An axis from one round number to another, in equal steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Between two lines; at least 1.
    step: i128,
    /// Lines below zero.
    below: i128,
    /// Lines above zero.
    above: i128,
}

/// The smallest and the largest value that an axis must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    low: i128,
    high: i128,
}

impl Span {
    /// Of these values, and zero.
    pub fn of(values: impl IntoIterator<Item = i64>) -> Self {
        let zero = Self { low: 0, high: 0 };
        values.into_iter().fold(zero, |span, value| Self {
            low: span.low.min(value.into()),
            high: span.high.max(value.into()),
        })
    }
}

/// One scale for each span, with the same lines: zero is at the same height on all of them.
/// They have at most `lines_max` steps, and at least two where two are allowed.
#[must_use]
pub fn paired<const N: usize>(spans: [Span; N], lines_max: usize) -> [Scale; N] {
    let lines_max = i128::try_from(lines_max).unwrap_or(1).max(1);
    let has_low = spans.iter().any(|span| span.low < 0);
    let has_high = spans.iter().any(|span| span.high > 0) || !has_low;
    let lines_max = lines_max.max(i128::from(has_low) + i128::from(has_high));
    let mut best: Option<(f64, [Scale; N])> = None;
    for all in 1..=lines_max {
        if all == 1 && lines_max > 1 {
            continue;
        }
        for below in 0..=all {
            let above = all - below;
            if (has_low != (below > 0)) || (has_high != (above > 0)) {
                continue;
            }
            let scales = spans.map(|span| Scale::holding(span, below, above));
            let waste = scales.iter().zip(&spans);
            let waste = waste.map(|(scale, span)| scale.waste(*span)).sum::<f64>();
            // More lines for the same room: easier to read.
            if best.as_ref().is_none_or(|(least, _)| waste <= *least) {
                best = Some((waste, scales));
            }
        }
    }
    best.map_or(spans.map(|span| Scale::holding(span, 1, 1)), |(_, best)| {
        best
    })
}

impl Scale {
    /// With so many lines on each side of zero, the smallest round step that holds the span.
    fn holding(span: Span, below: i128, above: i128) -> Self {
        let need = |value: i128, lines: i128| match lines {
            0 => 1,
            lines => ceiling(value.max(0), lines).max(1),
        };
        let least = need(span.high, above).max(need(-span.low, below));
        Self {
            step: round_up(least),
            below,
            above,
        }
    }

    /// How many times the room of the span it takes.
    fn waste(self, span: Span) -> f64 {
        let room = real(self.step * (self.below + self.above));
        room / real((span.high - span.low).max(1))
    }

    /// The numbers at its lines, lowest first.
    pub fn lines(self) -> impl Iterator<Item = i64> {
        (-self.below..=self.above).map(move |at| saturated(at * self.step))
    }

    /// Where a value is: 0 at the bottom, 1 at the top.
    #[must_use]
    pub fn place(self, value: i64) -> f32 {
        let from = -self.below * self.step;
        let all = (self.below + self.above) * self.step;
        single(real(i128::from(value) - from) / real(all))
    }
}

/// Divided and rounded up; both are positive.
const fn ceiling(value: i128, by: i128) -> i128 {
    (value + by - 1) / by
}

/// The next of 1, 2, 5, 10, 20, 25, 50 …
fn round_up(least: i128) -> i128 {
    let mut ten = 1;
    loop {
        for tenths in [10, 20, 25, 50] {
            // No half of a sale: 2.5 is round only from 25 on.
            let step = tenths * ten / 10;
            if step >= least && step * 10 == tenths * ten {
                return step;
            }
        }
        ten *= 10;
    }
}

fn saturated(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a place on the screen needs no more figures than a float has"
)]
const fn real(value: i128) -> f64 {
    value as f64
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on the screen needs no more figures than a float has"
)]
pub(super) const fn single(value: f64) -> f32 {
    value as f32
}

/// An index or a count as a place on the screen.
#[expect(
    clippy::cast_precision_loss,
    reason = "charts have far fewer points than a float counts exactly"
)]
pub(super) const fn nth(index: usize) -> f32 {
    index as f32
}

/// A place on the screen as a count; a float cast saturates.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a side of the screen is small; what is below zero is none"
)]
pub(super) fn whole(room: f32) -> usize {
    room.max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(low: i64, high: i64) -> Vec<i64> {
        let [scale] = paired([Span::of([low, high])], 5);
        scale.lines().collect()
    }

    #[test]
    fn lines_stand_at_round_numbers() {
        assert_eq!(lines(0, 64), [0, 25, 50, 75]);
        assert_eq!(lines(0, 100), [0, 20, 40, 60, 80, 100]);
        assert_eq!(lines(0, 2_609_000), [0, 1_000_000, 2_000_000, 3_000_000]);
        assert_eq!(lines(-30, 90), [-50, 0, 50, 100]);
        assert_eq!(lines(-4, -1), [-4, -3, -2, -1, 0]);
    }

    #[test]
    fn nothing_and_one_have_a_scale_too() {
        assert_eq!(lines(0, 0), [0, 1, 2]);
        assert_eq!(lines(0, 1), [0, 1, 2]);
    }

    #[test]
    fn the_largest_numbers_there_are_have_a_scale() {
        let [scale] = paired([Span::of([i64::MIN, i64::MAX])], 5);
        let (low, high) = (scale.place(i64::MIN), scale.place(i64::MAX));
        assert!((0.0..=1.0).contains(&low) && (0.0..=1.0).contains(&high) && low < high);
        assert!(scale.lines().count() >= 3);
    }

    #[test]
    fn two_axes_share_their_lines_and_their_zero() {
        let [count, amount] = paired([Span::of([42]), Span::of([-80_000, 412_000])], 5);
        assert_eq!(count.lines().count(), amount.lines().count());
        assert!((count.place(0) - amount.place(0)).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn every_scale_holds_its_values_on_at_most_so_many_round_steps(
            values in prop::collection::vec(any::<i64>(), 0..20),
            small in prop::collection::vec(-500_i64..500, 0..20),
            most in 1_usize..12,
        ) {
            let (one, other) = (Span::of(values.clone()), Span::of(small.clone()));
            for (scale, values) in paired([one, other], most).into_iter().zip([values, small]) {
                for value in values.into_iter().chain([0]) {
                    prop_assert!((-1e-6..=1.0 + 1e-6).contains(&scale.place(value)));
                }
                let shown = scale.lines().count();
                prop_assert!(shown >= 2 && shown <= most.max(2) + 1);
                let mut step = scale.step;
                while step % 10 == 0 {
                    step /= 10;
                }
                prop_assert!([1, 2, 5, 25].contains(&step));
            }
        }
    }
}
