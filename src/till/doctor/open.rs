//! The open till looks at its own computer.

use super::{Patient, Report, examine};
use crate::i18n::I18n;
use crate::till::{Reply, Till, now};

impl Till {
    /// Looks at this computer, beside the screen.
    pub fn examine(&self, words: I18n) -> Reply<Report> {
        let till = self.clone();
        Reply::aside(move || {
            let mut config = till.config();
            if let Some(named) = till.named_printer() {
                config.printer.address = named;
            }
            examine(&Patient {
                folder: till.folder(),
                config: Ok(config),
                now: now(),
                inside: true,
                words: &words,
            })
        })
    }
}
