//! What is known of products and pupils, asked of an open canteen.
//!
//! What is written goes through the one writer; what is only read, and may take long, reads beside it.

use std::sync::Arc;

use super::{Closing, Reply, Till};
use crate::domain::catalogue::Product;
use crate::domain::diet::{
    Allergen, BadPolicyFile, Diet, Known, NotYours, OwnNames, Policy, Restriction, Wish,
};
use crate::domain::user::{Right, User};
use crate::domain::{BusinessDay, Moment, ProductId, StudentId};
use crate::store::diet::{
    Alerted, Files, LookBack, Met, Minded, PupilSaid, Rulebook, Said, Sheet, Text, Word,
};
use crate::store::{self, Reader, Stamp};

/// Why a rule of the house was not changed; the last good one stays in force.
#[derive(Debug, Clone, thiserror::Error)]
pub enum NotChanged {
    /// Not by this person.
    #[error(transparent)]
    NotYours(#[from] NotYours),
    /// The file is no policy.
    #[error(transparent)]
    BadFile(#[from] BadPolicyFile),
    /// The store says no.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The program is closing.
    #[error(transparent)]
    Closing(#[from] Closing),
}

impl Till {
    /// The policy in force.
    pub fn policy(&self) -> Reply<Result<Policy, store::Error>> {
        self.writer.ask(|store| store.policy())
    }

    /// Puts a policy in force, if this person may.
    pub fn set_policy(
        &self,
        policy: Policy,
        user: &User,
        now: Moment,
    ) -> Reply<Result<(), NotChanged>> {
        let role = user.acts_as(Right::Policy);
        let stamp = Stamp::by(user.id, now);
        self.writer.ask(move |store| {
            store.policy()?.may_become(&policy, role)?;
            Ok(store.set_policy(&policy, stamp)?)
        })
    }

    /// Puts the policy of a file in force, if this person may.
    ///
    /// # Errors
    /// [`BadPolicyFile`] with the line that is wrong; the last good policy stays in force.
    pub fn load_policy(
        &self,
        text: &str,
        user: &User,
        now: Moment,
    ) -> Result<Reply<Result<(), NotChanged>>, BadPolicyFile> {
        Ok(self.set_policy(Policy::parse(text)?, user, now))
    }

    /// Every policy that was ever in force, oldest first.
    pub fn policies(&self) -> Reply<Result<Vec<Rulebook>, store::Error>> {
        self.writer.ask(|store| store.policies())
    }

    /// The canteen's own words, as they were written.
    pub fn own_words(&self) -> Reply<Result<Option<String>, store::Error>> {
        self.writer.ask(|store| store.own_words())
    }

    /// Puts the canteen's own words in force; bad ones change nothing.
    pub fn set_own_words(&self, text: String, stamp: Stamp) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.set_own_words(&text, stamp))
    }

    /// The allergens and diets that the canteen added.
    pub fn own_names(&self) -> Reply<Result<OwnNames, store::Error>> {
        self.writer.ask(|store| store.own_names())
    }

    /// Adds an allergen of the canteen's own, and says what there are then.
    pub fn add_allergen(&self, name: String) -> Reply<Result<OwnNames, store::Error>> {
        self.writer.ask(move |store| {
            store.add_allergen(&name)?;
            store.own_names()
        })
    }

    /// Adds a diet of the canteen's own, and says what there are then.
    pub fn add_diet(&self, name: String) -> Reply<Result<OwnNames, store::Error>> {
        self.writer.ask(move |store| {
            store.add_diet(&name)?;
            store.own_names()
        })
    }

    /// Says what is in a product.
    pub fn declare(
        &self,
        product: ProductId,
        words: Vec<(Allergen, Word)>,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.declare(product, &words, stamp))
    }

    /// A product as it is now, for carts that hold it.
    pub fn product(&self, product: ProductId) -> Reply<Result<Product, store::Error>> {
        self.writer.ask(move |store| store.product(product))
    }

    /// What is known of a product now, also of one that is only used in the kitchen.
    pub fn known(&self, product: ProductId) -> Reply<Result<Arc<Known>, store::Error>> {
        self.writer.ask(move |store| store.known(product))
    }

