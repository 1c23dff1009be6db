//! Many products changed at once: what each becomes is shown before anything is kept.

use rust_decimal::Decimal;

use super::Files;
use crate::domain::catalogue::Price;
use crate::domain::goods::{MassEdit, PriceRule};
use crate::domain::scanner::take_back;
use crate::domain::tax::Rate;
use crate::domain::{BadDay, BusinessDay, Money, ProductId};
use crate::store::goods::Good;

/// The most letters of a field.
const LETTERS_MAX: usize = 60;
/// A price changes by at most so many per cent, up or down.
const PERCENT_MAX: i64 = 500;

/// What is changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum What {
    /// The price, by so many per cent.
    #[default]
    Percent,
    /// The price, to an amount.
    Price,
    /// The category.
    Category,
    /// The IVA.
    Rate,
    /// Whether it is sold.
    Active,
    /// Whether it always is a favourite.
    Favourite,
}

impl What {
    /// All of them, as they are offered.
    pub const ALL: [Self; 6] = [
        Self::Percent,
        Self::Price,
        Self::Category,
        Self::Rate,
        Self::Active,
        Self::Favourite,
    ];
}

/// A field that is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Per cent, an amount or a category's name.
    Value,
    /// The first day of a price.
    Since,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// What is to be changed.
    WhatChosen(What),
    /// A field was typed into.
    Typed(Field, String),
    /// An IVA was chosen.
    RateChosen(Rate),
    /// Yes or no.
    YesChosen(bool),
    /// The preview was scrolled.
    Scrolled(f32, f32),
    /// It is to be kept as it was shown.
    Confirmed,
}

/// What is missing or wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No per cent.
    Percent,
    /// No price.
    Price,
    /// No name.
    Category,
    /// No day.
    Day(BadDay),
    /// A day that is over.
    Past,
}

/// One product in the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) before: Value,
    /// `None` where nothing can become of it: it stays as it is.
    pub(super) after: Option<Value>,
}

/// A value, before it is written in somebody's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Price(Option<Price>),
    Text(String),
    Rate(Rate),
    Active(bool),
    Favourite(bool),
}

/// The state of the dialog.
#[derive(Debug, Clone)]
pub(super) struct Mass {
    pub(super) chosen: Vec<ProductId>,
    pub(super) what: What,
    pub(super) value: String,
    pub(super) since: String,
    pub(super) rate: Rate,
    pub(super) yes: bool,
    pub(super) tried: bool,
    pub(super) asked: bool,
    pub(super) refused: Option<String>,
    pub(super) offset: (f32, f32),
    typing: Option<Field>,
}

impl Mass {
    pub(super) fn new(chosen: Vec<ProductId>) -> Self {
        Self {
            chosen,
            what: What::default(),
            value: String::new(),
            since: String::new(),
            rate: Rate::Ten,
            yes: true,
            tried: false,
            asked: false,
            refused: None,
            offset: (0.0, 0.0),
            typing: None,
        }
    }

    /// Takes in what happened; the changes once they are confirmed and whole.
    pub(super) fn update(
        &mut self,
        message: Message,
        files: &Files,
        today: BusinessDay,
    ) -> Option<Vec<(ProductId, MassEdit)>> {
        if self.asked {
            return None;
        }
        match message {
            Message::WhatChosen(what) => {
                (self.what, self.tried, self.refused) = (what, false, None);
                self.value.clear();
            }
            Message::Typed(field, text) => {
                self.typing = Some(field);
                let text = text.chars().take(LETTERS_MAX).collect();
                match field {
                    Field::Value => self.value = text,
                    Field::Since => self.since = text,
                }
            }
            Message::RateChosen(rate) => self.rate = rate,
            Message::YesChosen(yes) => self.yes = yes,
            Message::Scrolled(offset, height) => self.offset = (offset, height),
            Message::Confirmed => return self.confirm(files, today),
        }
        None
    }

    fn confirm(&mut self, files: &Files, today: BusinessDay) -> Option<Vec<(ProductId, MassEdit)>> {
        self.tried = true;
        self.refused = None;
        let plan = self.plan(files, today).ok()?;
        let changes: Vec<_> = plan.into_iter().filter_map(|(_, edit)| edit).collect();
        if changes.is_empty() {
            return None;
        }
        self.asked = true;
        Some(changes)
    }

