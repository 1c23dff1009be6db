//! What the screen may say about the printer: no more than is known.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::transport;
use crate::domain::{PrintJobId, Timestamp};

/// The printer and its queue at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// What the printer does.
    pub state: State,
    /// Jobs waiting for their turn.
    pub waiting: usize,
    /// The oldest job whose paper somebody has to look at («¿Salió el ticket?»).
    pub uncertain: Option<PrintJobId>,
}

/// What the printer does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// No printer was set up: jobs wait.
    NotConfigured,
    /// The first try to open it is under way.
    Connecting,
    /// It cannot be reached; it is tried again by itself, at most [`LONGEST_RETRY`] later.
    ///
    /// [`LONGEST_RETRY`]: super::worker::LONGEST_RETRY
    NotConnected {
        /// Since when.
        since: Timestamp,
        /// Why.
        reason: transport::Error,
    },
    /// It is there and confirms what it prints.
    Ready,
    /// It is there and takes bytes; whether it has paper is not known.
    WriteOnly,
    /// This job's bytes are leaving.
    Printing(PrintJobId),
    /// It is there but takes no more bytes in the middle of this job: often paper or cover.
    Stalled {
        /// Which job.
        job: PrintJobId,
        /// Since when.
        since: Timestamp,
    },
    /// The jobs cannot be read or marked; nothing is sent until they can.
    QueueFailed(String),
    /// The worker has ended.
    Stopped,
}

impl State {
    /// The key of its sentence. `NotConnected` takes `$reason`, `Printing` and `Stalled` take `$job`.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotConfigured => "printer-not-configured",
            Self::Connecting => "printer-connecting",
            Self::NotConnected { .. } => "printer-not-connected",
            Self::Ready => "printer-ready",
            Self::WriteOnly => "printer-write-only",
            Self::Printing(_) => "printer-printing",
            Self::Stalled { .. } => "printer-stalled",
            Self::QueueFailed(_) => "printer-queue-failed",
            Self::Stopped => "printer-stopped",
        }
    }
}

type Watcher = Box<dyn Fn(&Status) + Send>;

/// Where the worker shows its status and anybody can read it.
pub(super) struct Board {
    status: Mutex<Status>,
    watchers: Mutex<Vec<Watcher>>,
}

impl Board {
    pub(super) fn new(state: State) -> Self {
        Self {
            status: Mutex::new(Status {
                state,
                waiting: 0,
                uncertain: None,
            }),
            watchers: Mutex::new(Vec::new()),
        }
    }

    pub(super) fn read(&self) -> Status {
        held(&self.status).clone()
    }

    pub(super) fn watch(&self, watcher: Watcher) {
        watcher(&self.read());
        held(&self.watchers).push(watcher);
    }

    /// Changes the status and tells the watchers, if it did change.
    pub(super) fn change(&self, change: impl FnOnce(&mut Status)) {
        let now = {
            let mut status = held(&self.status);
            let before = status.clone();
            change(&mut status);
            if *status == before {
                return;
            }
            status.clone()
        };
        for watcher in held(&self.watchers).iter() {
            watcher(&now);
        }
    }
}

/// A panic elsewhere leaves a whole status behind: each change is one assignment.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
