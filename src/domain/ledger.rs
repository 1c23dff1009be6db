//! Movements of pupils' accounts beside sales: money in, money out, between pupils, corrections.
//!
//! Double entry: what a movement puts onto one account it takes off another. Nothing is ever clamped:
//! a debt is a debt. What is given out in cash is given in coins: the account is emptied to the guaraní, and
//! what rounding up gives beyond it is booked on an account of its own. Writing the same movement twice is one movement, by its id.

mod undo;

use serde::{Deserialize, Serialize};

pub use undo::{Stands, ToppedUp, undoing};

use super::sale::At;
use super::tender::{Reference, SMALLEST_COIN, Tender, TenderKind, given_in_cash};
use super::user::{Approval, Approved, Right};
use super::{AccountId, GuardianId, Moment, Money, MovementId, StudentId, TenderId};

/// What a movement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Money put onto an account.
    TopUp,
    /// A mistake put right.
    Correction,
    /// Money from one pupil to another.
    Transfer,
    /// The balance given back to whoever leaves.
    Payout,
    /// A pupil uses another account from now on.
    Share,
    /// A top-up that was a mistake, taken back by the tender that it came by.
    Undo,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::TopUp,
        Self::Correction,
        Self::Transfer,
        Self::Payout,
        Self::Share,
        Self::Undo,
    ];

    /// The word for it in the store, in JSON and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TopUp => "top_up",
            Self::Correction => "correction",
            Self::Transfer => "transfer",
            Self::Payout => "payout",
            Self::Share => "share",
            Self::Undo => "top_up_undone",
        }
    }

    /// The kind of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Why a movement is not made. Nothing is written then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unmoved {
    /// Nothing, or less.
    #[error("an amount is more than nothing")]
    NotPositive,
    /// Beyond [`Money::MAX`].
    #[error("an amount is at most {}", Money::MAX)]
    TooLarge,
    /// Less than the house takes.
    #[error("a top-up is at least {minimum}")]
    BelowMinimum {
        /// The least that is taken.
        minimum: Money,
    },
    /// The tender is not taken, or is an account itself.
    #[error("this tender does not pay for that")]
    NotTaken(TenderKind),
    /// The tender asks for the operation's number.
    #[error("this tender needs a reference")]
    NeedsReference(TenderKind),
    /// The approval is for something else.
    #[error("the approval is not for that")]
    NotApproved,
    /// From a pupil to the same pupil, or to one who uses the same account.
    #[error("it is the same account")]
    SameAccount,
    /// There is less on the account than is to be taken off it.
    #[error("only {balance} on the account")]
    Insufficient {
        /// What is there.
        balance: Money,
    },
    /// Nothing is on the account.
    #[error("nothing is on the account")]
    NothingThere,
    /// Something is owed: it cannot be paid out.
    #[error("{owed} is owed")]
    Owed {
        /// How much.
        owed: Money,
    },
    /// The other pupil is of another family.
    #[error("they are not of one family")]
    OtherFamily,
    /// The account is nobody else's: there is nothing to leave.
    #[error("nobody else uses this account")]
    NotShared,
    /// The shift of the top-up is counted and closed: its drawer cannot follow any more.
    #[error("the shift of that top-up is closed")]
    Counted,
    /// The top-up was undone before.
    #[error("that top-up is undone already")]
    Undone,
    /// Cash that no coins make.
    #[error("cash comes in multiples of the smallest coin")]
    NotInCoins,
    /// They have left: what they owe is taken, and no more.
    #[error("they have left: {owed} is owed")]
    HasLeft {
        /// What they owe.
        owed: Money,
    },
    /// The pupil uses another account than the one the money was put onto.
    #[error("it went onto another account")]
    OtherAccount,
}

impl Unmoved {
    /// A word for programs and i18n keys: stable once landed.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotPositive => "not_positive",
            Self::TooLarge => "too_large",
            Self::BelowMinimum { .. } => "below_minimum",
            Self::NotTaken(_) => "tender_not_taken",
            Self::NeedsReference(_) => "needs_reference",
            Self::NotApproved => "not_approved",
            Self::SameAccount => "same_account",
            Self::Insufficient { .. } => "insufficient_balance",
            Self::NothingThere => "nothing_there",
            Self::Owed { .. } => "debt_not_paid_out",
            Self::OtherFamily => "other_family",
            Self::NotShared => "not_shared",
            Self::Counted => "shift_closed",
            Self::Undone => "undone_already",
            Self::OtherAccount => "other_account",
            Self::NotInCoins => "not_in_coins",
            Self::HasLeft { .. } => "pupil_left",
        }
    }
}

