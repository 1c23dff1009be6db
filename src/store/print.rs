//! The printer's queue: what is to be printed survives the program and the power.

use rusqlite::{Connection, OptionalExtension, Row};

use super::{Error, Store, row};
use crate::domain::print::JobState;
use crate::domain::receipt::Receipt;
use crate::domain::{PrintJobId, SaleId, Timestamp};

/// One job of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// Which.
    pub id: PrintJobId,
    /// The sale or void it is the ticket of; `None` for a test page.
    pub sale: Option<SaleId>,
    /// What people call it: the ticket's number, or what the page is.
    pub title: String,
    /// How far it is.
    pub state: JobState,
    /// What goes to the printer.
    pub bytes: Vec<u8>,
    /// When it was made.
    pub made_at: Timestamp,
    /// Whether it is printed again.
    pub copy: bool,
    /// All of it was sent, and the printer did not say more.
    pub unconfirmed: bool,
}

/// In the column `copy`: it is one.
const COPY: i64 = 1;
/// In the column `copy`: it was sent, and the printer did not confirm it.
const UNCONFIRMED: i64 = 2;

// Each of these says of the state what the index `print_job_open` says: without that SQLite does not
// know that the index has them all, and reads every ticket that was ever printed.

const OLDEST_WAITING: &str =
    "SELECT j.id, j.title, j.state, j.bytes, j.made_at, j.copy, s.id AS sale
    FROM print_job j LEFT JOIN sale s ON s.seq = j.sale
    WHERE j.state = 'waiting' AND j.state IN ('waiting', 'sending', 'uncertain')
    ORDER BY j.id LIMIT 1";

const OPEN: &str = "SELECT j.id, j.title, j.state, j.bytes, j.made_at, j.copy, s.id AS sale
    FROM print_job j LEFT JOIN sale s ON s.seq = j.sale
    WHERE j.state IN ('waiting', 'sending', 'uncertain') ORDER BY j.id";

/// Asked every second: it reads what is open alone. A pulse for the drawer is no ticket that waits: it is never
/// sent late.
const TALLY: &str = "SELECT
    (SELECT count(*) FROM print_job
        WHERE state = 'waiting' AND state IN ('waiting', 'sending', 'uncertain') AND title <> 'drawer'),
    (SELECT min(id) FROM print_job
        WHERE state = 'uncertain' AND state IN ('waiting', 'sending', 'uncertain'))";

const DOUBT_SENDING: &str = "UPDATE print_job SET state = 'uncertain'
    WHERE state = 'sending' AND state IN ('waiting', 'sending', 'uncertain') RETURNING id";

/// Tickets of the past came out long ago.
pub(super) const PRINTED_LONG_AGO: &str = "UPDATE print_job SET state = 'printed'
    WHERE state = 'waiting' AND state IN ('waiting', 'sending', 'uncertain')";

