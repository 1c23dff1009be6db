//! The policy, the canteen's own words and the allergens and diets it added.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::labels::Labels;
use crate::domain::detect::{BadWords, Detector, Words};
use crate::domain::diet::{Allergen, Diet, Own, OwnNames, Policy};
use crate::store::{Error, Reader, Stamp, Store};

/// The policy in force from an instant on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rulebook {
    /// From when, in UTC milliseconds.
    pub at: i64,
    /// Who put it in force.
    pub by: Option<String>,
    /// The policy.
    pub policy: Policy,
}

impl Store {
    /// The policy in force.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn policy(&self) -> Result<Policy, Error> {
        policy(&self.db)
    }

    /// Puts a policy in force; whether somebody may is asked of [`Policy::may_become`] before.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_policy(&mut self, policy: &Policy, stamp: Stamp) -> Result<(), Error> {
        let text = policy.to_string();
        self.transact(|db| note(db, "policy", &text, stamp))
    }

    /// Every policy that was ever in force, oldest first; none where the house's own always was.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn policies(&self) -> Result<Vec<Rulebook>, Error> {
        policies(&self.db)
    }

    /// The canteen's own words, as they were written.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn own_words(&self) -> Result<Option<String>, Error> {
        latest(&self.db, "words")
    }

    /// Puts the canteen's own words in force: labels are read with them from now on.
    ///
    /// # Errors
    /// [`Error::Words`] with the line that is wrong: the last good words stay in force.
    pub fn set_own_words(&mut self, text: &str, stamp: Stamp) -> Result<(), Error> {
        read_words(text, &own_names(&self.db)?).map_err(Error::Words)?;
        self.transact(|db| note(db, "words", text, stamp))?;
        self.labels = Arc::new(labels(&self.db)?);
        Ok(())
    }

    /// The allergens and diets that the canteen added.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn own_names(&self) -> Result<OwnNames, Error> {
        own_names(&self.db)
    }

    /// Adds an allergen of the canteen's own.
    ///
    /// # Errors
    /// [`Error::Own`] without a name, or with one that there is.
    pub fn add_allergen(&mut self, name: &str) -> Result<Own<Allergen>, Error> {
        let own = own_names(&self.db)?.new_allergen(name)?;
        let sql = "INSERT INTO own_allergen (id, code, name) VALUES (?1, ?2, ?3)";
        self.transact(|db| Ok(db.execute(sql, (own.id.0, &own.code, &own.name))?))?;
        // Its name is a word of labels from now on.
        self.labels = Arc::new(labels(&self.db)?);
        Ok(own)
    }

    /// Adds a diet or condition of the canteen's own.
    ///
    /// # Errors
    /// [`Error::Own`] without a name, or with one that there is.
    pub fn add_diet(&mut self, name: &str) -> Result<Own<Diet>, Error> {
        let own = own_names(&self.db)?.new_diet(name)?;
        let sql = "INSERT INTO own_diet (id, code, name) VALUES (?1, ?2, ?3)";
        self.transact(|db| Ok(db.execute(sql, (own.id.0, &own.code, &own.name))?))?;
        Ok(own)
    }
}

impl Reader {
    /// Whether the canteen's own words on file are still good.
    ///
    /// # Errors
    /// [`Error::Words`] with the line that is not: a later version of the till may know the word.
    pub fn own_words_are_good(&self) -> Result<(), Error> {
        match latest(&self.db, "words")? {
            Some(text) => match read_words(&text, &own_names(&self.db)?) {
                Ok(_) => Ok(()),
                Err(bad) => Err(Error::Words(bad)),
            },
            None => Ok(()),
        }
    }
}

/// What the canteen wrote of words, with its own allergens' codes.
///
/// # Errors
/// [`BadWords`] with the line.
pub fn read_words(text: &str, names: &OwnNames) -> Result<Words, BadWords> {
    let allergens = names.allergens.iter();
    let allergens: Vec<_> = allergens.map(|own| (own.code.as_str(), own.id)).collect();
    let diets = names.diets.iter();
    let diets: Vec<_> = diets.map(|own| (own.code.as_str(), own.id)).collect();
    Words::parse_with_diets(text, &allergens, &diets)
}

