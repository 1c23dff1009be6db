//! A demo canteen, the same on every machine for the same seed.
//!
//! [`Canteen::new`] deals the shop, its shelf and its people; [`Canteen::history`] plays the school
//! days before today through the real cart and its rules, so that no demo sale could not have been made.
//! Nothing here reads a clock: today is an argument.

mod books;
mod breaks;
mod calendar;
mod crowd;
mod dice;
mod fill;
mod history;
mod kitchen;
mod people;
mod shelf;
mod words;
mod years;

pub use calendar::school_calendar;
pub use fill::{fill, fill_long, shop};
pub use history::{Delivery, Event, History, TopUp};
pub use people::{PUPILS, SOFIA, TEACHERS};
pub use shelf::{Demand, Shelved};
pub use words::Shop;

use crate::domain::catalogue::Category;
use crate::domain::student::{Card, Guardian, Student};
use crate::domain::tender::{Tender, TenderKind};
use crate::domain::user::{Pin, Role, User};
use crate::domain::{BusinessDay, Moment, Money, TenderId, TillId, UserId};

/// The seed of the demo that README opens.
pub const SEED: u64 = 414;

/// How many school days of sales the demo has behind it.
pub const SCHOOL_DAYS: usize = 60;

/// Somebody who works at the demo's till, with the PIN that opens it: for the demo only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// Who.
    pub user: User,
    /// Their PIN.
    pub pin: Pin,
}

/// Twelve o’clock, in milliseconds of the day.
const NOON_MS: u32 = 12 * 3_600_000;

/// The canteen as it stands this morning, but for the balances, which its history leads to.
#[derive(Debug, Clone)]
pub struct Canteen {
    /// What everything was dealt from.
    pub seed: u64,
    /// The day on which the demo is opened; its history ends before it.
    pub today: BusinessDay,
    /// Head and foot of the tickets.
    pub shop: Shop,
    /// The only till.
    pub till: TillId,
    /// Who works here: cashier, supervisor, manager, administrator.
    pub logins: Vec<Login>,
    /// Groups of products.
    pub categories: Vec<Category>,
    /// Products, with the stock of this morning: the history delivers what it sells.
    pub shelf: Vec<Shelved>,
    /// Ways to pay.
    pub tenders: Vec<Tender>,
    /// Grown-ups who answer for pupils.
    pub guardians: Vec<Guardian>,
    /// [`PUPILS`] pupils, then [`TEACHERS`] teachers, with their restrictions.
    pub students: Vec<Student>,
    /// What each account holds before the history, in the order of `students`.
    pub opening: Vec<Money>,
    /// Every card, blocked and expired ones too.
    pub cards: Vec<Card>,
    void_reasons: Vec<String>,
    sofias_balance: Money,
}

impl Canteen {
    /// The canteen of one seed on the morning of `today`.
    #[must_use]
    pub fn new(seed: u64, today: BusinessDay) -> Self {
        let school = words::School::read();
        let people = people::People::new(seed, today, &school, &words::Names::read());
        let (categories, shelf) = shelf::stock_up(today);
        Self {
            seed,
            today,
            logins: logins(&school.users),
            shop: school.shop,
            till: TillId(1),
            categories,
            shelf,
            tenders: tenders(),
            guardians: people.guardians,
            students: people.students,
            opening: people.opening,
            cards: people.cards,
            void_reasons: school.words.void_reasons,
            sofias_balance: Money::guaranies(school.known.balance_gs),
        }
    }

    /// With at least so many products: the demo's own, and the same as other makers sell them.
    #[must_use]
    pub fn with_products(mut self, products: usize) -> Self {
        crowd::lengthen(&mut self.shelf, products);
        self
    }

    /// The facts of the [`SCHOOL_DAYS`] school days before today, in the order in which they happened.
    ///
    /// They speak of products, people, users and tenders by the numbers in this canteen: whoever
    /// renames those (a store that gives numbers of its own) asks for the history afterwards.
    #[must_use]
    pub fn history(&self) -> History<'_> {
        History::new(self)
    }

    /// Noon before the first day: when the labels were read and the families asked.
    #[must_use]
    pub fn declared_at(&self) -> Moment {
        let first = calendar::school_days_before(self.today, SCHOOL_DAYS)
            .into_iter()
            .next();
        let day = first.and_then(|day| day.pred_opt()).unwrap_or(self.today.0);
        books::moment(day, NOON_MS)
    }

    /// Who works here in that role.
    #[must_use]
    pub fn user(&self, role: Role) -> Option<&User> {
        let mut users = self.logins.iter().map(|login| &login.user);
        users.find(|user| user.role == role)
    }

    /// The way to pay of that kind.
    #[must_use]
    pub fn tender(&self, kind: TenderKind) -> Option<&Tender> {
        self.tenders.iter().find(|tender| tender.kind == kind)
    }
}

fn logins(clerks: &[words::Clerk]) -> Vec<Login> {
    let numbered = clerks.iter().zip(1..);
    numbered
        .map(|(clerk, number)| Login {
            user: User {
                id: UserId(number),
                name: clerk.name.clone(),
                role: clerk.role,
                active: true,
            },
            pin: Pin::parse(&clerk.pin).expect("the demo's PINs are digits, and a test reads them"),
        })
        .collect()
}

/// Every kind that a canteen in Paraguay takes; transfers and giros carry the number of the operation.
fn tenders() -> Vec<Tender> {
    let numbered = TenderKind::ALL.into_iter().zip(1..);
    numbered
        .map(|(kind, number)| Tender {
            id: TenderId(number),
            kind,
            needs_reference: matches!(kind, TenderKind::Transfer | TenderKind::Giro),
            opens_drawer: kind == TenderKind::Cash,
            active: true,
        })
        .collect()
}

#[cfg(test)]
mod calm_tests;
#[cfg(test)]
mod tests;
