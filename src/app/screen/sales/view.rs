//! How the sales look: the list, beside it the ticket, over it the void.

use iced::widget::{container, responsive, space as gap};
use iced::{Alignment, Length};

use super::{Message, Row as Sale, Sales, Shown, Uncertain, Voiding};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, card, chip, clamp, empty, field, keypad,
    modal, scroll, table, text, well,
};
use crate::i18n::I18n;

const TABLE: table::Table<4> = table::Table([
    table::fixed(56.0),
    table::fixed(52.0),
    table::share(1),
    table::fixed(112.0).end(),
]);
/// Narrower than this, in logical pixels, the list and the ticket are shown one at a time.
const NARROW: f32 = 900.0;
/// The width of the ticket's panel, in logical pixels: 48 letters of the paper fit.
const TICKET_WIDTH: f32 = 452.0;
/// Room for «Hoy, 23/11/2026», in logical pixels.
const DAY_WIDTH: f32 = 170.0;
/// The width of the keys in the dialog, in logical pixels.
pub(super) const KEYS_WIDTH: f32 = 264.0;
const REASONS: [&str; 3] = [
    "sales-reason-mistake",
    "sales-reason-returned",
    "sales-reason-tender",
];

impl Sales {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let words = words.clone();
        responsive(move |size| self.whole(size.width < NARROW, &words)).into()
    }

    fn whole<'a>(&'a self, narrow: bool, words: &I18n) -> Element<'a, Message> {
        // A few at a time: an answered one makes room for the next.
        let questions = self
            .uncertain
            .iter()
            .take(2)
            .map(|job| question(job, words));
        let chosen = self.chosen_row();
        let body = Row::new()
            .spacing(space::L)
            .push((!narrow || chosen.is_none()).then(|| self.list(words)))
            .push(chosen.map(|sale| {
                let voidable = self.can_be_voided(sale);
                ticket(sale, voidable, narrow, words)
            }));
        let screen = Column::with_children(questions)
            .spacing(space::M)
            .padding(space::L)
            .push(self.which(narrow, words))
            .push(body.height(Length::Fill));
        let returning = self.returning.as_ref();
        let returning = returning.map(|returning| returning.dialog(&self.names, words));
        let dialog = self.voiding.as_ref().map(|voiding| voiding.dialog(words));
        let dialog = dialog.or(returning);
        modal(
            container(screen)
                .width(Length::Fill)
                .height(Length::Fill)
                .style(style::canvas),
            dialog,
        )
    }

    /// The day, and what is looked for instead.
    fn which<'a>(&'a self, narrow: bool, words: &I18n) -> Element<'a, Message> {
        let beside = |days, picture| {
            let day = self.beside(days).map(Message::DayPressed);
            button::icon_only(picture).on_press_maybe(day)
        };
        let day = match (self.day(), self.shown()) {
            (Some(day), Shown::Today) => words.text_with("sales-day-today", &[("day", day.into())]),
            (Some(day), _) => words.date(day),
            (None, _) => words.text("sales-found"),
        };
        let today = self.today.filter(|_| *self.shown() != Shown::Today);
        let today = today.map(|today| {
            let today = button::ghost(words.text("sales-today-button"))
                .on_press(Message::DayPressed(today));
            Element::from(today)
        });
        let query = field(&words.text("sales-query"), &self.query)
            .on_input(Message::QueryChanged)
            .on_submit(Message::QuerySubmitted);
        let find: Element<'_, Message> = match narrow {
            true => button::icon_only(Icon::Search)
                .on_press(Message::QuerySubmitted)
                .into(),
            false => button::secondary(words.text("sales-find"))
                .icon(Icon::Search)
                .on_press(Message::QuerySubmitted)
                .into(),
        };
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(beside(-1, Icon::ChevronLeft))
            .push(container(text::strong(day)).center_x(DAY_WIDTH))
            .push(beside(1, Icon::ChevronRight))
            .push(today)
            .push(query)
            .push(find)
            .into()
    }

    fn list<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        if self.rows.is_empty() {
            let (none, todo) = match self.shown() {
                Shown::Today => ("sales-none", "sales-none-todo"),
                Shown::Day(_) => ("sales-none-day", "sales-none-day-todo"),
                Shown::Number(_) | Shown::Pupil(_) | Shown::Scanned(_) => {
                    ("sales-none-found", "sales-none-found-todo")
                }
            };
            let nothing = empty(Icon::ReceiptText, words.text(none), words.text(todo), None);
            return card(nothing).into();
        }
        let head = TABLE.head([
            words.text("sales-number"),
            words.text("sales-time"),
            words.text("sales-buyer"),
            words.text("sales-total"),
        ]);
        let rows = self.rows.iter().map(|sale| self.row(sale, words));
        let column = Column::new()
            .push(head)
            .push(scroll(table::rows(rows)).height(Length::Fill));
        card(column).height(Length::Fill).into()
    }

    fn row<'a>(&self, sale: &'a Sale, words: &I18n) -> Element<'a, Message> {
        let buyer: Element<'_, Message> = match &sale.buyer {
            Some(name) => clamp(name.as_str(), 1).strong().into(),
            None => text::body(words.text("sales-nobody"))
                .style(style::muted)
                .into(),
        };
        let cells = [
            text::strong(sale.number.to_string()).into(),
            when(sale, self.day().is_none(), words),
            Column::new()
                .push(buyer)
                .push(self.payment(sale, words))
                .into(),
            text::lead(words.money(sale.total)).into(),
        ];
        TABLE.press_row(
            cells,
            self.chosen == Some(sale.id),
            Message::Chosen(sale.id),
        )
    }

    /// How it was paid, or what became of it.
    fn payment<'a>(&self, sale: &Sale, words: &I18n) -> Element<'a, Message> {
        let Some((_, picture, key)) = state(sale) else {
            let tenders = sale
                .tenders
                .iter()
                .map(|kind| self.names.name(*kind, words));
            return one_line(tenders.collect::<Vec<_>>().join(" + "));
        };
        let look = match sale.voided || sale.given_back.is_positive() {
            true => style::danger_ink,
            false => style::muted,
        };
        Row::new()
            .spacing(6)
            .align_y(Alignment::Center)
            .push(icon(picture, size::SMALL).style(look))
            .push(text::small(words.text(key)).style(look))
            .into()
    }
}

