//! `cantina bench charts`: what the dashboard's page takes to draw, without a window.

use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;

use super::{Context, Outcome, Refusal, Spread, build, ms};
use crate::app::chart_desk::ChartDesk;
use crate::app::surface::Frame;
use crate::demo::{Canteen, SEED};
use crate::domain::Locale;
use crate::domain::user::Role;
use crate::i18n::I18n;
use crate::till::now;

/// Rounds before the measured ones: letters are cut, memory is there.
const WARM_UP: usize = 5;

#[derive(Debug, Args)]
pub struct Arguments {
    /// How often it is measured
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    rounds: u32,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// A chart of each kind over a window of 1280 × 800: all of it painted after new figures, so that each is
/// laid out and drawn anew; with nothing changed, where nothing is painted; and all of the page painted,
/// as after the window was covered.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let now = now();
    let canteen = Canteen::new(SEED, now.day());
    let user = canteen
        .user(Role::Manager)
        .or(canteen.user(Role::Administrator));
    let user = user
        .expect("the demo has a manager or an administrator")
        .clone();
    let mut desk = ChartDesk::new(I18n::new(Locale::EsPy), user, now);
    let (mut new, mut kept, mut page) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..WARM_UP + arguments.rounds as usize {
        desk.read_anew();
        desk.uncover();
        let anew = measured(|| desk.draw_charts());
        let again = measured(|| desk.draw_charts());
        let whole = measured(|| desk.draw());
        if round >= WARM_UP {
            new.push(anew);
            kept.push(again);
            page.push(whole);
        }
    }
    let (new, kept, page) = (Spread::of(new), Spread::of(kept), Spread::of(page));
    context.say(&if arguments.json {
        json!({
            "bench": "charts", "build": build(), "rounds": arguments.rounds,
            "new": new.as_json(), "kept": kept.as_json(), "page": page.as_json(),
        })
        .to_string()
    } else {
        let told = [
            ("rounds", i64::from(arguments.rounds).into()),
            ("build", build().into()),
            ("median", ms(new.median).into()),
            ("high", ms(new.p99).into()),
            ("kept", ms(kept.median).into()),
            ("kepthigh", ms(kept.p99).into()),
            ("page", ms(page.median).into()),
            ("pagehigh", ms(page.p99).into()),
        ];
        context.words.text_with("cli-bench-charts", &told)
    })?;
    Ok(Outcome::Done)
}

fn measured(draw: impl FnOnce() -> Frame) -> Duration {
    let started = Instant::now();
    std::hint::black_box(draw());
    started.elapsed()
}
