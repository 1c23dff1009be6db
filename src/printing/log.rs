//! What `logs/printer.log` tells, in the words of the screen.

use super::queue::Outcome;
use super::status::State;
use crate::domain::PrintJobId;
use crate::i18n::{I18n, Value};

/// One thing that happened to the printer or to a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The printer is there.
    Connected {
        /// How it is reached.
        name: String,
    },
    /// What the printer does changed.
    State(State),
    /// A job ended, or was put back.
    Job {
        /// Which.
        job: PrintJobId,
        /// How.
        outcome: Outcome,
        /// Bytes that were accepted.
        bytes: usize,
    },
    /// The program ended while it sent this job.
    Recovered(PrintJobId),
    /// The worker ended.
    Stopped,
}

impl Event {
    /// True for what somebody should look at.
    #[must_use]
    pub const fn is_error(&self) -> bool {
        match self {
            Self::Connected { .. } | Self::Stopped => false,
            Self::State(state) => !state.works(),
            Self::Job { outcome, .. } => !matches!(outcome, Outcome::Printed | Outcome::Sent),
            Self::Recovered(_) => true,
        }
    }

    /// What happened, on one line.
    #[must_use]
    pub fn sentence(&self, words: &I18n) -> String {
        match self {
            Self::Connected { name } => {
                words.text_with("printer-log-connected", &[("name", name.into())])
            }
            Self::State(state) => state.sentence(words),
            Self::Job {
                job,
                outcome,
                bytes,
            } => {
                let values: [(&str, Value); 2] =
                    [("job", job.0.into()), ("bytes", (*bytes).into())];
                words.text_with(outcome.log_key(), &values)
            }
            Self::Recovered(job) => {
                words.text_with("printer-log-recovered", &[("job", job.0.into())])
            }
            Self::Stopped => words.text("printer-log-stopped"),
        }
    }
}

impl Outcome {
    const fn log_key(self) -> &'static str {
        match self {
            Self::Printed => "printer-log-printed",
            Self::Sent => "printer-log-sent",
            Self::Uncertain => "printer-log-uncertain",
            Self::NotSent => "printer-log-not-sent",
            Self::Dropped => "printer-log-dropped",
        }
    }
}
