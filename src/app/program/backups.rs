//! Backups in the window: when one is due, how far it is, and one brought back under the open till.

use std::path::PathBuf;
use std::sync::Arc;

use iced::futures::SinkExt;
use iced::{Task, stream};
use tokio::sync::watch;

use super::{Failed, Message, Place, Program, Screen};
use crate::app::screen::settings;
use crate::app::screen::settings::backup::Wanted;
use crate::app::widget::Mood;
use crate::backup::Verified;
use crate::backup::schedule::{Plan, Scheduler};
use crate::backup::{self, Control, Entry, Error, Health, Loss, Made, Reason, Restored, Stage};
use crate::domain::Timestamp;
use crate::domain::user::{Pin, Right, User};
use crate::store::Stamp;
use crate::till::backups::Overview;
use crate::till::{PinRefused, Reply};

/// What came of what was asked about backups.
#[derive(Debug, Clone)]
pub enum Told {
    /// How they stand was read.
    Read(Box<Overview>),
    /// Whether the system makes them was asked.
    Scheduled(Option<(Scheduler, bool)>),
    /// What is done just now moved on.
    Moved(Stage, u16),
    /// One was made, or not.
    Made(Reason, Result<Box<Made>, Error>),
    /// One was verified, or is not good.
    Verified(Result<Box<Verified>, Error>),
    /// The weekly look at two of them is over.
    Rechecked(Result<usize, Error>),
    /// What would be lost by bringing one back was read.
    Weighed(Result<Box<(Entry, Loss)>, Error>),
    /// Whoever brings one back was found, or not.
    Allowed(PathBuf, Result<User, Arc<PinRefused>>),
    /// One was brought back, or not.
    Restored(Result<Box<Restored>, Error>),
    /// What a change of the schedule would do; an error is a sentence.
    Planned(Result<Plan, String>),
    /// The schedule was changed, or not.
    CarriedOut(Result<(), String>),
    /// The chip in the head was pressed.
    ChipPressed,
}

/// How backups stand.
#[derive(Debug, Default)]
pub(super) struct Backups {
    pub(super) overview: Option<Box<Overview>>,
    pub(super) schedule: Option<(Scheduler, bool)>,
    pub(super) running: Option<(Stage, u16)>,
    pub(super) control: Option<Arc<Control>>,
    /// When a daily one was begun last by this program.
    pub(super) tried_at: Option<Timestamp>,
    /// When two were verified again last by this program.
    pub(super) rechecked_at: Option<Timestamp>,
    /// Whether the page is to be shown as soon as the settings are open.
    pub(super) wanted: bool,
}

impl Program {
    pub(super) fn read_backups(&self) -> Task<Message> {
        let overview = self.till.backups();
        let read = async { overview.await.ok().map(Box::new) };
        let read = Task::future(read).and_then(|read| Task::done(told(Told::Read(read))));
        Task::batch([read, Self::read_schedule()])
    }

    pub(super) fn backups(&mut self, news: Told) -> Task<Message> {
        let task = match news {
            Told::Read(overview) => self.backups_read(overview),
            Told::Scheduled(schedule) => self.schedule_read(schedule),
            Told::Moved(stage, done) => self.backup_moved(stage, done),
            Told::Made(reason, made) => self.backup_made(reason, made),
            Told::Verified(verified) => self.backup_verified(verified),
            Told::Rechecked(found) => self.backups_rechecked(found),
            Told::Weighed(weighed) => self.backup_weighed(weighed),
            Told::Allowed(file, user) => self.restore_allowed(file, user),
            Told::Restored(restored) => self.backup_restored(restored),
            Told::Planned(plan) => self.schedule_planned(plan),
            Told::CarriedOut(done) => self.schedule_changed(done),
            Told::ChipPressed => return self.backup_pressed(),
        };
        self.show_backups();
        task
    }

    fn backups_read(&mut self, overview: Box<Overview>) -> Task<Message> {
        self.backups.overview = Some(overview);
        Task::none()
    }

