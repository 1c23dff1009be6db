//! Pupils and staff: the list of all of them, their forms, the end of the year, lists that bring them up to
//! date, and a person's own data given out or erased.
//!
//! Nothing here is health data but the filter «with restrictions», which only who has the right sees, and
//! which notes the look. Restrictions and limits are in a place of their own, to which a tab leads.

mod dialog;
mod form;
mod list;
#[cfg(test)]
mod tests;
mod view;
mod year;

use std::path::PathBuf;

use super::Context;
use super::lists::Entry;
use crate::app::widget::keypad::Key;
use crate::domain::people::{Contact, Listed, Profile, Step};
use crate::domain::scanner::take_back;
use crate::domain::user::{Pin, Right};
use crate::domain::{CardNumber, GuardianId, Money, StudentId};
use crate::store::people::{LastPromotion, Leaver, Move, Opened};
use crate::till::people::PeopleList;

pub use dialog::{Asked, Dialog, Files, ListStage};
use form::Form;
pub use form::{Field, GuardianField};
use list::List;
pub use list::Whom;
pub use year::Year;

/// The field of the search, to give the focus to.
pub const SEARCH_ID: &str = "people-search";
/// The list, to bring it back to its top.
pub const LIST_ID: &str = "people-list";

/// A part of a pupil's panel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// Their form.
    #[default]
    Form,
    /// Who answers for them.
    Guardians,
    /// What is on their account, and the way to it.
    Account,
    /// The way to what they must not eat and may buy.
    Health,
    /// What they may ask for of their data.
    Data,
}

/// The state of the screen.
#[derive(Debug)]
pub struct People {
    list: List,
    panel: Option<Panel>,
    dialog: Option<Dialog>,
    house: Money,
    /// Where files are offered to be written.
    home: String,
}

/// The panel of one pupil, or of a new one.
#[derive(Debug)]
struct Panel {
    opened: Option<Box<Opened>>,
    tab: Tab,
    form: Form,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The search was typed into.
    QueryTyped(String),
    /// Other people are to be shown.
    WhomChosen(Whom),
    /// Those with restrictions, or all again.
    MindedPressed,
    /// Those of one grade, or all again.
    GradeChosen(Option<String>),
    /// The list was scrolled to there, in logical pixels.
    Scrolled(f32),
    /// Somebody was pressed.
    PersonPressed(StudentId),
    /// A form for somebody new.
    NewPressed,
    /// The panel is not wanted any more.
    Closed,
    /// Another part of the panel.
    TabChosen(Tab),
    /// A field of the form was typed into.
    Typed(Field, String),
    /// Staff, or not.
    StaffPressed,
    /// One more guardian.
    GuardianAdded,
    /// This guardian no longer answers for the pupil.
    GuardianRemoved(usize),
    /// This guardian pays.
    GuardianPays(usize),
    /// A guardian on file is looked for.
    GuardianSought(String),
    /// A guardian on file was chosen.
    GuardianChosen(GuardianId),
    /// The form is to be kept.
    SavePressed,
    /// They leave, or come back.
    ActivePressed,
    /// A photo is to be chosen.
    PhotoPressed,
    /// The photo goes.
    PhotoRemoved,
    /// To the account, in its place.
    AccountPressed(StudentId),
    /// To restrictions and limits, in their place.
    HealthPressed(StudentId),
    /// Their data are to be given out.
    ExportPressed,
    /// Their data are to be erased.
    ErasePressed,
    /// The end of the year.
    YearPressed,
    /// What becomes of a grade, by its place.
    StepTyped(usize, String),
    /// A grade leaves, stays or goes on.
    StepTurned(usize),
    /// Who would go where.
    YearPreviewed,
    /// Back to the grades.
    YearBack,
    /// Promote.
    YearConfirmed,
    /// Today's promotion is taken back.
    YearUndone,
    /// Who left with a balance.
    LeaversPressed,
    /// That list as a file.
    LeaversSaved,
    /// That list on paper.
    LeaversPrinted,
    /// A list in CSV.
    ListPressed,
    /// An entry of the chooser of files.
    EntryPressed(usize),
    /// The folder above.
    AbovePressed,
    /// The list is taken over.
    ListConfirmed,
    /// The reason was typed.
    ReasonTyped(String),
    /// The folder was typed.
    FolderTyped(String),
    /// A key of the PIN.
    PinPressed(Key),
    /// A letter from the keyboard that no field took.
    LetterTyped(char),
    /// Backspace, where no field took it.
    Backspaced,
    /// The dialog is to be done.
    Confirmed,
    /// Enter, and no scanner's.
    Entered,
    /// The dialog is not wanted any more.
    Dismissed,
    /// Escape: away with what is on top.
    Escaped,
}