/// A tender that takes money or gives it back, with the operation's number where it needs one.
///
/// The only way to get one is [`Way::new`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    tender: TenderId,
    kind: TenderKind,
    reference: Option<Reference>,
    opens_drawer: bool,
}

impl Way {
    /// By this tender.
    ///
    /// # Errors
    /// [`Unmoved::NotTaken`] for an account or what the house does not take,
    /// [`Unmoved::NeedsReference`].
    pub fn new(tender: &Tender, reference: Option<Reference>) -> Result<Self, Unmoved> {
        if !tender.active || tender.kind == TenderKind::Account {
            Err(Unmoved::NotTaken(tender.kind))
        } else if tender.needs_reference && reference.is_none() {
            Err(Unmoved::NeedsReference(tender.kind))
        } else {
            Ok(Self {
                tender: tender.id,
                kind: tender.kind,
                reference,
                opens_drawer: tender.opens_drawer,
            })
        }
    }

    /// Which tender.
    #[must_use]
    pub const fn tender(&self) -> TenderId {
        self.tender
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> TenderKind {
        self.kind
    }

    /// The operation's number.
    #[must_use]
    pub const fn reference(&self) -> Option<&Reference> {
        self.reference.as_ref()
    }

    /// Whether the drawer opens.
    #[must_use]
    pub const fn opens_drawer(&self) -> bool {
        self.opens_drawer
    }
}

/// What is to be done with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Act {
    TopUp {
        amount: Money,
        way: Way,
    },
    Correction {
        amount: Money,
        approved: Approved,
    },
    Transfer {
        to: StudentId,
        amount: Money,
        approved: Approved,
    },
    Payout {
        way: Way,
        approved: Approved,
    },
    Share {
        with: Option<StudentId>,
        approved: Approved,
    },
    Undo {
        of: MovementId,
        account: AccountId,
        amount: Money,
        way: Way,
        approved: Approved,
    },
}

/// A movement that may be written, if the accounts as they stand then allow it ([`Movement::book`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    id: MovementId,
    student: StudentId,
    at: At,
    act: Act,
}

/// A pupil and their account, as they stand in the transaction that writes a movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub student: StudentId,
    /// Their account.
    pub account: AccountId,
    /// What is on it; negative where something is owed.
    pub balance: Money,
    /// Who answers for them.
    pub guardian: Option<GuardianId>,
    /// How many other pupils use the same account.
    pub sharing: usize,
    /// Whether they have left.
    pub left: bool,
}

impl Holder {
    /// Whether the same grown-up answers for both.
    #[must_use]
    pub fn is_family_of(&self, other: &Self) -> bool {
        self.guardian.is_some() && self.guardian == other.guardian
    }

    /// Whoever left and shares the account with others may bring money for them.
    fn takes(&self, amount: Money) -> Result<Money, Unmoved> {
        if self.left && self.sharing == 0 {
            leaver_may_bring(amount, self.balance)?;
        }
        Ok(amount)
    }
}

impl Movement {
    /// Money onto a pupil's account; at least `minimum`.
    ///
    /// # Errors
    /// [`Unmoved::NotPositive`], [`Unmoved::TooLarge`], [`Unmoved::BelowMinimum`], [`Unmoved::NotInCoins`].
    pub fn top_up(
        id: MovementId,
        student: StudentId,
        amount: Money,
        way: Way,
        minimum: Money,
        at: At,
    ) -> Result<Self, Unmoved> {
        let amount = positive(amount)?;
        if amount < minimum {
            return Err(Unmoved::BelowMinimum { minimum });
        }
        comes_in_coins(amount, way.kind)?;
        Ok(Self::new(id, student, at, Act::TopUp { amount, way }))
    }

    /// So much onto the account or, less than nothing, off it, against the account of corrections.
    ///
    /// # Errors
    /// [`Unmoved::NotPositive`] for nothing, [`Unmoved::TooLarge`], [`Unmoved::NotApproved`].
    pub fn correction(
        id: MovementId,
        student: StudentId,
        amount: Money,
        approval: Approval,
        at: At,
    ) -> Result<Self, Unmoved> {
        positive(if amount.is_negative() {
            -amount
        } else {
            amount
        })?;
        let approved = accounts(approval)?;
        let act = Act::Correction { amount, approved };
        Ok(Self::new(id, student, at, act))
    }

    /// Money from one pupil to another: never more than is there.
    ///
    /// # Errors
    /// [`Unmoved::NotPositive`], [`Unmoved::TooLarge`], [`Unmoved::SameAccount`], [`Unmoved::NotApproved`].
    pub fn transfer(
        id: MovementId,
        from: StudentId,
        to: StudentId,
        amount: Money,
        approval: Approval,
        at: At,
    ) -> Result<Self, Unmoved> {
        let amount = positive(amount)?;
        if from == to {
            return Err(Unmoved::SameAccount);
        }
        let approved = accounts(approval)?;
        let act = Act::Transfer {
            to,
            amount,
            approved,
        };
        Ok(Self::new(id, from, at, act))
    }

