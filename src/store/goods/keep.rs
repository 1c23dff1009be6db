//! Changing products: one from its form, or many at once. What was sold is never taken out.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::Detail;
use super::read::detail;
use crate::domain::catalogue::GENERAL;
use crate::domain::code::Code;
use crate::domain::goods::{Edited, NewPhoto, Scale};
use crate::domain::goods::{MassEdit, TileColour};
use crate::domain::{Money, ProductId};
use crate::store::catalogue::category_named;
use crate::store::diet::{self, Text};
use crate::store::stock::say_cost;
use crate::store::{Error, Stamp, Store, price, row, user};

impl Store {
    /// Keeps a product as the form leaves it, a new one without a number: all of it, or nothing.
    ///
    /// # Errors
    /// [`Error::Taken`] if another product has one of its codes, its labels or, while both are sold, its
    /// name; [`Error::NotFound`]; nothing is written then.
    pub fn keep_product(
        &mut self,
        id: Option<ProductId>,
        edited: &Edited,
        stamp: Stamp,
    ) -> Result<ProductId, Error> {
        let kept = self.transact(|db| keep(db, id, edited, stamp));
        // Categories are no facts, and labels are read with them.
        self.labels.forget();
        kept
    }

    /// Makes these changes, all or none; prices hold from the day that each says.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown product, [`Error::Taken`] for one to be sold again while another
    /// of its name is; nothing is written then.
    pub fn change_products(
        &mut self,
        changes: &[(ProductId, MassEdit)],
        stamp: Stamp,
    ) -> Result<usize, Error> {
        let changed = self.transact(|db| {
            let mut count = 0;
            for (id, edit) in changes {
                count += usize::from(change(db, *id, edit, stamp)?);
            }
            Ok(count)
        });
        self.labels.forget();
        changed
    }
}

fn keep(
    db: &Connection,
    id: Option<ProductId>,
    edited: &Edited,
    stamp: Stamp,
) -> Result<ProductId, Error> {
    let day = stamp.moment.day();
    let before = id.map(|id| detail(db, id, day)).transpose()?;
    refuse_taken(db, id, edited)?;
    let category = category_named(db, &edited.category)?;
    let number: i64 = db
        .prepare_cached(
            "INSERT INTO product (id, name, category, unit, rate, stock_rule, stock_minimum, favourite,
                 ingredients, cost, place, colour, active)
             VALUES (:id, :name, :category, :unit, :rate, :stock_rule, :stock_minimum, :favourite,
                 :ingredients, :cost, :place, :colour, :active)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, category = excluded.category,
                 unit = excluded.unit, rate = excluded.rate, stock_rule = excluded.stock_rule,
                 stock_minimum = excluded.stock_minimum, favourite = excluded.favourite,
                 ingredients = excluded.ingredients, cost = excluded.cost, place = excluded.place,
                 colour = excluded.colour, active = excluded.active
             RETURNING id",
        )?
        .query_row(
            named_params! {
                ":id": id.map(|id| id.0), ":name": edited.name, ":category": category,
                ":unit": row::unit_code(edited.unit), ":rate": edited.rate.percent(),
                ":stock_rule": row::stock_rule_code(edited.stock_rule),
                ":stock_minimum": edited.stock_minimum.in_thousandths(),
                ":favourite": edited.favourite, ":ingredients": edited.ingredients,
                ":cost": edited.cost.map(Money::amount), ":place": edited.place,
                ":colour": edited.colour.map(TileColour::number), ":active": edited.active,
            },
            |row| row.get(0),
        )?;
    let id = ProductId(number);
    if let Some(cost) = edited.cost {
        say_cost(db, id, cost, None, stamp)?;
    }
    write_codes(db, id, &edited.codes)?;
    write_scale(db, id, edited.scale)?;
    write_photo(db, id, &edited.photo)?;
    for new in &edited.prices {
        price::say(db, id, new.list, new.amount, new.since, stamp)?;
    }
    let statement = diet::text_of(db, id).ok();
    let text = Text {
        name: edited.name.clone(),
        ingredients: edited.ingredients.clone(),
        statement: statement.and_then(|(_, text)| text.statement),
    };
    diet::write_text(db, id, &text, stamp)?;
    note(db, before.as_ref(), &detail(db, id, day)?, stamp)?;
    Ok(id)
}

