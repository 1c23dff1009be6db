//! Practising: a till on a copy of the canteen, in a folder that is thrown away.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use uuid::Uuid;

use super::{Reply, Till, failure};
use crate::i18n::{I18n, Value};
use crate::settings::{self, Backup, Config, DataFolder, Reports};
use crate::store::{self, Store};

/// How the names of such folders begin, in the system's folder for what may go.
const PREFIX: &str = "cantina-training-";
/// The folder of the printer that is only seen.
const PAPER: &str = "paper";
/// One that is younger than this may be about to be opened, or made.
const IN_THE_MAKING: Duration = Duration::from_secs(600);
/// How often, and after how long each time, a folder that does not go is tried again: Windows keeps files that
/// somebody has open.
const TRIES: u32 = 50;
const BETWEEN_TRIES: Duration = Duration::from_millis(100);

/// Why it cannot begin. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder.
    #[error("the folder of the training: {0}")]
    Io(#[from] io::Error),
    /// The copy.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Its settings.
    #[error(transparent)]
    Settings(#[from] settings::Error),
}

impl Error {
    /// What happened, what was kept, what to do now.
    #[must_use]
    pub fn sentence(&self, words: &I18n) -> String {
        let cause: Value = match self {
            Self::Io(error) => error.into(),
            Self::Store(error) => return failure::of_store(error).sentence(words),
            Self::Settings(error) => return failure::of_settings(error).sentence(words),
        };
        words.text_with("training-failed", &[("cause", cause)])
    }
}

/// A canteen to practise on. It is taken away when it is dropped.
#[derive(Debug)]
pub struct Practice {
    folder: DataFolder,
    printer: settings::Printer,
}

impl Practice {
    /// Copies the canteen of a folder, whoever has it open, and takes away what a program that died left.
    ///
    /// # Errors
    /// [`Error`]; nothing is left of it then.
    pub fn of(canteen: &DataFolder) -> Result<Self, Error> {
        sweep(&std::env::temp_dir());
        let config = Config::load(&canteen.config())?;
        let root = std::env::temp_dir().join(format!("{PREFIX}{}", Uuid::now_v7().simple()));
        private_folder(&root)?;
        // From here on it is taken away again, whatever fails.
        let practice = Self {
            folder: DataFolder::at(&root),
            printer: config.printer.clone(),
        };
        practice.folder.prepare()?;
        Store::copy_for_training(&canteen.database(), &practice.folder.database())?;
        practice.dressed(config).save(&practice.folder.config())?;
        Ok(practice)
    }

    /// Where it lives.
    #[must_use]
    pub const fn folder(&self) -> &DataFolder {
        &self.folder
    }

    /// The printer that is only seen.
    #[must_use]
    pub fn on_screen(&self) -> settings::Printer {
        let paper = self.folder.root().join(PAPER);
        settings::Printer {
            address: format!("virtual:{}", paper.display()),
            ..self.printer.clone()
        }
    }

    /// The canteen's own printer; `None` if there is none.
    #[must_use]
    pub fn real_printer(&self) -> Option<settings::Printer> {
        let named = !self.printer.address.trim().is_empty();
        named.then(|| self.printer.clone())
    }

    /// The canteen's settings, but that nothing leads out of the folder and every paper says what it is.
    fn dressed(&self, config: Config) -> Config {
        let words = I18n::new(config.locale);
        let word = words.text("training-word");
        let mut shop = config.shop.clone();
        shop.name = format!("{word} · {}", shop.name);
        shop.footer = words.text("training-footer");
        Config {
            printer: self.on_screen(),
            shop,
            backup: Backup {
                folder: String::new(),
                second: String::new(),
                ..config.backup
            },
            reports: Reports::default(),
            ..config
        }
    }
}

impl Drop for Practice {
    fn drop(&mut self) {
        let root = self.folder.root().to_owned();
        if fs::remove_dir_all(&root).is_err() && root.exists() {
            let tries = move || {
                for _ in 0..TRIES {
                    std::thread::sleep(BETWEEN_TRIES);
                    if fs::remove_dir_all(&root).is_ok() || !root.exists() {
                        return;
                    }
                }
            };
            // What stays after all is swept away before the next training.
            let _on_its_own = std::thread::Builder::new().spawn(tries);
        }
    }
}

/// Takes away what trainings left that ended with the power.
fn sweep(temporary: &Path) {
    let Ok(entries) = fs::read_dir(temporary) else {
        return;
    };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if ours && !is_in_use(&entry.path()) {
            // Another user's is not ours to take.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether a program has it open, or makes it just now.
fn is_in_use(folder: &Path) -> bool {
    let mut lock = DataFolder::at(folder).database().into_os_string();
    lock.push(".lock");
    let locked = File::open(PathBuf::from(lock)).is_ok_and(|lock| lock.try_lock().is_err());
    // A copy that was just made is opened next.
    let made = fs::metadata(folder).and_then(|about| about.modified());
    let age = made.ok().and_then(|made| made.elapsed().ok());
    locked || age.is_none_or(|age| age < IN_THE_MAKING)
}

/// What children must not eat is in it: only for this user's eyes.
#[cfg(unix)]
fn private_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(path)
}

/// A user's folder for what may go is theirs alone there.
#[cfg(not(unix))]
fn private_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}

impl Till {
    /// A copy of this canteen to practise on.
    pub fn practice(&self) -> Reply<Result<Practice, Error>> {
        let folder = self.folder().clone();
        Reply::aside(move || Practice::of(&folder))
    }

    /// Lets go of the printer, for a training that was told to use it: tickets wait.
    pub fn lend_printer(&self) {
        self.printer().connect(None);
    }

    /// Takes it back.
    pub fn take_printer_back(&self) {
        // An address that cannot be read was refused when the till opened.
        self.printer().connect(self.route_now().unwrap_or(None));
    }
}
