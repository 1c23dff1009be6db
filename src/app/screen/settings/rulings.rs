//! The rules of the house as the settings hold them, and what the program answers about them.

use super::own::OwnPage;
use super::policy::PolicyPage;
use super::{Action, Page, Settings};
use crate::domain::Moment;
use crate::domain::diet::{OwnNames, Policy};
use crate::domain::user::Role;
use crate::store::diet::Rulebook;

/// The rules of the house as they are on file.
#[derive(Debug, Clone)]
pub struct Rulings {
    /// The policy in force.
    pub policy: Policy,
    /// Every policy that was put in force, oldest first.
    pub policies: Vec<Rulebook>,
    /// The canteen's own words.
    pub words: Option<String>,
    /// The allergens and diets that it added.
    pub names: OwnNames,
    /// Who looks at them.
    pub role: Role,
    /// When they were read.
    pub now: Moment,
}

/// What came of what the pages of rules asked for. An error is a sentence for the user.
#[derive(Debug, Clone)]
pub enum Ruled {
    /// The rules were read.
    Read(Box<Rulings>),
    /// The policy is in force, or not.
    Policy(Result<Box<Rulings>, String>),
    /// A policy was read from a file, or not.
    PolicyFile(Result<Policy, String>),
    /// The policy was written into a file, or not.
    PolicyWritten(Result<String, String>),
    /// The names as they are now.
    Names(Result<OwnNames, String>),
    /// These words are in force, with a sentence about it; or not.
    Words(Result<(String, String), String>),
    /// Words were read from a file, or not.
    WordsFile(Result<String, String>),
}

/// The pages of rules.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    pub(super) policy: PolicyPage,
    pub(super) own: OwnPage,
}

impl Rules {
    pub(super) fn is_changed(&self) -> bool {
        self.policy.is_changed() || self.own.is_changed()
    }
}

impl Settings {
    /// The answer to what the pages of rules asked for; `done` says that a policy is in force.
    pub fn ruled(&mut self, ruled: Ruled, done: &str) {
        match (ruled, &mut self.rules) {
            (Ruled::Read(rulings), rules) => {
                *rules = Some(Rules {
                    policy: PolicyPage::new(&rulings),
                    own: OwnPage::new(&rulings),
                });
            }
            (_, None) => {}
            (Ruled::Policy(Ok(rulings)), Some(rules)) => {
                rules.policy.are(&rulings);
                rules.policy.told(Ok(done.to_owned()));
            }
            (Ruled::Policy(Err(why)) | Ruled::PolicyFile(Err(why)), Some(rules)) => {
                rules.policy.told(Err(why));
            }
            (Ruled::PolicyFile(Ok(policy)), Some(rules)) => rules.policy.read(policy),
            (Ruled::PolicyWritten(told), Some(rules)) => rules.policy.told(told),
            (Ruled::Names(named), Some(rules)) => rules.own.named(named),
            (Ruled::Words(kept), Some(rules)) => rules.own.kept(kept),
            (Ruled::WordsFile(read), Some(rules)) => rules.own.read(read),
        }
    }

    /// Whether a dialog waits for its answer.
    #[must_use]
    pub fn asks(&self) -> bool {
        let of_printer = self.page == Page::Printer && self.printer.asks();
        let of_users = self.users.form.is_some() || self.safety.answer.is_some();
        let of_house = self.house.asks();
        of_users || of_printer || of_house || self.chooses_a_cell() || self.backups.asks()
    }

    /// Whether it is asked what the till does in one cell of the policy.
    #[must_use]
    pub fn chooses_a_cell(&self) -> bool {
        let rules = self.rules.as_ref().filter(|_| self.page == Page::Policy);
        rules.is_some_and(|rules| rules.policy.cell.is_some())
    }

    pub(super) fn rule(&mut self, update: impl FnOnce(&mut Rules) -> Action) -> Action {
        self.rules.as_mut().map_or(Action::None, update)
    }
}

#[cfg(test)]
impl Settings {
    /// What the pages of rules say went well or wrong.
    pub(in crate::app) fn said(&self) -> String {
        let Some(rules) = &self.rules else {
            return String::new();
        };
        let policy = rules
            .policy
            .told
            .clone()
            .map(|told| told.unwrap_or_else(|why| why));
        let words = rules
            .own
            .told
            .clone()
            .map(|told| told.unwrap_or_else(|why| why));
        let names = rules.own.refused.clone();
        let all = [policy, words, names].into_iter().flatten();
        all.collect::<Vec<_>>().join(" ")
    }
}
