//! The dashboard in the window: when it is read, and that nothing moves under a finger.
//!
//! It is read when it is opened, every five minutes while it is shown, after a sale and when asked to; not
//! when nobody sees it. What was read by itself waits while a finger is down and a second after.

mod export;
#[cfg(test)]
mod journey;

use std::path::{Path, PathBuf};

use iced::{Event, Task, mouse, touch};

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen};
use crate::app::screen::dashboard::{
    self as screen, Action, Dashboard, Drawn, Read, Source, Wanted,
};
use crate::app::widget::Paper;
use crate::domain::metrics::{Acknowledged, Alert, Cursor, Page};
use crate::domain::user::{Right, User};
use crate::domain::{Moment, SaleId, Timestamp};
use crate::report::{Exported, NoReport};
use crate::store::Cancel;
use crate::till::{Closing, Reply, failure};

/// It reads itself again so often while it is shown.
const EVERY_MS: i64 = 5 * 60_000;
/// After a press nothing moves for so long.
const STILL_MS: i64 = 1_000;
/// So many sales are on a page of a list.
const ROWS: usize = 50;

/// What came of what the dashboard asked for.
#[derive(Debug, Clone)]
pub enum Told {
    /// On the screen.
    Screen(screen::Message),
    /// The answer to that question for a page.
    Read(u64, Result<Read, NoReport>),
    /// The answer to that question for a list.
    Listed(u64, Result<Page, NoReport>),
    /// A ticket was drawn, or not.
    Drawn(SaleId, Result<Paper, Failed>),
    /// An alert was kept, or not.
    Acknowledged(Result<Acknowledged, Failed>),
    /// Rows were written, or not.
    Exported(Result<Exported, NoReport>),
    /// A page was written, or not.
    Written(Result<PathBuf, NoReport>),
    /// The summary is on its way to the printer, or not.
    Printed(Result<(), NoReport>),
}

/// What is asked, what waits, and where the finger is.
#[derive(Debug, Default)]
pub(super) struct Looking {
    page: Question,
    list: Question,
    /// Read by itself, while the finger was down.
    waiting: Option<(Read, Moment)>,
    finger: bool,
    pressed_at: Option<Timestamp>,
    /// When it was last tried: one that fails is not tried without end.
    tried_at: Option<Timestamp>,
}

/// A question that is under way.
#[derive(Debug, Default)]
struct Question {
    number: u64,
    cancel: Option<Cancel>,
    by_itself: bool,
}

impl Question {
    /// A new one: the one before is not wanted any more.
    fn ask(&mut self, by_itself: bool) -> (u64, Cancel) {
        self.cancel();
        let cancel = Cancel::default();
        self.number += 1;
        self.by_itself = by_itself;
        self.cancel = Some(cancel.clone());
        (self.number, cancel)
    }

    fn cancel(&mut self) {
        if let Some(cancel) = self.cancel.take() {
            cancel.cancel();
        }
    }

    /// Whether an answer is to the question that is under way; it is then no more.
    fn is_answered_by(&mut self, number: u64) -> bool {
        number == self.number && self.cancel.take().is_some()
    }
}

impl Looking {
    /// Whether something waits for the finger to go.
    pub(super) const fn waits(&self) -> bool {
        self.waiting.is_some()
    }

    /// A press, or its end.
    pub(super) fn hear(&mut self, event: &Event, now: Timestamp) {
        let down = match event {
            Event::Mouse(mouse::Event::ButtonPressed(_))
            | Event::Touch(touch::Event::FingerPressed { .. }) => true,
            Event::Mouse(mouse::Event::ButtonReleased(_))
            | Event::Touch(touch::Event::FingerLifted { .. } | touch::Event::FingerLost { .. }) => {
                false
            }
            _ => return,
        };
        self.finger = down;
        self.pressed_at = Some(now);
    }

    /// Whether something is about to be pressed.
    fn is_touched(&self, now: Timestamp) -> bool {
        let since = self.pressed_at.map(|at| now.millis_since(at));
        self.finger || since.is_some_and(|since| (0..STILL_MS).contains(&since))
    }
}

