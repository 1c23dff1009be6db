//! Cantina.
fn main() {}
