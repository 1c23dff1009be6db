//! Accounts through the real binary on a real file: a school year of a few pupils, told by commands.
#![allow(clippy::unwrap_used)] // what panics in a journey is the finding

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use rusqlite::types::FromSql;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Of the demo: who manages.
const MANAGER: &str = "3333";
/// Of the demo: who supervises.
const SUPERVISOR: &str = "2222";
/// Of the demo: who sells.
const CASHIER: &str = "1111";
const SOFIA: &str = "00414";

struct Canteen(TempDir);

/// What the binary said, and how it ended.
#[derive(Debug)]
struct Said {
    status: i32,
    json: Value,
    errors: String,
}

impl Canteen {
    /// A copy of the demo, which is made once.
    fn demo() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["cantina.db", "config.toml", "demo.toml"] {
            fs::copy(model().join(name), folder.path().join(name)).unwrap();
        }
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let paper = format!("virtual:{}", self.path("paper").display());
        let output = cantina(self.0.path())
            .args(arguments)
            .args(["--printer", &paper, "--locale", "es-PY"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let first = said.lines().next().unwrap_or_default();
        Said {
            status: output.status.code().unwrap_or(-1),
            json: serde_json::from_str(first).unwrap_or_default(),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    fn account(&self, arguments: &[&str]) -> Value {
        let said = self.run(&[&["account"], arguments, &["--json"]].concat());
        assert_eq!(said.status, 0, "{arguments:?}: {said:?}");
        said.json
    }

    fn refused(&self, code: &str, arguments: &[&str]) {
        let said = self.run(&[&["account"], arguments, &["--json"]].concat());
        assert_eq!(said.status, 1, "{said:?}");
        assert_eq!(said.json["error"]["code"], code, "{said:?}");
        let message = said.json["error"]["message"].as_str().unwrap();
        assert_eq!(said.errors, format!("cantina: {message}\n"));
        assert!(message.len() > 10 && !message.contains('⟦'), "{message}");
    }

    fn read<T: FromSql>(&self, sql: &str) -> T {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let file = Connection::open_with_flags(self.path("cantina.db"), flags).unwrap();
        file.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    fn balance(&self, card: &str) -> i64 {
        self.read(&format!(
            "SELECT a.balance FROM account a JOIN student s ON s.account = a.id
             JOIN card c ON c.student = s.id WHERE c.number = '{card}'"
        ))
    }

    fn holds(&self) {
        let said = self.run(&["selfcheck", "--json"]);
        assert_eq!(
            (said.status, &said.json["ok"]),
            (0, &json!(true)),
            "{said:?}"
        );
    }

    /// The text of every paper that came out.
    fn papers(&self) -> String {
        let mut papers = String::new();
        let mut files: Vec<PathBuf> = fs::read_dir(self.path("paper"))
            .into_iter()
            .flatten()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
            .collect();
        files.sort();
        for file in files {
            papers.push_str(&fs::read_to_string(file).unwrap());
        }
        papers
    }
}

fn cantina(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cantina"));
    command
        .env("CANTINA_DATA_DIR", folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY");
    command
}

fn model() -> &'static Path {
    static MODEL: OnceLock<PathBuf> = OnceLock::new();
    MODEL.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("accounts-model");
        let _there_was_none = fs::remove_dir_all(&folder);
        let made = cantina(&folder)
            .args(["demo", "--data-only"])
            .stdout(Stdio::null())
            .status();
        assert!(made.unwrap().success(), "the demo canteen is made");
        folder
    })
}

#[test]
fn a_parent_brings_money_once_whatever_is_pressed_twice_and_takes_a_receipt() {
    let canteen = Canteen::demo();
    let before = canteen.balance(SOFIA);
    let id = "0199b1d2-0000-7000-8000-000000000001";
    let put = ["top-up", SOFIA, "50.000", "--cashier", CASHIER, "--id", id];
    let first = canteen.account(&put);
    assert_eq!(first["balance"], before + 50_000, "{first}");
    assert!(first["print_job"].is_number());
    let again = canteen.account(&put);
    assert_eq!(again["again"], true);
    assert_eq!(again["number"], first["number"]);
    assert_eq!(canteen.balance(SOFIA), before + 50_000);
    let papers = canteen.papers();
    assert_eq!(papers.matches("CARGA").count(), 1, "{papers}");
    assert!(papers.contains("Sofía Benítez"), "{papers}");
    assert!(papers.contains("Saldo actual"), "{papers}");
    canteen.refused("below_minimum", &["top-up", SOFIA, "500"]);
    canteen.refused(
        "needs_reference",
        &["top-up", SOFIA, "20000", "--tender", "transfer"],
    );
    canteen.refused(
        "tender_not_taken",
        &["top-up", SOFIA, "20000", "--tender", "card"],
    );
    canteen.refused("account_unknown", &["top-up", "99999", "20000"]);
    let drawers: i64 =
        canteen.read("SELECT count(*) FROM print_job WHERE title = 'drawer' AND sale IS NULL");
    assert_eq!(drawers, 1, "one pulse for one top-up");
    canteen.holds();
}

#[test]
fn what_a_manager_may_a_cashier_may_not_and_a_debt_is_never_forgotten() {
    let canteen = Canteen::demo();
    let before = canteen.balance(SOFIA);
    let wrong = [
        "correct",
        SOFIA,
        "-900000",
        "--reason",
        "error de carga",
        "--pin",
    ];
    canteen.refused("wrong_pin", &[&wrong[..], &[CASHIER]].concat());
    canteen.refused("wrong_pin", &[&wrong[..], &[SUPERVISOR]].concat());
    let made = canteen.account(&[&wrong[..], &[MANAGER]].concat());
    assert_eq!(made["balance"], before - 900_000);
    let leave = ["refund", SOFIA, "--reason", "se retira", "--pin", MANAGER];
    canteen.refused("debt_not_paid_out", &leave);
    let brother = "00415";
    let to = ["transfer", SOFIA, brother, "1000", "--pin", MANAGER];
    canteen.refused("insufficient_balance", &to);
    let pay = [
        "top-up",
        SOFIA,
        "1000000",
        "--tender",
        "debit",
        "--reference",
        "77",
    ];
    canteen.account(&pay);
    let there = canteen.balance(SOFIA);
    assert_eq!(there, before + 100_000);
    let was = canteen.balance(brother);
    let moved = canteen.account(&["transfer", SOFIA, brother, "30000", "--pin", MANAGER]);
    assert_eq!(moved["reason"], "Entre hermanos");
    assert_eq!(canteen.balance(brother), was + 30_000);
    let stranger = ["transfer", SOFIA, "00301", "1000", "--pin", MANAGER];
    canteen.refused("account_needs_reason", &stranger);
    let paid = canteen.account(&leave);
    assert_eq!(paid["amount"], -(there - 30_000));
    assert_eq!(canteen.balance(SOFIA), 0);
    canteen.refused("nothing_there", &leave);
    canteen.account(&["top-up", SOFIA, "1000"]);
    canteen.account(&[&leave[..], &["--leaves"]].concat());
    canteen.refused("not_found", &["top-up", SOFIA, "1000"]);
    assert!(canteen.papers().contains("Firma"), "who takes money signs");
    canteen.holds();
}

#[test]
fn siblings_share_an_account_and_part_again() {
    let canteen = Canteen::demo();
    let brother = "00415";
    let both = canteen.balance(SOFIA) + canteen.balance(brother);
    canteen.refused(
        "other_family",
        &["share", "00301", "--with", SOFIA, "--pin", MANAGER],
    );
    canteen.account(&["share", brother, "--with", SOFIA, "--pin", MANAGER]);
    assert_eq!(canteen.balance(SOFIA), both);
    assert_eq!(canteen.balance(brother), both);
    canteen.account(&["top-up", brother, "10000"]);
    assert_eq!(canteen.balance(SOFIA), both + 10_000);
    let statement = canteen.account(&["statement", SOFIA, "--from", "1/1/2020"]);
    assert_eq!(statement["holders"].as_array().unwrap().len(), 2);
    assert_eq!(statement["closing"], both + 10_000);
    canteen.account(&[
        "share",
        brother,
        "--pin",
        MANAGER,
        "--reason",
        "lo pidió la madre",
    ]);
    assert_eq!(
        canteen.balance(SOFIA),
        both + 10_000,
        "what is shared stays"
    );
    assert_eq!(canteen.balance(brother), 0);
    canteen.holds();
}

#[test]
fn a_statement_adds_up_on_paper_in_csv_and_page_by_page() {
    let canteen = Canteen::demo();
    canteen.account(&["top-up", SOFIA, "15000"]);
    let all = ["statement", SOFIA, "--from", "2020-01-01"];
    let whole = canteen.account(&all);
    let lines = whole["lines"].as_array().unwrap();
    let count = whole["count"].as_u64().unwrap();
    assert_eq!(lines.len() as u64, count);
    let sum: i64 = lines
        .iter()
        .map(|line| line["amount"].as_i64().unwrap())
        .sum();
    let (opening, closing) = (&whole["opening"], &whole["closing"]);
    assert_eq!(opening.as_i64().unwrap() + sum, closing.as_i64().unwrap());
    assert_eq!(closing.as_i64().unwrap(), canteen.balance(SOFIA));
    let bought = lines.iter().find(|line| line["kind"] == "sale").unwrap();
    assert!(!bought["bought"].as_str().unwrap().is_empty());
    let mut paged = Vec::new();
    for page in 1..=count.div_ceil(7) {
        let page = page.to_string();
        let page = canteen.account(&[&all[..], &["--lines", "7", "--page", &page]].concat());
        paged.extend(page["lines"].as_array().unwrap().clone());
    }
    assert_eq!(&paged, lines);
    let file = canteen.path("extracto.csv");
    let csv = file.display().to_string();
    canteen.account(&[&all[..], &["--csv", &csv]].concat());
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("\u{feff}Fecha;Hora;Movimiento;"), "{text}");
    assert_eq!(text.matches("\r\n").count() as u64, count + 3);
    let month = ["statement", SOFIA, "--print"];
    assert!(canteen.account(&month)["print_job"].is_number());
    let papers = canteen.papers();
    assert!(papers.contains("Extracto de cuenta"), "{papers}");
    assert!(papers.contains("Saldo final"), "{papers}");
    canteen.refused("bad_day", &["statement", SOFIA, "--from", "ayer"]);
    canteen.refused(
        "bad_period",
        &["statement", SOFIA, "--from", "2/1/2026", "--to", "1/1/2026"],
    );
}

#[test]
fn a_list_is_put_on_whole_or_not_at_all_and_never_twice() {
    let canteen = Canteen::demo();
    let before = canteen.balance(SOFIA);
    let file = canteen.path("cargas.csv");
    let name = file.display().to_string();
    let bad = "tarjeta;alumno;monto;referencia\n00414;;50.000;1\n99999;;50000;2\n;Nadie Así;50000;3\n00415;;-5;4\n00301;;20000;\n";
    fs::write(&file, bad).unwrap();
    let refused = canteen.run(&["account", "import", &name, "--json"]);
    assert_eq!(refused.status, 1);
    let problems = refused.json["problems"].as_array().unwrap();
    let lines: Vec<u64> = problems
        .iter()
        .map(|of| of["line"].as_u64().unwrap())
        .collect();
    assert_eq!(lines, [3, 4, 5, 6], "{problems:?}");
    assert_eq!(canteen.balance(SOFIA), before, "nothing of it");
    let mut good = "Monto;Tarjeta;Operación\r\n".to_owned();
    let lines: Vec<String> = (301..551)
        .map(|n| format!("₲ 20.000;{n:05};R{n}\r\n"))
        .collect();
    good.push_str(&lines.concat());
    fs::write(&file, encoded(&good)).unwrap();
    let dry = canteen.account(&["import", &name, "--dry-run"]);
    assert_eq!((&dry["rows"], &dry["imported"]), (&json!(250), &json!(0)));
    let done = canteen.account(&["import", &name, "--cashier", MANAGER]);
    assert_eq!(done["imported"], 250, "{done}");
    assert_eq!(done["total"], 5_000_000);
    assert_eq!(canteen.balance(SOFIA), before + 20_000);
    // The same list saved in another way says the same.
    fs::write(&file, format!("\u{feff}{}", good.replace(';', "\t"))).unwrap();
    let again = canteen.account(&["import", &name]);
    assert_eq!(again["imported"], 0, "{again}");
    assert!(again["before"].is_string());
    assert_eq!(canteen.balance(SOFIA), before + 20_000);
    let meant = canteen.account(&["import", &name, "--again"]);
    assert_eq!(meant["imported"], 250);
    let listed: i64 = canteen.read("SELECT count(*) FROM movement WHERE list IS NOT NULL");
    assert_eq!(listed, 500);
    canteen.holds();
}

/// As Excel in Spanish saves «CSV»: Windows-1252, where it can.
fn encoded(text: &str) -> Vec<u8> {
    let plain = text.replace("₲ ", "");
    plain
        .chars()
        .map(|letter| u8::try_from(letter).unwrap())
        .collect()
}

#[test]
fn a_lost_card_dies_the_balance_stays_and_the_checkout_says_why() {
    let canteen = Canteen::demo();
    let before = canteen.balance(SOFIA);
    let replace = [
        "cards",
        "replace",
        SOFIA,
        "00901",
        "--reason",
        "la perdió",
        "--pin",
    ];
    canteen.refused("wrong_pin", &[&replace[..], &[CASHIER]].concat());
    canteen.account(&[&replace[..], &[SUPERVISOR]].concat());
    assert_eq!(canteen.balance("00901"), before);
    let sell = |card: &str| {
        canteen.run(&[
            "sell", "--json", "--card", card, "--item", "#1", "--tender", "card=1",
        ])
    };
    assert_eq!(sell(SOFIA).json["error"]["code"], "card_replaced");
    canteen.refused(
        "card_replaced",
        &["cards", "unblock", SOFIA, "--pin", SUPERVISOR],
    );
    canteen.account(&["cards", "block", "00901", "--pin", SUPERVISOR]);
    assert_eq!(sell("00901").json["error"]["code"], "card_blocked");
    canteen.account(&["cards", "unblock", "00901", "--pin", SUPERVISOR]);
    canteen.refused(
        "card_past",
        &[
            "cards", "expire", "00901", "--last", "1/1/2020", "--pin", SUPERVISOR,
        ],
    );
    canteen.account(&[
        "cards",
        "expire",
        "00901",
        "--last",
        "31/12/2099",
        "--pin",
        SUPERVISOR,
    ]);
    canteen.refused(
        "card_taken",
        &["cards", "issue", "00415", "00901", "--pin", SUPERVISOR],
    );
    let said = canteen.account(&["cards", "list", "00901"]);
    let history = said["history"].as_array().unwrap();
    let done: Vec<&str> = history
        .iter()
        .map(|of| of["what"].as_str().unwrap())
        .collect();
    assert_eq!(
        done,
        [
            "expiry",
            "unblocked",
            "blocked",
            "replaced",
            "issued",
            "issued"
        ]
    );
    canteen.holds();
}

#[test]
fn who_has_little_left_is_listed_with_whom_to_call() {
    let canteen = Canteen::demo();
    canteen.account(&[
        "correct", SOFIA, "-900000", "--reason", "prueba", "--pin", MANAGER,
    ]);
    let said = canteen.account(&["low"]);
    let low = said["low"].as_array().unwrap();
    assert_eq!(low[0]["names"], "Sofía Benítez", "the least first");
    assert!(low[0]["phone"].as_str().unwrap().starts_with('0'));
    assert!(
        low.iter()
            .all(|of| of["balance"].as_i64() < of["threshold"].as_i64())
    );
    let file = canteen.path("bajo.csv").display().to_string();
    canteen.account(&["low", "--csv", &file, "--print"]);
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text.lines().count(), low.len() + 1);
    assert!(canteen.papers().contains("Saldo bajo"));
}

