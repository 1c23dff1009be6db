//! The iced program: screens, widgets, theme. It runs no SQL, opens no port and never blocks.

pub mod font;
pub mod icon;
pub mod offscreen;
pub mod screen;
pub mod theme;
pub mod widget;
