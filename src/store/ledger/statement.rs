//! What was booked on an account in a period, with what was there before, after and in between.

use rusqlite::{Connection, Row, named_params};

use super::super::{Error, Reader, Store, row};
use super::undo::{Edge, kind_of};
use crate::domain::ledger::{Kind, Stands};
use crate::domain::tender::TenderKind;
use crate::domain::{AccountId, BusinessDay, Money, MovementId, StudentId, Timestamp};

/// A period of an account, or a page of it: the latest line first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Whose account: everybody who uses it now.
    pub holders: Vec<String>,
    /// Who answers for them, and their phone.
    pub guardian: Option<(String, Option<String>)>,
    /// The first day.
    pub from: BusinessDay,
    /// The last day.
    pub to: BusinessDay,
    /// What was there before the first day.
    pub opening: Money,
    /// What was there after the last day.
    pub closing: Money,
    /// What was put onto it in the period.
    pub credits: Money,
    /// What was taken off it in the period; not negative.
    pub debits: Money,
    /// How many lines the period has, on all pages.
    pub count: usize,
    /// The page, from 0.
    pub page: usize,
    /// How many lines a page has at most.
    pub page_lines: usize,
    /// The lines of this page, the latest first.
    pub lines: Vec<StatementLine>,
}

impl Statement {
    /// How many pages there are; one where there is nothing.
    #[must_use]
    pub const fn pages(&self) -> usize {
        let full = self.count.div_ceil(if self.page_lines == 0 {
            1
        } else {
            self.page_lines
        });
        if full == 0 { 1 } else { full }
    }
}

/// One entry, as it touched the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementLine {
    /// When.
    pub at: Timestamp,
    /// On which day.
    pub day: BusinessDay,
    /// What it was.
    pub what: What,
    /// Which pupil bought or was meant.
    pub pupil: Option<String>,
    /// What it changed; less than nothing where it was taken off.
    pub amount: Money,
    /// What was there then.
    pub balance: Money,
    /// Who did it.
    pub user: Option<String>,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Something was bought.
    Sale {
        /// The ticket's number.
        number: i64,
        /// What, as the ticket names it.
        bought: String,
    },
    /// A ticket was undone, or something of it given back.
    Undone {
        /// The number of the ticket that says so.
        number: i64,
        /// The ticket that it undoes.
        of: i64,
        /// Whether all of it was undone.
        whole: bool,
    },
    /// A movement beside sales.
    Movement {
        /// What it was.
        kind: Kind,
        /// Its number.
        number: i64,
        /// How the money came or went.
        tender: Option<TenderKind>,
        /// The operation's number.
        reference: Option<String>,
        /// Why.
        reason: Option<String>,
        /// The pupil at the other side.
        other: Option<String>,
        /// Of a top-up: whether it can still be undone.
        stands: Option<Stands>,
    },
    /// What was brought over when the pupil was entered.
    Opening,
    /// Something else, by the word that the ledger has for it.
    Other(String),
}

/// So many pieces of a ticket are named.
const NAMED_MAX: usize = 8;

const LINES: &str = "SELECT p.amount, p.day, e.kind AS entry_kind, e.at, u.name AS user,
        f.seq AS sale, f.number, f.kind AS sale_kind, o.number AS undone,
        p.entry, e.shift, m.id AS moved_id, m.kind AS moved, m.seq AS movement, m.account AS moved_account, m.reference, m.reason,
        t.kind AS tender, coalesce(fs.name, ms.name) AS pupil, ms.name AS giver, os.name AS taker
    FROM (SELECT entry, amount, day FROM posting
        WHERE account = :account AND day BETWEEN :from AND :to
        ORDER BY day DESC, entry DESC LIMIT :lines OFFSET :skipped) p
    JOIN entry e ON e.seq = p.entry
    LEFT JOIN user u ON u.id = e.user
    LEFT JOIN sale f ON f.seq = e.sale LEFT JOIN sale o ON o.seq = f.reverses
    LEFT JOIN student fs ON fs.id = f.student
    LEFT JOIN movement m ON m.entry = p.entry
    LEFT JOIN student ms ON ms.id = m.student LEFT JOIN student os ON os.id = m.to_student
    LEFT JOIN tender t ON t.id = m.tender
    ORDER BY p.day DESC, p.entry DESC";

impl Store {
    /// A page of what was booked on a pupil's account between two days; pages are counted from 0.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown pupil.
    pub fn statement(
        &self,
        student: StudentId,
        from: BusinessDay,
        to: BusinessDay,
        page: usize,
        page_lines: usize,
    ) -> Result<Statement, Error> {
        statement(&self.db, student, (from, to), page, page_lines)
    }
}

impl Reader {
    /// The same beside the one who writes: for a whole period.
    ///
    /// # Errors
    /// As [`Store::statement`].
    pub fn statement(
        &self,
        student: StudentId,
        from: BusinessDay,
        to: BusinessDay,
        page: usize,
        page_lines: usize,
    ) -> Result<Statement, Error> {
        let db = self.db.unchecked_transaction()?;
        statement(&db, student, (from, to), page, page_lines)
    }
}

