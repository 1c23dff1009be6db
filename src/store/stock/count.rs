//! Counting while the till sells. Every line notes what there was by the books at the moment it was counted;
//! posting moves the stock by the difference, so that what was sold since stays sold.

use rusqlite::{Connection, OptionalExtension};

use super::{Error, shelf, shift};
use crate::domain::sale::At;
use crate::domain::stock::{
    CountLine, Counted, MoveKind, NotCounted, Refused, StockId, counted, one_line, says_why,
    was_shown,
};
use crate::domain::user::Approved;
use crate::domain::{CategoryId, Money, ProductId, Quantity, Timestamp, UserId};
use crate::store::{Store, row};

/// A count that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountDraft {
    /// Its name.
    pub id: StockId,
    /// Of this category alone.
    pub category: Option<CategoryId>,
    /// Whether what is expected is hidden from whoever counts.
    pub blind: bool,
    /// Since when.
    pub since: Timestamp,
    /// Who began it.
    pub user: UserId,
    /// What was counted, latest first.
    pub lines: Vec<CountLine>,
}

/// How a count is to be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// Which count: the same twice is one.
    pub id: StockId,
    /// What becomes of what nobody counted.
    pub not_counted: NotCounted,
    /// Why there are differences.
    pub reason: String,
    /// Who approved them.
    pub approved: Option<Approved>,
    /// The lines that were shown before: others are not posted.
    pub shown: Vec<CountLine>,
    /// What nobody had counted, as it was shown: no more than that is said to be gone.
    pub rest: Vec<(ProductId, Quantity)>,
}

/// A count that was posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// What it came to.
    pub counted: Counted,
}

impl Store {
    /// Begins a count.
    ///
    /// # Errors
    /// [`Refused::CountOpen`], [`Error::NotFound`] for an unknown category.
    pub fn begin_count(
        &mut self,
        id: StockId,
        category: Option<CategoryId>,
        blind: bool,
        at: At,
    ) -> Result<CountDraft, Error> {
        self.transact(|db| begin(db, id, category, blind, at))
    }

    /// The count that is under way.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_draft(&self) -> Result<Option<CountDraft>, Error> {
        draft(&self.db)
    }

    /// Notes how much of a product was found, and what is expected of it now. `more` is put on top of what
    /// was counted before.
    ///
    /// # Errors
    /// [`Refused::NoCount`], [`Refused::NotInCount`], [`Refused::BadQuantity`], [`Error::NotFound`].
    pub fn count_product(
        &mut self,
        product: ProductId,
        found: Quantity,
        more: bool,
        now: Timestamp,
    ) -> Result<CountDraft, Error> {
        self.transact(|db| {
            note(db, product, found, more, now)?;
            draft(db)?.ok_or_else(|| Refused::NoCount.into())
        })
    }

    /// Takes a product out of the count again.
    ///
    /// # Errors
    /// [`Refused::NoCount`].
    pub fn uncount_product(&mut self, product: ProductId) -> Result<CountDraft, Error> {
        self.transact(|db| {
            db.execute(
                "DELETE FROM count_draft_line WHERE product = ?1",
                [product.0],
            )?;
            draft(db)?.ok_or_else(|| Refused::NoCount.into())
        })
    }

    /// Gives a count up: nothing is posted.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn drop_count(&mut self) -> Result<(), Error> {
        self.transact(forget)
    }

    /// Posts the count: stock moves by each difference, with its reason.
    ///
    /// # Errors
    /// [`Refused`]: nothing is written, and the count stays open.
    pub fn post_count(&mut self, posting: &Posting, at: At) -> Result<Posted, Error> {
        self.transact(|db| {
            if let Some(before) = posted(db, posting.id)? {
                return Ok(before);
            }
            let open = draft(db)?.filter(|open| open.id == posting.id);
            let open = open.ok_or(Refused::NoCount)?;
            let zero = posting.not_counted == NotCounted::Zero;
            let rest_is_shown = !zero || was_shown(&uncounted(db, &open)?, &posting.rest);
            match open.lines == posting.shown && rest_is_shown {
                true => post(db, &open, posting, at),
                false => Err(Refused::Changed.into()),
            }
        })
    }

    /// Counts and posts a whole list at once: what is expected is what there is now. Of `posting` the lines
    /// that were shown do not count.
    ///
    /// # Errors
    /// [`Refused`], also while another count is under way: nothing is written.
    pub fn count_list(
        &mut self,
        found: &[(ProductId, Quantity)],
        posting: &Posting,
        at: At,
    ) -> Result<Posted, Error> {
        self.transact(|db| {
            if let Some(before) = posted(db, posting.id)? {
                return Ok(before);
            }
            begin(db, posting.id, None, false, at)?;
            for (product, found) in found {
                note(db, *product, *found, false, at.moment.at)?;
            }
            let open = draft(db)?.ok_or(Refused::NoCount)?;
            post(db, &open, posting, at)
        })
    }

    /// What nobody has counted of what is under way, and of which there is something by the books.
    ///
    /// # Errors
    /// [`Refused::NoCount`].
    pub fn not_counted(&self) -> Result<Vec<(ProductId, Quantity)>, Error> {
        let open = draft(&self.db)?.ok_or(Refused::NoCount)?;
        uncounted(&self.db, &open)
    }
}

