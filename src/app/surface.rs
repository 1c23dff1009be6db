//! A window's picture without a window, for measuring: a view laid out, drawn and painted with what the window
//! keeps from one frame to the next. It paints anew only what is another than in the frame before.

use std::mem;

use iced::advanced::graphics::{Viewport, damage};
use iced::advanced::renderer::{Headless, Style};
use iced::advanced::{clipboard, mouse};
use iced::theme::Base;
use iced::{Event, Pixels, Point, Rectangle, Size, window};
use iced_runtime::user_interface::{Cache, State, UserInterface};
use iced_tiny_skia::Layer;
use tiny_skia::{Mask, Pixmap};

use super::font;
use super::theme::{Theme, size};
use super::widget::Element;

const PAINTED: &str = "a window has pixels, and iced and this till share one tiny-skia";

/// What a frame cost besides its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// How many places were painted anew; none where nothing is another than before.
    pub places: usize,
    /// Whether it asks for another frame by itself.
    pub asks: bool,
}

/// What a window keeps of one frame for the next.
pub struct Surface {
    renderer: iced::Renderer,
    kept: Cache,
    layers: Option<Vec<Layer>>,
    pixels: Pixmap,
    mask: Mask,
}

impl Surface {
    /// Of so many pixels, a logical pixel each, with nothing painted yet.
    ///
    /// # Panics
    /// If a side is 0. The software renderer refuses only the names of other renderers.
    #[must_use]
    pub fn new(size: Size<u32>) -> Self {
        font::load();
        let renderer = <iced::Renderer as Headless>::new(font::REGULAR, Pixels(size::BODY), None);
        let renderer = iced::futures::executor::block_on(renderer)
            .expect("the software renderer is always there");
        Self {
            renderer,
            kept: Cache::default(),
            layers: None,
            pixels: Pixmap::new(size.width, size.height).expect(PAINTED),
            mask: Mask::new(size.width, size.height).expect(PAINTED),
        }
    }

    /// It was covered: everything is to be painted.
    pub fn uncover(&mut self) {
        self.layers = None;
    }

    /// Another screen is to be shown: nothing of the widgets is kept.
    pub fn leave(&mut self) {
        self.kept = Cache::default();
    }

    /// Makes the view and lays it out, without drawing it.
    pub fn lay_out<'a, Message: 'a>(&mut self, view: impl Into<Element<'a, Message>>) {
        let _told = self.happen(view, &[], mouse::Cursor::Unavailable);
    }

    /// Tells the view what happened, without drawing it; returns what it has to say to that.
    pub fn happen<'a, Message: 'a>(
        &mut self,
        view: impl Into<Element<'a, Message>>,
        events: &[Event],
        cursor: mouse::Cursor,
    ) -> Vec<Message> {
        let room = self.room();
        let kept = mem::take(&mut self.kept);
        let mut interface = UserInterface::build(view, room, kept, &mut self.renderer);
        let mut told = Vec::new();
        let _state = interface.update(
            &[events, &[redraw()]].concat(),
            cursor,
            &mut self.renderer,
            &mut clipboard::Null,
            &mut told,
        );
        self.kept = interface.into_cache();
        told
    }

    /// One frame: what happened, then what is to be seen.
    pub fn show<'a, Message: 'a>(
        &mut self,
        view: impl Into<Element<'a, Message>>,
        events: &[Event],
        cursor: mouse::Cursor,
    ) -> Frame {
        let room = self.room();
        let kept = mem::take(&mut self.kept);
        let renderer = &mut self.renderer;
        let mut interface = UserInterface::build(view, room, kept, renderer);
        let (state, _) = interface.update(
            &[events, &[redraw()]].concat(),
            cursor,
            renderer,
            &mut clipboard::Null,
            &mut Vec::new(),
        );
        let theme = Theme::Light;
        let base = theme.base();
        let style = Style {
            text_color: base.text_color,
        };
        interface.draw(renderer, &theme, &style, cursor);
        self.kept = interface.into_cache();
        let still = matches!(
            state,
            State::Updated {
                redraw_request: window::RedrawRequest::Wait,
                ..
            }
        );
        Frame {
            places: self.paint(base.background_color),
            asks: !still,
        }
    }

    /// Paints what is another than in the frame before, as the window's own surface does.
    fn paint(&mut self, ground: iced::Color) -> usize {
        let whole = Rectangle::new(Point::ORIGIN, self.room());
        let layers = self.renderer.layers();
        let places = match &self.layers {
            Some(before) => damage::diff(before, layers, |layer| vec![layer.bounds], Layer::damage),
            None => vec![whole],
        };
        self.layers = Some(layers.to_vec());
        let places = damage::group(places, whole);
        if !places.is_empty() {
            let pixels = Size::new(self.pixels.width(), self.pixels.height());
            let viewport = Viewport::with_physical_size(pixels, 1.0);
            let pixels = &mut self.pixels.as_mut();
            self.renderer
                .draw(pixels, &mut self.mask, &viewport, &places, ground);
        }
        places.len()
    }

    #[expect(clippy::cast_precision_loss, reason = "a side is far below 2^24")]
    fn room(&self) -> Size {
        Size::new(self.pixels.width() as f32, self.pixels.height() as f32)
    }
}

/// A wheel, or a finger, that moves what is under it on by so many logical pixels.
#[must_use]
pub const fn scrolled(by: f32) -> Event {
    let delta = mouse::ScrollDelta::Pixels { x: 0.0, y: -by };
    Event::Mouse(mouse::Event::WheelScrolled { delta })
}

fn redraw() -> Event {
    Event::Window(window::Event::RedrawRequested(iced::time::Instant::now()))
}
