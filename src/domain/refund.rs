//! Money back for what was sold: all of a sale or some of it, of today or of an older day.
//!
//! What goes back is reckoned so that any row of refunds that ends with everything returned has given back
//! exactly what was paid, to the guaraní, however it was divided; and never more before.
//!
//! - A line: of what was paid for it, the share of all that is back by now, rounded down, less what went
//!   back before. Discounts and rounding are in what was paid.
//! - Tenders: money goes back the way it came. Of what goes back now each tender gives the share that it
//!   has of what is left, rounded down; what that leaves over, cash gives first, else the first that can.
//! - Cash is given in coins: rounded up to a coin ([`given_in_cash`]), in the customer's favour, and never more than
//!   came in cash. What is back whole gives back the cash that was paid, so that the sale's own rounding is
//!   taken back with it.
//! - Commissions: whoever withheld one keeps it, and what the customer paid on top for it was the price of
//!   paying so: neither comes back ([`Original::kept`]). A void is another thing: it takes a sale of today
//!   back as if it had not been, commission and surcharge with it.
//! - IVA: what is contained in all that is back at that rate by now, less what was taken back before.

use serde::{Deserialize, Serialize};

use super::catalogue::Unit;
use super::exchange::Pending;
use super::quantity::BadQuantity;
use super::sale::At;
use super::tax::{Included, Rate};
use super::tender::{Reference, TenderKind, given_in_cash};
use super::user::{Approval, Approved, Right};
use super::{BusinessDay, Money, ProductId, Quantity, SaleId, TenderId};

/// A sale on file, with what of it has gone back already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Which.
    pub id: SaleId,
    /// Its ticket's number.
    pub number: i64,
    /// When it was made.
    pub day: BusinessDay,
    /// Whether it is a sale, and no void or refund itself.
    pub is_sale: bool,
    /// Whether it was voided.
    pub voided: bool,
    /// What was sold.
    pub lines: Vec<SoldLine>,
    /// How it was paid.
    pub payments: Vec<Paid>,
}

/// A line of a sale on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoldLine {
    /// Its number on the ticket.
    pub line: i64,
    /// What.
    pub product: ProductId,
    /// Its name on the ticket.
    pub name: String,
    /// Piece or kilogram.
    pub unit: Unit,
    /// The rate of its IVA.
    pub rate: Rate,
    /// For one unit.
    pub price: Money,
    /// What was sold.
    pub sold: Share,
    /// What has gone back of it.
    pub back: Share,
}

/// So much of a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// How much of the product.
    pub quantity: Quantity,
    /// What the line's discount took off.
    pub discount: Money,
    /// Price × quantity − discount.
    pub net: Money,
    /// What was paid for it, the ticket's discount taken off.
    pub paid: Money,
}

/// A payment of a sale on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paid {
    /// Its number within the sale; what goes back of it has the same.
    pub n: i64,
    /// By which tender.
    pub tender: TenderId,
    /// Its kind.
    pub kind: TenderKind,
    /// How much.
    pub amount: Money,
    /// The voucher's number.
    pub reference: Option<Reference>,
    /// How much of it has gone back.
    pub back: Money,
    /// What the customer paid on top, for the commission: it stays paid.
    pub surcharge: Money,
    /// Whether the tender can give back; else it goes back in cash.
    pub refundable: bool,
}

/// What becomes of the goods that come back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Goods {
    /// They can be sold again.
    #[default]
    Stock,
    /// They are thrown away.
    Spoiled,
}

/// So much of a line is to go back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// The line's number on the ticket.
    pub line: i64,
    /// How much.
    pub quantity: Quantity,
    /// What becomes of it.
    pub goods: Goods,
}

/// A line that goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackLine {
    /// The line of the sale.
    pub line: i64,
    /// How much goes back; nothing is negative.
    pub share: Share,
    /// What becomes of the goods.
    pub goods: Goods,
}

/// Money that goes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackPayment {
    /// The payment of the sale that it gives back.
    pub n: i64,
    /// By which tender.
    pub tender: TenderId,
    /// Its kind.
    pub kind: TenderKind,
    /// How much.
    pub amount: Money,
    /// The number of the voucher that is given back.
    pub reference: Option<Reference>,
}

