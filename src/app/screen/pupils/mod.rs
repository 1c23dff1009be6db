//! Pupils: what each must not eat, who said so, what was changed, and the sheet for their family.
//!
//! Health data of children: the program opens this place only for those who may see it, and notes each look.

mod form;
mod limits;
mod sheet;
#[cfg(test)]
mod tests;
mod view;

use std::collections::HashMap;

use crate::domain::StudentId;
use crate::domain::diet::{Allergen, Diet, Restriction, Wish};
use crate::domain::limits::LimitsSaid;
use crate::domain::scanner::take_back;
use crate::domain::search::{Index, Item};
use crate::domain::student::Customer;
use crate::store::PastLimits;
use crate::store::diet::PupilSaid;

use super::Context;

pub use form::{Field, Message as FormMessage};
use form::{Form, Wanted};
use limits::LimitsTab;
pub use limits::{Field as LimitsField, Message as LimitsMessage};
use sheet::SheetTab;
pub use sheet::{Action as SheetAction, Made, Message as SheetMessage, Period};

/// The most pupils that are laid out at once: the rest is on further pages.
const SHOWN_MAX: usize = 40;
/// The field of the search, to give the focus to.
pub const SEARCH_ID: &str = "pupils-search";

/// A pupil of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub student: StudentId,
    /// Their name.
    pub name: String,
    /// Their class.
    pub grade: String,
    /// What they must not eat.
    pub restrictions: Vec<Restriction>,
    /// Diets and conditions they keep.
    pub wishes: Vec<Wish>,
}

impl Person {
    /// Whether there is something to look out for.
    #[must_use]
    pub fn is_minded(&self) -> bool {
        !(self.restrictions.is_empty() && self.wishes.is_empty())
    }
}

/// A pupil who was opened: as they stand now, and what was said of them before.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Who.
    pub customer: Box<Customer>,
    /// What was said, latest first.
    pub history: Vec<PupilSaid>,
    /// What was asked for about limits, latest first.
    pub past_limits: Vec<PastLimits>,
}

/// What is said of a pupil: an allergen, or a diet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// They must not eat it.
    Allergen(Allergen),
    /// They keep it.
    Diet(Diet),
}

/// A part of a pupil's panel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// What holds now.
    #[default]
    Now,
    /// What their guardian lets them buy.
    Limits,
    /// What was said before.
    History,
    /// The sheet for the family.
    Sheet,
}

/// The state of the screen.
#[derive(Debug)]
pub struct Pupils {
    people: Vec<Person>,
    index: Index<StudentId>,
    query: String,
    /// Whether the search was typed into last.
    searching: bool,
    only_minded: bool,
    page: usize,
    panel: Option<Panel>,
    reading: bool,
}

/// The panel of one pupil.
#[derive(Debug)]
struct Panel {
    pupil: Opened,
    tab: Tab,
    limits: LimitsTab,
    sheet: SheetTab,
    form: Option<Form>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The search was typed into.
    QueryTyped(String),
    /// Enter, and no scanner's: the form is whole, the days stand, or the best hit of the search.
    Entered,
    /// All pupils, or only those with something to look out for.
    ShownChosen(bool),
    /// To another page of the list.
    PageTurned(usize),
    /// A pupil was pressed.
    PersonPressed(StudentId),
    /// The panel is not wanted any more.
    Closed,
    /// Another part of the panel.
    TabChosen(Tab),
    /// An allergen is to be added.
    AddAllergyPressed,
    /// A diet is to be added.
    AddDietPressed,
    /// What is said of it is to be changed.
    ChangePressed(Subject),
    /// It no longer holds.
    EndPressed(Subject),
    /// In the form.
    Form(FormMessage),
    /// In the tab of limits.
    Limits(LimitsMessage),
    /// On the sheet.
    Sheet(SheetMessage),
    /// Escape: away with what is on top.
    Escaped,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Read this pupil and note the look; answer with [`Pupils::opened`].
    Open(StudentId),
    /// Note a restriction; answer with [`Pupils::changed`] or [`Pupils::refused`].
    Restrict(StudentId, Box<Restriction>),
    /// Note a diet; answered as [`Action::Restrict`].
    Keep(StudentId, Box<Wish>),
    /// It no longer holds, says somebody; answered as [`Action::Restrict`].
    End(StudentId, Subject, String),
    /// Note what a guardian asked for; answered as [`Action::Restrict`].
    Limit(StudentId, Box<LimitsSaid>),
    /// About the sheet of this pupil.
    Sheet(StudentId, SheetAction),
}

