//! Fields to type into.

use iced::advanced::widget::Id;
use iced::widget::text_input::{self, TextInput};
use iced::widget::{Column, Stack, container, responsive};
use iced::{Alignment, Length, Pixels};

use super::text::{Fragment, IntoFragment};
use super::{Element, chip, text};
use crate::app::font;
use crate::app::icon::Icon;
use crate::app::theme::{Theme, control, size, space, style};

/// The names of what is written into line by line: a walk over the widgets cannot tell it otherwise.
pub const INGREDIENTS: Id = Id::new("ingredients");
/// The same of the canteen's own words.
pub const OWN_WORDS: Id = Id::new("own-words");
pub(super) const EDITORS: [Id; 2] = [INGREDIENTS, OWN_WORDS];

/// A narrower field needs the place of its key for what it says while it is empty, in logical pixels.
const SHORTCUT_WIDTH_MIN: f32 = 320.0;

/// A field in house style, 56 px high. Without an `on_input` it is disabled.
#[must_use]
pub fn field<'a, M: Clone + 'a>(placeholder: &str, value: &str) -> TextInput<'a, M, Theme> {
    iced::widget::text_input(placeholder, value)
        .font(font::REGULAR)
        .size(size::LEAD)
        .line_height(Pixels(24.0))
        .padding(16)
}

/// A field with a picture at its start and, at its end, the key that leads to it.
pub fn search<'a, M: Clone + 'a>(
    picture: Icon,
    shortcut: impl IntoFragment<'a>,
    field: TextInput<'a, M, Theme>,
) -> Element<'a, M> {
    let field = field.icon(text_input::Icon {
        font: font::ICON,
        code_point: picture.glyph(),
        size: Some(Pixels(size::TITLE)),
        spacing: space::M,
        side: text_input::Side::Left,
    });
    let shortcut = shortcut.into_fragment();
    let shortcut = responsive(move |place| {
        if place.width < SHORTCUT_WIDTH_MIN {
            return iced::widget::space().into();
        }
        container(chip::key(shortcut.clone()))
            .width(Length::Fill)
            .height(Length::Fill)
            .align_x(Alignment::End)
            .align_y(Alignment::Center)
            .padding([0.0, space::L])
            .into()
    });
    Stack::new().push(field).push(shortcut).into()
}

/// A field below its label, and below it what is wrong with its value, if anything.
pub fn labelled<'a, M: Clone + 'a>(
    label: impl IntoFragment<'a>,
    field: TextInput<'a, M, Theme>,
    wrong: Option<Fragment<'a>>,
) -> Element<'a, M> {
    let field = if wrong.is_some() {
        field.style(control::wrong_field)
    } else {
        field
    };
    Column::new()
        .spacing(6)
        .push(text::strong(label))
        .push(field)
        .push(wrong.map(|wrong| text::small(wrong).style(style::danger_ink)))
        .into()
}
