//! Cantina: a native till for school canteens.
//!
//! The house has floors; a floor imports only from floors below it (`tests/floors.rs` holds it to that):
//!
//! | floor | rooms | what lives there |
//! | --- | --- | --- |
//! | 6 | [`cli`] | arguments, one file a subcommand, JSON output |
//! | 5 | [`app`] | the iced program: screens, widgets, theme |
//! | 4 | [`till`] | one open canteen: its store, its printer and its clock, joined |
//! | 3 | [`printing`], [`import`], [`demo`], [`backup`], [`report`] | services that join the domain to the store and to devices |
//! | 2 | [`store`], [`settings`], [`i18n`] | the SQLite file, the data folder and `config.toml`, the words a user sees |
//! | 1 | [`domain`] | pure rules and types: no I/O, no clock, no SQL, no window |
#![forbid(unsafe_code)]

pub mod app;
pub mod backup;
pub mod cli;
pub mod demo;
pub mod domain;
pub mod i18n;
pub mod import;
pub mod printing;
pub mod report;
pub mod settings;
pub mod store;
pub mod till;