/// What a refund comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What goes back, by line.
    pub lines: Vec<BackLine>,
    /// The money, by tender; none of nothing.
    pub payments: Vec<BackPayment>,
    /// What was paid for what goes back.
    pub total: Money,
    /// What of that is not given back, because rounding cash let the customer off; negative where coins
    /// give them more.
    pub rounding: Money,
    /// The IVA that is taken back.
    pub taxes: Vec<Included>,
}

impl Plan {
    /// The money that goes back.
    #[must_use]
    pub fn money(&self) -> Money {
        self.payments.iter().map(|payment| payment.amount).sum()
    }

    /// The money that goes back by that kind of tender.
    #[must_use]
    pub fn money_by(&self, kind: TenderKind) -> Money {
        let by = self.payments.iter().filter(|payment| payment.kind == kind);
        by.map(|payment| payment.amount).sum()
    }
}

/// Why nothing, or not that much, can be given back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotRefund {
    /// It is a void or a refund.
    #[error("only a sale can be given back")]
    NotASale,
    /// It was voided: all of it is back.
    #[error("this sale was voided")]
    Voided,
    /// No line was chosen.
    #[error("nothing was chosen")]
    Nothing,
    /// The sale has no such line, or it was named twice.
    #[error("the ticket has no such line")]
    NoSuchLine,
    /// More than was sold and is not back yet.
    #[error("{name}: only {left} can still be given back")]
    TooMuch {
        /// What.
        name: String,
        /// How much of it can be.
        left: Quantity,
    },
    /// Not an amount that can be sold.
    #[error(transparent)]
    Quantity(#[from] BadQuantity),
    /// The approval is for something else.
    #[error("the approval is not for a refund")]
    NotApproved,
    /// Somebody gave back some of it meanwhile.
    #[error("some of it was given back meanwhile")]
    Changed,
    /// In an exchange, what came from a pupil's account goes on for that pupil only.
    #[error("the exchange is for another buyer")]
    OtherBuyer,
}

impl SoldLine {
    /// How much of it can still go back.
    #[must_use]
    pub const fn left(&self) -> Quantity {
        let left = self.sold.quantity.in_thousandths() - self.back.quantity.in_thousandths();
        Quantity::thousandths(if left > 0 { left } else { 0 })
    }

    fn give_back(&self, quantity: Quantity) -> Result<Share, CannotRefund> {
        let quantity = quantity.sellable()?;
        if self.unit == Unit::Each && !quantity.is_whole() {
            return Err(BadQuantity::NotWhole.into());
        } else if quantity > self.left() {
            let (name, left) = (self.name.clone(), self.left());
            return Err(CannotRefund::TooMuch { name, left });
        }
        let before = self.back.quantity.in_thousandths();
        let by_now = before + quantity.in_thousandths();
        let share = |of: Money, back: Money| {
            let all = share_of(of, by_now, self.sold.quantity.in_thousandths());
            (all - back).or_zero()
        };
        Ok(Share {
            quantity,
            discount: share(self.sold.discount, self.back.discount),
            net: share(self.sold.net, self.back.net),
            paid: share(self.sold.paid, self.back.paid),
        })
    }
}

/// `of × part ÷ whole`, rounded down.
fn share_of(of: Money, part: i64, whole: i64) -> Money {
    if whole == 0 {
        return Money::ZERO;
    }
    let exact = i128::from(of.amount()) * i128::from(part) / i128::from(whole);
    Money::guaranies(i64::try_from(exact).unwrap_or(i64::MAX))
}

impl Original {
    /// Whether anything of it can still go back.
    #[must_use]
    pub fn has_left(&self) -> bool {
        let any = self.lines.iter().any(|line| line.left() > Quantity::ZERO);
        self.is_sale && !self.voided && any
    }

    /// All that can still go back.
    #[must_use]
    pub fn everything(&self, goods: Goods) -> Vec<Wanted> {
        let left = self
            .lines
            .iter()
            .filter(|line| line.left() > Quantity::ZERO);
        left.map(|line| Wanted {
            line: line.line,
            quantity: line.left(),
            goods,
        })
        .collect()
    }

    /// Whether cash leaves the drawer when all that is left goes back.
    #[must_use]
    pub fn gives_cash(&self) -> bool {
        let plan = self.plan(&self.everything(Goods::Stock));
        plan.is_ok_and(|plan| plan.money_by(TenderKind::Cash).is_positive())
    }

