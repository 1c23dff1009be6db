//! The program is killed while the bytes of a ticket leave, and started again: the real binary, `SIGKILL`, a real
//! pseudo-terminal with a printer at its other end that stays switched on.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use cantina::domain::Timestamp;
use cantina::printing::virtual_printer::Machine;
use cantina::printing::{Document, Style};
use cantina::settings::DataFolder;
use cantina::till::Till;
use serialport::{SerialPort, TTYPort};

const KILLS: usize = 48;
/// Lines of a page, each with its page's own name.
const LINES: usize = 18;

/// A printer that is never switched off.
struct Press {
    port: String,
    paper: Arc<Mutex<Vec<u8>>>,
    /// Bytes that came and are no question.
    came: Arc<AtomicUsize>,
    off: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Press {
    fn new() -> Self {
        let (mut line, near) = TTYPort::pair().unwrap();
        line.set_timeout(Duration::from_millis(1)).unwrap();
        let port = near.name().unwrap();
        drop(near);
        let paper: Arc<Mutex<Vec<u8>>> = Arc::default();
        let came: Arc<AtomicUsize> = Arc::default();
        let off: Arc<AtomicBool> = Arc::default();
        let (printed, counted, end) = (Arc::clone(&paper), Arc::clone(&came), Arc::clone(&off));
        let thread = thread::spawn(move || {
            let (mut machine, mut bytes, mut question) = (Machine::new(), [0; 64], 0);
            while !end.load(Ordering::SeqCst) {
                // Nobody has the other end open, or nothing came.
                let count = line.read(&mut bytes).unwrap_or(0);
                for byte in &bytes[..count] {
                    question = match (question, byte) {
                        (0, 0x10) => 1,
                        (1, 0x04) => 2,
                        (2, _) => 3,
                        _ => 0,
                    };
                    if question == 0 {
                        counted.fetch_add(1, Ordering::SeqCst);
                    }
                    question %= 3;
                }
                machine.take(&bytes[..count]);
                let said = machine.answers();
                if !said.is_empty() {
                    let _nobody_there = line.write_all(&said);
                }
                printed.lock().unwrap().extend(machine.tear());
                if count == 0 {
                    thread::sleep(Duration::from_micros(300));
                }
            }
        });
        Self {
            port,
            paper,
            came,
            off,
            thread: Some(thread),
        }
    }

    /// How often each of these is on paper.
    fn counts(&self, words: &[String]) -> Vec<usize> {
        let paper = self.paper.lock().unwrap();
        let count = |word: &String| {
            let windows = paper.windows(word.len());
            windows.filter(|found| *found == word.as_bytes()).count()
        };
        words.iter().map(count).collect()
    }
}

impl Drop for Press {
    fn drop(&mut self) {
        self.off.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            let _over = thread.join();
        }
    }
}

fn lines(page: usize) -> Vec<String> {
    (0..LINES)
        .map(|line| format!("P{page:03} linea {line:02}"))
        .collect()
}

struct Canteen {
    folder: tempfile::TempDir,
    press: Press,
}

