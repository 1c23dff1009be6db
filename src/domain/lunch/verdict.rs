//! Whether a pupil is served now: the only place where a subscription, the day and the dishes meet.

use serde::Serialize;

use super::{Menu, Plan, Subscription, SubscriptionId, Weekdays};
use crate::domain::diet::{self, Known, Needs, Policy, Reason, Response};
use crate::domain::user::Approved;
use crate::domain::{BusinessDay, Money, ProductId, Timestamp};

/// All that is known of a pupil and the day when their card is read.
#[derive(Debug, Clone, Copy)]
pub struct Counter<'a> {
    /// Today.
    pub day: BusinessDay,
    /// Every subscription of the pupil, of any day.
    pub subscriptions: &'a [Subscription],
    /// The plans as they are today.
    pub plans: &'a [Plan],
    /// When they ate today, if they did.
    pub eaten: Option<Timestamp>,
    /// What there is, without what is not put on the plate.
    pub menu: &'a Menu,
    /// What they must not eat.
    pub needs: Needs<'a>,
    /// What is done about it.
    pub policy: &'a Policy,
}

/// A lunch that may be served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Serve {
    /// By which subscription.
    pub subscription: SubscriptionId,
    /// What it adds to the month.
    pub price: Money,
}

/// What stands between a pupil and their lunch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Conflict {
    /// A dish of the menu.
    Dish {
        /// Which.
        product: ProductId,
        /// Its name.
        name: String,
        /// Why, strictest first.
        reasons: Vec<Reason>,
    },
    /// Nobody has said what there is, so that everything in it is unknown.
    NoMenu(Vec<Reason>),
}

impl Conflict {
    /// Why; may be none where a pupil keeps a diet and nobody has said what there is.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        match self {
            Self::Dish { reasons, .. } | Self::NoMenu(reasons) => reasons,
        }
    }

    /// What is asked for: never nothing.
    #[must_use]
    pub fn response(&self) -> Response {
        let strictest = self.reasons().iter().map(|reason| reason.response).max();
        strictest
            .unwrap_or(Response::Confirm)
            .max(Response::Confirm)
    }
}

/// Why somebody is not served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// One lunch a day.
    AlreadyEaten {
        /// When the first was.
        at: Timestamp,
    },
    /// They never were, or the plan is gone.
    NotSubscribed,
    /// Not yet.
    StartsOn(BusinessDay),
    /// Not any more.
    EndedOn(BusinessDay),
    /// They eat on other days.
    NotToday(Weekdays),
    /// There is no lunch today.
    DayOff,
    /// Something of the menu is refused to them, or nobody has said what there is.
    Restricted(Vec<Conflict>),
}

impl Refusal {
    /// The word for it in JSON and i18n keys.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::AlreadyEaten { .. } => "already_eaten",
            Self::NotSubscribed => "not_subscribed",
            Self::StartsOn(_) => "not_yet",
            Self::EndedOn(_) => "ended",
            Self::NotToday(_) => "not_today",
            Self::DayOff => "day_off",
            Self::Restricted(conflicts) => match conflicts.first() {
                Some(Conflict::NoMenu(_)) => "no_menu",
                _ => "restricted",
            },
        }
    }
}

/// What the counter does. Never a bool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Serve.
    Serve(Serve),
    /// Serve after somebody has answered for each conflict.
    Ask(Serve, Vec<Conflict>),
    /// Do not serve.
    Refuse(Refusal),
}

impl Counter<'_> {
    /// Judges: who has eaten is not asked anything else, and what is in the dishes is judged last.
    #[must_use]
    pub fn judge(&self) -> Verdict {
        if let Some(at) = self.eaten {
            return Verdict::Refuse(Refusal::AlreadyEaten { at });
        }
        let serve = match subscribed(self.day, self.subscriptions, self.plans) {
            Ok(serve) => serve,
            Err(refusal) => return Verdict::Refuse(refusal),
        };
        let conflicts = conflicts(self.menu, self.needs, self.policy, self.day);
        match conflicts.iter().map(Conflict::response).max() {
            None => Verdict::Serve(serve),
            Some(Response::Refuse) => Verdict::Refuse(Refusal::Restricted(conflicts)),
            Some(_) => Verdict::Ask(serve, conflicts),
        }
    }
}

