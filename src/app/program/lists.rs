//! Importing lists from the screen: choosing a file, the dry run, and taking it over.

use std::fs;
use std::path::{Path, PathBuf};

use directories::UserDirs;
use iced::Task;

use super::failed::flat;
use super::{Failed, Message, Program, Screen};
use crate::app::screen::lists::{Action, BadLine, DryRun, Entry, Lists, What};
use crate::app::widget::Mood;
use crate::domain::sale::At;
use crate::domain::tender::TenderKind;
use crate::domain::user::Right;
use crate::domain::{BusinessDay, Moment};
use crate::i18n::I18n;
use crate::import::{self, Plan};
use crate::settings::replace_file;
use crate::store::Stamp;
use crate::till::accounts::{ListPlan, Unplanned};
use crate::till::{Reply, Till};

/// The most entries of a folder that the chooser lists.
const ENTRIES_SHOWN: usize = 200;

/// What came of what the import asked for.
#[derive(Debug, Clone)]
pub enum Answer {
    /// A folder's entries.
    Listed(PathBuf, Vec<Entry>),
    /// A dry run.
    Read(Result<DryRun, String>),
    /// How many rows were taken over.
    Imported(Result<usize, String>),
}

impl Program {
    pub(super) fn lists(&mut self, action: Action) -> Task<Message> {
        let may = self.user().is_none_or(|user| user.may(Right::Import));
        let (till, now, words) = (self.till.clone(), self.now, self.words.clone());
        let at = self.user().map(|user| self.at(user));
        let reply = match action {
            Action::None => return Task::none(),
            _ if !may => {
                let refused = Answer::Read(Err(self.words.text("no-right")));
                return Task::done(Message::Lists(refused));
            }
            Action::List(folder) => Reply::aside(move || {
                let entries = entries(&folder);
                Answer::Listed(folder, entries)
            }),
            Action::ReadImport {
                path,
                what: What::TopUps,
            } => Reply::aside(move || Answer::Read(top_ups_read(&till, &path, at, &words))),
            Action::Import {
                path,
                what: What::TopUps,
            } => Reply::aside(move || Answer::Imported(top_ups_taken(&till, &path, at, &words))),
            Action::ReadImport { path, what } => {
                Reply::aside(move || Answer::Read(dry_run(&path, what, now.day(), &words)))
            }
            Action::Import { path, what } => {
                Reply::aside(move || Answer::Imported(import(&till, &path, what, now, &words)))
            }
        };
        Task::future(async { reply.await.ok() })
            .and_then(|answer| Task::done(Message::Lists(answer)))
    }

    pub(super) fn lists_answered(&mut self, answer: Answer) -> Task<Message> {
        let imported = matches!(answer, Answer::Imported(Ok(_)));
        if let Some(lists) = self.open_lists() {
            match answer {
                Answer::Listed(folder, entries) => lists.listed(folder, entries),
                Answer::Read(read) => lists.read(read),
                Answer::Imported(done) => lists.imported(done),
            }
        }
        if imported && self.user().is_some() {
            self.load()
        } else {
            Task::none()
        }
    }

    fn open_lists(&mut self) -> Option<&mut Lists> {
        match &mut self.screen {
            Screen::Setup(setup) => Some(setup.lists_mut()),
            screen => {
                let work = super::work_of(screen, &mut self.left)?;
                work.settings.as_mut().map(|settings| settings.lists_mut())
            }
        }
    }
}

impl Program {
    /// Where files are offered to be written. In a training that is in its copy, and goes with it.
    pub(super) fn home(&self) -> PathBuf {
        self.practice_folder().unwrap_or_else(home)
    }

    /// Where a file was saved, or why it was not.
    pub(super) fn say_saved(&mut self, saved: Result<String, String>) -> Task<Message> {
        match saved {
            Ok(path) => {
                let noted = self.user().map(|user| {
                    let stamp = Stamp::by(user.id, self.now);
                    Self::ask(self.till.note_export(path.clone(), stamp))
                });
                let told = [("path", path.into())];
                let said = self.words.text_with("file-saved", &told);
                Task::batch([self.say(Mood::Ok, said), noted.unwrap_or_else(Task::none)])
            }
            Err(why) => self.say(Mood::Error, why),
        }
    }

    /// A page is in the printer's queue, or not.
    pub(super) fn say_queued(&mut self, queued: Result<(), Failed>) -> Task<Message> {
        if let Err(why) = queued {
            return self.fail(&why);
        }
        let key = match self.till.config().printer.address.trim().is_empty() {
            true => "sheet-waits",
            false => "sheet-queued",
        };
        let said = self.words.text(key);
        self.say(Mood::Ok, said)
    }
}

/// Writes a file beside the screen, in the place of an older one of that name: where it is, or a sentence for
/// the user.
pub(super) async fn saved(file: PathBuf, bytes: Vec<u8>, words: I18n) -> Result<String, String> {
    let closing = words.clone();
    let written = Reply::aside(move || {
        let path = file.display().to_string();
        match replace_file(&file, &bytes) {
            Ok(()) => Ok(path),
            Err(cause) => {
                let told = [("path", path.into()), ("cause", (&cause).into())];
                Err(words.text_with("file-not-saved", &told))
            }
        }
    });
    let written = written.await;
    written.unwrap_or_else(|why| Err(Failed::from(why).sentence(&closing)))
}

