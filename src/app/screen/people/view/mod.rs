//! How people look: the list at the left, one of them at the right, dialogs over both.

mod ask;
mod files;
mod guardians;
mod list;
mod panel;
mod taken;
mod year;

use iced::Length;
use iced::widget::{container, responsive};

use super::{Dialog, ListStage, Message, People};
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{self, Element, Row, modal};

/// Narrower than this, list and panel are shown one at a time.
const WIDE: f32 = 820.0;

impl People {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let context = *context;
        responsive(move |size| {
            let dialog = self.dialog.as_ref();
            let dialog = dialog.map(|dialog| dialog_of(dialog, size.height, &context));
            modal(self.sides(size.width >= WIDE, &context), dialog)
        })
        .into()
    }

    fn sides<'a>(&'a self, wide: bool, context: &Context<'a>) -> Element<'a, Message> {
        let panel = self.panel.as_ref().map(|panel| panel.view(context));
        let list =
            (wide || panel.is_none()).then(|| self.list.view(self.open(), self.house, context));
        let list = list.map(|list| container(list).width(Length::FillPortion(2)));
        let nobody = wide && panel.is_none();
        let panel = panel.or_else(|| nobody.then(|| panel::choose(context)));
        let panel = panel.map(|panel| container(panel).width(Length::FillPortion(3)));
        let both = Row::new()
            .spacing(space::L)
            .padding(space::L)
            .push(list)
            .push(panel);
        container(both)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas)
            .into()
    }
}

fn dialog_of<'a>(
    dialog: &'a Dialog,
    height: f32,
    context: &Context<'a>,
) -> widget::Dialog<'a, Message> {
    let words = context.words;
    match dialog {
        Dialog::Photo(_, files) => {
            let hint = words.text("people-photo-hint");
            files::dialog(
                words.text("people-photo-choose"),
                hint,
                files,
                height,
                context,
            )
        }
        Dialog::List(ListStage::Choosing(files)) => {
            let hint = words.text("people-list-choose");
            files::dialog(
                words.text("people-list-title"),
                hint,
                files,
                height,
                context,
            )
        }
        Dialog::List(stage) => taken::dialog(stage, height, context),
        Dialog::Year(year) => year::dialog(year, height, context),
        Dialog::Leavers(leavers) => year::leavers(leavers, height, context),
        Dialog::Asked(asked) => ask::dialog(asked, context),
    }
}

/// The height of what scrolls inside a dialog: what the window leaves.
fn inside(height: f32) -> f32 {
    (height - 260.0).clamp(160.0, 520.0)
}
