//! `cantina bench start`: the real window, opened again and again and then left alone.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::{Value, json};

use super::super::{demo, window};
use super::{Context, Folder, Outcome, Refusal, Spread, build, ms, process};
use crate::app::{Sight, Watch};
use crate::demo::{Canteen, SEED};
use crate::domain::UserId;
use crate::domain::user::Pin;
use crate::settings::DataFolder;
use crate::till::now;

/// A window that takes longer is taken for one that never comes.
const PATIENCE: Duration = Duration::from_secs(60);

/// After so long without anything happening the window is idle.
const SETTLED: Duration = Duration::from_secs(5);

#[derive(Debug, Args)]
pub struct Arguments {
    /// How often the window is opened
    #[arg(long, default_value_t = 9, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    runs: u32,
    /// How long the last one is left alone, in seconds
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=3_600))]
    idle: u32,
    #[command(flatten)]
    who: Who,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct WindowArguments {
    #[command(flatten)]
    who: Who,
}

/// Who signs in. Others may read it in the list of processes: for a demo only.
#[derive(Debug, Args)]
struct Who {
    /// The number of who signs in
    #[arg(long, default_value_t = 1)]
    user: i64,
    /// Their PIN
    #[arg(long, default_value = "1111")]
    pin: String,
}

/// The window that tells what it shows, a word a line on stdout.
pub fn window(context: &Context, arguments: &WindowArguments) -> Result<Outcome, Refusal> {
    let watch = Watch {
        tell: Arc::new(|sight| {
            // Whoever does not listen any more is about to end this process.
            let _ = super::super::say(word(sight));
        }),
        user: UserId(arguments.who.user),
        pin: Pin::parse(&arguments.who.pin).map_err(|_| Refusal::new("wrong_pin"))?,
    };
    let folder = context.folder()?;
    window::shown(crate::app::run_watched(
        folder,
        context.printer.as_deref(),
        watch,
    ))
}

const fn word(sight: Sight) -> &'static str {
    match sight {
        Sight::Drawn => "drawn",
        Sight::Login => "login",
        Sight::Checkout => "checkout",
    }
}

/// Measures the canteen that is named, else the demo.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    if window::lacks_display() {
        return Err(Refusal::new("no_display"));
    }
    let scratch = Folder::make(&std::env::temp_dir())?;
    let folder = match demo::named(context) {
        true => context.folder()?,
        false => DataFolder::at(scratch.0.join("demo")),
    };
    if !folder.database().exists() {
        if demo::named(context) {
            let place = folder.root().display().to_string();
            return Err(Refusal::new("no_canteen").told("path", place));
        }
        demo::make(&folder, &Canteen::new(SEED, now().day()), 0)?;
    }
    let found = measure(&folder, arguments)?;
    context.say(&match arguments.json {
        true => found.as_json().to_string(),
        false => found.sentence(context),
    })?;
    Ok(Outcome::Done)
}

fn measure(folder: &DataFolder, arguments: &Arguments) -> Result<Found, Refusal> {
    let (mut login, mut checkout, mut sign_in) = (Vec::new(), Vec::new(), Vec::new());
    let mut left_alone = Idle::default();
    for run in 1..=arguments.runs {
        let window = Window::open(folder, &arguments.who)?;
        let first = window.until("login")?;
        let all = window.until("checkout")?;
        login.push(first);
        checkout.push(all);
        sign_in.push(all.saturating_sub(first));
        if run == arguments.runs {
            left_alone = window.idle(Duration::from_secs(u64::from(arguments.idle)));
        }
    }
    Ok(Found {
        runs: arguments.runs,
        login: Spread::of(login),
        checkout: Spread::of(checkout),
        sign_in: Spread::of(sign_in),
        idle: left_alone,
    })
}

/// A window that was opened for this; it is closed when it is done with.
struct Window {
    process: Child,
    started: Instant,
    seen: Receiver<(String, Instant)>,
    drawn: Arc<AtomicU64>,
}

