//! Who may read and who may write: SQLite's two kinds of locks, for connections of one process.
//!
//! The rules are those of <https://sqlite.org/lockingv3.html> and, for shared memory, of `xShmLock` in
//! `sqlite3.h`. Pure: whoever cannot have a lock is told so and never waits here.

use std::collections::BTreeSet;
use std::ops::Range;

/// One open file of one connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holder(pub u64);

/// How much of a database file a connection asks for, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    None,
    Shared,
    Reserved,
    Exclusive,
}

/// The lock of one database file.
#[derive(Debug, Default)]
pub struct FileLock {
    readers: BTreeSet<Holder>,
    /// The one that means to write; readers may still come.
    reserved: Option<Holder>,
    /// The one that waits for the readers to leave; no reader may come.
    pending: Option<Holder>,
    exclusive: Option<Holder>,
}

impl FileLock {
    /// Whether the holder now has at least this level.
    pub fn raise(&mut self, holder: Holder, to: Level) -> bool {
        match to {
            Level::None => true,
            Level::Shared => self.share(holder),
            Level::Reserved => self.reserve(holder),
            Level::Exclusive => self.exclude(holder),
        }
    }

    pub fn lower(&mut self, holder: Holder, to: Level) {
        if to < Level::Reserved {
            for held in [&mut self.reserved, &mut self.pending, &mut self.exclusive] {
                held.take_if(|other| *other == holder);
            }
        }
        if to == Level::None {
            self.readers.remove(&holder);
        }
    }

    /// Whether anyone means to write.
    pub const fn is_reserved(&self) -> bool {
        self.reserved.is_some() || self.pending.is_some() || self.exclusive.is_some()
    }

    fn share(&mut self, holder: Holder) -> bool {
        let free = is_free(self.pending, holder) && is_free(self.exclusive, holder);
        if free {
            self.readers.insert(holder);
        }
        free
    }

    fn reserve(&mut self, holder: Holder) -> bool {
        let free = [self.reserved, self.pending, self.exclusive]
            .into_iter()
            .all(|held| is_free(held, holder));
        if free {
            self.reserved = Some(holder);
        }
        free
    }

    /// A holder that has to wait for readers keeps new ones out meanwhile.
    fn exclude(&mut self, holder: Holder) -> bool {
        if ![self.reserved, self.pending, self.exclusive]
            .into_iter()
            .all(|held| is_free(held, holder))
        {
            return false;
        }
        self.pending = Some(holder);
        let alone = self.readers.iter().all(|reader| *reader == holder);
        if alone {
            self.exclusive = Some(holder);
        }
        alone
    }
}

fn is_free(held: Option<Holder>, asking: Holder) -> bool {
    held.is_none_or(|holder| holder == asking)
}

/// How many locks one shared memory has (`SQLITE_SHM_NLOCK`).
const SLOTS: usize = 8;

/// The locks of one shared memory.
#[derive(Debug, Default)]
pub struct SharedLocks {
    slots: [Slot; SLOTS],
}

#[derive(Debug, Default)]
struct Slot {
    readers: BTreeSet<Holder>,
    writer: Option<Holder>,
}

impl SharedLocks {
    /// Takes all of these locks to read, or none.
    pub fn share(&mut self, holder: Holder, range: Range<usize>) -> bool {
        let free = self.slots[range.clone()]
            .iter()
            .all(|slot| is_free(slot.writer, holder));
        if free {
            for slot in &mut self.slots[range] {
                slot.readers.insert(holder);
            }
        }
        free
    }

    /// Takes all of these locks to write, or none.
    pub fn exclude(&mut self, holder: Holder, range: Range<usize>) -> bool {
        let free = self.slots[range.clone()].iter().all(|slot| {
            is_free(slot.writer, holder) && slot.readers.iter().all(|reader| *reader == holder)
        });
        if free {
            for slot in &mut self.slots[range] {
                slot.writer = Some(holder);
            }
        }
        free
    }

    pub fn release(&mut self, holder: Holder, range: Range<usize>) {
        for slot in &mut self.slots[range] {
            slot.readers.remove(&holder);
            slot.writer.take_if(|writer| *writer == holder);
        }
    }

    pub fn release_all(&mut self, holder: Holder) {
        self.release(holder, 0..SLOTS);
    }
}

#[cfg(test)]
mod tests {
    use super::{FileLock, Holder, Level, SharedLocks};

    const TILL: Holder = Holder(1);
    const REPORT: Holder = Holder(2);

    #[test]
    fn a_writer_waits_for_readers_and_keeps_new_ones_out() {
        let mut lock = FileLock::default();
        assert!(lock.raise(TILL, Level::Shared) && lock.raise(REPORT, Level::Shared));
        assert!(lock.raise(TILL, Level::Reserved));
        assert!(!lock.raise(REPORT, Level::Reserved), "one writer");
        assert!(!lock.raise(TILL, Level::Exclusive), "a reader is there");
        assert!(
            !lock.raise(Holder(3), Level::Shared),
            "no new reader while it waits"
        );
        lock.lower(REPORT, Level::None);
        assert!(lock.raise(TILL, Level::Exclusive));
        assert!(!lock.raise(REPORT, Level::Shared));
        lock.lower(TILL, Level::Shared);
        assert!(lock.raise(REPORT, Level::Shared) && !lock.is_reserved());
    }

    #[test]
    fn shared_memory_locks_are_taken_all_or_none() {
        let mut locks = SharedLocks::default();
        assert!(locks.share(REPORT, 4..5));
        assert!(!locks.exclude(TILL, 3..6));
        assert!(
            locks.exclude(REPORT, 3..4),
            "nothing was taken by the refused one"
        );
        locks.release_all(REPORT);
        assert!(locks.exclude(TILL, 3..6));
        assert!(!locks.share(REPORT, 5..6));
    }
}
