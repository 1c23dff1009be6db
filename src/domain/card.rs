//! What is done with cards: given out, replaced, blocked, let in again, given a last day.
//!
//! A number is one card's for ever: it is never given out twice, and what was replaced never works again.

use super::sale::At;
use super::student::{Card, CardState};
use super::user::{Approval, Approved, Right};
use super::{BusinessDay, CardNumber, StudentId};

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The card is this pupil's from now on.
    Issue {
        /// Whose.
        student: StudentId,
        /// The last day on which it works.
        expires: Option<BusinessDay>,
    },
    /// Another card takes its place; the account and its balance stay as they are.
    Replace {
        /// The new one.
        by: CardNumber,
        /// The last day on which the new one works.
        expires: Option<BusinessDay>,
    },
    /// It opens nothing until it is let in again.
    Block,
    /// It works again.
    Unblock,
    /// It works until that day, or with `None` for ever.
    Expire {
        /// The last day on which it works.
        last: Option<BusinessDay>,
    },
}

impl Act {
    /// The word for it in the store and in i18n keys.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Issue { .. } => "issued",
            Self::Replace { .. } => "replaced",
            Self::Block => "blocked",
            Self::Unblock => "unblocked",
            Self::Expire { .. } => "expiry",
        }
    }
}

/// Why nothing is done with a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unchanged {
    /// The number is or was somebody's card.
    #[error("that number is or was a card")]
    Taken,
    /// Another card took its place: it stays dead.
    #[error("this card was replaced by another")]
    Replaced,
    /// It is blocked already.
    #[error("this card is blocked already")]
    BlockedAlready,
    /// It is not blocked.
    #[error("this card is not blocked")]
    NotBlocked,
    /// The approval is for something else.
    #[error("the approval is not for cards")]
    NotApproved,
    /// Its last day would be before today.
    #[error("that day has passed")]
    Past,
}

impl Unchanged {
    /// A word for programs and i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Taken => "card_taken",
            Self::Replaced => "card_replaced",
            Self::BlockedAlready => "card_blocked_already",
            Self::NotBlocked => "card_not_blocked",
            Self::NotApproved => "not_approved",
            Self::Past => "card_past",
        }
    }
}

/// A change of a card that may be written, if the card as it stands then allows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    number: CardNumber,
    act: Act,
    approved: Approved,
    at: At,
}

impl Change {
    /// That, with this card.
    ///
    /// # Errors
    /// [`Unchanged::NotApproved`], [`Unchanged::Past`], [`Unchanged::Taken`] for a card in its own place.
    pub fn new(
        number: CardNumber,
        act: Act,
        approval: Approval,
        at: At,
    ) -> Result<Self, Unchanged> {
        let last = match &act {
            Act::Issue { expires, .. } | Act::Replace { expires, .. } => *expires,
            Act::Expire { last } => *last,
            Act::Block | Act::Unblock => None,
        };
        if last.is_some_and(|last| last < at.moment.day()) {
            return Err(Unchanged::Past);
        }
        if matches!(&act, Act::Replace { by, .. } if *by == number) {
            return Err(Unchanged::Taken);
        }
        let approved = approval.spend(Right::Cards).ok_or(Unchanged::NotApproved)?;
        Ok(Self {
            number,
            act,
            approved,
            at,
        })
    }

    /// Which card.
    #[must_use]
    pub const fn number(&self) -> &CardNumber {
        &self.number
    }

    /// What is done with it.
    #[must_use]
    pub const fn act(&self) -> &Act {
        &self.act
    }

    /// Who allowed it and why.
    #[must_use]
    pub const fn approved(&self) -> &Approved {
        &self.approved
    }

    /// Where, by whom and when.
    #[must_use]
    pub const fn at(&self) -> At {
        self.at
    }