/// Labels read with the words on file; words that are no longer good do not stop the till, and the
/// self-check says so.
pub(in crate::store) fn labels(db: &Connection) -> Result<Labels, Error> {
    let words = in_force(latest(db, "words")?.as_deref(), &own_names(db)?);
    Ok(Labels::new(match words {
        Some(words) => Arc::new(Detector::with(&words)),
        None => Arc::new(Detector::standard().clone()),
    }))
}

/// The canteen's own words and, whatever it wrote, the names of its own allergens.
fn in_force(text: Option<&str>, names: &OwnNames) -> Option<Words> {
    let names_alone = named(names);
    let both = text.map(|text| format!("{text}\n{names_alone}"));
    let tries = [both.as_deref(), text, Some(names_alone.as_str())];
    let mut tries = tries.into_iter().flatten();
    tries.find_map(|text| read_words(text, names).ok())
}

/// The names of the canteen's own allergens as words of labels; a name that can be no word is left out.
fn named(names: &OwnNames) -> String {
    let lines = names.allergens.iter().map(|own| {
        let is_part_of_word = |letter: char| letter.is_alphanumeric() || letter == ' ';
        let name: String = own.name.chars().filter(|of| is_part_of_word(*of)).collect();
        format!("[* {}]\n{name}\n", own.code)
    });
    lines
        .filter(|line| read_words(line, names).is_ok())
        .collect()
}

/// A policy that cannot be read is the house's own, which is strict.
pub(in crate::store) fn policy(db: &Connection) -> Result<Policy, Error> {
    let text = latest(db, "policy")?;
    Ok(text
        .and_then(|text| Policy::parse(&text).ok())
        .unwrap_or_default())
}

pub(super) fn policies(db: &Connection) -> Result<Vec<Rulebook>, Error> {
    let mut select = db.prepare_cached(
        "SELECT r.at, u.name, r.text FROM rulebook r LEFT JOIN user u ON u.id = r.user
         WHERE r.kind = 'policy' ORDER BY r.seq",
    )?;
    let rows = select.query_map((), |row| {
        let text: String = row.get(2)?;
        Ok(Rulebook {
            at: row.get(0)?,
            by: row.get(1)?,
            policy: Policy::parse(&text).unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The canteen's own words, each version from an instant on, oldest first.
pub(super) fn words(db: &Connection) -> Result<Vec<(i64, Option<Words>)>, Error> {
    let names = own_names(db)?;
    let mut select =
        db.prepare_cached("SELECT at, text FROM rulebook WHERE kind = 'words' ORDER BY seq")?;
    let rows = select.query_map((), |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let mut versions = Vec::new();
    for row in rows {
        let (at, text) = row?;
        versions.push((at, in_force(Some(&text), &names)));
    }
    Ok(versions)
}

fn latest(db: &Connection, kind: &str) -> Result<Option<String>, Error> {
    let mut select =
        db.prepare_cached("SELECT text FROM rulebook WHERE kind = ?1 ORDER BY seq DESC LIMIT 1")?;
    Ok(select.query_row([kind], |row| row.get(0)).optional()?)
}

fn note(db: &Connection, kind: &str, text: &str, stamp: Stamp) -> Result<(), Error> {
    db.execute(
        "INSERT INTO rulebook (id, kind, text, at, day, user) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            Uuid::now_v7().as_bytes(),
            kind,
            text,
            stamp.moment.at.0,
            stamp.moment.day().number(),
            stamp.by.map(|user| user.0),
        ),
    )?;
    Ok(())
}

pub(super) fn own_names(db: &Connection) -> Result<OwnNames, Error> {
    let mut select = db.prepare_cached("SELECT id, code, name FROM own_allergen ORDER BY id")?;
    let allergens = select.query_map((), |row| {
        Ok(Own {
            id: Allergen(row.get(0)?),
            code: row.get(1)?,
            name: row.get(2)?,
        })
    })?;
    let allergens = allergens.collect::<Result<_, _>>()?;
    let mut select = db.prepare_cached("SELECT id, code, name FROM own_diet ORDER BY id")?;
    let diets = select.query_map((), |row| {
        Ok(Own {
            id: Diet(row.get(0)?),
            code: row.get(1)?,
            name: row.get(2)?,
        })
    })?;
    let diets = diets.collect::<Result<_, _>>()?;
    Ok(OwnNames { allergens, diets })
}
