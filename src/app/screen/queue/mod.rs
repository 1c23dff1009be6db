//! The printer at a glance: how it is, what to do, which papers wait or are in doubt.
//!
//! Shown over any place when the chip in the bar is pressed, and on the printer's page of the settings.

mod view;

use crate::app::widget::Mood;
use crate::domain::print::JobState;
use crate::domain::scanner::take_back;
use crate::domain::{Moment, PrintJobId};
use crate::printing::journal::Entry;

/// The fewest letters of a reason.
const REASON_MIN: usize = 3;
/// The most letters of a reason.
const REASON_MAX: usize = 120;

/// A paper of the queue, as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Which.
    pub id: PrintJobId,
    /// What people call it.
    pub title: String,
    /// How far it is.
    pub state: JobState,
    /// When it was made.
    pub at: Moment,
    /// Whether it opens the drawer and prints nothing.
    pub drawer: bool,
    /// Whether this user may print it again: a page that is no ticket may tell of a pupil's health.
    pub may_reprint: bool,
}

/// What somebody may do with the printer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct May {
    /// Open the drawer without a sale.
    pub open_drawer: bool,
    /// Set the printer up.
    pub set_up: bool,
}

/// How the printer is, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Good or bad.
    pub mood: Mood,
    /// What is.
    pub what: String,
    /// What to do; empty for nothing.
    pub todo: String,
    /// How many wait; empty for none.
    pub waiting: String,
    /// Whether there is a printer at all.
    pub configured: bool,
    /// Whether its paper is shown on the screen.
    pub is_virtual: bool,
    /// What whoever looks at it may do.
    pub may: May,
    /// What is configured: label and value.
    pub facts: Vec<(String, String)>,
    /// The newest lines of the log, newest last.
    pub log: Vec<Entry>,
    /// The speed at which it is being asked while it is set up, in bits a second.
    pub trying: Option<u32>,
    /// Whether there is a picture for the tickets.
    pub has_logo: bool,
    /// How tickets get it.
    pub logo: String,
}

impl Default for Standing {
    fn default() -> Self {
        Self {
            mood: Mood::Neutral,
            what: String::new(),
            todo: String::new(),
            waiting: String::new(),
            configured: false,
            is_virtual: false,
            may: May::default(),
            facts: Vec::new(),
            log: Vec::new(),
            trying: None,
            has_logo: false,
            logo: String::new(),
        }
    }
}

/// The state of the list.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    jobs: Vec<Job>,
    cancelling: Option<Cancelling>,
}

/// A paper that is to be given up, waiting for its reason.
#[derive(Debug, Clone)]
struct Cancelling {
    job: PrintJobId,
    reason: String,
    asked: bool,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The paper in doubt is there.
    CameOut(PrintJobId),
    /// The paper in doubt is not there.
    DidNotComeOut(PrintJobId),
    /// A waiting paper is not wanted any more.
    CancelPressed(PrintJobId),
    /// The reason was typed, or one of the usual ones pressed.
    ReasonChanged(String),
    /// It is to be given up.
    CancelConfirmed,
    /// It waits on.
    CancelDismissed,
    /// A page to see whether the printer works.
    TestPressed,
    /// The drawer, without a sale.
    DrawerPressed,
    /// The paper of a virtual printer.
    PaperPressed,
    /// To the printer's page of the settings.
    SettingsPressed,
    /// What to do about a printer.
    HelpPressed,
    /// Enough seen.
    Closed,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Note what became of a paper in doubt: printed, or to be printed again.
    Settle(PrintJobId, JobState),
    /// Give a waiting paper up; the list is read anew then.
    Cancel {
        /// Which.
        job: PrintJobId,
        /// Why.
        reason: String,
    },
    /// Print a test page.
    Test,
    /// Open the drawer.
    OpenDrawer,
    /// Show the paper of the virtual printer.
    ShowPaper,
    /// Open the printer's page.
    OpenSettings,
    /// Show the help.
    ShowHelp,
    /// Put the panel away.
    Close,
}

impl Queue {
    /// The papers as they are now, oldest first. What is asked about one that is gone is asked no more.
    pub fn are(&mut self, jobs: Vec<Job>) {
        let waits = |form: &Cancelling| {
            let mut all = jobs.iter();
            all.any(|job| job.id == form.job && job.state == JobState::Waiting)
        };
        self.cancelling = self.cancelling.take().filter(waits);
        self.jobs = jobs;
    }

    /// It was not cancelled: the form can be answered again.
    pub fn not_cancelled(&mut self) {
        if let Some(form) = &mut self.cancelling {
            form.asked = false;
        }
    }

    /// Whether somebody is to write a reason.
    #[must_use]
    pub const fn asks(&self) -> bool {
        self.cancelling.is_some()
    }

    /// Takes the letters of a scan out of the reason.
    pub fn take_back(&mut self, letters: &str) {
        if let Some(form) = &mut self.cancelling
            && let Some(without) = take_back(&form.reason, letters)
        {
            form.reason = without;
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::CameOut(job) => self.answer(job, JobState::Printed),
            Message::DidNotComeOut(job) if self.may_reprint(job) => {
                self.answer(job, JobState::Waiting)
            }
            Message::DidNotComeOut(_) => Action::None,
            Message::CancelPressed(job) => self.begin_cancel(job),
            Message::ReasonChanged(reason) => self.write(&reason),
            Message::CancelConfirmed => self.confirm_cancel(),
            Message::CancelDismissed => self.dismiss_cancel(),
            Message::TestPressed => Action::Test,
            Message::DrawerPressed => Action::OpenDrawer,
            Message::PaperPressed => Action::ShowPaper,
            Message::SettingsPressed => Action::OpenSettings,
            Message::HelpPressed => Action::ShowHelp,
            Message::Closed => Action::Close,
        }
    }

    fn job(&self, id: PrintJobId, state: JobState) -> Option<&Job> {
        let mut all = self.jobs.iter();
        all.find(|job| job.id == id && job.state == state)
    }

    fn may_reprint(&self, id: PrintJobId) -> bool {
        let job = self.job(id, JobState::Uncertain);
        job.is_some_and(|job| job.may_reprint)
    }

    /// Answered once: a second press finds it gone.
    fn answer(&mut self, id: PrintJobId, state: JobState) -> Action {
        if self.job(id, JobState::Uncertain).is_none() {
            return Action::None;
        }
        self.jobs.retain(|job| job.id != id);
        Action::Settle(id, state)
    }

    fn begin_cancel(&mut self, id: PrintJobId) -> Action {
        let job = self.job(id, JobState::Waiting);
        self.cancelling = job.map(|job| Cancelling {
            job: job.id,
            reason: String::new(),
            asked: false,
        });
        Action::None
    }

    fn write(&mut self, reason: &str) -> Action {
        if let Some(form) = self.cancelling.as_mut().filter(|form| !form.asked) {
            form.reason = reason.chars().take(REASON_MAX).collect();
        }
        Action::None
    }

    fn confirm_cancel(&mut self) -> Action {
        let Some(form) = self.cancelling.as_mut().filter(|form| form.is_ready()) else {
            return Action::None;
        };
        form.asked = true;
        Action::Cancel {
            job: form.job,
            reason: form.reason.trim().to_owned(),
        }
    }

    fn dismiss_cancel(&mut self) -> Action {
        self.cancelling = self.cancelling.take().filter(|form| form.asked);
        Action::None
    }
}

impl Cancelling {
    fn is_ready(&self) -> bool {
        !self.asked && self.reason.trim().chars().count() >= REASON_MIN
    }
}

#[cfg(test)]
mod tests;
