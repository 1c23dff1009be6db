//! The picture above the tickets: which it is, and which printers keep it.
//!
//! It lies in the data folder as `logo/logo.png`, black dots as they are printed, and `logo/logo.toml` says
//! which printer got it. A ticket asks a printer only for a picture that it got: another printer, or another
//! picture, and the ticket is printed without until it is stored again.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::{Error, Reply, Till, Voice, now};
use crate::domain::PrintJobId;
use crate::domain::print::JobState;
use crate::i18n::I18n;
use crate::printing::{Address, Document, Dots, Logo, Memory, State, Style, escpos, picture};
use crate::settings::{self, DataFolder, replace_file};

/// How long a printer may take to get it: 8 kB at 9600 baud are 8 s.
const STORE_LIMIT: Duration = Duration::from_secs(45);
const LOOK: Duration = Duration::from_millis(50);
/// The speed that is reckoned with where there is none, in bytes a second: a network or USB.
const FAST: u64 = 100_000;

/// What the till knows of its picture. Cheap to clone.
#[derive(Clone)]
pub(super) struct Shelf {
    folder: PathBuf,
    inside: Arc<Mutex<Inside>>,
}

#[derive(Default)]
struct Inside {
    logo: Option<Arc<Logo>>,
    notes: Notes,
}

/// `logo.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Notes {
    /// Sent with each ticket where a printer does not keep it.
    raster: bool,
    /// Printers that got one, and which.
    kept: BTreeMap<String, String>,
}

/// How it stands with the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    /// The picture, if there is one.
    pub logo: Option<Arc<Logo>>,
    /// How the printer in use would keep it.
    pub memory: Memory,
    /// How tickets get it; `None` for not at all.
    pub dots: Option<Dots>,
}

/// What came of storing it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    /// All of it was sent, and a proof is in the queue; the printer does not say whether it keeps it.
    Sent,
    /// It travels with each ticket.
    WithEach,
    /// The printer cannot take it now: nothing was changed.
    Waits(State),
    /// The printer was cut off in the middle: tickets are printed without.
    Uncertain,
    /// There is no printer.
    NoPrinter,
    /// This model keeps no pictures.
    Cannot,
}

impl Shelf {
    pub(super) fn open(folder: &DataFolder) -> Self {
        let folder = folder.root().join("logo");
        let logo = Logo::read(&folder.join("logo.png")).ok().map(Arc::new);
        let notes = fs::read_to_string(folder.join("logo.toml")).unwrap_or_default();
        let inside = Inside {
            logo,
            // What cannot be read is as if nothing was stored: tickets are printed without.
            notes: toml::from_str(&notes).unwrap_or_default(),
        };
        Self {
            folder,
            inside: Arc::new(Mutex::new(inside)),
        }
    }

    fn held(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts the picture in its place, or takes it away.
    fn put(&self, logo: Option<Arc<Logo>>) -> io::Result<()> {
        let file = self.folder.join("logo.png");
        match &logo {
            Some(logo) => {
                fs::create_dir_all(&self.folder)?;
                let png = picture::to_png(&logo.picture()).map_err(io::Error::other)?;
                replace_file(&file, &png)?;
            }
            None => match fs::remove_file(&file) {
                Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
                _ => {}
            },
        }
        self.held().logo = logo;
        Ok(())
    }

    fn note(&self, change: impl FnOnce(&mut Notes)) -> io::Result<()> {
        let mut notes = self.held().notes.clone();
        change(&mut notes);
        fs::create_dir_all(&self.folder)?;
        let text = toml::to_string(&notes).map_err(io::Error::other)?;
        replace_file(&self.folder.join("logo.toml"), text.as_bytes())?;
        self.held().notes = notes;
        Ok(())
    }

    /// How a ticket on this printer gets the picture.
    pub(super) fn on(
        &self,
        printer: &settings::Printer,
        memory: Memory,
    ) -> Option<(Arc<Logo>, Dots)> {
        let inside = self.held();
        let logo = inside.logo.clone()?;
        let key = key(printer, memory);
        let kept = key.and_then(|key| inside.notes.kept.get(&key));
        if memory != Memory::None && kept.is_some_and(|kept| *kept == logo.hash()) {
            Some((logo, Dots::Kept))
        } else if inside.notes.raster {
            Some((logo, Dots::Sent))
        } else {
            None
        }
    }
}

/// What a printer is remembered by: how it keeps pictures, and where it is at whatever speed.
fn key(printer: &settings::Printer, memory: Memory) -> Option<String> {
    let address = printer.address.parse::<Address>().ok()?;
    let address = match address.baud() {
        Some(_) => address.at_baud(9_600),
        None => address,
    };
    Some(format!("{} {address}", memory.code()))
}

/// How long so many bytes take on the way to this printer, in whole seconds, at least one.
fn seconds(bytes: usize, printer: &settings::Printer) -> u64 {
    let baud = printer
        .address
        .parse::<Address>()
        .ok()
        .and_then(|address| address.baud());
    let rate = baud.map_or(FAST, |baud| u64::from(baud / 10)).max(1);
    u64::try_from(bytes)
        .unwrap_or(u64::MAX)
        .div_ceil(rate)
        .max(1)
}

impl Till {
    /// How it stands with the picture above the tickets.
    #[must_use]
    pub fn logo(&self) -> Stands {
        let voice = self.voice();
        Stands {
            logo: self.shelf.held().logo.clone(),
            memory: voice.profile.logo,
            dots: voice.logo.map(|(_, dots)| dots),
        }
    }

