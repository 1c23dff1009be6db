//! The iced program: screens, widgets, theme. It runs no SQL, opens no port and never blocks.
