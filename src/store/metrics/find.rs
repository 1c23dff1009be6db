//! Looking for a sale by what somebody remembers of it.

use std::collections::BTreeSet;

use rusqlite::{Connection, named_params};

use super::super::{Error, Reader};
use super::drill::page;
use super::read::day;
use crate::domain::BusinessDay;
use crate::domain::metrics::{Cursor, Page, Search};
use crate::domain::search::fold;

/// Whom and what a word names.
struct Named {
    students: BTreeSet<i64>,
    products: BTreeSet<i64>,
}

/// Days on which a sale with those figures was made. Cash is rounded down by less than 50.
const DAYS_OF_FIGURE: &str = "
    SELECT day FROM sale WHERE number = :figure
    UNION SELECT day FROM sale WHERE total BETWEEN :figure AND :figure + 50
    ORDER BY day DESC";
const DAYS_OF_NAMED: &str = "
    SELECT day FROM sale WHERE student IN (SELECT value FROM json_each(:students))
    UNION SELECT start FROM product_total WHERE grain = 0 AND product IN (SELECT value FROM json_each(:products))
    ORDER BY day DESC";

const OF_A_DAY: &str = "
    SELECT s.seq, s.student FROM sale s
    WHERE s.day = :day AND (:after IS NULL OR s.seq < :after)
        AND NOT EXISTS (SELECT 1 FROM json_each(:figures) WHERE value <> s.number AND value <> s.total - s.rounding)
    ORDER BY s.seq DESC";

impl Reader {
    /// The sales that somebody looks for, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find_sales(
        &self,
        search: &Search,
        after: Option<Cursor>,
        limit: usize,
    ) -> Result<Page, Error> {
        let named = search.words.iter().map(|word| named(&self.db, word));
        let named: Vec<Named> = named.collect::<Result<_, _>>()?;
        let mut found = Vec::new();
        for of in days(&self.db, search, &named)? {
            if after.is_some_and(|after| of > after.day) {
                continue;
            }
            let after = after.filter(|after| after.day == of).map(|after| after.seq);
            of_a_day(&self.db, search, &named, of, after, limit, &mut found)?;
            if found.len() > limit {
                break;
            }
        }
        page(&self.db, found, None, limit)
    }
}

fn days(db: &Connection, search: &Search, named: &[Named]) -> Result<Vec<BusinessDay>, Error> {
    if let Some(day) = search.day {
        return Ok(vec![day]);
    }
    let days = match (search.figures.first(), named.first()) {
        (Some(figure), _) => db
            .prepare_cached(DAYS_OF_FIGURE)?
            .query_map(named_params! { ":figure": figure }, |row| day(row.get(0)?))?
            .collect::<Result<_, _>>()?,
        (None, Some(named)) => db
            .prepare_cached(DAYS_OF_NAMED)?
            .query_map(
                named_params! { ":students": json(&named.students), ":products": json(&named.products) },
                |row| day(row.get(0)?),
            )?
            .collect::<Result<_, _>>()?,
        (None, None) => Vec::new(),
    };
    Ok(days)
}

fn json(ids: &BTreeSet<i64>) -> String {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    format!("[{}]", ids.join(","))
}

fn of_a_day(
    db: &Connection,
    search: &Search,
    named: &[Named],
    of: BusinessDay,
    after: Option<i64>,
    limit: usize,
    found: &mut Vec<(BusinessDay, i64)>,
) -> Result<(), Error> {
    let figures: BTreeSet<i64> = search.figures.iter().copied().collect();
    let mut select = db.prepare_cached(OF_A_DAY)?;
    let mut rows = select.query(
        named_params! { ":day": of.number(), ":after": after, ":figures": json(&figures) },
    )?;
    while let Some(row) = rows.next()? {
        let (seq, student): (i64, Option<i64>) = (row.get(0)?, row.get(1)?);
        if found.len() <= limit && is_named(db, named, seq, student)? {
            found.push((of, seq));
        }
        if found.len() > limit {
            break;
        }
    }
    Ok(())
}

/// Whether every word names the pupil or a product of the sale.
fn is_named(
    db: &Connection,
    named: &[Named],
    seq: i64,
    student: Option<i64>,
) -> Result<bool, Error> {
    let is_buyer = |named: &&Named| student.is_some_and(|id| named.students.contains(&id));
    if named.iter().all(|named| is_buyer(&named)) {
        return Ok(true);
    }
    let mut select = db.prepare_cached("SELECT product FROM sale_line WHERE sale = ?1")?;
    let products: Vec<i64> = select
        .query_map([seq], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let has = |named: &&Named| products.iter().any(|id| named.products.contains(id));
    Ok(named.iter().all(|named| is_buyer(&named) || has(&named)))
}

/// Everybody and everything whose name holds a word: pupils also by their guardian's name.
fn named(db: &Connection, word: &str) -> Result<Named, Error> {
    let all = |sql: &str| -> Result<BTreeSet<i64>, Error> {
        let mut select = db.prepare_cached(sql)?;
        let mut rows = select.query(())?;
        let mut found = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get(1)?;
            if fold(&name).contains(word) {
                found.insert(row.get(0)?);
            }
        }
        Ok(found)
    };
    Ok(Named {
        students: all(
            "SELECT s.id, s.name || ' ' || coalesce(g.name, '') FROM student s
             LEFT JOIN guardian g ON g.id = s.guardian",
        )?,
        products: all("SELECT id, name FROM product")?,
    })
}
