//! The till's printer: how it is set up, tried and asked, beside the tickets that go through it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::{Error, Reply, Till, failure, now};
use crate::domain::print::JobState;
use crate::domain::{PrintJobId, SaleId};
use crate::i18n::I18n;
use crate::printing::setup::{self, Connection, Effect, Event, Page, Printed, Speeds, Unreachable};
use crate::printing::{self, Address, Document, Outcome, Profiles, Route, Style, ports};
use crate::settings;
use crate::store::{self, PrintJob};

/// How long a test page may take before somebody is told what holds it.
const PAGE_LIMIT: Duration = Duration::from_secs(20);
const LOOK: Duration = Duration::from_millis(20);

/// A printer that is being set up: only its own pages are printed meanwhile.
#[derive(Clone, Default)]
pub(super) struct Trial(Arc<Mutex<Option<Tried>>>);

struct Tried {
    printer: settings::Printer,
    pages: Vec<PrintJobId>,
}

impl Trial {
    fn held(&self) -> MutexGuard<'_, Option<Tried>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The pages that may print; `None` when there is no trial.
    pub(super) fn pages(&self) -> Option<Vec<PrintJobId>> {
        self.held().as_ref().map(|tried| tried.pages.clone())
    }
}

impl Till {
    /// Every model of printer: the house's, and those in the data folder's `printers/`, as they were when the
    /// canteen was opened or [`Till::read_profiles`] read them last.
    #[must_use]
    pub fn profiles(&self) -> Profiles {
        let kept = self.profiles.lock();
        kept.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the models anew, beside the window.
    pub fn read_profiles(&self) -> Reply<Profiles> {
        let (folder, kept) = (self.folder.printers(), Arc::clone(&self.profiles));
        Reply::aside(move || {
            let read = Profiles::with(&folder);
            read.clone_into(&mut kept.lock().unwrap_or_else(PoisonError::into_inner));
            read
        })
    }

    /// Does what a setup asks and answers with the event to give it. Slow things run beside the window.
    pub fn set_up(&self, effect: Effect) -> Reply<Event> {
        match effect {
            Effect::Look => Reply::aside(|| Event::Found(ports::look())),
            Effect::Connect(address, speeds) => self.try_to_connect(address, speeds),
            Effect::Print(page, printer) => self.try_page(page, printer),
            Effect::Save(printer) => self.keep_printer(printer),
            Effect::End => {
                self.end_trial();
                Reply::ready(Event::Ended)
            }
        }
    }

    /// A page of the setup, laid out as this printer would print it.
    #[must_use]
    pub fn setup_page(&self, page: Page, printer: &settings::Printer) -> Document {
        let config = self.config();
        let paper = self.profiles().of(printer).paper;
        setup::lay_out(page, &config.shop, &I18n::new(config.locale), paper, now())
    }

    /// Tries to talk with a printer, on the printer's thread and with its own port closed.
    pub fn try_printer(
        &self,
        address: Address,
        speeds: Speeds,
    ) -> Reply<Result<Connection, Unreachable>> {
        let profile = self.voice().profile;
        let (answer, reply) = Reply::pair();
        self.printer.borrow_port(move || {
            let _nobody_waits = answer.send(setup::connect(&address, speeds, &profile, &|_| ()));
        });
        reply
    }

    fn try_to_connect(&self, address: Address, speeds: Speeds) -> Reply<Event> {
        let (profile, printer) = (self.voice().profile, self.printer.clone());
        let (answer, reply) = Reply::pair();
        self.printer.borrow_port(move || {
            let trying = |baud| printer.trying(Some(baud));
            let found = setup::connect(&address, speeds, &profile, &trying);
            printer.trying(None);
            let _nobody_waits = answer.send(Event::Connected(found));
        });
        reply
    }

    fn try_page(&self, page: Page, printer: settings::Printer) -> Reply<Event> {
        let till = self.clone();
        Reply::aside(move || {
            let printed = till.print_on_trial(page, &printer);
            Event::Printed(printed.unwrap_or_else(|why| {
                let words = I18n::new(till.config().locale);
                Printed::Failed(failure::of_till(&why).sentence(&words))
            }))
        })
    }

    /// Waits: not for the screen's thread.
    fn print_on_trial(&self, page: Page, printer: &settings::Printer) -> Result<Printed, Error> {
        self.begin_trial(printer)?;
        let config = self.config();
        let words = I18n::new(config.locale);
        let profile = self.profiles().of(printer);
        let document = setup::lay_out(page, &config.shop, &words, profile.paper, now());
        let bytes = printing::escpos::encode(&document, &profile);
        let title = words.text(page.key());
        let trial = self.trial.clone();
        let job = self.writer.ask(move |store| {
            let job = store.queue_page(&title, &bytes, now().at)?;
            if let Some(tried) = trial.held().as_mut() {
                tried.pages.push(job);
            }
            Ok::<_, store::Error>(job)
        });
        let job = job.wait().map_err(Error::Closing)??;
        self.printer.wake();
        self.wait_for_page(job)
    }

    fn wait_for_page(&self, job: PrintJobId) -> Result<Printed, Error> {
        let end = Instant::now() + PAGE_LIMIT;
        loop {
            let status = self.printer.status();
            match status.last {
                Some((last, Outcome::Printed)) if last == job => return Ok(Printed::Confirmed),
                Some((last, Outcome::Sent)) if last == job => return Ok(Printed::Sent),
                Some((last, Outcome::Uncertain)) if last == job => {
                    // Whoever sets it up has the paper in hand.
                    self.settle_job(job, JobState::Cancelled)
                        .wait()
                        .map_err(Error::Closing)??;
                    return Ok(Printed::Uncertain);
                }
                _ => {}
            }
            if Instant::now() >= end {
                let waits = self.open_jobs().wait().map_err(Error::Closing)??;
                let waits = waits
                    .iter()
                    .any(|of| of.id == job && of.state == JobState::Waiting);
                if waits {
                    self.settle_job(job, JobState::Cancelled)
                        .wait()
                        .map_err(Error::Closing)??;
                }
                return Ok(Printed::Waiting(status.state));
            }
            thread::sleep(LOOK);
        }
    }

    /// Uses this printer, for its own pages alone.
    fn begin_trial(&self, printer: &settings::Printer) -> Result<(), Error> {
        let route = self.route(printer)?;
        let mut trial = self.trial.held();
        match trial.as_mut() {
            Some(tried) if tried.printer == *printer => {}
            Some(tried) => {
                tried.printer = printer.clone();
                self.printer.connect(route);
            }
            None => {
                *trial = Some(Tried {
                    printer: printer.clone(),
                    pages: Vec::new(),
                });
                self.printer.connect(route);
            }
        }
        Ok(())
    }

    /// The printer of before again, for tickets; pages that did not come out are not wanted any more.
    fn end_trial(&self) {
        let Some(tried) = self.trial.held().take() else {
            return;
        };
        for page in tried.pages {
            drop(self.cancel_waiting(page));
        }
        let route = self.route_now().unwrap_or_default();
        self.printer.connect(route);
    }

    pub(super) fn cancel_waiting(&self, job: PrintJobId) -> Reply<Result<(), store::Error>> {
        self.writer.ask(move |store| {
            let open = store.open_jobs()?;
            let waits = |of: &&PrintJob| of.id == job && of.state == JobState::Waiting;
            match open.iter().find(waits) {
                Some(_) => store.mark_job(job, JobState::Cancelled),
                None => Ok(()),
            }
        })
    }

    fn keep_printer(&self, printer: settings::Printer) -> Reply<Event> {
        let till = self.clone();
        Reply::aside(move || {
            let mut config = till.config();
            config.printer = printer;
            let saved = till.configure_printer(config);
            Event::Saved(match saved {
                Ok(()) => {
                    till.close_trial();
                    Ok(())
                }
                Err(why) => Err(failure::of_till(&why).sentence(&I18n::new(till.config().locale))),
            })
        })
    }

    /// The printer is the configured one already.
    fn close_trial(&self) {
        if let Some(tried) = self.trial.held().take() {
            for page in tried.pages {
                drop(self.cancel_waiting(page));
            }
        }
        self.printer.wake();
    }

    /// The way to the printer that is in use: the one named at the start, else the configured one.
    pub(super) fn route_now(&self) -> Result<Option<Route>, Error> {
        let mut printer = self.config().printer;
        if let Some(named) = self.named_printer() {
            printer.address = named;
        }
        self.route(&printer)
    }

    /// The way to a printer that is set up like this; `None` for none.
    pub(super) fn route(&self, printer: &settings::Printer) -> Result<Option<Route>, Error> {
        let profile = self.profiles().of(printer);
        Ok(match printer.address.trim() {
            "" => None,
            address => Some(address.parse::<Address>()?.route(&profile)),
        })
    }

    /// One job; [`store::Error::NotFound`] if there is none of that number.
    pub fn job(&self, job: PrintJobId) -> Reply<Result<PrintJob, store::Error>> {
        self.writer.ask(move |store| store.job(job))
    }

    /// The last jobs, newest first.
    pub fn jobs(&self, most: usize) -> Reply<Result<Vec<PrintJob>, store::Error>> {
        self.writer.ask(move |store| store.last_jobs(most))
    }

    /// Prints a page that is no ticket again, with the mark of a copy above it.
    pub fn print_copy(
        &self,
        title: String,
        bytes: Vec<u8>,
    ) -> Reply<Result<PrintJobId, store::Error>> {
        let (mark, printer) = (self.copy_mark(), self.printer.clone());
        self.writer.ask(move |store| {
            let copy = [mark, bytes].concat();
            let job = store.queue_page(&title, &copy, now().at);
            printer.wake();
            job
        })
    }

    /// What stands above a paper that is printed again.
    pub(super) fn copy_mark(&self) -> Vec<u8> {
        let voice = self.voice();
        let mut mark = Document::new(voice.profile.paper);
        let copy = I18n::new(voice.config.locale).text("ticket-copy");
        mark.text(Style::CENTRE.bold(), &copy);
        printing::escpos::encode(&mark, &voice.profile)
    }

    /// The latest sale or void with this number; [`store::Error::NotFound`] if there is none.
    pub fn sale_of_number(&self, number: i64) -> Reply<Result<SaleId, store::Error>> {
        self.writer.ask(move |store| store.sale_of_number(number))
    }

    /// What the printer gets for a page.
    #[must_use]
    pub fn encode(&self, page: &Document) -> Vec<u8> {
        printing::escpos::encode(page, &self.voice().profile)
    }

    /// Waits until what was queued is printed, as long as the printer works and at most so long.
    pub fn let_print(&self, limit: Duration) {
        let end = Instant::now() + limit;
        while Instant::now() < end && self.printer.status().state.works() {
            let open = |job: &PrintJob| matches!(job.state, JobState::Waiting | JobState::Sending);
            match self.open_jobs().wait() {
                Ok(Ok(jobs)) if jobs.iter().any(open) => thread::sleep(LOOK),
                _ => return,
            }
        }
    }
}
