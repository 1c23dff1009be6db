//! The demo's past, one school week after another.

use std::collections::VecDeque;

use chrono::{Datelike, NaiveDate};

use super::books::Books;
use super::{Canteen, SCHOOL_DAYS, calendar};
use crate::domain::sale::{At, Sale, Void};
use crate::domain::tender::Reference;
use crate::domain::{Moment, Money, MovementId, ProductId, Quantity, StudentId, TenderId};

/// One fact of the demo's past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Goods came in.
    Delivery(Delivery),
    /// An account was topped up.
    TopUp(TopUp),
    /// Something was sold.
    Sale(Box<Sale>),
    /// A sale was undone.
    Void(Void),
}

/// Goods that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// What.
    pub product: ProductId,
    /// How much.
    pub quantity: Quantity,
    /// Where, by whom and when.
    pub at: At,
}

/// Money paid onto an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopUp {
    /// Its name.
    pub id: MovementId,
    /// Whose account.
    pub student: StudentId,
    /// How much.
    pub amount: Money,
    /// How it was paid.
    pub tender: TenderId,
    /// The number of the transfer, where there is one.
    pub reference: Option<Reference>,
    /// Where, by whom and when.
    pub at: At,
}

impl Event {
    /// When it happened.
    #[must_use]
    pub fn moment(&self) -> Moment {
        match self {
            Self::Delivery(delivery) => delivery.at.moment,
            Self::TopUp(top_up) => top_up.at.moment,
            Self::Sale(sale) => sale.at().moment,
            Self::Void(void) => void.at.moment,
        }
    }
}

/// The facts of the demo's past, in the order in which they happened.
#[derive(Debug, Clone)]
pub struct History<'a> {
    weeks: VecDeque<Vec<NaiveDate>>,
    books: Books<'a>,
    week: VecDeque<Event>,
}

impl<'a> History<'a> {
    pub(super) fn new(canteen: &'a Canteen) -> Self {
        let days = calendar::school_days_before(canteen.today, SCHOOL_DAYS);
        let weeks = days.chunk_by(|one, next| one.iso_week() == next.iso_week());
        Self {
            weeks: weeks.map(<[NaiveDate]>::to_vec).collect(),
            books: Books::open(canteen),
            week: VecDeque::new(),
        }
    }

    /// Plays a week twice: once with full shelves, to learn what has to be delivered, then for good.
    ///
    /// So each week ends with the stock it began with, and the last one with this morning's.
    fn play(&mut self, days: &[NaiveDate], last: bool) {
        let mut rehearsal = self.books.clone();
        rehearsal.fill_shelves();
        for day in days {
            rehearsal.day(*day);
        }
        if let Some(first) = days.first() {
            self.books.deliver(*first, &rehearsal);
        }
        for day in days {
            self.books.day(*day);
        }
        if let (true, Some(day)) = (last, days.last()) {
            self.books.settle_sofia(*day);
        }
        self.week.extend(self.books.take_facts());
    }
}

impl Iterator for History<'_> {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        while self.week.is_empty() {
            let days = self.weeks.pop_front()?;
            self.play(&days, self.weeks.is_empty());
        }
        self.week.pop_front()
    }
}
