//! The language of whoever works at the till: theirs from unlocking on, else that of the house.

use iced::Task;
use iced::keyboard::key::Named;

use super::failed::flat;
use super::{Failed, Message, Program};
use crate::app::icon::Icon;
use crate::app::theme::{space, style};
use crate::app::widget::{Column, Dialog, Element, button, text};
use crate::domain::{Locale, UserId};

/// What happened.
#[derive(Debug, Clone)]
pub(in crate::app) enum Told {
    /// The language of whoever signed in was read.
    Read(UserId, Result<Option<Locale>, Failed>),
    /// The name in the head was pressed.
    Asked,
    /// A language was chosen; `None` for that of the house.
    Chosen(Option<Locale>),
    /// It was kept, or not.
    Kept(Result<(), Failed>),
    /// The dialog was left.
    Left,
}

/// What whoever works here reads.
#[derive(Debug, Default)]
pub(super) struct Language {
    /// `None` for that of the house.
    pub(super) own: Option<Locale>,
    /// Whether it is being chosen.
    pub(super) is_open: bool,
}

impl Program {
    pub(super) fn language(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::Read(user, Ok(locale)) => {
                // Somebody else may have come in between.
                if self.user().is_some_and(|now| now.id == user) {
                    self.speak(locale);
                }
                Task::none()
            }
            Told::Read(_, Err(why)) | Told::Kept(Err(why)) => self.fail(&why),
            Told::Asked => {
                self.language.is_open = true;
                Task::none()
            }
            Told::Chosen(locale) => self.choose_language(locale),
            Told::Kept(Ok(())) => Task::none(),
            Told::Left => {
                self.language.is_open = false;
                Task::none()
            }
        }
    }

    /// Reads what whoever signed in speaks.
    pub(super) fn read_language(&self) -> Task<Message> {
        let Some(user) = self.user().map(|user| user.id) else {
            return Task::none();
        };
        let reply = self.till.language_of(user);
        let read = async { flat(reply.await) };
        Task::perform(read, move |read| Message::Language(Told::Read(user, read)))
    }

    /// Nobody works here: the house's again.
    pub(super) fn speak_as_house(&mut self) {
        self.language = Language::default();
        self.speak(None);
    }

    fn speak(&mut self, locale: Option<Locale>) {
        self.language.own = locale;
        let spoken = locale.unwrap_or(self.till.config().locale);
        if self.words.locale() != spoken {
            self.dress();
        }
    }

    fn choose_language(&mut self, locale: Option<Locale>) -> Task<Message> {
        self.language.is_open = false;
        let Some(user) = self.user().map(|user| user.id) else {
            return Task::none();
        };
        self.speak(locale);
        let reply = self.till.set_language(user, locale);
        let kept = async { flat(reply.await) };
        Task::perform(kept, |kept| Message::Language(Told::Kept(kept)))
    }

    /// Keys while the language is chosen; `None` leaves them to others.
    pub(super) fn named_to_language(&mut self, key: Named) -> Option<Task<Message>> {
        let closes = self.language.is_open && key == Named::Escape;
        closes.then(|| self.language(Told::Left))
    }

    /// The dialog in which it is chosen, if it is.
    pub(super) fn language_dialog<'a>(&self) -> Option<Dialog<'a, Message>> {
        if !self.language.is_open {
            return None;
        }
        let user = self.user()?;
        let told = |told| Message::Language(told);
        let house = self.till.config().locale.own_name();
        let house = self
            .words
            .text_with("language-house", &[("name", house.into())]);
        let choice = |label: String, locale: Option<Locale>| -> Element<'a, Message> {
            let here = self.language.own == locale;
            let button = match here {
                true => button::soft(label).icon(Icon::Check),
                false => button::secondary(label),
            };
            button
                .start()
                .fill()
                .on_press(told(Told::Chosen(locale)))
                .into()
        };
        let title = [("name", user.name.as_str().into())];
        let locales = Locale::OFFERED
            .into_iter()
            .map(|locale| choice(locale.own_name().to_owned(), Some(locale)));
        let hint = text::small(self.words.text("language-hint")).style(style::muted);
        let column = Column::new()
            .spacing(space::S)
            .push(text::title(self.words.text_with("language-title", &title)))
            .push(hint)
            .push(choice(house, None))
            .extend(locales);
        let foot = button::ghost(self.words.text("language-leave"))
            .fill()
            .on_press(told(Told::Left));
        Some(
            Dialog::new(column)
                .width_max(480.0)
                .foot(Element::from(foot))
                .on_outside(told(Told::Left)),
        )
    }
}
