//! Lunch: the counter where cards are read, the menu of each day, plans with their subscriptions, and what
//! each family owes for a month.

mod approval;
mod counter;
mod menu;
mod month;
mod plans;
mod view;

use std::collections::BTreeMap;

use super::Context;
use crate::app::widget::keypad::Key;
use crate::domain::code::Code;
use crate::domain::lunch::{Conflict, Month, NewPlan, PlanId, ServingId, SubscriptionId};
use crate::domain::user::Pin;
use crate::domain::{BusinessDay, MovementId, ProductId, StudentId};
use crate::store::diet::Alerted;
use crate::store::lunch::{
    Attempt, Booking, LunchDay, MonthRow, Payment, PlanFile, Provision, Wanted, Wish,
};

pub use counter::{Answer, Message as CounterMessage, SEARCH_ID};
pub use menu::Message as MenuMessage;
pub use month::{Field as MonthField, Message as MonthMessage};
pub use plans::{Field as PlanField, Message as PlansMessage};

/// A pupil of the roll: who, their name, their class.
pub type Person = (StudentId, String, String);

/// A part of the place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// Where cards are read.
    #[default]
    Counter,
    /// What there is each day.
    Menu,
    /// Plans and who is subscribed.
    Plans,
    /// What each owes.
    Month,
}

/// The state of the screen.
#[derive(Debug)]
pub struct Lunch {
    tab: Tab,
    counter: counter::Counter,
    menu: menu::MenuTab,
    plans: plans::Plans,
    month: month::Accounts,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another part.
    TabChosen(Tab),
    /// A card was read.
    Scanned(Code),
    /// At the counter.
    Counter(CounterMessage),
    /// In the menus.
    Menu(MenuMessage),
    /// In the plans.
    Plans(PlansMessage),
    /// In the month's accounts.
    Month(MonthMessage),
    /// A character from the keyboard that no field took.
    Typed(char),
    /// A key of a keypad on the screen, or backspace.
    KeyPressed(Key),
    /// Enter, and no scanner's.
    Entered,
    /// The key of the main answer.
    MainPressed,
    /// The key that takes the last lunch back.
    UndoPressed,
    /// Escape: away with what is on top.
    Escaped,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Register a lunch; `left` is what was shown before and nobody decided. Answer with
    /// [`Lunch::attempted`].
    Serve {
        /// The lunch.
        wanted: Box<Wanted>,
        /// What was shown and left.
        left: Vec<Alerted>,
    },
    /// The same, approved by this PIN; answered alike.
    Approve {
        /// The lunch.
        wanted: Box<Wanted>,
        /// What was shown.
        shown: Vec<Conflict>,
        /// Of whoever approves.
        pin: Pin,
        /// Why.
        reason: String,
    },
    /// Nobody decided about what was shown.
    Left(Vec<Alerted>),
    /// Take a lunch back; answer with [`Lunch::taken_back`].
    TakeBack(ServingId, String),
    /// Print who has not eaten.
    PrintMissing,
    /// Save who has not eaten as CSV; answer with [`Lunch::said`].
    SaveMissing,
    /// Read the menus of the week of this day, and the day; answer with [`Lunch::menus_are`].
    ReadMenus(BusinessDay),
    /// Say what there is on a day; answered alike.
    SetMenu(BusinessDay, Vec<ProductId>),
    /// Read plans and subscriptions; answer with [`Lunch::plans_are`].
    ReadPlans,
    /// Make or change a plan; answered alike, or with [`Lunch::plans_refused`].
    SavePlan(Option<PlanId>, Box<NewPlan>),
    /// Subscribe pupils; answered alike.
    Subscribe(Vec<StudentId>, Box<Wish>),
    /// End a subscription with a day; answered alike.
    End(SubscriptionId, BusinessDay, Option<String>),
    /// Read a month; answer with [`Lunch::month_is`].
    ReadMonth(Month),
    /// Take a payment; answered alike, or with [`Lunch::month_refused`].
    Pay(Box<Payment>),
    /// Take a payment back under this PIN; answered alike.
    TakeBackPayment {
        /// Which.
        payment: MovementId,
        /// Of which month.
        month: Month,
        /// Of whoever approves.
        pin: Pin,
        /// Why.
        reason: String,
    },
    /// Print a pupil's month.
    PrintAccount(Month, Box<MonthRow>),
    /// Save a month as CSV; answer with [`Lunch::said`].
    SaveMonth(Month, Vec<MonthRow>),
}

impl Lunch {
    /// The place on that day, for the pupils of the roll.
    #[must_use]
    pub fn new(today: BusinessDay, roll: Vec<Person>) -> Self {
        Self {
            tab: Tab::default(),
            plans: plans::Plans::new(&roll),
            counter: counter::Counter::new(roll),
            menu: menu::MenuTab::new(today),
            month: month::Accounts::new(Month::of(today)),
        }
    }

    /// Which part is shown.
    #[must_use]
    pub const fn tab(&self) -> Tab {
        self.tab
    }

    /// The day at the counter, as it was read last.
    #[must_use]
    pub const fn day(&self) -> Option<&LunchDay> {
        self.counter.day.as_ref()
    }

    /// The day at the counter as it is now.
    pub fn day_is(&mut self, day: LunchDay) {
        self.counter.day = Some(day);
    }

    /// What came of a lunch that was to be registered.
    pub fn attempted(&mut self, wanted: Wanted, attempt: Attempt) {
        self.counter.attempted(wanted, attempt);
    }

    /// A card that opens nothing, or a failure: what happened, what to do.
    pub fn not_attempted(&mut self, what: String, todo: String) {
        self.counter.not_attempted(what, todo);
    }

    /// An approval was refused; `why` is a sentence.
    pub fn approval_refused(&mut self, why: String) {
        self.counter.approval_refused(why);
    }

