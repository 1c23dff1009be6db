//! A PIN being typed: dots and keys, never the digits.

use std::fmt;

use iced::Alignment;
use iced::widget::{Row, container};

use crate::app::theme::{Theme, radius, space, style};
use crate::app::widget::Element;
use crate::app::widget::keypad::Key;
use crate::domain::user::{BadPin, Pin};

/// The most digits a PIN has.
const DIGITS_MAX: usize = 8;
/// The fewest; as many dots are shown before anything is typed.
const DIGITS_MIN: usize = 4;
/// The width of a dot, in logical pixels.
const DOT: f32 = 16.0;

/// The digits typed so far. `Debug` shows how many there are, not which.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PinEntry(String);

impl PinEntry {
    /// A character from the keyboard; anything but a digit is not taken.
    pub fn typed(&mut self, letter: char) {
        if letter.is_ascii_digit() && self.0.len() < DIGITS_MAX {
            self.0.push(letter);
        }
    }

    /// A key of the keypad on the screen.
    pub fn pressed(&mut self, key: Key) {
        match key {
            Key::Digit(digit) => self.typed(char::from(b'0' + digit.min(9))),
            Key::Backspace => {
                self.0.pop();
            }
            Key::Thousand => {}
        }
    }

    /// Forgets what was typed.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The PIN, once it has enough digits.
    #[must_use]
    pub fn pin(&self) -> Option<Pin> {
        Pin::parse(&self.0).ok()
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A dot for each digit, and hollow ones up to the fewest a PIN has.
    #[must_use]
    pub fn dots<'a, M: 'a>(&self) -> Element<'a, M> {
        let typed = self.0.len();
        let dots = (0..typed.max(DIGITS_MIN)).map(|place| dot(place < typed));
        Row::with_children(dots)
            .spacing(space::L)
            .height(DOT)
            .align_y(Alignment::Center)
            .into()
    }
}

impl fmt::Debug for PinEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PinEntry({} digits)", self.0.len())
    }
}

/// What of `typed` may be in a PIN.
#[must_use]
pub fn digits(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_digit)
        .take(DIGITS_MAX)
        .collect()
}

/// The key of the sentence that says what is wrong with a PIN, if it is long enough to be judged.
#[must_use]
pub fn fault(pin: &str) -> Option<&'static str> {
    match Pin::choose(pin) {
        _ if pin.len() < DIGITS_MIN => None,
        Err(BadPin::TooEasy) => Some("users-pin-too-easy"),
        Err(BadPin::NotDigits) => Some("users-pin-not-digits"),
        Ok(_) => None,
    }
}

/// The key of the sentence that says that the second PIN is another, once it is as long.
#[must_use]
pub fn again_fault(pin: &str, again: &str) -> Option<&'static str> {
    (again.len() >= pin.len() && !again.is_empty() && again != pin).then_some("users-pin-differs")
}

fn dot<'a, M: 'a>(filled: bool) -> Element<'a, M> {
    container(iced::widget::space())
        .width(DOT)
        .height(DOT)
        .style(move |theme: &Theme| {
            let tokens = theme.tokens();
            let fill = if filled {
                tokens.accent
            } else {
                tokens.surface
            };
            let line = if filled {
                tokens.accent.fill
            } else {
                tokens.line_strong
            };
            container::Style {
                border: style::outline(line, 2.0, radius::PILL),
                ..style::filled(fill, radius::PILL)
            }
        })
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_are_taken_and_no_more_than_a_pin_has() {
        let mut entry = PinEntry::default();
        "2a5 80-1234999".chars().for_each(|c| entry.typed(c));
        assert_eq!(entry.pin().unwrap().digits(), "25801234");
        entry.pressed(Key::Backspace);
        entry.pressed(Key::Thousand);
        assert_eq!(entry.pin().unwrap().digits(), "2580123");
    }

    #[test]
    fn what_is_typed_never_shows_in_a_log() {
        let mut entry = PinEntry::default();
        "2580".chars().for_each(|c| entry.typed(c));
        assert!(!format!("{entry:?}").contains("2580"));
    }
}
