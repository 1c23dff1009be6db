//! `cantina bench scan`, `search` and `ticket`: what the cashier's hands and the printer wait for.

use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;

use super::{Context, Outcome, Refusal, Spread, build, ms, sale, wire};
use crate::app::desk::{Desk, Trade};
use crate::demo::{Canteen, SEED};
use crate::domain::Locale;
use crate::domain::catalogue::{Catalogue, Unit};
use crate::domain::code::Code;
use crate::domain::search::fold;
use crate::domain::user::Role;
use crate::i18n::I18n;
use crate::printing::{Profile, escpos, ticket};
use crate::till::now;

/// Rounds before the measured ones: letters are cut, memory is there.
const WARM_UP: usize = 20;

/// Scans of one customer.
const SCANS: usize = 10;

/// What is typed, letter by letter: names, accents left out, several words, a typo, a code.
const TYPED: [&str; 6] = [
    "empanada de carne",
    "cafe con leche",
    "empa car",
    "gaseosa",
    "galetita de arros",
    "7849000",
];

/// The most hits that the screen shows.
const HITS: usize = 60;

#[derive(Debug, Args)]
pub struct Arguments {
    /// How many products can be sold
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=50_000))]
    products: u32,
    /// How often it is measured
    #[arg(long, default_value_t = 300, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    rounds: u32,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct TicketArguments {
    /// How often it is measured
    #[arg(long, default_value_t = 5_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    rounds: u32,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// From a scanned code to its line: the update with the new view laid out, then with all of it drawn.
/// The floor is the same with the demo's own products.
pub fn scan(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let mut small = desk(0);
    let mut large = desk(arguments.products as usize);
    let (few, many) = (codes(&small), codes(&large));
    let (mut line, mut frame, mut floor) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..WARM_UP + arguments.rounds as usize {
        if round % SCANS == 0 {
            small.clear();
            large.clear();
        }
        let without = scanned(&mut small, &few, round);
        // Both come from a drawn picture: neither finds more of itself in the processor's memory.
        let _bytes = small.draw();
        let took = scanned(&mut large, &many, round);
        let drawing = Instant::now();
        let _bytes = large.draw();
        if round >= WARM_UP {
            floor.push(without);
            line.push(took);
            frame.push(took + drawing.elapsed());
        }
    }
    let (line, frame, floor) = (Spread::of(line), Spread::of(frame), Spread::of(floor));
    let products = large.catalogue().products().len();
    let few = small.catalogue().products().len();
    context.say(&if arguments.json {
        json!({
            "bench": "scan", "build": build(), "rounds": arguments.rounds, "products": products,
            "line": line.as_json(), "frame": frame.as_json(),
            "floor_products": few, "floor": floor.as_json(), "ratio": line.over(&floor),
        })
        .to_string()
    } else {
        let told = [
            ("rounds", i64::from(arguments.rounds).into()),
            ("build", build().into()),
            ("products", products.into()),
            ("median", ms(line.median).into()),
            ("high", ms(line.p99).into()),
            ("frame", ms(frame.median).into()),
            ("framehigh", ms(frame.p99).into()),
            ("few", few.into()),
            ("floor", ms(floor.median).into()),
            ("ratio", format!("{:.2}", line.over(&floor)).into()),
        ];
        context.words.text_with("cli-bench-scan", &told)
    })?;
    Ok(Outcome::Done)
}

/// Another product each time, far from the last one in the list.
fn scanned(desk: &mut Desk, codes: &[Code], round: usize) -> Duration {
    let code = codes[round * 7_919 % codes.len()].clone();
    let started = Instant::now();
    desk.scan(code);
    desk.lay_out();
    started.elapsed()
}

