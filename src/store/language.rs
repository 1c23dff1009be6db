//! The language that somebody who works here reads. A taste, and no fact: it may be changed and forgotten.

use rusqlite::OptionalExtension;

use super::{Error, Store};
use crate::domain::{Locale, UserId};

impl Store {
    /// The language of a user; `None` for that of the house. One that this version does not speak is the house's.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn language_of(&self, user: UserId) -> Result<Option<Locale>, Error> {
        let mut select = self
            .db
            .prepare_cached("SELECT locale FROM user_language WHERE user = ?1")?;
        let code: Option<String> = select.query_row([user.0], |row| row.get(0)).optional()?;
        Ok(code.and_then(|code| Locale::parse(&code).ok()))
    }

    /// From now on this is the language of a user; `None` for that of the house.
    ///
    /// # Errors
    /// When there is no such user, or the file cannot be written.
    pub fn set_language(&mut self, user: UserId, locale: Option<Locale>) -> Result<(), Error> {
        self.transact(|db| {
            match locale {
                Some(locale) => db.execute(
                    "INSERT INTO user_language (user, locale) VALUES (?1, ?2)
                     ON CONFLICT (user) DO UPDATE SET locale = excluded.locale",
                    (user.0, locale.code()),
                )?,
                None => db.execute("DELETE FROM user_language WHERE user = ?1", [user.0])?,
            };
            Ok(())
        })
    }
}
