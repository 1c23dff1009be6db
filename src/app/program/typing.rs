//! The keyboard on the screen: below whatever is shown, and heard as a real one, but never as a scanner.

use iced::keyboard::{self, Key, key::Named};
use iced::{Event, Task, event};

use super::{Message, Program};
use crate::app::widget::Element;
use crate::app::widget::keyboard::{When, Words, keyboard as below};
use crate::domain::scanner::Heard;
use crate::settings::TouchKeyboard;

impl Program {
    /// `base` above the keyboard, which shows itself as the settings say.
    pub(super) fn with_keyboard<'a>(&'a self, base: Element<'a, Message>) -> Element<'a, Message> {
        let words = Words {
            enter: self.words.text("keyboard-enter"),
            next: self.words.text("keyboard-next"),
            hide: self.words.text("keyboard-hide"),
            space: self.words.text("keyboard-space"),
        };
        below(base, Message::KeyTapped)
            .when(self.keyboard_when())
            .words(words)
            // The help has its own things in that corner.
            .button(self.help.is_none())
            .begins_shown(self.keyboard_shown)
            .into()
    }

    /// When it shows itself.
    pub(super) const fn keyboard_when(&self) -> When {
        match self.touch_keyboard {
            TouchKeyboard::Automatic => When::Automatic,
            TouchKeyboard::Always => When::Always,
            TouchKeyboard::Never => When::Never,
        }
    }

    /// A key of it was pressed, and a field took it or not. Each is a key by itself: however fast fingers are,
    /// they read no code.
    pub(super) fn key_tapped(&mut self, event: &Event, status: event::Status) -> Task<Message> {
        self.touched = self.now;
        let Event::Keyboard(keyboard::Event::KeyPressed { key, text, .. }) = event else {
            return Task::none();
        };
        self.captured = status == event::Status::Captured;
        self.shifted = false;
        self.may_press = std::mem::take(&mut self.walked);
        if let Key::Named(named) = key
            && let Some(task) = self.named(*named, false)
        {
            return task;
        }
        let heard = match (key, text) {
            (Key::Named(Named::Enter), _) => Heard::Enter,
            (Key::Named(Named::Tab), _) => Heard::Tab,
            (_, Some(text)) => Heard::Typed(text.to_string()),
            _ => return Task::none(),
        };
        self.heard(heard)
    }

    /// It is there from the first picture on, or no more.
    pub(in crate::app) fn show_keyboard(&mut self, shown: bool) {
        self.keyboard_shown = shown;
    }
}

#[cfg(test)]
mod tests {
    use iced_test::simulator::press_key;

    use super::super::tests::Canteen;
    use super::*;

    fn tap(canteen: &mut Canteen, key: Key, text: Option<&str>) {
        let event = press_key(key, text.map(Into::into));
        let told = Message::KeyTapped(event, event::Status::Ignored);
        canteen.program.play(told);
    }

    #[test]
    fn fingers_as_fast_as_a_reader_read_no_card() {
        let mut canteen = Canteen::new();
        for letter in ["0", "0", "4", "1", "4"] {
            tap(&mut canteen, Key::Character(letter.into()), Some(letter));
        }
        tap(&mut canteen, Key::Named(Named::Enter), Some("\r"));
        assert!(canteen.program.cart().customer().is_none());
        assert_eq!(canteen.program.scanner.waits_until(), None);
    }
}
