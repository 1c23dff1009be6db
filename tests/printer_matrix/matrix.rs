//! The matrix: faults × bytes.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use cantina::domain::print::JobState;
use cantina::domain::{PrintJobId, Timestamp};
use cantina::printing::journal::Journal;
use cantina::printing::talk::{Answers, Barrier, StatusBy, Talk};
use cantina::printing::{
    Address, Document, Paper as Width, Printer, Profile, Route, State, Style, escpos,
};
use serialport::TTYPort;

use super::fault::{Fault, Gate, Paper, Plugged, Trigger};
use super::queue::Jobs;

/// Cases side by side: they wait more than they work.
const LANES: usize = 40;
/// How long a fault lasts.
const LASTS: Duration = Duration::from_millis(800);
/// Enough for a loaded machine; a case that passes does not wait for it.
const PATIENCE: Duration = Duration::from_secs(40);
const BAUD: u32 = 921_600;

/// What one case showed.
struct Seen {
    first: JobState,
    /// From the fault's end to the next ticket on paper.
    recovery: Duration,
    /// Calls of the program's other side.
    calls: Calls,
    /// As many empty sends into a channel, each right after a call: what the machine does to any of them.
    floor: Calls,
}

/// How long calls took.
#[derive(Clone, Copy, Default)]
struct Calls {
    count: usize,
    longest: Duration,
    slow: usize,
    /// The longest without the time in which the thread could have run and had no processor.
    own_longest: Duration,
    own_slow: usize,
}

impl Calls {
    fn time(&mut self, work: &mut dyn FnMut()) {
        let (waited, started) = (waited_for_a_processor(), Instant::now());
        work();
        let took = started.elapsed();
        let own = took.saturating_sub(waited_for_a_processor().saturating_sub(waited));
        self.add(Self {
            count: 1,
            longest: took,
            slow: usize::from(took > SLOW),
            own_longest: own,
            own_slow: usize::from(own > SLOW),
        });
    }

    fn add(&mut self, other: Self) {
        self.count += other.count;
        self.longest = self.longest.max(other.longest);
        self.slow += other.slow;
        self.own_longest = self.own_longest.max(other.own_longest);
        self.own_slow += other.own_slow;
    }
}

/// What is promised to whoever sells.
const SLOW: Duration = Duration::from_millis(1);

/// For how long this thread was ready and another ran, since it began; nothing where the system does not tell.
fn waited_for_a_processor() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let waited = told
        .split(' ')
        .nth(1)
        .and_then(|told| told.trim().parse().ok());
    Duration::from_nanos(waited.unwrap_or(0))
}

fn ticket(name: &str) -> Vec<u8> {
    let profile = Profile {
        paper: Width::Columns32,
        ..Profile::default()
    };
    let mut paper = Document::new(profile.paper);
    paper
        .text(Style::CENTRE.bold(), name)
        .columns(Style::LEFT, 0, "Chipá", "₲ 18.000")
        .rule()
        .cut();
    escpos::encode(&paper, &profile)
}

fn copies(paper: &[u8], name: &str) -> usize {
    paper
        .windows(name.len())
        .filter(|found| *found == name.as_bytes())
        .count()
}

fn until(what: &str, case: (Fault, usize), mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < end, "{case:?}: it never came that {what}");
        thread::sleep(Duration::from_millis(4));
    }
}

struct Bench<'a> {
    folder: &'a Path,
    jobs: Jobs,
    denied: Arc<AtomicBool>,
    barrier: Barrier,
}

impl Bench<'_> {
    fn start(&self) -> Printer {
        let port = self.folder.join("ttyPrinter");
        let address: Address = format!("tty:{}@{BAUD}", port.display()).parse().unwrap();
        let inner = address.route(&Profile::default()).transport;
        let route = Route {
            transport: Box::new(Gate {
                inner,
                denied: Arc::clone(&self.denied),
            }),
            talk: Talk {
                answers: Answers::Always,
                status: StatusBy::Ask,
                barrier: self.barrier,
            },
        };
        Printer::start(Box::new(self.jobs.clone()), Some(route), Journal::nowhere()).unwrap()
    }
}

fn run(fault: Fault, at_byte: usize) -> Seen {
    let case = (fault, at_byte);
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().join("ttyPrinter");
    let bench = Bench {
        folder: folder.path(),
        jobs: Jobs::default(),
        denied: Arc::default(),
        barrier: if at_byte.is_multiple_of(2) {
            Barrier::Processed
        } else {
            Barrier::Process
        },
    };
    let trigger = Trigger::new(Some(fault), at_byte);
    let paper: Paper = Arc::default();
    let mut plugged = Plugged::new(&name, &trigger, &paper);
    let mut printer = bench.start();
    until("it is ready", case, || {
        printer.status().state == State::Ready
    });

    let first_name = "Primero";
    let (mut calls, mut floor) = (Calls::default(), Calls::default());
    let (sender, receiver) = mpsc::channel();
    let mut timed = |work: &mut dyn FnMut()| {
        calls.time(work);
        floor.time(&mut || sender.send(()).unwrap());
    };
    trigger.armed.store(true, Ordering::SeqCst);
    let first = bench.jobs.add(Timestamp(0), &ticket(first_name));
    timed(&mut || printer.wake());
    until("the fault begins", case, || {
        trigger.began.load(Ordering::SeqCst)
    });

    if fault.pulls_the_plug() {
        bench
            .denied
            .store(fault == Fault::PermissionLost, Ordering::SeqCst);
        plugged.pull();
        plugged = plug_in_again(fault, &name, &paper);
    }
    match fault {
        Fault::WorkerKilled => {
            until("the worker ends", case, || printer.stop(Duration::ZERO));
            printer = bench.start();
        }
        Fault::ProcessKilled => {
            bench.jobs.dead.store(true, Ordering::SeqCst);
            until("the worker ends", case, || printer.stop(Duration::ZERO));
            bench.jobs.dead.store(false, Ordering::SeqCst);
            printer = bench.start();
        }
        _ => {}
    }
    let second_name = "Segundo";
    let second = bench.jobs.add(Timestamp(0), &ticket(second_name));
    for _ in 0..20 {
        timed(&mut || printer.wake());
        timed(&mut || drop(printer.status()));
    }
    let lasts = match fault {
        Fault::Unplug
        | Fault::PortStolen
        | Fault::WorkerKilled
        | Fault::ProcessKilled
        | Fault::GarbageIn => Duration::ZERO,
        _ => LASTS,
    };
    thread::sleep(lasts);
    bench.denied.store(false, Ordering::SeqCst);
    trigger.over.store(true, Ordering::SeqCst);
    let over = Instant::now();
    until("the next ticket is printed", case, || {
        bench.jobs.state(second) == JobState::Printed
    });
    let recovery = over.elapsed();
    drop(receiver);
    assert!(printer.stop(Duration::from_secs(5)));
    plugged.pull();
    check(case, &bench.jobs, (first, second), &paper.lock().unwrap());
    Seen {
        first: bench.jobs.state(first),
        recovery,
        calls,
        floor,
    }
}

