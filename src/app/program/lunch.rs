//! Lunch: cards become servings, menus, plans and payments are written and read, lists are printed and saved.

use iced::Task;
use iced::keyboard::key::Named;

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen, Work};
use crate::app::screen::lunch::{Action, Lunch, Message as LunchMessage, SEARCH_ID, Tab};
use crate::app::sound::Cue;
use crate::app::widget::{Element, Mood, keypad};
use crate::domain::code::Code;
use crate::domain::lunch::{Conflict, Month, ServingId};
use crate::domain::sale::At;
use crate::domain::student::CardRefused;
use crate::domain::user::{Pin, Right, User};
use crate::domain::{BusinessDay, MovementId, ProductId};
use crate::printing::lunch as paper;
use crate::store::diet::Alerted;
use crate::store::lunch::{
    Attempt, Booking, LunchDay, MonthRow, Outcome, PlanFile, Provision, Wanted, Who,
};
use crate::store::{self, Stamp};
use crate::till::lunch::LunchRefused;
use crate::till::{Closing, Reply, Till};

/// What came of what the place asked for, and what happened in it.
#[derive(Debug, Clone)]
pub enum Told {
    /// On the screen.
    Screen(LunchMessage),
    /// The day at the counter was read.
    DayRead(Result<LunchDay, Failed>),
    /// A lunch was registered, or not.
    Attempted(Box<Wanted>, Result<Box<Attempt>, Failed>),
    /// A lunch was taken back, or not.
    TakenBack(ServingId, Result<(), Failed>),
    /// The menus were read.
    MenusRead(Result<Box<Menus>, Failed>),
    /// Plans and subscriptions were read, after a change or not.
    PlansRead(Result<(Vec<PlanFile>, Vec<Booking>), Failed>),
    /// A month was read, after a payment or not.
    MonthRead(Month, Result<Vec<MonthRow>, Failed>),
    /// A page is in the printer's queue, or not.
    Queued(Result<(), Failed>),
    /// A file was written: where, or a sentence for the user.
    Saved(Result<String, String>),
}

/// The menus around a day.
#[derive(Debug, Clone)]
pub struct Menus {
    of_days: std::collections::BTreeMap<BusinessDay, Vec<ProductId>>,
    day: LunchDay,
    provisions: Vec<Provision>,
}

impl From<LunchRefused> for Failed {
    fn from(refused: LunchRefused) -> Self {
        match refused {
            LunchRefused::NoRight => Self::NoRight,
            LunchRefused::Pin(refused) => refused.into(),
            LunchRefused::Store(error) => error.into(),
            LunchRefused::Closing(closing) => closing.into(),
        }
    }
}

fn done<T>(answer: Result<Result<T, LunchRefused>, Closing>) -> Result<T, Failed> {
    Ok(answer??)
}

impl Program {
    pub(super) fn is_at_lunch(&self) -> bool {
        matches!(&self.screen, Screen::Work(work) if work.place == Place::Lunch)
            && !self.printing.is_open()
            && !self.printing.helps()
    }

    pub(super) fn open_lunch(&mut self) -> Task<Message> {
        let may = self.user().is_some_and(|user| user.may(Right::Lunch));
        if !may {
            let why = self.words.text("no-right");
            return self.say(Mood::Warn, why);
        }
        let (today, roll) = (self.now.day(), self.roll.clone());
        if let Screen::Work(work) = &mut self.screen {
            work.place = Place::Lunch;
            work.lunch = Some(Box::new(Lunch::new(today, roll)));
        }
        Task::batch([
            self.read_lunch_day(),
            iced::widget::operation::focus(SEARCH_ID),
        ])
    }

