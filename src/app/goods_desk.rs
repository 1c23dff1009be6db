//! The list of products without a window or a display, for measuring: read, searched, scrolled and drawn as
//! the window would, with what the window keeps from one frame to the next.

use std::mem;

use iced::advanced::renderer::{Headless, Style};
use iced::advanced::{clipboard, mouse};
use iced::theme::Base;
use iced::{Event, Pixels, Size, window};
use iced_runtime::user_interface::{Cache, UserInterface};
use uuid::Uuid;

use super::font;
use super::photo::Album;
use super::screen::Context;
use super::screen::goods::{Files, Goods, Message};
use super::theme::{Theme, size};
use crate::domain::catalogue::Catalogue;
use crate::domain::checkout::Rules;
use crate::domain::diet::Policy;
use crate::domain::user::User;
use crate::domain::{Moment, TillId};
use crate::i18n::I18n;
use crate::store::goods::Shelf;

/// The place in the usual window, inside its bars.
const ROOM: Size = Size::new(1192.0, 744.0);
/// So far is the list scrolled with each step, in logical pixels: a quick finger.
const STEP: f32 = 340.0;

/// The list with its place on a picture.
pub struct GoodsDesk {
    words: I18n,
    user: User,
    now: Moment,
    rules: Rules,
    catalogue: Catalogue,
    photos: Album,
    screen: Goods,
    scrolled: f32,
    renderer: iced::Renderer,
    kept: Cache,
}

impl GoodsDesk {
    /// Before anything is read.
    ///
    /// # Panics
    /// Never: the software renderer refuses only the names of other renderers.
    #[must_use]
    pub fn new(words: I18n, user: User, now: Moment) -> Self {
        font::load();
        let renderer = <iced::Renderer as Headless>::new(font::REGULAR, Pixels(size::BODY), None);
        let renderer = iced::futures::executor::block_on(renderer)
            .expect("the software renderer is always there");
        Self {
            rules: Rules {
                policy: Policy::standard(),
                day: now.day(),
            },
            words,
            user,
            now,
            catalogue: Catalogue::default(),
            photos: Album::default(),
            screen: Goods::new(String::new()),
            scrolled: 0.0,
            renderer,
            kept: Cache::default(),
        }
    }

    /// What was read arrives: sorted, indexed, and laid out for the first time.
    pub fn open(&mut self, shelf: Shelf) {
        self.screen = Goods::new(String::new());
        self.kept = Cache::default();
        self.screen.files_are(Files::new(shelf));
        self.lay_out();
    }

    /// The index is there too; until then what is typed is looked for name by name.
    pub fn index(&mut self) {
        let files = self.screen.files().clone();
        self.screen.indexed(files.indexed());
    }

    /// The search was typed into; how many it shows.
    pub fn search(&mut self, query: &str) -> usize {
        self.tell(Message::QueryTyped(query.to_owned()));
        self.screen.shown()
    }

    /// A finger moved the list on.
    pub fn scroll(&mut self) {
        self.scrolled += STEP;
        self.tell(Message::Scrolled(self.scrolled, ROOM.height - 180.0));
    }

    fn tell(&mut self, message: Message) {
        let _asked_of_the_till = self.screen.update(message, self.now.day());
    }

    /// Makes the new view and lays it out.
    pub fn lay_out(&mut self) {
        let _bytes = self.frame(false);
    }

    /// Makes the new view, lays it out and draws all of it; returns how many bytes the picture has.
    pub fn draw(&mut self) -> usize {
        self.frame(true)
    }

    fn frame(&mut self, drawn: bool) -> usize {
        let context = Context {
            words: &self.words,
            catalogue: &self.catalogue,
            rules: &self.rules,
            tenders: &[],
            user: &self.user,
            now: self.now,
            printer: None,
            photos: &self.photos,
            favourites: &[],
            till: TillId(1),
            ids: &Uuid::now_v7,
        };
        let view = self.screen.view(&context);
        let kept = mem::take(&mut self.kept);
        let mut interface = UserInterface::build(view, ROOM, kept, &mut self.renderer);
        let redraw = Event::Window(window::Event::RedrawRequested(iced::time::Instant::now()));
        let nowhere = mouse::Cursor::Unavailable;
        let _state = interface.update(
            &[redraw],
            nowhere,
            &mut self.renderer,
            &mut clipboard::Null,
            &mut Vec::new(),
        );
        if !drawn {
            self.kept = interface.into_cache();
            return 0;
        }
        let base = Theme::Light.base();
        let style = Style {
            text_color: base.text_color,
        };
        interface.draw(&mut self.renderer, &Theme::Light, &style, nowhere);
        self.kept = interface.into_cache();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the sides are constants, whole and positive"
        )]
        let pixels = Size::new(ROOM.width as u32, ROOM.height as u32);
        self.renderer
            .screenshot(pixels, 1.0, base.background_color)
            .len()
    }
}