/// The time, and below it the day where the list is of several.
fn when<'a>(sale: &Sale, with_day: bool, words: &I18n) -> Element<'a, Message> {
    let time = text::body(words.time(sale.at)).style(style::muted);
    let day = with_day.then(|| {
        let day = words.date(sale.at.day());
        // Day and month: the year is on the ticket.
        text::caption(day.chars().take(5).collect::<String>()).style(style::muted)
    });
    Column::new().push(time).push(day).into()
}

/// A quiet line that is cut off rather than broken: the row keeps its height.
fn one_line<'a>(words: String) -> Element<'a, Message> {
    let line = text::small(words)
        .style(style::muted)
        .wrapping(iced::widget::text::Wrapping::None);
    container(line).width(Length::Fill).clip(true).into()
}

/// What became of a sale, if it is no longer a plain one.
fn state(sale: &Sale) -> Option<(Mood, Icon, &'static str)> {
    match (sale.void, sale.refund, sale.voided) {
        (true, ..) => Some((Mood::Neutral, Icon::Undo, "sales-is-void")),
        (_, true, _) => Some((Mood::Neutral, Icon::Undo, "sales-is-refund")),
        (.., true) => Some((Mood::Error, Icon::Ban, "sales-voided")),
        _ if sale.given_back.is_zero() => None,
        _ if sale.has_left => Some((Mood::Warn, Icon::Undo, "sales-given-back-part")),
        _ => Some((Mood::Warn, Icon::Undo, "sales-given-back")),
    }
}

fn question<'a>(uncertain: &Uncertain, words: &I18n) -> Element<'a, Message> {
    let what = match uncertain.number {
        Some(number) => {
            words.text_with("sales-uncertain", &[("number", number.to_string().into())])
        }
        None => words.text("sales-uncertain-page"),
    };
    let more = words.text("sales-uncertain-todo");
    let came_out = button::secondary(words.text("sales-came-out"))
        .icon(Icon::Check)
        .on_press(Message::CameOut(uncertain.job));
    let again = button::secondary(words.text("sales-print-again"))
        .icon(Icon::Printer)
        .on_press(Message::DidNotComeOut(uncertain.job));
    let again = uncertain.may_reprint.then(|| again.into());
    let actions = std::iter::once(came_out.into()).chain(again).collect();
    banner(Mood::Warn, what, Some(more.into()), actions)
}

