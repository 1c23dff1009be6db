//! A charge beyond the pupil's limits: somebody with the right lets it through, for this payment only.

use super::super::Context;
use super::Screen;
use super::dialog::{Approving, Beyond, Dialog, Purpose};
use super::message::Action;
use crate::domain::checkout::Event;
use crate::domain::tender::{TenderKind, Unsettled};
use crate::domain::user::Approved;
use crate::domain::{Money, account};

impl Screen {
    /// A charge that the account refuses goes to somebody with the right.
    pub(super) fn limit_pressed(&mut self, context: &Context<'_>) -> Action {
        if self.is_committing() {
            return Action::None;
        }
        let Some(dialog) = self.dialog.take() else {
            return Action::None;
        };
        self.dialog = Some(match self.beyond(&dialog, context) {
            Some((charged, refused)) => Approving::of(Purpose::Limit(Box::new(Beyond {
                back: dialog,
                charged,
                refused,
            }))),
            None => dialog,
        });
        Action::None
    }

    /// What the open dialog would charge, and what stands against it.
    fn beyond(
        &self,
        dialog: &Dialog,
        context: &Context<'_>,
    ) -> Option<(Money, Vec<account::Refused>)> {
        let Some(Err(Unsettled::Account(_))) = self.settled(dialog, context) else {
            return None;
        };
        let offers = self.offers(dialog, context)?.into_iter();
        let by_account = offers.filter(|offer| offer.tender.kind == TenderKind::Account);
        let charged = by_account.map(|offer| offer.amount).sum();
        let standing = self.cart().customer()?.standing;
        Some((charged, standing.refusals(charged)))
    }

    /// Back to the payment, which goes through now.
    pub(super) fn limit_lifted(
        &mut self,
        beyond: Beyond,
        approved: Approved,
        context: &Context<'_>,
    ) -> Action {
        self.dialog = Some(beyond.back);
        self.step(Event::LimitLifted(beyond.charged, approved), context)
    }
}
