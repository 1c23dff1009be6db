//! The language of whoever works at the till.

use super::{Reply, Till};
use crate::domain::{Locale, UserId};
use crate::store;

impl Till {
    /// The language of a user; `None` for that of the house.
    pub fn language_of(&self, user: UserId) -> Reply<Result<Option<Locale>, store::Error>> {
        self.writer.ask(move |store| store.language_of(user))
    }

    /// From now on this is the language of a user; `None` for that of the house.
    pub fn set_language(
        &self,
        user: UserId,
        locale: Option<Locale>,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.set_language(user, locale))
    }
}
