//! How the printer on the screen looks: switches at the left, its paper at the right.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::{Message, VirtualPrinter};
use crate::app::icon::{Icon, icon};
use crate::app::screen::queue::Standing;
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, card, chip, empty, field, paper, scroll,
    scroll_page, text,
};
use crate::i18n::I18n;
use crate::printing::virtual_printer::Trouble;

/// The most papers that can be chosen from, newest first.
const PAPERS_SHOWN: usize = 8;

impl VirtualPrinter {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, standing: &Standing, words: &I18n) -> Element<'a, Message> {
        let left = Column::new()
            .spacing(space::M)
            .push(standing.banner())
            .push(self.switches(words))
            .push(self.files(words));
        let left = container(scroll_page(left));
        let both = Row::new()
            .spacing(space::L)
            .padding(space::L)
            .push(left.width(Length::FillPortion(55)))
            .push(container(self.desk(words)).width(Length::FillPortion(45)));
        container(both)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas)
            .into()
    }

    fn switches<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let switches = Trouble::ALL.map(|trouble| {
            let on = self.troubles.contains(&trouble);
            switch(trouble, on, words)
        });
        let well = self.troubles.is_empty();
        let mend = button::secondary(words.text("page-virtual-mend"))
            .icon(Icon::CircleCheck)
            .fill()
            .on_press_maybe((!well).then_some(Message::Mended));
        let column = Column::new()
            .spacing(space::S)
            .push(text::lead(words.text("page-virtual-troubles")))
            .push(text::small(words.text("page-virtual-troubles-hint")).style(style::muted))
            .extend(switches)
            .push(Element::from(mend));
        card(column).width(Length::Fill).into()
    }

    fn files<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let folder =
            field(&words.text("page-virtual-folder"), &self.folder).on_input(Message::FolderTyped);
        let save = button::secondary(words.text("page-virtual-save"))
            .icon(Icon::Download)
            .on_press_maybe(self.can_save().then_some(Message::SavePressed));
        let line = Row::new()
            .spacing(space::S)
            .push(folder)
            .push(Element::from(save));
        let saved = self.saved.as_ref().map(|saved| match saved {
            Ok(path) => {
                let path = [("path", path.into())];
                let what = words.text_with("page-virtual-saved", &path);
                banner(Mood::Ok, what, None, vec![])
            }
            Err(why) => banner(Mood::Error, why.as_str(), None, vec![]),
        });
        let column = Column::new()
            .spacing(space::S)
            .push(text::lead(words.text("page-virtual-files")))
            .push(line)
            .push(saved);
        card(column).width(Length::Fill).into()
    }

    /// The paper, and above it which.
    fn desk<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let shown = self.paper.as_ref().map(|(_, drawn)| paper(drawn));
        let Some(shown) = shown else {
            let none = empty(
                Icon::Receipt,
                words.text("page-virtual-none"),
                words.text("page-virtual-none-todo"),
                None,
            );
            return container(none)
                .width(Length::Fill)
                .height(Length::Fill)
                .style(style::sunken)
                .into();
        };
        let short = self.paper.as_ref().is_some_and(|(_, of)| of.is_cut_short());
        let short =
            short.then(|| text::small(words.text("page-virtual-longer")).style(style::muted));
        let coming = self.shown().is_some_and(|sheet| !sheet.finished);
        let coming = coming.then(|| {
            let label = words.text("page-virtual-coming");
            chip::status(Mood::Neutral, Icon::Printer, label)
        });
        let column = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .align_x(Alignment::Center)
            .push(self.papers(words))
            .push(coming)
            .push(shown)
            .push(short);
        container(scroll(container(column).padding(space::L)))
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::sunken)
            .into()
    }

    fn papers<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let newest = chip::choice(
            words.text("page-virtual-newest"),
            self.chosen.is_none(),
            Message::NewestPressed,
        );
        let papers = self.sheets.iter().rev().take(PAPERS_SHOWN).map(|sheet| {
            let label = words.text_with("page-virtual-job", &[("job", sheet.job.0.into())]);
            chip::choice(
                label,
                self.chosen == Some(sheet.job),
                Message::Chosen(sheet.job),
            )
        });
        chip::flow(std::iter::once(newest).chain(papers))
    }
}

/// A switch as wide as its place: what it does stands beside it, and a word says how it is.
fn switch<'a>(trouble: Trouble, on: bool, words: &I18n) -> Element<'a, Message> {
    let label = words.text(trouble.key());
    let press = Message::Switched(trouble, !on);
    let state = words.text(if on {
        "page-switch-on"
    } else {
        "page-switch-off"
    });
    let (mood, sign) = match on {
        true => (Mood::Warn, Icon::TriangleAlert),
        false => (Mood::Neutral, Icon::Circle),
    };
    let line = Row::new()
        .spacing(space::M)
        .height(Length::Fill)
        .align_y(Alignment::Center)
        .push(icon(picture_of(trouble), size::ICON))
        .push(container(text::strong(label)).width(Length::Fill))
        .push(gap().width(space::S))
        .push(chip::status(mood, sign, state));
    crate::app::widget::press(line)
        .on_press(press)
        .width(Length::Fill)
        .height(crate::app::theme::target::MIN)
        .padding([0.0, space::M])
        .style(|theme, _| style::card(theme))
        .into()
}

const fn picture_of(trouble: Trouble) -> Icon {
    match trouble {
        Trouble::NoPaper => Icon::Receipt,
        Trouble::PaperLow => Icon::StickyNote,
        Trouble::CoverOpen => Icon::LockOpen,
        Trouble::Offline => Icon::WifiOff,
        Trouble::Stall => Icon::Pause,
        Trouble::Unplugged => Icon::Unplug,
        Trouble::Lies => Icon::EyeOff,
        Trouble::NoMemory => Icon::Image,
    }
}
