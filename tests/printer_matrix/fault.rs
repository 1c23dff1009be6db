//! The printer at the other end: it obeys ESC/POS, and fails at the byte it is told to.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use cantina::printing::transport::{Error, Transport};
use cantina::printing::virtual_printer::{Machine, Trouble};
use serialport::{SerialPort, TTYPort};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    Unplug,
    PowerOff,
    PaperOut,
    Stall,
    XoffHeld,
    GarbageIn,
    WrongSpeed,
    PortStolen,
    PermissionLost,
    WorkerKilled,
    ProcessKilled,
}

impl Fault {
    pub const ALL: [Self; 11] = [
        Self::Unplug,
        Self::PowerOff,
        Self::PaperOut,
        Self::Stall,
        Self::XoffHeld,
        Self::GarbageIn,
        Self::WrongSpeed,
        Self::PortStolen,
        Self::PermissionLost,
        Self::WorkerKilled,
        Self::ProcessKilled,
    ];

    /// Nothing is lost: the ticket must come out and be called printed.
    pub const fn loses_nothing(self) -> bool {
        matches!(self, Self::PaperOut | Self::Stall | Self::XoffHeld)
    }

    pub const fn pulls_the_plug(self) -> bool {
        matches!(self, Self::Unplug | Self::PortStolen | Self::PermissionLost)
    }
}

/// When the fault begins, and whether it has begun and is over.
#[derive(Clone)]
pub struct Trigger {
    pub fault: Option<Fault>,
    pub at_byte: usize,
    pub armed: Arc<AtomicBool>,
    pub began: Arc<AtomicBool>,
    pub over: Arc<AtomicBool>,
}

impl Trigger {
    pub fn new(fault: Option<Fault>, at_byte: usize) -> Self {
        Self {
            fault,
            at_byte,
            armed: Arc::default(),
            began: Arc::default(),
            over: Arc::default(),
        }
    }

    fn is_on(&self) -> bool {
        self.began.load(Ordering::SeqCst) && !self.over.load(Ordering::SeqCst)
    }
}

/// What is on paper: what every machine that hung on this name printed.
pub type Paper = Arc<Mutex<Vec<u8>>>;

