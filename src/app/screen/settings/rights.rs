//! What one user may do: single rights beside the role, their cards, and a PIN for who forgot theirs.

use super::house::Wanted;
use crate::domain::CardNumber;
use crate::domain::UserId;
use crate::domain::user::{OwnRights, Right, User};
use crate::store::StaffCard;

/// The state of the page of one user.
#[derive(Debug, Clone)]
pub(super) struct Rights {
    pub(super) user: User,
    pub(super) is_me: bool,
    pub(super) draft: OwnRights,
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
    pub(super) fn new(user: User, me: UserId, cards: &[StaffCard]) -> Self {
        let mut rights = Self {
            is_me: user.id == me,
            draft: user.own.clone(),
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
            self.draft = user.own.clone();
            self.user = user.clone();
            self.asked = false;
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
                    let usual = self.user.role.may(right);
                    // What the role has anyway need not be said.
                    self.draft.set(right, given.filter(|given| *given != usual));
                }
                None
            }
            Message::SavePressed => self
                .is_changed()
                .then(|| Wanted::SetRights(user, self.draft.clone())),
            Message::UndoPressed => {
                self.draft = self.user.own.clone();
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
        let mut page = Rights::new(rosa(), UserId(1), &[]);
        let _ = page.update(Message::Chosen(Right::Refund, Some(true)));
        let _ = page.update(Message::Chosen(Right::Sell, Some(true)));
        assert_eq!(page.draft.of(Right::Sell), None, "the role has it");
        let saved = page.update(Message::SavePressed);
        assert!(matches!(saved, Some(Wanted::SetRights(UserId(2), _))));
        assert_eq!(page.update(Message::SavePressed), None);
    }

    #[test]
    fn nobody_shuts_themselves_out_or_resets_their_own_pin() {
        let mut page = Rights::new(rosa(), UserId(2), &[]);
        let _ = page.update(Message::Chosen(Right::Users, Some(true)));
        assert!(!page.is_changed());
        let _ = page.update(Message::ResetPressed);
        assert_eq!(page.update(Message::ResetConfirmed), None);
    }

    #[test]
    fn a_pin_that_is_shown_never_stands_in_a_log() {
        let mut page = Rights::new(rosa(), UserId(1), &[]);
        page.pin_given(UserId(2), "481952".into());
        assert!(!format!("{page:?}").contains("481952"));
    }
}
