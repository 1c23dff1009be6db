//! Backups that are known to restore.
//!
//! A backup is taken while selling goes on, proves itself by being unpacked and read before it gets its
//! name, and says loudly when it could not be made. It holds everything one canteen keeps: the database,
//! the settings and the pupils' photos. It is a tar packed by zstd, so that common tools open it too.

mod control;
mod due;
mod error;
mod folder;
mod keep;
mod keeper;
mod make;
mod manifest;
mod name;
mod read;
mod restore;
mod said;
pub mod schedule;
mod seal;
mod second;
mod state;
mod work;
pub(crate) use work::be_modest;

pub use control::{Control, Stage};
pub use due::{Health, RETRY_MS, is_due, latest_slot, next_slot};
pub use error::{Error, Flaw};
pub use folder::{Entry, Standing};
pub use keeper::{Keeper, Made, Pruned, Verified};
pub use manifest::{Manifest, Part, Reason};
pub use restore::{Loss, Ready, Restored};
pub use said::{contents, megabytes, moment};
pub use state::{Failure, Seen, State};
