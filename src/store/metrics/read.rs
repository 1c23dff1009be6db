//! What is summed up of some days.

use rusqlite::{Connection, Row, named_params};

use super::super::{Error, Reader, row};
use super::slice::{Ranges, Slice};
use crate::domain::metrics::rows::{HourRow, ProductRow, StudentRow, TenderRow};
use crate::domain::metrics::{Span, Until};
use crate::domain::tender::TenderKind;
use crate::domain::{BusinessDay, GuardianId, Money, ProductId, Quantity, StudentId, TenderId};

/// The hours of all tenders together, of days and of months.
const HOURS: &str = "
    SELECT hour, sum(sales) AS sales, sum(amount) AS amount, sum(refunds) AS refunds, sum(refunded) AS refunded,
        sum(voids) AS voids, sum(items) AS items, sum(discount) AS discount, sum(rounding) AS rounding,
        sum(overrides) AS overrides
    FROM (SELECT * FROM hour_total WHERE grain = 0 AND start BETWEEN :a AND :b AND tender = 0
        UNION ALL SELECT * FROM hour_total WHERE grain = 1 AND start BETWEEN :c AND :d AND tender = 0
        UNION ALL SELECT * FROM hour_total WHERE grain = 0 AND start BETWEEN :e AND :f AND tender = 0)
    GROUP BY hour";

/// The part of a day until a time: whole hours from the rollup, the last one from the facts.
const CUT_HOURS: &str = "
    SELECT hour, sales, amount, refunds, refunded, voids, items, discount, rounding, overrides
    FROM hour_total WHERE grain = 0 AND start = :day AND hour < :hour AND tender = 0
    UNION ALL
    SELECT :hour, sum(CASE kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END), sum(total - rounding), sum(kind = 2),
        sum(CASE kind WHEN 2 THEN rounding - total ELSE 0 END), sum(kind = 1),
        sum((SELECT sum(items) FROM line_items WHERE sale = seq)),
        sum(discount), sum(rounding), sum((SELECT count(approved_by) FROM decision WHERE sale = seq))
    FROM sale WHERE day = :day AND kind IN (0, 1, 2) AND hour = :hour AND at % 3600000 <= :millis
    HAVING count(*) > 0";

const TENDERS: &str = "
    SELECT h.hour, h.tender, t.kind, sum(h.sales) AS sales, sum(h.amount) AS amount, sum(h.commission) AS commission
    FROM (SELECT hour, tender, sales, amount, commission FROM hour_total
            WHERE grain = 0 AND start BETWEEN :a AND :b AND tender > 0
        UNION ALL SELECT hour, tender, sales, amount, commission FROM hour_total
            WHERE grain = 1 AND start BETWEEN :c AND :d AND tender > 0
        UNION ALL SELECT hour, tender, sales, amount, commission FROM hour_total
            WHERE grain = 0 AND start BETWEEN :e AND :f AND tender > 0) h
    JOIN tender t ON t.id = h.tender GROUP BY h.hour, h.tender";

const PRODUCTS: &str = "
    SELECT t.product, t.quantity, t.amount, t.cost, t.costed, p.cost AS cost_now
    FROM (SELECT product, sum(quantity) AS quantity, sum(amount) AS amount, sum(cost) AS cost, sum(costed) AS costed
        FROM (SELECT product, quantity, amount, cost, costed FROM product_total
                WHERE grain = 0 AND start BETWEEN :a AND :b
            UNION ALL SELECT product, quantity, amount, cost, costed FROM product_total
                WHERE grain = 1 AND start BETWEEN :c AND :d
            UNION ALL SELECT product, quantity, amount, cost, costed FROM product_total
                WHERE grain = 0 AND start BETWEEN :e AND :f)
        GROUP BY product) t
    JOIN product p ON p.id = t.product";

const STUDENTS: &str = "
    SELECT t.student, s.guardian, t.sales, t.amount
    FROM (SELECT student, sum(sales) AS sales, sum(amount) AS amount
        FROM (SELECT student, sales, amount FROM student_total WHERE grain = 0 AND start BETWEEN :a AND :b
            UNION ALL SELECT student, sales, amount FROM student_total WHERE grain = 1 AND start BETWEEN :c AND :d
            UNION ALL SELECT student, sales, amount FROM student_total WHERE grain = 0 AND start BETWEEN :e AND :f)
        GROUP BY student) t
    JOIN student s ON s.id = t.student";