pub(super) fn statement(
    db: &Connection,
    student: StudentId,
    (from, to): (BusinessDay, BusinessDay),
    page: usize,
    page_lines: usize,
) -> Result<Statement, Error> {
    let holder = super::holder(db, student)?;
    let account = holder.account;
    let days = (from.number(), to.number());
    let after: Money = sum(
        db,
        "SELECT coalesce(sum(amount), 0) FROM posting WHERE account = ?1 AND day > ?2",
        (account.0, days.1),
    )?;
    let closing = holder.balance - after;
    let (count, credits, debits) = tally(db, account, days)?;
    let skipped = page.saturating_mul(page_lines);
    let skipped = i64::try_from(skipped).unwrap_or(i64::MAX);
    let later = sum(
        db,
        "SELECT coalesce(sum(amount), 0) FROM (SELECT amount FROM posting
         WHERE account = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day DESC, entry DESC LIMIT ?4)",
        (account.0, days.0, days.1, skipped),
    )?;
    let lines = lines(db, account, days, (page_lines, skipped), closing - later)?;
    let (holders, guardian) = super::view::holders(db, account, student)?;
    Ok(Statement {
        holders,
        guardian,
        from,
        to,
        opening: closing - credits + debits,
        closing,
        credits,
        debits,
        count,
        page,
        page_lines,
        lines,
    })
}

fn sum(db: &Connection, sql: &str, bound: impl rusqlite::Params) -> Result<Money, Error> {
    let mut select = db.prepare_cached(sql)?;
    Ok(select.query_row(bound, |row| row.get(0).map(Money::guaranies))?)
}

fn tally(
    db: &Connection,
    account: AccountId,
    (from, to): (i64, i64),
) -> Result<(usize, Money, Money), Error> {
    let mut select = db.prepare_cached(
        "SELECT count(*), coalesce(sum(max(amount, 0)), 0), coalesce(sum(min(amount, 0)), 0)
         FROM posting WHERE account = ?1 AND day BETWEEN ?2 AND ?3",
    )?;
    let tally = select.query_row((account.0, from, to), |row| {
        let count: i64 = row.get(0)?;
        let (credits, debits) = (row.get(1)?, row.get::<_, i64>(2)?);
        Ok((
            usize::try_from(count).unwrap_or(0),
            Money::guaranies(credits),
            Money::guaranies(-debits),
        ))
    });
    Ok(tally?)
}

fn lines(
    db: &Connection,
    account: AccountId,
    (from, to): (i64, i64),
    (most, skipped): (usize, i64),
    mut balance: Money,
) -> Result<Vec<StatementLine>, Error> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut select = db.prepare_cached(LINES)?;
    let bound = named_params! {
        ":account": account.0, ":from": from, ":to": to, ":lines": most, ":skipped": skipped,
    };
    let mut rows = select.query(bound)?;
    let edge = Edge::read(db)?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let amount = row::money(row, "amount")?;
        lines.push(StatementLine {
            at: Timestamp(row.get("at")?),
            day: row::day(row.get("day")?)?,
            what: what(db, row, account, edge)?,
            pupil: row.get("pupil")?,
            amount,
            balance,
            user: row.get("user")?,
        });
        balance -= amount;
    }
    Ok(lines)
}

fn what(db: &Connection, row: &Row<'_>, account: AccountId, edge: Edge) -> Result<What, Error> {
    let entry_kind: String = row.get("entry_kind")?;
    // Change that was kept is booked beside its sale.
    let sale: Option<i64> = row.get("sale")?;
    if let Some(sale) = sale.filter(|_| entry_kind != "top_up") {
        let (number, kind): (i64, i64) = (row.get("number")?, row.get("sale_kind")?);
        return Ok(match kind {
            0 => What::Sale {
                number,
                bought: bought(db, sale)?,
            },
            kind => What::Undone {
                number,
                of: row.get::<_, Option<i64>>("undone")?.unwrap_or(0),
                whole: kind == 1,
            },
        });
    }
    let moved: Option<String> = row.get("moved")?;
    let amount: i64 = row.get("amount")?;
    let Some(kind) = moved.as_deref().and_then(|code| kind_of(code, amount)) else {
        return Ok(match entry_kind.as_str() {
            "opening" => What::Opening,
            _ => What::Other(entry_kind),
        });
    };
    let tender: Option<String> = row.get("tender")?;
    let stands = match kind {
        Kind::TopUp => {
            let id = MovementId(row::uuid(row.get("moved_id")?));
            Some(edge.stands(db, id, row.get("entry")?, row.get("shift")?)?)
        }
        _ => None,
    };
    let gave = row.get::<_, Option<i64>>("moved_account")? == Some(account.0);
    let other = if gave { "taker" } else { "giver" };
    Ok(What::Movement {
        kind,
        number: row.get("movement")?,
        tender: tender.as_deref().and_then(TenderKind::from_code),
        reference: row.get("reference")?,
        reason: row.get("reason")?,
        other: row.get(other)?,
        stands,
    })
}

/// What a ticket was of: `2 × Chipa, Jugo de naranja`.
fn bought(db: &Connection, sale: i64) -> Result<String, Error> {
    let mut select = db.prepare_cached(
        "SELECT name, quantity, unit FROM sale_line WHERE sale = ?1 ORDER BY line LIMIT ?2",
    )?;
    let most = i64::try_from(NAMED_MAX + 1).unwrap_or(i64::MAX);
    let named = select.query_map((sale, most), |row| {
        let (name, quantity): (String, _) = (row.get("name")?, row::quantity(row, "quantity")?);
        let unit: String = row.get("unit")?;
        Ok(match (unit.as_str(), quantity.in_thousandths()) {
            ("each", 1_000) => name,
            ("each", _) => format!("{quantity} × {name}"),
            _ => format!("{quantity} kg {name}"),
        })
    })?;
    let mut named: Vec<String> = named.collect::<Result<_, _>>()?;
    if named.len() > NAMED_MAX {
        named.truncate(NAMED_MAX);
        named.push("…".to_owned());
    }
    Ok(named.join(", "))
}
