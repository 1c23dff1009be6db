//! The glue between SQLite and a [`State`]: the C functions of a VFS, and its registration.
//!
//! Nothing is decided here. Each function turns C arguments into a call of `machine.rs` or `disk.rs` and the
//! answer into a result code; see <https://sqlite.org/c3ref/vfs.html> and
//! <https://sqlite.org/c3ref/io_methods.html> for what each is told to do.
#![allow(unsafe_code)] // a VFS is C function pointers; `src/` has none
#![deny(clippy::undocumented_unsafe_blocks)]

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard};

use rusqlite::ffi;

use crate::disk::{Error, FileId};
use crate::locks::{Holder, Level};
use crate::machine::State;

/// Longest path, with its final zero.
const PATH_BYTES: c_int = 512;

/// Unix milliseconds at the Julian epoch's distance that SQLite counts from.
const JULIAN_UNIX_EPOCH_MS: i64 = 210_866_760_000_000;

/// A VFS that SQLite knows by name until this is dropped.
pub struct Registration {
    name: CString,
    vfs: *mut ffi::sqlite3_vfs,
    shared: *const Mutex<State>,
}

impl Registration {
    pub fn new(name: CString, state: Arc<Mutex<State>>) -> Self {
        let shared = Arc::into_raw(state);
        let vfs = Box::into_raw(Box::new(vfs_methods(&name, shared)));
        // SAFETY: `vfs` is complete, and it and all that it points to live until `drop` unregisters it:
        // the name in this struct (a `CString` moves without moving its bytes), the state by its `Arc`.
        let code = unsafe { ffi::sqlite3_vfs_register(vfs, 0) };
        assert_eq!(code, ffi::SQLITE_OK, "SQLite takes any complete VFS");
        Self { name, vfs, shared }
    }

    pub fn name(&self) -> &str {
        self.name.to_str().expect("it was made from a str")
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        // SAFETY: both pointers come from `into_raw` in `new` and are given back once. A connection that
        // is still open would keep using them: a machine outlives the shops that run on it.
        unsafe {
            ffi::sqlite3_vfs_unregister(self.vfs);
            drop(Box::from_raw(self.vfs));
            drop(Arc::from_raw(self.shared));
        }
    }
}

fn vfs_methods(name: &CStr, shared: *const Mutex<State>) -> ffi::sqlite3_vfs {
    ffi::sqlite3_vfs {
        iVersion: 2,
        szOsFile: c_int::try_from(size_of::<File>()).expect("a few words"),
        mxPathname: PATH_BYTES,
        pNext: std::ptr::null_mut(),
        zName: name.as_ptr(),
        pAppData: shared.cast_mut().cast(),
        xOpen: Some(open),
        xDelete: Some(delete),
        xAccess: Some(access),
        xFullPathname: Some(full_pathname),
        xDlOpen: None,
        xDlError: None,
        xDlSym: None,
        xDlClose: None,
        xRandomness: Some(randomness),
        xSleep: Some(sleep),
        xCurrentTime: Some(current_time),
        xGetLastError: None,
        xCurrentTimeInt64: Some(current_time_ms),
        xSetSystemCall: None,
        xGetSystemCall: None,
        xNextSystemCall: None,
    }
}

/// Version 2: with shared memory for the WAL, without memory-mapped reading.
static FILE_METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
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
struct File {
    base: ffi::sqlite3_file,
    handle: *mut Handle,
}

/// One open file.
struct Handle {
    state: Arc<Mutex<State>>,
    file: FileId,
    holder: Holder,
    /// Deleted when it is closed.
    passing_name: Option<String>,
}

impl Handle {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nobody panics while holding the machine")
    }
}

/// # Safety
/// `file` must have been opened by [`open`] and not yet closed.
unsafe fn handle<'a>(file: *mut ffi::sqlite3_file) -> &'a Handle {
    // SAFETY: `open` put a live `Handle` there, only `close` takes it away, and SQLite hands a file to these
    // methods between the two only.
    unsafe { &*(*file.cast::<File>()).handle }
}

/// # Safety
/// `vfs` must be one that [`Registration::new`] registered and did not drop.
unsafe fn shared<'a>(vfs: *mut ffi::sqlite3_vfs) -> &'a Mutex<State> {
    // SAFETY: `pAppData` is the state that the registration keeps alive.
    unsafe { &*(*vfs).pAppData.cast::<Mutex<State>>() }
}

