//! What goes without a sale: thrown away, or used by the canteen itself.

use rusqlite::OptionalExtension;

use super::{Error, shelf, shift};
use crate::domain::sale::At;
use crate::domain::stock::{Loss, moved};
use crate::domain::{Money, Quantity};
use crate::store::Store;

impl Store {
    /// Writes a loss down with its movement; says what it cost, if that is known. The same one twice is one.
    ///
    /// # Errors
    /// [`Error::NotFound`], or a quantity that cannot be moved; nothing is written.
    pub fn lose(&mut self, loss: &Loss, at: At) -> Result<Option<Money>, Error> {
        self.transact(|db| {
            let mut select =
                db.prepare_cached("SELECT quantity, cost FROM stock_loss WHERE id = ?1")?;
            let before: Option<(i64, Option<i64>)> = select
                .query_row([loss.id().0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            if let Some((quantity, cost)) = before {
                let quantity = Quantity::thousandths(quantity).decimal();
                return Ok(cost.map(|cost| Money::guaranies(cost).times(quantity)));
            }
            let shelf = shelf(db, loss.product())?;
            let quantity = moved(loss.quantity(), shelf.unit)?;
            let (kind, note) = (loss.kind().moves(), loss.note());
            let movement = shift(db, loss.product(), -quantity, kind, at, note)?;
            db.prepare_cached(
                "INSERT INTO stock_loss (id, kind, reason, note, product, quantity, cost, movement, at, day, user)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute((
                loss.id().0.as_bytes(),
                loss.kind().code(),
                loss.reason().code(),
                note,
                loss.product().0,
                quantity.in_thousandths(),
                shelf.cost.map(Money::amount),
                movement,
                at.moment.at.0,
                at.moment.day().number(),
                at.user.0,
            ))?;
            Ok(shelf.cost.map(|cost| cost.times(quantity.decimal())))
        })
    }
}
