//! Below the matrix: why the cell in hand is as it is, and the keys that say otherwise.

use iced::{Alignment, Length};

use super::{Room, cell};
use crate::app::icon::Icon;
use crate::app::screen::declare::{Declare, Message, Note};
use crate::app::theme::{space, style};
use crate::app::widget::{Column, Element, Mood, Row, button, card, chip, clamp, text};
use crate::app::words::because;
use crate::domain::diet::{Allergen, Because, Declaration, Declared};
use crate::i18n::I18n;
use crate::store::diet::Filed;

/// The states in the order of their keys.
pub(super) const STATES: [Declared; 4] = [
    Declared::Contains,
    Declared::MayContain,
    Declared::Free,
    Declared::Unknown,
];

impl Declare {
    pub(super) fn foot<'a>(&'a self, room: Room, words: &I18n) -> Option<Element<'a, Message>> {
        let (of, allergen) = self.cell()?;
        let column = Column::new()
            .spacing(space::S)
            .push(self.why(of, allergen, words))
            .push(self.keys(room, words));
        Some(card(column).padding([space::S, space::M]).into())
    }

    fn why<'a>(&'a self, of: &'a Filed, allergen: Allergen, words: &I18n) -> Element<'a, Message> {
        let pending = self.pending.state(of.product, allergen);
        let knowledge = of.known.of(allergen);
        let state = pending.unwrap_or(knowledge.state);
        let because = match pending {
            Some(_) => words.text("declare-writing"),
            None => reasons(of, allergen, words),
        };
        let title = format!("{} · {}", of.text.name, words.allergen(allergen));
        let asks = pending.is_none() && knowledge.asks_for_a_look();
        let look = asks.then(|| {
            let label = words.text("declare-look");
            chip::status(Mood::Warn, Icon::Eye, label)
        });
        let note = self.note.as_ref().map(|note| note_chip(note, words));
        let first = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(clamp(title, 1).strong())
            .push(cell::state_chip(state, words))
            .push(look);
        let because = text::small(because).style(style::muted).width(Length::Fill);
        let second = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(because)
            .push(note);
        Column::new()
            .spacing(space::XS)
            .push(first)
            .push(second)
            .into()
    }

    fn keys<'a>(&'a self, room: Room, words: &I18n) -> Element<'a, Message> {
        let states = STATES.map(|state| cell::state_button(state, room, words));
        let key = cell::letter(Declared::Free, words);
        let rest = words.text_with("declare-rest", &[("key", key.into())]);
        let width = match (room.is_tight(), room.is_narrow()) {
            (true, _) => 128.0,
            (false, true) => 150.0,
            (false, false) => 220.0,
        };
        let rest = button::secondary(rest)
            .icon(Icon::Check)
            .short()
            .width(width)
            .on_press(Message::RestPressed);
        Row::with_children(states)
            .spacing(space::S)
            .push(Element::from(rest))
            .push(self.source_button(room, words))
            .into()
    }

    /// Where what is declared is read: the same for all until it is changed.
    pub(super) fn source_button<'a>(&self, room: Room, words: &I18n) -> Element<'a, Message> {
        let source = words.text(&format!("declare-source-{}", self.source.code()));
        let (label, width) = if room.is_narrow() {
            (source, if room.is_tight() { 112.0 } else { 130.0 })
        } else {
            let told = [("source", source.into())];
            (words.text_with("declare-source", &told), 210.0)
        };
        button::secondary(label)
            .icon(Icon::BookOpen)
            .short()
            .width(width)
            .on_press(Message::SourcePressed)
            .into()
    }
}

fn note_chip<'a>(note: &Note, words: &I18n) -> Element<'a, Message> {
    let (mood, what) = match note {
        Note::Rest(count, left) => {
            let key = if *left {
                "declare-rest-left"
            } else {
                "declare-rest-done"
            };
            let mood = if *left { Mood::Warn } else { Mood::Ok };
            (mood, words.text_with(key, &[("count", (*count).into())]))
        }
        Note::Part(name) => {
            let told = [("part", name.into())];
            (Mood::Warn, words.text_with("declare-part-decides", &told))
        }
        Note::Accepted(count) => {
            let told = [("count", (*count).into())];
            (Mood::Ok, words.text_with("declare-accepted", &told))
        }
    };
    chip::status(mood, mood.icon(), what)
}

/// Why it is known, by whom, or that nobody knows.
pub(super) fn reasons(of: &Filed, allergen: Allergen, words: &I18n) -> String {
    let knowledge = of.known.of(allergen);
    let why = because(&knowledge.because, words);
    let why = why.unwrap_or_else(|| words.text("declare-nobody"));
    match said(&knowledge.because) {
        Some(said) => format!("{why} · {}", said_by(said, words)),
        None => why,
    }
}

fn said_by(said: &Declaration, words: &I18n) -> String {
    match &said.by {
        Some(who) => words.text_with("declare-said-by", &[("who", who.into())]),
        None => words.text("declare-said-list"),
    }
}

/// What somebody said that it rests on.
fn said(because: &Because) -> Option<&Declaration> {
    match because {
        Because::Said(said) | Because::ChangedSince(said) => Some(said),
        Because::Reads(_, said) => said.as_ref(),
        Because::Part(_, of) => self::said(of),
        Because::Nobody | Because::Usually(_) => None,
    }
}
