//! One job: its bytes go out, and what is known of its end is told. No more than that.

use std::thread;
use std::time::{Duration, Instant};

use super::{Hears, LISTEN, WRITE_LIMIT, Worker, is_expired, now};
use crate::domain::{PrintJobId, Timestamp};
use crate::printing::decode;
use crate::printing::health::Question;
use crate::printing::log::Event;
use crate::printing::queue::{Job, Kind, Outcome, QueueFailed};
use crate::printing::status::State;
use crate::printing::talk::Barrier;
use crate::printing::transport;

/// Without progress for this long, a printer is said to have stopped.
const STALLED_AFTER: Duration = Duration::from_secs(3);
/// How often a printer that answers is asked, at a line's end, whether it is still there.
const ASK_EVERY: Duration = Duration::from_millis(500);
/// An answer that is due for so long: no more bytes go out before it is there.
const PAUSE_AFTER: Duration = Duration::from_millis(200);
/// An answer that is due for so long: asked once more, to tell whether the first was lost.
const ASK_AGAIN_AFTER: Duration = Duration::from_millis(500);
/// Held back for so long by a printer that says that it can print: the byte that holds was noise.
const HELD_TOO_LONG: Duration = Duration::from_secs(2);
/// A printer that answers, can print, and does not say for so long that a job is done, lost it.
const END_LIMIT: Duration = Duration::from_secs(10);
/// The same where there was noise on the line, which may have eaten what it said.
const END_LIMIT_IN_NOISE: Duration = Duration::from_millis(1_200);

/// How long a printer may take to write its memory. It is left alone meanwhile.
const MEMORY_TAKES: Duration = Duration::from_secs(3);

/// A job on its way.
struct Sending<'a> {
    job: &'a Job,
    /// Where its lines end.
    ends: Vec<usize>,
    accepted: usize,
    progress: Progress,
    /// When the printer was last asked how it is.
    asked: Instant,
    /// Noise on the line before it.
    noise: usize,
}

/// Why sending stopped before the end.
enum Stop {
    /// Another printer, the end of the program, or a pulse that came too late.
    GiveUp,
    /// The way is closed.
    Lost(transport::Error),
    /// Bytes were lost: the printer was off in between.
    Hole,
}

impl From<transport::Error> for Stop {
    fn from(error: transport::Error) -> Self {
        Self::Lost(error)
    }
}

impl Sending<'_> {
    fn is_at_a_line_end(&self) -> bool {
        self.accepted == 0 || self.ends.binary_search(&self.accepted).is_ok()
    }

    /// What may go out at once: to the next line's end, so that something can be asked there.
    fn next_line(&self) -> &[u8] {
        let next = self.ends.partition_point(|end| *end <= self.accepted);
        let end = self.ends.get(next).copied();
        &self.job.bytes[self.accepted..end.unwrap_or(self.job.bytes.len())]
    }
}

impl Worker {
    pub(super) fn drop_job(&mut self, job: &Job) -> Result<(), QueueFailed> {
        if self.queue.sending(job.id)? {
            self.end(job.id, Outcome::Dropped, 0);
            self.pay_debt()?;
        }
        Ok(())
    }

    /// Sends a job; how it ended stands in the debt.
    pub(super) fn print(&mut self, job: &Job) -> Outcome {
        self.show(State::Printing(job.id));
        if let Some(transport) = self.link.transport() {
            transport.begin(job.id);
        }
        let mut sending = Sending {
            job,
            ends: decode::line_ends(&job.bytes),
            accepted: 0,
            progress: Progress::new(),
            asked: Instant::now(),
            noise: self.link.noise(),
        };
        let sent = self.send(&mut sending);
        let accepted = sending.accepted;
        let outcome = match sent.and_then(|()| self.arrived(&mut sending)) {
            Ok(outcome) => outcome,
            Err(stop) => {
                match stop {
                    Stop::GiveUp => {}
                    Stop::Lost(reason) => self.lost(reason),
                    // What is said from now on is said anew.
                    Stop::Hole => self.link.is_silent(),
                }
                if accepted > 0 {
                    Outcome::Uncertain
                } else if is_expired(job) {
                    Outcome::Dropped
                } else {
                    Outcome::NotSent
                }
            }
        };
        self.end(job.id, outcome, accepted);
        outcome
    }

    fn end(&mut self, id: PrintJobId, outcome: Outcome, accepted: usize) {
        self.journal.tell(&Event::Job {
            job: id,
            outcome,
            bytes: accepted,
        });
        self.debt = Some((id, outcome));
        self.board
            .change(|status| status.last = Some((id, outcome)));
    }

