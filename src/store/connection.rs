//! Opening the file: one writer, settings that survive a power cut, migrations.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::chain::{self, Chain};
use super::diet::{self, Labels};
use super::{Error, row};
use crate::domain::TillId;
use crate::domain::alphabet::compare;

/// The schema, one script a version; forward only.
pub(super) const MIGRATIONS: [&str; 16] = [
    include_str!("schema/1_till.sql"),
    include_str!("schema/2_diet.sql"),
    include_str!("schema/3_refund.sql"),
    include_str!("schema/4_accounts.sql"),
    include_str!("schema/5_limits.sql"),
    include_str!("schema/6_shift.sql"),
    include_str!("schema/7_audit.sql"),
    include_str!("schema/8_lunch.sql"),
    include_str!("schema/9_dashboard.sql"),
    include_str!("schema/10_money.sql"),
    include_str!("schema/11_normal.sql"),
    include_str!("schema/12_goods.sql"),
    include_str!("schema/13_stock.sql"),
    include_str!("schema/14_people.sql"),
    include_str!("schema/15_words.sql"),
    include_str!("schema/16_cost.sql"),
];

/// The schema that began to chain facts.
const CHAINED_SINCE: usize = 7;

/// «Cant» in ASCII: says in the file's header that it is Cantina's.
pub(super) const APPLICATION_ID: i64 = 0x4361_6e74;

/// Without recursive triggers a REPLACE takes a fact out and no trigger sees it.
/// A sale touches few pages: 8 MB of them hold its tables' ends. More is only filled once, when the
/// catalogue is read, and then held for the day.
/// WAL with FULL: what COMMIT acknowledged survives a power cut (NORMAL loses sales).
const PRAGMAS: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA cache_size = -8192;
    PRAGMA mmap_size = 0;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA fullfsync = ON;";

/// Prepared statements kept by a connection.
const STATEMENTS: usize = 96;

/// The one writing connection. Whoever holds it is the only writer of the file.
#[derive(Debug)]
pub struct Store {
    pub(super) db: Connection,
    pub(super) till: TillId,
    pub(super) labels: Arc<Labels>,
    /// Links every fact that is written to those before.
    pub(super) chain: Chain,
    /// Somebody was erased: when it is closed the file is written anew, so that no page holds an old copy.
    pub(super) anew: bool,
    /// Held as long as the store is open; a second Cantina cannot take it.
    _lock: Option<File>,
}

impl Drop for Store {
    fn drop(&mut self) {
        self.write_anew();
    }
}

impl Store {
    /// Opens the file at `path`, making it if there is none, and brings its schema up to date.
    ///
    /// # Errors
    /// [`Error::AlreadyOpen`], [`Error::NotADatabase`], [`Error::NewerSchema`], [`Error::ReadOnly`],
    /// [`Error::DiskFull`], [`Error::Locked`] or [`Error::Corrupt`]; the file is as it was.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let lock = lock(path)?;
        let db = Connection::open(path).map_err(|error| about(path, error.into()))?;
        Self::prepare(db, path, Some(lock))
    }

    /// Opens the file on another of SQLite's file systems, for tests of power loss. Takes no lock.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_on(vfs: &str, path: &Path) -> Result<Self, Error> {
        let db = Connection::open_with_flags_and_vfs(path, OpenFlags::default(), vfs)
            .map_err(|error| about(path, error.into()))?;
        Self::prepare(db, path, None)
    }

    /// A store in memory, for simulations.
    ///
    /// # Errors
    /// When SQLite cannot.
    pub fn in_memory() -> Result<Self, Error> {
        Self::prepare(Connection::open_in_memory()?, Path::new(":memory:"), None)
    }

    fn prepare(mut db: Connection, path: &Path, lock: Option<File>) -> Result<Self, Error> {
        let chain = ready(&mut db, path)?;
        let labels = Arc::new(diet::labels(&db)?);
        Ok(Self {
            db,
            till: TillId(1),
            labels,
            chain,
            anew: false,
            _lock: lock,
        })
    }

    /// Writes the file anew if somebody was erased since it was opened. Where the disk has no room for that, or
    /// the power fails before, the person is erased all the same: what was deleted is overwritten in its place.
    pub fn write_anew(&mut self) {
        if std::mem::take(&mut self.anew) {
            let written = self
                .db
                .execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
            drop(written);
        }
    }

    /// This till.
    #[must_use]
    pub const fn till(&self) -> TillId {
        self.till
    }

    /// Runs `work` in one transaction: all of it is written, or nothing.
    pub(super) fn transact<T>(
        &mut self,
        work: impl FnOnce(&rusqlite::Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let transaction = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction).and_then(|done| {
            self.chain.seal(&transaction)?;
            Ok(done)
        });
        let done = done.inspect_err(|_| {
            self.labels.forget();
            self.chain.forget();
        })?;
        let committed = transaction.commit();
        if committed.is_err() && !self.db.is_autocommit() {
            // A COMMIT that failed leaves the transaction open; the next sale must not join it.
            let _ = self.db.execute_batch("ROLLBACK");
        }
        if committed.is_err() {
            self.labels.forget();
        }
        committed?;
        Ok(done)
    }
}

