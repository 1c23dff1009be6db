//! The iced program: one till, the screen that is shown, and what they tell each other.
//!
//! Only here do screens meet the till: a screen's `Action` becomes a question to the till, the till's
//! answer becomes the screen's message.

mod accounts;
pub(super) use accounts::Told as AccountsTold;
mod alerts;
mod auditing;
mod backups;
mod backups_schedule;
mod backups_shown;
pub(super) use backups::Told as BackupTold;
mod boot;
mod dashboard;
pub(super) use dashboard::Told as DashboardTold;
mod declaring;
mod drawer;
pub(super) use boot::{practise, run};
pub(super) use drawer::Told as DrawerTold;
mod failed;
mod goods;
pub(super) use goods::Told as GoodsTold;
mod first_day;
pub(super) use first_day::Told as FirstDayTold;
mod helping;
pub(super) use helping::Told as HelpTold;
mod house;
pub(super) use house::Told as HouseTold;
mod keys;
mod language;
pub(super) use language::Told as LanguageTold;
mod lists;
pub(super) use lists::Answer;
mod load;
mod lunch;
pub(super) use lunch::Told as LunchTold;
mod minding;
mod people;
pub(super) use people::Told as PeopleTold;
mod played;
mod printer;
pub(super) use printer::Told as PrinterTold;
mod returning;
mod safety;
pub(super) use safety::Told;
mod ruling;
mod selling;
mod stock;
pub(super) use stock::Told as StockTold;
mod room;
mod setting;
pub(super) use setting::told_for_pictures as setting_told_for_pictures;
mod training;
#[cfg(test)]
mod training_tests;
mod typing;
mod view;
mod watch;
pub use watch::{Sight, Watch};

#[cfg(test)]
mod alert_tests;
#[cfg(test)]
mod goods_tests;
#[cfg(test)]
mod hands;
#[cfg(test)]
mod helping_tests;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod keys_tests;
#[cfg(test)]
mod lunch_tests;
#[cfg(test)]
mod minding_tests;
#[cfg(test)]
mod ruling_tests;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use chrono::Timelike;
use iced::{Event, Size, Subscription, Task, event, window};
use uuid::Uuid;

use super::photo::{Album, Photo};
use super::screen::{
    Context, accounts as accounts_screen, checkout, declare, login, pupils, sales, settings, setup,
    shift,
};
use super::sound::Sound;
use super::theme::Theme;
use super::widget::Mood;
use crate::domain::catalogue::{Catalogue, Product};
use crate::domain::checkout::Rules;
use crate::domain::diet::{OwnNames, Policy};
use crate::domain::sale::At;
use crate::domain::scanner::Scanner;
use crate::domain::student::Customer;
use crate::domain::tender::Tender;
use crate::domain::user::{Right, User};
use crate::domain::{
    CardNumber, CartId, ClockWatch, Moment, ProductId, SaleId, StudentId, Timestamp,
};
use crate::i18n::I18n;
use crate::printing::Status;
use crate::store::{self, Recorded};
use crate::till::{PinRefused, Till};

pub use failed::Failed;

