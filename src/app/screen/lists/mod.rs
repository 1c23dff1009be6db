//! Reading the catalogue and the pupils from CSV lists: choose a file, see the dry run, import.
//!
//! A part of two screens: the first start and the settings. It touches no disk: it asks for a
//! folder's entries, for a dry run and for the import, and is told what came of each.

mod view;

use std::path::{Path, PathBuf};

/// What a list holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum What {
    /// The catalogue.
    #[default]
    Products,
    /// The pupils, their guardians and cards.
    Students,
    /// Money for many pupils' accounts.
    TopUps,
}

/// A row of the file chooser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The whole path.
    pub path: PathBuf,
    /// True for a folder to look into, false for a file to read.
    pub is_folder: bool,
}

/// A line that cannot be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Its number in the file, from 1.
    pub number: u64,
    /// Why, as a sentence for the user.
    pub reason: String,
}

/// What an import would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DryRun {
    /// How many lines can be imported.
    pub good: usize,
    /// The lines that cannot; with one of them nothing is imported.
    pub bad: Vec<BadLine>,
    /// Headings that the till has no use for: one may be misspelt.
    pub ignored: Vec<String>,
}

/// How far it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Choosing,
    Reading,
    Read(DryRun),
    Importing,
    Imported(usize),
    /// A sentence for the user.
    Failed(String),
}

/// The state of the import.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    what: What,
    folder: PathBuf,
    entries: Vec<Entry>,
    path: String,
    stage: Stage,
    any_imported: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Catalogue or pupils.
    WhatChosen(What),
    /// The path was typed.
    PathTyped(String),
    /// A row of the chooser was pressed.
    EntryPressed(usize),
    /// To the folder above.
    AbovePressed,
    /// Read the file at the path.
    ReadPressed,
    /// Import what the dry run showed.
    ImportPressed,
    /// Back to choosing.
    AnotherPressed,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// List the folders and CSV files in this folder; answer with [`Lists::listed`].
    List(PathBuf),
    /// Read the list without importing it; answer with [`Lists::read`].
    ReadImport {
        /// The file.
        path: PathBuf,
        /// What it holds.
        what: What,
    },
    /// Import the list, all or nothing; answer with [`Lists::imported`].
    Import {
        /// The file.
        path: PathBuf,
        /// What it holds.
        what: What,
    },
}

impl Lists {
    /// The import, beginning in this folder with these entries.
    #[must_use]
    pub fn new(folder: PathBuf, entries: Vec<Entry>) -> Self {
        Self {
            folder,
            entries,
            ..Self::default()
        }
    }

    /// The entries of a folder that [`Action::List`] asked for.
    pub fn listed(&mut self, folder: PathBuf, entries: Vec<Entry>) {
        self.folder = folder;
        self.entries = entries;
    }

    /// The answer to [`Action::ReadImport`]; the error is a sentence for the user.
    pub fn read(&mut self, answer: Result<DryRun, String>) {
        if self.stage == Stage::Reading {
            self.stage = answer.map_or_else(Stage::Failed, Stage::Read);
        }
    }

    /// The answer to [`Action::Import`]: how many were imported, or a sentence for the user.
    pub fn imported(&mut self, answer: Result<usize, String>) {
        if self.stage == Stage::Importing {
            self.any_imported |= answer.is_ok();
            self.stage = answer.map_or_else(Stage::Failed, Stage::Imported);
        }
    }

