//! Names and roles of those who work at the till, changed. Nobody is ever deleted: what they did stays theirs.

use rusqlite::{Connection, OptionalExtension};

use super::user::{audit, found};
use super::{Error, Stamp, Store, user_right};
use crate::domain::UserId;
use crate::domain::user::{OwnRights, Role};

/// What is to be changed of somebody; what is `None` stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StaffChange {
    /// Another name.
    pub name: Option<String>,
    /// Another role.
    pub role: Option<Role>,
    /// Other single rights.
    pub own: Option<OwnRights>,
}

impl Store {
    /// Changes name, role and single rights of a user, all or nothing; each change is noted. What whoever
    /// does it may give is asked of their role in the file.
    ///
    /// # Errors
    /// [`Error::Taken`] if somebody else has that name; [`Error::LastAdministrator`] where nobody would be
    /// left who may make users; [`Error::NotFound`]; [`Error::BeyondRole`] for more than whoever does it is
    /// trusted with; [`Error::OwnRights`] for their own role and rights.
    pub fn change_user(
        &mut self,
        user: UserId,
        change: &StaffChange,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let (name, code) = known(db, user)?;
            let role = Role::from_code(&code).unwrap_or(Role::Cashier);
            let by = acting(db, stamp.by)?;
            if !by.may_make(role, role) {
                return Err(Error::BeyondRole);
            }
            if let Some(new) = change.name.as_deref().filter(|new| *new != name) {
                rename(db, user, &name, new, stamp)?;
            }
            if let Some(new) = change.role.filter(|new| *new != role) {
                if stamp.by == Some(user) {
                    return Err(Error::OwnRights);
                }
                if !by.may_make(role, new) {
                    return Err(Error::BeyondRole);
                }
                leaves_another(db, user, new == Role::Administrator)?;
                let sql = "UPDATE user SET role = ?2 WHERE id = ?1";
                found(db.execute(sql, (user.0, new.code()))?, user)?;
                note(
                    db,
                    stamp,
                    "user_role",
                    user,
                    &format!("{code} → {}", new.code()),
                )?;
            }
            if let Some(own) = &change.own {
                if stamp.by == Some(user) {
                    return Err(Error::OwnRights);
                }
                let before = user_right::own_rights(db)?.remove(&user.0);
                if !by.may_give(&before.unwrap_or_default(), own) {
                    return Err(Error::BeyondRole);
                }
                user_right::put_rights(db, user, own, stamp)?;
            }
            user_right::must_leave_an_administrator(db)
        })
    }
}

/// The role of whoever does it; a program of this machine's own may everything.
fn acting(db: &Connection, by: Option<UserId>) -> Result<Role, Error> {
    let Some(by) = by else {
        return Ok(Role::Administrator);
    };
    let sql = "SELECT role FROM user WHERE id = ?1 AND active = 1";
    let code: Option<String> = db.query_row(sql, [by.0], |row| row.get(0)).optional()?;
    let role = code.and_then(|code| Role::from_code(&code));
    role.ok_or(Error::BeyondRole)
}

fn rename(
    db: &Connection,
    user: UserId,
    before: &str,
    name: &str,
    stamp: Stamp,
) -> Result<(), Error> {
    let sql = "SELECT 1 FROM user WHERE name = ?1 AND id <> ?2";
    if db.prepare_cached(sql)?.exists((name, user.0))? {
        return Err(Error::Taken(name.to_owned()));
    }
    let sql = "UPDATE user SET name = ?2 WHERE id = ?1";
    found(db.execute(sql, (user.0, name))?, user)?;
    note(
        db,
        stamp,
        "user_renamed",
        user,
        &format!("{before} → {name}"),
    )
}

/// The last administrator who works here neither leaves nor becomes less.
pub(super) fn leaves_another(db: &Connection, user: UserId, stays: bool) -> Result<(), Error> {
    let sql = "SELECT 1 FROM user WHERE id = ?1 AND role = 'administrator' AND active = 1
        AND NOT EXISTS (SELECT 1 FROM user WHERE id <> ?1 AND role = 'administrator' AND active = 1)";
    match !stays && db.prepare_cached(sql)?.exists([user.0])? {
        true => Err(Error::LastAdministrator),
        false => Ok(()),
    }
}

/// Name and role.
fn known(db: &Connection, user: UserId) -> Result<(String, String), Error> {
    let sql = "SELECT name, role FROM user WHERE id = ?1";
    let known = db.query_row(sql, [user.0], |row| Ok((row.get(0)?, row.get(1)?)));
    let known = known.optional()?;
    known.ok_or_else(|| Error::NotFound(format!("user {}", user.0)))
}

fn note(
    db: &Connection,
    stamp: Stamp,
    action: &str,
    user: UserId,
    detail: &str,
) -> Result<(), Error> {
    let subject = user.0.to_string();
    audit(
        db,
        stamp.moment,
        stamp.by,
        action,
        Some(&subject),
        Some(detail),
    )
}
