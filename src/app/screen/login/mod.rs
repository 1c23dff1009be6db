//! Who is at the till: choose a name, type the PIN. Also the lock of a till left alone.

mod view;

pub(crate) use view::role_word;

use super::pin::PinEntry;
use crate::app::widget::keypad::Key;
use crate::domain::user::{Pin, User};
use crate::domain::{Timestamp, UserId};

/// The state of the screen.
#[derive(Debug, Clone)]
pub struct Login {
    users: Vec<User>,
    chosen: Option<UserId>,
    /// Whose till is locked; `None` when nobody is at work.
    locked_by: Option<UserId>,
    entry: PinEntry,
    checking: bool,
    wrong: bool,
    wait_until: Timestamp,
    /// The PIN that is being checked.
    tried: Option<Pin>,
    change: Option<Change>,
}

/// A PIN for one sign-in was right: another must be chosen now.
#[derive(Debug, Clone)]
struct Change {
    old: Pin,
    /// The new one, typed once.
    first: Option<Pin>,
    /// The key of what is wrong with what was typed.
    fault: Option<&'static str>,
}

/// What happened.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// A name was pressed.
    UserChosen(UserId),
    /// A character from the keyboard.
    Typed(char),
    /// A key of the keypad on the screen, or backspace on the keyboard.
    KeyPressed(Key),
    /// Enter.
    Confirmed,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Check the PIN; a wrong one is answered with [`Login::refused`].
    TryPin {
        /// Whose.
        user: UserId,
        /// As typed.
        pin: Pin,
    },
    /// Change a PIN that was given for one sign-in; answered as [`Action::TryPin`].
    ChangePin {
        /// Whose.
        user: UserId,
        /// The one that was given.
        old: Pin,
        /// The one they chose.
        new: Pin,
    },
}

impl Login {
    /// The screen for these users; those who left are not shown. A single one is chosen already.
    #[must_use]
    pub fn new(users: Vec<User>) -> Self {
        let users: Vec<_> = users.into_iter().filter(|user| user.active).collect();
        let chosen = match users.as_slice() {
            [only] => Some(only.id),
            _ => None,
        };
        Self {
            users,
            chosen,
            locked_by: None,
            entry: PinEntry::default(),
            checking: false,
            wrong: false,
            wait_until: Timestamp::default(),
            tried: None,
            change: None,
        }
    }

    /// The lock of a till where `by` was at work; another may take over.
    #[must_use]
    pub fn locked(users: Vec<User>, by: UserId) -> Self {
        Self {
            chosen: Some(by),
            locked_by: Some(by),
            ..Self::new(users)
        }
    }

    /// The PIN was wrong; none is tried before `wait_until`.
    pub fn refused(&mut self, wait_until: Timestamp) {
        self.checking = false;
        self.change = None;
        self.wrong = true;
        self.entry.clear();
        self.wait_until = wait_until;
    }

    /// The PIN was right, but for one sign-in only: its owner chooses another now.
    pub fn must_change(&mut self) {
        self.checking = false;
        self.entry.clear();
        self.change = self.tried.take().map(|old| Change {
            old,
            first: None,
            fault: None,
        });
    }

    /// The PIN could not be checked at all: it may be tried again at once.
    pub fn not_checked(&mut self) {
        self.checking = false;
        self.entry.clear();
    }

    /// Whole seconds until the next try; above 0 the screen wants to be drawn every second.
    #[must_use]
    pub fn wait_s(&self, now: Timestamp) -> i64 {
        self.wait_until.millis_since(now).saturating_add(999) / 1000
    }

    /// Takes in what happened at `now`.
    pub fn update(&mut self, message: Message, now: Timestamp) -> Action {
        match message {
            Message::UserChosen(user) => self.choose(user),
            Message::Typed(letter) => self.enter(now, |entry| entry.typed(letter)),
            Message::KeyPressed(key) => self.enter(now, |entry| entry.pressed(key)),
            Message::Confirmed => self.confirm(now),
        }
    }

    fn choose(&mut self, user: UserId) -> Action {
        if !self.checking {
            self.chosen = Some(user);
            self.change = None;
            self.wrong = false;
            self.entry.clear();
        }
        Action::None
    }

    fn enter(&mut self, now: Timestamp, press: impl FnOnce(&mut PinEntry)) -> Action {
        if self.takes_keys(now) {
            press(&mut self.entry);
            self.wrong &= self.entry.is_empty();
        }
        Action::None
    }

    fn confirm(&mut self, now: Timestamp) -> Action {
        match (self.takes_keys(now), self.chosen, self.entry.pin()) {
            (true, Some(user), Some(pin)) if self.change.is_some() => self.chosen_pin(user, &pin),
            (true, Some(user), Some(pin)) => {
                self.checking = true;
                self.tried = Some(pin.clone());
                Action::TryPin { user, pin }
            }
            _ => Action::None,
        }
    }

