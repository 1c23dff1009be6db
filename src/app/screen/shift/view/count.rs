//! How a count looks: notes and coins in two columns, the keys beside them, what it comes to below.

use iced::widget::container;
use iced::{Alignment, Length};

use super::super::dialog::{Counting, Purpose, Row as Counted, money};
use super::super::{Cash, Message};
use crate::app::screen::Context;
use crate::app::theme::{Theme, radius, space, style, target};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, Status, amount, banner, button, fit, keypad, press, text,
};
use crate::domain::Money;
use crate::domain::tender::DENOMINATIONS;
use crate::i18n::I18n;

/// The width of the dialog, in logical pixels.
const WIDE: f32 = 960.0;
/// The width of the keys, in logical pixels.
const KEYS: f32 = 270.0;

impl Cash {
    pub(super) fn count_dialog<'a>(
        &'a self,
        counting: &'a Counting,
        context: &Context<'a>,
    ) -> Dialog<'a, Message> {
        let words = context.words;
        let half = DENOMINATIONS.len() / 2;
        let column = |from: usize, to: usize| {
            let rows = counting.rows.iter().enumerate().skip(from).take(to - from);
            let rows = rows.map(|(at, (row, typed))| {
                self.count_row_view(at, *row, *typed, counting.at == at, context)
            });
            Column::with_children(rows)
                .spacing(space::XS)
                .width(Length::Fill)
        };
        let pieces = Row::new()
            .spacing(space::M)
            .push(column(0, half))
            .push(column(half, DENOMINATIONS.len()));
        let others = (counting.rows.len() > DENOMINATIONS.len()).then(|| {
            Column::new()
                .spacing(space::XS)
                .push(text::small(words.text("shift-vouchers")).style(style::muted))
                .push(column(DENOMINATIONS.len(), counting.rows.len()))
        });
        let total = counting.cash().total();
        let key = match counting.purpose {
            Purpose::Close => "shift-count-title",
            Purpose::HandOver => "shift-count-hand-over",
        };
        let expected = (!self.rules.blind)
            .then(|| amount::pair(words.text("shift-expected"), words.money(counting.expected)));
        let left = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(text::title(words.text(key)))
            .push(pieces)
            .push(others)
            .push(expected);
        let right = Column::new()
            .spacing(space::M)
            .width(KEYS)
            .push(keypad::fitted(Message::KeyPressed, true))
            .push(text::small(words.text("shift-count-keys")).style(style::muted));
        let body = Row::new().spacing(space::XL).push(left).push(right);
        let refused = self.refused_banner(context.words);
        let sum = amount::total(words.text("shift-counted"), words.money(total));
        let foot = Row::new()
            .spacing(space::L)
            .align_y(Alignment::Center)
            .push(container(sum).width(Length::Fill))
            .push(self.dismiss(context))
            .push(Element::from(
                button::primary(words.text("shift-count-done"))
                    .on_press_maybe(self.is_ready().then_some(Message::Confirmed)),
            ));
        Dialog::new(Column::new().spacing(space::M).push(body).push(refused))
            .foot(foot)
            .width_max(WIDE)
    }

    fn count_row_view<'a>(
        &'a self,
        at: usize,
        row: Counted,
        typed: Option<u64>,
        active: bool,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let (label, figure, worth) = match row {
            Counted::Piece(piece) => {
                let pieces = typed.unwrap_or(0);
                let worth = piece.amount().saturating_mul(money(pieces).amount());
                let worth = typed.map(|_| words.amount(Money::guaranies(worth)));
                (words.money(piece), pieces.to_string(), worth)
            }
            Counted::Voucher(_, kind, expected) => {
                let said = match (typed, self.rules.blind) {
                    (Some(typed), _) => words.money(money(typed)),
                    (None, false) => words.money(expected),
                    (None, true) => words.text("shift-as-booked"),
                };
                let tender = words.text(&format!("ticket-tender-{}", kind.code()));
                (tender, said, None)
            }
        };
        let figure = match (row, typed) {
            (Counted::Piece(_), None) => "–".to_owned(),
            _ => figure,
        };
        let line = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(container(fit::body(label)).width(Length::FillPortion(3)))
            .push(
                container(fit::lead(figure))
                    .width(Length::FillPortion(2))
                    .align_x(Alignment::End),
            )
            .push(worth.map(|worth| {
                container(fit::body(worth))
                    .width(Length::FillPortion(3))
                    .align_x(Alignment::End)
            }));
        press(container(line).center_y(Length::Fill))
            .on_press(Message::RowChosen(at))
            .width(Length::Fill)
            .height(target::MIN)
            .padding([0.0, space::M])
            .unfocusable()
            .style(move |theme, status| look(theme, active, status))
            .into()
    }

    /// Why it was refused, or that Enter came before all was said.
    pub(super) fn refused_banner<'a>(&'a self, words: &I18n) -> Option<Element<'a, Message>> {
        if let Some(lacks) = self.lacking().filter(|_| self.lacks && !self.is_ready()) {
            return Some(banner(Mood::Warn, words.text(lacks), None, vec![]));
        }
        let refused = self.refused.as_deref()?;
        Some(banner(Mood::Error, refused, None, vec![]))
    }

    pub(super) fn dismiss<'a>(&self, context: &Context<'a>) -> Element<'a, Message> {
        button::secondary(context.words.text("shift-not-now"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::Dismissed))
            .into()
    }
}

/// The row that the keys write to is framed.
fn look(theme: &Theme, active: bool, status: Status) -> container::Style {
    let tokens = theme.tokens();
    let (color, width) = if active {
        (tokens.accent_ink, 2.0)
    } else {
        (tokens.line, 1.0)
    };
    let pair = if status == Status::Pressed {
        tokens.sunken
    } else {
        tokens.surface
    };
    container::Style {
        border: style::outline(color, width, radius::S),
        ..style::filled(pair, radius::S)
    }
}
