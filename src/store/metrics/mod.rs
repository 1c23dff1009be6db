//! What the dashboard reads: rollups kept beside the facts, and the facts behind them.

mod alert;

pub use alert::KeptAlert;