/// The cable is in again, after somebody else had the port, or while nobody may open it.
fn plug_in_again(fault: Fault, name: &Path, paper: &Paper) -> Plugged {
    if fault == Fault::PortStolen {
        let (_far, near) = TTYPort::pair().unwrap();
        let port = serialport::SerialPort::name(&near).unwrap();
        let _held = serialport::new(&port, BAUD).open_native().unwrap();
        symlink(&port, name).unwrap();
        thread::sleep(LASTS);
        let _gone = fs::remove_file(name);
    } else if fault == Fault::Unplug {
        thread::sleep(LASTS);
    }
    Plugged::new(name, &Trigger::new(None, 0), paper)
}

fn check(
    case: (Fault, usize),
    jobs: &Jobs,
    (first, second): (PrintJobId, PrintJobId),
    paper: &[u8],
) {
    let shown = String::from_utf8_lossy(paper);
    let whole = ticket("Primero");
    let on_paper = paper
        .windows(whole.len())
        .filter(|found| *found == whole)
        .count();
    match jobs.state(first) {
        JobState::Printed => assert_eq!(on_paper, 1, "{case:?}: called printed: {shown:?}"),
        JobState::Uncertain => {}
        other => panic!("{case:?}: the first is {other:?}"),
    }
    assert!(
        copies(paper, "Primero") <= 1,
        "{case:?}: doubled: {shown:?}"
    );
    assert_eq!(copies(paper, "Segundo"), 1, "{case:?}: {shown:?}");
    assert_eq!(jobs.state(second), JobState::Printed, "{case:?}");
    if case.0.loses_nothing() {
        assert_eq!(
            jobs.state(first),
            JobState::Printed,
            "{case:?}: nothing was lost"
        );
    }
}

#[test]
fn every_fault_at_every_byte_loses_no_ticket_and_doubles_none() {
    let _alone = crate::alone();
    let bytes = ticket("Primero").len();
    let cases: Vec<(Fault, usize)> = Fault::ALL
        .into_iter()
        .flat_map(|fault| (0..=bytes).map(move |at| (fault, at)))
        .collect();
    assert!(cases.len() >= 1_000, "{} cases", cases.len());
    let (next, seen) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..LANES {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let shown = run(case.0, case.1);
                    seen.lock().unwrap().push((case.0, shown));
                }
            });
        }
    });
    report(&seen.into_inner().unwrap(), bytes);
}

fn report(seen: &[(Fault, Seen)], bytes: usize) {
    let mut rows: BTreeMap<Fault, (usize, usize, Duration)> = BTreeMap::new();
    for (fault, case) in seen {
        let row = rows.entry(*fault).or_default();
        match case.first {
            JobState::Printed => row.0 += 1,
            _ => row.1 += 1,
        }
        row.2 = row.2.max(case.recovery);
    }
    println!(
        "{} cases: {} faults at each of {bytes} bytes and after them",
        seen.len(),
        rows.len()
    );
    for (fault, (printed, uncertain, recovery)) in &rows {
        println!(
            "  {fault:?}: {printed} printed once, {uncertain} uncertain, next ticket after at most {recovery:?}"
        );
    }
    let (mut calls, mut floor) = (Calls::default(), Calls::default());
    for (_, case) in seen {
        calls.add(case.calls);
        floor.add(case.floor);
    }
    for (what, of) in [
        ("calls from outside", calls),
        ("empty sends beside them", floor),
    ] {
        println!(
            "  {} {what}: the longest {:?}, {} over a millisecond; without waiting for a processor {:?}, {}",
            of.count, of.longest, of.slow, of.own_longest, of.own_slow
        );
    }
    let slow = seen
        .iter()
        .map(|(_, case)| case.recovery)
        .max()
        .unwrap_or_default();
    assert!(
        slow < Duration::from_secs(20),
        "{slow:?} until the next ticket"
    );
    assert!(
        calls.longest < Duration::from_secs(1),
        "a call took {:?}",
        calls.longest
    );
    // One in ten thousand may meet a worker that holds the status and was itself put off.
    let most = 5 + calls.count / 10_000;
    assert!(
        calls.own_slow <= most,
        "{} calls took over a millisecond of their own",
        calls.own_slow
    );
}
