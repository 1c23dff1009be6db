//! What is asked over the list: a file, a list's difference, the end of the year, a reason with a PIN.

use std::path::PathBuf;

use super::{Action, Message, Year};
use crate::app::screen::Context;
use crate::app::screen::lists::Entry;
use crate::app::screen::pin::PinEntry;
use crate::app::widget::keypad::Key;
use crate::domain::StudentId;
use crate::domain::scanner::take_back;
use crate::domain::search::fold;
use crate::store::people::{Leaver, Opened};
use crate::till::people::PeopleList;

/// The most letters of a reason.
const REASON_MAX: usize = 160;
/// The fewest.
const REASON_MIN: usize = 3;

/// A dialog.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// A photo for this pupil.
    Photo(StudentId, Files),
    /// A list of pupils.
    List(ListStage),
    /// The end of the year.
    Year(Year),
    /// Who left with a balance.
    Leavers(Vec<Leaver>),
    /// A person's data, given out or erased.
    Asked(Asked),
}

/// Files to choose from.
#[derive(Debug, Clone, Default)]
pub struct Files {
    pub(super) folder: PathBuf,
    pub(super) entries: Vec<Entry>,
    pub(super) asked: bool,
    pub(super) why: Option<String>,
}

/// How far a list is.
#[derive(Debug, Clone)]
pub enum ListStage {
    /// Its file is chosen.
    Choosing(Files),
    /// It is compared.
    Comparing,
    /// What it would change.
    Compared(Box<PeopleList>),
    /// It is taken over.
    Taking(Box<PeopleList>),
    /// A sentence for the user.
    Failed(String),
}

/// A reason and a PIN for a person's data.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_field_names,
    reason = "it waits for an answer to what was asked"
)]
pub struct Asked {
    pub(super) student: StudentId,
    pub(super) name: String,
    /// Given out, and into which folder; or erased.
    pub(super) folder: Option<String>,
    pub(super) reason: String,
    pub(super) entry: PinEntry,
    pub(super) asked: bool,
    pub(super) why: Option<String>,
}

impl Asked {
    pub(super) fn of(opened: &Opened, export: Option<&str>, context: &Context<'_>) -> Self {
        let name = fold(&opened.profile.name);
        let parts = name.split(|letter: char| !letter.is_ascii_alphanumeric());
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let file = format!(
            "{}-{}-{}",
            parts.join("-"),
            opened.student.0,
            context.now.day()
        );
        let folder = export.map(|home| PathBuf::from(home).join(file));
        Self {
            student: opened.student,
            name: opened.profile.name.clone(),
            folder: folder.map(|folder| folder.display().to_string()),
            reason: String::new(),
            entry: PinEntry::default(),
            asked: false,
            why: None,
        }
    }

    pub(super) fn is_ready(&self) -> bool {
        let says_why = self.reason.trim().chars().count() >= REASON_MIN;
        let folder = self.folder.as_ref();
        let somewhere = folder.is_none_or(|folder| !folder.trim().is_empty());
        says_why && somewhere && !self.asked && self.entry.pin().is_some()
    }

    fn confirm(&mut self) -> Action {
        let Some(pin) = self.entry.pin().filter(|_| self.is_ready()) else {
            return Action::None;
        };
        self.asked = true;
        self.why = None;
        let reason = self.reason.trim().to_owned();
        match &self.folder {
            Some(folder) => {
                let folder = PathBuf::from(folder.trim());
                Action::Export(self.student, folder, pin, reason)
            }
            None => Action::Erase(self.student, pin, reason),
        }
    }
}

impl Files {
    /// The entry that was pressed: a folder to look into, or the file.
    fn pressed(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at).filter(|_| !self.asked)
    }
}

