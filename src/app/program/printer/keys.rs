//! Keys that are for the printer's panel, help or setup before they are for anything else.

use iced::Task;
use iced::keyboard::key::Named;
use iced::widget::operation;

use crate::app::program::{Message, Place, Program, Screen};
use crate::app::screen::{printer_help, queue};

/// How far a page of the help scrolls, in logical pixels.
const PAGE: f32 = 400.0;
/// The same for a line.
const LINE: f32 = 60.0;

fn scroll(by: f32) -> Task<Message> {
    let offset = operation::AbsoluteOffset { x: 0.0, y: by };
    operation::scroll_by(printer_help::LIST, offset)
}

impl Program {
    /// Whether panel or help have the keyboard.
    pub(in crate::app::program) fn printer_has_keys(&self) -> bool {
        self.printing.is_open() || self.printing.helps()
    }

    /// A key with a name while panel, help or setup is open; `None` leaves it to others.
    pub(in crate::app::program) fn named_to_printer(
        &mut self,
        key: Named,
    ) -> Option<Task<Message>> {
        if self.printing.is_open() {
            return match key {
                Named::Escape if self.printing.queue.asks() => {
                    Some(self.queue(queue::Message::CancelDismissed))
                }
                Named::Escape => Some(self.close_panel()),
                _ => None,
            };
        }
        if self.printing.helps() {
            return match key {
                Named::Escape => Some(self.leave_help()),
                Named::PageDown => Some(scroll(PAGE)),
                Named::PageUp => Some(scroll(-PAGE)),
                Named::ArrowDown => Some(scroll(LINE)),
                Named::ArrowUp => Some(scroll(-LINE)),
                _ => None,
            };
        }
        let Screen::Work(work) = &mut self.screen else {
            return None;
        };
        match (key, work.place) {
            (Named::Escape, Place::Paper) => Some(self.went(self.printing.from)),
            (Named::Escape, Place::Settings) if self.printing.queue.asks() => {
                Some(self.queue(queue::Message::CancelDismissed))
            }
            (Named::Escape, Place::Settings) => {
                let page = work.settings.as_mut()?.printer_mut();
                let action = page.escaped()?;
                Some(self.printer_page(action))
            }
            _ => None,
        }
    }

    /// Enter by hand in the panel or on the page; `None` leaves it to others.
    pub(in crate::app::program) fn entered_at_printer(&mut self) -> Option<Task<Message>> {
        let page = self.shows_printer() && !self.printing.helps();
        if self.printing.queue.asks() && (self.printing.is_open() || page) {
            return Some(self.queue(queue::Message::CancelConfirmed));
        }
        self.printer_has_keys().then(Task::none)
    }

    /// Nothing of the printer is left over the place: somebody went on, or the till locks.
    pub(in crate::app::program) fn close_printer(&mut self) {
        let _closed = self.close_panel();
    }
}
