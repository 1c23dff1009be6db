//! The self-check: everything that is kept beside the facts is recomputed from them.

use rusqlite::Connection;

use super::chain::{self, Altered};
use super::stock;
use super::{Error, Reader, Store};

/// One promise that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Which promise, in a word.
    pub promise: &'static str,
    /// How many rows break it.
    pub rows: i64,
}

/// What the self-check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SelfCheck {
    /// Sales and voids on file.
    pub sales: i64,
    /// Promises that do not hold; none is good.
    pub broken: Vec<Broken>,
    /// The first facts that are not as they were written.
    pub altered: Vec<Altered>,
}

/// Each query counts the rows that break the promise.
const PROMISES: [(&str, &str); 20] = [
    ("postings_have_their_day", "SELECT count(*) FROM posting p JOIN entry e ON e.seq = p.entry WHERE p.day <> e.day"),
    ("movements_are_booked", "SELECT count(*) FROM movement m WHERE (m.amount <> 0) <> (m.entry IS NOT NULL)
        OR m.amount <> coalesce((SELECT amount FROM posting WHERE entry = m.entry AND account = m.account), 0)"),
    ("entries_balance", "SELECT count(*) FROM (SELECT entry FROM posting GROUP BY entry HAVING sum(amount) <> 0)"),
    ("balances_equal_facts", "SELECT count(*) FROM account a WHERE balance <>
        (SELECT coalesce(sum(amount), 0) FROM posting WHERE account = a.id)"),
    ("stock_equals_facts", "SELECT count(*) FROM stock s
        LEFT JOIN (SELECT product, sum(quantity) AS q FROM stock_movement GROUP BY product) m ON m.product = s.product
        LEFT JOIN (SELECT product, sum(quantity) AS q FROM sale_line GROUP BY product) l ON l.product = s.product
        WHERE s.quantity <> coalesce(m.q, 0) - coalesce(l.q, 0)"),
    ("lines_equal_total", "SELECT count(*) FROM sale s WHERE total <>
        (SELECT coalesce(sum(paid), 0) FROM sale_line WHERE sale = s.seq)"),
    ("payments_equal_total", "SELECT count(*) FROM sale s WHERE total - rounding <>
        (SELECT coalesce(sum(amount), 0) FROM payment WHERE sale = s.seq)"),
    ("change_equals_received", "SELECT count(*) FROM sale s WHERE change + to_account <>
        (SELECT coalesce(sum(received - amount - surcharge), 0) FROM payment WHERE sale = s.seq)"),
    ("exchanges_are_settled", "SELECT count(*) FROM account WHERE id = 18 AND balance <> 0"),
    ("every_sale_is_booked", "SELECT count(*) FROM sale WHERE seq NOT IN (SELECT sale FROM entry WHERE sale IS NOT NULL)"),
    ("numbers_without_gap", "SELECT coalesce(sum(gap), 0) FROM (SELECT max(number) - count(*) AS gap FROM sale GROUP BY till)"),
    ("shifts_equal_facts", "SELECT count(*) FROM shift_closed c JOIN shift h ON h.seq = c.shift
        JOIN shift_count_tender t ON t.count = c.count JOIN tender n ON n.id = t.tender WHERE t.expected <> -(
            (SELECT coalesce(sum(p.amount), 0) FROM entry e CROSS JOIN posting p
                WHERE e.shift = h.seq AND e.kind NOT IN ('shift_difference', 'shift_emptied')
                AND p.entry = e.seq AND p.account = n.account)
            + (SELECT coalesce(sum(p.amount), 0) FROM entry e CROSS JOIN posting p
                WHERE e.shift IS NULL AND e.seq > h.entry_after AND e.seq <= h.entry_to
                AND p.entry = e.seq AND p.account = n.account))"),
    ("zs_without_gap", "SELECT coalesce(sum(gap), 0) FROM (SELECT max(z) - count(*) AS gap FROM shift_closed GROUP BY till)"),
    ("one_lunch_a_day", "SELECT count(*) FROM (SELECT 1 FROM lunch_served s
        WHERE NOT EXISTS (SELECT 1 FROM lunch_taken_back t WHERE t.served = s.seq)
        GROUP BY student, day HAVING count(*) > 1)"),
    ("lunch_payments_are_booked", "SELECT count(*) FROM lunch_paid p WHERE amount <> coalesce((SELECT g.amount
        FROM entry e JOIN posting g ON g.entry = e.seq WHERE e.id = p.id AND g.account = 8), 0)"),
    ("hours_equal_facts", "SELECT count(*) FROM (
        SELECT * FROM (SELECT 0, * FROM hour_fact EXCEPT SELECT * FROM hour_total WHERE grain = 0)
        UNION ALL SELECT * FROM (SELECT * FROM hour_total WHERE grain = 0 EXCEPT SELECT 0, * FROM hour_fact))"),
    ("products_equal_facts", "SELECT count(*) FROM (
        SELECT * FROM (SELECT 0, * FROM product_fact EXCEPT SELECT * FROM product_total WHERE grain = 0)
        UNION ALL SELECT * FROM (SELECT * FROM product_total WHERE grain = 0 EXCEPT SELECT 0, * FROM product_fact))"),
    ("students_equal_facts", "SELECT count(*) FROM (
        SELECT * FROM (SELECT 0, * FROM student_fact EXCEPT SELECT * FROM student_total WHERE grain = 0)
        UNION ALL SELECT * FROM (SELECT * FROM student_total WHERE grain = 0 EXCEPT SELECT 0, * FROM student_fact))"),
    ("months_equal_days", "SELECT
        (SELECT count(*) FROM (SELECT 1, * FROM hour_month EXCEPT SELECT * FROM hour_total WHERE grain = 1))
        + (SELECT count(*) FROM (SELECT * FROM hour_total WHERE grain = 1 EXCEPT SELECT 1, * FROM hour_month))
        + (SELECT count(*) FROM (SELECT 1, * FROM product_month EXCEPT SELECT * FROM product_total WHERE grain = 1))
        + (SELECT count(*) FROM (SELECT * FROM product_total WHERE grain = 1 EXCEPT SELECT 1, * FROM product_month))
        + (SELECT count(*) FROM (SELECT 1, * FROM student_month EXCEPT SELECT * FROM student_total WHERE grain = 1))
        + (SELECT count(*) FROM (SELECT * FROM student_total WHERE grain = 1 EXCEPT SELECT 1, * FROM student_month))"),
    ("foreign_keys", "SELECT count(*) FROM pragma_foreign_key_check"),
];

impl Store {
    /// Recomputes balances, stock, totals and numbers from the facts, and asks SQLite about its pages.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn self_check(&self) -> Result<SelfCheck, Error> {
        self_check(&self.db)
    }
}

impl Reader {
    /// The same beside the one who writes: of many sales it takes a while.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn self_check(&self) -> Result<SelfCheck, Error> {
        // One view of the facts: a sale between two questions would look like a broken promise.
        self_check(&*self.db.unchecked_transaction()?)
    }
}

fn self_check(db: &Connection) -> Result<SelfCheck, Error> {
    let sales = db.query_row("SELECT count(*) FROM sale", (), |row| row.get(0))?;
    let mut broken = Vec::new();
    for (promise, sql) in PROMISES.into_iter().chain(stock::PROMISES) {
        let rows: i64 = db.query_row(sql, (), |row| row.get(0))?;
        if rows != 0 {
            broken.push(Broken { promise, rows });
        }
    }
    let pages: String = db.query_row("PRAGMA integrity_check(1)", (), |row| row.get(0))?;
    if pages != "ok" {
        broken.push(Broken {
            promise: "pages",
            rows: 1,
        });
    }
    let chained = chain::check(db)?;
    if chained.altered != 0 {
        broken.push(Broken {
            promise: "facts_as_written",
            rows: chained.altered,
        });
    }
    Ok(SelfCheck {
        sales,
        broken,
        altered: chained.named,
    })
}
