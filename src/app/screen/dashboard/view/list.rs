//! How a list of sales looks, and the ticket of one of them.

use iced::widget::{container, rule, space as gap};
use iced::{Alignment, Length};

use super::parts::{cell, quiet};
use super::{Sight, opening};
use crate::app::icon::{Icon, icon};
use crate::app::screen::dashboard::list::{List, Ticket};
use crate::app::screen::dashboard::message::Message;
use crate::app::screen::dashboard::say;
use crate::app::theme::{size, space, style, target};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, card, empty, fit, paper, press, scroll,
    table, text,
};
use crate::domain::metrics::{SaleKind, SaleRow};
use crate::i18n::I18n;

const SALES: table::Table<4> = table::Table([
    table::fixed(64.0),
    table::fixed(88.0),
    table::share(1),
    table::fixed(112.0).end(),
]);

impl List {
    /// The list with its head and its pages.
    pub(super) fn view<'a>(&'a self, sight: Sight<'a>) -> Element<'a, Message> {
        let words = sight.words;
        let back = button::secondary(words.text("dash-back"))
            .icon(Icon::ArrowLeft)
            .short()
            .on_press(Message::Back);
        let title = Column::new()
            .width(Length::Fill)
            .push(text::lead(self.title.as_str()).wrapping(iced::widget::text::Wrapping::None))
            .push(quiet(self.of.clone()));
        let head = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(Element::from(back))
            .push(container(title).clip(true))
            .push(self.pager(words));
        let column = Column::new()
            .spacing(space::S)
            .push(head)
            .push(rule::horizontal(1))
            .push(self.rows(words));
        container(card(column).height(Length::Fill))
            .padding(iced::Padding::new(space::L).top(0))
            .height(Length::Fill)
            .into()
    }

    fn pager<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let idle = !self.is_reading();
        let step = |picture, on, may: bool| {
            let message = Message::ListStepped(on);
            let may = (may && idle).then_some(message);
            Element::from(button::icon_only(picture).on_press_maybe(may))
        };
        let page = [("page", self.page().into())];
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(step(Icon::ChevronLeft, false, self.page() > 1))
            .push(text::small(words.text_with("dash-page", &page)))
            .push(step(Icon::ChevronRight, true, self.next.is_some()))
            .into()
    }

    fn rows<'a>(&'a self, words: &'a I18n) -> Element<'a, Message> {
        if let Some(why) = &self.failed {
            let again = button::soft(words.text("dash-again"))
                .icon(Icon::RefreshCw)
                .on_press(Message::RefreshPressed);
            return banner(Mood::Error, why.as_str(), None, vec![again.into()]);
        }
        let Some(rows) = &self.rows else {
            let (what, todo) = ("dash-reading", "dash-reading-what");
            return empty(Icon::Hourglass, words.text(what), words.text(todo), None);
        };
        if rows.is_empty() {
            let (what, todo) = ("dash-list-none", "dash-list-none-todo");
            return empty(Icon::Search, words.text(what), words.text(todo), None);
        }
        let head = SALES.head([
            words.text("sales-number"),
            words.text("dash-when"),
            words.text("sales-buyer"),
            words.text("sales-total"),
        ]);
        let rows = rows.iter().map(|sale| row(sale, words));
        // The rail has its own place: no amount is beneath it.
        let clear = iced::Padding::ZERO.right(space::L);
        Column::new()
            .push(container(head).padding(clear))
            .push(scroll(container(table::rows(rows)).padding(clear)).height(Length::Fill))
            .height(Length::Fill)
            .into()
    }

    /// The ticket that is shown, over the list.
    pub(super) fn dialog<'a>(&'a self, words: &I18n) -> Option<Dialog<'a, Message>> {
        let ticket = self.ticket.as_ref()?;
        let title = words.text_with(
            "sales-ticket",
            &[("number", ticket.number.to_string().into())],
        );
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(title))
            .push(drawn(ticket, words));
        let back = button::secondary(words.text("dash-back"))
            .icon(Icon::ArrowLeft)
            .tall()
            .fill()
            .on_press(Message::Back);
        let again = button::secondary(words.text("sales-reprint"))
            .icon(Icon::Printer)
            .tall()
            .fill()
            .on_press(Message::ReprintPressed(ticket.sale));
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(back))
            .push(Element::from(again));
        let dialog = Dialog::new(column).foot(foot).width_max(480.0);
        Some(dialog.on_outside(Message::Back))
    }
}

fn drawn<'a>(ticket: &'a Ticket, words: &I18n) -> Element<'a, Message> {
    match &ticket.drawn {
        Some(Ok(drawn)) => container(paper(drawn)).center_x(Length::Fill).into(),
        Some(Err(why)) => banner(Mood::Warn, why.as_str(), None, vec![]),
        None => quiet(words.text("dash-reading")),
    }
}

fn row<'a>(sale: &'a SaleRow, words: &'a I18n) -> Element<'a, Message> {
    let when = Column::new()
        .push(text::body(format!("{:02}:{:02}", sale.hour, sale.minute)))
        .push(quiet(say::day_month(sale.day)));
    let buyer = match &sale.buyer {
        Some(name) => cell(name.as_str()),
        None => text::body(words.text("sales-nobody"))
            .style(style::muted)
            .into(),
    };
    let cells = [
        text::strong(sale.number.to_string()).into(),
        when.into(),
        Column::new().push(buyer).push(became(sale, words)).into(),
        paid(sale, words),
    ];
    press(container(SALES.row(cells)).center_y(Length::Fill))
        .on_press(Message::SaleChosen(sale.id))
        .width(Length::Fill)
        .height(target::MEDIUM)
        .style(opening)
        .into()
}

/// What was paid; where sales of one tender are listed, what of it was paid with that.
fn paid<'a>(sale: &SaleRow, words: &I18n) -> Element<'a, Message> {
    let of_it = sale.part.filter(|part| *part != sale.paid);
    let Some(part) = of_it else {
        return fit::lead(words.money(sale.paid)).into();
    };
    let whole = [("total", sale.paid.into())];
    Column::new()
        .align_x(Alignment::End)
        .push(fit::lead(words.money(part)))
        .push(quiet(words.text_with("dash-part-of", &whole)))
        .into()
}

/// How it was paid, or what it is or became.
fn became<'a>(sale: &SaleRow, words: &I18n) -> Element<'a, Message> {
    let special = match (sale.kind, sale.voided, sale.refunded) {
        (SaleKind::Void, ..) => Some((Icon::Undo, "sales-is-void")),
        (SaleKind::Refund, ..) => Some((Icon::Undo, "dash-is-refund")),
        (SaleKind::Sale, true, _) => Some((Icon::Ban, "sales-voided")),
        (SaleKind::Sale, false, true) => Some((Icon::Undo, "dash-was-refunded")),
        (SaleKind::Sale, false, false) => None,
    };
    let tenders = sale.tenders.iter().map(|kind| say::tender(*kind, words));
    let tenders = quiet(tenders.collect::<Vec<_>>().join(" + "));
    let Some((picture, key)) = special else {
        return container(tenders).height(18.0).clip(true).into();
    };
    Row::new()
        .spacing(6)
        .align_y(Alignment::Center)
        .push(icon(picture, size::SMALL).style(style::danger_ink))
        .push(text::small(words.text(key)).style(style::danger_ink))
        .push(gap().width(space::S))
        .push(tenders)
        .into()
}
