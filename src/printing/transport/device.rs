//! A device that takes bytes (`/dev/usb/lp0`), or a file that they are appended to.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::{Error, MAX_WRITE_BYTES, Transport, is_not_now};

/// How long until a device that was full is asked again.
const ASK_AGAIN: Duration = Duration::from_millis(10);

/// A device or a file.
pub struct Device {
    path: PathBuf,
    file: Option<File>,
}

impl Device {
    /// The device or file of that path; opens nothing yet.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            file: None,
        }
    }

    fn shown(&self) -> String {
        self.path.display().to_string()
    }
}

impl Transport for Device {
    fn name(&self) -> String {
        format!("file:{}", self.shown())
    }

    fn open(&mut self) -> Result<(), Error> {
        self.close();
        let file = open_never_blocking(&self.path)
            .map_err(|error| Error::from_io(&self.shown(), &error))?;
        self.file = Some(file);
        Ok(())
    }

    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<usize, Error> {
        let until = Instant::now() + limit;
        let offered = &bytes[..bytes.len().min(MAX_WRITE_BYTES)];
        loop {
            let Some(file) = &mut self.file else {
                return Err(Error::Gone { name: self.shown() });
            };
            match file.write(offered) {
                Ok(accepted) => return Ok(accepted),
                Err(error) if is_not_now(&error) => {
                    if Instant::now() >= until {
                        return Ok(0);
                    }
                    thread::sleep(ASK_AGAIN.min(limit));
                }
                Err(error) => {
                    self.close();
                    return Err(Error::from_io(&self.shown(), &error));
                }
            }
        }
    }

    fn pending(&mut self) -> Result<usize, Error> {
        match &self.file {
            Some(_) => Ok(0),
            None => Err(Error::Gone { name: self.shown() }),
        }
    }

    fn close(&mut self) {
        self.file = None;
    }
}

#[cfg(unix)]
fn open_never_blocking(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    // A device that is not there must not become a file in /dev.
    let is_device = path.starts_with("/dev");
    OpenOptions::new()
        .append(true)
        .create(!is_device)
        .custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY)
        .open(path)
}

#[cfg(windows)]
fn open_never_blocking(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).open(path)
}
