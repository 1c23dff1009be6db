//! Ports on Linux, as `/sys/class/tty` has them.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Place, Port, UsbId, holder, serial};
use crate::printing::Address;

/// Every serial port and every printer with a device of its own.
pub fn ports() -> Vec<Port> {
    let mut ports = ports_in(Path::new("/sys/class/tty"), Path::new("/dev"));
    ports.extend(printers_in(Path::new("/dev/usb")));
    for port in &mut ports {
        port.holder = holder::holder(&port.path);
    }
    ports
}

/// The ports of a tree like `/sys/class/tty`.
fn ports_in(class: &Path, dev: &Path) -> Vec<Port> {
    let names = fs::read_dir(class).into_iter().flatten().flatten();
    names
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let device = entry.path().join("device");
            // Consoles and pseudo-terminals have no device behind them.
            if !device.exists() || is_empty_slot(&entry.path(), &name) {
                return None;
            }
            let path = dev.join(&name).display().to_string();
            let usb = fs::canonicalize(&device).ok().and_then(|at| usb_above(&at));
            let (id, product) = usb.map_or((None, None), |(id, product)| (Some(id), product));
            Some(serial(path, id, product))
        })
        .collect()
}

/// The kernel lists four ttyS on every machine; one without a type has no chip.
fn is_empty_slot(entry: &Path, name: &str) -> bool {
    name.starts_with("ttyS") && read(&entry.join("type")).is_none_or(|kind| kind == "0")
}

/// The first folder above that has a maker's number is the adapter.
fn usb_above(device: &Path) -> Option<(UsbId, Option<String>)> {
    let usb: &Path = device
        .ancestors()
        .take(8)
        .find(|above| above.join("idVendor").is_file())?;
    let number = |file: &str| {
        let digits = read(&usb.join(file))?;
        u16::from_str_radix(&digits, 16).ok()
    };
    let place = match read(&usb.join("serial")) {
        // Clones share made-up numbers; a plug is a better name than that.
        Some(serial) if is_a_number(&serial) => Place::Serial(serial),
        _ => Place::Plug(usb.file_name()?.to_str()?.to_owned()),
    };
    let id = UsbId {
        vendor: number("idVendor")?,
        product: number("idProduct")?,
        place,
    };
    Some((id, read(&usb.join("product"))))
}

/// A number that can stand in an address and is not the same on every clone.
fn is_a_number(serial: &str) -> bool {
    let plain = serial
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    plain && serial.len() >= 4 && serial.bytes().any(|byte| byte != b'0') && serial != "0001"
}

fn read(file: &Path) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// `/dev/usb/lp0`: a printer by its class, with no speed.
fn printers_in(folder: &Path) -> Vec<Port> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    names
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            name.starts_with("lp").then(|| entry.path())
        })
        .map(|path: PathBuf| Port {
            address: Address::Device(path.clone()),
            path: path.display().to_string(),
            usb: None,
            adapter: None,
            product: None,
            likely: true,
            holder: None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::printing::ports::Adapter;

    /// A tree as the kernel makes it for one adapter on the second plug of a hub.
    fn plugged(root: &Path, plug: &str, tty: &str, serial: Option<&str>) {
        let usb = root.join("devices").join(plug);
        let port = usb.join(format!("{plug}:1.0")).join(tty);
        fs::create_dir_all(&port).unwrap();
        fs::write(usb.join("idVendor"), "1a86\n").unwrap();
        fs::write(usb.join("idProduct"), "7523\n").unwrap();
        fs::write(usb.join("product"), "USB Serial\n").unwrap();
        if let Some(serial) = serial {
            fs::write(usb.join("serial"), format!("{serial}\n")).unwrap();
        }
        let entry = root.join("class").join(tty);
        fs::create_dir_all(&entry).unwrap();
        symlink(&port, entry.join("device")).unwrap();
    }

    #[test]
    fn an_adapter_is_found_with_its_chip_and_its_place() {
        let root = tempfile::tempdir().unwrap();
        plugged(root.path(), "1-1.2", "ttyUSB0", None);
        plugged(root.path(), "1-3", "ttyUSB1", Some("A50285BI"));
        plugged(root.path(), "1-4", "ttyUSB2", Some("0000"));
        fs::create_dir_all(root.path().join("class/tty0")).unwrap();
        let mut ports = ports_in(&root.path().join("class"), Path::new("/dev"));
        ports.sort_by(|a, b| a.path.cmp(&b.path));
        let seen: Vec<_> = ports
            .iter()
            .map(|port| (port.path.as_str(), port.address.to_string()))
            .collect();
        assert_eq!(
            seen,
            [
                ("/dev/ttyUSB0", "usb:1a86:7523:at=1-1.2@9600".to_owned()),
                ("/dev/ttyUSB1", "usb:1a86:7523:A50285BI@9600".to_owned()),
                ("/dev/ttyUSB2", "usb:1a86:7523:at=1-4@9600".to_owned()),
            ]
        );
        assert!(
            ports
                .iter()
                .all(|port| port.adapter == Some(Adapter::Ch340) && port.likely)
        );
        assert_eq!(ports[0].name(), "/dev/ttyUSB0 · CH340");
    }

    #[test]
    fn a_folder_that_is_not_there_has_no_ports() {
        assert_eq!(ports_in(Path::new("/nowhere"), Path::new("/dev")), []);
    }
}
