//! Sales of long ago, many at once: their rows are written bare, and what is kept beside the facts is summed
//! up once for all of them.
//!
//! Nothing is judged again, and of the tickets only stands that they were printed.
//! Balances, stock and rollups move with each call, so that the self-check holds after it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rusqlite::Connection;
use uuid::Uuid;

use super::account;
use super::sale::next_number;
use super::{Error, Past, Store, row, shift};
use crate::domain::catalogue::Product;
use crate::domain::sale::At;
use crate::domain::tender::{Settlement, TenderKind};
use crate::domain::{AccountId, CartId, Money, ProductId, Quantity, SaleId, StudentId, TillId};

/// For a file that nobody sells on yet: room for its indexes in memory, and the disk is waited for once, at
/// the end. Keys are known to be good: whoever fills a file has read them from it.
const IN_BULK: &str =
    "PRAGMA cache_size = -262144; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;
    PRAGMA wal_autocheckpoint = 20000;";
/// As [`Store::open`] has it.
const AS_EVER: &str =
    "PRAGMA cache_size = -8192; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
    PRAGMA wal_autocheckpoint = 1000; PRAGMA wal_checkpoint(TRUNCATE);";

const KEEPS_TOTALS: &str = "entry_totals";

/// What that trigger does for one sale, for all after ?1 together; none of them is a void or a refund.
const TOTALS: [&str; 4] = [
    "INSERT INTO hour_total (grain, start, hour, tender, sales, amount, items, rounding)
     SELECT 0, s.day, s.hour, 0, count(*), sum(s.total - s.rounding), sum(l.items), sum(s.rounding)
     FROM sale s JOIN (SELECT sale, sum(CASE unit WHEN 'kilogram' THEN sign(quantity) ELSE quantity / 1000 END) AS items
         FROM sale_line WHERE sale > ?1 GROUP BY sale) l ON l.sale = s.seq
     WHERE s.seq > ?1 GROUP BY s.day, s.hour
     ON CONFLICT DO UPDATE SET sales = sales + excluded.sales, amount = amount + excluded.amount,
         items = items + excluded.items, rounding = rounding + excluded.rounding",
    "INSERT INTO hour_total (grain, start, hour, tender, sales, amount, commission)
     SELECT 0, s.day, s.hour, p.tender, count(DISTINCT p.sale), sum(p.amount), sum(p.commission - p.surcharge)
     FROM payment p JOIN sale s ON s.seq = p.sale WHERE p.sale > ?1 GROUP BY s.day, s.hour, p.tender
     ON CONFLICT DO UPDATE SET sales = sales + excluded.sales, amount = amount + excluded.amount,
         commission = commission + excluded.commission",
    "INSERT INTO product_total (grain, start, product, quantity, amount, last_hour, cost, costed)
     SELECT 0, s.day, l.product, sum(l.quantity), sum(l.paid), max(s.hour), coalesce(sum(l.quantity * l.cost), 0),
         sum(CASE WHEN l.cost IS NULL THEN 0 ELSE l.quantity END)
     FROM sale_line l JOIN sale s ON s.seq = l.sale WHERE l.sale > ?1 GROUP BY s.day, l.product
     ON CONFLICT DO UPDATE SET quantity = quantity + excluded.quantity, amount = amount + excluded.amount,
         last_hour = max(coalesce(last_hour, excluded.last_hour), excluded.last_hour),
         cost = cost + excluded.cost, costed = costed + excluded.costed",
    "INSERT INTO student_total (grain, start, student, sales, amount)
     SELECT 0, day, student, count(*), sum(total - rounding)
     FROM sale WHERE seq > ?1 AND student IS NOT NULL GROUP BY day, student
     ON CONFLICT DO UPDATE SET sales = sales + excluded.sales, amount = amount + excluded.amount",
];

/// A sale of long ago, without discounts, notes or decisions.
#[derive(Debug, Clone)]
pub struct OldSale {
    /// Its name.
    pub id: SaleId,
    /// The name of its cart.
    pub cart: CartId,
    /// Where, by whom and when.
    pub at: At,
    /// Who bought, if known.
    pub student: Option<StudentId>,
    /// What was bought.
    pub lines: Vec<OldLine>,
    /// The sum of the lines.
    pub total: Money,
    /// How it was paid.
    pub settlement: Settlement,
}

