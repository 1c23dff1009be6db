//! The real binary at the lunch counter of a real file: whoever eats is registered once, whoever must not
//! is refused by what is in the menu, and no balance moves.
#![allow(clippy::unwrap_used)] // what panics in a journey is the finding

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use rusqlite::types::FromSql;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Rosa, a supervisor.
const ROSA: [&str; 2] = ["--cashier", "2222"];
/// Sofía: severely allergic to peanut.
const SOFIA: &str = "00414";
/// A card that opens an account with money, of somebody without restrictions.
const FREE_CARD: &str = "SELECT number FROM card JOIN student ON student.id = card.student
    JOIN account ON account.id = student.account
    WHERE card.state = 'active' AND card.expires IS NULL AND balance >= 30000 AND price_list = 1
        AND student.id NOT IN (SELECT student FROM restricted)
        AND student.id NOT IN (SELECT student FROM wished)
        AND student.id NOT IN (SELECT student FROM lunch_subscribed)";
/// «Barra de maní» and «Manzana».
const PEANUT: &str = "SELECT product FROM product_code WHERE code = '412'";
const APPLE: &str = "SELECT product FROM product_code WHERE code = '602'";
const SERVED: &str = "SELECT count(*) FROM lunch_served WHERE day =
    (SELECT max(served_on) FROM lunch_menu WHERE user IS NOT NULL)";

struct Canteen {
    folder: TempDir,
}

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
            std::fs::copy(model().join(name), folder.path().join(name)).unwrap();
        }
        Self { folder }
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let output = Command::new(env!("CARGO_BIN_EXE_cantina"))
            .args(arguments)
            .arg("--data-dir")
            .arg(self.folder.path())
            .env_remove("CANTINA_DATA_DIR")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        Said {
            status: output.status.code().unwrap_or(-1),
            json: said
                .lines()
                .next()
                .and_then(|line| serde_json::from_str(line).ok())
                .unwrap_or_default(),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    fn lunch(&self, arguments: &[&str]) -> Said {
        self.run(&[&["lunch", "--json"], arguments].concat())
    }

    fn does(&self, arguments: &[&str]) -> Value {
        let said = self.lunch(arguments);
        assert_eq!(said.status, 0, "{arguments:?}: {said:?}");
        said.json
    }

    fn refuses(&self, code: &str, arguments: &[&str]) -> Value {
        let before = self.read::<i64>("SELECT count(*) FROM lunch_served");
        let said = self.lunch(arguments);
        assert_eq!(
            (said.status, &said.json["error"]["code"]),
            (1, &json!(code)),
            "{said:?}"
        );
        assert_eq!(said.errors.lines().count(), 1, "{said:?}");
        assert_eq!(
            self.read::<i64>("SELECT count(*) FROM lunch_served"),
            before
        );
        said.json["error"].clone()
    }

    fn read<T: FromSql>(&self, sql: &str) -> T {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let file = Connection::open_with_flags(self.folder.path().join("cantina.db"), flags);
        file.unwrap().query_row(sql, (), |row| row.get(0)).unwrap()
    }

    /// A plan of every day of the week for this card, and a menu for today: whatever day it is.
    fn with_plan(&self, cards: &[&str], dish: i64) -> &Self {
        let save = [
            "plans",
            "--save",
            "Todos los días",
            "--per-day",
            "15000",
            "--days",
            "1234567",
        ];
        let plans = self.does(&[&save[..], &ROSA].concat());
        let plan = plans["plans"].as_array().unwrap().last().unwrap()["plan"].to_string();
        for card in cards {
            self.lunch(&[&["end", "--card", card, "--last", "01/01/2020"][..], &ROSA].concat());
            self.does(&[&["subscribe", "--plan", &plan, "--card", card][..], &ROSA].concat());
        }
        self.does(&[&["menu", "--set", &dish.to_string()][..], &ROSA].concat());
        self
    }

    fn balance(&self, card: &str) -> i64 {
        self.read(&format!(
            "SELECT balance FROM account JOIN student ON account.id = student.account
            JOIN card ON card.student = student.id WHERE card.number = '{card}'"
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
}

fn model() -> &'static PathBuf {
    static MODEL: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = MODEL.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_owned();
        let made = Command::new(env!("CARGO_BIN_EXE_cantina"))
            .args(["demo", "--data-only", "--data-dir"])
            .arg(&path)
            .env_remove("CANTINA_DATA_DIR")
            .output()
            .unwrap();
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        (folder, path)
    });
    path
}

#[test]
fn a_second_scan_is_refused_with_the_time_of_the_first_and_no_balance_moves() {
    let canteen = Canteen::demo();
    let card: String = canteen.read(FREE_CARD);
    let apple = canteen.read(APPLE);
    canteen.refuses("lunch_not_subscribed", &["serve", "--card", &card]);
    canteen.with_plan(&[&card], apple);
    let before = canteen.balance(&card);
    let id = uuid::Uuid::now_v7().to_string();
    let serve = ["serve", "--card", &card, "--id", &id];
    let served = canteen.does(&serve);
    assert_eq!(served["serving_id"], json!(id));
    // The same lunch again is the same lunch.
    assert_eq!(canteen.does(&serve), served);
    let refused = canteen.refuses("lunch_already_eaten", &["serve", "--card", &card]);
    let message = refused["message"].as_str().unwrap();
    let clock = |word: &str| word.len() >= 5 && word.as_bytes()[2] == b':';
    assert!(message.split_whitespace().any(clock), "{message}");
    assert_eq!(canteen.read::<i64>(SERVED), 1);
    assert_eq!(canteen.balance(&card), before);
    let missing = canteen.does(&["missing"]);
    let name = &served["name"];
    assert!(missing["eaten"].as_i64() >= Some(1));
    assert!(
        missing["missing"]
            .as_array()
            .unwrap()
            .iter()
            .all(|of| &of["name"] != name)
    );
    canteen.holds();
}

