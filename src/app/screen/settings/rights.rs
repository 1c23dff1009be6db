//! What one user may do: single rights beside the role, their cards, and a PIN for who forgot theirs.

use super::house::Wanted;
use crate::domain::CardNumber;
use crate::domain::UserId;
use crate::domain::user::{OwnRights, Right, Role, User};
use crate::store::{StaffCard, StaffChange};

/// The most letters of a name.
const NAME_MAX: usize = 40;

/// The state of the page of one user.
#[derive(Debug, Clone)]
pub(super) struct Rights {
    pub(super) user: User,
    pub(super) is_me: bool,
    pub(super) draft: OwnRights,
    pub(super) name: String,
    pub(super) role: Role,
    /// The role of whoever looks.
    mine: Role,
    pub(super) cards: Vec<StaffCard>,
    pub(super) number: String,
    pub(super) resetting: bool,
    pub(super) pin: Option<Given>,
    pub(super) refused: Option<String>,
    asked: bool,
}

/// A PIN for one sign-in, shown once.
#[derive(Clone)]
pub(super) struct Given(pub(super) String);

/// Without the digits.
impl std::fmt::Debug for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Given(••••)")
    }
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to the list of users.
    Closed,
    /// Another name was typed.
    NameTyped(String),
    /// Another role was chosen.
    RoleChosen(Role),
    /// A right is given, withdrawn or left to the role.
    Chosen(Right, Option<bool>),
    /// What was chosen is to count.
    SavePressed,
    /// What was chosen is to be forgotten.
    UndoPressed,
    /// The number of a card was typed or scanned.
    NumberTyped(String),
    /// The card is to be theirs.
    CardAdded,
    /// A card is to be blocked, or opened again.
    CardBlocked(CardNumber, bool),
    /// They forgot their PIN.
    ResetPressed,
    /// They really did.
    ResetConfirmed,
    /// They did not, or the PIN was read.
    ResetDismissed,
}

impl Rights {
    pub(super) fn new(user: User, me: UserId, mine: Role, cards: &[StaffCard]) -> Self {
        let mut rights = Self {
            is_me: user.id == me,
            draft: user.own.clone(),
            name: user.name.clone(),
            role: user.role,
            mine,
            user,
            cards: Vec::new(),
            number: String::new(),
            resetting: false,
            pin: None,
            refused: None,
            asked: false,
        };
        rights.cards_are(cards);
        rights
    }

    pub(super) fn cards_are(&mut self, cards: &[StaffCard]) {
        let theirs = cards.iter().filter(|card| card.user == self.user.id);
        let theirs: Vec<StaffCard> = theirs.cloned().collect();
        if theirs.len() != self.cards.len() {
            self.number.clear();
        }
        self.cards = theirs;
        self.asked = false;
        self.refused = None;
    }

    /// The user as they are now.
    pub(super) fn user_is(&mut self, user: &User) {
        if user.id == self.user.id {
            self.user = user.clone();
            self.undo();
            self.asked = false;
            self.refused = None;
        }
    }

    pub(super) fn refused(&mut self, why: &str) {
        self.refused = Some(why.to_owned());
        self.asked = false;
        self.resetting = false;
    }

    pub(super) fn pin_given(&mut self, user: UserId, digits: String) {
        if user == self.user.id {
            self.resetting = false;
            self.asked = false;
            self.pin = Some(Given(digits));
        }
    }

    pub(super) fn is_changed(&self) -> bool {
        self.draft != self.user.own
            || self.role != self.user.role
            || self.name.trim() != self.user.name
    }

    /// Nobody works here without a name.
    pub(super) fn can_save(&self) -> bool {
        self.is_changed() && !self.name.trim().is_empty()
    }

    /// The roles that whoever looks may give, none to themselves.
    pub(super) fn roles(&self) -> Vec<Role> {
        let may = |role: &Role| !self.is_me && self.mine.may_make(self.user.role, *role);
        Role::ALL.into_iter().filter(may).collect()
    }

    /// What is to be changed.
    fn change(&self) -> StaffChange {
        let name = self.name.trim();
        StaffChange {
            name: (name != self.user.name).then(|| name.to_owned()),
            role: (self.role != self.user.role).then_some(self.role),
            own: (self.draft != self.user.own).then(|| self.draft.clone()),
        }
    }

    fn undo(&mut self) {
        self.draft = self.user.own.clone();
        self.role = self.user.role;
        self.name.clone_from(&self.user.name);
    }

    /// What the role has anyway need not be said.
    fn choose_role(&mut self, role: Role) {
        if !self.roles().contains(&role) {
            return;
        }
        self.role = role;
        for (right, given) in self.user.own.all() {
            self.draft
                .set(right, Some(given).filter(|given| *given != role.may(right)));
        }
    }

