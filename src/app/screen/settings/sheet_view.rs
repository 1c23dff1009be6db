//! How settings that are written line by line look: name, sentence and default at the left, what is
//! written at the right, and below it what is wrong and the ways back.

use iced::widget::container;
use iced::{Alignment, Length};

use super::sheet::{Message, Sheet, entries, is_list};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Theme, radius, size, space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, card, chip, field, scroll, segmented, text,
};
use crate::i18n::I18n;
use crate::settings::{Entry, Fault, Group, Kind};
use crate::till::setting::{self, label, value, weekday, word};

/// The width of what is written, in logical pixels.
const CONTROL_WIDTH: f32 = 270.0;

impl Sheet {
    /// A page with all settings of a group; the one that was looked for is marked and comes first.
    pub(super) fn view<'a>(
        &'a self,
        group: Group,
        title: String,
        marked: Option<&str>,
        words: &I18n,
    ) -> Element<'a, Message> {
        let mut lines: Vec<&'static Entry> = entries(group).collect();
        lines.sort_by_key(|entry| Some(entry.key) != marked);
        let hint = words.text(&format!("settings-hint-{}", code(group)));
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let head = Column::new()
            .spacing(space::S)
            .push(text::lead(title))
            .push(text::small(hint).style(style::muted));
        let lines = lines.into_iter().map(|entry| {
            let line = self.line(entry, words);
            mark(line, Some(entry.key) == marked, words)
        });
        let page = Column::with_children(lines).spacing(space::L);
        let page = Column::new()
            .spacing(space::L)
            .push(head)
            .push(refused)
            .push(page);
        let page = container(card(page).width(Length::Fill)).padding([0.0, space::S]);
        Column::new()
            .spacing(space::M)
            .push(scroll(page).height(Length::Fill))
            .push(self.buttons(group, words))
            .into()
    }

    fn buttons<'a>(&self, group: Group, words: &I18n) -> Element<'a, Message> {
        let changed = self.is_changed(group);
        let undo = button::secondary(words.text("settings-undo"))
            .tall()
            .on_press_maybe(changed.then_some(Message::UndoPressed));
        let save = button::primary(words.text("settings-save"))
            .icon(Icon::Save)
            .on_press_maybe(self.can_save(group).then_some(Message::SavePressed));
        let state = if changed {
            "settings-unsaved"
        } else {
            "settings-all-saved"
        };
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(
                text::small(words.text(state))
                    .style(style::muted)
                    .width(Length::Fill),
            )
            .push(Element::from(undo))
            .push(Element::from(save))
            .into()
    }

    fn line<'a>(&'a self, entry: &'static Entry, words: &I18n) -> Element<'a, Message> {
        let said = about(entry.key, words).push(usual(entry.key, words));
        let ways = self.ways_back(entry, words);
        let below = match is_list(entry) || entry.kind == Kind::Weekdays {
            true => Some(self.list(entry, words)),
            false => None,
        };
        let control = below
            .is_none()
            .then(|| container(self.control(entry, words)).width(CONTROL_WIDTH));
        let fault = self.fault(entry).or_else(|| self.adding_fault(entry));
        let fault = fault.map(|fault| wrong(fault, words));
        let first = Row::new()
            .spacing(space::L)
            .push(said.width(Length::Fill))
            .push(control);
        Column::new()
            .spacing(space::S)
            .push(first)
            .push(below)
            .push(fault)
            .push(ways)
            .into()
    }

    fn control<'a>(&self, entry: &'static Entry, words: &I18n) -> Element<'a, Message> {
        let written = self.text(entry);
        match entry.kind {
            Kind::Switch => {
                let choices = [
                    (words.text("setting-yes"), "true".to_owned()),
                    (words.text("setting-no"), "false".to_owned()),
                ];
                segmented(choices, &written, move |to| Message::Typed(entry, to))
            }
            Kind::Choice(all) => {
                let choices = all
                    .iter()
                    .map(|of| (value(entry.key, of, words), (*of).to_owned()));
                segmented(choices, &written, move |to| Message::Typed(entry, to))
            }
            _ => {
                let typed = field(&value(entry.key, &entry.usual(), words), &written)
                    .on_input(move |to| Message::Typed(entry, to))
                    .on_submit(Message::SavePressed);
                match self.fault(entry) {
                    Some(_) => typed.style(crate::app::theme::control::wrong_field).into(),
                    None => typed.into(),
                }
            }
        }
    }

    /// The parts of a list, and what adds one.
    fn list<'a>(&self, entry: &'static Entry, words: &I18n) -> Element<'a, Message> {
        if entry.kind == Kind::Weekdays {
            let days = self.parts(entry);
            let chips = (1..=7_i64).map(|day| {
                let text = day.to_string();
                let chosen = days.contains(&text);
                let picture = if chosen { Icon::Check } else { Icon::Minus };
                let name = words.text(&weekday(&text));
                chip::choice_with(picture, name, chosen, Message::WeekdayPressed(entry, day))
            });
            return chip::flow(chips);
        }
        let parts = self.parts(entry).into_iter().enumerate();
        let parts = parts.map(|(at, part)| {
            let part = match entry.kind {
                Kind::Amounts(_) => format!("₲ {part}"),
                _ => part,
            };
            chip::choice_with(Icon::X, part, false, Message::Removed(entry, at))
        });
        let hint = words.text(&word(entry.key, "-new"));
        let typed = field(&hint, self.new_part(entry))
            .on_input(move |to| Message::Adding(entry, to))
            .on_submit(Message::Added(entry));
        let typed = match self.adding_fault(entry) {
            Some(_) => typed.style(crate::app::theme::control::wrong_field),
            None => typed,
        };
        let add = button::secondary(words.text("setting-add"))
            .icon(Icon::Plus)
            .on_press(Message::Added(entry));
        let add = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(container(typed).width(Length::Fill))
            .push(Element::from(add));
        Column::new()
            .spacing(space::S)
            .push(chip::flow(parts))
            .push(add)
            .into()
    }

    /// To what it was, and to its default.
    fn ways_back<'a>(&self, entry: &'static Entry, words: &I18n) -> Option<Element<'a, Message>> {
        let written = self.text(entry);
        let usual = entry.usual();
        let before = self.before(entry).map(|before| {
            let told = [("value", short(&value(entry.key, &before, words)).into())];
            way(
                Icon::Undo,
                words.text_with("setting-back", &told),
                Message::BackPressed(entry, before),
            )
        });
        let to_usual = (written != usual).then(|| {
            let label = words.text("setting-to-default");
            way(Icon::RotateCcw, label, Message::BackPressed(entry, usual))
        });
        if before.is_none() && to_usual.is_none() {
            return None;
        }
        let ways = before.into_iter().chain(to_usual);
        Some(Row::with_children(ways).spacing(space::S).wrap().into())
    }
}

