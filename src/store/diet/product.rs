//! Facts about products: what is written on them, what was said of them, what they are made of.

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use crate::domain::ProductId;
use crate::domain::diet::{Allergen, Declared, Diet, Source};
use crate::store::{Error, Stamp, Store, category_named, row};

/// What is written about a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Its name.
    pub name: String,
    /// As on the label.
    pub ingredients: Option<String>,
    /// The label's own sentence: «Contiene … Puede contener …».
    pub statement: Option<String>,
}

/// Somebody's word on a product and an allergen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The state; [`Declared::Unknown`] takes back what was said before.
    pub state: Declared,
    /// Where it was read.
    pub source: Source,
    /// The words it rests on.
    pub quote: Option<String>,
    /// The words of the label that stood against it, as they were shown to whoever says so.
    pub against: Option<String>,
}

/// What somebody said of a product at some time, for its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// When, in UTC milliseconds.
    pub at: i64,
    /// By whom; `None` for a list.
    pub by: Option<String>,
    /// What.
    pub what: SaidWhat,
}

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidWhat {
    /// A state for an allergen.
    Allergen(Allergen, Declared, Source, Option<String>),
    /// That it suits a diet or not; `None` took it back.
    Diet(Diet, Option<bool>),
    /// What is written about it.
    Text(Text),
    /// What it is made of, by name.
    Recipe(Vec<String>),
}

impl Store {
    /// Says what is in a product. Each word is a fact of its own; those on file already are not repeated.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown product; nothing is written then.
    pub fn declare(
        &mut self,
        product: ProductId,
        words: &[(Allergen, Word)],
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            for (allergen, word) in words {
                declare(db, product, *allergen, word, stamp)?;
            }
            Ok(())
        })
    }

    /// Says whether a product goes with a diet; `None` takes back what was said.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown product.
    pub fn suit(
        &mut self,
        product: ProductId,
        diet: Diet,
        suits: Option<bool>,
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            let (text, _) = text_of(db, product)?;
            db.prepare_cached(
                "INSERT INTO suited (id, product, diet, suits, text, at, day, user)
                 VALUES (:id, :product, :diet, :suits, :text, :at, :day, :user)",
            )?
            .execute(named_params! {
                ":id": Uuid::now_v7().as_bytes(), ":product": product.0, ":diet": diet.0,
                ":suits": suits, ":text": text, ":at": stamp.moment.at.0,
                ":day": stamp.moment.day().number(), ":user": stamp.by.map(|user| user.0),
            })?;
            Ok(())
        })
    }

    /// Changes what is written about a product; what was declared free of it asks for a new look.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown product.
    pub fn describe(&mut self, product: ProductId, text: &Text, stamp: Stamp) -> Result<(), Error> {
        self.transact(|db| {
            let changed = db.execute(
                "UPDATE product SET name = ?2, ingredients = ?3 WHERE id = ?1",
                (product.0, &text.name, &text.ingredients),
            )?;
            if changed == 0 {
                return Err(Error::NotFound(format!("product {}", product.0)));
            }
            write_text(db, product, text, stamp).map(drop)
        })
    }

    /// Says what a product is made of; without parts, that it has no recipe.
    ///
    /// # Errors
    /// [`Error::PartOfItself`] if it would be a part of itself; nothing is written then.
    pub fn compose(
        &mut self,
        product: ProductId,
        parts: &[ProductId],
        stamp: Stamp,
    ) -> Result<(), Error> {
        self.transact(|db| {
            text_of(db, product)?;
            for part in parts {
                refuse_circle(db, product, *part)?;
            }
            if recipe_of(db, product)? == sorted(parts) {
                return Ok(());
            }
            db.execute(
                "INSERT INTO recipe (id, product, at, day, user) VALUES (?1, ?2, ?3, ?4, ?5)",
                (
                    Uuid::now_v7().as_bytes(),
                    product.0,
                    stamp.moment.at.0,
                    stamp.moment.day().number(),
                    stamp.by.map(|user| user.0),
                ),
            )?;
            let recipe = db.last_insert_rowid();
            let mut insert =
                db.prepare_cached("INSERT INTO recipe_part (recipe, part) VALUES (?1, ?2)")?;
            for part in sorted(parts) {
                insert.execute((recipe, part.0))?;
            }
            Ok(())
        })
    }

    /// Adds something that is only used in the kitchen: it can be declared and be a part, and is not sold.
    ///
    /// # Errors
    /// [`Error::Taken`] if a product or ingredient has that name.
    pub fn add_ingredient(
        &mut self,
        text: &Text,
        category: &str,
        stamp: Stamp,
    ) -> Result<ProductId, Error> {
        self.transact(|db| {
            let taken = db
                .query_row(
                    "SELECT 1 FROM product WHERE name = ?1 AND active = 1",
                    [&text.name],
                    |_| Ok(()),
                )
                .optional()?;
            if taken.is_some() {
                return Err(Error::Taken(text.name.clone()));
            }
            let category = category_named(db, category)?;
            db.execute(
                "INSERT INTO product (name, category, unit, rate, stock_rule, stock_minimum, favourite,
                     ingredients, kitchen) VALUES (?1, ?2, 'each', 10, 'allow', 0, 0, ?3, 1)",
                (&text.name, category, &text.ingredients),
            )?;
            let product = ProductId(db.last_insert_rowid());
            write_text(db, product, text, stamp)?;
            Ok(product)
        })
    }

    /// What was said and written of a product, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history_of(&self, product: ProductId) -> Result<Vec<Said>, Error> {
        history(&self.db, product)
    }
}

