//! The dialog that changes many: what, to what, and what each becomes.

use iced::widget::container;
use iced::{Alignment, Length};

use super::super::mass::{Fault, Field, Mass, Message as MassMessage, Value, What};
use super::super::{Files, Message};
use super::list::price;
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, chip, clamp, field, long, segmented, text,
};
use crate::domain::BadDay;
use crate::domain::catalogue::Unit;
use crate::domain::tax::Rate;
use crate::i18n::I18n;

/// The height of a row of the preview, in logical pixels.
const ROW: f32 = 40.0;
/// So high is the preview, in logical pixels.
const PREVIEW: f32 = 200.0;

impl Mass {
    pub(super) fn dialog<'a>(
        &'a self,
        files: &'a Files,
        context: &Context<'a>,
    ) -> Dialog<'a, Message> {
        let words = context.words;
        let told = [("count", self.chosen.len().into())];
        let choices = What::ALL.map(|what| {
            let key = match what {
                What::Percent => "goods-mass-percent",
                What::Price => "goods-mass-price",
                What::Category => "goods-mass-category",
                What::Rate => "goods-mass-rate",
                What::Active => "goods-mass-active",
                What::Favourite => "goods-mass-favourite",
            };
            chip::choice(
                words.text(key),
                self.what == what,
                of(MassMessage::WhatChosen(what)),
            )
        });
        let refused = self.refused.as_deref();
        let plan = self.plan(files, context.now.day());
        let changes = plan.as_ref().map_or(0, |plan| {
            plan.iter().filter(|(_, edit)| edit.is_some()).count()
        });
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(words.text_with("goods-mass-title", &told)))
            .push(chip::flow(choices))
            .push(self.value(files, plan.as_ref().err().copied(), words))
            .push(self.preview(plan.ok(), context))
            .push(refused.map(|why| banner(Mood::Error, why, None, vec![])));
        let cancel = button::secondary(words.text("goods-cancel"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::DialogClosed));
        let ready = changes > 0 && !self.asked;
        let save =
            button::primary(words.text_with("goods-mass-save", &[("count", changes.into())]))
                .icon(Icon::Save)
                .fill()
                .on_press_maybe(ready.then_some(of(MassMessage::Confirmed)));
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(cancel))
            .push(Element::from(save));
        Dialog::new(column).width_max(820.0).foot(foot)
    }

    fn value<'a>(
        &'a self,
        files: &'a Files,
        fault: Option<Fault>,
        words: &I18n,
    ) -> Element<'a, Message> {
        let typed = |of_field: Field, key: &str, hint: &str, value: &str, wrong: Option<Fault>| {
            let hint = words.text(hint);
            let input =
                field(&hint, value).on_input(move |text| of(MassMessage::Typed(of_field, text)));
            let touched = !value.trim().is_empty() || self.tried;
            let wrong = wrong
                .filter(|_| touched)
                .map(|wrong| said(wrong, words).into());
            container(field::labelled(words.text(key), input, wrong)).width(Length::FillPortion(1))
        };
        let of_value = fault.filter(|of| !matches!(of, Fault::Day(_) | Fault::Past));
        let of_day = fault.filter(|of| matches!(of, Fault::Day(_) | Fault::Past));
        match self.what {
            What::Percent | What::Price => {
                let (key, hint) = match self.what {
                    What::Percent => ("goods-mass-percent-field", "goods-mass-percent-hint"),
                    _ => ("goods-price", "goods-price-hint"),
                };
                Row::new()
                    .spacing(space::M)
                    .push(typed(Field::Value, key, hint, &self.value, of_value))
                    .push(typed(
                        Field::Since,
                        "goods-since",
                        "goods-since-hint",
                        &self.since,
                        of_day,
                    ))
                    .into()
            }
            What::Category => {
                let names = files.categories().iter().take(24).map(|category| {
                    let chosen = self.value.trim() == category.name;
                    let name = category.name.clone();
                    let chosen_it = of(MassMessage::Typed(Field::Value, name));
                    chip::choice(category.name.as_str(), chosen, chosen_it)
                });
                Column::new()
                    .spacing(space::S)
                    .push(typed(
                        Field::Value,
                        "goods-category",
                        "goods-category-hint",
                        &self.value,
                        of_value,
                    ))
                    .push(chip::flow(names))
                    .into()
            }
            What::Rate => {
                let rates = Rate::ALL.map(|rate| (rate_words(rate, words), rate));
                segmented(rates, &self.rate, |rate| of(MassMessage::RateChosen(rate)))
            }
            What::Active | What::Favourite => {
                let (yes, no) = match self.what {
                    What::Active => ("goods-mass-on", "goods-mass-off"),
                    _ => ("goods-mass-star", "goods-mass-no-star"),
                };
                let choices = [(words.text(yes), true), (words.text(no), false)];
                segmented(choices, &self.yes, |yes| of(MassMessage::YesChosen(yes)))
            }
        }
    }

    /// Every product with what it is and what it becomes.
    #[allow(clippy::type_complexity)]
    fn preview<'a>(
        &'a self,
        plan: Option<
            Vec<(
                super::super::mass::Line,
                Option<(crate::domain::ProductId, crate::domain::goods::MassEdit)>,
            )>,
        >,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let Some(plan) = plan else {
            return container(text::small(words.text("goods-mass-todo")).style(style::muted))
                .center_x(Length::Fill)
                .center_y(PREVIEW)
                .style(style::sunken)
                .into();
        };
        let rows = (plan.len(), ROW);
        let scrolled = |to, height| of(MassMessage::Scrolled(to, height));
        let list = long("goods-mass", rows, self.offset.0, scrolled, move |at| {
            let (line, edit) = &plan[at];
            let before = text::small(shown(&line.before, words)).style(style::muted);
            let after: Element<'a, Message> = match &line.after {
                Some(_) if edit.is_none() => text::small(words.text("goods-mass-same"))
                    .style(style::muted)
                    .into(),
                Some(after) => text::strong(shown(after, words)).into(),
                None => text::small(words.text("goods-mass-cannot"))
                    .style(style::danger_ink)
                    .into(),
            };
            Row::new()
                .spacing(space::M)
                .height(ROW)
                .align_y(Alignment::Center)
                .push(container(clamp(line.name.clone(), 1).plain()).width(Length::Fill))
                .push(container(before).width(150))
                .push(icon(Icon::ArrowRight, size::SMALL).style(style::muted))
                .push(container(after).width(170))
                .into()
        });
        container(list)
            .height(PREVIEW)
            .padding([0.0, space::M])
            .style(style::sunken)
            .into()
    }
}

