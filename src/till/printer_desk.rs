//! The till's printer as the window needs it besides its setup: its address, its log, and what a person
//! does to its queue.

use super::{Reply, Till};
use crate::domain::PrintJobId;
use crate::printing::Address;
use crate::printing::journal::{Entry, Journal};
use crate::store::{self, Stamp};

impl Till {
    /// Where the printer is that is in use: the one named at the start, else the configured one.
    #[must_use]
    pub fn address(&self) -> Option<Address> {
        let configured = || self.config().printer.address;
        let address = self.named_printer().unwrap_or_else(configured);
        address.parse().ok()
    }

    /// The newest lines of `logs/printer.log`, newest last, read beside the window; none if it cannot be
    /// read.
    pub fn printer_log(&self, lines: usize) -> Reply<Vec<Entry>> {
        let path = self.folder.logs().join("printer.log");
        Reply::aside(move || {
            let mut all = Journal::read(&path, None).unwrap_or_default();
            all.split_off(all.len().saturating_sub(lines))
        })
    }

    /// Gives up a waiting paper; false if it was not waiting any more.
    pub fn cancel_job(
        &self,
        job: PrintJobId,
        reason: String,
        stamp: Stamp,
    ) -> Reply<Result<bool, store::Error>> {
        let printer = self.printer.clone();
        self.writer.ask(move |store| {
            let done = store.cancel_job(job, &reason, stamp);
            printer.wake();
            done
        })
    }

    /// Opens the drawer without a sale and notes who did; a pulse that cannot be sent at once is dropped.
    pub fn open_drawer_as(&self, stamp: Stamp) -> Reply<Result<PrintJobId, store::Error>> {
        let (pulse, printer) = (self.voice().drawer, self.printer.clone());
        self.writer.ask(move |store| {
            let job = store.open_drawer(&pulse, stamp);
            printer.wake();
            job
        })
    }
}
