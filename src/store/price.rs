//! Prices: facts that hold from a day on, and whether a sale keeps to them.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{Error, Stamp, Store, row};
use crate::domain::catalogue::{GENERAL, Price};
use crate::domain::goods::NewPrice;
use crate::domain::sale::Sale;
use crate::domain::{BusinessDay, PriceListId, ProductId, Timestamp};

/// A price that was said, for the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastPrice {
    /// In which list.
    pub list: PriceListId,
    /// What; `None` where the list has none of its own any more.
    pub amount: Option<Price>,
    /// The first day on which it holds; `None` for what was on file before prices had days.
    pub since: Option<BusinessDay>,
    /// When it was said.
    pub at: Timestamp,
    /// By whom; `None` for a list or a program.
    pub by: Option<String>,
}

impl Store {
    /// Says a price from a day on; whether it is another than the one that held then.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown product, [`Error::Unexpected`] for a general price of nothing.
    pub fn say_price(
        &mut self,
        product: ProductId,
        new: NewPrice,
        stamp: Stamp,
    ) -> Result<bool, Error> {
        self.transact(|db| {
            let mut select = db.prepare_cached("SELECT 1 FROM product WHERE id = ?1")?;
            if !select.exists([product.0])? {
                return Err(Error::NotFound(format!("product {}", product.0)));
            }
            if new.list == GENERAL && new.amount.is_none() {
                return Err(row::unexpected("general price", "none"));
            }
            say(db, product, new.list, new.amount, new.since, stamp)
        })
    }
}

pub(super) fn history(db: &Connection, product: ProductId) -> Result<Vec<PastPrice>, Error> {
    let mut select = db.prepare_cached(
        "SELECT p.list, p.amount, p.since, p.at, u.name FROM priced p LEFT JOIN user u ON u.id = p.user
         WHERE p.product = ?1 ORDER BY p.since DESC, p.seq DESC",
    )?;
    let mut rows = select.query([product.0])?;
    let mut said = Vec::new();
    while let Some(row) = rows.next()? {
        let amount: Option<i64> = row.get(1)?;
        let since: i64 = row.get(2)?;
        said.push(PastPrice {
            list: PriceListId(row.get(0)?),
            amount: amount.and_then(|amount| Price::try_from(amount).ok()),
            since: (since > 0).then(|| row::day(since)).transpose()?,
            at: Timestamp(row.get(3)?),
            by: row.get(4)?,
        });
    }
    Ok(said)
}

/// This machine's day, for whoever asks for prices without saying of when.
pub(super) fn today(db: &Connection) -> Result<BusinessDay, Error> {
    let number = db
        .prepare_cached("SELECT unixepoch(date('now', 'localtime')) / 86400")?
        .query_row((), |row| row.get(0))?;
    row::day(number)
}

/// What holds on a day in a list, of its own: `None` where nothing was said, `Some(None)` where it has none.
#[allow(clippy::option_option)] // never said, and said that there is none
fn own(
    db: &Connection,
    product: ProductId,
    list: PriceListId,
    day: BusinessDay,
) -> Result<Option<Option<i64>>, Error> {
    let mut select = db.prepare_cached(
        "SELECT amount FROM priced WHERE product = ?1 AND list = ?2 AND since <= ?3
         ORDER BY since DESC, seq DESC LIMIT 1",
    )?;
    let found = select.query_row((product.0, list.0, day.number()), |row| row.get(0));
    Ok(found.optional()?)
}

/// The price on a day in a list, else in the general one.
pub(super) fn on_day(
    db: &Connection,
    product: ProductId,
    list: PriceListId,
    day: BusinessDay,
) -> Result<Option<i64>, Error> {
    match own(db, product, list, day)?.flatten() {
        Some(amount) => Ok(Some(amount)),
        None if list == GENERAL => Ok(None),
        None => Ok(own(db, product, GENERAL, day)?.flatten()),
    }
}

/// Says a price from a day on, unless it is what holds then; whether anything was written. The first price of
/// all holds since ever: nothing is without a price on a day before it.
pub(super) fn say(
    db: &Connection,
    product: ProductId,
    list: PriceListId,
    amount: Option<Price>,
    since: BusinessDay,
    stamp: Stamp,
) -> Result<bool, Error> {
    let amount = amount.map(|price| price.amount().amount());
    let mut select =
        db.prepare_cached("SELECT 1 FROM priced WHERE product = ?1 AND list = ?2 LIMIT 1")?;
    let is_first = !select.exists((product.0, list.0))?;
    let holds = own(db, product, list, since)?.flatten();
    if holds == amount {
        return Ok(false);
    }
    let since = match is_first && list == GENERAL {
        true => 0,
        false => since.number(),
    };
    db.prepare_cached(
        "INSERT INTO priced (id, product, list, amount, since, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        Uuid::now_v7().as_bytes(),
        product.0,
        list.0,
        amount,
        since,
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|user| user.0),
    ))?;
    Ok(true)
}

/// What the customer was shown is what holds on the day of the sale, to the guaraní.
pub(super) fn refuse_other(db: &Connection, sale: &Sale) -> Result<(), Error> {
    let (list, day) = (sale.cart().price_list(), sale.at().moment.day());
    for line in sale.cart().lines() {
        let holds = on_day(db, line.product().id, list, day)?;
        if holds != Some(line.price().amount().amount()) {
            return Err(Error::PriceChanged {
                name: line.product().name.clone(),
            });
        }
    }
    Ok(())
}
