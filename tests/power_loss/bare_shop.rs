//! A shop of one file of SQL, to prove the simulator with: the sound one must lose nothing, and each of the
//! careless ones must be caught.

use std::collections::BTreeSet;
use std::marker::PhantomData;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, params};

use crate::shop::{DATABASE, SaleNumber, Shop};

/// How careful the shop is.
pub trait Care {
    /// `PRAGMA synchronous`.
    const SYNCHRONOUS: &'static str;
    /// Whether a sale is one transaction.
    const WHOLE: bool;
}

/// Acknowledges what is synced, in one transaction.
pub struct Sound;
impl Care for Sound {
    const SYNCHRONOUS: &'static str = "FULL";
    const WHOLE: bool = true;
}

/// Acknowledges before the sync: it must be seen to lose sales.
pub struct Hasty;
impl Care for Hasty {
    const SYNCHRONOUS: &'static str = "NORMAL";
    const WHOLE: bool = true;
}

/// Never syncs: it must be seen to damage its file.
pub struct Reckless;
impl Care for Reckless {
    const SYNCHRONOUS: &'static str = "OFF";
    const WHOLE: bool = true;
}

/// Writes a sale row by row: it must be seen to leave half of one.
pub struct Piecemeal;
impl Care for Piecemeal {
    const SYNCHRONOUS: &'static str = "FULL";
    const WHOLE: bool = false;
}

