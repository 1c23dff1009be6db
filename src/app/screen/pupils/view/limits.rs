//! How the tab «Límites» looks: amounts, times, what is blocked, who asked for it, what held before.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::super::limits::{Fault, Field, LimitsTab, Message};
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, chip, field, scroll, table, text,
};
use crate::domain::Money;
use crate::domain::limits::{BadHours, Limits};
use crate::i18n::I18n;
use crate::store::PastLimits;

impl LimitsTab {
    pub(super) fn view<'a>(
        &'a self,
        past: &'a [PastLimits],
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let column = Column::new()
            .spacing(space::M)
            .push(text::small(words.text("limits-hint")).style(style::muted))
            .push(row([
                self.input("limits-daily", "limits-none", Field::Daily, words),
                self.input("limits-weekly", "limits-none", Field::Weekly, words),
                self.input("limits-monthly", "limits-none", Field::Monthly, words),
            ]))
            .push(row([
                self.input("limits-meal", "limits-none", Field::Meal, words),
                self.input("limits-items", "limits-none", Field::Items, words),
                self.input("limits-credit", "limits-credit-none", Field::Credit, words),
            ]))
            .push(row([
                self.input("limits-from", "limits-from-hint", Field::From, words),
                self.input("limits-to", "limits-to-hint", Field::To, words),
                gap().into(),
            ]))
            .push(self.blocked(context))
            .push(row([
                self.input(
                    "limits-said-by",
                    "pupils-said-by-hint",
                    Field::SaidBy,
                    words,
                ),
                self.input("limits-note", "", Field::Note, words),
            ]))
            .push(history(past, context));
        let body = container(column).padding(iced::Padding::ZERO.right(space::L));
        Column::new()
            .spacing(space::S)
            .push(scroll(body).height(Length::Fill))
            .push(refused)
            .push(self.foot(words))
            .into()
    }

    fn input<'a>(&self, key: &str, hint: &str, of: Field, words: &I18n) -> Element<'a, Message> {
        let hint = if hint.is_empty() {
            String::new()
        } else {
            words.text(hint)
        };
        let typed = move |text| Message::Typed(of, text);
        let typed = field(&hint, self.text(of)).on_input_maybe((!self.asked).then_some(typed));
        field::labelled(words.text(key), typed, None)
    }

    /// «No puede comprar»: whole categories, and single products.
    fn blocked<'a>(&self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let categories = context.catalogue.categories().iter().map(|of| {
            let chosen = self.categories.contains(&of.id);
            let pressed = Message::CategoryPressed(of.id);
            match chosen {
                true => chip::choice_with(Icon::Ban, of.name.clone(), true, pressed),
                false => chip::choice(of.name.clone(), false, pressed),
            }
        });
        let name = |id| context.catalogue.get(id).map(|of| of.name.clone());
        let chosen = self.products.iter().filter_map(|id| {
            let pressed = Message::ProductPressed(*id);
            name(*id).map(|name| chip::choice_with(Icon::Ban, name, true, pressed))
        });
        let chosen: Vec<_> = chosen.collect();
        let hits = self.hits(context).into_iter().filter_map(|id| {
            let pressed = Message::ProductPressed(id);
            name(id).map(|name| chip::choice_with(Icon::Plus, name, false, pressed))
        });
        let hits: Vec<_> = hits.collect();
        let has = |all: &Vec<Element<'a, Message>>| !all.is_empty();
        Column::new()
            .spacing(space::S)
            .push(text::strong(words.text("limits-blocked")))
            .push(chip::flow(categories))
            .push(has(&chosen).then(|| chip::flow(chosen)))
            .push(self.input(
                "limits-product",
                "limits-product-hint",
                Field::Product,
                words,
            ))
            .push(has(&hits).then(|| chip::flow(hits)))
            .into()
    }

    fn foot<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let changed = self.is_changed() && !self.asked;
        let fault = self.fault().map(|of| {
            Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(icon(Icon::CircleAlert, size::ICON).style(style::danger_ink))
                .push(text::body(fault_word(of, words)).style(style::danger_ink))
        });
        let undo = button::secondary(words.text("settings-undo"))
            .tall()
            .on_press_maybe(changed.then_some(Message::Undone));
        let save = button::primary(words.text("limits-save"))
            .icon(Icon::Save)
            .fill()
            .on_press_maybe(changed.then_some(Message::Confirmed));
        let buttons = Row::new()
            .spacing(space::S)
            .push(Element::from(undo))
            .push(Element::from(save));
        Column::new()
            .spacing(space::S)
            .push(fault)
            .push(buttons)
            .into()
    }
}

