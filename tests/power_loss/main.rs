//! The power fails, the disk fills up, a write or a sync fails: no acknowledged sale is lost, nothing is
//! damaged, and selling goes on when the fault has passed.
//!
//! | room | what it holds |
//! | --- | --- |
//! | `dice` | seeded chance |
//! | `inode`, `disk` | a disk that forgets or tears what was not synced (pure) |
//! | `locks`, `machine` | what processes share: locks, shared memory, a clock |
//! | `vfs`, `vfs_file` | the glue to SQLite, the only unsafe code |
//! | `shop`, `history` | what is played, and how |
//! | `till_shop` | the till's own store as a shop |
//! | `bare_shop` | shops to prove the simulator with: a sound one, and careless ones that it must catch |
//!
//! A failure names its seed. `POWER_LOSS_SEED=17 cargo test --test power_loss` plays that history alone;
//! `POWER_LOSS_SEEDS=20000` plays more of them.
#![allow(clippy::doc_markdown)] // SQLite is a name, not an item

mod bare_shop;
mod dice;
mod disk;
mod history;
mod inode;
mod locks;
mod machine;
mod shop;
mod till_shop;
mod vfs;
mod vfs_file;

use std::ops::Range;

use bare_shop::{BareShop, Hasty, Piecemeal, Reckless, Sound};
use history::{Finding, Summary, play};
use shop::Shop;
use till_shop::TillShop;

/// How many histories CI plays, and for how many of the careless shops.
const HISTORIES: u64 = 500;
const CARELESS_HISTORIES: u64 = 100;

#[test]
fn the_store_holds_through_every_history() {
    holds_through_every_history::<TillShop>();
}

#[test]
fn no_acknowledged_sale_is_lost_and_selling_goes_on() {
    holds_through_every_history::<BareShop<Sound>>();
}

#[test]
fn the_simulator_finds_the_losses_of_synchronous_normal() {
    let lost = count::<BareShop<Hasty>>(|finding| matches!(finding, Finding::Lost(_)));
    assert!(
        lost > CARELESS_HISTORIES / 4,
        "only {lost} of {CARELESS_HISTORIES} histories lost a sale"
    );
}

#[test]
fn the_simulator_finds_the_damage_of_never_syncing() {
    let damaged = count::<BareShop<Reckless>>(|finding| {
        matches!(finding, Finding::Damaged(_) | Finding::Closed(_))
    });
    assert!(damaged > 0, "no history damaged the file");
}

#[test]
fn the_simulator_finds_a_sale_written_without_a_transaction() {
    let halves = count::<BareShop<Piecemeal>>(|finding| matches!(finding, Finding::Damaged(_)));
    assert!(
        halves > CARELESS_HISTORIES / 4,
        "only {halves} of {CARELESS_HISTORIES} histories left half a sale"
    );
}

/// # Panics
/// At the first history that finds something, or when the histories tried too little to mean anything.
fn holds_through_every_history<S: Shop>() {
    let seeds = seeds();
    let single = seeds.end - seeds.start == 1;
    let mut total = Summary::default();
    for seed in seeds {
        let summary =
            play::<S>(seed).unwrap_or_else(|finding| panic!("POWER_LOSS_SEED={seed}: {finding:?}"));
        total.acknowledged += summary.acknowledged;
        total.power_losses += summary.power_losses;
        total.refused_by_faults += summary.refused_by_faults;
        total.faults += summary.faults;
        total.steps += summary.steps;
    }
    println!("{total:?}");
    assert!(
        single || (total.acknowledged > 5_000 && total.refused_by_faults > 500),
        "{total:?}"
    );
}

fn count<S: Shop>(wanted: impl Fn(&Finding) -> bool) -> u64 {
    let findings = (0..CARELESS_HISTORIES).filter_map(|seed| play::<S>(seed).err());
    let found = findings.filter(wanted).count();
    println!("{found} of {CARELESS_HISTORIES}");
    u64::try_from(found).expect("it is at most a hundred")
}

fn seeds() -> Range<u64> {
    let number = |name| {
        std::env::var(name)
            .ok()
            .map(|value| value.parse().expect("a whole number"))
    };
    match (number("POWER_LOSS_SEED"), number("POWER_LOSS_SEEDS")) {
        (Some(seed), _) => seed..seed + 1,
        (None, many) => 0..many.unwrap_or(HISTORIES),
    }
}