/// What is to be done.
#[derive(Debug, Clone)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Bring the list back to its top.
    ToTop,
    /// Read this form; answer with [`People::opened`].
    Open(StudentId),
    /// Read the list with who must not eat something, and note the look.
    ReadMinded,
    /// Keep the form; answer with [`People::kept`] or [`People::not_kept`].
    Keep(Option<StudentId>, Box<Profile>, Option<CardNumber>),
    /// Let them go or bring them back; answered as [`Action::Keep`].
    SetActive(StudentId, bool),
    /// Make a photo of that file; answer with [`People::kept`] or [`People::refused`].
    Photo(StudentId, Option<PathBuf>),
    /// Look for guardians; answer with [`People::guardians_are`].
    Guardians(String),
    /// To the account, in its place.
    ToAccount(StudentId),
    /// To restrictions and limits, in their place.
    ToHealth(StudentId),
    /// List that folder, for a photo or for a list; answer with [`People::listed`].
    Folder(Option<PathBuf>, bool),
    /// Read the grades; answer with [`People::year_is`].
    Year,
    /// Who would go where; answer with [`People::moves_are`].
    Plan(Vec<Step>),
    /// Promote; answer with [`People::dismissed`] or [`People::refused`].
    Promote(Vec<Step>, Vec<Move>),
    /// Take today's promotion back; answered as [`Action::Promote`].
    Undo(i64),
    /// Read who left; answer with [`People::leavers_are`].
    Leavers,
    /// Save that list.
    SaveLeavers(Vec<Leaver>),
    /// Print that list.
    PrintLeavers(Vec<Leaver>),
    /// Compare that list; answer with [`People::list_is`].
    Compare(PathBuf),
    /// Take it over; answered as [`Action::Promote`].
    Take(Box<PeopleList>),
    /// Write their data into that folder; answered as [`Action::Promote`].
    Export(StudentId, PathBuf, Pin, String),
    /// Erase them; answered as [`Action::Promote`].
    Erase(StudentId, Pin, String),
}

impl People {
    /// Before it is known who is at this school; `house` is the threshold of low balances, `home` where
    /// files are offered to be written.
    #[must_use]
    pub fn reading(house: Money, home: String) -> Self {
        Self {
            list: List::default(),
            panel: None,
            dialog: None,
            house,
            home,
        }
    }

    /// The list is being read.
    pub const fn read_again(&mut self) {
        self.list.reading = true;
    }

    /// The people as they are now.
    pub fn people_are(&mut self, people: Vec<Listed>) {
        self.list.are(people, self.house);
    }

    /// The list could not be read; what was known stays.
    pub const fn not_read(&mut self) {
        self.list.reading = false;
    }

    /// Whether the list is shown with who must not eat something: then it is read so again.
    #[must_use]
    pub const fn shows_minded(&self) -> bool {
        self.list.only_minded
    }

    /// The form that was asked for. What is typed of the same person and was not asked to be kept stays.
    pub fn opened(&mut self, opened: Box<Opened>) {
        let student = Some(opened.student);
        match &mut self.panel {
            Some(panel) if panel.student() == student && panel.form.is_being_typed() => {
                panel.opened = Some(opened);
            }
            panel => {
                let tab = panel.as_ref().map_or(Tab::Form, |panel| panel.tab);
                *panel = Some(Panel::of(opened, tab));
            }
        }
    }

    /// The form was kept, or the pupil was changed: as they are now. Whoever is open by now stays open.
    pub fn kept(&mut self, opened: Box<Opened>) {
        self.dialog = None;
        let is_open = |panel: &Panel| match panel.student() {
            Some(student) => student == opened.student,
            None => panel.form.asked,
        };
        if self.panel.as_ref().is_some_and(is_open) {
            self.opened(opened);
        }
    }

    /// The form of that pupil, or of somebody new, was not kept: said in it, in a sentence for the user.
    /// Gives it back where that form is open no more.
    #[must_use]
    pub fn not_kept(&mut self, student: Option<StudentId>, why: String) -> Option<String> {
        match &mut self.panel {
            Some(panel) if panel.is_of(student) => {
                panel.form.refused(why);
                None
            }
            _ => Some(why),
        }
    }

    /// It was refused; `why` is a sentence for the user.
    pub fn refused(&mut self, why: String) {
        match (&mut self.dialog, &mut self.panel) {
            (Some(dialog), _) => dialog.refused(why),
            (None, Some(panel)) => panel.form.refused(why),
            (None, None) => {}
        }
    }

    /// Guardians on file whose name has what was typed; of what is typed no more they come too late.
    pub fn guardians_are(&mut self, query: &str, found: Vec<Contact>) {
        let panel = self.panel.as_mut();
        if let Some(panel) = panel.filter(|panel| panel.form.sought == query) {
            panel.form.found_are(found);
        }
    }

