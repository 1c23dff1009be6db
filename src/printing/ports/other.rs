//! Ports on Windows and macOS, as serialport knows them.

use serialport::SerialPortType;

use super::{Place, Port, UsbId, serial};

/// Every serial port.
pub fn ports() -> Vec<Port> {
    let found = serialport::available_ports().unwrap_or_default();
    let mut ports: Vec<Port> = Vec::new();
    for port in found {
        let (usb, product) = match port.port_type {
            SerialPortType::UsbPort(usb) => {
                let serial = usb.serial_number.filter(|serial| is_a_number(serial));
                let id = UsbId {
                    vendor: usb.vid,
                    product: usb.pid,
                    place: serial.map_or(Place::Any, Place::Serial),
                };
                (Some(id), usb.product)
            }
            _ => (None, None),
        };
        ports.push(serial(port.port_name, usb, product));
    }
    ports
}

/// Windows makes up numbers with `&` for adapters that have none; they change with the plug.
fn is_a_number(serial: &str) -> bool {
    serial.len() >= 4
        && serial
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}
