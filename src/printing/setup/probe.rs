//! Opens a port and finds out at which speed the printer answers, if it does.
//!
//! A printer that answers three questions with the right fixed bits and nothing beside them was asked
//! at its own speed. One that answers at none may still print: it only takes bytes.

use std::time::{Duration, Instant};

use super::Connection;
use crate::printing::health::Health;
use crate::printing::talk::{Answers, Talk};
use crate::printing::transport::{Error, Route};
use crate::printing::worker::Link;
use crate::printing::{Address, Profile, ports};

/// The speeds at which printers are asked, most common first.
pub const SPEEDS: [u32; 4] = [9_600, 19_200, 38_400, 115_200];
/// How long a printer may take to answer.
const ANSWER_LIMIT: Duration = Duration::from_millis(400);
const LISTEN: Duration = Duration::from_millis(5);

/// At which speeds it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speeds {
    /// At all usual ones, until it answers.
    Find,
    /// At this one alone.
    Only(u32),
}

/// Why a printer cannot be reached, with what is needed to act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreachable {
    /// There is no such port or printer.
    NotFound,
    /// The system does not let this user open it.
    Denied {
        /// The group that may, where the system has one.
        group: Option<String>,
    },
    /// Another program holds it.
    Busy {
        /// Which, where the system tells.
        by: Option<String>,
    },
    /// Nobody answers at that address of the network, or somebody else is being served.
    Refused,
    /// It was unplugged meanwhile.
    Gone,
    /// Anything else, in the system's words.
    Other {
        /// What the system said.
        reason: String,
    },
}

/// Tries to talk with a printer; takes up to two seconds. The port must be closed. `trying` is told each speed
/// before it is tried.
///
/// # Errors
/// [`Unreachable`].
pub fn connect(
    address: &Address,
    speeds: Speeds,
    profile: &Profile,
    trying: &dyn Fn(u32),
) -> Result<Connection, Unreachable> {
    let usual = address.baud().unwrap_or(SPEEDS[0]);
    let tries: Vec<u32> = match (speeds, address.baud()) {
        (Speeds::Only(baud), _) => vec![baud],
        (Speeds::Find, None) => vec![usual],
        (Speeds::Find, Some(_)) => std::iter::once(usual)
            .chain(SPEEDS.into_iter().filter(|baud| *baud != usual))
            .collect(),
    };
    let mut silent = None;
    for baud in tries {
        let address = address.clone().at_baud(baud);
        if address.baud().is_some() {
            trying(baud);
        }
        let mut link = Link::new(Some(asking(&address, profile)));
        let health = match link.reach().and_then(|_| ask(&mut link)) {
            Ok(health) => health,
            Err(error) => return Err(unreachable(&error)),
        };
        let name = link.transport().map_or_else(String::new, |way| way.name());
        link.close();
        let connection = Connection {
            baud: address.baud(),
            name: name.split('@').next().unwrap_or_default().to_owned(),
            answers: health.is_some(),
            health,
            address,
        };
        if connection.answers {
            return Ok(connection);
        }
        silent.get_or_insert(connection);
    }
    silent.ok_or(Unreachable::NotFound)
}

/// A file is never asked; whether anything else answers is what is to be found out.
fn asking(address: &Address, profile: &Profile) -> Route {
    let route = address.route(profile);
    let answers = match address {
        Address::Device(_) => Answers::Never,
        _ => Answers::Ask,
    };
    Route {
        talk: Talk {
            answers,
            ..route.talk
        },
        ..route
    }
}

fn ask(link: &mut Link) -> Result<Option<Health>, Error> {
    if link.never_asked() {
        return Ok(None);
    }
    link.ask_all()?;
    let end = Instant::now() + ANSWER_LIMIT;
    while Instant::now() < end {
        link.flush()?;
        link.listen()?;
        if link.due() == 0 {
            // At a wrong speed there would be something else beside it.
            return Ok((link.noise() == 0).then_some(link.health));
        }
        std::thread::sleep(LISTEN);
    }
    Ok(None)
}

fn unreachable(error: &Error) -> Unreachable {
    match error {
        Error::NotFound { .. } => Unreachable::NotFound,
        Error::Denied { name } => Unreachable::Denied {
            group: ports::group(name),
        },
        Error::Busy { name } => Unreachable::Busy {
            by: ports::holder(name),
        },
        Error::Refused { .. } => Unreachable::Refused,
        Error::Gone { .. } => Unreachable::Gone,
        Error::Other { reason, .. } => Unreachable::Other {
            reason: reason.clone(),
        },
    }
}
