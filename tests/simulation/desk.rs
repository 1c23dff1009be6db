//! One desk: a checkout, and the catalogue as this desk last saw it.

use std::sync::Arc;

use cantina::domain::cart::{Conflict, Decision, Discount, Reduction};
use cantina::domain::catalogue::{Catalogue, Product, Unit};
use cantina::domain::checkout::{Checkout, Event};
use cantina::domain::diet::Response;
use cantina::domain::tender::{Offer, Tender, TenderKind};
use cantina::domain::user::Approved;
use cantina::domain::{CartId, Money, ProductId, Quantity, StudentId, UserId};
use rust_decimal::Decimal;

use crate::dice::Dice;

pub struct Desk {
    pub checkout: Checkout,
    pub shelf: Catalogue,
}

impl Desk {
    pub fn new(cart: CartId) -> Self {
        Self {
            checkout: Checkout::new(cart),
            shelf: Catalogue::default(),
        }
    }

    pub fn a_scan(&self, dice: &mut Dice) -> Event {
        let products = self.shelf.products();
        let product = Arc::clone(&products[dice.below_len(products.len())]);
        let quantity = a_quantity(&product, dice);
        Event::Added(product, quantity)
    }

    /// Something is done to a line, or to one that is not there.
    pub fn a_change_of_mind(&self, dice: &mut Dice) -> Event {
        let lines = self.checkout.cart().lines();
        if lines.is_empty() {
            return Event::TicketNoted("sin servilleta".into());
        }
        let line = &lines[dice.below_len(lines.len())];
        match dice.below(10) {
            0..=2 => Event::QuantitySet(line.id(), a_quantity(line.product(), dice)),
            3..=5 => Event::Removed(line.id()),
            6 => Event::LineDiscounted(line.id(), a_discount(dice)),
            7 => Event::TicketDiscounted(a_discount(dice)),
            8 => Event::LineNoted(line.id(), "sin mayonesa".into()),
            _ => Event::Removed(cantina::domain::cart::LineId(9_999)),
        }
    }

    /// What somebody who pays hands over; now and then not what they should.
    pub fn offers(&self, tenders: &[Tender], dice: &mut Dice) -> Vec<Offer> {
        let checked = self.checkout.paying();
        let total = checked.map_or(10_000, |checked| checked.totals().total.amount());
        let offer = |kind, amount| Offer {
            tender: tenders
                .iter()
                .find(|tender| tender.kind == kind)
                .unwrap()
                .clone(),
            amount: Money::guaranies(amount),
            reference: None,
        };
        let part = 1 + i64::try_from(dice.below(u64::try_from(total).unwrap())).unwrap();
        let known = self.checkout.cart().customer().is_some();
        match dice.below(20) {
            0..=7 if known => vec![offer(TenderKind::Account, total)],
            8..=10 if known => vec![
                offer(TenderKind::Account, part),
                offer(TenderKind::Cash, 100_000),
            ],
            11..=12 => vec![offer(TenderKind::Debit, total)],
            13 => vec![
                offer(TenderKind::Qr, part),
                offer(TenderKind::Qr, total - part),
            ],
            14 => vec![offer(TenderKind::Cash, part)],
            15 => vec![offer(TenderKind::Debit, total + 1)],
            16 => vec![offer(TenderKind::Transfer, total)],
            17 => vec![offer(TenderKind::Account, total)],
            _ => vec![offer(TenderKind::Cash, total + part)],
        }
    }
}

fn a_quantity(product: &Product, dice: &mut Dice) -> Quantity {
    match dice.below(20) {
        0 => Quantity::ZERO,
        1 => Quantity::thousandths(i64::MAX),
        2 => Quantity::thousandths(333),
        3 => Quantity::pieces(40),
        _ if product.unit == Unit::Kilogram => {
            Quantity::thousandths(1 + i64::try_from(dice.below(900)).unwrap())
        }
        _ => Quantity::pieces(1 + i32::try_from(dice.below(3)).unwrap()),
    }
}

fn a_discount(dice: &mut Dice) -> Option<Discount> {
    let reduction = match dice.below(5) {
        0 => return None,
        1 => Reduction::Amount(Money::guaranies(i64::try_from(dice.below(4_000)).unwrap())),
        2 => Reduction::Percent(Decimal::ONE_HUNDRED),
        _ => Reduction::Percent(Decimal::from(dice.below(60))),
    };
    let approved = approved();
    Some(Discount {
        reduction,
        approved,
    })
}

/// By the supervisor.
pub fn approved() -> Approved {
    Approved {
        by: UserId(2),
        reason: "llamé a la madre".into(),
    }
}

/// What people answer to an alert: they confirm, approve, or take the line out; some do nothing.
pub fn answers(student: StudentId, conflicts: &[Conflict], dice: &mut Dice) -> Vec<Event> {
    let mut events = Vec::new();
    for conflict in conflicts {
        if conflict.response() == Response::Refuse && dice.chance(70) {
            events.push(Event::Removed(conflict.line));
            continue;
        }
        for reason in &conflict.reasons {
            let asks = reason.response == Response::Approve;
            if dice.chance(80) {
                events.push(Event::Decided(Box::new(Decision {
                    student,
                    product: conflict.product.id,
                    reason: reason.clone(),
                    confirmed_by: UserId(1),
                    approved: (asks && dice.chance(80)).then(approved),
                })));
            }
        }
    }
    events
}

/// Products of a cart as they are on this shelf.
pub fn changed(desk: &Desk) -> Vec<Event> {
    let lines = desk.checkout.cart().lines().iter();
    let ids: Vec<ProductId> = lines.map(|line| line.product().id).collect();
    let found = ids.iter().filter_map(|id| desk.shelf.get(*id));
    found
        .map(|product| Event::ProductChanged(Arc::clone(product)))
        .collect()
}
