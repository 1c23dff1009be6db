//! Every product of the demo canteen, and every pupil with a restriction, by several policies.

use std::sync::Arc;

use cantina::demo::{Canteen, SEED, fill};
use cantina::domain::checkout::Rules;
use cantina::domain::diet::{Policy, Response};
use cantina::domain::sale::At;
use cantina::domain::selfcheck::attempt;
use cantina::domain::tender::TenderKind;
use cantina::domain::user::Approved;
use cantina::domain::{BusinessDay, CartId, Moment, SaleId, TillId, UserId};
use cantina::store::Store;
use chrono::DateTime;
use uuid::Uuid;

use crate::facts::Facts;

/// As mild, and as strict, as a policy can be: every cell pushed as far as it goes.
fn policies() -> [Policy; 3] {
    let pushed = |wanted: Response| {
        let mut policy = Policy::standard();
        for (state, severity) in Policy::cells().chain(Policy::cells()) {
            for response in Response::ALL {
                let far = match wanted {
                    Response::Allow => Response::ALL[3 - response as usize],
                    _ => response,
                };
                policy = policy.with(state, severity, far).unwrap_or(policy);
            }
        }
        policy
    };
    [
        Policy::standard(),
        pushed(Response::Allow),
        pushed(Response::Refuse),
    ]
}

#[test]
fn no_product_of_the_demo_is_sold_to_whom_it_could_harm_gravely() {
    let now = Moment::new(DateTime::parse_from_rfc3339("2026-11-23T11:40:00-03:00").unwrap());
    let day: BusinessDay = now.day();
    let canteen = Canteen::new(SEED, day);
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("cantina.db")).unwrap();
    fill(&mut store, &canteen, &mut |_| {}).unwrap();
    let files = store.reader().unwrap().files(day, day).unwrap();
    let products: Vec<_> = files
        .products
        .iter()
        .map(|of| (of.product, of.parts.clone()))
        .collect();
    let facts = Facts::read(&store, &products);
    let minded = store.minded().unwrap();
    let catalogue = store.catalogue().unwrap();
    let mut tenders = store.tenders().unwrap().into_iter();
    let cash = tenders
        .find(|tender| tender.kind == TenderKind::Cash)
        .unwrap();
    let at = At {
        till: TillId(1),
        user: UserId(1),
        moment: now,
    };
    let supervisor = Approved {
        by: UserId(2),
        reason: "llamé a la madre".into(),
    };
    let (mut tried, mut sold, mut grave) = (0, 0, 0);
    for policy in policies() {
        let rules = Rules { policy, day };
        for pupil in &minded {
            let customer = store.customer(pupil.student, day).unwrap();
            let severe = pupil.restrictions.iter();
            let severe = severe.filter(|of| {
                of.severity >= cantina::domain::diet::Severity::Severe && of.holds_on(day)
            });
            let severe: Vec<_> = severe.map(|of| of.allergen).collect();
            for product in catalogue.products() {
                let ids = (CartId(Uuid::now_v7()), SaleId(Uuid::now_v7()));
                let product = Arc::clone(product);
                let came = attempt(&customer, &product, &rules, &cash, at, ids, &supervisor);
                tried += 1;
                sold += usize::from(came.sale.is_some());
                let free = severe.iter().all(|of| facts.is_free(product.id, *of));
                grave += usize::from(!free);
                assert!(
                    free || came.sale.is_none(),
                    "{} was sold {}",
                    pupil.name,
                    product.name
                );
            }
        }
    }
    println!("{tried} pairs tried, {sold} sold, {grave} never to be sold");
    assert!(minded.len() > 20 && sold > 0 && grave > 0);
}
