//! Text that keeps to a number of lines: what does not fit ends in an ellipsis.

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer;
use iced::advanced::text::{self, Paragraph as _, paragraph::Plain};
use iced::advanced::widget::{Operation, Tree, text as drawing, tree};
use iced::advanced::{Widget, mouse};
use iced::{Font, Length, Pixels, Rectangle, Size};

use super::Element;
use super::text::{Fragment, IntoFragment, Paragraph};
use crate::app::font;
use crate::app::theme::{Theme, size};

/// Text of at most so many lines. It takes the colour around it.
pub struct Clamp<'a> {
    content: Fragment<'a>,
    lines: u16,
    size: f32,
    font: Font,
}

/// `content` in at most `lines` lines, in the letters of a name ([`text::lead`](super::text::lead)).
pub fn clamp<'a>(content: impl IntoFragment<'a>, lines: u16) -> Clamp<'a> {
    Clamp {
        content: content.into_fragment(),
        lines,
        size: size::LEAD,
        font: font::SEMIBOLD,
    }
}

impl Clamp<'_> {
    /// In letters a little smaller, for names that share a tile with their price.
    #[must_use]
    pub fn tight(mut self) -> Self {
        self.size = size::NAME;
        self
    }

    /// In the letters of running text.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.size = size::BODY;
        self
    }

    /// In the letters of running text, and not bold.
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.size = size::BODY;
        self.font = font::REGULAR;
        self
    }

    /// In the letters of a secondary line.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.size = size::SMALL;
        self.font = font::REGULAR;
        self
    }

    /// All of the text, whether or not it fits.
    pub(super) fn words(&self) -> &str {
        &self.content
    }

    fn line_height(&self) -> f32 {
        text::LineHeight::default().to_absolute(Pixels(self.size)).0
    }

    fn text<'t>(&self, content: &'t str, width: f32) -> text::Text<&'t str, Font> {
        text::Text {
            content,
            bounds: Size::new(width, f32::INFINITY),
            size: Pixels(self.size),
            line_height: text::LineHeight::default(),
            font: self.font,
            align_x: text::Alignment::Default,
            align_y: iced::alignment::Vertical::Top,
            shaping: text::Shaping::Advanced,
            wrapping: text::Wrapping::WordOrGlyph,
        }
    }

    /// Whether text that came to be so high keeps to the lines.
    fn keeps_to(&self, height: f32) -> bool {
        height <= self.line_height() * f32::from(self.lines) + 0.5
    }

    fn fits(&self, content: &str, width: f32) -> bool {
        let paragraph = Paragraph::with_text(self.text(content, width));
        self.keeps_to(paragraph.min_bounds().height)
    }

    /// The longest beginning that fits with an ellipsis, of what does not fit as a whole.
    fn shortened(&self, width: f32) -> String {
        let ends: Vec<usize> = self.content.char_indices().map(|(at, _)| at).collect();
        let beginning = |count: usize| format!("{}…", self.content[..ends[count]].trim_end());
        let fitting = partition(ends.len(), |count| self.fits(&beginning(count), width));
        beginning(fitting.saturating_sub(1))
    }
}

/// The first of `0..count` for which `holds` no longer holds; it holds for all before.
fn partition(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = usize::midpoint(low, high);
        if holds(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// The text as last shortened, and for what; shaping is the dear part.
#[derive(Default)]
pub(super) struct State {
    source: String,
    width: f32,
    paragraph: Plain<Paragraph>,
}

impl State {
    /// The text as it is drawn.
    pub(super) fn paragraph(&self) -> &Paragraph {
        self.paragraph.raw()
    }

    /// Shapes the text for so much width, unless it is shaped already, and says how large it is.
    pub(super) fn lay_out(&mut self, clamp: &Clamp<'_>, width: f32) -> Size {
        let same = self.source == *clamp.content && (self.width - width).abs() < 0.01;
        if !same || self.paragraph().size() != Pixels(clamp.size) {
            // Nearly every name fits: it is shaped once, where it stays.
            let _ = self.paragraph.update(clamp.text(&clamp.content, width));
            if !clamp.keeps_to(self.paragraph.min_bounds().height) {
                let shortened = clamp.shortened(width);
                let _ = self.paragraph.update(clamp.text(&shortened, width));
            }
            clamp.content.as_ref().clone_into(&mut self.source);
            self.width = width;
        }
        self.paragraph.min_bounds()
    }
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Clamp<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Shrink, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        _renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        layout::sized(limits, Length::Shrink, Length::Shrink, |limits| {
            state.lay_out(self, limits.max().width)
        })
    }

    fn operate(
        &mut self,
        _tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.text(None, layout.bounds(), &self.content);
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        _theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let plain = drawing::Style::default();
        drawing::draw(
            renderer,
            style,
            layout.bounds(),
            state.paragraph(),
            plain,
            viewport,
        );
    }
}

impl<'a, Message: 'a> From<Clamp<'a>> for Element<'a, Message> {
    fn from(clamp: Clamp<'a>) -> Self {
        Element::new(clamp)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_fits_is_left_alone() {
        font::load();
        assert!(clamp("Chipa", 1).fits("Chipa", 200.0));
    }

    #[test]
    fn a_name_too_long_ends_in_an_ellipsis_and_fits() {
        font::load();
        let name = clamp(
            "Sándwich de pollo con huevo, jamón y queso en pan integral",
            2,
        );
        let shortened = name.shortened(150.0);
        assert!(
            shortened.ends_with('…') && shortened.starts_with("Sándwich de pollo"),
            "{shortened}"
        );
        assert!(name.fits(&shortened, 150.0));
    }

    #[test]
    fn no_room_at_all_leaves_an_ellipsis() {
        font::load();
        assert_eq!(clamp("Empanada de carne", 1).shortened(1.0), "…");
    }
}
