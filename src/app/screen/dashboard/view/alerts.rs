//! How alerts look: a banner above the page, and each in the dialog with what it was found by.

use iced::widget::{container, rule};
use iced::{Alignment, Length};

use super::parts::quiet;
use crate::app::icon::Icon;
use crate::app::screen::dashboard::alerts::{Alerts, Note};
use crate::app::screen::dashboard::message::Message;
use crate::app::screen::dashboard::say;
use crate::app::theme::space;
use crate::app::widget::{Column, Dialog, Element, Mood, Row, banner, button, chip, field, text};
use crate::domain::metrics::{Alert, Level};
use crate::i18n::I18n;
use crate::report;

/// The first that nobody took note of, and how many more there are.
pub(super) fn banners<'a>(alerts: &'a [Alert], words: &'a I18n) -> Option<Element<'a, Message>> {
    if alerts.is_empty() {
        return None;
    }
    let open = alerts.iter().filter(|alert| alert.acknowledged.is_none());
    let (first, more) = (open.clone().next(), open.count().saturating_sub(1));
    let see = button::ghost(words.text("dash-see")).on_press(Message::AlertsPressed);
    let see: Vec<Element<'a, Message>> = vec![see.into()];
    let Some(first) = first else {
        let said = [("count", alerts.len().into())];
        let said = words.text_with("dash-alerts-noted", &said);
        return Some(banner(Mood::Neutral, said, None, see));
    };
    let more = (more > 0).then(|| {
        let values = [("count", more.into())];
        words.text_with("dash-alerts-more", &values).into()
    });
    Some(banner(
        mood(first),
        report::words::alert(words, first),
        more,
        see,
    ))
}

const fn mood(alert: &Alert) -> Mood {
    match (alert.level, &alert.acknowledged) {
        (_, Some(_)) => Mood::Neutral,
        (Level::Grave, None) => Mood::Error,
        (Level::Warning, None) => Mood::Warn,
    }
}

impl Alerts {
    pub(super) fn dialog<'a>(&'a self, words: &'a I18n) -> Dialog<'a, Message> {
        let alerts = self.alerts.iter().enumerate();
        let alerts = alerts.map(|(index, alert)| self.alert(index, alert, words));
        let column = Column::new()
            .spacing(space::L)
            .push(text::title(words.text("dash-alerts")))
            .push(
                Column::with_children(alerts)
                    .spacing(space::M)
                    .width(Length::Fill),
            );
        let close = button::secondary(words.text("dash-close"))
            .tall()
            .fill()
            .on_press(Message::Back);
        Dialog::new(column)
            .foot(Element::from(close))
            .width_max(720.0)
    }

    fn alert<'a>(
        &'a self,
        index: usize,
        alert: &'a Alert,
        words: &'a I18n,
    ) -> Element<'a, Message> {
        let days = alert.days.iter().map(|day| say::day_month(*day));
        let days = days.collect::<Vec<_>>().join(", ");
        let days = (!days.is_empty())
            .then(|| quiet(words.text_with("dash-usual-from", &[("days", days.into())])));
        let rule_key = format!("dash-rule-{}", alert.finding.rule().code());
        let said = Column::new()
            .spacing(space::XS)
            .width(Length::Fill)
            .push(text::strong(report::words::alert(words, alert)))
            .push(quiet(words.text(&rule_key)))
            .push(days);
        let noting = self.note.as_ref().filter(|note| note.index == index);
        let acknowledge = button::soft(words.text("dash-acknowledge"))
            .icon(Icon::Check)
            .on_press(Message::AlertChosen(index));
        let acknowledge =
            (alert.acknowledged.is_none() && noting.is_none()).then(|| Element::from(acknowledge));
        let mood = mood(alert);
        let row = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(chip::mark(mood, mood.icon()))
            .push(said)
            .push(acknowledge);
        let noted = alert.acknowledged.as_ref().map(|noted| {
            let values = [("who", (&noted.by).into()), ("note", (&noted.note).into())];
            container(text::small(words.text_with("dash-acknowledged", &values)))
                .padding(iced::Padding::ZERO.left(52.0))
        });
        Column::new()
            .spacing(space::S)
            .push(row)
            .push(noted)
            .push(noting.map(|note| note.view(words)))
            .push(rule::horizontal(1))
            .into()
    }
}

impl Note {
    fn view<'a>(&'a self, words: &'a I18n) -> Element<'a, Message> {
        let note = field(&words.text("dash-note"), &self.text)
            .on_input_maybe((!self.asked).then_some(Message::NoteChanged));
        let keep = button::soft(words.text("dash-note-keep"))
            .icon(Icon::Check)
            .on_press_maybe(self.is_ready().then_some(Message::NoteConfirmed));
        let refused = self
            .refused
            .as_deref()
            .map(|why| banner(Mood::Error, why, None, vec![]));
        let row = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(note)
            .push(Element::from(keep));
        Column::new()
            .spacing(space::S)
            .push(row)
            .push(refused)
            .into()
    }
}