impl Dialog {
    pub(super) fn update(&mut self, message: Message) -> Action {
        match (self, message) {
            (Self::Photo(student, files), Message::EntryPressed(at)) => {
                let student = *student;
                match files.pressed(at).cloned() {
                    Some(entry) if entry.is_folder => Action::Folder(Some(entry.path), true),
                    Some(entry) => {
                        files.asked = true;
                        files.why = None;
                        Action::Photo(student, Some(entry.path))
                    }
                    None => Action::None,
                }
            }
            (Self::Photo(_, files), Message::AbovePressed) => above(files, true),
            (Self::List(stage), message) => stage.update(message),
            (Self::Year(year), Message::StepTyped(at, grade)) => year.typed(at, grade),
            (Self::Year(year), Message::StepTurned(at)) => year.turned(at),
            (Self::Year(year), Message::YearPreviewed) => year.preview(),
            (Self::Year(year), Message::YearBack) => year.back(),
            (Self::Year(year), Message::YearConfirmed) => year.confirm(),
            // Enter shows who moves; that they do is pressed, once it was read.
            (Self::Year(year), Message::Confirmed) if year.moves.is_none() => year.preview(),
            (Self::Year(year), Message::YearUndone) => year.undo(),
            (Self::Leavers(leavers), Message::LeaversSaved) => Action::SaveLeavers(leavers.clone()),
            (Self::Leavers(leavers), Message::LeaversPrinted) => {
                Action::PrintLeavers(leavers.clone())
            }
            (Self::Asked(asked), message) if !asked.asked => match message {
                Message::ReasonTyped(reason) => {
                    asked.reason = reason.chars().take(REASON_MAX).collect();
                    Action::None
                }
                Message::FolderTyped(folder) => {
                    asked.folder = asked.folder.take().map(|_| folder);
                    Action::None
                }
                Message::PinPressed(key) => {
                    asked.entry.pressed(key);
                    Action::None
                }
                Message::LetterTyped(letter) => {
                    asked.entry.typed(letter);
                    Action::None
                }
                Message::Backspaced => {
                    asked.entry.pressed(Key::Backspace);
                    Action::None
                }
                Message::Confirmed => asked.confirm(),
                _ => Action::None,
            },
            _ => Action::None,
        }
    }

    /// Whether an answer is awaited.
    pub(super) const fn is_asked(&self) -> bool {
        match self {
            Self::Photo(_, files) => files.asked,
            Self::List(ListStage::Comparing | ListStage::Taking(_)) => true,
            Self::Year(year) => year.asked,
            Self::Asked(asked) => asked.asked,
            Self::List(_) | Self::Leavers(_) => false,
        }
    }

    pub(super) fn refused(&mut self, why: String) {
        match self {
            Self::Photo(_, files) => {
                files.asked = false;
                files.why = Some(why);
            }
            Self::List(stage) => *stage = ListStage::Failed(why),
            Self::Year(year) => year.refused(why),
            Self::Asked(asked) => {
                asked.asked = false;
                asked.entry.clear();
                asked.why = Some(why);
            }
            Self::Leavers(_) => {}
        }
    }

    pub(super) fn listed(&mut self, photo: bool, folder: PathBuf, entries: Vec<Entry>) {
        let ((Self::Photo(_, files), true) | (Self::List(ListStage::Choosing(files)), false)) =
            (self, photo)
        else {
            return;
        };
        files.folder = folder;
        files.entries = entries;
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        if let Self::Asked(asked) = self {
            if let Some(without) = take_back(&asked.reason, letters) {
                asked.reason = without;
            }
            if let Some(folder) = &asked.folder
                && let Some(without) = take_back(folder, letters)
            {
                asked.folder = Some(without);
            }
        }
    }
}

fn above(files: &Files, photo: bool) -> Action {
    let above = files.folder.parent().filter(|_| !files.asked);
    above.map_or(Action::None, |above| {
        Action::Folder(Some(above.to_owned()), photo)
    })
}

impl ListStage {
    fn update(&mut self, message: Message) -> Action {
        match (&*self, message) {
            (Self::Choosing(files), Message::EntryPressed(at)) => {
                match files.pressed(at).cloned() {
                    Some(entry) if entry.is_folder => Action::Folder(Some(entry.path), false),
                    Some(entry) => {
                        *self = Self::Comparing;
                        Action::Compare(entry.path)
                    }
                    None => Action::None,
                }
            }
            (Self::Choosing(files), Message::AbovePressed) => above(files, false),
            (Self::Compared(list), Message::ListConfirmed | Message::Confirmed)
                if can_take(list) =>
            {
                let list = list.clone();
                *self = Self::Taking(list.clone());
                Action::Take(list)
            }
            _ => Action::None,
        }
    }
}

/// All or nothing: one problem stops the list, and a list that changes nothing has nothing to take.
pub(super) fn can_take(list: &PeopleList) -> bool {
    list.difference.problems.is_empty() && !list.difference.rows.is_empty()
}