    /// Offers the bytes until all are accepted.
    fn send(&mut self, sending: &mut Sending<'_>) -> Result<(), Stop> {
        while sending.accepted < sending.job.bytes.len() {
            self.obey();
            let too_late = sending.accepted == 0 && is_expired(sending.job);
            if too_late || self.must_give_up(&sending.progress) {
                return Err(Stop::GiveUp);
            }
            if !self.may_go_on(sending)? {
                self.show_waiting(sending);
                thread::sleep(LISTEN);
                continue;
            }
            let Some(transport) = self.link.transport() else {
                return Err(Stop::GiveUp);
            };
            match transport.write(sending.next_line(), WRITE_LIMIT)? {
                0 => self.show_waiting(sending),
                more => {
                    sending.accepted += more;
                    sending.progress = Progress::new();
                    self.show(State::Printing(sending.job.id));
                }
            }
        }
        Ok(())
    }

    /// Listens, asks where something may be asked, and says whether bytes may go out.
    fn may_go_on(&mut self, sending: &mut Sending<'_>) -> Result<bool, Stop> {
        self.link.listen()?;
        if !self.link.flush()? {
            return Ok(false);
        }
        if self.link.hears != Hears::Answers {
            return Ok(!self.link.held);
        }
        if self.link.lost_something() {
            return Err(Stop::Hole);
        }
        let held_too_long = self.link.held_for() >= HELD_TOO_LONG;
        let holds = self.link.held && !held_too_long;
        if !sending.is_at_a_line_end() {
            return Ok(!holds && self.link.health.can_print());
        }
        if held_too_long && self.told_since(sending.asked) && self.link.health.can_print() {
            self.link.held = false;
        }
        let since = self.link.waits_since().map(|asked| asked.elapsed());
        let ask = match since {
            None => sending.asked.elapsed() >= ASK_EVERY && !holds,
            Some(_) => self.may_ask_again(sending),
        };
        if ask {
            sending.asked = Instant::now();
            // In trouble everything is asked, to see its end.
            match self.link.health.can_print() {
                true => self.link.ask(&[Question::Paper])?,
                false => self.link.ask_all()?,
            }
        }
        let silent = since.is_some_and(|since| since >= PAUSE_AFTER);
        // A line with room for a part of a question has its rest go out before anything else: between them the
        // printer would take it for text, and never answer.
        Ok(self.link.is_asked() && !silent && !self.link.held && self.link.health.can_print())
    }

    fn may_ask_again(&self, sending: &Sending<'_>) -> bool {
        sending.asked.elapsed() >= ASK_AGAIN_AFTER && !self.link.is_catching_up()
    }

    /// What the screen says while nothing goes out.
    fn show_waiting(&mut self, sending: &Sending<'_>) {
        let job = sending.job.id;
        let silent = |since: Instant| since.elapsed() >= 2 * ASK_AGAIN_AFTER;
        if let Some(trouble) = self.trouble(Some(job)) {
            self.show(trouble);
        } else if self.link.waits_since().is_some_and(silent) {
            self.show(State::Silent(Some(job)));
        } else if sending.progress.is_stalled() {
            let since = sending.progress.since;
            self.show(State::Stalled { job, since });
        }
    }

    /// Waits until the line has carried what was accepted, and until the printer says that it is done.
    fn arrived(&mut self, sending: &mut Sending<'_>) -> Result<Outcome, Stop> {
        self.carried(sending)?;
        if sending.job.kind == Kind::Memory {
            return self.memory_written(sending);
        }
        if self.link.hears != Hears::Answers {
            return Ok(Outcome::Sent);
        }
        let job = sending.job.id;
        self.show(State::Confirming(job));
        let barrier = self.link.barrier();
        let end = self.link.ask_for_end(job)?;
        sending.progress = Progress::new();
        sending.asked = Instant::now();
        loop {
            self.obey();
            if self.must_give_up(&sending.progress) {
                return Err(Stop::GiveUp);
            }
            self.link.listen()?;
            self.link.flush()?;
            if barrier == Barrier::None
                && self.told_since(sending.asked)
                && self.link.health.can_print()
            {
                return Ok(Outcome::Sent);
            }
            if barrier != Barrier::None && self.link.ended(end) {
                return self.believed(sending, barrier);
            }
            let limit = match self.link.noise() == sending.noise {
                true => END_LIMIT,
                false => END_LIMIT_IN_NOISE,
            };
            if self.link.lost_something() || sending.progress.at.elapsed() >= limit {
                return Err(Stop::Hole);
            }
            self.ask_at_the_end(sending)?;
            thread::sleep(LISTEN);
        }
    }

