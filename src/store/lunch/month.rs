//! A month's accounts, and what is paid for them.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{plan, subscribe};
use crate::domain::account::{Refused, Standing};
use crate::domain::alphabet::compare;
use crate::domain::lunch::account::{Eaten, month_account};
use crate::domain::lunch::payment::Slip;
use crate::domain::lunch::{Month, MonthAccount, Payment, Subscription};
use crate::domain::receipt::Shop;
use crate::domain::sale::At;
use crate::domain::tender::{Reference, Tender, TenderKind};
use crate::domain::user::Approved;
use crate::domain::{BusinessDay, Money, MovementId, StudentId, TenderId, Timestamp};
use crate::store::account::{self, Entry};
use crate::store::queue::DRAWER;
use crate::store::sale::till_and_cashier;
use crate::store::{Error, Store, print, row, student, tender, user};

/// A pupil's month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthRow {
    /// Who.
    pub student: StudentId,
    /// Their name.
    pub name: String,
    /// Their class.
    pub grade: String,
    /// What it comes to.
    pub account: MonthAccount,
    /// The lunches eaten, in order.
    pub eaten: Vec<Eaten>,
    /// What was paid, in order.
    pub payments: Vec<Paid>,
}

/// A payment for a month that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paid {
    /// Which.
    pub id: MovementId,
    /// How much; negative where it takes back another.
    pub amount: Money,
    /// By what.
    pub tender: TenderKind,
    /// The number of the voucher or operation.
    pub reference: Option<String>,
    /// When.
    pub at: Timestamp,
    /// On which day.
    pub day: BusinessDay,
    /// Whether it was taken back, or takes back another: it cannot be taken back again.
    pub settled: bool,
}

/// Makes the paper of a payment: what the queue calls it, and its bytes.
pub type Render<'a> = dyn Fn(&Slip) -> Option<(String, Vec<u8>)> + 'a;

/// How the paper of a payment is made: in the transaction that writes it.
pub struct Printing<'a> {
    /// Whose.
    pub shop: &'a Shop,
    /// What the queue calls it, and its bytes; `None` where no paper is wanted.
    pub render: &'a Render<'a>,
    /// The pulse that opens the drawer; empty where there is none.
    pub drawer: &'a [u8],
}

impl Store {
    /// Every pupil with something to pay, eaten or paid in a month, by class and name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lunch_month(&self, month: Month) -> Result<Vec<MonthRow>, Error> {
        let db = &self.db;
        let versions = plan::versions(db)?;
        let mut eaten = eaten(db, month)?;
        let mut payments = payments(db, month)?;
        let mut subscriptions: HashMap<StudentId, Vec<Subscription>> = HashMap::new();
        for of in subscribe::all(db)? {
            if of.meets(month.first(), Some(month.last())) {
                subscriptions.entry(of.student).or_default().push(of);
            }
        }
        let mut students: BTreeSet<StudentId> = subscriptions.keys().copied().collect();
        students.extend(eaten.keys().chain(payments.keys()));
        let mut rows = Vec::new();
        for student in students {
            let eaten = eaten.remove(&student).unwrap_or_default();
            let payments = payments.remove(&student).unwrap_or_default();
            let own = subscriptions.get(&student).map_or(&[][..], Vec::as_slice);
            let paid = payments.iter().map(|paid| paid.amount).sum();
            let account = month_account(month, &eaten, own, &versions, paid);
            let (name, grade) = any_pupil(db, student)?;
            rows.push(MonthRow {
                student,
                name,
                grade,
                account,
                eaten,
                payments,
            });
        }
        rows.sort_by(|one, other| {
            let grades = one.grade.cmp(&other.grade);
            grades.then_with(|| compare(&one.name, &other.name))
        });
        Ok(rows)
    }

    /// Writes a payment for a month: by a tender into its account, or off the pupil's own. Its paper and the
    /// pulse of the drawer are queued with it; of one that was written before, nothing.
    ///
    /// # Errors
    /// [`Error::Account`] if the pupil's account does not reach, [`Error::TermsChanged`] if the tender costs
    /// something else by now, [`Error::NotFound`] for an unknown pupil or tender; nothing is written.
    pub fn pay_lunch(
        &mut self,
        payment: &Payment,
        at: At,
        printing: &Printing<'_>,
    ) -> Result<(), Error> {
        self.transact(|db| {
            if is_paid(db, payment.id())? {
                return Ok(());
            }
            refuse_other_terms(db, payment, at)?;
            let slip = pay(db, payment, printing.shop, at)?;
            if payment.opens_drawer() && !printing.drawer.is_empty() {
                print::add_page(db, DRAWER, printing.drawer, at.moment.at)?;
            }
            if let Some((title, bytes)) = (printing.render)(&slip) {
                print::add_page(db, &title, &bytes, at.moment.at)?;
            }
            Ok(())
        })
    }

    /// Takes a payment back, the way it came. Once: a second time changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a payment that there is not, or that takes back another.
    pub fn take_back_payment(
        &mut self,
        of: MovementId,
        approved: &Approved,
        at: At,
    ) -> Result<(), Error> {
        self.transact(|db| take_back(db, of, approved, at))
    }
}