/// Whether a pupil has lunch on a day, whatever is in it and whether they have eaten.
///
/// # Errors
/// [`Refusal`] says why not.
pub fn subscribed(
    day: BusinessDay,
    subscriptions: &[Subscription],
    plans: &[Plan],
) -> Result<Serve, Refusal> {
    let Some(subscription) = subscriptions.iter().find(|of| of.covers(day)) else {
        return Err(nearest(day, subscriptions));
    };
    let plan = plans.iter().find(|plan| plan.id == subscription.plan);
    let plan = plan.ok_or(Refusal::NotSubscribed)?;
    let days = plan.weekdays.and(subscription.weekdays);
    let days = days.ok_or(Refusal::NotSubscribed)?;
    if plan.days_off.contains(&day) {
        return Err(Refusal::DayOff);
    } else if !days.hold_on(day) {
        return Err(Refusal::NotToday(days));
    }
    Ok(Serve {
        subscription: subscription.id,
        price: plan.pricing.of_a_lunch(),
    })
}

/// No subscription holds on the day: the one that begins next, else the one that ended last.
fn nearest(day: BusinessDay, subscriptions: &[Subscription]) -> Refusal {
    let held = |of: &&Subscription| of.last.is_none_or(|last| last >= of.first);
    let own = || subscriptions.iter().filter(held);
    let ended = own().filter_map(|of| of.last).filter(|last| *last < day);
    let begins = own().map(|of| of.first).filter(|first| *first > day);
    match (ended.max(), begins.min()) {
        (_, Some(first)) => Refusal::StartsOn(first),
        (Some(last), None) => Refusal::EndedOn(last),
        (None, None) => Refusal::NotSubscribed,
    }
}

/// What of a menu stands against a pupil, in the order of the menu.
///
/// Where nobody has said what there is, everything in it is unknown: whoever has anything to look out
/// for is at least asked about, and the severe are refused, as for a product that nobody has read.
#[must_use]
pub fn conflicts(
    menu: &Menu,
    needs: Needs<'_>,
    policy: &Policy,
    day: BusinessDay,
) -> Vec<Conflict> {
    if menu.dishes.is_empty() {
        let unknown = diet::judge(&Known::nothing(), needs, policy, day);
        let minded = needs.restrictions.iter().any(|of| of.holds_on(day))
            || needs.wishes.iter().any(|of| of.holds_on(day));
        let no_menu = minded.then(|| Conflict::NoMenu(unknown.reasons().to_vec()));
        return no_menu.into_iter().collect();
    }
    let of_dish = |dish: &super::Dish| {
        let verdict = diet::judge(&dish.known, needs, policy, day);
        let reasons = verdict.reasons().to_vec();
        (!reasons.is_empty()).then(|| Conflict::Dish {
            product: dish.product,
            name: dish.name.clone(),
            reasons,
        })
    };
    menu.dishes.iter().filter_map(of_dish).collect()
}

/// Somebody has answered for what was shown: it covers exactly that, and nothing that is refused.
///
/// The only way to get one is [`Answered::of`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    shown: Vec<Conflict>,
    approved: Option<Approved>,
}

impl Answered {
    /// What was shown, and who approved it where the policy wants that. `None` where that is not enough.
    #[must_use]
    pub fn of(shown: Vec<Conflict>, approved: Option<Approved>) -> Option<Self> {
        let strictest = shown.iter().map(Conflict::response).max()?;
        let enough = match strictest {
            Response::Allow | Response::Confirm => true,
            Response::Approve => approved.is_some(),
            Response::Refuse => false,
        };
        enough.then_some(Self { shown, approved })
    }

    /// Who approved, and why.
    #[must_use]
    pub const fn approved(&self) -> Option<&Approved> {
        self.approved.as_ref()
    }

    /// What was answered for.
    #[must_use]
    pub fn shown(&self) -> &[Conflict] {
        &self.shown
    }

    /// Whether it answers for all of these.
    #[must_use]
    pub fn covers(&self, conflicts: &[Conflict]) -> bool {
        conflicts.iter().all(|of| self.shown.contains(of))
    }
}
