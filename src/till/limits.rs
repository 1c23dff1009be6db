//! Limits of pupils, breaks and the terms of tenders, asked of an open canteen.

use super::{Reply, Till};
use crate::domain::commission::{PastTerms, Terms};
use crate::domain::limits::{LimitsSaid, MealBreak};
use crate::domain::tender::Tender;
use crate::domain::{BusinessDay, StudentId};
use crate::store::{self, PastLimits, Stamp};

impl Till {
    /// Notes what a guardian asked for.
    pub fn limit(
        &self,
        student: StudentId,
        said: LimitsSaid,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.limit(student, &said, stamp))
    }

    /// What was ever asked for about a pupil, latest first.
    pub fn past_limits(&self, student: StudentId) -> Reply<Result<Vec<PastLimits>, store::Error>> {
        self.writer.ask(move |store| store.past_limits(student))
    }

    /// The breaks of the school day.
    pub fn meal_breaks(&self) -> Reply<Result<Vec<MealBreak>, store::Error>> {
        self.writer.ask(|store| store.meal_breaks())
    }

    /// Says which breaks there are from now on.
    pub fn set_meal_breaks(
        &self,
        breaks: Vec<MealBreak>,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.set_meal_breaks(&breaks, stamp))
    }

    /// The ways to pay on that day.
    pub fn tenders_on(&self, day: BusinessDay) -> Reply<Result<Vec<Tender>, store::Error>> {
        self.writer.ask(move |store| store.tenders_on(day))
    }

    /// Notes terms of tenders that hold from their day on.
    pub fn set_terms(&self, terms: Vec<Terms>, stamp: Stamp) -> Reply<Result<(), store::Error>> {
        self.writer.ask(move |store| store.set_terms(&terms, stamp))
    }

    /// Every terms that were ever noted, latest first.
    pub fn past_terms(&self) -> Reply<Result<Vec<PastTerms>, store::Error>> {
        self.writer.ask(|store| store.past_terms())
    }
}
