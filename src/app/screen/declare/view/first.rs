//! What to declare first: by what pupils with a restriction bought.

use iced::Length;

use super::product::scrolled;
use crate::app::icon::Icon;
use crate::app::screen::declare::{Desk, Message};
use crate::app::theme::{space, style};
use crate::app::widget::{Column, Element, card, clamp, empty, table, text};
use crate::i18n::I18n;

/// More than these nobody declares in one go; the list grows again from the files.
const SHOWN: usize = 60;

const TABLE: table::Table<5> = table::Table([
    table::fixed(36.0).end(),
    table::share(1),
    table::fixed(190.0).end(),
    table::fixed(110.0).end(),
    table::fixed(150.0).end(),
]);

/// The list, longest wanted first.
pub(super) fn first_view<'a>(desk: &'a Desk, words: &I18n) -> Element<'a, Message> {
    let first = desk.first().iter();
    let first = first.filter_map(|product| desk.product(*product));
    let rows: Vec<Element<'a, Message>> = first
        .take(SHOWN)
        .zip(1_usize..)
        .map(|(of, number)| {
            let missing = [("count", desk.missing(of).into())];
            let cells = [
                text::body(number.to_string()).style(style::muted).into(),
                clamp(of.text.name.as_str(), 1).strong().into(),
                text::strong(of.to_restricted.to_string()).into(),
                text::body(of.sold.to_string()).into(),
                text::small(words.text_with("declare-missing", &missing))
                    .style(style::muted)
                    .into(),
            ];
            TABLE.press_row(cells, false, Message::RowPressed(of.product))
        })
        .collect();
    if rows.is_empty() {
        let (what, todo) = ("declare-all-done", "declare-all-done-todo");
        let done = empty(Icon::ShieldCheck, words.text(what), words.text(todo), None);
        return card(done).height(Length::Fill).into();
    }
    let head = TABLE.head([
        String::new(),
        words.text("declare-first-product"),
        words.text("declare-first-restricted"),
        words.text("declare-first-sold"),
        words.text("declare-first-missing"),
    ]);
    let column = Column::new()
        .spacing(space::XS)
        .push(text::small(words.text("declare-first-what")).style(style::muted))
        .push(head)
        .push(scrolled(table::rows(rows)));
    card(column).height(Length::Fill).into()
}
