//! The printer in the window: its chip and panel, its setup, its paper on the screen, its help.

mod keys;
mod logo;
mod panel;
mod paper;
mod setup;

use std::collections::BTreeSet;

use iced::Task;

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen};
use crate::app::screen::printer::{LogoTold, Wanted};
use crate::app::screen::queue::{self, Job, May, Queue, Standing};
use crate::app::screen::settings::Page;
use crate::app::screen::virtual_printer::{self, VirtualPrinter};
use crate::app::widget::Paper;
use crate::domain::Moment;
use crate::domain::user::Right;
use crate::printing::journal::Entry;
use crate::printing::setup::Event;
use crate::printing::ticket::short_number;
use crate::printing::virtual_printer::{Desk, Sheet, Trouble};
use crate::printing::{Document, State, Status};
use crate::store;
use crate::till::Reply;

/// So many of the newest lines of the log are shown.
const LOG_LINES: usize = 8;

/// What came of what was asked about the printer, and what happened to it.
#[derive(Debug, Clone)]
pub enum Told {
    /// The chip in the head was pressed.
    ChipPressed,
    /// In the panel.
    Queue(queue::Message),
    /// The queue was read.
    JobsRead(Result<Vec<Job>, Failed>),
    /// The newest lines of the log were read.
    LogRead(Vec<Entry>),
    /// What came of an effect of the setup.
    Happened(Event),
    /// The paper of the setup was drawn.
    Drawn(Box<Wanted>, Paper),
    /// A waiting paper was given up; false if it did not wait any more.
    Cancelled(Result<bool, Failed>),
    /// A page or a pulse is in the queue, or not: the key of what is said then.
    Queued(&'static str, Result<(), Failed>),
    /// At the printer on the screen.
    Virtual(virtual_printer::Message),
    /// Something happened to it.
    DeskMoved,
    /// How it is now: its version, its troubles, its papers.
    DeskRead(u64, BTreeSet<Trouble>, Vec<Sheet>),
    /// One of its papers was drawn.
    SheetDrawn(Box<Sheet>, Paper),
    /// One of its papers was saved, or not: where, or a sentence for the user.
    SheetSaved(Result<String, String>),
    /// The help was left.
    HelpLeft,
    /// About the picture above the tickets.
    Logo(LogoTold),
    /// There is none any more, or a printer does not keep it, or that could not be written down: the key of
    /// what is said then.
    LogoForgotten(&'static str, Result<(), String>),
}

/// What the window knows of the printer.
pub(super) struct Printing {
    status: Status,
    pub(super) standing: Standing,
    pub(super) queue: Queue,
    over: Over,
    /// Whether the setup has the printer: nothing else prints meanwhile.
    trial: bool,
    /// A picture of the setup touches no port: what it asks for is not done then.
    pub(super) holds_still: bool,
    /// Whether the page is to be shown as soon as the settings are open.
    wanted: bool,
    pub(super) paper: Option<Box<VirtualPrinter>>,
    /// Held, so that its switches stay as they are while it is connected anew.
    desk: Option<Desk>,
    /// The version of it that is shown.
    seen: u64,
    /// Where one was before the paper was looked at.
    from: Place,
    /// A pulse for the drawer was queued then, and nobody was told that it cannot open.
    pub(super) drawer: Option<Moment>,
}

/// What of the printer lies over the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    /// Nothing.
    Nothing,
    /// The panel of the chip.
    Panel,
    /// The help, in the place of the place.
    Help,
}

impl Printing {
    /// Whether the panel is over the place.
    pub(super) fn is_open(&self) -> bool {
        self.over == Over::Panel
    }

    /// Whether the help is in the place of the place.
    pub(super) fn helps(&self) -> bool {
        self.over == Over::Help
    }
}

impl Default for Printing {
    fn default() -> Self {
        Self {
            status: Status::from(State::NotConfigured),
            standing: Standing::default(),
            queue: Queue::default(),
            over: Over::Nothing,
            trial: false,
            holds_still: false,
            wanted: false,
            paper: None,
            desk: None,
            seen: 0,
            drawer: None,
            from: Place::Checkout,
        }
    }
}

impl Program {
    pub(super) fn printer(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::ChipPressed => self.open_panel(),
            Told::Queue(message) => self.queue(message),
            Told::JobsRead(jobs) => self.jobs_read(jobs),
            Told::LogRead(lines) => self.log_read(lines),
            Told::Happened(event) => self.setup_happened(event),
            Told::Drawn(wanted, paper) => self.setup_drawn(&wanted, paper),
            Told::Cancelled(done) => self.job_cancelled(done),
            Told::Queued(said, done) => self.page_queued(said, done),
            Told::Virtual(message) => self.virtual_printer(message),
            Told::DeskMoved => self.desk_moved(),
            Told::DeskRead(version, troubles, papers) => self.desk_read(version, troubles, papers),
            Told::SheetDrawn(sheet, paper) => self.sheet_drawn(*sheet, paper),
            Told::SheetSaved(saved) => self.sheet_saved(saved),
            Told::HelpLeft => self.leave_help(),
            Told::Logo(told) => self.logo_told(told),
            Told::LogoForgotten(said, done) => self.logo_forgotten(said, done),
        }
    }

