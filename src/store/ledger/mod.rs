//! Movements of accounts beside sales: written once, whole, with their paper.
//!
//! The rules are [`crate::domain::ledger`]'s, asked again here with the accounts as they stand in the
//! transaction. Every entry goes through [`account::post`].

mod list;
mod low;
mod statement;
#[cfg(test)]
mod tests;
mod undo;
mod view;

pub use list::{Imported, TopUpRow, Unread, Wanted};
pub use low::Low;
pub use statement::{Statement, StatementLine, What};
pub use view::{Account, Member};

use rusqlite::{Connection, OptionalExtension};

use super::account::{self, CASH_ROUNDING, CORRECTIONS, Entry};
use super::queue::DRAWER;
use super::sale::till_and_cashier;
use super::{Error, Store, lunch, print, row, user};
use crate::domain::ledger::{Holder, Kind, Movement, Slip, Unmoved, Way};
use crate::domain::sale::At;
use crate::domain::tender::TenderKind;
use crate::domain::{
    AccountId, GuardianId, Money, MovementId, PrintJobId, StudentId, TenderId, Timestamp,
};

/// What the queue calls a paper, and its bytes; `None` where no paper is wanted.
pub type Render<'a> = dyn Fn(&Slip) -> Option<(String, Vec<u8>)> + 'a;

/// How the paper of a movement is made: in the transaction that writes it.
pub struct Printing<'a> {
    /// Lays it out.
    pub render: &'a Render<'a>,
    /// The pulse that opens the drawer; empty where there is none.
    pub drawer: &'a [u8],
}

impl Printing<'_> {
    /// No paper, no drawer.
    pub const SILENT: Printing<'static> = Printing {
        render: &|_| None,
        drawer: &[],
    };
}

/// A movement that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// What its paper says.
    pub slip: Slip,
    /// Its paper in the printer's queue; `None` without one, and if it was written before.
    pub print_job: Option<PrintJobId>,
    /// Whether it was written before: nothing was written now.
    pub again: bool,
}

impl Store {
    /// Writes a movement and everything that follows from it in one transaction.
    ///
    /// The same id twice is the same movement: the second time nothing is written. A top-up that is undone
    /// already is refused instead.
    ///
    /// # Errors
    /// [`Error::Unmoved`], [`Error::NotFound`]; nothing is written.
    pub fn move_money(
        &mut self,
        movement: &Movement,
        printing: &Printing<'_>,
    ) -> Result<Posted, Error> {
        self.transact(|db| {
            if let Some(of) = movement.undoes() {
                undo::still(db, of)?;
            } else if let Some(slip) = slip_of(db, movement.id(), movement.at())? {
                return Ok(Posted {
                    slip,
                    print_job: None,
                    again: true,
                });
            }
            let slip = write(db, movement, None)?;
            let print_job = put_on_paper(db, &slip, printing)?;
            Ok(Posted {
                slip,
                print_job,
                again: false,
            })
        })
    }

    /// What the paper of a movement says; the hour is that of `now`'s zone.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn slip(&self, movement: MovementId, at: At) -> Result<Slip, Error> {
        slip_of(&self.db, movement, at)?.ok_or_else(|| Error::NotFound(movement.to_string()))
    }

    /// The movement of that number.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn movement_of_number(&self, number: i64) -> Result<MovementId, Error> {
        let mut select = self
            .db
            .prepare_cached("SELECT id FROM movement WHERE seq = ?1")?;
        let id: Option<[u8; 16]> = select.query_row([number], |row| row.get(0)).optional()?;
        let id = id.ok_or_else(|| Error::NotFound(number.to_string()))?;
        Ok(MovementId(row::uuid(id)))
    }

    /// Puts money onto a pupil's account, paid by `tender`. The same id twice is one top-up.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown pupil.
    pub fn top_up(
        &mut self,
        id: MovementId,
        student: StudentId,
        tender: TenderId,
        amount: Money,
        at: At,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let mut known = db.prepare_cached("SELECT 1 FROM entry WHERE id = ?1")?;
            if known.exists([id.0.as_bytes()])? {
                return Ok(());
            }
            plain_top_up(db, id, student, tender, amount, at)
        })
    }
}

