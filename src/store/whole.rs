//! The file as a whole: copied while others sell, what is in a copy, and a copy in the file's place.

use std::fs::{self, File};
use std::io;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, OpenFlags, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::connection::{APPLICATION_ID, MIGRATIONS, lock, ready};
use super::{Error, Stamp, Store, diet, row, user};
use crate::domain::{Money, Timestamp, UserId};

/// What is in a canteen's file: enough to tell two of them apart, and to see that one is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The version of the schema.
    pub schema: i64,
    /// Sales and voids.
    pub sales: i64,
    /// The number of the last ticket; 0 before the first.
    pub last_ticket: i64,
    /// When the last sale was made.
    pub last_sale_at: Option<Timestamp>,
    /// What all sales come to, voids taken off.
    pub sold: Money,
    /// What the pupils' accounts hold together, debts taken off.
    pub balances: Money,
    /// Rows of the ledger.
    pub postings: i64,
    /// Entries of the audit.
    pub audit: i64,
    /// Pupils and staff.
    pub students: i64,
    /// Products.
    pub products: i64,
    /// Users.
    pub users: i64,
}

/// What is wrong with a canteen's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Its pages.
    Pages,
    /// A row points at one that is not there.
    Keys,
    /// An entry of the ledger does not sum to zero.
    Ledger,
}

/// A restore, as the file that it brought back tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restore {
    /// The backup that was brought back: its name.
    pub backup: String,
    /// The backup of what there was before, made for this: its path; `None` where it could not be made.
    pub before: Option<PathBuf>,
}

const RESTORED: &str = "restore";

/// Steps of `SQLite` between two looks at whether to go on: about a millisecond.
const LOOK_EVERY: i32 = 4_000;

const CONTENTS: &str = "SELECT
    (SELECT count(*) FROM sale), (SELECT coalesce(max(number), 0) FROM sale),
    (SELECT at FROM sale ORDER BY seq DESC LIMIT 1), (SELECT coalesce(sum(total), 0) FROM sale),
    (SELECT coalesce(sum(balance), 0) FROM account WHERE kind = 'student'),
    (SELECT count(*) FROM posting), (SELECT count(*) FROM audit), (SELECT count(*) FROM student),
    (SELECT count(*) FROM product), (SELECT count(*) FROM user)";

/// A canteen's file that is only read: one that a till has open, one that none has, or a copy; of this
/// schema or an earlier one.
#[derive(Debug)]
pub struct Source {
    db: Connection,
    path: PathBuf,
}

