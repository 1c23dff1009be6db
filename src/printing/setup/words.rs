//! What a setup says, in the words of a locale.

use super::change::Change;
use super::{Connection, Printed, Problem, Setup, Unreachable};
use crate::i18n::I18n;
use crate::printing::Profile;
use crate::printing::transport::BadAddress;
use crate::settings::{Cut, LineFeed};

impl Unreachable {
    /// What happened and what to do.
    #[must_use]
    pub fn told(&self, words: &I18n, name: &str) -> String {
        let name = ("name", name.into());
        match self {
            Self::NotFound => words.text_with("setup-not-found", &[name]),
            Self::Denied { group: Some(group) } => {
                words.text_with("setup-denied-group", &[name, ("group", group.into())])
            }
            Self::Denied { group: None } => words.text_with("setup-denied", &[name]),
            Self::Busy { by: Some(by) } => {
                words.text_with("setup-busy-by", &[name, ("by", by.into())])
            }
            Self::Busy { by: None } => words.text_with("setup-busy", &[name]),
            Self::Refused => words.text_with("setup-refused", &[name]),
            Self::Gone => words.text_with("setup-gone", &[name]),
            Self::Other { .. } => words.text_with("setup-other", &[name]),
        }
    }
}

impl Problem {
    /// What happened and what to do; `name` is the address in hand.
    #[must_use]
    pub fn told(&self, words: &I18n, name: &str) -> String {
        match self {
            Self::Address(bad) => bad_address(words, bad),
            Self::Unreachable(why) => why.told(words, name),
            Self::NotSaved(why) => why.clone(),
        }
    }
}

fn bad_address(words: &I18n, bad: &BadAddress) -> String {
    match bad {
        BadAddress::Empty => words.text("failed-address-empty"),
        BadAddress::NoPath(text) => {
            words.text_with("failed-address-no-path", &[("text", text.into())])
        }
        BadAddress::BadSpeed(text) => {
            words.text_with("failed-address-bad-speed", &[("text", text.into())])
        }
        BadAddress::Unknown(text) => {
            words.text_with("failed-address-unknown", &[("text", text.into())])
        }
    }
}

impl Connection {
    /// Whether it answers, and what it said.
    #[must_use]
    pub fn told(&self, words: &I18n) -> String {
        match &self.health {
            None => words.text("setup-write-only"),
            Some(health) if health.can_print() => words.text("setup-answers"),
            Some(_) => words.text("setup-answers-trouble"),
        }
    }
}

impl Printed {
    /// How the page ended: no more than is known.
    #[must_use]
    pub fn told(&self, words: &I18n) -> String {
        match self {
            Self::Confirmed => words.text("setup-printed-confirmed"),
            Self::Sent => words.text("setup-printed-sent"),
            Self::Uncertain => words.text("setup-printed-uncertain"),
            Self::Waiting(state) => words.text_with(
                "setup-printed-waiting",
                &[("reason", state.sentence(words).into())],
            ),
            Self::Failed(why) => why.clone(),
        }
    }
}

impl Change {
    /// What is tried now.
    #[must_use]
    pub fn told(self, words: &I18n) -> String {
        match self {
            Self::Letters(page) => words.text_with(
                "setup-changed-letters",
                &[
                    ("page", i64::from(page.page).into()),
                    ("table", i64::from(page.table).into()),
                ],
            ),
            Self::Cut(cut) => {
                words.text_with("setup-changed-cut", &[("cut", cut_name(words, cut).into())])
            }
            Self::Width(columns) => words.text_with(
                "setup-changed-width",
                &[("columns", columns.count().into())],
            ),
            Self::LineFeed(LineFeed::Lf) => words.text("setup-changed-lf"),
            Self::LineFeed(LineFeed::Crlf) => words.text("setup-changed-crlf"),
        }
    }
}

fn cut_name(words: &I18n, cut: Cut) -> String {
    words.text(&format!("setup-cut-{}", cut.code()))
}

/// The facts of a printer: label and value.
fn facts_of(words: &I18n, profile: &Profile) -> Vec<(String, String)> {
    let page = profile.code_page;
    vec![
        (words.text("setup-fact-model"), profile.name.clone()),
        (
            words.text("setup-fact-paper"),
            words.text_with(
                "setup-paper",
                &[("columns", profile.paper.columns().into())],
            ),
        ),
        (
            words.text("setup-fact-letters"),
            words.text_with(
                "setup-letters",
                &[
                    ("page", i64::from(page.page).into()),
                    ("table", i64::from(page.table).into()),
                ],
            ),
        ),
        (words.text("setup-fact-cut"), cut_name(words, profile.cut)),
    ]
}

impl Setup {
    /// What is known so far: label and value.
    #[must_use]
    pub fn facts(&self, words: &I18n) -> Vec<(String, String)> {
        let mut facts = Vec::new();
        if let Some(connection) = self.connection() {
            facts.push((words.text("setup-fact-port"), self.port_name(connection)));
            if let Some(baud) = connection.baud {
                facts.push((words.text("setup-fact-speed"), format!("{baud} 8N1")));
            }
        }
        facts.extend(facts_of(words, &self.profile()));
        facts
    }

    /// `/dev/ttyUSB0 · CH340`
    fn port_name(&self, connection: &Connection) -> String {
        let found = self
            .ports()
            .iter()
            .find(|port| port.path == connection.name);
        found.map_or_else(|| connection.name.clone(), super::Port::name)
    }
}

/// What to look at when nothing came out, one thing a line.
#[must_use]
pub fn help(words: &I18n) -> Vec<String> {
    [
        "setup-help-power",
        "setup-help-paper",
        "setup-help-cable",
        "setup-help-speed",
        "setup-help-self-test",
        "setup-help-port",
    ]
    .into_iter()
    .map(|key| words.text(key))
    .collect()
}
