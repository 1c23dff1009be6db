//! The thread that owns the printer.
//!
//! It takes one job after another from the [`Queue`], and keeps the promises of paper: a job is sent
//! again by itself only if no byte of it was accepted; a job of which some bytes left and the end is
//! not known becomes uncertain, and a person looks. While the printer holds a job back (no paper,
//! cover open) the worker waits with the port open, because sending again would double the ticket.
//!
//! A printer that answers is asked before a job whether it can print, at line ends whether it is still
//! there, and after the job whether it is done (see [`talk`](super::talk)). One that does not gets the
//! bytes, and nothing is claimed.
//!
//! The rest of the program holds it as a [`Printer`](super::Printer).

mod link;
mod send;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::health::{PaperLeft, Question};
use super::journal::Journal;
use super::log::Event;
use super::queue::{Job, Kind, Outcome, Queue, QueueFailed};
use super::status::{Board, State};
use super::transport::{self, Route};
use crate::domain::{PrintJobId, Timestamp};

pub use link::LONGEST_RETRY;
pub(super) use link::Link;
use link::{FIRST_RETRY, Hears};

/// How often an idle printer is asked whether it is still there.
const IDLE_CHECK: Duration = Duration::from_secs(1);
/// How often a printer that cannot print is asked whether it can.
const TROUBLE_CHECK: Duration = Duration::from_millis(250);
/// How long a queue that failed is left alone.
const QUEUE_RETRY: Duration = Duration::from_secs(1);
/// The longest that one write may take.
pub(super) const WRITE_LIMIT: Duration = Duration::from_millis(200);
/// How long a printer may take to answer what it answers at once.
const ANSWER_LIMIT: Duration = Duration::from_millis(350);
/// How often the line is asked whether anything came.
const LISTEN: Duration = Duration::from_millis(4);
/// A drawer's pulse older than this is not wanted any more.
pub const DRAWER_PULSE_LIVES: Duration = Duration::from_secs(10);

/// What a [`Printer`](super::Printer) asks of the thread.
pub(super) enum Command {
    Wake,
    Connect(Option<Route>),
    /// Work to do while the port is closed, so that somebody else can open it.
    Borrow(Box<dyn FnOnce() + Send>),
    Stop(Instant),
}

pub(super) const fn beginning(configured: bool) -> State {
    if configured {
        State::Connecting
    } else {
        State::NotConfigured
    }
}

/// Another printer, or none, from the next job on.
struct Replacement(Option<Route>);

pub(super) struct Worker {
    queue: Box<dyn Queue>,
    link: Link,
    journal: Journal,
    orders: Receiver<Command>,
    woken: Arc<AtomicBool>,
    board: Arc<Board>,
    /// Whether what an earlier process left was looked after.
    recovered: bool,
    /// An end that could not be written yet: nothing is sent before it is.
    debt: Option<(PrintJobId, Outcome)>,
    replacement: Option<Replacement>,
    borrowers: Vec<Box<dyn FnOnce() + Send>>,
    stop_by: Option<Instant>,
}

impl Worker {
    /// A worker whose thread is not started yet; it begins with what an earlier process left.
    pub(super) fn new(
        queue: Box<dyn Queue>,
        route: Option<Route>,
        journal: Journal,
        orders: Receiver<Command>,
        woken: Arc<AtomicBool>,
        board: Arc<Board>,
    ) -> Self {
        Self {
            queue,
            link: Link::new(route),
            journal,
            orders,
            woken,
            board,
            recovered: false,
            debt: None,
            replacement: None,
            borrowers: Vec::new(),
            stop_by: None,
        }
    }

    /// Works until it is told to stop, or until nobody holds the printer any more.
    pub(super) fn run(mut self) {
        loop {
            self.obey();
            self.replace();
            self.lend();
            if self.stop_by.is_some() {
                break;
            }
            let pause = match self.turn() {
                Ok(pause) => pause,
                Err(failed) => Some(self.queue_failed(&failed)),
            };
            if let Some(pause) = pause {
                self.wait(pause);
            }
        }
        // One more try for an end that could not be written; else the next start recovers it.
        let _left_to_recovery = self.pay_debt();
        self.link.close();
        // A command that only reads has no printer, and nothing to tell.
        if self.link.is_configured() {
            self.journal.tell(&Event::Stopped);
        }
    }

