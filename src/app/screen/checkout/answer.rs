//! Answering alerts, and asking somebody with the right for their PIN.

use super::super::Context;
use super::dialog::{Approving, Dialog, Purpose};
use super::message::{Action, ApprovalRequest, Denied};
use super::{Screen, sell};
use crate::app::widget::keypad::Key;
use crate::domain::Money;
use crate::domain::cart::{Conflict, Decision, Discount, Reduction};
use crate::domain::checkout::Event;
use crate::domain::diet::{Reason, Response};
use crate::domain::user::{Approved, Pin};
use crate::store::diet::Outcome;

/// The most figures of a PIN.
const PIN_MAX: usize = 8;
/// The least letters of a reason.
const REASON_MIN: usize = 3;

impl Screen {
    /// The cashier has read it: answers what needs no more than that.
    pub(super) fn alert_confirmed(&mut self, context: &Context<'_>) -> Action {
        let decisions = self.decisions(Response::Confirm, context);
        self.decide(decisions, context)
    }

    /// What the alert asks, as answers that somebody could give; a refusal has none.
    fn decisions(&self, up_to: Response, context: &Context<'_>) -> Vec<Decision> {
        let Some(Dialog::Alert(alert)) = &self.dialog else {
            return Vec::new();
        };
        let Some(customer) = self.cart().customer() else {
            return Vec::new();
        };
        let answer = |conflict: &Conflict, reason: &Reason| Decision {
            student: customer.student.id,
            product: conflict.product.id,
            reason: reason.clone(),
            confirmed_by: context.user.id,
            approved: None,
        };
        let conflicts = alert.conflicts.iter();
        conflicts
            .filter(|conflict| conflict.response() <= up_to)
            .flat_map(|conflict| {
                let reasons = conflict.reasons.iter();
                reasons.map(move |reason| answer(conflict, reason))
            })
            .collect()
    }

    /// Answers together what was shown together: one decision, one fact.
    fn decide(&mut self, decisions: Vec<Decision>, context: &Context<'_>) -> Action {
        let approved = decisions.iter().find_map(|of| of.approved.clone());
        let outcome = match approved {
            Some(Approved { by, reason }) => Outcome::Approved(by, reason),
            None => Outcome::Confirmed,
        };
        let mut last = Action::None;
        for decision in decisions {
            last = self.happen(Event::Decided(Box::new(decision)), context);
        }
        self.settle(Some(outcome), true, context);
        last
    }

    /// An alert or a discount goes to somebody with the right.
    pub(super) fn authorise_pressed(&mut self, context: &Context<'_>) -> Action {
        let purpose = match &self.dialog {
            Some(Dialog::Alert(alert)) => {
                let names = alert
                    .conflicts
                    .iter()
                    .filter(|conflict| conflict.response() <= Response::Approve)
                    .map(|conflict| conflict.product.name.clone())
                    .collect();
                let decisions = self.decisions(Response::Approve, context);
                (!decisions.is_empty()).then_some(Purpose::Restriction(decisions, names))
            }
            Some(Dialog::Discount(typed)) => typed
                .reduction()
                .filter(|reduction| reduction.is_sensible())
                .map(|reduction| Purpose::Discount(typed.target, reduction)),
            _ => None,
        };
        if let Some(purpose) = purpose {
            self.dialog = Some(Approving::of(purpose));
        }
        Action::None
    }

    pub(super) fn approval_confirmed(&mut self) -> Action {
        let number = self.asked + 1;
        let Some(Dialog::Approval(approving)) = &mut self.dialog else {
            return Action::None;
        };
        let Some(pin) = approving.ready() else {
            let silent = approving.checking.is_none() && !approving.has_reason();
            approving.denied = silent.then_some(Denied::NoReason);
            return Action::None;
        };
        approving.checking = Some(number);
        approving.denied = None;
        approving.pin.clear();
        self.asked = number;
        Action::Approve(ApprovalRequest {
            number,
            pin,
            right: approving.purpose.right(),
            reason: approving.reason.trim().to_owned(),
        })
    }

    /// An answer to a request that is no longer open answers nothing.
    pub(super) fn approved(
        &mut self,
        number: u64,
        answer: Result<Approved, Denied>,
        context: &Context<'_>,
    ) -> Action {
        let approved = match (&mut self.dialog, answer) {
            (Some(Dialog::Approval(asking)), Ok(approved)) if asking.checking == Some(number) => {
                approved
            }
            (Some(Dialog::Approval(asking)), Err(denied)) if asking.checking == Some(number) => {
                (asking.checking, asking.denied) = (None, Some(denied));
                return Action::None;
            }
            _ => return Action::None,
        };
        let Some(Dialog::Approval(approving)) = self.dialog.take() else {
            return Action::None;
        };
        match approving.purpose {
            Purpose::Discount(target, reduction) => {
                let discount = Discount {
                    reduction,
                    approved,
                };
                self.step(sell::discounted(target, Some(discount)), context)
            }
            Purpose::Limit(beyond) => self.limit_lifted(*beyond, approved, context),
            Purpose::Restriction(decisions, _) => {
                let approve = |mut decision: Decision| {
                    decision.approved = Some(approved.clone());
                    decision
                };
                self.decide(decisions.into_iter().map(approve).collect(), context)
            }
        }
    }
}

impl Approving {
    pub(super) fn press(&mut self, key: Key) {
        if self.checking.is_some() {
            return;
        }
        match key {
            Key::Digit(digit) if self.pin.len() < PIN_MAX => {
                self.pin.push(char::from(b'0' + digit % 10));
            }
            Key::Backspace => drop(self.pin.pop()),
            Key::Digit(_) | Key::Thousand => {}
        }
        self.denied = None;
    }

    /// The PIN, once there is one and a reason, and no other is being checked.
    pub(super) fn ready(&self) -> Option<Pin> {
        if self.checking.is_some() || !self.has_reason() {
            return None;
        }
        Pin::parse(&self.pin).ok()
    }

    pub(super) fn has_reason(&self) -> bool {
        self.reason.trim().chars().count() >= REASON_MIN
    }
}

impl super::dialog::Discounting {
    /// As typed; `None` for nothing.
    pub(super) fn reduction(&self) -> Option<Reduction> {
        match (self.figure.value(), self.percent) {
            (0, _) => None,
            (percent, true) => Some(Reduction::Percent(percent.into())),
            (_, false) => Some(Reduction::Amount(self.figure.money())),
        }
    }

    /// What it would take off.
    pub(super) fn takes_off(&self, gross: Money) -> Money {
        let sensible = self.reduction().filter(|reduction| reduction.is_sensible());
        sensible.map_or(Money::ZERO, |reduction| reduction.of(gross))
    }
}