    /// A new PIN is typed twice, is not easy and not the one that was given.
    fn chosen_pin(&mut self, user: UserId, typed: &Pin) -> Action {
        self.entry.clear();
        let Some(change) = &mut self.change else {
            return Action::None;
        };
        change.fault = None;
        match (Pin::choose(typed.digits()), change.first.take()) {
            (Err(_), _) => change.fault = Some("users-pin-too-easy"),
            (Ok(new), _) if new == change.old => change.fault = Some("login-pin-same"),
            (Ok(new), None) => change.first = Some(new),
            (Ok(new), Some(first)) if new == first => {
                let old = change.old.clone();
                self.checking = true;
                return Action::ChangePin { user, old, new };
            }
            (Ok(_), Some(_)) => change.fault = Some("users-pin-differs"),
        }
        Action::None
    }

    fn takes_keys(&self, now: Timestamp) -> bool {
        self.chosen.is_some() && !self.checking && self.wait_s(now) == 0
    }

    fn user(&self) -> Option<&User> {
        self.users.iter().find(|user| Some(user.id) == self.chosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::user::Role;

    const NOW: Timestamp = Timestamp(1_000_000);

    fn user(id: i64, name: &str, role: Role) -> User {
        User {
            id: UserId(id),
            name: name.into(),
            role,
            active: true,
            own: crate::domain::user::OwnRights::none(),
        }
    }

    fn two() -> Vec<User> {
        vec![
            user(1, "Ana", Role::Administrator),
            user(2, "María", Role::Cashier),
        ]
    }

    fn type_in(login: &mut Login, digits: &str) {
        for digit in digits.chars() {
            let _ = login.update(Message::Typed(digit), NOW);
        }
    }

    #[test]
    fn a_second_enter_never_tries_the_pin_twice() {
        let mut login = Login::new(two());
        let _ = login.update(Message::UserChosen(UserId(2)), NOW);
        type_in(&mut login, "2580");
        let pin = Pin::parse("2580").unwrap();
        let user = UserId(2);
        let tried = login.update(Message::Confirmed, NOW);
        assert_eq!(tried, Action::TryPin { user, pin });
        assert_eq!(login.update(Message::Confirmed, NOW), Action::None);
    }

    #[test]
    fn a_wrong_pin_is_forgotten_and_the_next_waits() {
        let mut login = Login::locked(two(), UserId(1));
        type_in(&mut login, "2580");
        let _ = login.update(Message::Confirmed, NOW);
        login.refused(Timestamp(NOW.0 + 3_500));
        assert_eq!(login.wait_s(NOW), 4);
        type_in(&mut login, "1379");
        assert!(login.entry.is_empty());
        let later = Timestamp(NOW.0 + 3_500);
        assert_eq!(login.wait_s(later), 0);
        let _ = login.update(Message::Typed('1'), later);
        assert!(!login.entry.is_empty());
    }

    #[test]
    fn a_pin_that_could_not_be_checked_is_typed_again_at_once() {
        let mut login = Login::locked(two(), UserId(1));
        type_in(&mut login, "2580");
        let _ = login.update(Message::Confirmed, NOW);
        login.not_checked();
        type_in(&mut login, "2580");
        let tried = login.update(Message::Confirmed, NOW);
        assert!(matches!(tried, Action::TryPin { .. }));
    }

    #[test]
    fn a_pin_for_one_sign_in_is_changed_before_anything_else() {
        let mut login = Login::locked(two(), UserId(2));
        let confirm = |login: &mut Login, digits: &str| {
            type_in(login, digits);
            login.update(Message::Confirmed, NOW)
        };
        let _ = confirm(&mut login, "481952");
        login.must_change();
        assert_eq!(confirm(&mut login, "1234"), Action::None, "too easy");
        assert_eq!(confirm(&mut login, "481952"), Action::None, "the same");
        assert_eq!(confirm(&mut login, "2580"), Action::None, "typed once");
        assert_eq!(confirm(&mut login, "2581"), Action::None, "another");
        let _ = confirm(&mut login, "2580");
        let changed = Action::ChangePin {
            user: UserId(2),
            old: Pin::parse("481952").unwrap(),
            new: Pin::parse("2580").unwrap(),
        };
        assert_eq!(confirm(&mut login, "2580"), changed);
    }

    #[test]
    fn who_left_is_not_asked_for_a_pin_and_who_is_alone_need_not_choose() {
        let mut users = two();
        users[1].active = false;
        assert_eq!(Login::new(users).chosen, Some(UserId(1)));
        assert_eq!(Login::new(two()).chosen, None);
    }
}