    /// What giving that back comes to.
    ///
    /// # Errors
    /// [`CannotRefund`].
    pub fn plan(&self, wanted: &[Wanted]) -> Result<Plan, CannotRefund> {
        if !self.is_sale {
            return Err(CannotRefund::NotASale);
        } else if self.voided {
            return Err(CannotRefund::Voided);
        } else if wanted.is_empty() {
            return Err(CannotRefund::Nothing);
        }
        let mut lines: Vec<BackLine> = Vec::with_capacity(wanted.len());
        for wanted in wanted {
            let twice = lines.iter().any(|line| line.line == wanted.line);
            let sold = self.lines.iter().find(|sold| sold.line == wanted.line);
            let sold = sold.filter(|_| !twice).ok_or(CannotRefund::NoSuchLine)?;
            lines.push(BackLine {
                line: wanted.line,
                share: sold.give_back(wanted.quantity)?,
                goods: wanted.goods,
            });
        }
        Ok(self.reckon(lines))
    }

    /// What was paid on top of the payments that a plan gives back, and is not given back with them.
    #[must_use]
    pub fn kept(&self, plan: &Plan) -> Money {
        let given = |paid: &&Paid| plan.payments.iter().any(|back| back.n == paid.n);
        let paid = self.payments.iter().filter(given);
        paid.map(|paid| paid.surcharge).sum()
    }

    fn reckon(&self, lines: Vec<BackLine>) -> Plan {
        let total: Money = lines.iter().map(|line| line.share.paid).sum();
        let sold: Money = self.lines.iter().map(|line| line.sold.paid).sum();
        let before: Money = self.lines.iter().map(|line| line.back.paid).sum();
        let payments = self.pay_back(total, sold - before);
        let money: Money = payments.iter().map(|payment| payment.amount).sum();
        Plan {
            rounding: total - money,
            taxes: self.taxes(&lines),
            lines,
            payments,
            total,
        }
    }

    /// The money for `total` of the `left` that has not gone back yet.
    fn pay_back(&self, total: Money, left: Money) -> Vec<BackPayment> {
        let all = total == left;
        // What is left that each tender paid; of cash, with the rounding that it let the customer off.
        let mut rest: Vec<Money> = self.payments.iter().map(Paid::left).collect();
        let cash = |paid: &Paid| paid.kind == TenderKind::Cash;
        let others: Money = self
            .payments
            .iter()
            .zip(&rest)
            .filter(|(paid, _)| !cash(paid))
            .map(|(_, rest)| *rest)
            .sum();
        if let Some(at) = self.payments.iter().position(cash) {
            // There may be several: what an exchange was credited for came in cash once, too.
            let by_cash: Money = self
                .payments
                .iter()
                .filter(|paid| cash(paid))
                .map(Paid::left)
                .sum();
            rest[at] = (rest[at] + left - others - by_cash).or_zero();
        }
        let shares = shares(total, &rest, self.payments.iter().position(cash));
        let back = self.payments.iter().zip(shares).map(|(paid, share)| {
            let amount = match (cash(paid), all) {
                (_, true) if paid.refundable => paid.left(),
                (true, _) => given_in_cash(share).min(paid.left()),
                (false, _) if paid.refundable => share,
                (false, _) => given_in_cash(share),
            };
            paid.back(amount)
        });
        back.filter(|back| back.amount.is_positive()).collect()
    }

    fn taxes(&self, lines: &[BackLine]) -> Vec<Included> {
        let now_of = |line: &SoldLine| {
            let now = lines.iter().find(|now| now.line == line.line);
            now.map_or(Money::ZERO, |now| now.share.paid)
        };
        let at = |rate: Rate| {
            let lines = self.lines.iter().filter(move |line| line.rate == rate);
            let before: Money = lines.clone().map(|line| line.back.paid).sum();
            let total: Money = lines.map(now_of).sum();
            let tax = rate.included_in(before + total) - rate.included_in(before);
            Included { rate, total, tax }
        };
        let all = Rate::ALL.into_iter().map(at);
        all.filter(|included| !included.total.is_zero()).collect()
    }
}

