//! A demo canteen, the same on every machine for the same seed.
