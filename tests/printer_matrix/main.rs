//! Every fault at every byte of a ticket, against a printer at the other end of a pseudo-terminal.
//!
//! What must hold in each case: a job that is called printed is on paper once, no job is on paper twice,
//! whoever asks the printer never waits, and when the fault is over the next ticket comes out.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

use std::sync::{Mutex, MutexGuard, PoisonError};

mod decoders;
mod fault;
mod line;
mod matrix;
mod queue;

/// One after the other: beside a thousand cases on two cores a simulated printer answers too late.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}
