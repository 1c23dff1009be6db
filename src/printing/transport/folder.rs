//! A folder that plays a printer: every job becomes its bytes, its text and a picture of its paper.
//!
//! For demos, for training, and for looking at a ticket without wasting paper.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Error, Transport};
use crate::domain::PrintJobId;
use crate::printing::Profile;
use crate::printing::{decode, picture, text};

/// A job larger than this is no ticket; the rest of it is not kept.
const MAX_JOB_BYTES: usize = 4 << 20;

/// A folder that plays a printer of one profile.
pub struct Folder {
    path: PathBuf,
    profile: Profile,
    open: bool,
    job: PrintJobId,
    bytes: Vec<u8>,
}

impl Folder {
    /// The folder of that path, made when it is opened.
    #[must_use]
    pub fn new(path: &Path, profile: Profile) -> Self {
        Self {
            path: path.to_owned(),
            profile,
            open: false,
            job: PrintJobId(0),
            bytes: Vec::new(),
        }
    }

    /// Where a job's files go: `000012.escpos`, `000012.txt`, `000012.png`.
    #[must_use]
    pub fn file(&self, job: PrintJobId, extension: &str) -> PathBuf {
        self.path.join(format!("{:06}.{extension}", job.0))
    }

    fn failed(&self, error: &io::Error) -> Error {
        Error::from_io(&self.path.display().to_string(), error)
    }

    fn keep(&self) -> io::Result<()> {
        let paper = decode::decode(&self.bytes, &self.profile);
        let png = picture::to_png(&picture::draw(&paper)).map_err(io::Error::other)?;
        self.put("txt", text::render(&paper).as_bytes())?;
        self.put("png", &png)?;
        // Last: whoever waits for the bytes finds the others too.
        self.put("escpos", &self.bytes)
    }

    /// Under its name there is the whole file or none.
    fn put(&self, extension: &str, content: &[u8]) -> io::Result<()> {
        let half = self.file(self.job, &format!("{extension}.part"));
        fs::write(&half, content)?;
        fs::rename(&half, self.file(self.job, extension))
    }
}

impl Transport for Folder {
    fn name(&self) -> String {
        format!("virtual:{}", self.path.display())
    }

    fn open(&mut self) -> Result<(), Error> {
        fs::create_dir_all(&self.path).map_err(|error| self.failed(&error))?;
        self.open = true;
        Ok(())
    }

    fn begin(&mut self, job: PrintJobId) {
        self.job = job;
        self.bytes.clear();
    }

    fn write(&mut self, bytes: &[u8], _limit: Duration) -> Result<usize, Error> {
        self.pending()?;
        let room = MAX_JOB_BYTES.saturating_sub(self.bytes.len());
        self.bytes
            .extend_from_slice(&bytes[..bytes.len().min(room)]);
        Ok(bytes.len())
    }

    fn pending(&mut self) -> Result<usize, Error> {
        if self.open && self.path.is_dir() {
            Ok(0)
        } else {
            self.open = false;
            Err(Error::Gone {
                name: self.path.display().to_string(),
            })
        }
    }

    fn end(&mut self) -> Result<(), Error> {
        self.keep().map_err(|error| self.failed(&error))
    }

    fn confirms(&self) -> bool {
        true
    }

    fn close(&mut self) {
        self.open = false;
    }
}
