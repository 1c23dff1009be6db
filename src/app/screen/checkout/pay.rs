//! Paying: one press commits, and the machine is deaf until the store has answered.

use super::super::Context;
use super::alert::Alert;
use super::dialog::{Dialog, Mixed, Paying, Purpose};
use super::entry::Figure;
use super::message::{Action, Way};
use super::{Done, Screen};
use crate::app::widget::Mood;
use crate::domain::account::Refused;
use crate::domain::checkout::Event;
use crate::domain::sale::At;
use crate::domain::tender::{
    self, Excess, Offer, Reference, Settlement, Tender, TenderKind, Unsettled,
};
use crate::domain::{CartId, Money, SaleId, TenderId};

impl Screen {
    pub(super) fn pay_pressed(&mut self, way: Way, context: &Context<'_>) -> Action {
        if self.dialog.is_some() {
            return Action::None;
        }
        if way == Way::Account
            && self.cart().customer().is_none()
            && !self.cart().lines().is_empty()
        {
            return self.open(Dialog::pupils());
        }
        let even = self.cart().net().is_some_and(|net| net.due.is_zero());
        let dialog = match even {
            true => Some(Dialog::Even),
            false => self.payment(way, context),
        };
        let Some(dialog) = dialog else {
            let words = context.words;
            let more = Some(words.text("no-tender-todo"));
            self.say(Mood::Error, words.text("no-tender"), more);
            return Action::None;
        };
        let action = self.step(Event::PaymentStarted(SaleId((context.ids)())), context);
        if self.machine.paying().is_some() && self.dialog.is_none() {
            self.dialog = Some(dialog);
        }
        action
    }

    fn payment(&self, way: Way, context: &Context<'_>) -> Option<Dialog> {
        let paying = |tender: Tender| Paying {
            tender,
            reference: String::new(),
        };
        match way {
            Way::Account => taken(&[TenderKind::Account], context).map(|_| Dialog::Account),
            Way::Cash => {
                taken(&[TenderKind::Cash], context).map(|_| Dialog::Cash(Figure::default()))
            }
            Way::Card => {
                let kinds = [TenderKind::Debit, TenderKind::Credit];
                taken(&kinds, context).map(|tender| Dialog::Card(paying(tender)))
            }
            Way::Mixed => {
                let tender = taken(&[TenderKind::Qr], context)
                    .or_else(|| context.tenders.iter().find(|tender| tender.active).cloned())?;
                Some(Dialog::Mixed(Mixed {
                    offers: Vec::new(),
                    next: paying(tender),
                    figure: Figure::of(self.cart().due()),
                }))
            }
        }
    }

    pub(super) fn cash_pressed(&mut self, amount: Money) -> Action {
        if let (Some(Dialog::Cash(figure)), None) = (&mut self.dialog, self.machine.committing()) {
            *figure = Figure::of(amount);
        }
        Action::None
    }

    pub(super) fn tender_chosen(&mut self, id: TenderId, context: &Context<'_>) -> Action {
        let Some(tender) = context.tenders.iter().find(|tender| tender.id == id) else {
            return Action::None;
        };
        let total = self.cart().due();
        match &mut self.dialog {
            Some(Dialog::Card(paying)) => paying.tender = tender.clone(),
            Some(Dialog::Mixed(mixed)) => {
                mixed.next.tender = tender.clone();
                mixed.figure = Figure::of(mixed.left(total));
            }
            _ => {}
        }
        Action::None
    }

    pub(super) fn offer_removed(&mut self, at: usize) -> Action {
        let total = self.cart().due();
        if let (Some(Dialog::Mixed(mixed)), None) = (&mut self.dialog, self.machine.committing())
            && at < mixed.offers.len()
        {
            mixed.offers.remove(at);
            mixed.figure = Figure::of(mixed.left(total));
        }
        Action::None
    }

    /// The main button of whatever is open.
    pub(super) fn confirmed(&mut self, context: &Context<'_>) -> Action {
        match &self.dialog {
            Some(Dialog::Quantity(_)) => self.quantity_confirmed(context),
            Some(Dialog::Note(..)) => self.note_confirmed(context),
            Some(Dialog::Discount(_)) => self.authorise_pressed(context),
            Some(Dialog::Approval(_)) => self.approval_confirmed(),
            Some(Dialog::Hold(_)) => self.hold_confirmed(context),
            Some(Dialog::Clear) => self.clear_confirmed(context),
            Some(Dialog::Pupils(_)) => self.pupil_chosen(0, context),
            Some(Dialog::Scanned(code)) => self.ticket_opened(*code),
            Some(Dialog::Mixed(_)) => self.mixed_confirmed(context),
            Some(dialog) => match self.offers(dialog, context) {
                Some(offers) => self.hand_over(offers, context),
                None => Action::None,
            },
            None => Action::None,
        }
    }