    /// One thing at most: an old debt, a connection, a job. Gives how long to wait before the next.
    fn turn(&mut self) -> Result<Option<Duration>, QueueFailed> {
        self.recover()?;
        self.pay_debt()?;
        if !self.connected() {
            self.count()?;
            return Ok(Some(self.next_retry()));
        }
        let Some(job) = self.queue.next()? else {
            self.count()?;
            let can = self.check_when_idle();
            return Ok(Some(if can { IDLE_CHECK } else { TROUBLE_CHECK }));
        };
        if is_expired(&job) {
            self.drop_job(&job)?;
        } else if !self.is_ready() {
            self.count()?;
            return Ok(Some(TROUBLE_CHECK));
        } else if self.queue.sending(job.id)? {
            let outcome = self.print(&job);
            self.pay_debt()?;
            self.count()?;
            // A port that opens and takes nothing must not be tried as fast as the disk can write.
            return Ok((outcome == Outcome::NotSent).then(|| self.next_retry()));
        }
        self.count()?;
        Ok(None)
    }

    fn recover(&mut self) -> Result<(), QueueFailed> {
        if !self.recovered {
            for id in self.queue.recover()? {
                self.journal.tell(&Event::Recovered(id));
            }
            self.recovered = true;
        }
        Ok(())
    }

    fn pay_debt(&mut self) -> Result<(), QueueFailed> {
        if let Some((id, outcome)) = self.debt {
            self.queue.finished(id, outcome)?;
            self.debt = None;
        }
        Ok(())
    }

    fn count(&mut self) -> Result<(), QueueFailed> {
        let tally = self.queue.tally()?;
        let paper_low = self.link.health.is_low();
        self.board.change(|status| {
            status.waiting = tally.waiting;
            status.uncertain = tally.uncertain;
            status.paper_low = paper_low;
        });
        Ok(())
    }

    fn queue_failed(&self, failed: &QueueFailed) -> Duration {
        self.show(State::QueueFailed(failed.to_string()));
        QUEUE_RETRY
    }

    /// Shows it, and notes in the log what somebody has to do something about, and its end.
    fn show(&self, state: State) {
        let before = self.board.read().state;
        let news = before.key() != state.key() && !(before.works() && state.works());
        // Why it is not connected may change while it is not.
        if news || other_reason(&before, &state) {
            self.journal.tell(&Event::State(state.clone()));
        }
        self.board.change(|status| status.state = state);
    }

    // --- the connection ---

    /// Opens the printer if it is closed; asks it whether it is there if it is open.
    fn connected(&mut self) -> bool {
        if !self.link.is_configured() {
            self.show(State::NotConfigured);
            return false;
        }
        match self.link.reach() {
            Ok(opened) => {
                if opened {
                    let name = self
                        .link
                        .transport()
                        .map_or_else(String::new, |way| way.name());
                    self.journal.tell(&Event::Connected { name });
                }
                true
            }
            Err(reason) => {
                self.lost(reason);
                false
            }
        }
    }

    fn lost(&mut self, reason: transport::Error) {
        self.link.close();
        let since = self
            .link
            .lost
            .as_ref()
            .map_or_else(now, |(since, _)| *since);
        self.link.lost = Some((since, reason.clone()));
        let next_try = after(self.link.retry);
        self.show(State::NotConnected {
            since,
            reason,
            next_try,
        });
    }

    fn next_retry(&mut self) -> Duration {
        if !self.link.is_configured() {
            return IDLE_CHECK;
        }
        let retry = self.link.retry;
        self.link.retry = (retry * 2).min(LONGEST_RETRY);
        retry
    }

    // --- whether it can print ---

    /// Asks, if it did not say lately, and shows what it said. True if nothing speaks against a job.
    fn is_ready(&mut self) -> bool {
        match self.link.hears {
            Hears::Silent => true,
            Hears::Answers if self.link.is_fresh() && self.link.health.can_print() => true,
            Hears::Unknown | Hears::Answers | Hears::Off => self.check(),
        }
    }

    fn check_when_idle(&mut self) -> bool {
        let old = self.link.told_ago().is_none_or(|ago| ago >= IDLE_CHECK / 2);
        if self.link.hears == Hears::Silent || !old {
            let heard = self.link.listen();
            return self.go_on(heard) && self.show_idle();
        }
        self.check()
    }

    /// Asks it how it is and waits for its answers, for a moment.
    fn check(&mut self) -> bool {
        let answered = self.interview();
        match answered {
            Ok(true) => {
                if self.link.hears != Hears::Answers {
                    self.link.answers();
                    let asked = self.link.ask_to_push();
                    if !self.go_on(asked) {
                        return false;
                    }
                }
                // A printer that says that it can print takes bytes, whatever it said before.
                self.link.held &= !self.link.health.can_print();
            }
            Ok(false) => self.link.is_silent(),
            Err(reason) => {
                self.lost(reason);
                return false;
            }
        }
        self.show_idle()
    }