impl Pupils {
    /// The list of these pupils.
    #[must_use]
    pub fn new(people: Vec<Person>) -> Self {
        Self {
            index: index(&people),
            people,
            query: String::new(),
            searching: false,
            only_minded: false,
            page: 0,
            panel: None,
            reading: false,
        }
    }

    /// Before it is known who is at this school.
    #[must_use]
    pub fn reading() -> Self {
        Self::new(Vec::new())
    }

    /// The list is being read: [`Pupils::people_are`] or [`Pupils::not_read`] follows.
    pub const fn read_again(&mut self) {
        self.reading = true;
    }

    /// The list could not be read; what was known stays.
    pub const fn not_read(&mut self) {
        self.reading = false;
    }

    /// The pupils as they are now.
    pub fn people_are(&mut self, people: Vec<Person>) {
        self.reading = false;
        self.index = index(&people);
        self.people = people;
    }

    /// The pupil that [`Action::Open`] asked for; `folder` is where their sheet is offered to be saved.
    pub fn opened(&mut self, pupil: Opened, folder: String) {
        self.panel = Some(Panel {
            limits: LimitsTab::of(&pupil.customer),
            pupil,
            tab: Tab::default(),
            sheet: SheetTab::new(folder),
            form: None,
        });
    }

    /// What was asked is noted: the pupil as they are now; the form was about them and closes.
    pub fn changed(&mut self, pupil: Opened) {
        if let Some(panel) = self.panel_of(pupil.customer.student.id) {
            panel.limits = LimitsTab::of(&pupil.customer);
            panel.pupil = pupil;
            panel.form = None;
        }
    }

    /// What was asked is refused; `why` is a sentence for the user.
    pub fn refused(&mut self, why: String) {
        if let Some(panel) = &mut self.panel {
            match &mut panel.form {
                Some(form) => form.refused(why),
                None => panel.limits.refused(why),
            }
        }
    }

    /// The sheet that was asked for; the error is a sentence for the user.
    pub fn sheet_made(&mut self, student: StudentId, made: Result<Made, String>) {
        if let Some(panel) = self.panel_of(student) {
            panel.sheet.made(made);
        }
    }

    /// What came of saving the sheet: where it is, or a sentence for the user.
    pub fn sheet_saved(&mut self, student: StudentId, saved: Result<String, String>) {
        if let Some(panel) = self.panel_of(student) {
            panel.sheet.saved(saved);
        }
    }

    /// The queue has answered about the sheet that was to be printed.
    pub fn sheet_queued(&mut self, student: StudentId) {
        if let Some(panel) = self.panel_of(student) {
            panel.sheet.printing = false;
        }
    }

    fn panel_of(&mut self, student: StudentId) -> Option<&mut Panel> {
        self.panel
            .as_mut()
            .filter(|panel| panel.pupil.customer.student.id == student)
    }

    /// Who is open.
    #[must_use]
    pub fn open(&self) -> Option<StudentId> {
        let panel = self.panel.as_ref()?;
        Some(panel.pupil.customer.student.id)
    }

