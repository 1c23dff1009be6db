//! Notes and coins, counted.

use serde::{Deserialize, Serialize};

use crate::domain::Money;
use crate::domain::tender::{DENOMINATIONS, PIECES};

/// More pieces of one kind than any drawer holds.
pub const MOST_PIECES: u32 = 100_000;

/// How many pieces of each note and coin there are, in the order of [`DENOMINATIONS`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CashCount([u32; PIECES]);

/// Why that is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadCount {
    /// The guaraní has no such note or coin.
    #[error("there is no note or coin of {0}")]
    NoSuchPiece(Money),
    /// Beyond [`MOST_PIECES`].
    #[error("at most {MOST_PIECES} pieces of a kind")]
    TooMany,
}

impl CashCount {
    /// Says how many pieces of that note or coin there are.
    ///
    /// ```
    /// # use cantina::domain::{Money, shift::CashCount};
    /// let mut count = CashCount::default();
    /// count.set(Money::guaranies(20_000), 3).unwrap();
    /// assert_eq!(count.total(), Money::guaranies(60_000));
    /// assert!(count.set(Money::guaranies(25), 1).is_err());
    /// ```
    ///
    /// # Errors
    /// [`BadCount`]; the count is as it was.
    pub fn set(&mut self, piece: Money, pieces: u32) -> Result<(), BadCount> {
        let place = DENOMINATIONS.iter().position(|known| *known == piece);
        let place = place.ok_or(BadCount::NoSuchPiece(piece))?;
        if pieces > MOST_PIECES {
            return Err(BadCount::TooMany);
        }
        self.0[place] = pieces;
        Ok(())
    }

    /// How many pieces of that note or coin.
    #[must_use]
    pub fn pieces(&self, piece: Money) -> u32 {
        self.rows()
            .find(|(known, _)| *known == piece)
            .map_or(0, |(_, pieces)| pieces)
    }

    /// Every note and coin with its pieces, largest first.
    pub fn rows(&self) -> impl Iterator<Item = (Money, u32)> + '_ {
        DENOMINATIONS.into_iter().zip(self.0)
    }

    /// What it comes to.
    #[must_use]
    pub fn total(&self) -> Money {
        self.rows()
            .map(|(piece, pieces)| Money::guaranies(piece.amount() * i64::from(pieces)))
            .sum()
    }

    /// Whether nothing was counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|pieces| *pieces == 0)
    }

    /// The fewest notes and coins that make up `amount`; what is less than the smallest coin is left out.
    #[must_use]
    pub fn making(amount: Money) -> Self {
        let mut left = amount.or_zero().amount();
        Self(DENOMINATIONS.map(|piece| {
            let pieces = u32::try_from(left / piece.amount()).unwrap_or(MOST_PIECES);
            let pieces = pieces.min(MOST_PIECES);
            left -= i64::from(pieces) * piece.amount();
            pieces
        }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_amount_of_whole_coins_can_be_counted_out(coins in 0_i64..1_000_000) {
            let amount = Money::guaranies(coins * 50);
            prop_assert_eq!(CashCount::making(amount).total(), amount);
        }
    }

    #[test]
    fn more_pieces_than_any_drawer_holds_are_a_slip() {
        let mut count = CashCount::default();
        let coin = Money::guaranies(50);
        assert_eq!(count.set(coin, MOST_PIECES + 1), Err(BadCount::TooMany));
        assert!(count.is_empty());
        count.set(coin, 7).unwrap();
        assert_eq!((count.pieces(coin), count.total().amount()), (7, 350));
    }
}
