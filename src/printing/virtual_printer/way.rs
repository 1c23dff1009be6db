//! The way to a virtual printer: its folder gets the bytes, the text and a picture of every job.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::{Desk, Machine, Trouble};
use crate::domain::PrintJobId;
use crate::printing::transport::{Error, Transport};
use crate::printing::{Logo, Profile, decode, picture, text};

/// As slow as a kitchen clock: a stalled printer is asked again after this.
const STALL: Duration = Duration::from_millis(20);

/// Its memory: what it keeps is there when it is switched on again.
const MEMORY: &str = "memory.png";

/// The way to a virtual printer of one profile.
pub(super) struct Way {
    desk: Desk,
    profile: Profile,
    machine: Machine,
    open: bool,
    job: PrintJobId,
    /// Ends of jobs whose papers are in the folder.
    kept: usize,
}

impl Way {
    pub(super) fn new(desk: Desk, profile: Profile) -> Self {
        Self {
            desk,
            profile,
            machine: Machine::new(),
            open: false,
            job: PrintJobId(0),
            kept: 0,
        }
    }

    fn shown(&self) -> String {
        self.desk.folder().display().to_string()
    }

    fn gone(&mut self) -> Error {
        self.open = false;
        // Its sheet, if there is one, hangs out unfinished.
        self.machine.lose_power();
        Error::Gone { name: self.shown() }
    }

    /// Brings its troubles up to date; true if it takes and says something.
    fn wakes(&mut self) -> Result<bool, Error> {
        if !self.open || !self.desk.folder().is_dir() {
            return Err(self.gone());
        }
        let troubles = self.desk.troubles();
        if troubles.contains(&Trouble::Unplugged) {
            return Err(self.gone());
        }
        self.machine.suffer(&troubles);
        self.keep_what_is_done()?;
        Ok(!troubles.contains(&Trouble::Stall))
    }

    fn memory(&self) -> PathBuf {
        self.desk.folder().join(MEMORY)
    }

    fn switch_on(&mut self) {
        self.machine
            .remember(Logo::read(&self.memory()).ok().map(Arc::new));
        self.desk.keeps(self.machine.kept());
    }

    /// Its picture, if it is another now.
    fn keep_memory(&mut self, before: Option<&Arc<Logo>>) -> io::Result<()> {
        let now = self.machine.kept();
        if now == before {
            return Ok(());
        }
        self.desk.keeps(now);
        match now {
            Some(logo) => {
                let png = picture::to_png(&logo.picture()).map_err(io::Error::other)?;
                fs::write(self.memory(), png)
            }
            None => fs::remove_file(self.memory()),
        }
    }

    fn keep_what_is_done(&mut self) -> Result<(), Error> {
        if self.machine.ends() > self.kept {
            self.kept = self.machine.ends();
            let bytes = self.machine.tear();
            if !bytes.is_empty() {
                self.keep(&bytes)
                    .map_err(|error| Error::from_io(&self.shown(), &error))?;
                self.desk.show(self.job, &bytes, &self.profile, true);
            }
        }
        Ok(())
    }

    fn keep(&self, bytes: &[u8]) -> io::Result<()> {
        let paper = decode::decode_with(bytes, &self.profile, self.machine.kept());
        let png = picture::to_png(&picture::draw(&paper)).map_err(io::Error::other)?;
        self.put("txt", text::render(&paper).as_bytes())?;
        self.put("png", &png)?;
        // Last: whoever waits for the bytes finds the others too.
        self.put("escpos", bytes)
    }

    /// Under its name there is the whole file or none.
    fn put(&self, extension: &str, content: &[u8]) -> io::Result<()> {
        let half = self.desk.file(self.job, &format!("{extension}.part"));
        fs::write(&half, content)?;
        fs::rename(&half, self.desk.file(self.job, extension))
    }
}

impl Transport for Way {
    fn name(&self) -> String {
        format!("virtual:{}", self.shown())
    }

    fn open(&mut self) -> Result<(), Error> {
        let name = self.shown();
        fs::create_dir_all(self.desk.folder()).map_err(|error| Error::from_io(&name, &error))?;
        if self.desk.troubles().contains(&Trouble::Unplugged) {
            return Err(Error::NotFound { name });
        }
        self.open = true;
        self.switch_on();
        Ok(())
    }

    fn begin(&mut self, job: PrintJobId) {
        // What hangs out of another job was torn off by somebody.
        self.machine.tear();
        self.job = job;
    }

    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<usize, Error> {
        if !self.wakes()? {
            std::thread::sleep(STALL.min(limit));
            return Ok(0);
        }
        let before = self.machine.sheet().len();
        let kept = self.machine.kept().cloned();
        self.machine.take(bytes);
        self.keep_memory(kept.as_ref())
            .map_err(|error| Error::from_io(&self.shown(), &error))?;
        self.keep_what_is_done()?;
        if self.machine.sheet().len() > before {
            let sheet = self.machine.sheet();
            self.desk.show(self.job, sheet, &self.profile, false);
        }
        Ok(bytes.len())
    }

    fn pending(&mut self) -> Result<usize, Error> {
        self.wakes().map(|_| 0)
    }

    fn read(&mut self, into: &mut [u8]) -> Result<usize, Error> {
        if !self.wakes()? {
            return Ok(0);
        }
        let said = self.machine.say(into.len());
        into[..said.len()].copy_from_slice(&said);
        Ok(said.len())
    }

    fn close(&mut self) {
        self.open = false;
    }
}