impl Source {
    /// Opens the file to read it.
    ///
    /// # Errors
    /// [`Error::NotADatabase`], [`Error::NewerSchema`], or what the disk says.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = || -> Result<_, Error> {
            let db = Connection::open_with_flags(path, flags)?;
            db.execute_batch("PRAGMA busy_timeout = 5000; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")?;
            let id: i64 = db.query_row("PRAGMA application_id", (), |row| row.get(0))?;
            let version: i64 = db.query_row("PRAGMA user_version", (), |row| row.get(0))?;
            Ok((db, id, version))
        };
        let (db, id, found) = open().map_err(|error| super::connection::about(path, error))?;
        let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
        if id != APPLICATION_ID {
            Err(Error::NotADatabase(path.to_owned()))
        } else if found > known {
            Err(Error::NewerSchema { found, known })
        } else {
            let path = path.to_owned();
            Ok(Self { db, path })
        }
    }

    pub(super) const fn db(&self) -> &Connection {
        &self.db
    }

    /// Copies the file as it is now to `path`, where nothing is; whoever sells meanwhile goes on selling.
    ///
    /// `goes_on` is told how many bytes of how many are copied, about every millisecond; the copy ends in
    /// an error as soon as it answers no. The copy is in no hurry to be on the disk: it is read once and
    /// thrown away.
    ///
    /// # Errors
    /// When the file cannot be read, or the copy not be written.
    pub fn copy_to(
        &self,
        path: &Path,
        mut goes_on: impl FnMut(u64, u64) -> bool + Send + 'static,
    ) -> Result<(), Error> {
        let bytes = fs::metadata(&self.path)?.len();
        let copy = path.to_owned();
        let look = move || {
            let done = fs::metadata(&copy).map_or(0, |copy| copy.len());
            !goes_on(done.min(bytes), bytes)
        };
        self.db.progress_handler(LOOK_EVERY, Some(look))?;
        self.db.execute_batch("PRAGMA synchronous = OFF")?;
        let copied = self.db.execute("VACUUM INTO ?1", [path.to_string_lossy()]);
        self.db.progress_handler(0, None::<fn() -> bool>)?;
        copied?;
        Ok(())
    }

    /// How many facts about sales there are: by this alone it is seen whether anything was sold since.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_sale(&self) -> Result<i64, Error> {
        Ok(last_sale(&self.db)?)
    }

    /// What is in the file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn contents(&self) -> Result<Contents, Error> {
        let db = self.db.unchecked_transaction()?;
        let schema = db.query_row("PRAGMA user_version", (), |row| row.get(0))?;
        let found = db.query_row(CONTENTS, (), |row| {
            Ok(Contents {
                schema,
                sales: row.get(0)?,
                last_ticket: row.get(1)?,
                last_sale_at: row.get::<_, Option<i64>>(2)?.map(Timestamp),
                sold: Money::guaranies(row.get(3)?),
                balances: Money::guaranies(row.get(4)?),
                postings: row.get(5)?,
                audit: row.get(6)?,
                students: row.get(7)?,
                products: row.get(8)?,
                users: row.get(9)?,
            })
        })?;
        Ok(found)
    }

    /// What is wrong with the file, if anything: its pages, its references, its ledger.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn fault(&self) -> Result<Option<Fault>, Error> {
        let ask = |sql: &str| self.db.query_row(sql, (), |row| row.get::<_, bool>(0));
        let pages: String = self
            .db
            .query_row("PRAGMA integrity_check(1)", (), |row| row.get(0))?;
        if pages != "ok" {
            return Ok(Some(Fault::Pages));
        }
        let keys = "SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_check)";
        let ledger = "SELECT EXISTS (SELECT 1 FROM posting GROUP BY entry HAVING sum(amount) <> 0)
            OR (SELECT coalesce(sum(amount), 0) FROM posting) <> 0
            OR (SELECT coalesce(sum(balance), 0) FROM account) <> 0";
        for (fault, sql) in [(Fault::Keys, keys), (Fault::Ledger, ledger)] {
            if ask(sql)? {
                return Ok(Some(fault));
            }
        }
        Ok(None)
    }

    /// The last restore that the file tells of.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_restore(&self) -> Result<Option<Restore>, Error> {
        last_restore(&self.db)
    }

    /// What was sold since those contents were: how many sales and voids, and what they come to. After a
    /// restore numbers are used again, so that the time counts too.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sold_since(&self, contents: &Contents) -> Result<(i64, Money), Error> {
        let at = contents.last_sale_at.map_or(i64::MIN, |at| at.0);
        let since = self.db.query_row(
            "SELECT count(*), coalesce(sum(total), 0) FROM sale WHERE number > ?1 OR at > ?2",
            (contents.last_ticket, at),
            |row| Ok((row.get(0)?, Money::guaranies(row.get(1)?))),
        );
        Ok(since?)
    }

    /// How many restrictions of pupils were noted, changed or ended since.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn restrictions_since(&self, at: Timestamp) -> Result<i64, Error> {
        let sql = "SELECT count(*) FROM restricted WHERE at > ?1";
        Ok(self.db.query_row(sql, [at.0], |row| row.get(0))?)
    }
}

/// A file that no till has open, and none can open while this is held.
#[derive(Debug)]
pub struct Closed {
    path: PathBuf,
    _lock: File,
}

impl Closed {
    /// Keeps every till out of the file, whether it is there or not.
    ///
    /// # Errors
    /// [`Error::AlreadyOpen`].
    pub fn hold(path: &Path) -> Result<Self, Error> {
        Ok(Self {
            _lock: lock(path)?,
            path: path.to_owned(),
        })
    }

    /// Lets `work` put another file in the place of this one, which is first brought together into one:
    /// what lay beside it must never be read into another file.
    ///
    /// A file that is damaged beyond that is left as it is, with what lies beside it, for `work` to see.
    ///
    /// # Errors
    /// [`Error::Locked`] when another program reads the file; what the disk says. Nothing has happened then.
    pub fn replace(&self, work: impl FnOnce() -> io::Result<()>) -> Result<(), Error> {
        if self.path.exists() {
            let db = Connection::open(&self.path)?;
            gather(&db, &self.path)?;
            db.close().map_err(|(_, error)| error)?;
            clear_beside(&self.path)?;
        }
        Ok(work()?)
    }
}

