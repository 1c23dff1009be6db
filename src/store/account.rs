//! The ledger: entries whose postings sum to zero, and balances kept with them.

use rusqlite::Connection;
use uuid::Uuid;

use super::{Error, shift};
use crate::domain::{AccountId, Money, StudentId, TenderId};

/// Income from sales.
pub(super) const SALES: AccountId = AccountId(1);
/// Where opening balances come from.
pub(super) const OPENING: AccountId = AccountId(2);
/// The other side of corrections.
pub(super) const CORRECTIONS: AccountId = AccountId(4);

/// Surcharges that customers paid, less commissions.
pub(super) const COMMISSIONS: AccountId = AccountId(9);
/// Income from lunches: what was paid for months.
pub(super) const LUNCHES: AccountId = AccountId(8);
/// Commissions that whoever pays out will withhold.
pub(super) const WITHHELD: AccountId = AccountId(10);

/// What goods that came back are worth, until what goes out for them is sold.
pub(super) const EXCHANGES: AccountId = AccountId(18);
/// What rounding to coins gave to whoever was paid out.
pub(super) const CASH_ROUNDING: AccountId = AccountId(19);

/// The account of a tender.
pub(super) const fn of_tender(tender: TenderId) -> AccountId {
    AccountId(10 + tender.0)
}

/// What an entry is about.
pub(super) struct Entry<'a> {
    pub id: Uuid,
    pub kind: &'a str,
    pub sale: Option<i64>,
    pub at: i64,
    pub day: i64,
    pub user: Option<i64>,
}

/// Writes an entry into the open shift and moves the balances. Amounts are credits.
pub(super) fn post(
    db: &Connection,
    entry: &Entry<'_>,
    postings: &[(AccountId, Money)],
) -> Result<(), Error> {
    let sum: Money = postings.iter().map(|(_, amount)| *amount).sum();
    assert!(
        sum.is_zero(),
        "an entry of {} is out of balance by {sum}",
        entry.kind
    );
    db.prepare_cached(
        "INSERT INTO entry (id, kind, sale, at, day, user, shift) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        entry.id.as_bytes(),
        entry.kind,
        entry.sale,
        entry.at,
        entry.day,
        entry.user,
        // Whatever is booked while a shift is open belongs to it: here, and nowhere else.
        shift::open_seq(db)?,
    ))?;
    let seq = db.last_insert_rowid();
    let mut posting = db.prepare_cached(
        "INSERT INTO posting (entry, account, amount, day) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let mut balance =
        db.prepare_cached("UPDATE account SET balance = balance + ?2 WHERE id = ?1")?;
    let moved = merged(postings).into_iter();
    for (account, amount) in moved.filter(|(_, amount)| !amount.is_zero()) {
        posting.execute((seq, account.0, amount.amount(), entry.day))?;
        balance.execute((account.0, amount.amount()))?;
    }
    Ok(())
}

/// One posting an account: two payments by the same kind of card are one.
pub(super) fn merged(postings: &[(AccountId, Money)]) -> Vec<(AccountId, Money)> {
    let mut merged: Vec<(AccountId, Money)> = Vec::with_capacity(postings.len());
    for (account, amount) in postings {
        match merged.iter_mut().find(|(other, _)| other == account) {
            Some((_, sum)) => *sum += *amount,
            None => merged.push((*account, *amount)),
        }
    }
    merged
}

/// A pupil's account.
pub(super) fn of_student(db: &Connection, student: StudentId) -> Result<AccountId, Error> {
    let mut select = db.prepare_cached("SELECT account FROM student WHERE id = ?1")?;
    let account = select.query_row([student.0], |row| row.get(0));
    account.map(AccountId).map_err(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => Error::NotFound(format!("pupil {}", student.0)),
        other => other.into(),
    })
}

/// What stands on an account.
pub(super) fn balance(db: &Connection, account: AccountId) -> Result<Money, Error> {
    let mut select = db.prepare_cached("SELECT balance FROM account WHERE id = ?1")?;
    Ok(select.query_row([account.0], |row| row.get(0).map(Money::guaranies))?)
}