fn begin(
    db: &Connection,
    id: StockId,
    category: Option<CategoryId>,
    blind: bool,
    at: At,
) -> Result<CountDraft, Error> {
    if let Some(open) = draft(db)? {
        return match open.id == id {
            true => Ok(open),
            false => Err(Refused::CountOpen.into()),
        };
    }
    if let Some(category) = category {
        let sql = "SELECT 1 FROM category WHERE id = ?1";
        let there = db.query_row(sql, [category.0], |_| Ok(())).optional()?;
        there.ok_or_else(|| Error::NotFound(format!("category {}", category.0)))?;
    }
    db.execute(
        "INSERT INTO count_draft (one, id, category, blind, at, user) VALUES (1, ?1, ?2, ?3, ?4, ?5)",
        (
            id.0.as_bytes(),
            category.map(|category| category.0),
            blind,
            at.moment.at.0,
            at.user.0,
        ),
    )?;
    draft(db)?.ok_or_else(|| Refused::NoCount.into())
}

/// How much of a product was found, and what is expected of it now.
fn note(
    db: &Connection,
    product: ProductId,
    found: Quantity,
    more: bool,
    now: Timestamp,
) -> Result<(), Error> {
    let head = "SELECT category FROM count_draft";
    let only: Option<Option<i64>> = db
        .prepare_cached(head)?
        .query_row((), |row| row.get(0))
        .optional()?;
    let only = only.ok_or(Refused::NoCount)?;
    let shelf = shelf(db, product)?;
    if only.is_some_and(|only| only != shelf.category) {
        return Err(Refused::NotInCount.into());
    }
    let before: Option<i64> = db
        .prepare_cached("SELECT counted FROM count_draft_line WHERE product = ?1")?
        .query_row([product.0], |row| row.get(0))
        .optional()?;
    let before = before.filter(|_| more).unwrap_or(0);
    let found = found.checked_add(Quantity::thousandths(before));
    let found = counted(found.ok_or(Refused::BadQuantity)?, shelf.unit)?;
    db.prepare_cached(
        "INSERT INTO count_draft_line (product, counted, expected, at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET counted = excluded.counted, expected = excluded.expected,
             at = excluded.at",
    )?
    .execute((product.0, found.in_thousandths(), shelf.stock, now.0))?;
    Ok(())
}

fn post(
    db: &rusqlite::Transaction<'_>,
    open: &CountDraft,
    posting: &Posting,
    at: At,
) -> Result<Posted, Error> {
    let mut lines = open.lines.clone();
    if posting.not_counted == NotCounted::Zero {
        lines.extend(rest(db, open, at)?);
    }
    judge(posting, &lines)?;
    let seq = insert(db, open, posting, at)?;
    let counted = write_lines(db, seq, &lines, posting, at)?;
    forget(db)?;
    Ok(Posted { counted })
}

/// Something was counted, and differences are explained and approved.
fn judge(posting: &Posting, lines: &[CountLine]) -> Result<(), Refused> {
    if lines.is_empty() {
        return Err(Refused::NothingCounted);
    }
    let differs = lines.iter().any(|line| line.difference() != Quantity::ZERO);
    if !differs {
        return Ok(());
    } else if !says_why(&posting.reason) {
        return Err(Refused::NoReason);
    }
    let approved = posting.approved.as_ref();
    approved.map(|_| ()).ok_or(Refused::NotApproved)
}

fn draft(db: &Connection) -> Result<Option<CountDraft>, Error> {
    let mut select = db.prepare_cached("SELECT id, category, blind, at, user FROM count_draft")?;
    let head = select.query_row((), |row| {
        Ok(CountDraft {
            id: StockId(row::uuid(row.get(0)?)),
            category: row.get::<_, Option<i64>>(1)?.map(CategoryId),
            blind: row.get(2)?,
            since: Timestamp(row.get(3)?),
            user: UserId(row.get(4)?),
            lines: Vec::new(),
        })
    });
    let Some(mut open) = head.optional()? else {
        return Ok(None);
    };
    let mut select = db.prepare_cached(
        "SELECT product, counted, expected, at FROM count_draft_line ORDER BY at DESC, product",
    )?;
    let lines = select.query_map((), |row| {
        Ok(CountLine {
            product: ProductId(row.get(0)?),
            counted: Quantity::thousandths(row.get(1)?),
            expected: Quantity::thousandths(row.get(2)?),
            at: Timestamp(row.get(3)?),
        })
    })?;
    open.lines = lines.collect::<Result<_, _>>()?;
    Ok(Some(open))
}

