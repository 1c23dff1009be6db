//! What a product contains, what a pupil must not eat, and what follows from the two.
//!
//! Three steps, each in a room of its own:
//! 1. What is on file of a product (what people said, its label's words, its recipe) becomes what is
//!    known of it: [`Dossier::known`]. What nobody has said is unknown, and unknown is never free.
//! 2. What is known meets what a pupil must not eat: [`judge`].
//! 3. The [`Policy`] says what the till does about it.
//!
//! Nothing here guesses: the words of a label are read by the detector and reach this room as
//! [`Hints`], which may make a verdict stricter and never milder.

mod adjust;
mod allergen;
pub mod coverage;
mod declared;
mod diets;
mod dossier;
mod few;
mod judge;
mod known;
mod own;
mod policy;
mod restriction;

pub use adjust::Change;
pub use allergen::Allergen;
pub use declared::{
    Declaration, Declarations, Declared, Source, Suitabilities, Suitability, TextVersion,
};
pub use diets::Diet;
pub use dossier::{Dossier, Hint, Hints, Part, Seems};
pub use few::Few;
pub use judge::{Against, Needs, Reason, Verdict, is_unread, judge, response};
pub use known::{Because, DietBecause, DietKnowledge, Knowledge, Known, Place, Quote};
pub use own::{BadOwn, Own, OwnNames, own_code};
pub use policy::{BadPolicy, BadPolicyFile, NotYours, Policy, PolicyFault, Response};
pub use restriction::{Restriction, Severity, Wish};
