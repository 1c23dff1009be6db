//! What there is for lunch on a day.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::domain::lunch::{Dish, Menu};
use crate::domain::{BusinessDay, ProductId};
use crate::store::diet::Labels;
use crate::store::{Error, Stamp, Store, row};

/// What can stand on a menu: a product that is sold, or one that is only used in the kitchen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: String,
}

impl Store {
    /// Says what there is on a day; without dishes it is taken back. The latest word holds.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a product that there is not.
    pub fn set_lunch_menu(
        &mut self,
        day: BusinessDay,
        dishes: &[ProductId],
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let mut known =
                db.prepare_cached("SELECT 1 FROM product WHERE id = ?1 AND active = 1")?;
            for dish in dishes {
                if !known.exists([dish.0])? {
                    return Err(Error::NotFound(format!("product {}", dish.0)));
                }
            }
            write(db, day, dishes, stamp)
        })
    }

    /// What there is on a day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lunch_menu(&self, day: BusinessDay) -> Result<Menu, Error> {
        Ok(of_day(&self.db, &self.labels, day)?.1)
    }

    /// The dishes of each day that has a menu, between two days.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lunch_menus(
        &self,
        from: BusinessDay,
        to: BusinessDay,
    ) -> Result<BTreeMap<BusinessDay, Vec<ProductId>>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT m.served_on, d.product FROM lunch_menu m JOIN lunch_menu_dish d ON d.menu = m.seq
             WHERE m.served_on BETWEEN ?1 AND ?2
                 AND m.seq = (SELECT max(seq) FROM lunch_menu l WHERE l.served_on = m.served_on)
             ORDER BY m.served_on, d.n",
        )?;
        let mut rows = select.query((from.number(), to.number()))?;
        let mut menus: BTreeMap<_, Vec<_>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let day = row::day(row.get(0)?)?;
            menus.entry(day).or_default().push(ProductId(row.get(1)?));
        }
        Ok(menus)
    }

    /// Everything that can stand on a menu, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lunch_provisions(&self) -> Result<Vec<Provision>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT p.id, p.name, c.name FROM product p JOIN category c ON c.id = p.category
             WHERE p.active = 1 ORDER BY p.name COLLATE spanish",
        )?;
        let rows = select.query_map((), |row| {
            Ok(Provision {
                product: ProductId(row.get(0)?),
                name: row.get(1)?,
                category: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Writes a menu; a dish that is said twice stands once.
pub(super) fn write(
    db: &Connection,
    day: BusinessDay,
    dishes: &[ProductId],
    stamp: Stamp,
) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO lunch_menu (id, served_on, at, day, user) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((
        Uuid::now_v7().as_bytes(),
        day.number(),
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|user| user.0),
    ))?;
    let menu = db.last_insert_rowid();
    let mut dish = db.prepare_cached(
        "INSERT OR IGNORE INTO lunch_menu_dish (menu, n, product) VALUES (?1, ?2, ?3)",
    )?;
    for (n, product) in (0_i64..).zip(dishes) {
        dish.execute((menu, n, product.0))?;
    }
    Ok(())
}

/// The menu of a day, and which fact it is.
pub(super) fn of_day(
    db: &Connection,
    labels: &Labels,
    day: BusinessDay,
) -> Result<(Option<i64>, Menu), Error> {
    let mut latest = db.prepare_cached(
        "SELECT seq FROM lunch_menu WHERE served_on = ?1 ORDER BY seq DESC LIMIT 1",
    )?;
    let menu: Option<i64> = latest
        .query_row([day.number()], |row| row.get(0))
        .optional()?;
    let Some(seq) = menu else {
        return Ok((None, Menu::default()));
    };
    let mut select = db.prepare_cached(
        "SELECT p.id, p.name FROM lunch_menu_dish d JOIN product p ON p.id = d.product
         WHERE d.menu = ?1 ORDER BY d.n",
    )?;
    let dishes: Vec<(i64, String)> = select
        .query_map([seq], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let dish = |(product, name)| {
        let product = ProductId(product);
        Ok(Dish {
            known: labels.known(db, product)?,
            product,
            name,
        })
    };
    let dishes: Vec<Dish> = dishes.into_iter().map(dish).collect::<Result<_, Error>>()?;
    Ok(((!dishes.is_empty()).then_some(seq), Menu { dishes }))
}
