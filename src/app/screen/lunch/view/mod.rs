//! How lunch looks: four parts below their tabs.

mod answer;
mod approval;
mod counter;
mod menu;
mod month;
mod plans;

use iced::widget::{container, responsive};
use iced::{Length, Size};

use super::{Lunch, Message, Tab};
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{Column, Element, chip, modal, press, segmented};
use crate::domain::lunch::Weekdays;
use crate::i18n::I18n;
use crate::printing::lunch::weekday_words as weekday;

/// Narrower than this, what is beside each other takes less room.
const NARROW: f32 = 1000.0;
/// Narrower than this, a picture stands for what can be said by one.
const TIGHT: f32 = 800.0;
/// Lower than this, what can be left out is.
const LOW: f32 = 600.0;

impl Lunch {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let context = *context;
        responsive(move |room| {
            let dialog = match self.tab {
                Tab::Counter => {
                    let dialog = self.counter.dialog(&context);
                    dialog.map(|dialog| dialog.map(said))
                }
                Tab::Menu => None,
                Tab::Plans => {
                    let dialog = self.plans.dialog_view(&context);
                    dialog.map(|dialog| dialog.map(Message::Plans))
                }
                Tab::Month => {
                    let dialog = self.month.dialog(&context);
                    dialog.map(|dialog| dialog.map(said))
                }
            };
            modal(self.page(room, &context), dialog)
        })
        .into()
    }

    fn page<'a>(&'a self, room: Size, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let tabs = [
            (words.text("lunch-tab-counter"), Tab::Counter),
            (words.text("lunch-tab-menu"), Tab::Menu),
            (words.text("lunch-tab-plans"), Tab::Plans),
            (words.text("lunch-tab-month"), Tab::Month),
        ];
        let tabs = segmented(tabs, &self.tab, Message::TabChosen);
        let part = match self.tab {
            Tab::Counter => self.counter.view(room, context).map(Message::Counter),
            Tab::Menu => self.menu.view(room, context).map(Message::Menu),
            Tab::Plans => self.plans.view(room, context).map(Message::Plans),
            Tab::Month => self.month.view(room, context).map(Message::Month),
        };
        let column = Column::new()
            .spacing(space::M)
            .padding(space::L)
            .push(tabs)
            .push(container(part).height(Length::Fill));
        container(column)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas)
            .into()
    }
}

/// What a dialog with a PIN says: its keys are told to the screen.
#[derive(Debug, Clone)]
enum Said<M> {
    Told(M),
    Key(crate::app::widget::keypad::Key),
}

trait Part {
    fn message(self) -> Message;
}

impl Part for super::CounterMessage {
    fn message(self) -> Message {
        Message::Counter(self)
    }
}

impl Part for super::MonthMessage {
    fn message(self) -> Message {
        Message::Month(self)
    }
}

fn said<M: Part>(said: Said<M>) -> Message {
    match said {
        Said::Told(message) => message.message(),
        Said::Key(key) => Message::KeyPressed(key),
    }
}

/// A chip a weekday, to choose some.
fn weekday_chips<'a, M: Clone + 'a>(
    chosen: Weekdays,
    words: &I18n,
    on_press: impl Fn(chrono::Weekday) -> M,
) -> Element<'a, M> {
    let chips = Weekdays::WEEK
        .map(|day| chip::choice(weekday(day, words), chosen.contains(day), on_press(day)));
    chip::flow(chips)
}

/// A row to press, quiet until it is.
fn pressed_row<'a, M: Clone + 'a>(
    content: impl Into<Element<'a, M>>,
    chosen: bool,
    on_press: M,
) -> Element<'a, M> {
    press(content)
        .on_press(on_press)
        .width(Length::Fill)
        .padding(space::S)
        .style(move |theme, status| style::row(theme, chosen, status))
        .into()
}
