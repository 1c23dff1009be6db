//! The help over whatever is shown. What is below it stays as it was: a cart, a dialog, what was typed and
//! where the keyboard was.

use iced::keyboard::key::Named;
use iced::widget::{Stack, container, operation};
use iced::{Alignment, Length, Padding, Task};

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen};
use crate::app::icon::Icon;
use crate::app::screen::help::{self, Action, Help};
use crate::app::theme::space;
use crate::app::widget::{Element, Mood, button, covered};
use crate::i18n::help::Page;

/// How far a page of the help scrolls, in logical pixels.
const PAGE: f32 = 400.0;
/// The same for a line.
const LINE: f32 = 60.0;

/// What happened.
#[derive(Debug, Clone)]
pub(in crate::app) enum Told {
    /// The question mark was pressed.
    Asked,
    /// In the help.
    Screen(help::Message),
    /// A page is in the printer's queue, or not.
    Queued(Result<(), Failed>),
}

impl Program {
    pub(super) fn helping(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::Asked => self.ask_help(),
            Told::Screen(message) => self.in_help(message),
            Told::Queued(Ok(())) => {
                let (mood, key) = match self.till.printer().status().state.works() {
                    true => (Mood::Ok, "guide-queued"),
                    false => (Mood::Warn, "guide-waits"),
                };
                let what = self.words.text(key);
                self.say(mood, what)
            }
            Told::Queued(Err(why)) => self.fail(&why),
        }
    }

    /// The page of what is shown.
    fn ask_help(&mut self) -> Task<Message> {
        let prints = self.user().is_some();
        let help = Help::at(self.help_topic(), prints, self.theme, &self.words);
        self.help = Some(Box::new(help));
        Task::none()
    }

    fn in_help(&mut self, message: help::Message) -> Task<Message> {
        let Some(open) = &mut self.help else {
            return Task::none();
        };
        match open.update(message) {
            Action::None => Task::none(),
            Action::ToTop => {
                let top = operation::AbsoluteOffset { x: 0.0, y: 0.0 };
                operation::scroll_to(help::PAGE, top)
            }
            Action::Print(page) => self.print_help(&page),
            Action::Leave => {
                self.leave_guide();
                Task::none()
            }
        }
    }

    fn print_help(&self, page: &Page) -> Task<Message> {
        let paper = crate::printing::help::document(page, &self.words, self.till.paper());
        let reply = self.till.print_page(page.title.clone(), paper, self.now.at);
        let queued = async { flat(reply.await).map(drop) };
        Task::perform(queued, |queued| Message::Help(Told::Queued(queued)))
    }

    pub(super) fn leave_guide(&mut self) {
        self.help = None;
    }

    /// A key with a name: F1 anywhere; all of them while the help is open.
    pub(super) fn named_to_help(&mut self, key: Named) -> Option<Task<Message>> {
        if key == Named::F1 {
            return Some(match self.help.is_some() {
                true => self.in_help(help::Message::Left),
                false => self.ask_help(),
            });
        }
        self.help.as_ref()?;
        let by = |y| operation::scroll_by(help::PAGE, operation::AbsoluteOffset { x: 0.0, y });
        match key {
            Named::Escape => Some(self.in_help(help::Message::Left)),
            Named::F2 => Some(operation::focus(help::SEARCH)),
            Named::PageDown => Some(by(PAGE)),
            Named::PageUp => Some(by(-PAGE)),
            Named::ArrowDown => Some(by(LINE)),
            Named::ArrowUp => Some(by(-LINE)),
            _ => None,
        }
    }

    /// Enter by hand while the help is open.
    pub(super) fn entered_in_help(&mut self) -> Option<Task<Message>> {
        self.help.as_ref()?;
        Some(self.in_help(help::Message::Entered))
    }

    /// The page about what is shown.
    fn help_topic(&self) -> &'static str {
        let work = match &self.screen {
            Screen::Opening | Screen::Setup(_) => return "first-day",
            Screen::Login(_) => return "login",
            Screen::Work(work) => work,
        };
        if self.printing.is_open() || self.printing.helps() {
            return "printer";
        }
        if self.cash.asks() {
            return match self.cash.is_counting() {
                true => "closing",
                false => "cash",
            };
        }
        match (work.place, &work.settings) {
            (Place::Checkout, _) if self.checkout.has_alert() => "allergic-pupil",
            (Place::Settings, Some(settings)) => settings.help_topic(),
            (place, _) => topic_of(place),
        }
    }

    /// `base`, the question mark at its corner, and the help over it while that is open.
    pub(super) fn with_help<'a>(&'a self, base: Element<'a, Message>) -> Element<'a, Message> {
        let base = covered(base, self.help.is_some());
        let layers = Stack::new()
            .push(base)
            .width(Length::Fill)
            .height(Length::Fill);
        match &self.help {
            None => layers
                .push(self.practise_button())
                .push(question_mark())
                .into(),
            Some(open) => {
                let open = open.view(&self.words);
                let open = open.map(|message| Message::Help(Told::Screen(message)));
                layers.push(open).into()
            }
        }
    }
}

/// The page about a place.
pub(super) const fn topic_of(place: Place) -> &'static str {
    match place {
        Place::Checkout => "sale",
        Place::Lunch => "lunch",
        Place::Dashboard => "dashboard",
        Place::Sales => "sales",
        Place::Accounts => "accounts",
        Place::Declare => "declare",
        Place::Pupils => "pupils",
        Place::People => "people",
        Place::Products => "products",
        Place::Stock => "stock",
        Place::FirstDay => "first-day",
        Place::Cash => "cash",
        Place::Settings => "settings",
        Place::Paper => "paper",
        Place::Lock => "login",
    }
}

/// At the same corner on every screen, over its dialogs too. The keyboard has F1 for it.
fn question_mark<'a>() -> Element<'a, Message> {
    let mark = button::icon_only(Icon::CircleQuestionMark)
        .on_press(Message::Help(Told::Asked))
        .unfocusable();
    container(mark)
        .width(Length::Fill)
        .align_x(Alignment::End)
        .padding(Padding::new(space::XS).right(space::L))
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::help;

    #[test]
    fn every_place_has_a_page() {
        let places = [
            Place::Checkout,
            Place::Lunch,
            Place::Dashboard,
            Place::Sales,
            Place::Accounts,
            Place::Declare,
            Place::Pupils,
            Place::Cash,
            Place::Settings,
            Place::Paper,
            Place::Lock,
        ];
        for place in places {
            assert!(help::topic(topic_of(place)).is_some(), "{place:?}");
        }
        for settled in ["printer", "backups", "users", "allergic-pupil", "settings"] {
            assert!(help::topic(settled).is_some());
        }
        for other in ["first-day", "login", "closing"] {
            assert!(help::topic(other).is_some());
        }
    }
}
