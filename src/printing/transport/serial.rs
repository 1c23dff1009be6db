//! A serial port, or a USB adapter that shows as one.
//!
//! Measured with serialport 4.10.1: its timeout does not bound a large write (200 kB with 500 ms was
//! still blocked after 5 s), because the write itself blocks once the port has room for one byte. So
//! the port is set non-blocking, and at most [`MAX_WRITE_BYTES`] are offered at once. `flush` waits
//! without bound (tcdrain) and is never called.
//!
//! No more bytes are handed to the system than the line carries in a moment: what lies in its buffers
//! cannot be held back when the printer says stop, and is lost without a word when it is unplugged.

use std::io::{self, Read, Write};
use std::thread;
use std::time::{Duration, Instant};

use serialport::{ClearBuffer, ErrorKind, SerialPort};

use super::{Error, MAX_WRITE_BYTES, Transport, is_not_now};
use crate::printing::ports::{self, UsbId};

#[cfg(unix)]
type NativePort = serialport::TTYPort;
#[cfg(windows)]
type NativePort = serialport::COMPort;

/// A byte is ten bits on the line: start, eight, stop.
const BITS_A_BYTE: u64 = 10;
/// So far the system is kept ahead of the line: long enough that the line never waits for the thread.
const AHEAD: Duration = Duration::from_millis(60);
/// Printers say stop while they still have room for more than this.
const AHEAD_BYTES: usize = 64;
/// How long until the line is asked again whether it has room.
const ASK_AGAIN: Duration = Duration::from_millis(5);

/// A serial port at one speed, eight bits, no parity, one stop bit.
pub struct Serial {
    name: String,
    /// The adapter whose port it is, by whatever name; the name above is then the last one found.
    adapter: Option<UsbId>,
    baud: u32,
    open: Option<Open>,
}

struct Open {
    port: NativePort,
    /// When the line will have carried every byte accepted so far.
    ///
    /// A USB adapter takes bytes ahead of the line and does not say how many: no byte is called sent
    /// before the line had the time for it.
    carried_by: Instant,
}

impl Serial {
    /// The port of that name at so many bits a second; opens nothing yet.
    #[must_use]
    pub fn new(name: &str, baud: u32) -> Self {
        Self {
            name: name.to_owned(),
            adapter: None,
            baud: baud.max(1),
            open: None,
        }
    }

    /// The port of that adapter, whatever it is called when it is opened.
    #[must_use]
    pub fn of_adapter(id: UsbId, baud: u32) -> Self {
        Self {
            name: format!("usb:{id}"),
            adapter: Some(id),
            baud: baud.max(1),
            open: None,
        }
    }

    /// Finds the adapter's port of today.
    fn find(&mut self) -> Result<(), Error> {
        if let Some(id) = &self.adapter {
            self.name = ports::path_of(id).ok_or_else(|| Error::NotFound {
                name: format!("usb:{id}"),
            })?;
        }
        Ok(())
    }

    /// Bytes that may be handed to the system now.
    fn room(&mut self) -> Result<usize, Error> {
        let ahead = self.bytes_in(AHEAD).max(AHEAD_BYTES);
        Ok(ahead.saturating_sub(self.pending()?))
    }

    fn time_of(&self, bytes: usize) -> Duration {
        let bits = BITS_A_BYTE * u64::try_from(bytes).unwrap_or(u64::MAX / BITS_A_BYTE);
        Duration::from_micros(bits.saturating_mul(1_000_000) / u64::from(self.baud))
    }

    fn bytes_in(&self, time: Duration) -> usize {
        let bits = time.as_micros().saturating_mul(u128::from(self.baud)) / 1_000_000;
        usize::try_from(bits.div_ceil(u128::from(BITS_A_BYTE))).unwrap_or(usize::MAX)
    }

    fn closed(&self) -> Error {
        Error::Gone {
            name: self.name.clone(),
        }
    }

    /// A port that was open and fails otherwise than by waiting is gone: the old handle never
    /// recovers.
    fn lost(&mut self, error: &io::Error) -> Error {
        self.close();
        match Error::from_io(&self.name, error) {
            // EIO and ENXIO, as pulling an adapter out gives them.
            Error::Other { name, .. } if error.raw_os_error().is_none_or(is_unplugged) => {
                Error::Gone { name }
            }
            other => other,
        }
    }
}

impl Transport for Serial {
    fn name(&self) -> String {
        format!("{}@{}", self.name, self.baud)
    }