/// The rows of top-ups, spread over three years and all pupils; bare, for measurements.
const FILLING: [&str; 4] = [
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     INSERT INTO entry (id, kind, at, day, user)
     SELECT randomblob(16), 'top_up', ?2 + (i - ?1) * (94608000000 / ?1),
         (?2 + (i - ?1) * (94608000000 / ?1)) / 86400000, ?3 FROM n",
    "INSERT INTO posting (entry, account, amount, day)
     SELECT e.seq, s.account, (e.seq % 7 + 1) * 1000, e.day
     FROM entry e JOIN student s ON s.id = e.seq % (SELECT count(*) FROM student) + 1
     UNION ALL SELECT seq, 12, -(seq % 7 + 1) * 1000, day FROM entry ORDER BY 1, 2",
    "INSERT INTO movement (id, kind, entry, student, account, amount, balance, tender, at, day, user)
     SELECT e.id, 'top_up', e.seq, s.id, s.account, (e.seq % 7 + 1) * 1000, 0, 2, e.at, e.day, e.user
     FROM entry e JOIN student s ON s.id = e.seq % (SELECT count(*) FROM student) + 1 ORDER BY e.seq",
    "UPDATE account SET balance =
         (SELECT coalesce(sum(amount), 0) FROM posting p WHERE p.account = account.id)",
];

impl Store {
    /// Fills a book without movements with so many of them, for measurements.
    ///
    /// # Errors
    /// What the disk says.
    #[doc(hidden)]
    pub fn fill_with_movements(&mut self, count: u32, at: At) -> Result<(), Error> {
        self.transact(|db| {
            let [entries, rest @ ..] = FILLING;
            db.execute(entries, (count, at.moment.at.0, at.user.0))?;
            for rows in rest {
                db.execute(rows, ())?;
            }
            Ok(())
        })
    }
}

/// A top-up of the past: no rule of today is asked, and no paper is made.
pub(super) fn plain_top_up(
    db: &Connection,
    id: MovementId,
    student: StudentId,
    tender: TenderId,
    amount: Money,
    at: At,
) -> Result<(), Error> {
    let holder = holder(db, student)?;
    let against = account_of_tender(db, tender)?;
    let fact = Fact {
        kind: Kind::TopUp,
        tender: Some(tender),
        ..Fact::of(id, &holder, amount, at)
    };
    fact.write(db, against).map(drop)
}

fn write(db: &Connection, movement: &Movement, listed: Option<(i64, i64)>) -> Result<Slip, Error> {
    let mut from = holder(db, movement.student())?;
    from.sharing = sharing(db, &from)?;
    let other = other_of(db, movement, &from)?;
    let amount = movement.book(&from, other.as_ref())?;
    let way = movement.way();
    let against = match (way, &other) {
        (Some(way), _) => account_of_tender(db, way.tender())?,
        (None, Some(other)) => other.account,
        (None, None) => CORRECTIONS,
    };
    let approved = movement.approved();
    let rounding = movement.rounding(amount);
    let fact = Fact {
        kind: movement.kind(),
        to: other.map(|other| (movement.other(), other.account)),
        tender: way.map(Way::tender),
        reference: way.and_then(|way| way.reference().map(ToString::to_string)),
        reason: approved.map(|approved| approved.reason.clone()),
        approved_by: approved.map(|approved| approved.by.0),
        listed,
        rounding,
        ..Fact::of(movement.id(), &from, amount, movement.at())
    };
    let number = fact.write(db, against)?;
    if movement.kind() == Kind::Undo {
        note_undone(db, movement, amount)?;
    } else if movement.kind() == Kind::Share {
        db.prepare_cached("UPDATE student SET account = ?2 WHERE id = ?1")?
            .execute((from.student.0, against.0))?;
    }
    let lunches = match movement.kind() {
        Kind::Payout => lunch::leaver(db, from.student, movement.at().moment.day())?.credit,
        _ => Money::ZERO,
    };
    let (till, cashier) = till_and_cashier(db, movement.at())?;
    let (pupil, grade) = name_of(db, from.student)?;
    let other = match movement.other() {
        Some(other) => Some(name_of(db, other)?.0),
        None => None,
    };
    Ok(Slip {
        id: movement.id(),
        number,
        kind: movement.kind(),
        at: movement.at().moment,
        till,
        cashier,
        pupil,
        grade,
        other,
        amount,
        rounding,
        lunches,
        tender: way.map(Way::kind),
        reference: fact.reference,
        reason: fact.reason,
        before: from.balance,
        after: from.balance + amount,
        opens_drawer: way.is_some_and(Way::opens_drawer),
        copy: false,
    })
}

