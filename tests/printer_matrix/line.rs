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

#[test]
fn a_ticket_leaves_at_the_lines_own_rate() {
    let _alone = crate::alone();
    let (mut far, near) = TTYPort::pair().unwrap();
    far.set_timeout(Duration::from_millis(1)).unwrap();
    let address: Address = format!("tty:{}@9600", near.name().unwrap())
        .parse()
        .unwrap();
    drop(near);
    let times: Arc<Mutex<Vec<(Instant, usize)>>> = Arc::default();
    let end: Arc<AtomicBool> = Arc::default();
    let (seen, over) = (Arc::clone(&times), Arc::clone(&end));
    let reader = thread::spawn(move || {
        let mut machine = Machine::new();
        let mut bytes = [0; 512];
        while !over.load(Ordering::SeqCst) {
            match far.read(&mut bytes) {
                Ok(count) if count > 0 => {
                    seen.lock().unwrap().push((Instant::now(), count));
                    machine.take(&bytes[..count]);
                    let _ = far.write_all(&machine.answers());
                }
                _ => thread::sleep(Duration::from_micros(300)),
            }
        }
    });
    let jobs = Jobs::default();
    let route = address.route(&Profile::default());
    let printer = Printer::start(Box::new(jobs.clone()), Some(route), Journal::nowhere()).unwrap();
    until("it is ready", || printer.status().state == State::Ready);
    thread::sleep(Duration::from_millis(200));
    times.lock().unwrap().clear();

    let bytes = long_ticket();
    let committed = Instant::now();
    let job = jobs.add(Timestamp(0), &bytes);
    printer.wake();
    until("it ends", || {
        !matches!(jobs.state(job), JobState::Waiting | JobState::Sending)
    });
    assert_eq!(jobs.state(job), JobState::Printed, "{:?}", printer.status());
    let done = committed.elapsed();
    assert!(printer.stop(Duration::from_secs(5)));
    end.store(true, Ordering::SeqCst);
    reader.join().unwrap();

    let times = times.lock().unwrap();
    let first = times[0].0 - committed;
    let at_rate =
        Duration::from_micros(u64::try_from(bytes.len()).unwrap() * 10 * 1_000_000 / 9_600);
    let over = 100.0 * (done.as_secs_f64() / at_rate.as_secs_f64() - 1.0);
    println!(
        "{} bytes at 9600 baud: {at_rate:?} on the line, confirmed after {done:?} ({over:+.1} %), first byte after {first:?}",
        bytes.len()
    );
    assert!(done < at_rate * 2, "{done:?} for {at_rate:?}");
    assert!(first < Duration::from_secs(1), "{first:?}");
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