/// A warning is read by then.
const WARNING_MILLIS: i64 = 12_000;

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// As [`Message::Struck`], at the time at which it is told.
    #[cfg(test)]
    Event(Event, event::Status),
    /// A key was struck then, or something pressed.
    Struck(Event, event::Status, iced::time::Instant),
    /// No key came any more until then, and none was on its way.
    KeysEnded(Timestamp),
    /// Enter was pressed; whether it pressed what has the keyboard.
    Entered(bool),
    /// A key of the keyboard on the screen, and whether a field took it.
    KeyTapped(Event, event::Status),
    /// The clock on the wall moved on.
    Tick,
    /// The printer's status changed.
    PrinterChanged(Status),
    /// What the till needs to sell was read.
    Loaded(Result<Box<Loaded>, Failed>),
    /// The users were read, to show who may work.
    UsersRead(Result<Vec<User>, Failed>),
    /// At the first start.
    Setup(setup::Message),
    /// The first start is done.
    SetUp(Result<(), Failed>),
    /// At the login.
    Login(login::Message),
    /// A PIN was checked.
    SignedIn(Result<User, Arc<PinRefused>>),
    /// At the checkout.
    Checkout(checkout::Message),
    /// The store has answered about a sale.
    Recorded(Result<Box<Recorded>, Failed>),
    /// Whose card that is was read, or not.
    CardRead(CardNumber, Result<Box<Customer>, Failed>),
    /// Whose card was held to the reader where a pupil can be opened.
    OwnerRead(Place, CardNumber, Result<Option<StudentId>, Failed>),
    /// The pupil in hand was read as they stand now.
    BuyerRead(Buyer),
    /// Pupils found by name were read.
    PupilsRead(Result<Vec<Customer>, Failed>),
    /// Photos of pupils were looked for.
    PhotosRead(Vec<(StudentId, Photo)>),
    /// The pupil of a cart on hold was read as they stand now.
    HeldRead(Box<store::Held>, Buyer),
    /// Stocks are not what they were: products are read again.
    CatalogueRead(Result<Box<Catalogue>, Failed>),
    /// What a label says was written down, or not: the product as it is known now.
    LabelNoted(ProductId, Result<Box<Product>, Failed>),
    /// The window is open.
    WindowOpened(window::Id),
    /// How large the display is that it is on, if that is known.
    DisplayIs(window::Id, Option<iced::Size>),
    /// The window is to be closed.
    CloseAsked(window::Id),
    /// What was decided about alerts was noted, or not.
    AlertsNoted(Result<(), Failed>),
    /// In the list of the day's sales.
    Sales(sales::Message),
    /// The day's sales were read.
    SalesRead(sales::Shown, Result<load::Day, Failed>),
    /// A void was written, or not.
    Voided(Result<(), Failed>),
    /// About the audit.
    Auditing(auditing::Told),
    /// About something that goes back.
    Returning(returning::Told),
    /// At the dashboard, and what came of what it asked for.
    Dashboard(dashboard::Told),
    /// At the products' restrictions.
    Declare(declare::Message),
    /// What came of what that screen asked for.
    Declared(declaring::Answer),
    /// In the settings.
    Settings(settings::Message),
    /// Users were changed, or not.
    UsersChanged(Result<Vec<User>, Failed>),
    /// Lists to import.
    Lists(lists::Answer),
    /// About the self-check.
    Safety(safety::Told),
    /// About backups.
    Backups(backups::Told),
    /// In the place of the pupils.
    Pupils(pupils::Message),
    /// What came of what it asked for.
    Minding(minding::Answer),
    /// At the forms of people.
    People(people::Told),
    /// About lunch.
    Lunch(lunch::Told),
    /// At the accounts.
    Accounts(accounts::Told),
    /// About tenders, hours, rights and cards of those who work here.
    House(house::Told),
    /// About settings.
    Setting(setting::Told),
    /// About the printer.
    Printer(printer::Told),
    /// About the first day and this computer.
    FirstDay(first_day::Told),
    /// About the cash drawer.
    Drawer(drawer::Told),
    /// About the stock.
    Stock(stock::Told),
    /// What came of a change of the rules.
    Ruled(ruling::Answer),
    /// At the products.
    Goods(goods::Told),
    /// About the help.
    Help(helping::Told),
    /// About the language of whoever works here.
    Language(language::Told),
    /// About practising.
    Training(training::Told),
    /// A place in the sidebar was pressed.
    Went(Place),
    /// Something in the background was done; a failure is shown.
    Done(Result<(), Failed>),
    /// The notice was sent away.
    NoticeClosed,
    /// A frame was presented, while somebody measures.
    Framed,
    /// The window has so many pixels of 100 %.
    WindowIs(Size),
}

