//! One open file, as SQLite's C code calls it: bytes, locks and shared memory.
#![allow(unsafe_code)] // C function pointers, as in `vfs`
#![deny(clippy::undocumented_unsafe_blocks)]

use std::ffi::{c_int, c_void};
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard};

use rusqlite::ffi;

use crate::disk::FileId;
use crate::locks::{Holder, Level};
use crate::machine::State;
use crate::vfs::{code, count};

/// Version 2: with shared memory for the WAL, without memory-mapped reading.
pub static FILE_METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// SQLite's file handle, in memory that SQLite owns, with ours behind it.
#[repr(C)]
pub struct File {
    pub base: ffi::sqlite3_file,
    pub handle: *mut Handle,
}

/// One open file.
pub struct Handle {
    pub state: Arc<Mutex<State>>,
    pub file: FileId,
    pub holder: Holder,
    /// Deleted when it is closed.
    pub passing_name: Option<String>,
}

impl Handle {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state
            .lock()
            .expect("nobody panics while holding the machine")
    }
}

/// # Safety
/// `file` must have been opened by [`open`] and not yet closed.
unsafe fn handle<'a>(file: *mut ffi::sqlite3_file) -> &'a Handle {
    // SAFETY: `open` put a live `Handle` there, only `close` takes it away, and SQLite hands a file to these
    // methods between the two only.
    unsafe { &*(*file.cast::<File>()).handle }
}

const fn or_busy(taken: bool) -> c_int {
    if taken {
        ffi::SQLITE_OK
    } else {
        ffi::SQLITE_BUSY
    }
}

fn place(offset: i64) -> usize {
    usize::try_from(offset).expect("SQLite's offsets are not negative")
}

// One file: bytes.
// SAFETY, for each: SQLite calls with a file that `open` opened and `close` did not yet close.

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: the handle was boxed by `open` and is taken back once; null methods say that it is closed.
    let handle = unsafe {
        (*file).pMethods = std::ptr::null();
        Box::from_raw((*file.cast::<File>()).handle)
    };
    let mut state = handle.state();
    state.closed(handle.holder, handle.file);
    if let Some(name) = &handle.passing_name {
        let _gone_anyway = state.disk.delete(name, false);
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    into: *mut c_void,
    len: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: an open file, and room for `len` bytes.
    let (handle, into) = unsafe {
        (
            handle(file),
            std::slice::from_raw_parts_mut(into.cast::<u8>(), count(len)),
        )
    };
    match handle.state().disk.read(handle.file, place(offset), into) {
        Ok(there) if there == into.len() => ffi::SQLITE_OK,
        Ok(there) => {
            into[there..].fill(0); // SQLite may take garbage for data otherwise
            ffi::SQLITE_IOERR_SHORT_READ
        }
        Err(_) => ffi::SQLITE_IOERR_READ,
    }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    len: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: an open file, and `len` bytes to write.
    let (handle, from) = unsafe {
        (
            handle(file),
            std::slice::from_raw_parts(from.cast::<u8>(), count(len)),
        )
    };
    let outcome = handle.state().disk.write(handle.file, place(offset), from);
    code(outcome, ffi::SQLITE_IOERR_WRITE)
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: i64) -> c_int {
    // SAFETY: an open file.
    let handle = unsafe { handle(file) };
    let outcome = handle.state().disk.resize(handle.file, place(size));
    code(outcome, ffi::SQLITE_IOERR_TRUNCATE)
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _: c_int) -> c_int {
    // SAFETY: an open file.
    let handle = unsafe { handle(file) };
    let outcome = handle.state().disk.sync(handle.file);
    code(outcome, ffi::SQLITE_IOERR_FSYNC)
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, out: *mut i64) -> c_int {
    // SAFETY: an open file.
    let handle = unsafe { handle(file) };
    let Ok(len) = handle.state().disk.len(handle.file) else {
        return ffi::SQLITE_IOERR_FSTAT;
    };
    // SAFETY: `out` is where the answer goes.
    unsafe { *out = i64::try_from(len).expect("it is in memory") };
    ffi::SQLITE_OK
}

