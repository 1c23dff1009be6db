//! What opens over the screen: a state, a source, a category, and the question before «free».

use iced::widget::space as gap;
use iced::{Alignment, Length};

use super::{Room, cell, foot};
use crate::app::icon::Icon;
use crate::app::screen::declare::{Declare, Dialog as Open, Message};
use crate::app::theme::{space, style};
use crate::app::widget::{Column, Dialog, Element, Mood, Row, banner, button, chip, text};
use crate::domain::ProductId;
use crate::domain::detect::Evidence;
use crate::domain::diet::{Allergen, Declared, Source};
use crate::i18n::I18n;

impl Declare {
    pub(super) fn dialog<'a>(
        &'a self,
        open: &'a Open,
        room: Room,
        words: &I18n,
    ) -> Option<Dialog<'a, Message>> {
        let dialog = match open {
            Open::Chooser => self.chooser(room, words)?,
            Open::Categories => self.categories(room, words)?,
            Open::Sources => self.sources(words),
            Open::Unsaved => return Some(unsaved(words)),
            Open::Confirm {
                product,
                allergen,
                state,
                words: evidence,
            } => {
                let question = (*product, *allergen, *state);
                return self.confirmation(question, evidence, words);
            }
        };
        Some(dialog.on_outside(Message::DialogClosed))
    }

    fn chooser<'a>(&'a self, room: Room, words: &I18n) -> Option<Dialog<'a, Message>> {
        let (of, allergen) = self.cell()?;
        let name = words.allergen(allergen);
        let state = self.pending.state(of.product, allergen);
        let state = state.unwrap_or(of.known.state(allergen));
        let states = foot::STATES.map(|state| cell::state_button(state, room, words));
        let [contains, may, free, unknown] = states;
        let why = foot::reasons(of, allergen, words);
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(format!("{} · {name}", of.text.name)))
            .push(cell::state_chip(state, words))
            .push(text::body(why).style(style::muted))
            .push(pair(contains, may))
            .push(pair(free, unknown));
        Some(Dialog::new(column).width_max(520.0))
    }

    fn categories<'a>(&'a self, room: Room, words: &I18n) -> Option<Dialog<'a, Message>> {
        let desk = self.desk.as_ref()?;
        let chosen = self.matrix.category.as_ref();
        let all = chip::choice(
            words.text("declare-category-all"),
            chosen.is_none(),
            Message::CategoryChosen(None),
        );
        let each = desk.categories().iter().map(|name| {
            let message = Message::CategoryChosen(Some(name.clone()));
            chip::choice(name.as_str(), chosen == Some(name), message)
        });
        let chips = Row::with_children([all]).extend(each).spacing(space::S);
        let column = Column::new()
            .spacing(space::M)
            .push(room.is_tiny().then(|| self.filter_choice(room, words)))
            .push(text::title(words.text("declare-category-title")))
            .push(chips.wrap().vertical_spacing(space::S));
        Some(Dialog::new(column))
    }

    fn sources<'a>(&self, words: &I18n) -> Dialog<'a, Message> {
        let choices = Source::ALL.map(|source| {
            let label = words.text(&format!("declare-source-{}", source.code()));
            let button = if source == self.source {
                button::primary(label).icon(Icon::Check)
            } else {
                button::secondary(label).tall()
            };
            let button = button.fill().on_press(Message::SourceChosen(source));
            Element::from(button)
        });
        let column = Column::new()
            .spacing(space::S)
            .push(text::title(words.text("declare-source-title")))
            .push(text::body(words.text("declare-source-what")).style(style::muted))
            .push(gap().height(space::XS))
            .extend(choices);
        Dialog::new(column).width_max(460.0)
    }

    /// The label's words, and whether it is declared all the same.
    fn confirmation<'a>(
        &'a self,
        (product, allergen, state): (ProductId, Allergen, Declared),
        evidence: &'a Evidence,
        words: &I18n,
    ) -> Option<Dialog<'a, Message>> {
        let of = self.desk.as_ref()?.product(product)?;
        let place = words.text(&format!("place-{}", evidence.place.code()));
        let told = [("quote", (&evidence.text).into()), ("place", place.into())];
        let reads = words.text_with("because-reads", &told);
        let wanted = cell::sentence(state, allergen, words);
        let told = [
            ("product", (&of.text.name).into()),
            ("wanted", wanted.clone().into()),
            (
                "who",
                words
                    .text(&format!("declare-source-{}", self.source.code()))
                    .into(),
            ),
        ];
        let title = words.text_with("declare-confirm-title", &told);
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(title))
            .push(banner(
                Mood::Error,
                words.text_with(
                    "declare-confirm-reads",
                    &[("product", (&of.text.name).into())],
                ),
                Some(reads.into()),
                vec![],
            ))
            .push(text::body(words.text_with("declare-confirm-what", &told)));
        let back = button::secondary(words.text("declare-confirm-back"))
            .tall()
            .on_press(Message::DialogClosed);
        let sure = button::danger(words.text_with("declare-confirm-sure", &told))
            .fill()
            .on_press(Message::ConfirmPressed);
        let answers = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .width(Length::Fill)
            .push(Element::from(back))
            .push(Element::from(sure));
        Some(Dialog::new(column).foot(answers))
    }
}

/// What was typed is not saved: on with it, or away with it.
fn unsaved<'a>(words: &I18n) -> Dialog<'a, Message> {
    let column = Column::new()
        .spacing(space::M)
        .push(text::title(words.text("declare-unsaved")))
        .push(text::body(words.text("declare-unsaved-todo")));
    let on = button::primary(words.text("declare-unsaved-on"))
        .fill()
        .on_press(Message::DialogClosed);
    let away = button::secondary(words.text("declare-unsaved-away"))
        .tall()
        .on_press(Message::DiscardPressed);
    let answers = Row::new()
        .spacing(space::S)
        .push(Element::from(away))
        .push(Element::from(on));
    Dialog::new(column).foot(answers).width_max(520.0)
}

fn pair<'a>(one: Element<'a, Message>, other: Element<'a, Message>) -> Element<'a, Message> {
    Row::new().spacing(space::S).push(one).push(other).into()
}
