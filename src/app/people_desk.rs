//! The list of people without a window or a display, for measuring: opened, filtered, scrolled and drawn as
//! the window would.

use std::mem;

use iced::Size;
use iced::advanced::mouse;
use uuid::Uuid;

use super::photo::Album;
use super::screen::Context;
use super::screen::people::{Message, People};
use super::surface::Surface;
use crate::domain::catalogue::Catalogue;
use crate::domain::checkout::Rules;
use crate::domain::diet::Policy;
use crate::domain::people::Listed;
use crate::domain::user::User;
use crate::domain::{Moment, Money, TillId};
use crate::i18n::I18n;

/// The whole window, in logical pixels.
const ROOM: Size<u32> = Size::new(1_280, 800);

/// The list with its place on a picture.
pub struct PeopleDesk {
    words: I18n,
    user: User,
    now: Moment,
    rules: Rules,
    screen: People,
    surface: Surface,
}

impl PeopleDesk {
    /// Before anybody was read.
    #[must_use]
    pub fn new(words: I18n, user: User, now: Moment) -> Self {
        Self {
            screen: People::reading(Money::guaranies(10_000), String::new()),
            rules: Rules {
                policy: Policy::standard(),
                day: now.day(),
            },
            words,
            user,
            now,
            surface: Surface::new(ROOM),
        }
    }

    /// The list as it was read.
    pub fn read(&mut self, people: Vec<Listed>) {
        self.screen.people_are(people);
    }

    /// One letter more or less in the search.
    pub fn search(&mut self, query: &str) {
        self.tell(Message::QueryTyped(query.to_owned()));
    }

    /// The list dragged to there, in logical pixels.
    pub fn scroll(&mut self, to: f32) {
        self.tell(Message::Scrolled(to));
    }

    fn tell(&mut self, message: Message) {
        self.with(|screen, context, _| {
            let _nothing = screen.update(message, context);
        });
    }

    /// Makes the view, lays it out and paints what is another than before; returns in how many places.
    pub fn draw(&mut self) -> usize {
        let mut places = 0;
        self.with(|screen, context, surface| {
            let frame = surface.show(screen.view(context), &[], mouse::Cursor::Unavailable);
            places = frame.places;
        });
        places
    }

    fn with(&mut self, work: impl FnOnce(&mut People, &Context<'_>, &mut Surface)) {
        let catalogue = Catalogue::default();
        let photos = Album::default();
        let mut screen = mem::replace(
            &mut self.screen,
            People::reading(Money::ZERO, String::new()),
        );
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
        work(&mut screen, &context, &mut self.surface);
        self.screen = screen;
    }
}