/// A line of a sale of long ago.
#[derive(Debug, Clone)]
pub struct OldLine {
    /// What.
    pub product: Arc<Product>,
    /// How much.
    pub quantity: Quantity,
    /// The price of one.
    pub price: Money,
    /// The price of all.
    pub net: Money,
    /// What one cost then, if known.
    pub cost: Option<Money>,
}

impl Store {
    /// Fills a file that nobody sells on yet. A power cut may leave it unreadable: it is to be thrown away then.
    ///
    /// # Errors
    /// What `fill` returns, or what the disk says.
    pub fn in_bulk<T>(
        &mut self,
        fill: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.db.execute_batch(IN_BULK)?;
        let filled = fill(self);
        self.db.execute_batch(AS_EVER)?;
        filled
    }
}

impl Past<'_> {
    /// Writes sales of long ago, in the order in which they were made.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown pupil, or what the disk says.
    pub fn old_sales(&self, sales: &[OldSale]) -> Result<(), Error> {
        let Some(first) = sales.first() else {
            return Ok(());
        };
        let db = &self.db;
        let keeps = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1";
        let keeps: String = db.query_row(keeps, [KEEPS_TOTALS], |row| row.get(0))?;
        db.execute_batch("DROP TRIGGER entry_totals")?;
        let mut books = Books::open(db, first.at.till)?;
        let month = |sale: &OldSale| sale.at.moment.day().first_of_month();
        // The first sale of a month closes the one before: that one's days are summed up by then.
        for of_month in sales.chunk_by(|one, next| month(one) == month(next)) {
            let last: i64 = db.query_row("SELECT coalesce(max(seq), 0) FROM sale", (), |row| {
                row.get(0)
            })?;
            of_month.iter().try_for_each(|sale| books.write(sale))?;
            for totals in TOTALS {
                db.prepare_cached(totals)?.execute([last])?;
            }
        }
        books.close()?;
        Ok(db.execute_batch(&keeps)?)
    }
}

/// What moves with each sale, written down once in the end.
struct Books<'a> {
    db: &'a Connection,
    number: i64,
    shift: Option<i64>,
    accounts: HashMap<StudentId, AccountId>,
    /// What stood on each account that moved, and what it moved by.
    balances: BTreeMap<i64, (Money, Money)>,
    sold: BTreeMap<ProductId, i64>,
}

impl<'a> Books<'a> {
    fn open(db: &'a Connection, till: TillId) -> Result<Self, Error> {
        Ok(Self {
            number: next_number(db, till)?,
            shift: shift::open_seq(db)?,
            accounts: HashMap::new(),
            balances: BTreeMap::new(),
            sold: BTreeMap::new(),
            db,
        })
    }

    fn close(self) -> Result<(), Error> {
        let mut balance = self
            .db
            .prepare_cached("UPDATE account SET balance = balance + ?2 WHERE id = ?1")?;
        for (account, (_, moved)) in self.balances {
            balance.execute((account, moved.amount()))?;
        }
        let mut stock = self
            .db
            .prepare_cached("UPDATE stock SET quantity = quantity - ?2 WHERE product = ?1")?;
        for (product, sold) in self.sold {
            stock.execute((product.0, sold))?;
        }
        Ok(())
    }

    fn write(&mut self, sale: &OldSale) -> Result<(), Error> {
        let pupil = match sale.student {
            Some(student) => Some(self.account(student)?),
            None => None,
        };
        let seq = self.head(sale, pupil)?;
        self.lines(seq, sale)?;
        self.payments(seq, sale, pupil)?;
        self.ticket(seq, sale)?;
        self.number += 1;
        Ok(())
    }

    fn account(&mut self, student: StudentId) -> Result<AccountId, Error> {
        if let Some(known) = self.accounts.get(&student) {
            return Ok(*known);
        }
        let account = account::of_student(self.db, student)?;
        self.accounts.insert(student, account);
        Ok(account)
    }

