//! The parts that screens are built from. A screen names what a thing is; how it looks is here
//! and in [`theme`](super::theme).

pub mod amount;
mod avatar;
mod banner;
pub mod button;
mod card;
pub mod chart;
pub mod chip;
mod clamp;
mod empty;
mod even;
mod face;
pub mod field;
pub mod fit;
mod inert;
pub mod keyboard;
pub mod keypad;
mod long;
mod modal;
pub mod nav;
mod pages;
pub mod paper;
mod place;
mod press;
mod progress;
mod reveal;
mod scroll;
mod segmented;
mod sheet;
pub mod sides;
mod standing;
mod stepper;
mod steps;
pub mod table;
mod tap;
pub mod text;
pub mod tile;
mod whole;

pub use amount::amount;
pub use avatar::{avatar, initials, portrait};
pub use banner::{FLOATS, banner, toast, toasted, toasted_aside};
pub use card::{card, well};
pub use chip::Mood;
pub use clamp::{Clamp, clamp};
pub use empty::empty;
pub use even::even;
pub use field::field;
pub use inert::{covered, passed_by};
pub use keyboard::keyboard;
pub use keypad::keypad;
pub use long::long;
pub use modal::{Dialog, modal};
pub use pages::pages;
pub use paper::{Paper, paper};
pub use place::{after, beside, roomy, spare};
pub(super) use press::{Painted, Passed, Veil};
pub use press::{Press, Status, press, press_focused};
pub use progress::progress;
pub use reveal::reveal;
pub use scroll::{Scroll, scroll, scroll_page, strip};
pub use segmented::segmented;
pub use sides::jump;
pub use standing::{Stand, standing, title_width};
pub use stepper::stepper;
pub use steps::steps;
pub use tap::SLOP;
pub use tile::{Mark, tile};

use super::theme::Theme;

/// A part of a screen of Cantina.
pub type Element<'a, Message> = iced::Element<'a, Message, Theme>;
/// Parts below each other.
pub type Column<'a, Message> = iced::widget::Column<'a, Message, Theme>;
/// Parts beside each other.
pub type Row<'a, Message> = iced::widget::Row<'a, Message, Theme>;
/// A part with room and ground around it.
pub type Container<'a, Message> = iced::widget::Container<'a, Message, Theme>;

/// A place for what comes and goes: whatever stands below it stays the same widget, and a field keeps its focus.
#[must_use]
pub fn slot<'a, Message: 'a>(what: Option<Element<'a, Message>>) -> Element<'a, Message> {
    what.unwrap_or_else(|| iced::widget::space().into())
}
