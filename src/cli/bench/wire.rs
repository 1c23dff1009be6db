//! From a commit to the first byte at the printer, through the real till and its worker, on a line of this
//! machine's own network.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use super::Folder;
use crate::cli::Refusal;
use crate::printing::State;
use crate::printing::virtual_printer::Machine;
use crate::settings::DataFolder;
use crate::till::{Till, now};

/// So many pages are printed one after another.
const ROUNDS: usize = 30;
/// A printer that is idle for so long is one between two sales.
const BETWEEN: Duration = Duration::from_millis(30);
const LIMIT: Duration = Duration::from_secs(10);

/// How long from asking for a page until its first byte has arrived, once a round.
pub(super) fn first_bytes(disk: &Path) -> Result<Vec<Duration>, Refusal> {
    let folder = Folder::make(disk)?;
    let printer = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("tcp:{}", printer.local_addr()?);
    let arrivals = listen(printer)?;
    let till = Till::open(DataFolder::at(&folder.0), Some(&address))?;
    let end = Instant::now() + LIMIT;
    while till.printer().status().state != State::Ready && Instant::now() < end {
        thread::sleep(Duration::from_millis(5));
    }
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        thread::sleep(BETWEEN);
        while arrivals.try_recv().is_ok() {}
        let started = Instant::now();
        till.test_page(String::new(), now().at).wait()??;
        if let Ok(arrived) = arrivals.recv_timeout(LIMIT) {
            times.push(arrived.saturating_duration_since(started));
        }
        till.let_print(LIMIT);
    }
    till.close(Duration::from_secs(1));
    Ok(times)
}

/// A printer that answers, and says when bytes that are no question arrived.
fn listen(printer: TcpListener) -> std::io::Result<Receiver<Instant>> {
    let (arrived, arrivals) = mpsc::channel();
    thread::Builder::new()
        .name("bench".to_owned())
        .spawn(move || {
            let Ok((mut line, _)) = printer.accept() else {
                return;
            };
            let (mut machine, mut bytes) = (Machine::new(), [0; 4_096]);
            while let Ok(count @ 1..) = line.read(&mut bytes) {
                let at = Instant::now();
                machine.take(&bytes[..count]);
                if !machine.tear().is_empty() && arrived.send(at).is_err() {
                    return;
                }
                if line.write_all(&machine.answers()).is_err() {
                    return;
                }
            }
        })?;
    Ok(arrivals)
}
