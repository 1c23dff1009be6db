//! The self-check in the window: when it is due, how far it is, what it found and who answers for it.

use iced::futures::SinkExt;
use iced::{Task, stream};
use tokio::sync::watch;

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen};
use crate::app::icon::Icon;
use crate::app::screen::settings::safety::{Checked, Last};
use crate::app::screen::settings::{self, Page};
use crate::app::widget::{Mood, Stand};
use crate::domain::BusinessDay;
use crate::domain::user::Right;
use crate::store::LastCheck;
use crate::store::diet::{LookBack, Met};
use crate::till::checks::{Report, met};

/// What came of what was asked about the self-check.
#[derive(Debug, Clone)]
pub enum Told {
    /// The last one was read, or that there is none.
    LastRead(Result<Option<LastCheck>, Failed>),
    /// A part is looked at.
    Began(u8),
    /// All parts were looked at.
    Done(Result<Box<Report>, Failed>),
    /// What was done about a past sale was noted, or not.
    Answered(Box<Met>, Result<(), Failed>),
    /// The chip in the head was pressed.
    ChipPressed,
}

/// How the self-check stands.
#[derive(Debug, Default)]
pub(super) struct Safety {
    checked: Checked,
    /// Whether the last one is known: before that none is due.
    known: bool,
    /// The day on which one was begun last by this program.
    begun: Option<BusinessDay>,
    /// Whether the page is to be shown as soon as the settings are open.
    wanted: bool,
}

impl Program {
    pub(super) fn read_last_check(&self) -> Task<Message> {
        let reply = self.till.last_check();
        Task::perform(async { flat(reply.await) }, |last| {
            Message::Safety(Told::LastRead(last))
        })
    }

    pub(super) fn safety(&mut self, told: Told) -> Task<Message> {
        let task = match told {
            Told::LastRead(last) => self.last_check_read(last),
            Told::Began(part) => self.check_began(part),
            Told::Done(report) => self.check_done(report),
            Told::Answered(met, done) => self.sale_answered(&met, done),
            Told::ChipPressed => return self.safety_pressed(),
        };
        self.show_safety();
        task
    }

    fn last_check_read(&mut self, last: Result<Option<LastCheck>, Failed>) -> Task<Message> {
        let last = match last {
            Ok(last) => last,
            Err(why) => return self.fail(&why),
        };
        self.safety.known = true;
        self.safety.checked.last = last.map(|last| Last {
            at: self.now.plus_millis(last.at.0 - self.now.at.0),
            failed: last.looked.failed,
        });
        Task::none()
    }

    /// At the first start of a day, and once more where the last one found something.
    pub(super) fn check_if_due(&mut self) -> Task<Message> {
        let today = self.now.day();
        let last = self.safety.checked.last.as_ref();
        let good = last.is_some_and(|last| last.failed.is_empty() && last.at.day() == today);
        let begun = self.safety.begun == Some(today);
        match self.safety.known && !good && !begun {
            true => self.check(),
            false => Task::none(),
        }
    }

    /// Looks through everything, beside the screen and whoever sells.
    pub(super) fn check(&mut self) -> Task<Message> {
        if self.safety.checked.running.is_some() {
            return Task::none();
        }
        self.safety.checked.running = Some(1);
        self.safety.begun = Some(self.now.day());
        self.show_safety();
        let (sender, mut parts) = watch::channel(0);
        let reply = self.till.check_and_note(self.now, move |part| {
            let _nobody_looks = sender.send(part);
        });
        let told = |told| Message::Safety(told);
        Task::stream(stream::channel(4, async move |mut output| {
            while parts.changed().await.is_ok() {
                let part = *parts.borrow_and_update();
                if output.send(told(Told::Began(part))).await.is_err() {
                    return;
                }
            }
            let report = flat(reply.await).map(Box::new);
            let _window_is_gone = output.send(told(Told::Done(report))).await;
        }))
    }

    fn check_began(&mut self, part: u8) -> Task<Message> {
        self.safety.checked.running = Some(part);
        Task::none()
    }

