//! The glue between SQLite and a [`State`]: the C functions of a VFS, and its registration.
//! Those of one open file are in `vfs_file.rs`.
//!
//! Nothing is decided here. Each function turns C arguments into a call of `machine.rs` or `disk.rs` and the
//! answer into a result code; see <https://sqlite.org/c3ref/vfs.html> and
//! <https://sqlite.org/c3ref/io_methods.html> for what each is told to do.
#![allow(unsafe_code)] // a VFS is C function pointers; `src/` has none
#![deny(clippy::undocumented_unsafe_blocks)]

use std::ffi::{CStr, CString, c_char, c_int};
use std::sync::{Arc, Mutex, MutexGuard};

use rusqlite::ffi;

use crate::disk::{Error, FileId};
use crate::machine::State;
use crate::vfs_file::{FILE_METHODS, File, Handle};

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
    unsafe { shared(vfs) }
        .lock()
        .expect("nobody panics while holding the machine")
}

/// # Safety
/// `name` must be null or a C string that outlives the call.
unsafe fn text(name: *const c_char) -> Option<String> {
    if name.is_null() {
        return None;
    }
    // SAFETY: promised by the caller; the text is copied.
    let text = unsafe { CStr::from_ptr(name) };
    Some(text.to_string_lossy().into_owned())
}

/// The result code of an outcome; `no_power` is what this call answers on a dead machine.
pub fn code(outcome: Result<(), Error>, no_power: c_int) -> c_int {
    match outcome {
        Ok(()) => ffi::SQLITE_OK,
        Err(Error::NoPower) => no_power,
        Err(Error::Write) => ffi::SQLITE_IOERR_WRITE,
        Err(Error::Full) => ffi::SQLITE_FULL,
        Err(Error::Sync) => ffi::SQLITE_IOERR_FSYNC,
        Err(Error::NotFound) => ffi::SQLITE_IOERR_DELETE_NOENT,
    }
}

pub fn count(len: c_int) -> usize {
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
    let mut state = shared
        .lock()
        .expect("nobody panics while holding the machine");
    let Ok(id) = find_or_create(&mut state, name.as_deref(), flags) else {
        return ffi::SQLITE_CANTOPEN;
    };
    let holder = state.opened();
    drop(state);
    // SAFETY: `shared` points into the `Arc` of the registration, which is alive during this call.
    let state = unsafe {
        Arc::increment_strong_count(shared);
        Arc::from_raw(shared)
    };
    let passing_name = name.filter(|_| flags & ffi::SQLITE_OPEN_DELETEONCLOSE != 0);
    let handle = Box::into_raw(Box::new(Handle {
        state,
        file: id,
        holder,
        passing_name,
    }));
    // SAFETY: room for a `File` is what `szOsFile` asked for; `out_flags` may be null.
    unsafe {
        file.cast::<File>().write(File {
            base: ffi::sqlite3_file {
                pMethods: &raw const FILE_METHODS,
            },
            handle,
        });
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
            let journals = ffi::SQLITE_OPEN_WAL
                | ffi::SQLITE_OPEN_MAIN_JOURNAL
                | ffi::SQLITE_OPEN_SUPER_JOURNAL;
            state.disk.create(name, flags & journals != 0)
        }
    }
}

unsafe extern "C" fn delete(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    sync_folder: c_int,
) -> c_int {
    // SAFETY: a registered VFS and a path.
    let (mut state, name) = unsafe { (state(vfs), text(name)) };
    let outcome = state
        .disk
        .delete(&name.unwrap_or_default(), sync_folder != 0);
    code(outcome, ffi::SQLITE_IOERR_DELETE)
}

unsafe extern "C" fn access(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    _: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: a registered VFS and a path.
    let (state, name) = unsafe { (state(vfs), text(name)) };
    let Ok(found) = state.disk.find(&name.unwrap_or_default()) else {
        return ffi::SQLITE_IOERR_ACCESS;
    };
    // SAFETY: `out` is where the answer goes.
    unsafe { *out = c_int::from(found.is_some()) };
    ffi::SQLITE_OK
}

/// Every path is already whole.
unsafe extern "C" fn full_pathname(
    _: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    room: c_int,
    out: *mut c_char,
) -> c_int {
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
