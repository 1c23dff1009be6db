//! Categories, products, prices, codes and declarations.

use std::collections::{BTreeMap, HashMap};
use std::iter::Peekable;
use std::ops::RangeInclusive;
use std::sync::Arc;
use std::vec::IntoIter;

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::diet::{self, Labels, Text, Word};
use super::{Error, Reader, Stamp, Store, goods, price, row, stock};
use crate::domain::catalogue::{Catalogue, Category, GENERAL, NewProduct, Price, Product, STAFF};
use crate::domain::code::Code;
use crate::domain::diet::Known;
use crate::domain::{BusinessDay, CategoryId, Money, PriceListId, ProductId, Quantity};

impl Store {
    /// Everything that can be sold now, at the prices of this machine's day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn catalogue(&self) -> Result<Catalogue, Error> {
        self.catalogue_on(price::today(&self.db)?)
    }

    /// Everything that can be sold now, at the prices of a day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn catalogue_on(&self, day: BusinessDay) -> Result<Catalogue, Error> {
        let catalogue = everything(&self.db, &self.labels, day)?;
        // Whoever sells does not read these pages again: their memory is given back.
        self.db.execute_batch("PRAGMA shrink_memory")?;
        Ok(catalogue)
    }

    /// Takes over a list of products, all or nothing. A product with a code that is on file is
    /// brought up to date, as is one without code but with a name on file.
    ///
    /// # Errors
    /// [`Error::Taken`] when two products of the list would share a code; nothing is written then.
    pub fn import_products(
        &mut self,
        products: &[NewProduct],
        stamp: Stamp,
    ) -> Result<Vec<ProductId>, Error> {
        let ids = self.transact(|db| {
            let products = products.iter();
            products.map(|product| upsert(db, product, stamp)).collect()
        });
        // Categories are no facts, and labels are read with them.
        self.labels.forget();
        ids
    }

    /// A product as it is now, for carts that hold it.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is not sold.
    pub fn product(&self, id: ProductId) -> Result<Product, Error> {
        let known = HashMap::from([(id, self.labels.known(&self.db, id)?)]);
        let day = price::today(&self.db)?;
        let product = products_in(&self.db, id.0..=id.0, &known, day)?.pop();
        product.ok_or_else(|| Error::NotFound(format!("product {}", id.0)))
    }
}

impl Reader {
    /// Everything that can be sold now, read beside the one who writes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn catalogue(&self) -> Result<Catalogue, Error> {
        self.catalogue_on(price::today(&self.db)?)
    }

    /// The same at the prices of a day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn catalogue_on(&self, day: BusinessDay) -> Result<Catalogue, Error> {
        everything(&*self.db.unchecked_transaction()?, &self.labels, day)
    }
}

fn everything(db: &Connection, labels: &Labels, day: BusinessDay) -> Result<Catalogue, Error> {
    let mut select = db.prepare("SELECT id, name FROM category ORDER BY id")?;
    let category = |row: &rusqlite::Row<'_>| {
        Ok(Category {
            id: CategoryId(row.get(0)?),
            name: row.get(1)?,
        })
    };
    let categories = select.query_map((), category)?.collect::<Result<_, _>>()?;
    let known = labels.all(db)?;
    let products = products_in(db, 0..=i64::MAX, &known, day)?;
    Ok(Catalogue::new(categories, products).looking(goods::looks(db)?))
}

fn upsert(db: &Connection, new: &NewProduct, stamp: Stamp) -> Result<ProductId, Error> {
    let category = category_named(db, &new.category)?;
    let known = known(db, new)?;
    let id: i64 = db
        .prepare_cached(
            "INSERT INTO product (id, name, category, unit, rate, stock_rule, stock_minimum,
                 favourite, ingredients, cost)
             VALUES (:id, :name, :category, :unit, :rate, :stock_rule, :stock_minimum,
                 :favourite, :ingredients, :cost)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, category = excluded.category,
                 unit = excluded.unit, rate = excluded.rate, stock_rule = excluded.stock_rule,
                 stock_minimum = excluded.stock_minimum, favourite = excluded.favourite,
                 ingredients = coalesce(excluded.ingredients, ingredients), cost = coalesce(excluded.cost, cost),
                 active = 1
             RETURNING id",
        )?
        .query_row(
            named_params! {
                ":id": known, ":name": new.name, ":category": category,
                ":unit": row::unit_code(new.unit), ":rate": new.rate.percent(),
                ":stock_rule": row::stock_rule_code(new.stock_rule),
                ":stock_minimum": new.stock_minimum.in_thousandths(),
                ":favourite": new.favourite, ":ingredients": new.ingredients,
                ":cost": new.cost.map(Money::amount),
            },
            |row| row.get(0),
        )?;
    if let Some(cost) = new.cost {
        stock::say_cost(db, ProductId(id), cost, None, stamp)?;
    }
    write_codes(db, id, new)?;
    write_prices(db, id, new, stamp)?;
    write_label(db, ProductId(id), new, stamp)?;
    if let Some(counted) = new.stock {
        count_stock(db, id, counted, stamp)?;
    }
    Ok(ProductId(id))
}

