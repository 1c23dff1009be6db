//! How lunches stand with somebody who leaves today: what they paid and do not get, what they owe.

use std::collections::BTreeMap;

use super::account::{Eaten, Versions, lunches_in, month_account};
use super::{Month, Subscription};
use crate::domain::{BusinessDay, Money};

/// What lunches come to, apart from the pupil's own account.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Leaving {
    /// Paid for months, beyond what was eaten and held.
    pub credit: Money,
    /// Eaten or held, and not paid.
    pub owed: Money,
    /// Lunches of this month that are paid by the month and still to come.
    pub to_come: usize,
}

impl Leaving {
    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        *self == Self::default()
    }
}

/// As if every subscription ended today. What was paid for a month that already began by the month is used
/// up, and its lunches to come are counted instead.
#[must_use]
pub fn leaving(
    today: BusinessDay,
    eaten: &[Eaten],
    subscriptions: &[Subscription],
    versions: &Versions,
    paid: &BTreeMap<Month, Money>,
) -> Leaving {
    let this = Month::of(today);
    let ended: Vec<_> = subscriptions.iter().map(|of| ending(of, today)).collect();
    let mut months: Vec<Month> = paid.keys().copied().collect();
    months.extend(eaten.iter().map(|of| Month::of(of.day)));
    for of in ended.iter().filter(|of| of.first <= today) {
        let last = of.last.unwrap_or(today).min(today);
        let all = std::iter::successors(Some(Month::of(of.first)), |month| Some(month.next()));
        months.extend(all.take_while(|month| month.first() <= last));
    }
    months.sort_unstable();
    months.dedup();
    let mut found = Leaving::default();
    for month in months {
        let paid = paid.get(&month).copied().unwrap_or_default();
        let due = month_account(month, eaten, &ended, versions, paid).due();
        found.credit += (-due).or_zero();
        found.owed += due.or_zero();
        if month == this && paid.is_positive() && !due.is_positive() {
            found.to_come = subscriptions
                .iter()
                .map(|of| lunches_in(month, of, versions, today))
                .max()
                .unwrap_or(0);
        }
    }
    found
}

fn ending(of: &Subscription, today: BusinessDay) -> Subscription {
    let last = of.last.map_or(today, |last| last.min(today));
    Subscription {
        last: Some(last),
        ..of.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::StudentId;
    use crate::domain::catalogue::Price;
    use crate::domain::lunch::{Plan, PlanId, Pricing, SubscriptionId, Weekdays};
    use uuid::Uuid;

    fn gs(amount: i64) -> Money {
        Money::guaranies(amount)
    }

    fn day(text: &str) -> BusinessDay {
        BusinessDay::written(text).unwrap()
    }

    fn plan(pricing: Pricing) -> Vec<(BusinessDay, Plan)> {
        let plan = Plan {
            id: PlanId(1),
            name: "Almuerzo".into(),
            pricing,
            weekdays: Weekdays::SCHOOL,
            days_off: [day("25/11/2026")].into(),
            active: true,
        };
        vec![(day("01/02/2026"), plan)]
    }

    fn open() -> Subscription {
        Subscription {
            id: SubscriptionId(Uuid::nil()),
            student: StudentId(1),
            plan: PlanId(1),
            first: day("02/11/2026"),
            last: None,
            weekdays: Weekdays::SCHOOL,
        }
    }

    #[test]
    fn what_was_paid_by_the_day_and_not_eaten_is_theirs() {
        let price = Price::new(gs(20_000)).unwrap();
        let eaten = [("03/11/2026", 20_000), ("04/11/2026", 20_000)];
        let eaten = eaten.map(|(on, price)| Eaten {
            day: day(on),
            price: gs(price),
        });
        let november = Month::parse("2026-11").unwrap();
        let paid = [(november, gs(100_000)), (november.next(), gs(60_000))];
        let stands = leaving(
            day("23/11/2026"),
            &eaten,
            &[open()],
            &plan(Pricing::PerDay(price)),
            &paid.into(),
        );
        assert_eq!(stands.credit, gs(120_000));
        assert_eq!((stands.owed, stands.to_come), (gs(0), 0));
    }

    #[test]
    fn of_a_month_that_is_paid_the_lunches_to_come_are_counted_and_the_next_month_is_theirs() {
        let price = Price::new(gs(300_000)).unwrap();
        let november = Month::parse("2026-11").unwrap();
        let paid = [(november, gs(300_000)), (november.next(), gs(300_000))];
        let versions = plan(Pricing::PerMonth(price));
        let stands = leaving(day("23/11/2026"), &[], &[open()], &versions, &paid.into());
        // Tuesday, Thursday and Friday of that week, and the Monday after; Wednesday is a day off.
        assert_eq!(stands.to_come, 4);
        assert_eq!((stands.credit, stands.owed), (gs(300_000), gs(0)));
        let unpaid = leaving(day("23/11/2026"), &[], &[open()], &versions, &[].into());
        assert_eq!((unpaid.owed, unpaid.to_come), (gs(300_000), 0));
        assert!(leaving(day("23/11/2026"), &[], &[], &versions, &[].into()).is_settled());
    }
}
