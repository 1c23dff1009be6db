//! How far it is, and whether it is still wanted.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::Error;

/// So many thousandths make news.
const STEP: u64 = 20;

/// What is done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The database is copied.
    Copying,
    /// The copy is packed into the destination.
    Packing,
    /// The backup is unpacked and read.
    Checking,
    /// It is copied to the second destination.
    Second,
    /// A backup is made ready to take the canteen's place.
    Restoring,
}

/// Somebody who waits: is told how far it is, and may call it off. Shared between threads.
pub struct Control {
    cancelled: AtomicBool,
    told: AtomicU32,
    tell: Box<dyn Fn(Stage, u16) + Send + Sync>,
}

impl Control {
    /// Tells `tell` the stage and how many thousandths of it are done, in steps of 20: each is a picture drawn.
    #[must_use]
    pub fn telling(tell: impl Fn(Stage, u16) + Send + Sync + 'static) -> Self {
        Self {
            cancelled: AtomicBool::new(false),
            told: AtomicU32::new(u32::MAX),
            tell: Box::new(tell),
        }
    }

    /// Nobody waits.
    #[must_use]
    pub fn quiet() -> Self {
        Self::telling(|_, _| ())
    }

    /// It is not wanted any more: it ends soon, and leaves nothing.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    pub(super) fn tell(&self, stage: Stage, done: u64, of: u64) {
        let thousandths = done.saturating_mul(1_000).checked_div(of).unwrap_or(1_000);
        let thousandths = u16::try_from(thousandths.min(1_000) / STEP * STEP).unwrap_or(1_000);
        let news = (stage as u32) << 16 | u32::from(thousandths);
        if self.told.swap(news, Ordering::Relaxed) != news {
            (self.tell)(stage, thousandths);
        }
    }

    /// # Errors
    /// [`Error::Cancelled`].
    pub(super) fn check(&self) -> Result<(), Error> {
        match self.is_cancelled() {
            true => Err(Error::Cancelled),
            false => Ok(()),
        }
    }
}

impl fmt::Debug for Control {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Control").finish_non_exhaustive()
    }
}
