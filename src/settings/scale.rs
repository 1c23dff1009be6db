//! How large everything may be in a window: every screen keeps the room that it was made for.

use super::Scale;

/// The least room that every screen has, in logical pixels: width and height.
pub const LEAST: (f32, f32) = (819.0, 480.0);

impl Scale {
    /// The scales that are offered, in per cent.
    pub const STEPS: [u16; 5] = [100, 125, 150, 175, 200];

    /// The largest of [`STEPS`](Self::STEPS) that leaves [`LEAST`] in a window of so many pixels, as many as it
    /// has logical ones at 100 %; 100 % in the smallest.
    ///
    /// ```
    /// # use cantina::settings::Scale;
    /// assert_eq!(Scale::largest_in(1024.0, 600.0).in_percent(), 125);
    /// assert_eq!(Scale::largest_in(1280.0, 800.0).in_percent(), 150);
    /// assert_eq!(Scale::largest_in(1640.0, 960.0).in_percent(), 200);
    /// ```
    #[must_use]
    pub fn largest_in(width: f32, height: f32) -> Self {
        let leaves = |scale: &Self| {
            let factor = scale.factor();
            width / factor >= LEAST.0 && height / factor >= LEAST.1
        };
        let steps = Self::STEPS.into_iter();
        let steps = steps.filter_map(|step| Self::percent(step.into()).ok());
        steps.filter(leaves).max().unwrap_or(Self::WHOLE)
    }

    /// This scale, or less of it in a window that has no room for it.
    #[must_use]
    pub fn within(self, width: f32, height: f32) -> Self {
        self.min(Self::largest_in(width, height))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_never_below_100_nor_above_the_chosen_and_leaves_the_least_room(
            chosen in 100_i64..=200,
            width in 320_u16..5000,
            height in 240_u16..3000,
        ) {
            let chosen = Scale::percent(chosen).expect("in range");
            let (width, height) = (f32::from(width), f32::from(height));
            let given = chosen.within(width, height);
            prop_assert!(Scale::WHOLE <= given && given <= chosen);
            if given > Scale::WHOLE {
                prop_assert!(width / given.factor() >= LEAST.0);
                prop_assert!(height / given.factor() >= LEAST.1);
            }
        }

        #[test]
        fn a_larger_window_never_makes_it_smaller(
            width in 320_u16..3000,
            height in 240_u16..2000,
            more in 0_u16..500,
        ) {
            let (width, height, more) = (f32::from(width), f32::from(height), f32::from(more));
            let before = Scale::largest_in(width, height);
            prop_assert!(before <= Scale::largest_in(width + more, height));
            prop_assert!(before <= Scale::largest_in(width, height + more));
        }
    }

    #[test]
    fn a_chosen_scale_between_the_steps_is_kept_where_it_fits() {
        let chosen = Scale::percent(110).expect("in range");
        assert_eq!(chosen.within(1024.0, 600.0), chosen);
        assert_eq!(chosen.within(1000.0, 600.0).in_percent(), 100);
    }
}
