//! Single rights, PINs for one sign-in and cards of those who work here, asked of an open canteen.

use uuid::Uuid;

use super::{PinRefused, Reply, Till};
use crate::domain::user::{Pin, Role, User};
use crate::domain::{CardNumber, Moment, UserId};
use crate::store::{self, StaffCard, Stamp, pin};

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
    /// Adds a user with the PIN that they chose.
    pub fn add_user_by(
        &self,
        name: String,
        role: Role,
        pin: Pin,
        stamp: Stamp,
    ) -> Reply<Result<UserId, store::Error>> {
        self.writer
            .ask(move |store| store.add_user_by(&name, role, &pin::hash(&pin)?, stamp))
    }

    /// Lets a user in or out.
    pub fn set_active_by(
        &self,
        user: UserId,
        active: bool,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.set_active_by(user, active, stamp))
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
    use crate::domain::user::Right;
    use crate::settings::DataFolder;

    fn a_till() -> (tempfile::TempDir, Till) {
        let dir = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(dir.path().to_owned());
        let till = Till::open(folder, Some("")).unwrap();
        (dir, till)
    }

    fn add(till: &Till, name: &str, role: Role, pin: &str) -> UserId {
        let pin = Pin::parse(pin).unwrap();
        till.add_user(name.into(), role, pin)
            .wait()
            .unwrap()
            .unwrap()
    }

    fn at(minute: i64) -> Moment {
        let morning = chrono::DateTime::parse_from_rfc3339("2026-11-26T08:00:00-03:00");
        Moment::new(morning.unwrap()).plus_millis(minute * 60_000)
    }

    #[test]
    fn a_pin_for_one_sign_in_opens_and_approves_nothing_until_it_is_changed() {
        let (_dir, till) = a_till();
        let ana = add(&till, "Ana", Role::Administrator, "2580");
        let rosa = add(&till, "Rosa", Role::Supervisor, "1379");
        let given = till
            .reset_pin(rosa, Stamp::by(ana, at(0)))
            .wait()
            .unwrap()
            .unwrap();
        let enter = |pin: &Pin, minute| {
            let entered = till.sign_in(Some(rosa), Right::Sell, pin.clone(), at(minute));
            entered.wait().unwrap()
        };
        assert!(matches!(enter(&given, 1), Err(PinRefused::MustChange)));
        let approved = till.approve(Right::ApproveLimit, given.clone(), "motivo".into(), at(2));
        assert!(matches!(
            approved.wait().unwrap(),
            Err(PinRefused::MustChange)
        ));
        let old = Pin::parse("1379").unwrap();
        assert!(matches!(enter(&old, 3), Err(PinRefused::Wrong { .. })));
        let new = Pin::choose("8642").unwrap();
        let changed = till.change_pin(rosa, given.clone(), new.clone(), at(4));
        assert_eq!(changed.wait().unwrap().unwrap().id, rosa);
        assert!(enter(&new, 5).is_ok());
        assert!(enter(&given, 6).is_err(), "it was good once");
    }

    #[test]
    fn a_card_opens_the_till_for_whoever_has_it_until_it_is_blocked() {
        let (_dir, till) = a_till();
        let ana = add(&till, "Ana", Role::Administrator, "2580");
        let card = |text: &str| CardNumber::parse(text).unwrap();
        let stamp = Stamp::by(ana, at(0));
        till.give_card(ana, card("99001"), stamp)
            .wait()
            .unwrap()
            .unwrap();
        let scan =
            |text: &str, minute| till.sign_in_by_card(card(text), at(minute)).wait().unwrap();
        assert_eq!(scan("99001", 1).unwrap().id, ana);
        let blocked = till.block_card(card("99001"), true, stamp);
        blocked.wait().unwrap().unwrap();
        assert!(matches!(scan("99001", 2), Err(CardDenied::Blocked)));
        for _ in 0..3 {
            assert!(matches!(scan("99002", 3), Err(CardDenied::Unknown)));
        }
        let slowed = scan("99002", 3);
        assert!(
            matches!(slowed, Err(CardDenied::Refused(PinRefused::Wait { .. }))),
            "guessed cards are slowed like guessed PINs: {slowed:?}"
        );
    }

    #[test]
    fn a_pin_for_one_sign_in_has_six_digits_and_is_never_twice_the_same_for_long() {
        let pins: std::collections::HashSet<String> = (0..50)
            .map(|_| one_time_pin().digits().to_owned())
            .collect();
        assert!(pins.iter().all(|pin| pin.len() == 6));
        assert!(pins.len() > 45);
    }
}
