//! What is heard at the till: two falling tones for a refusal, one for a question; and, if the canteen
//! wants it, the alert read out.
//!
//! Sounds are made here and played by whatever the system has, on a thread of their own and for a bounded
//! time. Where nothing plays them, nothing is heard and nothing waits.

mod player;
mod tone;

use std::path::PathBuf;
use std::sync::mpsc::{self, SyncSender};
use std::thread;

use crate::domain::Locale;
use crate::domain::diet::Response;

/// What a sound says. Ordered: a later one is more urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// Somebody has to answer for something.
    Ask,
    /// It must not be sold.
    Refuse,
}

impl Cue {
    /// Every cue.
    pub const ALL: [Self; 2] = [Self::Ask, Self::Refuse];

    /// The cue for what the till does; `None` where it just sells.
    #[must_use]
    pub const fn of(response: Response) -> Option<Self> {
        match response {
            Response::Allow => None,
            Response::Confirm | Response::Approve => Some(Self::Ask),
            Response::Refuse => Some(Self::Refuse),
        }
    }

    const fn file(self) -> &'static str {
        match self {
            Self::Ask => "ask.wav",
            Self::Refuse => "refuse.wav",
        }
    }
}

/// What is to be heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The tones; `None` if the canteen wants none.
    pub cue: Option<Cue>,
    /// The words after them, in that language; `None` if it wants none.
    pub said: Option<(String, Locale)>,
}

/// The thread that plays. Cheap to clone; it ends with the last one.
#[derive(Debug, Clone)]
pub struct Sound {
    queue: SyncSender<Heard>,
}

impl Sound {
    /// Starts the thread; it keeps the tones as files in `folder`. `None` if the system has no thread to give.
    #[must_use]
    pub fn start(folder: PathBuf) -> Option<Self> {
        // One that plays and one that waits: what comes while both are taken is not worth hearing any more.
        let (queue, wanted) = mpsc::sync_channel(1);
        let spawned = thread::Builder::new()
            .name("sound".to_owned())
            .spawn(move || player::serve(&folder, &wanted));
        spawned.ok().map(|_| Self { queue })
    }

    /// Has it heard; never waits.
    pub fn play(&self, heard: Heard) {
        let _full_or_gone_it_is_not_heard = self.queue.try_send(heard);
    }
}
