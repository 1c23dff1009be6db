//! How the page of the policy looks.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::policy::{Locked, Message, PolicyPage};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Theme, radius, size, space, style, target};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, card, field, press, scroll, table, text,
};
use crate::domain::diet::{Change, Declared, Policy, Response, Severity};
use crate::i18n::I18n;
use crate::store::diet::Rulebook;

/// The width of what a row is about, in logical pixels.
const STATE_WIDTH: f32 = 120.0;
/// The width of a choice, in logical pixels.
const CHOICE_WIDTH: f32 = 180.0;
/// The states as they stand below each other: the worst first.
const STATES: [Declared; 4] = [
    Declared::Contains,
    Declared::MayContain,
    Declared::Unknown,
    Declared::Free,
];

impl PolicyPage {
    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let told = self.told.as_ref().map(|told| match told {
            Ok(done) => banner(Mood::Ok, done.as_str(), None, vec![]),
            Err(why) => banner(Mood::Error, why.as_str(), None, vec![]),
        });
        let parts = Column::new()
            .spacing(space::M)
            .push(text::lead(words.text("settings-policy")))
            .push(text::small(words.text("policy-hint")).style(style::muted))
            .push(self.table(words))
            .push(gap().height(space::S))
            .push(self.file_row(words))
            .push(self.past(words));
        let page = scroll(card(parts).width(Length::Fill));
        Column::new()
            .spacing(space::M)
            .push(page.height(Length::Fill))
            .push(told)
            .push(self.preview(words))
            .push(self.buttons(words))
            .into()
    }

    fn table<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let head = Severity::ALL.map(|severity| {
            let name = words.text(&format!("severity-{}", severity.code()));
            container(text::small(name).style(style::muted))
                .center_x(Length::FillPortion(1))
                .into()
        });
        let corner = gap().width(STATE_WIDTH);
        let head = Row::new().spacing(space::S).push(corner).extend(head);
        let rows = STATES.map(|state| {
            let cells = Severity::ALL.map(|severity| self.cell((state, severity), words));
            let name = text::strong(state_word(state, words));
            Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(container(name).width(STATE_WIDTH))
                .extend(cells)
                .into()
        });
        Column::new()
            .spacing(space::S)
            .push(head)
            .extend(rows)
            .into()
    }

    fn cell<'a>(&self, of: (Declared, Severity), words: &I18n) -> Element<'a, Message> {
        let (state, severity) = of;
        let response = self.draft.response(state, severity);
        let is_locked = Policy::floor(state, severity) == Response::Refuse;
        let changed = response != self.saved.response(state, severity);
        let sign = match (is_locked, changed) {
            (true, _) => Some(Icon::Lock),
            (false, true) => Some(Icon::Pencil),
            (false, false) => None,
        };
        let word = crate::app::widget::fit::strong(response_word(response, words));
        let content = Column::new()
            .align_x(Alignment::Center)
            .push(sign.map(|sign| icon(sign, size::SMALL)))
            .push(word);
        let chosen = self.cell == Some(of);
        press(container(content).center(Length::Fill))
            .on_press(Message::CellPressed(state, severity))
            .width(Length::FillPortion(1))
            .height(target::MEDIUM)
            .padding([0.0, space::XS])
            .style(move |theme, _| cell_look(theme, response, chosen))
            .into()
    }

    /// What the chosen cell could do, and why some of it cannot be had.
    pub(super) fn dialog<'a>(&self, words: &I18n) -> Option<Dialog<'a, Message>> {
        let of = self.cell?;
        let (state, severity) = of;
        let choices = Response::ALL.map(|response| self.choice(of, response, words));
        let title = text::title(cell_word(state, severity, words));
        let column = Column::new()
            .spacing(space::S)
            .push(title)
            .push(text::body(words.text("policy-cell-what")).style(style::muted))
            .extend(choices);
        let leave = button::secondary(words.text("pupils-cancel"))
            .fill()
            .on_press(Message::CellLeft);
        let dialog = Dialog::new(column).foot(Element::from(leave));
        Some(dialog.on_outside(Message::CellLeft))
    }

    fn choice<'a>(
        &self,
        of: (Declared, Severity),
        response: Response,
        words: &I18n,
    ) -> Element<'a, Message> {
        let locked = self.locked(of, response);
        let is_now = response == self.draft.response(of.0, of.1);
        let word = response_word(response, words);
        let choice = if is_now {
            button::soft(word).icon(Icon::Check)
        } else if locked.is_some() {
            button::secondary(word).icon(Icon::Lock)
        } else {
            button::secondary(word)
        };
        let free = locked
            .is_none()
            .then_some(Message::ResponseChosen(response));
        let why = locked.map(|locked| match locked {
            Locked::Milder => words.text("policy-locked-milder"),
            Locked::Floor(floor) => {
                let floor = words.text(&format!("policy-does-{}", floor.code()));
                words.text_with("policy-locked-floor", &[("least", floor.into())])
            }
        });
        let does = words.text(&format!("policy-does-{}", response.code()));
        let said = text::small(why.unwrap_or(does)).style(style::muted);
        Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(Element::from(
                choice.width(CHOICE_WIDTH).start().on_press_maybe(free),
            ))
            .push(container(said).width(Length::Fill))
            .into()
    }

    fn preview<'a>(&self, words: &I18n) -> Option<Element<'a, Message>> {
        let changes = self.saved.changes(&self.draft);
        if changes.is_empty() {
            return None;
        }
        let milder = changes.iter().any(|change| change.is < change.was);
        let key = if milder {
            "policy-preview-milder"
        } else {
            "policy-preview"
        };
        let mood = if milder { Mood::Warn } else { Mood::Neutral };
        let what = sentence(&changes, words);
        Some(banner(mood, words.text(key), Some(what.into()), vec![]))
    }

    fn file_row<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let ready = !self.path.trim().is_empty() && !self.asked;
        let path = field(&words.text("policy-path"), &self.path).on_input(Message::PathTyped);
        let load = button::secondary(words.text("policy-load"))
            .icon(Icon::FileUp)
            .on_press_maybe(ready.then_some(Message::LoadPressed));
        let export = button::secondary(words.text("policy-export"))
            .icon(Icon::FileDown)
            .on_press_maybe(ready.then_some(Message::ExportPressed));
        let row = Row::new()
            .spacing(space::S)
            .push(path)
            .push(Element::from(load))
            .push(Element::from(export));
        Column::new()
            .spacing(space::S)
            .push(text::strong(words.text("policy-file")))
            .push(row)
            .into()
    }

    fn past<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let standard = Policy::standard();
        let before = std::iter::once(&standard).chain(self.history.iter().map(|of| &of.policy));
        let mut rows: Vec<Element<'a, Message>> = self
            .history
            .iter()
            .zip(before)
            .map(|(rulebook, before)| self.ruled(rulebook, before, words))
            .collect();
        rows.reverse();
        let first = text::small(words.text("policy-standard")).style(style::muted);
        rows.push(container(first).padding([space::S, 0.0]).into());
        Column::new()
            .push(text::strong(words.text("policy-history")))
            .push(table::rows(rows))
            .into()
    }

    fn ruled<'a>(
        &self,
        rulebook: &'a Rulebook,
        before: &Policy,
        words: &I18n,
    ) -> Element<'a, Message> {
        let when = self.now.plus_millis(rulebook.at - self.now.at.0);
        let who = rulebook.by.as_deref().unwrap_or_default();
        let head = format!("{} · {who}", words.date_time(when));
        let changes = before.changes(&rulebook.policy);
        let what = if changes.is_empty() {
            words.text("policy-no-change")
        } else {
            sentence(&changes, words)
        };
        Column::new()
            .padding([space::S, 0.0])
            .push(text::small(head).style(style::muted))
            .push(text::body(what))
            .into()
    }

    fn buttons<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let can = self.is_changed() && !self.asked;
        let undo = button::secondary(words.text("settings-undo"))
            .tall()
            .on_press_maybe(can.then_some(Message::UndoPressed));
        let save = button::primary(words.text("policy-save"))
            .icon(Icon::ShieldCheck)
            .on_press_maybe(can.then_some(Message::SavePressed));
        Row::new()
            .spacing(space::S)
            .push(gap::horizontal())
            .push(Element::from(undo))
            .push(Element::from(save))
            .into()
    }
}