impl Program {
    /// Opens it and reads what it shows; what was read before is in sight until then.
    pub(super) fn open_dashboard(&mut self) -> Task<Message> {
        let today = self.now.day();
        let folder = self.till.config().reports.folder().map(Path::to_path_buf);
        let folder = folder.unwrap_or_else(|| self.home());
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        if !work.user.may(Right::Reports) {
            let why = self.words.text("no-right");
            return self.say(crate::app::widget::Mood::Warn, why);
        }
        work.place = Place::Dashboard;
        let open = work
            .dashboard
            .get_or_insert_with(|| Box::new(Dashboard::new(today, &folder)));
        let wanted = open.wanted();
        self.read_dashboard(wanted, false)
    }

    /// The screen, while it is shown.
    fn dashboard_screen(&mut self) -> Option<&mut Dashboard> {
        match &mut self.screen {
            Screen::Work(work) if work.place == Place::Dashboard => work.dashboard.as_deref_mut(),
            _ => None,
        }
    }

    /// Whether it is shown.
    pub(super) fn is_looking(&self) -> bool {
        matches!(&self.screen, Screen::Work(work)
            if work.place == Place::Dashboard && work.dashboard.is_some())
    }

    /// Whether there is something to go back from before the dashboard is left.
    fn is_deep_in_dashboard(&self) -> bool {
        let Screen::Work(work) = &self.screen else {
            return false;
        };
        self.is_looking() && work.dashboard.as_ref().is_some_and(|open| open.is_deep())
    }

    /// F5 reads it again, F2 leads to the search, Escape goes back a step.
    pub(super) fn named_to_dashboard(
        &mut self,
        key: iced::keyboard::key::Named,
    ) -> Option<Task<Message>> {
        use iced::keyboard::key::Named;
        if !self.is_looking() || self.printer_has_keys() {
            return None;
        }
        match key {
            Named::F5 => Some(self.on_dashboard(screen::Message::RefreshPressed)),
            Named::F2 => Some(iced::widget::operation::focus(screen::SEARCH)),
            Named::Escape if self.is_deep_in_dashboard() => {
                Some(self.on_dashboard(screen::Message::Back))
            }
            // A chart took it: what was chosen there is chosen no more.
            Named::Escape if self.captured => Some(Task::none()),
            _ => None,
        }
    }

    /// Takes in what happened on the screen.
    pub(super) fn on_dashboard(&mut self, message: screen::Message) -> Task<Message> {
        self.dashboard(Told::Screen(message))
    }

