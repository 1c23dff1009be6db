//! Who works at the till, their PIN hashes, wrong tries and the audit.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{Error, Store, user_right};
use crate::domain::user::{Attempts, Role, User};
use crate::domain::{Moment, Timestamp, UserId};

impl Store {
    /// Everybody who ever worked here, with the hash of their PIN.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn users(&self) -> Result<Vec<(User, String)>, Error> {
        let mut select = self
            .db
            .prepare("SELECT id, name, role, active, pin_hash FROM user ORDER BY id")?;
        let mut own = user_right::own_rights(&self.db)?;
        let rows = select.query_map((), |row| {
            let role: String = row.get("role")?;
            let user = User {
                id: UserId(row.get("id")?),
                name: row.get("name")?,
                // A role that cannot be read is trusted with the least.
                role: Role::from_code(&role).unwrap_or(Role::Cashier),
                active: row.get("active")?,
                own: own.remove(&row.get("id")?).unwrap_or_default(),
            };
            Ok((user, row.get("pin_hash")?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Adds a user; `pin_hash` is made by [`super::pin::hash`].
    ///
    /// # Errors
    /// [`Error::Taken`] if somebody has that name.
    pub fn add_user(&mut self, name: &str, role: Role, pin_hash: &str) -> Result<UserId, Error> {
        let taken = self
            .db
            .query_row("SELECT 1 FROM user WHERE name = ?1", [name], |_| Ok(()))
            .optional()?;
        if taken.is_some() {
            return Err(Error::Taken(name.to_owned()));
        }
        let sql = "INSERT INTO user (name, role, pin_hash) VALUES (?1, ?2, ?3)";
        self.db.execute(sql, (name, role.code(), pin_hash))?;
        Ok(UserId(self.db.last_insert_rowid()))
    }

    /// Gives a user another PIN.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn set_pin(&mut self, user: UserId, pin_hash: &str) -> Result<(), Error> {
        let sql = "UPDATE user SET pin_hash = ?2, pin_once = 0 WHERE id = ?1";
        found(self.db.execute(sql, (user.0, pin_hash))?, user)
    }

    /// Lets a user in or out; the last active administrator stays.
    ///
    /// # Errors
    /// [`Error::NotFound`], also for the last administrator.
    pub fn set_active(&mut self, user: UserId, active: bool) -> Result<(), Error> {
        self.transact(|db| {
            let sql = "UPDATE user SET active = ?2 WHERE id = ?1 AND (?2 OR role <> 'administrator'
                OR (SELECT count(*) FROM user WHERE role = 'administrator' AND active = 1) > 1)";
            found(db.execute(sql, (user.0, active))?, user)?;
            user_right::must_leave_an_administrator(db)
        })
    }

    /// Wrong PINs in a row at this till.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn attempts(&self) -> Result<Attempts, Error> {
        let sql = "SELECT failed, last FROM pin_attempt";
        let kept = self.db.query_row(sql, (), |row| {
            Ok(Attempts::new(row.get(0)?, Timestamp(row.get(1)?)))
        });
        Ok(kept.optional()?.unwrap_or_default())
    }

    /// Remembers wrong PINs across a restart, and logs the last one.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_attempts(&mut self, attempts: Attempts, now: Moment) -> Result<(), Error> {
        self.transact(|db| {
            db.execute(
                "INSERT INTO pin_attempt (one, failed, last) VALUES (1, ?1, ?2)
                 ON CONFLICT DO UPDATE SET failed = excluded.failed, last = excluded.last",
                (attempts.count(), attempts.last().0),
            )?;
            if attempts.count() == 0 {
                return Ok(());
            }
            audit(
                db,
                now,
                None,
                "wrong_pin",
                None,
                Some(&attempts.count().to_string()),
            )
        })
    }
}

pub(super) fn found(changed: usize, user: UserId) -> Result<(), Error> {
    if changed == 0 {
        Err(Error::NotFound(format!("user {}", user.0)))
    } else {
        Ok(())
    }
}

/// Notes who did what; never changed or taken out again.
pub(super) fn audit(
    db: &Connection,
    now: Moment,
    user: Option<UserId>,
    action: &str,
    subject: Option<&str>,
    detail: Option<&str>,
) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO audit (id, at, day, user, action, subject, detail)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        Uuid::now_v7().as_bytes(),
        now.at.0,
        now.day().number(),
        user.map(|user| user.0),
        action,
        subject,
        detail,
    ))?;
    Ok(())
}
