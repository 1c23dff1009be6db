//! Changing one cell of a policy, with the cells that must follow it.

use super::{BadPolicy, Declared, Policy, Response, Severity};

/// A cell in which two policies differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The declared state.
    pub state: Declared,
    /// The severity.
    pub severity: Severity,
    /// What the till did.
    pub was: Response,
    /// What it does then.
    pub is: Response,
}

impl Policy {
    /// The same with another response in one cell: more serious cells become at least as strict, less
    /// serious ones at most, so that no serious case is ever answered more mildly than a lighter one.
    ///
    /// # Errors
    /// [`BadPolicy::BelowFloor`] where that would go below what the house promises.
    pub fn adjusted(
        &self,
        state: Declared,
        severity: Severity,
        response: Response,
    ) -> Result<Self, BadPolicy> {
        let mut table: [[Response; 4]; 4] = self.clone().into();
        for (other, worse) in Self::cells() {
            let cell = &mut table[other as usize][worse as usize];
            if other >= state && worse >= severity {
                *cell = (*cell).max(response);
            }
            if other <= state && worse <= severity {
                *cell = (*cell).min(response);
            }
        }
        table[state as usize][severity as usize] = response;
        Self::new(table)
    }

    /// The cells in which `other` differs from this one, row by row.
    #[must_use]
    pub fn changes(&self, other: &Self) -> Vec<Change> {
        let cells = Self::cells().map(|(state, severity)| Change {
            state,
            severity,
            was: self.response(state, severity),
            is: other.response(state, severity),
        });
        cells.filter(|change| change.was != change.is).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_stricter_cell_takes_the_more_serious_ones_along() {
        let standard = Policy::standard();
        let (state, mild) = (Declared::MayContain, Severity::Mild);
        let stricter = standard.adjusted(state, mild, Response::Approve).unwrap();
        let moderate = stricter.response(state, Severity::Moderate);
        assert_eq!(moderate, Response::Approve);
        let contains = stricter.response(Declared::Contains, mild);
        assert_eq!(contains, Response::Approve);
        assert_eq!(standard.changes(&stricter).len(), 3);
        let severe = standard.adjusted(Declared::Contains, Severity::Severe, Response::Approve);
        assert!(matches!(severe, Err(BadPolicy::BelowFloor(..))));
    }

    proptest! {
        #[test]
        fn a_cell_is_adjusted_into_a_policy_or_lies_below_the_floor(
            steps in proptest::collection::vec((0_usize..4, 0_usize..4, 0_usize..4), 1..8),
        ) {
            let mut policy = Policy::standard();
            for (state, severity, response) in steps {
                let (state, severity) = (Declared::ALL[state], Severity::ALL[severity]);
                let response = Response::ALL[response];
                match policy.adjusted(state, severity, response) {
                    Ok(next) => {
                        prop_assert_eq!(next.response(state, severity), response);
                        policy = next;
                    }
                    Err(bad) => prop_assert!(matches!(bad, BadPolicy::BelowFloor(..))),
                }
            }
        }
    }
}
