//! The thread that owns the printer.
//!
//! It takes one job after another from the [`Queue`], and keeps the promises of paper: a job is sent
//! again by itself only if no byte of it was accepted; a job of which some bytes left and the end is
//! not known becomes uncertain, and a person looks. While the printer holds a job back (no paper,
//! cover open) the worker waits with the port open, because sending again would double the ticket.
//!
//! The rest of the program holds it as a [`Printer`](super::Printer).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::journal::Journal;
use super::queue::{Job, Kind, Outcome, Queue, QueueFailed};
use super::status::{Board, State};
use super::transport::{self, Transport};
use crate::domain::{PrintJobId, Timestamp};

/// The first try after a printer was lost comes after this; each next one twice as late.
const FIRST_RETRY: Duration = Duration::from_millis(200);
/// A printer that is back is found within this.
pub const LONGEST_RETRY: Duration = Duration::from_millis(1_600);
/// How often an idle printer is asked whether it is still there.
const IDLE_CHECK: Duration = Duration::from_secs(1);
/// How long a queue that failed is left alone.
const QUEUE_RETRY: Duration = Duration::from_secs(1);
/// The longest that one write may take.
pub(super) const WRITE_LIMIT: Duration = Duration::from_millis(200);
/// How often the line is asked whether it has carried everything.
const DRAIN_CHECK: Duration = Duration::from_millis(10);
/// Without progress for this long, a printer is said to have stopped.
const STALLED_AFTER: Duration = Duration::from_secs(3);
/// A drawer's pulse older than this is not wanted any more.
pub const DRAWER_PULSE_LIVES: Duration = Duration::from_secs(10);

/// What a [`Printer`](super::Printer) asks of the thread.
pub(super) enum Command {
    Wake,
    Connect(Option<Box<dyn Transport>>),
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
struct Replacement(Option<Box<dyn Transport>>);

/// The transport and whether it is open.
struct Link {
    transport: Option<Box<dyn Transport>>,
    open: bool,
    /// Since when it cannot be reached, and why.
    lost: Option<(Timestamp, transport::Error)>,
    retry: Duration,
}

impl Link {
    const fn new(transport: Option<Box<dyn Transport>>) -> Self {
        Self {
            transport,
            open: false,
            lost: None,
            retry: FIRST_RETRY,
        }
    }

    fn close(&mut self) {
        if let Some(transport) = &mut self.transport {
            transport.close();
        }
        self.open = false;
    }
}

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
    stop_by: Option<Instant>,
}

impl Worker {
    /// A worker whose thread is not started yet; it begins with what an earlier process left.
    pub(super) fn new(
        queue: Box<dyn Queue>,
        transport: Option<Box<dyn Transport>>,
        journal: Journal,
        orders: Receiver<Command>,
        woken: Arc<AtomicBool>,
        board: Arc<Board>,
    ) -> Self {
        Self {
            queue,
            link: Link::new(transport),
            journal,
            orders,
            woken,
            board,
            recovered: false,
            debt: None,
            replacement: None,
            stop_by: None,
        }
    }

