//! The printer that is not there: its paper on the screen, and switches for all that can go wrong with one.
//!
//! For demos, for training, and to see what a ticket looks like before a printer is bought.

mod view;

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::app::widget::Paper;
use crate::domain::PrintJobId;
use crate::domain::scanner::take_back;
use crate::printing::Document;
use crate::printing::virtual_printer::{Sheet, Trouble};

/// The longest folder that can be typed, in letters.
const FOLDER_MAX: usize = 400;

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct VirtualPrinter {
    troubles: BTreeSet<Trouble>,
    /// Newest last.
    sheets: Vec<Sheet>,
    /// Which one is looked at; `None` for the newest, whichever that is.
    chosen: Option<PrintJobId>,
    /// The paper that is shown, and of which sheet it was drawn.
    paper: Option<(Sheet, Paper)>,
    /// The sheet that is being drawn.
    drawing: Option<Sheet>,
    folder: String,
    saved: Option<Result<String, String>>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A switch was pressed: this trouble begins, or ends.
    Switched(Trouble, bool),
    /// All is well again.
    Mended,
    /// A paper of the list was pressed.
    Chosen(PrintJobId),
    /// The newest, please.
    NewestPressed,
    /// Where to save was typed.
    FolderTyped(String),
    /// The paper as picture and text, please.
    SavePressed,
    /// Back to where one was.
    Left,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// This trouble begins, or ends.
    Trouble(Trouble, bool),
    /// All is well again.
    MendAll,
    /// Draw this sheet; answer with [`VirtualPrinter::drawn`].
    Draw(Box<Sheet>),
    /// Save this paper as a picture and as text; answer with [`VirtualPrinter::saved`].
    Save {
        /// Which.
        job: PrintJobId,
        /// The paper.
        page: Box<Document>,
        /// Where to.
        folder: PathBuf,
    },
    /// Back to where one was.
    Leave,
}

impl VirtualPrinter {
    /// The screen; papers are saved in `folder` unless another is typed.
    #[must_use]
    pub fn new(folder: String) -> Self {
        Self {
            folder,
            ..Self::default()
        }
    }

    /// The printer as it is now.
    pub fn stands(&mut self, troubles: BTreeSet<Trouble>, sheets: Vec<Sheet>) -> Action {
        self.troubles = troubles;
        self.sheets = sheets;
        self.draw()
    }

    /// A sheet was drawn; if it has grown meanwhile it is drawn again.
    pub fn drawn(&mut self, sheet: Sheet, paper: Paper) -> Action {
        if self.drawing.as_ref() == Some(&sheet) {
            self.drawing = None;
        }
        self.paper = Some((sheet, paper));
        self.draw()
    }

    /// Where the paper was saved, or why not.
    pub fn saved(&mut self, saved: Result<String, String>) {
        self.saved = Some(saved);
    }

    /// Takes the letters of a scan out of the folder.
    pub fn take_back(&mut self, letters: &str) {
        if let Some(without) = take_back(&self.folder, letters) {
            self.folder = without;
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Switched(trouble, on) => Action::Trouble(trouble, on),
            Message::Mended => Action::MendAll,
            Message::Chosen(job) => self.choose(Some(job)),
            Message::NewestPressed => self.choose(None),
            Message::FolderTyped(folder) => self.write(&folder),
            Message::SavePressed => self.save(),
            Message::Left => Action::Leave,
        }
    }

    fn choose(&mut self, job: Option<PrintJobId>) -> Action {
        self.chosen = job;
        self.saved = None;
        self.draw()
    }

    fn write(&mut self, folder: &str) -> Action {
        self.folder = folder.chars().take(FOLDER_MAX).collect();
        self.saved = None;
        Action::None
    }

    fn shown(&self) -> Option<&Sheet> {
        let chosen = self.chosen.and_then(|job| {
            let mut all = self.sheets.iter();
            all.find(|sheet| sheet.job == job)
        });
        chosen.or_else(|| self.sheets.last())
    }

    /// One picture at a time: what came meanwhile is drawn after it.
    fn draw(&mut self) -> Action {
        let drawn = self.paper.as_ref().map(|(sheet, _)| sheet);
        let Some(shown) = self.shown().filter(|shown| Some(*shown) != drawn).cloned() else {
            return Action::None;
        };
        if self.drawing.is_some() {
            return Action::None;
        }
        self.drawing = Some(shown.clone());
        Action::Draw(Box::new(shown))
    }

    fn can_save(&self) -> bool {
        !self.folder.trim().is_empty() && self.shown().is_some_and(|sheet| sheet.finished)
    }

    fn save(&mut self) -> Action {
        let folder = PathBuf::from(self.folder.trim());
        match self.shown().filter(|_| self.can_save()) {
            Some(sheet) => Action::Save {
                job: sheet.job,
                page: Box::new(sheet.document.clone()),
                folder,
            },
            None => Action::None,
        }
    }
}

#[cfg(test)]
mod tests;