    /// All that is on the account, given back to a family that leaves.
    ///
    /// # Errors
    /// [`Unmoved::NotApproved`].
    pub fn payout(
        id: MovementId,
        student: StudentId,
        way: Way,
        approval: Approval,
        at: At,
    ) -> Result<Self, Unmoved> {
        let approved = accounts(approval)?;
        Ok(Self::new(id, student, at, Act::Payout { way, approved }))
    }

    /// From now on the pupil uses the account of a sibling or, with `None`, one of their own again.
    /// What is on an account that nobody else uses goes with them.
    ///
    /// # Errors
    /// [`Unmoved::SameAccount`], [`Unmoved::NotApproved`].
    pub fn share(
        id: MovementId,
        student: StudentId,
        with: Option<StudentId>,
        approval: Approval,
        at: At,
    ) -> Result<Self, Unmoved> {
        if with == Some(student) {
            return Err(Unmoved::SameAccount);
        }
        let approved = accounts(approval)?;
        Ok(Self::new(id, student, at, Act::Share { with, approved }))
    }

    const fn new(id: MovementId, student: StudentId, at: At, act: Act) -> Self {
        Self {
            id,
            student,
            at,
            act,
        }
    }

    /// Its name: the same twice is one movement.
    #[must_use]
    pub const fn id(&self) -> MovementId {
        self.id
    }

    /// Whose account it is about.
    #[must_use]
    pub const fn student(&self) -> StudentId {
        self.student
    }

    /// Where, by whom and when.
    #[must_use]
    pub const fn at(&self) -> At {
        self.at
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self.act {
            Act::TopUp { .. } => Kind::TopUp,
            Act::Correction { .. } => Kind::Correction,
            Act::Transfer { .. } => Kind::Transfer,
            Act::Payout { .. } => Kind::Payout,
            Act::Share { .. } => Kind::Share,
            Act::Undo { .. } => Kind::Undo,
        }
    }

    /// The other pupil, if there is one.
    #[must_use]
    pub const fn other(&self) -> Option<StudentId> {
        match self.act {
            Act::Transfer { to, .. } => Some(to),
            Act::Share { with, .. } => with,
            Act::TopUp { .. } | Act::Correction { .. } | Act::Payout { .. } | Act::Undo { .. } => {
                None
            }
        }
    }

    /// How the money comes or goes.
    #[must_use]
    pub const fn way(&self) -> Option<&Way> {
        match &self.act {
            Act::TopUp { way, .. } | Act::Payout { way, .. } | Act::Undo { way, .. } => Some(way),
            Act::Correction { .. } | Act::Transfer { .. } | Act::Share { .. } => None,
        }
    }

    /// Who allowed it and why.
    #[must_use]
    pub const fn approved(&self) -> Option<&Approved> {
        match &self.act {
            Act::TopUp { .. } => None,
            Act::Correction { approved, .. }
            | Act::Transfer { approved, .. }
            | Act::Payout { approved, .. }
            | Act::Share { approved, .. }
            | Act::Undo { approved, .. } => Some(approved),
        }
    }

    /// What it changes on the pupil's account as that stands now; the same with the other sign goes to
    /// the other side. Nothing moves with a pupil who leaves an account to others.
    ///
    /// `other` is the holder of the other account of a transfer or of sharing; for an account of their
    /// own that is the new, empty one.
    ///
    /// # Errors
    /// [`Unmoved`]; nothing is to be written then.
    pub fn book(&self, holder: &Holder, other: Option<&Holder>) -> Result<Money, Unmoved> {
        match &self.act {
            Act::TopUp { amount, .. } => holder.takes(*amount),
            Act::Correction { amount, .. } => Ok(*amount),
            Act::Transfer { amount, .. } => transfer(*amount, holder, other),
            Act::Payout { .. } => may_pay_out(holder.balance),
            Act::Share { with, .. } => share(holder, other, with.is_some()),
            Act::Undo { account, .. } if *account != holder.account => Err(Unmoved::OtherAccount),
            Act::Undo { amount, .. } => Ok(-*amount),
        }
    }
}

impl Movement {
    /// What is handed out beyond what [`Movement::book`] takes off the account, so that it can be given in
    /// coins: less than one coin, in the customer's favour; nothing where no cash is given.
    #[must_use]
    pub fn rounding(&self, booked: Money) -> Money {
        match &self.act {
            Act::Payout { way, .. } if way.kind == TenderKind::Cash => {
                given_in_cash(-booked) + booked
            }
            _ => Money::ZERO,
        }
    }
}