fn way<'a>(picture: Icon, label: String, message: Message) -> Element<'a, Message> {
    button::ghost(label).icon(picture).on_press(message).into()
}

/// A long value is told by its beginning.
fn short(value: &str) -> String {
    const MOST: usize = 28;
    match value.chars().count() > MOST {
        true => format!("{}…", value.chars().take(MOST).collect::<String>()),
        false => value.to_owned(),
    }
}

/// Name and sentence of a setting.
pub(super) fn about<'a, M: 'a>(key: &str, words: &I18n) -> Column<'a, M> {
    Column::new()
        .spacing(space::XS)
        .push(text::strong(label(key, words)))
        .push(text::small(words.text(&word(key, "-what"))).style(style::muted))
}

/// Its default, in words.
pub(super) fn usual<'a, M: 'a>(key: &str, words: &I18n) -> Option<Element<'a, M>> {
    let usual = Entry::of(key)?.usual();
    let told = [("value", value(key, &usual, words).into())];
    let said = words.text_with("setting-default", &told);
    Some(text::small(said).style(style::muted).into())
}

/// What was looked for stands out, by more than its colour.
pub(super) fn mark<'a, M: 'a>(line: Element<'a, M>, marked: bool, words: &I18n) -> Element<'a, M> {
    if !marked {
        return line;
    }
    let found = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(icon(Icon::Search, size::SMALL))
        .push(text::small(words.text("setting-found")));
    container(Column::new().spacing(space::S).push(found).push(line))
        .padding(space::M)
        .width(Length::Fill)
        .style(|theme: &Theme| container::Style {
            border: style::outline(theme.tokens().accent.fill, 2.0, radius::M),
            ..container::Style::default()
        })
        .into()
}

/// Why a setting is not taken, and that the old one stays.
pub(super) fn wrong<'a, M: 'a>(fault: Fault, words: &I18n) -> Element<'a, M> {
    Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(icon(Icon::CircleAlert, size::SMALL).style(style::danger_ink))
        .push(text::small(setting::fault(fault, words)).style(style::danger_ink))
        .into()
}

const fn code(group: Group) -> &'static str {
    match group {
        Group::Shop => "shop",
        Group::Display => "display",
        Group::Lock => "lock",
        Group::Shift => "shift",
        Group::Accounts => "accounts",
        Group::Calendar => "calendar",
        Group::Dashboard => "dashboard",
        Group::Machine => "machine",
        Group::Backup => "backup",
        Group::Printer => "printer",
    }
}
