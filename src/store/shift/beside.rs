//! What other parts of the file keep of a shift: commissions and the chain of facts.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::Money;
use crate::store::Error;

/// What taking the shift's payments costs.
pub(super) fn commissions(db: &Connection, shift: i64) -> Result<Money, Error> {
    let sql =
        "SELECT coalesce(sum(p.commission), 0) FROM shift_sale v JOIN payment p ON p.sale = v.sale
        WHERE v.shift = ?1 AND v.before = 0";
    let mut sum = db.prepare_cached(sql)?;
    Ok(sum.query_row([shift], |row| row.get(0).map(Money::guaranies))?)
}

/// The head of the chain of facts, as `audit verify --head` takes it.
pub(super) fn chain(db: &Connection) -> Result<Option<String>, Error> {
    let last = "SELECT seq || ':' || lower(hex(hash)) FROM link ORDER BY seq DESC LIMIT 1";
    let mut last = db.prepare_cached(last)?;
    Ok(last.query_row((), |row| row.get(0)).optional()?)
}
