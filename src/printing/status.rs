//! What the screen may say about the printer: no more than is known.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::queue::Outcome;
use super::transport;
use crate::domain::{PrintJobId, Timestamp};
use crate::i18n::{I18n, Value};

/// The printer and its queue at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// What the printer does.
    pub state: State,
    /// Jobs waiting for their turn.
    pub waiting: usize,
    /// The oldest job whose paper somebody has to look at («¿Salió el ticket?»).
    pub uncertain: Option<PrintJobId>,
    /// The printer said that its roll is near the end.
    pub paper_low: bool,
    /// The speed at which it is being asked while it is set up, in bits a second.
    pub trying: Option<u32>,
    /// How the last job ended that was tried.
    pub last: Option<(PrintJobId, Outcome)>,
}

impl From<State> for Status {
    /// With nothing waiting.
    fn from(state: State) -> Self {
        Self {
            state,
            waiting: 0,
            uncertain: None,
            paper_low: false,
            trying: None,
            last: None,
        }
    }
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
        /// When it is tried again.
        next_try: Timestamp,
    },
    /// It answers, and nothing that it says speaks against printing.
    Ready,
    /// It is there and takes bytes; whether it has paper is not known.
    WriteOnly,
    /// This job's bytes are leaving.
    Printing(PrintJobId),
    /// Every byte of this job has left; the printer has not said yet that it is done.
    Confirming(PrintJobId),
    /// It says that it has no paper; this job goes on by itself when there is some.
    NoPaper(Option<PrintJobId>),
    /// It says that its cover is open; this job goes on by itself when it is shut.
    CoverOpen(Option<PrintJobId>),
    /// It says that it is off line: an error, or its button.
    Offline(Option<PrintJobId>),
    /// It does not answer any more: switched off, or stuck.
    Silent(Option<PrintJobId>),
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
    /// The key of its sentence. `NotConnected` takes `$reason`, a state with a job takes `$job`.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotConfigured => "printer-not-configured",
            Self::Connecting => "printer-connecting",
            Self::NotConnected { .. } => "printer-not-connected",
            Self::Ready => "printer-ready",
            Self::WriteOnly => "printer-write-only",
            Self::Printing(_) => "printer-printing",
            Self::Confirming(_) => "printer-confirming",
            Self::NoPaper(_) => "printer-no-paper",
            Self::CoverOpen(_) => "printer-cover-open",
            Self::Offline(_) => "printer-offline",
            Self::Silent(_) => "printer-silent",
            Self::Stalled { .. } => "printer-stalled",
            Self::QueueFailed(_) => "printer-queue-failed",
            Self::Stopped => "printer-stopped",
        }
    }

    /// The word for it in JSON. One that does not answer has always been off line there.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotConfigured => "not-configured",
            Self::Connecting => "connecting",
            Self::NotConnected { .. } => "not-connected",
            Self::Ready => "ready",
            Self::WriteOnly => "write-only",
            Self::Printing(_) => "printing",
            Self::Confirming(_) => "confirming",
            Self::NoPaper(_) => "no-paper",
            Self::CoverOpen(_) => "cover-open",
            Self::Offline(_) | Self::Silent(_) => "offline",
            Self::Stalled { .. } => "stalled",
            Self::QueueFailed(_) => "queue-failed",
            Self::Stopped => "stopped",
        }
    }

    /// False when somebody has to do something before a ticket comes out.
    #[must_use]
    pub const fn works(&self) -> bool {
        matches!(
            self,
            Self::Connecting
                | Self::Ready
                | Self::WriteOnly
                | Self::Printing(_)
                | Self::Confirming(_)
        )
    }

    /// The job in hand.
    #[must_use]
    pub const fn job(&self) -> Option<PrintJobId> {
        match self {
            Self::Printing(job) | Self::Confirming(job) | Self::Stalled { job, .. } => Some(*job),
            Self::NoPaper(job) | Self::CoverOpen(job) | Self::Offline(job) | Self::Silent(job) => {
                *job
            }
            _ => None,
        }
    }

    /// What is, in words.
    #[must_use]
    pub fn sentence(&self, words: &I18n) -> String {
        let mut values: Vec<(&str, Value)> =
            vec![("job", self.job().map_or(0, |job| job.0).into())];
        if let Self::NotConnected { reason, .. } = self {
            values.push(("reason", reason.sentence(words).into()));
        }
        words.text_with(self.key(), &values)
    }
}

/// The printer's status as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// What is.
    pub what: String,
    /// What to do about it; empty for nothing.
    pub todo: String,
    /// What waits; empty for nothing.
    pub waiting: String,
}

impl Status {
    /// In words, at this moment: it tells for how long a printer has been away.
    #[must_use]
    pub fn told(&self, words: &I18n, at: Timestamp) -> Told {
        Told {
            what: self.state.sentence(words),
            todo: self.todo(words, at),
            waiting: match self.waiting {
                0 => String::new(),
                count => words.text_with("printer-waiting", &[("count", count.into())]),
            },
        }
    }

    fn todo(&self, words: &I18n, at: Timestamp) -> String {
        let key = match &self.state {
            State::Silent(_) => "printer-todo-silent".to_owned(),
            state => format!("printer-todo-{}", state.code()),
        };
        match &self.state {
            State::NotConnected {
                since, next_try, ..
            } => words.text_with(
                &key,
                &[
                    ("minutes", (at.millis_since(*since).max(0) / 60_000).into()),
                    ("seconds", ((next_try.0 - at.0).max(0) / 1_000 + 1).into()),
                ],
            ),
            State::Ready | State::WriteOnly if self.paper_low => {
                words.text("printer-todo-paper-low")
            }
            State::Connecting | State::Ready | State::Printing(_) | State::Confirming(_) => {
                String::new()
            }
            _ => words.text(&key),
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
            status: Mutex::new(state.into()),
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