    pub(super) fn refused(&mut self, why: String) {
        self.asked = false;
        self.refused = Some(why);
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        let text = match self.typing {
            Some(Field::Value) => &mut self.value,
            Some(Field::Since) => &mut self.since,
            None => return,
        };
        if let Some(without) = take_back(text, letters) {
            *text = without;
        }
    }

    pub(super) const fn is_of_prices(&self) -> bool {
        matches!(self.what, What::Percent | What::Price)
    }

    /// The day from which prices hold: today where nothing is said.
    pub(super) fn day(&self, today: BusinessDay) -> Result<BusinessDay, Fault> {
        since(&self.since, today)
    }

    /// What each product becomes, or what is missing; without a change where it is so already or cannot be.
    #[allow(clippy::type_complexity)]
    pub(super) fn plan(
        &self,
        files: &Files,
        today: BusinessDay,
    ) -> Result<Vec<(Line, Option<(ProductId, MassEdit)>)>, Fault> {
        let rule = self.rule()?;
        let day = match self.is_of_prices() {
            true => self.day(today)?,
            false => today,
        };
        let goods = self.chosen.iter().filter_map(|id| files.get(*id));
        Ok(goods
            .map(|good| {
                let (before, after) = self.becomes(good, rule, files);
                let changes = after.as_ref().is_some_and(|after| *after != before);
                let edit = after.clone().filter(|_| changes);
                let edit = edit.and_then(|value| Some((good.id, edit_of(value, day)?)));
                let name = good.name.clone();
                (
                    Line {
                        name,
                        before,
                        after,
                    },
                    edit,
                )
            })
            .collect())
    }

    fn rule(&self) -> Result<Option<PriceRule>, Fault> {
        match self.what {
            What::Percent => {
                let said = self
                    .value
                    .trim()
                    .trim_end_matches('%')
                    .trim()
                    .replace(',', ".");
                let percent: Decimal = said.parse().map_err(|_| Fault::Percent)?;
                let bounded = percent.abs() <= Decimal::from(PERCENT_MAX) && !percent.is_zero();
                let rule = bounded.then_some(PriceRule::Percent(percent));
                rule.map(Some).ok_or(Fault::Percent)
            }
            What::Price => {
                let price = Money::parse(&self.value).ok();
                let price = price.and_then(|money| Price::new(money).ok());
                price.map(|to| Some(PriceRule::To(to))).ok_or(Fault::Price)
            }
            What::Category if self.value.trim().is_empty() => Err(Fault::Category),
            What::Category | What::Rate | What::Active | What::Favourite => Ok(None),
        }
    }

    fn becomes(
        &self,
        good: &Good,
        rule: Option<PriceRule>,
        files: &Files,
    ) -> (Value, Option<Value>) {
        match self.what {
            What::Percent | What::Price => {
                let after = good.price.zip(rule);
                let after = after.and_then(|(price, rule)| rule.apply(price).ok());
                (
                    Value::Price(good.price),
                    after.map(|of| Value::Price(Some(of))),
                )
            }
            What::Category => {
                let before = files.category(good.category).to_owned();
                let after = self.value.trim().to_owned();
                (Value::Text(before), Some(Value::Text(after)))
            }
            What::Rate => (Value::Rate(good.rate), Some(Value::Rate(self.rate))),
            What::Active => (Value::Active(good.active), Some(Value::Active(self.yes))),
            What::Favourite => {
                let after = Value::Favourite(self.yes);
                (Value::Favourite(good.favourite), Some(after))
            }
        }
    }
}

fn edit_of(value: Value, day: BusinessDay) -> Option<MassEdit> {
    Some(match value {
        Value::Price(price) => MassEdit::Price(price?, day),
        Value::Text(name) => MassEdit::Category(name),
        Value::Rate(rate) => MassEdit::Rate(rate),
        Value::Active(active) => MassEdit::Active(active),
        Value::Favourite(favourite) => MassEdit::Favourite(favourite),
    })
}

/// A day as it was typed: today where nothing was, never one that is over.
pub(super) fn since(text: &str, today: BusinessDay) -> Result<BusinessDay, Fault> {
    if text.trim().is_empty() {
        return Ok(today);
    }
    match BusinessDay::written(text) {
        Ok(day) if day < today => Err(Fault::Past),
        Ok(day) => Ok(day),
        Err(bad) => Err(Fault::Day(bad)),
    }
}
