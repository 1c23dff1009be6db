//! The six parts of the dashboard.

use serde::Serialize;

use super::alert::Alert;
use super::cards::{Figures, Margin, Permille};
use super::period::{Span, Until};
use super::usual::{Band, Usual};
use crate::domain::tender::TenderKind;
use crate::domain::{
    BusinessDay, GuardianId, Moment, Money, ProductId, Quantity, StudentId, TenderId,
};

/// Everything that the page of a period shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dashboard {
    /// When it was taken.
    pub at: Moment,
    /// Which days.
    pub period: Span,
    /// Set while the period's last day is today: how far into it.
    pub until: Option<Until>,
    /// The cards.
    pub figures: Figures,
    /// The same of what it is compared with.
    pub compared: Compared,
    /// The usual day of this weekday, of one day only; `None` without such days before.
    pub usual: Option<Usual>,
    /// What the day will come to, of today only and where the usual day is known.
    pub projection: Option<Projection>,
    /// Hour by hour, from the first to the last with anything in it or usually in it; none left out.
    pub hours: Vec<Hour>,
    /// By tender, largest amount first: the ring and the table.
    pub tenders: Vec<TenderPart>,
    /// The ten most sold by quantity.
    pub by_quantity: Vec<Product>,
    /// The ten most sold by amount.
    pub by_amount: Vec<Product>,
    /// The five customers who spent most.
    pub customers: Vec<Customer>,
    /// Over cost; `None` if no cost of anything sold is known.
    pub margin: Option<Margin>,
    /// What is not as it should be, gravest first; of today only, else empty.
    pub alerts: Vec<Alert>,
}

/// What the period is compared with, up to the same time of its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// Which days.
    pub period: Span,
    /// The figures of them.
    pub figures: Figures,
}

/// What the day will come to if it goes on as usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Projection {
    /// So much.
    pub income: Money,
    /// So many sales.
    pub sales: i64,
}

/// One hour of the day, of all days of the period together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Hour {
    /// 0 to 23.
    pub hour: u32,
    /// Sales less voids: less than nothing where more was undone than sold.
    pub sales: i64,
    /// What was paid.
    pub income: Money,
    /// The usual sales of this hour; of one day only.
    pub usual_sales: Option<Band>,
    /// The usual income of this hour in guaraníes; of one day only.
    pub usual_income: Option<Band>,
}

/// What was paid with one tender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TenderPart {
    /// Which.
    pub tender: TenderId,
    /// Its kind, which has the words.
    pub kind: TenderKind,
    /// Sales that it paid or a part of.
    pub sales: i64,
    /// How much.
    pub amount: Money,
    /// How much a time.
    pub average: Option<Money>,
    /// How much of what was paid, rounded so that the shares of a ring come to 1,000; `None` where
    /// nothing was paid, or less than nothing with this one.
    pub share: Option<Permille>,
}

/// What was sold of one product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Product {
    /// Which.
    pub product: ProductId,
    /// Its name now.
    pub name: String,
    /// Whether it is sold by weight: the quantity is kilograms then.
    pub weighed: bool,
    /// How much, in thousandths.
    #[serde(rename = "quantity_thousandths")]
    pub quantity: Quantity,
    /// What its lines came to.
    pub amount: Money,
    /// Over cost, if its cost is known.
    pub margin: Option<Margin>,
}

/// Who pays: a guardian, or a pupil who has none on file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerId {
    /// A guardian with all of their pupils.
    Guardian(GuardianId),
    /// A pupil or somebody of the staff.
    Student(StudentId),
}

/// What one customer bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Customer {
    /// Who.
    pub id: CustomerId,
    /// Their name.
    pub name: String,
    /// The names of the pupils who bought; empty for a pupil who stands for themselves.
    pub pupils: Vec<String>,
    /// Sales less voids.
    pub sales: i64,
    /// What was paid.
    pub amount: Money,
}

impl Dashboard {
    /// Whether it is of one day.
    #[must_use]
    pub fn day(&self) -> Option<BusinessDay> {
        self.period.is_day().then_some(self.period.from())
    }
}