    /// Says whether a product goes with a diet; `None` takes it back.
    pub fn suit(
        &self,
        product: ProductId,
        diet: Diet,
        suits: Option<bool>,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.suit(product, diet, suits, stamp))
    }

    /// Changes what is written about a product.
    pub fn describe(
        &self,
        product: ProductId,
        text: Text,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.describe(product, &text, stamp))
    }

    /// Says what a product is made of.
    pub fn compose(
        &self,
        product: ProductId,
        parts: Vec<ProductId>,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.compose(product, &parts, stamp))
    }

    /// Adds something that is only used in the kitchen.
    pub fn add_ingredient(
        &self,
        text: Text,
        category: String,
        stamp: Stamp,
    ) -> Reply<Result<ProductId, store::Error>> {
        self.writer
            .ask(move |store| store.add_ingredient(&text, &category, stamp))
    }

    /// What was said and written of a product, latest first.
    pub fn history_of(&self, product: ProductId) -> Reply<Result<Vec<Said>, store::Error>> {
        self.writer.ask(move |store| store.history_of(product))
    }

    /// Notes what a pupil must not eat.
    pub fn restrict(
        &self,
        student: StudentId,
        restriction: Restriction,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.restrict(student, &restriction, stamp))
    }

    /// Ends a restriction: `said_by` says that it holds no longer.
    pub fn end_restriction(
        &self,
        student: StudentId,
        allergen: Allergen,
        said_by: String,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.end_restriction(student, allergen, &said_by, stamp))
    }

    /// Notes a diet that a pupil keeps, or no longer keeps.
    pub fn wish(
        &self,
        student: StudentId,
        wish: Wish,
        keeps: bool,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.wish(student, &wish, keeps, stamp))
    }

    /// Notes that somebody looks at a pupil's health data, or with `None` at the list of all pupils.
    pub fn note_health_seen(
        &self,
        student: Option<StudentId>,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.note_health_seen(student, stamp))
    }

    /// Every pupil with something to look out for.
    pub fn minded(&self) -> Reply<Result<Vec<Minded>, store::Error>> {
        self.writer.ask(|store| store.minded())
    }

    /// What was said of a pupil, latest first.
    pub fn history_of_pupil(
        &self,
        student: StudentId,
    ) -> Reply<Result<Vec<PupilSaid>, store::Error>> {
        self.writer
            .ask(move |store| store.history_of_pupil(student))
    }

    /// Notes what alerts showed and what was done.
    pub fn note_alerts(
        &self,
        alerts: Vec<Alerted>,
        user: &User,
        now: Moment,
    ) -> Reply<Result<(), store::Error>> {
        let user = user.id;
        self.writer
            .ask(move |store| store.note_alerts(&alerts, user, Stamp::by(user, now)))
    }

    /// Notes that somebody has answered for a sale that the look back found.
    pub fn look_at(
        &self,
        met: Met,
        note: String,
        user: &User,
        now: Moment,
    ) -> Reply<Result<(), store::Error>> {
        let user = user.id;
        self.writer
            .ask(move |store| store.look_at(&met, &note, user, Stamp::by(user, now)))
    }

    /// Everything on file of the products, with what was sold of each between two days.
    pub fn files(&self, from: BusinessDay, to: BusinessDay) -> Reply<Result<Files, store::Error>> {
        self.beside(move |reader| reader.files(from, to))
    }

    /// Judges every past sale to a pupil with restrictions again.
    pub fn look_back(&self) -> Reply<Result<LookBack, store::Error>> {
        self.beside(Reader::look_back)
    }

    /// The sheet for a family.
    pub fn sheet(
        &self,
        student: StudentId,
        from: BusinessDay,
        to: BusinessDay,
    ) -> Reply<Result<Sheet, store::Error>> {
        self.beside(move |reader| reader.sheet(student, from, to))
    }

    /// Reads on a connection and a thread of its own, after all that was asked for before.
    pub(super) fn beside<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Reader) -> Result<T, store::Error> + Send + 'static,
    ) -> Reply<Result<T, store::Error>> {
        let reader = self.writer.ask(|store| store.reader());
        Reply::aside(move || match reader.wait() {
            Ok(reader) => read(&reader?),
            Err(closing) => Err(store::Error::Unexpected(closing.to_string())),
        })
    }
}
