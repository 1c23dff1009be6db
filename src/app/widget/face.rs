//! What is written on a tile, as one widget: a screen shows dozens, and each scan makes them anew.
//!
//! A column of rows of texts would be some ten widgets a tile, each with a box, a place in the tree
//! and a node in the layout. This one keeps its shaped texts and their places in one state.

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer;
use iced::advanced::text::paragraph::Plain;
use iced::advanced::widget::{Operation, Tree, text as drawing, tree};
use iced::advanced::{Widget, mouse};
use iced::{Length, Point, Rectangle, Size};

use super::clamp::{self, Clamp};
use super::fit::{self, Fit};
use super::text::Paragraph;
use super::{Element, Mark};
use crate::app::icon::{self, Icon};
use crate::app::theme::{Theme, size, space, style};

/// Between the name and the mark, in logical pixels.
const BESIDE: f32 = 6.0;

/// What the stock stands above the foot, so that it shares a line with the price.
const RAISED: f32 = 2.0;

/// Name and mark above, the line of what nobody knows below them, price and stock at the foot.
pub(super) struct Face<'a> {
    pub(super) name: Clamp<'a>,
    pub(super) price: Fit<'a>,
    pub(super) stock: Option<Fit<'a>>,
    /// The stock is written in red.
    pub(super) low: bool,
    pub(super) mark: Mark,
    pub(super) unread: Option<Fit<'a>>,
}

/// Something shaped, and where it is on the face.
#[derive(Default)]
struct Placed<T> {
    shaped: T,
    at: Point,
    size: Size,
}

type Glyph = Placed<Plain<Paragraph>>;

impl Glyph {
    fn lay_out(&mut self, icon: Icon, size: f32) {
        let mut bytes = [0; 4];
        let glyph = icon.glyph().encode_utf8(&mut bytes);
        let _ = self.shaped.update(icon::letter(glyph, size));
        self.size = self.shaped.min_bounds();
    }
}

impl Placed<fit::State> {
    fn lay_out(&mut self, text: &Fit<'_>, room: f32) {
        self.size = self.shaped.lay_out(text, room);
        self.size.width = self.size.width.min(room);
    }
}

#[derive(Default)]
struct State {
    name: Placed<clamp::State>,
    mark: Option<Glyph>,
    unread: Option<(Glyph, Placed<fit::State>)>,
    price: Placed<fit::State>,
    stock: Option<Placed<fit::State>>,
}

/// A text on the face, as it is read, drawn and coloured.
struct Part<'a> {
    words: &'a str,
    paragraph: &'a Paragraph,
    bounds: Rectangle,
    ink: Ink,
}

/// The colour of a text on the face.
#[derive(Clone, Copy)]
enum Ink {
    /// That around it.
    Inherited,
    Marked,
    Muted,
    Danger,
}

