//! The worker's conversation with the printer: what is on its way out, what was asked, what was said.
//!
//! Everything here returns at once; how long to wait for an answer is the caller's.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::domain::{PrintJobId, Timestamp};
use crate::printing::answer::{Answer, Reader};
use crate::printing::health::{Health, Question};
use crate::printing::talk::{self, Answers, Barrier, PUSH_STATUS, Talk};
use crate::printing::transport::{self, Error, Route, Transport};

/// The first try after a printer was lost comes after this; each next one twice as late.
pub(in crate::printing) const FIRST_RETRY: Duration = Duration::from_millis(200);
/// A printer that is back is found within this.
pub const LONGEST_RETRY: Duration = Duration::from_secs(1);
/// What was said is believed for so long.
const FRESH: Duration = Duration::from_millis(1_500);
/// Bytes of one answer follow each other within this.
const ANSWER_PAUSE: Duration = Duration::from_millis(150);
/// An answer that is not there so long after the next one was given never comes.
const ANSWER_LOST: Duration = Duration::from_millis(600);
/// Control bytes are offered for so long at once.
const OFFER: Duration = Duration::from_millis(20);

/// Whether the printer answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::printing) enum Hears {
    /// It was not asked since it was connected.
    Unknown,
    /// It does.
    Answers,
    /// It does not, and bytes are sent all the same.
    Silent,
    /// It used to: it is switched off.
    Off,
}

/// The transport, whether it is open, and what was said.
pub(in crate::printing) struct Link {
    route: Option<Route>,
    pub(in crate::printing) open: bool,
    /// Since when it cannot be reached, and why.
    pub(in crate::printing) lost: Option<(Timestamp, transport::Error)>,
    pub(in crate::printing) retry: Duration,
    pub(in crate::printing) hears: Hears,
    /// It answered once: silence means that it is off.
    known: bool,
    pub(in crate::printing) health: Health,
    /// When it last said how it is.
    told: Option<Instant>,
    /// It asked not to be sent anything.
    pub(in crate::printing) held: bool,
    held_since: Instant,
    reader: Reader,
    heard: Instant,
    /// Questions under way, with their times.
    asked: VecDeque<(Question, Instant)>,
    answered: Option<Instant>,
    /// Control bytes that were not accepted yet: nothing goes out before them.
    outbox: Vec<u8>,
    barriers: Barriers,
    /// Answers that nobody asked for.
    unasked: usize,
}

/// Ends of jobs that were asked for, and those that were told.
#[derive(Debug, Default)]
struct Barriers {
    asked: usize,
    told: usize,
    mark: Option<[u8; 4]>,
}

impl Link {
    pub(in crate::printing) fn new(route: Option<Route>) -> Self {
        Self {
            route,
            open: false,
            lost: None,
            retry: FIRST_RETRY,
            hears: Hears::Unknown,
            known: false,
            health: Health::default(),
            told: None,
            held: false,
            held_since: Instant::now(),
            reader: Reader::new(),
            heard: Instant::now(),
            asked: VecDeque::new(),
            answered: None,
            outbox: Vec::new(),
            barriers: Barriers::default(),
            unasked: 0,
        }
    }

    pub(in crate::printing) fn transport(&mut self) -> Option<&mut dyn Transport> {
        match &mut self.route {
            Some(route) => Some(route.transport.as_mut()),
            None => None,
        }
    }

    fn way(&mut self) -> Result<&mut dyn Transport, Error> {
        let name = String::new();
        self.transport().ok_or(Error::Gone { name })
    }

    pub(in crate::printing) fn is_configured(&self) -> bool {
        self.route.is_some()
    }

    /// It takes bytes only.
    pub(in crate::printing) fn never_asked(&self) -> bool {
        self.talk().answers == Answers::Never
    }

    fn talk(&self) -> Talk {
        self.route.as_ref().map_or(Talk::SILENT, |route| route.talk)
    }

    pub(in crate::printing) fn barrier(&self) -> Barrier {
        match self.hears {
            Hears::Answers => self.talk().barrier,
            Hears::Unknown | Hears::Silent | Hears::Off => Barrier::None,
        }
    }

    /// Opens the way if it is closed, asks whether it is there if it is open. True if it was opened.
    pub(in crate::printing) fn reach(&mut self) -> Result<bool, Error> {
        if self.open {
            self.way()?.pending()?;
            self.retry = FIRST_RETRY;
            return Ok(false);
        }
        self.way()?.open()?;
        self.open = true;
        self.lost = None;
        self.begin_anew();
        let mut old = [0; 256];
        // What was said to an earlier program, or to us before the plug came out, is of no use.
        for _ in 0..16 {
            if self.way()?.read(&mut old)? == 0 {
                break;
            }
        }
        Ok(true)
    }

    pub(in crate::printing) fn close(&mut self) {
        if let Some(transport) = self.transport() {
            transport.close();
        }
        self.open = false;
        self.begin_anew();
    }

    /// Forgets what was under way between us.
    fn begin_anew(&mut self) {
        self.hears = match self.talk().answers {
            Answers::Never => Hears::Silent,
            Answers::Ask | Answers::Always => Hears::Unknown,
        };
        self.health = Health::default();
        self.told = None;
        self.held = false;
        self.reader = Reader::new();
        self.asked.clear();
        self.answered = None;
        self.outbox.clear();
        self.barriers = Barriers::default();
    }

    // --- out ---

