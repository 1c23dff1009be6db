//! `cantina` alone: the till's window.

use std::env;

use super::{Context, Outcome, Refusal};
use crate::settings::DataFolder;
use crate::till::training::{self, Practice};

/// Opens the till on this user's canteen.
pub fn open(context: &Context) -> Result<Outcome, Refusal> {
    let folder = context.folder()?;
    if lacks_display() {
        return Err(Refusal::new("no_display"));
    }
    show(context, folder)
}

/// Opens the till on a copy of this user's canteen, to practise on.
pub fn practise(context: &Context) -> Result<Outcome, Refusal> {
    let folder = context.folder()?;
    if !folder.database().exists() {
        let path = folder.root().display().to_string();
        return Err(Refusal::new("no_canteen").told("path", path));
    }
    if lacks_display() {
        return Err(Refusal::new("no_display"));
    }
    let practice = Practice::of(&folder).map_err(|why| match why {
        training::Error::Store(error) => Refusal::from(error),
        training::Error::Settings(error) => Refusal::from(error),
        training::Error::Io(error) => Refusal::new("no_training")
            .told("cause", &error)
            .said("training-failed"),
    })?;
    shown(crate::app::practise(practice))
}

/// Shows the canteen of a folder until its window is closed.
pub fn show(context: &Context, folder: DataFolder) -> Result<Outcome, Refusal> {
    shown(crate::app::run(folder, context.printer.as_deref()))
}

/// How a window ended.
pub fn shown(ended: Result<(), crate::app::Error>) -> Result<Outcome, Refusal> {
    match ended {
        Ok(()) => Ok(Outcome::Done),
        Err(crate::app::Error::Till(error)) => Err(error.into()),
        Err(crate::app::Error::Window(error)) => {
            Err(Refusal::new("no_window").told("cause", error.to_string()))
        }
    }
}

/// Windows and macOS always have one; elsewhere a variable says where it is.
pub fn lacks_display() -> bool {
    let named = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(all(unix, not(target_os = "macos"))) && !named("DISPLAY") && !named("WAYLAND_DISPLAY")
}
