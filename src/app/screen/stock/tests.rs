//! The place of the stock.
