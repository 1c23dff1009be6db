//! What an X or a Z says: facts only, no layout and no words of any language.

use serde::{Deserialize, Serialize};

use super::{CashCount, Drawer, MoveKind, Shift};
use crate::domain::receipt::Shop;
use crate::domain::tax::Included;
use crate::domain::tender::TenderKind;
use crate::domain::{Moment, Money, TenderId};

/// How many there were, and what they came to. Amounts of voids and refunds are positive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// How many.
    pub count: i64,
    /// What they came to, rounding taken off.
    pub amount: Money,
}

impl Tally {
    /// With so many more.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            amount: self.amount + other.amount,
        }
    }
}

/// What was sold by one tender, voids and refunds taken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByTender {
    /// Which.
    pub tender: TenderId,
    /// Its kind.
    pub kind: TenderKind,
    /// How many payments, and what they came to.
    pub paid: Tally,
}

/// What one cashier sold, voids and refunds taken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByCashier {
    /// Their name.
    pub name: String,
    /// How many sales, and what they and what was taken back came to.
    pub sold: Tally,
}

/// Cash that moved beside sales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CashMove {
    /// How.
    pub kind: MoveKind,
    /// How much.
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// The drawer went from one cashier to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// When.
    pub at: Moment,
    /// What was counted and what was expected, if somebody counted.
    pub counted: Option<(Money, Money)>,
}

/// What was booked while no shift was open; this one looks after it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithoutShift {
    /// Sales, voids and refunds taken off.
    pub sales: Tally,
    /// What it moved, tender by tender.
    pub tenders: Vec<(TenderKind, Money)>,
}

impl WithoutShift {
    /// Whether there was nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sales.count == 0 && self.tenders.is_empty()
    }
}

/// What was counted of one tender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Which.
    pub tender: TenderId,
    /// Its kind.
    pub kind: TenderKind,
    /// What must be there.
    pub expected: Money,
    /// What is there.
    pub counted: Money,
}

impl Counted {
    /// Less than nothing if something is missing.
    #[must_use]
    pub fn difference(&self) -> Money {
        self.counted - self.expected
    }
}

/// How a shift was closed: what makes a Z of an X.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// The number of the Z; no two alike on a till, none left out.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// Notes and coins.
    pub cash: CashCount,
    /// What was counted of each tender.
    pub counted: Vec<Counted>,
    /// Why it differs.
    pub explanation: Option<String>,
    /// Who approved the difference.
    pub approved_by: Option<String>,
    /// What is proposed to the next shift.
    pub next_float: Money,
}

/// All that an X says, and with `closing` a Z.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Whose till.
    pub shop: Shop,
    /// «Caja 1».
    pub till: String,
    /// The shift.
    pub shift: Shift,
    /// When this was read.
    pub at: Moment,
    /// Sales.
    pub sales: Tally,
    /// Sales that were undone.
    pub voids: Tally,
    /// Money given back for what was sold.
    pub refunds: Tally,
    /// By tender.
    pub by_tender: Vec<ByTender>,
    /// By cashier.
    pub by_cashier: Vec<ByCashier>,
    /// By rate, as on the tickets: IVA is rounded once a ticket.
    pub taxes: Vec<Included>,
    /// What discounts took off.
    pub discounts: Money,
    /// What rounding cash let customers off.
    pub rounding: Money,
    /// What the houses of cards keep, where it is recorded.
    pub commissions: Option<Money>,
    /// Money paid onto accounts.
    pub top_ups: Tally,
    /// Of those, the ones that were mistakes and are undone.
    #[serde(default)]
    pub top_ups_undone: Tally,
    /// Money paid out of accounts.
    pub withdrawals: Tally,
    /// The first and the last ticket.
    pub tickets: Option<(i64, i64)>,
    /// How often the drawer was opened without a sale.
    pub drawer_opened: i64,
    /// What was booked before it was opened.
    pub without_shift: WithoutShift,
    /// What moved each tender.
    pub drawers: Vec<Drawer>,
    /// Cash beside sales.
    pub moves: Vec<CashMove>,
    /// From cashier to cashier.
    pub hand_overs: Vec<HandOver>,
    /// The last link of the chain of facts, where there is one.
    pub chain: Option<String>,
    /// How it was closed.
    pub closing: Option<Closing>,
}

impl Report {
    /// What was sold, voids and refunds taken off.
    #[must_use]
    pub fn net(&self) -> Money {
        self.sales.amount - self.voids.amount - self.refunds.amount
    }

    /// The drawer's own tender.
    #[must_use]
    pub fn cash(&self) -> Option<&Drawer> {
        self.drawers.iter().find(|drawer| drawer.is_cash())
    }

    /// What may be read of it before a count that is made blind: nothing that says, or adds up to, what must
    /// be in the drawer. A closed shift has nothing to hide.
    #[must_use]
    pub fn blind(self) -> Self {
        if self.closing.is_some() {
            return self;
        }
        let unseen = |over: HandOver| HandOver {
            counted: None,
            ..over
        };
        Self {
            by_tender: Vec::new(),
            drawers: Vec::new(),
            without_shift: WithoutShift {
                tenders: Vec::new(),
                ..self.without_shift
            },
            hand_overs: self.hand_overs.into_iter().map(unseen).collect(),
            ..self
        }
    }

    /// The number of the Z.
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        self.closing.as_ref().map(|closing| closing.number)
    }
}
