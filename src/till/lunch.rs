//! Lunches, asked of an open canteen.

use std::collections::BTreeMap;

use super::{Closing, PinRefused, Reply, Till};
use crate::domain::lunch::payment::Slip;
use crate::domain::lunch::{
    Answered, Conflict, Menu, Month, NewPlan, PlanId, ServingId, SubscriptionId,
};
use crate::domain::sale::At;
use crate::domain::user::{Approved, Pin, Right, User};
use crate::domain::{BusinessDay, Moment, MovementId, ProductId, StudentId};
use crate::printing::{escpos, lunch_slip as paper};
use crate::store::lunch::{
    Attempt, Booking, LunchDay, MonthRow, Payment, PlanFile, Printing, Provision, Wanted, Wish,
};
use crate::store::{self, Stamp};

/// Why something about lunches was not done; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum LunchRefused {
    /// Whoever is signed in may not.
    #[error("the user's role does not allow it")]
    NoRight,
    /// The PIN opened nothing, or not that.
    #[error(transparent)]
    Pin(#[from] PinRefused),
    /// The store says no.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The program is closing.
    #[error(transparent)]
    Closing(#[from] Closing),
}

/// The right to say what there is for lunch: it decides what children are given.
pub const MENU: Right = Right::Declare;
/// The right to make plans, with their prices, and to subscribe pupils.
pub const PLANS: Right = Right::Price;
/// The right to take what is paid for a month.
pub const CHARGE: Right = Right::TopUp;
/// The right to take such a payment back.
pub const TAKE_BACK: Right = Right::Refund;

impl Till {
    /// A day at the lunch counter.
    pub fn lunch_day(&self, day: BusinessDay) -> Reply<Result<LunchDay, store::Error>> {
        self.writer.ask(move |store| store.lunch_day(day))
    }

    /// What there is for lunch on a day.
    pub fn lunch_menu(&self, day: BusinessDay) -> Reply<Result<Menu, store::Error>> {
        self.writer.ask(move |store| store.lunch_menu(day))
    }

    /// The menus of the days between two.
    pub fn lunch_menus(
        &self,
        from: BusinessDay,
        to: BusinessDay,
    ) -> Reply<Result<BTreeMap<BusinessDay, Vec<ProductId>>, store::Error>> {
        self.writer.ask(move |store| store.lunch_menus(from, to))
    }

    /// What can stand on a menu.
    pub fn lunch_provisions(&self) -> Reply<Result<Vec<Provision>, store::Error>> {
        self.writer.ask(|store| store.lunch_provisions())
    }

    /// The plans as they are now.
    pub fn lunch_plans(&self, day: BusinessDay) -> Reply<Result<Vec<PlanFile>, store::Error>> {
        self.writer.ask(move |store| store.lunch_plans(day))
    }

    /// The subscriptions that hold on a day or later.
    pub fn lunch_bookings(&self, day: BusinessDay) -> Reply<Result<Vec<Booking>, store::Error>> {
        self.writer.ask(move |store| store.lunch_bookings(day))
    }

    /// A month's accounts.
    pub fn lunch_month(&self, month: Month) -> Reply<Result<Vec<MonthRow>, store::Error>> {
        self.writer.ask(move |store| store.lunch_month(month))
    }

    /// Registers a lunch, or says why not.
    pub fn serve_lunch(
        &self,
        wanted: Wanted,
        user: &User,
        at: At,
    ) -> Reply<Result<Attempt, LunchRefused>> {
        self.if_may(user, Right::Lunch, move |store| {
            Ok(store.serve_lunch(&wanted, at)?)
        })
    }

    /// The same, approved by whoever's PIN this is: for what was shown, and no more.
    pub fn serve_lunch_approved(
        &self,
        wanted: Wanted,
        shown: Vec<Conflict>,
        approval: (Pin, String),
        at: At,
    ) -> Reply<Result<Attempt, LunchRefused>> {
        let till = self.clone();
        Reply::aside(move || {
            let (pin, reason) = approval;
            let approved = till.approved(Right::ApproveRestriction, pin, reason, at.moment)?;
            let answered = Answered::of(shown, Some(approved));
            let wanted = Wanted { answered, ..wanted };
            let served = till.writer.ask(move |store| store.serve_lunch(&wanted, at));
            Ok(served.wait()??)
        })
    }

    /// Takes a lunch back that was not eaten.
    pub fn take_back_lunch(
        &self,
        serving: ServingId,
        reason: String,
        user: &User,
        at: At,
    ) -> Reply<Result<(), LunchRefused>> {
        self.if_may(user, Right::Lunch, move |store| {
            Ok(store.take_back_lunch(serving, &reason, at)?)
        })
    }

    /// Says what there is on a day.
    pub fn set_lunch_menu(
        &self,
        day: BusinessDay,
        dishes: Vec<ProductId>,
        user: &User,
        now: Moment,
    ) -> Reply<Result<(), LunchRefused>> {
        let stamp = Stamp::by(user.id, now);
        self.if_may(user, MENU, move |store| {
            Ok(store.set_lunch_menu(day, &dishes, stamp)?)
        })
    }

    /// Makes or changes a plan.
    pub fn save_lunch_plan(
        &self,
        plan: Option<PlanId>,
        new: NewPlan,
        user: &User,
        now: Moment,
    ) -> Reply<Result<PlanId, LunchRefused>> {
        let stamp = Stamp::by(user.id, now);
        self.if_may(user, PLANS, move |store| {
            Ok(store.save_lunch_plan(plan, &new, stamp)?)
        })
    }

    /// Subscribes pupils, all or none.
    pub fn subscribe_lunch(
        &self,
        students: Vec<StudentId>,
        wish: Wish,
        user: &User,
        now: Moment,
    ) -> Reply<Result<Vec<SubscriptionId>, LunchRefused>> {
        let stamp = Stamp::by(user.id, now);
        self.if_may(user, PLANS, move |store| {
            Ok(store.subscribe_lunch(&students, &wish, stamp)?)
        })
    }

    /// Ends a subscription with a day.
    pub fn end_lunch(
        &self,
        subscription: SubscriptionId,
        last: BusinessDay,
        reason: Option<String>,
        user: &User,
        now: Moment,
    ) -> Reply<Result<(), LunchRefused>> {
        let stamp = Stamp::by(user.id, now);
        self.if_may(user, PLANS, move |store| {
            Ok(store.end_lunch(subscription, last, reason.as_deref(), stamp)?)
        })
    }

    /// Takes what is paid for a month.
    pub fn pay_lunch(
        &self,
        payment: Payment,
        user: &User,
        at: At,
    ) -> Reply<Result<(), LunchRefused>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.if_may(user, CHARGE, move |store| {
            let words = voice.words.i18n();
            let render = |slip: &Slip| {
                let page = paper::slip(slip, words, voice.profile.paper);
                let title = words.text_with("lunch-slip-job", &[("number", slip.number.into())]);
                Some((title, escpos::encode(&page, &voice.profile)))
            };
            let printing = Printing {
                shop: &voice.config.shop,
                render: &render,
                drawer: &voice.drawer,
            };
            let paid = store.pay_lunch(&payment, at, &printing);
            printer.wake();
            Ok(paid?)
        })
    }

    /// Takes such a payment back under the PIN of somebody who may.
    pub fn take_back_lunch_payment(
        &self,
        of: MovementId,
        pin: Pin,
        reason: String,
        at: At,
    ) -> Reply<Result<(), LunchRefused>> {
        let till = self.clone();
        Reply::aside(move || {
            let approved = till.approved(TAKE_BACK, pin, reason, at.moment)?;
            let back = move |store: &mut store::Store| store.take_back_payment(of, &approved, at);
            Ok(till.writer.ask(back).wait()??)
        })
    }

    fn approved(
        &self,
        right: Right,
        pin: Pin,
        reason: String,
        now: Moment,
    ) -> Result<Approved, LunchRefused> {
        let approval = self.approve(right, pin, reason, now).wait()??;
        approval.spend(right).ok_or(LunchRefused::NoRight)
    }

    /// Does it if the user may, and else nothing.
    fn if_may<T: Send + 'static>(
        &self,
        user: &User,
        right: Right,
        work: impl FnOnce(&mut store::Store) -> Result<T, LunchRefused> + Send + 'static,
    ) -> Reply<Result<T, LunchRefused>> {
        match user.active && user.may(right) {
            true => self.writer.ask(work),
            false => Reply::ready(Err(LunchRefused::NoRight)),
        }
    }
}
