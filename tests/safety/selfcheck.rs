//! `cantina selfcheck` as a program: what it says, what it leaves, and that it finds what was done wrong.