/// A writer and a reader, as the till has them.
pub struct BareShop<C> {
    writer: Connection,
    reader: Connection,
    care: PhantomData<C>,
}

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS sale (
        number INTEGER PRIMARY KEY, total INTEGER NOT NULL, note TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS line (
        sale INTEGER NOT NULL REFERENCES sale, position INTEGER NOT NULL, amount INTEGER NOT NULL,
        PRIMARY KEY (sale, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS account (id INTEGER PRIMARY KEY, balance INTEGER NOT NULL) STRICT;
    INSERT OR IGNORE INTO account (id, balance) VALUES (1, 0);
";

impl<C: Care> Shop for BareShop<C> {
    fn open(vfs: &str) -> Result<Self, String> {
        let writer = connect(vfs, C::SYNCHRONOUS).map_err(sentence)?;
        let mut shop = Self {
            reader: connect(vfs, C::SYNCHRONOUS).map_err(sentence)?,
            writer,
            care: PhantomData,
        };
        shop.migrate().map_err(sentence)?;
        Ok(shop)
    }

    fn sell(&mut self, sale: SaleNumber) -> Result<(), String> {
        if C::WHOLE {
            self.sell_whole(sale)
        } else {
            sell_rows(&self.writer, sale)
        }
        .map_err(sentence)
    }

    fn check(&mut self) -> Result<BTreeSet<SaleNumber>, String> {
        for pragma in ["integrity_check", "foreign_key_check"] {
            let said: Vec<String> = self.column(&format!("PRAGMA {pragma}")).map_err(sentence)?;
            if said.iter().any(|line| line != "ok") {
                return Err(format!("{pragma}: {said:?}"));
            }
        }
        let sales: Vec<SaleNumber> = self.column("SELECT number FROM sale").map_err(sentence)?;
        for sale in &sales {
            self.check_sale(*sale)?;
        }
        let owed: i64 = sales.iter().map(|sale| total_of(*sale)).sum();
        let balance: Vec<i64> = self
            .column("SELECT balance FROM account")
            .map_err(sentence)?;
        if balance != [-owed] {
            return Err(format!(
                "the balance is {balance:?}, the sales say {}",
                -owed
            ));
        }
        Ok(sales.into_iter().collect())
    }
}

impl<C: Care> BareShop<C> {
    fn migrate(&mut self) -> rusqlite::Result<()> {
        let change = Transaction::new(&mut self.writer, TransactionBehavior::Immediate)?;
        change.execute_batch(SCHEMA)?;
        change.commit()
    }

    fn sell_whole(&mut self, sale: SaleNumber) -> rusqlite::Result<()> {
        let change = Transaction::new(&mut self.writer, TransactionBehavior::Immediate)?;
        sell_rows(&change, sale)?;
        change.commit()
    }

    fn check_sale(&self, sale: SaleNumber) -> Result<(), String> {
        let lines: Vec<i64> = self
            .column(&format!(
                "SELECT amount FROM line WHERE sale = {sale} ORDER BY position"
            ))
            .map_err(sentence)?;
        let total: Vec<i64> = self
            .column(&format!("SELECT total FROM sale WHERE number = {sale}"))
            .map_err(sentence)?;
        if lines == lines_of(sale) && total == [total_of(sale)] {
            Ok(())
        } else {
            Err(format!(
                "sale {sale} is half written: lines {lines:?}, total {total:?}"
            ))
        }
    }

    /// Reads on the second connection, so that the WAL's shared memory is used as the till uses it.
    fn column<T: rusqlite::types::FromSql>(&self, sql: &str) -> rusqlite::Result<Vec<T>> {
        self.reader
            .prepare_cached(sql)?
            .query_map([], |row| row.get(0))?
            .collect()
    }
}

/// A file's connection with the till's settings.
fn connect(vfs: &str, synchronous: &str) -> rusqlite::Result<Connection> {
    let uri = format!("file:{DATABASE}?vfs={vfs}");
    let connection =
        Connection::open_with_flags(uri, OpenFlags::default() | OpenFlags::SQLITE_OPEN_URI)?;
    write_ahead(&connection)?;
    connection.execute_batch(&format!(
        "PRAGMA busy_timeout = 5000;
         PRAGMA synchronous = {synchronous};
         PRAGMA foreign_keys = ON;
         PRAGMA cache_size = -65536;
         PRAGMA mmap_size = 0;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA journal_size_limit = 67108864;"
    ))?;
    Ok(connection)
}

/// Insists on the WAL, to the statement's end.
///
/// SQLite answers `wal` in a row and only then commits the change of mode: whoever takes the first row and leaves
/// (`query_row`, `pragma_update_and_check`, `execute_batch`) misses the error and goes on with a rollback journal.
/// `FULL` does not sync that journal's deletion, so a power loss may bring it back and undo a sale (seed 297).
fn write_ahead(connection: &Connection) -> rusqlite::Result<()> {
    let mut change = connection.prepare("PRAGMA journal_mode = WAL")?;
    let answers: Vec<String> = change
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    if answers == ["wal"] {
        Ok(())
    } else {
        Err(rusqlite::Error::InvalidQuery)
    }
}

fn sell_rows(on: &Connection, sale: SaleNumber) -> rusqlite::Result<()> {
    let new = on
        .prepare_cached("INSERT OR IGNORE INTO sale (number, total, note) VALUES (?, ?, ?)")?
        .execute(params![
            sale,
            total_of(sale),
            "a word to the kitchen ".repeat(sale as usize % 30)
        ])?;
    if new == 0 {
        return Ok(()); // a second press
    }
    let mut line =
        on.prepare_cached("INSERT INTO line (sale, position, amount) VALUES (?, ?, ?)")?;
    for (position, amount) in (1..).zip(lines_of(sale)) {
        line.execute(params![sale, position, amount])?;
    }
    on.prepare_cached("UPDATE account SET balance = balance - ?")?
        .execute([total_of(sale)])?;
    Ok(())
}

/// One to five lines, the same for the same sale.
fn lines_of(sale: SaleNumber) -> Vec<i64> {
    (0..=i64::from(sale % 5))
        .map(|line| 1_000 * (i64::from(sale % 7) + line + 1))
        .collect()
}

fn total_of(sale: SaleNumber) -> i64 {
    lines_of(sale).iter().sum()
}

#[allow(clippy::needless_pass_by_value)] // as `map_err` gives it
fn sentence(error: rusqlite::Error) -> String {
    error.to_string()
}
