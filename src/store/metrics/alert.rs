//! Alerts of which somebody took note.

use crate::domain::BusinessDay;
use crate::domain::metrics::Acknowledged;

/// An alert that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAlert {
    /// The day it was of.
    pub day: BusinessDay,
    /// [`crate::domain::metrics::Rule::code`].
    pub rule: String,
    /// What was found, as the JSON of [`crate::domain::metrics::Finding`].
    pub finding: String,
    /// Who took note, when, and what they said.
    pub acknowledged: Acknowledged,
}
