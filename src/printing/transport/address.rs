//! Where a printer is, as people write it.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Device, Network, Route, Serial, Transport};
use crate::printing::Profile;
use crate::printing::ports::UsbId;
use crate::printing::talk::{Answers, Talk};
use crate::printing::virtual_printer::Desk;

/// The speed of most printers as they leave the factory.
const DEFAULT_BAUD: u32 = 9_600;
/// Where printers on a network take raw bytes.
const RAW_PORT: u16 = 9_100;

/// Where a printer is.
///
/// | written | is |
/// | --- | --- |
/// | `/dev/ttyUSB0@9600`, `COM3@9600`, `tty:/some/path@9600` | a serial port and its speed |
/// | `usb:1a86:7523:SERIAL@9600`, `usb:1a86:7523@9600` | the adapter with these numbers, whatever its port is called today |
/// | `tcp:192.168.0.50`, `tcp:printer.local:9100` | a printer on the network |
/// | `/dev/usb/lp0`, `LPT1`, `file:PATH` | a device, or a file that the bytes are appended to |
/// | `virtual:FOLDER` | a folder that gets the bytes, the text and a picture of every job |
///
/// ```
/// # use cantina::printing::Address;
/// let address: Address = "tty:/dev/ttyUSB0@19200".parse().unwrap();
/// assert_eq!(address.to_string(), "/dev/ttyUSB0@19200");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Address {
    /// A serial port.
    Serial {
        /// `/dev/ttyUSB0`, `COM3` …
        port: String,
        /// Bits a second.
        baud: u32,
    },
    /// A USB adapter by its own numbers.
    Usb {
        /// Which adapter.
        id: UsbId,
        /// Bits a second.
        baud: u32,
    },
    /// A printer on the network that takes raw bytes.
    Network {
        /// Its name or number.
        host: String,
        /// Its port, 9100 on nearly all.
        port: u16,
    },
    /// A device that takes bytes, or a file that they are appended to.
    Device(PathBuf),
    /// A folder that plays a printer.
    Folder(PathBuf),
}

/// Why a printer's address cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// There is nothing.
    #[error(
        "a printer's address is missing: write for example /dev/ttyUSB0@9600, COM3@9600, tcp:HOST or virtual:FOLDER"
    )]
    Empty,
    /// The part after `virtual:`, `file:` or `tty:`.
    #[error("after {0} a path is expected")]
    NoPath(String),
    /// The part after `@`.
    #[error("{0:?} is not a speed: write 9600, 19200, 38400, 57600 or 115200 after the @")]
    BadSpeed(String),
    /// Neither a port nor a path.
    #[error(
        "{0:?} is no printer's address: write for example /dev/ttyUSB0@9600, COM3@9600, file:PATH or virtual:FOLDER"
    )]
    Unknown(String),
}

impl Address {
    /// The way to it, and how one talks with a printer of this profile. The paper of a virtual printer
    /// shows what a printer of this profile would print.
    #[must_use]
    pub fn route(&self, profile: &Profile) -> Route {
        let talk = match self {
            // What takes bytes only is never asked.
            Self::Device(_) => Talk::SILENT,
            Self::Folder(_) => Talk {
                answers: Answers::Always,
                ..profile.talk()
            },
            _ => profile.talk(),
        };
        Route {
            transport: self.transport(profile),
            talk,
        }
    }

    fn transport(&self, profile: &Profile) -> Box<dyn Transport> {
        match self {
            Self::Serial { port, baud } => Box::new(Serial::new(port, *baud)),
            Self::Usb { id, baud } => Box::new(Serial::of_adapter(id.clone(), *baud)),
            Self::Network { host, port } => Box::new(Network::new(host, *port)),
            Self::Device(path) => Box::new(Device::new(path)),
            Self::Folder(path) => Desk::at(path).transport(profile.clone()),
        }
    }

    /// Bits a second; `None` where there is no speed.
    #[must_use]
    pub const fn baud(&self) -> Option<u32> {
        match self {
            Self::Serial { baud, .. } | Self::Usb { baud, .. } => Some(*baud),
            Self::Network { .. } | Self::Device(_) | Self::Folder(_) => None,
        }
    }

    /// The same at another speed; what has no speed stays as it is.
    #[must_use]
    pub fn at_baud(mut self, new: u32) -> Self {
        if let Self::Serial { baud, .. } | Self::Usb { baud, .. } = &mut self {
            *baud = new;
        }
        self
    }
}

impl FromStr for Address {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, BadAddress> {
        let text = text.trim();
        if text.is_empty() {
            return Err(BadAddress::Empty);
        }
        if let Some(path) = text.strip_prefix("virtual:") {
            return path_after("virtual:", path).map(Self::Folder);
        }
        if let Some(path) = text.strip_prefix("file:") {
            return path_after("file:", path).map(Self::Device);
        }
        if let Some(host) = text.strip_prefix("tcp:") {
            return network(host);
        }
        if let Some(adapter) = text.strip_prefix("usb:") {
            return usb(adapter);
        }
        if let Some(port) = text.strip_prefix("tty:") {
            path_after("tty:", port)?;
            return serial(port);
        }
        if is_parallel(text) {
            return Ok(Self::Device(PathBuf::from(text)));
        }
        if is_com_port(text) || Path::new(text).is_absolute() || text.starts_with('/') {
            return serial(text);
        }
        Err(BadAddress::Unknown(text.to_owned()))
    }
}

fn path_after(scheme: &str, path: &str) -> Result<PathBuf, BadAddress> {
    if path.is_empty() {
        Err(BadAddress::NoPath(scheme.to_owned()))
    } else {
        Ok(PathBuf::from(path))
    }
}

