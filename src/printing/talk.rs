//! How one talks with a printer: whether it answers, and how the end of a job becomes known.

use serde::{Deserialize, Serialize};

use crate::domain::PrintJobId;

/// How a printer tells how it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatusBy {
    /// Not at all.
    None,
    /// When it is asked (`DLE EOT`).
    #[default]
    Ask,
    /// By itself at every change (`GS a`), and when it is asked.
    Push,
}

/// What is sent after a job so that the printer says when it is done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Barrier {
    /// Nothing: the end of a job is never known.
    None,
    /// `GS r 1`: answered when everything before it was processed.
    #[default]
    Processed,
    /// `GS ( H`: answered when everything before it is on paper (newer Epson).
    Process,
}

impl Barrier {
    /// What to send after the job.
    #[must_use]
    pub fn bytes(self, job: PrintJobId) -> Vec<u8> {
        match self {
            Self::None => Vec::new(),
            Self::Processed => vec![0x1D, b'r', 1],
            Self::Process => {
                let [a, b, c, d] = mark(job);
                vec![0x1D, b'(', b'H', 6, 0, 0x30, 0x30, a, b, c, d]
            }
        }
    }
}

/// The four letters of a job in `GS ( H`, each of `!` to `~`.
#[must_use]
pub fn mark(job: PrintJobId) -> [u8; 4] {
    const LETTERS: u64 = 94;
    let mut rest = job.0.unsigned_abs();
    let mut letters = [0; 4];
    for letter in letters.iter_mut().rev() {
        *letter = b'!' + u8::try_from(rest % LETTERS).unwrap_or(0);
        rest /= LETTERS;
    }
    letters
}

/// Whether the printer answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Answers {
    /// It is asked when it is connected.
    #[default]
    Ask,
    /// It is known to: one that is silent is switched off, and nothing is sent to it.
    Always,
    /// It is known not to, and is never asked.
    Never,
}

/// How one talks with a printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Talk {
    /// Whether it answers.
    pub answers: Answers,
    /// How it tells how it is.
    pub status: StatusBy,
    /// How the end of a job becomes known.
    pub barrier: Barrier,
}

impl Talk {
    /// Bytes go out, and nothing is asked.
    pub const SILENT: Self = Self {
        answers: Answers::Never,
        status: StatusBy::None,
        barrier: Barrier::None,
    };
}

/// Pushed status: on, for on line, errors, paper, and the drawer. Forgotten by a printer that was off.
pub const PUSH_STATUS: [u8; 3] = [0x1D, b'a', 0x0F];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_jobs_near_each_other_never_share_a_mark() {
        let marks: std::collections::BTreeSet<_> =
            (1..20_000).map(|id| mark(PrintJobId(id))).collect();
        assert_eq!(marks.len(), 19_999);
        assert!(
            marks
                .iter()
                .flatten()
                .all(|letter| (0x20..=0x7E).contains(letter))
        );
    }

    #[test]
    fn a_barrier_is_exactly_these_bytes() {
        assert_eq!(Barrier::Processed.bytes(PrintJobId(1)), b"\x1dr\x01");
        assert_eq!(
            Barrier::Process.bytes(PrintJobId(1)),
            b"\x1d(H\x06\x0000!!!\""
        );
    }
}
