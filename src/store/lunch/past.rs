//! Lunches of the past, for the demo canteen: judged by whoever writes them, many in one transaction.

use uuid::Uuid;

use super::serve::Served;
use super::{Payment, Wish, menu, month, plan, subscribe};
use crate::domain::lunch::{NewPlan, PlanId, ServingId, SubscriptionId};
use crate::domain::receipt::Shop;
use crate::domain::sale::At;
use crate::domain::{BusinessDay, Money, ProductId, StudentId};
use crate::store::{Error, Past, Stamp};

impl Past<'_> {
    /// A plan.
    ///
    /// # Errors
    /// As [`Store::save_lunch_plan`](crate::store::Store::save_lunch_plan).
    pub fn lunch_plan(&self, new: &NewPlan, stamp: Stamp) -> Result<PlanId, Error> {
        plan::save(&self.db, None, new, stamp)
    }

    /// A subscription of one who has none.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn lunch_subscription(
        &self,
        student: StudentId,
        wish: &Wish,
        stamp: Stamp,
    ) -> Result<SubscriptionId, Error> {
        subscribe::write(&self.db, student, wish, wish.weekdays, stamp)
    }

    /// The menu of a day.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn lunch_menu(
        &self,
        day: BusinessDay,
        dishes: &[ProductId],
        stamp: Stamp,
    ) -> Result<(), Error> {
        menu::write(&self.db, day, dishes, stamp)
    }

    /// A lunch that was eaten, the first of the pupil's day.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn lunch(
        &self,
        student: StudentId,
        subscription: SubscriptionId,
        price: Money,
        at: At,
    ) -> Result<Served, Error> {
        let id = ServingId(Uuid::now_v7());
        let day = at.moment.day();
        self.db
            .prepare_cached(
                "INSERT INTO lunch_served (id, student, turn, subscription, menu, price, at, day, user)
                 VALUES (?1, ?2, 0, (SELECT seq FROM lunch_subscribed WHERE id = ?3),
                     (SELECT max(seq) FROM lunch_menu WHERE served_on = ?6), ?4, ?5, ?6, ?7)",
            )?
            .execute((
                id.0.as_bytes(),
                student.0,
                subscription.0.as_bytes(),
                price.amount(),
                at.moment.at.0,
                day.number(),
                at.user.0,
            ))?;
        Ok(Served {
            id,
            student,
            at: at.moment.at,
            day,
            left_out: Vec::new(),
        })
    }

    /// A payment for a month.
    ///
    /// # Errors
    /// As [`Store::pay_lunch`](crate::store::Store::pay_lunch).
    pub fn lunch_payment(&self, payment: &Payment, at: At) -> Result<(), Error> {
        month::pay(&self.db, payment, &Shop::default(), at).map(drop)
    }
}
