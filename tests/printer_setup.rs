//! Setting a printer up on a real till: the speed is found by asking, every page goes through the queue,
//! and what was found is written down.
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
use std::time::Duration;

use cantina::printing::setup::{Event, Page, Printed, Problem, Setup, Step, Trouble, Unreachable};
use cantina::printing::virtual_printer::Machine;
use cantina::settings::{self, Config, DataFolder};
use cantina::till::Till;
use serialport::{SerialPort, TTYPort};

/// A printer that understands one speed, and hears noise at any other.
struct Printer {
    port: PathBuf,
    out: Arc<AtomicBool>,
    paper: Arc<Mutex<Vec<u8>>>,
    thread: Option<JoinHandle<()>>,
}

impl Printer {
    fn at(port: &Path, speed: u32, answers: bool) -> Self {
        let (mut line, near) = TTYPort::pair().unwrap();
        line.set_timeout(Duration::from_millis(2)).unwrap();
        symlink(near.name().unwrap(), port).unwrap();
        let out: Arc<AtomicBool> = Arc::default();
        let paper: Arc<Mutex<Vec<u8>>> = Arc::default();
        let (gone, printed) = (Arc::clone(&out), Arc::clone(&paper));
        let thread = thread::spawn(move || {
            let mut machine = Machine::new();
            let mut bytes = [0; 256];
            while !gone.load(Ordering::SeqCst) {
                let count = line.read(&mut bytes).unwrap_or(0);
                if count == 0 {
                    thread::sleep(Duration::from_millis(1));
                }
                // Both ends of a pseudo-terminal have one speed: what the till has set.
                if count > 0 && line.baud_rate().unwrap() == speed {
                    machine.take(&bytes[..count]);
                } else if count > 0 && answers {
                    let _ = line.write_all(&[0xFF, 0x80]);
                }
                let said = machine.answers();
                if answers && !said.is_empty() {
                    let _ = line.write_all(&said);
                }
                printed.lock().unwrap().extend(machine.tear());
            }
        });
        drop(near);
        Self {
            port: port.to_owned(),
            out,
            paper,
            thread: Some(thread),
        }
    }

    fn paper(&self) -> Vec<u8> {
        self.paper.lock().unwrap().clone()
    }
}

impl Drop for Printer {
    fn drop(&mut self) {
        let _gone = fs::remove_file(&self.port);
        self.out.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

struct Shop {
    folder: tempfile::TempDir,
    till: Till,
    setup: Setup,
}

impl Shop {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let till = Till::open(DataFolder::at(folder.path().join("data")), None).unwrap();
        let setup = Setup::new(till.config().printer, till.profiles());
        Self {
            folder,
            till,
            setup,
        }
    }

    fn port(&self) -> PathBuf {
        self.folder.path().join("ttyPrinter")
    }

    /// Gives the setup an event and everything that follows from it, as screen and terminal do.
    fn tell(&mut self, event: Event) {
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            for effect in self.setup.on(event) {
                events.push(self.till.set_up(effect).wait().unwrap());
            }
        }
    }

    fn type_port(&mut self) {
        let address = format!("tty:{}", self.port().display());
        self.tell(Event::AddressTyped(address));
    }
}