fn row<const N: usize>(parts: [Element<'_, Message>; N]) -> Element<'_, Message> {
    let parts = parts.map(|part| container(part).width(Length::FillPortion(1)).into());
    Row::with_children(parts).spacing(space::M).into()
}

fn history<'a>(past: &'a [PastLimits], context: &Context<'a>) -> Option<Element<'a, Message>> {
    if past.is_empty() {
        return None;
    }
    let words = context.words;
    let rows = past.iter().map(|of| {
        let when = words.date_time(context.now.plus_millis(of.at - context.now.at.0));
        let said_by = of.said_by.clone();
        let said_by = said_by.unwrap_or_else(|| words.text("pupils-history-list"));
        let by = of.by.clone();
        let by = by.unwrap_or_else(|| words.text("pupils-history-list"));
        let told = [("by", by.into()), ("who", said_by.into())];
        let note = of.note.as_deref().map(|note| text::small(note.to_owned()));
        let column = Column::new()
            .width(Length::Fill)
            .push(text::body(summary(&of.limits, of.credit, context)))
            .push(note)
            .push(text::small(words.text_with("pupils-history-by", &told)).style(style::muted));
        Row::new()
            .spacing(space::M)
            .padding([space::S, 0.0])
            .align_y(Alignment::Center)
            .push(column)
            .push(text::small(when).style(style::muted))
            .into()
    });
    let column = Column::new()
        .spacing(space::XS)
        .push(text::strong(words.text("limits-past")))
        .push(table::rows(rows));
    Some(column.into())
}

/// «₲ 15.000 por día · sin Gaseosas · compra 09:00–12:00».
fn summary(limits: &Limits, credit: Money, context: &Context<'_>) -> String {
    let words = context.words;
    let mut parts = Vec::new();
    for (key, amount) in [
        ("limits-says-daily", limits.daily),
        ("limits-says-weekly", limits.weekly),
        ("limits-says-monthly", limits.monthly),
        ("limits-says-meal", limits.meal),
        (
            "limits-says-credit",
            Some(credit).filter(|of| !of.is_zero()),
        ),
    ] {
        parts.extend(amount.map(|of| words.text_with(key, &[("amount", of.into())])));
    }
    let items = limits.items;
    parts.extend(items.map(|of| words.text_with("limits-says-items", &[("count", of.into())])));
    let hours = limits.hours.map(|of| [("hours", of.to_string().into())]);
    parts.extend(hours.map(|hours| words.text_with("limit-hours", &hours)));
    let categories = context.catalogue.categories().iter();
    let categories = categories.filter(|of| limits.categories.contains(&of.id));
    let products = limits.products.iter();
    let products = products.filter_map(|of| context.catalogue.get(*of));
    let names = categories
        .map(|of| &of.name)
        .chain(products.map(|of| &of.name));
    parts.extend(names.map(|name| words.text_with("limit-no", &[("name", name.into())])));
    if parts.is_empty() {
        return words.text("limits-says-none");
    }
    parts.join(" · ")
}

fn fault_word(fault: Fault, words: &I18n) -> String {
    words.text(match fault {
        Fault::NobodySaid => "pupils-fault-nobody",
        Fault::Amount => "limits-fault-amount",
        Fault::Items => "limits-fault-items",
        Fault::Hours(BadHours::NotATime) => "hours-fault-time",
        Fault::Hours(BadHours::Backwards) => "hours-fault-backwards",
    })
}
