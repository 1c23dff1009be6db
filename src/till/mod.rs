//! One open canteen: its store, its printer and its clock, joined.
