//! A top-up that was a mistake, undone while its shift is open: the contrary of it, by the same tender, so
//! that the account and what is expected of the drawer both follow.
//!
//! Once the shift is counted and closed its drawer cannot follow any more: then the account is corrected,
//! and cash that really moves is cash in or out of the shift in which it does.

use uuid::Uuid;

use super::{Act, Movement, Unmoved, Way, accounts};
use crate::domain::sale::At;
use crate::domain::tender::{Reference, TenderKind};
use crate::domain::user::Approval;
use crate::domain::{AccountId, Money, MovementId, StudentId, TenderId};

/// What tells the name of an undoing from the name of what it undoes; the same again leads back.
const MARK: u128 = 0x5eed_0fad_dead;

/// The name of whatever undoes that movement. There is one, so that nothing is undone twice.
#[must_use]
pub const fn undoing(of: MovementId) -> MovementId {
    MovementId(Uuid::from_u128(of.0.as_u128() ^ MARK))
}

/// Whether a top-up can still be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Nobody has closed the shift that it belongs to.
    Open,
    /// Its shift is counted and closed.
    Counted,
    /// It is undone.
    Undone,
}

impl Stands {
    /// Whether it may be undone now.
    ///
    /// # Errors
    /// [`Unmoved::Counted`], [`Unmoved::Undone`].
    pub const fn ask(self) -> Result<(), Unmoved> {
        match self {
            Self::Open => Ok(()),
            Self::Counted => Err(Unmoved::Counted),
            Self::Undone => Err(Unmoved::Undone),
        }
    }
}

/// A top-up as it is on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToppedUp {
    /// Its name.
    pub id: MovementId,
    /// The number that people read.
    pub number: i64,
    /// Whose account it was put onto.
    pub student: StudentId,
    /// Which account that was.
    pub account: AccountId,
    /// How much.
    pub amount: Money,
    /// By which tender.
    pub tender: TenderId,
    /// Its kind.
    pub kind: TenderKind,
    /// Whether it can still be undone.
    pub stands: Stands,
}

impl Movement {
    /// The contrary of a top-up. The drawer stays shut: what was typed wrong never lay in it.
    ///
    /// # Errors
    /// [`Unmoved::Counted`], [`Unmoved::Undone`], [`Unmoved::NotApproved`].
    pub fn undo(of: &ToppedUp, approval: Approval, at: At) -> Result<Self, Unmoved> {
        of.stands.ask()?;
        let approved = accounts(approval)?;
        let way = Way {
            tender: of.tender,
            kind: of.kind,
            // Its paper and its line say which one it undoes.
            reference: Reference::parse(&format!("{:06}", of.number)).ok(),
            opens_drawer: false,
        };
        let act = Act::Undo {
            of: of.id,
            account: of.account,
            amount: of.amount,
            way,
            approved,
        };
        Ok(Self::new(undoing(of.id), of.student, at, act))
    }

    /// What it undoes.
    #[must_use]
    pub const fn undoes(&self) -> Option<MovementId> {
        match &self.act {
            Act::Undo { of, .. } => Some(*of),
            _ => None,
        }
    }
}