impl Store {
    /// The oldest job of which no byte has left.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_job(&self) -> Result<Option<PrintJob>, Error> {
        let mut select = self.db.prepare_cached(OLDEST_WAITING)?;
        Ok(select.query_row((), job).optional()?)
    }

    /// One job.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn job(&self, id: PrintJobId) -> Result<PrintJob, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT j.id, j.title, j.state, j.bytes, j.made_at, j.copy, s.id AS sale
             FROM print_job j LEFT JOIN sale s ON s.seq = j.sale WHERE j.id = ?1",
        )?;
        let found = select.query_row([id.0], job).optional()?;
        found.ok_or_else(|| Error::NotFound(id.0.to_string()))
    }

    /// The latest sale or void with this number.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn sale_of_number(&self, number: i64) -> Result<SaleId, Error> {
        let mut select = self
            .db
            .prepare_cached("SELECT id FROM sale WHERE number = ?1 ORDER BY seq DESC LIMIT 1")?;
        let id: Option<[u8; 16]> = select.query_row([number], |row| row.get(0)).optional()?;
        let id = id.ok_or_else(|| Error::NotFound(number.to_string()))?;
        Ok(SaleId(row::uuid(id)))
    }

    /// The last jobs, newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_jobs(&self, most: usize) -> Result<Vec<PrintJob>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT j.id, j.title, j.state, j.bytes, j.made_at, j.copy, s.id AS sale
             FROM print_job j LEFT JOIN sale s ON s.seq = j.sale ORDER BY j.id DESC LIMIT ?1",
        )?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        Ok(select.query_map([most], job)?.collect::<Result<_, _>>()?)
    }

    /// Jobs that somebody has to look at or that still wait, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open_jobs(&self) -> Result<Vec<PrintJob>, Error> {
        let mut select = self.db.prepare_cached(OPEN)?;
        Ok(select.query_map((), job)?.collect::<Result<_, _>>()?)
    }

    /// Notes how far a job is; one that is printed or cancelled stays so.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn mark_job(&mut self, id: PrintJobId, state: JobState) -> Result<(), Error> {
        self.db
            .prepare_cached(
                "UPDATE print_job SET state = ?2
                 WHERE id = ?1 AND state NOT IN ('printed', 'cancelled')",
            )?
            .execute((id.0, state.code()))?;
        Ok(())
    }

    /// Notes how a job that was being sent has ended; one that is not being sent stays as it is: after a backup
    /// was brought back, its number may be another job's.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn finish_job(&mut self, id: PrintJobId, state: JobState) -> Result<(), Error> {
        let sql = "UPDATE print_job SET state = ?2 WHERE id = ?1 AND state = 'sending'";
        self.db.prepare_cached(sql)?.execute((id.0, state.code()))?;
        Ok(())
    }

    /// Notes that all of a job was sent to a printer that does not say more; otherwise as [`Store::finish_job`].
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn finish_unconfirmed(&mut self, id: PrintJobId) -> Result<(), Error> {
        let sql = "UPDATE print_job SET state = 'printed', copy = copy | ?2
            WHERE id = ?1 AND state = 'sending'";
        self.db.prepare_cached(sql)?.execute((id.0, UNCONFIRMED))?;
        Ok(())
    }

    /// Has a job in doubt printed again, with the mark of a copy above it: who says that it did not come out may
    /// be wrong. A pulse for the drawer is never sent again. False if it is not in doubt.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn print_again(&mut self, id: PrintJobId, mark: &[u8]) -> Result<bool, Error> {
        let sql = "UPDATE print_job SET state = 'waiting', copy = copy | ?2, bytes = CAST(?3 || bytes AS BLOB)
            WHERE id = ?1 AND state = 'uncertain' AND title <> 'drawer'";
        let done = self.db.prepare_cached(sql)?.execute((id.0, COPY, mark))?;
        Ok(done == 1)
    }

    /// How many jobs wait, and the oldest that somebody has to look at.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tally_jobs(&self) -> Result<(usize, Option<PrintJobId>), Error> {
        let mut select = self.db.prepare_cached(TALLY)?;
        let (waiting, uncertain): (i64, Option<i64>) =
            select.query_row((), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let waiting = usize::try_from(waiting).unwrap_or(0);
        Ok((waiting, uncertain.map(PrintJobId)))
    }

    /// Marks a waiting job as being sent; false if it is not waiting any more.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn start_job(&mut self, id: PrintJobId) -> Result<bool, Error> {
        let sql = "UPDATE print_job SET state = 'sending' WHERE id = ?1 AND state = 'waiting'";
        Ok(self.db.prepare_cached(sql)?.execute([id.0])? == 1)
    }

    /// After a crash, what was being sent is uncertain: nobody knows what the paper shows.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn doubt_what_was_sending(&mut self) -> Result<Vec<PrintJobId>, Error> {
        let mut update = self.db.prepare(DOUBT_SENDING)?;
        let rows = update.query_map((), |row| row.get(0).map(PrintJobId))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Puts a page that is no ticket into the queue.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn queue_page(
        &mut self,
        title: &str,
        bytes: &[u8],
        at: Timestamp,
    ) -> Result<PrintJobId, Error> {
        add_page(&self.db, title, bytes, at)
    }

    /// Puts a ticket into the queue again, marked as a copy.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn reprint(
        &mut self,
        sale: SaleId,
        at: Timestamp,
        render: &dyn Fn(&Receipt) -> Vec<u8>,
    ) -> Result<PrintJobId, Error> {
        let mut receipt = self.receipt(sale)?;
        receipt.copy = true;
        self.transact(|db| {
            let sql = "SELECT seq FROM sale WHERE id = ?1";
            let seq = db.query_row(sql, [sale.0.as_bytes()], |row| row.get(0))?;
            add(db, seq, &receipt, &render(&receipt), at)
        })
    }

    /// The ticket of a sale or void as it was printed.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn receipt(&self, sale: SaleId) -> Result<Receipt, Error> {
        receipt(&self.db, sale)?.ok_or_else(|| Error::NotFound(sale.to_string()))
    }
}