/// Where somebody who works is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The checkout.
    Checkout,
    /// The lunch counter.
    Lunch,
    /// What happened, whether it is normal, what to do.
    Dashboard,
    /// The day's sales.
    Sales,
    /// Pupils' accounts and cards.
    Accounts,
    /// The products, their prices and codes.
    Products,
    /// What is in the products.
    Declare,
    /// The forms of pupils and staff.
    People,
    /// The pupils and what they must not eat.
    Pupils,
    /// The cash drawer and its shift.
    Cash,
    /// What comes in, is counted, lost and ordered.
    Stock,
    /// The settings.
    Settings,
    /// What is still to be done before the first real sale.
    FirstDay,
    /// The paper of the printer on the screen.
    Paper,
    /// Out: the till is locked.
    Lock,
}

/// A pupil as they stand now, `None` for nobody; or why they cannot be read.
type Buyer = Result<Option<Box<Customer>>, Failed>;

/// What is needed to sell, read at the start and after an import.
#[derive(Debug, Clone)]
pub struct Loaded {
    policy: Policy,
    names: OwnNames,
    catalogue: Catalogue,
    tenders: Vec<Tender>,
    favourites: Vec<ProductId>,
    roll: Vec<(StudentId, String, String)>,
    held: Vec<store::Held>,
    latest_sale_at: Option<Timestamp>,
    in_hand: Option<(store::Held, Buyer)>,
}

/// What is shown.
enum Screen {
    Opening,
    Setup(Box<setup::Setup>),
    Login(login::Login),
    Work(Work),
}

/// A till at which somebody works.
struct Work {
    user: User,
    place: Place,
    lunch: Option<Box<super::screen::lunch::Lunch>>,
    sales: Option<Box<sales::Sales>>,
    dashboard: Option<Box<super::screen::dashboard::Dashboard>>,
    declare: Option<Box<declare::Declare>>,
    pupils: Option<Box<pupils::Pupils>>,
    people: Option<Box<super::screen::people::People>>,
    accounts: Option<Box<accounts_screen::Accounts>>,
    settings: Option<Box<settings::Settings>>,
    goods: Option<Box<super::screen::goods::Goods>>,
    stock: Option<Box<super::screen::stock::Stock>>,
}

impl Work {
    const fn of(user: User) -> Self {
        Self {
            user,
            place: Place::Checkout,
            lunch: None,
            sales: None,
            dashboard: None,
            declare: None,
            pupils: None,
            people: None,
            accounts: None,
            settings: None,
            goods: None,
            stock: None,
        }
    }

    /// The same person is back: what they had typed is there, but for a PIN; what they may is read anew.
    fn resumed(self, user: User) -> Self {
        let may = |right| user.may(right);
        let place = match self.place {
            Place::Lunch if may(Right::Lunch) => Place::Lunch,
            Place::Pupils if may(Right::Health) => Place::Pupils,
            Place::Dashboard if may(Right::Reports) => Place::Dashboard,
            Place::Declare if may(Right::Declare) => Place::Declare,
            Place::Products if may(Right::Products) => Place::Products,
            Place::Settings if may(Right::Settings) => Place::Settings,
            Place::Stock if may(Right::Stock) => Place::Stock,
            Place::Cash => Place::Cash,
            _ => Place::Checkout,
        };
        Self {
            place,
            lunch: self.lunch.filter(|_| may(Right::Lunch)),
            sales: None,
            dashboard: self.dashboard.filter(|_| may(Right::Reports)),
            declare: self.declare.filter(|_| may(Right::Declare)),
            pupils: self.pupils.filter(|_| may(Right::Health)),
            people: None,
            accounts: None,
            settings: self.settings.filter(|_| may(Right::Settings)),
            goods: self.goods.filter(|_| may(Right::Products)),
            stock: self.stock.filter(|_| may(Right::Stock)).map(|mut stock| {
                stock.leave();
                stock
            }),
            user,
        }
    }

    /// Whether a void waits for its reason and PIN.
    fn is_voiding(&self) -> bool {
        let asks = self.sales.as_ref().is_some_and(|list| list.asks_for_pin());
        self.place == Place::Sales && asks
    }
}