/// «Contiene × leve: pide confirmar → no se vende».
fn sentence(changes: &[Change], words: &I18n) -> String {
    let each = changes.iter().map(|change| {
        words.text_with(
            "policy-change",
            &[
                (
                    "cell",
                    cell_word(change.state, change.severity, words).into(),
                ),
                ("was", response_word(change.was, words).into()),
                ("is", response_word(change.is, words).into()),
            ],
        )
    });
    each.collect::<Vec<_>>().join("; ")
}

fn cell_word(state: Declared, severity: Severity, words: &I18n) -> String {
    let severity = words.text(&format!("severity-{}", severity.code()));
    format!("{} × {severity}", state_word(state, words))
}

fn state_word(state: Declared, words: &I18n) -> String {
    let code = state.code().replace('_', "-");
    words.text(&format!("policy-state-{code}"))
}

fn response_word(response: Response, words: &I18n) -> String {
    words.text(&format!("policy-response-{}", response.code()))
}

fn cell_look(theme: &Theme, response: Response, chosen: bool) -> container::Style {
    let tokens = theme.tokens();
    let tone = match response {
        Response::Allow => tokens.ok_soft,
        Response::Confirm => tokens.caution_tint,
        Response::Approve => tokens.caution_soft,
        Response::Refuse => tokens.danger_soft,
    };
    let (line, width) = if chosen {
        (tokens.accent_ink, 3.0)
    } else {
        (tokens.line, 1.0)
    };
    container::Style {
        border: style::outline(line, width, radius::S),
        ..style::toned(tone, radius::S)
    }
}
