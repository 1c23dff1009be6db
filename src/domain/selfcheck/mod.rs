//! What the self-check proves of the rules: known cases, and one sale played for each severity and state.
//!
//! Pure like the rest of the domain; who copies the database and asks it is a floor above.

mod cases;
mod trial;

pub use cases::{BadCases, Cases, CellCase, LabelCase, Wrong};
pub use trial::{Attempt, attempt};