/// `HOST`, `HOST:PORT`, `[::1]:PORT`.
fn network(text: &str) -> Result<Address, BadAddress> {
    let unknown = || BadAddress::Unknown(format!("tcp:{text}"));
    let (host, port) = match text.rsplit_once(':') {
        // The colons of a bare IPv6 number are not before a port.
        Some((host, port)) if !host.contains(':') || host.ends_with(']') => {
            (host, port.parse().map_err(|_| unknown())?)
        }
        _ => (text, RAW_PORT),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    if host.is_empty() || port == 0 || host.contains(char::is_whitespace) {
        return Err(if text.is_empty() {
            BadAddress::NoPath("tcp:".to_owned())
        } else {
            unknown()
        });
    }
    Ok(Address::Network {
        host: host.to_owned(),
        port,
    })
}

/// `VID:PID`, `VID:PID:SERIAL` or `VID:PID:at=1-1.2`, and the speed.
fn usb(text: &str) -> Result<Address, BadAddress> {
    let (id, baud) = speed(text)?;
    let id = id
        .parse()
        .map_err(|_| BadAddress::Unknown(format!("usb:{text}")))?;
    Ok(Address::Usb { id, baud })
}

fn speed(text: &str) -> Result<(&str, u32), BadAddress> {
    match text.rsplit_once('@') {
        None => Ok((text, DEFAULT_BAUD)),
        Some((port, speed)) => match speed.parse() {
            Ok(baud @ 1_200..=921_600) => Ok((port, baud)),
            _ => Err(BadAddress::BadSpeed(speed.to_owned())),
        },
    }
}

/// `PORT@BAUD`, or `PORT` at the usual speed.
fn serial(text: &str) -> Result<Address, BadAddress> {
    let (port, baud) = speed(text)?;
    if port.is_empty() {
        return Err(BadAddress::Unknown(text.to_owned()));
    }
    Ok(Address::Serial {
        port: port.to_owned(),
        baud,
    })
}

/// Printers with a device of their own, which has no speed.
fn is_parallel(text: &str) -> bool {
    text.starts_with("/dev/usb/lp") || text.starts_with("/dev/lp") || numbered(text, "LPT")
}

fn is_com_port(text: &str) -> bool {
    let port = text.split('@').next().unwrap_or_default();
    numbered(port, "COM") || text.starts_with(r"\\.\")
}

fn numbered(text: &str, word: &str) -> bool {
    let number = text
        .get(..word.len())
        .filter(|start| start.eq_ignore_ascii_case(word))
        .map(|_| &text[word.len()..]);
    number.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Serial { port, baud } if is_com_port(port) || port.starts_with('/') => {
                write!(f, "{port}@{baud}")
            }
            Self::Serial { port, baud } => write!(f, "tty:{port}@{baud}"),
            Self::Usb { id, baud } => write!(f, "usb:{id}@{baud}"),
            Self::Network { host, port } if host.contains(':') => write!(f, "tcp:[{host}]:{port}"),
            Self::Network { host, port } => write!(f, "tcp:{host}:{port}"),
            Self::Device(path) => write!(f, "file:{}", path.display()),
            Self::Folder(path) => write!(f, "virtual:{}", path.display()),
        }
    }
}

impl TryFrom<String> for Address {
    type Error = BadAddress;

    fn try_from(text: String) -> Result<Self, BadAddress> {
        text.parse()
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serial_port(port: &str, baud: u32) -> Address {
        Address::Serial {
            port: port.to_owned(),
            baud,
        }
    }

    fn network(host: &str, port: u16) -> Address {
        Address::Network {
            host: host.to_owned(),
            port,
        }
    }

    #[test]
    fn every_way_to_write_an_address_is_read() {
        let cases = [
            ("/dev/ttyUSB0@19200", serial_port("/dev/ttyUSB0", 19_200)),
            ("/dev/ttyUSB0", serial_port("/dev/ttyUSB0", 9_600)),
            ("tty:relative/pts@9600", serial_port("relative/pts", 9_600)),
            (" COM3@115200 ", serial_port("COM3", 115_200)),
            ("tcp:printer.local", network("printer.local", 9_100)),
            ("tcp:192.168.0.50:9101", network("192.168.0.50", 9_101)),
            ("tcp:[::1]:9100", network("::1", 9_100)),
            (
                "usb:1a86:7523:A5@19200",
                Address::Usb {
                    id: "1a86:7523:A5".parse().unwrap(),
                    baud: 19_200,
                },
            ),
            ("/dev/usb/lp0", Address::Device("/dev/usb/lp0".into())),
            ("LPT1", Address::Device("LPT1".into())),
            ("file:out.bin", Address::Device("out.bin".into())),
            ("virtual:a folder", Address::Folder("a folder".into())),
        ];
        for (text, address) in cases {
            assert_eq!(text.parse(), Ok(address.clone()), "{text}");
            assert_eq!(address.to_string().parse(), Ok(address), "{text} again");
        }
    }

    #[test]
    fn a_wrong_address_says_what_is_expected() {
        let cases = [
            ("", BadAddress::Empty),
            ("virtual:", BadAddress::NoPath("virtual:".to_owned())),
            ("COM3@fast", BadAddress::BadSpeed("fast".to_owned())),
            ("COM3@0", BadAddress::BadSpeed("0".to_owned())),
            ("printer", BadAddress::Unknown("printer".to_owned())),
            ("tcp:", BadAddress::NoPath("tcp:".to_owned())),
            ("tcp:a:b", BadAddress::Unknown("tcp:a:b".to_owned())),
            ("usb:1a86", BadAddress::Unknown("usb:1a86".to_owned())),
            ("ñandutí", BadAddress::Unknown("ñandutí".to_owned())),
        ];
        for (text, error) in cases {
            assert_eq!(text.parse::<Address>(), Err(error), "{text}");
        }
    }
}