/// Whoever is named has it already.
fn refuse_taken(db: &Connection, id: Option<ProductId>, edited: &Edited) -> Result<(), Error> {
    let own = id.map_or(-1, |id| id.0);
    let taken = |by: String, what: &str| Error::Taken(format!("{what} ({by})"));
    for code in &edited.codes {
        let owner = db
            .prepare_cached(
                "SELECT p.name FROM product_code c JOIN product p ON p.id = c.product
                 WHERE c.code = ?1 AND p.id <> ?2",
            )?
            .query_row((code.as_str(), own), |row| row.get(0))
            .optional()?;
        owner.map_or(Ok(()), |owner| Err(taken(owner, code.as_str())))?;
    }
    if let Some(scale) = edited.scale {
        let owner = db
            .prepare_cached(
                "SELECT p.name FROM product_scale l JOIN product p ON p.id = l.product
                 WHERE l.prefix = ?1 AND l.plu = ?2 AND p.id <> ?3",
            )?
            .query_row((scale.prefix(), scale.plu(), own), |row| row.get(0))
            .optional()?;
        let label = format!("{} {:05}", scale.prefix(), scale.plu());
        owner.map_or(Ok(()), |owner| Err(taken(owner, &label)))?;
    }
    match edited.active {
        true => refuse_named(db, own, &edited.name),
        false => Ok(()),
    }
}

/// No two products that are sold have one name.
fn refuse_named(db: &Connection, own: i64, name: &str) -> Result<(), Error> {
    let mut named = db.prepare_cached(
        "SELECT 1 FROM product WHERE name = ?1 AND id <> ?2 AND active = 1 AND kitchen = 0",
    )?;
    match named.exists((name, own))? {
        true => Err(Error::Taken(name.to_owned())),
        false => Ok(()),
    }
}

fn write_codes(db: &Connection, id: ProductId, codes: &[Code]) -> Result<(), Error> {
    db.prepare_cached("DELETE FROM product_code WHERE product = ?1")?
        .execute([id.0])?;
    let mut insert =
        db.prepare_cached("INSERT OR IGNORE INTO product_code (code, product) VALUES (?1, ?2)")?;
    for code in codes {
        insert.execute((code.as_str(), id.0))?;
    }
    Ok(())
}