#[test]
fn five_steps_find_the_speed_print_two_pages_and_write_it_down() {
    let mut shop = Shop::open();
    let printer = Printer::at(&shop.port(), 38_400, true);
    // A ticket that waits is not printed on a printer that is only tried.
    let waits = shop
        .till
        .test_page("espera".to_owned(), cantina::till::now().at)
        .wait()
        .unwrap()
        .unwrap();
    shop.type_port();
    let connection = shop.setup.connection().unwrap();
    assert_eq!((connection.baud, connection.answers), (Some(38_400), true));

    shop.tell(Event::GoodPressed);
    assert_eq!(shop.setup.printed(), Some(&Printed::Confirmed));
    let first = printer.paper();
    assert!(
        first.windows(2).any(|pair| pair == [0xA4, b' ']),
        "ñ of PC850: {first:x?}"
    );

    shop.tell(Event::GoodPressed);
    assert_eq!(shop.setup.printed(), Some(&Printed::Confirmed));
    shop.tell(Event::TroublePressed(Trouble::Cut));
    assert_eq!(shop.setup.printed(), Some(&Printed::Confirmed));
    assert!(
        printer.paper().ends_with(b"\x1dVA\x00"),
        "the cut that is tried"
    );
    assert!(
        printer.paper().len() > 2 * first.len(),
        "the ticket came out twice"
    );
    assert_eq!(
        shop.till.job(waits).wait().unwrap().unwrap().state.code(),
        "waiting"
    );

    shop.tell(Event::GoodPressed);
    assert_eq!(shop.setup.step(), Step::Save);
    shop.tell(Event::SavePressed);
    assert!(shop.setup.is_saved());
    let saved = Config::load(&shop.till.folder().config()).unwrap().printer;
    assert_eq!(saved.address, format!("{}@38400", shop.port().display()));
    assert_eq!(saved.cut, Some(settings::Cut::Full));
    assert_eq!(saved.answers, settings::Answers::Always);

    // Now the one that waited goes out.
    let end = std::time::Instant::now() + Duration::from_secs(30);
    while shop.till.job(waits).wait().unwrap().unwrap().state.code() != "printed" {
        assert!(
            std::time::Instant::now() < end,
            "{:?}",
            shop.till.printer().status()
        );
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn every_speed_is_told_while_it_is_tried() {
    let mut canteen = Shop::open();
    let port = canteen.port();
    let printer = Printer::at(&port, 38_400, true);
    let told: Arc<Mutex<Vec<u32>>> = Arc::default();
    let seen = Arc::clone(&told);
    canteen.till.printer().watch(move |status| {
        let mut seen = seen.lock().unwrap();
        if let Some(baud) = status.trying.filter(|baud| seen.last() != Some(baud)) {
            seen.push(baud);
        }
    });
    canteen.type_port();
    assert_eq!(*told.lock().unwrap(), [9_600, 19_200, 38_400]);
    assert_eq!(canteen.till.printer().status().trying, None);
    drop(printer);
}

#[test]
fn a_printer_that_never_answers_is_write_only_and_its_pages_are_called_sent() {
    let mut shop = Shop::open();
    let printer = Printer::at(&shop.port(), 9_600, false);
    shop.type_port();
    let connection = shop.setup.connection().unwrap();
    assert_eq!((connection.baud, connection.answers), (Some(9_600), false));
    shop.tell(Event::GoodPressed);
    assert_eq!(shop.setup.printed(), Some(&Printed::Sent));
    assert!(!printer.paper().is_empty());
}

#[test]
fn why_a_port_cannot_be_used_is_told() {
    let mut shop = Shop::open();
    shop.type_port();
    let why = |shop: &Shop| shop.setup.problem().cloned();
    assert_eq!(
        why(&shop),
        Some(Problem::Unreachable(Unreachable::NotFound))
    );

    let (_far, near) = TTYPort::pair().unwrap();
    let name = near.name().unwrap();
    symlink(&name, shop.port()).unwrap();
    let _another_program = serialport::new(&name, 9_600).open_native().unwrap();
    shop.type_port();
    assert!(
        matches!(
            why(&shop),
            Some(Problem::Unreachable(Unreachable::Busy { .. }))
        ),
        "{:?}",
        why(&shop)
    );
}

#[test]
fn a_setup_that_is_left_leaves_the_printer_of_before() {
    let mut shop = Shop::open();
    let _printer = Printer::at(&shop.port(), 9_600, true);
    shop.type_port();
    shop.tell(Event::GoodPressed);
    assert_eq!(shop.setup.page(), Page::Text);
    shop.tell(Event::Closed);
    assert_eq!(shop.till.config().printer, settings::Printer::default());
    let end = std::time::Instant::now() + Duration::from_secs(30);
    while shop.till.printer().status().state != cantina::printing::State::NotConfigured {
        assert!(std::time::Instant::now() < end);
        thread::sleep(Duration::from_millis(10));
    }
}