    fn open(&mut self) -> Result<(), Error> {
        self.close();
        self.find()?;
        let port = serialport::new(&self.name, self.baud)
            .open_native()
            .map_err(|error| could_not_open(&self.name, &error))?;
        never_block(&port).map_err(|error| Error::from_io(&self.name, &error))?;
        self.open = Some(Open {
            port,
            carried_by: Instant::now(),
        });
        Ok(())
    }

    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<usize, Error> {
        let room = self.room()?;
        if room == 0 {
            thread::sleep(ASK_AGAIN.min(limit));
            return Ok(0);
        }
        let Some(open) = &mut self.open else {
            return Err(self.closed());
        };
        let offered = &bytes[..bytes.len().min(MAX_WRITE_BYTES).min(room)];
        // On Unix it bounds the wait for room, on Windows the write itself.
        let written = open
            .port
            .set_timeout(limit)
            .map_err(io::Error::from)
            .and_then(|()| open.port.write(offered));
        match written {
            Ok(accepted) => {
                let time = self.time_of(accepted);
                if let Some(open) = &mut self.open {
                    open.carried_by = open.carried_by.max(Instant::now()) + time;
                }
                Ok(accepted)
            }
            Err(error) if is_not_now(&error) => Ok(0),
            Err(error) => Err(self.lost(&error)),
        }
    }

    fn pending(&mut self) -> Result<usize, Error> {
        let Some(open) = &self.open else {
            return Err(self.closed());
        };
        let on_the_line = open.carried_by.saturating_duration_since(Instant::now());
        match open.port.bytes_to_write() {
            Ok(queued) => Ok(self.bytes_in(on_the_line).max(queued as usize)),
            Err(error) => Err(self.lost(&error.into())),
        }
    }

    fn read(&mut self, into: &mut [u8]) -> Result<usize, Error> {
        let Some(open) = &mut self.open else {
            return Err(self.closed());
        };
        let read = open.port.bytes_to_read().map_err(io::Error::from);
        let read = read.and_then(|there| match there {
            0 => Ok(0),
            _ => open.port.read(into),
        });
        match read {
            Ok(count) => Ok(count),
            Err(error) if is_not_now(&error) => Ok(0),
            Err(error) => Err(self.lost(&error)),
        }
    }

    /// Drops what the port still holds: the kernel otherwise waits up to 30 s for a printer that is
    /// held back, and prints the rest of a ticket that is already called uncertain.
    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            let _a_port_that_is_gone_holds_nothing = open.port.clear(ClearBuffer::Output);
        }
    }
}

/// serialport opens with `O_NONBLOCK` and clears it; without it a write waits for the last byte's room.
#[cfg(unix)]
fn never_block(port: &NativePort) -> io::Result<()> {
    use nix::fcntl::{FcntlArg, OFlag, fcntl};
    use std::os::fd::AsRawFd;

    fcntl(port.as_raw_fd(), FcntlArg::F_SETFL(OFlag::O_NONBLOCK))
        .map(|_| ())
        .map_err(io::Error::from)
}

/// Windows bounds the write by the port's timeout.
#[cfg(windows)]
fn never_block(_port: &NativePort) -> io::Result<()> {
    Ok(())
}

fn could_not_open(name: &str, error: &serialport::Error) -> Error {
    let name = name.to_owned();
    match error.kind() {
        ErrorKind::Io(kind) => match kind {
            // flock's answer when another program holds the port.
            io::ErrorKind::WouldBlock => Error::Busy { name },
            kind => match Error::from_io(&name, &kind.into()) {
                Error::Other { name, .. } => Error::Other {
                    name,
                    reason: error.description.clone(),
                },
                known => known,
            },
        },
        // serialport's answer to EBUSY on Unix, and to a port that is not there on Windows.
        ErrorKind::NoDevice if cfg!(unix) => Error::Busy { name },
        ErrorKind::NoDevice => Error::NotFound { name },
        ErrorKind::InvalidInput | ErrorKind::Unknown => Error::Other {
            name,
            reason: error.description.clone(),
        },
    }
}

/// The system's numbers for a device that was pulled out.
#[cfg(unix)]
fn is_unplugged(code: i32) -> bool {
    matches!(code, libc::EIO | libc::ENXIO | libc::ENODEV | libc::EPIPE)
}

/// `ERROR_BAD_COMMAND`, `ERROR_GEN_FAILURE`, `ERROR_DEVICE_NOT_CONNECTED`, `ERROR_DEVICE_REMOVED`.
#[cfg(windows)]
fn is_unplugged(code: i32) -> bool {
    matches!(code, 22 | 31 | 1_167 | 1_617)
}
