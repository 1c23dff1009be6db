//! A person is erased on request: master data get a pseudonym, and text that people typed about them is
//! taken out of facts too. Amounts, products, days and numbers stay: the books must hold.
//!
//! What stays is said in the README: what was bought and paid, the number of the card, which allergens were
//! noted (without any text), under a number that no longer leads to a person. Backups made before still have
//! all of it until they are thrown away by their own rule.

use rusqlite::Connection;
use uuid::Uuid;

use super::opened;
use super::year::block_cards;
use crate::domain::StudentId;
use crate::domain::people::Refused;
use crate::store::chain::{Kept, erase_rows};
use crate::store::{Error, Stamp, Store, user};

/// What they are called from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pseudonyms {
    /// The pupil: «Persona borrada 123».
    pub pupil: String,
    /// A guardian of theirs, before a number.
    pub guardian: String,
}

/// What was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// Facts of which text was taken out.
    pub facts: usize,
    /// Guardians who answered for nobody else and were erased with them.
    pub guardians: usize,
    /// Guardians who stay, as they answer for others who are here.
    pub guardians_kept: usize,
    /// Tickets and pages taken out of the print queue's memory.
    pub prints: usize,
    /// Names of files that may hold their photo, in the folder of photos.
    pub photo_files: Vec<String>,
}

/// A table of facts, which of its rows speak of the person, and what is done with one of them.
struct Place {
    table: &'static str,
    rows: &'static str,
    change: &'static [&'static str],
}