    /// The card after it; `known` is the card of that number on file, if there is one.
    /// `None` where no such card is on file.
    ///
    /// # Errors
    /// [`Unchanged`].
    pub fn apply(&self, known: Option<&Card>) -> Result<Option<Card>, Unchanged> {
        let with = |state, expires| {
            known.map(|card| Card {
                state,
                expires,
                ..card.clone()
            })
        };
        let state = known.map(|card| card.state);
        let expires = known.and_then(|card| card.expires);
        match (&self.act, state) {
            (Act::Issue { .. }, Some(_)) => Err(Unchanged::Taken),
            (Act::Issue { student, expires }, None) => Ok(Some(Card {
                number: self.number.clone(),
                student: *student,
                state: CardState::Active,
                expires: *expires,
            })),
            (_, Some(CardState::Replaced)) => Err(Unchanged::Replaced),
            (Act::Replace { .. }, _) => Ok(with(CardState::Replaced, expires)),
            (Act::Block, Some(CardState::Blocked)) => Err(Unchanged::BlockedAlready),
            (Act::Block, _) => Ok(with(CardState::Blocked, expires)),
            (Act::Unblock, Some(CardState::Active)) => Err(Unchanged::NotBlocked),
            (Act::Unblock, _) => Ok(with(CardState::Active, expires)),
            (Act::Expire { last }, state) => Ok(with(state.unwrap_or(CardState::Blocked), *last)),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::user::{Role, User};
    use crate::domain::{Moment, TillId, UserId};

    fn at() -> At {
        let time = DateTime::parse_from_rfc3339("2026-11-23T11:40:00-03:00").unwrap();
        At {
            till: TillId(1),
            user: UserId(1),
            moment: Moment::new(time),
        }
    }

    fn approval(right: Right) -> Approval {
        let user = User {
            id: UserId(2),
            name: "Rosa".into(),
            role: Role::Administrator,
            active: true,
            own: crate::domain::user::OwnRights::none(),
        };
        Approval::by(&user, right, "la perdió").unwrap()
    }

    fn change(act: Act) -> Result<Change, Unchanged> {
        let number = CardNumber::parse("00414").unwrap();
        Change::new(number, act, approval(Right::Cards), at())
    }

    fn card(state: CardState) -> Card {
        Card {
            number: CardNumber::parse("00414").unwrap(),
            student: StudentId(1),
            state,
            expires: None,
        }
    }

    fn after(act: Act, state: CardState) -> Result<CardState, Unchanged> {
        let changed = change(act)?.apply(Some(&card(state)))?;
        Ok(changed.unwrap().state)
    }

    #[test]
    fn what_may_be_done_with_a_card_is_a_table() {
        use CardState::{Active, Blocked, Replaced};
        let by = CardNumber::parse("00999").unwrap();
        let replace = || Act::Replace {
            by: by.clone(),
            expires: None,
        };
        let issue = || Act::Issue {
            student: StudentId(9),
            expires: None,
        };
        for state in [Active, Blocked, Replaced] {
            assert_eq!(after(issue(), state), Err(Unchanged::Taken));
        }
        assert_eq!(after(replace(), Active), Ok(Replaced));
        assert_eq!(after(replace(), Blocked), Ok(Replaced));
        assert_eq!(after(Act::Block, Active), Ok(Blocked));
        assert_eq!(after(Act::Block, Blocked), Err(Unchanged::BlockedAlready));
        assert_eq!(after(Act::Unblock, Blocked), Ok(Active));
        assert_eq!(after(Act::Unblock, Active), Err(Unchanged::NotBlocked));
        assert_eq!(after(Act::Expire { last: None }, Blocked), Ok(Blocked));
        for act in [
            replace(),
            Act::Block,
            Act::Unblock,
            Act::Expire { last: None },
        ] {
            assert_eq!(after(act, Replaced), Err(Unchanged::Replaced));
        }
    }

    #[test]
    fn a_card_is_not_given_a_last_day_that_has_passed_nor_changed_without_the_right() {
        let yesterday = Some(at().moment.day().days_before(1));
        assert_eq!(
            change(Act::Expire { last: yesterday }),
            Err(Unchanged::Past)
        );
        let number = CardNumber::parse("00414").unwrap();
        let refused = Change::new(number, Act::Block, approval(Right::Void), at());
        assert_eq!(refused, Err(Unchanged::NotApproved));
    }
}
