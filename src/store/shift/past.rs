//! Shifts of the past: for the demo canteen.

use rusqlite::Connection;

use super::{Close, Count, close, open, open_seq, report};
use crate::domain::sale::At;
use crate::domain::shift::{CashCount, Drawer};
use crate::domain::{Money, MovementId};
use crate::store::{Error, Past};

impl Past<'_> {
    /// Opens a shift of the past.
    ///
    /// # Errors
    /// As [`crate::store::Store::open_shift`].
    pub fn open_shift(&self, float: Money, at: At) -> Result<(), Error> {
        open(&self.db, name(), float, at).map(drop)
    }

    /// Counts and closes it, with `off` more (or less) in the drawer than the books say; nothing happens
    /// where none is open. What differs by less than a coin differs too.
    ///
    /// # Errors
    /// As [`crate::store::Store::close_shift`].
    pub fn close_shift(&self, off: Money, explanation: &str, at: At) -> Result<(), Error> {
        let Some(shift) = open_seq(&self.db)? else {
            return Ok(());
        };
        let cash = CashCount::making(expected(&self.db, shift)? + off);
        let count = Count {
            id: name(),
            cash,
            others: Vec::new(),
        };
        let counted = close::note(&self.db, &count, at)?;
        let differs = counted.iter().any(|of| !of.difference().is_zero());
        let close = Close {
            id: name(),
            explanation: differs.then(|| explanation.to_owned()),
            approved: None,
            tolerance: Money::MAX,
            next_float: None,
        };
        close::write(&self.db, &close, at, &self.shop).map(drop)
    }
}

fn name() -> MovementId {
    MovementId(uuid::Uuid::now_v7())
}

fn expected(db: &Connection, shift: i64) -> Result<Money, Error> {
    let drawers = report::drawers(db, shift)?;
    let cash = drawers.iter().find(|drawer| drawer.is_cash());
    Ok(cash.map_or(Money::ZERO, Drawer::expected))
}