pub struct Plugged {
    name: PathBuf,
    out: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Plugged {
    /// Plugs a printer in under a name, as the system would show it.
    pub fn new(name: &Path, trigger: &Trigger, paper: &Paper) -> Self {
        let (mut line, slave) = TTYPort::pair().unwrap();
        line.set_timeout(Duration::from_millis(1)).unwrap();
        let _unlinked = fs::remove_file(name);
        symlink(slave.name().unwrap(), name).unwrap();
        let out: Arc<AtomicBool> = Arc::default();
        let inside = Inside {
            name: name.to_owned(),
            line,
            machine: Machine::new(),
            trigger: trigger.clone(),
            paper: Arc::clone(paper),
            counted: 0,
            question: 0,
            held: Vec::new(),
            xoff: false,
            started: Instant::now(),
        };
        let gone = Arc::clone(&out);
        let thread = thread::spawn(move || inside.run(&gone));
        // The near end stays open until somebody else has it, or the far end reads errors.
        thread::sleep(Duration::from_millis(1));
        drop(slave);
        Self {
            name: name.to_owned(),
            out,
            thread: Some(thread),
        }
    }

    pub fn pull(mut self) {
        let _gone = fs::remove_file(&self.name);
        self.out.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

struct Inside {
    name: PathBuf,
    line: TTYPort,
    machine: Machine,
    trigger: Trigger,
    paper: Paper,
    /// Bytes that are no question, since it was armed.
    counted: usize,
    /// Bytes of a question seen so far.
    question: usize,
    /// Arrived and not looked at yet.
    held: Vec<u8>,
    xoff: bool,
    started: Instant,
}

impl Inside {
    fn run(mut self, out: &AtomicBool) {
        while !out.load(Ordering::SeqCst) {
            let on = self.trigger.is_on();
            let stalls = on && self.trigger.fault == Some(Fault::Stall);
            let read = if stalls { 0 } else { self.read() };
            self.look(out);
            self.speak();
            if read == 0 {
                thread::sleep(Duration::from_millis(2));
            }
        }
        self.print();
    }

    fn read(&mut self) -> usize {
        let mut bytes = [0; 512];
        // Nobody has the other end open, or nothing came.
        let read = self.line.read(&mut bytes).unwrap_or(0);
        self.held.extend_from_slice(&bytes[..read]);
        read
    }

    /// Takes what arrived, one byte at a time, until a fault holds it.
    fn look(&mut self, out: &AtomicBool) {
        let bytes = std::mem::take(&mut self.held);
        for (at, byte) in bytes.iter().enumerate() {
            if self.begins(*byte) {
                self.begin();
                if self.trigger.fault.is_some_and(Fault::pulls_the_plug) {
                    // What was on its way is lost with the cable. The name goes first: the system
                    // gives a number that is free at once to the next pseudo-terminal.
                    let _gone = fs::remove_file(&self.name);
                    out.store(true, Ordering::SeqCst);
                    return;
                }
            }
            if !self.take(*byte) {
                self.held = bytes[at..].to_vec();
                break;
            }
        }
        self.follow_the_fault();
        self.print();
    }

    /// Counts what is no question; true if the fault begins before this byte.
    fn begins(&mut self, byte: u8) -> bool {
        if !self.trigger.armed.load(Ordering::SeqCst) || self.trigger.began.load(Ordering::SeqCst) {
            return false;
        }
        self.question = match (self.question, byte) {
            (0, 0x10) => 1,
            (1, 0x04) => 2,
            (2, _) => 3,
            _ => 0,
        };
        if self.question > 0 {
            self.question %= 3;
            return false;
        }
        let now = self.counted == self.trigger.at_byte;
        self.counted += 1;
        now && self.trigger.fault.is_some()
    }

    fn begin(&mut self) {
        self.trigger.began.store(true, Ordering::SeqCst);
        self.started = Instant::now();
        match self.trigger.fault {
            Some(Fault::PowerOff) => self.machine.lose_power(),
            Some(Fault::PaperOut) => self.machine.suffer(&BTreeSet::from([Trouble::NoPaper])),
            Some(Fault::XoffHeld) => {
                self.xoff = true;
                let _ = self.line.write_all(&[0x13]);
            }
            Some(Fault::GarbageIn) => {
                let mut state = 0x9E37_79B9_u32 ^ u32::try_from(self.trigger.at_byte).unwrap();
                let noise: Vec<u8> = std::iter::repeat_with(|| {
                    state ^= state << 13;
                    state ^= state >> 17;
                    state ^= state << 5;
                    state.to_be_bytes()[0]
                })
                .filter(|byte| *byte != 0x13)
                .take(24)
                .collect();
                let _ = self.line.write_all(&noise);
            }
            _ => {}
        }
    }

    /// False while the fault holds this byte back.
    fn take(&mut self, byte: u8) -> bool {
        if self.trigger.is_on() {
            match self.trigger.fault {
                Some(Fault::PowerOff) => return true,
                Some(Fault::WrongSpeed) => {
                    let _ = self.line.write_all(&[0xFF, 0x80 | byte]);
                    return true;
                }
                Some(Fault::Stall | Fault::XoffHeld) => return false,
                _ => {}
            }
        }
        self.machine.take(&[byte]);
        true
    }

    fn follow_the_fault(&mut self) {
        if !self.trigger.over.load(Ordering::SeqCst) {
            return;
        }
        self.machine.suffer(&BTreeSet::new());
        if self.xoff {
            self.xoff = false;
            let _ = self.line.write_all(&[0x11]);
        }
    }

    fn speak(&mut self) {
        let on = self.trigger.is_on();
        if on
            && matches!(
                self.trigger.fault,
                Some(Fault::PowerOff | Fault::WrongSpeed | Fault::Stall | Fault::XoffHeld)
            )
        {
            return;
        }
        let said = self.machine.answers();
        if !said.is_empty() {
            let _nobody_there = self.line.write_all(&said);
        }
    }

    fn print(&mut self) {
        let printed = self.machine.tear();
        if !printed.is_empty() {
            self.paper.lock().unwrap().extend(printed);
        }
    }
}

/// A way that the system may refuse to open.
pub struct Gate {
    pub inner: Box<dyn Transport>,
    pub denied: Arc<AtomicBool>,
}

impl Transport for Gate {
    fn name(&self) -> String {
        self.inner.name()
    }

    fn open(&mut self) -> Result<(), Error> {
        if self.denied.load(Ordering::SeqCst) {
            let name = self.inner.name();
            return Err(Error::Denied { name });
        }
        self.inner.open()
    }

    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<usize, Error> {
        self.inner.write(bytes, limit)
    }

    fn pending(&mut self) -> Result<usize, Error> {
        self.inner.pending()
    }

    fn read(&mut self, into: &mut [u8]) -> Result<usize, Error> {
        self.inner.read(into)
    }

    fn close(&mut self) {
        self.inner.close();
    }
}
