//! What a label says, as the judgement of diets takes it: nothing that would make it milder.

use super::{Evidence, Finding, Findings};
use crate::domain::diet::{Declared, Hint, Hints, Quote, Seems};

impl From<&Findings> for Hints {
    /// Claims of «free» stay behind: they are for a person to confirm.
    fn from(findings: &Findings) -> Self {
        let mut hints = Self::default();
        for (allergen, finding) in findings.iter() {
            hints
                .allergens
                .extend(hint(finding).map(|hint| (allergen, hint)));
        }
        for (diet, finding) in findings.diets().filter(|(_, finding)| finding.conflict) {
            hints
                .diets
                .extend(quote(&finding.evidence).map(|quote| (diet, quote)));
        }
        hints
    }
}

fn hint(finding: &Finding) -> Option<Hint> {
    let seems = match finding.state {
        Declared::Free => return None,
        Declared::Unknown => Seems::Usual,
        Declared::MayContain => Seems::MayContain,
        Declared::Contains => Seems::Contains,
    };
    let quote = quote(&finding.evidence)?;
    Some(Hint { seems, quote })
}

/// The words that decided.
fn quote(evidence: &[Evidence]) -> Option<Quote> {
    let first = evidence.first()?;
    Some(Quote {
        place: first.place,
        text: first.text.as_str().into(),
    })
}
