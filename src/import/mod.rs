//! Catalogue and pupil lists, as schools have them.
