//! Draws the real screens without a window or a display: for pictures, demos and tests.

use iced::advanced::renderer::{Headless, Style};
use iced::advanced::widget::operation::{self, Operation, Outcome, focusable};
use iced::advanced::{clipboard, mouse};
use iced::theme::Base;
use iced::{Event, Pixels, Point, Size, window};
use iced_runtime::user_interface::{Cache, State, UserInterface};

use super::font;
use super::judge::{self, Fault};
use super::theme::{Theme, size};
use super::widget::Element;

/// How often a view may ask to be built again before it is drawn as it is.
const REBUILDS_MAX: usize = 4;

/// Between two places where the pointer looks for something to press, in logical pixels: half of the
/// smallest target.
const PROBE: f32 = 24.0;

/// A picture of a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Red, green, blue, opacity; rows from the top.
    pub rgba: Vec<u8>,
}

/// Why a picture could not be made into a PNG.
#[derive(Debug, thiserror::Error)]
#[error("cannot encode a picture of {width} × {height}")]
pub struct PngError {
    width: u32,
    height: u32,
    source: png::EncodingError,
}

impl Picture {
    /// The picture as a PNG file.
    ///
    /// # Errors
    /// When a side is 0 or the picture is larger than PNG allows.
    pub fn png(&self) -> Result<Vec<u8>, PngError> {
        self.encode().map_err(|source| PngError {
            width: self.width,
            height: self.height,
            source,
        })
    }

    fn encode(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, self.height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.rgba)?;
        writer.finish()?;
        Ok(file)
    }

    /// Whether every pixel has the same colour: nothing was drawn.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.rgba
            .chunks_exact(4)
            .all(|pixel| pixel == &self.rgba[..4])
    }
}

/// A place to draw: keep it for several pictures, its letters are already cut.
pub struct Stage {
    renderer: iced::Renderer,
}

impl Default for Stage {
    fn default() -> Self {
        Self::new()
    }
}

impl Stage {
    /// A stage with the bundled fonts. It needs no display and no font of the machine.
    ///
    /// # Panics
    /// Never: the software renderer refuses only the names of other renderers.
    #[must_use]
    pub fn new() -> Self {
        font::load();
        let renderer = <iced::Renderer as Headless>::new(font::REGULAR, Pixels(size::BODY), None);
        let renderer = iced::futures::executor::block_on(renderer)
            .expect("the software renderer is always there");
        Self { renderer }
    }

    /// What draws, for a test that builds an interface of its own.
    #[cfg(test)]
    pub(super) const fn renderer(&mut self) -> &mut iced::Renderer {
        &mut self.renderer
    }

    /// Draws `view` on `size` logical pixels, `scale` times as large, as a window would show it.
    pub fn render<'a, Message: 'a>(
        &mut self,
        view: impl Into<Element<'a, Message>>,
        size: Size,
        scale: f32,
        theme: &Theme,
    ) -> Picture {
        let mut interface = self.settled(view, size);
        draw(&mut interface, &mut self.renderer, theme);
        let pixels = Size::new(pixels(size.width, scale), pixels(size.height, scale));
        Picture {
            width: pixels.width,
            height: pixels.height,
            rgba: self
                .renderer
                .screenshot(pixels, scale, theme.base().background_color),
        }
    }

    /// Looks `view` over as a window of `size` logical pixels would show it.
    pub fn judge<'a, Message: 'a>(
        &mut self,
        view: impl Into<Element<'a, Message>>,
        size: Size,
        theme: &Theme,
    ) -> Vec<Fault> {
        let mut interface = self.settled(view, size);
        let mut walk = judge::Walk::new(size, theme.tokens().muted);
        interface.operate(&self.renderer, &mut walk);
        draw(&mut interface, &mut self.renderer, theme);
        let ground = theme.base().background_color;
        let mut faults = judge::judge(&mut self.renderer, &walk, ground);
        faults.extend(unreached(&mut interface, &mut self.renderer, &walk, size));
        faults.extend(goes_round(&mut interface, &self.renderer, walk.stops()));
        faults
    }

    /// The view, built until it asks for nothing more.
    fn settled<'a, Message: 'a>(
        &mut self,
        view: impl Into<Element<'a, Message>>,
        size: Size,
    ) -> UserInterface<'a, Message, Theme, iced::Renderer> {
        let mut interface = UserInterface::build(view, size, Cache::default(), &mut self.renderer);
        let mut messages = Vec::new();
        let redraw = Event::Window(window::Event::RedrawRequested(iced::time::Instant::now()));
        for _ in 0..REBUILDS_MAX {
            let (state, _) = interface.update(
                std::slice::from_ref(&redraw),
                mouse::Cursor::Unavailable,
                &mut self.renderer,
                &mut clipboard::Null,
                &mut messages,
            );
            if !matches!(state, State::Outdated) {
                break;
            }
            interface = interface.relayout(size, &mut self.renderer);
        }
        interface
    }
}

