//! Lunches: facts of plans, subscriptions, menus, what was eaten and what was paid for it.

mod day;
mod leaving;
mod menu;
mod month;
mod past;
mod plan;
mod serve;
mod subscribe;

pub use crate::domain::lunch::Payment;
pub use day::{DishFile, LunchDay, Seat};
pub(super) use leaving::leaver;
pub use menu::Provision;
pub use month::{MonthRow, Paid, Printing};
pub use plan::PlanFile;
pub use serve::{Attempt, Outcome, Served, Wanted, Who};
pub use subscribe::{Booking, Wish};

#[cfg(test)]
mod tests;
