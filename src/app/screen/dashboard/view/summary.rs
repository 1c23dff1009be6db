//! The six parts: cards, hours, ring, best products, tenders, best customers; above them the alerts.

use std::rc::Rc;

use iced::widget::{container, rule};
use iced::{Alignment, Length};

use super::parts::{
    amount, beside, boxed, cell, change, figure, high, key, legend, name, quiet, row,
};
use super::{Sight, parts, until};
use crate::app::icon::Icon;
use crate::app::screen::dashboard::message::{By, Message, Part};
use crate::app::screen::dashboard::pages::Summary;
use crate::app::screen::dashboard::{Dashboard, say};
use crate::app::theme::space;
use crate::app::widget::{Column, Element, Row, chart, clamp, empty, even, segmented, table, text};
use crate::domain::Money;
use crate::domain::metrics::{Dashboard as Day, Product};
use crate::i18n::I18n;

/// From this width on three tables are beside each other, in logical pixels.
const THREE_TABLES: f32 = 1_100.0;

const PRODUCTS: table::Table<3> = table::Table([
    table::share(1),
    table::fixed(56.0).end(),
    table::fixed(92.0).end(),
]);
const TENDERS: table::Table<4> = table::Table([
    table::share(1),
    table::fixed(52.0).end(),
    table::fixed(96.0).end(),
    table::fixed(76.0).end(),
]);
const CUSTOMERS: table::Table<3> = table::Table([
    table::share(1),
    table::fixed(68.0).end(),
    table::fixed(96.0).end(),
]);

impl Dashboard {
    /// The best products in the order that was chosen.
    pub(in crate::app::screen::dashboard) fn best<'a>(&self, day: &'a Day) -> &'a [Product] {
        match self.by {
            By::Count => &day.by_quantity,
            By::Amount => &day.by_amount,
        }
    }

    pub(super) fn summary<'a>(
        &'a self,
        page: &'a Summary,
        sight: Sight<'a>,
    ) -> Element<'a, Message> {
        let day = &page.data;
        let column = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(taken(page, sight))
            .push(super::alerts::banners(&day.alerts, sight.words));
        let figures = &day.figures;
        if figures.sales == 0 && figures.refunds == 0 && figures.voids == 0 {
            return column.push(self.no_sales(sight)).into();
        }
        column
            .push(cards(page, sight))
            .push(smaller(day, sight))
            .push(charts(page, sight))
            .push(self.tables(day, sight))
            .into()
    }

    /// Beside each other where all of their columns have room.
    fn tables<'a>(&'a self, day: &'a Day, sight: Sight<'a>) -> Element<'a, Message> {
        let (products, words) = (self.products(day, sight), sight.words);
        let (tenders, customers) = (tenders(day, words), customers(day, words));
        if sight.width >= THREE_TABLES {
            return beside(vec![(34, products), (40, tenders), (32, customers)], sight);
        }
        let both = Column::new()
            .spacing(space::M)
            .push(tenders)
            .push(customers);
        beside(vec![(1, products), (1, both.into())], sight)
    }

    fn products<'a>(&'a self, day: &'a Day, sight: Sight<'a>) -> Element<'a, Message> {
        let words = sight.words;
        let by = [
            (words.text("dash-by-count"), By::Count),
            (words.text("dash-by-amount"), By::Amount),
        ];
        let head = PRODUCTS.head([
            words.text("dash-product"),
            words.text("dash-quantity"),
            words.text("dash-amount"),
        ]);
        let rows = self.best(day).iter().enumerate().map(|(index, product)| {
            let quantity = words.quantity(product.quantity);
            let quantity = match product.weighed {
                true => format!("{quantity} kg"),
                false => quantity,
            };
            let cells = [
                name(product.name.as_str()),
                amount(quantity),
                amount(words.money(product.amount)),
            ];
            row(&PRODUCTS, cells, Part::Product(index))
        });
        boxed(
            Column::new()
                .spacing(space::S)
                .push(text::lead(words.text("dash-top-products")))
                .push(segmented(by, &self.by, Message::ByChosen))
                .push(head)
                .push(rule::horizontal(1))
                .push(table::rows(rows)),
        )
    }
}

/// Of which days the figures are, and with which they are compared.
fn taken<'a>(page: &'a Summary, sight: Sight<'a>) -> Element<'a, Message> {
    let (day, words) = (&page.data, sight.words);
    let days = match (day.until, day.period.is_day()) {
        (Some(_), true) => until(day.at, day.period.to(), words),
        _ => say::span(day.period, words),
    };
    let compared = [("days", say::span(day.compared.period, words).into())];
    let compared = words.text_with("dash-compared", &compared);
    quiet(format!("{days} · {compared}"))
}