    /// What the open dialog would hand over.
    pub(super) fn offers(&self, dialog: &Dialog, context: &Context<'_>) -> Option<Vec<Offer>> {
        let total = self.cart().due();
        let of = |kind, amount| {
            taken(&[kind], context).map(|tender| {
                let reference = None;
                vec![Offer {
                    tender,
                    amount,
                    reference,
                }]
            })
        };
        match dialog {
            Dialog::Cash(received) => of(TenderKind::Cash, received.money()),
            Dialog::Account => of(TenderKind::Account, total),
            Dialog::Card(paying) => Some(vec![paying.offer(total)]),
            Dialog::Mixed(mixed) => Some(mixed.with_next()),
            Dialog::Even => Some(Vec::new()),
            _ => None,
        }
    }

    /// Whether what the open dialog would hand over pays the total.
    pub(super) fn settled(
        &self,
        dialog: &Dialog,
        context: &Context<'_>,
    ) -> Option<Result<Settlement, Unsettled>> {
        let offers = self.offers(dialog, context)?;
        self.machine.settle(&offers, context.now)
    }

    /// Of the open payment: what stands against it that nobody has let through, and what it charges.
    pub(super) fn stands_against(
        &self,
        dialog: &Dialog,
        context: &Context<'_>,
    ) -> (Money, Vec<Refused>) {
        self.against_offers(self.offers(dialog, context).unwrap_or_default(), context)
    }

    /// The same of these offers.
    pub(super) fn against_offers(
        &self,
        offers: Vec<Offer>,
        context: &Context<'_>,
    ) -> (Money, Vec<Refused>) {
        let offers = offers.into_iter();
        let by_account = offers.filter(|offer| offer.tender.kind == TenderKind::Account);
        let charged = by_account.map(|offer| offer.amount).sum();
        (charged, self.machine.stands_against(charged, context.now))
    }

    /// The change goes to the pupil's account, or back again.
    pub(super) fn keep_change_pressed(&mut self, context: &Context<'_>) -> Action {
        if !matches!(self.dialog, Some(Dialog::Cash(_))) || self.is_committing() {
            return Action::None;
        }
        let excess = match self.machine.excess() {
            Excess::Back => Excess::ToAccount,
            Excess::ToAccount => Excess::Back,
        };
        self.step(Event::ChangeKept(excess), context)
    }

    fn hand_over(&mut self, offers: Vec<Offer>, context: &Context<'_>) -> Action {
        let at = At {
            till: context.till,
            user: context.user.id,
            moment: context.now,
        };
        self.step(Event::Tendered(offers, at), context)
    }
}

impl Screen {
    /// Hands over if that pays; else the part typed joins the others.
    fn mixed_confirmed(&mut self, context: &Context<'_>) -> Action {
        let Some(dialog) = &self.dialog else {
            return Action::None;
        };
        let adds_up = !matches!(
            self.settled(dialog, context),
            Some(Err(Unsettled::Short { .. }))
        );
        let offers = self.offers(dialog, context).unwrap_or_default();
        if adds_up || self.is_committing() {
            return self.hand_over(offers, context);
        }
        // What the pupil may not charge is no part of it; the dialog says why.
        if !self.stands_against(dialog, context).1.is_empty() {
            return Action::None;
        }
        let total = self.cart().due();
        let has_pupil = self.cart().customer().is_some();
        let next = next_tender(&offers, has_pupil, context);
        if let Some(Dialog::Mixed(mixed)) = &mut self.dialog {
            mixed.offers = offers;
            mixed.next.reference.clear();
            if let Some(next) = next {
                mixed.next.tender = next;
            }
            mixed.figure = Figure::of(mixed.left(total));
        }
        self.quiet()
    }

