//! A printer that is a folder: it takes ESC/POS bytes, answers as a printer does, and can be told to fail.
//!
//! For demos, for training, and for looking at a ticket without wasting paper. Every job becomes its
//! bytes, its text and a picture of its paper. Its troubles are turned on by a [`Desk`], which window and
//! transport share, or from outside by the file `printer.txt` in its folder, one word a line.

mod machine;
mod way;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use super::transport::{Address, Transport};
use super::{Document, Logo, Profile, decode};
use crate::domain::PrintJobId;

pub use machine::Machine;

/// So many papers are kept in memory; all are in the folder.
const PAPERS_MAX: usize = 20;
/// The file that tells it from outside what troubles it has.
const TROUBLES: &str = "printer.txt";
/// A file of troubles is short.
const TROUBLES_MAX_BYTES: u64 = 4_096;

/// What a virtual printer can be told to suffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trouble {
    /// The roll is empty: it stops, and says so.
    NoPaper,
    /// The roll is near its end: it says so and prints on.
    PaperLow,
    /// Its cover is open.
    CoverOpen,
    /// It is off line, as after a blocked knife.
    Offline,
    /// It takes nothing and says nothing, and goes on where it was.
    Stall,
    /// Its cable is out; what it had not printed is lost.
    Unplugged,
    /// It confirms everything and prints nothing.
    Lies,
    /// It keeps no picture: its memory is full or worn out.
    NoMemory,
}

impl Trouble {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::NoPaper,
        Self::PaperLow,
        Self::CoverOpen,
        Self::Offline,
        Self::Stall,
        Self::Unplugged,
        Self::Lies,
        Self::NoMemory,
    ];

    /// The word for it in `printer.txt`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoPaper => "no-paper",
            Self::PaperLow => "paper-low",
            Self::CoverOpen => "cover-open",
            Self::Offline => "offline",
            Self::Stall => "stall",
            Self::Unplugged => "unplugged",
            Self::Lies => "lies",
            Self::NoMemory => "no-memory",
        }
    }

    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoPaper => "virtual-no-paper",
            Self::PaperLow => "virtual-paper-low",
            Self::CoverOpen => "virtual-cover-open",
            Self::Offline => "virtual-offline",
            Self::Stall => "virtual-stall",
            Self::Unplugged => "virtual-unplugged",
            Self::Lies => "virtual-lies",
            Self::NoMemory => "virtual-no-memory",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trouble| trouble.code() == code)
    }
}

/// One paper that came out, or is coming out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The job it is of.
    pub job: PrintJobId,
    /// What is on it.
    pub document: Document,
    /// Whether the job is done.
    pub finished: bool,
}

type Watcher = Box<dyn Fn() -> bool + Send>;

/// Where a virtual printer stands: its papers and the switches of its troubles. Cheap to clone.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    folder: PathBuf,
    state: Mutex<Inside>,
    watchers: Mutex<Vec<Watcher>>,
}

#[derive(Default)]
struct Inside {
    troubles: BTreeSet<Trouble>,
    /// What `printer.txt` said last.
    told: Option<String>,
    papers: Vec<Paper>,
    version: u64,
    /// The picture that it keeps.
    kept: Option<Arc<Logo>>,
}

struct Paper {
    job: PrintJobId,
    bytes: Vec<u8>,
    profile: Profile,
    finished: bool,
}

