//! `cantina bench pupils`: the list of a large school opened, filtered by a keystroke, scrolled by one frame.

use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;

use super::{Context, Folder, Outcome, Refusal, Spread, build, ms};
use crate::app::people_desk::PeopleDesk;
use crate::domain::student::{NewGuardian, NewStudent};
use crate::domain::user::{OwnRights, Role, User};
use crate::domain::{CardNumber, Locale, Money, UserId};
use crate::i18n::I18n;
use crate::settings::DataFolder;
use crate::store::{Stamp, Store};
use crate::till::{Till, now};

/// How often the whole list is opened.
const OPENED: usize = 20;
/// Rounds before the measured ones.
const WARM_UP: usize = 5;
/// What is typed, letter by letter: a common name, a rare one, a grade, a typo, a card.
const TYPED: [&str; 5] = ["maria gonzalez", "zunilda", "5 grado", "bentez", "00414"];
const NAMES: [&str; 12] = [
    "María",
    "José",
    "Sofía",
    "Mateo",
    "Ana",
    "Juan",
    "Zunilda",
    "Ñasaindy",
    "Luis",
    "Camila",
    "Óscar",
    "Elena",
];
const SURNAMES: [&str; 11] = [
    "González",
    "Benítez",
    "Ortiz",
    "Rodríguez",
    "Ayala",
    "Ñandutí",
    "Cáceres",
    "Duarte",
    "Vera",
    "Rojas",
    "Acosta",
];

#[derive(Debug, Args)]
pub struct Arguments {
    /// How many pupils there are
    #[arg(long, default_value_t = 5_000, value_parser = clap::value_parser!(u32).range(100..=50_000))]
    pupils: u32,
    /// How often it is measured
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    rounds: u32,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Measures and says it.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let folder = Folder::make(&std::env::temp_dir())?;
    let data = DataFolder::at(folder.0.clone());
    data.prepare()?;
    furnish(&mut Store::open(&data.database())?, arguments.pupils)?;
    let till = Till::open(data, Some(""))?;
    let user = User {
        id: UserId(1),
        name: "Banco".to_owned(),
        role: Role::Administrator,
        active: true,
        own: OwnRights::none(),
    };
    let mut desk = PeopleDesk::new(I18n::new(Locale::EsPy), user, now());
    let mut opened = Vec::with_capacity(OPENED);
    for round in 0..WARM_UP + OPENED {
        let started = Instant::now();
        let people = till.people().wait()??;
        desk.read(people);
        if round >= WARM_UP {
            opened.push(started.elapsed());
        }
    }
    let rounds = arguments.rounds as usize;
    let filtered = filter(&mut desk, rounds);
    let frames = scroll(&mut desk, rounds);
    till.close(Duration::ZERO);
    let (opened, filtered, frame) = (Spread::of(opened), Spread::of(filtered), Spread::of(frames));
    let said = if arguments.json {
        json!({
            "bench": "pupils", "build": build(), "pupils": arguments.pupils, "rounds": rounds,
            "open": opened.as_json(), "filter": filtered.as_json(), "frame": frame.as_json(),
        })
        .to_string()
    } else {
        let told = [
            ("build", build().into()),
            ("pupils", i64::from(arguments.pupils).into()),
            ("open", ms(opened.median).into()),
            ("openhigh", ms(opened.p99).into()),
            ("filter", ms(filtered.median).into()),
            ("filterhigh", ms(filtered.p99).into()),
            ("frame", ms(frame.median).into()),
            ("framehigh", ms(frame.p99).into()),
        ];
        context.words.text_with("cli-bench-pupils", &told)
    };
    context.say(&said)?;
    Ok(Outcome::Done)
}

/// A keystroke each: the search with the filters, up to the rows that are shown.
fn filter(desk: &mut PeopleDesk, rounds: usize) -> Vec<Duration> {
    let typed: Vec<&str> = TYPED
        .iter()
        .flat_map(|query| (1..=query.len()).filter_map(|end| query.get(..end)))
        .collect();
    let mut took = Vec::with_capacity(rounds);
    for round in 0..WARM_UP + rounds {
        let started = Instant::now();
        desk.search(typed[round % typed.len()]);
        if round >= WARM_UP {
            took.push(started.elapsed());
        }
    }
    desk.search("");
    took
}

/// The list dragged on by some rows, laid out, and what moved painted anew.
fn scroll(desk: &mut PeopleDesk, rounds: usize) -> Vec<Duration> {
    let mut took = Vec::with_capacity(rounds);
    for round in 0..WARM_UP + rounds {
        let started = Instant::now();
        desk.scroll(157.0);
        std::hint::black_box(desk.draw());
        if round >= WARM_UP {
            took.push(started.elapsed());
        }
    }
    took
}

fn furnish(store: &mut Store, pupils: u32) -> Result<(), Refusal> {
    store.add_user("Banco", Role::Administrator, "none")?;
    let of = |all: &[&str], n: u32| all[n as usize % all.len()].to_owned();
    let pupil = |n: u32| NewStudent {
        name: format!(
            "{} {} {}",
            of(&NAMES, n),
            of(&SURNAMES, n / 7),
            of(&SURNAMES, n / 3)
        ),
        grade: format!("{}.º grado {}", n % 9 + 1, ["A", "B", "C"][n as usize % 3]),
        card: CardNumber::parse(&format!("{n:05}")).ok(),
        guardian: Some(NewGuardian {
            name: format!("{} {}", of(&NAMES, n / 5), of(&SURNAMES, n / 11)),
            phone: Some(format!("0981 {:06}", n / 2)),
            document: None,
        }),
        price_list: None,
        balance: Money::guaranies(i64::from(n % 40) * 1_000),
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    };
    let pupils: Vec<NewStudent> = (1..=pupils).map(pupil).collect();
    store.import_students(&pupils, Stamp::at(now()))?;
    Ok(())
}