fn ticket<'a>(sale: &'a Sale, voidable: bool, narrow: bool, words: &I18n) -> Element<'a, Message> {
    let title = words.text_with(
        "sales-ticket",
        &[("number", sale.number.to_string().into())],
    );
    let head = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(text::title(title))
        .push(state(sale).map(|(mood, picture, key)| chip::status(mood, picture, words.text(key))))
        .push(gap::horizontal())
        .push(button::icon_only(Icon::X).on_press(Message::Closed));
    let can_reprint = sale.ticket.is_some();
    let reprint = button::secondary(words.text("sales-reprint"))
        .icon(Icon::Printer)
        .fill()
        .on_press_maybe(can_reprint.then_some(Message::ReprintPressed));
    let void = button::secondary(words.text("sales-void"))
        .icon(Icon::Undo)
        .fill()
        .on_press_maybe(voidable.then_some(Message::VoidPressed));
    let back = |label, picture, message| {
        let button = button::secondary(words.text(label)).icon(picture).fill();
        Element::from(button.on_press_maybe(sale.has_left.then_some(message)))
    };
    let other = Row::new()
        .spacing(space::S)
        .push(back(
            "sales-refund",
            Icon::HandCoins,
            Message::RefundPressed,
        ))
        .push(back(
            "sales-exchange",
            Icon::ArrowRightLeft,
            Message::ExchangePressed,
        ));
    let buttons = Row::new()
        .spacing(space::S)
        .push(Element::from(reprint))
        .push(Element::from(void));
    // Alone it is wide enough for all in a row; its paper has the height.
    let buttons: Element<'_, Message> = match narrow {
        true => Row::new()
            .spacing(space::S)
            .push(other)
            .push(buttons)
            .into(),
        false => Column::new()
            .spacing(space::S)
            .push(other)
            .push(buttons)
            .into(),
    };
    let width = match narrow {
        true => Length::Fill,
        false => Length::Fixed(TICKET_WIDTH),
    };
    let column = Column::new()
        .spacing(space::M)
        .push(head)
        .push(paper(sale, words))
        .push(buttons);
    card(column).width(width).height(Length::Fill).into()
}

fn paper<'a>(sale: &'a Sale, words: &I18n) -> Element<'a, Message> {
    let Some(ticket) = &sale.ticket else {
        let (none, todo) = ("sales-no-ticket", "sales-no-ticket-todo");
        return empty(Icon::Receipt, words.text(none), words.text(todo), None);
    };
    let letters = text::mono(ticket.as_str())
        .size(size::CAPTION)
        .wrapping(iced::widget::text::Wrapping::None);
    // Beside the rail, not under it.
    let sheet = container(letters)
        .center_x(Length::Fill)
        .padding(iced::Padding::ZERO.right(space::M));
    well(scroll(sheet).height(Length::Fill))
        .padding(space::M)
        .height(Length::Fill)
        .into()
}

impl Voiding {
    fn dialog<'a>(&'a self, words: &I18n) -> Dialog<'a, Message> {
        let both = Row::new()
            .spacing(space::XL)
            .push(self.why(words))
            .push(self.approval(words));
        Dialog::new(both).width_max(840.0)
    }

    fn why<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let reasons = REASONS.map(|key| {
            let reason = words.text(key);
            chip::choice(
                reason.clone(),
                self.reason == reason,
                Message::ReasonChanged(reason),
            )
        });
        let reasons = Row::with_children(reasons).spacing(space::S).wrap();
        let reason = field(&words.text("sales-reason"), &self.reason)
            .on_input_maybe((!self.asked).then_some(Message::ReasonChanged));
        let refused = self
            .refused
            .as_deref()
            .map(|why| banner(Mood::Error, why, None, vec![]));
        let keep = button::secondary(words.text("sales-keep"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::VoidDismissed));
        let void = button::danger(words.text("sales-void-now"))
            .icon(Icon::Undo)
            .fill()
            .on_press_maybe(self.is_ready().then_some(Message::VoidConfirmed));
        Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(text::title(words.text("sales-void-title")))
            .push(text::body(words.text("sales-void-what")).style(style::muted))
            .push(reasons.vertical_spacing(space::S))
            .push(reason)
            .push(refused)
            .push(gap().height(space::S))
            .push(
                Row::new()
                    .spacing(space::S)
                    .push(Element::from(keep))
                    .push(Element::from(void)),
            )
            .into()
    }

    fn approval<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        Column::new()
            .spacing(space::M)
            .width(KEYS_WIDTH)
            .align_x(Alignment::Center)
            .push(text::strong(words.text("sales-approval")))
            .push(self.entry.dots())
            .push(keypad::figures(Message::KeyPressed))
            .into()
    }
}
