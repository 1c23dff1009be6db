//! Accounts: find a pupil, put money on, see what was booked, put mistakes right, look after cards.
//!
//! A parents' queue is quick here: a card is scanned, an amount pressed, a tender chosen, done.

mod form;
#[cfg(test)]
mod tests;
mod view;

use std::collections::HashMap;

use crate::app::widget::keypad::Key;
use crate::domain::scanner::take_back;
use crate::domain::search::{Index, Item};
use crate::domain::user::{Pin, Right};
use crate::domain::{BusinessDay, CardNumber, StudentId};
use crate::settings;
use crate::store::{Account, Low, Posted, Statement};

use super::Context;

pub use form::{Field, Message as FormMessage, Purpose, Task, Undoing, Wanted};
use form::{Form, Step};

/// The most pupils that are laid out at once.
const SHOWN_MAX: usize = 40;
/// How many lines a page of a statement has.
pub const PAGE_LINES: usize = 40;
/// The field of the search, to give the focus to.
pub const SEARCH_ID: &str = "accounts-search";

/// A pupil of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub student: StudentId,
    /// Their name.
    pub name: String,
    /// Their class.
    pub grade: String,
}

/// A part of an account's panel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// What was booked.
    #[default]
    Booked,
    /// The pupil's cards.
    Cards,
}

/// Which days a statement is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Period {
    /// What was booked last, whenever.
    #[default]
    Last,
    /// This month.
    Month,
    /// This year.
    Year,
    /// From a day to a day that were typed.
    Chosen,
}

/// The state of the screen.
#[derive(Debug)]
pub struct Accounts {
    people: Vec<Person>,
    index: Index<StudentId>,
    settings: settings::Accounts,
    query: String,
    /// Whether the search was typed into last.
    searching: bool,
    page: usize,
    panel: Option<Panel>,
    low: Option<Vec<Low>>,
    form: Option<Form>,
}

/// The panel of one account.
#[derive(Debug)]
struct Panel {
    account: Box<Account>,
    tab: Tab,
    period: Period,
    from: String,
    to: String,
    statement: Option<Statement>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The search was typed into.
    QueryTyped(String),
    /// Enter, and no scanner's.
    Entered,
    /// To another page of the list.
    PageTurned(usize),
    /// A pupil was pressed.
    PersonPressed(StudentId),
    /// A card was scanned.
    Scanned(CardNumber),
    /// The account is not wanted any more.
    Closed,
    /// Another part of the panel.
    TabChosen(Tab),
    /// Other days of the statement.
    PeriodChosen(Period),
    /// The first day was typed.
    FromTyped(String),
    /// The last day was typed.
    ToTyped(String),
    /// The typed days stand.
    DaysConfirmed,
    /// To another page of the statement.
    StatementTurned(usize),
    /// The statement on paper.
    PrintPressed,
    /// The statement as CSV.
    SavePressed,
    /// The receipt of a movement again.
    ReprintPressed(i64),
    /// Something is to be done with the account.
    Pressed(Purpose),
    /// The list of low balances.
    LowPressed,
    /// That list on paper.
    PrintLowPressed,
    /// That list as CSV.
    SaveLowPressed,
    /// In the dialog.
    Form(FormMessage),
    /// A character from the keyboard that no field took.
    Typed(char),
    /// Backspace, where no field took it.
    Backspaced,
    /// Escape: away with what is on top.
    Escaped,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Read this account; answer with [`Accounts::opened`].
    Open(StudentId),
    /// Read the account of this card; answered as [`Action::Open`].
    OpenCard(CardNumber),
    /// Read a page of a statement; answer with [`Accounts::statement_is`].
    Statement(StudentId, BusinessDay, BusinessDay, usize),
    /// Print a statement of these days.
    Print(StudentId, BusinessDay, BusinessDay),
    /// Save it as CSV.
    Save(StudentId, BusinessDay, BusinessDay),
    /// Print the receipt of a movement again.
    Reprint(i64),
    /// Do it; answer with [`Accounts::done`] or [`Accounts::refused`].
    Do(Box<Task>),
    /// Read the low balances; answer with [`Accounts::low_are`].
    Low,
    /// Print them.
    PrintLow,
    /// Save them as CSV.
    SaveLow,
    /// Let this pupil go: by the user, whose dialog is closed already, or by whoever has this PIN; answer
    /// with [`Accounts::left`] or [`Accounts::refused`].
    Leave(StudentId, Option<Pin>),
    /// Give the focus to this field.
    Focus(&'static str),
}

impl Accounts {
    /// The list of these pupils.
    #[must_use]
    pub fn new(people: Vec<Person>, settings: settings::Accounts) -> Self {
        Self {
            index: index(&people),
            people,
            settings,
            query: String::new(),
            searching: false,
            page: 0,
            panel: None,
            low: None,
            form: None,
        }
    }

