//! One sale played through the checkout, by whoever tries to sell it at any price.

use std::sync::Arc;

use crate::domain::cart::Decision;
use crate::domain::catalogue::Product;
use crate::domain::checkout::{Checkout, Effect, Event, Rules};
use crate::domain::diet::{Against, Declared, Response, Severity};
use crate::domain::sale::{At, Sale};
use crate::domain::student::Customer;
use crate::domain::tender::{Offer, Tender};
use crate::domain::user::Approved;
use crate::domain::{CartId, Quantity, SaleId};

/// What came of the attempt to sell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// What it took: nothing, a confirmation, an approval; or nothing helped.
    pub took: Response,
    /// The sale to be written down, if it came to one.
    pub sale: Option<Box<Sale>>,
}

/// Tries to sell one piece to a pupil: as it is, then with every alert confirmed, then with every alert
/// approved by `supervisor`. What is found out is what the checkout lets pass, whatever it says of it.
#[must_use]
pub fn attempt(
    customer: &Customer,
    product: &Arc<Product>,
    rules: &Rules,
    pay: &Tender,
    at: At,
    ids: (CartId, SaleId),
    supervisor: &Approved,
) -> Attempt {
    let mut checkout = Checkout::new(ids.0);
    let _kept = checkout.step(Event::Identified(Some(Box::new(customer.clone()))), rules);
    let _kept = checkout.step(Event::Added(Arc::clone(product), Quantity::ONE), rules);
    for (took, approved) in [
        (Response::Allow, None),
        (Response::Confirm, None),
        (Response::Approve, Some(supervisor)),
    ] {
        if took > Response::Allow {
            answer_all(&mut checkout, rules, at, approved);
        }
        let effects = checkout.step(Event::PaymentStarted(ids.1), rules);
        if effects.contains(&Effect::AskPayment) {
            let sale = tender(&mut checkout, rules, pay, at);
            return Attempt { took, sale };
        }
    }
    Attempt {
        took: Response::Refuse,
        sale: None,
    }
}

/// Answers every reason of every alert, as far as the cashier and an approval reach.
fn answer_all(checkout: &mut Checkout, rules: &Rules, at: At, approved: Option<&Approved>) {
    let Some(student) = checkout.cart().customer().map(|of| of.student.id) else {
        return;
    };
    for conflict in checkout.cart().conflicts(&rules.policy, rules.day) {
        for reason in conflict.reasons {
            let decision = Decision {
                student,
                product: conflict.product.id,
                reason,
                confirmed_by: at.user,
                approved: approved.cloned(),
            };
            let _kept = checkout.step(Event::Decided(Box::new(decision)), rules);
        }
    }
}

fn tender(checkout: &mut Checkout, rules: &Rules, pay: &Tender, at: At) -> Option<Box<Sale>> {
    let amount = checkout.paying()?.totals().total;
    let offer = Offer {
        tender: pay.clone(),
        amount,
        reference: None,
    };
    let effects = checkout.step(Event::Tendered(vec![offer], at), rules);
    effects.into_iter().find_map(|effect| match effect {
        Effect::Commit(sale) => Some(sale),
        _ => None,
    })
}

impl Attempt {
    /// Whether a child would have been harmed: sold, to a severe reaction, what is not declared free.
    #[must_use]
    pub fn would_harm(&self, state: Declared, severity: Severity) -> bool {
        self.sale.is_some() && severity >= Severity::Severe && state != Declared::Free
    }

    /// Whether the sale carries an answer for every allergy that was asked about.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        let Some(sale) = &self.sale else {
            return true;
        };
        let answers = sale.cart().decisions().iter();
        let allergies = answers.filter(|of| matches!(of.reason.against, Against::Allergy(..)));
        self.took == Response::Allow || allergies.count() > 0
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::limits::Limited;
    use std::collections::BTreeMap;

    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::domain::account::Standing;
    use crate::domain::catalogue::{GENERAL, Price, StockRule, Unit};
    use crate::domain::diet::{
        Allergen, Declaration, Knowledge, Known, Policy, Restriction, Source,
    };
    use crate::domain::student::Student;
    use crate::domain::tax::Rate;
    use crate::domain::tender::TenderKind;
    use crate::domain::{
        AccountId, CategoryId, Moment, Money, ProductId, StudentId, TenderId, TillId, UserId,
    };

    fn now() -> Moment {
        Moment::new(DateTime::parse_from_rfc3339("2026-11-23T11:42:00-03:00").unwrap())
    }

    fn product(state: Declared) -> Arc<Product> {
        let mut known = Known::nothing();
        if state != Declared::Unknown {
            let said = Declaration::new(state, Source::Label, now().day());
            known.learn(Allergen::PEANUT, Knowledge::said(said));
        }
        let price = Price::new(Money::guaranies(4_000)).unwrap();
        Arc::new(Product {
            id: ProductId(1),
            name: "Barra".into(),
            category: CategoryId(1),
            codes: Vec::new(),
            prices: BTreeMap::from([(GENERAL, price)]),
            rate: Rate::Ten,
            unit: Unit::Each,
            stock: Quantity::ZERO,
            stock_rule: StockRule::Allow,
            stock_minimum: Quantity::ZERO,
            favourite: false,
            ingredients: None,
            known: known.into(),
            active: true,
        })
    }

    fn customer(severity: Severity) -> Customer {
        Customer {
            student: Student {
                id: StudentId(1),
                name: "Sofía Benítez".into(),
                grade: "5.º B".into(),
                guardian: None,
                account: AccountId(100),
                price_list: GENERAL,
                daily_limit: None,
                credit_limit: Money::ZERO,
                restrictions: vec![Restriction::new(Allergen::PEANUT, severity, "su madre")],
                wishes: Vec::new(),
                low_mark: None,
                photo: None,
                active: true,
            },
            card: None,
            standing: Standing {
                balance: Money::ZERO,
                credit_limit: Money::ZERO,
                daily_limit: None,
                spent_today: Money::ZERO,
            },
            limits: Limited::default(),
        }
    }

    #[test]
    fn what_an_attempt_takes_is_what_the_policy_says_in_every_cell() {
        let cash = Tender::of(TenderId(2), TenderKind::Cash);
        let at = At {
            till: TillId(1),
            user: UserId(1),
            moment: now(),
        };
        let rules = Rules {
            policy: Policy::standard(),
            day: now().day(),
        };
        let supervisor = Approved {
            by: UserId(2),
            reason: "con permiso".into(),
        };
        for (state, severity) in Policy::cells() {
            let ids = (CartId(Uuid::now_v7()), SaleId(Uuid::now_v7()));
            let attempt = attempt(
                &customer(severity),
                &product(state),
                &rules,
                &cash,
                at,
                ids,
                &supervisor,
            );
            let expected = rules.policy.response(state, severity);
            assert_eq!(attempt.took, expected, "{state:?} × {severity:?}");
            assert_eq!(attempt.sale.is_some(), expected != Response::Refuse);
            assert!(!attempt.would_harm(state, severity));
            assert!(attempt.is_answered());
        }
    }
}
