//! Where a pupil's restrictions meet what is known of a product.

use serde::{Deserialize, Serialize};

use super::{
    Declared, DietBecause, DietKnowledge, Knowledge, Known, Policy, Response, Restriction, Wish,
};
use crate::domain::BusinessDay;

/// What one pupil must not eat and had better not.
#[derive(Debug, Clone, Copy, Default)]
pub struct Needs<'a> {
    /// Allergies.
    pub restrictions: &'a [Restriction],
    /// Diets and conditions.
    pub wishes: &'a [Wish],
}

impl Needs<'_> {
    /// Whether there is nothing to look out for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.restrictions.is_empty() && self.wishes.is_empty()
    }
}

/// What of a pupil stands against a product, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// An allergy.
    Allergy(Restriction, Knowledge),
    /// A diet or condition.
    Diet(Wish, DietBecause),
}

/// One reason why a product needs more than a press: all that an alert has to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What stands against it.
    pub against: Against,
    /// What the policy asks for.
    pub response: Response,
}

impl Reason {
    /// Whether reading the label could settle it: nobody has, or what was read is no longer what is there.
    #[must_use]
    pub fn wants_the_label_read(&self) -> bool {
        match &self.against {
            Against::Allergy(_, knowledge) => knowledge.state == Declared::Unknown,
            Against::Diet(..) => false,
        }
    }
}

/// What the till does about one product for one pupil. Never a bool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Sell.
    Allow,
    /// Sell after somebody has answered for each reason.
    Ask(Vec<Reason>),
    /// Do not sell; at least one reason is [`Response::Refuse`].
    Refuse(Vec<Reason>),
}

impl Verdict {
    /// The reasons, empty if allowed.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        match self {
            Self::Allow => &[],
            Self::Ask(reasons) | Self::Refuse(reasons) => reasons,
        }
    }

    /// The strictest response in it.
    #[must_use]
    pub fn response(&self) -> Response {
        let strictest = self.reasons().iter().map(|reason| reason.response).max();
        strictest.unwrap_or(Response::Allow)
    }
}

/// Judges one product for one pupil: the only place where a restriction meets what is known.
///
/// Reasons come strictest first. A diet asks the cashier to have read it, and no more.
#[must_use]
pub fn judge(known: &Known, needs: Needs<'_>, policy: &Policy, day: BusinessDay) -> Verdict {
    let allergies = needs
        .restrictions
        .iter()
        .filter(|restriction| restriction.holds_on(day))
        .filter_map(|restriction| allergy(known, restriction, policy));
    let wishes = needs.wishes.iter().filter(|wish| wish.holds_on(day));
    let diets = wishes.filter_map(|wish| diet(known, wish));
    let mut reasons: Vec<Reason> = allergies.chain(diets).collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.response));
    match reasons.first().map(|strictest| strictest.response) {
        None => Verdict::Allow,
        Some(Response::Refuse) => Verdict::Refuse(reasons),
        Some(_) => Verdict::Ask(reasons),
    }
}

fn allergy(known: &Known, restriction: &Restriction, policy: &Policy) -> Option<Reason> {
    let knowledge = known.of(restriction.allergen);
    let response = policy.response(knowledge.state, restriction.severity);
    (response > Response::Allow).then(|| Reason {
        against: Against::Allergy(restriction.clone(), knowledge.clone()),
        response,
    })
}

fn diet(known: &Known, wish: &Wish) -> Option<Reason> {
    match known.diet(wish.diet)? {
        DietKnowledge::Conflicts(because) => Some(Reason {
            against: Against::Diet(wish.clone(), because.clone()),
            response: Response::Confirm,
        }),
        DietKnowledge::Suits(_) => None,
    }
}

/// The strictest response alone, without making an alert of it: for tiles by the thousand.
#[must_use]
pub fn response(known: &Known, needs: Needs<'_>, policy: &Policy, day: BusinessDay) -> Response {
    let allergies = needs.restrictions.iter();
    let allergies = allergies
        .filter(|restriction| restriction.holds_on(day))
        .map(|of| policy.response(known.state(of.allergen), of.severity));
    let conflicts = |wish: &&Wish| {
        wish.holds_on(day) && matches!(known.diet(wish.diet), Some(DietKnowledge::Conflicts(_)))
    };
    let diets = needs.wishes.iter().filter(conflicts);
    let diets = diets.map(|_| Response::Confirm);
    allergies.chain(diets).max().unwrap_or(Response::Allow)
}

/// Whether of anything that this pupil must not eat nobody knows if it is in it. Never to be shown as free.
#[must_use]
pub fn is_unread(known: &Known, needs: Needs<'_>, day: BusinessDay) -> bool {
    let mut held = needs.restrictions.iter().filter(|of| of.holds_on(day));
    held.any(|of| known.state(of.allergen) == Declared::Unknown)
}

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;
