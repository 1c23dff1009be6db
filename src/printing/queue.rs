//! What the worker needs of the table of print jobs.
//!
//! A job moves `waiting → sending → printed | uncertain`, or back to `waiting` if no byte of it was
//! accepted; see [`JobState`]. The job's row is made in the sale's own transaction; only the worker
//! moves it on, and it does so before and after the bytes, never in between.

use crate::domain::print::JobState;
use crate::domain::{PrintJobId, Timestamp};

/// What a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Paper: waits for as long as it takes.
    Paper,
    /// The drawer's pulse alone: dropped if it could not be sent at once.
    Drawer,
    /// Something that the printer is to keep in its memory. It is not asked anything meanwhile: manuals forbid
    /// it, and `FS q` ends in a reset that eats every question. So its end is never confirmed.
    Memory,
}

/// A job whose turn it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Which.
    pub id: PrintJobId,
    /// What it is.
    pub kind: Kind,
    /// When it was made.
    pub made_at: Timestamp,
    /// What to send, as it was laid out when it was made.
    pub bytes: Vec<u8>,
}

/// How sending a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The printer said that it is done with it.
    Printed,
    /// Every byte was accepted, and had the time to leave; the printer does not say more.
    Sent,
    /// Some bytes were accepted and the end is not known: never sent again by itself.
    Uncertain,
    /// No byte was accepted: it waits on.
    NotSent,
    /// It came too late to be wanted (a drawer's pulse).
    Dropped,
}

impl Outcome {
    /// The state that the job's row gets.
    #[must_use]
    pub const fn state(self) -> JobState {
        match self {
            Self::Printed | Self::Sent => JobState::Printed,
            Self::Uncertain => JobState::Uncertain,
            Self::NotSent => JobState::Waiting,
            Self::Dropped => JobState::Cancelled,
        }
    }
}

/// How many jobs want something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Waiting for their turn.
    pub waiting: usize,
    /// The oldest of those whose paper somebody has to look at.
    pub uncertain: Option<PrintJobId>,
}

/// The table could not be read or written; what is in it is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the queue of print jobs: {0}")]
pub struct QueueFailed(pub String);

/// The table of print jobs, as the worker uses it. Every change is durable when its call returns.
pub trait Queue: Send {
    /// The oldest waiting job.
    ///
    /// # Errors
    /// [`QueueFailed`]: the worker asks again later.
    fn next(&mut self) -> Result<Option<Job>, QueueFailed>;

    /// Marks a waiting job as being sent; false if it is not waiting any more.
    ///
    /// # Errors
    /// [`QueueFailed`]: no byte of it is sent then.
    fn sending(&mut self, id: PrintJobId) -> Result<bool, QueueFailed>;

    /// Marks a job that was being sent by how it ended.
    ///
    /// # Errors
    /// [`QueueFailed`]: the worker repeats it before it does anything else. A process that ends first
    /// leaves the job as being sent, which the next start takes as uncertain.
    fn finished(&mut self, id: PrintJobId, outcome: Outcome) -> Result<(), QueueFailed>;

    /// Marks as uncertain what an earlier process left as being sent, and says which.
    ///
    /// # Errors
    /// [`QueueFailed`]: the worker repeats it before it sends anything.
    fn recover(&mut self) -> Result<Vec<PrintJobId>, QueueFailed>;

    /// Counts what the screen shows.
    ///
    /// # Errors
    /// [`QueueFailed`]: the screen keeps the last count.
    fn tally(&mut self) -> Result<Tally, QueueFailed>;
}