/// The audit is told of other movements by the file itself; top-ups are not in it.
fn note_undone(db: &Connection, undo: &Movement, amount: Money) -> Result<(), Error> {
    let approved = undo.approved();
    let reason = approved.map_or("", |approved| approved.reason.as_str());
    let detail = format!("{} · {reason}", amount.amount());
    let subject = undo.student().0.to_string();
    let by = approved.map(|approved| approved.by);
    let (at, action) = (undo.at().moment, "account_top_up_undone");
    user::audit(db, at, by, action, Some(&subject), Some(&detail))
}

/// The holder of the other account: a pupil's, or a new one for whoever leaves a shared one.
fn other_of(db: &Connection, movement: &Movement, from: &Holder) -> Result<Option<Holder>, Error> {
    match (movement.kind(), movement.other()) {
        (_, Some(other)) => Ok(Some(holder(db, other)?)),
        (Kind::Share, None) if from.sharing == 0 => Err(Unmoved::NotShared.into()),
        (Kind::Share, None) => {
            db.prepare_cached("INSERT INTO account (kind) VALUES ('student')")?
                .execute(())?;
            Ok(Some(Holder {
                account: AccountId(db.last_insert_rowid()),
                balance: Money::ZERO,
                sharing: 0,
                ..*from
            }))
        }
        (_, None) => Ok(None),
    }
}

/// The row of a movement.
struct Fact {
    id: MovementId,
    kind: Kind,
    student: StudentId,
    account: AccountId,
    amount: Money,
    balance: Money,
    /// Handed out beyond the amount.
    rounding: Money,
    to: Option<(Option<StudentId>, AccountId)>,
    tender: Option<TenderId>,
    reference: Option<String>,
    reason: Option<String>,
    approved_by: Option<i64>,
    listed: Option<(i64, i64)>,
    at: At,
}

impl Fact {
    fn of(id: MovementId, holder: &Holder, amount: Money, at: At) -> Self {
        Self {
            id,
            kind: Kind::TopUp,
            student: holder.student,
            account: holder.account,
            amount,
            balance: holder.balance + amount,
            rounding: Money::ZERO,
            to: None,
            tender: None,
            reference: None,
            reason: None,
            approved_by: None,
            listed: None,
            at,
        }
    }

    /// Books it against that account; says its number.
    fn write(&self, db: &Connection, against: AccountId) -> Result<i64, Error> {
        let moment = self.at.moment;
        if !self.amount.is_zero() {
            let entry = Entry {
                id: self.id.0,
                kind: self.kind.code(),
                sale: None,
                at: moment.at.0,
                day: moment.day().number(),
                user: Some(self.at.user.0),
            };
            let postings = [
                (self.account, self.amount),
                (against, self.rounding - self.amount),
                (CASH_ROUNDING, -self.rounding),
            ];
            account::post(db, &entry, &postings)?;
        }
        db.prepare_cached(
            "INSERT INTO movement (id, kind, entry, student, account, amount, balance, to_student,
                 to_account, tender, reference, reason, approved_by, list, line, at, day, user)
             VALUES (?1, ?2, (SELECT seq FROM entry WHERE id = ?1), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
                 ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        )?
        .execute(rusqlite::params![
            self.id.0.as_bytes(),
            undo::stored(self.kind),
            self.student.0,
            self.account.0,
            self.amount.amount(),
            self.balance.amount(),
            self.to
                .and_then(|(student, _)| student)
                .map(|student| student.0),
            self.to.map(|(_, account)| account.0),
            self.tender.map(|tender| tender.0),
            self.reference,
            self.reason,
            self.approved_by,
            self.listed.map(|(list, _)| list),
            self.listed.map(|(_, line)| line),
            moment.at.0,
            moment.day().number(),
            self.at.user.0,
        ])?;
        Ok(db.last_insert_rowid())
    }
}

