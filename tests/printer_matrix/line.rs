//! A line of 9600 baud, and five hundred tickets that waited for it.

use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use cantina::domain::Timestamp;
use cantina::domain::print::JobState;
use cantina::printing::journal::Journal;
use cantina::printing::virtual_printer::Machine;
use cantina::printing::{Address, Document, Printer, Profile, State, Style, escpos};
use serialport::{SerialPort, TTYPort};

use super::fault::{Paper, Plugged, Trigger};
use super::queue::Jobs;

/// Thirty lines: as long as a ticket of ten items.
fn long_ticket() -> Vec<u8> {
    let profile = Profile::default();
    let mut paper = Document::new(profile.paper);
    for at in 0..24 {
        paper.columns(
            Style::LEFT,
            2,
            &format!("{at} Empanada de carne al horno"),
            "₲ 6.000",
        );
    }
    paper.cut();
    escpos::encode(&paper, &profile)
}

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_secs(60);
    while !holds() {
        assert!(Instant::now() < end, "it never came that {what}");
        thread::sleep(Duration::from_millis(1));
    }
}

/// A printer at the far end that did not get to run for this long answered late: as on no real line.
const HELD_UP: Duration = Duration::from_millis(250);

/// How a long ticket went over a line of 9600 baud.
struct Run {
    state: JobState,
    at_rate: Duration,
    first: Duration,
    done: Duration,
    /// The longest that the printer's own thread was kept from running.
    held_up: Duration,
}

fn print_at_9600() -> Run {
    let (mut far, near) = TTYPort::pair().unwrap();
    far.set_timeout(Duration::from_millis(1)).unwrap();
    let address: Address = format!("tty:{}@9600", near.name().unwrap())
        .parse()
        .unwrap();
    drop(near);
    let first: Arc<Mutex<Option<Instant>>> = Arc::default();
    let end: Arc<AtomicBool> = Arc::default();
    let (seen, over) = (Arc::clone(&first), Arc::clone(&end));
    let reader = thread::spawn(move || {
        let mut machine = Machine::new();
        let mut bytes = [0; 512];
        let (mut before, mut held_up) = (Instant::now(), Duration::ZERO);
        while !over.load(Ordering::SeqCst) {
            held_up = held_up.max(before.elapsed());
            before = Instant::now();
            match far.read(&mut bytes) {
                Ok(count) if count > 0 => {
                    seen.lock().unwrap().get_or_insert_with(Instant::now);
                    machine.take(&bytes[..count]);
                    let _ = far.write_all(&machine.answers());
                }
                _ => thread::sleep(Duration::from_micros(300)),
            }
        }
        held_up
    });
    let jobs = Jobs::default();
    let route = address.route(&Profile::default());
    let printer = Printer::start(Box::new(jobs.clone()), Some(route), Journal::nowhere()).unwrap();
    until("it is ready", || printer.status().state == State::Ready);
    thread::sleep(Duration::from_millis(200));
    *first.lock().unwrap() = None;

    let bytes = long_ticket();
    let committed = Instant::now();
    let job = jobs.add(Timestamp(0), &bytes);
    printer.wake();
    until("it ends", || {
        !matches!(jobs.state(job), JobState::Waiting | JobState::Sending)
    });
    let (state, done) = (jobs.state(job), committed.elapsed());
    assert!(printer.stop(Duration::from_secs(5)));
    end.store(true, Ordering::SeqCst);
    let held_up = reader.join().unwrap();
    let first = first.lock().unwrap().expect("bytes came") - committed;
    Run {
        state,
        at_rate: Duration::from_micros(
            u64::try_from(bytes.len()).unwrap() * 10 * 1_000_000 / 9_600,
        ),
        first,
        done,
        held_up,
    }
}

/// The figures are printed, and belong to `cantina bench wire`. What must hold on any machine, however
/// busy: it is printed, and not before a line of that speed can have carried it.
#[test]
fn a_ticket_is_not_called_printed_before_the_line_can_have_carried_it() {
    let _alone = crate::alone();
    for _ in 0..10 {
        let run = print_at_9600();
        let over = 100.0 * (run.done.as_secs_f64() / run.at_rate.as_secs_f64() - 1.0);
        println!(
            "{:?} on the line at 9600 baud, {:?} after {:?} ({over:+.1} %), first byte after {:?}, printer held up {:?}",
            run.at_rate, run.state, run.done, run.first, run.held_up
        );
        assert!(run.done >= run.at_rate.mul_f64(0.95), "it outran the line");
        if run.state == JobState::Printed {
            return;
        }
        // Where the printer itself stood still in mid-ticket, doubt is the honest answer.
        assert_eq!(run.state, JobState::Uncertain);
        assert!(run.held_up > HELD_UP, "in doubt about a printer that answered");
    }
    panic!("the printer's thread was held up ten times in a row");
}

#[test]
fn five_hundred_tickets_of_an_hour_without_a_printer_print_in_order_and_once_each() {
    let _alone = crate::alone();
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().join("ttyPrinter");
    let address: Address = format!("tty:{}@921600", name.display()).parse().unwrap();
    let jobs = Jobs::default();
    let profile = Profile::default();
    let route = address.route(&profile);
    let printer = Printer::start(Box::new(jobs.clone()), Some(route), Journal::nowhere()).unwrap();
    let names: Vec<String> = (0..500).map(|at| format!("Ticket {at:03}")).collect();
    let mut last = None;
    let mut all = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let mut paper = Document::new(profile.paper);
        paper.text(Style::LEFT, name).cut();
        let bytes = escpos::encode(&paper, &profile);
        // One every seven seconds, the first an hour ago.
        last = Some(jobs.add(Timestamp(i64::try_from(at).unwrap() * 7_200), &bytes));
        all.extend(bytes);
        printer.wake();
    }
    until("they are seen to wait", || printer.status().waiting == 500);
    let paper: Paper = Arc::default();
    let plugged = Plugged::new(&name, &Trigger::new(None, 0), &paper);
    let last = last.unwrap();
    until("the last is printed", || {
        jobs.state(last) == JobState::Printed
    });
    assert!(printer.stop(Duration::from_secs(5)));
    plugged.pull();
    assert_eq!(*paper.lock().unwrap(), all);
}