const fn of(message: MassMessage) -> Message {
    Message::Mass(message)
}

/// «IVA 10 %».
pub(super) fn rate_words(rate: Rate, words: &I18n) -> String {
    words.text(match rate {
        Rate::Ten => "goods-rate-10",
        Rate::Five => "goods-rate-5",
        Rate::Exempt => "goods-rate-0",
    })
}

fn shown(value: &Value, words: &I18n) -> String {
    match value {
        Value::Price(of) => price(*of, Unit::Each, words),
        Value::Text(name) => name.clone(),
        Value::Rate(rate) => rate_words(*rate, words),
        Value::Active(on) => words.text(if *on {
            "goods-mass-on"
        } else {
            "goods-mass-off"
        }),
        Value::Favourite(on) => words.text(if *on {
            "goods-mass-star"
        } else {
            "goods-mass-no-star"
        }),
    }
}

/// What is wrong, as a sentence.
pub(super) fn said(fault: Fault, words: &I18n) -> String {
    words.text(match fault {
        Fault::Percent => "goods-fault-percent",
        Fault::Price => "goods-fault-price",
        Fault::Category => "goods-fault-category",
        Fault::Day(BadDay::Form) => "goods-fault-day",
        Fault::Day(BadDay::NoSuchDay) => "goods-fault-no-day",
        Fault::Past => "goods-fault-past",
    })
}
