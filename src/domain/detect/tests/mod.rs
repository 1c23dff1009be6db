//! What the detector promises.

mod cases;
mod entries;
mod files;
mod properties;

use super::{Detector, Findings, Label};
use crate::domain::diet::{Allergen, Declared};

fn by_name(name: &str) -> Findings {
    Detector::standard().read(&Label {
        name,
        ..Label::default()
    })
}

fn by_ingredients(text: &str) -> Findings {
    Detector::standard().read(&Label {
        ingredients: Some(text),
        ..Label::default()
    })
}

fn by_declaration(text: &str) -> Findings {
    Detector::standard().read(&Label {
        declaration: Some(text),
        ..Label::default()
    })
}

fn by_claim(text: &str) -> Findings {
    Detector::standard().read(&Label {
        claims: &[text],
        ..Label::default()
    })
}

/// The allergens found in a state, as codes in the order of the list; `?` before those that only ask.
fn said(findings: &Findings) -> String {
    let sign = |allergen, state| match state {
        Declared::Contains => "",
        Declared::MayContain => "~",
        Declared::Free => "-",
        Declared::Unknown if findings.allergen(allergen).is_some() => "?",
        Declared::Unknown => "!",
    };
    let found = findings.iter().map(|(allergen, finding)| {
        let code = allergen.code().unwrap_or("own");
        format!("{}{code}", sign(allergen, finding.state))
    });
    found.collect::<Vec<_>>().join(" ")
}

/// What is said of the allergens other than by asking.
fn stated(findings: &Findings) -> String {
    let all = said(findings);
    let firm = all.split(' ').filter(|one| !one.starts_with('?'));
    firm.collect::<Vec<_>>().join(" ")
}

fn asks(findings: &Findings, allergen: Allergen) -> bool {
    findings
        .allergen(allergen)
        .is_some_and(super::Finding::asks)
}