    /// The pupils as they are now.
    pub fn people_are(&mut self, people: Vec<Person>) {
        self.index = index(&people);
        self.people = people;
    }

    /// The account that was asked for, or as it is after a change.
    pub fn opened(&mut self, account: Box<Account>) {
        let again = self.open() == Some(account.customer.student.id);
        match &mut self.panel {
            Some(panel) if again => panel.account = account,
            _ => self.panel = Some(Panel::of(account)),
        }
        if !again {
            self.low = None;
            self.form = None;
        }
    }

    /// The page of the statement that was asked for.
    pub fn statement_is(&mut self, student: StudentId, statement: Statement) {
        if self.open() == Some(student)
            && let Some(panel) = &mut self.panel
        {
            panel.statement = Some(statement);
        }
    }

    /// The low balances that were asked for.
    pub fn low_are(&mut self, low: Vec<Low>) {
        self.panel = None;
        self.low = Some(low);
    }

    /// What was asked is done: the account as it is now, and the movement if it was one.
    pub fn done(&mut self, account: Box<Account>, posted: Option<Posted>) {
        self.opened(account);
        if let Some(panel) = &mut self.panel {
            panel.statement = None;
            panel.period = Period::Last;
        }
        self.form = self.form.take().and_then(|form| form.done(posted));
    }

    /// What was asked is refused; `why` is a sentence for the user.
    pub fn refused(&mut self, why: String) {
        if let Some(form) = &mut self.form {
            form.refused(why);
        }
    }

    /// This pupil left: nothing more is done with their account here.
    pub fn left(&mut self, student: StudentId) {
        if self.open() == Some(student) {
            self.panel = None;
            self.form = None;
        }
        let mut people = std::mem::take(&mut self.people);
        people.retain(|person| person.student != student);
        self.people_are(people);
    }

    /// Whose account is open.
    #[must_use]
    pub fn open(&self) -> Option<StudentId> {
        let panel = self.panel.as_ref()?;
        Some(panel.account.customer.student.id)
    }

    /// Whether Escape has something to close here.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.panel.is_some() || self.low.is_some() || self.form.is_some()
    }

    /// Whether a dialog waits for its answer.
    #[must_use]
    pub const fn asks(&self) -> bool {
        self.form.is_some()
    }

