//! A product to press: name, price, stock, and whether this pupil may have it.

use iced::widget::container;
use iced::widget::image::{Handle, Image};
use iced::{Alignment, Length};

use super::face::Face;
use super::text::IntoFragment;
use super::{Element, Row, Status, clamp, fit, press};
use crate::app::icon::Icon;
use crate::app::theme::{Theme, Tone, radius, space, style};
use crate::domain::goods::TileColour;

/// The height of a tile, in logical pixels; its width is its column's.
pub const HEIGHT: f32 = 124.0;
/// The side of the picture on it, in logical pixels.
const PICTURE: f32 = 56.0;

/// What a tile says about a product for the pupil at the till.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// Nothing is known against it, or no pupil is there.
    #[default]
    Plain,
    /// To ask about: may contain, or not known.
    Caution,
    /// Not for this pupil. It can still be pressed: the alert says why.
    Refused,
}

impl Mark {
    pub(super) fn tone(self, theme: &Theme) -> Option<Tone> {
        match self {
            Mark::Plain => None,
            Mark::Caution => Some(theme.tokens().caution_tint),
            Mark::Refused => Some(theme.tokens().danger_tint),
        }
    }

    pub(super) fn icon(self) -> Option<Icon> {
        match self {
            Mark::Plain => None,
            Mark::Caution => Some(Icon::TriangleAlert),
            Mark::Refused => Some(Icon::Ban),
        }
    }
}

/// A product's tile, being described.
pub struct Tile<'a, M> {
    face: Face<'a>,
    colour: Option<TileColour>,
    photo: Option<Handle>,
    on_press: Option<M>,
}

/// A tile for a product of this name and price, both as they are shown.
pub fn tile<'a, M: Clone + 'a>(
    name: impl IntoFragment<'a>,
    price: impl IntoFragment<'a>,
) -> Tile<'a, M> {
    Tile {
        face: Face {
            name: clamp(name, 2).tight(),
            price: fit::figure(price),
            stock: None,
            low: false,
            mark: Mark::Plain,
            unread: None,
        },
        colour: None,
        photo: None,
        on_press: None,
    }
}

impl<'a, M: Clone + 'a> Tile<'a, M> {
    /// How much is left, as shown; `low` writes it in red.
    #[must_use]
    pub fn stock(mut self, stock: impl IntoFragment<'a>, low: bool) -> Self {
        self.face.stock = Some(fit::small(stock));
        self.face.low = low;
        self
    }

    /// What it says about the product for this pupil.
    #[must_use]
    pub fn mark(mut self, mark: Mark) -> Self {
        self.face.mark = mark;
        self
    }

    /// Nobody knows whether this pupil may have it, in these words: never to be taken for a product that is free.
    #[must_use]
    pub fn unread(mut self, words: impl IntoFragment<'a>) -> Self {
        self.face.unread = Some(fit::caption(words));
        self
    }

    /// The colour of its frame: to be found again by, never for what a mark says.
    #[must_use]
    pub fn colour(mut self, colour: Option<TileColour>) -> Self {
        self.colour = colour;
        self
    }

    /// A picture at its left.
    #[must_use]
    pub fn photo(mut self, photo: Option<Handle>) -> Self {
        self.photo = photo;
        self
    }

    /// What happened when it is pressed; without it the tile is greyed, as when sold out.
    #[must_use]
    pub fn on_press_maybe(mut self, message: Option<M>) -> Self {
        self.on_press = message;
        self
    }

    /// What happened when it is pressed.
    #[must_use]
    pub fn on_press(self, message: M) -> Self {
        self.on_press_maybe(Some(message))
    }
}

impl<'a, M: Clone + 'a> From<Tile<'a, M>> for Element<'a, M> {
    fn from(tile: Tile<'a, M>) -> Self {
        let Tile {
            face,
            colour,
            photo,
            on_press,
        } = tile;
        let mark = face.mark;
        let face: Element<'a, M> = match photo {
            None => face.into(),
            Some(photo) => Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(Image::new(photo).width(PICTURE).height(PICTURE))
                .push(container(face).width(Length::Fill).height(Length::Fill))
                .into(),
        };
        press(face)
            .on_press_maybe(on_press)
            .width(Length::Fill)
            .height(HEIGHT)
            .padding([13.0, 15.0])
            .style(move |theme, status| look(theme, mark, colour, status))
            .into()
    }
}

fn look(theme: &Theme, mark: Mark, colour: Option<TileColour>, status: Status) -> container::Style {
    let tokens = theme.tokens();
    let plain = match mark.tone(theme) {
        Some(tone) => container::Style {
            border: style::outline(tone.line, 2.0, radius::L),
            ..style::toned(tone, radius::L)
        },
        None => container::Style {
            border: match colour {
                Some(colour) => {
                    let colour = tokens.series[usize::from(colour.number()) - 1];
                    style::outline(colour, 3.0, radius::L)
                }
                None => style::outline(tokens.line, 1.0, radius::L),
            },
            ..style::filled(tokens.surface, radius::L)
        },
    };
    match status {
        Status::Rest => plain,
        Status::Pressed => container::Style {
            background: Some(tokens.accent_soft.fill.into()),
            ..plain
        },
        Status::Disabled => container::Style {
            background: Some(tokens.sunken.fill.into()),
            text_color: Some(tokens.muted),
            ..plain
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced_test::Simulator;

    #[test]
    fn a_refused_tile_can_still_be_pressed_so_that_the_alert_says_why() {
        crate::app::font::load();
        let refused: Tile<'_, &str> = tile("Barra de maní", "₲ 4.500")
            .mark(Mark::Refused)
            .on_press("pressed");
        let mut ui = Simulator::new(Element::from(refused));
        let _ = ui.click("Barra de maní").expect("on screen");
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), ["pressed"]);
    }

    #[test]
    fn a_mark_never_speaks_by_colour_alone() {
        for mark in [Mark::Caution, Mark::Refused] {
            assert!(mark.icon().is_some());
        }
    }
}