/// Notes one word, unless it is what is on file. A word against the whole takes back what was said to
/// be free of its parts: who declares «contains nuts» after «free of almond» has not looked at almonds.
pub(in crate::store) fn declare(
    db: &Connection,
    product: ProductId,
    allergen: Allergen,
    word: &Word,
    stamp: Stamp,
) -> Result<(), Error> {
    if word.state > Declared::Free {
        for part in allergen.parts() {
            let free = latest_state(db, product, part)? == Some(Declared::Free);
            if free {
                let taken_back = Word {
                    state: Declared::Unknown,
                    source: word.source,
                    quote: None,
                    against: None,
                };
                note(db, product, part, &taken_back, stamp)?;
            }
        }
    }
    note(db, product, allergen, word, stamp)
}

/// Whether a person, not a list, said something stricter: no list takes that back.
pub(in crate::store) fn said_stricter(
    db: &Connection,
    product: ProductId,
    allergen: Allergen,
    state: Declared,
) -> Result<bool, Error> {
    let mut select = db.prepare_cached(
        "SELECT state FROM declared WHERE product = ?1 AND allergen = ?2 AND user IS NOT NULL
         AND seq = (SELECT max(seq) FROM declared WHERE product = ?1 AND allergen = ?2)",
    )?;
    let said = select
        .query_row((product.0, allergen.0), |row| row.get::<_, String>(0))
        .optional()?;
    Ok(said.is_some_and(|said| row::declared(&said) > state))
}

fn latest_state(
    db: &Connection,
    product: ProductId,
    allergen: Allergen,
) -> Result<Option<Declared>, Error> {
    let mut select = db.prepare_cached(
        "SELECT state FROM declared WHERE product = ?1 AND allergen = ?2 ORDER BY seq DESC LIMIT 1",
    )?;
    let state = select
        .query_row((product.0, allergen.0), |row| row.get::<_, String>(0))
        .optional()?;
    Ok(state.map(|state| row::declared(&state)))
}

fn note(
    db: &Connection,
    product: ProductId,
    allergen: Allergen,
    word: &Word,
    stamp: Stamp,
) -> Result<(), Error> {
    let (text, _) = text_of(db, product)?;
    let known = db
        .prepare_cached(
            "SELECT state, source, quote, against, text FROM declared
             WHERE product = ?1 AND allergen = ?2 ORDER BY seq DESC LIMIT 1",
        )?
        .query_row((product.0, allergen.0), |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, Option<String>>(2)?,
                row.get::<_, Option<String>>(3)?,
                row.get::<_, i64>(4)?,
            ))
        })
        .optional()?;
    let nothing_new = match &known {
        None => word.state == Declared::Unknown,
        Some((state, source, quote, against, of)) => {
            state == word.state.code()
                && source == word.source.code()
                && *quote == word.quote
                && *against == word.against
                && *of == text
        }
    };
    if nothing_new {
        return Ok(());
    }
    db.prepare_cached(
        "INSERT INTO declared (id, product, allergen, state, source, quote, text, against, at, day, user)
         VALUES (:id, :product, :allergen, :state, :source, :quote, :text, :against, :at, :day, :user)",
    )?
    .execute(named_params! {
        ":id": Uuid::now_v7().as_bytes(), ":product": product.0, ":allergen": allergen.0,
        ":state": word.state.code(), ":source": word.source.code(), ":quote": word.quote,
        ":text": text, ":against": word.against, ":at": stamp.moment.at.0,
        ":day": stamp.moment.day().number(), ":user": stamp.by.map(|user| user.0),
    })?;
    Ok(())
}

/// The text of a product that is in force, with its number.
pub(in crate::store) fn text_of(db: &Connection, product: ProductId) -> Result<(i64, Text), Error> {
    let mut select = db.prepare_cached(
        "SELECT seq, name, ingredients, statement FROM product_text
         WHERE product = ?1 ORDER BY seq DESC LIMIT 1",
    )?;
    let text = select.query_row([product.0], |row| {
        let text = Text {
            name: row.get(1)?,
            ingredients: row.get(2)?,
            statement: row.get(3)?,
        };
        Ok((row.get(0)?, text))
    });
    text.optional()?
        .ok_or_else(|| Error::NotFound(format!("product {}", product.0)))
}

