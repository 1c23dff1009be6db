//! A selling process is killed two hundred times, at any moment: what it acknowledged is there, whole, once.
//!
//! The real binary sells a file of sales and says each on its output when it is sold. What it said before it
//! was killed is compared with what a second program then reads in its file. (A killed process leaves the
//! operating system alive; for a power loss see `tests/power_loss`.)

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use uuid::Uuid;

use dice::Dice;

#[allow(dead_code)] // shared with the power-loss simulator, which rolls them in more ways
#[path = "power_loss/dice.rs"]
mod dice;

const ROUNDS: u64 = 200;

/// More than a process sells before it is killed.
const SALES_A_ROUND: usize = 2_000;

/// Enough for any one product of the demo canteen; the till gives change.
const CASH: i64 = 200_000;

// The file's words, as the checks need them.
const PRODUCT_CODES: &str = "SELECT code FROM product_code JOIN product ON id = product
    WHERE unit = 'each' AND stock_rule = 'allow' ORDER BY code";
const SALE_ROWS: &str = "SELECT count(*) FROM sale WHERE id IN (?1, ?2)";
const LINE_ROWS: &str =
    "SELECT count(*) FROM sale_line JOIN sale ON seq = sale WHERE id IN (?1, ?2)";
const PAYMENT_ROWS: &str =
    "SELECT count(*) FROM payment JOIN sale ON seq = sale WHERE id IN (?1, ?2)";
const HALF_SALES: &str = "SELECT count(*) FROM sale
    WHERE NOT EXISTS (SELECT 1 FROM sale_line WHERE sale = sale.seq)
       OR NOT EXISTS (SELECT 1 FROM payment WHERE sale = sale.seq)";

#[test]
fn a_till_killed_at_any_moment_keeps_every_acknowledged_sale_whole() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let canteen = Canteen::demo(folder.path());
    let mut dice = Dice::seeded(2);
    let mut acknowledged = BTreeSet::new();
    let mut in_doubt = Vec::new();
    for round in 0..ROUNDS {
        // What the last round left without an answer is asked for again, under the same ids.
        let wanted: Vec<_> = in_doubt
            .drain(..)
            .chain((0..SALES_A_ROUND).map(|_| Uuid::now_v7()))
            .collect();
        let answered = canteen.sell_until_killed(&wanted, &mut dice);
        in_doubt.extend(
            wanted
                .into_iter()
                .filter(|sale| !answered.contains(sale))
                .take(3),
        );
        canteen.check(&answered, &format!("round {round}"));
        acknowledged.extend(answered);
    }
    canteen.check(&acknowledged, "at the end");
    println!("{ROUNDS} rounds, {} sales acknowledged", acknowledged.len());
    assert!(
        acknowledged.len() > 2_000,
        "only {} sales were acknowledged",
        acknowledged.len()
    );
}

/// A demo canteen in a folder of its own.
struct Canteen {
    folder: PathBuf,
    codes: Vec<String>,
}

impl Canteen {
    fn demo(folder: &Path) -> Self {
        let made = cantina(folder)
            .args(["demo", "--data-only"])
            .stdout(Stdio::null())
            .status();
        assert!(
            made.expect("the binary runs").success(),
            "the demo canteen is made"
        );
        let mut canteen = Self {
            folder: folder.to_owned(),
            codes: Vec::new(),
        };
        canteen.codes = canteen.read(|file| {
            file.prepare(PRODUCT_CODES)?
                .query_map([], |row| row.get(0))?
                .collect()
        });
        assert!(!canteen.codes.is_empty(), "a canteen has products");
        canteen
    }

