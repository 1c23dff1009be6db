//! The list of products without a window or a display, for measuring: read, searched, scrolled and drawn as
//! the window would, with what the window keeps from one frame to the next.

use iced::advanced::mouse;
use iced::{Point, Size};
use uuid::Uuid;

use super::photo::Album;
use super::screen::Context;
use super::screen::goods::{Files, Goods, Message};
use super::surface::{Surface, scrolled};
use super::widget::Element;
use crate::domain::catalogue::Catalogue;
use crate::domain::checkout::Rules;
use crate::domain::diet::Policy;
use crate::domain::user::User;
use crate::domain::{Moment, TillId};
use crate::i18n::I18n;
use crate::store::goods::Shelf;

/// The place in the usual window, inside its bars, in logical pixels.
const ROOM: Size<u32> = Size::new(1_192, 744);
/// Somewhere over the rows.
const HAND: mouse::Cursor = mouse::Cursor::Available(Point::new(600.0, 500.0));
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
    surface: Surface,
}

impl GoodsDesk {
    /// Before anything is read.
    #[must_use]
    pub fn new(words: I18n, user: User, now: Moment) -> Self {
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
            surface: Surface::new(ROOM),
        }
    }

    /// Another screen is shown: this one is given up with all that it kept.
    pub fn close(&mut self) {
        self.screen = Goods::new(String::new());
        self.surface.leave();
    }

    /// What was read arrives: sorted, and laid out for the first time.
    pub fn open(&mut self, shelf: Shelf) {
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
        let moved = [scrolled(STEP)];
        let told = self.with_view(|surface, view| surface.happen(view, &moved, HAND));
        for message in told {
            self.tell(message);
        }
    }

    fn tell(&mut self, message: Message) {
        let _asked_of_the_till = self.screen.update(message, self.now.day());
    }

    /// Makes the new view and lays it out.
    pub fn lay_out(&mut self) {
        self.with_view(|surface, view| surface.lay_out(view));
    }

    /// Makes the new view, lays it out and paints what is another than before; returns in how many places.
    pub fn draw(&mut self) -> usize {
        self.with_view(|surface, view| {
            let frame = surface.show(view, &[], HAND);
            frame.places
        })
    }

    fn with_view<T>(&mut self, work: impl FnOnce(&mut Surface, Element<'_, Message>) -> T) -> T {
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
        work(&mut self.surface, self.screen.view(&context))
    }
}
