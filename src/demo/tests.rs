//! What the demo promises: the same on every machine, and nothing in it that the till would refuse.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::calendar::is_school_day;
use super::*;
use crate::domain::diet::{Policy, Severity, Verdict, judge};
use crate::domain::ruc::Ruc;
use crate::domain::sale::Sale;
use crate::domain::student::CardState;
use crate::domain::{Quantity, StudentId};

fn today() -> BusinessDay {
    BusinessDay(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
}

fn canteen() -> Canteen {
    Canteen::new(SEED, today())
}

fn sales(events: &[Event]) -> impl Iterator<Item = &Sale> {
    events.iter().filter_map(|event| match event {
        Event::Sale(sale) => Some(sale.as_ref()),
        _ => None,
    })
}

/// FNV-1a over what `Debug` writes: as stable as the types' own names.
fn fingerprint(shown: &str) -> u64 {
    shown.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What people see of a sale, without the shape of the types that hold it.
fn story(event: &Event) -> String {
    let at = event.moment().local;
    match event {
        Event::Delivery(of) => format!("{at} in {} {}", of.product.0, of.quantity),
        Event::TopUp(of) => format!("{at} up {} {} {}", of.student.0, of.amount, of.id),
        Event::Void(of) => format!("{at} void {} {}", of.id, of.of),
        Event::Sale(of) => {
            let lines = of.cart().lines().iter();
            let lines: Vec<_> = lines
                .map(|line| format!("{}×{}", line.quantity(), line.product().name))
                .collect();
            let buyer = of.customer().map(|customer| customer.student.id.0);
            format!("{at} {} {buyer:?} {lines:?} {}", of.id(), of.totals().total)
        }
    }
}

#[test]
fn the_same_seed_is_the_same_canteen_and_the_same_past_on_every_machine() {
    let canteen = canteen();
    let people: Vec<_> = canteen
        .students
        .iter()
        .map(|of| (&of.name, &of.grade, of.restrictions.len(), of.daily_limit))
        .collect();
    assert_eq!(
        fingerprint(&format!("{people:?}")),
        5_445_340_513_117_549_459
    );
    let past: Vec<String> = canteen.history().map(|event| story(&event)).collect();
    assert_eq!(fingerprint(&past.join("\n")), 6_482_688_294_586_680_733);
}

#[test]
fn another_seed_is_another_canteen() {
    let other = Canteen::new(SEED + 1, today());
    assert_ne!(other.students[0].name, canteen().students[0].name);
}

#[test]
fn sofia_is_as_the_drawing_shows_her() {
    let canteen = canteen();
    let sofia = &canteen.students[SOFIA];
    let guardian = sofia.guardian.as_ref().unwrap();
    let shown = (
        sofia.name.as_str(),
        sofia.grade.as_str(),
        guardian.name.as_str(),
    );
    assert_eq!(shown, ("Sofía Benítez", "5.º grado B", "Carmen Rodríguez"));
    assert_eq!(guardian.phone.as_deref(), Some("0981 123 456"));
    assert_eq!(sofia.daily_limit, Some(Money::guaranies(20_000)));
    let card = canteen
        .cards
        .iter()
        .find(|card| card.student == sofia.id)
        .unwrap();
    assert_eq!(
        (card.number.as_str(), card.state),
        ("00414", CardState::Active)
    );
    assert_eq!(sofia.restrictions[0].said_by, "su madre, Carmen Rodríguez");
    let severities: Vec<_> = sofia.restrictions.iter().map(|of| of.severity).collect();
    assert_eq!(severities, [Severity::Severe, Severity::Mild]);
    assert_eq!(balances(&canteen)[&sofia.id], Money::guaranies(26_000));
}

#[test]
fn the_school_has_250_pupils_with_unique_names_and_shared_guardians() {
    let canteen = canteen();
    let pupils = &canteen.students[..PUPILS];
    assert_eq!(canteen.students.len(), PUPILS + TEACHERS);
    let names: BTreeSet<_> = canteen.students.iter().map(|of| &of.name).collect();
    assert_eq!(names.len(), canteen.students.len());
    assert!(pupils.iter().all(|of| of.guardian.is_some()));
    assert!(
        (120..220).contains(&canteen.guardians.len()),
        "{}",
        canteen.guardians.len()
    );
    let cards: BTreeSet<_> = canteen.cards.iter().map(|card| &card.number).collect();
    assert_eq!(cards.len(), canteen.cards.len());
    for state in [CardState::Active, CardState::Blocked] {
        assert!(canteen.cards.iter().any(|card| card.state == state));
    }
    assert!(canteen.cards.iter().any(|card| card.expires.is_some()));
}

#[test]
fn every_document_has_its_check_digit() {
    let canteen = canteen();
    assert_eq!(canteen.shop.ruc.to_string(), "80012345-0");
    for guardian in &canteen.guardians {
        let document = guardian.document.as_deref().unwrap();
        assert!(Ruc::parse(document).is_ok(), "{document}");
    }
}

#[test]
fn fourteen_in_a_hundred_pupils_have_a_restriction_and_every_severity_occurs() {
    let canteen = canteen();
    let restricted = canteen
        .students
        .iter()
        .filter(|of| !of.restrictions.is_empty());
    assert_eq!(restricted.count(), 35);
    for severity in Severity::ALL {
        let mut all = canteen.students.iter().flat_map(|of| &of.restrictions);
        assert!(all.any(|of| of.severity == severity), "{severity:?}");
    }
}

#[test]
fn weekends_and_holidays_are_empty_and_a_day_has_150_to_300_sales() {
    for seed in [SEED, 1, 2] {
        let canteen = Canteen::new(seed, today());
        let events: Vec<_> = canteen.history().collect();
        let mut days: BTreeMap<_, u32> = BTreeMap::new();
        for sale in sales(&events) {
            *days.entry(sale.at().moment.day()).or_default() += 1;
        }
        assert_eq!(days.len(), SCHOOL_DAYS);
        for (day, count) in days {
            assert!(is_school_day(day.0) && day < today(), "{day}");
            assert!((150..=300).contains(&count), "{day}: {count}");
        }
    }
}

#[test]
fn facts_come_in_order_and_no_name_is_used_twice() {
    let canteen = canteen();
    let events: Vec<_> = canteen.history().collect();
    assert!(events.is_sorted_by_key(|event| event.moment().at));
    let mut names = BTreeSet::new();
    for event in &events {
        let fresh = match event {
            Event::Delivery(_) => true,
            Event::TopUp(of) => names.insert(of.id.0),
            Event::Void(of) => names.insert(of.id.0),
            Event::Sale(of) => names.insert(of.id().0) && names.insert(of.cart().id().0),
        };
        assert!(fresh, "{event:?}");
    }
}

#[test]
fn no_restricted_pupil_was_ever_sold_what_the_policy_says_a_word_about() {
    let canteen = canteen();
    let events: Vec<_> = canteen.history().collect();
    let mut judged = 0;
    for sale in sales(&events) {
        let Some(customer) = sale.customer() else {
            continue;
        };
        for line in sale.cart().lines() {
            let (known, day) = (&line.product().known, sale.at().moment.day());
            let verdict = judge(known, customer.student.needs(), &Policy::standard(), day);
            assert_eq!(
                verdict,
                Verdict::Allow,
                "{} {}",
                customer.student.name,
                line.product().name
            );
            judged += usize::from(!customer.student.restrictions.is_empty());
        }
    }
    assert!(judged > 500, "{judged}");
}

/// Every balance after the history, none of which ever passes its credit.
fn balances(canteen: &Canteen) -> BTreeMap<StudentId, Money> {
    let numbers = canteen.students.iter().map(|of| of.id);
    let mut balances: BTreeMap<_, _> = numbers.zip(canteen.opening.iter().copied()).collect();
    let mut charged: BTreeMap<_, (StudentId, Money)> = BTreeMap::new();
    for event in canteen.history() {
        let (student, change) = match &event {
            Event::Delivery(_) => continue,
            Event::TopUp(of) => (of.student, of.amount),
            Event::Void(of) => match charged.remove(&of.of) {
                Some((student, amount)) => (student, amount),
                None => continue,
            },
            Event::Sale(of) => {
                let Some(customer) = of.customer() else {
                    continue;
                };
                let amount = of.settlement().charged_to_account();
                charged.insert(of.id(), (customer.student.id, amount));
                assert_eq!(customer.standing.balance, balances[&customer.student.id]);
                (customer.student.id, -amount)
            }
        };
        let balance = balances.get_mut(&student).unwrap();
        *balance += change;
        let place = usize::try_from(student.0 - 1).unwrap();
        assert!(*balance + canteen.students[place].credit_limit >= Money::ZERO);
    }
    balances
}

#[test]
fn no_balance_ever_passes_its_credit() {
    for seed in [SEED, 7] {
        balances(&Canteen::new(seed, today()));
    }
}

#[test]
fn stock_ends_as_the_shelf_shows_it_this_morning() {
    let canteen = canteen();
    let mut moved: BTreeMap<_, i64> = BTreeMap::new();
    let mut sold: BTreeMap<_, Sale> = BTreeMap::new();
    for event in canteen.history() {
        match event {
            Event::TopUp(_) => {}
            Event::Delivery(of) => {
                *moved.entry(of.product).or_default() += of.quantity.in_thousandths();
            }
            Event::Sale(of) => {
                count(&mut moved, &of, -1);
                sold.insert(of.id(), *of);
            }
            Event::Void(of) => count(&mut moved, &sold[&of.of], 1),
        }
    }
    for (product, left) in moved {
        assert_eq!(left, 0, "{product:?}");
    }
}

fn count(moved: &mut BTreeMap<crate::domain::ProductId, i64>, sale: &Sale, times: i64) {
    for line in sale.cart().lines() {
        *moved.entry(line.product().id).or_default() += line.quantity().in_thousandths() * times;
    }
}

#[test]
fn it_sells_what_and_how_the_drawing_of_the_dashboard_shows() {
    let canteen = canteen();
    let events: Vec<_> = canteen.history().collect();
    let mut pieces: BTreeMap<String, Quantity> = BTreeMap::new();
    let mut kinds: BTreeMap<TenderKind, u64> = BTreeMap::new();
    let mut hours: BTreeMap<u32, u64> = BTreeMap::new();
    let (mut number, mut total) = (0, Money::ZERO);
    for sale in sales(&events) {
        number += 1;
        total += sale.totals().total;
        *kinds
            .entry(sale.settlement().payments()[0].kind)
            .or_default() += 1;
        *hours.entry(sale.at().moment.hour()).or_default() += 1;
        for line in sale.cart().lines() {
            let sum = pieces.entry(line.product().name.clone()).or_default();
            *sum = sum.checked_add(line.quantity()).unwrap();
        }
    }
    let mut best: Vec<_> = pieces.iter().collect();
    best.sort_by_key(|(_, sold)| std::cmp::Reverse(**sold));
    let average = total.amount() / i64::try_from(number).unwrap();
    let voids = events
        .iter()
        .filter(|event| matches!(event, Event::Void(_)))
        .count();
    let shown = format!(
        "{number} sales, average {average}, {voids} voids, {kinds:?}, {hours:?}, {:?}",
        &best[..8]
    );
    assert!((9_000..12_000).contains(&average), "{shown}");
    assert!((20..200).contains(&voids), "{shown}");
    assert_eq!(best[0].0, "Empanada de carne", "{shown}");
    for (kind, low, high) in [
        (TenderKind::Account, 48, 56),
        (TenderKind::Cash, 28, 35),
        (TenderKind::Qr, 4, 8),
    ] {
        let percent = kinds[&kind] * 100 / number;
        assert!(
            (low..=high).contains(&percent),
            "{kind:?} {percent} % of {shown}"
        );
    }
    let at = |hour| hours.get(&hour).copied().unwrap_or(0);
    assert!(
        at(9) > 3 * at(10) && at(12) > 3 * at(11) && at(15) > at(14),
        "{shown}"
    );
}