/// The four cards of the drawing.
fn cards<'a>(page: &'a Summary, sight: Sight<'a>) -> Element<'a, Message> {
    let (day, words) = (&page.data, sight.words);
    let before = &day.compared.figures;
    let than = say::compared(&page.ask, day.compared.period, day.at.day(), words);
    let usual = day.usual.as_ref().map(|usual| {
        let days = say::weekdays_of(day.period.to(), words);
        let than = words.text_with("dash-than-usual", &[("days", days.into())]);
        (usual, than)
    });
    let against = |now: i64, before: i64, usual: Option<(i64, &str)>| {
        let mut below = vec![change(say::change_of(now, before, &than, words))];
        below.extend(usual.map(|(usual, than)| change(say::change_of(now, usual, than, words))));
        below
    };
    let figures = &day.figures;
    let average = |figures: &crate::domain::metrics::Figures| figures.average().map(Money::amount);
    let usual_average = usual.as_ref().and_then(|(usual, than)| {
        let average = usual.income_until.amount().checked_div(usual.sales_until)?;
        Some((average, than.as_str()))
    });
    let sales = usual
        .as_ref()
        .map(|(usual, than)| (usual.sales_until, than.as_str()));
    let income = usual
        .as_ref()
        .map(|(usual, than)| (usual.income_until.amount(), than.as_str()));
    let mut under_income = against(figures.income.amount(), before.income.amount(), income);
    under_income.extend(net(figures.income, day.commission, words));
    let mut cards = vec![
        figure(
            words.text("dash-sales"),
            Money::guaranies(figures.sales).to_string(),
            against(figures.sales, before.sales, sales),
            Some(Part::Sales),
        ),
        figure(
            words.text("dash-income"),
            words.money(figures.income),
            under_income,
            Some(Part::Sales),
        ),
        figure(
            words.text("dash-average"),
            average(figures).map_or_else(
                || "—".to_owned(),
                |average| words.money(Money::guaranies(average)),
            ),
            match (average(figures), average(before)) {
                (Some(now), Some(before)) => against(now, before, usual_average),
                _ => vec![quiet(words.text("dash-no-average"))],
            },
            Some(Part::Sales),
        ),
    ];
    cards.push(last_card(page, words));
    grid(cards, if sight.is_wide() { 4 } else { 2 })
}

/// The projection while the day runs; else what is left over cost.
fn last_card<'a>(page: &'a Summary, words: &'a I18n) -> Element<'a, Message> {
    let day = &page.data;
    if let Some(projection) = day.projection {
        let mut below = vec![quiet(words.text_with(
            "dash-projected-sales",
            &[("count", projection.sales.into())],
        ))];
        below.extend(day.usual.as_ref().map(|usual| {
            let mean = Money::guaranies(usual.income.mean);
            let values = [("count", usual.days.len().into()), ("usual", mean.into())];
            quiet(words.text_with("dash-usual-mean", &values))
        }));
        return figure(
            words.text("dash-projection"),
            words.money(projection.income),
            below,
            Some(Part::Sales),
        );
    }
    margin(day.margin.as_ref(), Part::Sales, words)
}

/// The income less commissions, where there are any.
pub(super) fn net(income: Money, commission: Money, words: &I18n) -> Option<Element<'_, Message>> {
    let amount = income - commission;
    let values = [("amount", amount.into())];
    (!commission.is_zero()).then(|| quiet(words.text_with("normal-net", &values)))
}

/// What is left over cost, or how it would be known; it opens into what was sold.
pub(super) fn margin<'a>(
    margin: Option<&crate::domain::metrics::Margin>,
    of: Part,
    words: &'a I18n,
) -> Element<'a, Message> {
    let Some(margin) = margin else {
        return figure(
            words.text("dash-margin"),
            "—".to_owned(),
            vec![quiet(words.text("dash-margin-unknown"))],
            None,
        );
    };
    let mut below = Vec::new();
    below.extend(margin.permille().map(|permille| {
        let values = [("percent", say::percent(permille).into())];
        quiet(words.text_with("dash-margin-share", &values))
    }));
    if margin.unknown.amount() != 0 {
        let values = [("amount", margin.unknown.into())];
        below.push(quiet(words.text_with("dash-margin-part", &values)));
    }
    figure(
        words.text("dash-margin"),
        words.money(margin.left()),
        below,
        Some(of),
    )
}

/// What else there is to count.
fn smaller<'a>(day: &'a Day, sight: Sight<'a>) -> Element<'a, Message> {
    let words = sight.words;
    let figures = &day.figures;
    let count = |count: i64| Money::guaranies(count).to_string();
    let money_below = |amount: Money| vec![quiet(words.money(amount))];
    let mut cards = vec![
        figure(
            words.text("dash-pupils"),
            count(figures.pupils),
            vec![],
            Some(Part::Sales),
        ),
        figure(
            words.text("dash-items"),
            count(figures.items),
            vec![],
            Some(Part::Sales),
        ),
        figure(
            words.text("dash-refunds"),
            count(figures.refunds),
            money_below(figures.refunded),
            (figures.refunds > 0).then_some(Part::Refunds),
        ),
        figure(
            words.text("dash-voids"),
            count(figures.voids),
            vec![],
            (figures.voids > 0).then_some(Part::Voids),
        ),
        figure(
            words.text("dash-overrides"),
            count(figures.overrides),
            vec![],
            (figures.overrides > 0).then_some(Part::Overrides),
        ),
    ];
    if day.projection.is_some() {
        cards.push(margin(day.margin.as_ref(), Part::Sales, words));
    } else {
        cards.push(figure(
            words.text("dash-discount"),
            words.money(figures.discount),
            vec![],
            Some(Part::Sales),
        ));
    }
    grid(cards, if sight.width >= THREE_TABLES { 6 } else { 3 })
}