    pub(super) fn lunch_view<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let context = self.context(&work.user);
        let view = work.lunch.as_ref().map(|lunch| lunch.view(&context));
        let told = |message| Message::Lunch(Told::Screen(message));
        view.map_or_else(|| iced::widget::space().into(), |view| view.map(told))
    }

    fn read_lunch_day(&self) -> Task<Message> {
        let reply = self.till.lunch_day(self.now.day());
        Task::perform(async { flat(reply.await) }, |read| {
            Message::Lunch(Told::DayRead(read))
        })
    }

    /// A counter that was open at midnight shows the new day.
    pub(super) fn lunch_ticked(&self) -> Task<Message> {
        let Screen::Work(work) = &self.screen else {
            return Task::none();
        };
        let shown = work.lunch.as_ref().and_then(|lunch| lunch.day());
        match shown {
            Some(day) if work.place == Place::Lunch && day.day != self.now.day() => {
                self.read_lunch_day()
            }
            _ => Task::none(),
        }
    }

    pub(super) fn lunch(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::Screen(message) => self.on_lunch_screen(message),
            Told::DayRead(read) => self.lunch_day_read(read),
            Told::Attempted(wanted, attempt) => self.lunch_attempted(*wanted, attempt),
            Told::TakenBack(serving, done) => self.lunch_taken_back(serving, done),
            Told::MenusRead(read) => self.menus_read(read),
            Told::PlansRead(read) => self.plans_read(read),
            Told::MonthRead(month, read) => self.month_read(month, read),
            Told::Queued(queued) => self.say_queued(queued),
            Told::Saved(saved) => self.say_saved(saved),
        }
    }

    pub(super) fn on_lunch_screen(&mut self, message: LunchMessage) -> Task<Message> {
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        // The screen is taken out while it looks at the rest of the program.
        let (Some(mut lunch), user) = (work.lunch.take(), work.user.clone()) else {
            return Task::none();
        };
        let before = lunch.tab();
        let action = lunch.update(message, &self.context(&user));
        let counter = before != Tab::Counter && lunch.tab() == Tab::Counter;
        if let Screen::Work(work) = &mut self.screen {
            work.lunch = Some(lunch);
        }
        let acted = self.on_lunch(action, &user);
        match counter {
            // What was changed in another part counts at the counter.
            true => Task::batch([
                acted,
                self.read_lunch_day(),
                iced::widget::operation::focus(SEARCH_ID),
            ]),
            false => acted,
        }
    }

    fn on_lunch(&mut self, action: Action, user: &User) -> Task<Message> {
        let (at, now) = (self.at(user), self.now);
        match action {
            Action::None => Task::none(),
            Action::Serve { wanted, left } => {
                let reply = self.till.serve_lunch((*wanted).clone(), user, at);
                let left = self.note_left(left);
                Task::batch([left, attempted(wanted, reply)])
            }
            Action::Approve {
                wanted,
                shown,
                pin,
                reason,
            } => self.approve_lunch(wanted, shown, pin, reason, at),
            Action::Left(left) => self.note_left(left),
            Action::TakeBack(serving, reason) => {
                let reply = self.till.take_back_lunch(serving, reason, user, at);
                Task::perform(async { done(reply.await) }, move |done| {
                    Message::Lunch(Told::TakenBack(serving, done))
                })
            }
            Action::PrintMissing => self.print_missing(),
            Action::SaveMissing => self.save_missing(),
            Action::ReadMenus(day) => self.read_menus(day, None, user),
            Action::SetMenu(day, dishes) => {
                let written = self.till.set_lunch_menu(day, dishes, user, now);
                self.read_menus(day, Some(written), user)
            }
            Action::ReadPlans => self.read_plans(Reply::aside(|| Ok(()))),
            Action::SavePlan(plan, new) => {
                self.read_plans(self.till.save_lunch_plan(plan, *new, user, now))
            }
            Action::Subscribe(students, wish) => {
                self.read_plans(self.till.subscribe_lunch(students, *wish, user, now))
            }
            Action::End(subscription, last, reason) => {
                self.read_plans(self.till.end_lunch(subscription, last, reason, user, now))
            }
            Action::ReadMonth(month) => self.read_month(month, Reply::aside(|| Ok(()))),
            Action::Pay(payment) => {
                self.read_month(payment.month(), self.till.pay_lunch(*payment, user, at))
            }
            Action::TakeBackPayment {
                payment,
                month,
                pin,
                reason,
            } => self.take_back_payment(payment, month, (pin, reason), at),
            Action::PrintAccount(month, row) => self.print_account(month, &row),
            Action::SaveMonth(month, rows) => {
                let bytes = paper::month_csv(&rows, &self.words);
                self.save_lunch(
                    format!("{}-{month}", self.words.text("lunch-file-month")),
                    bytes,
                )
            }
        }
    }

    fn approve_lunch(
        &self,
        wanted: Box<Wanted>,
        shown: Vec<Conflict>,
        pin: Pin,
        reason: String,
        at: At,
    ) -> Task<Message> {
        let reply = self
            .till
            .serve_lunch_approved((*wanted).clone(), shown, (pin, reason), at);
        attempted(wanted, reply)
    }

    fn note_left(&self, left: Vec<Alerted>) -> Task<Message> {
        match left.is_empty() {
            true => Task::none(),
            false => self.note_alerts(left),
        }
    }

    fn in_lunch(&mut self, tell: impl FnOnce(&mut Lunch)) {
        if let Some(work) = self.work_mut()
            && let Some(lunch) = &mut work.lunch
        {
            tell(lunch);
        }
    }

    fn lunch_day_read(&mut self, read: Result<LunchDay, Failed>) -> Task<Message> {
        match read {
            Ok(day) => {
                self.in_lunch(|lunch| lunch.day_is(day));
                Task::none()
            }
            Err(why) => self.fail(&why),
        }
    }

    fn lunch_attempted(
        &mut self,
        wanted: Wanted,
        attempt: Result<Box<Attempt>, Failed>,
    ) -> Task<Message> {
        let heard = match &attempt {
            Ok(attempt) => match &attempt.outcome {
                Outcome::Served(_) => None,
                Outcome::Ask(_) => Some((Cue::Ask, "lunch-heard-ask")),
                Outcome::Refused(_) => Some((Cue::Refuse, "lunch-heard-refused")),
            },
            Err(_) => Some((Cue::Refuse, "lunch-heard-nobody")),
        };
        let name = attempt
            .as_ref()
            .ok()
            .map(|of| of.customer.student.name.clone());
        let heard = heard.map_or_else(Task::none, |(cue, key)| {
            let name = name.unwrap_or_default();
            let said = self.words.text_with(key, &[("name", name.into())]);
            self.sound(cue, said)
        });
        let photo = match attempt {
            Ok(attempt) => {
                let photo = self.find_photos([&*attempt.customer]);
                self.in_lunch(|lunch| lunch.attempted(wanted, *attempt));
                photo
            }
            Err(why) => {
                self.lunch_not_attempted(&wanted, &why);
                Task::none()
            }
        };
        Task::batch([heard, photo, self.read_lunch_day()])
    }

    fn lunch_not_attempted(&mut self, wanted: &Wanted, why: &Failed) {
        let words = &self.words;
        let (what, todo) = match (why, &wanted.who) {
            (Failed::Store(store::Error::NotFound(_)), Who::Card(card)) => {
                let told = [("code", card.as_str().into())];
                let what = words.text_with("lunch-no-card", &told);
                (what, words.text("lunch-no-card-todo"))
            }
            (Failed::Store(store::Error::Card(CardRefused::Blocked)), _) => (
                words.text("refused-card-blocked"),
                words.text("lunch-card-todo"),
            ),
            (Failed::Store(store::Error::Card(CardRefused::Expired(day))), _) => {
                let told = [("day", (*day).into())];
                let what = words.text_with("refused-card-expired", &told);
                (what, words.text("lunch-card-todo"))
            }
            (Failed::Pin(_) | Failed::NoRight, _) => {
                let why = self.told(why);
                return self.in_lunch(|lunch| lunch.approval_refused(why));
            }
            _ => (words.text("lunch-not-registered"), self.told(why)),
        };
        self.in_lunch(|lunch| lunch.not_attempted(what, todo));
    }

    fn lunch_taken_back(&mut self, serving: ServingId, done: Result<(), Failed>) -> Task<Message> {
        let why = done.err().map(|why| self.told(&why));
        self.in_lunch(|lunch| lunch.taken_back(serving, why));
        self.read_lunch_day()
    }

    /// The menus of the week of a day and of the one before it. Whoever sees names is noted as having looked.
    fn read_menus(
        &self,
        day: BusinessDay,
        written: Option<Reply<Result<(), LunchRefused>>>,
        user: &User,
    ) -> Task<Message> {
        let till = self.till.clone();
        let seen = user
            .may(Right::Health)
            .then(|| till.note_health_seen(None, Stamp::by(user.id, self.now)));
        let read = async move {
            if let Some(written) = written {
                done(written.await)?;
            }
            if let Some(seen) = seen {
                flat(seen.await)?;
            }
            menus(&till, day).await.map(Box::new)
        };
        Task::perform(read, |read| Message::Lunch(Told::MenusRead(read)))
    }

    fn menus_read(&mut self, read: Result<Box<Menus>, Failed>) -> Task<Message> {
        match read {
            Ok(read) => {
                let Menus {
                    of_days,
                    day,
                    provisions,
                } = *read;
                self.in_lunch(|lunch| lunch.menus_are(of_days, day, provisions));
                Task::none()
            }
            Err(why) => {
                self.in_lunch(Lunch::menu_refused);
                self.fail(&why)
            }
        }
    }

    fn read_plans<T: Send + 'static>(
        &self,
        written: Reply<Result<T, LunchRefused>>,
    ) -> Task<Message> {
        let (till, day) = (self.till.clone(), self.now.day());
        let read = async move {
            done(written.await)?;
            Ok((
                flat(till.lunch_plans(day).await)?,
                flat(till.lunch_bookings(day).await)?,
            ))
        };
        Task::perform(read, |read| Message::Lunch(Told::PlansRead(read)))
    }

    fn plans_read(&mut self, read: Result<(Vec<PlanFile>, Vec<Booking>), Failed>) -> Task<Message> {
        match read {
            Ok((plans, bookings)) => {
                self.in_lunch(|lunch| lunch.plans_are(plans, bookings));
                Task::none()
            }
            Err(why) => {
                let asks = self.asks_at_lunch();
                let why = self.told(&why);
                match asks {
                    true => {
                        self.in_lunch(|lunch| lunch.plans_refused(why));
                        Task::none()
                    }
                    false => self.say(Mood::Error, why),
                }
            }
        }
    }

    fn asks_at_lunch(&self) -> bool {
        let Screen::Work(work) = &self.screen else {
            return false;
        };
        work.lunch.as_ref().is_some_and(|lunch| lunch.asks())
    }

    fn read_month(&self, month: Month, written: Reply<Result<(), LunchRefused>>) -> Task<Message> {
        let till = self.till.clone();
        let read = async move {
            done(written.await)?;
            flat(till.lunch_month(month).await)
        };
        Task::perform(read, move |read| {
            Message::Lunch(Told::MonthRead(month, read))
        })
    }

    fn month_read(&mut self, month: Month, read: Result<Vec<MonthRow>, Failed>) -> Task<Message> {
        match read {
            Ok(rows) => {
                self.in_lunch(|lunch| lunch.month_is(month, rows));
                // A payment off the account of the pupil in hand.
                self.read_buyer()
            }
            Err(why) => {
                let asks = self.asks_at_lunch();
                let why = match &why {
                    Failed::Store(store::Error::Account(refused)) => {
                        let available = available(*refused);
                        let told = [("available", available.into())];
                        self.words.text_with("lunch-account-short", &told)
                    }
                    why => self.told(why),
                };
                match asks {
                    true => {
                        self.in_lunch(|lunch| lunch.month_refused(why));
                        Task::none()
                    }
                    false => self.say(Mood::Error, why),
                }
            }
        }
    }

    fn take_back_payment(
        &self,
        payment: MovementId,
        month: Month,
        (pin, reason): (Pin, String),
        at: At,
    ) -> Task<Message> {
        let reply = self.till.take_back_lunch_payment(payment, pin, reason, at);
        self.read_month(month, reply)
    }

    fn print_missing(&self) -> Task<Message> {
        let Screen::Work(work) = &self.screen else {
            return Task::none();
        };
        let day = work.lunch.as_ref().and_then(|lunch| lunch.day());
        let Some(day) = day else {
            return Task::none();
        };
        let page = paper::missing(day, &self.shop, self.now, &self.words, self.till.paper());
        self.print_lunch(self.words.text("lunch-job-missing"), page)
    }

    fn print_account(&self, month: Month, row: &MonthRow) -> Task<Message> {
        let name = paper::month_words(month, &self.words);
        let (shop, now) = (&self.shop, self.now);
        let page = paper::account(row, &name, (shop, now), &self.words, self.till.paper());
        let told = [("name", row.name.as_str().into())];
        self.print_lunch(self.words.text_with("lunch-job-account", &told), page)
    }

    fn print_lunch(&self, title: String, page: crate::printing::Document) -> Task<Message> {
        let reply = self.till.print_page(title, page, self.now.at);
        Task::perform(async { flat(reply.await).map(drop) }, |queued| {
            Message::Lunch(Told::Queued(queued))
        })
    }

    fn save_missing(&self) -> Task<Message> {
        let Screen::Work(work) = &self.screen else {
            return Task::none();
        };
        let day = work.lunch.as_ref().and_then(|lunch| lunch.day());
        let Some(day) = day else {
            return Task::none();
        };
        let name = format!("{}-{}", self.words.text("lunch-file-missing"), day.day);
        self.save_lunch(name, paper::missing_csv(day, &self.words))
    }

    /// Into the user's own folder, beside the screen; an older one of that name is replaced.
    fn save_lunch(&self, name: String, bytes: Vec<u8>) -> Task<Message> {
        let file = self.home().join(name + ".csv");
        let saved = super::lists::saved(file, bytes, self.words.clone());
        Task::perform(saved, |saved| Message::Lunch(Told::Saved(saved)))
    }

    pub(super) fn lunch_scanned(&mut self, code: Code) -> Task<Message> {
        self.on_lunch_screen(LunchMessage::Scanned(code))
    }

    /// Digits that no field took are a PIN's; other letters begin a search.
    pub(super) fn typed_to_lunch(&mut self, text: &str) -> Task<Message> {
        let Screen::Work(work) = &self.screen else {
            return Task::none();
        };
        if !work
            .lunch
            .as_ref()
            .is_some_and(|lunch| lunch.asks_for_pin())
        {
            return Task::none();
        }
        let typed: Vec<_> = text
            .chars()
            .map(|letter| self.on_lunch_screen(LunchMessage::Typed(letter)))
            .collect();
        Task::batch(typed)
    }

    pub(super) fn entered_at_lunch(&mut self) -> Task<Message> {
        match self.captured {
            true => Task::none(),
            false => self.on_lunch_screen(LunchMessage::Entered),
        }
    }

    pub(super) fn named_to_lunch(&mut self, key: Named) -> Option<Task<Message>> {
        if !self.is_at_lunch() || self.printer_has_keys() {
            return None;
        }
        let message = match key {
            Named::Backspace if !self.captured => LunchMessage::KeyPressed(keypad::Key::Backspace),
            Named::F2 => {
                let counter = self.on_lunch_screen(LunchMessage::TabChosen(Tab::Counter));
                let focus = iced::widget::operation::focus(SEARCH_ID);
                return Some(Task::batch([counter, focus]));
            }
            Named::F3 => LunchMessage::MainPressed,
            Named::F4 => LunchMessage::UndoPressed,
            Named::Escape if self.is_open_at_lunch() => LunchMessage::Escaped,
            _ => return None,
        };
        Some(self.on_lunch_screen(message))
    }

    fn is_open_at_lunch(&self) -> bool {
        let Screen::Work(work) = &self.screen else {
            return false;
        };
        work.lunch.as_ref().is_some_and(|lunch| lunch.is_open())
    }

    /// Whoever goes to another place has not decided about what was shown.
    pub(super) fn leave_lunch(&mut self) -> Task<Message> {
        let left = self.left_at_lunch();
        self.note_left(left)
    }

    pub(super) fn left_at_lunch(&mut self) -> Vec<Alerted> {
        let Screen::Work(work) = &mut self.screen else {
            return Vec::new();
        };
        work.lunch
            .as_mut()
            .map_or_else(Vec::new, |lunch| lunch.leave())
    }
}

