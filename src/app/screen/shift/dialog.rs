//! What the drawer's dialogs hold while somebody is at them.

use super::PinEntry;
use crate::app::screen::checkout::{AMOUNT_MAX, Figure};
use crate::app::widget::keypad::Key;
use crate::domain::shift::{Asks, CashCount, Counted, Drawer, MOST_PIECES, MoveKind, asks};
use crate::domain::tender::{DENOMINATIONS, TenderKind};
use crate::domain::{Money, TenderId};
use crate::settings;

/// The most letters of a reason.
pub(super) const REASON_MAX: usize = 120;

/// A dialog over the place.
#[derive(Debug)]
pub(super) enum Dialog {
    /// A float is typed; what is proposed goes with the first key.
    Open(Figure),
    /// A shift of a day before is to be closed first.
    LeftOpen,
    /// Cash is moved.
    Move(Moving),
    /// The drawer is opened without a sale.
    Drawer(Opening),
    /// The drawer is counted.
    Count(Counting),
    /// What was counted is explained, and the shift closed.
    Close(Closing),
    /// Somebody else takes over.
    HandOver(HandOver),
    /// A report is looked at.
    Paper(Shown),
    /// How the drawer is kept.
    Rules(Edited),
}

/// Cash to be moved.
#[derive(Debug)]
pub(super) struct Moving {
    pub kind: MoveKind,
    pub amount: u64,
    pub reason: String,
    /// Whether an unusual amount is being asked about.
    pub asks: bool,
}

/// The drawer to be opened.
#[derive(Debug)]
pub(super) struct Opening {
    pub reason: String,
    pub entry: PinEntry,
    /// Whether somebody else's PIN is asked for.
    pub needs_pin: bool,
}

/// What a count is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Close,
    HandOver,
}

/// A row of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// A note or coin.
    Piece(Money),
    /// The vouchers of a tender, with what is expected of them.
    Voucher(TenderId, TenderKind, Money),
}

/// A count being made: rows, what was typed of each, and where the keys go.
#[derive(Debug)]
pub(super) struct Counting {
    pub purpose: Purpose,
    pub rows: Vec<(Row, Option<u64>)>,
    pub at: usize,
    /// What must be in the drawer.
    pub expected: Money,
}

/// What was counted, to be explained.
#[derive(Debug)]
pub(super) struct Closing {
    pub counted: Vec<Counted>,
    pub asks: Asks,
    pub explanation: String,
    pub entry: PinEntry,
    pub next_float: Money,
}

/// Somebody takes over.
#[derive(Debug, Default)]
pub(super) struct HandOver {
    pub entry: PinEntry,
    /// What was counted for it.
    pub counted: Option<Vec<Counted>>,
}

/// A report to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Of which Z; `None` for the X.
    pub number: Option<i64>,
    /// Its paper as text.
    pub text: String,
}

/// How the drawer is to be kept.
#[derive(Debug, Clone, Copy)]
pub struct Edited {
    /// Whether selling asks for a shift.
    pub required: bool,
    /// Whether what is expected is hidden until the count is confirmed.
    pub blind: bool,
    /// What passes without an approval.
    pub tolerance: u64,
}

impl Dialog {
    /// A key of the keypad goes to the figure that is being typed.
    pub fn key(&mut self, key: Key) {
        match self {
            Self::Open(float) => float.press(key),
            Self::Move(moving) if moving.asks => {}
            Self::Move(moving) => moving.amount = key.applied_to(moving.amount, AMOUNT_MAX),
            Self::Rules(rules) => rules.tolerance = key.applied_to(rules.tolerance, AMOUNT_MAX),
            Self::Count(counting) => counting.key(key),
            Self::Drawer(opening) if opening.needs_pin => opening.entry.pressed(key),
            Self::Close(closing) => closing.entry.pressed(key),
            Self::HandOver(over) => over.entry.pressed(key),
            Self::Drawer(_) | Self::LeftOpen | Self::Paper(_) => {}
        }
    }

    /// The PIN being typed.
    pub fn entry(&mut self) -> Option<&mut PinEntry> {
        match self {
            Self::Drawer(opening) => Some(&mut opening.entry),
            Self::Close(closing) => Some(&mut closing.entry),
            Self::HandOver(over) => Some(&mut over.entry),
            _ => None,
        }
    }

