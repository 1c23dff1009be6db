//! A printer on the network that takes raw bytes (port 9100).
//!
//! The system takes bytes long before they reach the printer and does not say how many are on their
//! way: accepted is not printed. Where the printer answers, its answer says more.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

use super::{Error, MAX_WRITE_BYTES, Transport, is_not_now};

/// How long a printer may take to answer the call.
const CONNECT_LIMIT: Duration = Duration::from_millis(800);
/// How long until a line that was full is asked again.
const ASK_AGAIN: Duration = Duration::from_millis(5);

/// So much is kept of what nobody reads.
const HEARD_MAX: usize = 4_096;

/// A printer on the network.
pub struct Network {
    host: String,
    port: u16,
    stream: Option<TcpStream>,
    /// What came while it was asked whether it is still there.
    heard: Vec<u8>,
}

impl Network {
    /// The printer of that name and port; connects nothing yet.
    #[must_use]
    pub fn new(host: &str, port: u16) -> Self {
        Self {
            host: host.to_owned(),
            port,
            stream: None,
            heard: Vec::new(),
        }
    }

    fn gone(&mut self) -> Error {
        self.close();
        Error::Gone { name: self.name() }
    }
}

impl Transport for Network {
    fn name(&self) -> String {
        format!("tcp:{}:{}", self.host, self.port)
    }

    fn open(&mut self) -> Result<(), Error> {
        self.close();
        let name = self.name();
        let places = (self.host.as_str(), self.port)
            .to_socket_addrs()
            .map_err(|_| Error::NotFound { name: name.clone() })?;
        let mut why = Error::NotFound { name: name.clone() };
        for place in places {
            match TcpStream::connect_timeout(&place, CONNECT_LIMIT) {
                Ok(stream) => {
                    let ready = stream
                        .set_nonblocking(true)
                        .and_then(|()| stream.set_nodelay(true));
                    ready.map_err(|error| Error::from_io(&name, &error))?;
                    self.stream = Some(stream);
                    return Ok(());
                }
                Err(error) => why = not_connected(&name, &error),
            }
        }
        Err(why)
    }

    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<usize, Error> {
        let until = Instant::now() + limit;
        let offered = &bytes[..bytes.len().min(MAX_WRITE_BYTES)];
        loop {
            let Some(stream) = &mut self.stream else {
                return Err(self.gone());
            };
            match stream.write(offered) {
                Ok(accepted) => return Ok(accepted),
                Err(error) if is_not_now(&error) => {
                    if Instant::now() >= until {
                        return Ok(0);
                    }
                    std::thread::sleep(ASK_AGAIN.min(limit));
                }
                Err(_) => return Err(self.gone()),
            }
        }
    }

    /// Zero: nobody knows. A printer that hung up is noticed here.
    fn pending(&mut self) -> Result<usize, Error> {
        let mut bytes = [0; 64];
        let full = self.heard.len() >= HEARD_MAX;
        let count = if full { 0 } else { self.receive(&mut bytes)? };
        self.heard.extend_from_slice(&bytes[..count]);
        Ok(0)
    }

    fn read(&mut self, into: &mut [u8]) -> Result<usize, Error> {
        if self.heard.is_empty() {
            return self.receive(into);
        }
        let count = into.len().min(self.heard.len());
        into[..count].copy_from_slice(&self.heard[..count]);
        self.heard.drain(..count);
        Ok(count)
    }

    fn close(&mut self) {
        self.stream = None;
        self.heard.clear();
    }
}

impl Network {
    fn receive(&mut self, into: &mut [u8]) -> Result<usize, Error> {
        let Some(stream) = &mut self.stream else {
            return Err(self.gone());
        };
        match stream.read(into) {
            Ok(0) => Err(self.gone()),
            Ok(count) => Ok(count),
            Err(error) if is_not_now(&error) => Ok(0),
            Err(_) => Err(self.gone()),
        }
    }
}

/// A printer that is off, and one that talks with another till, both refuse the call.
fn not_connected(name: &str, error: &std::io::Error) -> Error {
    let name = name.to_owned();
    match error.kind() {
        ErrorKind::ConnectionRefused => Error::Refused { name },
        ErrorKind::TimedOut | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => {
            Error::NotFound { name }
        }
        _ => Error::from_io(&name, error),
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    fn until<T>(mut found: impl FnMut() -> Option<T>) -> T {
        let end = Instant::now() + Duration::from_secs(20);
        loop {
            if let Some(found) = found() {
                return found;
            }
            assert!(Instant::now() < end, "it never came");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    #[test]
    fn bytes_go_to_the_printer_and_its_answers_come_back() {
        let printer = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut network = Network::new("127.0.0.1", printer.local_addr().unwrap().port());
        network.open().unwrap();
        let (mut line, _) = printer.accept().unwrap();
        assert_eq!(network.write(b"Chipa", Duration::from_secs(1)), Ok(5));
        let mut paper = [0; 5];
        line.read_exact(&mut paper).unwrap();
        assert_eq!(&paper, b"Chipa");
        line.write_all(&[0x16]).unwrap();
        let mut bytes = [0; 8];
        until(|| {
            assert_eq!(network.pending(), Ok(0));
            (network.read(&mut bytes).unwrap() == 1).then_some(())
        });
        assert_eq!(bytes[0], 0x16);
        drop(line);
        until(|| network.pending().is_err().then_some(()));
    }

    #[test]
    fn a_printer_that_takes_nothing_holds_nobody_up() {
        let printer = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut network = Network::new("127.0.0.1", printer.local_addr().unwrap().port());
        network.open().unwrap();
        let (_line, _) = printer.accept().unwrap();
        let block = [b'x'; MAX_WRITE_BYTES];
        let limit = Duration::from_millis(50);
        let full = (0..1_000_000).any(|_| network.write(&block, limit).unwrap() == 0);
        assert!(full, "the system takes bytes without end");
    }
}
