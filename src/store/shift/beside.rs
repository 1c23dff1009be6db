//! What other parts of the file keep of a shift, where they are there: commissions and the chain of facts.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::Money;
use crate::store::Error;

/// What taking the shift's payments costs, where each payment says so.
pub(super) fn commissions(db: &Connection, shift: i64) -> Result<Option<Money>, Error> {
    let kept = "SELECT 1 FROM pragma_table_info('payment') WHERE name = 'commission'";
    if !db.prepare_cached(kept)?.exists(())? {
        return Ok(None);
    }
    let sql =
        "SELECT coalesce(sum(p.commission), 0) FROM shift_sale v JOIN payment p ON p.sale = v.sale
        WHERE v.shift = ?1 AND v.before = 0";
    let sum = db
        .prepare_cached(sql)?
        .query_row([shift], |row| row.get(0))?;
    Ok(Some(Money::guaranies(sum)))
}

/// The last link of the chain of facts, where facts are chained.
pub(super) fn chain(db: &Connection) -> Result<Option<String>, Error> {
    let kept = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'link'";
    if !db.prepare_cached(kept)?.exists(())? {
        return Ok(None);
    }
    let last = "SELECT lower(hex(hash)) FROM link ORDER BY seq DESC LIMIT 1";
    let mut last = db.prepare_cached(last)?;
    Ok(last.query_row((), |row| row.get(0)).optional()?)
}
