//! The self-check: everything that is kept beside the facts is recomputed from them.

use rusqlite::Connection;

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
}

/// Each query counts the rows that break the promise.
const PROMISES: [(&str, &str); 13] = [
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
    ("change_equals_received", "SELECT count(*) FROM sale s WHERE change <>
        (SELECT coalesce(sum(received - amount), 0) FROM payment WHERE sale = s.seq)"),
    ("every_sale_is_booked", "SELECT count(*) FROM sale WHERE seq NOT IN (SELECT sale FROM entry WHERE sale IS NOT NULL)"),
    ("numbers_without_gap", "SELECT coalesce(sum(gap), 0) FROM (SELECT max(number) - count(*) AS gap FROM sale GROUP BY till)"),
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
    for (promise, sql) in PROMISES {
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
    Ok(SelfCheck { sales, broken })
}
