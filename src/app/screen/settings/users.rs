//! The page of users: who works here, with which role, and their PINs.

use super::Action;
use crate::app::screen::pin::digits;
use crate::domain::UserId;
use crate::domain::user::{Pin, Role, User};

/// The state of the page.
#[derive(Debug, Clone)]
pub(super) struct Users {
    pub(super) all: Vec<User>,
    pub(super) me: UserId,
    pub(super) form: Option<Form>,
    pub(super) refused: Option<String>,
}

/// A dialog about one user.
#[derive(Clone)]
pub(super) struct Form {
    /// Who gets a new PIN; `None` for somebody new.
    pub(super) of: Option<UserId>,
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) pin: String,
    pub(super) again: String,
    pub(super) asked: bool,
}

/// What happened on the page.
#[derive(Clone)]
pub enum Message {
    /// Somebody new.
    AddPressed,
    /// This user wants a new PIN.
    NewPinPressed(UserId),
    /// What this user may do is to be seen.
    RightsPressed(UserId),
    /// This user may work again, or no more.
    ActivePressed(UserId, bool),
    /// The name was typed.
    NameTyped(String),
    /// A role was chosen.
    RoleChosen(Role),
    /// The PIN was typed.
    PinTyped(String),
    /// The PIN was typed again.
    AgainTyped(String),
    /// The dialog's button.
    Confirmed,
    /// The dialog is not wanted.
    Dismissed,
}

impl Users {
    pub(super) fn new(users: Vec<User>, me: UserId) -> Self {
        Self {
            all: users,
            me,
            form: None,
            refused: None,
        }
    }

    pub(super) fn are(&mut self, users: Vec<User>) {
        self.all = users;
        self.form = None;
        self.refused = None;
    }

    pub(super) fn refused(&mut self, why: String) {
        self.refused = Some(why);
        if let Some(form) = &mut self.form {
            form.asked = false;
        }
    }

    pub(super) fn update(&mut self, message: Message) -> Action {
        match message {
            Message::AddPressed => self.open(Form::new(None)),
            // Whoever forgot theirs gets one for a single sign-in: nobody else knows the one they choose.
            Message::NewPinPressed(user) if user != self.me => Action::None,
            Message::NewPinPressed(user) => self.open(Form::new(Some(user))),
            Message::RightsPressed(_) => Action::None,
            Message::ActivePressed(user, active) => self.set_active(user, active),
            Message::NameTyped(name) => self.fill(|form| form.name = name),
            Message::RoleChosen(role) => self.fill(|form| form.role = role),
            Message::PinTyped(pin) => self.fill(|form| form.pin = digits(&pin)),
            Message::AgainTyped(pin) => self.fill(|form| form.again = digits(&pin)),
            Message::Confirmed => self.confirm(),
            Message::Dismissed => self.dismiss(),
        }
    }

    fn open(&mut self, form: Form) -> Action {
        self.form = Some(form);
        self.refused = None;
        Action::None
    }

    /// Whoever works here cannot shut themselves out.
    fn set_active(&mut self, user: UserId, active: bool) -> Action {
        if user == self.me {
            return Action::None;
        }
        Action::SetActive { user, active }
    }

    fn fill(&mut self, fill: impl FnOnce(&mut Form)) -> Action {
        if let Some(form) = self.form.as_mut().filter(|form| !form.asked) {
            fill(form);
        }
        Action::None
    }

    fn confirm(&mut self) -> Action {
        let Some(form) = self.form.as_mut().filter(|form| form.is_ready()) else {
            return Action::None;
        };
        let Ok(pin) = Pin::choose(&form.pin) else {
            return Action::None;
        };
        form.asked = true;
        self.refused = None;
        match form.of {
            Some(user) => Action::NewPin { user, pin },
            None => Action::AddUser {
                name: form.name.trim().to_owned(),
                role: form.role,
                pin,
            },
        }
    }

    fn dismiss(&mut self) -> Action {
        self.form = self.form.take().filter(|form| form.asked);
        Action::None
    }
}

impl Form {
    fn new(of: Option<UserId>) -> Self {
        Self {
            of,
            name: String::new(),
            role: Role::Cashier,
            pin: String::new(),
            again: String::new(),
            asked: false,
        }
    }

    pub(super) fn is_ready(&self) -> bool {
        let named = self.of.is_some() || !self.name.trim().is_empty();
        named && !self.asked && self.pin == self.again && Pin::choose(&self.pin).is_ok()
    }
}

/// Without the digits.
impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { of, name, role, .. } = self;
        write!(f, "Form({of:?}, {name:?}, {role:?})")
    }
}

/// Without the digits.
impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::AddPressed => "AddPressed",
            Self::NewPinPressed(_) => "NewPinPressed",
            Self::RightsPressed(_) => "RightsPressed",
            Self::ActivePressed(..) => "ActivePressed",
            Self::NameTyped(_) => "NameTyped",
            Self::RoleChosen(_) => "RoleChosen",
            Self::PinTyped(_) => "PinTyped(••••)",
            Self::AgainTyped(_) => "AgainTyped(••••)",
            Self::Confirmed => "Confirmed",
            Self::Dismissed => "Dismissed",
        })
    }
}
