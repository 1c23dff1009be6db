//! What the pages of settings want done.

use std::path::PathBuf;

use crate::domain::receipt::Shop;
use crate::settings::Entry;

/// What is to be done; answered with `Settings::settings_stand` or `Settings::settings_refused`, where
/// nothing else is said.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted {
    /// Read how everything is set.
    Read,
    /// Set these so.
    Keep(Vec<(&'static Entry, String)>),
    /// Draw the ticket of this shop; answered with `Settings::previewed`.
    Preview(Box<Shop>),
    /// Write all settings into this file; answered with `Settings::transferred`.
    Export(PathBuf),
    /// Say what the settings of this file would change; answered with `Settings::planned`.
    Plan(PathBuf),
    /// Take them over; answered with `Settings::transferred`.
    Import(PathBuf),
}