/// The category of that name, made if it is new.
pub(super) fn category_named(db: &Connection, name: &str) -> Result<i64, Error> {
    db.prepare_cached("INSERT INTO category (name) VALUES (?1) ON CONFLICT (name) DO NOTHING")?
        .execute([name])?;
    let mut select = db.prepare_cached("SELECT id FROM category WHERE name = ?1")?;
    Ok(select.query_row([name], |row| row.get(0))?)
}

/// The product on file that the list means, if any.
fn known(db: &Connection, new: &NewProduct) -> Result<Option<i64>, Error> {
    let mut found = None;
    for code in &new.codes {
        let owner: Option<i64> = db
            .prepare_cached("SELECT product FROM product_code WHERE code = ?1")?
            .query_row([code.as_str()], |row| row.get(0))
            .optional()?;
        match (found, owner) {
            (Some(one), Some(other)) if one != other => return Err(Error::Taken(code.to_string())),
            _ => found = found.or(owner),
        }
    }
    if found.is_none() && new.codes.is_empty() {
        found = db
            .prepare_cached(
                "SELECT id FROM product WHERE name = ?1 AND active = 1 AND kitchen = 0",
            )?
            .query_row([&new.name], |row| row.get(0))
            .optional()?;
    }
    Ok(found)
}

fn write_codes(db: &Connection, id: i64, new: &NewProduct) -> Result<(), Error> {
    db.prepare_cached("DELETE FROM product_code WHERE product = ?1")?
        .execute([id])?;
    let mut insert =
        db.prepare_cached("INSERT INTO product_code (code, product) VALUES (?1, ?2)")?;
    for code in &new.codes {
        insert
            .execute((code.as_str(), id))
            .map_err(|_| Error::Taken(code.to_string()))?;
    }
    Ok(())
}

fn write_prices(db: &Connection, id: i64, new: &NewProduct, stamp: Stamp) -> Result<(), Error> {
    let lists = [(GENERAL, Some(new.price)), (STAFF, new.staff_price)];
    for (list, amount) in lists {
        price::say(db, ProductId(id), list, amount, stamp.moment.day(), stamp)?;
    }
    Ok(())
}

/// What the list says of the label: its words, then what is declared of them.
fn write_label(
    db: &Connection,
    product: ProductId,
    new: &NewProduct,
    stamp: Stamp,
) -> Result<(), Error> {
    let on_file = diet::text_of(db, product).ok().map(|(_, text)| text);
    let on_file = on_file.as_ref();
    // A list without the column, or with an empty cell, says nothing of the label.
    let text = Text {
        name: new.name.clone(),
        ingredients: (new.ingredients.clone())
            .or_else(|| on_file.and_then(|text| text.ingredients.clone())),
        statement: (new.statement.clone())
            .or_else(|| on_file.and_then(|text| text.statement.clone())),
    };
    diet::write_text(db, product, &text, stamp)?;
    for (allergen, said) in new.declarations.iter() {
        if stamp.by.is_none() && diet::said_stricter(db, product, allergen, said.state)? {
            continue;
        }
        let word = Word {
            state: said.state,
            source: said.source,
            quote: said.quote.clone(),
            against: said.against.clone(),
        };
        diet::declare(db, product, allergen, &word, stamp)?;
    }
    Ok(())
}

/// Books the difference between what the list counts and what is on file as a movement.
fn count_stock(db: &Connection, id: i64, counted: Quantity, stamp: Stamp) -> Result<(), Error> {
    let on_file: i64 = db
        .prepare_cached("SELECT quantity FROM stock WHERE product = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .unwrap_or(0);
    let difference = counted.in_thousandths() - on_file;
    if difference == 0 {
        return Ok(());
    }
    db.prepare_cached(
        "INSERT INTO stock_movement (id, product, quantity, kind, at, day, user)
         VALUES (?1, ?2, ?3, 'count', ?4, ?5, ?6)",
    )?
    .execute((
        uuid::Uuid::now_v7().as_bytes(),
        id,
        difference,
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|by| by.0),
    ))?;
    db.prepare_cached(
        "INSERT INTO stock (product, quantity) VALUES (?1, ?2)
         ON CONFLICT DO UPDATE SET quantity = excluded.quantity",
    )?
    .execute((id, counted.in_thousandths()))?;
    Ok(())
}

/// What is known of each product.
type Knowns = HashMap<ProductId, Arc<Known>>;

