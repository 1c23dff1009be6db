//! Single rights, PINs for one sign-in, and cards of those who work at the till. Each change is audited.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use super::user::{audit, found};
use super::{Error, Stamp, Store, user_change};
use crate::domain::user::{OwnRights, Right, Role};
use crate::domain::{CardNumber, UserId};

/// A card that opens the till.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffCard {
    /// What the reader sends.
    pub number: CardNumber,
    /// For whom.
    pub user: UserId,
    /// Lost or taken back: it opens nothing.
    pub blocked: bool,
}

impl Store {
    /// Adds a user as [`Store::add_user`] does, and notes who did.
    ///
    /// # Errors
    /// As [`Store::add_user`].
    pub fn add_user_by(
        &mut self,
        name: &str,
        role: Role,
        pin_hash: &str,
        stamp: Stamp,
    ) -> Result<UserId, Error> {
        let user = self.add_user(name, role, pin_hash)?;
        self.transact(|db| note(db, stamp, "user_added", user, role.code()))?;
        Ok(user)
    }

    /// Lets a user in or out as [`Store::set_active`] does, and notes who did.
    ///
    /// # Errors
    /// As [`Store::set_active`].
    pub fn set_active_by(&mut self, user: UserId, active: bool, stamp: Stamp) -> Result<(), Error> {
        user_change::leaves_another(&self.db, user, active)?;
        self.set_active(user, active)?;
        let action = if active {
            "user_let_in"
        } else {
            "user_let_out"
        };
        self.transact(|db| note(db, stamp, action, user, ""))
    }

    /// Gives a user a PIN: with `once` it opens the till only to be changed.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn give_pin(
        &mut self,
        user: UserId,
        pin_hash: &str,
        once: bool,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let sql = "UPDATE user SET pin_hash = ?2, pin_once = ?3 WHERE id = ?1";
            found(db.execute(sql, (user.0, pin_hash, once))?, user)?;
            let action = if once { "pin_reset" } else { "pin_changed" };
            note(db, stamp, action, user, "")
        })
    }

    /// Whether that user's PIN must be changed before it opens anything.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_pin_once(&self, user: UserId) -> Result<bool, Error> {
        let sql = "SELECT pin_once FROM user WHERE id = ?1";
        let once = self.db.query_row(sql, [user.0], |row| row.get(0));
        Ok(once.optional()?.unwrap_or(false))
    }

    /// Every card that was given to somebody who works here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn staff_cards(&self) -> Result<Vec<StaffCard>, Error> {
        let mut select = self
            .db
            .prepare_cached("SELECT number, user, state FROM user_card ORDER BY user, number")?;
        let rows = select.query_map((), |row| {
            let state: String = row.get("state")?;
            let number: String = row.get("number")?;
            Ok(CardNumber::parse(&number).ok().map(|number| StaffCard {
                number,
                user: UserId(row.get("user").unwrap_or_default()),
                blocked: state != "active",
            }))
        })?;
        let cards: Vec<Option<StaffCard>> = rows.collect::<Result<_, _>>()?;
        Ok(cards.into_iter().flatten().collect())
    }

    /// Gives somebody a card that opens the till.
    ///
    /// # Errors
    /// [`Error::Taken`] if a pupil or another user has it, or it is a product's code.
    pub fn give_card(
        &mut self,
        user: UserId,
        number: &CardNumber,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let taken = db
                .prepare_cached(
                    "SELECT 1 FROM card WHERE number = ?1 UNION SELECT 1 FROM user_card WHERE number = ?1
                     UNION SELECT 1 FROM product_code WHERE code = ?1",
                )?
                .exists([number.as_str()])?;
            if taken {
                return Err(Error::Taken(number.to_string()));
            }
            db.execute(
                "INSERT INTO user_card (number, user, state) VALUES (?1, ?2, 'active')",
                (number.as_str(), user.0),
            )?;
            note(db, stamp, "card_given", user, number.as_str())
        })
    }

    /// Blocks such a card, or lets it open the till again.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn block_card(
        &mut self,
        number: &CardNumber,
        blocked: bool,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let state = if blocked { "blocked" } else { "active" };
            let sql = "UPDATE user_card SET state = ?2 WHERE number = ?1 RETURNING user";
            let user = db.query_row(sql, (number.as_str(), state), |row| row.get(0));
            let user = user.optional()?.map(UserId);
            let user = user.ok_or_else(|| Error::NotFound(number.to_string()))?;
            let action = if blocked {
                "card_blocked"
            } else {
                "card_opened"
            };
            note(db, stamp, action, user, number.as_str())
        })
    }
}

/// Writes and notes single rights, within the transaction of whoever asks.
pub(super) fn put_rights(
    db: &Connection,
    user: UserId,
    own: &OwnRights,
    stamp: Stamp,
) -> Result<(), Error> {
    db.execute("DELETE FROM user_right WHERE user = ?1", [user.0])?;
    let mut insert =
        db.prepare_cached("INSERT INTO user_right (user, right, granted) VALUES (?1, ?2, ?3)")?;
    for (right, given) in own.all() {
        insert.execute((user.0, right.code(), given))?;
    }
    let said = own.all().map(|(right, given)| {
        let sign = if given { '+' } else { '-' };
        format!("{sign}{}", right.code())
    });
    let said: Vec<String> = said.collect();
    note(db, stamp, "rights", user, &said.join(" "))
}

fn note(
    db: &Connection,
    stamp: Stamp,
    action: &str,
    user: UserId,
    detail: &str,
) -> Result<(), Error> {
    let (subject, detail) = (user.0.to_string(), Some(detail).filter(|of| !of.is_empty()));
    audit(db, stamp.moment, stamp.by, action, Some(&subject), detail)
}

/// What is said of each user; a right that no version of Cantina knows is passed over.
pub(super) fn own_rights(db: &Connection) -> Result<HashMap<i64, OwnRights>, Error> {
    let mut select = db.prepare_cached("SELECT user, right, granted FROM user_right")?;
    let rows = select.query_map((), |row| {
        let right: String = row.get("right")?;
        Ok((row.get("user")?, right, row.get("granted")?))
    })?;
    let mut own: HashMap<i64, OwnRights> = HashMap::new();
    for row in rows {
        let (user, right, granted): (i64, String, bool) = row?;
        if let Some(right) = Right::from_code(&right) {
            own.entry(user).or_default().set(right, Some(granted));
        }
    }
    Ok(own)
}

/// Somebody active may make users, and the last active administrator has every right.
pub(super) fn must_leave_an_administrator(db: &Connection) -> Result<(), Error> {
    let own = own_rights(db)?;
    let mut select = db.prepare_cached("SELECT id, role FROM user WHERE active = 1")?;
    let rows = select.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let active: Vec<(i64, String)> = rows.collect::<Result<_, _>>()?;
    let administrators: Vec<i64> = active
        .iter()
        .filter(|(_, role)| Role::from_code(role) == Some(Role::Administrator))
        .map(|(id, _)| *id)
        .collect();
    let whole = |id: &&i64| own.get(id).is_none_or(|own| !own.withdraws());
    // A file without administrators never had one: there is none to lose.
    if administrators.is_empty() || administrators.iter().any(|id| whole(&id)) {
        Ok(())
    } else {
        Err(Error::LastAdministrator)
    }
}
