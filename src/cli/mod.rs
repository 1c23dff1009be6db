//! The command line: arguments, one file a subcommand, JSON output.
//!
//! Every command ends with 0 when it is done, 1 when it was refused or failed (one line on stderr says
//! what to do; with `--json` also `{"error":{"code":…,"message":…}}` on stdout), 2 when it was used wrongly.

mod account;
mod audit;
mod backup;
mod backup_json;
mod backup_schedule;
mod bench;
mod dashboard;
mod demo;
mod diet;
mod diet_check;
mod diet_eval;
mod diet_list;
mod diet_rules;
mod doctor;
mod export;
mod guide;
mod help;
mod import;
mod import_update;
mod lunch;
mod order;
mod package;
mod printer;
mod product;
mod pupil;
mod refusal;
mod selfcheck;
mod sell;
mod settings;
mod shift;
mod stock;
mod tour;
mod upgrade;
mod window;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use serde_json::Value;

use crate::domain::locale::UnknownLocale;
use crate::domain::{BadDay, BusinessDay, Locale};
use crate::i18n::I18n;
use crate::printing::Address;
use crate::settings::DataFolder;
use crate::till::Till;

use refusal::Refusal;

/// A till for school canteens. Without a command it opens the till.
#[derive(Debug, Parser)]
#[command(
    name = "cantina",
    version,
    subcommand_negates_reqs = true,
    disable_help_subcommand = true
)]
struct Arguments {
    /// The folder with the canteen's data [default: `CANTINA_DATA_DIR`, else this user's own]
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// The printer to use instead of the configured one; empty for none
    #[arg(long, global = true, value_name = "ADDRESS")]
    printer: Option<String>,
    /// The language of the answer
    #[arg(long, global = true, value_name = "LOCALE", value_parser = locale)]
    locale: Option<Locale>,
    /// Opens the till on a copy to practise on, which is thrown away at the end
    #[arg(long)]
    training: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Makes a canteen to play with, and opens the till on it
    Demo(demo::Arguments),
    /// Sells without a screen: one sale, or a file of them
    Sell(sell::Arguments),
    /// The cash drawer's shift: opened, counted, closed
    Shift(shift::Arguments),
    /// Takes over a list of products or pupils, all or nothing
    Import(import::Arguments),
    /// Pupils' accounts: top-ups, statements, corrections, cards
    Account(account::Arguments),
    /// People's forms: list, show, export, erase, the end of the year
    Pupil(pupil::Arguments),
    /// The lunch counter: serve, menus, plans, subscriptions, months
    Lunch(lunch::Arguments),
    /// Products: list, show, price, deactivate
    Product(product::Arguments),
    /// Stock: purchases, counts, losses, movements, what to order, its value
    Stock(stock::Arguments),
    /// Reads labels for allergens and diets; the policy and own words as files
    Diet(diet::Arguments),
    /// Proves that no pupil is in danger and that the books agree
    Selfcheck(selfcheck::Arguments),
    /// The receipt printer: ports, setup, state, jobs, log, drawer
    Printer(printer::Arguments),
    /// Who did what, and whether the facts are as they were written
    Audit(audit::Arguments),
    /// All settings: listed, as one file, taken over from one
    Settings(settings::Arguments),
    /// The dashboard of some days: as text, JSON, HTML or on paper
    Dashboard(dashboard::Arguments),
    /// Sales, lines or payments of some days as a file for Excel
    Export(export::Arguments),
    /// Makes, lists, verifies and restores backups
    Backup(backup::Arguments),
    /// Looks whether this computer is fit for the till, and says what to do
    Doctor(doctor::Arguments),
    /// What an update of the program changed in the data, and taking it back
    Upgrade(upgrade::Arguments),
    /// Writes what a package brings along: manual pages and completions
    #[command(hide = true)]
    Package(package::Arguments),
    /// Draws every screen as a picture, without a display
    Tour(tour::Arguments),
    /// Measures this machine
    Bench(bench::Arguments),
    /// Shows a page of the help, or prints it
    Help(guide::Arguments),
}

/// What every command is told.
struct Context {
    data_dir: Option<PathBuf>,
    printer: Option<String>,
    /// Asked for, and not only found out.
    locale: Option<Locale>,
    words: I18n,
}

impl Context {
    /// The folder that the arguments or the system name.
    fn folder(&self) -> Result<DataFolder, Refusal> {
        Ok(DataFolder::locate(self.data_dir.clone())?)
    }

    /// Opens the till on a canteen that is there already: a command never makes an empty one by mistake.
    fn open(&self) -> Result<Till, Refusal> {
        let folder = self.folder()?;
        if !folder.database().exists() {
            let place = folder.root().display().to_string();
            return Err(Refusal::new("no_canteen").told("path", place));
        }
        self.check_printer()?;
        Ok(Till::open(folder, self.printer.as_deref())?)
    }

    /// An address that was given and is none is wrong usage; one of the settings is not.
    fn check_printer(&self) -> Result<(), Refusal> {
        match self.printer.as_deref().map(str::trim) {
            None | Some("") => Ok(()),
            Some(named) => match named.parse::<Address>() {
                Ok(_) => Ok(()),
                Err(bad) => Err(Refusal::from(crate::till::Error::Printer(bad)).for_wrong_usage()),
            },
        }
    }

    /// The same without a printer: what only reads prints nothing.
    fn without_printer(&self) -> Self {
        Self {
            data_dir: self.data_dir.clone(),
            printer: Some(String::new()),
            locale: self.locale,
            words: self.words.clone(),
        }
    }