/// The program's state.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is the answer to a question of its own"
)]
pub struct Program {
    till: Till,
    words: I18n,
    /// As the login shows it.
    shop: String,
    theme: Theme,
    room: room::Room,
    screen: Screen,
    /// Where somebody was when the till locked, with what they had typed: theirs alone.
    left: Option<Work>,
    /// Lives on while the till is locked: a cart in hand is not lost by it.
    checkout: checkout::Screen,
    catalogue: Catalogue,
    tenders: Vec<Tender>,
    favourites: Vec<ProductId>,
    photos: Album,
    roll: Vec<(StudentId, String, String)>,
    held: Vec<store::Held>,
    rules: Rules,
    now: Moment,
    /// Whether that time can be right.
    watch: ClockWatch,
    /// The clock on the wall; pictures bring one that stands.
    clock: fn() -> Moment,
    scanner: Scanner,
    /// Whether a text field took the last key.
    captured: bool,
    /// Whether a text field took any key of the burst that is being heard.
    field_heard: bool,
    /// Whether the last key took the keyboard to something: an Enter is for that.
    walked: bool,
    /// Whether the key before this one did.
    may_press: bool,
    /// Whether Shift was held with it.
    shifted: bool,
    printer: (Mood, String),
    /// What plays the alerts; pictures and tests have none.
    sound: Option<Sound>,
    last_sale: Option<SaleId>,
    /// When the last sale was written: an Enter that bounces must not hide its change.
    recorded_at: Moment,
    notice: Option<(Mood, String)>,
    /// When that was said.
    noticed_at: Timestamp,
    touched: Moment,
    watched: Option<watch::Watched>,
    safety: safety::Safety,
    printing: printer::Printing,
    backups: backups::Backups,
    cash: shift::Cash,
    looking: dashboard::Looking,
    first_day: first_day::FirstDay,
    help: Option<Box<super::screen::help::Help>>,
    language: language::Language,
    training: Option<training::Training>,
    touch_keyboard: crate::settings::TouchKeyboard,
    /// For pictures: the keyboard on the screen is there.
    keyboard_shown: bool,
}

impl Program {
    fn new(till: Till, clock: fn() -> Moment) -> Self {
        let now = clock();
        let config = till.config();
        Self {
            words: I18n::new(config.locale),
            shop: config.shop.name,
            theme: Theme::Light,
            room: room::Room::new(),
            screen: Screen::Opening,
            left: None,
            checkout: checkout::Screen::new(CartId(Uuid::now_v7())),
            catalogue: Catalogue::default(),
            tenders: Vec::new(),
            favourites: Vec::new(),
            photos: Album::default(),
            roll: Vec::new(),
            held: Vec::new(),
            rules: Rules {
                policy: Policy::standard(),
                day: now.day(),
            },
            now,
            watch: ClockWatch::default(),
            clock,
            scanner: Scanner::new(),
            captured: false,
            field_heard: false,
            walked: false,
            may_press: false,
            shifted: false,
            printer: (Mood::Neutral, String::new()),
            sound: None,
            last_sale: None,
            recorded_at: now,
            notice: None,
            noticed_at: now.at,
            touched: now,
            watched: None,
            safety: safety::Safety::default(),
            printing: printer::Printing::default(),
            backups: backups::Backups::default(),
            cash: shift::Cash::default(),
            looking: dashboard::Looking::default(),
            first_day: first_day::FirstDay::default(),
            help: None,
            language: language::Language::default(),
            training: None,
            touch_keyboard: crate::settings::TouchKeyboard::Automatic,
            keyboard_shown: false,
            till,
        }
        .configured()
    }

    /// Takes over what the settings say of language and looks.
    fn configured(mut self) -> Self {
        self.dress();
        self
    }

    fn dress(&mut self) {
        let config = self.till.config();
        let names = self.words.names().clone();
        let spoken = self.language.own.unwrap_or(config.locale);
        self.words = I18n::new(spoken).naming(names);
        self.shop.clone_from(&config.shop.name);
        self.room.choose(config.appearance.scale);
        self.touch_keyboard = config.appearance.touch_keyboard;
        self.scanner.set_gap(config.scanner.gap_ms.in_millis());
        self.theme = match config.appearance.theme {
            crate::settings::Theme::Light => Theme::Light,
            crate::settings::Theme::Dark => Theme::Dark,
        };
        self.printer_changed(&self.till.printer().status());
    }

