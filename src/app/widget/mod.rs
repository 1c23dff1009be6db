//! The parts that screens are built from. A screen names what a thing is; how it looks is here
//! and in [`theme`](super::theme).

pub mod button;
mod card;
pub mod chip;
mod press;
pub mod text;

pub use card::{card, well};
pub use chip::Mood;
pub use press::{Press, SLOP, Status, press};

use super::theme::Theme;

/// A part of a screen of Cantina.
pub type Element<'a, Message> = iced::Element<'a, Message, Theme>;
/// Parts below each other.
pub type Column<'a, Message> = iced::widget::Column<'a, Message, Theme>;
/// Parts beside each other.
pub type Row<'a, Message> = iced::widget::Row<'a, Message, Theme>;
/// A part with room and ground around it.
pub type Container<'a, Message> = iced::widget::Container<'a, Message, Theme>;