/// # Safety
/// As for [`shared`].
unsafe fn state<'a>(vfs: *mut ffi::sqlite3_vfs) -> MutexGuard<'a, State> {
    // SAFETY: promised by the caller.
    unsafe { shared(vfs) }.lock().expect("nobody panics while holding the machine")
}

/// # Safety
/// `name` must be null or a C string that outlives the call.
unsafe fn text(name: *const c_char) -> Option<String> {
    // SAFETY: promised by the caller; the text is copied.
    (!name.is_null()).then(|| unsafe { CStr::from_ptr(name) }.to_string_lossy().into_owned())
}

/// The result code of an outcome; `no_power` is what this call answers on a dead machine.
fn code(outcome: Result<(), Error>, no_power: c_int) -> c_int {
    match outcome {
        Ok(()) => ffi::SQLITE_OK,
        Err(Error::NoPower) => no_power,
        Err(Error::Write) => ffi::SQLITE_IOERR_WRITE,
        Err(Error::Full) => ffi::SQLITE_FULL,
        Err(Error::Sync) => ffi::SQLITE_IOERR_FSYNC,
        Err(Error::NotFound) => ffi::SQLITE_IOERR_DELETE_NOENT,
    }
}

const fn or_busy(taken: bool) -> c_int {
    if taken { ffi::SQLITE_OK } else { ffi::SQLITE_BUSY }
}

fn place(offset: i64) -> usize {
    usize::try_from(offset).expect("SQLite's offsets are not negative")
}

fn count(len: c_int) -> usize {
    usize::try_from(len).expect("SQLite's lengths are not negative")
}

// The VFS: files by name, and the clock.
// SAFETY, for each: SQLite calls with a VFS that is registered and with pointers as its documentation says.

unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: `file` is `szOsFile` bytes of SQLite's; null methods tell it not to close what did not open.
    unsafe { (*file).pMethods = std::ptr::null() };
    // SAFETY: a registered VFS and a path or null.
    let (shared, name) = unsafe { (shared(vfs), text(name)) };
    let mut state = shared.lock().expect("nobody panics while holding the machine");
    let Ok(id) = find_or_create(&mut state, name.as_deref(), flags) else { return ffi::SQLITE_CANTOPEN };
    let holder = state.opened();
    drop(state);
    // SAFETY: `shared` points into the `Arc` of the registration, which is alive during this call.
    let state = unsafe {
        Arc::increment_strong_count(shared);
        Arc::from_raw(shared)
    };
    let passing_name = name.filter(|_| flags & ffi::SQLITE_OPEN_DELETEONCLOSE != 0);
    let handle = Box::into_raw(Box::new(Handle { state, file: id, holder, passing_name }));
    // SAFETY: room for a `File` is what `szOsFile` asked for; `out_flags` may be null.
    unsafe {
        file.cast::<File>().write(File { base: ffi::sqlite3_file { pMethods: &raw const FILE_METHODS }, handle });
        if !out_flags.is_null() {
            *out_flags = flags;
        }
    }
    ffi::SQLITE_OK
}

fn find_or_create(state: &mut State, name: Option<&str>, flags: c_int) -> Result<FileId, Error> {
    let found = match name {
        Some(name) => state.disk.find(name)?,
        None => None,
    };
    match found {
        Some(_) if flags & ffi::SQLITE_OPEN_EXCLUSIVE != 0 => Err(Error::NotFound),
        Some(file) => Ok(file),
        None if flags & ffi::SQLITE_OPEN_CREATE == 0 => Err(Error::NotFound),
        None => {
            let journals = ffi::SQLITE_OPEN_WAL | ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_SUPER_JOURNAL;
            state.disk.create(name, flags & journals != 0)
        }
    }
}

unsafe extern "C" fn delete(vfs: *mut ffi::sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: a registered VFS and a path.
    let (mut state, name) = unsafe { (state(vfs), text(name)) };
    let outcome = state.disk.delete(&name.unwrap_or_default(), sync_folder != 0);
    code(outcome, ffi::SQLITE_IOERR_DELETE)
}

