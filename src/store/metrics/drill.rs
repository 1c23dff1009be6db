//! The sales behind a figure, a page at a time: from the last day on which there can be any, backwards.

use chrono::Datelike;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::super::{Error, Reader, row};
use super::read::day;
use crate::domain::metrics::{Cursor, CustomerId, Drill, Page, SaleKind, SaleRow};
use crate::domain::tender::TenderKind;
use crate::domain::{BusinessDay, Money, SaleId, TenderId, Timestamp};

/// The sales of one day that meet every condition that is set, latest first.
const OF_A_DAY: &str = "
    SELECT s.seq FROM sale s
    WHERE s.day = :day AND (:after IS NULL OR s.seq < :after) AND (:hour IS NULL OR s.hour = :hour)
        AND (:until IS NULL OR s.hour < :until OR (s.hour = :until AND s.at % 3600000 <= :millis))
        AND (:kind IS NULL OR s.kind = :kind)
        AND (:students IS NULL OR s.student IN (SELECT value FROM json_each(:students)))
        AND (:tender IS NULL OR EXISTS (SELECT 1 FROM payment p WHERE p.sale = s.seq AND p.tender = :tender))
        AND (:product IS NULL OR EXISTS (SELECT 1 FROM sale_line l WHERE l.sale = s.seq AND l.product = :product))
        AND (:overridden = 0
            OR EXISTS (SELECT 1 FROM decision d WHERE d.sale = s.seq AND d.approved_by IS NOT NULL))
    ORDER BY s.seq DESC LIMIT :limit";

const ROW: &str = "
    SELECT s.id, s.number, s.kind, s.at, s.day, s.hour, p.name, s.total - s.rounding,
        (SELECT group_concat(kind) FROM (SELECT DISTINCT kind FROM payment WHERE sale = s.seq)),
        EXISTS (SELECT 1 FROM sale v WHERE v.reverses = s.seq AND v.kind = 1),
        EXISTS (SELECT 1 FROM sale v WHERE v.reverses = s.seq AND v.kind = 2),
        (SELECT sum(amount) FROM payment WHERE sale = s.seq AND tender = ?2)
    FROM sale s LEFT JOIN student p ON p.id = s.student WHERE s.seq = ?1";

/// Days on which a drill can find anything, latest first; which are asked depends on what is rarest.
const DAYS_OF_PRODUCT: &str = "SELECT start FROM product_total
    WHERE grain = 0 AND start BETWEEN ?1 AND ?2 AND product = ?3 ORDER BY start DESC";
const DAYS_OF_STUDENTS: &str = "SELECT DISTINCT day FROM sale
    WHERE student IN (SELECT value FROM json_each(?3)) AND day BETWEEN ?1 AND ?2 ORDER BY day DESC";
const DAYS_OF_TENDER: &str = "SELECT DISTINCT start FROM hour_total
    WHERE grain = 0 AND start BETWEEN ?1 AND ?2 AND tender = ?3 ORDER BY start DESC";
const DAYS_OF_OVERRIDES: &str = "SELECT DISTINCT start FROM hour_total
    WHERE grain = 0 AND start BETWEEN ?1 AND ?2 AND tender = ?3 AND overrides > 0 ORDER BY start DESC";

impl Reader {
    /// The sales behind a figure, latest first; `after` is where the page before ended.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn drill(&self, drill: &Drill, after: Option<Cursor>, limit: usize) -> Result<Page, Error> {
        let students = match drill.customer {
            Some(customer) => Some(students_of(&self.db, customer)?),
            None => None,
        };
        let (sql, key) = days_sql(drill, students.as_deref());
        let to = after.map_or(drill.span.to(), |after| after.day.min(drill.span.to()));
        let mut found = Vec::new();
        let mut days = self.db.prepare_cached(sql)?;
        let mut days = days.query((drill.span.from().number(), to.number(), key))?;
        while let Some(next) = days.next()? {
            let of = day(next.get(0)?)?;
            let wanted = drill
                .weekday
                .is_none_or(|weekday| of.0.weekday() == weekday);
            if wanted {
                let left = limit + 1 - found.len();
                of_a_day(
                    &self.db,
                    drill,
                    students.as_deref(),
                    of,
                    after,
                    left,
                    &mut found,
                )?;
            }
            if found.len() > limit {
                break;
            }
        }
        page(&self.db, found, drill.tender, limit)
    }
}