    /// The words being written.
    pub fn reason(&mut self) -> Option<&mut String> {
        match self {
            Self::Move(moving) => Some(&mut moving.reason),
            Self::Drawer(opening) => Some(&mut opening.reason),
            Self::Close(closing) => Some(&mut closing.explanation),
            _ => None,
        }
    }
}

impl Moving {
    pub const fn new(kind: MoveKind) -> Self {
        Self {
            kind,
            amount: 0,
            reason: String::new(),
            asks: false,
        }
    }
}

impl Opening {
    pub fn new(needs_pin: bool) -> Self {
        Self {
            reason: String::new(),
            entry: PinEntry::default(),
            needs_pin,
        }
    }
}

impl Counting {
    /// Every note and coin, and the vouchers of what was taken besides.
    pub fn new(purpose: Purpose, drawers: &[Drawer]) -> Self {
        let pieces = DENOMINATIONS.into_iter().map(Row::Piece);
        let vouchers = drawers.iter().filter(|drawer| {
            purpose == Purpose::Close && !drawer.is_cash() && drawer.kind != TenderKind::Account
        });
        let vouchers =
            vouchers.map(|drawer| Row::Voucher(drawer.tender, drawer.kind, drawer.expected()));
        let cash = drawers.iter().find(|drawer| drawer.is_cash());
        Self {
            purpose,
            rows: pieces.chain(vouchers).map(|row| (row, None)).collect(),
            at: 0,
            expected: cash.map(Drawer::expected).unwrap_or_default(),
        }
    }

    pub fn choose(&mut self, row: usize) {
        self.at = row.min(self.rows.len().saturating_sub(1));
    }

    pub fn go(&mut self, on: bool) {
        let rows = self.rows.len().max(1);
        self.at = if on { self.at + 1 } else { self.at + rows - 1 } % rows;
    }

    /// Whether the keys are at the last row.
    pub fn is_at_end(&self) -> bool {
        self.at + 1 >= self.rows.len()
    }

    fn key(&mut self, key: Key) {
        let Some((row, typed)) = self.rows.get_mut(self.at) else {
            return;
        };
        let most = match row {
            Row::Piece(_) => u64::from(MOST_PIECES),
            Row::Voucher(..) => Money::MAX.amount().unsigned_abs(),
        };
        let after = key.applied_to(typed.unwrap_or(0), most);
        *typed = (after > 0 || key != Key::Backspace).then_some(after);
    }

    /// Notes and coins; what was not typed is none.
    pub fn cash(&self) -> CashCount {
        let mut count = CashCount::default();
        for (row, typed) in &self.rows {
            if let (Row::Piece(piece), Some(typed)) = (row, typed) {
                let pieces = u32::try_from(*typed).unwrap_or(MOST_PIECES);
                // Every row is of a piece that there is, and holds no more than may be.
                let _counted = count.set(*piece, pieces.min(MOST_PIECES));
            }
        }
        count
    }

    /// Vouchers that were counted.
    pub fn others(&self) -> Vec<(TenderId, Money)> {
        let typed = self.rows.iter().filter_map(|(row, typed)| match row {
            Row::Voucher(tender, ..) => Some((*tender, money((*typed)?))),
            Row::Piece(_) => None,
        });
        typed.collect()
    }
}

impl Closing {
    pub fn new(counted: Vec<Counted>, tolerance: Money, next_float: Money) -> Self {
        let differences = counted.iter().map(Counted::difference);
        Self {
            asks: asks(differences, tolerance),
            counted,
            explanation: String::new(),
            entry: PinEntry::default(),
            next_float,
        }
    }

    /// Whether all that it asks for was said.
    pub fn is_ready(&self) -> bool {
        let explained = crate::domain::shift::reason(&self.explanation).is_ok();
        match self.asks {
            Asks::Nothing => true,
            Asks::Explanation => explained,
            Asks::Approval => explained && self.entry.pin().is_some(),
        }
    }
}

impl HandOver {
    pub fn after(counted: Vec<Counted>) -> Self {
        Self {
            entry: PinEntry::default(),
            counted: Some(counted),
        }
    }
}

impl Edited {
    pub(super) const fn of(rules: settings::Shift) -> Self {
        Self {
            required: rules.required,
            blind: rules.blind,
            tolerance: rules.tolerance.amount().unsigned_abs(),
        }
    }
}

/// A figure as typed, in guaraníes.
pub(super) fn money(figure: u64) -> Money {
    Money::guaranies(i64::try_from(figure).unwrap_or(i64::MAX))
}