    /// Nothing is asked while it writes, and after that it is as if it had been switched on: talked to anew.
    fn memory_written(&mut self, sending: &Sending<'_>) -> Result<Outcome, Stop> {
        let end = Instant::now() + MEMORY_TAKES;
        while Instant::now() < end && !self.must_give_up(&sending.progress) {
            self.obey();
            if let Some(transport) = self.link.transport() {
                transport.pending()?;
            }
            thread::sleep(LISTEN);
        }
        self.link.close();
        Ok(Outcome::Sent)
    }

    /// Noise looks like an answer to `GS r`; an answer to `GS ( H` is known by its mark.
    fn believed(&self, sending: &Sending<'_>, barrier: Barrier) -> Result<Outcome, Stop> {
        if barrier == Barrier::Processed && self.link.noise() != sending.noise {
            Err(Stop::Hole)
        } else {
            Ok(Outcome::Printed)
        }
    }

    /// It said how it is after it was asked.
    fn told_since(&self, asked: Instant) -> bool {
        let told = self.link.told_ago();
        told.is_some_and(|ago| ago < asked.elapsed()) && self.link.due() == 0
    }

    /// Nothing is begun any more: it may be asked at any time. Trouble and silence are waited out.
    fn ask_at_the_end(&mut self, sending: &mut Sending<'_>) -> Result<(), Stop> {
        let job = sending.job.id;
        let since = self.link.waits_since().map(|asked| asked.elapsed());
        let ask = match since {
            None => sending.asked.elapsed() >= ASK_EVERY / 2,
            Some(_) => self.may_ask_again(sending),
        };
        if ask {
            sending.asked = Instant::now();
            self.link.ask_all()?;
        }
        let silent = since.is_some_and(|since| since >= 2 * ASK_AGAIN_AFTER);
        if let Some(trouble) = self.trouble(Some(job)) {
            self.show(trouble);
            sending.progress = Progress::new();
        } else if silent {
            self.show(State::Silent(Some(job)));
            sending.progress.at = Instant::now();
        } else {
            self.show(State::Confirming(job));
        }
        Ok(())
    }

    fn carried(&mut self, sending: &mut Sending<'_>) -> Result<(), Stop> {
        let mut before = usize::MAX;
        loop {
            self.obey();
            if self.must_give_up(&sending.progress) {
                return Err(Stop::GiveUp);
            }
            self.link.listen()?;
            let Some(transport) = self.link.transport() else {
                return Err(Stop::GiveUp);
            };
            let pending = transport.pending()?;
            if pending == 0 && !self.link.held {
                return Ok(());
            }
            if pending < before {
                before = pending;
                sending.progress = Progress::new();
            }
            let may_ask = sending.job.kind != Kind::Memory;
            if pending == 0 && self.link.hears == Hears::Answers && may_ask {
                self.ask_why_held(sending)?;
            }
            self.show_waiting(sending);
            thread::sleep(LISTEN);
        }
    }

    /// Everything is out and the printer still says stop: what holds it, it can say at any time.
    fn ask_why_held(&mut self, sending: &mut Sending<'_>) -> Result<(), Stop> {
        if self.link.lost_something() {
            return Err(Stop::Hole);
        }
        if self.told_since(sending.asked) && self.link.health.can_print() {
            self.link.held = false;
        } else if self.may_ask_again(sending) {
            sending.asked = Instant::now();
            self.link.ask_all()?;
        }
        self.link.flush()?;
        Ok(())
    }

    /// A job in progress is finished first; a stalled one gives way to another printer, and any to
    /// the end of the program.
    fn must_give_up(&self, progress: &Progress) -> bool {
        let stop = self.stop_by.is_some_and(|by| Instant::now() >= by);
        let wanted = self.replacement.is_some() || !self.borrowers.is_empty();
        stop || (wanted && (progress.is_stalled() || !self.board.read().state.works()))
    }
}

/// When a job last moved.
struct Progress {
    at: Instant,
    since: Timestamp,
}

impl Progress {
    fn new() -> Self {
        Self {
            at: Instant::now(),
            since: now(),
        }
    }

    fn is_stalled(&self) -> bool {
        self.at.elapsed() >= STALLED_AFTER
    }
}
