//! `cantina` alone: the till's window.

use std::env;

use super::{Context, Outcome, Refusal};

/// Opens the till on this user's canteen.
pub fn open(context: &Context) -> Result<Outcome, Refusal> {
    let folder = context.folder()?;
    if lacks_display() {
        return Err(Refusal::new("no_display"));
    }
    let _ = folder;
    Err(Refusal::new("no_window"))
}

/// Windows and macOS always have one; elsewhere a variable says where it is.
pub fn lacks_display() -> bool {
    let named = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(all(unix, not(target_os = "macos"))) && !named("DISPLAY") && !named("WAYLAND_DISPLAY")
}
