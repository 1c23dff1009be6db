//! `cantina bench`: what this machine takes for what the till does most often, beside a floor measured in
//! the same run where there is one.

mod accounts;
mod backup;
mod charts;
mod dashboard;
mod desk;
mod diet;
mod lists;
mod process;
mod pupils;
mod sale;
mod shift;
mod start;
mod wire;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, Subcommand};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Context, Outcome, Refusal};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Commits sales of five lines, and beside each the bare rows of the same sale
    Sale(sale::Arguments),
    /// Closes shifts of many sales
    Shift(shift::Arguments),
    /// Makes and proves a backup of a copy of the canteen, and sells meanwhile
    Backup(backup::Arguments),
    /// Reads the dashboard of this canteen's history, and sells meanwhile
    Dashboard(dashboard::Arguments),
    /// Judges products, carts and catalogues, and reads labels
    Diet(diet::Arguments),
    /// A list of 250 top-ups, and a statement among a million movements
    Accounts(accounts::Arguments),
    /// The list of pupils: opened, filtered, one frame of scrolling
    Pupils(pupils::Arguments),
    /// From a scanned code to its line on the screen, without a window
    Scan(desk::Arguments),
    /// One keystroke in the search
    Search(desk::Arguments),
    /// A long list of products: opened, searched, scrolled
    Lists(lists::Arguments),
    /// Draws the dashboard's page, without a window
    Charts(charts::Arguments),
    /// Lays out and encodes a ticket of ten lines
    Ticket(desk::TicketArguments),
    /// Opens the window: from the start to the login and the checkout, then memory and work while idle
    Start(start::Arguments),
    /// The window that `start` opens
    #[command(hide = true)]
    Window(start::WindowArguments),
}

impl Arguments {
    /// Whether the answer is wanted as JSON.
    pub const fn json(&self) -> bool {
        match &self.what {
            What::Sale(sale) => sale.json,
            What::Shift(shift) => shift.json,
            What::Backup(backup) => backup.json,
            What::Dashboard(pages) => pages.json,
            What::Diet(diet) => diet.json,
            What::Accounts(accounts) => accounts.json,
            What::Pupils(pupils) => pupils.json,
            What::Scan(desk) | What::Search(desk) => desk.json,
            What::Charts(charts) => charts.json,
            What::Lists(lists) => lists.json,
            What::Ticket(ticket) => ticket.json,
            What::Start(start) => start.json,
            What::Window(_) => false,
        }
    }
}

/// Measures and says it.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    match &arguments.what {
        What::Sale(sale) => sale::run(context, sale),
        What::Shift(shift) => shift::run(context, shift),
        What::Backup(backup) => backup::run(context, backup),
        What::Dashboard(pages) => dashboard::run(context, pages),
        What::Diet(diet) => diet::run(context, diet),
        What::Accounts(accounts) => accounts::run(context, accounts),
        What::Pupils(pupils) => pupils::run(context, pupils),
        What::Scan(desk) => desk::scan(context, desk),
        What::Search(desk) => desk::search(context, desk),
        What::Charts(charts) => charts::run(context, charts),
        What::Lists(lists) => lists::run(context, lists),
        What::Ticket(ticket) => desk::ticket(context, ticket),
        What::Start(start) => start::run(context, start),
        What::Window(window) => start::window(context, window),
    }
}

/// A folder that is taken away when it is done with.
struct Folder(PathBuf);

impl Folder {
    fn make(disk: &Path) -> Result<Self, Refusal> {
        let path = disk.join(format!("cantina-bench-{}", Uuid::now_v7()));
        fs::create_dir(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be taken away is in a folder for temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What was measured of one way to write.
struct Spread {
    median: Duration,
    p99: Duration,
}

impl Spread {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        let at = |percent: usize| times[(times.len() - 1) * percent / 100];
        Self {
            median: at(50),
            p99: at(99),
        }
    }

    /// How many times as long as the other one, by the medians.
    fn over(&self, floor: &Self) -> f64 {
        self.median.as_secs_f64() / floor.median.as_secs_f64()
    }

    fn as_json(&self) -> Value {
        let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
        json!({ "median_ms": ms(self.median), "p99_ms": ms(self.p99) })
    }
}

/// Optimized or not: figures of a debug build are no promise.
const fn build() -> &'static str {
    if cfg!(debug_assertions) {
        "debug"
    } else {
        "release"
    }
}

/// Milliseconds, to the microsecond.
fn ms(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64() * 1_000.0)
}
