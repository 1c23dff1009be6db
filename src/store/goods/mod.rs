//! Products as the canteen keeps them: listed, looked at one by one, changed one or many at once.

mod keep;
mod read;
#[cfg(test)]
mod tests;

pub(super) use read::looks;
pub use read::{Detail, Good, Shelf};
