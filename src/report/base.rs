//! What is usual on a day, read once a day: the days before do not change any more.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::metrics::alert::{self, Thresholds};
use crate::domain::metrics::rows::{DayHourRow, DayTenderRow};
use crate::domain::metrics::{Calendar, Span, Until, Usual, usual};
use crate::domain::{BusinessDay, ProductId};
use crate::store::{Error, Reader};

/// More days than these are not kept.
const KEPT: usize = 100;

/// The days that say what is usual on one day.
#[derive(Debug, Default)]
pub(super) struct Base {
    days: Vec<BusinessDay>,
    pub hours: Vec<DayHourRow>,
    pub tenders: Vec<DayTenderRow>,
}

/// Products that stopped selling, and the days that say so.
#[derive(Debug, Default)]
pub(super) struct Stopped {
    pub products: Vec<(ProductId, BusinessDay)>,
    pub days: Vec<BusinessDay>,
}

/// What was read, by day; all of it is read anew when the day or the settings change.
#[derive(Debug, Default)]
pub struct Bases {
    of: Option<(BusinessDay, Calendar, Thresholds)>,
    known: HashMap<BusinessDay, Arc<Base>>,
    stopped: Option<Arc<Stopped>>,
}

impl Base {
    /// The usual day, so far into it.
    pub fn usual(&self, until: Option<Until>) -> Option<Usual> {
        usual::usual(&self.days, &self.hours, &self.tenders, until)
    }

    fn read(reader: &Reader, day: BusinessDay, calendar: &Calendar) -> Result<Self, Error> {
        let days = usual::days_to_ask(day, calendar);
        let mut base = Self::default();
        for day in &days {
            base.hours.extend(reader.day_hours(Span::day(*day))?);
            base.tenders.extend(reader.day_tenders(*day)?);
        }
        base.days = days;
        Ok(base)
    }
}

impl Bases {
    /// Forgets what was read under another day or other settings.
    pub(super) fn renew(&mut self, today: BusinessDay, calendar: &Calendar, limits: &Thresholds) {
        let same = self.of.as_ref().is_some_and(|(day, known, thresholds)| {
            (*day, known, thresholds) == (today, calendar, limits)
        });
        if !same || self.known.len() > KEPT {
            *self = Self {
                of: Some((today, calendar.clone(), *limits)),
                ..Self::default()
            };
        }
    }

    pub(super) fn of(
        &mut self,
        reader: &Reader,
        day: BusinessDay,
        calendar: &Calendar,
    ) -> Result<Arc<Base>, Error> {
        if let Some(known) = self.known.get(&day) {
            return Ok(Arc::clone(known));
        }
        let read = Arc::new(Base::read(reader, day, calendar)?);
        self.known.insert(day, Arc::clone(&read));
        Ok(read)
    }

    pub(super) fn stopped(
        &mut self,
        reader: &Reader,
        today: BusinessDay,
        calendar: &Calendar,
        limits: &Thresholds,
    ) -> Result<Arc<Stopped>, Error> {
        if let Some(known) = &self.stopped {
            return Ok(Arc::clone(known));
        }
        let read = match alert::idle_span(today, calendar, limits) {
            Some(span) => {
                let days = reader.day_rows(span)?.into_iter().map(|row| row.day);
                let days: Vec<BusinessDay> = days.filter(|day| calendar.is_open(*day)).collect();
                let (products, days) = alert::idle(&reader.product_days(span)?, &days, limits);
                Stopped { products, days }
            }
            None => Stopped::default(),
        };
        let read = Arc::new(read);
        self.stopped = Some(Arc::clone(&read));
        Ok(read)
    }
}