    /// A paper with this picture and a few letters, as this printer would print it.
    #[must_use]
    pub fn logo_proof(&self, logo: &Arc<Logo>) -> Document {
        let dots = match self.voice().profile.logo {
            Memory::None => Dots::Sent,
            Memory::Graphics | Memory::Images => Dots::Kept,
        };
        proof(Arc::clone(logo), dots, &self.voice())
    }

    /// How many seconds it takes to this printer, once or with each ticket.
    #[must_use]
    pub fn logo_takes_s(&self, logo: &Logo) -> u64 {
        seconds(logo.raster().len(), &self.printer_in_use())
    }

    fn printer_in_use(&self) -> settings::Printer {
        let mut printer = self.config().printer;
        if let Some(named) = self.named_printer() {
            printer.address = named;
        }
        printer
    }

    /// Takes this picture for the tickets and has the printer keep it, through the same queue as tickets.
    ///
    /// Answers when the bytes are sent or cannot be; a proof is in the queue then, for a person to look at.
    pub fn store_logo(&self, logo: Arc<Logo>) -> Reply<Result<Stored, Error>> {
        let till = self.clone();
        Reply::aside(move || till.store_logo_now(logo))
    }

    fn store_logo_now(&self, logo: Arc<Logo>) -> Result<Stored, Error> {
        let (voice, printer) = (self.voice(), self.printer_in_use());
        let memory = voice.profile.logo;
        let Some(key) = key(&printer, memory) else {
            return Ok(Stored::NoPrinter);
        };
        if memory == Memory::None {
            return Ok(Stored::Cannot);
        }
        let words = I18n::new(voice.config.locale);
        let job = self.queue_bytes(words.text("logo-job"), logo.define(memory))?;
        let stored = self.wait_until_stored(job)?;
        match stored {
            Stored::Sent => {
                let hash = logo.hash();
                self.shelf.put(Some(Arc::clone(&logo))).map_err(kept_not)?;
                self.shelf
                    .note(|notes| drop(notes.kept.insert(key, hash)))
                    .map_err(kept_not)?;
                let page = proof(logo, Dots::Kept, &voice);
                self.queue_bytes(
                    words.text("logo-proof"),
                    escpos::encode(&page, &voice.profile),
                )?;
            }
            // What the printer keeps now nobody knows.
            Stored::Uncertain => self.forget_kept(&key)?,
            _ => {}
        }
        Ok(stored)
    }

    fn queue_bytes(&self, title: String, bytes: Vec<u8>) -> Result<PrintJobId, Error> {
        let job = self
            .writer
            .ask(move |store| store.queue_page(&title, &bytes, now().at));
        let job = job.wait().map_err(Error::Closing)??;
        self.printer.wake();
        Ok(job)
    }