    /// Offers what is in the outbox; true if nothing is left in it.
    pub(in crate::printing) fn flush(&mut self) -> Result<bool, Error> {
        while !self.outbox.is_empty() {
            let outbox = std::mem::take(&mut self.outbox);
            let written = self.way()?.write(&outbox, OFFER);
            let accepted = *written.as_ref().unwrap_or(&0);
            self.outbox = outbox[accepted.min(outbox.len())..].to_vec();
            if written? == 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Puts questions on their way; only where no command is begun.
    pub(in crate::printing) fn ask(&mut self, questions: &[Question]) -> Result<(), Error> {
        for question in questions {
            self.outbox.extend_from_slice(&question.bytes());
            self.asked.push_back((*question, Instant::now()));
        }
        self.flush().map(drop)
    }

    /// Every question that was put on its way is wholly out.
    pub(in crate::printing) const fn is_asked(&self) -> bool {
        self.outbox.is_empty()
    }

    /// Everything that can be asked.
    pub(in crate::printing) fn ask_all(&mut self) -> Result<(), Error> {
        self.ask(&[Question::Printer, Question::Offline, Question::Paper])
    }

    /// Asks it to push its status, where its model can.
    pub(in crate::printing) fn ask_to_push(&mut self) -> Result<(), Error> {
        if self.talk().status == talk::StatusBy::Push {
            self.outbox.extend_from_slice(&PUSH_STATUS);
        }
        self.flush().map(drop)
    }

    /// Asks to be told when everything so far is done; gives what to wait for.
    pub(in crate::printing) fn ask_for_end(&mut self, job: PrintJobId) -> Result<usize, Error> {
        self.outbox.extend_from_slice(&self.barrier().bytes(job));
        self.barriers.asked += 1;
        self.barriers.mark = Some(talk::mark(job));
        self.flush()?;
        Ok(self.barriers.asked)
    }

    // --- in ---

    /// Takes everything that came.
    pub(in crate::printing) fn listen(&mut self) -> Result<(), Error> {
        let mut bytes = [0; 256];
        loop {
            let count = self.way()?.read(&mut bytes)?;
            if count == 0 {
                break;
            }
            self.heard = Instant::now();
            for byte in &bytes[..count] {
                if let Some(answer) = self.reader.take(*byte) {
                    self.take(answer);
                }
            }
            if count < bytes.len() {
                break;
            }
        }
        if self.heard.elapsed() > ANSWER_PAUSE {
            self.reader.forget();
        }
        Ok(())
    }

    fn take(&mut self, answer: Answer) {
        match answer {
            Answer::Xon => self.held = false,
            Answer::Xoff if self.held => {}
            Answer::Xoff => {
                self.held = true;
                self.held_since = Instant::now();
            }
            // One that comes too late to be waited for is no noise: it looks like nothing else.
            Answer::RealTime(byte) => {
                if let Some((question, _)) = self.asked.pop_front() {
                    self.health.answered(question, byte);
                    self.answered = Some(Instant::now());
                    self.told = self.answered;
                }
            }
            Answer::Pushed(_) => {
                self.health.told(answer);
                self.told = Some(Instant::now());
            }
            // Of what means nothing in this answer all bits are 0.
            Answer::Processed(byte)
                if self.barriers.told < self.barriers.asked && byte & 0x60 == 0 =>
            {
                self.barriers.told += 1;
                self.health.told(answer);
            }
            Answer::Process(mark) if self.barriers.mark == Some(mark) => {
                self.barriers.told = self.barriers.asked;
            }
            Answer::Processed(_) | Answer::Process(_) => self.unasked += 1,
        }
    }

    /// Bytes and answers that do not belong to our talk. They may look like an answer to `GS r`.
    pub(in crate::printing) const fn noise(&self) -> usize {
        self.reader.noise() + self.unasked
    }

    /// The end that was asked for was told.
    pub(in crate::printing) const fn ended(&self, which: usize) -> bool {
        self.barriers.told >= which
    }

    /// For how long it has been holding us back.
    pub(in crate::printing) fn held_for(&self) -> Duration {
        match self.held {
            true => self.held_since.elapsed(),
            false => Duration::ZERO,
        }
    }

    /// Since when an answer is due.
    pub(in crate::printing) fn waits_since(&self) -> Option<Instant> {
        self.asked.front().map(|(_, at)| *at)
    }

    /// How many answers are due.
    pub(in crate::printing) fn due(&self) -> usize {
        self.asked.len()
    }

    /// A later question was answered and an earlier one was not: bytes were lost, as in a printer that
    /// was off in between. One that merely stood still answers them all.
    pub(in crate::printing) fn lost_something(&self) -> bool {
        let answered = self.answered.filter(|_| self.is_catching_up());
        answered.is_some_and(|answered| answered.elapsed() > ANSWER_LOST)
    }

    /// It answers again, and more answers are due: nothing new is asked until they are there or lost.
    pub(in crate::printing) fn is_catching_up(&self) -> bool {
        match (self.waits_since(), self.answered) {
            (Some(asked), Some(answered)) => answered > asked,
            _ => false,
        }
    }

    /// What it said is not old.
    pub(in crate::printing) fn is_fresh(&self) -> bool {
        self.told.is_some_and(|told| told.elapsed() < FRESH)
    }

    /// How long ago it last said how it is.
    pub(in crate::printing) fn told_ago(&self) -> Option<Duration> {
        self.told.map(|told| told.elapsed())
    }

    /// It answered a question.
    pub(in crate::printing) fn answers(&mut self) {
        self.known = true;
        self.hears = Hears::Answers;
    }

    /// It did not. Whatever was on its way is not waited for.
    pub(in crate::printing) fn is_silent(&mut self) {
        let off = self.known || self.talk().answers == Answers::Always;
        self.asked.clear();
        self.answered = None;
        self.told = None;
        self.reader.forget();
        self.barriers = Barriers::default();
        self.health = Health::default();
        self.hears = if off { Hears::Off } else { Hears::Silent };
    }
}