    /// What stands on an account, and what it moved by since.
    fn standing(&mut self, account: AccountId) -> Result<&mut (Money, Money), Error> {
        use std::collections::btree_map::Entry;
        Ok(match self.balances.entry(account.0) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert((account::balance(self.db, account)?, Money::ZERO)),
        })
    }

    /// That it was printed; what it was made of is gone.
    fn ticket(&self, seq: i64, sale: &OldSale) -> Result<(), Error> {
        self.db
            .prepare_cached(
                "INSERT INTO print_job (sale, title, state, bytes, made_at, copy)
                 VALUES (?1, ?2, 'printed', x'', ?3, 0)",
            )?
            .execute((seq, self.number.to_string(), sale.at.moment.at.0))?;
        Ok(())
    }

    fn head(&mut self, sale: &OldSale, pupil: Option<AccountId>) -> Result<i64, Error> {
        let charged = sale.settlement.charged_to_account();
        let before = match pupil.filter(|_| charged.is_positive()) {
            Some(account) => {
                let (stood, moved) = *self.standing(account)?;
                Some(stood + moved)
            }
            None => None,
        };
        let at = sale.at;
        self.db
            .prepare_cached(
                "INSERT INTO sale (id, cart, till, number, kind, at, day, hour, user, student, subtotal,
                     discount, total, rounding, change, balance_before, balance_after)
                 VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8, ?9, ?10, 0, ?10, ?11, ?12, ?13, ?14)",
            )?
            .execute(rusqlite::params![
                sale.id.0.as_bytes(),
                sale.cart.0.as_bytes(),
                at.till.0,
                self.number,
                at.moment.at.0,
                at.moment.day().number(),
                at.moment.hour(),
                at.user.0,
                sale.student.map(|student| student.0),
                sale.total.amount(),
                sale.settlement.rounding().amount(),
                sale.settlement.change().amount(),
                before.map(Money::amount),
                before.map(|before| (before - charged).amount()),
            ])?;
        Ok(self.db.last_insert_rowid())
    }

    fn lines(&mut self, seq: i64, sale: &OldSale) -> Result<(), Error> {
        let mut insert = self.db.prepare_cached(
            "INSERT INTO sale_line (sale, line, product, name, unit, quantity, price, discount, net,
                 paid, rate, cost) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?8, ?9, ?10)",
        )?;
        for (n, line) in (1_i64..).zip(&sale.lines) {
            let (product, sold) = (&line.product, line.quantity.in_thousandths());
            insert.execute(rusqlite::params![
                seq,
                n,
                product.id.0,
                product.name,
                row::unit_code(product.unit),
                sold,
                line.price.amount(),
                line.net.amount(),
                product.rate.percent(),
                line.cost.map(Money::amount),
            ])?;
            *self.sold.entry(product.id).or_default() += sold;
        }
        Ok(())
    }

    fn payments(
        &mut self,
        seq: i64,
        sale: &OldSale,
        pupil: Option<AccountId>,
    ) -> Result<(), Error> {
        let mut insert = self.db.prepare_cached(
            "INSERT INTO payment (sale, n, tender, kind, amount, received, reference)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        let mut postings = Vec::with_capacity(2);
        let mut income = Money::ZERO;
        for (n, payment) in (1_i64..).zip(sale.settlement.payments()) {
            insert.execute((
                seq,
                n,
                payment.tender.0,
                payment.kind.code(),
                payment.amount.amount(),
                payment.received.amount(),
                payment.reference.as_ref().map(ToString::to_string),
            ))?;
            let account = match (payment.kind, pupil) {
                (TenderKind::Account, Some(pupil)) => pupil,
                _ => account::of_tender(payment.tender),
            };
            postings.push((account, -payment.amount));
            income += payment.amount;
        }
        postings.push((account::SALES, income));
        self.post(seq, sale.at, &postings)
    }

    /// As the ledger posts, but for the balances.
    fn post(&mut self, seq: i64, at: At, postings: &[(AccountId, Money)]) -> Result<(), Error> {
        let day = at.moment.day().number();
        self.db
            .prepare_cached(
                "INSERT INTO entry (id, kind, sale, at, day, user, shift) VALUES (?1, 'sale', ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((
                Uuid::now_v7().as_bytes(),
                seq,
                at.moment.at.0,
                day,
                at.user.0,
                self.shift,
            ))?;
        let entry = self.db.last_insert_rowid();
        let mut posting = self.db.prepare_cached(
            "INSERT INTO posting (entry, account, amount, day) VALUES (?1, ?2, ?3, ?4)",
        )?;
        let moved = account::merged(postings).into_iter();
        for (account, amount) in moved.filter(|(_, amount)| !amount.is_zero()) {
            posting.execute((entry, account.0, amount.amount(), day))?;
            self.standing(account)?.1 += amount;
        }
        Ok(())
    }
}
