//! What is being typed into a keypad.

use crate::app::widget::keypad::Key;
use crate::domain::Money;

/// The greatest amount a keypad takes, in guaraníes.
pub(in crate::app::screen) const AMOUNT_MAX: u64 = 99_999_999;

/// A number under a keypad.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figure {
    value: u64,
    /// It was put there, not typed: the next figure begins a new number.
    offered: bool,
}

impl Figure {
    /// A number that the till offers.
    pub(in crate::app::screen) fn offered(value: u64) -> Self {
        let offered = true;
        Self { value, offered }
    }

    /// An amount that the till offers.
    pub(in crate::app::screen) fn of(amount: Money) -> Self {
        Self::offered(u64::try_from(amount.amount()).unwrap_or(0))
    }

    pub(in crate::app::screen) fn press(&mut self, key: Key) {
        let from = if self.offered { 0 } else { self.value };
        *self = Self {
            value: key.applied_to(from, AMOUNT_MAX),
            offered: false,
        };
    }

    pub(in crate::app::screen) const fn value(self) -> u64 {
        self.value
    }

    pub(in crate::app::screen) fn signed(self) -> i64 {
        i64::try_from(self.value).unwrap_or(i64::MAX)
    }

    pub(in crate::app::screen) fn money(self) -> Money {
        Money::guaranies(self.signed())
    }
}

/// The key for a typed figure.
pub(super) fn key_of(typed: char) -> Option<Key> {
    if typed == '\u{8}' {
        return Some(Key::Backspace);
    }
    let digit = typed.to_digit(10)?;
    u8::try_from(digit).ok().map(Key::Digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_typed_after_a_bill_button_begins_a_new_amount() {
        let mut received = Figure::of(Money::guaranies(20_000));
        received.press(Key::Digit(5));
        received.press(Key::Thousand);
        assert_eq!(received.money(), Money::guaranies(5_000));
    }
}
