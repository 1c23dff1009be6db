//! The week: its days beside what is usual, what was unusual and why, and the weeks before.

use std::rc::Rc;

use iced::widget::rule;

use super::parts::{amount, boxed, cell, key, quiet, row, titled};
use super::{Sight, parts};
use crate::app::icon::{Icon, icon};
use crate::app::screen::dashboard::message::{Message, Part};
use crate::app::screen::dashboard::pages::Week;
use crate::app::screen::dashboard::say;
use crate::app::theme::{size, space, style};
use crate::app::widget::{Column, Element, Row, chart, table, text};
use crate::domain::Money;
use crate::domain::metrics::{Weekday, Why};
use crate::i18n::I18n;

const DAYS: table::Table<4> = table::Table([
    table::share(1),
    table::fixed(64.0).end(),
    table::fixed(120.0).end(),
    table::fixed(120.0).end(),
]);

impl Week {
    pub(super) fn view<'a>(&'a self, sight: Sight<'a>) -> Element<'a, Message> {
        let words = sight.words;
        let days = chart::chart(Rc::clone(&self.days), 240.0)
            .on_open(|bar| Message::Opened(Part::Weekday(bar)));
        let keys = vec![
            key(0, words.text(self.unit.key())),
            quiet(words.text("dash-key-usual-bar")),
            quiet(words.text("dash-key-unusual")),
        ];
        let trend = chart::chart(Rc::clone(&self.trend), 220.0)
            .on_open(|week| Message::Opened(Part::WeekOfTrend(week)));
        let trend_keys = vec![
            key(0, words.text("dash-key-sales")),
            parts::right(1, self.trend_unit.key(), words),
        ];
        Column::new()
            .spacing(space::M)
            .push(boxed(
                Column::new()
                    .spacing(space::S)
                    .push(titled(words.text("dash-week-days"), keys, sight))
                    .push(Element::from(days)),
            ))
            .push(self.unusual(words))
            .push(self.table(words))
            .push(boxed(
                Column::new()
                    .spacing(space::S)
                    .push(titled(words.text("dash-week-trend"), trend_keys, sight))
                    .push(Element::from(trend)),
            ))
            .into()
    }

    /// The marked days and why, or that there is none.
    fn unusual<'a>(&'a self, words: &'a I18n) -> Element<'a, Message> {
        let marked = self.data.days.iter().filter(|day| !day.why.is_empty());
        let marked: Vec<_> = marked.map(|day| unusual(day, words)).collect();
        let column = Column::new()
            .spacing(space::S)
            .push(text::lead(words.text("dash-unusual")));
        boxed(match marked.is_empty() {
            true => column.push(quiet(words.text("dash-unusual-none"))),
            false => column.extend(marked),
        })
    }

    fn table<'a>(&'a self, words: &'a I18n) -> Element<'a, Message> {
        let head = DAYS.head([
            words.text("dash-day"),
            words.text("dash-sales"),
            words.text("dash-income"),
            words.text("dash-usual"),
        ]);
        let so_far = self.data.days.iter().any(|day| day.usual_so_far.is_some());
        let rows = self.data.days.iter().enumerate().map(|(index, day)| {
            let usual = day.usual_income.map(|usual| Money::guaranies(usual.mean));
            let usual = day.usual_so_far.or(usual);
            let usual = usual.map_or_else(|| "—".to_owned(), |usual| words.money(usual));
            let named = say::long_day(day.day, words);
            let named = match day.usual_so_far {
                Some(_) => words.text_with("dash-day-so-far", &[("day", named.into())]),
                None => named,
            };
            let cells = [
                cell(named),
                amount(Money::guaranies(day.sales).to_string()),
                amount(words.money(day.income)),
                amount(usual),
            ];
            // The bars of a day are two: its own and the usual one.
            row(&DAYS, cells, Part::Weekday(index * 2))
        });
        boxed(
            Column::new()
                .spacing(space::S)
                .push(head)
                .push(rule::horizontal(1))
                .push(table::rows(rows))
                .push(so_far.then(|| quiet(words.text("dash-so-far-what")))),
        )
    }
}

fn unusual<'a>(day: &Weekday, words: &I18n) -> Element<'a, Message> {
    let why: Vec<String> = day.why.iter().map(|why| because(*why, words)).collect();
    let from = day.usual_days.iter().map(|day| say::day_month(*day));
    let from = from.collect::<Vec<_>>().join(", ");
    let from = (!from.is_empty())
        .then(|| quiet(words.text_with("dash-usual-from", &[("days", from.into())])));
    let said = Column::new()
        .push(text::strong(say::long_day(day.day, words)))
        .push(text::body(why.join(" · ")))
        .push(from);
    Row::new()
        .spacing(space::S)
        .push(icon(Icon::TriangleAlert, size::ICON).style(style::caution_ink))
        .push(said)
        .into()
}

fn because(why: Why, words: &I18n) -> String {
    let share = |permille| [("percent", say::percent(permille).into())];
    match why {
        Why::Low(permille) => words.text_with("dash-why-low", &share(permille)),
        Why::High(permille) => words.text_with("dash-why-high", &share(permille)),
        Why::NoSales => words.text("dash-why-no-sales"),
        Why::DayOff => words.text("dash-why-day-off"),
        Why::Refunds(amount) => words.text_with("dash-why-refunds", &[("amount", amount.into())]),
    }
}