/// Notes what is written about a product, unless it is what is on file; returns its number.
pub(in crate::store) fn write_text(
    db: &Connection,
    product: ProductId,
    text: &Text,
    stamp: Stamp,
) -> Result<i64, Error> {
    if let Ok((number, on_file)) = text_of(db, product)
        && on_file == *text
    {
        return Ok(number);
    }
    db.prepare_cached(
        "INSERT INTO product_text (id, product, name, ingredients, statement, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        Uuid::now_v7().as_bytes(),
        product.0,
        &text.name,
        &text.ingredients,
        &text.statement,
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|user| user.0),
    ))?;
    Ok(db.last_insert_rowid())
}

/// What a product is made of now, in order of number.
pub(in crate::store) fn recipe_of(
    db: &Connection,
    product: ProductId,
) -> Result<Vec<ProductId>, Error> {
    let mut select = db.prepare_cached(
        "SELECT part FROM recipe_part WHERE recipe = (SELECT max(seq) FROM recipe WHERE product = ?1)
         ORDER BY part",
    )?;
    let parts = select.query_map([product.0], |row| row.get(0).map(ProductId))?;
    Ok(parts.collect::<Result<_, _>>()?)
}

fn sorted(parts: &[ProductId]) -> Vec<ProductId> {
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// Refuses a part that is the product, or is made of it.
fn refuse_circle(db: &Connection, product: ProductId, part: ProductId) -> Result<(), Error> {
    let mut seen = Vec::new();
    let mut wanted = vec![part];
    while let Some(next) = wanted.pop() {
        if next == product {
            return Err(Error::PartOfItself(text_of(db, part)?.1.name));
        }
        if !seen.contains(&next) {
            seen.push(next);
            wanted.extend(recipe_of(db, next)?);
        }
    }
    text_of(db, part).map(drop)
}

fn history(db: &Connection, product: ProductId) -> Result<Vec<Said>, Error> {
    let mut all = said_of_allergens(db, product)?;
    all.extend(said_of_diets(db, product)?);
    all.extend(texts(db, product)?);
    all.extend(recipes(db, product)?);
    all.sort_by_key(|said| std::cmp::Reverse(said.at));
    Ok(all)
}

fn said_of_allergens(db: &Connection, product: ProductId) -> Result<Vec<Said>, Error> {
    let mut select = db.prepare_cached(
        "SELECT d.at, u.name AS by, d.allergen, d.state, d.source, d.quote FROM declared d
         LEFT JOIN user u ON u.id = d.user WHERE d.product = ?1 ORDER BY d.seq DESC",
    )?;
    let rows = select.query_map([product.0], |row| {
        let (state, source): (String, String) = (row.get("state")?, row.get("source")?);
        let allergen = Allergen(row.get("allergen")?);
        let (state, source) = (row::declared(&state), row::source(&source));
        Ok(Said {
            at: row.get("at")?,
            by: row.get("by")?,
            what: SaidWhat::Allergen(allergen, state, source, row.get("quote")?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn said_of_diets(db: &Connection, product: ProductId) -> Result<Vec<Said>, Error> {
    let mut select = db.prepare_cached(
        "SELECT s.at, u.name AS by, s.diet, s.suits FROM suited s
         LEFT JOIN user u ON u.id = s.user WHERE s.product = ?1 ORDER BY s.seq DESC",
    )?;
    let rows = select.query_map([product.0], |row| {
        Ok(Said {
            at: row.get("at")?,
            by: row.get("by")?,
            what: SaidWhat::Diet(Diet(row.get("diet")?), row.get("suits")?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn texts(db: &Connection, product: ProductId) -> Result<Vec<Said>, Error> {
    let mut select = db.prepare_cached(
        "SELECT t.at, u.name AS by, t.name, t.ingredients, t.statement FROM product_text t
         LEFT JOIN user u ON u.id = t.user WHERE t.product = ?1 ORDER BY t.seq DESC",
    )?;
    let rows = select.query_map([product.0], |row| {
        let text = Text {
            name: row.get("name")?,
            ingredients: row.get("ingredients")?,
            statement: row.get("statement")?,
        };
        Ok(Said {
            at: row.get("at")?,
            by: row.get("by")?,
            what: SaidWhat::Text(text),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn recipes(db: &Connection, product: ProductId) -> Result<Vec<Said>, Error> {
    let mut select = db.prepare_cached(
        "SELECT r.at, u.name AS by, coalesce((SELECT group_concat(p.name, char(10)) FROM recipe_part
             JOIN product p ON p.id = part WHERE recipe = r.seq), '') AS parts
         FROM recipe r LEFT JOIN user u ON u.id = r.user WHERE r.product = ?1 ORDER BY r.seq DESC",
    )?;
    let rows = select.query_map([product.0], |row| {
        let parts: String = row.get("parts")?;
        Ok(Said {
            at: row.get("at")?,
            by: row.get("by")?,
            what: SaidWhat::Recipe(parts.lines().map(str::to_owned).collect()),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