/// A pupil and their account as they stand; how many share it is asked apart.
fn holder(db: &Connection, student: StudentId) -> Result<Holder, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.account, a.balance, s.guardian, s.active FROM student s JOIN account a ON a.id = s.account
         WHERE s.id = ?1",
    )?;
    let found = select.query_row([student.0], |row| {
        Ok(Holder {
            student,
            account: AccountId(row.get(0)?),
            balance: row::money(row, "balance")?,
            guardian: row.get::<_, Option<i64>>(2)?.map(GuardianId),
            sharing: 0,
            left: !row.get::<_, bool>("active")?,
        })
    });
    let found = found.optional()?;
    found.ok_or_else(|| Error::NotFound(format!("pupil {}", student.0)))
}

fn sharing(db: &Connection, holder: &Holder) -> Result<usize, Error> {
    let mut select = db.prepare_cached(
        "SELECT count(*) FROM student WHERE account = ?1 AND id <> ?2 AND active = 1",
    )?;
    let others: i64 = select.query_row((holder.account.0, holder.student.0), |row| row.get(0))?;
    Ok(usize::try_from(others).unwrap_or(0))
}

/// As the table of tenders says it.
fn account_of_tender(db: &Connection, tender: TenderId) -> Result<AccountId, Error> {
    let mut select = db.prepare_cached("SELECT account FROM tender WHERE id = ?1")?;
    let account = select.query_row([tender.0], |row| row.get(0)).optional()?;
    account
        .map(AccountId)
        .ok_or_else(|| Error::NotFound(format!("tender {}", tender.0)))
}

fn name_of(db: &Connection, student: StudentId) -> Result<(String, String), Error> {
    let mut select = db.prepare_cached("SELECT name, grade FROM student WHERE id = ?1")?;
    let name = select.query_row([student.0], |row| Ok((row.get(0)?, row.get(1)?)));
    let name = name.optional()?;
    name.ok_or_else(|| Error::NotFound(format!("pupil {}", student.0)))
}

fn put_on_paper(
    db: &Connection,
    slip: &Slip,
    printing: &Printing<'_>,
) -> Result<Option<PrintJobId>, Error> {
    let at: Timestamp = slip.at.at;
    if slip.opens_drawer && !printing.drawer.is_empty() {
        print::add_page(db, DRAWER, printing.drawer, at)?;
    }
    let paper = (printing.render)(slip);
    paper
        .map(|(title, bytes)| print::add_page(db, &title, &bytes, at))
        .transpose()
}

/// The slip of a movement that is on file.
fn slip_of(db: &Connection, movement: MovementId, now: At) -> Result<Option<Slip>, Error> {
    let mut select = db.prepare_cached(
        "SELECT m.seq, m.kind, m.at, m.amount, m.balance, m.reference, m.reason, s.name, s.grade,
             -coalesce((SELECT amount FROM posting WHERE entry = m.entry AND account = 19), 0) AS rounding,
             o.name AS other, t.kind AS tender, u.name AS cashier, c.name AS till
         FROM movement m JOIN student s ON s.id = m.student LEFT JOIN student o ON o.id = m.to_student
         LEFT JOIN tender t ON t.id = m.tender LEFT JOIN user u ON u.id = m.user
         LEFT JOIN till c ON c.id = ?2 WHERE m.id = ?1",
    )?;
    let found = select.query_row((movement.0.as_bytes(), now.till.0), |row| {
        let (kind, at): (String, i64) = (row.get("kind")?, row.get("at")?);
        let tender: Option<String> = row.get("tender")?;
        let (amount, after) = (row::money(row, "amount")?, row::money(row, "balance")?);
        Ok(Slip {
            id: movement,
            number: row.get("seq")?,
            kind: undo::kind_of(&kind, amount.amount()).unwrap_or(Kind::Correction),
            at: now.moment.plus_millis(at - now.moment.at.0),
            till: row.get::<_, Option<String>>("till")?.unwrap_or_default(),
            cashier: row.get::<_, Option<String>>("cashier")?.unwrap_or_default(),
            pupil: row.get("name")?,
            grade: row.get("grade")?,
            other: row.get("other")?,
            amount,
            rounding: row::money(row, "rounding")?,
            lunches: Money::ZERO,
            tender: tender.as_deref().and_then(TenderKind::from_code),
            reference: row.get("reference")?,
            reason: row.get("reason")?,
            before: after - amount,
            after,
            opens_drawer: false,
            copy: true,
        })
    });
    Ok(found.optional()?)
}