/// Every column in which people type about a person. `?1` is the pupil, in `change` the row.
const PLACES: &[Place] = &[
    Place {
        table: "restricted",
        rows: "SELECT seq FROM restricted WHERE student = ?1 ORDER BY seq",
        change: &["UPDATE restricted SET said_by = '', document = NULL, contact = NULL, phone = NULL,
            note = NULL WHERE seq = ?1"],
    },
    Place {
        table: "wished",
        rows: "SELECT seq FROM wished WHERE student = ?1 ORDER BY seq",
        change: &["UPDATE wished SET said_by = '', note = NULL WHERE seq = ?1"],
    },
    Place {
        table: "pupil_limit",
        rows: "SELECT seq FROM pupil_limit WHERE student = ?1 ORDER BY seq",
        change: &["UPDATE pupil_limit SET said_by = NULL, note = NULL WHERE seq = ?1"],
    },
    Place {
        table: "movement",
        rows: "SELECT seq FROM movement WHERE (student = ?1 OR to_student = ?1)
            AND (reason IS NOT NULL OR reference IS NOT NULL) ORDER BY seq",
        change: &["UPDATE movement SET reason = NULL, reference = NULL WHERE seq = ?1"],
    },
    Place {
        table: "card_fact",
        rows: "SELECT seq FROM card_fact WHERE student = ?1 AND reason IS NOT NULL ORDER BY seq",
        change: &["UPDATE card_fact SET reason = NULL WHERE seq = ?1"],
    },
    Place {
        table: "pupil_change",
        rows: "SELECT seq FROM pupil_change WHERE student = ?1 AND reason IS NOT NULL ORDER BY seq",
        change: &["UPDATE pupil_change SET reason = NULL WHERE seq = ?1"],
    },
    Place {
        table: "alert",
        rows: "SELECT seq FROM alert WHERE student = ?1 AND reason IS NOT NULL ORDER BY seq",
        change: &["UPDATE alert SET reason = NULL WHERE seq = ?1"],
    },
    Place {
        table: "sale",
        rows: "SELECT seq FROM sale s WHERE student = ?1 AND (note IS NOT NULL
            OR EXISTS (SELECT 1 FROM sale_line l WHERE l.sale = s.seq AND l.note IS NOT NULL)) ORDER BY seq",
        change: &[
            "UPDATE sale SET note = NULL WHERE seq = ?1",
            "UPDATE sale_line SET note = NULL WHERE sale = ?1",
        ],
    },
    Place {
        table: "looked_at",
        rows: "SELECT seq FROM looked_at WHERE sale IN (SELECT seq FROM sale WHERE student = ?1) ORDER BY seq",
        change: &["UPDATE looked_at SET note = '' WHERE seq = ?1"],
    },
    Place {
        table: "lunch_ended",
        rows: "SELECT seq FROM lunch_ended WHERE reason IS NOT NULL AND subscription IN
            (SELECT seq FROM lunch_subscribed WHERE student = ?1) ORDER BY seq",
        change: &["UPDATE lunch_ended SET reason = NULL WHERE seq = ?1"],
    },
    Place {
        table: "lunch_served",
        rows: "SELECT seq FROM lunch_served WHERE student = ?1 AND reason IS NOT NULL ORDER BY seq",
        change: &["UPDATE lunch_served SET reason = NULL WHERE seq = ?1"],
    },
    Place {
        table: "lunch_taken_back",
        rows: "SELECT seq FROM lunch_taken_back WHERE served IN
            (SELECT seq FROM lunch_served WHERE student = ?1) ORDER BY seq",
        change: &["UPDATE lunch_taken_back SET reason = '' WHERE seq = ?1"],
    },
    Place {
        table: "lunch_paid",
        rows: "SELECT seq FROM lunch_paid WHERE student = ?1
            AND (reason IS NOT NULL OR reference IS NOT NULL) ORDER BY seq",
        change: &["UPDATE lunch_paid SET reason = NULL, reference = NULL WHERE seq = ?1"],
    },
    // Who said what of limits, and why an account was corrected; the amount before « · » stays.
    Place {
        table: "audit",
        rows: "SELECT seq FROM audit WHERE subject = CAST(?1 AS TEXT) AND detail IS NOT NULL
            AND (action IN ('limits', 'pupil_exported') OR action GLOB 'account_*') ORDER BY seq",
        change: &["UPDATE audit SET detail = CASE WHEN action IN ('limits', 'pupil_exported') THEN NULL
            WHEN instr(detail, ' · ') > 0 THEN substr(detail, 1, instr(detail, ' · ') - 1)
            ELSE detail END WHERE seq = ?1"],
    },
    // Why a payment of their lunches was taken back.
    Place {
        table: "audit",
        rows: "SELECT seq FROM audit WHERE action = 'lunch_payment_back' AND detail IS NOT NULL
            AND replace(subject, '-', '') IN (SELECT lower(hex(id)) FROM lunch_paid WHERE student = ?1)
            ORDER BY seq",
        change: &["UPDATE audit SET detail = NULL WHERE seq = ?1"],
    },
    // A reason for what was done to one of their sales.
    Place {
        table: "audit",
        rows: "SELECT seq FROM audit WHERE detail IS NOT NULL AND subject IN
            (SELECT CAST(number AS TEXT) FROM sale WHERE student = ?1)
            AND (action IN ('discount', 'void', 'refund') OR action GLOB 'approve_*')
            AND action <> 'approve_difference' ORDER BY seq",
        change: &["UPDATE audit SET detail = NULL WHERE seq = ?1"],
    },
];

impl Store {
    /// Erases a person in one transaction; the books, the stock and the chain of facts hold.
    ///
    /// # Errors
    /// [`Refused::BalanceLeft`] where money or a debt is on an account that nobody shares,
    /// [`Refused::Erased`], [`Error::NotFound`]; nothing is written.
    pub fn erase_person(
        &mut self,
        student: StudentId,
        names: &Pseudonyms,
        reason: &str,
        stamp: Stamp,
    ) -> Result<Erased, Error> {
        // What is taken out is overwritten in its page.
        self.db.pragma_update(None, "secure_delete", true)?;
        let erased = self.transact(|db| erase(db, student, names, reason, stamp));
        self.db.pragma_update(None, "secure_delete", false)?;
        let erased = erased?;
        // Pages that were split or merged long ago may hold a copy of what is now taken out. Nobody who sells
        // waits for that: the file is written anew when it is closed.
        self.anew = true;
        // The log of writes still has pages as they were before: it is emptied. Where somebody reads just
        // now it is emptied later, by the next checkpoint.
        let emptied = self
            .db
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()));
        drop(emptied);
        Ok(erased)
    }
}

