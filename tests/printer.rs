//! The worker against a printer that is a pseudo-terminal: what it gets, byte for byte.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use cantina::domain::print::JobState;
use cantina::domain::{PrintJobId, Timestamp};
use cantina::printing::journal::Journal;
use cantina::printing::queue::{QueueFailed, Tally};
use cantina::printing::talk::Talk;
use cantina::printing::virtual_printer::Machine;
use cantina::printing::{
    Address, Document, Job, Kind, Outcome, Printer, Profile, Queue, Route, State, Style, escpos,
};
use serialport::{SerialPort, TTYPort};

/// Enough for a loaded machine; a test that passes does not wait for it.
const PATIENCE: Duration = Duration::from_secs(30);

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < end, "it never came that {what}");
        thread::sleep(Duration::from_millis(2));
    }
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Timestamp(since.as_millis().try_into().unwrap())
}

// --- a queue in memory, with the promises of the table ---

#[derive(Clone, Default)]
struct Jobs {
    rows: Arc<Mutex<Vec<(Job, JobState)>>>,
    broken: Arc<AtomicBool>,
}

impl Jobs {
    fn add(&self, kind: Kind, made_at: Timestamp, bytes: &[u8]) -> PrintJobId {
        let mut rows = self.rows.lock().unwrap();
        let id = PrintJobId(i64::try_from(rows.len()).unwrap() + 1);
        let job = Job {
            id,
            kind,
            made_at,
            bytes: bytes.to_vec(),
        };
        rows.push((job, JobState::Waiting));
        id
    }

    fn ticket(&self, bytes: &[u8]) -> PrintJobId {
        self.add(Kind::Paper, now(), bytes)
    }

    fn state(&self, id: PrintJobId) -> JobState {
        let rows = self.rows.lock().unwrap();
        rows.iter().find(|(job, _)| job.id == id).unwrap().1
    }

    fn wait_for(&self, id: PrintJobId, state: JobState) {
        until(&format!("job {} is {state:?}", id.0), || {
            self.state(id) == state
        });
    }

    fn set(&self, id: PrintJobId, state: JobState) {
        let mut rows = self.rows.lock().unwrap();
        rows.iter_mut().find(|(job, _)| job.id == id).unwrap().1 = state;
    }

    fn works(&self) -> Result<(), QueueFailed> {
        if self.broken.load(Ordering::SeqCst) {
            Err(QueueFailed("the disk is full".to_owned()))
        } else {
            Ok(())
        }
    }
}

impl Queue for Jobs {
    fn next(&mut self) -> Result<Option<Job>, QueueFailed> {
        let rows = self.rows.lock().unwrap();
        let waiting = rows.iter().find(|(_, state)| *state == JobState::Waiting);
        Ok(waiting.map(|(job, _)| job.clone()))
    }

    fn sending(&mut self, id: PrintJobId) -> Result<bool, QueueFailed> {
        self.works()?;
        let waits = self.state(id) == JobState::Waiting;
        if waits {
            self.set(id, JobState::Sending);
        }
        Ok(waits)
    }

    fn finished(&mut self, id: PrintJobId, outcome: Outcome) -> Result<(), QueueFailed> {
        self.works()?;
        self.set(id, outcome.state());
        Ok(())
    }

    fn recover(&mut self) -> Result<Vec<PrintJobId>, QueueFailed> {
        let mut rows = self.rows.lock().unwrap();
        let left = rows
            .iter_mut()
            .filter(|(_, state)| *state == JobState::Sending);
        Ok(left
            .map(|(job, state)| {
                *state = JobState::Uncertain;
                job.id
            })
            .collect())
    }

    fn tally(&mut self) -> Result<Tally, QueueFailed> {
        let rows = self.rows.lock().unwrap();
        let of = |wanted| rows.iter().filter(move |(_, state)| *state == wanted);
        Ok(Tally {
            waiting: of(JobState::Waiting).count(),
            uncertain: of(JobState::Uncertain).map(|(job, _)| job.id).next(),
        })
    }
}

