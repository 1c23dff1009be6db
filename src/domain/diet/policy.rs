//! The table that says what the till does: declared state × severity.
//!
//! Some of it is not for anybody to change: what is declared to hold an allergen, or what nobody has
//! read, is never sold to a child who reacts severely to it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Declared, Severity};
use crate::domain::user::Role;

/// What the till does about a declared state and a severity. Ordered: a later one is stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Response {
    /// Sells without a word.
    Allow,
    /// The cashier confirms having read it.
    Confirm,
    /// A supervisor's PIN and a reason.
    Approve,
    /// No override at the till.
    Refuse,
}

impl Response {
    /// Every response, mildest first.
    pub const ALL: [Self; 4] = [Self::Allow, Self::Confirm, Self::Approve, Self::Refuse];

    /// The word for it in policy files and i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Confirm => "confirm",
            Self::Approve => "approve",
            Self::Refuse => "refuse",
        }
    }

    /// The response of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|response| response.code() == code)
    }
}

/// The table of responses: declared state × severity. One that exists keeps the house's floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[[Response; 4]; 4]", into = "[[Response; 4]; 4]")]
pub struct Policy {
    table: [[Response; 4]; 4],
}

/// Why a table is no policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPolicy {
    /// Less than the least that the house promises.
    #[error("{} × {} must be at least {}", .0.code(), .1.code(), .2.code())]
    BelowFloor(Declared, Severity, Response),
    /// A worse reaction, or a worse state, would be answered more mildly.
    #[error("{} × {} is milder than a less serious case", .0.code(), .1.code())]
    Inverted(Declared, Severity),
}

/// Why somebody may not change the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotYours {
    /// They may not change it at all.
    #[error("only a manager changes the policy")]
    NoRight,
    /// A manager makes it stricter; milder is for an administrator.
    #[error("{} × {} would be milder: only an administrator does that", .0.code(), .1.code())]
    Milder(Declared, Severity),
}

impl Policy {
    /// The house's policy: severe and critical are sold only what is declared free.
    #[must_use]
    pub const fn standard() -> Self {
        use Response::{Allow, Approve, Confirm, Refuse};
        Self {
            //       mild     moderate  severe  critical
            table: [
                [Allow, Allow, Allow, Allow],       // free
                [Confirm, Confirm, Refuse, Refuse], // unknown
                [Confirm, Confirm, Refuse, Refuse], // may contain
                [Confirm, Approve, Refuse, Refuse], // contains
            ],
        }
    }

    /// Checks a table.
    ///
    /// # Errors
    /// [`BadPolicy`] names the first cell that cannot be so.
    pub fn new(table: [[Response; 4]; 4]) -> Result<Self, BadPolicy> {
        let policy = Self { table };
        for (state, severity) in Self::cells() {
            let (is, floor) = (
                policy.response(state, severity),
                Self::floor(state, severity),
            );
            if is < floor {
                return Err(BadPolicy::BelowFloor(state, severity, floor));
            } else if policy.is_milder_than_a_less_serious_case(state, severity) {
                return Err(BadPolicy::Inverted(state, severity));
            }
        }
        Ok(policy)
    }

    /// The least that any policy does: nobody can go below it.
    ///
    /// Contains and unknown are refused to the severe; a mild conflict is at least read by the cashier.
    #[must_use]
    pub const fn floor(state: Declared, severity: Severity) -> Response {
        match (state, severity) {
            (Declared::Free, _) | (Declared::Unknown, Severity::Mild) => Response::Allow,
            (Declared::Contains | Declared::Unknown, Severity::Severe | Severity::Critical) => {
                Response::Refuse
            }
            (Declared::MayContain, Severity::Severe | Severity::Critical)
            | (Declared::Contains, Severity::Moderate) => Response::Approve,
            (Declared::Unknown | Declared::MayContain, Severity::Mild | Severity::Moderate)
            | (Declared::Contains, Severity::Mild) => Response::Confirm,
        }
    }

    /// Every cell, row by row.
    pub fn cells() -> impl Iterator<Item = (Declared, Severity)> {
        let row = |state| Severity::ALL.map(|severity| (state, severity));
        Declared::ALL.into_iter().flat_map(row)
    }

    fn is_milder_than_a_less_serious_case(&self, state: Declared, severity: Severity) -> bool {
        let is = self.response(state, severity);
        Self::cells().any(|(other, worse)| {
            other <= state && worse <= severity && self.response(other, worse) > is
        })
    }

    /// What the till does.
    #[must_use]
    pub const fn response(&self, state: Declared, severity: Severity) -> Response {
        self.table[state as usize][severity as usize]
    }

