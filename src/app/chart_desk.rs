//! The dashboard's page without a window or a display, for measuring: laid out, drawn and painted as the
//! window would, with what the window keeps from one frame to the next. It paints anew only what is another
//! than in the frame before.

use std::path::Path;
use std::rc::Rc;

use iced::advanced::mouse;
use iced::{Event, Length, Size};
use uuid::Uuid;

use super::photo::Album;
use super::screen::Context;
use super::screen::dashboard::{Dashboard, Read, sample};
use super::surface::{Frame, Surface};
use super::widget::chart::chart;
use super::widget::{Column, Element, Row};
use crate::domain::catalogue::Catalogue;
use crate::domain::checkout::Rules;
use crate::domain::diet::Policy;
use crate::domain::user::User;
use crate::domain::{Moment, TillId};
use crate::i18n::I18n;

/// The whole window, in logical pixels.
const ROOM: Size<u32> = Size::new(1_280, 800);

/// The dashboard with its place on a picture.
pub struct ChartDesk {
    words: I18n,
    user: User,
    now: Moment,
    rules: Rules,
    screen: Dashboard,
    page: Surface,
    charts: Surface,
}

impl ChartDesk {
    /// With the figures of a day.
    #[must_use]
    pub fn new(words: I18n, user: User, now: Moment) -> Self {
        let mut desk = Self {
            screen: Dashboard::new(now.day(), Path::new("")),
            rules: Rules {
                policy: Policy::standard(),
                day: now.day(),
            },
            words,
            user,
            now,
            page: Surface::new(ROOM),
            charts: Surface::new(ROOM),
        };
        desk.read();
        desk
    }

    /// As if nothing had been read before: every chart is made, laid out and drawn anew.
    pub fn read_anew(&mut self) {
        self.screen = Dashboard::new(self.now.day(), Path::new(""));
        self.read();
    }

    /// Reads the figures; those that are as they were change nothing.
    pub fn read(&mut self) {
        let day = sample::read_today(self.now);
        self.screen.read(day, self.now, &self.words);
        let heat = Read::Hours(Box::new(sample::heat(self.now)));
        self.screen.read(heat, self.now, &self.words);
        let week = Read::Week(Box::new(sample::week(self.now)));
        self.screen.read(week, self.now, &self.words);
    }

    /// The window was covered: everything is to be painted.
    pub fn uncover(&mut self) {
        self.page.uncover();
        self.charts.uncover();
    }

    /// Draws a chart of each kind, and nothing else, over the whole window.
    pub fn draw_charts(&mut self) -> Frame {
        self.show_charts(&[], mouse::Cursor::Unavailable)
    }

    /// The same after something happened in the window.
    fn show_charts(&mut self, events: &[Event], cursor: mouse::Cursor) -> Frame {
        let figures = self.screen.figures();
        let rows = figures.chunks(2).map(|two| {
            let charts = two.iter().map(|figure| {
                chart(Rc::clone(figure), Length::Fill)
                    .on_open(|_| ())
                    .into()
            });
            Row::with_children(charts).height(Length::Fill).into()
        });
        let view: Element<'_, ()> = Column::with_children(rows).into();
        self.charts.show(view, events, cursor)
    }

    /// Makes the view, lays it out and draws it.
    pub fn draw(&mut self) -> Frame {
        let catalogue = Catalogue::default();
        let photos = Album::default();
        let context = Context {
            words: &self.words,
            catalogue: &catalogue,
            rules: &self.rules,
            tenders: &[],
            user: &self.user,
            now: self.now,
            printer: None,
            favourites: &[],
            photos: &photos,
            till: TillId(1),
            ids: &Uuid::now_v7,
        };
        let view = self.screen.view(&context);
        self.page.show(view, &[], mouse::Cursor::Unavailable)
    }
}

#[cfg(test)]
mod tests {
    use iced::{Point, keyboard, touch};

    use super::*;
    use crate::demo::{Canteen, SEED};
    use crate::domain::user::Role;
    use crate::i18n::Locale;

    fn desk() -> ChartDesk {
        let time = chrono::DateTime::parse_from_rfc3339("2026-11-23T11:40:00-03:00");
        let now = Moment::new(time.expect("a time"));
        let canteen = Canteen::new(SEED, now.day());
        let user = canteen.user(Role::Manager).expect("a manager").clone();
        ChartDesk::new(I18n::new(Locale::EsPy), user, now)
    }

    const STILL: Frame = Frame {
        places: 0,
        asks: false,
    };

    #[test]
    fn nothing_is_painted_anew_while_nothing_changes() {
        let mut desk = desk();
        assert!(desk.draw_charts().places > 0, "the first frame");
        assert!(desk.draw().places > 0, "the first frame");
        for _ in 0..3 {
            assert_eq!(desk.draw_charts(), STILL);
            assert_eq!(desk.draw(), STILL);
        }
    }

    #[test]
    fn what_is_read_anew_and_is_the_same_is_not_painted_anew() {
        let mut desk = desk();
        desk.draw_charts();
        desk.read();
        assert_eq!(desk.draw_charts(), STILL);
    }

    #[test]
    fn a_hand_that_moves_over_the_charts_and_keys_for_others_paint_nothing() {
        let mut desk = desk();
        desk.draw_charts();
        let at = Point::new(300.0, 200.0);
        let over = mouse::Cursor::Available(at);
        let moved = Event::Mouse(mouse::Event::CursorMoved { position: at });
        let lifted = Event::Touch(touch::Event::FingerMoved {
            id: touch::Finger(1),
            position: at,
        });
        let typed = Event::Keyboard(keyboard::Event::ModifiersChanged(
            keyboard::Modifiers::SHIFT,
        ));
        for event in [moved, lifted, typed] {
            assert_eq!(desk.show_charts(&[event], over), STILL);
        }
    }

    #[test]
    fn what_a_press_chose_is_painted_once() {
        let mut desk = desk();
        desk.draw_charts();
        // A cell of the map, too small to be opened at once.
        let at = Point::new(900.0, 600.0);
        let over = mouse::Cursor::Available(at);
        let press = [
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)),
        ];
        desk.show_charts(&press, over);
        desk.show_charts(&[], over);
        assert_eq!(desk.show_charts(&[], over), STILL);
    }
}
