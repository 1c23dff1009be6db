//! `[reports]`: what is written of the dashboard by itself.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// What is written of the dashboard by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reports {
    /// The folder into which its page is written at each close of the shift; empty for none. It may be
    /// one that is synchronised, so that the owner reads it from home.
    pub folder: PathBuf,
}

impl Reports {
    /// The folder, if there is one.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        (!self.folder.as_os_str().is_empty()).then_some(self.folder.as_path())
    }
}