impl Desk {
    /// The desk of a folder; the same folder has the same desk in the whole program.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        static DESKS: OnceLock<Mutex<HashMap<PathBuf, Weak<Inner>>>> = OnceLock::new();
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let mut desks = held(DESKS.get_or_init(Mutex::default));
        desks.retain(|_, desk| desk.strong_count() > 0);
        if let Some(desk) = desks.get(&folder).and_then(Weak::upgrade) {
            return Self(desk);
        }
        let inner = Arc::new(Inner {
            folder: folder.clone(),
            state: Mutex::default(),
            watchers: Mutex::default(),
        });
        desks.insert(folder, Arc::downgrade(&inner));
        Self(inner)
    }

    /// The desk of an address; `None` for a printer of metal.
    #[must_use]
    pub fn of(address: &Address) -> Option<Self> {
        match address {
            Address::Folder(folder) => Some(Self::at(folder)),
            _ => None,
        }
    }

    /// Where its papers are kept.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// Where a job's files are: `000012.escpos`, `000012.txt`, `000012.png`.
    #[must_use]
    pub fn file(&self, job: PrintJobId, extension: &str) -> PathBuf {
        self.0.folder.join(format!("{:06}.{extension}", job.0))
    }

    /// Turns a trouble on.
    pub fn trouble(&self, trouble: Trouble) {
        self.switch(|troubles| troubles.insert(trouble));
    }

    /// Turns a trouble off.
    pub fn mend(&self, trouble: Trouble) {
        self.switch(|troubles| troubles.remove(&trouble));
    }

    /// Turns every trouble off.
    pub fn mend_all(&self) {
        self.switch(|troubles| {
            let any = !troubles.is_empty();
            troubles.clear();
            any
        });
    }

    /// What it suffers now, by this desk or by its file.
    #[must_use]
    pub fn troubles(&self) -> BTreeSet<Trouble> {
        self.read_file();
        held(&self.0.state).troubles.clone()
    }

    /// The last papers, newest last; the last of all may still be coming out.
    #[must_use]
    pub fn papers(&self) -> Vec<Sheet> {
        let state = held(&self.0.state);
        let sheets = state.papers.iter().map(|paper| Sheet {
            job: paper.job,
            document: decode::decode_with(&paper.bytes, &paper.profile, state.kept.as_ref()),
            finished: paper.finished,
        });
        sheets.collect()
    }

    /// Changes with every change of papers or troubles.
    #[must_use]
    pub fn version(&self) -> u64 {
        held(&self.0.state).version
    }

    /// Calls `watcher` at every change, on the thread that makes it: it must not wait. One that answers false is
    /// forgotten; those of before are asked once now, so that they never pile up.
    pub fn watch(&self, watcher: impl Fn() -> bool + Send + 'static) {
        self.tell();
        held(&self.0.watchers).push(Box::new(watcher));
    }

    /// How many watch it.
    #[must_use]
    pub fn watchers(&self) -> usize {
        held(&self.0.watchers).len()
    }

    pub(super) fn transport(&self, profile: Profile) -> Box<dyn Transport> {
        Box::new(way::Way::new(self.clone(), profile))
    }

    fn switch(&self, change: impl FnOnce(&mut BTreeSet<Trouble>) -> bool) {
        self.read_file();
        let words = {
            let mut state = held(&self.0.state);
            if !change(&mut state.troubles) {
                return;
            }
            state.version += 1;
            let codes = state.troubles.iter().map(|trouble| trouble.code());
            let words: String = codes.flat_map(|code| [code, "\n"]).collect();
            state.told = Some(words.clone());
            words
        };
        if self.0.folder.is_dir() {
            // Another program then sees the same printer; this one has it in memory.
            let _memory_suffices = fs::write(self.0.folder.join(TROUBLES), words);
        }
        self.tell();
    }

    /// What the file says counts from when it says something new.
    fn read_file(&self) {
        let file = self.0.folder.join(TROUBLES);
        let short = fs::metadata(&file).is_ok_and(|of| of.len() <= TROUBLES_MAX_BYTES);
        let text = if short {
            fs::read_to_string(&file)
        } else {
            return;
        };
        let Ok(text) = text else { return };
        let changed = {
            let mut state = held(&self.0.state);
            let changed = state.told.as_ref() != Some(&text);
            if changed {
                state.troubles = text
                    .lines()
                    .filter_map(|l| Trouble::from_code(l.trim()))
                    .collect();
                state.told = Some(text);
                state.version += 1;
            }
            changed
        };
        if changed {
            self.tell();
        }
    }

    /// It keeps this picture from now on.
    fn keeps(&self, kept: Option<&Arc<Logo>>) {
        held(&self.0.state).kept = kept.cloned();
    }

    /// A paper is coming out, or is done.
    fn show(&self, job: PrintJobId, bytes: &[u8], profile: &Profile, finished: bool) {
        {
            let mut state = held(&self.0.state);
            state.version += 1;
            let paper = Paper {
                job,
                bytes: bytes.to_vec(),
                profile: profile.clone(),
                finished,
            };
            match state.papers.last_mut() {
                Some(last) if last.job == job && !last.finished => *last = paper,
                _ => state.papers.push(paper),
            }
            let old = state.papers.len().saturating_sub(PAPERS_MAX);
            state.papers.drain(..old);
        }
        self.tell();
    }

    fn tell(&self) {
        held(&self.0.watchers).retain(|watcher| watcher());
    }
}

/// A panic elsewhere leaves a whole state behind.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    #[test]
    fn who_does_not_watch_any_more_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::at(folder.path());
        let watches = Arc::new(AtomicBool::new(true));
        for _ in 0..1_000 {
            let gone = Arc::new(AtomicBool::new(false));
            desk.watch(move || gone.load(Ordering::SeqCst));
        }
        let still = Arc::clone(&watches);
        desk.watch(move || still.load(Ordering::SeqCst));
        desk.trouble(Trouble::NoPaper);
        assert_eq!(desk.watchers(), 1);
        watches.store(false, Ordering::SeqCst);
        desk.mend_all();
        assert_eq!(desk.watchers(), 0);
    }
}
