//! How the products look: the list, over it what is asked; in its place the form of one.

mod filters;
mod form;
mod form_more;
mod list;
mod mass;
mod tags;

use iced::widget::container;
use iced::{Length, Size};

use super::{Dialog, Goods, Message};
use crate::app::screen::Context;
use crate::app::theme::style;
use crate::app::widget::{Element, modal};

/// The field of the search, to give the focus to.
pub const SEARCH_ID: &str = "goods-search";
/// The list, to scroll it.
pub const LIST_ID: &str = "goods-list";
/// The height of a row, in logical pixels.
pub(super) const ROW: f32 = 56.0;

/// A place narrower than this shows less, in logical pixels.
const WIDE: f32 = 1_000.0;

/// How much room there is.
#[derive(Debug, Clone, Copy)]
struct Room {
    wide: bool,
}

impl Room {
    fn of(size: Size) -> Self {
        Self {
            wide: size.width >= WIDE,
        }
    }
}

impl Goods {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let context = *context;
        let ground = iced::widget::responsive(move |size| {
            let room = Room::of(size);
            let place = match &self.form {
                Some(form) => form.view(&self.files, room, &context).map(Message::Form),
                None => self.list(room, &context),
            };
            container(place)
                .width(Length::Fill)
                .height(Length::Fill)
                .style(style::canvas)
                .into()
        });
        let dialog = match (&self.dialog, &self.form) {
            (Some(Dialog::Filters), _) => Some(self.filters(&context)),
            (Some(Dialog::Mass(mass)), _) => Some(mass.dialog(&self.files, &context)),
            (Some(Dialog::Tags(tags)), _) => Some(tags.dialog(&self.files, &context)),
            (None, Some(form)) => form.leaving_dialog(&context),
            (None, None) => None,
        };
        modal(ground, dialog)
    }
}