    fn context<'a>(&'a self, user: &'a User) -> Context<'a> {
        Context {
            words: &self.words,
            catalogue: &self.catalogue,
            rules: &self.rules,
            tenders: &self.tenders,
            user,
            now: self.now,
            printer: Some((self.printer.0, &self.printer.1)),
            favourites: &self.favourites,
            photos: &self.photos,
            till: self.till.id(),
            ids: &Uuid::now_v7,
        }
    }

    /// Takes in what happened.
    pub(super) fn update(&mut self, message: Message) -> Task<Message> {
        self.now = (self.clock)();
        let turned = self.rules.day != self.now.day();
        self.rules.day = self.now.day();
        if self.watch.tell(self.now.at) {
            self.clock_went_back();
        }
        let notice = self.notice.clone();
        let task = self.take_in(message);
        if self.notice != notice {
            self.noticed_at = self.now.at;
        }
        let left = self.end_trial_if_left();
        // Terms of tenders and prices hold from a day on.
        let terms = match turned && self.user().is_some() {
            true => Task::batch([self.read_tenders(), self.read_catalogue()]),
            false => Task::none(),
        };
        self.leave_dashboard_if_left();
        Task::batch([task, left, terms])
    }

    /// Each arm calls a function with a name.
    fn take_in(&mut self, message: Message) -> Task<Message> {
        match message {
            #[cfg(test)]
            Message::Event(event, status) => self.heard_event(&event, status),
            Message::Struck(event, status, at) => self.struck(&event, status, at),
            Message::Entered(pressed) => self.entered(pressed),
            Message::KeysEnded(until) => self.keys_ended(until),
            Message::KeyTapped(event, status) => self.key_tapped(&event, status),
            Message::Tick => self.ticked(),
            Message::PrinterChanged(status) => self.printer_told(&status),
            Message::Loaded(loaded) => self.loaded(loaded),
            Message::UsersRead(users) => self.users_read(users),
            Message::Setup(message) => self.setup(message),
            Message::SetUp(done) => self.set_up(done),
            Message::Login(message) => self.login(message),
            Message::SignedIn(user) => self.signed_in(user),
            Message::Checkout(message) => self.checkout(message),
            Message::Recorded(recorded) => self.recorded(recorded),
            Message::CardRead(card, read) => self.card_read(&card, read),
            Message::OwnerRead(place, card, read) => self.owner_read(place, &card, read),
            Message::BuyerRead(read) => self.buyer_read(read),
            Message::PupilsRead(read) => self.pupils_read(read),
            Message::PhotosRead(found) => self.photos_read(found),
            Message::HeldRead(held, read) => self.held_read(*held, read),
            Message::CatalogueRead(catalogue) => self.catalogue_read(catalogue),
            Message::LabelNoted(product, read) => self.label_noted(product, read),
            Message::WindowOpened(window) => self.ask_for_display(window),
            Message::DisplayIs(window, size) => boot::fit_to_display(window, size),
            Message::CloseAsked(window) => self.close(window),
            Message::AlertsNoted(noted) => self.alerts_noted(noted),
            Message::Sales(message) => self.sales(message),
            Message::SalesRead(asked, day) => self.sales_read(&asked, day),
            Message::Voided(done) => self.voided(done),
            Message::Auditing(told) => self.auditing(told),
            Message::Returning(told) => self.returning(told),
            Message::Dashboard(told) => self.dashboard(told),
            Message::Declare(message) => self.declare(message),
            Message::Declared(answer) => self.declared(answer),
            Message::Settings(message) => self.settings(message),
            Message::UsersChanged(users) => self.users_changed(users),
            Message::Lists(answer) => self.lists_answered(answer),
            Message::Safety(told) => self.safety(told),
            Message::Backups(news) => self.backups(news),
            Message::Pupils(message) => self.pupils(message),
            Message::People(told) => self.people(told),
            Message::Minding(answer) => self.minded(answer),
            Message::Ruled(answer) => self.ruled(answer),
            Message::Lunch(told) => self.lunch(told),
            Message::Accounts(told) => self.accounts(told),
            Message::House(told) => self.house(told),
            Message::Setting(told) => self.setting(told),
            Message::Printer(told) => self.printer(told),
            Message::FirstDay(told) => self.first_day(told),
            Message::Drawer(told) => self.drawer(told),
            Message::Goods(told) => self.goods(told),
            Message::Stock(told) => self.stock(told),
            Message::Help(told) => self.helping(told),
            Message::Language(told) => self.language(told),
            Message::Training(told) => self.trained(told),
            Message::Went(place) => {
                let left = self.leave_lunch();
                self.leave_stock();
                Task::batch([left, self.went(place)])
            }
            Message::Done(done) => self.done(done),
            Message::NoticeClosed => self.quiet(),
            Message::Framed => self.framed(),
            Message::WindowIs(window) => {
                self.window_is(window);
                Task::none()
            }
        }
    }