    /// Whether Escape has something to close here.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.panel.is_some()
    }

    /// Whether a form waits for its answer.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.panel
            .as_ref()
            .is_some_and(|panel| panel.form.is_some())
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        self.searching &= matches!(message, Message::Entered);
        match message {
            Message::QueryTyped(query) => self.search(query),
            Message::Entered => self.entered(context),
            Message::ShownChosen(only) => self.show(only),
            Message::PageTurned(page) => self.turn(page),
            Message::PersonPressed(student) => Action::Open(student),
            Message::Closed => self.close(),
            Message::TabChosen(tab) => self.turn_to(tab, context),
            Message::AddAllergyPressed => self.fill(|pupil| Some(Form::allergy(pupil))),
            Message::AddDietPressed => self.fill(|pupil| Some(Form::diet(pupil))),
            Message::ChangePressed(subject) => self.fill(|pupil| Form::change(pupil, subject)),
            Message::EndPressed(subject) => self.fill(|pupil| Some(Form::end(pupil, subject))),
            Message::Form(message) => self.form(message, context),
            Message::Limits(message) => self.limits(message),
            Message::Sheet(message) => self.sheet(message, context),
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
        if self.asks() {
            return self.form(FormMessage::Confirmed, context);
        }
        if self.searching {
            return self.open_best();
        }
        if self
            .panel
            .as_ref()
            .is_some_and(|panel| panel.tab == Tab::Limits)
        {
            return self.limits(LimitsMessage::Confirmed);
        }
        let Some(panel) = self.panel.as_mut().filter(|panel| panel.tab == Tab::Sheet) else {
            return Action::None;
        };
        let student = panel.pupil.customer.student.id;
        let action = panel.sheet.entered(context.now.day());
        action.map_or(Action::None, |action| Action::Sheet(student, action))
    }

    /// Takes the letters of a scan out of the field that received them.
    pub fn take_back(&mut self, letters: &str) {
        if let Some(panel) = &mut self.panel {
            match &mut panel.form {
                Some(form) => return form.take_back(letters),
                None if panel.tab == Tab::Limits => panel.limits.take_back(letters),
                None => panel.sheet.take_back(letters),
            }
        }
        if let Some(without) = take_back(&self.query, letters) {
            self.query = without;
        }
    }

    fn open_best(&self) -> Action {
        let searched = !self.query.trim().is_empty();
        let found = self.found();
        let best = found.first().filter(|_| searched);
        best.map_or(Action::None, |person| Action::Open(person.student))
    }

    fn show(&mut self, only_minded: bool) -> Action {
        self.only_minded = only_minded;
        self.page = 0;
        Action::None
    }

    fn turn(&mut self, page: usize) -> Action {
        self.page = page;
        Action::None
    }

    fn close(&mut self) -> Action {
        self.panel = None;
        Action::None
    }

    fn escape(&mut self) -> Action {
        match self.panel.as_mut() {
            Some(panel) if panel.form.is_some() => {
                panel.form = panel.form.take().filter(Form::is_asked);
                Action::None
            }
            _ => self.close(),
        }
    }

    fn turn_to(&mut self, tab: Tab, context: &Context<'_>) -> Action {
        let Some(panel) = &mut self.panel else {
            return Action::None;
        };
        panel.tab = tab;
        if tab == Tab::Sheet {
            self.sheet(SheetMessage::Opened, context)
        } else {
            Action::None
        }
    }

    fn fill(&mut self, form: impl FnOnce(&Customer) -> Option<Form>) -> Action {
        if let Some(panel) = &mut self.panel {
            panel.form = form(&panel.pupil.customer);
        }
        Action::None
    }

    fn form(&mut self, message: FormMessage, context: &Context<'_>) -> Action {
        let Some(panel) = &mut self.panel else {
            return Action::None;
        };
        if matches!(message, FormMessage::Dismissed) {
            return self.escape();
        }
        let Some(form) = &mut panel.form else {
            return Action::None;
        };
        let student = panel.pupil.customer.student.id;
        match form.update(message, context.now.day()) {
            None => Action::None,
            Some(Wanted::Restriction(restriction)) => Action::Restrict(student, restriction),
            Some(Wanted::Wish(wish)) => Action::Keep(student, wish),
            Some(Wanted::End(subject, said_by)) => Action::End(student, subject, said_by),
        }
    }

    fn limits(&mut self, message: LimitsMessage) -> Action {
        let Some(panel) = &mut self.panel else {
            return Action::None;
        };
        let customer = &panel.pupil.customer;
        match panel.limits.update(message, customer) {
            Some(said) => Action::Limit(customer.student.id, Box::new(said)),
            None => Action::None,
        }
    }

    fn sheet(&mut self, message: SheetMessage, context: &Context<'_>) -> Action {
        let Some(panel) = &mut self.panel else {
            return Action::None;
        };
        let student = panel.pupil.customer.student.id;
        match panel.sheet.update(message, context.now.day()) {
            Some(action) => Action::Sheet(student, action),
            None => Action::None,
        }
    }

    /// Everybody who is found, best first, or in the order of the list.
    fn found(&self) -> Vec<&Person> {
        let of_list = self.people.iter();
        let wanted = |person: &&Person| !self.only_minded || person.is_minded();
        if self.query.trim().is_empty() {
            return of_list.filter(wanted).collect();
        }
        let places: HashMap<_, _> = of_list.map(|person| (person.student, person)).collect();
        let found = self.index.find(&self.query, self.people.len()).into_iter();
        found
            .filter_map(|student| places.get(&student).copied())
            .filter(wanted)
            .collect()
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