    /// A lunch was taken back, or not: then `why` is a sentence.
    pub fn taken_back(&mut self, serving: ServingId, why: Option<String>) {
        self.counter.taken_back(serving, why);
    }

    /// The menus of a week, what a day's looks like, and what can stand on one.
    pub fn menus_are(
        &mut self,
        menus: BTreeMap<BusinessDay, Vec<ProductId>>,
        day: LunchDay,
        provisions: Vec<Provision>,
    ) {
        self.menu.are(menus, day, provisions);
    }

    /// A menu was not written.
    pub const fn menu_refused(&mut self) {
        self.menu.refused();
    }

    /// Plans and subscriptions as they are now; what was asked is done.
    pub fn plans_are(&mut self, plans: Vec<PlanFile>, bookings: Vec<Booking>) {
        self.plans.are(plans, bookings);
    }

    /// What was asked of plans is refused; `why` is a sentence.
    pub fn plans_refused(&mut self, why: String) {
        self.plans.refused(why);
    }

    /// A month as it is now; what was asked is done.
    pub fn month_is(&mut self, month: Month, rows: Vec<MonthRow>) {
        self.month.is(month, rows);
    }

    /// What was asked of a month is refused; `why` is a sentence.
    pub fn month_refused(&mut self, why: String) {
        self.month.refused(why);
    }

    /// Whether a dialog waits for its answer.
    #[must_use]
    pub const fn asks(&self) -> bool {
        match self.tab {
            Tab::Counter => self.counter.asks(),
            Tab::Menu => false,
            Tab::Plans => self.plans.asks(),
            Tab::Month => self.month.asks(),
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        match message {
            Message::TabChosen(tab) => self.turn_to(tab, context),
            Message::Scanned(code) => self.scanned(&code, context),
            Message::Counter(message) => self.counter.update(message, context),
            Message::Menu(message) => self.menu.update(message, context),
            Message::Plans(message) => self.plans.update(message, context),
            Message::Month(message) => self.month.update(message, context),
            Message::Typed(letter) => self.enter(|entry| entry.typed(letter)),
            Message::KeyPressed(key) => self.enter(|entry| entry.pressed(key)),
            Message::Entered => self.entered(context),
            Message::MainPressed => self.main(context),
            Message::UndoPressed => self.undo(context),
            Message::Escaped => self.escape(),
        }
    }

    fn turn_to(&mut self, tab: Tab, context: &Context<'_>) -> Action {
        if self.asks() {
            return Action::None;
        }
        self.tab = tab;
        let left = self.counter.leave();
        match tab {
            Tab::Counter if left.is_empty() => Action::None,
            Tab::Counter => Action::Left(left),
            Tab::Menu => self.menu.open(),
            Tab::Plans => Action::ReadPlans,
            Tab::Month => self.month.open(context.now.day()),
        }
    }

    /// A card is for the counter, from whichever part; a dialog keeps it away.
    fn scanned(&mut self, code: &Code, context: &Context<'_>) -> Action {
        if self.asks() {
            return Action::None;
        }
        self.tab = Tab::Counter;
        self.counter.scanned(code, context)
    }

    fn enter(&mut self, press: impl FnOnce(&mut super::pin::PinEntry)) -> Action {
        let approval = match self.tab {
            Tab::Counter => self.counter.approval(),
            Tab::Month => self.month.approval(),
            Tab::Menu | Tab::Plans => None,
        };
        if let Some(approval) = approval {
            approval.enter(press);
        }
        Action::None
    }

    fn entered(&mut self, context: &Context<'_>) -> Action {
        match self.tab {
            Tab::Counter => self.counter.entered(context),
            Tab::Menu => self.menu.entered(context),
            Tab::Plans => self.plans.entered(context),
            Tab::Month => self.month.entered(context),
        }
    }

    fn main(&mut self, context: &Context<'_>) -> Action {
        match self.tab {
            Tab::Counter => self.counter.main(context),
            Tab::Menu => self.menu.update(MenuMessage::SavePressed, context),
            Tab::Plans | Tab::Month => Action::None,
        }
    }

    fn undo(&mut self, context: &Context<'_>) -> Action {
        match self.tab {
            Tab::Counter => self.counter.update(CounterMessage::UndoPressed, context),
            Tab::Menu | Tab::Plans | Tab::Month => Action::None,
        }
    }

    fn escape(&mut self) -> Action {
        match self.tab {
            Tab::Counter => self.counter.escape(),
            Tab::Menu => Action::None,
            Tab::Plans => self.plans.escape(),
            Tab::Month => self.month.escape(),
        }
    }

    /// Whether Escape has something to close here.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.asks() || (self.tab == Tab::Counter && self.counter.is_open())
    }

    /// Whoever was asked about goes without a decision: what was shown, for the audit.
    #[must_use]
    pub fn leave(&mut self) -> Vec<Alerted> {
        // A PIN that somebody typed is theirs alone.
        self.counter.dialog = None;
        if let Some(open) = &mut self.month.open {
            open.back = None;
        }
        self.counter.leave()
    }

    /// Takes the letters of a scan out of the field that received them.
    pub fn take_back(&mut self, letters: &str) {
        match self.tab {
            Tab::Counter => self.counter.take_back(letters),
            Tab::Menu => self.menu.take_back(letters),
            Tab::Plans => self.plans.take_back(letters),
            Tab::Month => self.month.take_back(letters),
        }
    }

    /// Whether digits that no field took are for a PIN.
    #[must_use]
    pub const fn asks_for_pin(&self) -> bool {
        match self.tab {
            Tab::Counter => self.counter.asks_for_pin(),
            Tab::Month => self.month.asks_for_pin(),
            Tab::Menu | Tab::Plans => false,
        }
    }
}
