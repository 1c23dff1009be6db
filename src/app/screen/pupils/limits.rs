//! What a guardian asked for about money and food of the shelf: the tab «Límites» of a pupil.

use crate::app::screen::Context;
use crate::domain::limits::{BadHours, Hours, Limits, LimitsSaid, Minute};
use crate::domain::scanner::take_back;
use crate::domain::search::fold;
use crate::domain::student::Customer;
use crate::domain::{CategoryId, Money, ProductId};

/// The most letters of a field.
const LETTERS_MAX: usize = 120;
/// So many products are offered for what is typed.
pub(super) const HITS_MAX: usize = 6;

/// A field of the tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Guaraníes a day.
    Daily,
    /// Guaraníes a week.
    Weekly,
    /// Guaraníes a month.
    Monthly,
    /// Guaraníes a break.
    Meal,
    /// Items a day.
    Items,
    /// From when on they may buy.
    From,
    /// Until when.
    To,
    /// How far the account may go below zero.
    Credit,
    /// Who asked for it.
    SaidBy,
    /// What else they said.
    Note,
    /// A product that is looked for, to be blocked.
    Product,
}

/// What happened in the tab.
#[derive(Debug, Clone)]
pub enum Message {
    /// A field was typed into.
    Typed(Field, String),
    /// A category is blocked, or no longer.
    CategoryPressed(CategoryId),
    /// A product is blocked, or no longer.
    ProductPressed(ProductId),
    /// It is to be noted.
    Confirmed,
    /// What was typed is to be forgotten.
    Undone,
}

/// What is wrong in the tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    NobodySaid,
    Amount,
    Items,
    Hours(BadHours),
}

/// The state of the tab.
#[derive(Debug, Clone)]
pub(super) struct LimitsTab {
    texts: [String; 11],
    pub(super) categories: Vec<CategoryId>,
    pub(super) products: Vec<ProductId>,
    saved: (Limits, Money),
    typing: Field,
    tried: bool,
    pub(super) asked: bool,
    pub(super) refused: Option<String>,
}

impl LimitsTab {
    /// What holds for this pupil.
    pub(super) fn of(pupil: &Customer) -> Self {
        let limits = pupil.limits.limits.clone();
        let credit = pupil.standing.credit_limit;
        let money = |of: Option<Money>| of.map_or_else(String::new, |of| of.to_string());
        let hour = |of: Option<Minute>| of.map_or_else(String::new, |of| of.to_string());
        let mut tab = Self {
            texts: Default::default(),
            categories: limits.categories.clone(),
            products: limits.products.clone(),
            typing: Field::Daily,
            tried: false,
            asked: false,
            refused: None,
            saved: (limits.clone(), credit),
        };
        let items = limits.items.map_or_else(String::new, |of| of.to_string());
        let credit = Some(credit).filter(|of| !of.is_zero());
        let guardian = pupil.student.guardian.as_ref();
        let said_by = guardian.map_or_else(String::new, |of| of.name.clone());
        for (field, text) in [
            (Field::Daily, money(limits.daily)),
            (Field::Weekly, money(limits.weekly)),
            (Field::Monthly, money(limits.monthly)),
            (Field::Meal, money(limits.meal)),
            (Field::Items, items),
            (Field::From, hour(limits.hours.map(Hours::from))),
            (Field::To, hour(limits.hours.map(Hours::to))),
            (Field::Credit, money(credit)),
            (Field::SaidBy, said_by),
        ] {
            *tab.text_mut(field) = text;
        }
        tab
    }

    pub(super) fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    fn text_mut(&mut self, field: Field) -> &mut String {
        &mut self.texts[field as usize]
    }

    pub(super) fn refused(&mut self, why: String) {
        self.asked = false;
        self.refused = Some(why);
    }

    /// The letters of a scan are no answer.
    pub(super) fn take_back(&mut self, letters: &str) {
        let typing = self.typing;
        let text = self.text_mut(typing);
        if let Some(without) = take_back(text, letters) {
            *text = without;
        }
    }

