//! The window as it is, and how large everything is in it.
//!
//! A window says how many logical pixels it has, which are fewer the larger everything is. What counts is
//! both together: it stays the same when the scale changes, so that one never drives the other.

use iced::Size;
use iced::widget::sensor;

use super::{Message, Program};
use crate::app::widget::Element;
use crate::settings::Scale;

/// The window as it opens.
pub(super) const USUAL: Size = Size::new(1280.0, 800.0);
/// A difference of less is rounding, in pixels.
const SLACK: f32 = 0.5;

/// The window in pixels of 100 %, and how large everything was chosen to be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    window: Size,
    chosen: Scale,
}

impl Room {
    pub(super) const fn new() -> Self {
        Self {
            window: USUAL,
            chosen: Scale::WHOLE,
        }
    }

    pub(super) const fn choose(&mut self, scale: Scale) {
        self.chosen = scale;
    }

    fn resize(&mut self, window: Size) {
        let differs = |one: f32, other: f32| (one - other).abs() > SLACK;
        let same = self.window;
        if differs(window.width, same.width) || differs(window.height, same.height) {
            self.window = window;
        }
    }

    /// The scale in force.
    fn scale(self) -> Scale {
        self.chosen.within(self.window.width, self.window.height)
    }

    fn largest(self) -> Scale {
        Scale::largest_in(self.window.width, self.window.height)
    }
}

impl Program {
    /// How large everything is drawn: as chosen, as far as the window has room for it.
    pub(in crate::app) fn scale(&self) -> f32 {
        self.room.scale().factor()
    }

    /// The largest scale that this window has room for, in per cent.
    pub(super) fn largest_percent(&self) -> u16 {
        self.room.largest().in_percent().into()
    }

    /// The window has so many pixels of 100 %.
    pub(in crate::app) fn window_is(&mut self, window: Size) {
        self.room.resize(window);
        let largest = self.largest_percent();
        if let Some(open) = self.open_settings_screen() {
            open.scale_fits(largest);
        }
    }

    /// `view`, which says how large the window is; another window than before (that of a training) says it anew.
    pub(super) fn measured<'a>(&self, view: Element<'a, Message>) -> Element<'a, Message> {
        // The scale that this very view is laid out with.
        let scale = self.scale();
        let told = move |size: Size| Message::WindowIs(size * scale);
        let sensor = sensor(view).key(self.is_training());
        sensor.on_show(told).on_resize(told).into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// A window of any size at any density: told again and again how many logical pixels it has, the scale
        /// changes at once or never.
        #[test]
        fn a_window_that_stays_the_same_never_flickers(
            chosen in 100_i64..=200,
            wide in 640_u16..4000,
            high in 480_u16..2400,
            density in prop::sample::select(vec![1.0_f32, 1.1, 1.25, 1.3333, 1.5, 1.75, 2.0, 3.0, 4.0]),
        ) {
            let mut room = Room::new();
            room.choose(Scale::percent(chosen).expect("in range"));
            let pixels = Size::new(f32::from(wide), f32::from(high));
            let told = |room: &mut Room| {
                let scale = room.scale().factor();
                let logical = pixels * (1.0 / (density * scale));
                room.resize(logical * scale);
                room.scale()
            };
            let first = told(&mut room);
            for _ in 0..4 {
                prop_assert_eq!(told(&mut room), first);
            }
        }
    }
}