/// A view, built.
type Interface<'a, Message> = UserInterface<'a, Message, Theme, iced::Renderer>;

/// Points the pointer at the whole window: what can be pressed and has no keyboard.
fn unreached<Message>(
    interface: &mut Interface<'_, Message>,
    renderer: &mut iced::Renderer,
    walk: &judge::Walk,
    size: Size,
) -> Vec<Fault> {
    let across = (0_u8..).map(|step| PROBE * (f32::from(step) + 0.5));
    let down = (0_u8..).map(|step| PROBE * (f32::from(step) + 0.5));
    let mut found: Vec<Point> = Vec::new();
    for y in down.take_while(|y| *y < size.height) {
        for x in across.clone().take_while(|x: &f32| *x < size.width) {
            let at = Point::new(x, y);
            let told = found.iter().any(|of| of.distance(at) < 4.0 * PROBE);
            if told || walk.reaches(at) {
                continue;
            }
            let (state, _) = interface.update(
                &[],
                mouse::Cursor::Available(at),
                renderer,
                &mut clipboard::Null,
                &mut Vec::new(),
            );
            let over = match state {
                State::Updated {
                    mouse_interaction, ..
                } => mouse_interaction,
                State::Outdated => mouse::Interaction::None,
            };
            if matches!(over, mouse::Interaction::Pointer | mouse::Interaction::Text) {
                found.push(at);
            }
        }
    }
    found.into_iter().map(Fault::Unreached).collect()
}

/// Presses Tab: each stop once, in order, then none, then the first again.
fn goes_round<Message>(
    interface: &mut Interface<'_, Message>,
    renderer: &iced::Renderer,
    stops: usize,
) -> Option<Fault> {
    let order = (0..stops).map(Some).chain([None, Some(0)]);
    let expected = order.filter(|of| stops > 0 || of.is_none());
    for (presses, expected) in expected.enumerate() {
        let mut next: Box<dyn Operation> = Box::new(focusable::focus_next::<()>());
        loop {
            interface.operate(renderer, next.as_mut());
            match next.finish() {
                Outcome::Chain(then) => next = then,
                Outcome::None | Outcome::Some(()) => break,
            }
        }
        let mut count = focusable::count();
        interface.operate(renderer, &mut operation::black_box(&mut count));
        let focused = match count.finish() {
            Outcome::Some(count) => count.focused,
            Outcome::None | Outcome::Chain(_) => None,
        };
        if focused != expected {
            return Some(Fault::Round(presses + 1));
        }
    }
    None
}

fn draw<Message>(
    interface: &mut UserInterface<'_, Message, Theme, iced::Renderer>,
    renderer: &mut iced::Renderer,
    theme: &Theme,
) {
    let style = Style {
        text_color: theme.base().text_color,
    };
    interface.draw(renderer, theme, &style, mouse::Cursor::Unavailable);
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a side is positive and far below 2^24; a float cast saturates"
)]
fn pixels(side: f32, scale: f32) -> u32 {
    (side * scale).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widget::text;

    #[test]
    fn the_same_view_gives_the_same_picture_at_the_size_asked_for() {
        let draw = || {
            Stage::new().render::<()>(
                text::display("₲ 18.000"),
                Size::new(300.0, 80.0),
                1.5,
                &Theme::Light,
            )
        };
        let picture = draw();
        assert_eq!((picture.width, picture.height), (450, 120));
        assert_eq!(picture.rgba.len(), 450 * 120 * 4);
        assert!(!picture.is_blank());
        assert_eq!(picture, draw());
    }

    #[test]
    fn a_picture_becomes_a_png_that_reads_back_the_same() {
        let picture = Stage::new().render::<()>(
            text::body("ñandú"),
            Size::new(80.0, 30.0),
            1.0,
            &Theme::Dark,
        );
        let png = picture.png().expect("encodes");
        let mut reader = png::Decoder::new(std::io::Cursor::new(png))
            .read_info()
            .expect("reads");
        let mut back = vec![0; reader.output_buffer_size().expect("fits")];
        reader.next_frame(&mut back).expect("reads");
        assert_eq!(back, picture.rgba);
    }
}