// --- a printer that is a pseudo-terminal, under a name that stays ---

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    fn port(&self) -> PathBuf {
        self.folder.path().join("ttyPrinter")
    }

    fn address(&self, baud: u32) -> Address {
        format!("tty:{}@{baud}", self.port().display())
            .parse()
            .unwrap()
    }

    fn plug_in(&self) -> Plugged {
        Plugged::new(&self.port())
    }

    fn start(&self, jobs: &Jobs, baud: u32) -> Printer {
        let route = silent(&self.address(baud));
        let journal = Journal::at(&self.folder.path().join("printer.log"));
        Printer::start(Box::new(jobs.clone()), Some(route), journal).unwrap()
    }
}

/// A printer that only takes bytes, and is asked nothing.
fn silent(address: &Address) -> Route {
    Route {
        talk: Talk::SILENT,
        ..address.route(&Profile::default())
    }
}

/// Reads as a printer with paper does, until it is unplugged.
struct Plugged {
    name: PathBuf,
    line: Option<TTYPort>,
    reader: Option<JoinHandle<()>>,
    paper: Arc<Mutex<Vec<u8>>>,
    unplug: Arc<AtomicBool>,
}

impl Plugged {
    fn new(name: &Path) -> Self {
        let (mut line, slave) = TTYPort::pair().unwrap();
        line.set_timeout(Duration::from_millis(20)).unwrap();
        let _unlinked = fs::remove_file(name);
        symlink(slave.name().unwrap(), name).unwrap();
        Self {
            name: name.to_owned(),
            line: Some(line),
            reader: None,
            paper: Arc::default(),
            unplug: Arc::default(),
        }
    }

    fn with_paper(mut self) -> Self {
        let mut line = self.line.take().unwrap();
        let (paper, unplug) = (Arc::clone(&self.paper), Arc::clone(&self.unplug));
        self.reader = Some(thread::spawn(move || {
            let mut bytes = [0; 512];
            while !unplug.load(Ordering::SeqCst) {
                match line.read(&mut bytes) {
                    Ok(read) => paper.lock().unwrap().extend(&bytes[..read]),
                    // Nobody has the other end open yet, or nothing comes.
                    Err(_) => thread::sleep(Duration::from_millis(1)),
                }
            }
        }));
        self
    }

    fn paper(&self) -> Vec<u8> {
        self.paper.lock().unwrap().clone()
    }

    /// Gives what was printed until then.
    fn unplug(mut self) -> Vec<u8> {
        fs::remove_file(&self.name).unwrap();
        self.unplug.store(true, Ordering::SeqCst);
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        self.line = None;
        self.paper()
    }
}

fn ticket(name: &str) -> Vec<u8> {
    let profile = Profile::default();
    let mut paper = Document::new(profile.paper);
    paper
        .text(Style::CENTRE.bold(), "Cantina Ñandutí")
        .columns(Style::LEFT, 2, name, "₲ 18.000")
        .cut();
    escpos::encode(&paper, &profile)
}

fn stop(printer: &Printer) {
    assert!(
        printer.stop(Duration::from_secs(5)),
        "the worker did not end"
    );
    assert_eq!(printer.status().state, State::Stopped);
}

#[test]
fn the_printer_gets_exactly_the_tickets_bytes() {
    let (desk, jobs) = (Desk::new(), Jobs::default());
    let plugged = desk.plug_in().with_paper();
    let printer = desk.start(&jobs, 115_200);
    until("the printer is there", || {
        printer.status().state == State::WriteOnly
    });
    let job = jobs.ticket(&ticket("Chipá"));
    printer.wake();
    jobs.wait_for(job, JobState::Printed);
    stop(&printer);
    until("it is on paper", || plugged.paper() == ticket("Chipá"));
}

#[test]
fn tickets_made_while_unplugged_print_once_each_and_in_order() {
    let (desk, jobs) = (Desk::new(), Jobs::default());
    let printer = desk.start(&jobs, 921_600);
    let tickets: Vec<Vec<u8>> = (0..100).map(|at| ticket(&format!("Ticket {at}"))).collect();
    let ids: Vec<PrintJobId> = tickets.iter().map(|bytes| jobs.ticket(bytes)).collect();
    printer.wake();
    until("they are seen to wait", || printer.status().waiting == 100);
    assert!(matches!(printer.status().state, State::NotConnected { .. }));

    let plugged = desk.plug_in().with_paper();
    jobs.wait_for(ids[99], JobState::Printed);
    stop(&printer);
    until("all is on paper", || plugged.paper() == tickets.concat());
}

