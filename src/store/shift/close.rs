//! The count at the end, and the closing that makes a Z of it.

use rusqlite::{Connection, OptionalExtension};

use super::{DIFFERENCE, SAFE, book, by_seq, cash_account, known, on_the_wall, open_seq, report};
use crate::domain::receipt::Shop;
use crate::domain::sale::At;
use crate::domain::shift::{self, Asks, CashCount, Closing, Counted, Refused, Report};
use crate::domain::tender::TenderKind;
use crate::domain::user::Approved;
use crate::domain::{AccountId, Moment, Money, MovementId, TenderId};
use crate::store::{Error, Reader, Store, print, row, user};

/// What was counted. The same id twice is one count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Its name.
    pub id: MovementId,
    /// Notes and coins.
    pub cash: CashCount,
    /// What the vouchers of other tenders come to; those not named are taken as expected.
    pub others: Vec<(TenderId, Money)>,
}

/// What is said when a shift is closed. The same id twice is one closing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Close {
    /// Its name.
    pub id: MovementId,
    /// Why the count differs.
    pub explanation: Option<String>,
    /// Who approved the difference.
    pub approved: Option<Approved>,
    /// Differences up to so much pass without an approval.
    pub tolerance: Money,
    /// What stays for the next float; `None` for what this one began with.
    pub next_float: Option<Money>,
}

/// How a Z is put on paper; called inside the transaction, so it must be quick and pure.
pub struct ZPaper<'a> {
    /// Whose.
    pub shop: &'a Shop,
    /// Its title in the queue, and its bytes.
    pub render: &'a dyn Fn(&Report) -> (String, Vec<u8>),
}

/// One row of the list of Zs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldZ {
    /// Its number.
    pub number: i64,
    /// When it was closed.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// What was sold, voids and refunds taken off.
    pub net: Money,
    /// The differences of all tenders together.
    pub difference: Money,
}

impl Store {
    /// Notes a count with what is expected at this moment, and says both. It holds until something is booked.
    ///
    /// # Errors
    /// [`Refused::NoneOpen`], [`Refused::BadAmount`], or what the disk says.
    pub fn count_shift(&mut self, count: &Count, at: At) -> Result<Vec<Counted>, Error> {
        self.transact(|db| note(db, count, at))
    }

    /// Closes the open shift with its last count: the differences of all tenders are booked, the drawer emptied into the
    /// safe, and the Z kept as it is printed.
    ///
    /// # Errors
    /// [`Refused::NoneOpen`], [`Refused::NotCounted`], [`Refused::CountedBefore`], [`Refused::Explain`],
    /// [`Refused::Approve`], [`Refused::BadAmount`], or what the disk says; the shift stays open.
    pub fn close_shift(
        &mut self,
        close: &Close,
        at: At,
        paper: &ZPaper<'_>,
    ) -> Result<Report, Error> {
        self.transact(|db| {
            let (report, written) = write(db, close, at, paper.shop)?;
            if written {
                let (title, bytes) = (paper.render)(&report);
                print::add_page(db, &title, &bytes, at.moment.at)?;
            }
            Ok(report)
        })
    }

    /// How the open shift stands: its X.
    ///
    /// # Errors
    /// [`Refused::NoneOpen`], or what the disk says.
    pub fn x(&self, shop: &Shop, now: Moment) -> Result<Report, Error> {
        x(&self.db, shop, now)
    }

