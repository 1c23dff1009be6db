//! How choosing the picture looks: the files at the left, the paper at the right.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::Message;
use super::logo::{Chooser, Message as LogoMessage, Stage};
use crate::app::icon::{Icon, icon};
use crate::app::screen::lists::Entry;
use crate::app::theme::{size, space, style, target};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, card, empty, paper, press, roomy, scroll, table,
    text,
};
use crate::i18n::I18n;
use crate::printing::Memory;

/// In a lower place the files scroll with what is around them, in logical pixels.
const FILES_HEIGHT_MIN: f32 = 150.0;
const FILES_HEIGHT: f32 = 260.0;

impl Chooser {
    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let back = button::ghost(words.text("page-back"))
            .icon(Icon::ArrowLeft)
            .on_press_maybe(
                (self.stage != Stage::Storing).then_some(Message::Logo(LogoMessage::Left)),
            );
        let head = Column::new()
            .spacing(space::S)
            .push(text::title(words.text("logo-page-title")))
            // Once one is chosen, what comes next is said below: a low screen needs the room.
            .push(
                self.read
                    .is_none()
                    .then(|| text::body(words.text("logo-page-todo")).style(style::muted)),
            );
        let words_of_files = words.clone();
        let files = move || {
            card(self.files(&words_of_files))
                .width(Length::Fill)
                .height(Length::Fill)
                .into()
        };
        let left = Column::new()
            .spacing(space::M)
            .push(head)
            .push(self.said(words))
            .push(container(roomy(FILES_HEIGHT_MIN, FILES_HEIGHT, files)).height(Length::Fill));
        let both = Row::new()
            .spacing(space::L)
            .height(Length::Fill)
            .push(container(left).width(Length::FillPortion(58)))
            .push(container(self.side(words)).width(Length::FillPortion(42)));
        Column::new()
            .spacing(space::M)
            .push(both)
            .push(self.buttons(back, words))
            .into()
    }

    fn said<'a>(&self, words: &I18n) -> Option<Element<'a, Message>> {
        match (self.stage, &self.fault, &self.read) {
            (Stage::Storing, ..) => Some(banner(
                Mood::Neutral,
                words.text("logo-storing"),
                None,
                vec![],
            )),
            (Stage::Asking, ..) => Some(banner(
                Mood::Warn,
                words.text("logo-question"),
                Some(words.text("logo-question-todo").into()),
                vec![],
            )),
            (Stage::Choosing, Some(fault), _) => {
                Some(banner(Mood::Error, fault.clone(), None, vec![]))
            }
            (Stage::Choosing, None, Some(_)) => {
                let key = match self.memory {
                    Memory::None => "logo-cannot-todo",
                    Memory::Graphics | Memory::Images => "logo-store-takes",
                };
                let seconds = [("seconds", self.takes_s.into())];
                Some(banner(
                    Mood::Neutral,
                    words.text_with(key, &seconds),
                    None,
                    vec![],
                ))
            }
            (Stage::Choosing, None, None) => None,
        }
    }

    fn files<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let above = button::icon_only(Icon::ArrowUp).on_press_maybe(
            self.folder
                .parent()
                .map(|_| Message::Logo(LogoMessage::AbovePressed)),
        );
        let head = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(above)
            .push(icon(Icon::FolderOpen, size::ICON).style(style::muted))
            .push(text::small(self.folder.display().to_string()).style(style::muted));
        let rows: Element<'_, Message> = if self.entries.is_empty() {
            empty(
                Icon::Image,
                words.text("logo-files-none"),
                words.text("logo-page-todo"),
                None,
            )
        } else {
            scroll(table::rows(self.entries.iter().enumerate().map(row)))
                .height(Length::Fill)
                .into()
        };
        Column::new().spacing(space::S).push(head).push(rows).into()
    }

    fn buttons<'a>(&self, back: button::Button<'a, Message>, words: &I18n) -> Element<'a, Message> {
        let said = |message| Message::Logo(message);
        let main: Element<'a, Message> = match (self.stage, self.memory) {
            (Stage::Asking, _) => {
                let no = button::secondary(words.text("logo-did-not-come"))
                    .tall()
                    .on_press(said(LogoMessage::DidNotComePressed));
                let yes = button::primary(words.text("logo-came"))
                    .on_press(said(LogoMessage::CamePressed));
                Row::new()
                    .spacing(space::S)
                    .push(Element::from(no))
                    .push(Element::from(yes))
                    .into()
            }
            (stage, memory) => {
                let (key, message) = match memory {
                    Memory::None => ("logo-send", LogoMessage::SendPressed),
                    Memory::Graphics | Memory::Images => ("logo-store", LogoMessage::StorePressed),
                };
                let free = stage == Stage::Choosing && self.read.is_some();
                button::primary(words.text(key))
                    .icon(Icon::PrinterCheck)
                    .on_press_maybe(free.then(|| said(message)))
                    .into()
            }
        };
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(Element::from(back))
            .push(gap::horizontal())
            .push(main)
            .into()
    }

    fn side<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let sheet: Element<'a, Message> = match &self.read {
            Some((logo, drawn)) => {
                let size = [
                    ("width", i64::from(logo.width()).into()),
                    ("height", i64::from(logo.height()).into()),
                ];
                Column::new()
                    .spacing(space::M)
                    .width(Length::Fill)
                    .align_x(Alignment::Center)
                    .push(text::small(words.text("logo-paper")).style(style::muted))
                    .push(paper(drawn))
                    .push(text::small(words.text_with("logo-size", &size)).style(style::muted))
                    .into()
            }
            None => container(
                text::body(words.text("logo-paper-none"))
                    .style(style::muted)
                    .center(),
            )
            .center_x(Length::Fill)
            .into(),
        };
        container(scroll(container(sheet).padding(space::L)))
            .width(Length::Fill)
            .center_y(Length::Fill)
            .style(style::sunken)
            .into()
    }
}

fn row((at, entry): (usize, &Entry)) -> Element<'_, Message> {
    let name = entry.path.file_name().unwrap_or(entry.path.as_os_str());
    let (picture, look): (_, fn(&_) -> _) = match entry.is_folder {
        true => (Icon::Folder, style::muted),
        false => (Icon::Image, style::accent_ink),
    };
    let row = Row::new()
        .spacing(space::M)
        .height(Length::Fill)
        .align_y(Alignment::Center)
        .push(icon(picture, size::ICON).style(look))
        .push(text::body(name.to_string_lossy()));
    press(row)
        .on_press(Message::Logo(LogoMessage::EntryPressed(at)))
        .width(Length::Fill)
        .height(target::MEDIUM)
        .padding([0.0, space::S])
        .into()
}
