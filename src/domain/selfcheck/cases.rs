//! Cases of which the answer is known: labels, and the cells of the policy.

use std::sync::LazyLock;

use crate::domain::BusinessDay;
use crate::domain::detect::{Detector, Label};
use crate::domain::diet::{
    Allergen, Declaration, Declared, Knowledge, Known, Needs, Policy, Response, Restriction,
    Severity, Source, judge,
};

const LABELS: &str = include_str!("../../../assets/diet/labels.csv");
const POLICY: &str = include_str!("../../../assets/diet/policy.csv");

/// A label, and what it must be read as at the least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelCase {
    /// The product's name.
    pub name: String,
    /// As on the label.
    pub ingredients: Option<String>,
    /// The label's own sentence.
    pub statement: Option<String>,
    /// By allergen, the mildest state that it may be read as.
    pub expected: Vec<(Allergen, Declared)>,
}

/// A cell of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellCase {
    /// The state of its row.
    pub state: Declared,
    /// The severity of its column.
    pub severity: Severity,
    /// What the house's own policy does.
    pub house: Response,
    /// The least that any policy does.
    pub least: Response,
}

/// Known cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cases {
    /// Labels.
    pub labels: Vec<LabelCase>,
    /// Cells of the policy.
    pub cells: Vec<CellCase>,
}

/// A line of a file of cases that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {text}")]
pub struct BadCases {
    /// The line, from 1 on.
    pub line: usize,
    /// What stands there.
    pub text: String,
}

/// A case that is not answered as it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// A label is read as something milder.
    Label {
        /// The product's name.
        name: String,
        /// Of which allergen.
        allergen: Allergen,
        /// What it must be read as at the least.
        expected: Declared,
        /// What it is read as.
        read: Declared,
    },
    /// A cell of the policy is answered more mildly.
    Cell {
        /// Its row.
        state: Declared,
        /// Its column.
        severity: Severity,
        /// The least that must be done.
        expected: Response,
        /// What is done.
        is: Response,
    },
}

static BUNDLED: LazyLock<Cases> = LazyLock::new(|| {
    let read = Cases::parse(LABELS, POLICY);
    read.unwrap_or_else(|bad| panic!("a test reads the files of cases: {bad}"))
});

impl Cases {
    /// Those that come with the till, from `assets/diet/`.
    #[must_use]
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Reads the two files.
    ///
    /// # Errors
    /// [`BadCases`] names the first line that cannot be read.
    pub fn parse(labels: &str, policy: &str) -> Result<Self, BadCases> {
        Ok(Self {
            labels: read(labels, label)?,
            cells: read(policy, cell)?,
        })
    }

    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.labels.len() + self.cells.len()
    }

    /// Those that are not answered as they must be, by the words and the policy in force.
    #[must_use]
    pub fn wrong(&self, detector: &Detector, policy: &Policy, day: BusinessDay) -> Vec<Wrong> {
        let labels = self.labels.iter();
        let labels = labels.flat_map(|label| label.wrong(detector));
        let cells = self.cells.iter();
        let cells = cells.filter_map(|cell| cell.wrong(policy, day));
        labels.chain(cells).collect()
    }
}

impl LabelCase {
    /// Own words may make the till more careful, and never less.
    fn wrong(&self, detector: &Detector) -> Vec<Wrong> {
        let read = detector.read(&Label {
            name: &self.name,
            ingredients: self.ingredients.as_deref(),
            declaration: self.statement.as_deref(),
            ..Label::default()
        });
        let expected = self.expected.iter();
        let milder = expected.filter(|(allergen, expected)| read.state(*allergen) < *expected);
        milder
            .map(|(allergen, expected)| Wrong::Label {
                name: self.name.clone(),
                allergen: *allergen,
                expected: *expected,
                read: read.state(*allergen),
            })
            .collect()
    }
}

impl CellCase {
    fn wrong(&self, policy: &Policy, day: BusinessDay) -> Option<Wrong> {
        let is = self.judged(policy, day);
        let house = self.judged(&Policy::standard(), day);
        let wrong = |expected, is| Wrong::Cell {
            state: self.state,
            severity: self.severity,
            expected,
            is,
        };
        if is < self.least {
            Some(wrong(self.least, is))
        } else if is != policy.response(self.state, self.severity) {
            Some(wrong(policy.response(self.state, self.severity), is))
        } else {
            (house != self.house).then(|| wrong(self.house, house))
        }
    }

