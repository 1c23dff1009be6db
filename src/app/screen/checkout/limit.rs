//! What is beyond the pupil's limits: somebody with the right lets it through, for this payment only.

use super::super::Context;
use super::Screen;
use super::dialog::{Approving, Beyond, Dialog, Purpose};
use super::message::Action;
use crate::domain::checkout::Event;
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
        let (charged, open) = self.stands_against(dialog, context);
        // Whoever approves is shown all of it, what was let through before too.
        let all = self.cart().refusals(charged, context.now);
        (dialog.is_payment() && !open.is_empty()).then_some((charged, all))
    }

    /// Back to the payment, which goes through now.
    pub(super) fn limit_lifted(
        &mut self,
        beyond: Beyond,
        approved: Approved,
        context: &Context<'_>,
    ) -> Action {
        self.dialog = Some(beyond.back);
        let lifted = Event::LimitLifted(beyond.charged, approved, context.now);
        self.step(lifted, context)
    }
}
