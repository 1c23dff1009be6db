//! How lunch looks: four parts below their tabs.

mod answer;
mod approval;
mod counter;
mod menu;
mod month;
mod plans;

use iced::widget::{container, responsive};
use iced::{Alignment, Length, Size};

use super::{Lunch, Message, Tab};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{Column, Element, Row, button, chip, modal, press, segmented, text};
use crate::domain::lunch::Weekdays;
use crate::i18n::I18n;
use crate::printing::lunch::weekday_words as weekday;

/// Narrower than this, what is beside each other takes less room.
const NARROW: f32 = 1000.0;
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
            Tab::Month => self.month.view(context).map(Message::Month),
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

/// To the page before and after, and which it is; nothing where there is one page.
fn pages<'a, M: Clone + 'a>(
    page: usize,
    shown: usize,
    all: usize,
    words: &I18n,
    on_turn: impl Fn(usize) -> M,
) -> Option<Element<'a, M>> {
    let last = all.saturating_sub(1) / shown;
    let from = page * shown + 1;
    let told = [
        ("from", from.into()),
        ("to", all.min(from + shown - 1).into()),
        ("all", all.into()),
    ];
    let which = text::small(words.text_with("pupils-page", &told)).style(style::muted);
    let back = (page > 0).then(|| on_turn(page - 1));
    let on = (page < last).then(|| on_turn(page + 1));
    let row = Row::new()
        .align_y(Alignment::Center)
        .push(button::icon_only(Icon::ChevronLeft).on_press_maybe(back))
        .push(container(which).center_x(Length::Fill))
        .push(button::icon_only(Icon::ChevronRight).on_press_maybe(on));
    (last > 0).then(|| row.into())
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
        .style(move |theme, status| row_look(*theme, chosen, status))
        .into()
}

fn row_look(
    theme: crate::app::theme::Theme,
    chosen: bool,
    status: crate::app::widget::Status,
) -> container::Style {
    use crate::app::theme::radius;
    let tokens = theme.tokens();
    match (chosen, status) {
        (true, _) => style::filled(tokens.accent_soft, radius::M),
        (false, crate::app::widget::Status::Pressed) => style::filled(tokens.sunken, radius::M),
        (false, _) => container::Style::default(),
    }
}