    fn check_done(&mut self, report: Result<Box<Report>, Failed>) -> Task<Message> {
        self.safety.checked.running = None;
        let report = match report {
            Ok(report) => report,
            Err(why) => return self.fail(&why),
        };
        self.safety.checked.last = Some(Last {
            at: report.at,
            failed: report.looked().failed,
        });
        self.safety.checked.lines = report.lines(&self.words);
        if let Some(history) = self.safety.checked.lines.last_mut() {
            // The page lists them below, each with its button.
            history.found.clear();
        }
        let history = report.history.as_ref().ok();
        let open = history.into_iter().flat_map(LookBack::open);
        self.safety.checked.open = open.map(|of| (of.clone(), met(of, &self.words))).collect();
        if report.is_good() {
            return Task::none();
        }
        let what = self.words.text("safety-told-bad");
        self.say(Mood::Error, what)
    }

    /// Notes what somebody did about a past sale.
    pub(super) fn look_at(&self, met: Box<Met>, note: String) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        if !user.may(Right::Health) {
            let refused = Told::Answered(met, Err(Failed::NoRight));
            return Task::done(Message::Safety(refused));
        }
        let reply = self.till.look_at((*met).clone(), note, user, self.now);
        Task::perform(async { flat(reply.await) }, move |done| {
            Message::Safety(Told::Answered(met, done))
        })
    }

    /// The last one answered: everything is checked again, so that the bar says what holds now.
    fn sale_answered(&mut self, met: &Met, done: Result<(), Failed>) -> Task<Message> {
        if let Err(why) = done {
            return self.fail(&why);
        }
        self.safety.checked.open.retain(|(of, _)| of != met);
        match self.safety.checked.open.is_empty() {
            true => self.check(),
            false => Task::none(),
        }
    }

    /// Who may open the settings gets the page; others are told whom to call.
    fn safety_pressed(&mut self) -> Task<Message> {
        let may = self.user().is_some_and(|user| user.may(Right::Settings));
        if may {
            self.safety.wanted = true;
            return self.went(Place::Settings);
        }
        let (mood, key) = match &self.safety.checked.last {
            None => (Mood::Neutral, "safety-told-never"),
            Some(last) if last.failed.is_empty() => (Mood::Ok, "safety-told-good"),
            Some(_) => (Mood::Error, "safety-told-bad"),
        };
        let what = self.words.text(key);
        self.say(mood, what)
    }

    /// The settings were opened, or the check moved on: the page is told.
    pub(super) fn show_safety(&mut self) {
        let checked = self.safety.checked.clone();
        let Screen::Work(work) = &mut self.screen else {
            return;
        };
        let Some(screen) = &mut work.settings else {
            return;
        };
        screen.checked(checked);
        if std::mem::take(&mut self.safety.wanted) {
            let _nothing_to_do = screen.update(settings::Message::PageChosen(Page::Safety));
        }
    }

    pub(super) fn safety_stand(&self) -> Stand<Message> {
        let checked = &self.safety.checked;
        let (mood, picture, label) = match (checked.running, &checked.last) {
            (Some(part), _) => {
                let part = [("part", u32::from(part).into())];
                let label = self.words.text_with("safety-chip-running", &part);
                (Mood::Neutral, Icon::Shield, label)
            }
            (None, None) => {
                let label = self.words.text("safety-chip-never");
                (Mood::Neutral, Icon::Shield, label)
            }
            (None, Some(last)) if last.failed.is_empty() => {
                (Mood::Ok, Icon::ShieldCheck, self.checked_at(last))
            }
            (None, Some(_)) => {
                let label = self.words.text("safety-chip-bad");
                (Mood::Error, Icon::ShieldAlert, label)
            }
        };
        Stand {
            mood,
            picture,
            label,
            on_press: Some(Message::Safety(Told::ChipPressed)),
        }
    }

    /// The time today, the day of another day.
    fn checked_at(&self, last: &Last) -> String {
        let time = match last.at.day() == self.now.day() {
            true => self.words.time(last.at),
            false => self.words.date(last.at.day()),
        };
        self.words
            .text_with("safety-chip-good", &[("time", time.into())])
    }
}

#[cfg(test)]
#[path = "safety_tests.rs"]
mod tests;
