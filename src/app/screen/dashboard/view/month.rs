//! The month: its trend over the one before, its tenders, what turns over, what lies, what was lost.

use std::rc::Rc;

use iced::widget::{container, rule, space as gap};
use iced::{Alignment, Length};

use super::parts::{amount, beside, boxed, cell, change, figure, high, key, quiet, row, titled};
use super::{Sight, summary};
use crate::app::icon::Icon;
use crate::app::screen::dashboard::message::{Message, Part, Stock};
use crate::app::screen::dashboard::pages::Month;
use crate::app::screen::dashboard::{Dashboard, say};
use crate::app::theme::space;
use crate::app::widget::{Column, Element, Row, button, chart, chip, empty, table, text};
use crate::domain::metrics::{Monthly, Moving, Rotation};
use crate::domain::{Money, Quantity};
use crate::i18n::I18n;

/// So many products are on a page of them.
const ROWS: usize = 12;

const STOCK: table::Table<5> = table::Table([
    table::share(1),
    table::fixed(72.0).end(),
    table::fixed(84.0).end(),
    table::fixed(84.0).end(),
    table::fixed(84.0).end(),
]);
const LOST: table::Table<3> = table::Table([
    table::share(1),
    table::fixed(96.0).end(),
    table::fixed(120.0).end(),
]);

impl Dashboard {
    pub(super) fn month<'a>(&'a self, page: &'a Month, sight: Sight<'a>) -> Element<'a, Message> {
        let (month, words) = (&page.data, sight.words);
        let height = high(month.tenders.len(), 220.0);
        let trend = chart::chart(Rc::clone(&page.trend), height)
            .on_open(|day| Message::Opened(Part::DayOfMonth(day)));
        let keys = vec![
            key(0, words.text(page.unit.key())),
            key(2, words.text("dash-key-before")),
        ];
        let trend = boxed(
            Column::new()
                .spacing(space::S)
                .push(titled(words.text("dash-month-trend"), keys, sight))
                .push(Element::from(trend)),
        );
        let tenders = &month.tenders;
        let ring = summary::ring(&page.tenders, tenders, Part::MonthTender, height, sight);
        Column::new()
            .spacing(space::M)
            .push(cards(month, sight))
            .push(beside(vec![(58, trend), (42, ring)], sight))
            .push(self.stock(month, words))
            .into()
    }

    /// What is to be ordered, what lies, what was lost: a page at a time.
    fn stock<'a>(&'a self, month: &'a Monthly, words: &'a I18n) -> Element<'a, Message> {
        let choices = [
            (Stock::Reorder, "dash-stock-reorder"),
            (Stock::Dead, "dash-stock-dead"),
            (Stock::Slow, "dash-stock-slow"),
            (Stock::All, "dash-stock-all"),
            (Stock::Lost, "dash-stock-lost"),
        ];
        let choices = choices.map(|(stock, key)| {
            let count = match stock {
                Stock::Lost => month.shrinkage.len(),
                stock => of(month, stock).count(),
            };
            let label = format!("{} · {count}", words.text(key));
            chip::choice(label, self.stock == stock, Message::StockChosen(stock))
        });
        let column = Column::new()
            .spacing(space::S)
            .push(text::lead(words.text("dash-stock")))
            .push(chip::flow(choices));
        let (rows, head) = match self.stock {
            Stock::Lost => (lost(month, words), lost_head(words)),
            stock => (turning(month, stock, words), stock_head(words)),
        };
        if rows.is_empty() {
            let (what, todo) = match self.stock {
                Stock::Lost => ("dash-no-loss", "dash-no-loss-todo"),
                _ => ("dash-no-stock", "dash-no-stock-todo"),
            };
            let said = empty(Icon::Package, words.text(what), words.text(todo), None);
            return boxed(column.push(container(said).height(200.0)));
        }
        let pages = rows.len().div_ceil(ROWS);
        let page = self.stock_page.min(pages - 1);
        let shown = rows.into_iter().skip(page * ROWS).take(ROWS);
        boxed(
            column
                .push(head)
                .push(rule::horizontal(1))
                .push(table::rows(shown))
                .push((pages > 1).then(|| pager(page, pages, words))),
        )
    }
}

