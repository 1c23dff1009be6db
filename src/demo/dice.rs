//! The demo's chance: one small generator, the same on every machine and for ever.

/// `SplitMix64` (Steele, Lea and Flood, 2014): state plus a constant, then a mix; passes `BigCrush`.
///
/// Whole numbers only: no float, no library whose next version might deal other numbers.
#[derive(Debug, Clone)]
pub struct Dice(u64);

/// What is dealt apart, so that one more name in a list does not change every sale.
#[derive(Debug, Clone, Copy)]
pub enum Stream {
    /// Families, names, grades, limits, restrictions.
    People = 1,
    /// What is bought, by whom, when and how it is paid.
    Sales = 2,
    /// The names of facts (`UUIDv7`).
    Facts = 3,
    /// Who eats lunch and when.
    Lunch = 8,
}

impl Dice {
    /// The dice of one stream; `index` (a day's number, or 0) deals each day apart.
    #[must_use]
    pub fn new(seed: u64, stream: Stream, index: i64) -> Self {
        let mut dice = Self(seed);
        for part in [stream as u64, index.cast_unsigned()] {
            dice.0 = dice.next() ^ part.wrapping_mul(0xD1B5_4A32_D192_ED03);
        }
        dice
    }

    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound` − 1 (0 if `bound` is 0).
    ///
    /// The high half of a 32 × 32 bit product: off by less than one in a million for the bounds
    /// used here, which a demo may be.
    pub fn below(&mut self, bound: u32) -> u32 {
        let high = self.next() >> 32;
        u32::try_from((high * u64::from(bound)) >> 32).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True so many times in a thousand.
    pub fn permille(&mut self, chance: u32) -> bool {
        self.below(1_000) < chance
    }

    /// One of the list, each as likely; `None` of an empty one.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.index(from.len()))
    }

    /// The place of one weight, each as likely as its weight; `None` if all are 0.
    pub fn weighted(&mut self, weights: &[u32]) -> Option<usize> {
        let total: u32 = weights.iter().sum();
        let mut left = self.below(total);
        weights.iter().position(|weight| {
            let here = left < *weight;
            left = left.saturating_sub(*weight);
            here
        })
    }

    /// Puts a list into another order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.index(last + 1);
            list.swap(last, other);
        }
    }

    fn index(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(u32::MAX)) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dice_fall_as_the_published_generator_says() {
        // First outputs of SplitMix64 from state 1234567 (reference implementation by Vigna).
        let mut dice = Dice(1_234_567);
        let dealt = [dice.next(), dice.next(), dice.next()];
        assert_eq!(
            dealt,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn bounds_hold_and_a_weight_of_nothing_is_never_dealt() {
        let mut dice = Dice::new(1, Stream::Sales, 0);
        for _ in 0..10_000 {
            assert!((3..=7).contains(&dice.between(3, 7)));
            assert!(matches!(dice.weighted(&[0, 5, 0, 1]), Some(1 | 3)));
        }
        assert_eq!(dice.weighted(&[0, 0]), None);
        assert_eq!(dice.pick::<u8>(&[]), None);
    }
}
