//! How the page looks while no setup is under way: how the printer stands, and what can be done.

use iced::Length;
use iced::widget::container;

use super::wizard_view::facts;
use super::{Message, Printer};
use crate::app::icon::{Icon, icon};
use crate::app::screen::queue::{Message as QueueMessage, Queue, Standing};
use crate::app::theme::{Theme, size, space, style};
use crate::app::widget::{
    Column, Dialog, Element, Row, button, card, empty, scroll_page, table, text,
};
use crate::domain::Moment;
use crate::i18n::I18n;
use crate::printing::journal::Entry;

impl Printer {
    /// The page: the setup if it is under way, which wants the whole screen, else how the printer stands.
    #[must_use]
    pub fn view<'a>(
        &'a self,
        standing: &'a Standing,
        queue: &'a Queue,
        words: &'a I18n,
    ) -> Element<'a, Message> {
        if let Some(logo) = &self.logo {
            return logo.view(words);
        }
        match &self.wizard {
            Some(wizard) => wizard.view(standing, words).map(Message::Wizard),
            None if !standing.configured => nothing_yet(queue, words),
            None => settled(standing, queue, words),
        }
    }

    /// The dialog over the page, if there is one.
    #[must_use]
    pub fn dialog<'a>(&'a self, words: &I18n) -> Option<Dialog<'a, Message>> {
        if self.removing {
            return Some(remove(words));
        }
        let wizard = self.wizard.as_ref()?;
        Some(wizard.dialog(words)?.map(Message::Wizard))
    }
}

/// Without a printer the till sells on: this says what to do first.
fn nothing_yet<'a>(queue: &'a Queue, words: &I18n) -> Element<'a, Message> {
    let begin = button::primary(words.text("page-begin"))
        .icon(Icon::PrinterCheck)
        .on_press(Message::SetupPressed);
    let help = button::ghost(words.text("page-help"))
        .icon(Icon::CircleQuestionMark)
        .on_press(Message::Queue(QueueMessage::HelpPressed));
    let both = Column::new()
        .spacing(space::S)
        .align_x(iced::Alignment::Center)
        .push(Element::from(begin))
        .push(Element::from(help));
    let none = empty(
        Icon::Printer,
        words.text("page-none"),
        words.text("page-none-todo"),
        Some(both.into()),
    );
    Column::new()
        .spacing(space::M)
        .push(
            card(none)
                .width(Length::Fill)
                .height(Length::FillPortion(2)),
        )
        .push(queue_card(queue, words).height(Length::FillPortion(1)))
        .into()
}

fn settled<'a>(standing: &'a Standing, queue: &'a Queue, words: &I18n) -> Element<'a, Message> {
    let tool = |picture, key: &str, message: Message| {
        let tool = button::secondary(words.text(key)).icon(picture);
        Element::from(tool.on_press(message))
    };
    let of_queue = |message| Message::Queue(message);
    let drawer = standing.may.open_drawer.then(|| {
        tool(
            Icon::Wallet,
            "page-drawer",
            of_queue(QueueMessage::DrawerPressed),
        )
    });
    let paper = standing.is_virtual.then(|| {
        tool(
            Icon::Receipt,
            "page-paper",
            of_queue(QueueMessage::PaperPressed),
        )
    });
    let tools = [
        Some(tool(
            Icon::PrinterCheck,
            "page-test",
            of_queue(QueueMessage::TestPressed),
        )),
        drawer,
        paper,
        Some(tool(
            Icon::CircleQuestionMark,
            "page-help",
            of_queue(QueueMessage::HelpPressed),
        )),
    ];
    let tools = Row::with_children(tools.into_iter().flatten())
        .spacing(space::S)
        .wrap()
        .vertical_spacing(space::S);
    let again = button::secondary(words.text("page-again"))
        .icon(Icon::RefreshCw)
        .on_press(Message::SetupPressed);
    let none = button::ghost(words.text("page-remove")).on_press(Message::RemovePressed);
    let change = Row::new()
        .spacing(space::S)
        .align_y(iced::Alignment::Center)
        .push(Element::from(again))
        .push(Element::from(none));
    let page = Column::new()
        .spacing(space::M)
        .push(standing.banner())
        .push(tools)
        .push(facts(standing.facts.clone(), 2))
        .push(change)
        .push(logo_card(standing, words))
        .push(queue_card(queue, words))
        .push(log_card(standing, words));
    scroll_page(page).into()
}

fn queue_card<'a>(queue: &'a Queue, words: &I18n) -> crate::app::widget::Container<'a, Message> {
    let column = Column::new()
        .spacing(space::S)
        .push(text::lead(words.text("page-queue")))
        .push(queue.view(words).map(Message::Queue));
    card(column).width(Length::Fill)
}

/// The picture above the tickets.
fn logo_card<'a>(standing: &Standing, words: &I18n) -> Element<'a, Message> {
    let choose = match standing.has_logo {
        true => "logo-another",
        false => "logo-choose",
    };
    let choose = button::secondary(words.text(choose))
        .icon(Icon::Image)
        .on_press(Message::LogoPressed);
    let remove = standing.has_logo.then(|| {
        let remove = button::ghost(words.text("logo-remove")).on_press(Message::LogoRemoved);
        Element::from(remove)
    });
    let buttons = Row::new()
        .spacing(space::S)
        .push(Element::from(choose))
        .push(remove);
    let column = Column::new()
        .spacing(space::S)
        .push(text::lead(words.text("logo-title")))
        .push(text::body(standing.logo.clone()).style(style::muted))
        .push(buttons);
    card(column).width(Length::Fill).into()
}

fn log_card<'a>(standing: &Standing, words: &I18n) -> Element<'a, Message> {
    let log: Element<'a, Message> = if standing.log.is_empty() {
        text::body(words.text("page-log-empty"))
            .style(style::muted)
            .into()
    } else {
        table::rows(standing.log.iter().rev().map(|entry| line(entry, words))).into()
    };
    let column = Column::new()
        .spacing(space::S)
        .push(text::lead(words.text("page-log")))
        .push(log);
    card(column).width(Length::Fill).into()
}

/// When, and what; a mark where somebody should look.
fn line<'a>(entry: &Entry, words: &I18n) -> Element<'a, Message> {
    let when = words.date_time(Moment::new(entry.at));
    let (picture, look): (_, fn(&Theme) -> _) = match entry.error {
        true => (Icon::TriangleAlert, style::caution_ink),
        false => (Icon::Check, style::muted),
    };
    let what = container(text::small(entry.text.clone())).width(Length::Fill);
    Row::new()
        .spacing(space::M)
        .padding([space::S, 0.0])
        .push(icon(picture, size::SMALL).style(look))
        .push(text::small(when).style(style::muted))
        .push(what)
        .into()
}

fn remove<'a>(words: &I18n) -> Dialog<'a, Message> {
    let content = Column::new()
        .spacing(space::L)
        .push(text::title(words.text("page-remove-title")))
        .push(text::body(words.text("page-remove-what")).style(style::muted));
    let keep = button::secondary(words.text("page-remove-keep"))
        .tall()
        .fill()
        .on_press(Message::RemoveDismissed);
    let remove = button::danger(words.text("page-remove"))
        .fill()
        .on_press(Message::RemoveConfirmed);
    let foot = Row::new()
        .spacing(space::S)
        .push(Element::from(keep))
        .push(Element::from(remove));
    Dialog::new(content)
        .foot(foot)
        .on_outside(Message::RemoveDismissed)
}