    // --- how it stands ---

    /// The status changed: what is shown of it is read anew.
    pub(super) fn printer_stands(&mut self, status: &Status) {
        self.printing.status = status.clone();
        self.stand();
    }

    fn stand(&mut self) {
        self.printing.desk = self.virtual_desk();
        let status = &self.printing.status;
        let told = status.told(&self.words, self.now.at);
        let user = self.user().cloned();
        let may = |right| user.as_ref().is_some_and(|user| user.may(right));
        self.printing.standing = Standing {
            mood: self.printer.0,
            what: told.what,
            todo: told.todo,
            waiting: told.waiting,
            configured: status.state != State::NotConfigured,
            trying: status.trying,
            is_virtual: self.printing.desk.is_some(),
            may: May {
                open_drawer: may(Right::Drawer),
                set_up: may(Right::Settings),
            },
            facts: std::mem::take(&mut self.printing.standing.facts),
            log: std::mem::take(&mut self.printing.standing.log),
            has_logo: self.printing.standing.has_logo,
            logo: std::mem::take(&mut self.printing.standing.logo),
        };
    }

    /// Whether minutes and seconds of the printer are in sight: they move on.
    pub(super) fn watches_printer(&self) -> bool {
        let counts = matches!(self.printing.status.state, State::NotConnected { .. });
        counts && (self.printing.is_open() || self.shows_printer())
    }

    /// Seconds have gone by.
    pub(super) fn printer_ticked(&mut self) {
        if self.watches_printer() {
            self.stand();
        }
    }

    fn shows_printer(&self) -> bool {
        let Screen::Work(work) = &self.screen else {
            return false;
        };
        match work.place {
            Place::Paper => true,
            Place::Settings => work
                .settings
                .as_ref()
                .is_some_and(|open| open.shows(Page::Printer)),
            _ => false,
        }
    }

    /// Reads again what is in sight of queue and log, if any of it is.
    pub(super) fn look_at_printer(&self) -> Task<Message> {
        match self.printing.is_open() || self.shows_printer() {
            true => self.read_printer(),
            false => Task::none(),
        }
    }

    fn read_printer(&self) -> Task<Message> {
        let log = self.till.printer_log(LOG_LINES);
        let log = Task::future(async { log.await.ok() })
            .and_then(|lines| Task::done(Message::Printer(Told::LogRead(lines))));
        Task::batch([self.read_jobs(), log])
    }

    fn read_jobs(&self) -> Task<Message> {
        let reply = self.till.open_jobs();
        let told = Telling {
            ticket: self
                .words
                .text_with("page-job-ticket", &[("number", "{}".into())]),
            copy: self
                .words
                .text_with("page-job-copy", &[("number", "{}".into())]),
            drawer: self.words.text("page-job-drawer"),
            may: self.may_read_health(),
            now: self.now,
        };
        let read = async move { Ok(told.jobs(flat(reply.await)?)) };
        Task::perform(read, |read| Message::Printer(Told::JobsRead(read)))
    }

    fn jobs_read(&mut self, jobs: Result<Vec<Job>, Failed>) -> Task<Message> {
        match jobs {
            Ok(jobs) => {
                self.printing.queue.are(jobs);
                Task::none()
            }
            Err(why) => self.fail(&why),
        }
    }

    fn log_read(&mut self, lines: Vec<Entry>) -> Task<Message> {
        self.printing.standing.log = lines;
        Task::none()
    }
}

/// Draws a paper beside the window.
fn draw(document: Document, told: impl Fn(Paper) -> Told + Send + 'static) -> Task<Message> {
    let drawn = Reply::aside(move || Paper::drawn(&document));
    Task::future(async { drawn.await.ok() })
        .and_then(move |paper| Task::done(Message::Printer(told(paper))))
}

/// What the list of papers is told besides the queue: `{}` stands for a number.
struct Telling {
    ticket: String,
    copy: String,
    drawer: String,
    may: bool,
    now: Moment,
}

impl Telling {
    fn jobs(&self, jobs: Vec<store::PrintJob>) -> Vec<Job> {
        jobs.into_iter().map(|job| self.job(&job)).collect()
    }

    fn job(&self, job: &store::PrintJob) -> Job {
        let number = job.title.parse().map(short_number);
        let title = match number {
            _ if job.is_drawer() => self.drawer.clone(),
            Ok(number) if job.copy => self.copy.replace("{}", &number),
            Ok(number) => self.ticket.replace("{}", &number),
            Err(_) => job.title.clone(),
        };
        Job {
            id: job.id,
            title,
            state: job.state,
            at: self.now.plus_millis(job.made_at.0 - self.now.at.0),
            drawer: job.is_drawer(),
            // A page that is no ticket may tell of a pupil's health; a pulse is never sent again.
            may_reprint: (self.may || job.sale.is_some()) && !job.is_drawer(),
        }
    }
}

#[cfg(test)]
mod tests;