fn attempted(wanted: Box<Wanted>, reply: Reply<Result<Attempt, LunchRefused>>) -> Task<Message> {
    let attempt = async { done(reply.await).map(Box::new) };
    Task::perform(attempt, move |attempt| {
        Message::Lunch(Told::Attempted(wanted.clone(), attempt))
    })
}

async fn menus(till: &Till, day: BusinessDay) -> Result<Menus, Failed> {
    let monday = day.monday();
    let last = monday.0.checked_add_days(chrono::Days::new(6));
    let to = last.map_or(day, BusinessDay);
    Ok(Menus {
        of_days: flat(till.lunch_menus(monday.days_before(7), to).await)?,
        day: flat(till.lunch_day(day).await)?,
        provisions: flat(till.lunch_provisions().await)?,
    })
}

/// What could be charged to the account.
const fn available(refused: crate::domain::account::Refused) -> crate::domain::Money {
    match refused {
        crate::domain::account::Refused::InsufficientBalance { available } => available,
        crate::domain::account::Refused::OverDailyLimit { left }
        | crate::domain::account::Refused::OverWeeklyLimit { left }
        | crate::domain::account::Refused::OverMonthlyLimit { left }
        | crate::domain::account::Refused::OverMealLimit { left } => left,
        // What is bought at the till stands against a sale, never against a month of lunches.
        crate::domain::account::Refused::TooManyItems { .. }
        | crate::domain::account::Refused::OutsideHours { .. }
        | crate::domain::account::Refused::BlockedProduct { .. }
        | crate::domain::account::Refused::BlockedCategory { .. } => crate::domain::Money::ZERO,
    }
}
