//! `cantina bench accounts`: a list of 250 top-ups from its bytes to the disk, and pages of statements in a
//! book with a million movements.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;

use super::{Context, Folder, Outcome, Refusal, Spread, build, ms};
use crate::domain::sale::At;
use crate::domain::student::NewStudent;
use crate::domain::tender::TenderKind;
use crate::domain::user::Role;
use crate::domain::{CardNumber, Money, StudentId, UserId};
use crate::settings::DataFolder;
use crate::store::{Stamp, Store};
use crate::till::{Till, now};

/// Pupils of the school: each has a line of the list.
const PUPILS: u32 = 250;
/// Lines of a page.
const PAGE: usize = 50;
/// Pages that are measured.
const PAGES: usize = 400;

#[derive(Debug, Args)]
pub struct Arguments {
    /// How many movements the book holds
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u32).range(1_000..=10_000_000))]
    movements: u32,
    /// A folder on the disk to measure; what is written there is taken away again [default: the system's for temporary files]
    #[arg(long, value_name = "DIR")]
    disk: Option<PathBuf>,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Measures and says it.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let disk = arguments.disk.clone().unwrap_or_else(std::env::temp_dir);
    let folder = Folder::make(&disk)?;
    let data = DataFolder::at(folder.0.clone());
    data.prepare()?;
    let mut store = Store::open(&data.database())?;
    furnish(&mut store)?;
    let user = store.users()?.first().map(|(user, _)| user.id);
    let at = At {
        till: store.till(),
        user: user.unwrap_or(UserId(1)),
        moment: now(),
    };
    store.fill_with_movements(arguments.movements, at)?;
    let pages = statements(&store, at)?;
    drop(store);
    let till = Till::open(data, Some(""))?;
    let list = lists(&till, at)?;
    till.close(Duration::ZERO);
    let (list, page) = (Spread::of(list), Spread::of(pages));
    context.say(&match arguments.json {
        true => json!({
            "build": build(), "movements": arguments.movements, "rows": PUPILS,
            "list": list.as_json(), "page_lines": PAGE, "page": page.as_json(),
        })
        .to_string(),
        false => format!(
            "{} · CSV × {PUPILS}: {} ms (p99 {}) · {} mov., {PAGE}/p.: {} ms (p99 {})",
            build(),
            ms(list.median),
            ms(list.p99),
            arguments.movements,
            ms(page.median),
            ms(page.p99),
        ),
    })?;
    Ok(Outcome::Done)
}

fn furnish(store: &mut Store) -> Result<(), Refusal> {
    store.add_user("Banco", Role::Administrator, "none")?;
    let pupil = |n: u32| NewStudent {
        name: format!("Alumno {n}"),
        grade: format!("{}.º", n % 9 + 1),
        card: CardNumber::parse(&format!("{n:05}")).ok(),
        guardian: None,
        price_list: None,
        balance: Money::ZERO,
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    };
    let pupils: Vec<NewStudent> = (1..=PUPILS).map(pupil).collect();
    store.import_students(&pupils, Stamp::at(now()))?;
    Ok(())
}

/// First, middle and last pages of a year, of one pupil after the other.
fn statements(store: &Store, at: At) -> Result<Vec<Duration>, Refusal> {
    let today = at.moment.day();
    let mut took = Vec::with_capacity(PAGES);
    for n in 0..PAGES {
        let pupil = i64::try_from(n % 250).unwrap_or(0) + 1;
        let from = today.days_before(365 + i64::try_from(n % 3).unwrap_or(0) * 365);
        let started = Instant::now();
        let page = store.statement(StudentId(pupil), from, today, n % 5, PAGE)?;
        took.push(started.elapsed());
        std::hint::black_box(page.lines.len());
    }
    Ok(took)
}

/// From the bytes of a list to its top-ups on the disk; each list says something else.
fn lists(till: &Till, at: At) -> Result<Vec<Duration>, Refusal> {
    let mut took = Vec::new();
    for round in 0..5_u32 {
        let mut list = "tarjeta;monto;referencia\n".to_owned();
        for n in 1..=PUPILS {
            let _written = writeln!(list, "{n:05};{};{round}-{n}", 20_000 + round * 50);
        }
        let started = Instant::now();
        let plan = till.plan_top_ups(list.as_bytes(), TenderKind::Transfer, at)?;
        let taken = till.take_top_ups(plan, false, at).wait()??;
        took.push(started.elapsed());
        std::hint::black_box(taken.lines);
    }
    Ok(took)
}
