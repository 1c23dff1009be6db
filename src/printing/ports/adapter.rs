//! USB adapters by their numbers.

use std::fmt;
use std::str::FromStr;

/// Which USB adapter it is, so that it is found again under another name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UsbId {
    /// Its maker's number.
    pub vendor: u16,
    /// Its model's number.
    pub product: u16,
    /// Which of that model.
    pub place: Place,
}

/// What tells two adapters of one model apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// Nothing: whichever is found.
    Any,
    /// Its own number.
    Serial(String),
    /// Where it is plugged in (`1-1.2`): many have no number.
    Plug(String),
}

/// No adapter is written like this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "a USB adapter is written VID:PID, VID:PID:SERIAL or VID:PID:at=1-1.2, in hexadecimal digits"
)]
pub struct BadUsbId;

impl UsbId {
    /// Whether what is remembered means the adapter that was found.
    #[must_use]
    pub fn means(&self, found: &Self) -> bool {
        (self.vendor, self.product) == (found.vendor, found.product)
            && (self.place == Place::Any || self.place == found.place)
    }
}

impl FromStr for UsbId {
    type Err = BadUsbId;

    fn from_str(text: &str) -> Result<Self, BadUsbId> {
        let mut parts = text.splitn(3, ':');
        let mut number = || {
            let digits = parts.next().filter(|digits| digits.len() == 4);
            digits.and_then(|digits| u16::from_str_radix(digits, 16).ok())
        };
        let (vendor, product) = (number().ok_or(BadUsbId)?, number().ok_or(BadUsbId)?);
        let place = match parts.next() {
            None => Place::Any,
            Some("" | "at=") => return Err(BadUsbId),
            Some(place) => match place.strip_prefix("at=") {
                Some(plug) => Place::Plug(plug.to_owned()),
                None => Place::Serial(place.to_owned()),
            },
        };
        Ok(Self {
            vendor,
            product,
            place,
        })
    }
}

impl fmt::Display for UsbId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04x}:{:04x}", self.vendor, self.product)?;
        match &self.place {
            Place::Any => Ok(()),
            Place::Serial(serial) => write!(f, ":{serial}"),
            Place::Plug(plug) => write!(f, ":at={plug}"),
        }
    }
}

/// What a USB adapter is: its chip, and no proof of a printer behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adapter {
    /// WCH CH340, CH341: in most cheap printers with a USB plug of their own.
    Ch340,
    /// Prolific PL2303.
    Pl2303,
    /// FTDI FT232 and its family.
    Ftdi,
    /// Silicon Labs `CP210x`.
    Cp210x,
    /// A printer that is itself a serial port (Epson, Star, Bematech, Custom).
    PrinterClass,
}

impl Adapter {
    /// The adapter with these numbers, if it is one that we know.
    #[must_use]
    pub const fn of(id: &UsbId) -> Option<Self> {
        Some(match (id.vendor, id.product) {
            (0x1A86, 0x7523 | 0x5523 | 0x7522 | 0x55D4 | 0x55D3) => Self::Ch340,
            (0x067B, _) => Self::Pl2303,
            (0x0403, _) => Self::Ftdi,
            (0x10C4, _) => Self::Cp210x,
            // Makers of printers: Epson, Star, Bematech, Custom.
            (0x04B8 | 0x0519 | 0x0B1B | 0x0DD4, _) => Self::PrinterClass,
            _ => return None,
        })
    }

    /// What technicians call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ch340 => "CH340",
            Self::Pl2303 => "PL2303",
            Self::Ftdi => "FTDI",
            Self::Cp210x => "CP210x",
            Self::PrinterClass => "USB",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adapter_is_read_as_it_is_written() {
        for text in ["1a86:7523", "067b:2303:A50285BI", "10c4:ea60:at=1-1.2"] {
            let id: UsbId = text.parse().unwrap();
            assert_eq!(id.to_string(), text);
        }
        for text in [
            "",
            "1a86",
            "1a86:",
            "1a86:752",
            "zzzz:7523",
            "1a86:7523:",
            "1a86:7523:at=",
        ] {
            assert_eq!(text.parse::<UsbId>(), Err(BadUsbId), "{text}");
        }
    }

    #[test]
    fn the_chips_of_the_field_are_known() {
        let named = |text: &str| Adapter::of(&text.parse().unwrap()).map(Adapter::name);
        assert_eq!(named("067b:2303"), Some("PL2303"));
        assert_eq!(named("1a86:7523"), Some("CH340"));
        assert_eq!(named("0403:6001"), Some("FTDI"));
        assert_eq!(named("10c4:ea60"), Some("CP210x"));
        assert_eq!(named("046d:c52b"), None);
    }

    #[test]
    fn an_adapter_is_told_from_its_twin() {
        let id = |text: &str| text.parse::<UsbId>().unwrap();
        assert!(id("1a86:7523").means(&id("1a86:7523:at=1-1")));
        assert!(!id("1a86:7523:at=1-2").means(&id("1a86:7523:at=1-1")));
        assert!(!id("0403:6001:A1").means(&id("0403:6001:A2")));
    }
}
