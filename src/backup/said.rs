//! What is said of backups, in the user's words: on the screen, on the command line and in the log.

use std::path::Path;

use super::{Error, Flaw, Manifest};
use crate::i18n::{I18n, Value};
use crate::store::{self, Contents, Fault};

impl Error {
    /// What happened, what was kept, what to do now.
    #[must_use]
    pub fn sentence(&self, words: &I18n) -> String {
        let path = |path: &Path| Value::Text(path.display().to_string());
        match self {
            Self::Busy => words.text("backup-busy"),
            Self::Cancelled => words.text("backup-cancelled"),
            Self::NoCanteen(folder) => words.text_with("cli-no-canteen", &[("path", path(folder))]),
            Self::Store(error) => of_store(error, words),
            Self::Destination { folder, cause } => {
                let told = [("folder", path(folder)), ("cause", cause.as_ref().into())];
                let key = match self.code() {
                    "destination_full" => "backup-destination-full",
                    "destination_missing" => "backup-destination-missing",
                    "destination_read_only" => "backup-destination-read-only",
                    _ => "backup-destination-failed",
                };
                words.text_with(key, &told)
            }
            Self::Data { path: of, cause } => {
                let told = [("path", path(of)), ("cause", cause.as_ref().into())];
                words.text_with("backup-data-failed", &told)
            }
            Self::Changed(name) => {
                words.text_with("backup-changed-meanwhile", &[("name", name.into())])
            }
            Self::Lacking => words.text("backup-lacking"),
            Self::NotThere(file) => words.text_with("backup-not-there", &[("path", path(file))]),
            Self::Bad { file, flaw } => {
                let told = [("path", path(file)), ("why", flaw.sentence(words).into())];
                words.text_with("backup-not-good", &told)
            }
            Self::SoldMeanwhile => words.text("backup-sold-meanwhile"),
            Self::NothingToUndo => words.text("backup-nothing-to-undo"),
        }
    }
}

fn of_store(error: &store::Error, words: &I18n) -> String {
    match error {
        store::Error::AlreadyOpen(_) => words.text("backup-open-elsewhere"),
        store::Error::Locked => words.text("backup-locked"),
        store::Error::Corrupt => words.text("backup-present-damaged"),
        store::Error::NotADatabase(path) => {
            let told = [("path", path.display().to_string().into())];
            words.text_with("backup-present-no-database", &told)
        }
        store::Error::NewerSchema { .. } => words.text("backup-present-newer"),
        store::Error::DiskFull => words.text("backup-disk-full"),
        store::Error::Io(cause) => {
            words.text_with("backup-database-io", &[("cause", cause.as_ref().into())])
        }
        error => words.text_with("backup-database", &[("code", error.number().into())]),
    }
}

impl Flaw {
    /// What is wrong, as half a sentence.
    #[must_use]
    pub fn sentence(&self, words: &I18n) -> String {
        match self {
            Self::NotABackup => words.text("backup-flaw-none"),
            Self::Cut => words.text("backup-flaw-cut"),
            Self::Damaged => words.text("backup-flaw-damaged"),
            Self::Part(name) => words.text_with("backup-flaw-part", &[("name", name.into())]),
            Self::Unreadable(cause) => words.text_with(
                "backup-flaw-unreadable",
                &[("cause", cause.as_ref().into())],
            ),
            Self::Database(fault) => words.text(match fault {
                None | Some(Fault::Pages) => "backup-flaw-pages",
                Some(Fault::Keys) => "backup-flaw-keys",
                Some(Fault::Ledger) => "backup-flaw-ledger",
            }),
            Self::Contents => words.text("backup-flaw-contents"),
            Self::Newer => words.text("backup-flaw-newer"),
        }
    }
}

/// A length as people say it: `1,8 MB`.
#[must_use]
pub fn megabytes(bytes: u64) -> String {
    // Rounded up, so that nothing is 0,0 MB.
    let tenths = bytes.div_ceil(100_000);
    format!("{},{} MB", tenths / 10, tenths % 10)
}

/// When a backup was made: `22/11/2026 22:00`.
#[must_use]
pub fn moment(manifest: &Manifest, words: &I18n) -> String {
    words.date_time(manifest.made())
}

/// What is in a backup, in one line.
#[must_use]
pub fn contents(of: &Contents, words: &I18n) -> String {
    words.text_with(
        "backup-contents",
        &[
            ("sales", of.sales.into()),
            ("ticket", of.last_ticket.into()),
            ("sold", of.sold.into()),
            ("balances", of.balances.into()),
            ("students", of.students.into()),
            ("products", of.products.into()),
        ],
    )
}