/// Name and class, also of somebody who has left: their debt stays.
fn any_pupil(db: &Connection, student: StudentId) -> Result<(String, String), Error> {
    let mut select = db.prepare_cached("SELECT name, grade FROM student WHERE id = ?1")?;
    Ok(select.query_row([student.0], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

fn eaten(db: &Connection, month: Month) -> Result<HashMap<StudentId, Vec<Eaten>>, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.student, s.day, s.price FROM lunch_served s WHERE s.day BETWEEN ?1 AND ?2
             AND NOT EXISTS (SELECT 1 FROM lunch_taken_back t WHERE t.served = s.seq)
         ORDER BY s.day",
    )?;
    let mut rows = select.query((month.first().number(), month.last().number()))?;
    let mut eaten: HashMap<_, Vec<_>> = HashMap::new();
    while let Some(row) = rows.next()? {
        eaten
            .entry(StudentId(row.get(0)?))
            .or_default()
            .push(Eaten {
                day: row::day(row.get(1)?)?,
                price: Money::guaranies(row.get(2)?),
            });
    }
    Ok(eaten)
}

fn payments(db: &Connection, month: Month) -> Result<HashMap<StudentId, Vec<Paid>>, Error> {
    let mut select = db.prepare_cached(
        "SELECT p.id, p.student, p.amount, t.kind, p.reference, p.at, p.day,
             p.reverses IS NOT NULL OR EXISTS (SELECT 1 FROM lunch_paid r WHERE r.reverses = p.seq) AS settled
         FROM lunch_paid p JOIN tender t ON t.id = p.tender WHERE p.month = ?1 ORDER BY p.seq",
    )?;
    let mut rows = select.query([month.first().number()])?;
    let mut paid: HashMap<_, Vec<_>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get("kind")?;
        let tender = TenderKind::from_code(&kind);
        paid.entry(StudentId(row.get("student")?))
            .or_default()
            .push(Paid {
                id: MovementId(row::uuid(row.get("id")?)),
                amount: row::money(row, "amount")?,
                tender: tender.ok_or_else(|| row::unexpected("tender", &kind))?,
                reference: row.get("reference")?,
                at: Timestamp(row.get("at")?),
                day: row::day(row.get("day")?)?,
                settled: row.get("settled")?,
            });
    }
    Ok(paid)
}

fn is_paid(db: &Connection, id: MovementId) -> Result<bool, Error> {
    let mut known = db.prepare_cached("SELECT 1 FROM lunch_paid WHERE id = ?1")?;
    Ok(known.exists([id.0.as_bytes()])?)
}

/// What the customer was shown of a commission is what holds on the day.
fn refuse_other_terms(db: &Connection, payment: &Payment, at: At) -> Result<(), Error> {
    let paid = payment.paid();
    let tenders = tender::tenders_on(db, at.moment.day())?;
    let now = tenders.iter().find(|tender| tender.id == paid.tender);
    let costs = now.map(Tender::costs).unwrap_or_default();
    let same =
        costs.of(paid.amount) == paid.commission && costs.surcharge(paid.amount) == paid.surcharge;
    match same {
        true => Ok(()),
        false => Err(Error::TermsChanged),
    }
}

