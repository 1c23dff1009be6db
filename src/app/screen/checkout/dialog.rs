//! The dialogs of the checkout and what is being typed into them. One is open at a time.

use std::fmt;
use std::sync::Arc;

use super::alert::Alert;
use super::entry::Figure;
use super::message::{Denied, Target};
use crate::domain::cart::{Decision, LineId, Reduction};
use crate::domain::catalogue::Product;
use crate::domain::student::Customer;
use crate::domain::tender::{Offer, Tender};
use crate::domain::ticket::TicketCode;
use crate::domain::user::Right;
use crate::domain::{Money, account};

#[derive(Debug)]
pub(super) enum Dialog {
    /// Why lines cannot be sold as they are. It must be answered.
    Alert(Alert),
    /// What can be done with a line.
    Line(LineId),
    /// What can be done with the whole sale.
    Ticket,
    Quantity(Quantifying),
    Note(Target, String),
    Discount(Discounting),
    Pupils(Pupils),
    Cash(Figure),
    Account,
    Card(Paying),
    Mixed(Mixed),
    Approval(Box<Approving>),
    /// Nothing is to be paid: what comes back is worth as much, or more.
    Even,
    /// A name for the cart, and the carts on hold.
    Hold(String),
    /// Whether the cart is thrown away.
    Clear,
    /// The code of a ticket was scanned: whether its sale is opened.
    Scanned(TicketCode),
}

/// How much of something.
#[derive(Debug)]
pub(super) struct Quantifying {
    pub(super) of: Arc<Product>,
    /// The line whose quantity it is; `None` for something to be added.
    pub(super) line: Option<LineId>,
    /// Pieces or grams.
    pub(super) figure: Figure,
}

#[derive(Debug)]
pub(super) struct Discounting {
    pub(super) target: Target,
    pub(super) percent: bool,
    pub(super) figure: Figure,
}

#[derive(Debug, Default)]
pub(super) struct Pupils {
    pub(super) query: String,
    pub(super) found: Vec<Customer>,
}

/// One tender for the whole total.
#[derive(Debug)]
pub(super) struct Paying {
    pub(super) tender: Tender,
    pub(super) reference: String,
}

/// Several tenders for one total.
#[derive(Debug)]
pub(super) struct Mixed {
    pub(super) offers: Vec<Offer>,
    pub(super) next: Paying,
    pub(super) figure: Figure,
}

/// Somebody with the right is asked for their PIN and a reason.
pub(super) struct Approving {
    pub(super) purpose: Purpose,
    pub(super) pin: String,
    pub(super) reason: String,
    /// The number of the request that is being checked.
    pub(super) checking: Option<u64>,
    pub(super) denied: Option<Denied>,
}

/// What an approval is for.
#[derive(Debug)]
pub(super) enum Purpose {
    /// These answers, to be given by somebody with the right.
    Restriction(Vec<Decision>, Vec<String>),
    Discount(Target, Reduction),
    /// A charge that the account refuses.
    Limit(Box<Beyond>),
}

/// A payment beyond the limits of the pupil's account.
#[derive(Debug)]
pub(super) struct Beyond {
    /// The payment that goes on afterwards.
    pub(super) back: Dialog,
    pub(super) charged: Money,
    pub(super) refused: Vec<account::Refused>,
}

/// A PIN is shown and logged as dots only.
impl fmt::Debug for Approving {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Approving")
            .field("purpose", &self.purpose)
            .field("reason", &self.reason)
            .field("checking", &self.checking)
            .finish_non_exhaustive()
    }
}

impl Purpose {
    pub(super) const fn right(&self) -> Right {
        match self {
            Self::Restriction(..) => Right::ApproveRestriction,
            Self::Discount(..) => Right::Discount,
            Self::Limit(_) => Right::ApproveLimit,
        }
    }
}

impl Approving {
    pub(super) fn of(purpose: Purpose) -> Dialog {
        Dialog::Approval(Box::new(Self {
            purpose,
            pin: String::new(),
            reason: String::new(),
            checking: None,
            denied: None,
        }))
    }
}

impl Dialog {
    pub(super) fn pupils() -> Self {
        Self::Pupils(Pupils::default())
    }

    /// Whether it asks for money: the cart is closed meanwhile.
    pub(super) fn is_payment(&self) -> bool {
        match self {
            Self::Cash(_) | Self::Account | Self::Card(_) | Self::Mixed(_) | Self::Even => true,
            Self::Approval(approving) => matches!(approving.purpose, Purpose::Limit(_)),
            _ => false,
        }
    }

    /// The number its keypad writes to.
    pub(super) fn figure_mut(&mut self) -> Option<&mut Figure> {
        match self {
            Self::Quantity(Quantifying { figure, .. })
            | Self::Discount(Discounting { figure, .. })
            | Self::Mixed(Mixed { figure, .. })
            | Self::Cash(figure) => Some(figure),
            _ => None,
        }
    }

    /// The text its field writes to.
    pub(super) fn text_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Note(_, text) | Self::Hold(text) => Some(text),
            Self::Card(paying) => Some(&mut paying.reference),
            Self::Mixed(mixed) => Some(&mut mixed.next.reference),
            Self::Approval(approving) => Some(&mut approving.reason),
            _ => None,
        }
    }
}
