//! From a sale to paper: document, layout, bytes, picture, and the worker that sends them.
//!
//! A ticket is laid out once as a [`Document`]; [`escpos`] makes the printer's bytes of it, [`text`] a
//! preview, [`picture`] a PNG. The bytes are stored as a job in the sale's transaction, and a
//! [`Printer`] (one thread that owns the way to it, the [`Transport`]) takes the jobs from a [`Queue`].
//! Nothing here knows the window, and nothing makes its caller wait.

pub mod account;
pub mod answer;
pub mod barcode;
pub mod decode;
pub mod document;
pub mod escpos;
pub mod health;
pub mod help;
pub mod journal;
pub mod leavers;
pub mod letters;
pub mod log;
pub mod logo;
pub mod lunch;
pub mod lunch_slip;
pub mod picture;
pub mod ports;
pub mod printer;
pub mod profile;
pub mod profiles;
pub mod queue;
pub mod setup;
pub mod sheet;
pub mod shift;
pub mod status;
pub mod stock;
pub mod summary;
pub mod tags;
pub mod talk;
pub mod text;
pub mod ticket;
pub mod transport;
pub mod virtual_printer;
pub mod worker;
mod wrap;

pub use barcode::Barcode;
pub use document::{Align, Document, Dots, Line, Paper, Row, Size, Style};
pub use logo::{Logo, Memory};
pub use printer::Printer;
pub use profile::Profile;
pub use profiles::Profiles;
pub use queue::{Job, Kind, Outcome, Queue};
pub use status::{State, Status};
pub use transport::{Address, Route, Transport};
