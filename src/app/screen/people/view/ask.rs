//! A person's data, given out or erased: a reason and an administrator's PIN.

use iced::widget::space as gap;
use iced::{Alignment, Length};

use super::super::{Asked, Message};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{Column, Dialog, Element, Mood, Row, banner, button, field, keypad, text};

/// The width of the keys, in logical pixels.
const KEYS_WIDTH: f32 = 300.0;

pub(super) fn dialog<'a>(asked: &'a Asked, context: &Context<'a>) -> Dialog<'a, Message> {
    let words = context.words;
    let name = [("name", asked.name.clone().into())];
    let (title, what) = match asked.folder {
        Some(_) => ("people-export-title", "people-export-what"),
        None => ("people-erase-title", "people-erase-what"),
    };
    let free = !asked.asked;
    let folder = asked.folder.as_ref().map(|folder| {
        let input = field("", folder).on_input_maybe(free.then_some(Message::FolderTyped));
        field::labelled(words.text("people-folder"), input, None)
    });
    let reason = field("", &asked.reason).on_input_maybe(free.then_some(Message::ReasonTyped));
    let reason = field::labelled(words.text("people-reason"), reason, None);
    let why = asked.why.as_deref();
    let why = why.map(|why| banner(Mood::Error, why, None, vec![]));
    let ready = asked.is_ready().then_some(Message::Confirmed);
    let confirm = match asked.folder {
        Some(_) => button::primary(words.text("people-export")).icon(Icon::FileDown),
        None => button::danger(words.text("people-erase")).icon(Icon::UserX),
    };
    let cancel = button::secondary(words.text("people-cancel"))
        .tall()
        .on_press_maybe(free.then_some(Message::Dismissed));
    let buttons = Row::new()
        .spacing(space::S)
        .push(Element::from(cancel))
        .push(Element::from(confirm.fill().on_press_maybe(ready)));
    let says = Column::new()
        .spacing(space::M)
        .width(Length::Fill)
        .push(text::title(words.text_with(title, &name)))
        .push(text::body(words.text(what)).style(style::muted))
        .push(folder)
        .push(reason)
        .push(why)
        .push(gap().height(space::S))
        .push(buttons);
    let pin = Column::new()
        .spacing(space::M)
        .width(KEYS_WIDTH)
        .align_x(Alignment::Center)
        .push(text::strong(words.text("people-pin")))
        .push(asked.entry.dots())
        .push(keypad::figures(Message::PinPressed));
    Dialog::new(Row::new().spacing(space::XL).push(says).push(pin)).width_max(880.0)
}
