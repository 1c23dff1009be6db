//! The menus: the days of a week, what one of them offers, and what can be put on it.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length, Size};

use super::super::menu::{MenuTab, Message};
use super::answer::dish_chips;
use super::{NARROW, TIGHT, pressed_row};
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{Theme, radius, size, space, style, target};
use crate::app::widget::{
    self, Column, Element, Row, button, card, empty, field, press, scroll, strip, text,
};
use crate::domain::user::Right;
use crate::domain::{BusinessDay, ProductId};
use crate::i18n::I18n;
use crate::printing::lunch::day_words;
use crate::store::lunch::DishFile;
use crate::till::lunch::MENU;

/// The most names that are written out below a dish.
const NAMES_MAX: usize = 12;

impl MenuTab {
    pub(super) fn view<'a>(&'a self, room: Size, context: &Context<'a>) -> Element<'a, Message> {
        let share = if room.width < NARROW { 2 } else { 3 };
        let day = container(self.of_day(room, context)).width(Length::FillPortion(share + 1));
        let offered = context
            .user
            .may(MENU)
            .then(|| container(self.offer(context)).width(Length::FillPortion(2)));
        Row::new().spacing(space::L).push(day).push(offered).into()
    }

    fn of_day<'a>(&'a self, room: Size, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let dishes: Element<'a, Message> = match self.draft.as_deref() {
            None => empty(Icon::Hourglass, words.text("lunch-reading"), "", None),
            Some([]) => {
                let todo = match context.user.may(MENU) {
                    true => words.text("lunch-menu-none-todo"),
                    false => words.text("lunch-menu-none-ask"),
                };
                let copy = self.copy_button(words);
                empty(Icon::Utensils, words.text("lunch-menu-none"), todo, copy)
            }
            Some(dishes) => {
                let rows = dishes.iter().map(|dish| self.dish(*dish, context));
                let rows = Column::with_children(rows).spacing(space::S);
                scroll(container(rows).padding(iced::Padding::ZERO.right(space::M)))
                    .height(Length::Fill)
                    .into()
            }
        };
        let column = Column::new()
            .spacing(space::M)
            .push(self.week(room.width < TIGHT, words))
            .push(text::title(day_words(self.day, words)))
            .push(container(dishes).height(Length::Fill))
            .push(context.user.may(MENU).then(|| self.buttons(words)));
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn week<'a>(&'a self, tight: bool, words: &I18n) -> Element<'a, Message> {
        let monday = self.day.monday();
        let days = (0..7).filter_map(|n| monday.0.checked_add_days(chrono::Days::new(n)));
        let width = match tight {
            true => Length::Fixed(target::MIN),
            false => Length::Fill,
        };
        let days = days.map(|day| self.day_button(BusinessDay(day), width, words));
        let days = Row::with_children(days).spacing(space::XS);
        let days: Element<'a, Message> = match tight {
            true => strip(days).width(Length::Fill).into(),
            false => days.into(),
        };
        let other = |picture, day: BusinessDay| {
            button::icon_only(picture).on_press(Message::DayChosen(day))
        };
        let next = monday.0.checked_add_days(chrono::Days::new(7));
        Row::new()
            .spacing(space::XS)
            .align_y(Alignment::Center)
            .push(other(Icon::ChevronLeft, monday.days_before(7)))
            .push(days)
            .push(next.map(|day| other(Icon::ChevronRight, BusinessDay(day))))
            .into()
    }

    fn day_button<'a>(
        &'a self,
        day: BusinessDay,
        width: Length,
        words: &I18n,
    ) -> Element<'a, Message> {
        use chrono::Datelike;
        let chosen = day == self.day;
        let count = self.on_file(day).len();
        let sign = if count > 0 {
            Icon::Utensils
        } else {
            Icon::Minus
        };
        let face = Column::new()
            .align_x(Alignment::Center)
            .push(widget::fit::caption(super::weekday(day.0.weekday(), words)))
            .push(text::strong(day.0.day().to_string()))
            .push(icon(sign, size::CAPTION));
        press(container(face).center_x(Length::Fill))
            .on_press(Message::DayChosen(day))
            .width(width)
            .height(target::MAIN)
            .padding(space::XS)
            .style(move |theme: &Theme, _| {
                let tokens = theme.tokens();
                let pair = if chosen { tokens.accent } else { tokens.sunken };
                style::filled(pair, radius::M)
            })
            .into()
    }

    fn dish<'a>(&'a self, product: ProductId, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let on_file = self.on_file(self.day).contains(&product);
        let file = self.file.as_ref().filter(|_| on_file);
        let file = file.and_then(|day| day.dishes.iter().find(|dish| dish.product == product));
        let chips = file
            .map(|dish| dish_chips(dish.refused.len(), dish.asked.len(), dish.unknown, context));
        let not_saved = file
            .is_none()
            .then(|| text::small(words.text("lunch-dish-not-saved")).style(style::muted));
        let said = Column::new()
            .spacing(space::XS)
            .width(Length::Fill)
            .push(text::lead(self.name(product)))
            .push(file.and_then(|dish| declared(dish, words)))
            .push(chips)
            .push(file.and_then(|dish| names(dish, context)))
            .push(not_saved);
        let remove = context
            .user
            .may(MENU)
            .then(|| button::icon_only(Icon::X).on_press(Message::Toggled(product)));
        let row = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(said)
            .push(remove);
        widget::well(row)
            .padding(space::M)
            .width(Length::Fill)
            .into()
    }

    fn copy_button<'a>(&'a self, words: &I18n) -> Option<Element<'a, Message>> {
        let before = self.week_before().filter(|dishes| !dishes.is_empty());
        before.map(|_| {
            button::secondary(words.text("lunch-menu-copy"))
                .icon(Icon::Copy)
                .on_press(Message::CopyPressed)
                .into()
        })
    }

    fn buttons<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let changed = self.is_changed() && !self.saving;
        let revert = button::secondary(words.text("lunch-revert"))
            .tall()
            .on_press_maybe(changed.then_some(Message::RevertPressed));
        let save = button::primary(words.text("lunch-menu-save"))
            .icon(Icon::Save)
            .fill()
            .on_press_maybe(changed.then_some(Message::SavePressed));
        Row::new()
            .spacing(space::S)
            .push(Element::from(revert))
            .push(Element::from(save))
            .into()
    }

    fn offer<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let search =
            field(&words.text("lunch-menu-search"), &self.query).on_input(Message::QueryTyped);
        let offered = self.offered();
        let list: Element<'a, Message> = if offered.is_empty() {
            let todo = words.text("lunch-menu-not-found-todo");
            empty(
                Icon::PackageSearch,
                words.text("lunch-menu-not-found"),
                todo,
                None,
            )
        } else {
            let rows = offered.into_iter().map(|of| {
                let said = Column::new()
                    .width(Length::Fill)
                    .push(text::body(of.name.as_str()))
                    .push(text::caption(of.category.as_str()).style(style::muted));
                let row = Row::new()
                    .spacing(space::S)
                    .align_y(Alignment::Center)
                    .push(said)
                    .push(icon(Icon::Plus, size::ICON));
                pressed_row(row, false, Message::Toggled(of.product))
            });
            let rows = Column::with_children(rows);
            scroll(container(rows).padding(iced::Padding::ZERO.right(space::M)))
                .height(Length::Fill)
                .into()
        };
        let column = Column::new()
            .spacing(space::M)
            .push(text::strong(words.text("lunch-menu-add")))
            .push(search)
            .push(container(list).height(Length::Fill))
            .push(gap().height(0.0));
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }
}

