//! Cards: what belongs together lies on one.

use iced::widget::{Container, container};

use super::Element;
use crate::app::theme::{Theme, space, style};

/// A card around `content`, with room inside.
pub fn card<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Container<'a, M, Theme> {
    container(content).padding(space::L).style(style::card)
}

/// A quiet box around `content`, without a line.
pub fn well<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Container<'a, M, Theme> {
    container(content).padding(space::L).style(style::sunken)
}