pub(super) fn pay(db: &Connection, payment: &Payment, shop: &Shop, at: At) -> Result<Slip, Error> {
    let (paid, amount) = (payment.paid(), payment.amount());
    known_tender(db, paid.tender)?;
    let (from, balance) = match paid.kind {
        TenderKind::Account => {
            let customer = student::customer(db, payment.student(), at.moment.day())?;
            within(&customer.standing, amount)?;
            let before = customer.standing.balance;
            (customer.student.account, Some((before, before - amount)))
        }
        _ => (account::of_tender(paid.tender), None),
    };
    db.prepare_cached(
        "INSERT INTO lunch_paid (id, student, month, tender, amount, reference, at, day, user,
             commission, surcharge, rounding)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute((
        payment.id().0.as_bytes(),
        payment.student().0,
        payment.month().first().number(),
        paid.tender.0,
        amount.amount(),
        paid.reference.as_ref().map(Reference::as_str),
        at.moment.at.0,
        at.moment.day().number(),
        at.user.0,
        paid.commission.amount(),
        paid.surcharge.amount(),
        payment.rounding().amount(),
    ))?;
    let number = db.last_insert_rowid();
    let (commission, surcharge) = (paid.commission, paid.surcharge);
    let postings = [
        (account::LUNCHES, amount),
        (from, -(paid.amount + surcharge)),
        (account::COMMISSIONS, surcharge - commission),
        (account::WITHHELD, commission),
        (account::CASH_ROUNDING, -payment.rounding()),
    ];
    account::post(db, &entry(payment.id().0, "lunch", at), &postings)?;
    let (till, cashier) = till_and_cashier(db, at)?;
    let (pupil, grade) = any_pupil(db, payment.student())?;
    Ok(Slip {
        shop: shop.clone(),
        number,
        at: at.moment,
        till,
        cashier,
        pupil,
        grade,
        month: payment.month(),
        amount,
        rounding: payment.rounding(),
        paid: paid.clone(),
        balance,
    })
}

/// The guardian's limit of the day is for the canteen; lunches are only held to what the account has.
fn within(standing: &Standing, amount: Money) -> Result<(), Error> {
    let available = standing.available();
    match amount > available {
        true => Err(Refused::InsufficientBalance { available }.into()),
        false => Ok(()),
    }
}

fn known_tender(db: &Connection, tender: TenderId) -> Result<(), Error> {
    let mut select = db.prepare_cached("SELECT 1 FROM tender WHERE id = ?1")?;
    match select.exists([tender.0])? {
        true => Ok(()),
        false => Err(Error::NotFound(format!("tender {}", tender.0))),
    }
}

fn entry(id: Uuid, kind: &str, at: At) -> Entry<'_> {
    Entry {
        id,
        kind,
        sale: None,
        at: at.moment.at.0,
        day: at.moment.day().number(),
        user: Some(at.user.0),
    }
}

fn take_back(db: &Connection, of: MovementId, approved: &Approved, at: At) -> Result<(), Error> {
    let mut select = db.prepare_cached(
        "SELECT p.seq, p.reverses, EXISTS (SELECT 1 FROM lunch_paid r WHERE r.reverses = p.seq), e.seq
         FROM lunch_paid p JOIN entry e ON e.id = p.id WHERE p.id = ?1",
    )?;
    let found: Option<(i64, Option<i64>, bool, i64)> = select
        .query_row([of.0.as_bytes()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?;
    let (seq, _, taken_back, booked) = found
        .filter(|(_, reverses, ..)| reverses.is_none())
        .ok_or_else(|| Error::NotFound(of.to_string()))?;
    if taken_back {
        return Ok(());
    }
    let id = Uuid::now_v7();
    db.prepare_cached(
        "INSERT INTO lunch_paid (id, student, month, tender, amount, reference, reverses, reason, at, day,
             user, commission, surcharge, rounding)
         SELECT ?1, student, month, tender, -amount, reference, seq, ?3, ?4, ?5, ?6, -commission,
             -surcharge, -rounding
         FROM lunch_paid WHERE seq = ?2",
    )?
    .execute((
        id.as_bytes(),
        seq,
        &approved.reason,
        at.moment.at.0,
        at.moment.day().number(),
        at.user.0,
    ))?;
    let postings: Vec<_> = db
        .prepare_cached(
            // A pupil may use another account by now.
            "SELECT CASE a.kind WHEN 'student' THEN (SELECT t.account FROM lunch_paid l
                 JOIN student t ON t.id = l.student WHERE l.seq = ?2) ELSE a.id END, -p.amount
             FROM posting p JOIN account a ON a.id = p.account WHERE p.entry = ?1",
        )?
        .query_map((booked, seq), |row| {
            let account = crate::domain::AccountId(row.get(0)?);
            Ok((account, Money::guaranies(row.get(1)?)))
        })?
        .collect::<Result<_, _>>()?;
    account::post(db, &entry(id, "lunch_back", at), &postings)?;
    let subject = of.to_string();
    let (by, reason) = (Some(approved.by), Some(approved.reason.as_str()));
    user::audit(
        db,
        at.moment,
        by,
        "lunch_payment_back",
        Some(&subject),
        reason,
    )
}
