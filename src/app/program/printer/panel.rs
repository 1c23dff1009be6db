//! The panel of the chip: what is asked about the queue, the test page, the drawer; and the help.

use iced::Task;

use super::{Over, Told};
use crate::app::program::failed::flat;
use crate::app::program::{Failed, Message, Place, Program, Screen};
use crate::app::screen::queue::{self, Action};
use crate::app::widget::Mood;
use crate::domain::PrintJobId;
use crate::domain::print::JobState;
use crate::domain::user::Right;
use crate::printing::{Outcome, State, Status};
use crate::store::{self, Stamp};
use crate::till::Reply;

impl Program {
    pub(super) fn open_panel(&mut self) -> Task<Message> {
        if !matches!(self.screen, Screen::Work(_)) {
            return Task::none();
        }
        self.printing.over = Over::Panel;
        self.stand();
        self.read_printer()
    }

    pub(super) fn close_panel(&mut self) -> Task<Message> {
        self.printing.over = Over::Nothing;
        let _waits_on = self.printing.queue.update(queue::Message::CancelDismissed);
        Task::none()
    }

    pub(in crate::app::program) fn queue(&mut self, message: queue::Message) -> Task<Message> {
        match self.printing.queue.update(message) {
            Action::None => Task::none(),
            Action::Settle(job, state) => self.settle_job(job, state),
            Action::Cancel { job, reason } => self.cancel_job(job, reason),
            Action::Test => self.print_test(),
            Action::OpenDrawer => self.open_drawer(),
            Action::ShowPaper => self.went(Place::Paper),
            Action::OpenSettings => self.open_printer_page(),
            Action::ShowHelp => self.show_help(),
            Action::Close => self.close_panel(),
        }
    }

    pub(super) fn settle_job(&self, job: PrintJobId, state: JobState) -> Task<Message> {
        let settled = Self::ask(self.till.settle_job(job, state));
        let day = match &self.screen {
            Screen::Work(work) if work.sales.is_some() => self.read_day(),
            _ => Task::none(),
        };
        // One thread answers in turn: what is read after it knows of it.
        Task::batch([settled, self.read_jobs(), day])
    }

    pub(super) fn cancel_job(&self, job: PrintJobId, reason: String) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        let reply = self
            .till
            .cancel_job(job, reason, Stamp::by(user.id, self.now));
        let done = async { flat(reply.await) };
        let done = Task::perform(done, |done| Message::Printer(Told::Cancelled(done)));
        Task::batch([done, self.read_jobs()])
    }

    pub(super) fn job_cancelled(&mut self, done: Result<bool, Failed>) -> Task<Message> {
        match done {
            Ok(true) => self.say_word(Mood::Ok, "page-cancelled"),
            Ok(false) => self.say_word(Mood::Warn, "page-cancel-late"),
            Err(why) => {
                self.printing.queue.not_cancelled();
                self.fail(&why)
            }
        }
    }

    pub(in crate::app::program) fn say_word(&mut self, mood: Mood, key: &str) -> Task<Message> {
        let what = self.words.text(key);
        self.say(mood, what)
    }

    pub(super) fn print_test(&self) -> Task<Message> {
        let title = self.words.text("test-page");
        let said = match self.printing.status.state.works() {
            true => "page-test-queued",
            false => "page-test-waits",
        };
        Self::queued(said, self.till.test_page(title, self.now.at))
    }

    /// Without a sale: not everybody may, and it is noted who did.
    pub(super) fn open_drawer(&mut self) -> Task<Message> {
        let may = self.user().filter(|user| user.may(Right::Drawer));
        let Some(user) = may else {
            return self.say_word(Mood::Warn, "no-right");
        };
        let said = match self.printing.status.state.works() {
            true => "page-drawer-sent",
            false => "page-drawer-not-now",
        };
        Self::queued(said, self.till.open_drawer_as(Stamp::by(user.id, self.now)))
    }

    /// A sale was paid in cash: where the printer cannot open the drawer now, somebody is told at once. The pulse is
    /// never sent late.
    pub(in crate::app::program) fn drawer_expected(&mut self, opens: bool) -> Task<Message> {
        let state = &self.printing.status.state;
        self.printing.drawer = None;
        if !opens || *state == State::NotConfigured {
            return Task::none();
        }
        if state.works() {
            self.printing.drawer = Some(self.now);
            return Task::none();
        }
        self.say_word(Mood::Warn, "page-drawer-not-now")
    }

    /// A pulse that was sent for was dropped after all, and nobody knows yet.
    pub(in crate::app::program) fn drawer_dropped(&mut self, status: &Status) -> Task<Message> {
        let dropped = matches!(status.last, Some((_, Outcome::Dropped)));
        match self.printing.drawer.take_if(|_| dropped) {
            Some(_) => self.say_word(Mood::Warn, "page-drawer-not-now"),
            None => Task::none(),
        }
    }

    pub(super) fn queued<T: Send + 'static>(
        said: &'static str,
        reply: Reply<Result<T, store::Error>>,
    ) -> Task<Message> {
        let done = async { flat(reply.await).map(drop) };
        Task::perform(done, move |done| Message::Printer(Told::Queued(said, done)))
    }

    pub(super) fn page_queued(&mut self, said: &str, done: Result<(), Failed>) -> Task<Message> {
        if let Err(why) = done {
            return self.fail(&why);
        }
        let mood = match said {
            "page-drawer-not-now" | "page-test-waits" => Mood::Warn,
            _ => Mood::Ok,
        };
        let told = self.say_word(mood, said);
        Task::batch([told, self.look_at_printer()])
    }

    pub(super) fn show_help(&mut self) -> Task<Message> {
        self.printing.over = Over::Help;
        Task::none()
    }

    pub(super) fn leave_help(&mut self) -> Task<Message> {
        self.printing.over = Over::Nothing;
        Task::none()
    }
}
