//! The table of print jobs, as the printer's worker uses it: through the one writing thread.

use super::printing::Trial;
use super::writer::Writer;
use crate::domain::PrintJobId;
use crate::domain::print::JobState;
use crate::printing::queue::{QueueFailed, Tally};
use crate::printing::{Job, Outcome, Queue, decode};
use crate::store::{self, Error, Store};

/// The worker's side of the table.
pub(super) struct Table {
    writer: Writer,
    /// While a printer is being set up, only its pages are taken.
    trial: Trial,
}

impl Table {
    pub(super) const fn new(writer: Writer, trial: Trial) -> Self {
        Self { writer, trial }
    }

    /// Waits: it is the printer's thread that asks.
    fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, QueueFailed> {
        match self.writer.ask(work).wait() {
            Ok(Ok(done)) => Ok(done),
            Ok(Err(error)) => Err(QueueFailed(error.to_string())),
            Err(closing) => Err(QueueFailed(closing.to_string())),
        }
    }
}

impl Queue for Table {
    fn next(&mut self) -> Result<Option<Job>, QueueFailed> {
        let job = match self.trial.pages() {
            None => self.ask(|store| store.next_job())?,
            Some(pages) => self.ask(move |store| {
                let open = store.open_jobs()?;
                let wanted = |job: &store::PrintJob| {
                    job.state == JobState::Waiting && pages.contains(&job.id)
                };
                Ok(open.into_iter().find(wanted))
            })?,
        };
        Ok(job.map(|job| Job {
            id: job.id,
            kind: decode::kind(&job.bytes),
            made_at: job.made_at,
            bytes: job.bytes,
        }))
    }

    fn sending(&mut self, id: PrintJobId) -> Result<bool, QueueFailed> {
        self.ask(move |store| store.start_job(id))
    }

    fn finished(&mut self, id: PrintJobId, outcome: Outcome) -> Result<(), QueueFailed> {
        self.ask(move |store| match outcome {
            Outcome::Sent => store.finish_unconfirmed(id),
            _ => store.finish_job(id, outcome.state()),
        })
    }

    fn recover(&mut self) -> Result<Vec<PrintJobId>, QueueFailed> {
        self.ask(Store::doubt_what_was_sending)
    }

    fn tally(&mut self) -> Result<Tally, QueueFailed> {
        let (waiting, uncertain) = self.ask(|store| store.tally_jobs())?;
        Ok(Tally { waiting, uncertain })
    }
}