    /// Sells these until the process is killed; gives those that it acknowledged.
    fn sell_until_killed(&self, sales: &[Uuid], dice: &mut Dice) -> BTreeSet<Uuid> {
        let orders = self.folder.join("sales.jsonl");
        fs::write(&orders, self.orders(sales, dice)).expect("the folder takes a file");
        let mut till = cantina(&self.folder)
            .args(["sell", "--json", "--file"])
            .arg(&orders)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary runs");
        let said = listen(&mut till);
        let mut answered = BTreeSet::new();
        // Half of the kills fall while it starts, recovers or sells; half surely while it sells.
        if dice.chance(50) {
            thread::sleep(Duration::from_millis(dice.below(200)));
        } else {
            for _ in 0..=dice.below(60) {
                answered.extend(said.recv_timeout(Duration::from_secs(30)).ok().flatten());
            }
            thread::sleep(Duration::from_micros(dice.below(2_000)));
        }
        till.kill().expect("it is ours to kill");
        till.wait().expect("it is ours to wait for");
        answered.extend(said.into_iter().flatten());
        answered
    }

    /// One order a line: one to five different products, paid in cash.
    fn orders(&self, sales: &[Uuid], dice: &mut Dice) -> String {
        let order = |sale: &Uuid| {
            let first = dice.below_len(self.codes.len());
            let codes = self
                .codes
                .iter()
                .cycle()
                .skip(first)
                .take(1 + dice.below_len(5.min(self.codes.len())));
            let items: Vec<_> = codes
                .map(|code| json!({ "code": code, "qty": "1" }))
                .collect();
            let cash = CASH * i64::try_from(items.len()).expect("at most five");
            format!(
                "{}\n",
                json!({
                    "sale_id": sale,
                    "items": items,
                    "tenders": [{ "tender": "cash", "amount": cash }],
                })
            )
        };
        sales.iter().map(order).collect()
    }

    /// The file is sound, has no half of a sale, and has each of these once.
    fn check(&self, sales: &BTreeSet<Uuid>, when: &str) {
        let count =
            |file: &Connection, sql: &str| file.query_row(sql, [], |row| row.get::<_, i64>(0));
        self.read(|file| {
            let integrity: String =
                file.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
            assert_eq!(integrity, "ok", "{when}");
            assert!(
                !file.prepare("PRAGMA foreign_key_check")?.exists([])?,
                "{when}: a row points nowhere"
            );
            assert_eq!(count(file, HALF_SALES)?, 0, "{when}: sales half written");
            for sale in sales {
                let rows = |sql: &str| rows_of(file, sql, *sale);
                assert_eq!(rows(SALE_ROWS)?, 1, "{when}: sale {sale} was acknowledged");
                assert!(rows(LINE_ROWS)? > 0, "{when}: sale {sale} has lines");
                assert!(rows(PAYMENT_ROWS)? > 0, "{when}: sale {sale} has payments");
            }
            Ok(())
        });
    }

    fn read<T>(&self, query: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> T {
        let file = self.folder.join("cantina.db");
        let answer = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)
            .and_then(|file| query(&file));
        answer.expect("the file opens and answers after a kill")
    }
}

fn cantina(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cantina"));
    command.env("CANTINA_DATA_DIR", folder);
    command
}

/// The sales that the process says it sold, as it says them; `None` for whatever it refused.
/// A line cut short by the kill was never heard.
fn listen(till: &mut Child) -> Receiver<Option<Uuid>> {
    let mut output = BufReader::new(till.stdout.take().expect("it was piped"));
    let (speaker, said) = channel();
    thread::spawn(move || {
        let mut line = String::new();
        while output.read_line(&mut line).is_ok_and(|bytes| bytes > 0) && line.ends_with('\n') {
            if speaker.send(sale_in(&line)).is_err() {
                return;
            }
            line.clear();
        }
    });
    said
}

fn sale_in(line: &str) -> Option<Uuid> {
    let said: Value = serde_json::from_str(line).expect("sell --json says one JSON value a line");
    said.get("sale_id")?
        .as_str()?
        .parse()
        .ok()
        .filter(|_| said.get("error").is_none())
}

/// Ids are asked for as text and as bytes: one of them is how the file keeps them.
fn rows_of(file: &Connection, sql: &str, sale: Uuid) -> rusqlite::Result<i64> {
    let (text, bytes) = (sale.to_string(), sale.as_bytes().as_slice());
    file.prepare_cached(sql)?
        .query_row((text, bytes), |row| row.get(0))
}