    /// Sends a dialog away; a payment is given up, an approval goes back to what asked for it.
    pub(super) fn closed(&mut self, context: &Context<'_>) -> Action {
        if self.is_committing() {
            return Action::None;
        }
        match self.dialog.take() {
            Some(Dialog::Approval(approving)) if approving.checking.is_some() => {
                self.dialog = Some(Dialog::Approval(approving));
                Action::None
            }
            Some(Dialog::Approval(approving)) => {
                if let Purpose::Limit(beyond) = approving.purpose {
                    self.dialog = Some(beyond.back);
                    return self.quiet();
                }
                let (policy, day) = (&context.rules.policy, context.rules.day);
                let conflicts = self.cart().conflicts(policy, day);
                self.dialog = (!conflicts.is_empty()).then(|| Dialog::Alert(Alert::of(conflicts)));
                self.quiet()
            }
            Some(dialog) if dialog.is_payment() => self.step(Event::PaymentCancelled, context),
            _ => self.quiet(),
        }
    }

    pub(super) fn recorded(&mut self, ticket: String, context: &Context<'_>) -> Action {
        let Some(sale) = self.machine.committing() else {
            return Action::None;
        };
        let settlement = sale.settlement();
        let charged = settlement.charged_to_account();
        let kept = settlement.to_account();
        let back = |kind| {
            let refund = sale.refund().map(|refund| refund.plan().money_by(kind));
            refund.unwrap_or_default()
        };
        let (in_cash, credited) = (back(TenderKind::Cash), back(TenderKind::Account));
        let moved = [charged, kept, credited].iter().any(|of| of.is_positive());
        let balance = sale.customer().filter(|_| moved);
        let mut payments = settlement.payments().iter();
        let done = Done {
            ticket,
            total: sale.totals().total - settlement.rounding() + settlement.surcharge(),
            change: settlement.change() + in_cash,
            by_cash: in_cash.is_positive()
                || payments.any(|payment| payment.kind == TenderKind::Cash),
            balance: balance.map(|customer| {
                let name = customer.student.name.clone();
                (name, customer.standing.balance - charged + kept + credited)
            }),
        };
        self.dialog = None;
        self.search.clear();
        let action = self.step(Event::Recorded(CartId((context.ids)())), context);
        self.done = Some(done);
        action
    }

    pub(super) fn not_recorded(&mut self, why: &str, context: &Context<'_>) -> Action {
        if !self.is_committing() {
            return Action::None;
        }
        self.dialog = None;
        let action = self.step(Event::NotRecorded, context);
        let what = context.words.text("not-recorded");
        self.say(Mood::Error, what, Some(why.to_owned()));
        action
    }
}

/// Another way to pay than those that pay a part already: cash, else the first that there is.
fn next_tender(offers: &[Offer], has_pupil: bool, context: &Context<'_>) -> Option<Tender> {
    let unused = |tender: &&Tender| {
        tender.active
            && offers.iter().all(|offer| offer.tender.id != tender.id)
            && (has_pupil || tender.kind != TenderKind::Account)
    };
    let mut left = context.tenders.iter().filter(unused);
    let cash = left.clone().find(|tender| tender.kind == TenderKind::Cash);
    cash.or_else(|| left.next()).cloned()
}

/// The first tender of one of these kinds that the canteen takes.
pub(super) fn taken(kinds: &[TenderKind], context: &Context<'_>) -> Option<Tender> {
    let mut tenders = context.tenders.iter();
    tenders
        .find(|tender| tender.active && kinds.contains(&tender.kind))
        .cloned()
}

impl Paying {
    pub(super) fn offer(&self, amount: Money) -> Offer {
        Offer {
            tender: self.tender.clone(),
            amount,
            reference: Reference::parse(&self.reference).ok(),
        }
    }
}

impl Mixed {
    /// The parts, and the one being typed unless it is nothing.
    pub(super) fn with_next(&self) -> Vec<Offer> {
        let mut offers = self.offers.clone();
        let next = self.next.offer(self.figure.money());
        if next.amount.is_positive() {
            offers.push(next);
        }
        offers
    }

    /// What the parts leave to pay; in cash, if that is the tender chosen.
    pub(super) fn left(&self, total: Money) -> Money {
        let paid: Money = self.offers.iter().map(|offer| offer.amount).sum();
        let left = (total - paid).or_zero();
        if self.next.tender.kind == TenderKind::Cash {
            tender::due_in_cash(left)
        } else {
            left
        }
    }
}
