//! The iced program: screens, widgets, theme. It runs no SQL, opens no port and never blocks.

pub mod chart_desk;
pub mod desk;
pub mod font;
pub mod goods_desk;
pub mod icon;
pub mod judge;
pub mod offscreen;
pub mod people_desk;
pub mod photo;
mod program;
pub mod screen;
pub mod sound;
pub mod surface;
pub mod theme;
pub mod tour;
pub mod widget;
mod words;

pub use iced::Size;
pub use program::{Sight, Watch};

use std::time::Duration;

use crate::settings::DataFolder;
use crate::till::training::Practice;
use crate::till::{self, Till};

/// How long closing waits for the ticket that is being sent.
const LAST_TICKET: Duration = Duration::from_secs(3);

/// Why the till does not run.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The canteen does not open.
    #[error(transparent)]
    Till(#[from] till::Error),
    /// The window does not open.
    #[error("the window cannot be opened: {0}")]
    Window(iced::Error),
}

/// Opens the canteen of a data folder in a window, until it is closed; `printer` overrides the settings.
///
/// # Errors
/// [`Error`].
pub fn run(folder: DataFolder, printer: Option<&str>) -> Result<(), Error> {
    show(folder, printer, None)
}

/// The same, while somebody measures it.
///
/// # Errors
/// [`Error`].
pub fn run_watched(folder: DataFolder, printer: Option<&str>, watch: Watch) -> Result<(), Error> {
    show(folder, printer, Some(watch))
}

/// Opens the window on a copy of a canteen to practise on; the copy is thrown away when the window is closed.
///
/// # Errors
/// [`Error`].
pub fn practise(practice: Practice) -> Result<(), Error> {
    let till = Till::open(practice.folder().clone(), None)?;
    let ran = program::practise(std::sync::Arc::new(practice), &till);
    till.close(LAST_TICKET);
    ran
}

fn show(folder: DataFolder, printer: Option<&str>, watch: Option<Watch>) -> Result<(), Error> {
    let till = Till::open(folder, printer)?;
    let ran = program::run(&till, watch);
    till.close(LAST_TICKET);
    ran
}