#[test]
fn a_printer_that_was_away_between_two_tickets_prints_each_once() {
    let (desk, jobs) = (Desk::new(), Jobs::default());
    let plugged = desk.plug_in().with_paper();
    let printer = desk.start(&jobs, 115_200);
    let first = jobs.ticket(&ticket("primero"));
    printer.wake();
    jobs.wait_for(first, JobState::Printed);
    until("it is on paper", || plugged.paper() == ticket("primero"));
    plugged.unplug();

    let second = jobs.ticket(&ticket("segundo"));
    printer.wake();
    until("it is seen to be away", || {
        matches!(printer.status().state, State::NotConnected { .. })
    });
    assert_eq!(jobs.state(second), JobState::Waiting);

    let back = desk.plug_in().with_paper();
    jobs.wait_for(second, JobState::Printed);
    stop(&printer);
    until("it is on paper", || back.paper() == ticket("segundo"));
}

#[test]
fn a_ticket_cut_off_by_the_plug_is_uncertain_and_never_sent_again() {
    let (desk, jobs) = (Desk::new(), Jobs::default());
    let plugged = desk.plug_in().with_paper();
    // Two seconds at 9600: the plug comes out while it is under way.
    let long = [ticket("largo"), vec![b'x'; 2_000]].concat();
    let printer = desk.start(&jobs, 9_600);
    let broken = jobs.ticket(&long);
    printer.wake();
    until("it has begun", || !plugged.paper().is_empty());
    plugged.unplug();
    jobs.wait_for(broken, JobState::Uncertain);

    let next = jobs.ticket(&ticket("siguiente"));
    let back = desk.plug_in().with_paper();
    printer.wake();
    jobs.wait_for(next, JobState::Printed);
    until("the screen asks", || {
        printer.status().uncertain == Some(broken)
    });
    stop(&printer);
    until("only the next is on paper", || {
        back.paper() == ticket("siguiente")
    });
    assert_eq!(jobs.state(broken), JobState::Uncertain);
}

#[test]
fn what_a_killed_program_was_sending_is_uncertain_and_not_doubled() {
    let (desk, jobs) = (Desk::new(), Jobs::default());
    let half_sent = jobs.ticket(&ticket("a medias"));
    jobs.set(half_sent, JobState::Sending);
    let next = jobs.ticket(&ticket("siguiente"));
    let plugged = desk.plug_in().with_paper();
    let printer = desk.start(&jobs, 115_200);
    jobs.wait_for(next, JobState::Printed);
    assert_eq!(jobs.state(half_sent), JobState::Uncertain);
    stop(&printer);
    until("only the next is on paper", || {
        plugged.paper() == ticket("siguiente")
    });
}

#[test]
fn a_printer_that_holds_back_gets_one_copy_when_it_goes_on() {
    let (desk, jobs) = (Desk::new(), Jobs::default());
    let without_paper = desk.plug_in();
    // More than a kernel keeps for a reader that does not read.
    let long = vec![b'x'; 60_000];
    let printer = desk.start(&jobs, 921_600);
    let job = jobs.ticket(&long);
    printer.wake();
    until(
        "it is seen to hold back",
        || matches!(printer.status().state, State::Stalled { job: stalled, .. } if stalled == job),
    );
    assert_eq!(jobs.state(job), JobState::Sending);
    let refilled = without_paper.with_paper();
    jobs.wait_for(job, JobState::Printed);
    stop(&printer);
    until("one copy is on paper", || refilled.paper() == long);
}

#[test]
fn a_program_that_ends_while_the_printer_holds_back_leaves_the_ticket_uncertain() {
    let (desk, jobs) = (Desk::new(), Jobs::default());
    let _without_paper = desk.plug_in();
    let printer = desk.start(&jobs, 921_600);
    let job = jobs.ticket(&vec![b'x'; 60_000]);
    printer.wake();
    jobs.wait_for(job, JobState::Sending);
    until("some of it left", || {
        matches!(printer.status().state, State::Printing(_))
    });
    thread::sleep(Duration::from_millis(300));
    assert!(printer.stop(Duration::from_millis(100)));
    assert_eq!(jobs.state(job), JobState::Uncertain);
}