    /// Whoever is looking does not shut themselves out.
    pub(super) fn is_fixed(&self, right: Right) -> bool {
        self.is_me && matches!(right, Right::Users | Right::Settings)
    }

    pub(super) fn card(&self) -> Option<CardNumber> {
        CardNumber::parse(&self.number).ok()
    }

    pub(super) fn update(&mut self, message: Message) -> Option<Wanted> {
        if self.asked {
            return None;
        }
        let user = self.user.id;
        let wanted = match message {
            Message::Closed => None,
            Message::Chosen(right, given) => {
                if !self.is_fixed(right) {
                    let usual = self.role.may(right);
                    // What the role has anyway need not be said.
                    self.draft.set(right, given.filter(|given| *given != usual));
                }
                None
            }
            Message::NameTyped(name) => {
                self.name = name.chars().take(NAME_MAX).collect();
                None
            }
            Message::RoleChosen(role) => {
                self.choose_role(role);
                None
            }
            Message::SavePressed => self
                .can_save()
                .then(|| Wanted::SetStaff(user, self.change())),
            Message::UndoPressed => {
                self.undo();
                None
            }
            Message::NumberTyped(number) => {
                self.number = number.chars().take(20).collect();
                None
            }
            Message::CardAdded => self.card().map(|number| Wanted::GiveCard(user, number)),
            Message::CardBlocked(number, blocked) => Some(Wanted::BlockCard(number, blocked)),
            Message::ResetPressed => {
                self.resetting = !self.is_me;
                None
            }
            Message::ResetConfirmed => self.resetting.then_some(Wanted::ResetPin(user)),
            Message::ResetDismissed => {
                (self.resetting, self.pin) = (false, None);
                None
            }
        };
        if wanted.is_some() {
            self.asked = true;
            self.refused = None;
        }
        wanted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::user::Role;

    fn rosa() -> User {
        User {
            id: UserId(2),
            name: "Rosa".into(),
            role: Role::Cashier,
            active: true,
            own: OwnRights::none(),
        }
    }

    #[test]
    fn what_is_chosen_counts_once_it_is_saved_and_is_asked_once() {
        let mut page = Rights::new(rosa(), UserId(1), Role::Administrator, &[]);
        let _ = page.update(Message::Chosen(Right::Refund, Some(true)));
        let _ = page.update(Message::Chosen(Right::Sell, Some(true)));
        assert_eq!(page.draft.of(Right::Sell), None, "the role has it");
        let saved = page.update(Message::SavePressed);
        assert!(matches!(saved, Some(Wanted::SetStaff(UserId(2), change)) if change.own.is_some()));
        assert_eq!(page.update(Message::SavePressed), None);
    }

    #[test]
    fn nobody_shuts_themselves_out_or_resets_their_own_pin() {
        let mut page = Rights::new(rosa(), UserId(2), Role::Cashier, &[]);
        let _ = page.update(Message::Chosen(Right::Users, Some(true)));
        assert!(!page.is_changed());
        let _ = page.update(Message::ResetPressed);
        assert_eq!(page.update(Message::ResetConfirmed), None);
    }

    #[test]
    fn a_role_is_given_up_to_ones_own_and_what_it_has_need_not_be_said() {
        let mut page = Rights::new(rosa(), UserId(1), Role::Manager, &[]);
        assert!(!page.roles().contains(&Role::Administrator));
        let _ = page.update(Message::RoleChosen(Role::Administrator));
        assert!(!page.is_changed());
        let _ = page.update(Message::Chosen(Right::Refund, Some(true)));
        let _ = page.update(Message::RoleChosen(Role::Supervisor));
        let _ = page.update(Message::NameTyped(" Rosa M. ".into()));
        let saved = page.update(Message::SavePressed);
        let Some(Wanted::SetStaff(_, change)) = saved else {
            panic!("it is asked for: {saved:?}");
        };
        assert_eq!(change.name.as_deref(), Some("Rosa M."));
        assert_eq!(change.role, Some(Role::Supervisor));
        let mut own = Rights::new(rosa(), UserId(2), Role::Cashier, &[]);
        assert!(own.roles().is_empty());
        let _ = own.update(Message::NameTyped("  ".into()));
        assert_eq!(
            own.update(Message::SavePressed),
            None,
            "nobody is without a name"
        );
    }

    #[test]
    fn a_pin_that_is_shown_never_stands_in_a_log() {
        let mut page = Rights::new(rosa(), UserId(1), Role::Administrator, &[]);
        page.pin_given(UserId(2), "481952".into());
        assert!(!format!("{page:?}").contains("481952"));
    }
}
