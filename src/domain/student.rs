//! Pupils, their guardians and their cards.

use serde::{Deserialize, Serialize};

use super::account::Standing;
use super::diet::{Needs, Restriction, Wish};
use super::limits::Limited;
use super::{AccountId, BusinessDay, CardNumber, GuardianId, Money, PriceListId, StudentId};

/// The grown-up who answers for a pupil and their debts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guardian {
    /// Who.
    pub id: GuardianId,
    /// Name and surname.
    pub name: String,
    /// Phone, as people write it.
    pub phone: Option<String>,
    /// RUC or CI for the invoice.
    pub document: Option<String>,
}

/// A pupil, or a member of staff who buys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Student {
    /// Who.
    pub id: StudentId,
    /// Name and surname: «Sofía Benítez».
    pub name: String,
    /// «5.º grado B».
    pub grade: String,
    /// Who answers for them.
    pub guardian: Option<Guardian>,
    /// Their prepaid account.
    pub account: AccountId,
    /// The prices they pay.
    pub price_list: PriceListId,
    /// The most their guardian lets them spend a day.
    pub daily_limit: Option<Money>,
    /// How far their account may go below zero.
    pub credit_limit: Money,
    /// Below this their balance is low; `None` where the house has no threshold either.
    #[serde(default)]
    pub low_mark: Option<Money>,
    /// What they must not eat.
    pub restrictions: Vec<Restriction>,
    /// Diets and conditions that they keep.
    #[serde(default)]
    pub wishes: Vec<Wish>,
    /// File name in the data folder's `photos/`.
    pub photo: Option<String>,
    /// False once they have left.
    pub active: bool,
}

impl Student {
    /// What they must not eat and had better not.
    #[must_use]
    pub fn needs(&self) -> Needs<'_> {
        Needs {
            restrictions: &self.restrictions,
            wishes: &self.wishes,
        }
    }

    /// First letters of the first two names: «SB».
    #[must_use]
    pub fn initials(&self) -> String {
        let firsts = self
            .name
            .split_whitespace()
            .filter_map(|word| word.chars().next());
        firsts.take(2).flat_map(char::to_uppercase).collect()
    }
}

/// A pupil as a list of pupils gives them, before the store has named them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStudent {
    /// Name and surname.
    pub name: String,
    /// Grade and section.
    pub grade: String,
    /// The card, if they have one.
    pub card: Option<CardNumber>,
    /// The guardian, matched by document, else by name and phone.
    pub guardian: Option<NewGuardian>,
    /// The prices they pay; `None` where the list does not say: the general ones for a new pupil.
    pub price_list: Option<PriceListId>,
    /// The account's opening balance; negative for a debt brought over.
    pub balance: Money,
    /// The most they may spend a day.
    pub daily_limit: Option<Money>,
    /// How far the account may go below zero; `None` where the list does not say, and what a guardian
    /// asked for stays.
    pub credit_limit: Option<Money>,
    /// What they must not eat.
    pub restrictions: Vec<Restriction>,
    /// Diets and conditions that they keep.
    pub wishes: Vec<Wish>,
}

/// A guardian as a list gives them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NewGuardian {
    /// Name and surname.
    pub name: String,
    /// Phone.
    pub phone: Option<String>,
    /// RUC or CI.
    pub document: Option<String>,
}

/// Whether a card opens an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// It does.
    Active,
    /// Lost, stolen or taken back.
    Blocked,
    /// Another took its place: dead for good.
    Replaced,
}

impl CardState {
    /// The word for it in the store, in JSON and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Blocked => "blocked",
            Self::Replaced => "replaced",
        }
    }

    /// The state of that word; what cannot be read opens nothing.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code {
            "active" => Self::Active,
            "replaced" => Self::Replaced,
            _ => Self::Blocked,
        }
    }
}

/// A card: one number, one pupil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// What the reader sends.
    pub number: CardNumber,
    /// Whose.
    pub student: StudentId,
    /// Whether it is blocked.
    pub state: CardState,
    /// The last day on which it works.
    pub expires: Option<BusinessDay>,
}

/// Why a card does not open its account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CardRefused {
    /// It was blocked.
    #[error("this card is blocked")]
    Blocked,
    /// Its last day has passed.
    #[error("this card expired on {0}")]
    Expired(BusinessDay),
    /// Another card took its place.
    #[error("this card was replaced by another")]
    Replaced,
}

impl Card {
    /// Whether the card opens its account on that day.
    ///
    /// # Errors
    /// [`CardRefused`].
    pub fn usable_on(&self, day: BusinessDay) -> Result<(), CardRefused> {
        match (self.state, self.expires) {
            (CardState::Blocked, _) => Err(CardRefused::Blocked),
            (CardState::Replaced, _) => Err(CardRefused::Replaced),
            (CardState::Active, Some(last)) if day > last => Err(CardRefused::Expired(last)),
            (CardState::Active, _) => Ok(()),
        }
    }
}

/// A pupil who stands at the till: who they are and how their account stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Who.
    pub student: Student,
    /// The card they were identified by, or their current one; not needed to buy with cash.
    pub card: Option<CardNumber>,
    /// How the account stands.
    pub standing: Standing,
    /// What their guardian asked for, and what is used of it.
    #[serde(default)]
    pub limits: Limited,
}

impl Customer {
    /// With the house's threshold, where they have none of their own.
    #[must_use]
    pub fn with_house_mark(mut self, house: Money) -> Self {
        self.student.low_mark.get_or_insert(house);
        self
    }

    /// Whether the balance is low, and somebody at home had better be told.
    #[must_use]
    pub fn is_low(&self) -> bool {
        let mark = self.student.low_mark;
        mark.is_some_and(|mark| self.standing.balance < mark)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn a_blocked_card_is_refused_and_an_expired_one_works_on_its_last_day() {
        let day = |d| BusinessDay(NaiveDate::from_ymd_opt(2026, 11, d).unwrap());
        let card = |state, expires| Card {
            number: CardNumber::parse("00414").unwrap(),
            student: StudentId(1),
            state,
            expires,
        };
        let last = Some(day(22));
        assert_eq!(card(CardState::Active, None).usable_on(day(23)), Ok(()));
        assert_eq!(card(CardState::Active, last).usable_on(day(22)), Ok(()));
        let expired = card(CardState::Active, last).usable_on(day(23));
        assert_eq!(expired, Err(CardRefused::Expired(day(22))));
        let blocked = card(CardState::Blocked, last).usable_on(day(22));
        assert_eq!(blocked, Err(CardRefused::Blocked));
        let replaced = card(CardState::Replaced, None).usable_on(day(22));
        assert_eq!(replaced, Err(CardRefused::Replaced));
    }
}
