//! Tells a tap from a drag, and remembers where the keyboard is.

use iced::advanced::widget::operation;
use iced::mouse::{self, Button};
use iced::{Event, Point, touch};

/// How far a finger may wander and still be a tap, in logical pixels.
pub const SLOP: f32 = 12.0;

/// Where a finger went down, and whether the keyboard is here.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Tap {
    down: Option<Down>,
    pub(super) focused: bool,
    /// Somebody pressed it from elsewhere: it says so when it is drawn next.
    pub(super) asked: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Down {
    /// `None` is the pointer.
    finger: Option<touch::Finger>,
    /// In the window, not in the list: a scrolled list moves under the finger. Unknown for a
    /// pointer until it moves.
    at: Option<Point>,
}

impl operation::Focusable for Tap {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
    }
}

impl Tap {
    /// Whether a finger or the pointer holds it down.
    pub(super) fn is_down(self) -> bool {
        self.down.is_some()
    }

    /// What an event does to a press that is not disabled; `true` when it is complete.
    pub(super) fn follow(&mut self, event: &Event, over: bool) -> bool {
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(Button::Left)) => {
                self.focused = false;
                self.down = over.then_some(Down {
                    finger: None,
                    at: None,
                });
            }
            Event::Touch(touch::Event::FingerPressed { id, position }) => {
                self.focused = false;
                self.down = over.then_some(Down {
                    finger: Some(*id),
                    at: Some(*position),
                });
            }
            Event::Mouse(mouse::Event::CursorMoved { position }) => self.wander(None, *position),
            Event::Touch(touch::Event::FingerMoved { id, position }) => {
                self.wander(Some(*id), *position);
            }
            Event::Mouse(mouse::Event::ButtonReleased(Button::Left)) => {
                return self.lift(None) && over;
            }
            Event::Touch(touch::Event::FingerLifted { id, .. }) => {
                return self.lift(Some(*id)) && over;
            }
            Event::Mouse(mouse::Event::WheelScrolled { .. })
            | Event::Touch(touch::Event::FingerLost { .. }) => {
                self.down = None;
            }
            _ => {}
        }
        false
    }

    /// Another widget took the event: if it was a touch or a click, this one is out. Keys are not:
    /// a scan that lands in a field must not undo the tap under way.
    pub(super) fn lose(&mut self, event: &Event) {
        if matches!(event, Event::Mouse(_) | Event::Touch(_)) {
            self.down = None;
        }
        if matches!(
            event,
            Event::Mouse(mouse::Event::ButtonPressed(_))
                | Event::Touch(touch::Event::FingerPressed { .. })
        ) {
            self.focused = false;
        }
    }

    /// Gives the press up once it moved further than [`SLOP`]: it is a drag.
    fn wander(&mut self, finger: Option<touch::Finger>, to: Point) {
        if let Some(down) = self.down.as_mut().filter(|down| down.finger == finger) {
            let from = *down.at.get_or_insert(to);
            if from.distance(to) > SLOP {
                self.down = None;
            }
        }
    }

    fn lift(&mut self, finger: Option<touch::Finger>) -> bool {
        self.down.take_if(|down| down.finger == finger).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Point = Point::new(10.0, 10.0);
    const FINGER: touch::Finger = touch::Finger(1);

    fn moved(x: f32) -> Event {
        Event::Touch(touch::Event::FingerMoved {
            id: FINGER,
            position: Point::new(x, 10.0),
        })
    }

    /// A tap with a finger already down.
    fn held() -> Tap {
        let mut tap = Tap::default();
        assert!(!tap.follow(
            &Event::Touch(touch::Event::FingerPressed {
                id: FINGER,
                position: AT
            }),
            true
        ));
        tap
    }

    fn lifted() -> Event {
        Event::Touch(touch::Event::FingerLifted {
            id: FINGER,
            position: AT,
        })
    }

    #[test]
    fn a_scan_into_a_field_does_not_undo_the_tap_under_way() {
        let mut tap = held();
        tap.lose(&iced_test::simulator::press_key(
            iced::keyboard::key::Named::Enter,
            None,
        ));
        assert!(tap.follow(&lifted(), true));
    }

    #[test]
    fn a_trembling_finger_still_taps_and_a_wandering_one_does_not() {
        let mut tap = held();
        assert!(!tap.follow(&moved(10.0 + SLOP), true));
        assert!(tap.follow(&lifted(), true));

        let mut tap = held();
        assert!(!tap.follow(&moved(10.5 + SLOP), true));
        assert!(!tap.follow(&lifted(), true));
    }

    #[test]
    fn lifting_beside_it_presses_nothing() {
        assert!(!held().follow(&lifted(), false));
    }
}
