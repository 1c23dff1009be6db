//! Files to choose from.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::super::{Files, Message};
use super::inside;
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::screen::lists::Entry;
use crate::app::theme::{size, space, style, target};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, press, scroll, table, text,
};

pub(super) fn dialog<'a>(
    title: String,
    hint: String,
    files: &'a Files,
    height: f32,
    context: &Context<'a>,
) -> Dialog<'a, Message> {
    let words = context.words;
    let above = button::icon_only(Icon::ArrowUp)
        .on_press_maybe(files.folder.parent().map(|_| Message::AbovePressed));
    let head = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(above)
        .push(icon(Icon::FolderOpen, size::ICON).style(style::muted))
        .push(text::small(files.folder.display().to_string()).style(style::muted));
    let rows: Element<'a, Message> = match files.entries.is_empty() {
        true => text::body(words.text("people-file-none"))
            .style(style::muted)
            .into(),
        false => table::rows(files.entries.iter().enumerate().map(row)).into(),
    };
    let why = files.why.as_deref();
    let why = why.map(|why| banner(Mood::Error, why, None, vec![]));
    let column = Column::new()
        .spacing(space::M)
        .push(text::title(title))
        .push(text::body(hint).style(style::muted))
        .push(why)
        .push(head)
        .push(container(scroll(rows)).height(inside(height)));
    let cancel = button::secondary(words.text("people-cancel"))
        .tall()
        .fill()
        .on_press(Message::Dismissed);
    Dialog::new(column)
        .foot(Element::from(cancel))
        .width_max(760.0)
}

fn row((at, entry): (usize, &Entry)) -> Element<'_, Message> {
    let name = entry.path.file_name().unwrap_or(entry.path.as_os_str());
    let picture = match entry.is_folder {
        true => Icon::Folder,
        false => Icon::FileText,
    };
    let row = Row::new()
        .spacing(space::M)
        .height(Length::Fill)
        .align_y(Alignment::Center)
        .push(icon(picture, size::ICON).style(style::muted))
        .push(text::body(name.to_string_lossy()))
        .push(gap::horizontal())
        .push(icon(Icon::ChevronRight, size::ICON).style(style::muted));
    press(row)
        .on_press(Message::EntryPressed(at))
        .width(Length::Fill)
        .height(target::MEDIUM)
        .padding([0.0, space::S])
        .into()
}