    fn backup_moved(&mut self, stage: Stage, done: u16) -> Task<Message> {
        self.backups.running = Some((stage, done));
        Task::none()
    }

    /// At its time, and as soon as it can be where it was missed or failed.
    pub(super) fn back_up_if_due(&mut self) -> Task<Message> {
        if self.is_training() {
            return Task::none();
        }
        let works_here = matches!(self.screen, Screen::Login(_) | Screen::Work(_));
        let Some(overview) = self.backups.overview.as_ref().filter(|_| works_here) else {
            return Task::none();
        };
        if self.backups.running.is_some() {
            return Task::none();
        }
        let state = &overview.state;
        let last = state.last_good.as_ref().map(|seen| seen.at);
        let failed_at = state.failures.last().map(|failure| failure.at.at);
        let recent = |at: Option<Timestamp>| {
            at.is_some_and(|at| (self.now.at.0 - at.0).abs() < backup::RETRY_MS)
        };
        if !backup::is_due(last, &self.till.config().backup, self.now) {
            return self.recheck_backups_if_due();
        }
        if recent(self.backups.tried_at) || recent(failed_at) {
            return Task::none();
        }
        self.backups.tried_at = Some(self.now.at);
        self.back_up(Reason::Daily)
    }

    /// Once a day it is asked whether a week has passed.
    fn recheck_backups_if_due(&mut self) -> Task<Message> {
        const DAY_MS: i64 = 24 * 3_600_000;
        let asked = self.backups.rechecked_at;
        if asked.is_some_and(|at| (self.now.at.0 - at.0).abs() < DAY_MS) {
            return Task::none();
        }
        self.backups.rechecked_at = Some(self.now.at);
        let reply = self.till.recheck_backups(self.now);
        let found = async { flat(reply.await).map(|found| found.len()) };
        Task::perform(found, |found| told(Told::Rechecked(found)))
    }

    pub(super) fn back_up(&mut self, reason: Reason) -> Task<Message> {
        let (till, now) = (self.till.clone(), self.now);
        self.under_way(
            Stage::Copying,
            move |control| till.back_up(reason, now, control),
            move |made| Told::Made(reason, made.map(Box::new)),
        )
    }

