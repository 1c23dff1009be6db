//! What the pages of tenders, hours and rights share: what they show, and what they want done.

use super::{Action, hours, rights, tenders};
use crate::domain::commission::{PastTerms, Terms};
use crate::domain::limits::MealBreak;
use crate::domain::tender::Tender;
use crate::domain::user::Role;
use crate::domain::{BusinessDay, CardNumber, UserId};
use crate::store::{StaffCard, StaffChange};

/// How the house stands, as it was last read.
#[derive(Debug, Clone)]
pub struct House {
    /// The ways to pay of today, in their order.
    pub tenders: Vec<Tender>,
    /// Every terms that were ever noted, latest first.
    pub past: Vec<PastTerms>,
    /// The breaks of the school day.
    pub breaks: Vec<MealBreak>,
    /// After how many minutes a till that nobody touches locks; 0 for never.
    pub lock_minutes: u16,
    /// Cards of those who work here.
    pub cards: Vec<StaffCard>,
    /// Today.
    pub today: BusinessDay,
}

/// What is to be done; answered with `Settings::house_is` or `Settings::house_refused`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Read how the house stands.
    Read,
    /// Note terms of tenders.
    SetTerms(Vec<Terms>),
    /// Say which breaks there are.
    SetBreaks(Vec<MealBreak>),
    /// Lock after so many minutes.
    SetLock(u16),
    /// Change name, role and single rights of somebody.
    SetStaff(UserId, StaffChange),
    /// Give a PIN for one sign-in; answered with `Settings::pin_given` too.
    ResetPin(UserId),
    /// Give somebody a card.
    GiveCard(UserId, CardNumber),
    /// Block a card, or open it again.
    BlockCard(CardNumber, bool),
}

/// What happened on these pages.
#[derive(Debug, Clone)]
pub enum Message {
    /// On the page of tenders.
    Tenders(tenders::Message),
    /// On the page of hours.
    Hours(hours::Message),
    /// On the page of somebody's rights.
    Rights(rights::Message),
}

/// The state of these pages.
#[derive(Debug, Clone, Default)]
pub(super) struct Pages {
    pub(super) tenders: tenders::Tenders,
    pub(super) hours: hours::HoursPage,
    pub(super) rights: Option<rights::Rights>,
    cards: Vec<StaffCard>,
}

impl Pages {
    pub(super) fn are(&mut self, house: House) {
        if let Some(rights) = &mut self.rights {
            rights.cards_are(&house.cards);
        }
        self.cards = house.cards;
        self.tenders.are(house.tenders, house.past, house.today);
        self.hours.are(house.breaks, house.lock_minutes);
    }

    pub(super) fn refused(&mut self, why: &str) {
        self.tenders.refused(why);
        self.hours.refused(why);
        if let Some(rights) = &mut self.rights {
            rights.refused(why);
        }
    }

    pub(super) fn open_rights(&mut self, user: crate::domain::user::User, me: UserId, role: Role) {
        self.rights = Some(rights::Rights::new(user, me, role, &self.cards));
    }

    pub(super) fn update(&mut self, message: Message) -> Action {
        let wanted = match message {
            Message::Tenders(message) => self.tenders.update(message),
            Message::Hours(message) => self.hours.update(message),
            Message::Rights(rights::Message::Closed) => {
                self.rights = None;
                None
            }
            Message::Rights(message) => self
                .rights
                .as_mut()
                .and_then(|rights| rights.update(message)),
        };
        wanted.map_or(Action::None, Action::House)
    }

    /// Whether a dialog of these pages waits for its answer.
    pub(super) fn asks(&self) -> bool {
        let asks = |rights: &rights::Rights| rights.resetting || rights.pin.is_some();
        self.tenders.form.is_some() || self.rights.as_ref().is_some_and(asks)
    }

    /// What Escape sends away on that page, if anything.
    pub(super) fn escaped(&self, page: super::Page) -> Option<Message> {
        use super::Page;
        match (page, &self.rights) {
            (Page::Tenders, _) if self.tenders.form.is_some() => {
                Some(Message::Tenders(tenders::Message::Dismissed))
            }
            (Page::Users, Some(rights)) if rights.resetting || rights.pin.is_some() => {
                Some(Message::Rights(rights::Message::ResetDismissed))
            }
            (Page::Users, Some(_)) => Some(Message::Rights(rights::Message::Closed)),
            _ => None,
        }
    }

    /// The fields that a scan may have typed into.
    pub(super) fn texts(&mut self) -> Vec<&mut String> {
        let mut texts = self.tenders.texts();
        texts.extend(self.hours.texts());
        texts.extend(self.rights.as_mut().map(|rights| &mut rights.name));
        texts
    }
}
