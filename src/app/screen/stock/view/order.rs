//! What to order, and what stock is worth.

use iced::widget::container;
use iced::{Alignment, Length};

use super::super::order::{self, Ordering};
use super::super::worth::{Message, SHOWN_MAX, Valuing};
use super::{beside_rail, framed, waiting};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{control, space, style};
use crate::app::widget::{Column, Element, Row, beside, button, empty, field, pages, table, text};
use crate::domain::Money;
use crate::domain::stock::Need;
use crate::i18n::I18n;
use crate::printing::stock::state;
use crate::store::stock::Valued;

/// The days that have less room beside the file have it below, in logical pixels.
const DAYS_WIDTH_MIN: f32 = 540.0;

const NEEDS: table::Table<4> = table::Table([
    table::share(4),
    table::share(3),
    table::fixed(96.0).end(),
    table::fixed(120.0).end(),
]);

const WORTH: table::Table<4> = table::Table([
    table::share(1),
    table::fixed(110.0).end(),
    table::fixed(130.0).end(),
    table::fixed(140.0).end(),
]);

impl Ordering {
    pub(super) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, order::Message> {
        let words = context.words;
        let Some(list) = &self.list else {
            return waiting(words);
        };
        if list.needs.is_empty() {
            let (none, todo) = ("stock-order-none", "stock-order-none-todo");
            return framed(empty(
                Icon::CircleCheck,
                words.text(none),
                words.text(todo),
                None,
            ));
        }
        let head = NEEDS.head([
            words.text("stock-col-product"),
            words.text("stock-col-state"),
            words.text("stock-col-order"),
            words.text("stock-col-cost"),
        ]);
        let parts = list.parts().map(|(supplier, needs)| {
            let name =
                supplier.map_or_else(|| words.text("stock-no-supplier"), |of| of.name.clone());
            let rows = needs.iter().map(|need| need_row(need, words));
            Column::new()
                .push(text::strong(name))
                .push(table::rows(rows))
                .into()
        });
        let parts = Column::with_children(parts).spacing(space::L);
        let told = [
            ("count", list.needs.len().into()),
            ("cost", list.cost().into()),
        ];
        let save = button::secondary(words.text("stock-save"))
            .icon(Icon::FileSpreadsheet)
            .tall()
            .on_press(order::Message::SavePressed);
        let print = button::primary(words.text("stock-print"))
            .icon(Icon::Printer)
            .tall()
            .on_press(order::Message::PrintPressed);
        let foot = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(text::lead(words.text_with("stock-order-sum", &told)).width(Length::Fill))
            .push(Element::from(save))
            .push(Element::from(print));
        let column = Column::new()
            .spacing(space::S)
            .push(head)
            .push(container(beside_rail(parts)).height(Length::Fill))
            .push(foot);
        framed(column)
    }
}

fn need_row<'a>(need: &'a Need, words: &I18n) -> Element<'a, order::Message> {
    let cost = need
        .cost
        .map_or_else(|| "–".to_owned(), |cost| words.money(cost));
    NEEDS.row([
        text::body(need.name.as_str()).into(),
        text::small(state(need, words)).style(style::muted).into(),
        text::lead(words.quantity(need.order)).into(),
        text::body(cost).into(),
    ])
}

impl Valuing {
    pub(super) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let Some(valued) = &self.valued else {
            return framed(Column::new().push(self.which(context)).push(waiting(words)));
        };
        let total: Money = valued.iter().map(|of| of.worth.value).sum();
        let told = [("value", total.into()), ("day", self.day.into())];
        let unpriced = valued.iter().filter(|of| of.worth.unpriced).count();
        let unpriced = (unpriced > 0).then(|| {
            let told = [("count", unpriced.into())];
            text::small(words.text_with("stock-worth-unpriced", &told)).style(style::caution_ink)
        });
        let sum = Column::new()
            .push(text::figure(words.text_with("stock-worth-sum", &told)))
            .push(unpriced)
            .push(text::small(words.text("stock-worth-how")).style(style::muted));
        let body: Element<'a, Message> = match valued.is_empty() {
            true => {
                let (none, todo) = ("stock-worth-none", "stock-worth-none-todo");
                empty(Icon::Package, words.text(none), words.text(todo), None)
            }
            false => self.list(valued, words),
        };
        let column = Column::new()
            .spacing(space::S)
            .push(self.which(context))
            .push(sum)
            .push(container(body).height(Length::Fill));
        framed(column)
    }

    /// Which day, and the file.
    fn which<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let (day, today) = (self.day, context.now.day());
        let before =
            button::icon_only(Icon::ChevronLeft).on_press(Message::DayPressed(day.days_before(1)));
        let after = (day < today).then(|| Message::DayPressed(day.days_before(-1)));
        let after = button::icon_only(Icon::ChevronRight).on_press_maybe(after);
        let last_month = today.first_of_month().days_before(1);
        let month = button::ghost(words.text("stock-worth-month-end"))
            .on_press(Message::DayPressed(last_month));
        let typed = field(&words.text("stock-worth-day"), &self.typed)
            .on_input(Message::DayTyped)
            .on_submit(Message::DayConfirmed);
        let typed = match self.wrong {
            true => typed.style(control::wrong_field),
            false => typed,
        };
        let save = button::secondary(words.text("stock-save"))
            .icon(Icon::FileSpreadsheet)
            .on_press_maybe(self.valued.is_some().then_some(Message::SavePressed));
        let days = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(before)
            .push(container(text::strong(words.date(day))).center_x(96.0))
            .push(after)
            .push(container(typed).width(160.0))
            .push(Element::from(month));
        beside(days, DAYS_WIDTH_MIN, Element::from(save))
    }

    fn list<'a>(&'a self, valued: &'a [Valued], words: &I18n) -> Element<'a, Message> {
        let head = WORTH.head([
            words.text("stock-col-product"),
            words.text("stock-col-stock"),
            words.text("stock-col-average"),
            words.text("stock-col-value"),
        ]);
        let shown = valued.iter().skip(self.page * SHOWN_MAX).take(SHOWN_MAX);
        let rows = shown.map(|of| {
            let average = of.worth.average();
            let average = average.map_or_else(|| "–".to_owned(), |each| words.money(each));
            let product = Column::new()
                .push(text::body(of.name.as_str()))
                .push(text::small(of.category.as_str()).style(style::muted));
            WORTH.tall_row([
                product.into(),
                text::body(words.quantity(of.worth.quantity)).into(),
                text::body(average).into(),
                text::lead(words.money(of.worth.value)).into(),
            ])
        });
        let turn = pages(
            self.page,
            SHOWN_MAX,
            valued.len(),
            words,
            Message::PageTurned,
        );
        Column::new()
            .push(head)
            .push(beside_rail(table::rows(rows)))
            .push(turn)
            .into()
    }
}
