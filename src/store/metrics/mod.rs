//! What the dashboard reads: rollups kept beside the facts, and the facts behind them. It sums up and
//! decides nothing; what the sums mean is [`crate::domain::metrics`].

mod alert;
mod days;
mod drill;
mod export;
mod find;
mod goods;
mod people;
mod read;
mod slice;
#[cfg(test)]
mod tests;
mod watched;

pub use alert::KeptAlert;
pub use export::{Head, PaymentLine, ProductLine, SaleLine};
pub use read::Summed;
pub use slice::Slice;
pub use watched::Watched;