    fn wait_until_stored(&self, job: PrintJobId) -> Result<Stored, Error> {
        let end = Instant::now() + STORE_LIMIT;
        loop {
            let row = self.job(job).wait().map_err(Error::Closing)??;
            match row.state {
                JobState::Printed => return Ok(Stored::Sent),
                JobState::Uncertain => {
                    // It is no paper that somebody could look for.
                    self.settle(job, JobState::Cancelled)?;
                    return Ok(Stored::Uncertain);
                }
                JobState::Waiting | JobState::Sending | JobState::Cancelled => {}
            }
            let status = self.printer.status();
            let of_this = status.state.job() == Some(job);
            let hopeless = !status.state.works() && !of_this;
            if Instant::now() >= end || hopeless {
                // Only one that waits is given up; of one on its way nobody knows what the printer keeps.
                self.cancel_waiting(job).wait().map_err(Error::Closing)??;
                let row = self.job(job).wait().map_err(Error::Closing)??;
                return Ok(match row.state {
                    JobState::Cancelled => Stored::Waits(status.state),
                    _ => Stored::Uncertain,
                });
            }
            thread::sleep(LOOK);
        }
    }

    fn settle(&self, job: PrintJobId, state: JobState) -> Result<(), Error> {
        Ok(self
            .settle_job(job, state)
            .wait()
            .map_err(Error::Closing)??)
    }

    fn forget_kept(&self, key: &str) -> Result<(), Error> {
        self.shelf
            .note(|notes| drop(notes.kept.remove(key)))
            .map_err(kept_not)
    }

    /// Takes this picture for the tickets and sends it with each of them where the printer does not keep it.
    pub fn send_logo_with_each(&self, logo: Arc<Logo>) -> Reply<Result<Stored, Error>> {
        let shelf = self.shelf.clone();
        Reply::aside(move || {
            shelf.put(Some(logo)).map_err(kept_not)?;
            shelf.note(|notes| notes.raster = true).map_err(kept_not)?;
            Ok(Stored::WithEach)
        })
    }

    /// The proof came out without the picture: this printer does not keep it.
    pub fn logo_did_not_come(&self) -> Reply<Result<(), Error>> {
        let till = self.clone();
        Reply::aside(move || {
            let memory = till.voice().profile.logo;
            match key(&till.printer_in_use(), memory) {
                Some(key) => till.forget_kept(&key),
                None => Ok(()),
            }
        })
    }

    /// No picture any more; a printer that can is told to forget it.
    pub fn clear_logo(&self) -> Reply<Result<(), Error>> {
        let till = self.clone();
        Reply::aside(move || {
            let voice = till.voice();
            let kept = matches!(voice.logo, Some((_, Dots::Kept)));
            till.shelf.put(None).map_err(kept_not)?;
            till.shelf
                .note(|notes| *notes = Notes::default())
                .map_err(kept_not)?;
            let forget = voice.profile.logo.forget();
            if kept && !forget.is_empty() {
                let title = I18n::new(voice.config.locale).text("logo-remove");
                let bytes = [b"\x1b@", forget].concat();
                till.queue_bytes(title, bytes)?;
            }
            Ok(())
        })
    }
}

fn kept_not(cause: io::Error) -> Error {
    Error::Store(cause.into())
}

fn proof(logo: Arc<Logo>, dots: Dots, voice: &Voice) -> Document {
    let mut page = Document::new(voice.profile.paper);
    let words = I18n::new(voice.config.locale);
    page.logo(logo, dots)
        .text(Style::CENTRE.bold(), &voice.config.shop.name)
        .text(Style::CENTRE, &words.text("logo-proof"))
        .cut();
    page
}

impl Stored {
    /// What is said of it.
    #[must_use]
    pub fn told(&self, words: &I18n) -> String {
        match self {
            Self::Sent => words.text("logo-stored"),
            Self::WithEach => words.text("logo-sent-now"),
            Self::Waits(state) => {
                words.text_with("logo-waits", &[("reason", state.sentence(words).into())])
            }
            Self::Uncertain => words.text("logo-uncertain"),
            Self::NoPrinter => words.text("logo-no-printer"),
            Self::Cannot => words.text("logo-cannot"),
        }
    }
}

impl Stands {
    /// How tickets come out, in a sentence.
    #[must_use]
    pub fn told(&self, words: &I18n, seconds: u64) -> String {
        match (&self.logo, self.dots) {
            (None, _) => words.text("logo-none"),
            (Some(_), Some(Dots::Kept)) => {
                let bytes = self.memory.print().len();
                words.text_with("logo-kept", &[("bytes", bytes.into())])
            }
            (Some(_), Some(Dots::Sent)) => {
                words.text_with("logo-sent", &[("seconds", seconds.into())])
            }
            (Some(_), None) if self.memory == Memory::None => words.text("logo-cannot"),
            (Some(_), None) => words.text("logo-other"),
        }
    }
}