/// Adds a page that is no ticket to the queue, or the drawer's pulse.
pub(super) fn add_page(
    db: &Connection,
    title: &str,
    bytes: &[u8],
    at: Timestamp,
) -> Result<PrintJobId, Error> {
    let sql = "INSERT INTO print_job (title, state, bytes, made_at, copy) VALUES (?1, 'waiting', ?2, ?3, 0)";
    db.prepare_cached(sql)?.execute((title, bytes, at.0))?;
    Ok(PrintJobId(db.last_insert_rowid()))
}

/// Adds a ticket to the queue; part of the transaction that makes the sale.
pub(super) fn add(
    db: &Connection,
    sale: i64,
    receipt: &Receipt,
    bytes: &[u8],
    at: Timestamp,
) -> Result<PrintJobId, Error> {
    let json = serde_json::to_string(receipt).map_err(|error| row::unexpected("receipt", error))?;
    db.prepare_cached(
        "INSERT INTO print_job (sale, title, state, bytes, receipt, made_at, copy)
         VALUES (?1, ?2, 'waiting', ?3, ?4, ?5, ?6)",
    )?
    .execute((
        sale,
        receipt.number.to_string(),
        bytes,
        json,
        at.0,
        receipt.copy,
    ))?;
    Ok(PrintJobId(db.last_insert_rowid()))
}

/// Adds the drawer's pulse to the queue; part of the transaction that makes the sale.
pub(super) fn add_pulse(
    db: &Connection,
    sale: i64,
    bytes: &[u8],
    at: Timestamp,
) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO print_job (sale, title, state, bytes, made_at, copy)
         VALUES (?1, 'drawer', 'waiting', ?2, ?3, 0)",
    )?
    .execute((sale, bytes, at.0))?;
    Ok(())
}

/// The first ticket made of a sale.
pub(super) fn receipt(db: &Connection, sale: SaleId) -> Result<Option<Receipt>, Error> {
    let mut select = db.prepare_cached(
        "SELECT j.receipt FROM print_job j JOIN sale s ON s.seq = j.sale
         WHERE s.id = ?1 AND j.receipt IS NOT NULL ORDER BY j.id LIMIT 1",
    )?;
    let json: Option<String> = select
        .query_row([sale.0.as_bytes()], |row| row.get(0))
        .optional()?;
    json.map(|json| serde_json::from_str(&json).map_err(|error| row::unexpected("receipt", error)))
        .transpose()
}

fn job(row: &Row<'_>) -> rusqlite::Result<PrintJob> {
    let state: String = row.get("state")?;
    let sale: Option<[u8; 16]> = row.get("sale")?;
    Ok(PrintJob {
        id: PrintJobId(row.get("id")?),
        sale: sale.map(|id| SaleId(row::uuid(id))),
        title: row.get("title")?,
        state: JobState::from_code(&state).unwrap_or(JobState::Uncertain),
        bytes: row.get("bytes")?,
        made_at: Timestamp(row.get("made_at")?),
        copy: row.get::<_, i64>("copy")? & COPY != 0,
        unconfirmed: row.get::<_, i64>("copy")? & UNCONFIRMED != 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_queue_is_read_without_reading_what_was_printed() {
        let store = Store::in_memory().unwrap();
        for sql in [OLDEST_WAITING, OPEN, DOUBT_SENDING, PRINTED_LONG_AGO] {
            let mut explain = store
                .db
                .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
                .unwrap();
            let steps = explain
                .query_map((), |row| row.get::<_, String>("detail"))
                .unwrap();
            let plan: Vec<String> = steps.map(Result::unwrap).collect();
            assert!(plan[0].contains("print_job_open"), "{sql}: {plan:?}");
        }
    }
}
