//! Ten thousand lunch breaks, played from seeds through the checkout and the store that the till runs.
//!
//! Two desks sell from one store: customers change their minds, keys bounce, commits arrive twice or
//! late, the program dies between any two steps, stock and declarations change under the carts, the
//! clock jumps. A naive account of what must be true is kept beside it (`books.rs`) and compared
//! after every break; what the store refuses must have a reason there, and what it takes must not.
//!
//! `CANTINA_BREAKS` sets how many breaks are played, `CANTINA_SEED` plays one canteen only.
#![allow(
    clippy::unwrap_used, // a simulation that cannot go on stops, and says its seed
    clippy::similar_names
)]

mod books;
mod canteen;
mod desk;
#[allow(dead_code)] // shared with the power-loss simulator, which rolls them in more ways
#[path = "../power_loss/dice.rs"]
mod dice;
mod lunch;
mod seen;

use std::sync::atomic::{AtomicU64, Ordering};

use lunch::Lunch;
use seen::Seen;

/// Breaks played when nothing else is asked for.
const BREAKS: u64 = 10_000;
/// Breaks that one canteen lives through.
const A_TERM: u64 = 20;
/// Every so many canteens one is on a disk, and really closed and opened again when it crashes.
const ON_DISK: u64 = 50;

#[test]
fn lunch_breaks_leave_the_books_as_a_naive_account_has_them() {
    let number = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
    if let Some(seed) = number("CANTINA_SEED") {
        println!("{:?}", play(seed));
        return;
    }
    let terms = number("CANTINA_BREAKS").unwrap_or(BREAKS).div_ceil(A_TERM);
    let next = AtomicU64::new(0);
    let work = || {
        let mut seen = Seen::default();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= terms {
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
    println!("{} breaks: {seen:?}", terms * A_TERM);
    if terms >= 50 {
        seen.assert_everything_happened();
    }
}

/// Plays one canteen's term.
fn play(seed: u64) -> Seen {
    let _named = Named(seed);
    let mut lunch = Lunch::new(seed, seed % ON_DISK == ON_DISK - 1);
    for _ in 0..A_TERM {
        lunch.one_break();
    }
    lunch.end_of_term()
}

/// Says which seed it was when a promise breaks.
struct Named(u64);

impl Drop for Named {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("to see it again: CANTINA_SEED={}", self.0);
        }
    }
}
