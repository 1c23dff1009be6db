//! Pure rules and types: no I/O, no clock, no SQL, no window.