fn erase(
    db: &Connection,
    student: StudentId,
    names: &Pseudonyms,
    reason: &str,
    stamp: Stamp,
) -> Result<Erased, Error> {
    let before = opened(db, student)?;
    if before.erased {
        return Err(Refused::Erased.into());
    }
    let shared: bool = db.query_row(
        "SELECT EXISTS (SELECT 1 FROM student o JOIN student s ON s.account = o.account
             WHERE s.id = ?1 AND o.id <> ?1 AND o.active = 1)",
        [student.0],
        |row| row.get(0),
    )?;
    if !shared && !before.balance.is_zero() {
        return Err(Refused::BalanceLeft(before.balance).into());
    }
    let photo_files = photo_files(db, student)?;
    block_cards(db, student, stamp)?;
    db.execute("INSERT INTO erasing (one) VALUES (1)", ())?;
    let mut kept = Vec::new();
    for place in PLACES {
        kept.extend(erase_place(db, place, student)?);
    }
    db.execute("DELETE FROM erasing", ())?;
    enter(db, student, reason, &kept, stamp)?;
    let (guardians, guardians_kept) = erase_guardians(db, student, names)?;
    db.prepare_cached("DELETE FROM photo WHERE student = ?1")?
        .execute([student.0])?;
    db.prepare_cached(
        "UPDATE student SET name = ?2, grade = '', document = NULL, birthday = NULL, notes = '',
             photo = NULL, guardian = NULL, active = 0, erased = 1 WHERE id = ?1",
    )?
    .execute((student.0, &names.pupil))?;
    let prints = forget_prints(db, student)?;
    let (at, subject) = (stamp.moment, student.0.to_string());
    user::audit(db, at, stamp.by, "pupil_erased", Some(&subject), None)?;
    Ok(Erased {
        facts: kept.len(),
        guardians,
        guardians_kept,
        prints,
        photo_files,
    })
}

fn erase_place(db: &Connection, place: &Place, student: StudentId) -> Result<Vec<Kept>, Error> {
    let mut select = db.prepare_cached(place.rows)?;
    let rows = select.query_map([student.0], |row| row.get(0))?;
    let rows: Vec<i64> = rows.collect::<Result<_, _>>()?;
    erase_rows(db, place.table, &rows, |seq| {
        for change in place.change {
            db.prepare_cached(change)?.execute([seq])?;
        }
        Ok(())
    })
}

fn enter(
    db: &Connection,
    student: StudentId,
    reason: &str,
    kept: &[Kept],
    stamp: Stamp,
) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO erasure (id, student, reason, at, day, user) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        Uuid::now_v7().as_bytes(),
        student.0,
        reason,
        stamp.moment.at.0,
        stamp.moment.day().number(),
        stamp.by.map(|user| user.0),
    ))?;
    let erasure = db.last_insert_rowid();
    let mut insert = db.prepare_cached(
        "INSERT INTO erasure_row (erasure, n, place, row, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (n, of) in (0_i64..).zip(kept) {
        insert.execute((erasure, n, of.place, of.row, of.before, of.after))?;
    }
    Ok(())
}

/// Guardians of nobody else who is on file by name are erased; the others only lose the link.
fn erase_guardians(
    db: &Connection,
    student: StudentId,
    names: &Pseudonyms,
) -> Result<(usize, usize), Error> {
    let mut select = db.prepare_cached(
        "SELECT guardian, EXISTS (SELECT 1 FROM pupil_guardian o JOIN student s ON s.id = o.student
             WHERE o.guardian = l.guardian AND o.student <> ?1 AND s.erased = 0)
         FROM pupil_guardian l WHERE student = ?1",
    )?;
    let rows = select.query_map([student.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let all: Vec<(i64, bool)> = rows.collect::<Result<_, _>>()?;
    let mut gone = 0;
    for (guardian, answers_for_others) in &all {
        if *answers_for_others {
            continue;
        }
        db.prepare_cached(
            "UPDATE guardian SET name = ?2, phone = NULL, other_phone = NULL, email = NULL,
                 document = NULL WHERE id = ?1",
        )?
        .execute((guardian, format!("{} {guardian}", names.guardian)))?;
        gone += 1;
    }
    db.prepare_cached("DELETE FROM pupil_guardian WHERE student = ?1")?
        .execute([student.0])?;
    Ok((gone, all.len() - gone))
}

/// Tickets of theirs, and every page that is done: their bytes have names. What is being sent stays.
fn forget_prints(db: &Connection, student: StudentId) -> Result<usize, Error> {
    let gone = db
        .prepare_cached(
            "DELETE FROM print_job WHERE state <> 'sending'
             AND (sale IN (SELECT seq FROM sale WHERE student = ?1)
                 OR (sale IS NULL AND state IN ('printed', 'cancelled')))",
        )?
        .execute([student.0])?;
    db.prepare_cached("DELETE FROM held_cart WHERE json_extract(cart, '$.student') = ?1")?
        .execute([student.0])?;
    Ok(gone)
}

fn photo_files(db: &Connection, student: StudentId) -> Result<Vec<String>, Error> {
    let mut select = db.prepare_cached(
        "SELECT photo FROM student WHERE id = ?1 AND photo IS NOT NULL
         UNION SELECT c.number || e.ending FROM card c,
             (SELECT '.jpg' AS ending UNION SELECT '.jpeg' UNION SELECT '.png') e WHERE c.student = ?1",
    )?;
    let rows = select.query_map([student.0], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
