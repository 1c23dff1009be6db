//! Goods that come back and others that go out for them, settled at once: only the difference is paid, or
//! given back.
//!
//! What comes back is reckoned as a refund is ([`Plan`]), and is credit for what goes out.
//!
//! - What goes out costs more: all of the credit pays of it, and the rest is paid as any sale is.
//! - What goes out costs less: the rest goes back the way it came. The credit is taken from the cash first,
//!   then from other tenders, and from the pupil's account last: so the account gets back what it can.
//! - Cash is given in coins: the sale is let off what is less than one ([`given_in_cash`]), and never more
//!   goes back by a tender than it paid.
//!
//! Nothing is written before the sale is: refund and sale are one transaction.

use serde::{Deserialize, Serialize};

use super::refund::{BackPayment, Plan, Refund, Wanted};
use super::sale::At;
use super::tender::{Payment, TenderKind, given_in_cash};
use super::user::Approved;
use super::{Money, SaleId};

/// What goes back before this is sold in exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// The refund.
    pub refund: SaleId,
    /// The money that it is worth.
    pub money: Money,
    /// The refund that is written with the sale; `None` where it was written, and paid, before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<Pending>,
}

/// A refund that was approved, to be written with the sale that goes out for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    pub(super) of: SaleId,
    pub(super) wanted: Vec<Wanted>,
    pub(super) approved: Approved,
    pub(super) plan: Plan,
}

/// How goods that come back and what goes out for them add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Net {
    /// What goes back to the customer.
    pub back: Vec<BackPayment>,
    /// What pays for what goes out, by the tenders that it once came by.
    pub credit: Vec<BackPayment>,
    /// What the sale is let off, so that cash goes back in coins.
    pub rounding: Money,
    /// What is still to be paid.
    pub due: Money,
}

impl Net {
    /// What goes back.
    #[must_use]
    pub fn given_back(&self) -> Money {
        self.back.iter().map(|back| back.amount).sum()
    }

    /// The credit as payments of the sale.
    #[must_use]
    pub fn payments(&self) -> Vec<Payment> {
        let credit = self.credit.iter().map(|credit| Payment {
            tender: credit.tender,
            kind: TenderKind::Exchange,
            amount: credit.amount,
            received: credit.amount,
            reference: credit.reference.clone(),
            commission: Money::ZERO,
            surcharge: Money::ZERO,
            name: None,
        });
        credit.collect()
    }
}

/// Which is taken as credit first.
const fn order(kind: TenderKind) -> u8 {
    match kind {
        TenderKind::Cash => 0,
        TenderKind::Account => 2,
        _ => 1,
    }
}

impl Plan {
    /// How it adds up with a sale of that total.
    #[must_use]
    pub fn net(&self, total: Money) -> Net {
        let mut left = total;
        let mut rounding = Money::ZERO;
        let mut parts: Vec<(BackPayment, Money)> = Vec::with_capacity(self.payments.len());
        let mut ordered: Vec<&BackPayment> = self.payments.iter().collect();
        ordered.sort_by_key(|payment| (order(payment.kind), payment.n));
        for payment in ordered {
            let mut used = payment.amount.min(left);
            left -= used;
            if payment.kind == TenderKind::Cash && used < payment.amount {
                let given = given_in_cash(payment.amount - used).min(payment.amount);
                let exact = payment.amount - given;
                rounding += used - exact;
                used = exact;
            }
            parts.push((payment.clone(), used));
        }
        parts.sort_by_key(|(payment, _)| payment.n);
        let of = |amount: fn(&BackPayment, Money) -> Money| {
            let parts = parts.iter();
            let parts = parts.map(|(payment, used)| BackPayment {
                amount: amount(payment, *used),
                ..payment.clone()
            });
            parts.filter(|part| part.amount.is_positive()).collect()
        };
        Net {
            back: of(|payment, used| payment.amount - used),
            credit: of(|_, used| used),
            rounding,
            due: left,
        }
    }
}

impl Exchange {
    /// Of a refund that was approved and is not written: it will be with the sale.
    #[must_use]
    pub fn of(refund: Refund) -> Self {
        let (id, pending) = refund.into_pending();
        Self {
            refund: id,
            money: pending.plan.money(),
            pending: Some(pending),
        }
    }

    /// How it adds up with a sale of that total; `None` where the refund was written before.
    #[must_use]
    pub fn net(&self, total: Money) -> Option<Net> {
        self.pending.as_ref().map(|pending| pending.plan.net(total))
    }

    /// The refund that is written with a sale of that total.
    #[must_use]
    pub fn refund(&self, total: Money, at: At) -> Option<Refund> {
        let pending = self.pending.clone()?;
        Some(Refund::with_sale(self.refund, pending, total, at))
    }
}

#[cfg(test)]
#[path = "exchange_tests.rs"]
mod tests;
