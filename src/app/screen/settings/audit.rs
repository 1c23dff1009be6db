//! The page of the audit: who did what and when, by person, action and day, a page at a time.

use std::path::PathBuf;

use super::Action;
use crate::domain::user::User;
use crate::domain::{BusinessDay, UserId};
use crate::store::audit::Filter;

/// One thing that somebody did, in the user's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its row.
    pub seq: i64,
    /// The day and the time.
    pub when: String,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// Why, if somebody said so.
    pub why: Option<String>,
}

/// A page of the audit, in the user's words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leaf {
    /// What was done, latest first.
    pub lines: Vec<Line>,
    /// Whether there are older ones.
    pub more: bool,
    /// Every action that there is, with what people call it.
    pub actions: Vec<(String, String)>,
}

/// What the page wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Read a page; answer with [`super::Settings::audit_read`].
    Read(Filter, Option<i64>),
    /// Write it into a file; answer with [`super::Settings::audit_told`].
    Export(PathBuf, Filter),
    /// Verify the chain; answered as [`Wanted::Export`].
    Verify,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// Of this person, or of everybody.
    UserChosen(Option<UserId>),
    /// Of this action, or of all.
    ActionChosen(Option<String>),
    /// A day was typed.
    DayTyped(String),
    /// Of the day that was typed, or of all.
    DayConfirmed,
    /// On to what was done before.
    OlderPressed,
    /// Back to what was done after.
    NewerPressed,
    /// Where to keep it was typed.
    PathTyped(String),
    /// Keep it there.
    ExportPressed,
    /// Look whether all is as it was written.
    VerifyPressed,
}

/// The state of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Audit {
    pub(super) users: Vec<(UserId, String)>,
    pub(super) leaf: Option<Leaf>,
    pub(super) user: Option<UserId>,
    pub(super) action: Option<String>,
    pub(super) day: String,
    pub(super) day_is_wrong: bool,
    pub(super) path: String,
    pub(super) busy: bool,
    /// What was said last, and whether it is good.
    pub(super) told: Option<Result<String, String>>,
    /// Where each page begins that was turned; the first is not in it.
    turned: Vec<i64>,
}

impl Audit {
    pub(super) fn of(users: &[User]) -> Self {
        Self {
            users: users
                .iter()
                .map(|user| (user.id, user.name.clone()))
                .collect(),
            ..Self::default()
        }
    }

    /// A page of what was asked for before, and comes late, is not shown.
    pub(super) fn read(&mut self, of: &Filter, before: Option<i64>, leaf: Leaf) {
        if self.filter() == *of && self.turned.last().copied() == before {
            self.leaf = Some(leaf);
        }
    }

    pub(super) fn said(&mut self, told: Result<String, String>) {
        self.busy = false;
        self.told = Some(told);
    }

    pub(super) fn open(&mut self) -> Action {
        self.turned.clear();
        self.ask()
    }

    pub(super) fn update(&mut self, message: Message) -> Action {
        match message {
            Message::UserChosen(user) => self.user = user,
            Message::ActionChosen(action) => self.action = action,
            Message::DayTyped(day) => {
                self.day = day;
                return Action::None;
            }
            Message::DayConfirmed => {
                let wrong = !self.day.trim().is_empty() && self.chosen_day().is_none();
                self.day_is_wrong = wrong;
                if wrong {
                    return Action::None;
                }
            }
            Message::OlderPressed => return self.older(),
            Message::NewerPressed => {
                self.turned.pop();
                return self.ask();
            }
            Message::PathTyped(path) => {
                self.path = path;
                return Action::None;
            }
            Message::ExportPressed => return self.export(),
            Message::VerifyPressed => return self.wait_for(Wanted::Verify),
        }
        self.open()
    }

    fn older(&mut self) -> Action {
        let leaf = self.leaf.as_ref().filter(|leaf| leaf.more);
        match leaf.and_then(|leaf| leaf.lines.last()) {
            Some(last) => {
                self.turned.push(last.seq);
                self.ask()
            }
            None => Action::None,
        }
    }

    pub(super) fn can_go_back(&self) -> bool {
        !self.turned.is_empty()
    }

    fn export(&mut self) -> Action {
        let path = self.path.trim();
        if path.is_empty() {
            return Action::None;
        }
        let wanted = Wanted::Export(PathBuf::from(path), self.filter());
        self.wait_for(wanted)
    }

    fn wait_for(&mut self, wanted: Wanted) -> Action {
        if std::mem::replace(&mut self.busy, true) {
            return Action::None;
        }
        self.told = None;
        Action::Audit(wanted)
    }

    fn ask(&self) -> Action {
        Action::Audit(Wanted::Read(self.filter(), self.turned.last().copied()))
    }

    fn chosen_day(&self) -> Option<BusinessDay> {
        BusinessDay::written(self.day.trim()).ok()
    }

    fn filter(&self) -> Filter {
        let day = self.chosen_day().filter(|_| !self.day_is_wrong);
        Filter {
            user: self.user,
            action: self.action.clone(),
            from: day,
            to: day,
        }
    }
}