    /// The same but for one cell.
    ///
    /// # Errors
    /// [`BadPolicy`]; this one stays as it is.
    pub fn with(
        &self,
        state: Declared,
        severity: Severity,
        response: Response,
    ) -> Result<Self, BadPolicy> {
        let mut table = self.table;
        table[state as usize][severity as usize] = response;
        Self::new(table)
    }

    /// Whether somebody of that role may put `other` in its place.
    ///
    /// # Errors
    /// [`NotYours`]: a manager may only make it stricter, an administrator may do both.
    pub fn may_become(&self, other: &Self, role: Role) -> Result<(), NotYours> {
        if role < Role::Manager {
            return Err(NotYours::NoRight);
        }
        let milder = Self::cells()
            .find(|(state, worse)| other.response(*state, *worse) < self.response(*state, *worse));
        match milder {
            Some((state, severity)) if role < Role::Administrator => {
                Err(NotYours::Milder(state, severity))
            }
            _ => Ok(()),
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::standard()
    }
}

impl TryFrom<[[Response; 4]; 4]> for Policy {
    type Error = BadPolicy;

    fn try_from(table: [[Response; 4]; 4]) -> Result<Self, BadPolicy> {
        Self::new(table)
    }
}

impl From<Policy> for [[Response; 4]; 4] {
    fn from(policy: Policy) -> Self {
        policy.table
    }
}

/// Why a policy file is refused; nothing of it is taken over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct BadPolicyFile {
    /// The line, from 1 on; the last one where something is missing.
    pub line: usize,
    /// What is wrong there.
    pub reason: PolicyFault,
}

/// What is wrong in a policy file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyFault {
    /// Not `state severity = response`.
    #[error("it is not «state severity = response»: {0}")]
    NotALine(String),
    /// A word that is no state, severity or response.
    #[error("nobody knows the word {0}")]
    UnknownWord(String),
    /// The cell stands twice.
    #[error("{} × {} stands twice", .0.code(), .1.code())]
    Twice(Declared, Severity),
    /// A cell is not said.
    #[error("{} × {} is missing", .0.code(), .1.code())]
    Missing(Declared, Severity),
    /// The table is no policy.
    #[error(transparent)]
    Bad(#[from] BadPolicy),
}

impl PolicyFault {
    /// The word for it in i18n keys.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotALine(_) => "not-a-line",
            Self::UnknownWord(_) => "unknown-word",
            Self::Twice(..) => "twice",
            Self::Missing(..) => "missing",
            Self::Bad(BadPolicy::BelowFloor(..)) => "below-floor",
            Self::Bad(BadPolicy::Inverted(..)) => "inverted",
        }
    }

    /// The words of the file that it is about.
    #[must_use]
    pub fn what(&self) -> String {
        match self {
            Self::NotALine(text) | Self::UnknownWord(text) => text.clone(),
            Self::Twice(state, severity)
            | Self::Missing(state, severity)
            | Self::Bad(
                BadPolicy::BelowFloor(state, severity, _) | BadPolicy::Inverted(state, severity),
            ) => format!("{} {}", state.code(), severity.code()),
        }
    }
}

impl Policy {
    /// Reads a policy file: sixteen lines `state severity = response`; `#` begins a remark.
    ///
    /// ```
    /// # use cantina::domain::diet::Policy;
    /// let text = Policy::standard().to_string();
    /// assert!(text.contains("contains severe = refuse"));
    /// assert_eq!(Policy::parse(&text), Ok(Policy::standard()));
    /// ```
    ///
    /// # Errors
    /// [`BadPolicyFile`] with the line and what is wrong there.
    pub fn parse(text: &str) -> Result<Self, BadPolicyFile> {
        let mut cells: [[Option<(usize, Response)>; 4]; 4] = Default::default();
        let mut last = 1;
        for (line, written) in (1..).zip(text.lines()) {
            last = line;
            let written = written.split('#').next().unwrap_or_default().trim();
            if written.is_empty() {
                continue;
            }
            let at = |reason| BadPolicyFile { line, reason };
            let (state, severity, response) = cell(written).map_err(at)?;
            let place = &mut cells[state as usize][severity as usize];
            if place.is_some() {
                return Err(at(PolicyFault::Twice(state, severity)));
            }
            *place = Some((line, response));
        }
        table(&cells, last)
    }
}

fn cell(written: &str) -> Result<(Declared, Severity, Response), PolicyFault> {
    let not_a_line = || PolicyFault::NotALine(written.to_owned());
    let unknown = |word: &str| PolicyFault::UnknownWord(word.to_owned());
    let (of, response) = written.split_once('=').ok_or_else(not_a_line)?;
    let (state, severity) = of
        .trim()
        .split_once(char::is_whitespace)
        .ok_or_else(not_a_line)?;
    let (severity, response) = (severity.trim(), response.trim());
    Ok((
        Declared::from_code(state).ok_or_else(|| unknown(state))?,
        Severity::from_code(severity).ok_or_else(|| unknown(severity))?,
        Response::from_code(response).ok_or_else(|| unknown(response))?,
    ))
}