/// Where the chooser begins: downloads, else the home folder.
pub(super) fn home() -> PathBuf {
    let folders = UserDirs::new();
    let chosen = folders.as_ref().map(|folders| {
        folders
            .download_dir()
            .filter(|folder| folder.is_dir())
            .unwrap_or(folders.home_dir())
    });
    chosen.map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Folders first, then lists; hidden ones are left out.
pub(super) fn entries(folder: &Path) -> Vec<Entry> {
    entries_ending(folder, &["csv", "txt", "tsv"])
}

/// The same with files of other endings.
pub(super) fn entries_ending(folder: &Path, endings: &[&str]) -> Vec<Entry> {
    let Ok(read) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut entries: Vec<Entry> = read
        .flatten()
        .map(|entry| Entry {
            is_folder: entry.path().is_dir(),
            path: entry.path(),
        })
        .filter(|entry| is_shown(entry, endings))
        .collect();
    entries.sort_by(|one, other| (!one.is_folder, &one.path).cmp(&(!other.is_folder, &other.path)));
    entries.truncate(ENTRIES_SHOWN);
    entries
}

fn is_shown(entry: &Entry, endings: &[&str]) -> bool {
    let hidden = entry
        .path
        .file_name()
        .is_none_or(|name| name.to_string_lossy().starts_with('.'));
    let ending = entry
        .path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    let wanted = ending.is_some_and(|ending| endings.contains(&ending.as_str()));
    !hidden && (entry.is_folder || wanted)
}

fn dry_run(path: &Path, what: What, day: BusinessDay, words: &I18n) -> Result<DryRun, String> {
    Ok(judged(&bytes(path, words)?, what, day, words))
}

/// What an import of this list would do.
pub(super) fn judged(bytes: &[u8], what: What, day: BusinessDay, words: &I18n) -> DryRun {
    match what {
        What::Products => summary(&import::products(bytes, day), words),
        What::Students => summary(&import::students_naming(bytes, words.names()), words),
        // Whom they mean only the till knows: see `top_ups_read`.
        What::TopUps => summary(&import::top_ups(bytes), words),
    }
}

pub(super) fn bytes(path: &Path, words: &I18n) -> Result<Vec<u8>, String> {
    let too_long = fs::metadata(path).is_ok_and(|file| file.len() > import::MOST_BYTES as u64);
    if too_long {
        return Err(words.text("import-file-too-large"));
    }
    fs::read(path).map_err(|error| {
        let arguments = [
            ("path", path.display().to_string().into()),
            ("cause", (&error).into()),
        ];
        words.text_with("import-unreadable", &arguments)
    })
}

fn summary<T>(plan: &Plan<T>, words: &I18n) -> DryRun {
    let bad = plan.problems.iter().map(|problem| BadLine {
        number: problem.line,
        reason: problem.sentence(words),
    });
    DryRun {
        good: plan.rows.len(),
        bad: bad.collect(),
        ignored: plan.ignored.clone(),
    }
}

fn import(
    till: &Till,
    path: &Path,
    what: What,
    now: Moment,
    words: &I18n,
) -> Result<usize, String> {
    let bytes = bytes(path, words)?;
    let refused = |_| words.text("import-changed");
    let done = match what {
        What::Products => {
            let rows = import::products(&bytes, now.day())
                .into_rows()
                .map_err(refused)?;
            till.import_products(rows, Stamp::at(now)).wait()
        }
        What::Students => {
            let rows = import::students_naming(&bytes, words.names())
                .into_rows()
                .map_err(refused)?;
            till.import_students(rows, Stamp::at(now)).wait()
        }
        What::TopUps => Ok(Ok(0)),
    };
    flat(done).map_err(|why: Failed| {
        why.cause().into_iter().for_each(|cause| till.note(cause));
        why.sentence(words)
    })
}

/// What lines that name no tender are paid by.
const TOP_UPS_BY: TenderKind = TenderKind::Transfer;

fn planned(till: &Till, path: &Path, at: Option<At>, words: &I18n) -> Result<ListPlan, String> {
    let at = at.ok_or_else(|| words.text("no-right"))?;
    let plan = till.plan_top_ups(&bytes(path, words)?, TOP_UPS_BY, at);
    plan.map_err(|why| match why {
        Unplanned::Store(error) => Failed::from(error).sentence(words),
        Unplanned::Closing(closing) => Failed::from(closing).sentence(words),
    })
}

/// A dry run of top-ups; a list that was taken over before stands in its own way.
fn top_ups_read(till: &Till, path: &Path, at: Option<At>, words: &I18n) -> Result<DryRun, String> {
    let plan = planned(till, path, at, words)?;
    let before = plan.before.map(|day| BadLine {
        number: 1,
        reason: words.text_with("lists-top-ups-before", &[("day", day.into())]),
    });
    let bad = plan.problems.iter().map(|problem| BadLine {
        number: problem.line,
        reason: problem.sentence(words),
    });
    Ok(DryRun {
        good: plan.rows.len(),
        bad: before.into_iter().chain(bad).collect(),
        ignored: plan.ignored,
    })
}

fn top_ups_taken(till: &Till, path: &Path, at: Option<At>, words: &I18n) -> Result<usize, String> {
    let plan = planned(till, path, at, words)?;
    let (Some(at), true) = (at, plan.problems.is_empty()) else {
        return Err(words.text("import-changed"));
    };
    let taken = flat(till.take_top_ups(plan, false, at).wait());
    let taken = taken.map_err(|why| why.sentence(words))?;
    match (taken.lines, taken.before) {
        (0, Some(day)) => Err(words.text_with("lists-top-ups-before", &[("day", day.into())])),
        (lines, _) => Ok(lines),
    }
}
