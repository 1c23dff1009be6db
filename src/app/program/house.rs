//! Tenders, breaks, the lock, rights and cards of those who work here: what their pages want done.

use iced::Task;

use super::failed::flat;
use super::setting::set;
use super::{Failed, Message, Program, Screen};
use crate::app::screen::settings::{House, HouseWanted as Wanted};
use crate::app::widget::Mood;
use crate::domain::tender::Tender;
use crate::domain::user::{Pin, Right, User};
use crate::domain::{CardNumber, UserId};
use crate::settings::LockAfter;
use crate::store;
use crate::store::Stamp;
use crate::till::{CardDenied, Reply, Till};

/// What came of it.
#[derive(Debug, Clone)]
pub enum Told {
    /// How the house stands now, and the users; or why it is not read or changed.
    Stands(Result<Box<(House, Vec<User>)>, Failed>),
    /// Somebody's PIN for one sign-in.
    PinGiven(UserId, Result<Secret, Failed>),
    /// A card was scanned at the login.
    CardRead(Result<User, CardDenied>),
    /// The ways to pay were read again.
    TendersRead(Result<Vec<Tender>, Failed>),
}

/// A PIN that is shown once and never logged.
#[derive(Clone)]
pub struct Secret(Pin);

impl Told {
    /// A PIN that nobody has, for a picture.
    pub(in crate::app) fn pin_for_pictures(user: UserId) -> Option<Self> {
        let pin = Pin::parse("481952").ok()?;
        Some(Self::PinGiven(user, Ok(Secret(pin))))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(••••)")
    }
}

impl Program {
    /// Takes in what came of it.
    pub(super) fn house(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::Stands(Ok(both)) => {
                let (house, users) = *both;
                self.tenders.clone_from(&house.tenders);
                if let Some(settings) = self.work_mut().and_then(|work| work.settings.as_mut()) {
                    settings.users_are(users);
                    settings.house_is(house);
                }
                Task::none()
            }
            Told::Stands(Err(why)) | Told::PinGiven(_, Err(why)) => {
                let why = self.told(&why);
                if let Some(settings) = self.work_mut().and_then(|work| work.settings.as_mut()) {
                    settings.house_refused(&why);
                }
                Task::none()
            }
            Told::PinGiven(user, Ok(Secret(pin))) => {
                if let Some(settings) = self.work_mut().and_then(|work| work.settings.as_mut()) {
                    settings.pin_given(user, pin.digits().to_owned());
                }
                Task::none()
            }
            Told::CardRead(read) => self.card_signs_in(read),
            Told::TendersRead(Ok(tenders)) => {
                self.tenders = tenders;
                Task::none()
            }
            Told::TendersRead(Err(why)) => self.fail(&why),
        }
    }

    /// What a page wants done, if whoever is at work may.
    pub(super) fn house_wanted(&mut self, wanted: Wanted) -> Task<Message> {
        let Some(user) = self.user().cloned() else {
            return Task::none();
        };
        let right = match &wanted {
            Wanted::Read | Wanted::SetTerms(_) | Wanted::SetBreaks(_) | Wanted::SetLock(_) => {
                Right::Settings
            }
            Wanted::SetStaff(..)
            | Wanted::ResetPin(_)
            | Wanted::GiveCard(..)
            | Wanted::BlockCard(..) => Right::Users,
        };
        if !user.may(right) {
            return self.house(Told::Stands(Err(Failed::NoRight)));
        }
        let stamp = Stamp::by(user.id, self.now);
        match wanted {
            Wanted::Read => self.read_house(None),
            Wanted::SetTerms(terms) => self.read_house(Some(self.till.set_terms(terms, stamp))),
            Wanted::SetBreaks(breaks) => {
                self.read_house(Some(self.till.set_meal_breaks(breaks, stamp)))
            }
            Wanted::SetLock(minutes) => self.set_lock(minutes),
            Wanted::SetStaff(id, changed) => {
                let all = self.till.change_user(id, changed, stamp);
                self.read_house(Some(all))
            }
            Wanted::GiveCard(user, number) => {
                self.read_house(Some(self.till.give_card(user, number, stamp)))
            }
            Wanted::BlockCard(number, blocked) => {
                self.read_house(Some(self.till.block_card(number, blocked, stamp)))
            }
            Wanted::ResetPin(user) => {
                let reply = self.till.reset_pin(user, stamp);
                let given = async { flat(reply.await).map(Secret) };
                Task::perform(given, move |given| {
                    Message::House(Told::PinGiven(user, given))
                })
            }
        }
    }

    /// Waits for what is changed, if anything, then reads how all stands.
    fn read_house(&self, change: Option<Reply<Result<(), store::Error>>>) -> Task<Message> {
        let (till, now) = (self.till.clone(), self.now);
        let read = async move {
            if let Some(change) = change {
                flat(change.await)?;
            }
            read(till, now).await.map(Box::new)
        };
        Task::perform(read, |read| Message::House(Told::Stands(read)))
    }

    fn set_lock(&mut self, minutes: u16) -> Task<Message> {
        let (Ok(after), Some(user)) = (LockAfter::minutes(i64::from(minutes)), self.user()) else {
            return Task::none();
        };
        let (till, now) = (self.till.clone(), self.now);
        let stamp = Stamp::by(user.id, now);
        let reply = till.set(move |config| config.lock_minutes = after, stamp);
        let read = async move {
            set(reply.await)?;
            read(till, now).await.map(Box::new)
        };
        Task::perform(read, |read| Message::House(Told::Stands(read)))
    }

    /// The terms of a tender may hold from today on: they are read when the day turns, and when the
    /// store says that they are others.
    pub(super) fn read_tenders(&self) -> Task<Message> {
        let reply = self.till.tenders_on(self.now.day());
        let read = async { flat(reply.await) };
        Task::perform(read, |read| Message::House(Told::TendersRead(read)))
    }

    /// A card of somebody who works here, scanned at the login.
    pub(super) fn card_at_login(&self, number: CardNumber) -> Task<Message> {
        let reply = self.till.sign_in_by_card(number, self.now);
        let read = async {
            match reply.await {
                Ok(read) => read,
                Err(closing) => Err(CardDenied::Refused(closing.into())),
            }
        };
        Task::perform(read, |read| Message::House(Told::CardRead(read)))
    }

    fn card_signs_in(&mut self, read: Result<User, CardDenied>) -> Task<Message> {
        if !matches!(self.screen, Screen::Login(_)) {
            return Task::none();
        }
        match read {
            Ok(user) => self.signed_in(Ok(user)),
            Err(CardDenied::Refused(refused)) => {
                let why = Failed::from(refused);
                self.fail(&why)
            }
            Err(denied) => {
                let key = match denied {
                    CardDenied::Blocked => "login-card-blocked",
                    CardDenied::PinFirst => "login-card-pin-first",
                    _ => "login-card-unknown",
                };
                let why = self.words.text(key);
                self.say(Mood::Error, why)
            }
        }
    }
}

async fn read(till: Till, now: crate::domain::Moment) -> Result<(House, Vec<User>), Failed> {
    let house = House {
        tenders: flat(till.tenders_on(now.day()).await)?,
        past: flat(till.past_terms().await)?,
        breaks: flat(till.meal_breaks().await)?,
        lock_minutes: till.config().lock_minutes.in_minutes(),
        cards: flat(till.staff_cards().await)?,
        today: now.day(),
    };
    Ok((house, flat(till.users().await)?))
}