fn table(
    cells: &[[Option<(usize, Response)>; 4]; 4],
    last: usize,
) -> Result<Policy, BadPolicyFile> {
    let mut table = [[Response::Refuse; 4]; 4];
    for (state, severity) in Policy::cells() {
        let Some((_, response)) = cells[state as usize][severity as usize] else {
            let reason = PolicyFault::Missing(state, severity);
            return Err(BadPolicyFile { line: last, reason });
        };
        table[state as usize][severity as usize] = response;
    }
    Policy::new(table).map_err(|bad| {
        let (BadPolicy::BelowFloor(state, severity, _) | BadPolicy::Inverted(state, severity)) =
            bad;
        let line = cells[state as usize][severity as usize].map_or(last, |(line, _)| line);
        BadPolicyFile {
            line,
            reason: bad.into(),
        }
    })
}

impl fmt::Display for Policy {
    /// As [`Policy::parse`] reads it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (state, severity) in Self::cells() {
            let response = self.response(state, severity);
            writeln!(
                f,
                "{} {} = {}",
                state.code(),
                severity.code(),
                response.code()
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_policy() -> impl Strategy<Value = Policy> {
        proptest::collection::vec(0_usize..4, 16).prop_map(|raises| {
            let mut policy = Policy::standard();
            for ((state, severity), response) in Policy::cells().zip(raises) {
                if let Ok(other) = policy.with(state, severity, Response::ALL[response]) {
                    policy = other;
                }
            }
            policy
        })
    }

    #[test]
    fn the_standard_policy_is_one_and_every_file_made_of_it_is_read_back() {
        let standard = Policy::standard();
        assert_eq!(Policy::new(standard.clone().into()), Ok(standard.clone()));
        assert_eq!(Policy::parse(&standard.to_string()), Ok(standard));
    }

    #[test]
    fn nobody_can_sell_a_severe_allergen_or_what_nobody_has_read() {
        let standard = Policy::standard();
        for state in [Declared::Contains, Declared::Unknown] {
            for severity in [Severity::Severe, Severity::Critical] {
                for response in [Response::Allow, Response::Confirm, Response::Approve] {
                    assert!(standard.with(state, severity, response).is_err());
                }
            }
        }
    }

    #[test]
    fn a_manager_tightens_and_only_an_administrator_loosens() {
        let standard = Policy::standard();
        let (state, severity) = (Declared::MayContain, Severity::Moderate);
        let stricter = standard.with(state, severity, Response::Approve).unwrap();
        assert_eq!(standard.may_become(&stricter, Role::Manager), Ok(()));
        assert_eq!(
            stricter.may_become(&standard, Role::Manager),
            Err(NotYours::Milder(state, severity))
        );
        assert_eq!(stricter.may_become(&standard, Role::Administrator), Ok(()));
        let supervisor = standard.may_become(&stricter, Role::Supervisor);
        assert_eq!(supervisor, Err(NotYours::NoRight));
    }

    #[test]
    fn a_bad_policy_file_names_the_line_and_the_reason() {
        let good = Policy::standard().to_string();
        let bad = |text: String| Policy::parse(&text).unwrap_err();
        let milder = bad(good.replace("contains severe = refuse", "contains severe = confirm"));
        assert_eq!(milder.line, 15);
        assert!(matches!(milder.reason, PolicyFault::Bad(_)));
        let word = bad(good.replace("free mild = allow", "free mild = alow"));
        assert_eq!(word.to_string(), "line 1: nobody knows the word alow");
        let twice = bad(format!("{good}free mild = allow\n"));
        assert_eq!(
            (twice.line, matches!(twice.reason, PolicyFault::Twice(..))),
            (17, true)
        );
        let missing = bad(good.replace("unknown critical = refuse\n", ""));
        assert!(matches!(missing.reason, PolicyFault::Missing(..)));
        assert!(matches!(
            bad("hola".into()).reason,
            PolicyFault::NotALine(_)
        ));
    }

    proptest! {
        #[test]
        fn no_policy_gets_milder_with_severity_or_state(policy in any_policy()) {
            for (state, severity) in Policy::cells() {
                for (other, worse) in Policy::cells() {
                    if state <= other && severity <= worse {
                        prop_assert!(policy.response(state, severity) <= policy.response(other, worse));
                    }
                }
            }
            prop_assert_eq!(Policy::parse(&policy.to_string()), Ok(policy));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC{0,200}|[a-z =#\n]{0,200}") {
            let _read = Policy::parse(&text);
        }
    }
}
