//! What the checkout says of a pupil's limits: what is left, what they may not buy.

use super::super::Context;
use super::{Screen, sell};
use crate::app::icon::Icon;
use crate::app::widget::Mood;
use crate::domain::cart::Line;
use crate::domain::catalogue::Product;
use crate::domain::checkout::Event;
use crate::domain::limits::{Minute, Per};
use crate::domain::student::Customer;

/// The limit of money that leaves least, in words: «quedan en este recreo ₲ 4.000».
pub(super) fn next(customer: &Customer, context: &Context<'_>) -> Option<String> {
    let (per, left) = customer.next_limit(Minute::of(context.now))?;
    let key = match per {
        Per::Day => "pupil-left-today",
        Per::Week => "limit-left-week",
        Per::Month => "limit-left-month",
        Per::Meal => "limit-left-meal",
    };
    Some(context.words.text_with(key, &[("left", left.into())]))
}

/// What else holds for them, as chips: what is blocked first.
pub(super) fn said(customer: &Customer, context: &Context<'_>) -> Vec<((Mood, Icon), String)> {
    let (words, limited) = (context.words, &customer.limits);
    let limits = &limited.limits;
    let no = |name: &str| {
        let name = words.text_with("limit-no", &[("name", name.into())]);
        ((Mood::Warn, Icon::Ban), name)
    };
    let categories = context.catalogue.categories().iter();
    let categories = categories.filter(|of| limits.categories.contains(&of.id));
    let products = limits.products.iter();
    let products = products.filter_map(|of| context.catalogue.get(*of));
    let blocked = categories.map(|of| no(&of.name));
    let mut said: Vec<_> = blocked.chain(products.map(|of| no(&of.name))).collect();
    said.extend(limited.items_left().map(|left| {
        let mood = if left == 0 { Mood::Warn } else { Mood::Neutral };
        let left = words.text_with("limit-items-left", &[("left", left.into())]);
        ((mood, Icon::Hash), left)
    }));
    said.extend(limits.hours.map(|hours| {
        let mood = match hours.holds(Minute::of(context.now)) {
            true => Mood::Neutral,
            false => Mood::Warn,
        };
        let hours = words.text_with("limit-hours", &[("hours", hours.to_string().into())]);
        ((mood, Icon::Clock), hours)
    }));
    said
}

impl Screen {
    /// Whether the pupil's guardian does not want them to have it.
    pub(super) fn is_blocked(&self, product: &Product) -> bool {
        self.cart().customer().is_some_and(|customer| {
            let limits = &customer.limits;
            limits.blocks(product.id, product.category).is_some()
        })
    }

    /// Says what is blocked as soon as it is added, or the pupil identified after it.
    pub(super) fn tell_blocked(&mut self, told: &sell::Watched, context: &Context<'_>) {
        if self.notice.is_some() || self.has_alert() {
            return;
        }
        let lines = self.cart().lines().iter().map(Line::product);
        let blocked = lines.filter(|product| match told {
            sell::Watched::Product(id) => product.id == *id && self.is_blocked(product),
            sell::Watched::Pupil => self.is_blocked(product),
            sell::Watched::Nothing => false,
        });
        let mut names: Vec<String> = blocked.map(|product| product.name.clone()).collect();
        names.dedup();
        if names.is_empty() {
            return;
        }
        let told = [("names", names.join(", ").into())];
        let what = context.words.text_with("limit-blocked-added", &told);
        let todo = context.words.text("limit-blocked-added-todo");
        self.say(Mood::Warn, what, Some(todo));
    }
}

impl sell::Watched {
    /// What of this event is looked at for what is blocked.
    pub(super) fn of(event: &Event) -> Self {
        match event {
            Event::Added(product, _) => Self::Product(product.id),
            Event::Identified(Some(_)) | Event::Resumed(_) => Self::Pupil,
            _ => Self::Nothing,
        }
    }
}
