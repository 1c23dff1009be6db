//! The dialog of tags: what for, how many of each, where to.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::super::tags::{Kind, Message as TagsMessage, Tags};
use super::super::{Files, Message};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style, target};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, clamp, field, long, segmented, stepper,
    text,
};

/// The height of a row, in logical pixels.
const ROW: f32 = target::MEDIUM;
/// So high is the list, in logical pixels.
const LIST: f32 = 232.0;

impl Tags {
    pub(super) fn dialog<'a>(
        &'a self,
        files: &'a Files,
        context: &Context<'a>,
    ) -> Dialog<'a, Message> {
        let words = context.words;
        let kinds = segmented(
            [
                (words.text("goods-tags-price"), Kind::Price),
                (words.text("goods-tags-barcode"), Kind::Barcode),
            ],
            &self.kind,
            |kind| of(TagsMessage::KindChosen(kind)),
        );
        let step =
            |picture, by| button::icon_only(picture).on_press(of(TagsMessage::AllStepped(by)));
        let all = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .padding(iced::Padding::ZERO.right(space::M))
            .push(text::strong(words.text("goods-tags-each")))
            .push(step(Icon::Minus, -1))
            .push(step(Icon::Plus, 1));
        let head = Row::new()
            .align_y(Alignment::Center)
            .push(kinds)
            .push(gap::horizontal())
            .push(all);
        let hint = match self.kind {
            Kind::Price => "goods-tags-price-hint",
            Kind::Barcode => "goods-tags-barcode-hint",
        };
        let hint = text::small(words.text(hint)).style(style::muted);
        let outcome = self.outcome.as_ref().map(|outcome| match outcome {
            Ok(said) => banner(Mood::Ok, said.as_str(), None, vec![]),
            Err(why) => banner(Mood::Error, why.as_str(), None, vec![]),
        });
        let folder = field("", &self.folder).on_input(|text| of(TagsMessage::FolderTyped(text)));
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(words.text("goods-tags-title")))
            .push(head)
            .push(hint)
            .push(self.rows(files))
            .push(field::labelled(
                words.text("goods-tags-folder"),
                folder,
                None,
            ))
            .push(outcome);
        Dialog::new(column)
            .width_max(820.0)
            .foot(self.foot(context))
    }

    fn rows<'a>(&'a self, files: &'a Files) -> Element<'a, Message> {
        let scrolled = |to, height| of(TagsMessage::Scrolled(to, height));
        let rows = (self.items.len(), ROW);
        let list = long("goods-tags", rows, self.offset.0, scrolled, move |at| {
            let (id, copies) = self.items[at];
            let name = files.get(id).map_or("", |good| good.name.as_str());
            let less = copies.checked_sub(1);
            let less = less.map(|less| of(TagsMessage::CopiesChosen(id, less)));
            let more = of(TagsMessage::CopiesChosen(id, copies + 1));
            Row::new()
                .height(ROW)
                .spacing(space::M)
                .align_y(Alignment::Center)
                .push(container(clamp(name, 1).plain()).width(Length::Fill))
                .push(stepper(copies.to_string(), less, Some(more)))
                .into()
        });
        container(list)
            .height(LIST)
            .padding([0.0, space::M])
            .style(style::sunken)
            .into()
    }

    fn foot<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let ready = self.count() > 0 && !self.asked;
        let told = [("count", self.count().into())];
        let close = button::secondary(words.text("goods-close"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::DialogClosed));
        let print = button::secondary(words.text("goods-tags-print"))
            .icon(Icon::Printer)
            .tall()
            .on_press_maybe(ready.then_some(of(TagsMessage::PrintPressed)));
        let save = button::primary(words.text_with("goods-tags-save", &told))
            .icon(Icon::FileDown)
            .fill()
            .on_press_maybe(ready.then_some(of(TagsMessage::SavePressed)));
        Row::new()
            .spacing(space::S)
            .push(Element::from(close))
            .push(Element::from(print))
            .push(Element::from(save))
            .into()
    }
}

const fn of(message: TagsMessage) -> Message {
    Message::Tags(message)
}
