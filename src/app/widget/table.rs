//! Tables: columns described once, then a head and rows that keep to them.

use iced::alignment::Horizontal;
use iced::widget::{Column, Row, container, rule};
use iced::{Alignment, Length};

use super::text::IntoFragment;
use super::{Element, Status, press, text};
use crate::app::theme::{Pair, Theme, radius, space, style, target};

/// The height of a row that is only read, in logical pixels.
const READ_HEIGHT: f32 = 36.0;

/// A column: how wide, and at which side its cells stand.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    width: Length,
    side: Horizontal,
}

/// A column that shares what is left, in this proportion; its cells stand at the left.
#[must_use]
pub const fn share(portion: u16) -> Shape {
    Shape {
        width: Length::FillPortion(portion),
        side: Horizontal::Left,
    }
}

/// A column of so many logical pixels; its cells stand at the left.
#[must_use]
pub const fn fixed(width: f32) -> Shape {
    Shape {
        width: Length::Fixed(width),
        side: Horizontal::Left,
    }
}

impl Shape {
    /// Its cells stand at the right, as amounts do.
    #[must_use]
    pub const fn end(mut self) -> Self {
        self.side = Horizontal::Right;
        self
    }
}

/// The columns of a table.
#[derive(Debug, Clone, Copy)]
pub struct Table<const N: usize>(pub [Shape; N]);

impl<const N: usize> Table<N> {
    /// The head: what each column holds.
    pub fn head<'a, M: 'a>(&self, labels: [impl IntoFragment<'a>; N]) -> Element<'a, M> {
        let cells = labels.map(|label| text::small(label).style(style::muted).into());
        self.cells(cells, READ_HEIGHT)
    }

    /// A row to read.
    #[must_use]
    pub fn row<'a, M: 'a>(&self, cells: [Element<'a, M>; N]) -> Element<'a, M> {
        self.cells(cells, READ_HEIGHT)
    }

    /// A row of two lines to read, 56 px high.
    #[must_use]
    pub fn tall_row<'a, M: 'a>(&self, cells: [Element<'a, M>; N]) -> Element<'a, M> {
        self.cells(cells, target::MEDIUM)
    }

    /// A row to read, as high as what stands in it.
    #[must_use]
    pub fn high_row<'a, M: 'a>(&self, cells: [Element<'a, M>; N]) -> Element<'a, M> {
        self.cells(cells, Length::Shrink)
    }

    /// A row to press, 56 px high; `chosen` marks the one in use.
    pub fn press_row<'a, M: Clone + 'a>(
        &self,
        cells: [Element<'a, M>; N],
        chosen: bool,
        on_press: M,
    ) -> Element<'a, M> {
        press(self.cells(cells, target::MEDIUM))
            .on_press(on_press)
            .width(Length::Fill)
            .style(move |theme, status| look(theme, chosen, status))
            .into()
    }

    fn cells<'a, M: 'a>(
        &self,
        cells: [Element<'a, M>; N],
        height: impl Into<Length>,
    ) -> Element<'a, M> {
        let cells = cells.into_iter().zip(self.0).map(|(cell, shape)| {
            container(cell)
                .width(shape.width)
                .align_x(shape.side)
                .into()
        });
        Row::with_children(cells)
            .width(Length::Fill)
            .height(height)
            .padding([0.0, space::S])
            .spacing(space::M)
            .align_y(Alignment::Center)
            .into()
    }
}

/// Rows below each other with a hairline between.
pub fn rows<'a, M: 'a>(rows: impl IntoIterator<Item = Element<'a, M>>) -> Column<'a, M, Theme> {
    rows.into_iter()
        .enumerate()
        .fold(Column::new().width(Length::Fill), |column, (index, row)| {
            column
                .push((index > 0).then(|| rule::horizontal(1)))
                .push(row)
        })
}

fn look(theme: &Theme, chosen: bool, status: Status) -> container::Style {
    let tokens = theme.tokens();
    let pair = match (chosen, status) {
        (true, _) => tokens.accent_soft,
        (false, Status::Pressed) => tokens.sunken,
        (false, _) => Pair {
            fill: iced::Color::TRANSPARENT,
            ink: tokens.surface.ink,
        },
    };
    style::filled(pair, radius::S)
}
