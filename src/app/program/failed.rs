//! A failure on its way to a screen: the user reads a sentence of their language, the technician its
//! cause in `logs/till.log`.

use std::sync::Arc;

use super::selling::{denied, denied_words};
use crate::domain::ruc::BadRuc;
use crate::i18n::I18n;
use crate::store;
use crate::till::failure;
use crate::till::{self, Closing, PinRefused};

/// What went wrong: cheap to clone, its cause kept.
#[derive(Debug, Clone)]
pub enum Failed {
    /// The store did not do it.
    Store(store::Error),
    /// The program is closing.
    Closing,
    /// A PIN opened nothing.
    Pin(Arc<PinRefused>),
    /// The till does not take over settings.
    Till(Arc<till::Error>),
    /// The taxpayer's number is none.
    Ruc(BadRuc),
    /// Whoever is signed in may not.
    NoRight,
}

impl Failed {
    /// What happened, what was kept, what to do now.
    pub(super) fn sentence(&self, words: &I18n) -> String {
        match self {
            Self::Pin(refused) => denied_words(words, &denied(refused, words)),
            Self::NoRight => words.text("no-right"),
            Self::Store(error) => failure::of_store(error).sentence(words),
            Self::Till(error) => failure::of_till(error).sentence(words),
            Self::Ruc(bad) => failure::of_ruc(*bad).sentence(words),
            Self::Closing => failure::of_closing().sentence(words),
        }
    }

    /// The same about a sale whose cart is still there.
    pub(super) fn sentence_of_sale(&self, words: &I18n) -> String {
        match self {
            Self::Store(error) => failure::of_sale(error).sentence(words),
            Self::Closing => words.text("store-closing"),
            other => other.sentence(words),
        }
    }

    /// For the log: what only the technician understands. Refusals by a rule are not logged.
    pub(super) fn cause(&self) -> Option<String> {
        match self {
            Self::Store(error) => Some(error.to_string()),
            Self::Till(error) => Some(error.to_string()),
            Self::Pin(refused) => match refused.as_ref() {
                PinRefused::Store(error) => Some(error.to_string()),
                _ => None,
            },
            Self::Closing | Self::Ruc(_) | Self::NoRight => None,
        }
    }
}

impl From<store::Error> for Failed {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<Closing> for Failed {
    fn from(_: Closing) -> Self {
        Self::Closing
    }
}

impl From<PinRefused> for Failed {
    fn from(refused: PinRefused) -> Self {
        Self::Pin(Arc::new(refused))
    }
}

impl From<till::Error> for Failed {
    fn from(error: till::Error) -> Self {
        Self::Till(Arc::new(error))
    }
}

/// The till's answer, or why there is none.
pub(super) fn flat<T>(answer: Result<Result<T, store::Error>, Closing>) -> Result<T, Failed> {
    Ok(answer??)
}