const CUT_STUDENTS: &str = "
    SELECT t.student, s.guardian, t.sales, t.amount
    FROM (SELECT student, sum(CASE kind WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END) AS sales,
            sum(total - rounding) AS amount
        FROM sale WHERE day = :day AND student IS NOT NULL
            AND (hour < :hour OR (hour = :hour AND at % 3600000 <= :millis))
        GROUP BY student) t
    JOIN student s ON s.id = t.student";

/// What happened in some days, summed up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summed {
    /// By hour.
    pub hours: Vec<HourRow>,
    /// By pupil; one may be here twice: of whole days, and of the day that is cut.
    pub students: Vec<StudentRow>,
}

impl Reader {
    /// By hour and by pupil.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn summed(&self, slice: Slice) -> Result<Summed, Error> {
        let ranges = slice.ranges(&self.db)?;
        let mut summed = Summed {
            hours: whole(&self.db, HOURS, ranges, hour_row)?,
            students: whole(&self.db, STUDENTS, ranges, student_row)?,
        };
        if let Some((day, until)) = slice.cut() {
            summed
                .hours
                .extend(cut(&self.db, CUT_HOURS, day, until, hour_row)?);
            let students = cut(&self.db, CUT_STUDENTS, day, until, student_row)?;
            summed.students.extend(students);
        }
        Ok(summed)
    }

    /// By hour and tender, of whole days.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tender_rows(&self, span: Span) -> Result<Vec<TenderRow>, Error> {
        let ranges = Slice::from(span).ranges(&self.db)?;
        whole(&self.db, TENDERS, ranges, tender_row)
    }

    /// By product, of whole days.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn product_rows(&self, span: Span) -> Result<Vec<ProductRow>, Error> {
        let ranges = Slice::from(span).ranges(&self.db)?;
        whole(&self.db, PRODUCTS, ranges, |row| {
            Ok(ProductRow {
                product: ProductId(row.get("product")?),
                quantity: row::quantity(row, "quantity")?,
                amount: row::money(row, "amount")?,
                cost_thousandths: row.get("cost")?,
                costed: row::quantity(row, "costed")?,
                cost_now: row::maybe_money(row, "cost_now")?,
            })
        })
    }
}

fn whole<T>(
    db: &Connection,
    sql: &str,
    ranges: Ranges,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Error> {
    let Ranges { head, months, tail } = ranges;
    let mut select = db.prepare_cached(sql)?;
    let rows = select.query_map(
        named_params! {
            ":a": head.0, ":b": head.1, ":c": months.0, ":d": months.1, ":e": tail.0, ":f": tail.1,
        },
        |row| read(row),
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn cut<T>(
    db: &Connection,
    sql: &str,
    day: i64,
    until: Until,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Error> {
    let mut select = db.prepare_cached(sql)?;
    let rows = select.query_map(
        named_params! { ":day": day, ":hour": until.hour, ":millis": until.millis },
        |row| read(row),
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn hour_row(row: &Row<'_>) -> rusqlite::Result<HourRow> {
    Ok(HourRow {
        hour: row.get(0)?,
        sales: row.get(1)?,
        amount: Money::guaranies(row.get(2)?),
        refunds: row.get(3)?,
        refunded: Money::guaranies(row.get(4)?),
        voids: row.get(5)?,
        items: row.get::<_, Option<i64>>(6)?.unwrap_or(0),
        discount: Money::guaranies(row.get(7)?),
        rounding: Money::guaranies(row.get(8)?),
        overrides: row.get(9)?,
    })
}

pub(super) fn tender_row(row: &Row<'_>) -> rusqlite::Result<TenderRow> {
    let kind: String = row.get("kind")?;
    Ok(TenderRow {
        hour: row.get("hour")?,
        tender: TenderId(row.get("tender")?),
        kind: TenderKind::from_code(&kind).unwrap_or(TenderKind::Cash),
        sales: row.get("sales")?,
        amount: row::money(row, "amount")?,
        commission: row::money(row, "commission")?,
    })
}

fn student_row(row: &Row<'_>) -> rusqlite::Result<StudentRow> {
    Ok(StudentRow {
        student: StudentId(row.get(0)?),
        guardian: row.get::<_, Option<i64>>(1)?.map(GuardianId),
        sales: row.get(2)?,
        amount: Money::guaranies(row.get(3)?),
    })
}

/// The day of that number, for rows of the rollups.
pub(super) fn day(number: i64) -> rusqlite::Result<BusinessDay> {
    BusinessDay::from_number(number).ok_or(rusqlite::Error::IntegralValueOutOfRange(0, number))
}

/// Thousandths, for rows of the rollups.
pub(super) fn quantity(row: &Row<'_>, column: usize) -> rusqlite::Result<Quantity> {
    row.get(column).map(Quantity::thousandths)
}
