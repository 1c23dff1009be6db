//! The dashboard's page without a window or a display, for measuring: laid out and drawn as the window
//! would, all of it, with what the window keeps from one frame to the next.

use std::mem;
use std::path::Path;
use std::rc::Rc;

use iced::advanced::renderer::{Headless, Style};
use iced::advanced::{clipboard, mouse};
use iced::theme::Base;
use iced::{Event, Length, Pixels, Size, window};
use iced_runtime::user_interface::{Cache, UserInterface};
use uuid::Uuid;

use super::font;
use super::photo::Album;
use super::screen::Context;
use super::screen::dashboard::{Dashboard, Read, sample};
use super::theme::{Theme, size};
use super::widget::chart::chart;
use super::widget::{Column, Element, Row};
use crate::domain::catalogue::Catalogue;
use crate::domain::checkout::Rules;
use crate::domain::diet::Policy;
use crate::domain::user::User;
use crate::domain::{Moment, TillId};
use crate::i18n::I18n;

/// The whole window, in logical pixels.
const ROOM: Size = Size::new(1_280.0, 800.0);

/// The dashboard with its place on a picture.
pub struct ChartDesk {
    words: I18n,
    user: User,
    now: Moment,
    rules: Rules,
    screen: Dashboard,
    renderer: iced::Renderer,
    kept: Cache,
    kept_charts: Cache,
}

impl ChartDesk {
    /// With the figures of a day.
    ///
    /// # Panics
    /// Never: the software renderer refuses only the names of other renderers.
    #[must_use]
    pub fn new(words: I18n, user: User, now: Moment) -> Self {
        font::load();
        let renderer = <iced::Renderer as Headless>::new(font::REGULAR, Pixels(size::BODY), None);
        let renderer = iced::futures::executor::block_on(renderer)
            .expect("the software renderer is always there");
        let mut desk = Self {
            screen: Dashboard::new(now.day(), Path::new("")),
            rules: Rules {
                policy: Policy::standard(),
                day: now.day(),
            },
            words,
            user,
            now,
            renderer,
            kept: Cache::default(),
            kept_charts: Cache::default(),
        };
        desk.read();
        desk
    }

    /// New figures: every chart is laid out and drawn anew.
    pub fn read(&mut self) {
        let day = sample::read_today(self.now);
        self.screen.read(day, self.now, &self.words);
        let heat = Read::Hours(Box::new(sample::heat(self.now)));
        self.screen.read(heat, self.now, &self.words);
        let week = Read::Week(Box::new(sample::week(self.now)));
        self.screen.read(week, self.now, &self.words);
    }

    /// Draws a chart of each kind, and nothing else, over the whole window; returns how many bytes the
    /// picture has.
    pub fn draw_charts(&mut self) -> usize {
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
        let kept = mem::take(&mut self.kept_charts);
        let interface = UserInterface::build(view, ROOM, kept, &mut self.renderer);
        let (kept, bytes) = drawn(interface, &mut self.renderer);
        self.kept_charts = kept;
        bytes
    }

    /// Makes the view, lays it out and draws all of it; returns how many bytes the picture has.
    pub fn draw(&mut self) -> usize {
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
        let kept = mem::take(&mut self.kept);
        let interface = UserInterface::build(view, ROOM, kept, &mut self.renderer);
        let (kept, bytes) = drawn(interface, &mut self.renderer);
        self.kept = kept;
        bytes
    }
}

/// Draws all of it, and says what is kept for the next frame.
fn drawn<M>(
    mut interface: UserInterface<'_, M, Theme, iced::Renderer>,
    renderer: &mut iced::Renderer,
) -> (Cache, usize) {
    let redraw = Event::Window(window::Event::RedrawRequested(iced::time::Instant::now()));
    let nowhere = mouse::Cursor::Unavailable;
    let mut told = Vec::new();
    let _state = interface.update(
        &[redraw],
        nowhere,
        renderer,
        &mut clipboard::Null,
        &mut told,
    );
    let base = Theme::Light.base();
    let style = Style {
        text_color: base.text_color,
    };
    interface.draw(renderer, &Theme::Light, &style, nowhere);
    let kept = interface.into_cache();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the sides are constants, whole and positive"
    )]
    let pixels = Size::new(ROOM.width as u32, ROOM.height as u32);
    let picture = renderer.screenshot(pixels, 1.0, base.background_color);
    (kept, picture.len())
}