impl Face<'_> {
    /// The name, and the mark at its right. Returns how high they are.
    fn head(&self, state: &mut State, width: f32) -> f32 {
        let name = &mut state.name;
        let Some(picture) = self.mark.icon() else {
            state.mark = None;
            name.size = name.shaped.lay_out(&self.name, width);
            return name.size.height;
        };
        let mark = state.mark.get_or_insert_default();
        mark.lay_out(picture, size::FIGURE);
        let room = (width - BESIDE - mark.size.width).max(0.0);
        mark.at.x = room + BESIDE;
        name.size = name.shaped.lay_out(&self.name, room);
        name.size.height.max(mark.size.height)
    }

    /// That nobody knows, from `top` on, if so. Returns how high it is.
    fn doubt(&self, state: &mut State, width: f32, top: f32) -> f32 {
        let Some(text) = &self.unread else {
            state.unread = None;
            return 0.0;
        };
        let (glyph, words) = state.unread.get_or_insert_default();
        glyph.lay_out(Icon::CircleQuestionMark, size::CAPTION);
        words.at.x = glyph.size.width + space::XS;
        words.lay_out(text, width - space::XS - glyph.size.width);
        let height = words.size.height.max(glyph.size.height);
        words.at.y = top + (height - words.size.height) / 2.0;
        glyph.at.y = top + (height - glyph.size.height) / 2.0;
        height
    }

    /// The price, and the stock at its right, on the ground, but never above `top`.
    fn foot(&self, state: &mut State, room: Size, top: f32) {
        let price = &mut state.price;
        let height = if let Some(text) = &self.stock {
            let stock = state.stock.get_or_insert_default();
            stock.lay_out(text, room.width - space::S);
            let left = (room.width - space::S - stock.size.width).max(0.0);
            stock.at.x = left + space::S;
            price.lay_out(&self.price, left);
            price.size.height.max(stock.size.height + RAISED)
        } else {
            state.stock = None;
            price.lay_out(&self.price, room.width);
            price.size.height
        };
        let ground = top + (room.height - top - height).max(0.0) + height;
        price.at.y = ground - price.size.height;
        if let Some(stock) = &mut state.stock {
            stock.at.y = ground - RAISED - stock.size.height;
        }
    }

    /// Every text on the face, in the order of reading.
    fn parts<'t>(&'t self, state: &'t State, layout: Layout<'_>) -> impl Iterator<Item = Part<'t>> {
        let origin = layout.position();
        let place = move |at: Point, size| {
            Rectangle::new(Point::new(origin.x + at.x, origin.y + at.y), size)
        };
        let glyph = move |placed: &'t Glyph, ink| Part {
            words: placed.shaped.content(),
            paragraph: placed.shaped.raw(),
            bounds: place(placed.at, placed.size),
            ink,
        };
        let line = move |text: &'t Fit<'_>, placed: &'t Placed<fit::State>, ink| Part {
            words: text.words(),
            paragraph: placed.shaped.paragraph(),
            bounds: place(placed.at, placed.size),
            ink,
        };
        let name = Part {
            words: self.name.words(),
            paragraph: state.name.shaped.paragraph(),
            bounds: place(state.name.at, state.name.size),
            ink: Ink::Inherited,
        };
        let mark = state.mark.as_ref().map(|mark| glyph(mark, Ink::Marked));
        let unread = self.unread.as_ref().zip(state.unread.as_ref());
        let unread = unread.map(|(text, (picture, words))| {
            [
                glyph(picture, Ink::Inherited),
                line(text, words, Ink::Inherited),
            ]
        });
        let price = line(&self.price, &state.price, Ink::Inherited);
        let quantity = if self.low { Ink::Danger } else { Ink::Muted };
        let stock = self.stock.as_ref().zip(state.stock.as_ref());
        let stock = stock.map(|(text, stock)| line(text, stock, quantity));
        std::iter::once(name)
            .chain(mark)
            .chain(unread.into_iter().flatten())
            .chain([price])
            .chain(stock)
    }

    fn style(&self, ink: Ink, theme: &Theme) -> drawing::Style {
        match ink {
            Ink::Inherited => style::inherited(theme),
            Ink::Marked => (self.mark.tone(theme))
                .map_or_else(|| style::inherited(theme), |tone| style::ink(tone.line)),
            Ink::Muted => style::muted(theme),
            Ink::Danger => style::danger_ink(theme),
        }
    }
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Face<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        _renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        let room = limits.max();
        let head = self.head(state, room.width);
        let doubt = self.doubt(state, room.width, head);
        self.foot(state, room, head + doubt);
        layout::Node::new(room)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        for part in self.parts(tree.state.downcast_ref(), layout) {
            operation.text(None, part.bounds, part.words);
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        inherited: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        for part in self.parts(tree.state.downcast_ref(), layout) {
            let style = self.style(part.ink, theme);
            drawing::draw(
                renderer,
                inherited,
                part.bounds,
                part.paragraph,
                style,
                viewport,
            );
        }
    }
}

impl<'a, Message: 'a> From<Face<'a>> for Element<'a, Message> {
    fn from(face: Face<'a>) -> Self {
        Element::new(face)
    }
}
