//! A sale, and what undoes it. A [`Sale`] that exists is paid.

use super::account::Lifted;
use super::cart::{Cart, CheckedCart, Totals};
use super::limits::Minute;
use super::refund::Refund;
use super::student::Customer;
use super::tender::{self, Excess, Offer, Settlement, Unsettled};
use super::user::{Approval, Approved, Right};
use super::{BusinessDay, Moment, Money, SaleId, TillId, UserId};

/// Where and by whom a fact is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// The till.
    pub till: TillId,
    /// Who works at it.
    pub user: UserId,
    /// When.
    pub moment: Moment,
}

/// A cart that was checked and paid, not yet written down.
///
/// The only way to get one is [`CheckedCart::pay`]. Writing it twice is one sale: its id is made when
/// payment starts, and of one cart at most one sale is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sale {
    id: SaleId,
    at: At,
    cart: Cart,
    totals: Totals,
    settlement: Settlement,
    lifted: Option<Lifted>,
    refund: Option<Refund>,
}

impl CheckedCart {
    /// Somebody with the right lets it be bought with `charged` going to the account, beyond the pupil's
    /// limits: for this payment only, it ends with it. Nothing happens where nothing stands against it.
    pub fn lift(&mut self, charged: Money, approved: Approved, now: Moment) {
        let minute = Minute::of(now);
        let lifted = self
            .cart
            .customer()
            .and_then(|customer| customer.lift(&self.cart.bought(), charged, minute, approved));
        self.lifted = lifted;
    }

    /// Says where the change goes: back, or to the account of a pupil who was identified.
    pub const fn keep_change(&mut self, excess: Excess) {
        self.excess = excess;
    }

    /// Where the change goes.
    #[must_use]
    pub const fn excess(&self) -> Excess {
        self.excess
    }

    /// The charge beyond the limits that was approved.
    #[must_use]
    pub const fn lifted(&self) -> Option<&Lifted> {
        self.lifted.as_ref()
    }

    /// Whether what is offered pays it.
    ///
    /// # Errors
    /// [`Unsettled`] says why it does not.
    pub fn settle(&self, offers: &[Offer], now: Moment) -> Result<Settlement, Unsettled> {
        let pupil = self.cart.customer().is_some();
        let settlement = match self.cart.net() {
            Some(net) => tender::settle_for(net.due, offers, pupil, self.excess)?
                .with_credit(net.payments(), net.rounding),
            None => tender::settle_for(self.totals.total, offers, pupil, self.excess)?,
        };
        let charged = settlement.charged_to_account();
        self.cart.judge(charged, now, self.lifted())?;
        Ok(settlement)
    }

    /// Pays the cart with what is offered.
    ///
    /// # Errors
    /// [`Unsettled`] says why it does not pay; the cart is as it was.
    pub fn pay(&self, id: SaleId, offers: &[Offer], at: At) -> Result<Sale, Unsettled> {
        let settlement = self.settle(offers, at.moment)?;
        let (cart, totals) = (self.cart.clone(), self.totals.clone());
        let charged = settlement.charged_to_account();
        let beyond = self.cart.judge(charged, at.moment, None).is_err();
        let exchange = cart.exchange();
        let refund = exchange.and_then(|exchange| exchange.refund(totals.total, at));
        Ok(Sale {
            id,
            at,
            cart,
            totals,
            settlement,
            // An approval that was not needed in the end is none of this sale's.
            lifted: self.lifted.clone().filter(|_| beyond),
            refund,
        })
    }
}

impl Sale {
    /// Its name.
    #[must_use]
    pub const fn id(&self) -> SaleId {
        self.id
    }

    /// Where, by whom and when.
    #[must_use]
    pub const fn at(&self) -> At {
        self.at
    }

    /// What was sold.
    #[must_use]
    pub const fn cart(&self) -> &Cart {
        &self.cart
    }

    /// To whom.
    #[must_use]
    pub const fn customer(&self) -> Option<&Customer> {
        self.cart.customer()
    }

    /// What it came to.
    #[must_use]
    pub const fn totals(&self) -> &Totals {
        &self.totals
    }

    /// The charge beyond the account's limits that was approved for it.
    #[must_use]
    pub const fn lifted(&self) -> Option<&Lifted> {
        self.lifted.as_ref()
    }

    /// The refund that is written with it: it goes out in exchange.
    #[must_use]
    pub const fn refund(&self) -> Option<&Refund> {
        self.refund.as_ref()
    }

    /// How it was paid.
    #[must_use]
    pub const fn settlement(&self) -> &Settlement {
        &self.settlement
    }
}

/// What the till must know of a sale on file to undo it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, read side by side"
)]
pub struct OnFile {
    /// Which.
    pub id: SaleId,
    /// The day it was made on.
    pub day: BusinessDay,
    /// Whether it is itself a void.
    pub is_void: bool,
    /// Whether it is money back for another.
    pub is_refund: bool,
    /// Whether it was voided already.
    pub voided: bool,
    /// Whether any of it was given back.
    pub refunded: bool,
    /// Whether goods that came back paid for some of it.
    pub exchanged: bool,
}

/// A sale of the open day to be undone: a new fact that points at the old one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Void {
    /// The void's own name.
    pub id: SaleId,
    /// The sale it undoes.
    pub of: SaleId,
    /// Where, by whom and when.
    pub at: At,
    /// Who allowed it and why.
    pub approved: Approved,
}

/// Why a sale cannot be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CannotVoid {
    /// It was undone before.
    #[error("this sale was voided before")]
    Already,
    /// It is of another day: that is a refund.
    #[error("only sales of the open day can be voided")]
    OtherDay,
    /// It is a void itself.
    #[error("a void cannot be voided")]
    IsVoid,
    /// It is a refund: what went back stays so.
    #[error("a refund cannot be voided")]
    IsRefund,
    /// Some of it was given back: what is left can be, too.
    #[error("some of this sale was given back")]
    Refunded,
    /// It went out in exchange: what came back for it would be nobody's. It can be given back.
    #[error("a sale that was made in exchange cannot be voided")]
    Exchanged,
    /// The approval is for something else.
    #[error("the approval is not for a void")]
    NotApproved,
}

impl Void {
    /// Undoes `sale`, if that may be.
    ///
    /// # Errors
    /// [`CannotVoid`].
    pub fn new(id: SaleId, sale: &OnFile, approval: Approval, at: At) -> Result<Self, CannotVoid> {
        if sale.is_void {
            return Err(CannotVoid::IsVoid);
        } else if sale.is_refund {
            return Err(CannotVoid::IsRefund);
        } else if sale.voided {
            return Err(CannotVoid::Already);
        } else if sale.refunded {
            return Err(CannotVoid::Refunded);
        } else if sale.exchanged {
            return Err(CannotVoid::Exchanged);
        } else if sale.day != at.moment.day() {
            return Err(CannotVoid::OtherDay);
        }
        let approved = approval.spend(Right::Void).ok_or(CannotVoid::NotApproved)?;
        Ok(Self {
            id,
            of: sale.id,
            at,
            approved,
        })
    }
}