fn write_scale(db: &Connection, id: ProductId, scale: Option<Scale>) -> Result<(), Error> {
    db.prepare_cached("DELETE FROM product_scale WHERE product = ?1")?
        .execute([id.0])?;
    if let Some(scale) = scale {
        db.prepare_cached(
            "INSERT INTO product_scale (product, prefix, plu, holds) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((id.0, scale.prefix(), scale.plu(), scale.holds.code()))?;
    }
    Ok(())
}

fn write_photo(db: &Connection, id: ProductId, photo: &NewPhoto) -> Result<(), Error> {
    match photo {
        NewPhoto::Kept => {}
        NewPhoto::Gone => {
            db.prepare_cached("DELETE FROM product_photo WHERE product = ?1")?
                .execute([id.0])?;
        }
        NewPhoto::Of(png) => {
            db.prepare_cached(
                "INSERT INTO product_photo (product, png) VALUES (?1, ?2)
                 ON CONFLICT DO UPDATE SET png = excluded.png",
            )?
            .execute((id.0, png))?;
        }
    }
    Ok(())
}

fn change(db: &Connection, id: ProductId, edit: &MassEdit, stamp: Stamp) -> Result<bool, Error> {
    let day = stamp.moment.day();
    if let MassEdit::Price(amount, since) = edit {
        let mut select = db.prepare_cached("SELECT 1 FROM product WHERE id = ?1")?;
        if !select.exists([id.0])? {
            return Err(Error::NotFound(format!("product {}", id.0)));
        }
        return price::say(db, id, GENERAL, Some(*amount), *since, stamp);
    }
    let before = detail(db, id, day)?;
    let mut changed = 0;
    match edit {
        // Said above: a price is a fact of its own.
        MassEdit::Price(..) => {}
        MassEdit::Category(name) => {
            let category = category_named(db, name)?;
            changed += db
                .prepare_cached(
                    "UPDATE product SET category = ?2 WHERE id = ?1 AND category <> ?2",
                )?
                .execute((id.0, category))?;
        }
        MassEdit::Rate(rate) => {
            changed += db
                .prepare_cached("UPDATE product SET rate = ?2 WHERE id = ?1 AND rate <> ?2")?
                .execute((id.0, rate.percent()))?;
        }
        MassEdit::Active(active) => {
            if *active {
                refuse_named(db, id.0, &before.good.name)?;
            }
            changed += db
                .prepare_cached("UPDATE product SET active = ?2 WHERE id = ?1 AND active <> ?2")?
                .execute((id.0, active))?;
        }
        MassEdit::Favourite(favourite) => {
            changed += db
                .prepare_cached(
                    "UPDATE product SET favourite = ?2 WHERE id = ?1 AND favourite <> ?2",
                )?
                .execute((id.0, favourite))?;
        }
    }
    if changed > 0 {
        note(db, Some(&before), &detail(db, id, day)?, stamp)?;
    }
    Ok(changed > 0)
}

/// Notes in the audit what is another now. Prices and texts are facts of their own.
fn note(
    db: &Connection,
    before: Option<&Detail>,
    after: &Detail,
    stamp: Stamp,
) -> Result<(), Error> {
    let (action, told) = match before {
        None => ("product_added", Vec::new()),
        Some(before) => {
            let action = match (before.good.active, after.good.active) {
                (true, false) => "product_off",
                (false, true) => "product_on",
                _ => "product_changed",
            };
            let told = differences(before, after);
            if told.is_empty() && action == "product_changed" {
                return Ok(());
            }
            (action, told)
        }
    };
    let told = (!told.is_empty()).then(|| told.join(" · "));
    user::audit(
        db,
        stamp.moment,
        stamp.by,
        action,
        Some(&after.good.name),
        told.as_deref(),
    )
}

/// What differs, as values alone: no words that would be of one language.
fn differences(before: &Detail, after: &Detail) -> Vec<String> {
    let (one, other) = (&before.good, &after.good);
    let codes = |codes: &[Code]| {
        let codes: Vec<&str> = codes.iter().map(Code::as_str).collect();
        codes.join(" ")
    };
    let amount = |of: Option<Money>| of.map_or(String::new(), |money| money.amount().to_string());
    let look = |of: &Detail| {
        let scale = of.good.look.scale;
        let scale = scale.map(|of| format!("{} {:05} {}", of.prefix(), of.plu(), of.holds.code()));
        scale.unwrap_or_default()
    };
    let pairs = [
        (one.name.clone(), other.name.clone()),
        (before.category.clone(), after.category.clone()),
        (codes(&one.codes), codes(&other.codes)),
        (look(before), look(after)),
        (amount(one.cost), amount(other.cost)),
        (
            format!("IVA {} %", one.rate.percent()),
            format!("IVA {} %", other.rate.percent()),
        ),
        (
            row::unit_code(one.unit).to_owned(),
            row::unit_code(other.unit).to_owned(),
        ),
        (
            one.stock_minimum.decimal().normalize().to_string(),
            other.stock_minimum.decimal().normalize().to_string(),
        ),
        (
            row::stock_rule_code(one.stock_rule).to_owned(),
            row::stock_rule_code(other.stock_rule).to_owned(),
        ),
        (star(one.favourite), star(other.favourite)),
        (place(one.look.place), place(other.look.place)),
        (colour(one.look.colour), colour(other.look.colour)),
        (frame(before), frame(after)),
        (begun(before), begun(after)),
    ];
    let differ = pairs.into_iter().filter(|(one, other)| one != other);
    differ
        .map(|(one, other)| format!("{one} → {other}"))
        .collect()
}

/// A picture by its bytes, or none.
fn frame(of: &Detail) -> String {
    let picture = of.photo.as_ref();
    picture.map_or_else(|| "□".to_owned(), |png| format!("▣ {}", png.len()))
}

fn colour(colour: Option<TileColour>) -> String {
    colour.map_or_else(|| "–".to_owned(), |colour| format!("■ {}", colour.number()))
}

/// How the ingredients begin; where only their end differs the declaration's own facts have the whole of them.
fn begun(of: &Detail) -> String {
    const LETTERS: usize = 60;
    let text = of.ingredients.as_deref().unwrap_or("–");
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn star(favourite: bool) -> String {
    if favourite { "★" } else { "☆" }.to_owned()
}

fn place(place: Option<u16>) -> String {
    place.map_or_else(|| "–".to_owned(), |place| format!("№ {place}"))
}
