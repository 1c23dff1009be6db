//! What the keyboard looks like: light keys for letters, quiet ones for the rest.

use iced::advanced::renderer::Quad;
use iced::advanced::text::{Alignment, LineHeight, Renderer as _, Shaping, Text, Wrapping};
use iced::advanced::{Renderer as _, renderer};
use iced::alignment::Vertical;
use iced::{Background, Font, Pixels, Rectangle};

use super::Words;
use super::plan::{Key, Plan, Shift, written};
use crate::app::font;
use crate::app::icon::Icon;
use crate::app::theme::{Pair, Theme, radius, size, style};

/// How a key looks at the moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Looks {
    pub(super) down: bool,
    pub(super) shift: Shift,
    pub(super) second: bool,
    pub(super) wide: bool,
}

/// The keys on their ground.
pub(super) fn keys(
    renderer: &mut iced::Renderer,
    theme: &Theme,
    panel: Rectangle,
    plan: &Plan,
    words: &Words,
    looks: impl Fn(Key) -> Looks,
) {
    let tokens = theme.tokens();
    let ground = Quad {
        bounds: panel,
        border: style::outline(tokens.line, 1.0, 0.0),
        ..Quad::default()
    };
    renderer.fill_quad(ground, Background::Color(tokens.panel.fill));
    for (key, place) in plan.keys() {
        let look = looks(*key);
        let pair = ground_of(theme, *key, look);
        cap(renderer, theme, *place, pair);
        match face(*key, look, words) {
            Face::Picture(picture) => glyph(renderer, picture, *place, pair),
            Face::Letter(text) => say(renderer, text, (size::TITLE, font::SEMIBOLD), *place, pair),
            Face::Word(text) => say(renderer, text, (size::BODY, font::MEDIUM), *place, pair),
        }
    }
}

/// The button that shows and hides the keyboard.
pub(super) fn button(
    renderer: &mut iced::Renderer,
    theme: &Theme,
    place: Rectangle,
    shown: bool,
    down: bool,
) {
    let tokens = theme.tokens();
    let pair = match (shown, down) {
        (_, true) => tokens.sunken,
        (true, false) => tokens.accent_soft,
        (false, false) => tokens.surface,
    };
    cap(renderer, theme, place, pair);
    let picture = Icon::Keyboard.glyph().to_string();
    say(renderer, picture, (size::ICON, font::ICON), place, pair);
}

/// What is on a key.
enum Face {
    Picture(Icon),
    Letter(String),
    Word(String),
}

fn face(key: Key, look: Looks, words: &Words) -> Face {
    match key {
        Key::Letter(letter) => Face::Letter(written(letter, look.shift)),
        Key::Space => Face::Word(words.space.clone()),
        Key::Backspace => Face::Picture(Icon::Delete),
        Key::Enter => Face::Word(words.enter.clone()),
        Key::Next if !look.wide => Face::Picture(Icon::ArrowRight),
        Key::Next => Face::Word(words.next.clone()),
        Key::Shift => Face::Picture(Icon::ArrowUp),
        Key::Layer if look.second => Face::Word("abc".to_owned()),
        Key::Layer if look.wide => Face::Word("ãç!".to_owned()),
        Key::Layer => Face::Word("123".to_owned()),
        Key::Hide if !look.wide => Face::Picture(Icon::ChevronDown),
        Key::Hide => Face::Word(words.hide.clone()),
    }
}

fn ground_of(theme: &Theme, key: Key, look: Looks) -> Pair {
    let tokens = theme.tokens();
    let locked = key == Key::Shift && look.shift == Shift::Locked;
    let once = key == Key::Shift && look.shift == Shift::Once;
    match key {
        _ if look.down || once => tokens.accent_soft,
        _ if locked => tokens.accent,
        Key::Enter => tokens.accent,
        Key::Letter(_) | Key::Space => tokens.surface,
        Key::Backspace | Key::Next | Key::Shift | Key::Layer | Key::Hide => tokens.sunken,
    }
}

fn cap(renderer: &mut iced::Renderer, theme: &Theme, bounds: Rectangle, pair: Pair) {
    let quad = Quad {
        bounds,
        border: style::outline(theme.tokens().line, 1.0, radius::M),
        ..renderer::Quad::default()
    };
    renderer.fill_quad(quad, Background::Color(pair.fill));
}

fn glyph(renderer: &mut iced::Renderer, picture: Icon, place: Rectangle, pair: Pair) {
    let text = picture.glyph().to_string();
    say(renderer, text, (size::ICON_LARGE, font::ICON), place, pair);
}

fn say(
    renderer: &mut iced::Renderer,
    content: String,
    (height, font): (f32, Font),
    place: Rectangle,
    pair: Pair,
) {
    let text = Text {
        content,
        bounds: place.size(),
        size: Pixels(height),
        line_height: LineHeight::Relative(1.0),
        font,
        align_x: Alignment::Center,
        align_y: Vertical::Center,
        shaping: Shaping::Basic,
        wrapping: Wrapping::None,
    };
    renderer.fill_text(text, place.center(), pair.ink, place);
}
