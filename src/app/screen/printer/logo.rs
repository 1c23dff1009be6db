//! Choosing the picture above the tickets: a file, how it comes out on paper, storing it, and whether it came.
//!
//! It touches no disk and no printer: it asks, and is told what came of it.

use std::path::PathBuf;
use std::sync::Arc;

use super::Action;
use crate::app::screen::lists::Entry;
use crate::app::widget::Paper;
use crate::printing::{Logo, Memory};
use crate::till::logo::Stored;

/// The state of the page.
#[derive(Debug, Clone)]
pub(super) struct Chooser {
    pub(super) folder: PathBuf,
    pub(super) entries: Vec<Entry>,
    pub(super) stage: Stage,
    /// How the printer in use keeps pictures.
    pub(super) memory: Memory,
    /// The picture that was read last, and its paper.
    pub(super) read: Option<(Arc<Logo>, Paper)>,
    /// How many seconds it takes to the printer.
    pub(super) takes_s: u64,
    /// Why a file was not taken, in a sentence for the user.
    pub(super) fault: Option<String>,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// A file is looked for, or one was read.
    Choosing,
    /// It is on its way.
    Storing,
    /// A proof came out, or will.
    Asking,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to the printer's page.
    Left,
    /// A row of the folder was pressed.
    EntryPressed(usize),
    /// To the folder above.
    AbovePressed,
    /// The printer is to keep it.
    StorePressed,
    /// It is to travel with each ticket.
    SendPressed,
    /// The picture is on the paper.
    CamePressed,
    /// It is not.
    DidNotComePressed,
}

/// What is to be done about the picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted {
    /// List the folders and pictures of this folder, or of the usual one.
    List(Option<PathBuf>),
    /// Read this file and draw its paper.
    Read(PathBuf),
    /// Have the printer keep it.
    Store(Arc<Logo>),
    /// Send it with each ticket.
    Send(Arc<Logo>),
    /// The printer did not keep it.
    DidNotCome,
    /// No picture any more.
    Clear,
}

/// What came of that.
#[derive(Debug, Clone)]
pub enum Told {
    /// A folder's entries.
    Listed(PathBuf, Vec<Entry>),
    /// The picture of a file with its paper, and how many seconds it takes; or a sentence for the user.
    Read(Result<(Arc<Logo>, Paper, u64), String>),
    /// What came of storing it; or a sentence for the user.
    Stored(Result<Stored, String>),
}

impl Chooser {
    pub(super) fn new(memory: Memory) -> Self {
        Self {
            folder: PathBuf::new(),
            entries: Vec::new(),
            stage: Stage::Choosing,
            memory,
            read: None,
            takes_s: 0,
            fault: None,
        }
    }

    /// What was asked came back. True if the page has nothing more to do.
    pub(super) fn told(&mut self, told: Told) -> bool {
        match told {
            Told::Listed(folder, entries) => {
                self.folder = folder;
                self.entries = entries;
            }
            Told::Read(Ok((logo, paper, takes_s))) => {
                self.read = Some((logo, paper));
                self.takes_s = takes_s;
                self.fault = None;
            }
            Told::Read(Err(why)) => {
                self.read = None;
                self.fault = Some(why);
            }
            Told::Stored(Ok(Stored::Sent)) => self.stage = Stage::Asking,
            Told::Stored(Ok(Stored::WithEach)) => return true,
            Told::Stored(_) => self.stage = Stage::Choosing,
        }
        false
    }

    /// Takes in what happened; `None` for leaving the page.
    pub(super) fn update(&mut self, message: Message) -> Option<Action> {
        let logo = self.read.as_ref().map(|(logo, _)| Arc::clone(logo));
        let wanted = match (message, self.stage, logo) {
            // What is on its way cannot be called back.
            (_, Stage::Storing, _) => return Some(Action::None),
            (Message::Left | Message::CamePressed, _, _) => return None,
            (Message::DidNotComePressed, Stage::Asking, _) => Wanted::DidNotCome,
            (Message::EntryPressed(at), Stage::Choosing, _) => self.open(at)?,
            (Message::AbovePressed, Stage::Choosing, _) => {
                Wanted::List(Some(self.folder.parent()?.to_owned()))
            }
            (Message::StorePressed, Stage::Choosing, Some(logo)) if self.memory != Memory::None => {
                self.stage = Stage::Storing;
                Wanted::Store(logo)
            }
            (Message::SendPressed, Stage::Choosing, Some(logo)) => {
                self.stage = Stage::Storing;
                Wanted::Send(logo)
            }
            _ => return Some(Action::None),
        };
        Some(Action::Logo(wanted))
    }

    fn open(&self, at: usize) -> Option<Wanted> {
        let entry = self.entries.get(at)?;
        let path = entry.path.clone();
        Some(match entry.is_folder {
            true => Wanted::List(Some(path)),
            false => Wanted::Read(path),
        })
    }
}
