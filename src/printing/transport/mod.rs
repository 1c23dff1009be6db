//! Ways to a printer: a serial port, the network, a device or file, a folder that plays a printer.
//!
//! A transport belongs to the worker's thread alone. Every call returns within the time it is given;
//! what it reports is only what is known: bytes accepted are not bytes printed.

mod address;
mod device;
mod network;
mod serial;

use std::io;
use std::time::Duration;

use super::talk::Talk;
use crate::domain::PrintJobId;
use crate::i18n::I18n;

pub use address::{Address, BadAddress};
pub use device::Device;
pub use network::Network;
pub use serial::Serial;

/// At most so many bytes are offered at once: a kernel that takes much takes it without a printer.
pub const MAX_WRITE_BYTES: usize = 256;

/// A way to a printer.
pub trait Transport: Send {
    /// What the log calls it.
    fn name(&self) -> String;

    /// Opens the way; an open one is closed first.
    ///
    /// # Errors
    /// [`Error`] says why not, in terms that can be acted on.
    fn open(&mut self) -> Result<(), Error>;

    /// A job is about to be written.
    fn begin(&mut self, _job: PrintJobId) {}

    /// Offers bytes and gives how many were accepted: none, if `limit` passed first.
    ///
    /// # Errors
    /// [`Error`] when the way is closed; none of these bytes was accepted then.
    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<usize, Error>;

    /// Bytes accepted that have not left yet. Also tells whether the way is still there.
    ///
    /// # Errors
    /// [`Error`] when the way is closed: what had not left is lost.
    fn pending(&mut self) -> Result<usize, Error>;

    /// Takes what the printer sent, without waiting; none if it sent nothing.
    ///
    /// # Errors
    /// [`Error`] when the way is closed.
    fn read(&mut self, _into: &mut [u8]) -> Result<usize, Error> {
        Ok(0)
    }

    /// Closes the way; closing a closed one does nothing.
    fn close(&mut self);
}

/// A way to a printer, and how one talks with it.
pub struct Route {
    /// The way.
    pub transport: Box<dyn Transport>,
    /// The talk.
    pub talk: Talk,
}

/// Why a printer cannot be reached.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no such port or file.
    #[error("{name} is not there")]
    NotFound {
        /// The port as configured.
        name: String,
    },
    /// The system does not let this user open it (on Linux: the group dialout).
    #[error("no permission to open {name}")]
    Denied {
        /// The port as configured.
        name: String,
    },
    /// Another program holds it.
    #[error("{name} is in use by another program")]
    Busy {
        /// The port as configured.
        name: String,
    },
    /// Nobody answers at that address of the network, or somebody else is being served.
    #[error("{name} refuses to be connected")]
    Refused {
        /// The port as configured.
        name: String,
    },
    /// It was there and is gone: unplugged.
    #[error("{name} was unplugged")]
    Gone {
        /// The port as configured.
        name: String,
    },
    /// Anything else, in the system's words.
    #[error("{name}: {reason}")]
    Other {
        /// The port as configured.
        name: String,
        /// What the system said.
        reason: String,
    },
}

impl Error {
    /// The key of the sentence that a user sees; it takes `$name`.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "printer-error-not-found",
            Self::Denied { .. } => "printer-error-denied",
            Self::Busy { .. } => "printer-error-busy",
            Self::Refused { .. } => "printer-error-refused",
            Self::Gone { .. } => "printer-error-gone",
            Self::Other { .. } => "printer-error-other",
        }
    }

    /// What a user reads.
    #[must_use]
    pub fn sentence(&self, words: &I18n) -> String {
        words.text_with(self.key(), &[("name", self.name().into())])
    }

    /// The port as configured.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::NotFound { name }
            | Self::Denied { name }
            | Self::Busy { name }
            | Self::Refused { name }
            | Self::Gone { name }
            | Self::Other { name, .. } => name,
        }
    }

    pub(super) fn from_io(name: &str, error: &io::Error) -> Self {
        let name = name.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound { name },
            io::ErrorKind::PermissionDenied => Self::Denied { name },
            io::ErrorKind::ResourceBusy => Self::Busy { name },
            io::ErrorKind::BrokenPipe
            | io::ErrorKind::NotConnected
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::UnexpectedEof => Self::Gone { name },
            _ => Self::Other {
                name,
                reason: error.to_string(),
            },
        }
    }
}

/// True for an error that only says "not now".
fn is_not_now(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut | io::ErrorKind::Interrupted
    )
}
