//! What can be said of a printer beside its model.

use serde::{Deserialize, Serialize};

/// How a printer cuts its paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cut {
    /// It has no knife: feeds until the last line is past the tear bar.
    None,
    /// Feeds and leaves one point uncut, so that the ticket does not fall (`GS V B`).
    #[default]
    Partial,
    /// Feeds and cuts through (`GS V A`).
    Full,
    /// Feeds by lines, then cuts where it is (`GS V 1`): some do not know the longer commands.
    Short,
    /// Feeds by lines, then cuts by the oldest command (`ESC i`).
    Old,
}

impl Cut {
    /// Every way, the likeliest first.
    pub const ALL: [Self; 5] = [
        Self::Partial,
        Self::Full,
        Self::Short,
        Self::Old,
        Self::None,
    ];

    /// The word for it in files and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Partial => "partial",
            Self::Full => "full",
            Self::Short => "short",
            Self::Old => "old",
        }
    }
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineFeed {
    /// `0A`, as ESC/POS says.
    #[default]
    Lf,
    /// `0D 0A`: some begin the next line where the last one ended without it.
    Crlf,
}

impl LineFeed {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Lf => Self::Crlf,
            Self::Crlf => Self::Lf,
        }
    }
}

/// Whether a printer answers when it is asked how it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answers {
    /// It is asked whenever it is connected; one that is silent then only takes bytes.
    #[default]
    Auto,
    /// It did when it was set up: one that is silent is switched off, and tickets wait.
    Always,
    /// It did not, or is not to be asked.
    Never,
}