    /// Takes in what happened; what is to be noted once it is confirmed and whole.
    pub(super) fn update(&mut self, message: Message, pupil: &Customer) -> Option<LimitsSaid> {
        if self.asked {
            return None;
        }
        match message {
            Message::Typed(field, text) => {
                self.typing = field;
                *self.text_mut(field) = text.chars().take(LETTERS_MAX).collect();
            }
            Message::CategoryPressed(of) => toggle(&mut self.categories, of),
            Message::ProductPressed(of) => {
                toggle(&mut self.products, of);
                self.text_mut(Field::Product).clear();
            }
            Message::Confirmed => return self.confirm(),
            Message::Undone => *self = Self::of(pupil),
        }
        None
    }

    fn confirm(&mut self) -> Option<LimitsSaid> {
        self.tried = true;
        self.refused = None;
        let said = self.said().ok().filter(|_| self.is_changed())?;
        self.asked = true;
        Some(said)
    }

    /// Whether something else is typed than what holds.
    pub(super) fn is_changed(&self) -> bool {
        match (self.limits(), self.credit()) {
            (Ok(limits), Ok(credit)) => (limits, credit) != self.saved,
            _ => true,
        }
    }

    /// What is wrong, once saving was tried.
    pub(super) fn fault(&self) -> Option<Fault> {
        self.said().err().filter(|_| self.tried)
    }

    fn money(&self, field: Field) -> Result<Option<Money>, Fault> {
        match self.text(field).trim() {
            "" => Ok(None),
            typed => match Money::parse(typed) {
                Ok(amount) if !amount.is_negative() => Ok(Some(amount)),
                _ => Err(Fault::Amount),
            },
        }
    }

    fn credit(&self) -> Result<Money, Fault> {
        Ok(self.money(Field::Credit)?.unwrap_or(Money::ZERO))
    }

    fn hours(&self) -> Result<Option<Hours>, Fault> {
        let (from, to) = (self.text(Field::From).trim(), self.text(Field::To).trim());
        if from.is_empty() && to.is_empty() {
            return Ok(None);
        }
        let minute = |text: &str, usual: i64| match text {
            "" => Minute::new(usual),
            text => Minute::parse(text),
        };
        let from = minute(from, 0).map_err(Fault::Hours)?;
        let to = minute(to, 1_440).map_err(Fault::Hours)?;
        Hours::new(from, to).map(Some).map_err(Fault::Hours)
    }

    fn limits(&self) -> Result<Limits, Fault> {
        let items = match self.text(Field::Items).trim() {
            "" => None,
            typed => {
                let items: u32 = typed.parse().map_err(|_| Fault::Items)?;
                Some(items)
                    .filter(|items| *items <= 1_000)
                    .ok_or(Fault::Items)
                    .map(Some)?
            }
        };
        Ok(Limits {
            daily: self.money(Field::Daily)?,
            weekly: self.money(Field::Weekly)?,
            monthly: self.money(Field::Monthly)?,
            meal: self.money(Field::Meal)?,
            items,
            hours: self.hours()?,
            products: self.products.clone(),
            categories: self.categories.clone(),
        })
    }

    fn said(&self) -> Result<LimitsSaid, Fault> {
        let (limits, credit) = (self.limits()?, self.credit()?);
        let said_by = self.text(Field::SaidBy).trim();
        if said_by.is_empty() {
            return Err(Fault::NobodySaid);
        }
        let note = self.text(Field::Note).trim();
        Ok(LimitsSaid {
            limits,
            credit,
            said_by: said_by.to_owned(),
            note: Some(note.to_owned()).filter(|note| !note.is_empty()),
        })
    }

    /// Products that what is typed may mean and that are not blocked yet.
    pub(super) fn hits(&self, context: &Context<'_>) -> Vec<ProductId> {
        let wanted = fold(self.text(Field::Product));
        if wanted.trim().is_empty() {
            return Vec::new();
        }
        let products = context.catalogue.products().iter();
        let hits = products.filter(|of| fold(&of.name).contains(wanted.trim()));
        let hits = hits
            .map(|of| of.id)
            .filter(|of| !self.products.contains(of));
        hits.take(HITS_MAX).collect()
    }
}

fn toggle<T: PartialEq>(all: &mut Vec<T>, of: T) {
    match all.iter().position(|other| *other == of) {
        Some(at) => drop(all.remove(at)),
        None => all.push(of),
    }
}
