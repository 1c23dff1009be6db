//! The screens. Each owns its state and says by an `Action` what it wants done; none knows another.

pub mod lists;
pub mod login;
pub mod pin;
pub mod sales;
pub mod settings;
pub mod setup;
