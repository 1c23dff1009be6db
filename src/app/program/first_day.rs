//! The list of the first day and the look at this computer: what they want done, and what came of it.

use iced::Task;

use super::failed::flat;
use super::setting::set;
use super::{Failed, Message, Place, Program, Screen};
use crate::app::icon::Icon;
use crate::app::screen::first_day::{self, Action, Offered};
use crate::app::screen::settings::{self, Page};
use crate::app::widget::{Element, Mood, nav};
use crate::domain::UserId;
use crate::domain::user::Right;
use crate::i18n::I18n;
use crate::import;
use crate::store::Stamp;
use crate::till::doctor::Report;
use crate::till::first_day::{FirstDay as Seen, Step};

/// What came of it.
#[derive(Debug, Clone)]
pub enum Told {
    /// At the list.
    Screen(first_day::Message),
    /// How far the day has come, for whom; whether the list is shown because they have just signed in.
    Read(UserId, Result<Seen, Failed>, bool),
    /// The starter catalogue was read.
    Offered(Vec<Offered>),
    /// It was taken over, or not.
    Taken(Result<usize, Failed>),
    /// It is to be shown no more, or that could not be kept.
    Dismissed(Result<(), Failed>),
    /// This computer was looked at.
    Examined(Report),
}

/// What the program knows of the first day.
#[derive(Debug, Default)]
pub(super) struct FirstDay {
    screen: first_day::FirstDay,
    /// Whether the list stands in the sidebar.
    goes_on: bool,
    /// The page of the settings that is to be shown as soon as they are open.
    page: Option<Page>,
}