    #[expect(clippy::unused_self, reason = "a command speaks through its context")]
    fn say(&self, line: &str) -> Result<(), Refusal> {
        say(line)
    }

    /// The one line on stderr and, where JSON was asked for, the error on stdout.
    fn refuse(&self, refusal: &Refusal, json: bool) -> ExitCode {
        if json {
            // Whoever hung up hears it by the exit status.
            let _ = say(&refusal.json(&self.words).to_string());
        }
        self.warn(refusal);
        refusal.exit()
    }

    /// One line on stderr. Nothing depends on whether somebody hears it.
    fn warn(&self, of: &Refusal) {
        self.complain(&of.message(&self.words));
    }

    /// One line on stderr that is a sentence already.
    #[expect(clippy::unused_self, reason = "a command speaks through its context")]
    fn complain(&self, sentence: &str) {
        let _ = writeln!(io::stderr(), "cantina: {sentence}");
    }
}

/// Writes one line on stdout and flushes it: what was said is said before anything else happens.
fn say(line: &str) -> Result<(), Refusal> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

/// How a command ended that was not refused as a whole.
enum Outcome {
    /// Everything was done.
    Done,
    /// Something was not, and was said already.
    Failed,
}

/// Runs the command that the arguments of this process name.
#[must_use]
pub fn run() -> ExitCode {
    let given: Vec<_> = std::env::args_os().collect();
    let words = help::words(&given);
    let parsed = help::spoken(Arguments::command(), &words).try_get_matches_from(given);
    let arguments = parsed.and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match arguments {
        Ok(arguments) => arguments,
        Err(error) => return not_run(&error, &words),
    };
    let context = Context {
        data_dir: arguments.data_dir,
        printer: arguments.printer,
        locale: arguments.locale,
        words,
    };
    let (json, outcome) = match arguments.command {
        Some(_) if arguments.training => {
            (false, Err(Refusal::new("training_alone").for_wrong_usage()))
        }
        None if arguments.training => (false, window::practise(&context)),
        None => (false, window::open(&context)),
        Some(Command::Demo(demo)) => (demo.json, demo::run(&context, &demo)),
        Some(Command::Sell(sell)) => (sell.json, sell::run(&context, sell)),
        Some(Command::Shift(shift)) => (shift.json, shift::run(&context, &shift)),
        Some(Command::Import(list)) => (list.json, import::run(&context, &list)),
        Some(Command::Account(account)) => (account.json(), account::run(&context, account)),
        Some(Command::Pupil(pupil)) => (pupil.json, pupil::run(&context, &pupil)),
        Some(Command::Lunch(lunch)) => (lunch.json, lunch::run(&context, &lunch)),
        Some(Command::Product(product)) => (product.json, product::run(&context, &product)),
        Some(Command::Stock(stock)) => (stock.json, stock::run(&context, &stock)),
        Some(Command::Diet(diet)) => (diet.json(), diet::run(&context, &diet)),
        Some(Command::Selfcheck(check)) => (check.json, selfcheck::run(&context, &check)),
        Some(Command::Printer(printer)) => (printer.json, printer::run(&context, &printer)),
        Some(Command::Settings(all)) => (all.json, settings::run(&context, &all)),
        Some(Command::Audit(audit)) => (audit.json, audit::run(&context, &audit)),
        Some(Command::Dashboard(page)) => (page.json, dashboard::run(&context, &page)),
        Some(Command::Export(export)) => (export.json, export::run(&context, &export)),
        Some(Command::Backup(backup)) => (backup.json(), backup::run(&context, &backup)),
        Some(Command::Doctor(doctor)) => (doctor.json, doctor::run(&context, &doctor)),
        Some(Command::Upgrade(upgrade)) => (upgrade.json(), upgrade::run(&context, &upgrade)),
        Some(Command::Package(package)) => (false, package::run(&context, &package)),
        Some(Command::Tour(tour)) => (tour.json, tour::run(&context, &tour)),
        Some(Command::Bench(bench)) => (bench.json(), bench::run(&context, &bench)),
        Some(Command::Help(page)) => (page.json, guide::run(&context, &page)),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Failed) => ExitCode::FAILURE,
        Err(refusal) => context.refuse(&refusal, json),
    }
}

/// Help and version were asked for; anything else is wrong usage.
fn not_run(error: &clap::Error, words: &I18n) -> ExitCode {
    if error.use_stderr() {
        let _ = writeln!(io::stderr(), "cantina: {}", help::wrong_usage(error, words));
        ExitCode::from(2)
    } else {
        // Whoever hung up hears it by the exit status.
        let _ = error.print();
        ExitCode::SUCCESS
    }
}

fn locale(text: &str) -> Result<Locale, UnknownLocale> {
    Locale::parse(text)
}

/// A day as programs write it, or as people here do.
fn day(text: &str) -> Result<BusinessDay, BadDay> {
    match text.trim().parse() {
        Ok(day) => Ok(BusinessDay(day)),
        Err(_) => BusinessDay::written(text),
    }
}

/// The same where the command itself says what is wrong.
fn day_said(text: &str) -> Result<BusinessDay, Refusal> {
    day(text).map_err(|_| Refusal::new("bad_day").told("text", text))
}

/// A JSON string, or null for nothing.
fn text_or_null(text: Option<String>) -> Value {
    text.map_or(Value::Null, Value::String)
}