    /// A Z as it was printed.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn z(&self, number: i64) -> Result<Report, Error> {
        let sql = "SELECT report FROM shift_closed WHERE till = ?1 AND z = ?2";
        let found = self
            .db
            .query_row(sql, (self.till.0, number), |row| row.get(0));
        let json: Option<String> = found.optional()?;
        let json = json.ok_or_else(|| Error::NotFound(format!("Z {number}")))?;
        serde_json::from_str(&json).map_err(|error| row::unexpected("Z", error))
    }

    /// The last Zs, newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn zs(&self, most: usize, now: Moment) -> Result<Vec<OldZ>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT c.z, c.at, u.name, coalesce(sum(t.counted - t.expected), 0),
                 (SELECT coalesce(sum(s.total - s.rounding), 0) FROM sale s WHERE s.shift = c.shift)
             FROM (SELECT * FROM shift_closed WHERE till = ?1 ORDER BY z DESC LIMIT ?2) c
             JOIN user u ON u.id = c.user LEFT JOIN shift_count_tender t ON t.count = c.count
             GROUP BY c.z ORDER BY c.z DESC",
        )?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = select.query_map((self.till.0, most), |row| {
            Ok(OldZ {
                number: row.get(0)?,
                at: on_the_wall(now, row.get(1)?),
                by: row.get(2)?,
                difference: Money::guaranies(row.get(3)?),
                net: Money::guaranies(row.get(4)?),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Reader {
    /// How the open shift stands, read beside whoever sells.
    ///
    /// # Errors
    /// As [`Store::x`].
    pub fn x(&self, shop: &Shop, now: Moment) -> Result<Report, Error> {
        x(&*self.db.unchecked_transaction()?, shop, now)
    }
}

fn x(db: &Connection, shop: &Shop, now: Moment) -> Result<Report, Error> {
    let seq = open_seq(db)?.ok_or(Refused::NoneOpen)?;
    report::of(db, by_seq(db, seq, now)?, shop, now)
}

pub(in crate::store) fn note(
    db: &Connection,
    count: &Count,
    at: At,
) -> Result<Vec<Counted>, Error> {
    let shift = open_seq(db)?.ok_or(Refused::NoneOpen)?;
    if !known(db, "SELECT 1 FROM shift_count WHERE id = ?1", count.id)? {
        insert(db, shift, count, at)?;
    }
    let standing = standing(db, shift)?;
    let (_, counted) = standing.ok_or(Refused::CountedBefore)?;
    Ok(counted)
}

fn insert(db: &Connection, shift: i64, count: &Count, at: At) -> Result<(), Error> {
    for (_, amount) in &count.others {
        shift::float(*amount)?;
    }
    db.execute(
        "INSERT INTO shift_count (id, shift, entry, at, day, user)
         VALUES (?1, ?2, (SELECT coalesce(max(seq), 0) FROM entry), ?3, ?4, ?5)",
        (
            count.id.0.as_bytes(),
            shift,
            at.moment.at.0,
            at.moment.day().number(),
            at.user.0,
        ),
    )?;
    let row = db.last_insert_rowid();
    let mut piece = db.prepare_cached(
        "INSERT INTO shift_count_piece (count, denomination, pieces) VALUES (?1, ?2, ?3)",
    )?;
    for (worth, pieces) in count.cash.rows().filter(|(_, pieces)| *pieces > 0) {
        piece.execute((row, worth.amount(), pieces))?;
    }
    let mut tender = db.prepare_cached(
        "INSERT INTO shift_count_tender (count, tender, expected, counted) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for drawer in report::drawers(db, shift)? {
        let said = count.others.iter().find(|(of, _)| *of == drawer.tender);
        let expected = drawer.expected();
        let counted = match drawer.is_cash() {
            true => count.cash.total(),
            false => said.map_or(expected, |(_, amount)| *amount),
        };
        if drawer.is_cash() || said.is_some() || !drawer.is_untouched() {
            tender.execute((row, drawer.tender.0, expected.amount(), counted.amount()))?;
        }
    }
    Ok(())
}

/// The last count of the shift with its row, if nothing was booked since.
pub(super) fn standing(db: &Connection, shift: i64) -> Result<Option<(i64, Vec<Counted>)>, Error> {
    let last = "SELECT seq, entry FROM shift_count WHERE shift = ?1 ORDER BY seq DESC LIMIT 1";
    let last = db.query_row(last, [shift], |row| Ok((row.get(0)?, row.get(1)?)));
    let Some((count, entry)): Option<(i64, i64)> = last.optional()? else {
        return Ok(None);
    };
    let since = "SELECT EXISTS (SELECT 1 FROM entry WHERE seq > ?1)";
    if db.query_row(since, [entry], |row| row.get(0))? {
        return Ok(None);
    }
    let mut select = db.prepare_cached(
        "SELECT c.tender, t.kind, c.expected, c.counted
         FROM shift_count_tender c JOIN tender t ON t.id = c.tender WHERE c.count = ?1 ORDER BY c.tender",
    )?;
    let rows = select.query_map([count], |row| {
        let kind: String = row.get(1)?;
        Ok(Counted {
            tender: TenderId(row.get(0)?),
            kind: TenderKind::from_code(&kind).unwrap_or(TenderKind::Transfer),
            expected: Money::guaranies(row.get(2)?),
            counted: Money::guaranies(row.get(3)?),
        })
    })?;
    Ok(Some((count, rows.collect::<Result<_, _>>()?)))
}

fn pieces(db: &Connection, count: i64) -> Result<CashCount, Error> {
    let sql = "SELECT denomination, pieces FROM shift_count_piece WHERE count = ?1";
    let mut select = db.prepare_cached(sql)?;
    let rows = select.query_map([count], |row| {
        Ok((Money::guaranies(row.get(0)?), row.get::<_, u32>(1)?))
    })?;
    let mut cash = CashCount::default();
    for row in rows {
        let (piece, pieces) = row?;
        let set = cash.set(piece, pieces);
        set.map_err(|bad| row::unexpected("count", bad))?;
    }
    Ok(cash)
}

/// Closes; false if it was closed under that id before.
pub(in crate::store) fn write(
    db: &Connection,
    close: &Close,
    at: At,
    shop: &Shop,
) -> Result<(Report, bool), Error> {
    let again = "SELECT report FROM shift_closed WHERE id = ?1";
    let again = db.query_row(again, [close.id.0.as_bytes()], |row| row.get(0));
    let again: Option<String> = again.optional()?;
    if let Some(json) = again {
        let report = serde_json::from_str(&json);
        let report = report.map_err(|error| row::unexpected("Z", error))?;
        return Ok((report, false));
    }
    let shift = open_seq(db)?.ok_or(Refused::NoneOpen)?;
    let (count, counted) = latest(db, shift)?;
    let explanation = explained(close, &counted)?;
    let shift = by_seq(db, shift, at.moment)?;
    let next_float = shift::float(close.next_float.unwrap_or(shift.float))?;
    let mut report = report::of(db, shift, shop, at.moment)?;
    for counted in &counted {
        book_difference(db, counted, at)?;
    }
    let cash = counted.iter().find(|of| of.kind == TenderKind::Cash);
    empty(db, cash.copied(), at)?;
    let approved = close.approved.as_ref();
    report.closing = Some(Closing {
        number: next_number(db, at)?,
        at: at.moment,
        by: user_name(db, at.user.0)?,
        cash: pieces(db, count)?,
        counted,
        explanation,
        approved_by: approved.map(|of| user_name(db, of.by.0)).transpose()?,
        next_float,
    });
    keep(db, close, count, &report, at)?;
    Ok((report, true))
}

/// The count to close with.
fn latest(db: &Connection, shift: i64) -> Result<(i64, Vec<Counted>), Error> {
    let counted = "SELECT 1 FROM shift_count WHERE shift = ?1";
    if !db.prepare_cached(counted)?.exists([shift])? {
        return Err(Refused::NotCounted.into());
    }
    Ok(standing(db, shift)?.ok_or(Refused::CountedBefore)?)
}

/// Why it differs, if it does; by the domain's rule.
fn explained(close: &Close, counted: &[Counted]) -> Result<Option<String>, Error> {
    let asked = shift::asks(counted.iter().map(Counted::difference), close.tolerance);
    if asked == Asks::Approval && close.approved.is_none() {
        return Err(Refused::Approve.into());
    }
    let approved = close.approved.as_ref().map(|approved| &approved.reason);
    let said = close.explanation.as_ref().or(approved);
    match (asked, said) {
        (Asks::Nothing, None) => Ok(None),
        (_, None) => Err(Refused::Explain.into()),
        (Asks::Nothing, Some(said)) => Ok(shift::reason(said).ok().map(str::to_owned)),
        (_, Some(said)) => match shift::reason(said) {
            Ok(said) => Ok(Some(said.to_owned())),
            Err(_) => Err(Refused::Explain.into()),
        },
    }
}

/// What was counted of a tender is what the books say from now on: the difference goes to an account of
/// its own, of vouchers as of cash.
fn book_difference(db: &Connection, counted: &Counted, at: At) -> Result<(), Error> {
    let difference = counted.difference();
    if difference.is_zero() {
        return Ok(());
    }
    let account = db
        .prepare_cached("SELECT account FROM tender WHERE id = ?1")?
        .query_row([counted.tender.0], |row| row.get(0).map(AccountId))?;
    let postings = [(account, -difference), (DIFFERENCE, difference)];
    book(db, "shift_difference", at, &postings).map(drop)
}

/// Carries what was counted to the safe: the next float comes from there.
fn empty(db: &Connection, cash: Option<Counted>, at: At) -> Result<(), Error> {
    let Some(cash) = cash.filter(|cash| !cash.counted.is_zero()) else {
        return Ok(());
    };
    let postings = [(cash_account(db)?, cash.counted), (SAFE, -cash.counted)];
    book(db, "shift_emptied", at, &postings).map(drop)
}

/// One more than the last: no number twice, no gap.
fn next_number(db: &Connection, at: At) -> Result<i64, Error> {
    let sql = "SELECT coalesce(max(z), 0) + 1 FROM shift_closed WHERE till = ?1";
    Ok(db.query_row(sql, [at.till.0], |row| row.get(0))?)
}

fn user_name(db: &Connection, user: i64) -> Result<String, Error> {
    let name = db.query_row("SELECT name FROM user WHERE id = ?1", [user], |row| {
        row.get(0)
    });
    name.optional()?
        .ok_or_else(|| Error::NotFound(format!("user {user}")))
}

fn keep(db: &Connection, close: &Close, count: i64, report: &Report, at: At) -> Result<(), Error> {
    let Some(closing) = &report.closing else {
        return Err(row::unexpected("report", "without closing"));
    };
    let json = serde_json::to_string(report).map_err(|error| row::unexpected("Z", error))?;
    let approved_by = close.approved.as_ref().map(|approved| approved.by);
    db.execute(
        "INSERT INTO shift_closed (id, shift, count, till, z, explanation, approved_by, next_float,
             report, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        rusqlite::params![
            close.id.0.as_bytes(),
            report.shift.id.0,
            count,
            at.till.0,
            closing.number,
            closing.explanation,
            approved_by.map(|by| by.0),
            closing.next_float.amount(),
            json,
            at.moment.at.0,
            at.moment.day().number(),
            at.user.0,
        ],
    )?;
    if approved_by.is_some() {
        let subject = closing.number.to_string();
        let why = closing.explanation.as_deref();
        user::audit(
            db,
            at.moment,
            approved_by,
            "approve_difference",
            Some(&subject),
            why,
        )?;
    }
    Ok(())
}