    /// The entries of a folder that was listed for a photo, or for a list.
    pub fn listed(&mut self, photo: bool, folder: PathBuf, entries: Vec<Entry>) {
        if let Some(dialog) = &mut self.dialog {
            dialog.listed(photo, folder, entries);
        }
    }

    /// The grades of the school, and the last promotion.
    pub fn year_is(&mut self, grades: Vec<(String, usize)>, last: Option<LastPromotion>) {
        self.dialog = Some(Dialog::Year(Year::of(grades, last)));
    }

    /// Who would go where.
    pub fn moves_are(&mut self, moves: Vec<Move>) {
        if let Some(Dialog::Year(year)) = &mut self.dialog {
            year.moves_are(moves);
        }
    }

    /// Who left with a balance.
    pub fn leavers_are(&mut self, leavers: Vec<Leaver>) {
        self.dialog = Some(Dialog::Leavers(leavers));
    }

    /// What a list would change, or why it cannot be read: a sentence for the user.
    pub fn list_is(&mut self, list: Result<Box<PeopleList>, String>) {
        if let Some(Dialog::List(stage)) = &mut self.dialog {
            *stage = list.map_or_else(ListStage::Failed, ListStage::Compared);
        }
    }

    /// What was asked of a dialog is done.
    pub fn dismissed(&mut self) {
        self.dialog = None;
    }

    /// Who is open.
    #[must_use]
    pub fn open(&self) -> Option<StudentId> {
        self.panel.as_ref()?.student()
    }

