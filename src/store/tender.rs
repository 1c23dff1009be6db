//! Ways to pay and their terms: each change is a fact that holds from a day on.

use std::collections::HashMap;

use rusqlite::{Connection, Row};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{Error, Stamp, Store, row, user};
use crate::domain::commission::{Commission, PastTerms, Payer, TenderIcon, Terms};
use crate::domain::tender::{Tender, TenderKind};
use crate::domain::{BusinessDay, TenderId};

impl Store {
    /// The ways to pay, as they are before anybody says otherwise: for histories of long ago.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tenders(&self) -> Result<Vec<Tender>, Error> {
        plain(&self.db)
    }

    /// The ways to pay on that day, in the order they are offered.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tenders_on(&self, day: BusinessDay) -> Result<Vec<Tender>, Error> {
        tenders_on(&self.db, day)
    }

    /// Notes terms that hold from a day on.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown tender.
    pub fn set_terms(&mut self, terms: &[Terms], stamp: Stamp) -> Result<(), Error> {
        self.transact(|db| terms.iter().try_for_each(|terms| insert(db, terms, stamp)))
    }

    /// Every terms that were ever noted, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn past_terms(&self) -> Result<Vec<PastTerms>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT t.*, u.name AS by FROM tender_terms t LEFT JOIN user u ON u.id = t.user
             ORDER BY t.seq DESC",
        )?;
        let rows = select.query_map((), |row| Ok((terms(row)?, row.get("at")?, row.get("by")?)))?;
        let mut past = Vec::new();
        for row in rows {
            let (terms, at, by) = row?;
            past.extend(terms.map(|terms| PastTerms { terms, at, by }));
        }
        Ok(past)
    }
}

fn plain(db: &Connection) -> Result<Vec<Tender>, Error> {
    let mut select = db.prepare_cached(
        "SELECT id, kind, needs_reference, opens_drawer, active FROM tender ORDER BY id",
    )?;
    let rows = select.query_map((), |row| {
        let (id, kind): (i64, String) = (row.get("id")?, row.get("kind")?);
        let Some(kind) = TenderKind::from_code(&kind) else {
            return Ok(None);
        };
        Ok(Some(Tender {
            needs_reference: row.get("needs_reference")?,
            opens_drawer: row.get("opens_drawer")?,
            active: row.get("active")?,
            ..Tender::of(TenderId(id), kind)
        }))
    })?;
    let known: Vec<Option<Tender>> = rows.collect::<Result<_, _>>()?;
    Ok(known.into_iter().flatten().collect())
}

pub(super) fn tenders_on(db: &Connection, day: BusinessDay) -> Result<Vec<Tender>, Error> {
    let mut select = db.prepare_cached(
        "SELECT t.* FROM tender_terms t WHERE t.seq = (SELECT o.seq FROM tender_terms o
             WHERE o.tender = t.tender AND o.since <= ?1 ORDER BY o.since DESC, o.seq DESC LIMIT 1)",
    )?;
    let rows = select.query_map([day.number()], terms)?;
    let rows: Vec<Option<Terms>> = rows.collect::<Result<_, _>>()?;
    let terms: HashMap<TenderId, Terms> = rows
        .into_iter()
        .flatten()
        .map(|terms| (terms.tender, terms))
        .collect();
    let mut placed: Vec<(i64, Tender)> = plain(db)?
        .into_iter()
        .map(|tender| match terms.get(&tender.id) {
            Some(terms) => (i64::from(terms.place), on(&tender, terms)),
            None => (tender.id.0, tender),
        })
        .collect();
    placed.sort_by_key(|(place, tender)| (*place, tender.id.0));
    Ok(placed.into_iter().map(|(_, tender)| tender).collect())
}

fn on(tender: &Tender, terms: &Terms) -> Tender {
    Tender {
        needs_reference: terms.needs_reference,
        opens_drawer: terms.opens_drawer,
        active: terms.active,
        name: terms.name.clone(),
        icon: terms.icon,
        refundable: terms.refundable,
        commission: terms.commission,
        ..Tender::of(tender.id, tender.kind)
    }
}

/// `None` for what no version of Cantina writes: the terms before it hold on.
fn terms(row: &Row<'_>) -> rusqlite::Result<Option<Terms>> {
    let icon: String = row.get("icon")?;
    let payer: String = row.get("payer")?;
    let percent: String = row.get("percent")?;
    let fixed = row::money(row, "fixed")?;
    let commission = percent
        .parse::<Decimal>()
        .ok()
        .zip(Payer::from_code(&payer));
    let commission =
        commission.and_then(|(percent, payer)| Commission::new(percent, fixed, payer).ok());
    let since = row::maybe_day(row, "since")?;
    let Some((commission, since)) = commission.zip(since) else {
        return Ok(None);
    };
    Ok(Some(Terms {
        tender: TenderId(row.get("tender")?),
        since,
        name: row.get("name")?,
        icon: TenderIcon::from_code(&icon).unwrap_or_default(),
        place: row.get("place")?,
        needs_reference: row.get("needs_reference")?,
        opens_drawer: row.get("opens_drawer")?,
        refundable: row.get("refundable")?,
        active: row.get("active")?,
        commission,
    }))
}

fn insert(db: &Connection, terms: &Terms, stamp: Stamp) -> Result<(), Error> {
    let mut known = db.prepare_cached("SELECT 1 FROM tender WHERE id = ?1")?;
    if !known.exists([terms.tender.0])? {
        return Err(Error::NotFound(format!("tender {}", terms.tender.0)));
    }
    let commission = terms.commission;
    db.prepare_cached(
        "INSERT INTO tender_terms (id, tender, since, name, icon, place, needs_reference, opens_drawer,
             refundable, active, percent, fixed, payer, at, day, user)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )?
    .execute(rusqlite::params![
        Uuid::now_v7().as_bytes(),
        terms.tender.0,
        terms.since.number(),
        terms.name,
        terms.icon.code(),
        terms.place,
        terms.needs_reference,
        terms.opens_drawer,
        terms.refundable,
        terms.active,
        commission.percent().to_string(),
        commission.fixed().amount(),
        commission.payer().code(),
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|by| by.0),
    ])?;
    let subject = terms.tender.0.to_string();
    let detail = format!("{} % + {}", commission.percent(), commission.fixed());
    user::audit(
        db,
        stamp.moment,
        stamp.by,
        "tender_terms",
        Some(&subject),
        Some(&detail),
    )
}
