//! What several pages of the dashboard are built from.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::{Sight, opening};
use crate::app::icon::{Icon, icon};
use crate::app::screen::dashboard::message::{Message, Part};
use crate::app::screen::dashboard::say::{self, Change};
use crate::app::theme::{Theme, size, space, style, target};
use crate::app::widget::{
    Column, Element, Row, Status, card, chart, clamp, even, fit, press, table, text,
};
use crate::domain::metrics::{TenderPart, signs};
use crate::i18n::I18n;

/// The height of a row to press.
const ROW: f32 = target::MIN;

/// A card around some of the page.
pub(super) fn boxed(content: Column<'_, Message>) -> Element<'_, Message> {
    card(content.width(Length::Fill)).width(Length::Fill).into()
}

/// Beside each other where there is room, else below each other.
pub(super) fn spread<'a>(
    left: Element<'a, Message>,
    right: Element<'a, Message>,
    sight: Sight<'a>,
) -> Element<'a, Message> {
    if sight.width < 620.0 {
        return Column::new()
            .spacing(space::S)
            .push(left)
            .push(right)
            .into();
    }
    Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(container(left).width(Length::Fill))
        .push(right)
        .into()
}

/// Parts beside each other by these portions, or below each other.
pub(super) fn beside<'a>(
    parts: Vec<(u16, Element<'a, Message>)>,
    sight: Sight<'a>,
) -> Element<'a, Message> {
    if sight.is_wide() {
        even(parts, space::M)
    } else {
        let parts = parts.into_iter().map(|(_, part)| part);
        Column::with_children(parts).spacing(space::M).into()
    }
}

/// A key figure with what it is compared to; pressed, it opens.
pub(super) fn figure(
    label: String,
    value: String,
    below: Vec<Element<'_, Message>>,
    part: Option<Part>,
) -> Element<'_, Message> {
    let opens = part.is_some();
    let head = Row::new()
        .spacing(space::XS)
        .align_y(Alignment::Center)
        .push(text::small(label).style(style::muted).width(Length::Fill))
        .push(opens.then(|| icon(Icon::ChevronRight, size::SMALL).style(style::muted)));
    let column = Column::with_children(below).spacing(2);
    let column = Column::new()
        .spacing(space::XS)
        .push(head)
        .push(fit::headline(value))
        .push(column);
    press(container(column).width(Length::Fill).padding(space::L))
        .on_press_maybe(part.map(Message::Opened))
        .width(Length::Fill)
        .style(|theme: &Theme, status| {
            let mut look = style::card(theme);
            if status == Status::Pressed {
                look.background = Some(theme.tokens().sunken.fill.into());
            }
            look
        })
        .into()
}

/// An arrow and its words.
pub(super) fn change<'a>(change: Change) -> Element<'a, Message> {
    let look = match change.order {
        std::cmp::Ordering::Less => style::danger_ink,
        std::cmp::Ordering::Equal => style::muted,
        std::cmp::Ordering::Greater => style::ok_ink,
    };
    Row::new()
        .spacing(6)
        .push(icon(change.arrow, size::BODY).style(look))
        .push(text::small(change.said).style(look).width(Length::Fill))
        .into()
}

/// A quiet line.
pub(super) fn quiet<'a>(said: String) -> Element<'a, Message> {
    text::small(said).style(style::muted).into()
}

/// A row that opens, 48 px high.
pub(super) fn row<'a, const N: usize>(
    table: &table::Table<N>,
    cells: [Element<'a, Message>; N],
    part: Part,
) -> Element<'a, Message> {
    press(container(table.row(cells)).center_y(Length::Fill))
        .on_press(Message::Opened(part))
        .width(Length::Fill)
        .height(ROW)
        .style(opening)
        .into()
}

/// A name: on two lines where it is long, in letters of which the row has room for two.
pub(super) fn name<'a>(said: impl text::IntoFragment<'a>) -> Element<'a, Message> {
    clamp(said, 2).small().into()
}

/// A cell of one line, cut where it is too long.
pub(super) fn cell<'a>(said: impl text::IntoFragment<'a>) -> Element<'a, Message> {
    clamp(said, 1).plain().into()
}

/// An amount in a table.
pub(super) fn amount<'a>(said: String) -> Element<'a, Message> {
    fit::body(said).into()
}

/// The tenders beside their ring: each with its sign, its name and its share.
pub(super) fn legend<'a>(
    tenders: &'a [TenderPart],
    part: fn(usize) -> Part,
    words: &'a I18n,
) -> Element<'a, Message> {
    let amounts: Vec<i64> = tenders.iter().map(|part| part.amount.amount()).collect();
    let percents = chart::percents(&amounts);
    let signs = signs(tenders);
    let rows = tenders.iter().zip(percents).zip(signs).enumerate();
    let rows = rows.map(|(index, ((tender, percent), sign))| {
        let row = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(chart::sign(sign))
            .push(container(cell(say::tender(tender.kind, words))).width(Length::Fill))
            .push(text::strong(format!("{percent} %")));
        press(container(row).center_y(Length::Fill))
            .on_press(Message::Opened(part(index)))
            .width(Length::Fill)
            .height(ROW)
            .padding([0.0, space::S])
            .style(opening)
            .into()
    });
    Column::with_children(rows).width(Length::Fill).into()
}

/// A word in a chart's legend, behind the sign of its series.
pub(super) fn key<'a>(series: usize, said: String) -> Element<'a, Message> {
    Row::new()
        .spacing(6)
        .align_y(Alignment::Center)
        .push(chart::sign(series))
        .push(text::small(said))
        .into()
}

/// The same of a series that is read on the right axis.
pub(super) fn right<'a>(series: usize, what: &str, words: &I18n) -> Element<'a, Message> {
    let values = [("what", words.text(what).into())];
    key(series, words.text_with("dash-key-right", &values))
}

/// The title of a card and the words of its chart.
pub(super) fn titled<'a>(
    title: String,
    keys: Vec<Element<'a, Message>>,
    sight: Sight<'a>,
) -> Element<'a, Message> {
    let keys = Row::with_children(keys)
        .spacing(space::M)
        .wrap()
        .vertical_spacing(space::XS);
    let title = text::lead(title);
    if sight.width < 620.0 {
        return Column::new()
            .spacing(space::XS)
            .push(title)
            .push(keys)
            .into();
    }
    Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(title)
        .push(gap().width(Length::Fill))
        .push(keys)
        .into()
}

/// How high rows of 48 px are, and a chart beside them at least.
pub(super) fn high(rows: usize, least: f32) -> f32 {
    let rows = f32::from(u8::try_from(rows).unwrap_or(u8::MAX));
    (rows * ROW).max(least)
}
