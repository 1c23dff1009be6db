//! The keypad for amounts and PINs, in the order of a calculator's neighbour: 1 at the top left.

use iced::Length;
use iced::widget::{Column, Row, container, text as raw};

use super::{Element, Press, Status, press};
use crate::app::font;
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Theme, radius, size, style};

/// The height of a key, in logical pixels.
const KEY_HEIGHT: f32 = 72.0;
/// The same on a low window.
const KEY_HEIGHT_LOW: f32 = 60.0;
/// Between keys, in logical pixels.
const GAP: f32 = 10.0;

/// A key of the keypad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// 0 to 9.
    Digit(u8),
    /// Three zeros at once: guaraníes come in thousands.
    Thousand,
    /// Takes the last figure back.
    Backspace,
}

impl Key {
    /// What `amount` becomes; a figure that would pass `max` is not taken.
    #[must_use]
    pub fn applied_to(self, amount: u64, max: u64) -> u64 {
        let typed = match self {
            Key::Digit(digit) => amount
                .checked_mul(10)
                .and_then(|tens| tens.checked_add(digit.into())),
            Key::Thousand => amount.checked_mul(1000),
            Key::Backspace => return amount / 10,
        };
        typed.filter(|typed| *typed <= max).unwrap_or(amount)
    }
}

/// The keypad for amounts: figures, `000` and backspace.
pub fn keypad<'a, M: Clone + 'a>(on_key: impl Fn(Key) -> M) -> Element<'a, M> {
    grid(on_key, Some(Key::Thousand), KEY_HEIGHT)
}

/// The keypad for amounts, lower where the window is.
pub fn fitted<'a, M: Clone + 'a>(on_key: impl Fn(Key) -> M, low: bool) -> Element<'a, M> {
    let height = if low { KEY_HEIGHT_LOW } else { KEY_HEIGHT };
    grid(on_key, Some(Key::Thousand), height)
}

/// The keypad for PINs and counts: no `000`.
pub fn figures<'a, M: Clone + 'a>(on_key: impl Fn(Key) -> M) -> Element<'a, M> {
    grid(on_key, None, KEY_HEIGHT)
}

fn grid<'a, M: Clone + 'a>(
    on_key: impl Fn(Key) -> M,
    left: Option<Key>,
    height: f32,
) -> Element<'a, M> {
    let digits = |from: u8| [0, 1, 2].map(|step| Some(Key::Digit(from + step)));
    let last = [left, Some(Key::Digit(0)), Some(Key::Backspace)];
    let rows = [digits(1), digits(4), digits(7), last]
        .into_iter()
        .map(|keys| {
            Row::with_children(keys.map(|key| match key {
                Some(key) => cap(key).height(height).on_press(on_key(key)).into(),
                None => iced::widget::space::horizontal().into(),
            }))
            .spacing(GAP)
            .into()
        });
    Column::with_children(rows).spacing(GAP).into()
}

fn cap<'a, M: Clone + 'a>(key: Key) -> Press<'a, M> {
    let face: Element<'a, M> = match key {
        Key::Backspace => icon(Icon::Delete, size::KEY).into(),
        Key::Thousand => figure("000".to_owned()),
        Key::Digit(digit) => figure(digit.to_string()),
    };
    press(container(face).center(Length::Fill))
        .width(Length::Fill)
        .style(look)
}

fn figure<'a, M: 'a>(figure: String) -> Element<'a, M> {
    raw(figure).font(font::SEMIBOLD).size(size::KEY).into()
}

fn look(theme: &Theme, status: Status) -> container::Style {
    let tokens = theme.tokens();
    let pair = if status == Status::Pressed {
        tokens.accent_soft
    } else {
        tokens.surface
    };
    container::Style {
        border: style::outline(tokens.line, 1.0, radius::M),
        ..style::filled(pair, radius::M)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced_test::Simulator;

    #[test]
    fn keys_build_an_amount_as_they_are_pressed() {
        let keys = [Key::Digit(2), Key::Digit(0), Key::Thousand, Key::Backspace];
        assert_eq!(
            keys.iter()
                .fold(0, |amount, key| key.applied_to(amount, 99_999_999)),
            2_000
        );
    }

    #[test]
    fn a_figure_too_many_is_not_taken() {
        assert_eq!(Key::Thousand.applied_to(20_000, 1_000_000), 20_000);
        assert_eq!(Key::Digit(9).applied_to(u64::MAX, u64::MAX), u64::MAX);
    }

    #[test]
    fn each_key_says_what_is_written_on_it() {
        font::load();
        let mut ui = Simulator::new(keypad(|key| key));
        for face in ["7", "000", "0"] {
            let _ = ui.click(face).expect("on screen");
        }
        assert_eq!(
            ui.into_messages().collect::<Vec<_>>(),
            [Key::Digit(7), Key::Thousand, Key::Digit(0)]
        );
    }
}