unsafe extern "C" fn access(vfs: *mut ffi::sqlite3_vfs, name: *const c_char, _: c_int, out: *mut c_int) -> c_int {
    // SAFETY: a registered VFS and a path.
    let (state, name) = unsafe { (state(vfs), text(name)) };
    let Ok(found) = state.disk.find(&name.unwrap_or_default()) else { return ffi::SQLITE_IOERR_ACCESS };
    // SAFETY: `out` is where the answer goes.
    unsafe { *out = c_int::from(found.is_some()) };
    ffi::SQLITE_OK
}

/// Every path is already whole.
unsafe extern "C" fn full_pathname(_: *mut ffi::sqlite3_vfs, name: *const c_char, room: c_int, out: *mut c_char) -> c_int {
    // SAFETY: a C string.
    let bytes = unsafe { CStr::from_ptr(name) }.to_bytes_with_nul();
    if bytes.len() > count(room) {
        return ffi::SQLITE_CANTOPEN;
    }
    // SAFETY: `out` has room for `room` bytes, and ours are no more.
    unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr().cast(), out, bytes.len()) };
    ffi::SQLITE_OK
}

/// SQLite draws its seed from the default VFS, never from this one.
const unsafe extern "C" fn randomness(_: *mut ffi::sqlite3_vfs, _: c_int, _: *mut c_char) -> c_int {
    0
}

unsafe extern "C" fn sleep(vfs: *mut ffi::sqlite3_vfs, microseconds: c_int) -> c_int {
    // SAFETY: a registered VFS.
    unsafe { state(vfs) }.sleep(microseconds.unsigned_abs());
    std::thread::yield_now(); // another connection's thread may hold what this one waits for
    microseconds
}

unsafe extern "C" fn current_time_ms(vfs: *mut ffi::sqlite3_vfs, out: *mut i64) -> c_int {
    // SAFETY: a registered VFS, and `out` is where the answer goes.
    unsafe { *out = state(vfs).now_ms() + JULIAN_UNIX_EPOCH_MS };
    ffi::SQLITE_OK
}

#[allow(clippy::cast_precision_loss)] // the older call wants days as a float
unsafe extern "C" fn current_time(vfs: *mut ffi::sqlite3_vfs, out: *mut f64) -> c_int {
    // SAFETY: a registered VFS, and `out` is where the answer goes.
    unsafe { *out = (state(vfs).now_ms() + JULIAN_UNIX_EPOCH_MS) as f64 / 86_400_000.0 };
    ffi::SQLITE_OK
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

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, into: *mut c_void, len: c_int, offset: i64) -> c_int {
    // SAFETY: an open file, and room for `len` bytes.
    let (handle, into) = unsafe { (handle(file), std::slice::from_raw_parts_mut(into.cast::<u8>(), count(len))) };
    match handle.state().disk.read(handle.file, place(offset), into) {
        Ok(there) if there == into.len() => ffi::SQLITE_OK,
        Ok(there) => {
            into[there..].fill(0); // SQLite may take garbage for data otherwise
            ffi::SQLITE_IOERR_SHORT_READ
        }
        Err(_) => ffi::SQLITE_IOERR_READ,
    }
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, from: *const c_void, len: c_int, offset: i64) -> c_int {
    // SAFETY: an open file, and `len` bytes to write.
    let (handle, from) = unsafe { (handle(file), std::slice::from_raw_parts(from.cast::<u8>(), count(len))) };
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
    let Ok(len) = handle.state().disk.len(handle.file) else { return ffi::SQLITE_IOERR_FSTAT };
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
    if drive.powersafe_overwrite { ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE } else { 0 }
}

/// SQLite does without whatever is not found here.
const unsafe extern "C" fn file_control(_: *mut ffi::sqlite3_file, _: c_int, _: *mut c_void) -> c_int {
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
    let mapped =
        state.map_shared_memory(handle.holder, handle.file, count(region), count(region_bytes), extend != 0);
    // SAFETY: `out` is where the answer goes. The region stays where it is until the last holder has left.
    unsafe { *out = mapped };
    ffi::SQLITE_OK
}

unsafe extern "C" fn shm_lock(file: *mut ffi::sqlite3_file, first: c_int, len: c_int, flags: c_int) -> c_int {
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
    handle.state().leave_shared_memory(handle.holder, handle.file);
    ffi::SQLITE_OK
}