fn uncounted(db: &Connection, open: &CountDraft) -> Result<Vec<(ProductId, Quantity)>, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.product, s.quantity FROM stock s JOIN product p ON p.id = s.product
         WHERE p.active = 1 AND s.quantity <> 0 AND (?1 IS NULL OR p.category = ?1)
             AND s.product NOT IN (SELECT product FROM count_draft_line)
         ORDER BY p.name COLLATE spanish, p.id",
    )?;
    let rows = select.query_map([open.category.map(|only| only.0)], |row| {
        Ok((ProductId(row.get(0)?), Quantity::thousandths(row.get(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What nobody has counted, as counted and not there.
fn rest(db: &Connection, open: &CountDraft, at: At) -> Result<Vec<CountLine>, Error> {
    let rest = uncounted(db, open)?.into_iter();
    let none = rest.map(|(product, expected)| CountLine {
        product,
        counted: Quantity::ZERO,
        expected,
        at: at.moment.at,
    });
    Ok(none.collect())
}

fn insert(db: &Connection, open: &CountDraft, posting: &Posting, at: At) -> Result<i64, Error> {
    let reason = Some(one_line(&posting.reason)).filter(|reason| !reason.is_empty());
    db.prepare_cached(
        "INSERT INTO stock_count (id, category, blind, not_counted, reason, approved_by, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute((
        open.id.0.as_bytes(),
        open.category.map(|only| only.0),
        open.blind,
        match posting.not_counted {
            NotCounted::Leave => "leave",
            NotCounted::Zero => "zero",
        },
        reason,
        posting.approved.as_ref().map(|approved| approved.by.0),
        at.moment.at.0,
        at.moment.day().number(),
        at.user.0,
    ))?;
    // The audit's entry is written in between.
    let mut select = db.prepare_cached("SELECT seq FROM stock_count WHERE id = ?1")?;
    Ok(select.query_row([open.id.0.as_bytes()], |row| row.get(0))?)
}

fn write_lines(
    db: &Connection,
    seq: i64,
    lines: &[CountLine],
    posting: &Posting,
    at: At,
) -> Result<Counted, Error> {
    let reason = one_line(&posting.reason);
    let mut sum = Counted::default();
    let mut insert = db.prepare_cached(
        "INSERT INTO stock_count_line (count, product, expected, counted, cost, at, movement)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for line in lines {
        let (cost, difference) = (cost(db, line.product)?, line.difference());
        sum = sum.and(difference, cost);
        let movement = if difference == Quantity::ZERO {
            None
        } else {
            {
                let kind = MoveKind::Count;
                Some(shift(
                    db,
                    line.product,
                    difference,
                    kind,
                    at,
                    Some(&reason),
                )?)
            }
        };
        insert.execute((
            seq,
            line.product.0,
            line.expected.in_thousandths(),
            line.counted.in_thousandths(),
            cost.map(Money::amount),
            line.at.0,
            movement,
        ))?;
    }
    Ok(sum)
}

/// Also of a product that went out of use while it was counted.
fn cost(db: &Connection, product: ProductId) -> Result<Option<Money>, Error> {
    let mut select = db.prepare_cached("SELECT cost FROM product WHERE id = ?1")?;
    let cost: Option<i64> = select.query_row([product.0], |row| row.get(0))?;
    Ok(cost.map(Money::guaranies))
}

/// What a count came to that was posted before.
fn posted(db: &Connection, id: StockId) -> Result<Option<Posted>, Error> {
    let mut select = db.prepare_cached("SELECT seq FROM stock_count WHERE id = ?1")?;
    let seq: Option<i64> = select
        .query_row([id.0.as_bytes()], |row| row.get(0))
        .optional()?;
    let Some(seq) = seq else {
        return Ok(None);
    };
    let mut select = db
        .prepare_cached("SELECT counted - expected, cost FROM stock_count_line WHERE count = ?1")?;
    let lines = select.query_map([seq], |row| {
        let cost: Option<i64> = row.get(1)?;
        Ok((
            Quantity::thousandths(row.get(0)?),
            cost.map(Money::guaranies),
        ))
    })?;
    let mut counted = Counted::default();
    for line in lines {
        let (difference, cost) = line?;
        counted = counted.and(difference, cost);
    }
    Ok(Some(Posted { counted }))
}

fn forget(db: &rusqlite::Transaction<'_>) -> Result<(), Error> {
    db.execute("DELETE FROM count_draft_line", ())?;
    db.execute("DELETE FROM count_draft", ())?;
    Ok(())
}