    /// Whether a scan says nothing here: a dialog waits that is about no card, and is not done.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.form.as_ref().is_some_and(|form| !form.takes_scan())
    }

    /// Whether digits from the keyboard are for a PIN or an amount of a dialog.
    #[must_use]
    pub fn takes_figures(&self) -> bool {
        self.form.is_some()
    }

    /// Takes the letters of a scan out of the field that received them.
    pub fn take_back(&mut self, letters: &str) {
        if let Some(form) = &mut self.form {
            return form.take_back(letters);
        }
        if let Some(without) = take_back(&self.query, letters) {
            self.query = without;
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        self.searching &= matches!(message, Message::Entered);
        match message {
            Message::QueryTyped(query) => self.search(query),
            Message::Entered => self.entered(context),
            Message::PageTurned(page) => self.turn(page),
            Message::PersonPressed(student) => Action::Open(student),
            Message::Scanned(card) => self.scanned(card),
            Message::Closed => self.close(),
            Message::TabChosen(tab) => self.turn_to(tab),
            Message::PeriodChosen(period) => self.choose(period, context),
            Message::FromTyped(day) => self.type_days(|panel| panel.from = day),
            Message::ToTyped(day) => self.type_days(|panel| panel.to = day),
            Message::DaysConfirmed => self.read(0, context),
            Message::StatementTurned(page) => self.read(page, context),
            Message::PrintPressed => self.of_period(context, Action::Print),
            Message::SavePressed => self.of_period(context, Action::Save),
            Message::ReprintPressed(number) => Action::Reprint(number),
            Message::Pressed(purpose) => self.begin(purpose, context),
            Message::LowPressed => Action::Low,
            Message::PrintLowPressed => Action::PrintLow,
            Message::SaveLowPressed => Action::SaveLow,
            Message::Form(message) => self.form(message, context),
            Message::Typed(letter) => self.form(FormMessage::Typed(letter), context),
            Message::Backspaced => self.form(FormMessage::KeyPressed(Key::Backspace), context),
            Message::Escaped => self.escape(),
        }
    }

    fn search(&mut self, query: String) -> Action {
        self.query = query;
        self.page = 0;
        self.searching = true;
        Action::None
    }

    fn entered(&mut self, context: &Context<'_>) -> Action {
        if self.form.is_some() {
            return self.form(FormMessage::Confirmed, context);
        }
        let found = self.found();
        let best = found
            .first()
            .filter(|_| self.searching && !self.query.trim().is_empty());
        match (best, &self.panel) {
            (Some(person), _) => {
                let open = Action::Open(person.student);
                self.searching = false;
                open
            }
            (None, Some(panel)) if panel.period == Period::Chosen => self.read(0, context),
            // The quick way of a queue: the account is open, the next Enter puts money on it.
            (None, Some(_)) => self.begin(Purpose::TopUp, context),
            (None, None) => Action::None,
        }
    }

    fn turn(&mut self, page: usize) -> Action {
        self.page = page;
        Action::None
    }

    /// A new number goes into the dialog that asks for one; any other scan opens the card's account.
    fn scanned(&mut self, card: CardNumber) -> Action {
        match &mut self.form {
            Some(form) if form.asks_for_card() => {
                form.card_is(&card);
                Action::None
            }
            Some(form) if !form.takes_scan() => Action::None,
            _ => {
                self.form = None;
                Action::OpenCard(card)
            }
        }
    }

    fn close(&mut self) -> Action {
        self.panel = None;
        self.low = None;
        Action::Focus(SEARCH_ID)
    }

    fn escape(&mut self) -> Action {
        let Some(form) = &mut self.form else {
            return self.close();
        };
        // Not while the till is at it: the answer must find its dialog.
        if !form.steps_back() && !form.is_asked() {
            self.form = None;
        }
        Action::None
    }

    fn turn_to(&mut self, tab: Tab) -> Action {
        if let Some(panel) = &mut self.panel {
            panel.tab = tab;
        }
        Action::None
    }

    fn choose(&mut self, period: Period, context: &Context<'_>) -> Action {
        if let Some(panel) = &mut self.panel {
            panel.period = period;
            panel.statement = None;
            let today = context.now.day();
            if period == Period::Chosen && panel.from.is_empty() {
                panel.from = context.words.date(today.first_of_month());
                panel.to = context.words.date(today);
            }
        }
        match period {
            Period::Last => Action::None,
            Period::Month | Period::Year | Period::Chosen => self.read(0, context),
        }
    }

    fn type_days(&mut self, change: impl FnOnce(&mut Panel)) -> Action {
        if let Some(panel) = &mut self.panel {
            change(panel);
            panel.statement = None;
        }
        Action::None
    }

    fn read(&mut self, page: usize, context: &Context<'_>) -> Action {
        self.of_period(context, |student, from, to| {
            Action::Statement(student, from, to, page)
        })
    }

    fn of_period(
        &self,
        context: &Context<'_>,
        action: impl FnOnce(StudentId, BusinessDay, BusinessDay) -> Action,
    ) -> Action {
        let Some(panel) = &self.panel else {
            return Action::None;
        };
        match panel.days(context.now.day()) {
            Some((from, to)) => action(panel.account.customer.student.id, from, to),
            None => Action::None,
        }
    }

    fn begin(&mut self, purpose: Purpose, context: &Context<'_>) -> Action {
        let Some(panel) = &self.panel else {
            return Action::None;
        };
        self.form = Some(Form::new(purpose, &panel.account, context));
        match &self.form {
            Some(form) if form.asks_for_card() => Action::Focus(form::NUMBER_ID),
            _ => Action::None,
        }
    }

    fn form(&mut self, message: FormMessage, context: &Context<'_>) -> Action {
        if matches!(message, FormMessage::Dismissed) {
            return self.escape();
        }
        let Some(form) = &mut self.form else {
            return Action::None;
        };
        if form.step == Step::Done && matches!(message, FormMessage::Confirmed) {
            self.form = None;
            return Action::Focus(SEARCH_ID);
        }
        if form.step == Step::Done && matches!(message, FormMessage::Left) {
            if !context.user.may(Right::Cards) {
                form.leaves();
                return Action::None;
            }
            let leaver = form.student;
            self.form = None;
            return Action::Leave(leaver, None);
        }
        if let (FormMessage::UndoPressed, Some(undoing)) = (&message, form.undoing()) {
            return self.begin(Purpose::Undo(undoing), context);
        }
        match form.update(message, context) {
            Some(task) if task.wanted == Wanted::Leave => Action::Leave(task.student, task.pin),
            Some(task) => Action::Do(Box::new(task)),
            None => Action::None,
        }
    }

    /// Everybody who is found, best first, or in the order of the list.
    fn found(&self) -> Vec<&Person> {
        if self.query.trim().is_empty() {
            return self.people.iter().collect();
        }
        let places: HashMap<_, _> = self
            .people
            .iter()
            .map(|person| (person.student, person))
            .collect();
        let found = self.index.find(&self.query, self.people.len()).into_iter();
        found
            .filter_map(|student| places.get(&student).copied())
            .collect()
    }

    /// Others than the open pupil whom the dialog's search finds.
    fn others(&self, query: &str) -> Vec<&Person> {
        let found = self.index.find(query, 6).into_iter();
        let open = self.open();
        let found = found.filter(|student| Some(*student) != open);
        found
            .filter_map(|student| self.people.iter().find(|person| person.student == student))
            .take(4)
            .collect()
    }
}

