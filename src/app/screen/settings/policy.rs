//! The page of the policy: what the till does, declared state × severity.

use std::path::PathBuf;

use super::{Action, Rulings};
use crate::domain::Moment;
use crate::domain::diet::{Declared, NotYours, Policy, Response, Severity};
use crate::domain::user::Role;
use crate::store::diet::Rulebook;

/// The state of the page.
#[derive(Debug, Clone)]
pub(super) struct PolicyPage {
    pub(super) saved: Policy,
    pub(super) draft: Policy,
    pub(super) history: Vec<Rulebook>,
    pub(super) role: Role,
    pub(super) now: Moment,
    pub(super) cell: Option<(Declared, Severity)>,
    pub(super) path: String,
    pub(super) told: Option<Result<String, String>>,
    pub(super) asked: bool,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// A cell was pressed.
    CellPressed(Declared, Severity),
    /// What the till should do in that cell.
    ResponseChosen(Response),
    /// The cell is fine as it is.
    CellLeft,
    /// The changes are not wanted.
    UndoPressed,
    /// The changes are to count.
    SavePressed,
    /// A file's path was typed.
    PathTyped(String),
    /// Read the file.
    LoadPressed,
    /// Write the policy in force into the file.
    ExportPressed,
}

/// Why a response cannot be chosen for a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Locked {
    /// Nobody may go below what the house promises: at least this.
    Floor(Response),
    /// It would be milder than now: that is for an administrator.
    Milder,
}

impl PolicyPage {
    pub(super) fn new(rulings: &Rulings) -> Self {
        Self {
            saved: rulings.policy.clone(),
            draft: rulings.policy.clone(),
            history: rulings.policies.clone(),
            role: rulings.role,
            now: rulings.now,
            cell: None,
            path: String::new(),
            told: None,
            asked: false,
        }
    }

    /// The rules as they are now.
    pub(super) fn are(&mut self, rulings: &Rulings) {
        let path = std::mem::take(&mut self.path);
        *self = Self {
            path,
            ..Self::new(rulings)
        };
    }

    /// What came of a change or a file: a sentence.
    pub(super) fn told(&mut self, told: Result<String, String>) {
        self.asked = false;
        self.told = Some(told);
    }

    /// A policy that was read from a file: to be looked at, then saved.
    pub(super) fn read(&mut self, policy: Policy) {
        self.asked = false;
        self.told = None;
        self.draft = policy;
    }

    pub(super) fn update(&mut self, message: Message) -> Action {
        if self.asked {
            return Action::None;
        }
        match message {
            Message::CellPressed(state, severity) => self.choose(state, severity),
            Message::ResponseChosen(response) => self.respond(response),
            Message::CellLeft => self.leave(),
            Message::UndoPressed => self.undo(),
            Message::SavePressed => self.save(),
            Message::PathTyped(path) => self.type_path(path),
            Message::LoadPressed => self.file(Action::LoadPolicy),
            Message::ExportPressed => self.file(Action::ExportPolicy),
        }
    }

    fn choose(&mut self, state: Declared, severity: Severity) -> Action {
        self.cell = Some((state, severity));
        Action::None
    }

    /// Why this response cannot be had in a cell; `None` if it can.
    pub(super) fn locked(
        &self,
        (state, severity): (Declared, Severity),
        response: Response,
    ) -> Option<Locked> {
        let floor = Policy::floor(state, severity);
        if response < floor {
            return Some(Locked::Floor(floor));
        }
        // Floors rise with severity and state: no other cell lies below its own then.
        let other = self.draft.adjusted(state, severity, response).ok()?;
        match self.saved.may_become(&other, self.role) {
            Ok(()) => None,
            Err(NotYours::Milder(..) | NotYours::NoRight) => Some(Locked::Milder),
        }
    }

    fn respond(&mut self, response: Response) -> Action {
        if let Some((state, severity)) = self.cell
            && self.locked((state, severity), response).is_none()
            && let Ok(draft) = self.draft.adjusted(state, severity, response)
        {
            self.draft = draft;
            self.told = None;
            self.cell = None;
        }
        Action::None
    }

    fn leave(&mut self) -> Action {
        self.cell = None;
        Action::None
    }

    fn undo(&mut self) -> Action {
        self.draft = self.saved.clone();
        self.told = None;
        Action::None
    }

    pub(super) fn is_changed(&self) -> bool {
        self.draft != self.saved
    }

    fn save(&mut self) -> Action {
        if !self.is_changed() {
            return Action::None;
        }
        self.asked = true;
        Action::SetPolicy(self.draft.clone())
    }

    fn type_path(&mut self, path: String) -> Action {
        self.path = path;
        Action::None
    }

    fn file(&mut self, action: impl FnOnce(PathBuf) -> Action) -> Action {
        let path = self.path.trim();
        if path.is_empty() {
            return Action::None;
        }
        let path = PathBuf::from(path);
        self.asked = true;
        action(path)
    }
}