/// «Página 1 de 4» and its arrows.
fn pager<'a>(page: usize, pages: usize, words: &I18n) -> Element<'a, Message> {
    let step = |picture, on, may: bool| {
        let message = Message::StockStepped(on);
        Element::from(button::icon_only(picture).on_press_maybe(may.then_some(message)))
    };
    let values = [("page", (page + 1).into()), ("pages", pages.into())];
    Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(gap().width(Length::Fill))
        .push(step(Icon::ChevronLeft, false, page > 0))
        .push(text::body(words.text_with("dash-page-of", &values)))
        .push(step(Icon::ChevronRight, true, page + 1 < pages))
        .into()
}

fn cards<'a>(month: &'a Monthly, sight: Sight<'a>) -> Element<'a, Message> {
    let words = sight.words;
    let (now, before) = (&month.figures, &month.compared.figures);
    let than = words.text("dash-than-month");
    let against = |now: i64, before: i64| vec![change(say::change_of(now, before, &than, words))];
    let most = month.most_used.as_ref();
    let its_place = most.and_then(|most| {
        let mut tenders = month.tenders.iter();
        tenders.position(|part| part.tender == most.tender)
    });
    let commission = crate::domain::metrics::dashboard::commission(&month.tenders);
    let mut under_income = against(now.income.amount(), before.income.amount());
    under_income.extend(summary::net(now.income, commission, words));
    let cards = vec![
        figure(
            words.text("dash-income"),
            words.money(now.income),
            under_income,
            Some(Part::Month),
        ),
        figure(
            words.text("dash-sales"),
            Money::guaranies(now.sales).to_string(),
            against(now.sales, before.sales),
            Some(Part::Month),
        ),
        figure(
            words.text("dash-most-used"),
            most.map_or_else(|| "—".to_owned(), |most| say::tender(most.kind, words)),
            most.map_or_else(Vec::new, |most| {
                let values = [("sales", most.sales.into()), ("amount", most.amount.into())];
                vec![quiet(words.text_with("dash-sold", &values))]
            }),
            its_place.map(Part::MonthTender),
        ),
        summary::margin(month.margin.as_ref(), Part::Month, words),
    ];
    summary::grid(cards, if sight.is_wide() { 4 } else { 2 })
}

fn of(month: &Monthly, stock: Stock) -> impl Iterator<Item = &Rotation> {
    let wanted = move |rotation: &&Rotation| match stock {
        Stock::Reorder => rotation.moving == Moving::Reorder,
        Stock::Dead => rotation.moving == Moving::Dead,
        Stock::Slow => rotation.moving == Moving::Slow,
        Stock::All => true,
        Stock::Lost => false,
    };
    month.rotation.iter().filter(wanted)
}

fn stock_head<'a>(words: &I18n) -> Element<'a, Message> {
    STOCK.head([
        words.text("dash-product"),
        words.text("dash-in-stock"),
        words.text("dash-sold-weeks"),
        words.text("dash-days-left"),
        words.text("dash-order"),
    ])
}

fn turning<'a>(month: &'a Monthly, stock: Stock, words: &I18n) -> Vec<Element<'a, Message>> {
    let quantity = |quantity: Quantity, weighed: bool| {
        let written = words.quantity(quantity);
        match weighed {
            true => format!("{written} kg"),
            false => written,
        }
    };
    let rows = of(month, stock).map(|product| {
        let none = "—".to_owned();
        let order = match product.order.in_thousandths() {
            0 => none.clone(),
            _ => quantity(product.order, product.weighed),
        };
        let cells = [
            cell(product.name.as_str()),
            amount(quantity(product.stock, product.weighed)),
            amount(quantity(product.sold, product.weighed)),
            amount(product.days_left.map_or(none, |days| days.to_string())),
            amount(order),
        ];
        row(&STOCK, cells, Part::MonthProduct(product.product))
    });
    rows.collect()
}

fn lost_head<'a>(words: &I18n) -> Element<'a, Message> {
    LOST.head([
        words.text("dash-product"),
        words.text("dash-quantity"),
        words.text("dash-cost"),
    ])
}

fn lost<'a>(month: &'a Monthly, words: &I18n) -> Vec<Element<'a, Message>> {
    let rows = month.shrinkage.iter().map(|lost| {
        let cost = lost.cost;
        let cells = [
            cell(lost.name.as_str()),
            amount(words.quantity(lost.quantity)),
            amount(cost.map_or_else(|| "—".to_owned(), |cost| words.money(cost))),
        ];
        row(&LOST, cells, Part::MonthProduct(lost.product))
    });
    rows.collect()
}
