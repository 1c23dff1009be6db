//! Which ports there are, what their adapters are, and who holds them.
//!
//! An adapter's chip is known by its USB numbers; that a printer is behind it is not. Looked up without
//! libudev: on Linux in `/sys/class/tty`, elsewhere by what serialport knows.

mod adapter;
#[cfg(target_os = "linux")]
mod holder;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod other;

use super::Address;
use crate::i18n::I18n;

pub use adapter::{Adapter, BadUsbId, Place, UsbId};

/// The speed of most printers as they leave the factory.
const USUAL_BAUD: u32 = 9_600;

/// A port that a printer may be behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Port {
    /// How to reach it: by its USB numbers where it has some.
    pub address: Address,
    /// What the system calls it today: `/dev/ttyUSB0`, `COM3`.
    pub path: String,
    /// Its adapter's numbers.
    pub usb: Option<UsbId>,
    /// What the adapter is.
    pub adapter: Option<Adapter>,
    /// What the adapter calls itself.
    pub product: Option<String>,
    /// A printer may well be behind it.
    pub likely: bool,
    /// The program that holds it now, where the system tells.
    pub holder: Option<String>,
}

impl Port {
    /// `/dev/ttyUSB0 · CH340`
    #[must_use]
    pub fn name(&self) -> String {
        let chip = self.adapter.map(|adapter| adapter.name().to_owned());
        match chip.or_else(|| self.product.clone()) {
            Some(what) => format!("{} · {what}", self.path),
            None => self.path.clone(),
        }
    }

    /// What it is, in words.
    #[must_use]
    pub fn told(&self, words: &I18n) -> String {
        let key = match (&self.adapter, &self.usb) {
            (Some(Adapter::PrinterClass), _) => "ports-printer",
            (Some(_), _) => "ports-adapter",
            (None, Some(_)) => "ports-usb",
            (None, None) if self.path.starts_with("/dev/usb") => "ports-printer",
            (None, None) => "ports-serial",
        };
        let chip = self.adapter.map_or("", |adapter| adapter.name());
        let product = self.product.as_deref().unwrap_or_default();
        let what = words.text_with(key, &[("chip", chip.into()), ("product", product.into())]);
        match &self.holder {
            Some(holder) => format!(
                "{what} · {}",
                words.text_with("ports-held", &[("by", holder.into())])
            ),
            None => what,
        }
    }
}

/// Every port, most likely first.
#[must_use]
pub fn look() -> Vec<Port> {
    let mut ports = system::ports();
    ports.sort_by(|a, b| (!a.likely, &a.path).cmp(&(!b.likely, &b.path)));
    ports
}

/// The port of this adapter today.
#[must_use]
pub fn path_of(id: &UsbId) -> Option<String> {
    let ports = system::ports();
    let is = |port: &&Port| port.usb.as_ref().is_some_and(|found| id.means(found));
    ports.iter().find(is).map(|port| port.path.clone())
}

/// The program that holds a port, where the system tells: `minicom (1234)`.
#[must_use]
pub fn holder(path: &str) -> Option<String> {
    system::holder(path)
}

/// The group whose members may open a port: `dialout`, `lp`. `None` where the system has none.
#[must_use]
pub fn group(path: &str) -> Option<String> {
    system::group(path)
}

#[cfg(target_os = "linux")]
mod system {
    pub use super::holder::{group, holder};
    pub use super::linux::ports;
}

#[cfg(not(target_os = "linux"))]
mod system {
    pub use super::other::ports;

    /// Windows and macOS do not tell it to everybody.
    pub fn holder(_path: &str) -> Option<String> {
        None
    }

    /// Groups of files are a matter of Linux here.
    pub fn group(_path: &str) -> Option<String> {
        None
    }
}

/// A serial port as a candidate.
fn serial(path: String, usb: Option<UsbId>, product: Option<String>) -> Port {
    let adapter = usb.as_ref().and_then(Adapter::of);
    let address = match &usb {
        Some(id) => Address::Usb {
            id: id.clone(),
            baud: USUAL_BAUD,
        },
        None => Address::Serial {
            port: path.clone(),
            baud: USUAL_BAUD,
        },
    };
    Port {
        address,
        holder: None,
        likely: usb.is_some(),
        path,
        usb,
        adapter,
        product,
    }
}