#[test]
fn an_old_drawer_pulse_is_never_sent_and_a_fresh_one_is() {
    let (desk, jobs) = (Desk::new(), Jobs::default());
    let pulse = b"\x1b@\x1bp\x00\x19\xfa";
    let minute_ago = Timestamp(now().0 - 60_000);
    let old = jobs.add(Kind::Drawer, minute_ago, pulse);
    let fresh = jobs.add(Kind::Drawer, now(), pulse);
    let plugged = desk.plug_in().with_paper();
    let printer = desk.start(&jobs, 115_200);
    jobs.wait_for(fresh, JobState::Printed);
    assert_eq!(jobs.state(old), JobState::Cancelled);
    stop(&printer);
    until("the drawer opened once", || plugged.paper() == pulse);
}

#[test]
fn no_byte_leaves_while_the_queue_cannot_be_written() {
    let (desk, jobs) = (Desk::new(), Jobs::default());
    jobs.broken.store(true, Ordering::SeqCst);
    let plugged = desk.plug_in().with_paper();
    let job = jobs.ticket(&ticket("Chipá"));
    let printer = desk.start(&jobs, 115_200);
    until("the screen says so", || {
        matches!(printer.status().state, State::QueueFailed(_))
    });
    assert_eq!(plugged.paper(), b"");
    jobs.broken.store(false, Ordering::SeqCst);
    jobs.wait_for(job, JobState::Printed);
    stop(&printer);
    until("it is on paper", || plugged.paper() == ticket("Chipá"));
}

#[test]
fn a_folder_plays_a_printer_with_bytes_text_and_picture() {
    let (desk, jobs) = (Desk::new(), Jobs::default());
    let folder = desk.folder.path().join("paper");
    let address: Address = format!("virtual:{}", folder.display()).parse().unwrap();
    let printer = Printer::start(Box::new(jobs.clone()), None, Journal::nowhere()).unwrap();
    let job = jobs.ticket(&ticket("Chipá"));
    printer.wake();
    until("the job waits for a printer", || {
        printer.status().waiting == 1
    });
    assert_eq!(printer.status().state, State::NotConfigured);

    let seen = Arc::new(Mutex::new(Vec::new()));
    let watched = Arc::clone(&seen);
    printer.watch(move |status| watched.lock().unwrap().push(status.state.clone()));
    printer.connect(Some(address.route(&Profile::default())));
    jobs.wait_for(job, JobState::Printed);
    until("it is ready again", || {
        printer.status().state == State::Ready
    });
    stop(&printer);

    assert_eq!(
        fs::read(folder.join("000001.escpos")).unwrap(),
        ticket("Chipá")
    );
    let text = fs::read_to_string(folder.join("000001.txt")).unwrap();
    assert!(
        text.contains("Cantina Ñandutí") && text.contains("Gs. 18.000"),
        "{text}"
    );
    assert!(
        fs::read(folder.join("000001.png"))
            .unwrap()
            .starts_with(b"\x89PNG")
    );
    assert!(seen.lock().unwrap().contains(&State::Printing(job)));
}

#[test]
fn a_stop_that_was_only_noise_does_not_hold_a_printer_that_says_it_can_print() {
    let (desk, jobs) = (Desk::new(), Jobs::default());
    let mut plugged = desk.plug_in();
    let mut line = plugged.line.take().unwrap();
    let (paper, unplug) = (Arc::clone(&plugged.paper), Arc::clone(&plugged.unplug));
    plugged.reader = Some(thread::spawn(move || {
        let (mut machine, mut bytes, mut noise) = (Machine::new(), [0; 64], true);
        while !unplug.load(Ordering::SeqCst) {
            let Ok(read) = line.read(&mut bytes) else {
                thread::sleep(Duration::from_millis(1));
                continue;
            };
            machine.take(&bytes[..read]);
            let printed = machine.tear();
            // XOFF in the middle of the ticket, and never XON.
            if !printed.is_empty() && noise {
                noise = false;
                line.write_all(&[0x13]).unwrap();
            }
            paper.lock().unwrap().extend(printed);
            line.write_all(&machine.answers()).unwrap();
        }
    }));
    let route = desk.address(9_600).route(&Profile::default());
    let printer = Printer::start(Box::new(jobs.clone()), Some(route), Journal::nowhere()).unwrap();
    until("it is ready", || printer.status().state == State::Ready);
    let job = jobs.ticket(&ticket("Chipá"));
    printer.wake();
    jobs.wait_for(job, JobState::Printed);
    stop(&printer);
    assert_eq!(plugged.unplug(), ticket("Chipá"));
}
