//! A checkout without a window or a display, for measuring: told things, laid out and drawn as the
//! window would, with what the window keeps from one frame to the next.

use std::mem;

use iced::advanced::renderer::{Headless, Style};
use iced::advanced::{clipboard, mouse};
use iced::theme::Base;
use iced::{Event, Pixels, Size, window};
use iced_runtime::user_interface::{Cache, UserInterface};
use uuid::Uuid;

use super::font;
use super::photo::Album;
use super::screen::{Context, checkout};
use super::theme::{Theme, size};
use super::widget::Mood;
use crate::domain::catalogue::Catalogue;
use crate::domain::checkout::Rules;
use crate::domain::code::Code;
use crate::domain::diet::Policy;
use crate::domain::tender::Tender;
use crate::domain::user::User;
use crate::domain::{CartId, Moment, TillId};
use crate::i18n::I18n;

/// The checkout's place in the usual window, inside its bars.
const ROOM: Size = Size::new(1192.0, 744.0);

/// Who sells what, and how it is called.
pub struct Trade {
    /// What can be sold.
    pub catalogue: Catalogue,
    /// The ways to pay.
    pub tenders: Vec<Tender>,
    /// Who sells.
    pub user: User,
    /// The words of the screen.
    pub words: I18n,
    /// When.
    pub now: Moment,
}

/// The checkout with its place on a picture.
pub struct Desk {
    trade: Trade,
    rules: Rules,
    photos: Album,
    screen: checkout::Screen,
    renderer: iced::Renderer,
    kept: Cache,
}

impl Desk {
    /// With an empty cart.
    ///
    /// # Panics
    /// Never: the software renderer refuses only the names of other renderers.
    #[must_use]
    pub fn new(trade: Trade) -> Self {
        font::load();
        let renderer = <iced::Renderer as Headless>::new(font::REGULAR, Pixels(size::BODY), None);
        let renderer = iced::futures::executor::block_on(renderer)
            .expect("the software renderer is always there");
        let rules = Rules {
            policy: Policy::standard(),
            day: trade.now.day(),
        };
        Self {
            trade,
            rules,
            photos: Album::default(),
            screen: new_screen(),
            renderer,
            kept: Cache::default(),
        }
    }

    /// The next customer.
    pub fn clear(&mut self) {
        self.screen = new_screen();
    }

    /// How many lines the cart has.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.screen.cart().lines().len()
    }

    /// What can be sold.
    #[must_use]
    pub const fn catalogue(&self) -> &Catalogue {
        &self.trade.catalogue
    }

    /// A code was scanned.
    pub fn scan(&mut self, code: Code) {
        self.tell(checkout::Message::Scanned(code));
    }

    /// The search field was typed into, and now says this.
    pub fn search(&mut self, query: &str) {
        self.tell(checkout::Message::SearchChanged(query.to_owned()));
    }

    fn tell(&mut self, message: checkout::Message) {
        let context = context(&self.trade, &self.rules, &self.photos);
        let _asked_of_the_till = self.screen.update(message, &context);
    }

    /// Makes the new view and lays it out.
    pub fn lay_out(&mut self) {
        let context = context(&self.trade, &self.rules, &self.photos);
        let view = self.screen.view(&context);
        let kept = mem::take(&mut self.kept);
        let interface = UserInterface::build(view, ROOM, kept, &mut self.renderer);
        self.kept = interface.into_cache();
    }

    /// Makes the new view, lays it out and draws all of it; a window draws only what changed.
    /// Returns how many bytes the picture has.
    pub fn draw(&mut self) -> usize {
        let context = context(&self.trade, &self.rules, &self.photos);
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

const fn new_screen() -> checkout::Screen {
    checkout::Screen::new(CartId(Uuid::nil()))
}

fn context<'a>(trade: &'a Trade, rules: &'a Rules, photos: &'a Album) -> Context<'a> {
    Context {
        words: &trade.words,
        catalogue: &trade.catalogue,
        rules,
        tenders: &trade.tenders,
        user: &trade.user,
        now: trade.now,
        printer: Some((Mood::Ok, "")),
        photos,
        favourites: &[],
        till: TillId(1),
        ids: &Uuid::now_v7,
    }
}
