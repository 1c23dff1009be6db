//! How the page of the self-check looks.

use iced::widget::space as gap;
use iced::{Alignment, Length};

use super::Message;
use super::safety::{Answer, Checked, Last, Message as SafetyMessage, Safety};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, card, field, progress, scroll, table, text,
};
use crate::i18n::I18n;
use crate::store::diet::Met;
use crate::till::checks::{Line, PARTS};

/// The most past sales that are listed at once; as they are answered, others come.
const MOST_SHOWN: usize = 50;

impl Safety {
    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let open = &self.checked.open;
        let page = Column::new()
            .spacing(space::L)
            .push(self.state(words))
            .push((!self.checked.lines.is_empty()).then(|| parts(&self.checked.lines)))
            .push((!open.is_empty()).then(|| answers(open, words)));
        scroll(page).height(Length::Fill).into()
    }

    /// When it was checked last, and the button that checks now.
    fn state<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let now = button::primary(words.text("safety-now"))
            .icon(Icon::ShieldCheck)
            .on_press_maybe(
                (self.checked.running.is_none())
                    .then_some(Message::Safety(SafetyMessage::CheckPressed)),
            );
        let head = Row::new()
            .spacing(space::L)
            .align_y(Alignment::Center)
            .push(text::lead(words.text("safety-page")))
            .push(gap::horizontal())
            .push(Element::from(now));
        let column = Column::new()
            .spacing(space::L)
            .push(head)
            .push(text::small(words.text("safety-hint")).style(style::muted))
            .push(standing(&self.checked, words));
        card(column).width(Length::Fill).into()
    }

    pub(super) fn dialog<'a>(&'a self, words: &I18n) -> Option<Dialog<'a, Message>> {
        let answer = self.answer.as_ref()?;
        let content = answer.view(&self.me, words).map(Message::Safety);
        Some(Dialog::new(content))
    }
}

fn standing<'a>(checked: &Checked, words: &I18n) -> Element<'a, Message> {
    if let Some(part) = checked.running {
        let told = [("part", u32::from(part).into())];
        let done = f32::from(part.saturating_sub(1)) / f32::from(PARTS);
        let what = words.text_with("safety-running", &told);
        return progress(what, String::new(), done, None);
    }
    match &checked.last {
        None => banner(Mood::Neutral, words.text("safety-never"), None, vec![]),
        Some(last) => {
            let (mood, what) = last_words(last, words);
            banner(mood, what, None, vec![])
        }
    }
}

fn last_words(last: &Last, words: &I18n) -> (Mood, String) {
    let parts = last.failed.iter().map(|part| format!("[{part}/{PARTS}]"));
    let parts: Vec<String> = parts.collect();
    let told = [
        ("day", last.at.day().into()),
        ("time", words.time(last.at).into()),
        ("parts", parts.join(" ").into()),
    ];
    match last.failed.is_empty() {
        true => (Mood::Ok, words.text_with("safety-last-good", &told)),
        false => (Mood::Error, words.text_with("safety-last-bad", &told)),
    }
}

/// What was found, part by part.
fn parts(lines: &[Line]) -> Element<'_, Message> {
    let rows = lines.iter().map(part);
    card(table::rows(rows)).width(Length::Fill).into()
}

fn part(line: &Line) -> Element<'_, Message> {
    let (mood, picture) = match line.holds {
        true => (Mood::Ok, Icon::CircleCheck),
        false => (Mood::Error, Icon::CircleX),
    };
    let head = format!("[{}/{PARTS}] {}", line.part, line.what);
    let said = Column::new()
        .spacing(space::XS)
        .width(Length::Fill)
        .push(text::strong(head));
    let said = line
        .found
        .iter()
        .fold(said, |said, found| said.push(text::small(found.as_str())));
    let todo = line.todo.as_deref();
    let said = said.push(todo.map(|todo| text::small(todo).style(style::muted)));
    let picture = icon(picture, size::ICON).style(move |theme| iced::widget::text::Style {
        color: Some(mood.pair(theme).ink),
    });
    Row::new()
        .spacing(space::M)
        .padding([space::M, 0.0])
        .push(picture)
        .push(said)
        .into()
}

/// Past sales for which somebody has to answer.
fn answers<'a>(open: &'a [(Met, String)], words: &I18n) -> Element<'a, Message> {
    let shown = open.iter().enumerate().take(MOST_SHOWN);
    let more = open.len().saturating_sub(MOST_SHOWN);
    let more = (more > 0).then(|| words.text_with("check-more", &[("count", more.into())]));
    let rows = shown.map(|(at, (_, says))| {
        let note = button::secondary(words.text("safety-answer"))
            .icon(Icon::NotebookPen)
            .on_press(Message::Safety(SafetyMessage::AnswerPressed(at)));
        Row::new()
            .spacing(space::L)
            .padding([space::M, 0.0])
            .align_y(Alignment::Center)
            .push(text::body(says.as_str()).width(Length::Fill))
            .push(Element::from(note))
            .into()
    });
    let column = Column::new()
        .spacing(space::M)
        .push(text::lead(words.text("safety-open")))
        .push(text::small(words.text("safety-open-hint")).style(style::muted))
        .push(table::rows(rows))
        .push(more.map(text::body));
    card(column).width(Length::Fill).into()
}

impl Answer {
    fn view<'a>(&'a self, me: &str, words: &I18n) -> Element<'a, SafetyMessage> {
        let note = field("", &self.note).on_input(SafetyMessage::NoteTyped);
        let who = words.text_with("safety-answer-hint", &[("name", me.into())]);
        let later = button::secondary(words.text("safety-cancel"))
            .tall()
            .on_press(SafetyMessage::NoteDismissed);
        let keep = button::primary(words.text("settings-save"))
            .icon(Icon::Save)
            .fill()
            .on_press_maybe(self.is_ready().then_some(SafetyMessage::NoteConfirmed));
        let buttons = Row::new()
            .spacing(space::S)
            .push(Element::from(later))
            .push(Element::from(keep));
        Column::new()
            .spacing(space::L)
            .push(text::title(words.text("safety-answer-title")))
            .push(text::body(self.says.as_str()))
            .push(field::labelled(
                words.text("safety-answer-note"),
                note,
                None,
            ))
            .push(text::small(who).style(style::muted))
            .push(buttons)
            .into()
    }
}
