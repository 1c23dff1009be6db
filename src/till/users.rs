//! Single rights, PINs for one sign-in and cards of those who work here, asked of an open canteen.

use uuid::Uuid;

use super::{PinRefused, Reply, Till};
use crate::domain::user::{OwnRights, Pin, User};
use crate::domain::{CardNumber, Moment, UserId};
use crate::store::{self, Stamp, StaffCard, pin};

/// Why a card does not open the till.
#[derive(Debug, Clone, thiserror::Error)]
pub enum CardDenied {
    /// It is nobody's who works here.
    #[error("no user has this card")]
    Unknown,
    /// It was blocked, or whose it is has left.
    #[error("this card is blocked")]
    Blocked,
    /// The PIN of whose it is must be changed first.
    #[error("the PIN must be changed first")]
    PinFirst,
    /// As for a PIN.
    #[error(transparent)]
    Refused(#[from] PinRefused),
}

impl Till {
    /// Gives single rights and withdraws others.
    pub fn set_rights(
        &self,
        user: UserId,
        own: OwnRights,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.set_rights(user, &own, stamp))
    }

    /// Gives a user the PIN that they chose.
    pub fn give_pin(
        &self,
        user: UserId,
        pin: Pin,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.give_pin(user, &pin::hash(&pin)?, false, stamp))
    }

    /// Gives a user who forgot theirs a PIN for one sign-in, and says which: it is shown once.
    pub fn reset_pin(&self, user: UserId, stamp: Stamp) -> Reply<Result<Pin, store::Error>> {
        self.writer.ask(move |store| {
            let pin = one_time_pin();
            store.give_pin(user, &pin::hash(&pin)?, true, stamp)?;
            Ok(pin)
        })
    }

    /// Changes a PIN that is known, such as one for one sign-in; whose it is is at work then.
    pub fn change_pin(
        &self,
        user: UserId,
        old: Pin,
        new: Pin,
        now: Moment,
    ) -> Reply<Result<User, PinRefused>> {
        let till = self.clone();
        Reply::aside(move || {
            let known = till.known_pin(user, &old, now)?;
            let stamp = Stamp::by(user, now);
            let written = till.writer.ask(move |store| {
                let hash = pin::hash(&new)?;
                store.give_pin(user, &hash, false, stamp)
            });
            written.wait()??;
            Ok(known)
        })
    }

    /// Whoever's card this is, if it opens the till; unknown ones are slowed like wrong PINs.
    pub fn sign_in_by_card(
        &self,
        number: CardNumber,
        now: Moment,
    ) -> Reply<Result<User, CardDenied>> {
        let till = self.clone();
        Reply::aside(move || {
            till.may_try(now)?;
            let cards = till.writer.ask(|store| store.staff_cards()).wait();
            let cards = cards.map_err(PinRefused::from)?.map_err(PinRefused::from)?;
            let Some(card) = cards.into_iter().find(|card| card.number == number) else {
                till.note_wrong_now(now);
                return Err(CardDenied::Unknown);
            };
            let users = till.users().wait();
            let users = users.map_err(PinRefused::from)?.map_err(PinRefused::from)?;
            let mut users = users.into_iter();
            let user = users.find(|user| user.id == card.user && user.active);
            let user = user.filter(|_| !card.blocked).ok_or(CardDenied::Blocked)?;
            let once = till.writer.ask(move |store| store.is_pin_once(card.user));
            let once = once.wait().map_err(PinRefused::from)?;
            match once.map_err(PinRefused::from)? {
                true => Err(CardDenied::PinFirst),
                false => Ok(user),
            }
        })
    }

    /// Cards of those who work here.
    pub fn staff_cards(&self) -> Reply<Result<Vec<StaffCard>, store::Error>> {
        self.writer.ask(|store| store.staff_cards())
    }

    /// Gives somebody a card that opens the till.
    pub fn give_card(
        &self,
        user: UserId,
        number: CardNumber,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.give_card(user, &number, stamp))
    }

    /// Blocks such a card, or lets it open the till again.
    pub fn block_card(
        &self,
        number: CardNumber,
        blocked: bool,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.block_card(&number, blocked, stamp))
    }
}

/// Six digits that nobody chose, from the random bits of a new name.
fn one_time_pin() -> Pin {
    loop {
        let bits = Uuid::now_v7().as_u128() & 0xffff_ffff_ffff;
        if let Ok(pin) = Pin::choose(&format!("{:06}", bits % 1_000_000)) {
            return pin;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_for_one_sign_in_has_six_digits_and_is_never_twice_the_same_for_long() {
        let pins: std::collections::HashSet<String> =
            (0..50).map(|_| one_time_pin().digits().to_owned()).collect();
        assert!(pins.iter().all(|pin| pin.len() == 6));
        assert!(pins.len() > 45);
    }
}
