//! The page of this computer: what the doctor found, and looking again.

use iced::widget::space as gap;
use iced::{Alignment, Length};

use super::{Action, Message};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, card, scroll_page, table, text,
};
use crate::i18n::I18n;
use crate::till::doctor::{Line, Report, State};

/// The state of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Machine {
    report: Option<Report>,
    running: bool,
}

impl Machine {
    /// The computer is looked at; what was found before stays in sight meanwhile.
    pub(super) const fn look(&mut self) -> Action {
        if self.running {
            return Action::None;
        }
        self.running = true;
        Action::Examine
    }

    pub(super) fn found(&mut self, report: Report) {
        self.report = Some(report);
        self.running = false;
    }

    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let lines = self.report.as_ref().map(|report| {
            let rows = report.lines.iter().map(line);
            Element::from(card(table::rows(rows)).width(Length::Fill))
        });
        let page = Column::new()
            .spacing(space::L)
            .push(self.head(words))
            .push(lines);
        scroll_page(page).height(Length::Fill).into()
    }

    fn head<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let again = button::secondary(words.text("machine-again"))
            .icon(Icon::RefreshCw)
            .on_press_maybe((!self.running).then_some(Message::LookAgainPressed));
        let first_day = button::secondary(words.text("first-day-title"))
            .icon(Icon::Sun)
            .on_press(Message::FirstDayPressed);
        let title = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(text::lead(words.text("machine-page")))
            .push(gap::horizontal())
            .push(Element::from(first_day))
            .push(Element::from(again));
        let version = [("version", env!("CARGO_PKG_VERSION").into())];
        let column = Column::new()
            .spacing(space::L)
            .push(title)
            .push(text::small(words.text("machine-hint")).style(style::muted))
            .push(self.standing(words))
            .push(text::small(words.text_with("machine-version", &version)).style(style::muted));
        card(column).width(Length::Fill).into()
    }

    fn standing<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let (mood, key) = match (&self.report, self.running) {
            (None, _) | (_, true) => (Mood::Neutral, "machine-running"),
            (Some(report), _) => match report.worst() {
                State::Good | State::Note => (Mood::Ok, "machine-fine"),
                State::Warning => (Mood::Warn, "machine-look"),
                State::Bad => (Mood::Error, "machine-wrong"),
            },
        };
        banner(mood, words.text(key), None, vec![])
    }
}

fn line(line: &Line) -> Element<'_, Message> {
    let (mood, picture) = match line.state {
        State::Good => (Mood::Ok, Icon::CircleCheck),
        State::Note => (Mood::Neutral, Icon::Info),
        State::Warning => (Mood::Warn, Icon::TriangleAlert),
        State::Bad => (Mood::Error, Icon::CircleX),
    };
    let todo = line.todo.as_deref();
    let said = Column::new()
        .spacing(space::XS)
        .width(Length::Fill)
        .push(text::body(line.says.as_str()))
        .push(todo.map(|todo| text::small(todo).style(style::muted)));
    let picture = icon(picture, size::ICON).style(move |theme| iced::widget::text::Style {
        color: Some(mood.pair(theme).ink),
    });
    Row::new()
        .spacing(space::M)
        .padding([space::S, 0.0])
        .push(picture)
        .push(said)
        .into()
}