    /// Something that takes a while: how far it is comes as news, and in the end what came of it.
    fn under_way<T: Send + 'static>(
        &mut self,
        begins: Stage,
        work: impl FnOnce(Arc<Control>) -> Reply<Result<T, Error>>,
        ended: impl FnOnce(Result<T, Error>) -> Told + Send + 'static,
    ) -> Task<Message> {
        if self.backups.running.is_some() {
            return Task::none();
        }
        let (sender, mut moves) = watch::channel((begins, 0));
        let control = Arc::new(Control::telling(move |stage, done| {
            let _nobody_looks = sender.send((stage, done));
        }));
        self.backups.running = Some((begins, 0));
        self.backups.control = Some(Arc::clone(&control));
        self.show_backups();
        let (reply, news) = (work(control), moves.clone());
        Task::stream(stream::channel(4, async move |mut output| {
            let mut reply = std::pin::pin!(reply);
            let ended_with = loop {
                let moved = std::pin::pin!(moves.changed());
                match iced::futures::future::select(reply.as_mut(), moved).await {
                    iced::futures::future::Either::Left((answer, _)) => break flat(answer),
                    iced::futures::future::Either::Right((Ok(()), _)) => {
                        let (stage, done) = *news.borrow();
                        if output.send(told(Told::Moved(stage, done))).await.is_err() {
                            return;
                        }
                    }
                    iced::futures::future::Either::Right((Err(_), _)) => {
                        break flat(reply.await);
                    }
                }
            };
            let _window_is_gone = output.send(told(ended(ended_with))).await;
        }))
    }

    fn no_more(&mut self) {
        self.backups.running = None;
        self.backups.control = None;
    }

    fn backup_made(&mut self, reason: Reason, made: Result<Box<Made>, Error>) -> Task<Message> {
        self.no_more();
        let said = match (made, reason) {
            (Ok(_) | Err(Error::Busy), Reason::Daily) => Task::none(),
            (Ok(made), _) => {
                let told = [("sales", made.manifest.contents.sales.into())];
                let what = self.words.text_with("backup-done-made", &told);
                self.say(Mood::Ok, what)
            }
            (Err(Error::Cancelled), _) => {
                let what = self.words.text("backup-cancelled");
                self.say(Mood::Neutral, what)
            }
            (Err(error), _) => self.say(Mood::Error, error.sentence(&self.words)),
        };
        Task::batch([said, self.read_backups()])
    }

    fn backup_verified(&mut self, verified: Result<Box<Verified>, Error>) -> Task<Message> {
        self.no_more();
        let said = match verified {
            Ok(verified) => {
                let name = verified.path.file_name().unwrap_or_default();
                let told = [("name", name.to_string_lossy().into_owned().into())];
                let what = self.words.text_with("backup-verified", &told);
                self.say(Mood::Ok, what)
            }
            Err(error) => self.say(Mood::Error, error.sentence(&self.words)),
        };
        Task::batch([said, self.read_backups()])
    }

    fn backups_rechecked(&mut self, found: Result<usize, Error>) -> Task<Message> {
        match found {
            Ok(0) => Task::none(),
            Ok(_) => self.read_backups(),
            Err(error @ Error::Bad { .. }) => {
                let said = self.say(Mood::Error, error.sentence(&self.words));
                Task::batch([said, self.read_backups()])
            }
            Err(error) => {
                self.till
                    .note(format!("backups were not verified again: {error}"));
                Task::none()
            }
        }
    }

    /// What the page of backups wants done.
    pub(super) fn backup_wanted(&mut self, wanted: Wanted) -> Task<Message> {
        if self.is_training() {
            return self.not_in_training();
        }
        match wanted {
            Wanted::Look => self.read_backups(),
            Wanted::Make => self.back_up(Reason::Asked),
            Wanted::Cancel => {
                if let Some(control) = &self.backups.control {
                    control.cancel();
                }
                Task::none()
            }
            Wanted::Verify(file) => self.verify_backup(file),
            Wanted::Weigh(file) => self.weigh_backup(file),
            Wanted::Restore(file, pin) => self.allow_restore(file, pin),
            Wanted::Configure(settings) => self.configure_backups(settings),
            Wanted::Plan(install) => self.plan_schedule(install),
            Wanted::CarryOut(plan) => self.carry_out(plan),
        }
    }

    fn verify_backup(&mut self, file: PathBuf) -> Task<Message> {
        let (till, now) = (self.till.clone(), self.now);
        self.under_way(
            Stage::Checking,
            move |control| till.verify_backup(file, now, control),
            |verified| Told::Verified(verified.map(Box::new)),
        )
    }

    fn weigh_backup(&self, file: PathBuf) -> Task<Message> {
        let keeper = self.till.keeper();
        let weighed =
            Reply::aside(move || Ok(Box::new((keeper.look(&file)?, keeper.loss(&file)?))));
        let weighed = async { flat(weighed.await) };
        Task::perform(weighed, |weighed| told(Told::Weighed(weighed)))
    }

    fn backup_weighed(&mut self, weighed: Result<Box<(Entry, Loss)>, Error>) -> Task<Message> {
        match weighed {
            Ok(weighed) => {
                if let Some(open) = self.open_settings_screen() {
                    let (entry, loss) = *weighed;
                    open.weighed(entry, loss);
                }
            }
            Err(error) => self.refuse_backup(error.sentence(&self.words)),
        }
        Task::none()
    }

    /// A cart in hand is of the canteen that is about to go.
    fn allow_restore(&mut self, file: PathBuf, pin: Pin) -> Task<Message> {
        if !self.checkout.cart().is_untouched() || self.checkout.is_waiting() {
            let why = self.words.text("backup-cart-first");
            self.refuse_backup(why);
            return Task::none();
        }
        let reply = self.till.sign_in(None, Right::Settings, pin, self.now);
        let user = async { reply.await.unwrap_or_else(|closing| Err(closing.into())) };
        Task::perform(user, |user| {
            told(Told::Allowed(file, user.map_err(Arc::new)))
        })
    }

    fn restore_allowed(
        &mut self,
        file: PathBuf,
        user: Result<User, Arc<PinRefused>>,
    ) -> Task<Message> {
        let user = match user {
            Ok(user) => user,
            Err(refused) => {
                let why = self.told(&Failed::Pin(refused));
                self.refuse_backup(why);
                return Task::none();
            }
        };
        let (till, stamp) = (self.till.clone(), Stamp::by(user.id, self.now));
        self.under_way(
            Stage::Checking,
            move |control| till.restore(file, stamp, control),
            |restored| Told::Restored(restored.map(Box::new)),
        )
    }

    /// Another canteen, as it were: everything is read anew, and somebody signs in.
    fn backup_restored(&mut self, restored: Result<Box<Restored>, Error>) -> Task<Message> {
        self.no_more();
        let restored = match restored {
            Ok(restored) => restored,
            Err(error) => {
                self.refuse_backup(error.sentence(&self.words));
                return self.read_backups();
            }
        };
        let mut fresh = Self::new(self.till.clone(), self.clock);
        fresh.sound = self.sound.take();
        fresh.watched = self.watched.take();
        *self = fresh;
        let made = self.words.date_time(restored.manifest.made());
        let told = [("made", made.into())];
        let what = self.words.text_with("backup-done-restored", &told);
        let said = self.say(Mood::Ok, what);
        let read = [
            self.read_users(),
            self.read_last_check(),
            self.read_backups(),
        ];
        Task::batch(std::iter::once(said).chain(read))
    }

    pub(super) fn backups_kept(&mut self, moved: bool, kept: Result<(), Failed>) -> Task<Message> {
        if let Err(why) = kept {
            let why = self.told(&why);
            self.refuse_backup(why);
            return Task::none();
        }
        if let Some(open) = self.open_settings_screen() {
            open.backup_done();
        }
        let again = match self.backups.schedule {
            Some((scheduler, true)) if moved => self.reschedule(scheduler),
            _ => Task::none(),
        };
        self.show_backups();
        Task::batch([self.read_backups(), again])
    }

    pub(super) fn open_settings_screen(&mut self) -> Option<&mut settings::Settings> {
        self.work_mut()?.settings.as_deref_mut()
    }

    pub(super) fn refuse_backup(&mut self, why: String) {
        if let Some(open) = self.open_settings_screen() {
            open.backup_refused(why);
        }
    }

    /// Who may open the settings gets the page; others are told whom to call.
    fn backup_pressed(&mut self) -> Task<Message> {
        let may = self.user().is_some_and(|user| user.may(Right::Settings));
        if may {
            self.backups.wanted = true;
            return self.went(Place::Settings);
        }
        let (mood, key) = match self.backup_health() {
            Some(Health::Protected) => (Mood::Ok, "backup-told-good"),
            None | Some(Health::Never) => (Mood::Neutral, "backup-told-never"),
            Some(_) => (Mood::Error, "backup-told-bad"),
        };
        let what = self.words.text(key);
        self.say(mood, what)
    }
}

pub(super) const fn told(news: Told) -> Message {
    Message::Backups(news)
}

/// The till's answer; a till that closes did nothing.
fn flat<T>(answer: Result<Result<T, Error>, crate::till::Closing>) -> Result<T, Error> {
    answer.unwrap_or(Err(Error::Cancelled))
}

#[cfg(test)]
#[path = "backups_tests.rs"]
mod tests;