    /// Whether an answer is awaited.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Reading | Stage::Importing)
    }

    /// Whether any list was imported since this was made.
    #[must_use]
    pub const fn has_imported(&self) -> bool {
        self.any_imported
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Action {
        if self.is_busy() {
            return Action::None;
        }
        match message {
            Message::WhatChosen(what) => self.choose(what),
            Message::PathTyped(path) => self.type_path(path),
            Message::EntryPressed(index) => self.open(index),
            Message::AbovePressed => self.above(),
            Message::ReadPressed => self.ask_to_read(),
            Message::ImportPressed => self.ask_to_import(),
            Message::AnotherPressed => self.choose(self.what),
        }
    }

    fn choose(&mut self, what: What) -> Action {
        self.what = what;
        self.stage = Stage::Choosing;
        Action::None
    }

    /// Takes the letters of a scan out of the path.
    pub fn take_back(&mut self, letters: &str) {
        if let Some(without) = crate::domain::scanner::take_back(&self.path, letters) {
            self.path = without;
        }
    }

    fn type_path(&mut self, path: String) -> Action {
        self.path = path;
        self.stage = Stage::Choosing;
        Action::None
    }

    fn open(&mut self, index: usize) -> Action {
        let Some(entry) = self.entries.get(index) else {
            return Action::None;
        };
        if entry.is_folder {
            return Action::List(entry.path.clone());
        }
        self.path = entry.path.display().to_string();
        self.ask_to_read()
    }

    fn above(&self) -> Action {
        self.folder
            .parent()
            .map_or(Action::None, |above| Action::List(above.to_owned()))
    }

    fn ask_to_read(&mut self) -> Action {
        let Some(path) = self.path() else {
            return Action::None;
        };
        self.stage = Stage::Reading;
        let what = self.what;
        Action::ReadImport { path, what }
    }

    fn ask_to_import(&mut self) -> Action {
        let (Some(path), true) = (self.path(), self.can_import()) else {
            return Action::None;
        };
        self.stage = Stage::Importing;
        let what = self.what;
        Action::Import { path, what }
    }

    fn path(&self) -> Option<PathBuf> {
        let path = self.path.trim();
        (!path.is_empty()).then(|| Path::new(path).to_owned())
    }

    /// All or nothing: one bad line stops the import.
    fn can_import(&self) -> bool {
        matches!(&self.stage, Stage::Read(run) if run.bad.is_empty() && run.good > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_downloads() -> Lists {
        let folder = PathBuf::from("descargas");
        let entries = [("2026", true), ("productos.csv", false)].map(|(name, is_folder)| Entry {
            path: folder.join(name),
            is_folder,
        });
        Lists::new(folder, entries.into())
    }

    #[test]
    fn a_file_is_read_before_it_is_imported() {
        let mut lists = in_downloads();
        assert_eq!(lists.update(Message::ImportPressed), Action::None);
        let path = Path::new("descargas").join("productos.csv");
        let what = What::Products;
        let read = lists.update(Message::EntryPressed(1));
        let wanted = path.clone();
        assert_eq!(read, Action::ReadImport { path: wanted, what });
        lists.read(Ok(DryRun {
            good: 120,
            ..DryRun::default()
        }));
        let import = lists.update(Message::ImportPressed);
        assert_eq!(import, Action::Import { path, what });
        assert_eq!(lists.update(Message::ImportPressed), Action::None, "twice");
    }

    #[test]
    fn one_bad_line_stops_the_import() {
        let mut lists = in_downloads();
        let _ = lists.update(Message::EntryPressed(1));
        let bad = vec![BadLine {
            number: 7,
            reason: "sin precio".into(),
        }];
        lists.read(Ok(DryRun {
            good: 119,
            bad,
            ..DryRun::default()
        }));
        assert_eq!(lists.update(Message::ImportPressed), Action::None);
    }

    #[test]
    fn a_folder_is_looked_into_and_a_path_changed_after_the_dry_run_is_read_again() {
        let mut lists = in_downloads();
        let into = lists.update(Message::EntryPressed(0));
        assert_eq!(into, Action::List(Path::new("descargas").join("2026")));
        let _ = lists.update(Message::EntryPressed(1));
        lists.read(Ok(DryRun {
            good: 1,
            ..DryRun::default()
        }));
        let _ = lists.update(Message::PathTyped("otro.csv".into()));
        assert_eq!(lists.update(Message::ImportPressed), Action::None);
    }
}