impl Panel {
    fn of(account: Box<Account>) -> Self {
        Self {
            account,
            tab: Tab::default(),
            period: Period::default(),
            from: String::new(),
            to: String::new(),
            statement: None,
        }
    }

    /// The days of the statement; `None` where what was typed is no period.
    fn days(&self, today: BusinessDay) -> Option<(BusinessDay, BusinessDay)> {
        match self.period {
            Period::Last | Period::Month => Some((today.first_of_month(), today)),
            Period::Year => {
                let first = format!("01/01/{}", today.0.format("%Y"));
                Some((BusinessDay::written(&first).ok()?, today))
            }
            Period::Chosen => {
                let from = BusinessDay::written(&self.from).ok()?;
                let to = BusinessDay::written(&self.to).ok()?;
                (from <= to).then_some((from, to))
            }
        }
    }

    /// What is shown: the last lines, or the page of the statement once it is there.
    fn shown(&self) -> Option<&Statement> {
        match self.period {
            Period::Last => Some(&self.account.last),
            Period::Month | Period::Year | Period::Chosen => self.statement.as_ref(),
        }
    }
}

/// The right that something needs.
#[must_use]
pub const fn right_of(wanted: &Wanted) -> Right {
    match wanted {
        Wanted::TopUp { .. } | Wanted::LowMark(_) => Right::TopUp,
        Wanted::Correct { .. }
        | Wanted::Transfer { .. }
        | Wanted::Payout { .. }
        | Wanted::Share { .. }
        | Wanted::Undo(_) => Right::Accounts,
        Wanted::Card(..) | Wanted::Leave => Right::Cards,
    }
}

fn index(people: &[Person]) -> Index<StudentId> {
    Index::new(people.iter().map(|person| Item {
        id: person.student,
        name: &person.name,
        category: &person.grade,
        codes: &[],
    }))
}
