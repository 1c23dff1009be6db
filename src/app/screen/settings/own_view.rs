//! How the page of what the canteen adds looks.

use iced::widget::{container, space as gap, text_editor};
use iced::{Alignment, Length};

use super::own::{Message, OwnPage};
use crate::app::font;
use crate::app::icon::Icon;
use crate::app::theme::{Theme, size, space, style, target};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, card, chip, field, scroll, text,
};
use crate::i18n::I18n;

/// The height of the editor, in logical pixels.
const EDITOR_HEIGHT: f32 = 220.0;

impl OwnPage {
    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let page = Column::new()
            .spacing(space::L)
            .push(card(self.names(words)).width(Length::Fill))
            .push(card(self.words(words)).width(Length::Fill));
        Column::new()
            .spacing(space::M)
            .push(scroll(page).height(Length::Fill))
            .push(self.buttons(words))
            .into()
    }

    fn names<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let allergens = self.names.allergens.iter().map(|own| own.name.as_str());
        let diets = self.names.diets.iter().map(|own| own.name.as_str());
        let allergens = adder(
            words.text("own-allergens"),
            allergens,
            &self.allergen,
            (Message::AllergenTyped, Message::AllergenAdded),
            words,
        );
        let diets = adder(
            words.text("own-diets"),
            diets,
            &self.diet,
            (Message::DietTyped, Message::DietAdded),
            words,
        );
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let both = Row::new()
            .spacing(space::L)
            .push(container(allergens).width(Length::FillPortion(1)))
            .push(container(diets).width(Length::FillPortion(1)));
        Column::new()
            .spacing(space::M)
            .push(text::lead(words.text("own-names")))
            .push(text::small(words.text("own-names-hint")).style(style::muted))
            .push(both)
            .push(refused)
            .into()
    }

    fn words<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let editor = text_editor(&self.words)
            .id(field::OWN_WORDS)
            .placeholder(words.text("own-words-example"))
            .font(font::MONO)
            .size(size::SMALL)
            .height(EDITOR_HEIGHT)
            .padding(space::M);
        let editor: Element<'a, Message> = if self.asked {
            editor.into()
        } else {
            editor.on_action(Message::Edited).into()
        };
        let told = self.told.as_ref().map(|told| match told {
            Ok(done) => banner(Mood::Ok, done.as_str(), None, vec![]),
            Err(why) => banner(Mood::Error, why.as_str(), None, vec![]),
        });
        let ready = !self.path.trim().is_empty() && !self.asked;
        let path = field(&words.text("own-words-path"), &self.path).on_input(Message::PathTyped);
        let load = button::secondary(words.text("policy-load"))
            .icon(Icon::FileUp)
            .on_press_maybe(ready.then_some(Message::LoadPressed));
        let file = Row::new()
            .spacing(space::S)
            .push(path)
            .push(Element::from(load));
        Column::new()
            .spacing(space::M)
            .push(text::lead(words.text("own-words")))
            .push(text::small(words.text("own-words-hint")).style(style::muted))
            .push(told)
            .push(editor)
            .push(file)
            .into()
    }

    fn buttons<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let can = self.is_changed() && !self.asked;
        let state = if self.is_changed() {
            "settings-unsaved"
        } else {
            "settings-all-saved"
        };
        let undo = button::secondary(words.text("settings-undo"))
            .tall()
            .on_press_maybe(can.then_some(Message::UndoPressed));
        let save = button::primary(words.text("own-words-save"))
            .icon(Icon::Save)
            .on_press_maybe(can.then_some(Message::SavePressed));
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(text::small(words.text(state)).style(style::muted))
            .push(gap::horizontal())
            .push(Element::from(undo))
            .push(Element::from(save))
            .into()
    }
}

/// What there is, and a field to add one more.
fn adder<'a>(
    title: String,
    names: impl Iterator<Item = &'a str>,
    typed: &str,
    (on_typed, on_added): (fn(String) -> Message, Message),
    words: &I18n,
) -> Element<'a, Message> {
    let chips: Vec<Element<'a, Message>> = names
        .map(|name| chip::status(Mood::Neutral, Icon::Tag, name))
        .collect();
    let chips = if chips.is_empty() {
        let none = text::small(words.text("own-none"));
        none.style(style::muted as fn(&Theme) -> _).into()
    } else {
        chip::flow(chips)
    };
    let name = field(&words.text("own-name"), typed).on_input(on_typed);
    let add = button::icon_only(Icon::Plus)
        .width(target::MEDIUM)
        .height(target::MEDIUM)
        .on_press_maybe((!typed.trim().is_empty()).then_some(on_added));
    let row = Row::new().spacing(space::S).push(name).push(add);
    Column::new()
        .spacing(space::S)
        .push(text::strong(title))
        .push(chips)
        .push(row)
        .into()
}