fn days_sql(drill: &Drill, students: Option<&str>) -> (&'static str, rusqlite::types::Value) {
    if let Some(product) = drill.product {
        (DAYS_OF_PRODUCT, product.0.into())
    } else if let Some(students) = students {
        (DAYS_OF_STUDENTS, students.to_owned().into())
    } else if drill.overridden {
        (DAYS_OF_OVERRIDES, 0.into())
    } else {
        let tender = drill.tender.map_or(0, |tender| tender.0);
        (DAYS_OF_TENDER, tender.into())
    }
}

/// The pupils of a customer, as JSON.
fn students_of(db: &Connection, customer: CustomerId) -> Result<String, Error> {
    match customer {
        CustomerId::Student(student) => Ok(format!("[{}]", student.0)),
        CustomerId::Guardian(guardian) => {
            let sql = "SELECT json_group_array(id) FROM student WHERE guardian = ?1";
            Ok(db.query_row(sql, [guardian.0], |row| row.get(0))?)
        }
    }
}

fn of_a_day(
    db: &Connection,
    drill: &Drill,
    students: Option<&str>,
    of: BusinessDay,
    after: Option<Cursor>,
    limit: usize,
    found: &mut Vec<(BusinessDay, i64)>,
) -> Result<(), Error> {
    let until = drill.until.filter(|_| of == drill.span.to());
    let after = after.filter(|after| after.day == of).map(|after| after.seq);
    let mut select = db.prepare_cached(OF_A_DAY)?;
    let rows = select.query_map(
        named_params! {
            ":day": of.number(),
            ":after": after,
            ":hour": drill.hour,
            ":until": until.map(|until| until.hour),
            ":millis": until.map(|until| until.millis),
            ":kind": drill.kind.map(kind_number),
            ":students": students,
            ":tender": drill.tender.map(|tender| tender.0),
            ":product": drill.product.map(|product| product.0),
            ":overridden": drill.overridden,
            ":limit": i64::try_from(limit).unwrap_or(i64::MAX),
        },
        |row| row.get::<_, i64>(0),
    )?;
    for seq in rows {
        found.push((of, seq?));
    }
    Ok(())
}

/// The rows of what was found; one more than the limit says that there is another page.
pub(super) fn page(
    db: &Connection,
    mut found: Vec<(BusinessDay, i64)>,
    tender: Option<TenderId>,
    limit: usize,
) -> Result<Page, Error> {
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|(day, seq)| Cursor {
        day: *day,
        seq: *seq,
    });
    let rows = found.iter().map(|(_, seq)| sale_row(db, *seq, tender));
    let rows = rows.filter_map(Result::transpose);
    Ok(Page {
        rows: rows.collect::<Result<_, _>>()?,
        next,
    })
}

fn sale_row(db: &Connection, seq: i64, tender: Option<TenderId>) -> Result<Option<SaleRow>, Error> {
    let mut select = db.prepare_cached(ROW)?;
    let found = select.query_row((seq, tender.map(|tender| tender.0)), |row| {
        let at: i64 = row.get(3)?;
        let tenders: Option<String> = row.get(8)?;
        let tenders = tenders.unwrap_or_default();
        Ok(SaleRow {
            id: SaleId(row::uuid(row.get(0)?)),
            number: row.get(1)?,
            kind: kind_of(row.get(2)?),
            at: Timestamp(at),
            day: day(row.get(4)?)?,
            hour: row.get(5)?,
            minute: u32::try_from(at.rem_euclid(3_600_000) / 60_000).unwrap_or(0),
            buyer: row.get(6)?,
            paid: Money::guaranies(row.get(7)?),
            part: row.get::<_, Option<i64>>(11)?.map(Money::guaranies),
            tenders: tenders
                .split(',')
                .filter_map(TenderKind::from_code)
                .collect(),
            voided: row.get(9)?,
            refunded: row.get(10)?,
        })
    });
    Ok(found.optional()?)
}

const fn kind_number(kind: SaleKind) -> i64 {
    match kind {
        SaleKind::Sale => 0,
        SaleKind::Void => 1,
        SaleKind::Refund => 2,
    }
}

pub(super) const fn kind_of(number: i64) -> SaleKind {
    match number {
        0 => SaleKind::Sale,
        1 => SaleKind::Void,
        _ => SaleKind::Refund,
    }
}