/// Makes a connection one to sell on.
pub(super) fn ready(db: &mut Connection, path: &Path) -> Result<Chain, Error> {
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    know_order(db)?;
    let chain = Chain::on(db)?;
    configure_and_migrate(db, path, &chain).map_err(|error| about(path, error))?;
    Ok(chain)
}

/// Names stand in lists as [`compare`] has them. No index and no constraint of the schema uses it, so that the
/// file is whole for whoever reads it without.
pub(super) fn know_order(db: &Connection) -> Result<(), Error> {
    Ok(db.create_collation("spanish", compare)?)
}

/// Whoever has the file may be about to close it.
const CLOSING: Duration = Duration::from_secs(1);

pub(super) fn lock(path: &Path) -> Result<File, Error> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(PathBuf::from(name))?;
    let asked = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if asked.elapsed() < CLOSING => {
                thread::sleep(Duration::from_millis(10));
            }
            Err(TryLockError::WouldBlock) => return Err(Error::AlreadyOpen(path.to_owned())),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
}

fn configure_and_migrate(db: &mut Connection, path: &Path, chain: &Chain) -> Result<(), Error> {
    let id: i64 = db.query_row("PRAGMA application_id", (), |row| row.get(0))?;
    let version: i64 = db.query_row("PRAGMA user_version", (), |row| row.get(0))?;
    let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if tables > 0 && id != APPLICATION_ID {
        return Err(Error::NotADatabase(path.to_owned()));
    } else if version > known {
        return Err(Error::NewerSchema {
            found: version,
            known,
        });
    }
    db.execute_batch(PRAGMAS)?;
    write_ahead(db)?;
    if version < known {
        migrate(db, usize::try_from(version).unwrap_or(0), path, chain)?;
    }
    Ok(())
}

/// Switches to WAL, and makes sure of it.
///
/// SQLite answers `wal` before it commits the change of mode, so the statement must be run to its
/// end: whoever stops at the first row misses a failed commit and sells on with a rollback journal,
/// whose deletion nobody syncs. Found by the power-loss simulator, seed 297.
fn write_ahead(db: &Connection) -> Result<(), Error> {
    let mut pragma = db.prepare("PRAGMA journal_mode = WAL")?;
    let answers = pragma.query_map((), |row| row.get::<_, String>(0))?;
    let modes: Vec<String> = answers.collect::<Result<_, _>>()?;
    match modes.last().map(String::as_str) {
        Some("wal" | "memory") => Ok(()),
        other => Err(row::unexpected("journal mode", other.unwrap_or("none"))),
    }
}

/// A whole copy of the file before it is changed, on the disk before the change begins. What an earlier
/// try left half written is written again.
fn copy_before(db: &Connection, path: &Path) -> Result<(), Error> {
    let copy = path.with_extension(format!("before-schema-{}.db", MIGRATIONS.len()));
    let half = copy.with_extension("tmp");
    match fs::remove_file(&half) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    db.execute("VACUUM INTO ?1", [half.to_string_lossy()])?;
    OpenOptions::new().write(true).open(&half)?.sync_all()?;
    Ok(fs::rename(&half, &copy)?)
}

/// Runs the missing migrations in one transaction, after a copy of what there was.
fn migrate(db: &mut Connection, from: usize, path: &Path, chain: &Chain) -> Result<(), Error> {
    if from > 0 {
        copy_before(db, path)?;
    }
    // A table that is rebuilt is gone for a moment: what points at it is looked at before the commit.
    db.pragma_update(None, "foreign_keys", false)?;
    let migrated = run_migrations(db, from, chain);
    db.pragma_update(None, "foreign_keys", true)?;
    migrated
}

fn run_migrations(db: &mut Connection, from: usize, chain: &Chain) -> Result<(), Error> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for migration in &MIGRATIONS[from..] {
        transaction.execute_batch(migration)?;
    }
    let astray = "SELECT count(*) FROM pragma_foreign_key_check";
    let astray: i64 = transaction.query_row(astray, (), |row| row.get(0))?;
    if astray != 0 {
        return Err(row::unexpected("rows that point at nothing", astray));
    }
    if from < CHAINED_SINCE {
        chain.forget();
        chain::adopt(&transaction)?;
    } else {
        chain.seal(&transaction)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(
        None,
        "user_version",
        i64::try_from(MIGRATIONS.len()).unwrap_or(0),
    )?;
    transaction.execute(
        "INSERT OR IGNORE INTO till (id, name) VALUES (1, 'Caja 1')",
        (),
    )?;
    transaction.commit()?;
    Ok(())
}

/// Says of which file it is that SQLite complains.
pub(super) fn about(path: &Path, error: Error) -> Error {
    match error {
        Error::NotADatabase(_) => Error::NotADatabase(path.to_owned()),
        other => other,
    }
}