/// `total` divided by what each has, rounded down; what is left over goes to `first`, else to the first
/// that has any.
fn shares(total: Money, rest: &[Money], first: Option<usize>) -> Vec<Money> {
    let of_all: Money = rest.iter().copied().sum();
    let share = |rest: &Money| share_of(*rest, total.amount(), of_all.amount()).min(*rest);
    let mut shares: Vec<Money> = rest.iter().map(share).collect();
    let mut over = (total - shares.iter().copied().sum()).or_zero();
    let order = first.into_iter().chain(0..rest.len());
    for at in order {
        let more = over.min((rest[at] - shares[at]).or_zero());
        shares[at] += more;
        over -= more;
    }
    shares
}

impl Paid {
    fn left(&self) -> Money {
        (self.amount - self.back).or_zero()
    }

    /// The seam for tenders that cannot give back: those pay in cash.
    fn back(&self, amount: Money) -> BackPayment {
        let (tender, kind, reference) = match self.refundable {
            true => (self.tender, self.kind, self.reference.clone()),
            false => (CASH, TenderKind::Cash, None),
        };
        BackPayment {
            n: self.n,
            tender,
            kind,
            amount,
            reference,
        }
    }
}

/// The tender that is cash, in every canteen.
const CASH: TenderId = TenderId(2);

/// A refund that was approved and not yet written down.
///
/// The only way to get one is [`Refund::new`]. Writing it twice is one refund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refund {
    id: SaleId,
    of: SaleId,
    at: At,
    approved: Approved,
    wanted: Vec<Wanted>,
    plan: Plan,
    /// What goes out for it comes to that.
    sold: Option<Money>,
}

/// In a refund that is settled with a sale, what is credit has the number of its payment and so much more.
pub const CREDIT_N: i64 = 1_000;

impl Plan {
    /// The same with what is credit for a sale of that total told apart.
    fn settled_with(self, total: Money) -> Self {
        let net = self.net(total);
        let credit = net.credit.into_iter().map(|credit| BackPayment {
            n: credit.n + CREDIT_N,
            kind: TenderKind::Exchange,
            ..credit
        });
        let payments: Vec<BackPayment> = net.back.into_iter().chain(credit).collect();
        Self { payments, ..self }
    }
}

impl Refund {
    /// Gives back what is wanted of a sale, if that may be.
    ///
    /// # Errors
    /// [`CannotRefund`].
    pub fn new(
        id: SaleId,
        of: &Original,
        wanted: Vec<Wanted>,
        approval: Approval,
        at: At,
    ) -> Result<Self, CannotRefund> {
        let plan = of.plan(&wanted)?;
        let approved = approval
            .spend(Right::Refund)
            .ok_or(CannotRefund::NotApproved)?;
        Ok(Self {
            id,
            of: of.id,
            at,
            approved,
            wanted,
            plan,
            sold: None,
        })
    }

    /// One that was approved for an exchange, with what goes out for it.
    pub(super) fn with_sale(id: SaleId, pending: Pending, total: Money, at: At) -> Self {
        Self {
            id,
            of: pending.of,
            at,
            approved: pending.approved,
            wanted: pending.wanted,
            plan: pending.plan.settled_with(total),
            sold: Some(total),
        }
    }

    pub(super) fn into_pending(self) -> (SaleId, Pending) {
        let pending = Pending {
            of: self.of,
            wanted: self.wanted,
            approved: self.approved,
            plan: self.plan,
        };
        (self.id, pending)
    }

    /// Judges it again by the sale as it stands now.
    ///
    /// # Errors
    /// [`CannotRefund`], also where it would come to something else than was approved.
    pub fn still(&self, of: &Original) -> Result<&Plan, CannotRefund> {
        let plan = of.plan(&self.wanted)?;
        let plan = match self.sold {
            Some(total) => plan.settled_with(total),
            None => plan,
        };
        match plan == self.plan {
            true => Ok(&self.plan),
            false => Err(CannotRefund::Changed),
        }
    }

    /// Its own name.
    #[must_use]
    pub const fn id(&self) -> SaleId {
        self.id
    }

    /// The sale that it gives back.
    #[must_use]
    pub const fn of(&self) -> SaleId {
        self.of
    }

    /// Where, by whom and when.
    #[must_use]
    pub const fn at(&self) -> At {
        self.at
    }

    /// Who allowed it and why.
    #[must_use]
    pub const fn approved(&self) -> &Approved {
        &self.approved
    }

    /// What it comes to.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }
}

#[cfg(test)]
#[path = "refund_tests.rs"]
mod tests;