    /// What is done about a product of that state, by the whole way of a judgement.
    fn judged(&self, policy: &Policy, day: BusinessDay) -> Response {
        let allergen = Allergen::PEANUT;
        let mut known = Known::nothing();
        if self.state != Declared::Unknown {
            let said = Declaration::new(self.state, Source::Label, day);
            known.learn(allergen, Knowledge::said(said));
        }
        let restrictions = [Restriction::new(allergen, self.severity, "")];
        let needs = Needs {
            restrictions: &restrictions,
            wishes: &[],
        };
        judge(&known, needs, policy, day).response()
    }
}

/// Every line but remarks and empty ones.
fn read<T>(text: &str, case: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, BadCases> {
    let lines = (1..).zip(text.lines().map(str::trim));
    lines
        .filter(|(_, text)| !text.is_empty() && !text.starts_with('#'))
        .map(|(line, text)| {
            let bad = || BadCases {
                line,
                text: text.to_owned(),
            };
            case(text).ok_or_else(bad)
        })
        .collect()
}

fn label(line: &str) -> Option<LabelCase> {
    let mut cells = line.split(';').map(str::trim);
    let (name, ingredients) = (cells.next()?, cells.next()?);
    let (statement, expected) = (cells.next()?, cells.next()?);
    let written = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let expected: Option<Vec<_>> = expected
        .split_whitespace()
        .map(|pair| {
            let (allergen, state) = pair.split_once('=')?;
            Some((Allergen::from_code(allergen)?, Declared::from_code(state)?))
        })
        .collect();
    Some(LabelCase {
        name: name.to_owned(),
        ingredients: written(ingredients),
        statement: written(statement),
        expected: expected.filter(|expected| !expected.is_empty())?,
    })
}

fn cell(line: &str) -> Option<CellCase> {
    let mut cells = line.split(';').map(str::trim);
    Some(CellCase {
        state: Declared::from_code(cells.next()?)?,
        severity: Severity::from_code(cells.next()?)?,
        house: Response::from_code(cells.next()?)?,
        least: Response::from_code(cells.next()?)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::detect::Words;

    fn day() -> BusinessDay {
        BusinessDay::from_number(20_780).unwrap()
    }

    #[test]
    fn every_known_case_is_answered_as_it_must_be() {
        let cases = Cases::bundled();
        let wrong = cases.wrong(Detector::standard(), &Policy::standard(), day());
        assert_eq!(wrong, []);
        assert!(cases.labels.len() >= 20);
        let cells: Vec<_> = cases
            .cells
            .iter()
            .map(|cell| (cell.state, cell.severity))
            .collect();
        assert_eq!(
            cells,
            Policy::cells().collect::<Vec<_>>(),
            "every cell once"
        );
    }

    #[test]
    fn the_file_says_the_floor_that_the_program_has() {
        for cell in &Cases::bundled().cells {
            let floor = Policy::floor(cell.state, cell.severity);
            assert_eq!(cell.least, floor, "{cell:?}");
        }
    }

    #[test]
    fn a_detector_that_misses_a_word_is_found_out() {
        let blind = Cases {
            labels: vec![LabelCase {
                name: "Xyzzy".into(),
                ingredients: None,
                statement: None,
                expected: vec![(Allergen::PEANUT, Declared::Contains)],
            }],
            cells: Vec::new(),
        };
        let wrong = blind.wrong(Detector::standard(), &Policy::standard(), day());
        assert!(matches!(
            &wrong[..],
            [Wrong::Label {
                read: Declared::Unknown,
                ..
            }]
        ));
        let words = Words::parse_with_diets("[= mani]\nxyzzy\n", &[], &[]).unwrap();
        let taught = blind.wrong(&Detector::with(&words), &Policy::standard(), day());
        assert_eq!(taught, []);
    }

    #[test]
    fn a_stricter_policy_is_no_fault() {
        let strict = Policy::standard()
            .with(Declared::Contains, Severity::Moderate, Response::Refuse)
            .unwrap();
        let wrong = Cases::bundled().wrong(Detector::standard(), &strict, day());
        assert_eq!(wrong, []);
    }

    #[test]
    fn a_bad_line_is_named() {
        let bad = Cases::parse("# x\nChipa;;;leche=much", "").unwrap_err();
        assert_eq!((bad.line, bad.text.as_str()), (2, "Chipa;;;leche=much"));
        assert_eq!(Cases::parse("", "free;mild;allow").unwrap_err().line, 1);
    }
}