/// The products that are sold, among those of these numbers, with all that belongs to them on that day.
fn products_in(
    db: &Connection,
    ids: RangeInclusive<i64>,
    known: &Knowns,
    day: BusinessDay,
) -> Result<Vec<Product>, Error> {
    let ids = (*ids.start(), *ids.end());
    let mut codes = codes_of(db, ids)?;
    let mut prices = Prices::on(db, ids, day)?;
    let mut select = db.prepare_cached(
        "SELECT p.*, coalesce(s.quantity, 0) AS stock FROM product p
         LEFT JOIN stock s ON s.product = p.id
         WHERE p.active = 1 AND p.kitchen = 0 AND p.id BETWEEN ?1 AND ?2 ORDER BY p.id",
    )?;
    let mut rows = select.query(ids)?;
    let mut products = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get("id")?;
        let (unit, rule): (String, String) = (row.get("unit")?, row.get("stock_rule")?);
        products.push(Product {
            id: ProductId(id),
            name: row.get("name")?,
            category: CategoryId(row.get("category")?),
            codes: codes.of(id),
            prices: prices.of(id),
            rate: row::rate(row.get("rate")?)?,
            unit: row::unit(&unit),
            stock: row::quantity(row, "stock")?,
            stock_rule: row::stock_rule(&rule),
            stock_minimum: row::quantity(row, "stock_minimum")?,
            favourite: row.get("favourite")?,
            ingredients: row.get("ingredients")?,
            known: known.get(&ProductId(id)).cloned().unwrap_or_default(),
            active: true,
        });
    }
    Ok(products)
}

/// The codes of products between two numbers.
pub(super) fn codes_of(db: &Connection, ids: (i64, i64)) -> Result<Grouped<Code>, Error> {
    let sql = "SELECT product, code FROM product_code WHERE product BETWEEN ?1 AND ?2 ORDER BY product, code";
    Grouped::read(db, sql, ids, |row| {
        let code = Code::parse(row.get_ref(1)?.as_str()?);
        code.map_err(|bad| rusqlite::Error::FromSqlConversionFailure(1, Type::Text, bad.into()))
    })
}

/// The prices of each product that hold on a day, asked for in the order of the products' numbers.
pub(super) struct Prices {
    said: Grouped<(PriceListId, Option<i64>, Option<i64>)>,
    day: i64,
}

impl Prices {
    /// Reads what was said of products between two numbers.
    pub(super) fn on(db: &Connection, ids: (i64, i64), day: BusinessDay) -> Result<Self, Error> {
        let sql = "SELECT product, list, amount, since FROM priced WHERE product BETWEEN ?1 AND ?2
             ORDER BY product, list, since, seq";
        let said = Grouped::read(db, sql, ids, |row| {
            Ok((PriceListId(row.get(1)?), row.get(2)?, row.get(3)?))
        })?;
        Ok(Self {
            said,
            day: day.number(),
        })
    }

    /// Those of a product, by list.
    pub(super) fn of(&mut self, id: i64) -> BTreeMap<PriceListId, Price> {
        let mut prices = BTreeMap::new();
        // What was said later comes later.
        let mut said = self.said.next_of(id);
        while let Some((list, amount, since)) = said {
            said = self.said.next_of(id);
            if since.is_none_or(|since| since > self.day) {
                continue;
            }
            match amount.and_then(|amount| Price::try_from(amount).ok()) {
                Some(price) => prices.insert(list, price),
                None => prices.remove(&list),
            };
        }
        prices
    }
}

/// What belongs to each product, asked for in the order of the products' numbers.
pub(super) struct Grouped<T> {
    all: Peekable<IntoIter<(i64, T)>>,
}

impl<T> Grouped<T> {
    /// Reads them: `sql` gives products between two numbers, in order, and `value` what belongs to one.
    pub(super) fn read(
        db: &Connection,
        sql: &'static str,
        ids: (i64, i64),
        value: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Self, Error> {
        let mut select = db.prepare_cached(sql)?;
        let rows = select.query_map(ids, |row| Ok((row.get(0)?, value(row)?)))?;
        let all: Vec<(i64, T)> = rows.collect::<Result<_, _>>()?;
        Ok(Self {
            all: all.into_iter().peekable(),
        })
    }

    /// The next thing that belongs to this product; what belongs to those before it is done with.
    pub(super) fn next_of(&mut self, id: i64) -> Option<T> {
        while self.all.next_if(|(of, _)| *of < id).is_some() {}
        let found = self.all.next_if(|(of, _)| *of == id);
        found.map(|(_, value)| value)
    }

    /// All that belongs to this product.
    pub(super) fn of(&mut self, id: i64) -> Vec<T> {
        let mut found = Vec::new();
        while let Some(value) = self.next_of(id) {
            found.push(value);
        }
        found
    }
}
