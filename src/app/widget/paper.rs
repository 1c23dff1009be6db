//! The paper of a printer on the screen: dot for dot what the printer would leave on it.

use std::fmt;

use iced::Length;
use iced::widget::image::{FilterMethod, Handle};
use iced::widget::{container, image};

use super::Element;
use crate::app::theme::{Theme, style};
use crate::printing::{Document, picture};

/// Of a longer paper the beginning is shown, in dots from the top: a tall picture takes much memory.
const DOTS_HIGH_MAX: u32 = 4_000;
/// How many dots of the paper's width one logical pixel shows at most.
const DOTS_A_PIXEL: f32 = 1.6;

/// A paper, drawn.
#[derive(Clone)]
pub struct Paper {
    handle: Handle,
    width: u32,
    height: u32,
    /// Whether it goes on below what is shown.
    cut_short: bool,
}

/// Its size, and not its dots.
impl fmt::Debug for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Paper({} × {})", self.width, self.height)
    }
}

impl Paper {
    /// Draws a paper; takes milliseconds, so not on the window's thread.
    #[must_use]
    pub fn drawn(document: &Document) -> Self {
        let mut drawn = picture::draw(document);
        let cut_short = drawn.height > DOTS_HIGH_MAX;
        if cut_short {
            drawn.height = DOTS_HIGH_MAX;
            drawn.dots.truncate((drawn.width * DOTS_HIGH_MAX) as usize);
        }
        let colours = drawn.dots.iter().flat_map(|&dot| [dot, dot, dot, 255]);
        Self {
            handle: Handle::from_rgba(drawn.width, drawn.height, colours.collect::<Vec<u8>>()),
            width: drawn.width,
            height: drawn.height,
            cut_short,
        }
    }

    /// Whether it goes on below what is shown.
    #[must_use]
    pub const fn is_cut_short(&self) -> bool {
        self.cut_short
    }

    /// As wide as its letters can still be read easily, in logical pixels.
    fn width_max(&self) -> f32 {
        // A paper is at most 624 dots wide.
        f32::from(u16::try_from(self.width).unwrap_or(u16::MAX)) / DOTS_A_PIXEL
    }
}

/// A paper as wide as its place, at most as wide as it has to be.
pub fn paper<'a, M: 'a>(paper: &Paper) -> Element<'a, M> {
    let drawn = image(paper.handle.clone())
        .width(Length::Fill)
        .filter_method(FilterMethod::Linear);
    container(drawn)
        .padding(1)
        .max_width(paper.width_max())
        .style(|theme: &Theme| container::Style {
            border: style::outline(theme.tokens().line_strong, 1.0, 0.0),
            ..container::Style::default()
        })
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printing::{self, Style};

    #[test]
    fn a_paper_longer_than_a_screen_can_hold_is_shown_from_its_beginning() {
        let mut long = Document::new(printing::Paper::Columns32);
        for line in 0..400 {
            long.text(Style::LEFT, &line.to_string());
        }
        let paper = Paper::drawn(&long);
        assert!(paper.is_cut_short());
        assert_eq!(paper.height, DOTS_HIGH_MAX);
        let mut short = Document::new(printing::Paper::Columns32);
        short.text(Style::LEFT, "Ñandutí");
        assert!(!Paper::drawn(&short).is_cut_short());
    }
}