impl Store {
    /// Closes the file, lets `work` put another in its place, and opens that; or the old one again, if
    /// `work` did not do it.
    ///
    /// # Errors
    /// [`Error::Locked`] when somebody reads the file just now; what `work` said: the old file is open
    /// again. Only where neither can be opened does the store refuse everything from then on.
    pub fn replace(&mut self, work: impl FnOnce() -> io::Result<()>) -> Result<(), Error> {
        let path = self.db.path().filter(|path| !path.is_empty());
        let path = PathBuf::from(path.ok_or_else(|| Error::NotFound("a file".to_owned()))?);
        gather(&self.db, &path)?;
        // Without a single table: nothing can be written to it by mistake.
        let nowhere = Connection::open_in_memory()?;
        let old = mem::replace(&mut self.db, nowhere);
        if let Err((old, error)) = old.close() {
            self.db = old;
            return Err(error.into());
        }
        let replaced = clear_beside(&path).and_then(|()| Ok(work()?));
        let mut db = Connection::open(&path)?;
        self.chain = ready(&mut db, &path)?;
        self.labels = Arc::new(diet::labels(&db)?);
        self.db = db;
        replaced
    }

    /// See [`Source::last_sale`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_sale(&self) -> Result<i64, Error> {
        Ok(last_sale(&self.db)?)
    }

    /// The last restore that the file tells of.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_restore(&self) -> Result<Option<Restore>, Error> {
        last_restore(&self.db)
    }
}

/// Brings a copy up to this schema and notes in it that it is brought back, so that both happen the
/// moment it takes the place of the file. It is one whole file afterwards, and on the disk.
///
/// Tickets that waited for the printer may have come out since: the till asks about each.
///
/// # Errors
/// As [`Store::open`].
pub fn make_ready(path: &Path, restore: &Restore, stamp: Stamp) -> Result<(), Error> {
    let mut store = Store::open(path)?;
    let detail =
        serde_json::to_string(restore).map_err(|error| row::unexpected("restore", error))?;
    let (moment, by): (_, Option<UserId>) = (stamp.moment, stamp.by);
    store.transact(|db| {
        db.execute(
            "UPDATE print_job SET state = 'uncertain' WHERE state IN ('waiting', 'sending')",
            (),
        )?;
        user::audit(
            db,
            moment,
            by,
            RESTORED,
            Some(&restore.backup),
            Some(&detail),
        )
    })?;
    gather(&store.db, path)?;
    drop(store);
    clear_beside(path)?;
    Ok(File::options().write(true).open(path)?.sync_all()?)
}

fn last_sale(db: &Connection) -> rusqlite::Result<i64> {
    db.query_row("SELECT coalesce(max(seq), 0) FROM sale", (), |row| {
        row.get(0)
    })
}

fn last_restore(db: &Connection) -> Result<Option<Restore>, Error> {
    let mut select =
        db.prepare_cached("SELECT detail FROM audit WHERE action = ?1 ORDER BY seq DESC LIMIT 1")?;
    let detail = select
        .query_row([RESTORED], |row| row.get::<_, Option<String>>(0))
        .optional()?
        .flatten();
    // What a later version wrote in another way cannot be undone by this one.
    Ok(detail.and_then(|detail| serde_json::from_str(&detail).ok()))
}

/// Brings all that is beside the file into it.
fn gather(db: &Connection, path: &Path) -> Result<(), Error> {
    db.busy_timeout(std::time::Duration::from_secs(5))?;
    let busy: i64 = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0))?;
    let left = fs::metadata(beside(path, "-wal")).map_or(0, |wal| wal.len());
    match busy == 0 && left == 0 {
        true => Ok(()),
        false => Err(Error::Locked),
    }
}

/// Takes away the empty files beside one that was gathered and closed.
fn clear_beside(path: &Path) -> Result<(), Error> {
    for end in ["-wal", "-shm"] {
        match fs::remove_file(beside(path, end)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