fn transfer(amount: Money, holder: &Holder, other: Option<&Holder>) -> Result<Money, Unmoved> {
    if other.is_none_or(|other| other.account == holder.account) {
        Err(Unmoved::SameAccount)
    } else {
        may_transfer(amount, holder.balance)
    }
}

/// Cash is what coins can make; other tenders take any amount. It can be refused before anything is booked.
///
/// # Errors
/// [`Unmoved::NotInCoins`].
pub fn comes_in_coins(amount: Money, kind: TenderKind) -> Result<(), Unmoved> {
    let in_coins = amount.beyond_multiple_of(SMALLEST_COIN).is_zero();
    match kind == TenderKind::Cash && !in_coins {
        true => Err(Unmoved::NotInCoins),
        false => Ok(()),
    }
}

/// Whoever left buys nothing: of them is taken what they owe with that balance, as coins make it, and no more.
///
/// # Errors
/// [`Unmoved::HasLeft`].
pub fn leaver_may_bring(amount: Money, balance: Money) -> Result<(), Unmoved> {
    let owed = (-balance).or_zero();
    match amount > given_in_cash(owed) {
        true => Err(Unmoved::HasLeft { owed }),
        false => Ok(()),
    }
}

/// What a transfer changes on an account with that balance: it can be refused before anybody is asked.
///
/// # Errors
/// [`Unmoved::Insufficient`].
pub fn may_transfer(amount: Money, balance: Money) -> Result<Money, Unmoved> {
    match amount > balance {
        true => Err(Unmoved::Insufficient { balance }),
        false => Ok(-amount),
    }
}

/// What a payout changes on an account with that balance: it can be refused before anybody is asked.
///
/// # Errors
/// [`Unmoved::Owed`], [`Unmoved::NothingThere`].
pub fn may_pay_out(balance: Money) -> Result<Money, Unmoved> {
    if balance.is_negative() {
        Err(Unmoved::Owed { owed: -balance })
    } else if balance.is_zero() {
        Err(Unmoved::NothingThere)
    } else {
        Ok(-balance)
    }
}

fn share(holder: &Holder, other: Option<&Holder>, of_sibling: bool) -> Result<Money, Unmoved> {
    let Some(other) = other.filter(|other| other.account != holder.account) else {
        return Err(Unmoved::SameAccount);
    };
    if of_sibling && !holder.is_family_of(other) {
        Err(Unmoved::OtherFamily)
    } else if !of_sibling && holder.sharing == 0 {
        Err(Unmoved::NotShared)
    } else if holder.sharing == 0 {
        Ok(-holder.balance)
    } else {
        Ok(Money::ZERO)
    }
}

fn positive(amount: Money) -> Result<Money, Unmoved> {
    if !amount.is_positive() {
        Err(Unmoved::NotPositive)
    } else if amount > Money::MAX {
        Err(Unmoved::TooLarge)
    } else {
        Ok(amount)
    }
}

fn accounts(approval: Approval) -> Result<Approved, Unmoved> {
    approval.spend(Right::Accounts).ok_or(Unmoved::NotApproved)
}

/// What the paper of a movement says: facts only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// Of which movement.
    pub id: MovementId,
    /// The number that people read.
    pub number: i64,
    /// What it was.
    pub kind: Kind,
    /// When.
    pub at: Moment,
    /// The till's name.
    pub till: String,
    /// Who took or gave the money.
    pub cashier: String,
    /// The pupil.
    pub pupil: String,
    /// Their class.
    pub grade: String,
    /// The other pupil, if there is one.
    pub other: Option<String>,
    /// What it changed on the pupil's account.
    pub amount: Money,
    /// What was handed out beyond that, so that it could be given in coins.
    #[serde(default)]
    pub rounding: Money,
    /// Of a payout: what was paid for lunches that are not owed, and is given back elsewhere.
    #[serde(default)]
    pub lunches: Money,
    /// How the money came or went.
    pub tender: Option<TenderKind>,
    /// The operation's number.
    pub reference: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// What was on the account before.
    pub before: Money,
    /// What is on it now.
    pub after: Money,
    /// Whether the drawer opens.
    pub opens_drawer: bool,
    /// Whether it is printed again.
    pub copy: bool,
}

impl Slip {
    /// What was put down or handed out: not negative.
    #[must_use]
    pub fn handed(&self) -> Money {
        match self.amount.is_negative() {
            true => -self.amount + self.rounding,
            false => self.amount,
        }
    }
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