    /// Takes in what happened, or what came of what was asked.
    pub(super) fn dashboard(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::Screen(message) => self.dashboard_message(message),
            Told::Read(number, read) => self.dashboard_read(number, read),
            Told::Listed(number, page) => self.dashboard_listed(number, page),
            Told::Drawn(sale, drawn) => self.ticket_drawn(sale, drawn),
            Told::Acknowledged(kept) => self.alert_acknowledged(kept),
            Told::Exported(exported) => self.rows_exported(exported),
            Told::Written(file) => self.page_written(file),
            Told::Printed(printed) => self.summary_printed(printed),
        }
    }

    fn dashboard_message(&mut self, message: screen::Message) -> Task<Message> {
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        let Some(mut open) = work.dashboard.take() else {
            return Task::none();
        };
        let user = work.user.clone();
        let action = open.update(message, &self.context(&user));
        if let Screen::Work(work) = &mut self.screen {
            work.dashboard = Some(open);
        }
        self.do_for_dashboard(action, user)
    }

    fn do_for_dashboard(&mut self, action: Action, user: User) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Read(wanted) => self.read_dashboard(wanted, false),
            Action::List(source, after) => self.read_list(source, after),
            Action::Ticket(sale) => self.draw_ticket(sale),
            Action::Reprint(sale) => self.reprint(sale),
            Action::Acknowledge(alert, note) => self.acknowledge(*alert, note, &user),
            Action::Export(what, ask, file) => self.export(what, ask, file, user),
            Action::Print(ask) => self.print_summary(ask),
            Action::FocusSearch => iced::widget::operation::focus(screen::SEARCH),
        }
    }

    /// Asks for what the page shows; what was asked before is not wanted any more.
    fn read_dashboard(&mut self, wanted: Wanted, by_itself: bool) -> Task<Message> {
        let Some(open) = self.dashboard_screen() else {
            return Task::none();
        };
        open.begins_to_read();
        self.looking.waiting = None;
        self.looking.tried_at = Some(self.now.at);
        let (number, cancel) = self.looking.page.ask(by_itself);
        let (till, now) = (self.till.clone(), self.now);
        let calendar = self.till.config().calendar;
        let read = async move {
            Ok(match wanted {
                Wanted::Summary(ask) => {
                    let read = answered(till.dashboard(ask, now, &cancel).await)?;
                    Read::Summary(ask, Box::new(read))
                }
                Wanted::Week(day) => {
                    Read::Week(Box::new(answered(till.week(day, now, &cancel).await)?))
                }
                Wanted::Month(day) => {
                    Read::Month(Box::new(answered(till.month(day, now, &cancel).await)?))
                }
                Wanted::Hours(period) => {
                    let span = period.span(now.day(), &calendar);
                    Read::Hours(Box::new(answered(till.heat_map(span, &cancel).await)?))
                }
            })
        };
        Task::perform(read, move |read| told(Told::Read(number, read)))
    }

    fn dashboard_read(&mut self, number: u64, read: Result<Read, NoReport>) -> Task<Message> {
        if !self.looking.page.is_answered_by(number) {
            return Task::none();
        }
        match read {
            Ok(read) if self.looking.page.by_itself && self.looking.is_touched(self.now.at) => {
                self.looking.waiting = Some((read, self.now));
            }
            Ok(read) => self.show_read(read, self.now),
            Err(NoReport::Cancelled) => {}
            Err(why) => {
                let why = self.no_report(&why);
                if let Some(open) = self.dashboard_mut() {
                    open.not_read(why);
                }
            }
        }
        Task::none()
    }

    fn show_read(&mut self, read: Read, at: Moment) {
        let words = self.words.clone();
        if let Some(open) = self.dashboard_mut() {
            open.read(read, at, &words);
        }
    }

    /// The screen, shown or not, behind the lock too.
    fn dashboard_mut(&mut self) -> Option<&mut Dashboard> {
        self.work_mut()?.dashboard.as_deref_mut()
    }

    /// The minute moved on, or something waits for the finger to go.
    pub(super) fn dashboard_ticked(&mut self) -> Task<Message> {
        if !self.is_looking() {
            self.looking.waiting = None;
            return Task::none();
        }
        if !self.looking.is_touched(self.now.at)
            && let Some((read, at)) = self.looking.waiting.take()
        {
            self.show_read(read, at);
        }
        let now = self.now.at;
        let old = |at: Option<Timestamp>| at.is_none_or(|at| now.millis_since(at) >= EVERY_MS);
        if self.looking.page.cancel.is_none() && old(self.looking.tried_at) {
            return self.read_dashboard_by_itself();
        }
        Task::none()
    }

    /// A sale was written on this till: what is shown is no longer all.
    pub(super) fn dashboard_sold(&mut self) -> Task<Message> {
        self.read_dashboard_by_itself()
    }

    fn read_dashboard_by_itself(&mut self) -> Task<Message> {
        match self.dashboard_screen().map(|open| open.wanted()) {
            Some(wanted) => self.read_dashboard(wanted, true),
            None => Task::none(),
        }
    }

    /// What is read for a screen that is left is not wanted any more.
    pub(super) fn leave_dashboard_if_left(&mut self) {
        if self.is_looking() {
            return;
        }
        let looking = &mut self.looking;
        if looking.page.cancel.is_none() && looking.list.cancel.is_none() {
            return;
        }
        looking.page.cancel();
        looking.list.cancel();
        looking.waiting = None;
        if let Some(open) = self.dashboard_mut() {
            open.stopped_reading();
        }
    }

    fn read_list(&mut self, source: Source, after: Option<Cursor>) -> Task<Message> {
        let (number, cancel) = self.looking.list.ask(false);
        let reply = match source {
            Source::Behind(drill) => self.till.drill(drill, after, ROWS, &cancel),
            Source::Found(search) => self.till.find_sales(search, after, ROWS, &cancel),
        };
        let page = async move { answered(reply.await) };
        Task::perform(page, move |page| told(Told::Listed(number, page)))
    }

    fn dashboard_listed(&mut self, number: u64, page: Result<Page, NoReport>) -> Task<Message> {
        if !self.looking.list.is_answered_by(number) {
            return Task::none();
        }
        let page = page.map_err(|why| self.no_report(&why));
        if let Some(open) = self.dashboard_mut() {
            open.listed(page);
        }
        Task::none()
    }

    fn draw_ticket(&self, sale: SaleId) -> Task<Message> {
        let till = self.till.clone();
        let drawn = async move {
            let receipt = flat(till.receipt(sale).await)?;
            let drawn = Reply::aside(move || Paper::drawn(&till.document(&receipt)));
            Ok(drawn.await?)
        };
        Task::perform(drawn, move |drawn| told(Told::Drawn(sale, drawn)))
    }

    fn ticket_drawn(&mut self, sale: SaleId, drawn: Result<Paper, Failed>) -> Task<Message> {
        let drawn: Drawn = drawn.map_err(|why| self.told(&why));
        if let Some(open) = self.dashboard_mut() {
            open.ticket_drawn(sale, drawn);
        }
        Task::none()
    }

    fn acknowledge(&self, alert: Alert, note: String, user: &User) -> Task<Message> {
        let reply = self.till.acknowledge(alert, note, user, self.now);
        let kept = async move { flat(reply.await) };
        Task::perform(kept, |kept| told(Told::Acknowledged(kept)))
    }

    fn alert_acknowledged(&mut self, kept: Result<Acknowledged, Failed>) -> Task<Message> {
        let kept = kept.map_err(|why| self.told(&why));
        if let Some(open) = self.dashboard_mut() {
            open.acknowledged(kept);
        }
        Task::none()
    }

    /// The page is read: told, and not asked for.
    pub(in crate::app) fn play_read(&mut self, read: Read) {
        self.looking.page.cancel();
        self.show_read(read, self.now);
    }

    /// The page is not read: told, and not asked for.
    pub(in crate::app) fn play_not_read(&mut self) {
        let (number, _nobody_asks) = self.looking.page.ask(false);
        let gone = NoReport::Store(crate::store::Error::DiskFull);
        let _shown = self.dashboard_read(number, Err(gone));
    }

    /// The list is read: told, and not asked for.
    pub(in crate::app) fn play_listed(&mut self, page: Page) {
        let (number, _nobody_asks) = self.looking.list.ask(false);
        let _shown = self.dashboard_listed(number, Ok(page));
    }

    /// The sentence of a report that there is none of; its cause is noted for whoever helps.
    pub(in crate::app::program) fn no_report(&self, why: &NoReport) -> String {
        self.till.note(why.to_string());
        match why {
            NoReport::Store(error) => failure::of_store(error).sentence(&self.words),
            NoReport::NotWritten { file, cause } => {
                let values = [
                    ("file", file.display().to_string().into()),
                    ("why", cause.as_ref().into()),
                ];
                self.words.text_with("dash-export-failed", &values)
            }
            NoReport::TooManyRows => self.words.text("dash-too-many-rows"),
            NoReport::Cancelled | NoReport::Closing => failure::of_closing().sentence(&self.words),
        }
    }
}

