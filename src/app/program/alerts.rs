//! What alerts at the checkout want done: labels written down, decisions noted, sounds heard; and the cart
//! judged again whenever what it is judged by has changed.

use std::sync::Arc;

use iced::Task;

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen};
use crate::app::screen::checkout;
use crate::app::sound::{Cue, Heard};
use crate::domain::ProductId;
use crate::domain::catalogue::Product;
use crate::domain::diet::{Allergen, Declared, Source};
use crate::store::Stamp;
use crate::store::diet::{Alerted, Word};

impl Program {
    /// Writes down what a label says, and reads the product again as it is known then.
    pub(super) fn note_label(
        &self,
        product: ProductId,
        allergens: Vec<Allergen>,
        state: Declared,
    ) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        // Nobody at the checkout is shown what else the label seems to say: words against it still count.
        let word = Word {
            state,
            source: Source::Label,
            quote: None,
            against: None,
        };
        let words = allergens.into_iter().map(|of| (of, word.clone())).collect();
        let stamp = Stamp::by(user.id, self.now);
        let till = self.till.clone();
        let declared = self.till.declare(product, words, stamp);
        let answer = async move {
            flat(declared.await)?;
            flat(till.product(product).await).map(Box::new)
        };
        Task::perform(answer, move |read| Message::LabelNoted(product, read))
    }

    /// The checkout is told at once; what else is made of the product follows with the catalogue.
    pub(super) fn label_noted(
        &mut self,
        id: ProductId,
        read: Result<Box<Product>, Failed>,
    ) -> Task<Message> {
        let noted = match read {
            Ok(product) => {
                let product = Arc::new(*product);
                self.catalogue.learn(&product);
                Ok(product)
            }
            Err(why) => Err(self.told(&why)),
        };
        let all = noted
            .as_ref()
            .map_or_else(|_| Task::none(), |_| self.read_catalogue());
        let told = self.checkout(checkout::Message::LabelNoted(id, noted));
        Task::batch([told, all])
    }

    /// Notes what alerts showed and what was decided, off the screen's thread.
    pub(super) fn note_alerts(&self, alerts: Vec<Alerted>) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        let noted = self.till.note_alerts(alerts, user, self.now);
        Task::perform(async { flat(noted.await) }, Message::AlertsNoted)
    }

    /// Whoever saw an alert goes without deciding: that is on file as theirs.
    pub(super) fn leave_alerts(&mut self) -> Task<Message> {
        if self.user().is_none() {
            return Task::none();
        }
        let mut seen = self.checkout.leave();
        seen.extend(self.left_at_lunch());
        if seen.is_empty() {
            return Task::none();
        }
        self.note_alerts(seen)
    }

    /// Closes the window once what was shown and not decided is on file, or cannot be.
    pub(super) fn close(&mut self, window: iced::window::Id) -> Task<Message> {
        self.leave_alerts().chain(iced::window::close(window))
    }

    /// Selling goes on: a decision that could not be noted is for the technician.
    pub(super) fn alerts_noted(&self, noted: Result<(), Failed>) -> Task<Message> {
        if let Err(why) = noted {
            let cause = why.cause().unwrap_or_else(|| format!("{why:?}"));
            self.till.note(format!(
                "what was decided about an alert is not on file: {cause}"
            ));
        }
        Task::none()
    }

    /// Lets an alert be heard, as the settings say.
    pub(super) fn sound(&self, cue: Cue, said: String) -> Task<Message> {
        let config = self.till.config();
        let heard = Heard {
            cue: config.sounds.then_some(cue),
            said: config.read_aloud.then_some((said, config.locale)),
        };
        if let Some(sound) = &self.sound {
            sound.play(heard);
        }
        Task::none()
    }

    /// Back from another place, where what the pupil in hand must not eat may have been changed.
    pub(super) fn back_to_checkout(&mut self) -> Task<Message> {
        if let Screen::Work(work) = &mut self.screen {
            work.place = Place::Checkout;
        }
        let focus = if self.checkout.has_alert() {
            iced::widget::operation::focus(checkout::ALERT_ID)
        } else {
            Task::none()
        };
        Task::batch([self.read_buyer(), focus])
    }

    /// Judges the cart by products that are no longer what they were when they were put into it.
    pub(super) fn judge_again(&mut self) -> Task<Message> {
        let lines = self.checkout.cart().lines().iter();
        let changed: Vec<Arc<Product>> = lines
            .filter_map(|line| {
                let now = self.catalogue.get(line.product().id)?;
                (now != line.product()).then(|| Arc::clone(now))
            })
            .collect();
        let told = changed
            .into_iter()
            .map(|product| self.checkout(checkout::Message::ProductChanged(product)));
        Task::batch(told.collect::<Vec<_>>())
    }
}