impl Program {
    pub(super) fn first_day(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::Screen(message) => self.at_first_day(message),
            // Somebody else is at the till by now.
            Told::Read(whose, ..) if self.user().is_none_or(|user| user.id != whose) => {
                Task::none()
            }
            Told::Read(_, seen, arrives) => self.first_day_read(seen, arrives),
            Told::Offered(rows) => {
                self.first_day.screen.offered(rows);
                Task::none()
            }
            Told::Taken(done) => self.starter_taken(done),
            Told::Dismissed(kept) => self.first_day_dismissed(kept),
            Told::Examined(report) => {
                if let Some(screen) = self.open_settings_screen() {
                    screen.examined(report);
                }
                Task::none()
            }
        }
    }

    /// Whoever may change the settings has just signed in.
    pub(super) fn look_at_first_day(&self) -> Task<Message> {
        let may = self.user().is_some_and(|user| user.may(Right::Settings));
        match may && !self.till.config().first_day.dismissed {
            true => self.read_first_day(true),
            false => Task::none(),
        }
    }

    fn read_first_day(&self, arrives: bool) -> Task<Message> {
        let Some(whose) = self.user().map(|user| user.id) else {
            return Task::none();
        };
        let reply = self.till.first_day();
        Task::perform(async { flat(reply.await) }, move |seen| {
            Message::FirstDay(Told::Read(whose, seen, arrives))
        })
    }

    fn first_day_read(&mut self, seen: Result<Seen, Failed>, arrives: bool) -> Task<Message> {
        let seen = match seen {
            Ok(seen) => seen,
            Err(why) => return self.fail(&why),
        };
        self.first_day.goes_on = seen.goes_on() && !self.till.config().first_day.dismissed;
        let leads = self.first_day.goes_on && seen.leads();
        self.first_day.screen.stands(seen);
        let idle = self.checkout.cart().is_untouched() && !self.checkout.has_dialog();
        if let Screen::Work(work) = &mut self.screen
            && arrives
            && leads
            && work.place == Place::Checkout
            && idle
        {
            work.place = Place::FirstDay;
            // Selling is not what comes first: the shift is asked for at the checkout.
            self.cash.done();
        }
        Task::none()
    }

    pub(super) fn open_first_day(&mut self) -> Task<Message> {
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        if !work.user.may(Right::Settings) {
            let why = self.words.text("no-right");
            return self.say(Mood::Warn, why);
        }
        work.place = Place::FirstDay;
        self.read_first_day(false)
    }

    fn at_first_day(&mut self, message: first_day::Message) -> Task<Message> {
        match self.first_day.screen.update(message) {
            Action::None => Task::none(),
            Action::Go(step) => self.go_to_step(step),
            Action::ReadStarter => {
                let told = Told::Offered(offered(&self.words, self.now.day()));
                Task::done(Message::FirstDay(told))
            }
            Action::TakeStarter => self.take_starter(),
            Action::Dismiss => self.dismiss_first_day(),
        }
    }

    fn go_to_step(&mut self, step: Step) -> Task<Message> {
        let page = match step {
            Step::Shop => Page::Shop,
            Step::Users => Page::Users,
            Step::Catalogue | Step::Pupils => Page::Lists,
            Step::Printer => Page::Printer,
            Step::Backup => Page::Backup,
            Step::Sale => return self.went(Place::Checkout),
        };
        self.first_day.page = Some(page);
        self.went(Place::Settings)
    }

    /// The settings were opened: the page that the list leads to is shown.
    pub(super) fn show_page_of_first_day(&mut self) -> Task<Message> {
        match self.first_day.page.take() {
            Some(page) => self.settings(settings::Message::PageChosen(page)),
            None => Task::none(),
        }
    }

    fn take_starter(&self) -> Task<Message> {
        let told = |done| Message::FirstDay(Told::Taken(done));
        let Some(user) = self.user().filter(|user| user.may(Right::Import)) else {
            return Task::done(told(Err(Failed::NoRight)));
        };
        let plan = import::products(import::STARTER.as_bytes(), self.now.day());
        let stamp = Stamp::by(user.id, self.now);
        let reply = self.till.import_products(plan.rows, stamp);
        Task::perform(async { flat(reply.await) }, told)
    }

    fn starter_taken(&mut self, done: Result<usize, Failed>) -> Task<Message> {
        match done {
            Ok(count) => {
                self.first_day.screen.taken(Ok(()));
                let told = [("count", count.into())];
                let what = self.words.text_with("first-day-starter-taken", &told);
                let said = self.say(Mood::Ok, what);
                Task::batch([said, self.load(), self.read_first_day(false)])
            }
            Err(why) => {
                let why = self.told(&why);
                self.first_day.screen.taken(Err(why));
                Task::none()
            }
        }
    }

    fn dismiss_first_day(&mut self) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        let stamp = Stamp::by(user.id, self.now);
        let reply = self
            .till
            .set(|config| config.first_day.dismissed = true, stamp);
        let kept = async { set(reply.await).map(drop) };
        Task::perform(kept, |kept| Message::FirstDay(Told::Dismissed(kept)))
    }

    fn first_day_dismissed(&mut self, kept: Result<(), Failed>) -> Task<Message> {
        if let Err(why) = kept {
            return self.fail(&why);
        }
        self.first_day.goes_on = false;
        let what = self.words.text("first-day-dismissed");
        let said = self.say(Mood::Ok, what);
        Task::batch([said, self.went(Place::Checkout)])
    }

    pub(super) fn examine(&self) -> Task<Message> {
        let reply = self.till.examine(self.words.clone());
        Task::future(async { reply.await.ok() })
            .and_then(|report| Task::done(Message::FirstDay(Told::Examined(report))))
    }

    pub(super) fn first_day_asks(&self) -> bool {
        self.first_day.screen.asks()
    }

    pub(super) fn first_day_view(&self) -> Element<'_, Message> {
        let view = self.first_day.screen.view(&self.words);
        view.map(|message| Message::FirstDay(Told::Screen(message)))
    }

    /// In the sidebar as long as there is something to do, and while it is shown.
    pub(super) fn first_day_item(&self, here: bool) -> Option<nav::Item<'_, Message>> {
        let may = self.user().is_some_and(|user| user.may(Right::Settings));
        (may && (self.first_day.goes_on || here)).then(|| {
            let label = self.words.text("first-day-title");
            nav::item(Icon::Sun, label, here, Message::Went(Place::FirstDay))
        })
    }

    /// Escape closes the dialog; without one it leads back, as everywhere.
    pub(super) fn escape_first_day(&mut self) -> Option<Task<Message>> {
        let dismissed = first_day::Message::StarterDismissed;
        self.first_day_asks().then(|| self.at_first_day(dismissed))
    }

    /// Enter takes the starter catalogue over that is being looked through.
    pub(super) fn enter_first_day(&mut self) -> Task<Message> {
        match self.first_day_asks() {
            true => self.at_first_day(first_day::Message::StarterConfirmed),
            false => Task::none(),
        }
    }
}

fn offered(words: &I18n, day: crate::domain::BusinessDay) -> Vec<Offered> {
    let plan = import::products(import::STARTER.as_bytes(), day);
    let rows = plan.rows.into_iter().map(|row| Offered {
        price: words.money(row.price.amount()),
        name: row.name,
        category: row.category,
        says: row.statement.unwrap_or_default(),
    });
    rows.collect()
}