fn told(told: Told) -> Message {
    Message::Dashboard(told)
}

fn answered<T>(answer: Result<Result<T, NoReport>, Closing>) -> Result<T, NoReport> {
    answer.map_err(|_| NoReport::Closing)?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64) -> Timestamp {
        Timestamp(ms)
    }

    #[test]
    fn nothing_moves_while_a_finger_is_down_and_a_second_after() {
        let mut looking = Looking::default();
        assert!(!looking.is_touched(at(5_000)));
        let left = mouse::Button::Left;
        let down = Event::Mouse(mouse::Event::ButtonPressed(left));
        looking.hear(&down, at(5_000));
        assert!(looking.is_touched(at(60_000)), "still down");
        let up = Event::Mouse(mouse::Event::ButtonReleased(left));
        looking.hear(&up, at(60_000));
        assert!(looking.is_touched(at(60_900)));
        assert!(!looking.is_touched(at(61_000)));
    }

    #[test]
    fn an_answer_to_a_question_that_was_asked_anew_is_not_shown() {
        let mut question = Question::default();
        let (first, cancel) = question.ask(false);
        let (second, _) = question.ask(true);
        assert!(cancel.is_cancelled(), "nobody waits for it");
        assert!(!question.is_answered_by(first));
        assert!(question.is_answered_by(second) && !question.is_answered_by(second));
    }
}