/// A keystroke: the search alone, then with the update and the new view laid out. The floor looks for
/// the letters as they are in every folded name, and forgives nothing.
pub fn search(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let mut desk = desk(arguments.products as usize);
    let products = desk.catalogue().products().iter();
    let names: Vec<String> = products.map(|product| fold(&product.name)).collect();
    let typed: Vec<&str> = TYPED
        .iter()
        .flat_map(|query| (1..=query.len()).map(|end| &query[..end]))
        .collect();
    let (mut found, mut shown, mut floor) = (Vec::new(), Vec::new(), Vec::new());
    let mut hits = 0;
    for round in 0..WARM_UP + arguments.rounds as usize {
        let query = typed[round % typed.len()];
        let started = Instant::now();
        hits += names.iter().filter(|name| name.contains(query)).count();
        let without = started.elapsed();
        let started = Instant::now();
        hits += desk.catalogue().search(query, HITS).len();
        let alone = started.elapsed();
        let started = Instant::now();
        desk.search(query);
        desk.lay_out();
        let on_screen = started.elapsed();
        if round >= WARM_UP {
            floor.push(without);
            found.push(alone);
            shown.push(on_screen);
        }
    }
    // Nobody may work the sums out beforehand and leave the search out.
    std::hint::black_box(hits);
    let (found, shown, floor) = (Spread::of(found), Spread::of(shown), Spread::of(floor));
    context.say(&if arguments.json {
        json!({
            "bench": "search", "build": build(), "rounds": arguments.rounds, "products": names.len(),
            "search": found.as_json(), "shown": shown.as_json(),
            "floor": floor.as_json(), "ratio": found.over(&floor),
        })
        .to_string()
    } else {
        let told = [
            ("rounds", i64::from(arguments.rounds).into()),
            ("build", build().into()),
            ("products", names.len().into()),
            ("median", ms(found.median).into()),
            ("high", ms(found.p99).into()),
            ("shown", ms(shown.median).into()),
            ("shownhigh", ms(shown.p99).into()),
            ("floor", ms(floor.median).into()),
            ("ratio", format!("{:.2}", found.over(&floor)).into()),
        ];
        context.words.text_with("cli-bench-search", &told)
    })?;
    Ok(Outcome::Done)
}

/// Layout and encoding of a ticket of ten lines.
pub fn ticket(context: &Context, arguments: &TicketArguments) -> Result<Outcome, Refusal> {
    let receipt = sale::receipt(10)?;
    let words = ticket::Words::new(&I18n::new(Locale::EsPy));
    let profile = Profile::default();
    let (mut times, mut bytes) = (Vec::new(), 0);
    for round in 0..WARM_UP + arguments.rounds as usize {
        let started = Instant::now();
        let document = ticket::ticket(&receipt, &words, profile.paper);
        bytes = std::hint::black_box(escpos::encode(&document, &profile)).len();
        if round >= WARM_UP {
            times.push(started.elapsed());
        }
    }
    let times = Spread::of(times);
    let first = Spread::of(wire::first_bytes(&std::env::temp_dir())?);
    context.say(&if arguments.json {
        json!({
            "bench": "ticket", "build": build(), "rounds": arguments.rounds, "bytes": bytes,
            "ticket": times.as_json(), "first_byte": first.as_json(),
        })
        .to_string()
    } else {
        let told = [
            ("rounds", i64::from(arguments.rounds).into()),
            ("build", build().into()),
            ("bytes", bytes.into()),
            ("median", ms(times.median).into()),
            ("high", ms(times.p99).into()),
            ("first", ms(first.median).into()),
            ("firsthigh", ms(first.p99).into()),
        ];
        context.words.text_with("cli-bench-ticket", &told)
    })?;
    Ok(Outcome::Done)
}

/// A checkout of the demo with at least so many products.
fn desk(products: usize) -> Desk {
    let now = now();
    let canteen = Canteen::new(SEED, now.day()).with_products(products);
    let shelf = canteen.shelf.iter();
    let goods = shelf.map(|shelved| shelved.product.clone()).collect();
    let user = canteen.user(Role::Cashier);
    Desk::new(Trade {
        catalogue: Catalogue::new(canteen.categories.clone(), goods),
        tenders: canteen.tenders.clone(),
        user: user.expect("the demo has a cashier").clone(),
        words: I18n::new(Locale::EsPy),
        now,
    })
}

/// One code of each product that is sold by the piece.
fn codes(desk: &Desk) -> Vec<Code> {
    let products = desk.catalogue().products().iter();
    let pieces = products.filter(|product| product.unit == Unit::Each);
    pieces
        .filter_map(|product| product.codes.first().cloned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_measured_puts_a_line_into_the_cart_and_a_picture_on_the_screen() {
        let mut desk = desk(0);
        let codes = codes(&desk);
        for round in 0..3 {
            scanned(&mut desk, &codes, round);
            assert_eq!(desk.lines(), round + 1);
        }
        assert_eq!(desk.draw(), 1_192 * 744 * 4);
        desk.clear();
        assert_eq!(desk.lines(), 0);
    }

    #[test]
    fn what_is_typed_finds_something_in_the_end() {
        let desk = desk(10_000);
        for query in TYPED {
            assert!(!desk.catalogue().search(query, HITS).is_empty(), "{query}");
        }
    }
}