impl Canteen {
    /// With so many pages that wait.
    fn with(pages: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let till = Till::open(DataFolder::at(folder.path()), Some("")).unwrap();
        for page in 0..pages {
            let mut paper = Document::new(till.paper());
            for line in lines(page) {
                paper.text(Style::LEFT, &line);
            }
            paper.cut();
            let queued = till.print_page(format!("P{page:03}"), paper, Timestamp(0));
            queued.wait().unwrap().unwrap();
        }
        till.close(Duration::from_secs(5));
        drop(till);
        let canteen = Self {
            folder,
            press: Press::new(),
        };
        // The database is let go by a thread that nobody waits for.
        let end = Instant::now() + Duration::from_secs(20);
        while !canteen.quiet(&["jobs"]).status().unwrap().success() {
            assert!(Instant::now() < end, "the folder is never let go");
        }
        canteen
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn command(&self, printer: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cantina"));
        command
            .arg("--data-dir")
            .arg(self.path())
            .args(["--locale", "es-PY", "--printer", printer, "printer"])
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    fn printing(&self, arguments: &[&str]) -> Command {
        let address = format!("tty:{}@9600", self.press.port);
        self.command(&address, arguments)
    }

    fn quiet(&self, arguments: &[&str]) -> Command {
        self.command("", arguments)
    }

    /// Starts the program, which prints what waits, and kills it once so many bytes came.
    fn kill_at(&self, byte: usize) -> usize {
        let before = self.press.came.load(Ordering::SeqCst);
        let mut program = self.printing(&["status"]).spawn().unwrap();
        let end = Instant::now() + Duration::from_secs(30);
        loop {
            let came = self.press.came.load(Ordering::SeqCst) - before;
            if came >= byte {
                // On Unix that is SIGKILL.
                program.kill().unwrap();
                program.wait().unwrap();
                return came;
            }
            assert!(Instant::now() < end, "only {came} of {byte} bytes came");
            assert!(
                program.try_wait().unwrap().is_none(),
                "it ended by itself after {came} of {byte} bytes"
            );
            thread::sleep(Duration::from_micros(100));
        }
    }

    /// Each page's job and its state, as the file has it.
    fn jobs(&self) -> BTreeMap<usize, (i64, String)> {
        let file = rusqlite::Connection::open(self.path().join("cantina.db")).unwrap();
        let mut select = file
            .prepare("SELECT title, id, state FROM print_job ORDER BY id")
            .unwrap();
        let rows = select.query_map((), |row| {
            let title: String = row.get(0)?;
            Ok((title[1..].parse().unwrap(), (row.get(1)?, row.get(2)?)))
        });
        rows.unwrap().map(Result::unwrap).collect()
    }

    fn in_state(&self, wanted: &str) -> Vec<usize> {
        let jobs = self.jobs().into_iter();
        jobs.filter(|(_, (_, state))| state == wanted)
            .map(|(page, _)| page)
            .collect()
    }

    /// What was printed is there once and whole, what is in doubt at most once, what waits not at all.
    fn check(&self, when: &str) {
        // What was on its way in the cable arrives.
        thread::sleep(Duration::from_millis(3));
        for (page, (_, state)) in self.jobs() {
            let counts = self.press.counts(&lines(page));
            let right = match state.as_str() {
                "printed" => counts.iter().all(|count| *count == 1),
                "sending" | "uncertain" => counts.iter().all(|count| *count <= 1),
                "waiting" => counts.iter().all(|count| *count == 0),
                _ => false,
            };
            assert!(right, "{when}: page {page} is {state}, on paper {counts:?}");
        }
    }
}

#[test]
fn a_program_killed_at_any_byte_of_a_ticket_loses_none_and_doubles_none() {
    let started = Instant::now();
    let canteen = Canteen::with(KILLS + 8);
    // A page and what asks for its end.
    let whole = 2 + 2 + 3 + LINES * (lines(0)[0].len() + 1) + 4 + 3;
    let (mut cut_off, mut complete, mut killed_at) = (0, 0, Vec::new());
    for kill in 0..KILLS {
        let in_doubt = canteen.in_state("uncertain").len() + canteen.in_state("sending").len();
        let byte = 1 + kill * (whole - 1) / (KILLS - 1);
        killed_at.push(canteen.kill_at(byte));
        canteen.check(&format!("killed at byte {byte}"));
        let sending = canteen.in_state("sending");
        assert!(sending.len() <= 1, "one at a time: {sending:?}");
        assert!(
            canteen.in_state("uncertain").len() >= in_doubt,
            "what was being sent before is in doubt now, and stays so"
        );
        for page in sending {
            match canteen.press.counts(&lines(page)).contains(&0) {
                true => cut_off += 1,
                false => complete += 1,
            }
        }
    }
    let last = canteen.printing(&["status"]).status().unwrap();
    assert!(last.success());
    canteen.check("at the end");
    assert_eq!(canteen.in_state("waiting"), Vec::<usize>::new());
    assert_eq!(canteen.in_state("sending"), Vec::<usize>::new());
    let doubted = canteen.in_state("uncertain");
    assert!(
        doubted.len() >= 40,
        "{} were being sent when it was killed",
        doubted.len()
    );
    answer(&canteen, &doubted);
    killed_at.sort_unstable();
    killed_at.dedup();
    println!(
        "{KILLS} kills by SIGKILL at {} different bytes of {whole}, {cut_off} papers cut off and {complete} whole but unconfirmed, {} in doubt, {} called printed, in {:?}",
        killed_at.len(),
        doubted.len(),
        canteen.in_state("printed").len(),
        started.elapsed()
    );
}

/// Somebody looks at the paper: what is whole came out, and what is not is printed again, as a copy.
fn answer(canteen: &Canteen, doubted: &[usize]) {
    let jobs = canteen.jobs();
    let is_whole = |page: &&usize| !canteen.press.counts(&lines(**page)).contains(&0);
    let torn = doubted.iter().find(|page| !is_whole(page));
    let whole = doubted.iter().rev().find(is_whole).or(doubted.last());
    for (page, said) in [(torn, "--not-printed"), (whole, "--printed")] {
        let page = *page.unwrap();
        let job = jobs[&page].0.to_string();
        let answer = ["jobs", "answer", "--job", &job, said];
        assert!(
            canteen.printing(&answer).status().unwrap().success(),
            "{said}"
        );
        assert_eq!(canteen.jobs()[&page].1, "printed", "{said}");
        // Answered once.
        assert_eq!(canteen.printing(&answer).status().unwrap().code(), Some(1));
    }
    let torn = *torn.unwrap();
    let counts = canteen.press.counts(&lines(torn));
    assert!(
        counts.iter().all(|count| (1..=2).contains(count)),
        "{counts:?}"
    );
    assert_eq!(canteen.press.counts(&["COPIA".to_owned()]), [1]);
    let paper = canteen.press.paper.lock().unwrap();
    let after = paper
        .windows(5)
        .position(|found| found == b"COPIA")
        .unwrap();
    let again = lines(torn)[LINES - 1].clone();
    let last = paper
        .windows(again.len())
        .rposition(|found| found == again.as_bytes());
    assert!(last.unwrap() > after, "the second one is marked");
}