    /// Whether Escape has something to close here.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.panel.is_some() || self.dialog.is_some()
    }

    /// Whether a dialog waits for its answer.
    #[must_use]
    pub const fn asks(&self) -> bool {
        self.dialog.is_some()
    }

    /// Whether a form has something that is not kept yet: a scan throws nobody out of it.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        let panel = self.panel.as_ref();
        self.asks() || panel.is_some_and(|panel| panel.form.is_changed())
    }

    /// A card that was scanned: it goes into the form of somebody new.
    pub fn scanned(&mut self, card: &CardNumber) -> bool {
        let Some(panel) = self.panel.as_mut().filter(|panel| panel.opened.is_none()) else {
            return false;
        };
        panel.form.typed(Field::Card, card.to_string());
        true
    }

    /// Takes the letters of a scan out of the field that received them.
    pub fn take_back(&mut self, letters: &str) {
        if let Some(dialog) = &mut self.dialog {
            return dialog.take_back(letters);
        }
        if let Some(panel) = &mut self.panel {
            panel.form.take_back(letters);
        }
        if let Some(without) = take_back(&self.list.query, letters) {
            let _top = self.list.search(without, self.house);
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        let house = self.house;
        match message {
            Message::QueryTyped(query) => self.list.search(query, house),
            Message::WhomChosen(whom) => self.list.choose(whom, house),
            Message::GradeChosen(grade) => self.list.of_grade(grade, house),
            Message::MindedPressed => self.list.mind(house),
            Message::Scrolled(to) => self.list.scrolled(to),
            Message::PersonPressed(student) => self.turn_to(student, context),
            Message::NewPressed => self.begin(context),
            Message::Closed => self.close(context),
            Message::TabChosen(tab) => self.turn(tab),
            Message::Typed(field, text) => self.type_in(|form| form.typed(field, text)),
            Message::StaffPressed => self.type_in(Form::staff_pressed),
            Message::GuardianAdded => self.type_in(Form::add_guardian),
            Message::GuardianRemoved(at) => self.type_in(|form| form.remove_guardian(at)),
            Message::GuardianPays(at) => self.type_in(|form| form.pays(at)),
            Message::GuardianSought(query) => self.seek(query),
            Message::GuardianChosen(id) => self.type_in(|form| form.choose_guardian(id)),
            Message::SavePressed => self.save(context),
            Message::ActivePressed => self.turn_active(),
            Message::PhotoPressed => self.choose_file(true),
            Message::PhotoRemoved => self.of_open(|student| Action::Photo(student, None)),
            Message::AccountPressed(student) => self.leave(Action::ToAccount(student)),
            Message::HealthPressed(student) => self.leave(Action::ToHealth(student)),
            Message::ExportPressed => self.ask(true, context),
            Message::ErasePressed => self.ask(false, context),
            Message::YearPressed => Action::Year,
            Message::LeaversPressed => Action::Leavers,
            Message::ListPressed => self.choose_file(false),
            Message::Entered => self.entered(context),
            Message::Dismissed => self.dismiss(),
            Message::Escaped => self.escape(context),
            message => match &mut self.dialog {
                Some(dialog) => dialog.update(message),
                None => Action::None,
            },
        }
    }

    /// Whether nothing that was typed would be lost; if it would, that is said, and asking again is the answer.
    fn may_leave(&mut self, context: &Context<'_>) -> bool {
        let panel = self.panel.as_mut();
        panel.is_none_or(|panel| panel.form.may_be_left(context))
    }

    fn turn_to(&mut self, student: StudentId, context: &Context<'_>) -> Action {
        if !self.may_leave(context) {
            return Action::None;
        }
        self.list.searching = false;
        Action::Open(student)
    }

    fn begin(&mut self, context: &Context<'_>) -> Action {
        if !self.may_leave(context) {
            return Action::None;
        }
        self.list.searching = false;
        self.panel = Some(Panel {
            opened: None,
            tab: Tab::Form,
            form: Form::default(),
        });
        Action::None
    }

    fn close(&mut self, context: &Context<'_>) -> Action {
        if self.may_leave(context) {
            self.panel = None;
        }
        Action::None
    }

    /// Somebody goes to another place: what is open stays for when they come back.
    fn leave(&mut self, action: Action) -> Action {
        self.dialog = None;
        action
    }

    fn turn(&mut self, tab: Tab) -> Action {
        if let Some(panel) = &mut self.panel {
            panel.tab = tab;
        }
        Action::None
    }

    fn type_in(&mut self, work: impl FnOnce(&mut Form)) -> Action {
        if let Some(panel) = &mut self.panel {
            panel.form.warned = false;
            work(&mut panel.form);
        }
        Action::None
    }

    fn seek(&mut self, query: String) -> Action {
        let Some(panel) = &mut self.panel else {
            return Action::None;
        };
        match panel.form.seek(query) {
            Some(query) => Action::Guardians(query),
            None => Action::None,
        }
    }

    fn save(&mut self, context: &Context<'_>) -> Action {
        let Some(panel) = &mut self.panel else {
            return Action::None;
        };
        let student = panel.student();
        match panel.form.asked(context) {
            Some((profile, card)) => Action::Keep(student, Box::new(profile), card),
            None => Action::None,
        }
    }

    fn turn_active(&mut self) -> Action {
        let opened = self.panel.as_ref().and_then(|panel| panel.opened.as_ref());
        opened.map_or(Action::None, |of| Action::SetActive(of.student, !of.active))
    }

    fn of_open(&self, action: impl FnOnce(StudentId) -> Action) -> Action {
        self.open().map_or(Action::None, action)
    }

    fn choose_file(&mut self, photo: bool) -> Action {
        self.dialog = match photo {
            true => self
                .open()
                .map(|student| Dialog::Photo(student, Files::default())),
            false => Some(Dialog::List(ListStage::Choosing(Files::default()))),
        };
        Action::Folder(None, photo)
    }

    fn ask(&mut self, export: bool, context: &Context<'_>) -> Action {
        let opened = self.panel.as_ref().and_then(|panel| panel.opened.as_ref());
        if let Some(opened) = opened.filter(|_| context.user.may(Right::Users)) {
            let home = export.then_some(self.home.as_str());
            let asked = Asked::of(opened, home, context);
            self.dialog = Some(Dialog::Asked(asked));
        }
        Action::None
    }

    fn entered(&mut self, context: &Context<'_>) -> Action {
        if let Some(dialog) = &mut self.dialog {
            return dialog.update(Message::Confirmed);
        }
        match (self.list.best(), &self.panel) {
            (Some(student), panel) if panel.as_ref().is_none_or(|open| !open.form.is_changed()) => {
                self.list.searching = false;
                Action::Open(student)
            }
            (_, Some(_)) => self.save(context),
            (_, None) => Action::None,
        }
    }

    fn dismiss(&mut self) -> Action {
        // What was asked for is waited for.
        if !self.dialog.as_ref().is_some_and(Dialog::is_asked) {
            self.dialog = None;
        }
        Action::None
    }

    fn escape(&mut self, context: &Context<'_>) -> Action {
        match self.dialog {
            Some(_) => self.dismiss(),
            None => self.close(context),
        }
    }
}

impl Panel {
    fn of(opened: Box<Opened>, tab: Tab) -> Self {
        Self {
            form: Form::of(&opened.profile),
            opened: Some(opened),
            tab,
        }
    }

    fn student(&self) -> Option<StudentId> {
        Some(self.opened.as_ref()?.student)
    }

    /// Whether it is that pupil's, or of somebody new who is to be kept.
    fn is_of(&self, student: Option<StudentId>) -> bool {
        self.student() == student && (student.is_some() || self.form.asked)
    }
}
