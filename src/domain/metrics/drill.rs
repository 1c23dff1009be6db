//! The sales behind a figure, a page at a time.

use chrono::Weekday;
use serde::Serialize;

use super::dashboard::CustomerId;
use super::period::{Span, Until};
use crate::domain::tender::TenderKind;
use crate::domain::{BusinessDay, Money, ProductId, SaleId, TenderId, Timestamp};

/// Which sales: all conditions hold together. `Drill::of(span)` is every sale of those days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drill {
    /// Of these days.
    pub span: Span,
    /// Of the last day only until then.
    pub until: Option<Until>,
    /// Of this hour.
    pub hour: Option<u32>,
    /// Of this weekday.
    pub weekday: Option<Weekday>,
    /// Paid with it, or a part.
    pub tender: Option<TenderId>,
    /// With a line of it.
    pub product: Option<ProductId>,
    /// By them.
    pub customer: Option<CustomerId>,
    /// Only of this kind.
    pub kind: Option<SaleKind>,
    /// Only where somebody overrode a restriction.
    pub overridden: bool,
}

impl Drill {
    /// Every sale of these days.
    #[must_use]
    pub const fn of(span: Span) -> Self {
        Self {
            span,
            until: None,
            hour: None,
            weekday: None,
            tender: None,
            product: None,
            customer: None,
            kind: None,
            overridden: false,
        }
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SaleKind {
    /// A sale.
    Sale,
    /// What undid one.
    Void,
    /// Money back for all or a part of one.
    Refund,
}

/// One sale of a list; its ticket is [`crate::domain::receipt::Receipt`], asked for by its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SaleRow {
    /// Which.
    pub id: SaleId,
    /// Its number.
    pub number: i64,
    /// What it is.
    pub kind: SaleKind,
    /// When.
    pub at: Timestamp,
    /// Its business day.
    pub day: BusinessDay,
    /// Its local hour.
    pub hour: u32,
    /// Minutes into it.
    pub minute: u32,
    /// The pupil, if known.
    pub buyer: Option<String>,
    /// What was paid, rounding taken off; less than nothing for voids and refunds.
    pub paid: Money,
    /// What of it was paid with the tender that was asked for, if one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Money>,
    /// How.
    pub tenders: Vec<TenderKind>,
    /// Whether it was voided since.
    pub voided: bool,
    /// Whether it was given back since, or a part.
    pub refunded: bool,
}

/// Where the next page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Cursor {
    /// The day of the last row.
    pub day: BusinessDay,
    /// Its row in the store.
    pub seq: i64,
}

/// Some sales, latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// At most as many as were asked for.
    pub rows: Vec<SaleRow>,
    /// `None` on the last page.
    pub next: Option<Cursor>,
}

/// What somebody typed to find a sale: a number, an amount, a day, words of pupils and products.
///
/// `12.500` and `12500` may be an amount or a number: either finds; `23/11/2026` is a day; every other
/// word must be in the name of the pupil, of their guardian, or of a product of the sale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// The number of a sale, or what was paid.
    pub figures: Vec<i64>,
    /// Only of this day.
    pub day: Option<BusinessDay>,
    /// Folded words.
    pub words: Vec<String>,
}

impl Search {
    /// Reads what was typed; `None` if there is nothing to look for.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut search = Self::default();
        for word in text.split_whitespace().filter(|word| *word != "₲") {
            let figure = Money::parse(word).ok().map(Money::amount);
            match (BusinessDay::written(word), figure) {
                (Ok(day), _) => search.day = Some(day),
                (_, Some(figure)) => search.figures.push(figure),
                _ => {
                    let folded = crate::domain::search::fold(word);
                    search.words.extend((!folded.is_empty()).then_some(folded));
                }
            }
        }
        (search != Self::default()).then_some(search)
    }
}
