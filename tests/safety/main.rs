//! No severe restriction is ever sold a product that is not declared free: whatever the order of events,
//! edits, declarations, recipes, policies, own words or restarts.
//!
//! Seeded journeys drive the checkout and the store that the till runs; a naive account of what was said
//! (`facts.rs`) is kept beside them and asked of every sale that was written down, and of every pair of
//! product and pupil at the end. `CANTINA_JOURNEYS` sets how many, `CANTINA_SEED` plays one only.
//!
//! No test here may start a program: a child that is just being made holds the lock of every open store.
#![allow(
    clippy::unwrap_used, // a journey that cannot go on stops, and says its seed
    clippy::similar_names
)]

#[allow(dead_code)] // shared with the power-loss simulator, which rolls them in more ways
#[path = "../power_loss/dice.rs"]
mod dice;
mod facts;
mod journey;
mod pairs;

use std::sync::atomic::{AtomicU64, Ordering};

use journey::{Journey, Seen};

/// Journeys played when nothing else is asked for.
const JOURNEYS: u64 = 32;
/// What happens in one.
const STEPS: u64 = 400;

#[test]
fn no_severe_restriction_is_ever_sold_what_is_not_declared_free() {
    let number = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
    if let Some(seed) = number("CANTINA_SEED") {
        println!("{:?}", play(seed));
        return;
    }
    let journeys = number("CANTINA_JOURNEYS").unwrap_or(JOURNEYS);
    let next = AtomicU64::new(0);
    let work = || {
        let mut seen = Seen::default();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= journeys {
                return seen;
            }
            seen += play(seed);
        }
    };
    let seen = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        let mut seen = Seen::default();
        for worker in workers {
            seen += worker.join().expect("see the seed above");
        }
        seen
    });
    println!("{journeys} journeys: {seen:?}");
    seen.assert_everything_happened();
}

fn play(seed: u64) -> Seen {
    let _named = Named(seed);
    let mut journey = Journey::new(seed);
    for _ in 0..STEPS {
        journey.something_happens();
    }
    journey.end()
}

/// Says which seed it was when a promise breaks.
struct Named(u64);

impl Drop for Named {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("CANTINA_SEED={}", self.0);
        }
    }
}