#[test]
fn what_was_written_of_accounts_is_never_changed() {
    let canteen = Canteen::demo();
    canteen.account(&["top-up", SOFIA, "15000"]);
    canteen.account(&["cards", "block", SOFIA, "--pin", SUPERVISOR]);
    let file = Connection::open(canteen.path("cantina.db")).unwrap();
    for table in ["movement", "card_fact", "posting", "entry"] {
        for change in [
            format!("DELETE FROM {table}"),
            if table == "posting" {
                "UPDATE posting SET amount = 0".to_owned()
            } else {
                format!("UPDATE {table} SET day = 0")
            },
        ] {
            let refused = file.execute(&change, []);
            assert!(refused.is_err(), "{change}");
        }
    }
}

#[test]
fn a_top_up_typed_wrong_is_undone_once_and_printed() {
    let canteen = Canteen::demo();
    let before = canteen.balance(SOFIA);
    let wrong = canteen.account(&["top-up", SOFIA, "200000"]);
    let number = wrong["number"].to_string();
    let undo = |pin| {
        [
            "undo",
            number.as_str(),
            "--reason",
            "error de carga",
            "--pin",
            pin,
        ]
    };
    canteen.refused("wrong_pin", &undo(CASHIER));
    let undone = canteen.account(&undo(MANAGER));
    assert_eq!(undone["kind"], "top_up_undone");
    assert_eq!(
        (&undone["amount"], &undone["balance"]),
        (&json!(-200_000), &json!(before))
    );
    assert_eq!(canteen.balance(SOFIA), before);
    canteen.refused("undone_already", &undo(MANAGER));
    assert!(
        canteen.papers().contains("CARGA ANULADA"),
        "{}",
        canteen.papers()
    );
    let odd = ["top-up", SOFIA, "20020"];
    canteen.refused("not_in_coins", &odd);
    canteen.holds();
}
