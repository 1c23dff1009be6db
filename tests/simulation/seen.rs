//! Counts of what a simulation went through.

use std::ops::AddAssign;

/// What came up, to see that something was tried.
#[derive(Debug, Default, Clone, Copy)]
pub struct Seen {
    pub sales: u64,
    pub voids: u64,
    pub replays: u64,
    pub crashes: u64,
    pub top_ups: u64,
    pub held: u64,
    pub resumed: u64,
    pub bounced: u64,
    pub refused_by_rules: u64,
    pub refused_by_store: u64,
    pub alerts: u64,
    pub jumps: u64,
    pub lifted: u64,
}

impl Seen {
    fn counts(&mut self) -> [&mut u64; 13] {
        [
            &mut self.sales,
            &mut self.voids,
            &mut self.replays,
            &mut self.crashes,
            &mut self.top_ups,
            &mut self.held,
            &mut self.resumed,
            &mut self.bounced,
            &mut self.refused_by_rules,
            &mut self.refused_by_store,
            &mut self.alerts,
            &mut self.jumps,
            &mut self.lifted,
        ]
    }

    pub fn assert_everything_happened(mut self) {
        let all = self.counts().into_iter().all(|count| *count > 0);
        assert!(all, "something was never tried: {self:?}");
    }
}

impl AddAssign for Seen {
    fn add_assign(&mut self, mut other: Self) {
        for (count, more) in self.counts().into_iter().zip(other.counts()) {
            *count += *more;
        }
    }
}