#[test]
fn an_allergic_pupil_is_refused_by_the_menu_and_no_pin_helps() {
    let canteen = Canteen::demo();
    let (peanut, apple): (i64, i64) = (canteen.read(PEANUT), canteen.read(APPLE));
    canteen.with_plan(&[SOFIA], peanut);
    let refused = canteen.refuses("lunch_restricted", &["serve", "--card", SOFIA]);
    assert_eq!(refused["conflicts"][0]["product"], json!(peanut));
    assert_eq!(refused["conflicts"][0]["response"], json!("refuse"));
    let forced = [
        "serve",
        "--card",
        SOFIA,
        "--confirm",
        "--approve",
        "4444",
        "--reason",
        "insiste",
    ];
    canteen.refuses("lunch_restricted", &forced);
    // With something else on the menu she eats, without the peanuts.
    let both = [
        "menu",
        "--set",
        &peanut.to_string(),
        "--set",
        &apple.to_string(),
    ];
    canteen.does(&[&both[..], &ROSA].concat());
    canteen.refuses("lunch_restricted", &["serve", "--card", SOFIA]);
    let served = canteen.does(&["serve", "--card", SOFIA, "--without", &peanut.to_string()]);
    assert_eq!(served["left_out"], json!(["Barra de maní"]));
    canteen.holds();
}

#[test]
fn without_a_menu_nobody_with_a_severe_allergy_is_served() {
    let canteen = Canteen::demo();
    canteen.with_plan(&[SOFIA], canteen.read(APPLE));
    canteen.does(&[&["menu", "--clear"][..], &ROSA].concat());
    let refused = canteen.refuses("lunch_no_menu", &["serve", "--card", SOFIA]);
    assert_eq!(refused["conflicts"][0]["product"], Value::Null);
}

#[test]
fn a_month_is_charged_taken_from_the_account_and_taken_back_lunches_are_not_owed() {
    let canteen = Canteen::demo();
    let card: String = canteen.read(FREE_CARD);
    canteen.with_plan(&[&card], canteen.read(APPLE));
    let served = canteen.does(&["serve", "--card", &card]);
    let of_card = |month: &Value| {
        let pupils = month["pupils"].as_array().unwrap().clone();
        pupils
            .into_iter()
            .find(|of| of["student"] == served["student"])
    };
    let due = of_card(&canteen.does(&["month"])).unwrap();
    assert_eq!((&due["eaten"], &due["due"]), (&json!(1), &json!(15_000)));
    let before = canteen.balance(&card);
    let id = uuid::Uuid::now_v7().to_string();
    let pay = [
        "pay", "--card", &card, "--tender", "card", "--amount", "15000", "--id", &id,
    ];
    for _ in 0..2 {
        assert_eq!(canteen.does(&pay)["due"], json!(0));
    }
    assert_eq!(canteen.balance(&card), before - 15_000);
    canteen.refuses(
        "insufficient_balance",
        &[
            "pay",
            "--card",
            &card,
            "--tender",
            "card",
            "--amount",
            "900000000",
        ],
    );
    canteen.refuses(
        "bad_reference",
        &[
            "pay", "--card", &card, "--tender", "transfer", "--amount", "1",
        ],
    );
    let lunch = served["serving_id"].as_str().unwrap();
    canteen.does(&["take-back", "--id", lunch, "--reason", "se fue sin comer"]);
    let after = of_card(&canteen.does(&["month"])).unwrap();
    assert_eq!(
        (&after["eaten"], &after["due"]),
        (&json!(0), &json!(-15_000))
    );
    canteen.does(&["serve", "--card", &card]);
    canteen.holds();
}

#[test]
fn a_cashier_serves_and_a_supervisor_says_what_there_is_and_who_comes() {
    let canteen = Canteen::demo();
    let apple: i64 = canteen.read(APPLE);
    let maria = ["--cashier", "1111"];
    let menu = ["menu", "--set", &apple.to_string()];
    canteen.refuses("lunch_no_right", &[&menu[..], &maria].concat());
    let save = ["plans", "--save", "Gratis para todos", "--per-day", "1"];
    canteen.refuses("lunch_no_right", &[&save[..], &maria].concat());
    canteen.refuses("unknown_card", &["serve", "--card", "99999"]);
    let plans = canteen.does(&["plans"]);
    assert_eq!(
        plans["plans"].as_array().unwrap().len(),
        2,
        "those of the demo"
    );
    let subscribed: i64 = plans["plans"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| of["subscribed"].as_i64().unwrap())
        .sum();
    assert!((70..=90).contains(&subscribed), "{subscribed}");
    let twice = ["subscribe", "--plan", "1", "--grade", "5.º grado B"];
    canteen.refuses("cannot_subscribe", &[&twice[..], &ROSA].concat());
}
