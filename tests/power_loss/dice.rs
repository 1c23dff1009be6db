//! Seeded chance: the same seed rolls the same history on every machine.
//!
//! `splitmix64` (Steele, Lea and Flood, 2014): one addition and three mixes a roll. It is far too weak for
//! secrets and exactly right for repeating a failure from the seed that a test printed.

/// A source of chance that only its seed decides.
#[derive(Debug, Clone)]
pub struct Dice {
    state: u64,
}

impl Dice {
    pub const fn seeded(seed: u64) -> Self {
        Self { state: seed }
    }

    /// Any number.
    pub const fn roll(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `sides - 1`; 0 when there are no sides.
    pub const fn below(&mut self, sides: u64) -> u64 {
        let rolled = self.roll();
        if sides == 0 { 0 } else { rolled % sides }
    }

    /// [`Dice::below`] for a place in a slice.
    pub fn below_len(&mut self, len: usize) -> usize {
        let rolled = self.below(u64::try_from(len).expect("a length fits in 64 bits"));
        usize::try_from(rolled).expect("it is below a usize")
    }

    /// Whether something of this likelihood happens.
    pub const fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of these.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below_len(choices.len())]
    }

    /// Dice of their own, so that one part's rolls do not move another's.
    pub const fn fork(&mut self) -> Self {
        Self::seeded(self.roll())
    }

    /// Bytes that nobody wrote.
    pub fn garbage(&mut self, len: usize) -> Vec<u8> {
        (0..len).map(|_| self.roll().to_le_bytes()[0]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_same_seed_rolls_the_same() {
        // The first values of the reference implementation for seed 0.
        let mut dice = Dice::seeded(0);
        assert_eq!(dice.roll(), 0xe220_a839_7b1d_cdaf);
        assert_eq!(dice.roll(), 0x6e78_9e6a_a1b9_65f4);
    }
}
