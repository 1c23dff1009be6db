//! When the demo's canteen sells, and what is asked for at that hour.

use chrono::{Datelike, NaiveDate, Weekday};

use super::dice::Dice;
use super::shelf::Demand;

/// Sales of a usual day.
const USUAL_SALES: u32 = 225;

/// A part of the school day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hour {
    /// Before the first break.
    Early,
    /// A break.
    Break,
    /// Lunch.
    Lunch,
    /// After lunch.
    Afternoon,
}

/// From and to in minutes after midnight, sales of 100, and what is asked for.
const DAY: [(u32, u32, u32, Hour); 9] = [
    (6 * 60 + 50, 7 * 60 + 20, 6, Hour::Early),
    (7 * 60 + 20, 9 * 60, 5, Hour::Early),
    (9 * 60, 9 * 60 + 20, 30, Hour::Break),
    (9 * 60 + 20, 12 * 60, 7, Hour::Break),
    (12 * 60, 12 * 60 + 40, 16, Hour::Lunch),
    (12 * 60 + 40, 13 * 60 + 30, 20, Hour::Lunch),
    (13 * 60 + 30, 15 * 60, 4, Hour::Afternoon),
    (15 * 60, 15 * 60 + 15, 10, Hour::Afternoon),
    (15 * 60 + 15, 16 * 60 + 30, 2, Hour::Afternoon),
];

/// The moments of one day's sales, in milliseconds after midnight, each later than the one before.
pub fn moments(dice: &mut Dice, day: NaiveDate) -> Vec<(u32, Hour)> {
    let percent = match day.weekday() {
        Weekday::Mon => 94,
        Weekday::Tue => 98,
        Weekday::Thu => 101,
        Weekday::Fri => 112,
        _ => 103,
    };
    let sales = USUAL_SALES * percent * dice.between(92, 108) / 10_000;
    moments_of(dice, sales)
}

/// The moments of so many sales of one day.
pub fn moments_of(dice: &mut Dice, sales: u32) -> Vec<(u32, Hour)> {
    let shares = DAY.map(|(_, _, share, _)| share);
    let mut moments: Vec<(u32, Hour)> = (0..sales)
        .filter_map(|_| {
            let (from, to, _, hour) = DAY[dice.weighted(&shares)?];
            Some((dice.between(from * 60_000, to * 60_000 - 1), hour))
        })
        .collect();
    moments.sort_unstable_by_key(|(at_ms, _)| *at_ms);
    for at in 1..moments.len() {
        let earliest_ms = moments[at - 1].0 + 1;
        moments[at].0 = moments[at].0.max(earliest_ms);
    }
    moments
}

/// How much more a product that sells at `when` is asked for at this hour.
pub const fn appetite(hour: Hour, when: Demand) -> u32 {
    match (hour, when) {
        (Hour::Early, Demand::Manana) | (Hour::Lunch, Demand::Almuerzo) => 4,
        (Hour::Early, Demand::Recreo)
        | (Hour::Break | Hour::Lunch, Demand::Manana)
        | (Hour::Lunch, Demand::Recreo | Demand::Tarde) => 1,
        (Hour::Early | Hour::Lunch | Hour::Afternoon, Demand::Todo)
        | (Hour::Afternoon, Demand::Recreo) => 2,
        (Hour::Break, Demand::Todo | Demand::Recreo) => 3,
        (Hour::Afternoon, Demand::Tarde) => 5,
        (Hour::Early | Hour::Break | Hour::Afternoon, Demand::Almuerzo)
        | (Hour::Early | Hour::Break, Demand::Tarde)
        | (Hour::Afternoon, Demand::Manana) => 0,
    }
}
