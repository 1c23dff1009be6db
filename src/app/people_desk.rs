//! The list of people without a window or a display, for measuring: opened, filtered, scrolled and drawn as
//! the window would.

use std::mem;

use iced::advanced::mouse;
use iced::{Point, Size};
use uuid::Uuid;

use super::photo::Album;
use super::screen::Context;
use super::screen::people::{Message, People};
use super::surface::{Surface, scrolled};
use crate::domain::catalogue::Catalogue;
use crate::domain::checkout::Rules;
use crate::domain::diet::Policy;
use crate::domain::people::Listed;
use crate::domain::user::User;
use crate::domain::{Moment, Money, TillId};
use crate::i18n::I18n;

/// The whole window, in logical pixels.
const ROOM: Size<u32> = Size::new(1_280, 800);

/// Somewhere over the rows.
const HAND: mouse::Cursor = mouse::Cursor::Available(Point::new(400.0, 500.0));

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

    /// The list dragged on by so many logical pixels.
    pub fn scroll(&mut self, by: f32) {
        let mut told = Vec::new();
        self.with(|screen, context, surface| {
            told = surface.happen(screen.view(context), &[scrolled(by)], HAND);
        });
        for message in told {
            self.tell(message);
        }
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
            let frame = surface.show(screen.view(context), &[], HAND);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{Canteen, SEED};
    use crate::domain::StudentId;
    use crate::domain::user::Role;
    use crate::i18n::Locale;

    fn pupil(number: i64) -> Listed {
        Listed {
            student: StudentId(number),
            name: format!("Ana {number}"),
            grade: "3.º A".to_owned(),
            document: None,
            birthday: None,
            active: true,
            erased: false,
            balance: Money::guaranies(number),
            guardian: None,
            card: None,
            low_mark: None,
            namesake: false,
            minded: None,
        }
    }

    #[test]
    fn a_list_that_is_scrolled_is_painted_in_few_places_and_once_it_stands_in_none() {
        let time = chrono::DateTime::parse_from_rfc3339("2026-11-23T11:40:00-03:00");
        let now = Moment::new(time.expect("a time"));
        let canteen = Canteen::new(SEED, now.day());
        let user = canteen.user(Role::Manager).expect("a manager").clone();
        let mut desk = PeopleDesk::new(I18n::new(Locale::EsPy), user, now);
        desk.read((1..=300).map(pupil).collect());
        desk.draw();
        desk.draw();
        for step in 0..5 {
            desk.scroll(157.0);
            let places = desk.draw();
            assert!((1..=3).contains(&places), "step {step}: {places} places");
        }
        assert_eq!(desk.draw(), 0, "nothing moved");
    }
}