    /// Said once, and then shown as a chip; selling goes on.
    fn clock_went_back(&mut self) {
        let Some(latest) = self.watch.behind() else {
            return;
        };
        let before = self.now.plus_millis(latest.0 - self.now.at.0);
        let at = |moment: Moment| {
            let (day, time) = (self.words.date(moment.day()), self.words.time(moment));
            format!("{day} {time}")
        };
        let told = [("now", at(self.now).into()), ("before", at(before).into())];
        self.notice = Some((Mood::Warn, self.words.text_with("clock-back", &told)));
        self.till.note(format!(
            "the clock went back from {before:?} to {:?}",
            self.now
        ));
    }

    fn user(&self) -> Option<&User> {
        match &self.screen {
            Screen::Work(work) => Some(&work.user),
            Screen::Opening | Screen::Setup(_) | Screen::Login(_) => None,
        }
    }

    /// What somebody works at, behind the lock too: an answer must find who asked.
    fn work_mut(&mut self) -> Option<&mut Work> {
        work_of(&mut self.screen, &mut self.left)
    }

    fn at(&self, user: &User) -> At {
        At {
            till: self.till.id(),
            user: user.id,
            moment: self.now,
        }
    }

    fn went(&mut self, place: Place) -> Task<Message> {
        if self.checkout.is_committing() {
            return Task::none();
        }
        self.close_printer();
        self.leave_news();
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        match place {
            Place::Settings if !work.user.may(Right::Settings) => {
                let why = self.words.text("no-right");
                self.say(Mood::Warn, why)
            }
            Place::Declare if !work.user.may(Right::Declare) => {
                let why = self.words.text("declare-no-right");
                self.say(Mood::Warn, why)
            }
            Place::Declare => {
                work.place = place;
                self.open_declare()
            }
            Place::Products => self.open_goods(),
            Place::Dashboard => self.open_dashboard(),
            Place::People => self.open_people(),
            Place::Pupils => self.open_pupils(),
            Place::Lunch => self.open_lunch(),
            Place::Accounts => self.open_accounts(),
            Place::Lock if self.checkout.is_waiting() => Task::none(),
            Place::Lock => self.read_users(),
            Place::Checkout => self.back_to_checkout(),
            Place::Sales => {
                work.place = place;
                if let Some(list) = &mut work.sales {
                    list.open_today();
                }
                self.read_day()
            }
            Place::Settings => {
                work.place = place;
                self.open_settings()
            }
            Place::FirstDay => self.open_first_day(),
            Place::Paper => self.open_paper(),
            Place::Cash => self.go_to_cash(),
            Place::Stock => self.open_stock(),
        }
    }

    fn done(&mut self, done: Result<(), Failed>) -> Task<Message> {
        match done {
            Ok(()) => Task::none(),
            Err(why) => self.fail(&why),
        }
    }

    fn say(&mut self, mood: Mood, what: String) -> Task<Message> {
        self.notice = Some((mood, what));
        Task::none()
    }

