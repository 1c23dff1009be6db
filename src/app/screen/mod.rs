//! The screens: each owns its state, says what it wants done, and knows no other screen.

pub mod accounts;
pub mod checkout;
pub mod dashboard;
pub mod declare;
pub mod first_day;
pub mod goods;
pub mod help;
pub mod lists;
pub mod login;
pub mod lunch;
pub mod people;
pub mod pin;
pub mod printer;
pub mod printer_help;
pub mod pupils;
pub mod queue;
pub mod sales;
pub mod settings;
pub mod setup;
pub mod shift;
pub mod stock;
pub mod virtual_printer;

use uuid::Uuid;

use super::icon::Icon;
use super::photo::Album;
use super::widget::Mood;
use crate::domain::catalogue::Catalogue;
use crate::domain::checkout::Rules;
use crate::domain::diet::{Declared, Response, Severity};
use crate::domain::student::Customer;
use crate::domain::tender::Tender;
use crate::domain::user::User;
use crate::domain::{Moment, ProductId, TillId};
use crate::i18n::I18n;

/// What the program knows when a screen is shown or told something.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The words of the user's language.
    pub words: &'a I18n,
    /// What can be sold.
    pub catalogue: &'a Catalogue,
    /// What the checkout judges by.
    pub rules: &'a Rules,
    /// The ways to pay, in the order they are offered.
    pub tenders: &'a [Tender],
    /// Who works at the till.
    pub user: &'a User,
    /// The time on the wall.
    pub now: Moment,
    /// How the printer is, in a mood and in words; `None` if there is none.
    pub printer: Option<(Mood, &'a str)>,
    /// What sells best at this hour, best first.
    pub favourites: &'a [ProductId],
    /// The photos that have been read.
    pub photos: &'a Album,
    /// Which till this is.
    pub till: TillId,
    /// Makes a new name for a fact; from outside, so that a test can say which.
    pub ids: &'a dyn Fn() -> Uuid,
}

impl Context<'_> {
    /// That a balance is low, if it is: how it looks and what is said.
    #[must_use]
    pub fn low_mark(&self, customer: &Customer) -> Option<(Mood, Icon, String)> {
        let (mood, key) = match customer.standing.balance.is_negative() {
            true => (Mood::Error, "low-mark-owed"),
            false => (Mood::Warn, "low-mark"),
        };
        let low = customer.is_low();
        low.then(|| (mood, Icon::Bell, self.words.text(key)))
    }

    /// How a restriction looks: as what the till does about a product that contains what is meant.
    #[must_use]
    pub fn look_of(&self, severity: Severity) -> (Mood, Icon) {
        match self.rules.policy.response(Declared::Contains, severity) {
            Response::Refuse => (Mood::Error, Icon::Ban),
            Response::Approve | Response::Confirm => (Mood::Warn, Icon::TriangleAlert),
            Response::Allow => (Mood::Neutral, Icon::Info),
        }
    }
}
