//! The table of verdicts, and what a month comes to.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::account::{Eaten, month_account};
use super::*;
use crate::domain::diet::{
    Allergen, Declaration, Declared, Diet, Knowledge, Needs, Policy, Response, Restriction,
    Severity, Source, Wish,
};
use crate::domain::user::{Approval, Right, Role, User};
use crate::domain::{Timestamp, UserId};

fn day(month: u32, day: u32) -> BusinessDay {
    BusinessDay(NaiveDate::from_ymd_opt(2026, month, day).unwrap())
}

/// A Monday.
fn today() -> BusinessDay {
    day(11, 23)
}

fn price(guaranies: i64) -> Price {
    Price::new(Money::guaranies(guaranies)).unwrap()
}

fn plan(id: i64, pricing: Pricing) -> Plan {
    Plan {
        id: PlanId(id),
        name: format!("plan {id}"),
        pricing,
        weekdays: Weekdays::SCHOOL,
        days_off: Vec::new(),
        active: true,
    }
}

fn daily() -> Plan {
    plan(1, Pricing::PerDay(price(22_000)))
}

fn monthly() -> Plan {
    plan(2, Pricing::PerMonth(price(380_000)))
}

fn subscription(plan: &Plan, first: BusinessDay, last: Option<BusinessDay>) -> Subscription {
    Subscription {
        id: SubscriptionId(Uuid::from_u128(7)),
        student: StudentId(1),
        plan: plan.id,
        first,
        last,
        weekdays: Weekdays::ALL,
    }
}

fn dish(product: i64, states: &[(Allergen, Declared)]) -> Dish {
    let mut known = Known::nothing();
    for (allergen, state) in states {
        let said = Declaration::new(*state, Source::Recipe, today());
        known.learn(*allergen, Knowledge::said(said));
    }
    Dish {
        product: ProductId(product),
        name: format!("dish {product}"),
        known: Arc::new(known),
    }
}

fn stew() -> Menu {
    let milk = [
        (Allergen::MILK, Declared::Free),
        (Allergen::EGG, Declared::Free),
    ];
    let pudding = [
        (Allergen::MILK, Declared::Contains),
        (Allergen::EGG, Declared::Free),
    ];
    Menu {
        dishes: vec![dish(1, &milk), dish(2, &pudding)],
    }
}

fn against(severity: Severity, allergen: Allergen) -> Vec<Restriction> {
    vec![Restriction::new(allergen, severity, "su madre")]
}

struct Case {
    subscriptions: Vec<Subscription>,
    plans: Vec<Plan>,
    eaten: Option<Timestamp>,
    menu: Menu,
    restrictions: Vec<Restriction>,
    wishes: Vec<Wish>,
}

impl Case {
    fn usual() -> Self {
        Self {
            subscriptions: vec![subscription(&daily(), day(3, 1), None)],
            plans: vec![daily(), monthly()],
            eaten: None,
            menu: stew(),
            restrictions: Vec::new(),
            wishes: Vec::new(),
        }
    }

    fn allergic(severity: Severity, allergen: Allergen) -> Self {
        Self {
            restrictions: against(severity, allergen),
            ..Self::usual()
        }
    }

    fn judge(&self) -> Verdict {
        Counter {
            day: today(),
            subscriptions: &self.subscriptions,
            plans: &self.plans,
            eaten: self.eaten,
            menu: &self.menu,
            needs: Needs {
                restrictions: &self.restrictions,
                wishes: &self.wishes,
            },
            policy: &Policy::standard(),
        }
        .judge()
    }