    /// One question first: what does not answer it is not asked more.
    fn interview(&mut self) -> Result<bool, transport::Error> {
        self.link.listen()?;
        if self.link.due() == 0 {
            self.link.ask(&[Question::Printer])?;
        }
        if !self.wait_for_answers()? {
            return Ok(false);
        }
        self.link.ask(&[Question::Offline, Question::Paper])?;
        self.wait_for_answers()
    }

    fn wait_for_answers(&mut self) -> Result<bool, transport::Error> {
        let end = Instant::now() + ANSWER_LIMIT;
        while self.link.due() > 0 {
            self.link.flush()?;
            self.link.listen()?;
            if self.link.due() == 0 {
                break;
            }
            if Instant::now() >= end {
                return Ok(false);
            }
            thread::sleep(LISTEN);
        }
        Ok(true)
    }

    fn go_on(&mut self, done: Result<(), transport::Error>) -> bool {
        match done {
            Ok(()) => true,
            Err(reason) => {
                self.lost(reason);
                false
            }
        }
    }

    /// Shows how the printer is with no job in hand; true if it can print.
    fn show_idle(&self) -> bool {
        let state = match self.link.hears {
            Hears::Silent => State::WriteOnly,
            Hears::Off => State::Silent(None),
            Hears::Unknown | Hears::Answers => self.trouble(None).unwrap_or(State::Ready),
        };
        let can = state.works();
        self.show(state);
        can
    }

    /// What the printer says that speaks against printing.
    fn trouble(&self, job: Option<PrintJobId>) -> Option<State> {
        let health = &self.link.health;
        if health.can_print() {
            None
        } else if health.cover_open == Some(true) {
            Some(State::CoverOpen(job))
        } else if health.paper == Some(PaperLeft::Out) {
            Some(State::NoPaper(job))
        } else {
            Some(State::Offline(job))
        }
    }

    // --- orders ---

    /// Takes every order that is there, without waiting.
    fn obey(&mut self) {
        while let Ok(order) = self.orders.try_recv() {
            self.take(order);
        }
    }

    /// Waits for an order.
    fn wait(&mut self, limit: Duration) {
        match self.orders.recv_timeout(limit) {
            Ok(order) => self.take(order),
            Err(RecvTimeoutError::Timeout) => {}
            // Every handle is gone: nobody is left to print for.
            Err(RecvTimeoutError::Disconnected) => self.stop_by = Some(Instant::now()),
        }
    }

    fn take(&mut self, order: Command) {
        match order {
            // Before the queue is read, so that a job committed after the reading wakes again.
            Command::Wake => self.woken.store(false, Ordering::Release),
            Command::Connect(route) => self.replacement = Some(Replacement(route)),
            Command::Borrow(work) => self.borrowers.push(work),
            Command::Stop(by) => self.stop_by = Some(self.stop_by.map_or(by, |old| old.min(by))),
        }
    }

    fn replace(&mut self) {
        if let Some(Replacement(route)) = self.replacement.take() {
            self.link.close();
            self.show(beginning(route.is_some()));
            self.link = Link::new(route);
        }
    }

    fn lend(&mut self) {
        if self.borrowers.is_empty() {
            return;
        }
        self.link.close();
        for work in std::mem::take(&mut self.borrowers) {
            work();
        }
        self.link.retry = FIRST_RETRY;
    }
}

/// It is not connected for another reason than before.
fn other_reason(before: &State, after: &State) -> bool {
    match (before, after) {
        (State::NotConnected { reason: old, .. }, State::NotConnected { reason: new, .. }) => {
            old != new
        }
        _ => false,
    }
}

/// A drawer that opens long after the sale opens before nobody.
fn is_expired(job: &Job) -> bool {
    job.kind == Kind::Drawer
        && u128::from(now().millis_since(job.made_at).unsigned_abs())
            > DRAWER_PULSE_LIVES.as_millis()
}

fn now() -> Timestamp {
    let since_epoch = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Timestamp(i64::try_from(since_epoch.as_millis()).unwrap_or(i64::MAX))
}

fn after(pause: Duration) -> Timestamp {
    Timestamp(
        now()
            .0
            .saturating_add(i64::try_from(pause.as_millis()).unwrap_or(0)),
    )
}