/// Cards in rows of so many, those of a row equally high.
pub(super) fn grid(cards: Vec<Element<'_, Message>>, across: usize) -> Element<'_, Message> {
    let mut rows = Column::new().spacing(space::M).width(Length::Fill);
    let mut cards = cards.into_iter().peekable();
    while cards.peek().is_some() {
        let row = cards.by_ref().take(across).map(|card| (1, card));
        rows = rows.push(even(row, space::M));
    }
    rows.into()
}

fn charts<'a>(page: &'a Summary, sight: Sight<'a>) -> Element<'a, Message> {
    let (day, words) = (&page.data, sight.words);
    let height = high(day.tenders.len(), 220.0);
    let mut keys = vec![
        key(0, words.text("dash-key-sales")),
        parts::right(1, page.unit.key(), words),
    ];
    if day.hours.iter().any(|hour| hour.usual_sales.is_some()) {
        keys.push(parts::quiet(words.text("dash-key-usual")));
    }
    let lines = chart::chart(Rc::clone(&page.hours), height)
        .on_open(|hour| Message::Opened(Part::Hour(hour)));
    let hours = boxed(
        Column::new()
            .spacing(space::S)
            .push(parts::titled(words.text("dash-by-hour"), keys, sight))
            .push(Element::from(lines)),
    );
    beside(
        vec![
            (58, hours),
            (
                42,
                ring(&page.tenders, &day.tenders, Part::Tender, height, sight),
            ),
        ],
        sight,
    )
}

/// A ring and its legend in a card.
pub(super) fn ring<'a>(
    figure: &Rc<chart::Figure>,
    tenders: &'a [crate::domain::metrics::TenderPart],
    part: fn(usize) -> Part,
    height: f32,
    sight: Sight<'a>,
) -> Element<'a, Message> {
    let words = sight.words;
    // In a narrow card the names come before the ring.
    let side = if sight.width >= THREE_TABLES || !sight.is_wide() {
        180.0
    } else {
        140.0
    };
    let ring = chart::chart(Rc::clone(figure), side)
        .width(side)
        .on_open(move |slice| Message::Opened(part(slice)));
    let both = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .height(height)
        .push(Element::from(ring))
        .push(legend(tenders, part, words));
    boxed(
        Column::new()
            .spacing(space::S)
            .push(text::lead(words.text("dash-tenders")))
            .push(both),
    )
}

fn tenders<'a>(day: &'a Day, words: &'a I18n) -> Element<'a, Message> {
    let head = TENDERS.head([
        words.text("dash-tender"),
        words.text("dash-sales"),
        words.text("dash-total"),
        words.text("dash-average-short"),
    ]);
    let rows = day.tenders.iter().enumerate().map(|(index, tender)| {
        let average = tender.average;
        let cells = [
            cell(say::tender(tender.kind, words)),
            amount(Money::guaranies(tender.sales).to_string()),
            amount(words.money(tender.amount)),
            amount(average.map_or_else(|| "—".to_owned(), |average| words.money(average))),
        ];
        row(&TENDERS, cells, Part::Tender(index))
    });
    boxed(
        Column::new()
            .spacing(space::S)
            .push(text::lead(words.text("dash-by-tender")))
            .push(head)
            .push(rule::horizontal(1))
            .push(table::rows(rows)),
    )
}

fn customers<'a>(day: &'a Day, words: &'a I18n) -> Element<'a, Message> {
    let column = Column::new()
        .spacing(space::S)
        .push(text::lead(words.text("dash-top-customers")));
    if day.customers.is_empty() {
        let (what, todo) = ("dash-no-customers", "dash-no-customers-todo");
        let said = empty(Icon::Users, words.text(what), words.text(todo), None);
        return boxed(column.push(container(said).height(220.0)));
    }
    let head = CUSTOMERS.head([
        words.text("dash-customer"),
        words.text("dash-purchases"),
        words.text("dash-spent"),
    ]);
    let rows = day.customers.iter().enumerate().map(|(index, customer)| {
        let pupils = customer.pupils.join(", ");
        // The row has room for two lines: of the name, or of it and whom it pays for.
        let (name, pupils) = match pupils.is_empty() {
            true => (name(customer.name.as_str()), None),
            false => (cell(customer.name.as_str()), Some(clamp(pupils, 1).small())),
        };
        let name = Column::new().push(name).push(pupils);
        let cells = [
            name.into(),
            amount(Money::guaranies(customer.sales).to_string()),
            amount(words.money(customer.amount)),
        ];
        row(&CUSTOMERS, cells, Part::Customer(index))
    });
    boxed(
        column
            .push(head)
            .push(rule::horizontal(1))
            .push(table::rows(rows)),
    )
}