    /// Works until it is told to stop, or until nobody holds the printer any more.
    pub(super) fn run(mut self) {
        loop {
            self.obey();
            self.replace();
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
        self.journal.write("worker stopped");
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
            self.show_idle();
            return Ok(Some(IDLE_CHECK));
        };
        if is_expired(&job) {
            self.drop_job(&job)?;
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
                let event = format!(
                    "job {} uncertain: the program ended while it was sent",
                    id.0
                );
                self.journal.write(&event);
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
        self.board.change(|status| {
            status.waiting = tally.waiting;
            status.uncertain = tally.uncertain;
        });
        Ok(())
    }

    fn queue_failed(&self, failed: &QueueFailed) -> Duration {
        self.journal.write(&failed.to_string());
        self.show(State::QueueFailed(failed.to_string()));
        QUEUE_RETRY
    }

    fn show(&self, state: State) {
        self.board.change(|status| status.state = state);
    }

    // --- the connection ---

    /// Opens the printer if it is closed; asks it whether it is there if it is open.
    fn connected(&mut self) -> bool {
        let Some(transport) = &mut self.link.transport else {
            self.show(State::NotConfigured);
            return false;
        };
        let alive = if self.link.open {
            transport.pending().map(|_| ())
        } else {
            transport.open()
        };
        match alive {
            Ok(()) => {
                if self.link.open {
                    self.link.retry = FIRST_RETRY;
                } else {
                    let event = format!("connected to {}", transport.name());
                    self.journal.write(&event);
                }
                self.link.open = true;
                self.link.lost = None;
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
        let (since, news) = match &self.link.lost {
            Some((since, before)) => (*since, *before != reason),
            None => (now(), true),
        };
        if news {
            self.journal.write(&format!("not connected: {reason}"));
        }
        self.link.lost = Some((since, reason.clone()));
        self.show(State::NotConnected { since, reason });
    }

    fn next_retry(&mut self) -> Duration {
        if self.link.transport.is_none() {
            return IDLE_CHECK;
        }
        let retry = self.link.retry;
        self.link.retry = (retry * 2).min(LONGEST_RETRY);
        retry
    }

    fn show_idle(&self) {
        let confirms = self.link.transport.as_ref().is_some_and(|t| t.confirms());
        self.show(if confirms {
            State::Ready
        } else {
            State::WriteOnly
        });
    }

    // --- a job ---

    fn drop_job(&mut self, job: &Job) -> Result<(), QueueFailed> {
        if self.queue.sending(job.id)? {
            self.end(job.id, Outcome::Dropped, 0);
            self.pay_debt()?;
        }
        Ok(())
    }

    /// Sends a job; how it ended stands in the debt.
    fn print(&mut self, job: &Job) -> Outcome {
        self.show(State::Printing(job.id));
        if let Some(transport) = &mut self.link.transport {
            transport.begin(job.id);
        }
        let (accepted, whole) = self.send(job);
        let outcome = if whole && self.arrived(job.id) {
            Outcome::Printed
        } else if accepted > 0 {
            Outcome::Uncertain
        } else if is_expired(job) {
            Outcome::Dropped
        } else {
            Outcome::NotSent
        };
        self.end(job.id, outcome, accepted);
        outcome
    }

    fn end(&mut self, id: PrintJobId, outcome: Outcome, accepted: usize) {
        let word = outcome.state().code();
        let event = format!("job {} {word}, {accepted} bytes accepted", id.0);
        self.journal.write(&event);
        self.debt = Some((id, outcome));
    }

    /// Offers the bytes until all are accepted; gives how many were, and whether that is all.
    fn send(&mut self, job: &Job) -> (usize, bool) {
        let mut accepted = 0;
        let mut progress = Progress::new();
        while accepted < job.bytes.len() {
            self.obey();
            if self.must_give_up(&progress) || (accepted == 0 && is_expired(job)) {
                return (accepted, false);
            }
            let Some(transport) = &mut self.link.transport else {
                return (accepted, false);
            };
            match transport.write(&job.bytes[accepted..], WRITE_LIMIT) {
                Ok(0) => self.show_stalled(job.id, &progress),
                Ok(more) => {
                    accepted += more;
                    progress = Progress::new();
                    self.show(State::Printing(job.id));
                }
                Err(reason) => {
                    self.lost(reason);
                    return (accepted, false);
                }
            }
        }
        (accepted, true)
    }

    /// Waits until the line has carried what was accepted. False if that is not known.
    fn arrived(&mut self, job: PrintJobId) -> bool {
        let mut progress = Progress::new();
        let mut before = usize::MAX;
        loop {
            self.obey();
            if self.must_give_up(&progress) {
                return false;
            }
            let Some(transport) = &mut self.link.transport else {
                return false;
            };
            let pending = transport.pending();
            let ended = match pending {
                Ok(0) => transport.end().map(|()| true),
                Ok(pending) => {
                    if pending < before {
                        before = pending;
                        progress = Progress::new();
                    }
                    self.show_stalled(job, &progress);
                    Ok(false)
                }
                Err(reason) => Err(reason),
            };
            match ended {
                Ok(true) => return true,
                Ok(false) => thread::sleep(DRAIN_CHECK),
                Err(reason) => {
                    self.lost(reason);
                    return false;
                }
            }
        }
    }

    /// A job in progress is finished first; a stalled one gives way to another printer, and any to
    /// the end of the program.
    fn must_give_up(&self, progress: &Progress) -> bool {
        let stop = self.stop_by.is_some_and(|by| Instant::now() >= by);
        stop || (progress.is_stalled() && self.replacement.is_some())
    }

    fn show_stalled(&self, job: PrintJobId, progress: &Progress) {
        if progress.is_stalled() {
            let since = progress.since;
            self.show(State::Stalled { job, since });
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
            Command::Connect(transport) => self.replacement = Some(Replacement(transport)),
            Command::Stop(by) => self.stop_by = Some(self.stop_by.map_or(by, |old| old.min(by))),
        }
    }

    fn replace(&mut self) {
        if let Some(Replacement(transport)) = self.replacement.take() {
            self.link.close();
            self.show(beginning(transport.is_some()));
            self.link = Link::new(transport);
        }
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