    fn says(&self) -> &'static str {
        match self.judge() {
            Verdict::Serve(_) => "serve",
            Verdict::Ask(_, conflicts) => match conflicts.iter().map(Conflict::response).max() {
                Some(Response::Approve) => "approve",
                _ => "confirm",
            },
            Verdict::Refuse(refusal) => refusal.code(),
        }
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn the_table_of_verdicts() {
    use Severity::{Critical, Mild, Moderate, Severe};
    let with = |subscriptions| Case {
        subscriptions,
        ..Case::usual()
    };
    let no_menu = |case: Case| Case {
        menu: Menu::default(),
        ..case
    };
    let on = |weekdays| Subscription {
        weekdays,
        ..subscription(&daily(), day(3, 1), None)
    };
    let off = Plan {
        days_off: vec![today()],
        ..daily()
    };
    let (milk, egg, fish) = (Allergen::MILK, Allergen::EGG, Allergen::FISH);
    let ended = subscription(&daily(), day(3, 1), Some(day(11, 20)));
    let never = subscription(&daily(), day(3, 1), Some(day(2, 28)));
    let ends_today = subscription(&daily(), day(3, 1), Some(today()));
    let wish = Wish {
        diet: Diet::VEGETARIAN,
        said_by: "su padre".to_owned(),
        note: None,
        until: None,
    };
    let over = Restriction {
        until: Some(day(11, 22)),
        ..Restriction::new(milk, Critical, "su madre")
    };
    let cases = [
        ("serve", Case::usual()),
        (
            "serve",
            with(vec![
                ended.clone(),
                subscription(&daily(), day(11, 23), None),
            ]),
        ),
        ("serve", with(vec![ends_today])),
        (
            "already_eaten",
            Case {
                eaten: Some(Timestamp(5)),
                ..Case::usual()
            },
        ),
        // Who has eaten is not asked anything else.
        (
            "already_eaten",
            Case {
                eaten: Some(Timestamp(5)),
                ..Case::allergic(Severe, milk)
            },
        ),
        ("not_subscribed", with(vec![])),
        ("not_subscribed", with(vec![never])),
        (
            "not_subscribed",
            Case {
                plans: vec![],
                ..Case::usual()
            },
        ),
        ("ended", with(vec![ended.clone()])),
        (
            "not_yet",
            with(vec![ended, subscription(&daily(), day(12, 1), None)]),
        ),
        ("not_today", with(vec![on(Weekdays::parse("24").unwrap())])),
        ("serve", with(vec![on(Weekdays::parse("1").unwrap())])),
        (
            "day_off",
            Case {
                plans: vec![off],
                ..Case::usual()
            },
        ),
        // The pudding has milk.
        ("restricted", Case::allergic(Severe, milk)),
        ("restricted", Case::allergic(Critical, milk)),
        ("approve", Case::allergic(Moderate, milk)),
        ("confirm", Case::allergic(Mild, milk)),
        // Free of egg, both of them.
        ("serve", Case::allergic(Critical, egg)),
        // Nobody has said anything of fish: never safe.
        ("restricted", Case::allergic(Severe, fish)),
        ("confirm", Case::allergic(Moderate, fish)),
        (
            "serve",
            Case {
                restrictions: vec![over],
                ..Case::usual()
            },
        ),
        // Nobody has said what there is.
        ("serve", no_menu(Case::usual())),
        ("no_menu", no_menu(Case::allergic(Severe, egg))),
        ("no_menu", no_menu(Case::allergic(Critical, milk))),
        ("confirm", no_menu(Case::allergic(Mild, milk))),
        ("confirm", no_menu(Case::allergic(Moderate, milk))),
        (
            "confirm",
            no_menu(Case {
                wishes: vec![wish],
                ..Case::usual()
            }),
        ),
    ];
    for (n, (wanted, case)) in cases.iter().enumerate() {
        assert_eq!(case.says(), *wanted, "case {n}");
    }
}

#[test]
fn a_lunch_costs_by_the_day_and_nothing_more_where_the_month_is_paid() {
    let of = |plan: &Plan| {
        let case = Case {
            subscriptions: vec![subscription(plan, day(3, 1), None)],
            ..Case::usual()
        };
        match case.judge() {
            Verdict::Serve(serve) => serve.price,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(of(&daily()), Money::guaranies(22_000));
    assert_eq!(of(&monthly()), Money::ZERO);
}

#[test]
fn without_the_dish_that_stands_against_them_the_rest_is_served() {
    let case = Case::allergic(Severity::Severe, Allergen::MILK);
    let without = Case {
        menu: case.menu.without(&[ProductId(2)]),
        ..Case::allergic(Severity::Severe, Allergen::MILK)
    };
    assert_eq!(without.says(), "serve");
    let nothing = Case {
        menu: case.menu.without(&[ProductId(1), ProductId(2)]),
        ..Case::allergic(Severity::Severe, Allergen::MILK)
    };
    assert_eq!(nothing.says(), "no_menu");
}

#[test]
fn an_answer_covers_what_was_shown_and_never_what_is_refused() {
    let shown = |severity| match Case::allergic(severity, Allergen::MILK).judge() {
        Verdict::Ask(_, conflicts) | Verdict::Refuse(Refusal::Restricted(conflicts)) => conflicts,
        other => panic!("{other:?}"),
    };
    let rosa = User {
        id: UserId(2),
        name: "Rosa".to_owned(),
        role: Role::Supervisor,
        active: true,
        own: crate::domain::user::OwnRights::none(),
    };
    let approved = || {
        let right = Right::ApproveRestriction;
        Approval::by(&rosa, right, "su madre llamó")
            .unwrap()
            .spend(right)
    };
    let (mild, moderate) = (shown(Severity::Mild), shown(Severity::Moderate));
    let confirmed = Answered::of(mild.clone(), None).unwrap();
    assert!(confirmed.covers(&mild) && !confirmed.covers(&moderate));
    assert_eq!(Answered::of(moderate.clone(), None), None);
    assert!(Answered::of(moderate, approved()).is_some());
    assert_eq!(Answered::of(shown(Severity::Severe), approved()), None);
    assert_eq!(Answered::of(Vec::new(), approved()), None);
}

#[test]
fn a_subscription_meets_another_on_a_shared_day_only() {
    let of = |first, last| subscription(&daily(), first, last);
    let spring = of(day(9, 1), Some(day(10, 31)));
    assert!(spring.meets(day(10, 31), None));
    assert!(!spring.meets(day(11, 1), None));
    assert!(spring.meets(day(3, 1), Some(day(9, 1))));
    assert!(!spring.meets(day(3, 1), Some(day(8, 31))));
    let never = of(day(9, 1), Some(day(8, 31)));
    assert!(!never.meets(day(1, 1), None), "it never held");
}

#[test]
fn pupils_are_subscribed_to_days_that_the_plan_has() {
    let weekend = Weekdays::parse("67").unwrap();
    let may = |plan: &Plan, days, last| may_subscribe(plan, days, today(), last);
    assert_eq!(may(&daily(), Weekdays::ALL, None), Ok(Weekdays::SCHOOL));
    assert_eq!(may(&daily(), weekend, None), Err(CannotSubscribe::NoDay));
    let backwards = may(&daily(), Weekdays::ALL, Some(day(11, 22)));
    assert_eq!(backwards, Err(CannotSubscribe::Backwards));
    let gone = Plan {
        active: false,
        ..daily()
    };
    assert_eq!(
        may(&gone, Weekdays::ALL, None),
        Err(CannotSubscribe::Inactive)
    );
}

fn november() -> Month {
    Month::of(today())
}

fn eaten(days: &[(u32, u32)]) -> Vec<Eaten> {
    let of = |(month, at): &(u32, u32)| Eaten {
        day: day(*month, *at),
        price: Money::guaranies(22_000),
    };
    days.iter().map(of).collect()
}

#[test]
fn a_month_by_the_day_is_what_was_eaten_in_it() {
    let versions = [(day(3, 1), daily())];
    let subscriptions = [subscription(&daily(), day(3, 1), None)];
    let days = eaten(&[(10, 30), (11, 3), (11, 4), (12, 1)]);
    let account = month_account(november(), &days, &subscriptions, &versions, Money::ZERO);
    assert_eq!((account.eaten, account.owed), (2, Money::guaranies(44_000)));
    assert_eq!(account.due(), Money::guaranies(44_000));
}

#[test]
fn a_month_by_the_month_is_owed_once_however_much_is_eaten_and_a_debt_stays_a_debt() {
    let dear = Plan {
        pricing: Pricing::PerMonth(price(500_000)),
        ..monthly()
    };
    let of = |subscriptions: &[Subscription], versions: &[(BusinessDay, Plan)], paid| {
        month_account(
            november(),
            &[],
            subscriptions,
            versions,
            Money::guaranies(paid),
        )
    };
    let all_year = [subscription(&monthly(), day(3, 1), None)];
    let first = [(day(3, 1), monthly())];
    assert_eq!(
        of(&all_year, &first, 400_000).due(),
        Money::guaranies(-20_000)
    );
    // A price that is said in the month counts from the next one.
    let risen = [(day(3, 1), monthly()), (day(11, 5), dear.clone())];
    assert_eq!(of(&all_year, &risen, 0).owed, Money::guaranies(380_000));
    let risen_before = [(day(3, 1), monthly()), (day(10, 31), dear)];
    assert_eq!(
        of(&all_year, &risen_before, 0).owed,
        Money::guaranies(500_000)
    );
    // Over before the month, or on none of its days of lunch.
    let over = [subscription(&monthly(), day(3, 1), Some(day(10, 30)))];
    assert_eq!(of(&over, &first, 0).owed, Money::ZERO);
    let sunday = [subscription(&monthly(), day(3, 1), Some(day(11, 1)))];
    assert_eq!(of(&sunday, &first, 0).owed, Money::ZERO);
    // Two in one month are one.
    let other = plan(3, Pricing::PerMonth(price(450_000)));
    let both = [
        subscription(&monthly(), day(3, 1), Some(day(11, 10))),
        subscription(&other, day(11, 11), None),
    ];
    let versions = [(day(3, 1), monthly()), (day(3, 1), other)];
    assert_eq!(of(&both, &versions, 0).owed, Money::guaranies(450_000));
}

#[test]
fn months_follow_each_other() {
    let december = november().next();
    assert_eq!(december.next().to_string(), "2027-01");
    assert_eq!(december.previous(), november());
    assert_eq!(november().last(), day(11, 30));
    assert_eq!(november().days().count(), 30);
    assert_eq!(Month::parse("2026-00"), None);
    assert_eq!(Month::parse("noviembre"), None);
}

proptest! {
    #[test]
    fn days_of_the_week_are_read_as_they_are_written(bits in 1_u8..128) {
        let days = Weekdays::try_from(bits).unwrap();
        prop_assert_eq!(Weekdays::parse(&days.to_string()), Ok(days));
        for of in Weekdays::WEEK {
            let other = days.toggled(of);
            prop_assert!(other == days || other.contains(of) != days.contains(of));
        }
    }

    #[test]
    fn whoever_must_look_out_is_never_served_silently_without_a_menu(
        severity in 0_usize..4, allergen in 0_usize..8,
    ) {
        let (allergen, _) = Allergen::LISTED[allergen];
        let case = Case { menu: Menu::default(), ..Case::allergic(Severity::ALL[severity], allergen) };
        prop_assert!(!matches!(case.judge(), Verdict::Serve(_)));
    }
}
