//! The first part of a backup: what it is, and what is in it.

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::Moment;
use crate::store::Contents;
use crate::store::chain::Head;

/// The manifest's own name in the backup.
pub(super) const NAME: &str = "manifest.json";
/// The database's.
pub(super) const DATABASE: &str = "cantina.db";
/// The settings'.
pub(super) const CONFIG: &str = "config.toml";
/// The photos' folder.
pub(super) const PHOTOS: &str = "photos/";
/// The version of the format.
pub(super) const FORMAT: u32 = 1;
/// The longest that a manifest may be: about a hundred thousand photos.
pub(super) const MOST_BYTES: u64 = 16 << 20;

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the format: 1.
    pub format: u32,
    /// Whose backup it is: the same in all that one data folder makes.
    pub canteen: Uuid,
    /// When it was made, with the local offset.
    pub made_at: DateTime<FixedOffset>,
    /// Why it was made.
    pub reason: Reason,
    /// The version of the program that made it.
    pub app: String,
    /// What is in the database.
    pub contents: Contents,
    /// The end of the chain of facts: who has this backup knows whether any was changed since. `None`
    /// in one from before there was a chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<Head>,
    /// What comes after the manifest, in this order.
    pub parts: Vec<Part>,
}

/// A file in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its name in the backup.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// Its BLAKE3, in hexadecimal.
    pub blake3: String,
}

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Somebody asked for it.
    Asked,
    /// It was time.
    Daily,
    /// Another one was about to be brought back.
    BeforeRestore,
}

impl Manifest {
    /// When it was made.
    #[must_use]
    pub fn made(&self) -> Moment {
        Moment::new(self.made_at)
    }

    /// Names this backup and no other: the hash of its manifest.
    #[must_use]
    pub fn id(&self) -> String {
        let text = serde_json::to_vec(self).unwrap_or_default();
        blake3::hash(&text).to_hex().to_string()
    }

    pub(super) fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name == name)
    }
}

/// The moment with the offset that its clock has.
pub(super) fn with_offset(now: Moment) -> DateTime<FixedOffset> {
    let utc = DateTime::from_timestamp_millis(now.at.0).unwrap_or_default();
    let ahead: TimeDelta = now.local - utc.naive_utc();
    let seconds = i32::try_from(ahead.num_seconds()).unwrap_or(0);
    let offset = FixedOffset::east_opt(seconds - seconds % 60);
    offset.map_or_else(|| utc.fixed_offset(), |offset| utc.with_timezone(&offset))
}