unsafe extern "C" fn sector_size(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: an open file.
    let drive = unsafe { handle(file) }.state().disk.drive();
    c_int::try_from(drive.sector_bytes).expect("a few kilobytes")
}

unsafe extern "C" fn device_characteristics(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: an open file.
    let drive = unsafe { handle(file) }.state().disk.drive();
    if drive.powersafe_overwrite {
        ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
    } else {
        0
    }
}

/// SQLite does without whatever is not found here.
const unsafe extern "C" fn file_control(
    _: *mut ffi::sqlite3_file,
    _: c_int,
    _: *mut c_void,
) -> c_int {
    ffi::SQLITE_NOTFOUND
}

// One file: locks and shared memory. They are the operating system's and work on a full or failing disk.
// SAFETY, for each: as above.

const fn level(lock: c_int) -> Level {
    match lock {
        ffi::SQLITE_LOCK_NONE => Level::None,
        ffi::SQLITE_LOCK_SHARED => Level::Shared,
        ffi::SQLITE_LOCK_RESERVED => Level::Reserved,
        _ => Level::Exclusive, // PENDING is never asked for
    }
}

unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, to: c_int) -> c_int {
    // SAFETY: an open file.
    let handle = unsafe { handle(file) };
    let taken = handle.state().raise(handle.holder, handle.file, level(to));
    or_busy(taken)
}

unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, to: c_int) -> c_int {
    // SAFETY: an open file.
    let handle = unsafe { handle(file) };
    handle.state().lower(handle.holder, handle.file, level(to));
    ffi::SQLITE_OK
}

unsafe extern "C" fn check_reserved_lock(file: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    // SAFETY: an open file, and `out` is where the answer goes.
    unsafe {
        let handle = handle(file);
        *out = c_int::from(handle.state().is_reserved(handle.file));
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn shm_map(
    file: *mut ffi::sqlite3_file,
    region: c_int,
    region_bytes: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    // SAFETY: an open file.
    let handle = unsafe { handle(file) };
    let mut state = handle.state();
    let mapped = state.map_shared_memory(
        handle.holder,
        handle.file,
        count(region),
        count(region_bytes),
        extend != 0,
    );
    // SAFETY: `out` is where the answer goes. The region stays where it is until the last holder has left.
    unsafe { *out = mapped };
    ffi::SQLITE_OK
}

unsafe extern "C" fn shm_lock(
    file: *mut ffi::sqlite3_file,
    first: c_int,
    len: c_int,
    flags: c_int,
) -> c_int {
    // SAFETY: an open file.
    let handle = unsafe { handle(file) };
    let slots: Range<usize> = count(first)..count(first + len);
    let mut state = handle.state();
    if flags & ffi::SQLITE_SHM_UNLOCK != 0 {
        state.release(handle.holder, handle.file, slots);
        ffi::SQLITE_OK
    } else if flags & ffi::SQLITE_SHM_EXCLUSIVE != 0 {
        or_busy(state.exclude(handle.holder, handle.file, slots))
    } else {
        or_busy(state.share(handle.holder, handle.file, slots))
    }
}

unsafe extern "C" fn shm_barrier(file: *mut ffi::sqlite3_file) {
    // SAFETY: an open file.
    drop(unsafe { handle(file) }.state()); // a mutex taken and given back orders memory
    std::sync::atomic::fence(std::sync::atomic::Ordering::SeqCst);
}

unsafe extern "C" fn shm_unmap(file: *mut ffi::sqlite3_file, _: c_int) -> c_int {
    // SAFETY: an open file.
    let handle = unsafe { handle(file) };
    handle
        .state()
        .leave_shared_memory(handle.holder, handle.file);
    ffi::SQLITE_OK
}