    /// Says in the user's words that something was not done.
    fn fail(&mut self, why: &Failed) -> Task<Message> {
        let what = self.told(why);
        self.say(Mood::Error, what)
    }

    /// The sentence of a failure, whose cause is noted for whoever helps.
    fn told(&self, why: &Failed) -> String {
        self.note(why);
        why.sentence(&self.words)
    }

    fn note(&self, why: &Failed) {
        if let Some(cause) = why.cause() {
            self.till.note(cause);
        }
    }

    fn quiet(&mut self) -> Task<Message> {
        self.notice = None;
        Task::none()
    }

    /// The minute moved on: the clock, and the lock of a till that nobody touches.
    fn ticked(&mut self) -> Task<Message> {
        if self.scanner.waits_until().is_some() {
            return self.pause();
        }
        if self.has_passing_news() {
            self.notice = None;
        }
        self.printer_ticked();
        Task::batch([
            self.lunch_ticked(),
            self.dashboard_ticked(),
            self.check_if_due(),
            self.back_up_if_due(),
            self.lock_if_idle(),
        ])
    }

    fn lock_if_idle(&self) -> Task<Message> {
        if !matches!(self.screen, Screen::Work(_)) {
            return Task::none();
        }
        let limit = self.till.config().lock_minutes.in_millis();
        let idle = self.now.at.millis_since(self.touched.at);
        match limit {
            Some(limit) if idle > limit && !self.checkout.is_waiting() => self.read_users(),
            _ => Task::none(),
        }
    }

    /// What went well, or was of the moment, goes by itself, and so does a warning, later; what failed stays until
    /// somebody has read it.
    fn has_passing_news(&self) -> bool {
        let read = self.now.at.millis_since(self.noticed_at) >= WARNING_MILLIS;
        match self.notice {
            Some((Mood::Ok | Mood::Neutral, _)) => true,
            Some((Mood::Warn, _)) => read,
            _ => false,
        }
    }

    /// Whoever goes elsewhere has seen what stood over the title, and the next one is not hidden by it.
    fn leave_news(&mut self) {
        if !matches!(self.notice, Some((Mood::Error, _))) {
            self.notice = None;
        }
    }

    fn printer_told(&mut self, status: &Status) -> Task<Message> {
        self.printer_changed(status);
        let drawer = self.drawer_dropped(status);
        Task::batch([drawer, self.look_at_printer()])
    }

    pub(super) fn subscription(&self) -> Subscription<Message> {
        let waits = matches!(&self.screen, Screen::Login(login) if login.wait_s(self.now.at) > 0);
        let every = if self.scanner.waits_until().is_some() {
            iced::time::Duration::from_millis(30)
        } else if self.looking.waits() {
            iced::time::Duration::from_millis(250)
        } else if waits || self.watches_printer() {
            iced::time::Duration::from_secs(1)
        } else if matches!(
            self.notice,
            Some((Mood::Ok | Mood::Neutral | Mood::Warn, _))
        ) {
            iced::time::Duration::from_secs(4)
        } else {
            until_the_next_minute(self.now)
        };
        let watched = self.watched.as_ref();
        Subscription::batch([
            event::listen_with(keys::interesting),
            window::open_events().map(Message::WindowOpened),
            window::close_requests().map(Message::CloseAsked),
            iced::time::every(every).map(|_| Message::Tick),
            self.desk_subscription(),
            watched.map_or_else(Subscription::none, watch::Watched::subscription),
        ])
    }

    pub(super) const fn theme(&self) -> Theme {
        self.theme
    }
}

const fn work_of<'a>(screen: &'a mut Screen, left: &'a mut Option<Work>) -> Option<&'a mut Work> {
    match screen {
        Screen::Work(work) => Some(work),
        Screen::Login(_) => left.as_mut(),
        Screen::Opening | Screen::Setup(_) => None,
    }
}

/// The clock in the head shows minutes: nothing else is drawn anew while nobody touches the till.
fn until_the_next_minute(now: Moment) -> iced::time::Duration {
    let second = u64::from(now.time_of_day().second());
    iced::time::Duration::from_secs(60_u64.saturating_sub(second).max(1))
}
