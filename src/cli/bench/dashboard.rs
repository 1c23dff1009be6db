//! `cantina bench dashboard`: how fast the pages are on this canteen's own history, and what selling feels
//! of them. All of it happens on a copy; the canteen itself is only read.

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::{Value, json};

use super::backup::Selling;
use super::{Context, Folder, Outcome, Refusal, Spread};
use crate::backup::be_modest;
use crate::domain::metrics::{Comparison, Drill, House, Period, Span};
use crate::report::{Ask, Bases, NoReport, Reading};
use crate::settings::{Config, DataFolder};
use crate::store::{Cancel, Reader, Source, Watched};
use crate::till::now;

/// A page of sales, as the screen asks for it.
const PAGE: usize = 50;
const YEARS: i64 = 3;

#[derive(Debug, Args)]
pub struct Arguments {
    /// How often each page is read; ten times as many sales are made with and without readers
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u32).range(20..=100_000))]
    rounds: u32,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Measures and says it.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let canteen = context.folder()?;
    if !canteen.database().exists() {
        let place = canteen.root().display().to_string();
        return Err(Refusal::new("no_canteen").told("path", place));
    }
    let scratch = Folder::make(canteen.root())?;
    let folder = DataFolder::at(scratch.0.clone());
    folder.prepare()?;
    Source::open(&canteen.database())?.copy_to(&folder.database(), |_, _| true)?;
    let mut shop = Selling::open(&folder.database())?;
    // Today has sales, and every statement is prepared.
    shop.sell(100)?;
    let reader = Watched::new(shop.reader()?)?;
    let rounds = usize::try_from(arguments.rounds).unwrap_or(usize::MAX);
    let mut desk = Desk::new(reader)?;
    let years = desk.years;
    let pages = Pages {
        today: desk.measure(rounds, &Look::Page(Period::Today))?,
        month: desk.measure(rounds, &Look::Page(Period::Month))?,
        years: desk.measure(rounds.min(50), &Look::Page(Period::Range(years)))?,
        drill: desk.measure(rounds, &Look::Drill(Drill::of(years)))?,
    };
    let (without, with) = sell_by_turns(&mut shop, desk, rounds)?;
    let found = Found {
        pages,
        with: Spread::of(with),
        without: Spread::of(without),
    };
    context.say(&match arguments.json {
        true => found.as_json().to_string(),
        false => found.sentence(context),
    })?;
    Ok(Outcome::Done)
}

/// One thing that is looked at.
enum Look {
    Page(Period),
    Drill(Drill),
}

/// Whoever reads, with what was read before, as the till's thread of reports has it.
struct Desk {
    reader: Watched,
    bases: Bases,
    config: Config,
    years: Span,
}

impl Desk {
    fn new(reader: Watched) -> Result<Self, Refusal> {
        let today = now().day();
        let from = today.days_before(365 * YEARS);
        let years = Span::new(from, today).ok_or_else(|| Refusal::new("report_bad_days"))?;
        Ok(Self {
            reader,
            bases: Bases::default(),
            config: Config::default(),
            years,
        })
    }

    fn measure(&mut self, rounds: usize, look: &Look) -> Result<Spread, Refusal> {
        self.look(look)?;
        let times = (0..rounds).map(|_| {
            let begun = Instant::now();
            self.look(look)?;
            Ok(begun.elapsed())
        });
        Ok(Spread::of(
            times.collect::<Result<Vec<Duration>, Refusal>>()?,
        ))
    }

    fn look(&mut self, look: &Look) -> Result<(), Refusal> {
        let bases = &mut self.bases;
        let config = &self.config;
        let read = |reader: &Reader| -> Result<(), NoReport> {
            match look {
                Look::Page(period) => {
                    let mut reading = Reading {
                        reader,
                        now: now(),
                        calendar: &config.calendar,
                        thresholds: &config.alerts,
                        house: House::default(),
                        bases,
                    };
                    let ask = Ask {
                        period: *period,
                        comparison: Comparison::Previous,
                    };
                    reading.dashboard(ask)?;
                }
                Look::Drill(drill) => {
                    reader.drill(drill, None, PAGE)?;
                }
            }
            Ok(())
        };
        Ok(self.reader.read(&Cancel::default(), read)?)
    }
}

/// Sales without and with readers, by turns, so that what else the machine does falls on both: how long each
/// took. The slowest of a hundred is told by many.
fn sell_by_turns(
    shop: &mut Selling,
    mut desk: Desk,
    rounds: usize,
) -> Result<(Vec<Duration>, Vec<Duration>), Refusal> {
    const TURNS: usize = 10;
    let (mut without, mut with) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        without.extend(shop.sell(rounds)?);
        with.extend(sell_while_reading(shop, &mut desk, rounds)?);
    }
    Ok((without, with))
}

/// Today's page is read after each sale, as the screen has it: of several sales meanwhile, once. Now and then
/// somebody looks at the month and at a page of sales.
fn sell_while_reading(
    shop: &mut Selling,
    desk: &mut Desk,
    rounds: usize,
) -> Result<Vec<Duration>, Refusal> {
    const SELDOM: usize = 50;
    let (sold, hears) = mpsc::channel::<usize>();
    thread::scope(|threads| {
        threads.spawn(move || {
            be_modest();
            while let Ok(sale) = hears.recv() {
                let sale = hears.try_iter().last().unwrap_or(sale);
                // What cannot be read is seen by the measures before.
                let _ = desk.look(&Look::Page(Period::Today));
                if sale % SELDOM == 0 {
                    let _ = desk.look(&Look::Page(Period::Month));
                    let _ = desk.look(&Look::Drill(Drill::of(desk.years)));
                }
            }
        });
        let times = (0..rounds).map(|sale| {
            let took = shop.sell(1)?;
            // Whoever reads is there until the end of it.
            let _ = sold.send(sale);
            Ok(took)
        });
        let times = times.collect::<Result<Vec<_>, Refusal>>();
        drop(sold);
        Ok(times?.concat())
    })
}

struct Pages {
    today: Spread,
    month: Spread,
    years: Spread,
    drill: Spread,
}

struct Found {
    pages: Pages,
    with: Spread,
    without: Spread,
}

impl Found {
    fn slower(&self) -> f64 {
        self.with.p99.as_secs_f64() / self.without.p99.as_secs_f64()
    }

    fn as_json(&self) -> Value {
        json!({
            "bench": "dashboard",
            "build": super::build(),
            "today": self.pages.today.as_json(),
            "month": self.pages.month.as_json(),
            "three_years": self.pages.years.as_json(),
            "drill_page": self.pages.drill.as_json(),
            "sale_without": self.without.as_json(),
            "sale_with": self.with.as_json(),
            "sale_p99_ratio": self.slower(),
        })
    }

    fn sentence(&self, context: &Context) -> String {
        let ms = super::ms;
        let pages = &self.pages;
        let told = [
            ("build", super::build().into()),
            ("today", ms(pages.today.median).into()),
            ("month", ms(pages.month.median).into()),
            ("years", ms(pages.years.median).into()),
            ("drill", ms(pages.drill.median).into()),
            ("with", ms(self.with.p99).into()),
            ("without", ms(self.without.p99).into()),
            ("slower", format!("{:.2}", self.slower()).into()),
        ];
        context.words.text_with("cli-bench-dashboard", &told)
    }
}