/// «Contiene gluten, huevo · puede contener soja».
fn declared<'a>(dish: &DishFile, words: &I18n) -> Option<Element<'a, Message>> {
    let list = |of: &[crate::domain::diet::Allergen]| {
        let names: Vec<String> = of
            .iter()
            .map(|allergen| words.allergen(*allergen))
            .collect();
        names.join(", ")
    };
    let part = |key, of: &[crate::domain::diet::Allergen]| {
        (!of.is_empty()).then(|| words.text_with(key, &[("what", list(of).into())]))
    };
    let parts = [
        part("lunch-dish-contains", &dish.contains),
        part("lunch-dish-may-contain", &dish.may_contain),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| text::small(parts.join(" · ")).style(style::muted).into())
}

/// Whom it cannot be given to: names are health data, for those who may see it.
fn names<'a>(dish: &DishFile, context: &Context<'_>) -> Option<Element<'a, Message>> {
    if !context.user.may(Right::Health) {
        return None;
    }
    let words = context.words;
    let all = dish.refused.len() + dish.asked.len();
    let mut names: Vec<&str> = dish
        .refused
        .iter()
        .chain(&dish.asked)
        .map(String::as_str)
        .collect();
    names.truncate(NAMES_MAX);
    let told = [
        ("names", names.join(", ").into()),
        ("more", all.saturating_sub(NAMES_MAX).into()),
    ];
    (all > 0).then(|| text::small(words.text_with("lunch-dish-names", &told)).into())
}
