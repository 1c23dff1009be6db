//! What is known of products and pupils: facts, and what follows from them.

mod alert;
mod known;
mod labels;
mod past;
mod product;
mod pupil;
mod review;
mod rules;
mod sheet;

pub(super) use alert::note as note_alert;
pub use alert::{Alerted, Outcome, PastAlert};
pub(super) use labels::Labels;
pub use past::{Harm, LookBack, Met};
pub use product::{Said, SaidWhat, Text, Word};
pub(super) use product::{declare, said_stricter, text_of, write_text};
pub use pupil::{Minded, PupilSaid};
pub(super) use pupil::{add_wish, restrict, restrictions, wishes};
pub use review::{Filed, Files};
pub use rules::{Rulebook, read_words};
pub(super) use rules::{labels, policy};
pub use sheet::{Sheet, SheetLine};

#[cfg(test)]
mod tests;