impl Window {
    fn open(folder: &DataFolder, who: &Who) -> Result<Self, Refusal> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("--data-dir").arg(folder.root());
        command.args(["--printer", "", "bench", "window"]);
        command.args(["--user", &who.user.to_string(), "--pin", &who.pin]);
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let started = Instant::now();
        let mut process = command.spawn()?;
        let said = process.stdout.take().expect("its output is ours, as asked");
        let (sender, seen) = mpsc::channel();
        let drawn = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&drawn);
        thread::spawn(move || {
            for word in BufReader::new(said).lines().map_while(Result::ok) {
                if word == self::word(Sight::Drawn) {
                    count.fetch_add(1, Ordering::Relaxed);
                } else if sender.send((word, Instant::now())).is_err() {
                    return;
                }
            }
        });
        Ok(Self {
            process,
            started,
            seen,
            drawn,
        })
    }

    /// From the start of the process until it says that this was shown.
    fn until(&self, sight: &str) -> Result<Duration, Refusal> {
        loop {
            let heard = self.seen.recv_timeout(PATIENCE);
            let (word, at) = heard.map_err(|_| Refusal::new("not_shown"))?;
            if word == sight {
                return Ok(at - self.started);
            }
        }
    }

    fn idle(&self, lasting: Duration) -> Idle {
        let process = self.process.id();
        thread::sleep(SETTLED);
        let (worked, drawn) = (process::worked(process), self.drawn.load(Ordering::Relaxed));
        thread::sleep(lasting);
        let work = process::worked(process).zip(worked);
        Idle {
            lasting,
            work: work.map(|(after, before)| after.saturating_sub(before)),
            frames: self.drawn.load(Ordering::Relaxed) - drawn,
            resident_kb: process::resident_kb(process),
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A window at the checkout that nobody touches.
#[derive(Default)]
struct Idle {
    lasting: Duration,
    work: Option<Duration>,
    frames: u64,
    resident_kb: Option<u64>,
}

impl Idle {
    fn work_percent(&self) -> Option<f64> {
        let work = self.work?.as_secs_f64();
        Some(100.0 * work / self.lasting.as_secs_f64())
    }
}

struct Found {
    runs: u32,
    login: Spread,
    checkout: Spread,
    sign_in: Spread,
    idle: Idle,
}

impl Found {
    fn as_json(&self) -> Value {
        json!({
            "bench": "start",
            "build": build(),
            "runs": self.runs,
            "login": self.login.as_json(),
            "checkout": self.checkout.as_json(),
            "sign_in": self.sign_in.as_json(),
            "idle": {
                "seconds": self.idle.lasting.as_secs(),
                "cpu_percent": self.idle.work_percent(),
                "frames": self.idle.frames,
            },
            "resident_kb": self.idle.resident_kb,
        })
    }

    fn sentence(&self, context: &Context) -> String {
        let unknown = || "?".to_owned();
        let work = self.idle.work_percent();
        #[expect(clippy::cast_precision_loss, reason = "memory is far below 2^52 kB")]
        let megabytes = |kilobytes: u64| format!("{:.1}", kilobytes as f64 / 1_024.0);
        let told = [
            ("runs", i64::from(self.runs).into()),
            ("build", build().into()),
            ("login", ms(self.login.median).into()),
            ("loginhigh", ms(self.login.p99).into()),
            ("checkout", ms(self.checkout.median).into()),
            ("checkouthigh", ms(self.checkout.p99).into()),
            ("signin", ms(self.sign_in.median).into()),
            ("seconds", self.idle.lasting.as_secs().to_string().into()),
            (
                "work",
                work.map_or_else(unknown, |work| format!("{work:.2}"))
                    .into(),
            ),
            ("frames", self.idle.frames.to_string().into()),
            (
                "memory",
                self.idle.resident_kb.map_or_else(unknown, megabytes).into(),
            ),
        ];
        context.words.text_with("cli-bench-start", &told)
    }
}
