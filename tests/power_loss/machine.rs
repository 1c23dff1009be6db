//! The computer that the till runs on: a disk, the locks and shared memory of its processes, and a clock.
//!
//! [`Machine`] is what a history holds in its hands; [`State`] is what SQLite reaches through `vfs.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::CString;
use std::ops::Range;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard};

use crate::dice::Dice;
use crate::disk::{Armed, Disk, FileId};
use crate::inode::Drive;
use crate::locks::{FileLock, Holder, Level, SharedLocks};
use crate::vfs::Registration;

/// When every simulated computer is switched on: Monday 2 March 2026, 10:00 UTC, in Unix milliseconds.
const SWITCHED_ON_MS: i64 = 1_772_445_600_000;

/// A computer in memory, reachable for SQLite as the VFS of its name until it is dropped.
pub struct Machine {
    state: Arc<Mutex<State>>,
    registration: Registration,
}

impl Machine {
    /// Two machines alive at once need two names.
    pub fn new(name: &str, drive: Drive, dice: Dice) -> Self {
        let name = CString::new(name).expect("a VFS name holds no zero byte");
        let state = Arc::new(Mutex::new(State::new(Disk::new(drive, dice))));
        let registration = Registration::new(name, Arc::clone(&state));
        Self {
            state,
            registration,
        }
    }

    /// What a connection names in `vfs=`.
    pub fn vfs(&self) -> &str {
        self.registration.name()
    }

    pub fn cut_power_after(&self, steps: u64) {
        self.lock().disk.cut_power_after(steps);
    }

    pub fn cut_power(&self) {
        self.lock().disk.cut_power();
    }

    pub fn is_powered(&self) -> bool {
        self.lock().disk.is_powered()
    }

    pub fn arm(&self, armed: Armed) {
        self.lock().disk.arm(armed);
    }

    pub fn fill_up_to(&self, free_bytes: usize) {
        self.lock().disk.fill_up_to(free_bytes);
    }

    pub fn mend(&self) {
        self.lock().disk.mend();
    }

    pub fn faults(&self) -> u64 {
        self.lock().disk.faults()
    }

    pub fn steps(&self) -> u64 {
        self.lock().disk.steps()
    }

    /// The power goes, every process is gone, the power comes back.
    ///
    /// # Panics
    /// When a file is still open: a process that outlives its power would prove nothing.
    pub fn restart(&self) {
        let mut state = self.lock();
        assert!(
            state.open.is_empty(),
            "still open at a restart: {:?}",
            state.open
        );
        state.disk.restart();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state
            .lock()
            .expect("nobody panics while holding the machine")
    }
}

/// What the connections of one machine share.
#[derive(Debug)]
pub struct State {
    pub disk: Disk,
    file_locks: BTreeMap<FileId, FileLock>,
    shared: BTreeMap<FileId, SharedMemory>,
    open: BTreeSet<Holder>,
    next_holder: u64,
    now_ms: i64,
}

impl State {
    const fn new(disk: Disk) -> Self {
        Self {
            disk,
            file_locks: BTreeMap::new(),
            shared: BTreeMap::new(),
            open: BTreeSet::new(),
            next_holder: 0,
            now_ms: SWITCHED_ON_MS,
        }
    }

    pub fn opened(&mut self) -> Holder {
        let holder = Holder(self.next_holder);
        self.next_holder += 1;
        self.open.insert(holder);
        holder
    }

    pub fn closed(&mut self, holder: Holder, file: FileId) {
        self.open.remove(&holder);
        self.lower(holder, file, Level::None);
        self.leave_shared_memory(holder, file);
    }

    /// Unix milliseconds; every look at the clock takes one.
    pub const fn now_ms(&mut self) -> i64 {
        self.now_ms += 1;
        self.now_ms
    }

    /// Sleeping costs simulated time only.
    pub fn sleep(&mut self, microseconds: u32) {
        self.now_ms += i64::from(microseconds / 1_000).max(1);
    }

    pub fn raise(&mut self, holder: Holder, file: FileId, to: Level) -> bool {
        self.file_locks.entry(file).or_default().raise(holder, to)
    }

    pub fn lower(&mut self, holder: Holder, file: FileId, to: Level) {
        self.file_locks.entry(file).or_default().lower(holder, to);
    }

    pub fn is_reserved(&self, file: FileId) -> bool {
        self.file_locks
            .get(&file)
            .is_some_and(FileLock::is_reserved)
    }

    /// One region of the shared memory of this file; null when it is not there and was not asked for.
    pub fn map_shared_memory(
        &mut self,
        holder: Holder,
        file: FileId,
        region: usize,
        region_bytes: usize,
        extend: bool,
    ) -> *mut std::ffi::c_void {
        let shared = self.shared.entry(file).or_default();
        shared.holders.insert(holder);
        while extend && shared.regions.len() <= region {
            let words = region_bytes.div_ceil(size_of::<AtomicU64>());
            shared
                .regions
                .push((0..words).map(|_| AtomicU64::new(0)).collect());
        }
        let mapped = shared.regions.get(region);
        mapped.map_or(std::ptr::null_mut(), |words| {
            words.as_ptr().cast_mut().cast()
        })
    }

    pub fn leave_shared_memory(&mut self, holder: Holder, file: FileId) {
        let Some(shared) = self.shared.get_mut(&file) else {
            return;
        };
        shared.locks.release_all(holder);
        shared.holders.remove(&holder);
        if shared.holders.is_empty() {
            self.shared.remove(&file);
        }
    }

    pub fn share(&mut self, holder: Holder, file: FileId, slots: Range<usize>) -> bool {
        self.shared
            .entry(file)
            .or_default()
            .locks
            .share(holder, slots)
    }

    pub fn exclude(&mut self, holder: Holder, file: FileId, slots: Range<usize>) -> bool {
        self.shared
            .entry(file)
            .or_default()
            .locks
            .exclude(holder, slots)
    }

    pub fn release(&mut self, holder: Holder, file: FileId, slots: Range<usize>) {
        self.shared
            .entry(file)
            .or_default()
            .locks
            .release(holder, slots);
    }
}

/// The WAL index of one database: memory that its connections share and that no power loss leaves.
#[derive(Debug, Default)]
struct SharedMemory {
    /// Atomics, because SQLite writes through pointers to them while Rust owns them. Each region is its own
    /// allocation, so that a new one moves none that SQLite already knows.
    regions: Vec<Box<[AtomicU64]>>,
    holders: BTreeSet<Holder>,
    locks: SharedLocks,
}
