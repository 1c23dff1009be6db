//! One byte that is changed in any fact is found and named.

use std::collections::BTreeSet;

use rusqlite::types::Value;

use super::facts::{FACTS, Table};
use super::*;
use crate::store::connection::MIGRATIONS;

/// Three rows in every table of facts, written by the store in one transaction each: whatever tables a
/// migration adds are tried too.
fn a_filled_store() -> Store {
    let mut store = Store::in_memory().unwrap();
    store
        .db
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")
        .unwrap();
    // Rules between facts, and facts that follow from others, are tried elsewhere.
    drop_triggers(&store, |name| {
        !name.ends_with("_kept") && !name.ends_with("_stays")
    });
    for n in 1..=3 {
        let filled = store.transact(|db| {
            for table in FACTS {
                fill(db, table.name, n);
                for (child, _) in table.children {
                    fill(db, child, n);
                }
            }
            Ok(())
        });
        filled.unwrap();
    }
    store
}

struct Column {
    name: String,
    key: i64,
    required: bool,
}

fn columns(db: &Connection, table: &str) -> Vec<(Column, String)> {
    let mut select = db
        .prepare("SELECT name, pk, \"notnull\", type FROM pragma_table_info(?1)")
        .unwrap();
    let rows = select.query_map([table], |row| {
        let column = Column {
            name: row.get(0)?,
            key: row.get(1)?,
            required: row.get(2)?,
        };
        Ok((column, row.get(3)?))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

/// Every column says something; the first of the key is the row's own number, or its parent's.
fn fill(db: &Connection, table: &str, n: i64) {
    let columns = columns(db, table);
    let values = columns.iter().enumerate().map(|(at, (column, kind))| {
        let at = i64::try_from(at).unwrap();
        match kind.as_str() {
            "INTEGER" if column.key == 1 => Value::Integer(n),
            "INTEGER" => Value::Integer(1_000 * n + at),
            "BLOB" => Value::Blob(vec![u8::try_from(n).unwrap(); 16]),
            // Two of them are more than one bit apart.
            _ => Value::Text(format!(
                "{} {}",
                column.name,
                ["a", "o", "ñ", "É"][usize::try_from(n - 1).unwrap() % 4]
            )),
        }
    });
    let values: Vec<Value> = values.collect();
    let places = vec!["?"; columns.len()].join(", ");
    let names: Vec<String> = columns
        .iter()
        .map(|(column, _)| format!("\"{}\"", column.name))
        .collect();
    let sql = format!(
        "INSERT INTO {table} ({}) VALUES ({places})",
        names.join(", ")
    );
    db.execute(&sql, rusqlite::params_from_iter(values))
        .unwrap();
}

fn without_triggers(store: &Store) {
    drop_triggers(store, |_| true);
}

fn drop_triggers(store: &Store, which: impl Fn(&str) -> bool) {
    let names = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
    let mut select = store.db.prepare(names).unwrap();
    let names = select.query_map((), |row| row.get::<_, String>(0)).unwrap();
    let names: Vec<String> = names.map(Result::unwrap).collect();
    drop(select);
    for name in names.into_iter().filter(|name| which(name)) {
        store
            .db
            .execute(&format!("DROP TRIGGER {name}"), ())
            .unwrap();
    }
}

/// What is found after that was done, which is then taken back.
fn found_after(store: &Store, sql: &str, values: impl rusqlite::Params) -> Vec<Altered> {
    store.db.execute_batch("SAVEPOINT tamper").unwrap();
    let changed = store.db.execute(sql, values).unwrap();
    assert!(changed > 0, "{sql}");
    let found = store.verify_chain(None).unwrap();
    store
        .db
        .execute_batch("ROLLBACK TO tamper; RELEASE tamper")
        .unwrap();
    found.named
}

fn of(table: &Table, seq: i64, how: How) -> Altered {
    let number = (table.name == "sale" && how != How::Deleted).then_some(1_000 * seq + 4);
    let table = table.name;
    Altered {
        table,
        seq,
        number,
        how,
    }
}

/// Every value one byte away from this one.
fn neighbours(value: &Value) -> Vec<Value> {
    match value {
        Value::Integer(whole) => (0..8)
            .map(|byte| Value::Integer(whole ^ (1 << (8 * byte))))
            .collect(),
        Value::Text(text) => (0..text.len())
            .map(|at| {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1;
                Value::Text(String::from_utf8(bytes).unwrap())
            })
            .chain([
                Value::Text(format!("{text} ")),
                Value::Text(text[1..].to_owned()),
            ])
            .collect(),
        Value::Blob(blob) => (0..blob.len())
            .map(|at| {
                let mut bytes = blob.clone();
                bytes[at] ^= 1;
                Value::Blob(bytes)
            })
            .collect(),
        Value::Null | Value::Real(_) => Vec::new(),
    }
}

#[test]
fn one_byte_changed_in_any_column_of_any_fact_is_found_and_named() {
    let store = a_filled_store();
    assert_eq!(store.verify_chain(None).unwrap().named, []);
    without_triggers(&store);
    let mut tried = 0;
    for table in FACTS {
        let children = table.children.iter().map(|(name, _)| *name);
        for name in [table.name].into_iter().chain(children) {
            let columns = columns(&store.db, name);
            let (key, _) = columns.iter().find(|(column, _)| column.key == 1).unwrap();
            for (column, _) in &columns {
                let is_key = column.name == key.name;
                let read = format!(
                    "SELECT \"{}\" FROM {name} WHERE \"{}\" = 2",
                    column.name, key.name
                );
                let value: Value = store.db.query_row(&read, (), |row| row.get(0)).unwrap();
                let mut values = neighbours(&value);
                values.extend((!column.required && !is_key).then_some(Value::Null));
                // Another row has that number: it is not free.
                values.retain(|value| !(is_key && matches!(value, Value::Integer(1..=3))));
                let sql = format!(
                    "UPDATE {name} SET \"{}\" = ?1 WHERE \"{}\" = 2",
                    column.name, key.name
                );
                for value in values {
                    let found = found_after(&store, &sql, [value.clone()]);
                    let named = found
                        .iter()
                        .any(|found| (found.table, found.seq) == (table.name, 2));
                    assert!(named, "{name}.{} = {value:?}: {found:?}", column.name);
                    let own_number = is_key && name == table.name;
                    assert_eq!(found.len(), if own_number { 2 } else { 1 }, "{found:?}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 1_000, "{tried}");
    assert_eq!(
        store.verify_chain(None).unwrap().named,
        [],
        "all was taken back"
    );
}

#[test]
fn a_fact_taken_out_put_in_or_swapped_is_found_and_named() {
    let store = a_filled_store();
    without_triggers(&store);
    for table in FACTS {
        let key = columns(&store.db, table.name).into_iter();
        let key = key.map(|(column, _)| column).find(|column| column.key == 1);
        let key = key.unwrap().name;
        let delete = format!("DELETE FROM {} WHERE {key} = 3", table.name);
        let found = found_after(&store, &delete, ());
        assert_eq!(found, [of(table, 3, How::Deleted)], "{}", table.name);
        for (child, _) in table.children {
            let parent = &columns(&store.db, child)[0].0.name;
            let delete = format!("DELETE FROM {child} WHERE {parent} = 1");
            let found = found_after(&store, &delete, ());
            assert_eq!(found, [of(table, 1, How::Changed)], "{child}");
        }
        let swap = format!(
            "UPDATE {0} SET {key} = CASE {key} WHEN 1 THEN -2 ELSE -1 END WHERE {key} < 3",
            table.name
        );
        store.db.execute_batch("SAVEPOINT swap").unwrap();
        store.db.execute(&swap, ()).unwrap();
        let back = format!("UPDATE {} SET {key} = -{key} WHERE {key} < 0", table.name);
        store.db.execute(&back, ()).unwrap();
        let found = store.verify_chain(None).unwrap().named;
        store
            .db
            .execute_batch("ROLLBACK TO swap; RELEASE swap")
            .unwrap();
        let places: Vec<_> = found.iter().map(|of| (of.table, of.seq, of.how)).collect();
        let changed = |seq| (table.name, seq, How::Changed);
        assert_eq!(places, [changed(1), changed(2)], "{}", table.name);
    }
    store.db.execute_batch("SAVEPOINT insert_one").unwrap();
    for table in FACTS {
        fill(&store.db, table.name, 4);
    }
    let found = store.verify_chain(None).unwrap().named;
    let inserted: Vec<_> = FACTS
        .iter()
        .map(|table| of(table, 4, How::Inserted))
        .collect();
    assert_eq!(found, inserted);
}

#[test]
fn a_link_that_is_changed_or_gone_is_found() {
    let store = a_filled_store();
    without_triggers(&store);
    let link = |seq, how| Altered {
        table: "link",
        seq,
        number: None,
        how,
    };
    let sql = "UPDATE link SET hash = zeroblob(32) WHERE seq = 2";
    assert_eq!(found_after(&store, sql, ()), [link(2, How::Changed)]);
    let sql = "DELETE FROM link WHERE seq = 2";
    let found = found_after(&store, sql, ());
    assert_eq!(found[0], link(2, How::Deleted));
    assert_eq!(
        found.len(),
        1 + FACTS.len(),
        "what it linked is in no link: {found:?}"
    );
    // Its order, which says which came first.
    let sql = "UPDATE link SET parts = CAST(substr(parts, 14) || substr(parts, 1, 13) AS BLOB) WHERE seq = 3";
    assert_eq!(found_after(&store, sql, ()), [link(3, How::Changed)]);
}

/// Whoever cuts the end off, or makes the chain anew, does not have the head that was noted.
#[test]
fn a_tail_that_was_cut_off_is_found_by_a_head_that_was_noted() {
    let store = a_filled_store();
    let noted = store.chain_head().unwrap();
    assert_eq!(noted.links, 3);
    assert_eq!(noted.to_string().parse(), Ok(noted.clone()));
    assert_eq!("3:ff".parse::<Head>(), Err(BadHead));
    assert_eq!(store.verify_chain(Some(&noted)).unwrap().named, []);
    without_triggers(&store);
    store
        .db
        .execute("DELETE FROM link WHERE seq = 3", ())
        .unwrap();
    for table in FACTS {
        let key = columns(&store.db, table.name)[0].0.name.clone();
        let delete = format!("DELETE FROM {} WHERE {key} = 3", table.name);
        store.db.execute(&delete, ()).unwrap();
    }
    assert_eq!(
        store.verify_chain(None).unwrap().named,
        [],
        "nothing else tells"
    );
    let cut = store.verify_chain(Some(&noted)).unwrap().named;
    let cut: Vec<_> = cut.iter().map(|of| (of.table, of.seq, of.how)).collect();
    assert_eq!(cut, [("link", 3, How::CutOff)]);
    store.db.execute("DELETE FROM link", ()).unwrap();
    adopt(&store.db).unwrap();
    assert_eq!(store.verify_chain(None).unwrap().named, [], "made anew");
    assert_eq!(
        store.verify_chain(Some(&noted)).unwrap().named[0].table,
        "link"
    );
}

/// A migration may add a column that is NULL in old facts, and may build a table anew in another order.
#[test]
fn columns_that_are_added_later_leave_old_hashes_as_they_are() {
    let store = a_filled_store();
    store
        .db
        .execute_batch(
            "ALTER TABLE audit ADD COLUMN later TEXT;
             ALTER TABLE payment ADD COLUMN later INTEGER;
             CREATE TABLE wished_anew (seq INTEGER PRIMARY KEY, later TEXT, user INTEGER, day INTEGER,
                 at INTEGER, until INTEGER, note TEXT, said_by TEXT, active INTEGER, diet INTEGER,
                 student INTEGER, id BLOB) STRICT;
             INSERT INTO wished_anew SELECT seq, NULL, user, day, at, until, note, said_by, active, diet,
                 student, id FROM wished;
             DROP TABLE wished; ALTER TABLE wished_anew RENAME TO wished;",
        )
        .unwrap();
    assert_eq!(store.verify_chain(None).unwrap().named, []);
    let found = found_after(&store, "UPDATE wished SET later = '' WHERE seq = 2", ());
    assert_eq!(found.len(), 1);
}

#[test]
fn every_table_that_refuses_changes_is_in_the_chain() {
    let store = Store::in_memory().unwrap();
    let mut select = store
        .db
        .prepare("SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%append-only%'")
        .unwrap();
    let names = select.query_map((), |row| row.get::<_, String>(0)).unwrap();
    let names: BTreeSet<String> = names.map(Result::unwrap).collect();
    for table in FACTS {
        let children = table.children.iter().map(|(child, _)| *child);
        for name in [table.name].into_iter().chain(children) {
            assert!(names.contains(name), "{name} may be changed");
        }
    }
    for name in names {
        let mut listed = FACTS.iter().flat_map(|table| {
            let children = table.children.iter().map(|(child, _)| *child);
            [table.name, "link"].into_iter().chain(children)
        });
        assert!(
            listed.any(|listed| listed == name),
            "{name} is not in chain/facts.rs"
        );
    }
    let mut codes: Vec<u8> = FACTS.iter().map(|table| table.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), FACTS.len(), "each code stands for one table");
}

/// What was there before there was a chain is in it from the first opening on.
#[test]
fn a_canteen_from_before_the_chain_is_chained_when_it_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cantina.db");
    let old = Connection::open(&path).unwrap();
    // As the store does it: a table that is rebuilt is gone for a moment.
    old.pragma_update(None, "foreign_keys", false).unwrap();
    for migration in &MIGRATIONS[..6] {
        old.execute_batch(migration).unwrap();
    }
    old.execute_batch(
        "PRAGMA application_id = 1130458740; PRAGMA user_version = 6;
         INSERT OR IGNORE INTO till (id, name) VALUES (1, 'Caja 1');
         WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2500)
         INSERT INTO audit (id, at, day, action) SELECT randomblob(16), n, 20780, 'wrong_pin' FROM n;",
    )
    .unwrap();
    drop(old);
    let store = Store::open(&path).unwrap();
    let chained = store.verify_chain(None).unwrap();
    assert_eq!((chained.facts, chained.head.links), (2_500, 3));
    assert_eq!(chained.named, []);
    let source = Source::open(&path).unwrap();
    assert_eq!(source.chain_head().unwrap(), Some(chained.head));
}

/// What a transaction took back is in no link, and what fails leaves nothing for the next one.
#[test]
fn a_transaction_that_fails_leaves_no_link() {
    let mut store = Store::in_memory().unwrap();
    store
        .db
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")
        .unwrap();
    let failed: Result<(), Error> = store.transact(|db| {
        fill(db, "rulebook", 1);
        Err(Error::DiskFull)
    });
    assert!(failed.is_err());
    assert_eq!(store.chain_head().unwrap().links, 0);
    let written = store.transact(|db| {
        fill(db, "rulebook", 7);
        Ok(())
    });
    written.unwrap();
    let chained = store.verify_chain(None).unwrap();
    assert_eq!((chained.facts, chained.named.len()), (1, 0));
}
